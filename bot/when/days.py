"""Days as people name them: the coming Thursday, the 14th, next week, the end of the month."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.when.clock import Clock, Window
from bot.when.values import Frame

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LATELY = 31  # a date without a year that is at most so many days gone was meant, and is past
CONTRADICTION = "weekday_contradicts_date"


class Days(NamedTuple):  # a tuple, as pieces and readings are: a message makes dozens, and many of them anew
    """Days as they were named, first to last inclusive, and what else the same words could mean."""

    first: date
    last: date
    grain: str = "day"
    weekday: int | None = None  # a bare weekday: a week may claim it, and today's name may mean the next one
    back: date | None = None  # the same words, looking back
    behind: bool = False  # words that can only look back: "yesterday", "last week"
    loose: bool = False  # gives way to any day named more closely: "asap", "before my race"
    nth: bool = False  # only the day of the month was said: a month may claim it
    every: bool = False  # "Mondays": each of them
    impossible: str = ""
    rivals: tuple[date, ...] = ()  # the two days where weekday and date contradict each other

    @property
    def only_ahead(self) -> bool:
        """Whether no past can be meant: "tomorrow", "next Friday"."""
        return self.back is None and not self.behind

    def shifted(self, days: int) -> "Days":
        """The same so many days later."""
        first, last = self.first + timedelta(days), self.last + timedelta(days)
        rest = (self.behind, self.loose, False, self.every, self.impossible, self.rivals)
        return Days(first, last, self.grain, None, self.back, *rest)


class Piece(NamedTuple):
    """What one phrase says: days, or a time of day, or both."""

    days: tuple[Days, ...] = ()
    time: Clock | Window | None = None
    race: Callable[[date], Days] | None = None  # days reckoned from a race: "the day before"
    said: bool = False  # ... or from the day named just before: "the day after"
    weeks: int = 0  # ... or from that, so many weeks on: "the one after"; what is before it is refused
    nearest: bool = False  # ... of what is said of several only the first: "the coming one"
    again: Callable[[Clock | Window], Clock | Window] | None = None  # ... or from the time told before: "from then on"
    but: tuple[Days, ...] = ()  # of them, those that are refused: "any day next week but Friday"
    onset: bool = False  # says how long something has lasted: "for 3 weeks"


def a_day(day: date, back: date | None = None, behind: bool = False) -> Days:
    """One day."""
    return Days(day, day, back=back, behind=behind)


def stretch(first: date, days: int, grain: str = "interval") -> Days:
    """So many days from the first on."""
    return Days(first, first + timedelta(days - 1), grain)


def coming(frame: Frame, weekday: int) -> date:
    """The coming weekday; today counts."""
    return frame.today + timedelta((weekday - frame.today.weekday()) % 7)


def named(frame: Frame, weekday: int) -> Days:
    """A bare weekday."""
    ahead = coming(frame, weekday)
    return Days(ahead, ahead, weekday=weekday, back=ahead - timedelta(7))


def monday(frame: Frame, weeks: int = 0) -> date:
    """The Monday of the week so many weeks from this one."""
    return frame.today + timedelta(7 * weeks - frame.today.weekday())


def week(frame: Frame, weeks: int) -> Days:
    """The week so many weeks from this one, Monday to Sunday."""
    return stretch(monday(frame, weeks), 7, "week")._replace(behind=weeks < 0)


def weekend(frame: Frame, weeks: int) -> Days:
    """The weekend of the week so many weeks from this one."""
    return stretch(monday(frame, weeks) + timedelta(5), 2, "weekend")._replace(behind=weeks < 0)


def month(frame: Frame, months: int) -> Days:
    """The month so many months from this one."""
    first = month_start(frame.today, months)
    return Days(first, month_start(first, 1) - timedelta(1), "month", behind=months < 0)


def months_to(frame: Frame, number: int) -> int:
    """How many months it is to the coming month of that number; 0 for this one."""
    return (number - frame.today.month) % 12


def month_start(day: date, months: int) -> date:
    """The first of the month so many months later."""
    years, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, index + 1, 1)


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    first = month_start(day, months)
    return min(first + timedelta(day.day - 1), month_start(first, 1) - timedelta(1))


def dated(frame: Frame, day: int, number: int, year: int | None = None) -> Days:
    """A day and a month: the coming one, unless it has only just gone."""
    near = frame.today.year
    years = [year] if year else [near - 1, near, near + 1]
    valid = [found for found in (_exactly(day, number, one) for one in years) if found]
    if not valid:
        return a_day(frame.today)._replace(impossible=f"{day} {MONTH_NAMES[number - 1]}")
    return lately(frame, valid)


def lately(frame: Frame, days: Sequence[date]) -> Days:
    """Of days in order the coming one, unless one has only just gone; looking back, the last one."""
    ahead = next((day for day in days if day >= frame.today - timedelta(LATELY)), days[-1])
    return a_day(ahead, back=max((day for day in days if day <= frame.today), default=None))


def _exactly(day: int, number: int, year: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def day_of_month(frame: Frame, day: int) -> Days | None:
    """ "The 14th": the coming one."""
    if not 1 <= day <= 31:
        return None
    starts = [month_start(frame.today, months) for months in range(-2, 3)]
    all_ = [start + timedelta(day - 1) for start in starts if (start + timedelta(day - 1)).month == start.month]
    ahead, back = min(one for one in all_ if one >= frame.today), max(one for one in all_ if one <= frame.today)
    return a_day(ahead, back)._replace(nth=True)


def within(day: Days, start: date) -> Days:
    """A bare weekday in the week that starts then."""
    if day.weekday is None:
        return day
    there = start + timedelta((day.weekday - start.weekday()) % 7)
    return day._replace(first=there, last=there, weekday=None)


def agreed(frame: Frame, weekday: int, days: Days) -> Days:
    """A weekday said together with a date: the date, unless they contradict each other."""
    if days.impossible or days.first.weekday() == weekday:
        return days
    around = [days.first + timedelta(near) for near in range(-3, 4)]
    rival = next(day for day in around if day.weekday() == weekday)
    rival += timedelta(7 * (rival < frame.today))
    return days._replace(impossible=CONTRADICTION, rivals=tuple(sorted((rival, days.first))))
