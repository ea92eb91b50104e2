"""The clinic as one turn sees it: read at the turn's start, the diary only where it is looked at."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, or_, select

from bot.clinic import Clinic
from bot.knowledge import Knowledge, Profile
from bot.messages import Appointment, Visit
from bot.store.diary import Diary, held
from bot.store.given import CLINIC, NOW, OF
from bot.store.known import KNOWN, as_known, of
from bot.store.proof import Tries, as_appointment, finder, theirs, tries
from bot.store.tables import appointment, attempt, hold, wait
from bot.store.waiting import places

# One look tells what else is worth a look: most clients have nothing in most places.
GLANCE = KNOWN.add_columns(*(exists().where(of(table)) for table in (hold, wait, attempt, appointment)))
HOLDS = select(hold).where(of(hold), hold.c.expires > NOW)
COMING = and_(appointment.c.status == "booked", appointment.c.starts_at > NOW)
LATELY = select(appointment).where(or_(COMING, appointment.c.changed > bindparam("since")))
LATELY = LATELY.order_by(appointment.c.starts_at)
MADE_HERE = LATELY.where(theirs(CLINIC, OF, Tries(0, ())))


def survey(
    db: Connection,
    conversation: str,
    profile: Profile,
    knowledge: Knowledge,
    now: datetime,
    fresh: str = "",
    spare: str = "",
) -> Clinic:
    """A snapshot for this conversation. Its diary can be looked at while the transaction lasts."""
    *found, has_hold, waits, has_tried, has_booked = db.execute(
        GLANCE, {"of_clinic": profile.id, "of": conversation}
    ).one()
    rows = db.execute(HOLDS, {"of_clinic": profile.id, "of": conversation, "now": now}).all() if has_hold else []
    holds = {row.id: Visit(row.therapist, row.starts_at, row.minutes) for row in rows}
    waiting, offered = places(db, profile.id, conversation, holds) if waits else ((), set())
    made = tries(db, profile.id, conversation, now) if has_tried else Tries(0, ())
    undo = knowledge.policy.undo_minutes
    mine = lately(db, profile.id, conversation, made, now, undo) if has_booked or made.shown else []
    return Clinic(
        profile=profile,
        knowledge=knowledge,
        now=now,
        busy=Diary(db, profile, now.astimezone(profile.zone).date(), frozenset(held(db, holds))),
        mine=tuple(as_appointment(row) for row in mine if row.status == "booked" and row.starts_at > now),
        held=frozenset(visit for number, visit in holds.items() if number not in offered),
        known=as_known(found),
        fresh=fresh,
        spare=spare,
        undoable=undoable(mine, now, undo),
        waiting=waiting,
        elsewhere=finder(db, profile.id, made, knowledge.policy, now),
        tries=made.vain,
    )


def lately(db: Connection, clinic: str, conversation: str, made: Tries, now: datetime, undo_minutes: int) -> list[Any]:
    """What this client has booked and still before them, soonest first, and what they changed a moment ago."""
    rows = LATELY.where(theirs(clinic, conversation, made)) if made.shown else MADE_HERE
    since = now - timedelta(minutes=undo_minutes)
    return list(db.execute(rows, {"of_clinic": clinic, "of": conversation, "now": now, "since": since}))


def undoable(rows: list[Any], now: datetime, undo_minutes: int) -> tuple[Appointment, ...]:
    """The appointments changed a moment ago, each as it was before; the latest first."""
    lately = [row for row in rows if row.changed and row.changed > now - timedelta(minutes=undo_minutes)]
    return tuple(
        Appointment(row.reference, Visit(row.was_therapist, row.was_starts_at, row.minutes), row.session_type)
        for row in sorted(lately, key=lambda row: row.changed, reverse=True)
        if row.was_starts_at > now
    )
