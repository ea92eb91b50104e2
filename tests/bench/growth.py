"""Does a turn cost the same in a busy diary, in a big clinic, in a house of many clinics?"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count, islice
from typing import Any

from sqlalchemy import Engine, insert

from bot.knowledge import Profile
from bot.messages import Visit
from bot.store import writing
from bot.store.diary import SECONDS, claims_of, redraw
from bot.store.tables import appointment, claim, conversation
from tests.bench.measure import Latencies
from tests.bench.turns import PRESSES, desk, many, talked
from tests.storm import gather, name
from tests.talk import NOW, PROFILES

APPOINTMENTS = (100, 1_000, 10_000, 100_000)
THERAPISTS = (1, 3, 10, 50)
CLINICS = (1, 10, 100, 1_000)
TURNS = 60
CARDIFF = PROFILES["cardiff"]
New = Callable[[str], Engine]
AT_ONCE = 5_000  # rows of one INSERT

references = count()


def turns_at(engine: Engine, profiles: Mapping[str, Profile] = PROFILES) -> Latencies:
    """Buttons pressed one after the other in one conversation of Cardiff's."""

    async def run() -> Latencies:
        async with desk(engine, profiles=profiles) as turns:
            await talked(turns, [name(0)], PRESSES, len(PRESSES))
            return await talked(turns, [name(0)], PRESSES, TURNS)

    gather(engine, 1)
    return asyncio.run(run())


def by_appointments(new: New, sizes: Sequence[int]) -> Iterator[tuple[int, Latencies]]:
    """In a diary with so many appointments behind it, and the weeks ahead a third full."""
    for size in sizes:
        engine = new(f"appointments{size}")
        fill(engine, CARDIFF, size)
        yield size, turns_at(engine)
        engine.dispose()


def by_therapists(new: New, sizes: Sequence[int]) -> Iterator[tuple[int, Latencies]]:
    """In a clinic with so many therapists."""
    for size in sizes:
        engine, profile = new(f"therapists{size}"), replace(CARDIFF, therapists=many(size))
        fill(engine, profile, 20 * size)
        yield size, turns_at(engine, {profile.id: profile})
        engine.dispose()


def by_clinics(new: New, sizes: Sequence[int]) -> Iterator[tuple[int, Latencies]]:
    """In a house of so many clinics, each with a diary of its own."""
    for size in sizes:
        engine = new(f"clinics{size}")
        profiles = [CARDIFF, *(replace(CARDIFF, id=f"clinic-{number}") for number in range(1, size))]
        for profile in profiles:
            fill(engine, profile, 20)
        yield size, turns_at(engine, {profile.id: profile for profile in profiles})
        engine.dispose()


def fill(engine: Engine, profile: Profile, size: int) -> None:
    """So many appointments: a hundred at most are ahead, the rest are long past."""
    ahead, past = min(size, 100), max(0, size - 100)
    visits = [*islice(visits_of(profile, first=8), ahead), *islice(visits_of(profile, first=-size), past)]
    rows = [row(profile, visit) for visit in visits]
    claims: list[dict[str, Any]] = [
        {"therapist": who, "quarter": n, "appointment": one["reference"]}
        for one, visit in zip(rows, visits, strict=True)
        for who, n in claims_of(profile, visit)
    ]
    told = {"clinic": profile.id, "session": "{}", "consent": True, "lines": 0, "updated": NOW}
    with writing(engine) as db:
        db.execute(insert(conversation).values(id=f"web:{profile.id}", **told))
        for table, of in ((appointment, rows), (claim, claims)):
            for begin in range(0, len(of), AT_ONCE):
                db.execute(insert(table), of[begin : begin + AT_ONCE])
        still = int(NOW.timestamp()) // SECONDS
        redraw(db, profile.zone, {(one["therapist"], one["quarter"]) for one in claims if one["quarter"] > still})


def visits_of(profile: Profile, first: int) -> Iterator[Visit]:
    """An hour each, therapist after therapist, three a day, from so many days from now on."""
    day = NOW.replace(hour=12, minute=0) + timedelta(days=first)
    while True:
        for therapist in profile.therapists:
            for hours in (0, 2, 4):
                yield Visit(therapist.id, day + timedelta(hours=hours), 60)
        day += timedelta(days=1)


def row(profile: Profile, visit: Visit) -> dict[str, object]:
    """An appointment on record."""
    return {
        "reference": f"{next(references):06X}",
        "clinic": profile.id,
        "therapist": visit.therapist,
        "conversation": f"web:{profile.id}",
        "client_name": "Jo Evans",
        "contact": "+442920555123",
        "guardian": False,
        "session_type": "maintenance",
        "minutes": visit.minutes,
        "starts_at": visit.start,
        "status": "booked",
        "channel": "web",
        "created_at": NOW - timedelta(days=60),
        "sequence": 0,
    }


KINDS = (
    ("appointments", APPOINTMENTS, by_appointments),
    ("therapists", THERAPISTS, by_therapists),
    ("clinics", CLINICS, by_clinics),
)
