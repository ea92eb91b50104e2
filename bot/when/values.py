"""What words are read against, and what was found in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

Stretch = tuple[int, int]  # minutes after midnight, the end exclusive
NINE_TO_SEVEN = (time(9), time(19))  # for a clinic that names no hours at all


@dataclass(frozen=True)
class Frame:
    """What a client's words are read against. `now` is naive and clinic-local; `horizon` counts days bookable ahead."""

    now: datetime
    hours: tuple[tuple[time, time] | None, ...]  # seven weekdays, Monday first: opening and closing; None = closed
    locale: str = "en_GB"
    race: date | None = None  # the client's race ahead, for "the day before my race"
    asked: str = ""  # base name of the slot the open question asks for
    horizon: int = 56
    zone: tzinfo | None = None  # the clinic's; without one, the clocks never change

    @property
    def today(self) -> date:
        """The day it is at the clinic."""
        return self.now.date()

    @property
    def last(self) -> date:
        """The last day that can be booked."""
        return self.today + timedelta(days=self.horizon)

    def later(self, minutes: int) -> datetime:
        """The wall clock so many minutes from now."""
        if not self.zone:
            return self.now + timedelta(minutes=minutes)
        then = self.now.replace(tzinfo=self.zone).astimezone(UTC) + timedelta(minutes=minutes)
        return then.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def exists(self, moment: datetime) -> bool:
        """Whether the clocks show that time, or leap over it in spring."""
        if not self.zone:
            return True
        there = moment.replace(tzinfo=self.zone).astimezone(UTC).astimezone(self.zone)
        return there.replace(tzinfo=None, fold=0) == moment

    def opening(self, day: date | None = None) -> Stretch:
        """Opening and closing on a day; on a closed or unknown day, the widest of the week."""
        own = self.hours[day.weekday()] if day else None
        week = [own] if own else [hours for hours in self.hours if hours] or [NINE_TO_SEVEN]
        return min(minutes(opens) for opens, _ in week), max(minutes(closes) for _, closes in week)

    def open_on(self, day: date) -> bool:
        """Whether the clinic opens that day; a clinic that names no hours counts as always open."""
        return self.hours[day.weekday()] is not None or not any(self.hours)


@dataclass(frozen=True)
class Mention:
    """A time spoken of, naive and clinic-local. `end` is exclusive, None for a clock time."""

    text: str
    role: str  # want, not, from (being moved), past, race
    start: datetime
    end: datetime | None
    grain: str  # minute, hour, daypart, day, weekend, week, month, interval
    span: tuple[int, int]  # offsets in the text
    also: tuple[datetime, ...] = ()  # other readings where an hour fits twice
    impossible: str = ""  # why these words cannot be met: "30 February", "past", "far", "weekday_contradicts_date"


def minutes(of: time) -> int:
    """Minutes after midnight."""
    return of.hour * 60 + of.minute


def at(day: date, minute: int) -> datetime:
    """The moment so many minutes after a day's midnight; 1,440 is the next midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)
