"""A closer word on a time of day: "Thursday morning, 10ish", "around noon, 12.20 say", "after 3 but before 6"."""

from dataclasses import replace

from bot.when.clock import MIDNIGHT, Clock, Window

HOUR = 60  # minutes
WAKING = (7 * HOUR, 21 * HOUR)  # when people come


def beside(said: Clock | Window, other: Clock | Window) -> Clock | Window:
    """ "6 or 7" in the evening: the next hour is in the same half of the day."""
    if isinstance(said, Window) or isinstance(other, Window) or said.half or said.certain:
        return said
    return replace(said, half="pm") if other.half == "pm" and 0 < said.hour - other.hour <= 2 else said


def refined(first: Clock | Window, second: Clock | Window) -> Clock | Window | None:
    """ "Thursday morning, 10ish": a part of the day and a clock time say one thing together."""
    match first, second:
        case Clock(near=True), Clock(exact=True, near=False) if _is_near(first, second):
            return second
        case Window(part=part), Clock() if part:
            return second.within(part) if second.fits(part) else None
        case Clock(), Window(part=part) if part:
            return first.within(part) if first.fits(part) else None
        case Window(part=part), Window(part="first thing" | "last thing") if part:
            return second
        case Window(part=part), Window(part="", after=after, before=before) if part:
            return first.between(second) if all(clock.fits(part) for clock in (after, before) if clock) else None
        case Window(part="", after=Clock(), before=Clock()), Clock() if _is_inside(second, first):
            return second
        case Window(part="", after=Clock(), before=Clock() as before), Window(
            part="", after=Clock() as after, before=None
        ):
            return _bounded(after, before)
        case Window(part="", before=None), Clock() | Window(part="", after=Clock(), before=None):
            return second
        case Window(part="", after=None), Window(part="", after=None):
            return second
        case Window(part="", after=None, before=Clock()), Clock() if _is_earlier(second, first):
            return second
        case Clock(), Window(part="", before=None) | Window(part="", after=None) if _is_inside(first, second):
            return first
        case Window(part=""), Window(part=part) if part:
            return second.between(first)
        case Window(part="", after=Clock() as after, before=None), Window(
            part="", after=None, before=Clock() as before
        ):
            return _bounded(after, before)
        case _:
            return None


def _bounded(after: Clock, before: Clock) -> Window | None:
    """From one hour to another, unless they are in the wrong order: "past twenty until 14"."""
    both = Window(after=after, before=before)
    return both if both.stretches((0, MIDNIGHT)) else None


def _is_near(first: Clock, second: Clock) -> bool:
    """ "Around four, 4.15 say": the closer word."""
    return any(abs(one - other) <= HOUR for one in first.both() for other in second.both())


def _is_earlier(clock: Clock, window: Window) -> bool:
    """ "Before six, 4 ideally": the closer word; "before 10, 5 at a push" is another choice."""
    (opens, closes), *_ = window.stretches(WAKING)
    return all(opens <= minute < closes for minute in clock.readings(WAKING))


def _is_inside(clock: Clock, window: Window) -> bool:
    """ "After lunch, 2 o'clock": the closer word."""
    return any(start <= minute <= end for minute in clock.both() for start, end in window.stretches((0, MIDNIGHT)))
