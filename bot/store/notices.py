"""What is said unasked, as rows of the outbox: written in the transaction of the change that it is about."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, or_, select, update

from bot.knowledge import Policy, Profile
from bot.messages import HandOff, Reply
from bot.rhythm.times import PATIENCE, Planned, planned
from bot.rhythm.words import CANCELLED, STAFF, WAITING, Booking, Letter, said, told_staff, waiting_for_staff, written
from bot.store.inbox import SAID, channel, clinic_of, say
from bot.store.known import known, of
from bot.store.tables import appointment, handoff, outbox
from bot.store.visits import visit_of
from bot.talk.session import as_json

MAIL = "mail"  # a channel beside the one a conversation is held on
OVER = ("cancelled", "no_show")
USUAL_RHYTHM = 4  # weeks (S1: every 2 to 4), where no suggestion may be kept
STALE, UNREACHABLE = "stale", "unreachable"  # why a reply was not sent


def follow(db: Connection, profile: Profile, policy: Policy, reference: str, now: datetime) -> None:
    """An appointment was made or changed: what is unsent about it is not true any more, and this is."""
    db.execute(delete(outbox).where(outbox.c.appointment == reference, outbox.c.settled.is_(None)))
    row = db.execute(select(appointment).where(appointment.c.reference == reference)).one()
    announce(db, profile, policy, row.conversation, as_booking(row), now)


def announce(
    db: Connection, profile: Profile, policy: Policy, conversation: str, booking: Booking, now: datetime
) -> None:
    """All that is to be said of an appointment as it is now, to its client and to the clinic, in one go."""
    ahead = planned(booking.visit, profile.zone, policy, now) if booking.status == "booked" else []
    shared = {"conversation": conversation, "clinic": profile.id, "created": now, "attempts": 0}
    to_staff = notice(MAIL, told_staff(booking, profile), Planned(STAFF, now, now + PATIENCE))
    theirs = (notice(*one) for one in to_client(booking, profile, ahead, now, channel(conversation)))
    rows = [*(one | {"appointment": booking.reference} for one in theirs), to_staff | {"appointment": None}]
    db.execute(SAID, [shared | row for row in rows])


def notice(by: str, reply: Reply, plan: Planned) -> dict[str, object]:
    """What goes by which channel, and when, as a row has it."""
    return asdict(plan) | {"channel": by, "reply": as_json(reply)}


def to_client(
    booking: Booking, profile: Profile, ahead: list[Planned], now: datetime, held_on: str
) -> Iterator[tuple[str, Reply, Planned]]:
    """By which channel goes what: reminders into the conversation, and with the news by mail to whom mail reaches."""
    for plan in ahead:
        yield held_on, said(plan.kind, booking, profile), plan
    if "@" in booking.contact:
        for plan in (Planned(booking.news, now, now + PATIENCE), *ahead):
            yield MAIL, written(plan.kind, booking, profile), plan


def as_booking(row: Any) -> Booking:
    """An appointment's row, as messages about it see it."""
    weeks = (row.suggestion or {}).get("rhythm_weeks", USUAL_RHYTHM)
    return Booking(row.reference, visit_of(row), row.client_name, row.contact, row.status, row.sequence, weeks)


def standing(db: Connection, reference: str) -> Any:
    """An appointment's row, or None."""
    return db.execute(select(appointment).where(appointment.c.reference == reference)).first()


def letter(db: Connection, number: int) -> Letter | None:
    """What the outbox's mail of this number is about and to whom it goes, as it is known now."""
    row = db.execute(select(outbox).where(outbox.c.id == number)).first()
    if row is None or row.clinic is None:
        return None
    if row.kind == STAFF:
        return Letter(row.kind, row.clinic)
    if row.kind == WAITING:
        client = known(db, row.clinic, row.conversation)
        return Letter(row.kind, row.clinic, client.get("name", ""), client["contact"]) if "contact" in client else None
    booking = as_booking(standing(db, row.appointment))
    return Letter(row.kind, row.clinic, booking.name, booking.contact, booking)


def tell_staff(db: Connection, clinic: str, about: str, mail: Reply, now: datetime) -> None:
    """A mail to the clinic. It is found among those of the conversation that it is about."""
    say(db, about, mail, now, channel=MAIL, kind=STAFF, clinic=clinic, until=now + PATIENCE)


def hand_off(db: Connection, clinic: str, conversation: str, why: HandOff, now: datetime) -> None:
    """A note for the staff, with whom to call back if we know; and a mail, without the reason."""
    who = known(db, clinic, conversation)
    db.execute(
        insert(handoff).values(
            clinic=clinic,
            conversation=conversation,
            reason=why.reason,
            urgency=why.urgency,
            flags=list(why.flags),
            client_name=who.get("name", ""),
            contact=who.get("contact", ""),
            created=now,
        )
    )
    tell_staff(db, clinic, conversation, waiting_for_staff(why.urgency), now)


def lost_touch(db: Connection, row: Any, now: datetime) -> None:
    """A reply could not reach its client: a person should know, once. What the clinic itself did not get is no case."""
    clinic = row.clinic or clinic_of(db, row.conversation)
    if clinic is None or row.kind == STAFF:
        return
    told = of(handoff, clinic, row.conversation) & (handoff.c.reason == UNREACHABLE) & handoff.c.done.is_(None)
    if not db.scalar(select(exists().where(told))):
        hand_off(db, clinic, row.conversation, HandOff(UNREACHABLE), now)


def drop(db: Connection, where: ColumnElement[bool], now: datetime) -> None:
    """Settle what is due but of no use any more: too late, or about an appointment that is off."""
    off = exists().where(appointment.c.reference == outbox.c.appointment, appointment.c.status.in_(OVER))
    useless = or_(outbox.c.until <= now, (outbox.c.kind != CANCELLED) & off)
    unleased = or_(outbox.c.lease.is_(None), outbox.c.lease <= now)
    unsent = outbox.c.settled.is_(None) & (outbox.c.due <= now)
    found = select(outbox.c.id).where(where, unsent, unleased, useless).with_for_update(skip_locked=True, of=outbox)
    if gone := list(db.scalars(found)):
        db.execute(update(outbox).where(outbox.c.id.in_(gone)).values(settled=now, error=STALE))
