"""The record: SQLAlchemy tables, and the few functions that touch them, each within a transaction of the caller's."""

from bot.store.engine import Newer, Taken, migrate, open_store, reading, writing
from bot.store.erasure import sweep
from bot.store.staff import appointments, close_handoffs, find_appointment, found_handoffs, handoffs, keep_free
from bot.store.survey import survey

__all__ = (
    "Newer",
    "Taken",
    "appointments",
    "close_handoffs",
    "find_appointment",
    "found_handoffs",
    "handoffs",
    "keep_free",
    "migrate",
    "open_store",
    "reading",
    "survey",
    "sweep",
    "writing",
)
