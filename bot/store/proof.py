"""An appointment made in another conversation, named by its reference and the contact on it: few tries, and counted."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select

from bot.knowledge import Policy
from bot.messages import Appointment, Prove
from bot.store.given import OF, Told
from bot.store.known import of
from bot.store.tables import appointment, attempt
from bot.store.visits import visit_of

WINDOW = timedelta(hours=1)  # tries are counted, and what was proven lasts, for so long


@dataclass(frozen=True)
class Tries:
    """What one conversation has tried of late: how often in vain, and which appointments it may see by it."""

    vain: int
    shown: tuple[str, ...]


TRIED = select(attempt.c.reference, attempt.c.found).where(of(attempt), attempt.c.at > bindparam("since"))


def tries(db: Connection, clinic: str, conversation: str, now: datetime) -> Tries:
    """The tries of a conversation within the hour."""
    rows = db.execute(TRIED, {"of_clinic": clinic, "of": conversation, "since": now - WINDOW}).all()
    return Tries(sum(not row.found for row in rows), tuple(row.reference for row in rows if row.found))


PROVEN = TRIED.with_only_columns(attempt.c.reference).where(attempt.c.found)
MINE = (appointment.c.conversation == OF, appointment.c.reference.in_(PROVEN))  # either; both at once find no index


def theirs(clinic: Told, conversation: Told, made: Tries) -> ColumnElement[bool]:
    """The appointments that a conversation has made, or has proven to be its client's."""
    booked = appointment.c.conversation == conversation
    return (appointment.c.clinic == clinic) & (
        or_(booked, appointment.c.reference.in_(made.shown)) if made.shown else booked
    )


def finder(
    db: Connection, clinic: str, made: Tries, policy: Policy, now: datetime
) -> Callable[[str, str], Appointment | None]:
    """What finds an appointment ahead by reference and contact: wrong either way, or once too often, it finds none."""

    def find(reference: str, contact: str) -> Appointment | None:
        if made.vain >= policy.proof_tries or in_vain(db, clinic, reference, now) >= policy.proof_tries:
            return None
        wanted = (appointment.c.reference == reference) & (appointment.c.clinic == clinic)
        ahead = (appointment.c.status == "booked") & (appointment.c.starts_at > now)
        row = db.execute(select(appointment).where(wanted, ahead)).first()
        return as_appointment(row) if row and same(row.contact, contact) else None

    return find


def in_vain(db: Connection, clinic: str, reference: str, now: datetime) -> int:
    """How often anybody has named this reference wrongly within the hour."""
    wrong = (attempt.c.reference == reference) & (attempt.c.clinic == clinic) & attempt.c.found.is_(False)
    return db.scalar(select(func.count()).where(wrong, attempt.c.at > now - WINDOW)) or 0


def same(one: str, other: str) -> bool:
    """Whether two contacts are one: large and small letters are alike in an address."""
    return hmac.compare_digest(one.casefold().encode(), other.casefold().encode())


def count(db: Connection, clinic: str, conversation: str, said: Prove, policy: Policy, now: datetime) -> None:
    """Note a try, and whether it was right."""
    found = finder(db, clinic, tries(db, clinic, conversation, now), policy, now)(said.reference, said.contact)
    row = {"clinic": clinic, "conversation": conversation, "reference": said.reference, "at": now}
    db.execute(insert(attempt).values(found=found is not None, **row))


def forget_tries(db: Connection, now: datetime) -> None:
    """What is too long ago to count."""
    db.execute(delete(attempt).where(attempt.c.at <= now - WINDOW))


def as_appointment(row: Any) -> Appointment:
    """A row as a conversation needs it."""
    return Appointment(row.reference, visit_of(row), row.session_type, row.created_at)
