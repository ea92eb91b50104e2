"""Times of day: what an hour or a part of the day means within opening hours."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.when.values import Stretch

DAWN, NOON, EVENING, MIDNIGHT = 5 * 60, 12 * 60, 17 * 60, 24 * 60

# name -> (opening, closing) -> the stretch it means
PARTS: dict[str, Callable[[int, int], Stretch]] = {
    "morning": lambda opens, closes: (opens, NOON),
    "early morning": lambda opens, closes: (opens, 9 * 60),
    "late morning": lambda opens, closes: (10 * 60, NOON),
    "lunchtime": lambda opens, closes: (NOON, 14 * 60),
    "afternoon": lambda opens, closes: (NOON, EVENING),
    "early afternoon": lambda opens, closes: (NOON, 15 * 60),
    "late afternoon": lambda opens, closes: (15 * 60, EVENING),
    "evening": lambda opens, closes: (EVENING, closes),
    "early evening": lambda opens, closes: (EVENING, 19 * 60),
    "late evening": lambda opens, closes: (19 * 60, closes),
    "night": lambda opens, closes: (EVENING, closes),
    "early night": lambda opens, closes: (EVENING, closes),
    "late night": lambda opens, closes: (19 * 60, closes),
    "before work": lambda opens, closes: (opens, 9 * 60),
    "after work": lambda opens, closes: (EVENING, closes),
    "first thing": lambda opens, closes: (opens, opens + 120),
    "last thing": lambda opens, closes: (closes - 120, closes),
    "any time": lambda opens, closes: (opens, closes),
}
FORENOON = {"morning", "early morning", "late morning", "before work", "first thing"}


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as it was said: `half` is am, pm or, where nobody said, empty."""

    hour: int
    minute: int = 0
    half: str = ""
    exact: bool = False  # minutes were said
    near: bool = False  # "11ish", "around 5"
    certain: bool = False  # written on a 24-hour clock: 17:00, 07:30

    def both(self) -> tuple[int, ...]:
        """The minutes of the day it can mean, opening hours aside."""
        early = self.hour % 12 * 60 + self.minute
        if self.half:
            return (early + NOON * (self.half == "pm"),)
        if self.certain or self.hour > 12:
            return (self.hour * 60 + self.minute,)
        return early, early + NOON

    def readings(self, opening: Stretch) -> tuple[int, ...]:
        """The minutes of the day it means: those within opening hours, else what people would mean by it."""
        both = self.both()
        fits = tuple(minute for minute in both if opening[0] <= minute < opening[1])
        return fits or (both if len(both) == 1 else (both[self.hour < 7 or self.hour == 12],))

    def fits(self, part: str) -> bool:
        """Whether people may come at that hour in that part of the day: not at 2 in the morning."""
        return part not in FORENOON or any(DAWN <= minute <= NOON for minute in self.both())

    def within(self, part: str) -> "Clock":
        """This hour said together with a part of the day: "evening 4", "7 in the morning"."""
        if self.half or self.certain or self.hour > 12 or part in ("lunchtime", "any time"):
            return self
        return Clock(
            self.hour, self.minute, "am" if part in FORENOON and self.hour != 12 else "pm", self.exact, self.near
        )


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the day: a named part, or from one clock time, to another, or both."""

    part: str = ""
    after: Clock | None = None
    before: Clock | None = None
    denied: bool = False  # said by what it leaves out: "not after 4"

    def turned(self) -> "Window":
        """ "Anything except not after 4": what it leaves out, to whom that is refused."""
        return Window(self.part, self.before, self.after) if self.denied else self

    def between(self, bounds: "Window") -> "Window":
        """A part of the day within bounds: "mornings, not before 9"; "morning, 9 to 1" is those hours."""
        after, before = (clock and clock.within(self.part) for clock in (bounds.after, bounds.before))
        by_day = PARTS[self.part](DAWN, MIDNIGHT)[0] < EVENING  # "evening, 6 to 12" ends at midnight
        if by_day and after and before and before.both()[0] <= after.both()[0]:
            return bounds
        return Window(self.part, after or self.after, before or self.before)

    def stretches(self, opening: Stretch) -> tuple[Stretch, ...]:
        """The stretches it can mean; more than one where both halves of the day fit."""
        opens, closes = opening
        if self.part:
            return (self._in_part(opens, closes),)
        if self.after and self.before:
            return _between(self.after, self.before, opening)
        if self.after:
            # "after 7" means the evening: "after seven in the morning" would say nothing
            return ((start := self.after.readings(opening)[-1], max(closes, start + 60)),)
        return _until(self.before or Clock(12), opening)

    def _in_part(self, opens: int, closes: int) -> Stretch:
        start, end = PARTS[self.part](opens, closes)
        end = end if end > start else min(start + 180, MIDNIGHT)
        low = max([start, *(self.after.readings((start, end + 1))[:1] if self.after else ())])
        high = min([end, *(self.before.readings((start, end + 1))[:1] if self.before else ())])
        return (
            (low, high) if low < high else (low, max(closes, low + 60)) if self.after else (min(opens, high - 60), high)
        )


def same(time: Clock | Window) -> Clock | Window:
    """ "Same time": that which was told before."""
    return time


def same_each(time: Clock | Window) -> Clock | Window:
    """ "Same time each day": of some days, not of one that moves."""
    return time


def from_then(time: Clock | Window) -> Clock | Window:
    """ "I work till 3, any time from then on"."""
    if isinstance(time, Clock):
        return Window(after=time)
    return Window(after=time.before) if time.before else time


def before_then(time: Clock | Window) -> Clock | Window:
    """ "Choir is from 7 on, so earlier that day"."""
    if isinstance(time, Clock):
        return Window(before=time)
    return Window(before=time.after) if time.after else time


def _between(after: Clock, before: Clock, opening: Stretch) -> tuple[Stretch, ...]:
    pairs = [(start, end or MIDNIGHT) for start in after.both() for end in before.both() if start < (end or MIDNIGHT)]
    fits = [pair for pair in pairs if opening[0] <= pair[0] and pair[1] <= opening[1]]
    pairs = fits or [pair for pair in pairs if pair[0] in after.readings(opening)] or pairs
    shortest = min((end - start for start, end in pairs), default=0)
    return tuple(pair for pair in pairs if pair[1] - pair[0] == shortest)


def _until(before: Clock, opening: Stretch) -> tuple[Stretch, ...]:
    fits = [end for end in before.both() if opening[0] < end <= opening[1]]
    end = fits[0] if fits else before.readings(opening)[0] or MIDNIGHT
    return ((min(opening[0], max(end - 60, 0)), end),)
