"""What we know of a client from earlier: their record."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from bot.store.given import CLINIC, OF, Told
from bot.store.tables import client

KEPT = ("name", "contact")  # without consent


def of(table: Table, clinic: Told = CLINIC, conversation: Told = OF) -> ColumnElement[bool]:
    """The rows of one client at one clinic."""
    return (table.c.clinic == clinic) & (table.c.conversation == conversation)


RECORD = select(client.c.known).where(of(client))


def known(db: Connection, clinic: str, conversation: str) -> Mapping[str, str]:
    """Name, contact, routine: nothing of a stranger."""
    return recorded(db, clinic, conversation) or {}


def remember(db: Connection, clinic: str, conversation: str, answers: Mapping[str, str]) -> None:
    """Add to a client's record."""
    before = recorded(db, clinic, conversation)
    if before is None:
        db.execute(insert(client).values(clinic=clinic, conversation=conversation, known=dict(answers)))
    else:
        keep(db, clinic, conversation, dict(before) | dict(answers))


def recorded(db: Connection, clinic: str, conversation: str) -> Mapping[str, str] | None:
    """A client's record, if there is one."""
    return db.scalar(RECORD, {"of_clinic": clinic, "of": conversation})


def keep(db: Connection, clinic: str, conversation: str, answers: Mapping[str, str]) -> None:
    """Let a client's record say exactly this."""
    db.execute(update(client).where(of(client, clinic, conversation)).values(known=dict(answers)))
