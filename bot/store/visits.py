"""A row that has a time of a therapist's in it, as a visit; and a visit as its columns."""

from datetime import datetime
from typing import Protocol

from bot.messages import Visit


class Timed(Protocol):
    """An appointment's row, or a hold's."""

    @property
    def therapist(self) -> str:
        """Whose time."""

    @property
    def starts_at(self) -> datetime:
        """From when, in UTC."""

    @property
    def minutes(self) -> int:
        """How long."""


def visit_of(row: Timed) -> Visit:
    """What a row is about."""
    return Visit(row.therapist, row.starts_at, row.minutes)


def columns_of(visit: Visit) -> dict[str, object]:
    """What such a row says of a visit."""
    return {"therapist": visit.therapist, "starts_at": visit.start, "minutes": visit.minutes}
