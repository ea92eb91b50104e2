"""What words are read against, and what was found in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property

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

    @cached_property
    def today(self) -> date:
        """The day it is at the clinic."""
        return self.now.date()

    @cached_property
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
        there = moment.replace(tzinfo=self.zone)
        return there.timestamp() <= there.replace(fold=1).timestamp()  # PEP 495: in a gap the later reading is earlier

    def opening(self, day: date | None = None) -> Stretch:
        """Opening and closing on a day; on a closed or unknown day, the widest of the week."""
        return self._openings[day.weekday() if day else 7]

    @cached_property
    def _openings(self) -> tuple[Stretch, ...]:
        """Opening and closing of each weekday, then the widest."""
        own = [(minutes(hours[0]), minutes(hours[1])) if hours else None for hours in self.hours]
        week = [hours for hours in own if hours] or [(minutes(NINE_TO_SEVEN[0]), minutes(NINE_TO_SEVEN[1]))]
        widest = min(opens for opens, _ in week), max(closes for _, closes in week)
        return (*(hours or widest for hours in own), widest)

    def open_on(self, day: date) -> bool:
        """Whether the clinic opens that day; a clinic that names no hours counts as always open."""
        return self.hours[day.weekday()] is not None or not any(self.hours)


@dataclass(frozen=True, slots=True)
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
