"""The clinic as one turn sees it: read at the turn's start, the diary only where it is looked at."""

from datetime import datetime

from sqlalchemy import Connection, select

from bot.clinic import Clinic
from bot.knowledge import Knowledge
from bot.knowledge.profile import Profile
from bot.messages import Appointment, Visit
from bot.store.diary import Diary, Quarter, claimed
from bot.store.known import known, of
from bot.store.tables import appointment, claim, hold


def survey(
    db: Connection, conversation: str, profile: Profile, knowledge: Knowledge, now: datetime, fresh: str = ""
) -> Clinic:
    """A snapshot for this conversation. Its diary can be looked at while the transaction lasts."""
    holds = db.execute(select(hold).where(of(hold, profile.id, conversation), hold.c.expires > now)).all()
    own: set[Quarter] = claimed(db, claim.c.hold.in_([row.id for row in holds])) if holds else set()
    return Clinic(
        profile=profile,
        knowledge=knowledge,
        now=now,
        busy=Diary(db, profile, now.astimezone(profile.zone).date(), frozenset(own)),
        mine=ahead(db, profile.id, conversation, now),
        held=frozenset(Visit(row.therapist, row.starts_at, row.minutes) for row in holds),
        known=known(db, profile.id, conversation),
        fresh=fresh,
    )


def ahead(db: Connection, clinic: str, conversation: str, now: datetime) -> tuple[Appointment, ...]:
    """What this client has booked and still before them, soonest first."""
    coming = (appointment.c.status == "booked") & (appointment.c.starts_at > now)
    rows = select(appointment).where(of(appointment, clinic, conversation), coming).order_by(appointment.c.starts_at)
    return tuple(
        Appointment(row.reference, Visit(row.therapist, row.starts_at, row.minutes), row.session_type)
        for row in db.execute(rows)
    )
