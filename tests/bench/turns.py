"""Turns: buttons and free text through the desk that every channel comes to, and each beside a raw INSERT."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count, cycle, islice
from time import perf_counter

from sqlalchemy import Engine, func, select, text

from bot.dialogue import decide
from bot.heard import Hear, Heard
from bot.house import understanding
from bot.knowledge import Profile, Therapist
from bot.messages import Inbound
from bot.store import reading
from bot.store.tables import appointment
from bot.turn import reference
from bot.turns import Turns
from bot.when import Span
from tests.bench.measure import Latencies, timed
from tests.storm import gather, name
from tests.talk import KNOWLEDGE, NOW, PROFILES

Line = tuple[str, str]  # what is written, or what the pressed button says

PRESSES: Sequence[Line] = [
    ("", says)
    for says in (
        "day=2026-12-03 time=",
        "length=90",
        "length=60",
        "day= time=",
        "day=2026-11-26 time=",
        "length=90",
        "length=60",
    )
]  # nobody wants the same hour: how it is when all do, the storm says
TEXTS: Sequence[Line] = [
    (words, "")
    for words in (
        "actually can we make it 90 minutes",
        "how much is it",
        "friday after 4 please",
        "no 60 is fine",
        "is there parking",
        "what about thursday at noon",
    )
]
CROWD = 8  # conversations at once
numbers = count()


async def deaf(words: str, times: Sequence[Span]) -> Heard | None:
    """No model."""
    return None


@asynccontextmanager
async def desk(engine: Engine, hear: Hear = deaf, profiles: Mapping[str, Profile] = PROFILES) -> AsyncIterator[Turns]:
    """The desk, on the clock of our stories."""
    turns = Turns(engine, profiles, KNOWLEDGE, understanding(hear), decide, lambda: NOW, reference)
    yield turns
    await turns.close()


async def turn(
    turns: Turns, conversation: str, line: Line, clinic: str = "cardiff", *, answered: bool = False
) -> float:
    """One turn, from the message to the committed reply, in seconds; or to the reply itself, as over REST."""
    written, pressed = line
    inbound = Inbound(conversation, str(next(numbers)), clinic, written, pressed)
    began = perf_counter()
    if answered:
        await turns.answer(inbound)
    else:
        await turns.receive(inbound)
        await turns.settled(conversation)
    return perf_counter() - began


async def talked(
    turns: Turns, conversations: Sequence[str], lines: Sequence[Line], each: int, *, answered: bool = False
) -> Latencies:
    """So many turns in each of these conversations, all conversations at once."""

    async def one(conversation: str) -> list[float]:
        return [await turn(turns, conversation, line, answered=answered) for line in islice(cycle(lines), each)]

    began = perf_counter()
    took = await asyncio.gather(*map(one, conversations))
    return Latencies(tuple(seconds for one in took for seconds in one), perf_counter() - began)


def conversed(
    engine: Engine, lines: Sequence[Line], crowd: int, each: int, hear: Hear = deaf, *, answered: bool = False
) -> Latencies:
    """So many conversations at once, from the suggestion on."""

    async def run() -> Latencies:
        async with desk(engine, hear) as turns:
            await talked(turns, [name(client) for client in range(crowd)], lines, len(lines))  # to warm up
            return await talked(turns, [name(client) for client in range(crowd)], lines, each, answered=answered)

    gather(engine, crowd)
    return asyncio.run(run())


def booked(engine: Engine, clients: int) -> Latencies:
    """Appointments by so many clients, eight of them at once, each at an hour that nobody else wants."""
    therapists = replace(PROFILES["cardiff"], therapists=many(clients))

    async def run() -> Latencies:
        async with desk(engine, profiles={"cardiff": therapists}) as turns:
            free = asyncio.Semaphore(CROWD)

            async def one(client: int) -> float:
                async with free:
                    return sum([await turn(turns, name(client), line) for line in booking(client)])

            began = perf_counter()
            took = await asyncio.gather(*map(one, range(clients)))
            return Latencies(tuple(took), perf_counter() - began)

    gather(engine, clients)
    found = asyncio.run(run())
    with reading(engine) as db:
        assert db.scalar(select(func.count()).select_from(appointment)) == clients
    return found


def many(size: int) -> tuple[Therapist, ...]:
    """So many therapists, who all work as Cardiff's first does."""
    first = PROFILES["cardiff"].therapists[0]
    return tuple(replace(first, id=f"{first.id}{number}") for number in range(size))


def booking(client: int) -> Sequence[Line]:
    """The three turns from the suggestion to the appointment."""
    return (
        ("", f"day=2026-11-26 time=17:00 therapist={PROFILES['cardiff'].therapists[0].id}{client}"),
        ("", "name=Jo_Evans contact=+442920555123"),
        ("yes", ""),
    )


def inserted(engine: Engine, times: int) -> Latencies:
    """A row and a commit, by the same driver on the same database: what no booking can be quicker than."""
    with engine.begin() as db:
        db.execute(text("CREATE TABLE scratch (number INTEGER PRIMARY KEY, words TEXT)"))

    def one(number: int) -> None:
        with engine.begin() as db:
            db.execute(text("INSERT INTO scratch VALUES (:number, 'nothing much')"), {"number": number})

    return timed(one, times)
