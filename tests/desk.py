"""A small clinic to try the record on, and turns that do just what a test wants done."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from bot.clinic import Clinic
from bot.knowledge import Knowledge, Policy, Therapist, load_profiles
from bot.messages import Book, Client, Complaint, Effect, Inbound, Intake, Reply, Said, Suggestion, Visit
from bot.store import reading, survey
from bot.store.diary import first_of
from bot.store.tables import claim, day, outbox
from bot.talk.session import Session, screen
from bot.turn import Decide, Outcome, Turn, ended, reference

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)  # a Tuesday
THURSDAY = date(2026, 11, 26)

POLICY = {
    "hold_minutes": 10,
    "silence_minutes": 30,
    "undo_minutes": 5,
    "wait_minutes": 30,
    "wait_places": 5,
    "proof_tries": 5,
}
numbers: dict[str, Any] = dict.fromkeys(Policy.__dataclass_fields__, 0)
KNOWLEDGE = Knowledge({}, {}, {}, {}, {}, {}, Policy(**numbers | POLICY))

ALL_DAY = ((time(0), time(23, 45)),)
ANNA = Therapist("anna", "Anna", (ALL_DAY,) * 7, frozenset({"maintenance"}))
BEN = replace(ANNA, id="ben", name="Ben")
CLINICS = load_profiles(Path(__file__).parent.parent / "data" / "clinics")
CARDIFF = replace(
    CLINICS["cardiff"],
    therapists=(ANNA, BEN),
    buffer=15,
    notice=0,
    horizon=400,
)
INTAKE = Intake((Complaint("calf", "left", "2026-11-01", 4),), routine="regular")
SUGGESTION = Suggestion("maintenance", 60, reasons=("Your calf is tight.",))
ids = count()


def at(clock: str, on: date = THURSDAY) -> datetime:
    """A wall-clock time in Cardiff, as an instant."""
    return datetime.combine(on, time.fromisoformat(clock), CARDIFF.zone).astimezone(UTC)


def visit(clock: str, minutes: int = 60, who: str = "anna", on: date = THURSDAY) -> Visit:
    return Visit(who, at(clock, on), minutes)


def book(where: Visit, name: str, consent: bool = True) -> Book:
    client = Client("Jo Evans", "+442920762000")
    return Book(name, where, "maintenance", client, replace(INTAKE, consent=consent), SUGGESTION)


def turn(conversation: str, decide: Decide, now: datetime = NOW, **more: Any) -> Turn:
    """A turn that decides so. Each is a message of its own unless it is given an id."""
    inbound = Inbound(conversation, more.pop("id", f"m{next(ids)}"), "cardiff", more.pop("text", "yes"))
    parts: dict[str, Any] = {"profile": CARDIFF, "knowledge": KNOWLEDGE, "fresh": reference} | more
    return Turn(inbound, Said(inbound.text), now=now, decide=decide, **parts)


def take_turn(engine: Engine, turn: Turn) -> Outcome:
    """Take a turn, and tell only what became of it."""
    return ended(engine, turn)[0]


def doing(*effects: Effect) -> Decide:
    return lambda session, said, clinic: (session, list(effects))


def do(engine: Engine, conversation: str, *effects: Effect, now: datetime = NOW) -> Outcome:
    """A turn with these effects."""
    return take_turn(engine, turn(conversation, doing(*effects), now))


def booking(wanted: Visit) -> Decide:
    """Book this visit, or say what is free instead."""

    def decide(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
        on = wanted.start.astimezone(clinic.zone).date()
        starts = list(clinic.starts(wanted.therapist, "maintenance", on, wanted.minutes))
        if wanted.start in starts:
            return session, [book(wanted, clinic.fresh), Reply("Booked.", reference=clinic.fresh)]
        return session, [Reply(f"Taken. {min(starts):%H:%M}?")]

    return decide


def seen(engine: Engine, conversation: str, now: datetime = NOW) -> tuple[Clinic, dict[str, set[datetime]]]:
    """The clinic as a conversation sees it, and each therapist's free hours on Thursday."""
    with reading(engine) as db:
        clinic = survey(db, conversation, CARDIFF, KNOWLEDGE, now, "FRESH2")
        return clinic, {t.id: set(clinic.starts(t.id, "maintenance", THURSDAY, 60)) for t in CARDIFF.therapists}


def is_free(engine: Engine, conversation: str, clock: str, who: str = "anna", now: datetime = NOW) -> bool:
    return at(clock) in seen(engine, conversation, now)[1][who]


def said_to(engine: Engine, conversation: str) -> list[str]:
    with reading(engine) as db:
        spoken = (outbox.c.conversation == conversation) & (outbox.c.channel != "mail")
        rows = select(outbox.c.reply).where(spoken).order_by(outbox.c.id)
        return [screen(saved).text for saved in db.scalars(rows)]


def claims(engine: Engine) -> list[tuple[str, int, str | None, int | None, int | None]]:
    with reading(engine) as db:
        return [tuple(row) for row in db.execute(select(claim).order_by(claim.c.therapist, claim.c.quarter))]


def masks_equal_claims(db: Connection) -> bool:
    """Whether the masks say what the claims say, worked out the slow way."""
    drawn: dict[tuple[str, date], int] = defaultdict(int)
    for row in db.execute(select(claim)):
        zone = CLINICS[row.therapist.partition("/")[0]].zone
        instant = datetime.fromtimestamp(row.quarter * 900, zone)
        midnight = datetime.combine(instant.date(), time(), zone)
        elapsed = instant.astimezone(UTC) - midnight.astimezone(UTC)
        drawn[row.therapist, instant.date()] |= 1 << elapsed // timedelta(minutes=15)
    return drawn == {(row.therapist, row.day): row.busy for row in db.execute(select(day))}


def quarters_of(visits: Iterable[Visit]) -> set[tuple[str, int]]:
    """What visits claim, counted the slow way: every minute of them and of the buffer after."""
    minutes = ((v, n) for v in visits for n in range(v.minutes + CARDIFF.buffer))
    return {(f"cardiff/{v.therapist}", int((v.start + timedelta(minutes=n)).timestamp()) // 900) for v, n in minutes}


def day_length(on: date) -> int:
    return first_of(on + timedelta(days=1), CARDIFF.zone) - first_of(on, CARDIFF.zone)
