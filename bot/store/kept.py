"""What has become of a time that a mail from the waiting list told of, for the page behind its link."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, select

from bot.messages import Appointment, Visit
from bot.rhythm.words import WAITING
from bot.store.known import of
from bot.store.ledger import ON_VISIT, on
from bot.store.proof import theirs, tries
from bot.store.tables import appointment, hold, outbox, wait
from bot.store.waiting import to_move

KEPT, CHOSEN, BOOKED, GONE, OVER = "kept", "chosen", "booked", "gone", "over"


@dataclass(frozen=True)
class Standing:
    """Kept for whoever was offered it, chosen by them, booked by them, gone, or over; and what would move there."""

    stands: str
    until: datetime | None = None  # it is theirs
    moves: Appointment | None = None


def told_in(db: Connection, letter: int) -> tuple[str, str] | None:
    """The clinic and the conversation that a mail of the waiting list is about."""
    row = db.execute(select(outbox).where(outbox.c.id == letter, outbox.c.kind == WAITING)).first()
    return (row.clinic, row.conversation) if row else None


def standing(db: Connection, clinic: str, conversation: str, visit: Visit, now: datetime) -> Standing:
    """How it stands with a visit that was offered to a client."""
    if visit.end <= now:
        return Standing(OVER)
    kept = of(hold, clinic, conversation) & ON_VISIT & (hold.c.expires > now)
    if held := db.execute(select(hold).where(kept), on(visit)).first():
        place = db.execute(select(wait).where(wait.c.hold == held.id)).first()
        return Standing(KEPT, held.expires, to_move(db, place)) if place else Standing(CHOSEN, held.expires)
    is_it = (appointment.c.therapist == visit.therapist) & (appointment.c.starts_at == visit.start)
    ours = theirs(clinic, conversation, tries(db, clinic, conversation, now)) & (appointment.c.status == "booked")
    return Standing(BOOKED if db.scalar(select(exists().where(ours, is_it))) else GONE)
