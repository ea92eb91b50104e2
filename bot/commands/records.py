"""What the staff look up, as JSON or as a table in the clinic's own time: appointments, and hand-offs till done."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from bot.knowledge import Profile
from bot.settings import Trouble
from bot.store import appointments, close_handoffs, found_handoffs, handoffs, reading, writing
from bot.wording import told_apart

Row = Mapping[str, object]
Rows = Callable[[Connection, str | None], list[Row]]


def booked(engine: Engine, clinic: str | None, profiles: Mapping[str, Profile], *, as_json: bool) -> str:
    """The appointments of a clinic, or of all."""
    found = looked_up(engine, appointments, clinic)
    return (
        listed(found) if as_json else table(APPOINTMENT, [appointment(row, profiles) for row in found], "appointments")
    )


def waiting(engine: Engine, clinic: str | None, profiles: Mapping[str, Profile], *, as_json: bool) -> str:
    """Who waits for a person, at a clinic or at all."""
    found = looked_up(engine, handoffs, clinic)
    return listed(found) if as_json else table(HAND_OFF, [hand_off(row, profiles) for row in found], "hand-offs")


def seen_to(engine: Engine, clinic: str | None, numbers: Sequence[int], now: datetime) -> str:
    """A person has seen to these hand-offs: to all, or if there is no such one to none. Raises Trouble."""
    with writing(engine) as db:
        if unknown := sorted(set(numbers) - found_handoffs(db, numbers, clinic)):
            raise Trouble(f"There is no hand-off {unknown[0]}: nothing was changed. See: cooldown handoffs")
        closed = close_handoffs(db, numbers, now)
    return "".join(f"Hand-off {n} {'is' if n in closed else 'was already'} done.\n" for n in dict.fromkeys(numbers))


def looked_up(engine: Engine, rows: Rows, clinic: str | None) -> list[Row]:
    """Rows, in a transaction of their own."""
    with reading(engine) as db:
        return rows(db, clinic)


def listed(rows: Sequence[Row]) -> str:
    """One array."""
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


APPOINTMENT = ("reference", "when", "minutes", "session", "therapist", "client", "status", "attends", "clinic")
HAND_OFF = ("id", "since", "urgency", "reason", "flags", "client", "contact", "conversation", "clinic")


def appointment(row: Row, profiles: Mapping[str, Profile]) -> tuple[str, ...]:
    """An appointment's cells."""
    shown = ("minutes", "session_type", "therapist", "client_name", "status")
    told = "yes" if row["attends"] else "-"
    starts = local(row, "starts_at", profiles)
    return (str(row["reference"]), starts, *(str(row[name]) for name in shown), told, str(row["clinic"]))


def hand_off(row: Row, profiles: Mapping[str, Profile]) -> tuple[str, ...]:
    """A hand-off's cells."""
    flags = row["flags"]
    named = ", ".join(map(str, flags)) if isinstance(flags, list) else ""
    shown = ("client_name", "contact", "conversation", "clinic")
    codes = (str(row["urgency"]), str(row["reason"]), named)
    return (str(row["id"]), local(row, "created_at", profiles), *codes, *(str(row[name]) for name in shown))


def local(row: Row, name: str, profiles: Mapping[str, Profile]) -> str:
    """Thu 26 Nov 2026 17:00, by the clinic's clock; by UTC's if the clinic is no more."""
    profile = profiles.get(str(row["clinic"]))
    when = datetime.fromisoformat(str(row[name])).astimezone(profile.zone if profile else ZoneInfo("UTC"))
    return f"{when:%a %d %b %Y %H:%M}{told_apart(when)}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]], things: str) -> str:
    """Columns as wide as they must be; a word where there is nothing."""
    if not rows:
        return f"There are no {things}.\n"
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    drawn = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "\n".join(line.rstrip() for line in drawn) + "\n"
