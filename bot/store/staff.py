"""What the staff see and do: appointments and hand-offs in the outer shapes of the contract, and time kept free."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.knowledge.profile import Profile
from bot.store.diary import redraw, span, take
from bot.store.erasure import lapse
from bot.store.line import lock
from bot.store.tables import appointment, block, handoff

LARGEST = 2**31 - 1  # number that a database counts to


def appointments(db: Connection, clinic: str | None = None) -> list[Mapping[str, object]]:
    """The appointments on record, of one clinic or all, soonest first."""
    rows = select(appointment).order_by(appointment.c.starts_at, appointment.c.reference)
    rows = rows.where(appointment.c.clinic == clinic) if clinic else rows
    return [shown(row) for row in db.execute(rows)]


def find_appointment(db: Connection, reference: str) -> Mapping[str, object] | None:
    """One appointment, or None."""
    row = db.execute(select(appointment).where(appointment.c.reference == reference)).first()
    return shown(row) if row else None


def shown(row: Any) -> Mapping[str, object]:
    """An appointment in its outer shape."""
    complaints = (row.intake or {}).get("complaints", ())
    return {
        "reference": row.reference,
        "clinic": row.clinic,
        "therapist": row.therapist,
        "client_name": row.client_name,
        "session_type": row.session_type,
        "minutes": row.minutes,
        "starts_at": row.starts_at.isoformat(timespec="seconds"),
        "ends_at": (row.starts_at + timedelta(minutes=row.minutes)).isoformat(timespec="seconds"),
        "status": row.status,
        "channel": row.channel,
        "complaints": [{"label": one["label"], "side": one["side"]} for one in complaints],
        "created_at": row.created_at.isoformat(timespec="seconds"),
        "attends": True if row.attends else None,  # asked, nobody says no: who will not come cancels
    }


def handoffs(db: Connection, clinic: str | None = None) -> list[Mapping[str, object]]:
    """Who waits for a person, longest first."""
    rows = select(handoff).where(handoff.c.done.is_(None)).order_by(handoff.c.created, handoff.c.id)
    rows = rows.where(handoff.c.clinic == clinic) if clinic else rows
    return [waiting(row) for row in db.execute(rows)]


def waiting(row: Any) -> Mapping[str, object]:
    """A hand-off in its outer shape."""
    return {
        "id": row.id,
        "clinic": row.clinic,
        "conversation": row.conversation,
        "reason": row.reason,
        "urgency": row.urgency,
        "flags": row.flags,
        "client_name": row.client_name,
        "contact": row.contact,
        "created_at": row.created.isoformat(timespec="seconds"),
    }


def found_handoffs(db: Connection, numbers: Collection[int], clinic: str | None = None) -> set[int]:
    """Which of these hand-offs there are, open or not, of one clinic or all."""
    rows = select(handoff.c.id).where(handoff.c.id.in_([number for number in numbers if number <= LARGEST]))
    return set(db.scalars(rows.where(handoff.c.clinic == clinic) if clinic else rows))


def close_handoffs(db: Connection, numbers: Collection[int], now: datetime) -> set[int]:
    """A person has seen to these. Returns those that were open."""
    seen_to = update(handoff).where(handoff.c.id.in_(numbers), handoff.c.done.is_(None)).values(done=now)
    return set(db.scalars(seen_to.returning(handoff.c.id)))


def keep_free(db: Connection, profile: Profile, therapist: str, first: datetime, last: datetime, now: datetime) -> int:
    """Keep a stretch of a therapist's time from being booked. Raises Taken if some of it is booked or held.

    For who connects another diary: no command of ours blocks time, the clinic's file has its weeks and days off.
    """
    lock(db, profile.id)
    lapse(db, profile, now)
    rows = insert(block).values(clinic=profile.id, therapist=therapist, starts_at=first, ends_at=last)
    number = db.scalars(rows.returning(block.c.id)).one()
    quarters = span(profile.id, therapist, first, last)
    take(db, quarters, {"block": number})
    redraw(db, profile.zone, quarters)
    return number
