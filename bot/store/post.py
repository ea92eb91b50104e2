"""The outbox's rows and the transcript's: who may send what, what has left, and what was said."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, exists, func, or_, select, update

from bot.messages import Inbound, Line, Outgoing, Reply
from bot.store.given import NOW, OF
from bot.store.inbox import COUNTED, channel, next_line, put_on_screen
from bot.store.notices import STALE, drop, lost_touch
from bot.store.tables import conversation, inbound, outbox
from bot.talk.session import screen

BATCH = 32


UNSENT = (outbox.c.conversation == OF) & outbox.c.settled.is_(None) & (outbox.c.due <= NOW)
READY = UNSENT & (outbox.c.channel == bindparam("channel"))
DUE = select(outbox.c.id).where(READY).order_by(outbox.c.id)
LINE = select(inbound.c.line).where(inbound.c.conversation == OF, inbound.c.id == bindparam("message"))
THIS = LINE.scalar_subquery()
NEXT = select(func.min(inbound.c.line)).where(inbound.c.conversation == OF, inbound.c.line > THIS).scalar_subquery()
SAID = select(outbox.c.reply).where(outbox.c.conversation == OF, outbox.c.line.is_not(None))
ANSWERS = SAID.where(outbox.c.line > THIS, or_(NEXT.is_(None), outbox.c.line < NEXT)).order_by(outbox.c.line)
LATEST = SAID.order_by(outbox.c.line.desc()).limit(200)


def waits(db: Connection, channels: Iterable[str], now: datetime) -> bool:
    """Whether anything in these channels is due: asked first, as it keeps no writer waiting."""
    ready = unsettled(now) & unleased(now) & outbox.c.channel.in_(list(channels))
    return bool(db.scalar(select(exists().where(ready))))


def lease(
    db: Connection, channels: Iterable[str], now: datetime, length: timedelta, *, unasked: bool = False
) -> list[tuple[Outgoing, int]]:
    """The oldest reply due in each conversation of these channels, and how often it failed, for us alone to send.

    What is said unasked is leased one at a time: a worker that is killed then repeats no more than one.
    """
    ours = outbox.c.channel.in_(list(channels))
    drop(db, ours, now)
    oldest = select(func.min(outbox.c.id)).where(unsettled(now), ours).group_by(outbox.c.conversation, outbox.c.channel)
    kind = outbox.c.kind != "" if unasked else outbox.c.kind == ""
    # Asked again of the row itself: by the time it is locked, another worker may have sent it.
    rows = select(outbox).where(outbox.c.id.in_(oldest), kind, unleased(now), outbox.c.settled.is_(None))
    some = rows.order_by(outbox.c.due, outbox.c.id).limit(1 if unasked else BATCH)
    mine = db.execute(some.with_for_update(skip_locked=True)).all()
    db.execute(update(outbox).where(outbox.c.id.in_([row.id for row in mine])).values(lease=now + length))
    return [(outgoing(row), row.attempts) for row in mine]


def settle(db: Connection, number: int, now: datetime, error: str | None = None) -> None:
    """A reply has left, or was given up with an error. If it fell due late, it becomes a line only now."""
    row = db.execute(select(outbox).where(outbox.c.id == number)).first()
    if row is None:  # it was not true any more, and was taken back while it was being sent
        return
    shown = row.channel == channel(row.conversation)
    line = next_line(db, row.conversation) if shown and row.line is None else row.line
    db.execute(update(outbox).where(outbox.c.id == number).values(settled=now, error=error, line=line, lease=None))
    wiped = (conversation.c.id == row.conversation) & (conversation.c.erased >= row.created)
    db.execute(update(conversation).where(wiped).values(erased=None))  # what was on its way then is to be wiped too
    if shown and row.kind and not error and not replies_wait(db, row.conversation, now):
        put_on_screen(db, row.conversation, screen(row.reply))


def replies_wait(db: Connection, of: str, now: datetime) -> bool:
    """Whether something that was asked for is still to be shown: then that is what the client sees last."""
    return bool(db.scalar(select(exists().where(spoken(of), unsettled(now), outbox.c.kind == ""))))


def give_up(db: Connection, number: int, now: datetime, error: str) -> None:
    """A reply does not reach its client: settle it with an error, and let a person know."""
    settle(db, number, now, error)
    if row := db.execute(select(outbox).where(outbox.c.id == number)).first():
        lost_touch(db, row, now)


def troubles(db: Connection, channels: Iterable[str], now: datetime) -> tuple[int, int]:
    """How many messages of these channels are late by ten minutes, and how many did not arrive in the last week."""
    ours = outbox.c.channel.in_(list(channels))
    useful = or_(outbox.c.until.is_(None), outbox.c.until > now)
    late = unsettled(now - timedelta(minutes=10)) & useful & ours
    lost = (outbox.c.settled > now - timedelta(days=7)) & outbox.c.error.is_not(None) & (outbox.c.error != STALE)
    late_ones, lost_ones = (select(func.count()).where(which).scalar_subquery() for which in (late, lost & ours))
    row = db.execute(select(late_ones, lost_ones)).one()
    return row[0], row[1]


def postpone(db: Connection, number: int, now: datetime, seconds: float, error: str | None = None) -> None:
    """Nobody is to try before so many seconds have passed. With an error it counts as a failure."""
    later = {"lease": now + timedelta(seconds=seconds), "error": error}
    failures = outbox.c.attempts + (1 if error else 0)
    db.execute(update(outbox).where(outbox.c.id == number).values(attempts=failures, **later))


def due(db: Connection, of: str, now: datetime) -> list[int]:
    """The replies of a conversation that are due and have not left, oldest first."""
    return list(db.scalars(DUE, {"of": of, "channel": channel(of), "now": now}))


def mark(db: Connection, of: str, now: datetime) -> tuple[int, int]:
    """How many lines a conversation has, and how many replies are due: what changes when there is something new."""
    ready = select(func.count()).where(spoken(of), unsettled(now)).scalar_subquery()
    row = db.execute(select(conversation.c.lines, ready).where(conversation.c.id == of)).first()
    return (row[0], row[1]) if row else (0, 0)


def collect(db: Connection, of: str, now: datetime) -> list[Outgoing]:
    """What is due, oldest first; it has left now."""
    drop(db, spoken(of), now)
    ready = select(outbox).where(spoken(of), unsettled(now)).order_by(outbox.c.id)
    rows = db.execute(ready.with_for_update(skip_locked=True)).all()
    for row in rows:
        settle(db, row.id, now)
    return [outgoing(row) for row in rows]


def lines(db: Connection, of: str, after: int, limit: int) -> list[Line]:
    """The newest lines of a conversation after this one, oldest first; what has been wiped is left out."""
    said = select(inbound.c.line, inbound.c.text).where(inbound.c.conversation == of, inbound.c.line > after)
    told = select(outbox.c.line, outbox.c.reply).where(outbox.c.conversation == of, outbox.c.line > after)
    theirs = [Line(row.line, row.text) for row in newest(db, said, inbound.c.line, limit)]
    replies = [(row.line, screen(row.reply)) for row in newest(db, told, outbox.c.line, limit)]
    ours = [Line(line, reply.text, reply) for line, reply in replies]
    return sorted((line for line in theirs + ours if line.text), key=lambda line: line.id)[-limit:]


def hand_over(db: Connection, of: str, line: int, now: datetime) -> int:
    """What is due leaves with the answer to a message, so it comes to light after its line. Returns the last one."""
    ready = due(db, of, now)
    db.execute(COUNTED, {"of": of, "lines": line})
    db.execute(update(outbox).where(outbox.c.id.in_(ready)).values(line=None))
    collect(db, of, now)
    return db.scalars(select(conversation.c.lines).where(conversation.c.id == of)).one()


def answers(db: Connection, message: Inbound) -> list[Reply]:
    """What was said in answer to a message, oldest first: every line of ours up to the client's next one."""
    rows = db.scalars(ANSWERS, {"of": message.conversation, "message": message.id})
    return [screen(row) for row in rows]


def offered(db: Connection, of: str) -> dict[str, str]:
    """The buttons of the latest replies of a conversation: what each says, and its label."""
    replies = [screen(row) for row in db.scalars(LATEST, {"of": of})]
    return {choice.says: choice.label for reply in reversed(replies) for choice in reply.choices}


def reply(db: Connection, of: str, number: int) -> Reply | None:
    """One reply of this conversation."""
    row = db.execute(select(outbox.c.reply).where(outbox.c.id == number, outbox.c.conversation == of)).first()
    return screen(row.reply) if row else None


def newest(db: Connection, rows: Any, by: Any, limit: int) -> list[Any]:
    """The last so many rows."""
    return list(db.execute(rows.order_by(by.desc()).limit(limit)))


def unsettled(now: datetime) -> ColumnElement[bool]:
    """Due, and not yet gone."""
    return outbox.c.settled.is_(None) & (outbox.c.due <= now)


def unleased(now: datetime) -> ColumnElement[bool]:
    """Nobody else's to send."""
    return or_(outbox.c.lease.is_(None), outbox.c.lease <= now)


def spoken(of: str) -> ColumnElement[bool]:
    """What is said in a conversation itself, not by mail beside it."""
    return (outbox.c.conversation == of) & (outbox.c.channel == channel(of))


def outgoing(row: Any) -> Outgoing:
    """A row as channels see it."""
    return Outgoing(row.id, row.conversation, screen(row.reply), row.due, row.channel)
