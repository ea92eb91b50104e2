"""What we know of a client from earlier: their record, and what became of them."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, Table, exists, insert, select, update

from bot.store.tables import appointment, client, handoff

KEPT = ("name", "contact")  # without consent


def known(db: Connection, clinic: str, conversation: str) -> dict[str, str]:
    """Name, contact, routine; `returning` after an appointment, `stopped` until staff settle a red flag's hand-off."""
    record = select(client.c.known).where(of(client, clinic, conversation)).scalar_subquery()
    been = of(appointment, clinic, conversation) & appointment.c.status.in_(("booked", "completed"))
    stop = of(handoff, clinic, conversation) & (handoff.c.reason == "red_flag") & handoff.c.done.is_(None)
    found, returning, stopped = db.execute(select(record, exists().where(been), exists().where(stop))).one()
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
    return db.scalar(select(client.c.known).where(of(client, clinic, conversation)))


def keep(db: Connection, clinic: str, conversation: str, answers: Mapping[str, str]) -> None:
    """Let a client's record say exactly this."""
    db.execute(update(client).where(of(client, clinic, conversation)).values(known=dict(answers)))


def of(table: Table, clinic: str, conversation: str) -> ColumnElement[bool]:
    """The rows of one client at one clinic."""
    return (table.c.clinic == clinic) & (table.c.conversation == conversation)
