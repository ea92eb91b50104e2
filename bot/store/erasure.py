"""What is forgotten, and when: health words without consent, old words, and holds that have lapsed."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, delete, exists, or_, select, true, update

from bot.knowledge import Knowledge, Policy, Profile
from bot.messages import Reply
from bot.store.diary import Quarter, held, redraw
from bot.store.engine import reading, writing
from bot.store.given import CLINIC, NOW
from bot.store.inbox import peek
from bot.store.known import KEPT, keep
from bot.store.line import lock
from bot.store.notices import drop
from bot.store.proof import forget_tries
from bot.store.tables import appointment, attempt, client, conversation, handoff, hold, inbound, outbox, wait
from bot.store.waiting import CALLED_OFF, leave, pass_on
from bot.talk.session import freeze

MEMORY = timedelta(days=30)  # how long we keep what was said word for word, and a chat of which nothing came
REASONS = (  # to keep a conversation
    *(table.c.conversation == conversation.c.id for table in (appointment, hold, wait)),
    (handoff.c.conversation == conversation.c.id) & handoff.c.done.is_(None),
)


def sweep(engine: Engine, profiles: Mapping[str, Profile], knowledge: Knowledge, now: datetime) -> None:
    """Let go of what has lapsed, and forget what is due to be forgotten. To be called every minute or so."""
    for profile in stirring(engine, profiles, now):
        with writing(engine) as db:
            lapse(db, profile, now)
            outdated(db, profile, knowledge.policy, now)
            pass_on(db, profile, knowledge, now)
    patience = timedelta(minutes=knowledge.policy.silence_minutes)
    with writing(engine) as db:
        forget_tries(db, now)
        drop(db, true(), now)
        for silent in silent_since(db, now - patience, conversation.c.consent.is_(False)):
            erase(db, silent, now)
        for silent in silent_since(db, now - MEMORY, conversation.c.consent.is_(True)):
            blank(db, silent, now)
        for left in abandoned(db, now - MEMORY):
            forget(db, left)


def stirring(engine: Engine, profiles: Mapping[str, Profile], now: datetime) -> list[Profile]:
    """The clinics where a hold has lapsed or somebody waits: of a thousand, most have nothing to be seen to."""
    with reading(engine) as db:
        lapsed = select(hold.c.clinic).where(hold.c.expires <= now)
        found = set(db.scalars(lapsed.union(select(wait.c.clinic))))
    return [profile for profile in profiles.values() if profile.id in found]


LAPSED = (hold.c.clinic == CLINIC) & (hold.c.expires <= NOW)
EXPIRED = select(hold.c.id).where(LAPSED)


def lapse(db: Connection, profile: Profile, now: datetime) -> set[Quarter]:
    """Holds that have expired are free for anyone. Returns their quarters."""
    now_here = {"of_clinic": profile.id, "now": now}
    if db.scalar(EXPIRED, now_here) is None:
        return set()
    lock(db, profile.id)
    gone = list(db.scalars(EXPIRED, now_here))
    touched = held(db, gone)
    db.execute(delete(hold).where(hold.c.id.in_(gone)))  # and its claims with it
    redraw(db, profile.zone, touched)
    return touched


def outdated(db: Connection, profile: Profile, policy: Policy, now: datetime) -> None:
    """Nobody waits for a day that has gone, or to move what was cancelled too long ago to be taken back."""
    gone = wait.c.last < now.astimezone(profile.zone).date()
    for_good = CALLED_OFF.where(appointment.c.changed <= now - timedelta(minutes=policy.undo_minutes))
    vain = (wait.c.clinic == profile.id) & (gone | for_good)
    if db.scalar(select(wait.c.id).where(vain).limit(1)) is not None:
        lock(db, profile.id)
        redraw(db, profile.zone, leave(db, vain))


def silent_since(db: Connection, when: datetime, of: ColumnElement[bool]) -> list[str]:
    """Conversations without a word since then in which there is something left to forget."""
    unwiped = or_(conversation.c.erased.is_(None), conversation.c.erased < conversation.c.updated)
    rows = select(conversation.c.id).where(of, conversation.c.updated <= when, unwiped)
    return list(db.scalars(rows.with_for_update(skip_locked=True)))


def abandoned(db: Connection, when: datetime) -> list[str]:
    """Conversations without a word since then from which nothing came that anybody may still ask about."""
    unneeded = (~exists().where(reason) for reason in REASONS)
    rows = select(conversation.c.id).where(conversation.c.updated <= when, *unneeded)
    return list(db.scalars(rows.with_for_update(skip_locked=True)))


def forget(db: Connection, of: str) -> None:
    """Leave nothing of a conversation."""
    for table in (inbound, outbox, client, attempt, handoff):
        db.execute(delete(table).where(table.c.conversation == of))
    db.execute(delete(conversation).where(conversation.c.id == of))


def blank(db: Connection, of: str, now: datetime) -> None:
    """Forget the words of a conversation: the client's, and ours that have been sent."""
    spoken = (inbound.c.conversation == of) & inbound.c.done.is_not(None)
    db.execute(update(inbound).where(spoken).values(text="", pressed=""))
    sent = (outbox.c.conversation == of) & outbox.c.settled.is_not(None)
    db.execute(update(outbox).where(sent).values(reply=asdict(Reply(""))))
    db.execute(update(conversation).where(conversation.c.id == of).values(erased=now))


def erase(db: Connection, of: str, now: datetime) -> None:
    """Forget all that was said about health. Name, contact, appointment and the urgency of a stop stay."""
    blank(db, of, now)
    session = replace(peek(db, of).session.forgets_health(), asked=Reply(""))  # what we asked tells of it too
    db.execute(update(conversation).where(conversation.c.id == of).values(session=freeze(session)))
    db.execute(update(appointment).where(appointment.c.conversation == of).values(intake=None, suggestion=None))
    db.execute(update(handoff).where(handoff.c.conversation == of).values(flags=[]))
    records = select(client.c.clinic, client.c.known).where(client.c.conversation == of)
    for clinic, recorded in db.execute(records).all():
        keep(db, clinic, of, {slot: recorded[slot] for slot in KEPT if slot in recorded})
