"""`make bench`: how quick, how big, how steady. Prints tables, and writes figures and plots.

python -m tests.bench [--quick] [--out DIR] [SECTION ...]
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from bot.listening import Model
from bot.store.tables import metadata
from tests.bench import growth, language, ours, plots, rasa, turns
from tests.bench.measure import Latencies, databases, table
from tests.many_lines import resident
from tests.storm import booked, overlaps, storm

Figures = Mapping[str, dict[str, float]]
Told = Callable[[str], None]


def words(quick: bool) -> Figures:
    """The language model, and days and times."""
    found = language.heard(200 if quick else 1_000)
    computing = {f"CPU {name}": figure for name, figure in found.computing.told.items() if name != "a second"}
    return {
        "model, a message": computing | {"ready s": found.ready, "MB": found.megabytes},
        **{f"model, {crowd} at once": latencies.told for crowd, latencies in found.at_once.items()},
        "days and times, 300 characters, CPU": language.days_and_times(400 if quick else 3_000).told,
    }


def talk(quick: bool) -> Figures:
    """A turn of each kind on each database, beside a raw INSERT."""
    rows = {}
    each = 60 if quick else 400
    with databases() as made, language.model() as (url, _, _):
        for kind, new in made.items():
            rows[f"{kind}, raw INSERT"] = turns.inserted(new("raw"), 4 * each).told
            rows[f"{kind}, button"] = turns.conversed(new("button"), turns.PRESSES, 1, each).told
            answered = turns.conversed(new("answered"), turns.PRESSES, 1, each, answered=True)
            rows[f"{kind}, button, answered at once"] = answered.told
            rows[f"{kind}, button, 8 at once"] = turns.conversed(new("buttons"), turns.PRESSES, 8, each // 4).told
            heard = turns.conversed(new("words"), turns.TEXTS, 1, each // 2, Model(url).hear)
            rows[f"{kind}, free text"] = heard.told
            rows[f"{kind}, appointments"] = turns.booked(new("appointments"), 24 if quick else 200).told
    return rows


def grown(quick: bool) -> Figures:
    """A turn in ever bigger diaries, clinics and houses."""
    rows = {}
    most = -1 if quick else None
    with databases() as made:
        for kind, new in made.items():
            for what, sizes, measured in growth.KINDS:
                for size, latencies in measured(new, sizes[:most]):
                    rows[f"{kind}, {size} {what}"] = latencies.told
    return rows


def contention(quick: bool) -> Figures:
    """Two hundred clients of eight processes want overlapping hours."""
    rows = {}
    with databases() as made:
        for kind, new in made.items():
            engine = new("storm")
            url = engine.url.render_as_string(hide_password=False)
            became = storm(url, 80 if quick else 200, 8)
            seconds = tuple(second for one in became for second in one.turns)
            left = [one for one in became if not one.booked]
            rows[f"{kind}, storm"] = {
                **{name: figure for name, figure in Latencies(seconds, sum(seconds)).told.items() if "ms" in name},
                "booked": sum(one.booked for one in became),
                "overlaps": overlaps(booked(engine)),
                "no offer": sum(not one.offered for one in left),
            }
    return rows


def memory(quick: bool) -> Figures:
    """What a thousand conversations leave in memory."""
    with databases() as made:
        engine = made["SQLite"]("memory")
        turns.conversed(engine, turns.PRESSES, 1, 40)
        before = resident(os.getpid())
        with engine.begin() as db:
            for each in reversed(metadata.sorted_tables):
                db.execute(each.delete())
        crowd = 100 if quick else 1_000
        turns.conversed(engine, turns.PRESSES, crowd, 2)
        left = resident(os.getpid()) - before
        return {f"{crowd} conversations": {"MB": left, "kB each": left * 1e3 / crowd}}


def against_rasa(quick: bool) -> Figures:
    """The same booking over the same channel, ours and Rasa's, on the same cores."""
    rows = {}
    each = 2 if quick else 8
    with databases() as made, language.model() as (url, _, _):
        for kind, processes in (("SQLite", 1), ("PostgreSQL", 2)):
            with ours.served(made[kind]("rest"), url, processes) as houses:
                for crowd, said in product((1, 8), ("words", "buttons")):
                    took = ours.booked(crowd, each, houses, buttons=said == "buttons")
                    rows[f"ours, {kind}, {said}, {crowd} at once"] = took.told
    with rasa.stack() as theirs:
        rasa.booked(1, 2, theirs)
        for crowd, said in product((1, 8), ("words", "buttons")):
            lines = rasa.PRESSED if said == "buttons" else rasa.BOOKING
            rows[f"Rasa's, {said}, {crowd} at once"] = rasa.booked(crowd, each, theirs, lines).told
    return rows


SECTIONS = {
    "words": words,
    "talk": talk,
    "contention": contention,
    "memory": memory,
    "rasa": against_rasa,
    "growth": grown,
}


def main() -> None:
    """Measure, print, and write down."""
    parser = argparse.ArgumentParser("python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer of everything: a look, no measurement")
    parser.add_argument("--out", type=Path, default=Path("var/bench"), metavar="DIR")
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], metavar="SECTION", help=", ".join(SECTIONS))
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    found: dict[str, object] = {}
    for name in wanted.sections or SECTIONS:
        print(f"Measuring: {SECTIONS[name].__doc__}", file=sys.stderr, flush=True)
        rows = SECTIONS[name](wanted.quick)
        found[name] = rows
        print(table(name.capitalize(), list(rows.items())), flush=True)
    machine = {"cores": os.cpu_count(), "load before": os.getloadavg()[2], "at": f"{datetime.now(UTC):%Y-%m-%d}"}
    (wanted.out / "bench.json").write_text(json.dumps({"machine": machine, **found}, indent=1))
    plots.draw(found, wanted.out)
    print(f"Figures and plots are in {wanted.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
