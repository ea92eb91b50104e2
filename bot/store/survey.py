"""The clinic as one turn sees it: read at the turn's start, the diary only where it is looked at."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, or_, select

from bot.clinic import Clinic
from bot.knowledge import Knowledge, Profile
from bot.messages import Appointment, Visit
from bot.store.diary import Diary
from bot.store.erasure import LAPSED
from bot.store.given import CLINIC, NOW, OF
from bot.store.inbox import DONE, OLDEST, channel
from bot.store.known import RECORD, of
from bot.store.line import Line
from bot.store.post import READY
from bot.store.proof import Tries, as_appointment, finder, theirs, tries
from bot.store.tables import appointment, attempt, claim, hold, wait
from bot.store.visits import visit_of
from bot.store.waiting import places

# One look tells what else is worth a look: most clients have nothing in most places.
KINDS = {
    "holds": of(hold),
    "waits": of(wait),
    "tried": of(attempt),
    "books": of(appointment),
    "lapsed": LAPSED,
    "ready": READY,
}
LOOKS = (
    *(exists().where(some).label(name) for name, some in KINDS.items()),
    DONE.label("done"),
    OLDEST.label("oldest"),
)
GLANCE = select(RECORD.scalar_subquery().label("known"), *LOOKS)
HOLDS = select(hold, claim.c.therapist.label("whose"), claim.c.quarter)
HOLDS = HOLDS.outerjoin(claim, claim.c.hold == hold.c.id).where(of(hold), hold.c.expires > NOW)
COMING = and_(appointment.c.status == "booked", appointment.c.starts_at > NOW)
LATELY = select(appointment).where(or_(COMING, appointment.c.changed > bindparam("since")))
LATELY = LATELY.order_by(appointment.c.starts_at)
MADE_HERE = LATELY.where(theirs(CLINIC, OF, Tries(0, ())))


def glance(db: Connection, clinic: str, conversation: str, now: datetime, message: str = "") -> Any:
    """What there is of a client, what is `ready` to be told, and whether a hold in the clinic's diary has `lapsed`.

    And of the conversation's messages: whether this one is `done`, having had its turn, and the `oldest` that is not.
    """
    about = {"of_clinic": clinic, "of": conversation, "channel": channel(conversation), "message": message}
    return db.execute(GLANCE, about | {"now": now}).one()


def survey(
    db: Connection,
    conversation: str,
    profile: Profile,
    knowledge: Knowledge,
    now: datetime,
    fresh: str = "",
    spare: str = "",
    seen: Any = None,
    line: Line | None = None,
) -> Clinic:
    """A snapshot for this conversation, by what was `seen` at a glance.

    Its diary is read when it is looked at, standing in a `line` if there is one.
    """
    seen = seen or glance(db, profile.id, conversation, now)
    rows = db.execute(HOLDS, {"of_clinic": profile.id, "of": conversation, "now": now}).all() if seen.holds else []
    holds = {row.id: visit_of(row) for row in rows}
    own = frozenset((row.whose, row.quarter) for row in rows if row.whose)
    waiting, offered = places(db, profile.id, conversation, holds) if seen.waits else ((), set())
    made = tries(db, profile.id, conversation, now) if seen.tried else Tries(0, ())
    undo = knowledge.policy.undo_minutes
    mine = lately(db, profile.id, conversation, made, now, undo) if seen.books or made.shown else []
    return Clinic(
        profile=profile,
        knowledge=knowledge,
        now=now,
        busy=Diary(line.read if line else db.execute, profile, now.astimezone(profile.zone).date(), own),
        mine=tuple(as_appointment(row) for row in mine if row.status == "booked" and row.starts_at > now),
        held=frozenset(visit for number, visit in holds.items() if number not in offered),
        known=seen.known or {},
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
        Appointment(row.reference, as_it_was(row), row.session_type)
        for row in sorted(lately, key=lambda row: row.changed, reverse=True)
        if row.was_starts_at > now
    )


def as_it_was(row: Any) -> Visit:
    """What an appointment's visit was before its latest change."""
    return Visit(row.was_therapist, row.was_starts_at, row.was_minutes or row.minutes)
