"""What we know of a client from earlier: their record, and what became of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, exists, insert, select, update

from bot.store.given import CLINIC, OF, Told
from bot.store.tables import appointment, client, handoff

KEPT = ("name", "contact")  # without consent


def of(table: Table, clinic: Told = CLINIC, conversation: Told = OF) -> ColumnElement[bool]:
    """The rows of one client at one clinic."""
    return (table.c.clinic == clinic) & (table.c.conversation == conversation)


RECORD = select(client.c.known).where(of(client))
BEEN = of(appointment) & appointment.c.status.in_(("booked", "completed"))
STOP = of(handoff) & (handoff.c.reason == "red_flag") & handoff.c.done.is_(None)
KNOWN = select(RECORD.scalar_subquery(), exists().where(BEEN), exists().where(STOP))


def known(db: Connection, clinic: str, conversation: str) -> dict[str, str]:
    """Name, contact, routine; `returning` after an appointment, `stopped` until staff settle a red flag's hand-off."""
    return as_known(db.execute(KNOWN, {"of_clinic": clinic, "of": conversation}).one())


def as_known(row: Sequence[Any]) -> dict[str, str]:
    """What was found of a client, in the conversation's words."""
    found, returning, stopped = row
    more = {"returning": "yes"} if returning else {}
    return {**(found or {}), **more, **({"stopped": "yes"} if stopped else {})}


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
