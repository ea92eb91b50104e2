"""The times of day that a conversation stores: alternatives, each for its own day where days differ, and refusals.

The form is that of a wished time: `17:00|18:00`, `2026-11-24T15:00|2026-11-26T10:00`, `!2026-11-30T07:00..12:00`.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.when.clock import Clock, Window
from bot.when.days import Days
from bot.when.reading import impossible
from bot.when.values import Frame, Stretch, at
from bot.when.wishes import Named, Timed, Wish, recurring

NEAR = 30  # minutes either side of "around five"
EACH = 7  # days of a stretch that may each have hours of their own


def hours(want: Sequence[Wish], refused: Sequence[Wish], soon: str, frame: Frame) -> Iterator[str]:
    """Every time of day wished or refused."""
    timed = [wish for wish in want if wish.times]
    if _differ(want, frame):
        stretches = sum(days.last > days.first for wish in want for days, _ in wish.days)
        told = {one for wish in timed for one in map(_only, wish.days) if one}
        close = [wish for wish in want if wish.times or not told.issuperset(map(_only, wish.days))]
        yield from (hour for wish in close for hour in _of_its_days(wish, EACH if stretches > 1 else 1, frame))
    else:
        yield from (hour for wish in timed for hour in _said(wish.times, _one_day(wish), frame))
    if not timed and soon == "any" and frame.asked == "time":
        yield _stretch(frame.opening())
    for wish in refused:
        yield from _refused(wish, [day for each in want for day, _ in each.days], bool(timed), frame)


def each_refused(wish: Wish, frame: Frame) -> list[Days]:
    """ "Not Monday" is no Monday."""
    return [
        one
        for day, _ in wish.days
        for one in (recurring(day, frame) if day.every or day.weekday is not None else [day])
    ]


def _differ(want: Sequence[Wish], frame: Frame) -> bool:
    """Whether days have hours of their own: "Tues at 3 or Thurs at 10", "Thursday, or Friday after 5"."""
    dated = [wish for wish in want if wish.days]
    return any(wish.times for wish in dated) and len({tuple(_said(one.times, None, frame)) for one in dated}) > 1


def _of_its_days(wish: Wish, longest: int, frame: Frame) -> Iterator[str]:
    """The hours of a wish, each bound to its day; of stretches longer than so many days, unbound."""
    for days, _ in wish.days or ((None, None),):
        for day in _single(days, longest, frame):
            times = _said(wish.times, day, frame) if wish.times else [_stretch(frame.opening(day))]
            yield from (f"{day}T{time}" if day else time for time in times)


def _single(days: Days | None, longest: int, frame: Frame) -> list[date | None]:
    if days is None or (days.last - days.first).days >= longest:
        return [None]
    first, last = max(days.first, frame.today), min(days.last, frame.last)
    each = [first.fromordinal(first.toordinal() + n) for n in range((last - first).days + 1)]
    return [] if impossible(days, "want", frame) else [*each]


def _one_day(wish: Wish) -> date | None:
    return _only(wish.days[0]) if wish.days else None


def _only(named: Named) -> date | None:
    return named[0].first if named[0].first == named[0].last else None


def _said(times: Sequence[Timed], day: date | None, frame: Frame) -> list[str]:
    return [hour for time, _ in times for hour in _time(time, day, frame)]


def _time(time: Clock | Window, day: date | None, frame: Frame) -> list[str]:
    opening = frame.opening(day)
    if isinstance(time, Window):
        return [_stretch(one) for one in time.stretches(opening)]
    ahead = [minute for minute in time.readings(opening) if day is None or at(day, minute) > frame.now]
    found = ahead or list(time.readings(opening))
    return [_stretch((minute - NEAR, minute + NEAR)) if time.near else _hour(minute) for minute in found]


# ---------------------------------------------------------------- refusals


def _refused(wish: Wish, wanted: Sequence[Days], timed: bool, frame: Frame) -> Iterator[str]:
    """What will not do: the rest of the day instead, where that says it all."""
    same = [(day.first, day.last) for day, _ in wish.days] == [(day.first, day.last) for day in wanted]
    elsewhere = [] if same else [one for one in each_refused(wish, frame) if not impossible(one, "want", frame)]
    for time, _ in wish.times:
        rest = [] if timed or elsewhere or isinstance(time, Clock) else _rest(time, frame)
        yield from map(_stretch, rest)
        if not rest:
            bound = [f"{day}T" for one in elsewhere for day in _single(one, EACH, frame) if day] if elsewhere else [""]
            yield from (f"!{day}{hour}" for day in bound for hour in _time(time, None, frame))


def _rest(window: Window, frame: Frame) -> list[Stretch]:
    """What "not mornings" leaves of a day."""
    opens, closes = frame.opening()
    start, end = window.stretches((opens, closes))[0]
    return [(low, high) for low, high in ((opens, start), (end, closes)) if low < high]


def _stretch(stretch: Stretch) -> str:
    return f"{_hour(stretch[0])}..{_hour(stretch[1])}"


def _hour(minute: int) -> str:
    minute = min(max(minute, 0), 24 * 60 - 1)
    return f"{minute // 60:02}:{minute % 60:02}"
