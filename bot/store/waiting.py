"""The waiting list: who waits for which time, and who is offered it, one after the other, when it comes free."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, insert, select, update

from bot.clinic import Clinic
from bot.knowledge import Knowledge, Policy, Profile
from bot.messages import Appointment, Entry, Visit, Wait, Waited
from bot.rhythm.times import in_the_morning
from bot.rhythm.words import WAITING
from bot.store.diary import Diary, Quarter, claimed, claims_of, place, redraw, take
from bot.store.given import CLINIC
from bot.store.inbox import say
from bot.store.known import known, of
from bot.store.line import lock
from bot.store.notices import MAIL
from bot.store.proof import as_appointment
from bot.store.tables import appointment, claim, hold, offer, outbox, wait
from bot.store.visits import columns_of
from bot.talk.waiting import by_mail, offered, wish_of
from bot.talk.wishes import days_of, fitting

Span = tuple[datetime, datetime]


# ---------------------------------------------------------------- places


CALLED_OFF = exists().where(appointment.c.reference == wait.c.instead, appointment.c.status != "booked")
PLACES = select(wait).where(of(wait), ~CALLED_OFF).order_by(wait.c.id)  # with its appointment a place may come back


def places(
    db: Connection, clinic: str, conversation: str, holds: Mapping[int, Visit]
) -> tuple[tuple[Entry, ...], set[int]]:
    """A client's places on the list, each with what is kept for it of their `holds`; and which holds those are."""
    rows = db.execute(PLACES, {"of_clinic": clinic, "of": conversation}).all()
    entries = (Entry(row.id, waited(row), holds.get(row.hold)) for row in rows)
    return tuple(entries), {row.hold for row in rows if row.hold}


def waited(row: Any) -> Waited:
    """A row's wish."""
    return Waited(row.therapist, row.session_type, row.minutes, row.day, row.time, row.earliest, row.instead)


def join(db: Connection, clinic: str, conversation: str, wanted: Wait, policy: Policy, now: datetime) -> set[Quarter]:
    """A place on the list, at its end; who has too many gives up the oldest. Returns what is let go by it."""
    mine = db.execute(select(wait).where(of(wait, clinic, conversation)).order_by(wait.c.id)).all()
    if wanted.waited in [waited(row) for row in mine]:
        return set()
    wish = asdict(wanted.waited) | {"last": date.fromisoformat(wanted.last), "created": now}
    db.execute(insert(wait).values(clinic=clinic, conversation=conversation, **wish))
    too_many = [row.id for row in mine[: max(0, len(mine) + 1 - policy.wait_places)]]
    return leave(db, wait.c.id.in_(too_many)) if too_many else set()


def leave(db: Connection, where: ColumnElement[bool]) -> set[Quarter]:
    """Give up such places, and with them what was offered. Returns what is let go by it."""
    let_go = release(db, where)
    db.execute(delete(wait).where(where))
    return let_go


def release(db: Connection, where: ColumnElement[bool]) -> set[Quarter]:
    """Let go of what is offered to such places, and do not speak of it any more."""
    rows = db.execute(select(wait.c.id, wait.c.hold, wait.c.conversation).where(where, wait.c.hold.is_not(None))).all()
    if not rows:
        return set()
    holds = [row.hold for row in rows]
    let_go = claimed(db, claim.c.hold.in_(holds))
    db.execute(delete(hold).where(hold.c.id.in_(holds)))  # its claims go with it, and the place has none any more
    unsaid = outbox.c.conversation.in_([row.conversation for row in rows]) & outbox.c.settled.is_(None)
    db.execute(delete(outbox).where(unsaid, outbox.c.place.in_([row.id for row in rows])))
    return let_go


# ---------------------------------------------------------------- a time comes free


LEFT = (wait.c.clinic == CLINIC) & wait.c.hold.is_(None) & (wait.c.last >= bindparam("today"))
ANYBODY = select(wait.c.id).where(LEFT).limit(1)
UNSERVED = select(wait).where(LEFT).order_by(wait.c.id)


def pass_on(
    db: Connection, profile: Profile, knowledge: Knowledge, now: datetime, touched: Collection[Quarter] | None = None
) -> None:
    """Offer what has come free on the days touched (None: on any day) to whoever has waited for it longest."""
    today = now.astimezone(profile.zone).date()
    unserved = {"of_clinic": profile.id, "today": today}
    if db.scalar(ANYBODY, unserved) is None:
        return
    lock(db, profile.id)
    days = None if touched is None else {place(n, profile.zone)[0] for _, n in touched}
    for row in db.execute(UNSERVED, unserved).all():
        clinic, moves = Clinic(profile, knowledge, now, Diary(db.execute, profile, today)), to_move(db, row)
        if row.instead and not moves:
            continue
        if visit := free_for(db, row, clinic.without(moves) if moves else clinic, days):
            make_offer(db, row, visit, clinic, moves)


def to_move(db: Connection, row: Any) -> Appointment | None:
    """The appointment that would move, if a place is for that."""
    wanted = (appointment.c.reference == row.instead) & (appointment.c.status == "booked")
    found = db.execute(select(appointment).where(wanted)).first() if row.instead else None
    return as_appointment(found) if found else None


def free_for(db: Connection, row: Any, clinic: Clinic, days: Collection[date] | None) -> Visit | None:
    """The first time that fits a wish, lies far enough ahead, and meets nothing offered before or booked already."""
    wish = wish_of(waited(row))
    wanted = (day for day in days_of(wish.day, clinic) if days is None or day in days)
    starts = (start for day in wanted for start in fitting(replace(wish, day=day.isoformat()), clinic))
    soonest = kept_until(clinic) + timedelta(minutes=clinic.profile.notice)
    late_enough = (start for start in starts if start >= soonest)
    spoken_for: list[Span] = []
    for n, start in enumerate(late_enough):
        spoken_for = spoken_for if n else list(spans(db, row))
        if not any(first < start + timedelta(minutes=wish.minutes) and start < last for first, last in spoken_for):
            return clinic.visit(wish.who, wish.session_type, start, wish.minutes)
    return None


def spans(db: Connection, row: Any) -> Iterator[Span]:
    """What was offered to this place before, and what its client has booked and is to keep."""
    before = select(offer.c.starts_at, offer.c.ends_at).where(offer.c.wait == row.id)
    yield from ((one.starts_at, one.ends_at) for one in db.execute(before))
    mine = of(appointment, row.clinic, row.conversation) & (appointment.c.status == "booked")
    mine &= appointment.c.reference != row.instead
    for one in db.execute(select(appointment.c.starts_at, appointment.c.minutes).where(mine)):
        yield one.starts_at, one.starts_at + timedelta(minutes=one.minutes)


def spoken_at(clinic: Clinic) -> datetime:
    """When the client is told: now, or when the quiet hours end."""
    return in_the_morning(clinic.now, clinic.zone, clinic.knowledge.policy)


def kept_until(clinic: Clinic) -> datetime:
    """And how long it is kept for them."""
    return spoken_at(clinic) + timedelta(minutes=clinic.knowledge.policy.wait_minutes)


def make_offer(db: Connection, row: Any, visit: Visit, clinic: Clinic, moves: Appointment | None) -> None:
    """Keep a visit for whose turn it is, and tell them, by mail too if they left an address."""
    keep_for(db, row, visit, clinic)
    until, entry = kept_until(clinic), Entry(row.id, waited(row))
    about = {"kind": WAITING, "clinic": row.clinic, "until": until, "place": row.id}
    say(db, row.conversation, offered(visit, entry, until, clinic, moves), clinic.now, spoken_at(clinic), **about)
    client = known(db, row.clinic, row.conversation)
    if "@" in client.get("contact", ""):
        letter = by_mail(visit, entry, until, client.get("name", ""), clinic, moves)
        say(db, row.conversation, letter, clinic.now, spoken_at(clinic), channel=MAIL, **about)


def keep_for(db: Connection, row: Any, visit: Visit, clinic: Clinic) -> None:
    """A hold on a visit for a place on the list. What an appointment that would move has of it is not claimed twice."""
    until, profile = kept_until(clinic), clinic.profile
    kept = columns_of(visit) | {"expires": until}
    rows = insert(hold).values(clinic=row.clinic, conversation=row.conversation, **kept).returning(hold.c.id)
    number = db.scalars(rows).one()
    quarters = set(claims_of(profile, visit)) - claimed(db, claim.c.appointment == row.instead)
    take(db, quarters, {"hold": number})
    redraw(db, profile.zone, quarters)
    db.execute(update(wait).where(wait.c.id == row.id).values(hold=number))
    db.execute(insert(offer).values(wait=row.id, starts_at=visit.start, ends_at=visit.end))
