"""An evaluation for people to read, and the same as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.commands.evaluation.accepted import Fall
from bot.commands.evaluation.figures import Figure
from bot.commands.evaluation.headlines import Headline
from bot.commands.evaluation.scoring import Part

WORST = 8  # misses printed for each part
NAMED = 40  # characters of a name


def summary(on: str, lines: Sequence[Headline]) -> str:
    """The headlines and their marks."""
    reached = sum(one.reached for one in lines)
    title = f"ON {on.upper()}: {reached} of {len(lines)} marks reached"
    head = f"  {'':{NAMED}} {'mark':>8}  {'figure':>6}  {'95 % interval':17}  reached"
    return "\n".join([title, head, *map(headline, lines)]) + "\n"


def headline(one: Headline) -> str:
    """One headline."""
    mark = f"{'<=' if one.is_error else '>='} {one.mark:.0%}"
    name = f"{one.about} ({one.figure.name})" if one.about.startswith("weakest") else one.about
    figure, interval = (f"{one.figure.value:.1%}", span(one.figure)) if one.figure.of else ("–", "nothing to score")
    return f"  {name:{NAMED}} {mark:>8}  {figure:>6}  {interval:17}  {'yes' if one.reached else 'NO'}"


def tables(scored: Sequence[Part]) -> str:
    """All parts: figures in percent with 95 % intervals, then the worst of the misses."""
    return "\n".join(table(part) for part in scored)


def table(part: Part) -> str:
    """One part."""
    errors = ["  less is better:", *map(line, part.errors)] if part.errors else []
    worst = [f"    {miss.where}  {miss.text[:90]!r}: {miss.got} for {miss.right}" for miss in part.misses[:WORST]]
    missed = [f"  the worst {len(worst)} of {len(part.misses)} misses:", *worst] if worst else []
    return "\n".join([part.name.upper(), *map(line, part.rates), *errors, *missed]) + "\n"


def line(figure: Figure) -> str:
    """One figure."""
    return f"  {figure.name:{NAMED}} {figure.told:>16}  {figure.value:6.1%}  ({span(figure)})"


def span(figure: Figure) -> str:
    """The interval of a figure."""
    return f"{figure.low:.1%} to {figure.high:.1%}"


def comparison(found: Sequence[Fall]) -> str:
    """What fell since the last accepted run."""
    fell = [
        f"  {one.about}: {one.was:.1%} -> {one.now:.1%}"
        + (f", newly missed: {', '.join(sorted(one.newly_missed))}" if one.newly_missed else "")
        for one in found
    ]
    said = "WORSE than the last accepted run, by more than noise:" if fell else "As good as the last accepted run."
    return "\n".join([said, *fell]) + "\n"


def as_json(on: str, checksum: str, lines: Sequence[Headline], scored: Sequence[Part]) -> str:
    """Everything, misses and all."""
    shown = {
        "on": on,
        "checksum": checksum,
        "headlines": [
            {"about": one.about, "mark": one.mark, "reached": one.reached} | figure_as_json(one.figure) for one in lines
        ],
        "parts": {part.name: part_as_json(part) for part in scored},
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def part_as_json(part: Part) -> Mapping[str, object]:
    """One part."""
    figures = {"rates": list(map(figure_as_json, part.rates)), "errors": list(map(figure_as_json, part.errors))}
    return figures | {"misses": [asdict(miss) for miss in part.misses]}


def figure_as_json(figure: Figure) -> dict[str, object]:
    """One figure."""
    rounded = {key: round(getattr(figure, key), 4) for key in ("value", "low", "high")}
    return {"name": figure.name, **rounded, "of": figure.of, "told": figure.told}


def written(text: str, folder: Path) -> Path:
    """Write the JSON. Returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "evaluation.json"
    file.write_text(text, "utf-8")
    return file
