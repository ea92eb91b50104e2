"""One turn: load, survey, decide, save, in one transaction; decided again on fresher facts if a race was lost."""

import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import Connection, Engine

from bot.clinic import Clinic
from bot.knowledge import Knowledge, Profile
from bot.messages import Effect, Erase, HandOff, Inbound, Remember, Reply, Said
from bot.store import Taken, inbox, post, survey, writing
from bot.store.diary import Quarter
from bot.store.erasure import lapse
from bot.store.ledger import Ledger, touch_diary
from bot.store.line import Line
from bot.store.survey import glance
from bot.store.waiting import pass_on
from bot.talk.session import Session, freeze

TRIES = 3
LETTERS, FIGURES = "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"  # none of which is mistaken for another
FORGOT = "Sorry, I have lost track of what we said before, so I may ask you something again."

Decide = Callable[[Session, Said, Clinic], tuple[Session, Sequence[Effect]]]
Ended = tuple["Outcome", list[Reply] | None]  # and what we say to it, unless that is to be looked up

log = logging.getLogger(__name__)


class Outcome(Enum):
    """What became of a message."""

    DONE = "its turn was taken"
    KNOWN = "it had its turn before: nothing was changed"
    NOT_YET = "a message that came before it has not had its turn: nothing was changed, but this one is kept"
    ANEW = "the open question has changed since it was understood: understand it again"
    BROKEN = "we failed: the client was told, and a person, and nothing else was changed"
    LOST = "every race was lost: the client was told, and nothing else was changed"


@dataclass(frozen=True)
class Turn:
    """All that one turn needs but the database.

    `asked` is the question the message was understood by, if by any. What is said is `handed` over with the channel's
    acknowledgement, or else waits in the outbox to be sent or picked up.
    """

    inbound: Inbound
    said: Said
    profile: Profile
    knowledge: Knowledge
    now: datetime
    decide: Decide
    fresh: Callable[[], str]
    asked: Reply | None = None
    handed: bool = False


def reference() -> str:
    """Six characters to name an appointment by: a letter first and a figure second, so that it looks like no word."""
    return "".join(map(secrets.choice, (LETTERS, FIGURES, *[LETTERS + FIGURES] * 4)))


def ended(engine: Engine, turn: Turn) -> Ended:
    """Take a turn, all of it or nothing. A lost race is decided again on fresher facts; the third time we say so.

    Returns what became of it, and what we say.
    """
    for _ in range(TRIES):
        try:
            with writing(engine) as db:
                return decided(db, turn)
        except Taken:
            log.info("turn %s of %s lost a race", turn.inbound.id, turn.inbound.conversation)
    conclude(engine, turn, [Reply(beaten(turn.profile))])
    return Outcome.LOST, None


def decided(db: Connection, turn: Turn) -> Ended:
    """One attempt, in a transaction of its own. Raises Taken if somebody else was quicker."""
    inbound, now = turn.inbound, turn.now
    memory = inbox.load(db, inbound, now)  # from here on its conversation is ours alone
    seen = glance(db, turn.profile.id, inbound.conversation, now, inbound.id)
    if seen.done:
        return Outcome.KNOWN, None
    if seen.oldest not in (None, inbound.id):
        inbox.keep(db, inbound, now)
        return Outcome.NOT_YET, None
    if turn.asked not in (None, memory.session.asked):
        return Outcome.ANEW, None
    if seen.lapsed:
        seen = cleared(db, turn)
    fresh, spare = turn.fresh(), turn.fresh()
    line = Line(db, turn.profile.id)
    clinic = survey(db, inbound.conversation, turn.profile, turn.knowledge, now, fresh, spare, seen, line)
    session, effects = turn.decide(memory.session, turn.said, clinic)
    if touch_diary(effects):
        line.join()
    else:
        line.leave()
    wanted = [Reply(FORGOT), *effects] if memory.lost else effects
    news = {"session": freeze(session), "consent": consented(session, effects, clinic), "updated": now}
    came_free = write(db, turn, wanted, memory.lines + 1, ready=seen.ready, **news)
    if came_free:
        pass_on(db, turn.profile, turn.knowledge, now, came_free)
    return Outcome.DONE, None if seen.ready else spoken(wanted)


def cleared(db: Connection, turn: Turn) -> object:
    """What there is of the client at a glance, when every hold that has lapsed is let go of."""
    let_go = lapse(db, turn.profile, turn.now)
    pass_on(db, turn.profile, turn.knowledge, turn.now, let_go)
    return glance(db, turn.profile.id, turn.inbound.conversation, turn.now)


def consented(session: Session, effects: Sequence[Effect], clinic: Clinic) -> bool:
    """Whether what this client says about health may be kept: their latest word on it, now or at an earlier visit."""
    told = [told.answers for told in session.told] + [done.answers for done in effects if isinstance(done, Remember)]
    words = [answers["consent"] for answers in (clinic.known, *told) if "consent" in answers]
    return words[-1:] == ["yes"] and Erase() not in effects


def excuse(engine: Engine, turn: Turn) -> Ended:
    """We failed. Say so kindly, let a person know, and keep the conversation as it was."""
    conclude(engine, turn, [Reply(failed(turn.profile)), HandOff("error")])
    return Outcome.BROKEN, None


def conclude(engine: Engine, turn: Turn, effects: Sequence[Effect]) -> None:
    """End a message's turn without deciding anything, unless it has ended already."""
    with writing(engine) as db:
        memory = inbox.load(db, turn.inbound, turn.now)
        seen = glance(db, turn.profile.id, turn.inbound.conversation, turn.now, turn.inbound.id)
        if not seen.done:
            write(db, turn, effects, memory.lines + 1, ready=seen.ready)


def write(
    db: Connection, turn: Turn, effects: Sequence[Effect], last: int, *, ready: bool, **news: object
) -> set[Quarter]:
    """The message has had its turn as this line, and this is what comes of it. Returns the quarters that came free.

    What is `ready` to be told is handed over too. What is said goes last: an `Erase` is about what was said before.
    `news` are of the conversation itself.
    """
    of, now = turn.inbound.conversation, turn.now
    inbox.finish(db, turn.inbound, now)
    if turn.handed and ready:
        last = post.hand_over(db, of, last, now)  # what fell due meanwhile comes first
    came_free = Ledger(db, turn.profile, of, now, turn.knowledge.policy).carry_out(effects)
    inbox.answer(db, of, spoken(effects), now, after=last, handed=turn.handed, **news)
    return came_free


def spoken(effects: Sequence[Effect]) -> list[Reply]:
    """What is said of what was decided."""
    return [effect for effect in effects if isinstance(effect, Reply)]


def beaten(profile: Profile) -> str:
    """What a client reads who lost every race."""
    return f"Sorry, the diary is very busy this minute. Please send that once more, or call {profile.phone}."


def failed(profile: Profile) -> str:
    """What a client reads when something of ours has broken."""
    reach = f"reach the clinic on {profile.phone} or at {profile.email}"
    return f"Sorry, something went wrong on our side. Please try again, or {reach}; they have been told."
