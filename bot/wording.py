"""Days, times, lists and money as people write them in a clinic's locale. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(start: date, locale: str) -> str:
    """Thursday 26 November; in en_US Thursday, November 26. A datetime is read in its own zone."""
    return dated(DAYS[start.weekday()], start, MONTHS[start.month - 1], locale)


def short_day(start: date, locale: str) -> str:
    """Thu 26 Nov; in en_US Thu, Nov 26."""
    return dated(DAYS[start.weekday()][:3], start, MONTHS[start.month - 1][:3], locale)


def dated(weekday: str, start: date, month: str, locale: str) -> str:
    """Weekday, day and month in the order of the locale."""
    return f"{weekday}, {month} {start.day}" if locale == "en_US" else f"{weekday} {start.day} {month}"


def clock(start: datetime | time, locale: str) -> str:
    """17:00; in en_US 5:00 PM. In the zone that `start` carries; of an hour that comes twice it is told which."""
    which = told_apart(start) if isinstance(start, datetime) else ""
    if locale == "en_US":
        return f"{start.hour % 12 or 12}:{start.minute:02} {'AM' if start.hour < 12 else 'PM'}{which}"
    return f"{start.hour:02}:{start.minute:02}{which}"


def told_apart(start: datetime) -> str:
    """ " (before the clocks change)" or " (after ...)" of a time that comes twice that night; "" of any other."""
    return f" ({'after' if start.fold else 'before'} the clocks change)" if comes_twice(start) else ""


def comes_twice(start: datetime) -> bool:
    """Whether the clocks, going back, show this time once more. Never without a zone."""
    first, second = (start.replace(fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


def moment(start: datetime, locale: str) -> str:
    """Thursday 26 November at 17:00; in en_US Thursday, November 26 at 5:00 PM."""
    return f"{day(start, locale)} at {clock(start, locale)}"


def listing(things: Sequence[str], locale: str = "en_GB", last: str = "and") -> str:
    """a, b and c; in en_US a, b, and c. `last` may be "or"."""
    if len(things) < 2:
        return "".join(things)
    comma = "," if locale == "en_US" and len(things) > 2 else ""
    return f"{', '.join(things[:-1])}{comma} {last} {things[-1]}"


def sentence(text: str) -> str:
    """The text with the capital that a sentence begins with."""
    return text[:1].upper() + text[1:]


def money(amount: int, symbol: str) -> str:
    """£55, $1,200: major units, which is all our prices have."""
    return f"{symbol}{amount:,}"
