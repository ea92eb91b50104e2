"""A conversation's own rows: what came in, what is to go out, its session, and the numbers of its lines."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Insert, Table, bindparam, exists, insert, select, update
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
    if keep(db, message, now):
        return True
    begin(db, message, now)
    return keep(db, message, now)


def begin(db: Connection, message: Inbound, now: datetime) -> None:
    """A conversation begins with its first message, unless it has begun."""
    first = {"id": message.conversation, "clinic": message.clinic, "session": NOTHING_YET, "consent": False}
    db.execute(begun(db.dialect.name), first | {"lines": 0, "updated": now})


def keep(db: Connection, message: Inbound, now: datetime) -> bool:
    """A message of a conversation that there is. False if there is none, or the message is known already."""
    return db.execute(kept(db.dialect.name), as_row(message, now)).first() is not None


def as_row(message: Inbound, now: datetime) -> dict[str, object]:
    """A message as its row is told, when it has come just now."""
    said = {"its_text": storable(message.text), "its_pressed": storable(message.pressed), "its_received": now}
    return {"of": message.conversation, "its_id": message.id, "its_clinic": message.clinic} | said


def into(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may say what becomes of a row that is there already."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@cache
def begun(dialect: str) -> Insert:
    """A conversation's row, unless it is there already."""
    return into(dialect, conversation).on_conflict_do_nothing()


ROW = (inbound.c.id, inbound.c.clinic, inbound.c.text, inbound.c.pressed, inbound.c.received)
TOLD = [bindparam(f"its_{each.name}", type_=each.type) for each in ROW]
HERE = select(conversation.c.id, *TOLD).where(conversation.c.id == OF)
ENDED = HERE.add_columns(bindparam("now", type_=inbound.c.done.type), conversation.c.lines + 1)


@cache
def kept(dialect: str) -> Insert:
    """A message's row, if its conversation is there, unless it is known already."""
    new = into(dialect, inbound).from_select([inbound.c.conversation, *ROW], HERE)
    return new.on_conflict_do_nothing().returning(inbound.c.seq)


@cache
def finished(dialect: str) -> Insert:
    """A message's row, new or known, when it has had its turn."""
    new = into(dialect, inbound).from_select([inbound.c.conversation, *ROW, inbound.c.done, inbound.c.line], ENDED)
    had = {"done": new.excluded.done, "line": new.excluded.line}
    return new.on_conflict_do_update(index_elements=["conversation", "id"], set_=had)


def storable(text: str) -> str:
    """Text that any database takes: no NUL, no lone surrogates, no book."""
    return text[:LONGEST].replace("\0", "").encode("utf-8", "replace").decode()


PENDING = select(inbound).where(inbound.c.conversation == OF, inbound.c.done.is_(None)).order_by(inbound.c.seq).limit(2)


def pending(db: Connection, of: str) -> list[Inbound]:
    """The messages of a conversation that have not had their turn, oldest first: two of them, if there are so many."""
    rows = db.execute(PENDING, {"of": of})
    return [Inbound(row.conversation, row.id, row.clinic, row.text, row.pressed) for row in rows]


def clinic_of(db: Connection, of: str) -> str | None:
    """The clinic that the latest message of a conversation was for."""
    messages = select(inbound.c.clinic).where(inbound.c.conversation == of).order_by(inbound.c.seq.desc())
    return db.scalars(messages.limit(1)).first()


def unfinished(db: Connection) -> list[str]:
    """The conversations in which somebody still waits for a turn."""
    return list(db.scalars(select(inbound.c.conversation).where(inbound.c.done.is_(None)).distinct()))


COUNTED = update(conversation).where(conversation.c.id == OF)
SPEAKS = COUNTED.values(lines=conversation.c.lines + 1).returning(conversation.c.lines)
SAID = insert(outbox).inline()  # nobody asks for its number


def finish(db: Connection, message: Inbound, now: datetime) -> None:
    """The message has had its turn. What the client wrote is the next line of the transcript, counted by our answer."""
    db.execute(finished(db.dialect.name), as_row(message, now) | {"now": now})


def next_line(db: Connection, of: str) -> int:
    """The next line of a conversation's transcript."""
    return db.scalars(SPEAKS, {"of": of}).one()


def answer(
    db: Connection, to: str, replies: Sequence[Reply], now: datetime, *, after: int, handed: bool, **news: object
) -> None:
    """Put our answer into the outbox, `after` a line, along with what is new of the conversation itself.

    If it is `handed` over it leaves with the acknowledgement, and there is something more to be forgotten one day.
    """
    row = {"conversation": to, "channel": channel(to), "created": now, "due": now, "attempts": 0}
    row |= {"settled": now} if handed else {}
    news |= {"erased": None} if handed else {}
    db.execute(COUNTED, {"of": to, "lines": after + len(replies)} | news)
    if rows := [row | {"reply": as_json(reply), "line": line} for line, reply in enumerate(replies, after + 1)]:
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
    """A conversation's session as loaded, `lost` if it could not be read; and how many lines were said."""

    session: Session
    lost: bool = False
    lines: int = 0


SESSION = select(conversation.c.session, conversation.c.lines).where(conversation.c.id == OF)
LOCKED = SESSION.with_for_update(key_share=True)
OURS = inbound.c.conversation == OF
DONE = exists().where(OURS, inbound.c.id == bindparam("message"), inbound.c.done.is_not(None))
OLDEST = select(inbound.c.id).where(OURS, inbound.c.done.is_(None)).order_by(inbound.c.seq).limit(1).scalar_subquery()


def load(db: Connection, message: Inbound, now: datetime) -> Memory:
    """What we remember of a message's conversation.

    The conversation's row is locked until the transaction ends, so that its turns are taken one after the other.
    """
    of = {"of": message.conversation}
    saved = db.execute(LOCKED, of).first()
    if saved is None:
        begin(db, message, now)
        saved = db.execute(LOCKED, of).one()
    return replace(remembered(saved.session, message.conversation), lines=saved.lines)


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
