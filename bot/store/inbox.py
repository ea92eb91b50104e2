"""A conversation's own rows: what came in, what is to go out, its session, and the numbers of its lines."""

import logging
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.messages import Inbound, Reply
from bot.store.tables import conversation, inbound, outbox
from bot.talk.session import Session, freeze, thaw

LONGEST = 10_000  # characters of one message that anybody will read

log = logging.getLogger(__name__)


def receive(db: Connection, message: Inbound, now: datetime) -> bool:
    """Keep a message until it has had its turn. False if it is known already."""
    first = {"session": freeze(Session()), "consent": False, "lines": 0, "updated": now}
    insert_new(db, conversation, id=message.conversation, clinic=message.clinic, **first)
    said = {"text": storable(message.text), "pressed": storable(message.pressed), "received": now}
    return insert_new(db, inbound, conversation=message.conversation, id=message.id, clinic=message.clinic, **said)


def insert_new(db: Connection, table: Table, **row: object) -> bool:
    """Insert a row unless its key is there already."""
    into = sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert
    new = into(table).values(**row).on_conflict_do_nothing().returning(*table.primary_key)
    return db.execute(new).first() is not None


def storable(text: str) -> str:
    """Text that any database takes: no NUL, no lone surrogates, no book."""
    return text[:LONGEST].replace("\0", "").encode("utf-8", "replace").decode()


def pending(db: Connection, of: str) -> Inbound | None:
    """The oldest message of a conversation that has not had its turn."""
    first = select(inbound).where(inbound.c.conversation == of, inbound.c.done.is_(None))
    row = db.execute(first.order_by(inbound.c.seq).limit(1)).first()
    return Inbound(row.conversation, row.id, row.clinic, row.text, row.pressed) if row else None


def clinic_of(db: Connection, of: str) -> str | None:
    """The clinic that the latest message of a conversation was for."""
    messages = select(inbound.c.clinic).where(inbound.c.conversation == of).order_by(inbound.c.seq.desc())
    return db.scalars(messages.limit(1)).first()


def unfinished(db: Connection) -> list[str]:
    """The conversations in which somebody still waits for a turn."""
    return list(db.scalars(select(inbound.c.conversation).where(inbound.c.done.is_(None)).distinct()))


def finish(db: Connection, message: Inbound, now: datetime) -> None:
    """The message has had its turn. What the client wrote becomes a line of the transcript."""
    line = next_line(db, message.conversation)
    db.execute(update(inbound).where(*this(message)).values(done=now, line=line))


def this(message: Inbound) -> tuple[Any, Any]:
    """The row of one message."""
    return inbound.c.conversation == message.conversation, inbound.c.id == message.id


def next_line(db: Connection, of: str) -> int:
    """The next line of a conversation's transcript."""
    counted = update(conversation).where(conversation.c.id == of).values(lines=conversation.c.lines + 1)
    return db.scalars(counted.returning(conversation.c.lines)).one()


def say(db: Connection, to: str, reply: Reply, now: datetime, due: datetime | None = None, **about: object) -> None:
    """Put a reply into the outbox. What is due later or said unasked gets its line when it leaves, a mail none."""
    row = {"channel": channel(to), "created": now, "due": due or now, "attempts": 0} | about
    spoken = row["channel"] == channel(to) and "kind" not in about and not (due and due > now)
    line = next_line(db, to) if spoken else None
    db.execute(insert(outbox).values(conversation=to, reply=asdict(reply), line=line, **row))


def put_on_screen(db: Connection, of: str, reply: Reply) -> None:
    """From now on a bare "yes" answers what we have said unasked: it is what the client sees last."""
    saved = db.scalars(select(conversation.c.session).where(conversation.c.id == of).with_for_update(key_share=True))
    session = replace(remembered(saved.one(), of).session, asked=reply)
    db.execute(update(conversation).where(conversation.c.id == of).values(session=freeze(session)))


def channel(of: str) -> str:
    """The channel of a conversation: telegram, web, rest or terminal."""
    return of.partition(":")[0]


@dataclass(frozen=True)
class Memory:
    """A conversation's session as loaded. `lost` if it could not be read."""

    session: Session
    lost: bool = False


def load(db: Connection, message: Inbound, now: datetime) -> Memory | None:
    """What we remember of a message's conversation; None if the message has had its turn.

    The conversation's row is locked until the transaction ends, so that its turns are taken one after the other.
    """
    mine = select(conversation.c.session).where(conversation.c.id == message.conversation)
    saved = db.scalars(mine.with_for_update(key_share=True)).first()
    known = db.execute(select(inbound.c.done).where(*this(message))).first()
    if known is None:  # only a message that nobody received before
        receive(db, message, now)
        saved = db.scalars(mine.with_for_update(key_share=True)).one()
    return None if known and known.done else remembered(saved or "", message.conversation)


def peek(db: Connection, of: str) -> Memory:
    """What we remember of a conversation, locking nothing."""
    return remembered(db.scalars(select(conversation.c.session).where(conversation.c.id == of)).one(), of)


def remembered(text: str, of: str) -> Memory:
    """Read a saved session. One that cannot be read gives way to a fresh one: the client can still be served."""
    try:
        return Memory(thaw(text))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        log.error("session of %s cannot be read: %s", of, type(error).__name__)
        return Memory(Session(), lost=True)


def save(db: Connection, of: str, session: Session, consent: bool, now: datetime) -> None:
    """Remember a conversation, and whether we may keep what is said there about health."""
    news = {"session": freeze(session), "consent": consent, "updated": now}
    db.execute(update(conversation).where(conversation.c.id == of).values(**news))
