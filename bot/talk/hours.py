"""A wished time of day as a conversation stores it: read, weighed against a day, put into words. Pure.

Alternatives joined by `|`, each `17:00` or, the end excluded, `17:00..20:00`. A date before it, as in
`2026-11-24T15:00|2026-11-26T10:00`, binds it to that day; an alternative without one is for every day that has none of
its own. `!` refuses: `!2026-11-30T07:00..12:00` leaves all but that morning. Counted from an appointment that is to
move, `+60` is an hour later and, as a wished day, `-7` a week earlier. In the night when the clocks go back a time may
come twice: `01:30` is both, `01:30+00:00` the one at that distance from UTC.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.clinic import ANY_TIME, QUARTER, midnight, quarter_of, run_of
from bot.wording import clock, comes_twice, short_day

DATED = re.compile(r"(!?)(?:(\d{4}-\d\d-\d\d)T)?(.*)")
TWICE = re.compile(r"\d\d:\d\d[+-]\d\d:\d\d")
SHIFT = re.compile(r"[+-]\d{1,5}")
DAY = timedelta(days=1)
SAME_TIME = "+0"  # as the appointment that is to move, on whichever day


@dataclass(frozen=True)
class Hour:
    """One alternative: a start, or a stretch of the day to start in. `day` "" is any."""

    first: str
    last: str = ""
    day: str = ""
    refused: bool = False


@lru_cache(maxsize=4096)
def hours_of(text: str) -> tuple[Hour, ...]:
    """Every alternative of a wished time, refusals included."""
    return tuple(_hour(option) for option in text.split("|") if option)


def _hour(option: str) -> Hour:
    found = DATED.fullmatch(option)
    refused, day, said = found.groups() if found else ("", "", option)
    first, _, last = said.partition("..")
    return Hour(first, last, day or "", bool(refused))


@lru_cache(maxsize=4096)
def mask(text: str, day: date, zone: ZoneInfo) -> int:
    """The quarters of a local day at which a wished time lets a session start."""
    hours = hours_of(text)
    wanted = _for(day, [hour for hour in hours if not hour.refused])
    refused = [hour for hour in hours if hour.refused and hour.day in ("", str(day))]
    allowed = _all(wanted, day, zone) if wanted else ANY_TIME
    return allowed & ~_all(refused, day, zone)


def _for(day: date, wanted: list[Hour]) -> list[Hour]:
    """What is wished of that day; hours named for other days only are wished of any day that is offered instead."""
    own = [hour for hour in wanted if hour.day == str(day)]
    return own or [hour for hour in wanted if not hour.day] or wanted


def _all(hours: Iterable[Hour], day: date, zone: ZoneInfo) -> int:
    found = 0
    for hour in hours:
        found |= _quarters(hour, day, zone)
    return found


def _quarters(hour: Hour, day: date, zone: ZoneInfo) -> int:
    """The quarters of one alternative; on a day on which the clocks do not change they are those of any such day."""
    changes = midnight(day + DAY, zone) - midnight(day, zone) != DAY
    return _counted(hour.first, hour.last, *((day, zone) if changes else (date.min, UTC)))


@lru_cache(maxsize=4096)
def _counted(begins: str, ends: str, day: date, zone: tzinfo) -> int:
    """The quarters of `17:00` or `17:00..20:00`; none for what is no time on the quarter."""
    try:
        first, last = (time.fromisoformat(end) for end in (begins, ends or begins))
    except ValueError:
        return 0
    if not ends:
        shown = instants(day, first, zone) if first.minute % 15 == 0 else ()
        return sum(1 << (instant - midnight(day, zone)) // QUARTER for instant in shown)
    low, high = (datetime.combine(day, end.replace(tzinfo=None)) for end in (first, last))
    return run_of(max(0, quarter_of(high, zone) - quarter_of(low, zone))) << quarter_of(low, zone)


def instants(day: date, at: time, zone: tzinfo) -> set[datetime]:
    """When the clocks show a time: once, twice in the night they go back, never in the hour they leap over."""
    wall = datetime.combine(day, at.replace(tzinfo=None))
    both = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    shown = [one for one in both if one.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0) == wall]
    named = [one for one in shown if one.utcoffset() == at.utcoffset()]
    return {one.astimezone(UTC) for one in named or shown}


def answer_of(start: datetime) -> str:
    """A local start as an answer that means just this one: `17:00`, or `01:30+00:00` where it comes twice."""
    return start.isoformat(timespec="minutes").partition("T")[2] if comes_twice(start) else f"{start:%H:%M}"


def minute_wished(text: str) -> int | None:
    """The first time of day that was wished, in minutes since midnight; None where none was, or none that there is."""
    try:
        first = next(time.fromisoformat(hour.first) for hour in hours_of(text) if not hour.refused)
    except (ValueError, StopIteration):
        return None
    return first.hour * 60 + first.minute


def spoken_hours(text: str, locale: str, on: date, zone: ZoneInfo) -> list[str]:
    """Each wished alternative in words: `at 17:00`, `between 17:00 and 20:00`, `on Tue 24 Nov at 15:00`.

    Where none names its day they are wished `on` one, as in one night of the year a time comes twice.
    """
    return [_spoken(hour, locale, on, zone) for hour in hours_of(text) if not hour.refused]


def _spoken(hour: Hour, locale: str, on: date, zone: ZoneInfo) -> str:
    try:
        named = date.fromisoformat(hour.day) if hour.day else on
        day = f"on {short_day(named, locale)} " if hour.day else ""
        ends = [clock(_shown(named, end, zone), locale) for end in (hour.first, hour.last) if end]
    except ValueError:
        return "then"
    if len(ends) == 2:
        return day + stretch(hour, *ends)
    return f"{day}at {ends[0]}" if ends else "then"


def _shown(day: date, end: str, zone: ZoneInfo) -> datetime:
    """A time of day as the clocks show it; in a zone only where it says which of two equal ones it is."""
    wall = datetime.combine(day, time.fromisoformat(end))
    return wall.astimezone(zone) if TWICE.fullmatch(end) else wall


def stretch(hour: Hour, first: str, last: str) -> str:
    """Between two times; before or from one of them, where the other is the end of the day."""
    if hour.first == "00:00":
        return f"before {last}"
    return f"from {first} on" if hour.last == "23:59" else f"between {first} and {last}"


def shifted(day: str, hour: str, start: datetime) -> tuple[str, str]:
    """A wished day and time counted from a local start: an hour later, the same time a week earlier."""
    if hour == SAME_TIME:
        hour = f"{start:%H:%M}"
    if SHIFT.fullmatch(hour):
        then = start + timedelta(minutes=int(hour))
        return str(then.date()), f"{then:%H:%M}"
    if SHIFT.fullmatch(day):
        return str(start.date() + timedelta(days=int(day))), hour or f"{start:%H:%M}"
    return day, hour
