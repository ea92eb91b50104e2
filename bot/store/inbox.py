"""A conversation's own rows: what came in, what is to go out, its session, and the numbers of its lines."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Insert, Table, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.messages import Inbound, Reply
from bot.store.given import OF
from bot.store.tables import conversation, inbound, outbox
from bot.talk.session import Session, as_json, freeze, thaw

LONGEST = 10_000  # characters of one message that anybody will read
NOTHING_YET = freeze(Session())

log = logging.getLogger(__name__)


def receive(db: Connection, message: Inbound, now: datetime) -> bool:
    """Keep a message until it has had its turn. False if it is known already."""
    first = {"id": message.conversation, "clinic": message.clinic, "session": NOTHING_YET, "consent": False}
    db.execute(unless_known(db.dialect.name, conversation), first | {"lines": 0, "updated": now})
    return keep(db, message, now)


def keep(db: Connection, message: Inbound, now: datetime) -> bool:
    """A message of a conversation that there is. False if it is known already."""
    said = {"text": storable(message.text), "pressed": storable(message.pressed), "received": now}
    of = {"conversation": message.conversation, "id": message.id, "clinic": message.clinic}
    return db.execute(unless_known(db.dialect.name, inbound), of | said).first() is not None


@cache
def unless_known(dialect: str, table: Table) -> Insert:
    """Insert a row unless its key is there already."""
    into = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return into(table).on_conflict_do_nothing().returning(*table.primary_key)


def storable(text: str) -> str:
    """Text that any database takes: no NUL, no lone surrogates, no book."""
    return text[:LONGEST].replace("\0", "").encode("utf-8", "replace").decode()


PENDING = select(inbound).where(inbound.c.conversation == OF, inbound.c.done.is_(None)).order_by(inbound.c.seq).limit(1)


def pending(db: Connection, of: str) -> Inbound | None:
    """The oldest message of a conversation that has not had its turn."""
    row = db.execute(PENDING, {"of": of}).first()
    return Inbound(row.conversation, row.id, row.clinic, row.text, row.pressed) if row else None


def is_next(db: Connection, message: Inbound) -> bool:
    """Whether it is a message's turn, as no other one of its conversation waits since before."""
    first = pending(db, message.conversation)
    return first is None or first.id == message.id


def clinic_of(db: Connection, of: str) -> str | None:
    """The clinic that the latest message of a conversation was for."""
    messages = select(inbound.c.clinic).where(inbound.c.conversation == of).order_by(inbound.c.seq.desc())
    return db.scalars(messages.limit(1)).first()


def unfinished(db: Connection) -> list[str]:
    """The conversations in which somebody still waits for a turn."""
    return list(db.scalars(select(inbound.c.conversation).where(inbound.c.done.is_(None)).distinct()))


THIS = (inbound.c.conversation == OF) & (inbound.c.id == bindparam("message"))
FINISHED = update(inbound).where(THIS)
SPEAKS = (
    update(conversation)
    .where(conversation.c.id == OF)
    .values(lines=conversation.c.lines + bindparam("more"))
    .returning(conversation.c.lines)
)
SAID = insert(outbox)


def finish(db: Connection, message: Inbound, now: datetime) -> None:
    """The message has had its turn. What the client wrote becomes a line of the transcript."""
    line = next_line(db, message.conversation)
    db.execute(FINISHED, {"of": message.conversation, "message": message.id, "done": now, "line": line})


def next_line(db: Connection, of: str) -> int:
    """The next line of a conversation's transcript."""
    return db.scalars(SPEAKS, {"of": of, "more": 1}).one()


def answer(db: Connection, to: str, replies: Sequence[Reply], now: datetime, *, handed: bool, **news: object) -> None:
    """Put our answer into the outbox, along with what is new of the conversation itself.

    If it is `handed` over it leaves with the acknowledgement, and there is something more to be forgotten one day.
    """
    last = db.scalars(SPEAKS, {"of": to, "more": len(replies), **news, **({"erased": None} if handed else {})}).one()
    row = {"conversation": to, "channel": channel(to), "created": now, "due": now, "attempts": 0}
    row |= {"settled": now} if handed else {}
    first = last - len(replies) + 1
    if rows := [row | {"reply": as_json(reply), "line": line} for line, reply in enumerate(replies, first)]:
        db.execute(SAID, rows)


def say(db: Connection, to: str, reply: Reply, now: datetime, due: datetime | None = None, **about: object) -> None:
    """Put a reply into the outbox. What is due later or said unasked gets its line when it leaves, a mail none."""
    row = {"channel": channel(to), "created": now, "due": due or now, "attempts": 0} | about
    spoken = row["channel"] == channel(to) and "kind" not in about and not (due and due > now)
    line = next_line(db, to) if spoken else None
    db.execute(SAID, row | {"conversation": to, "reply": as_json(reply), "line": line})


def put_on_screen(db: Connection, of: str, reply: Reply) -> None:
    """From now on a bare "yes" answers what we have said unasked: it is what the client sees last."""
    session = replace(remembered(db.scalars(LOCKED, {"of": of}).one(), of).session, asked=reply)
    db.execute(update(conversation).where(conversation.c.id == of).values(session=freeze(session)))


def channel(of: str) -> str:
    """The channel of a conversation: telegram, web, rest or terminal."""
    return of.partition(":")[0]


@dataclass(frozen=True)
class Memory:
    """A conversation's session as loaded. `lost` if it could not be read."""

    session: Session
    lost: bool = False


SESSION = select(conversation.c.session).where(conversation.c.id == OF)
LOCKED = SESSION.with_for_update(key_share=True)
HAD = select(inbound.c.done).where(THIS)


def load(db: Connection, message: Inbound, now: datetime) -> Memory | None:
    """What we remember of a message's conversation; None if the message has had its turn.

    The conversation's row is locked until the transaction ends, so that its turns are taken one after the other.
    """
    of = {"of": message.conversation}
    saved = db.scalars(LOCKED, of).first()
    if saved is None:
        receive(db, message, now)
        saved = db.scalars(LOCKED, of).one()
    had = db.execute(HAD, of | {"message": message.id}).first()
    if had is None:
        keep(db, message, now)
    return None if had and had.done else remembered(saved, message.conversation)


def peek(db: Connection, of: str) -> Memory:
    """What we remember of a conversation, locking nothing."""
    return remembered(db.scalars(SESSION, {"of": of}).first() or NOTHING_YET, of)


def remembered(text: str, of: str) -> Memory:
    """Read a saved session. One that cannot be read gives way to a fresh one: the client can still be served."""
    try:
        return Memory(thaw(text))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        log.error("session of %s cannot be read: %s", of, type(error).__name__)
        return Memory(Session(), lost=True)
