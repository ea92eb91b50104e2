"""A storm: many clients in many processes want overlapping times at once, by the real conversation.

`python -m tests.storm URL FIRST LAST STARTS` is one process: clients FIRST to LAST, from the instant STARTS (seconds
since 1970) on; it prints one JSON object a client. `storm` runs several and gathers what became of everybody.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from sqlalchemy import Engine, insert, select

from bot.clinic import Clinic
from bot.dialogue import decide
from bot.messages import Effect, Inbound, Reply, Said, Visit
from bot.store import open_store, reading, writing
from bot.store.tables import appointment, conversation, outbox
from bot.talk.session import Session, freeze, screen
from bot.turn import Outcome, Turn, reference
from tests.desk import take_turn
from tests.talk import JO, KNOWLEDGE, NOW, PROFILES, YES, at, say, to_suggestion

AT_ONCE = 3  # clients of one process
BEFORE = 5  # clients that each of its connections has served before: PostgreSQL plans a statement as often
TOMORROW = date(2026, 11, 25)
THURSDAY = 26
CLOCKS = [f"{hour}:{minute}" for hour in (11, 12, 16, 17, 18) for minute in ("00", "30")]
WANTED = [("anna", clock, minutes) for clock in CLOCKS for minutes in (60, 90)]


@dataclass(frozen=True)
class Weathered:
    """What became of one client: the seconds of each turn, whether they are booked, and what they were offered."""

    turns: tuple[float, ...]
    booked: bool
    offered: int


def wish(client: int) -> tuple[str, str, int]:
    """Who, when and how long a client wants."""
    return WANTED[client % len(WANTED)]


def lines(client: int) -> Iterator[Said]:
    """What a client says from the suggestion on."""
    who, clock, minutes = wish(client)
    yield say("then", day=f"2026-11-{THURSDAY}", time=clock, therapist=who, length=str(minutes))
    yield JO
    yield YES


def weather(engine: Engine, client: int) -> list[float]:
    """One client's turns, until they are booked or were told that the time is gone: the seconds each of them took."""
    seconds: list[float] = []
    for number, said in enumerate(lines(client)):
        told: list[Reply] = []  # they read it off their screen: to ask the database is no part of a storm
        taking = replace(turn(name(client), "cardiff", number, said), decide=partial(overheard, told))
        began = perf_counter()
        outcome = take_turn(engine, taking)
        seconds.append(perf_counter() - began)
        if outcome is not Outcome.DONE or told[-1].slot in ("day", "time", "suggestion"):
            break
    return seconds


def overheard(told: list[Reply], session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
    """Decide, and note what is said."""
    session, effects = decide(session, said, clinic)
    told += [effect for effect in effects if isinstance(effect, Reply)]
    return session, effects


def turn(of: str, clinic: str, number: int, said: Said) -> Turn:
    return Turn(Inbound(of, str(number), clinic), said, PROFILES[clinic], KNOWLEDGE, NOW, decide, reference)


def weathered(engine: Engine, client: int, turns: Sequence[float]) -> Weathered:
    """What became of a client, by the record."""
    last = said_last(engine, client)
    return Weathered(tuple(turns), bool(last.reference), len(last.choices))


def said_last(engine: Engine, client: int) -> Reply:
    with reading(engine) as db:
        newest = select(outbox.c.reply).where(outbox.c.conversation == name(client)).order_by(outbox.c.id.desc())
        return screen(db.scalars(newest.limit(1)).one())


def name(client: int) -> str:
    return f"web:storm-{client}"


def gather(engine: Engine, clients: int) -> None:
    """Everybody has told all about themselves and looks at the suggestion."""
    ready = freeze(to_suggestion().session)
    row = {"clinic": "cardiff", "session": ready, "consent": True, "lines": 0, "updated": NOW}
    with writing(engine) as db:
        db.execute(insert(conversation), [row | {"id": name(client)} for client in range(clients)])


def storm(url: str, clients: int, processes: int) -> list[Weathered]:
    """Let it break loose. Returns what became of each client."""
    engine = open_store(url)
    gather(engine, clients)
    edges = [clients * n // processes for n in range(processes + 1)]
    starts = time.time() + 3 * processes  # all have served before by then, even on two cores
    command = (sys.executable, "-m", "tests.storm", url)
    running = [
        subprocess.Popen(
            [*command, str(first), str(last), str(starts)],
            cwd=Path(__file__).parent.parent,
            stdout=subprocess.PIPE,
            text=True,
        )
        for first, last in pairwise(edges)
    ]
    said = [process.communicate(timeout=300)[0] for process in running]
    assert all(process.returncode == 0 for process in running)
    told = [json.loads(line) for part in said for line in part.splitlines()]
    became = [weathered(engine, one["client"], one["turns"]) for one in told]
    engine.dispose()
    return became


def booked(engine: Engine) -> list[Visit]:
    """Every visit on record."""
    with reading(engine) as db:
        ours = (appointment.c.status == "booked") & (appointment.c.clinic == "cardiff")
        rows = db.execute(select(appointment).where(ours)).all()
    return [Visit(row.therapist, row.starts_at, row.minutes) for row in rows]


def overlaps(visits: Sequence[Visit]) -> int:
    """How many pairs of visits, buffers included, share a minute of one therapist's time."""
    buffer = PROFILES["cardiff"].buffer
    spans = sorted((v.therapist, v.start.timestamp(), v.end.timestamp() + 60 * buffer) for v in visits)
    return sum(one[0] == next_[0] and next_[1] < one[2] for one, next_ in pairwise(spans))


def wanted() -> set[Visit]:
    """Every visit that somebody wants."""
    return {Visit(who, at(THURSDAY, clock), minutes) for who, clock, minutes in WANTED}


def serve_before(engine: Engine, client: int) -> None:
    """A process that is asked by so many at once has served before: here, a few clients of another clinic."""
    for visit in range(client * BEFORE, (client + 1) * BEFORE):
        at_home = f"web:before-{visit}"
        row = {"clinic": "sandy-springs", "session": freeze(to_suggestion().session), "consent": True, "lines": 0}
        with writing(engine) as db:
            db.execute(insert(conversation), row | {"id": at_home, "updated": NOW})
        day, clock = TOMORROW + timedelta(visit // 5), f"{9 + 2 * (visit % 5):02}:00"  # not two of them want the same
        for number, said in enumerate((say("then", day=str(day), time=clock), JO, YES)):
            take_turn(engine, turn(at_home, "sandy-springs", number, said))


def main(url: str, first: int, last: int, starts: float) -> None:
    engine = open_store(url)
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        list(crowd.map(lambda client: serve_before(engine, client), range(first, first + AT_ONCE)))
        time.sleep(max(0.0, starts - time.time()))
        became = crowd.map(lambda client: weather(engine, client), range(first, last))
        for client, turns in enumerate(became, first):
            print(json.dumps({"client": client, "turns": turns}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
