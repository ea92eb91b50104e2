"""Days and times of day brought together across clauses: "mon or weds after 5", "Sat after my long run, 11ish"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import zip_longest

from bot.when.clock import Clock, Window
from bot.when.days import Days, monday, within
from bot.when.refined import beside, refined
from bot.when.roles import Reading
from bot.when.values import Frame, at

ALTERNATIVES = 14  # days within which "Mondays", "mornings" or "any day except Tuesday" are meant
WEEK = 7  # days
OR = ("or", "/")
Named = tuple[Days, Reading]
Timed = tuple[Clock | Window, Reading]


@dataclass(frozen=True, slots=True)
class Wish:
    """Days and times of day that belong together; several days or several times are alternatives."""

    days: tuple[Named, ...] = ()
    times: tuple[Timed, ...] = ()
    time_first: bool = False


def wishes(found: Sequence[Reading], role: str, frame: Frame) -> list[Wish]:
    """Group what was said in one role: "mon or weds after 5", "Tues at 3 or Thurs at 10"."""
    meant = {"not": _turned, "from": _begun}.get(role)
    mine = [meant(one) if meant else one for one in found if one.role == role]
    grouped: list[Wish] = []
    for one, upcoming in zip_longest(mine, mine[1:]):
        grouped = [*grouped[:-1], *_joined(grouped[-1] if grouped else Wish(), one, upcoming)]
    return [*_settled([_narrowed(wish) for wish in _sharing_weeks([*_given_way(grouped)])], role, frame)]


def _turned(one: Reading) -> Reading:
    """ "Thursday, but not not before 9": who is refused what was said to be left out."""
    time = one.piece.time
    return one._replace(piece=one.piece._replace(time=time.turned())) if isinstance(time, Window) else one


def _begun(one: Reading) -> Reading:
    """ "Change me from 9 to 10": an appointment there is has its hour."""
    match one.piece.time:
        case Window(part="", after=Clock() as hour, before=None):
            return one._replace(piece=one.piece._replace(time=hour))
        case _:
            return one


def _joined(wish: Wish, one: Reading, upcoming: Reading | None) -> list[Wish]:
    days = tuple((day, one) for day in one.piece.days)
    if days and one.piece.time:
        return _with_both(wish, Wish(days, ((one.piece.time, one),)))
    if one.piece.time:
        return _with_time(wish, (one.piece.time, one), upcoming)
    return _with_days(wish, days)


def _with_both(wish: Wish, both: Wish) -> list[Wish]:
    """ "8 tomorrow night": an hour alone belongs to the evening that follows it."""
    if wish.days:
        return [wish, both]
    return [replace(both, times=reduce(_added, both.times, wish.times))]


def _with_days(wish: Wish, days: tuple[Named, ...]) -> list[Wish]:
    if wish.days and _separate(wish, days):
        return [wish, Wish(days)]
    return [Wish(wish.days + days, wish.times, wish.time_first or bool(wish.times and not wish.days))]


def _separate(wish: Wish, days: tuple[Named, ...]) -> bool:
    """Whether days begin a wish of their own: "Tues at 3 or Thurs ...", "Tomorrow? Otherwise Thursday after 4"."""
    joined, one = days[0][1].joined, days[0][1]
    if any(day.grain in ("week", "month") for day, _ in (*wish.days, *days)):
        return joined == "or" and bool(wish.times)
    last = wish.days[-1][1]
    return last.sentence != one.sentence or last.whole or (bool(wish.times) and not wish.time_first)


def _with_time(wish: Wish, time: Timed, upcoming: Reading | None) -> list[Wish]:
    if wish.days and wish.times and upcoming and _leads(upcoming, wish):
        return [wish, Wish(times=(time,))]  # "3pm Thursday or 4pm Friday"
    if wish.time_first and len(wish.days) > 1 and time[1].joined not in OR:
        return [
            replace(wish, days=wish.days[:-1]),
            Wish(wish.days[-1:], (time,)),
        ]  # "after 5 Thursday or Friday morning"
    return [Wish(wish.days, _added(wish.times, time), wish.time_first)]


def _leads(upcoming: Reading, wish: Wish) -> bool:
    """Whether an hour is of the days behind it; in "Tues at 9.15 or 10.45 next week" these claim what is before it."""
    weekdays = any(day.weekday is not None for day, _ in wish.days)
    return not upcoming.apart and any(not (weekdays and _is_week(day)) for day in upcoming.piece.days)


def _added(times: tuple[Timed, ...], time: Timed) -> tuple[Timed, ...]:
    """Another alternative, or a closer word on the last one."""
    (said, one), last = time, times[-1] if times else None
    merged = refined(last[0], said) if last and one.joined not in OR else None
    if not last or not merged:
        return (*times, (beside(said, last[0]), one) if last else time)
    return (*times[:-1], (merged, one._replace(start=min(last[1].start, one.start), end=max(last[1].end, one.end))))


def _given_way(grouped: Sequence[Wish]) -> Iterator[Wish]:
    """What is loose ("before my race", "asap") gives way to days named more closely, unless they are other ones."""
    named = [(day.loose, one.joined) for wish in grouped for day, one in wish.days]
    gives_way = any(loose for loose, _ in named) and any(not loose and joined != "or" for loose, joined in named)
    for wish in grouped:
        days = tuple(pair for pair in wish.days if not pair[0].loose) if gives_way else wish.days
        if days or wish.times:
            yield wish if len(days) == len(wish.days) else replace(wish, days=days)


def _sharing_weeks(grouped: Sequence[Wish]) -> Iterator[Wish]:
    """ "Wednesday at 3 or Thursday at 4 next week": both are of that week."""
    for wish, after in zip_longest(grouped, grouped[1:], fillvalue=Wish()):
        week = [named for named in after.days if _is_week(named[0])]
        yield replace(wish, days=(*wish.days, week[0])) if week and _leads_to(wish, after) else wish


def _leads_to(wish: Wish, after: Wish) -> bool:
    """Whether weekdays rise to one that is another choice."""
    days = [day.weekday for day, _ in (*wish.days[-1:], after.days[0]) if day.weekday is not None]
    return len(days) > 1 and days[0] < days[1] and after.days[0][1].joined in OR


def _narrowed(wish: Wish) -> Wish:
    """Days of one wish that name each other more closely: a weekday and its date, its week or its month."""
    return _within_month(_within_week(_dated(wish))) if len(wish.days) > 1 else wish


def _dated(wish: Wish) -> Wish:
    """ "A Saturday slot, the 5th": a weekday said beside a date that falls on it is that date."""
    dates = {day.first.weekday() for day, one in wish.days if _is_dated(day) and one.joined != "or"}
    if not dates:
        return wish
    left = tuple((day, one) for day, one in wish.days if _is_dated(day) or day.weekday not in dates)
    return replace(wish, days=left)


def _is_dated(day: Days) -> bool:
    return day.weekday is None and day.grain == "day"


def _within_week(wish: Wish) -> Wish:
    """ "Next week, Tuesday or Wednesday": a week said beside bare weekdays claims them."""
    weeks = [day for day, one in wish.days if _is_week(day) and one.joined != "or"]
    bare = [day for day, _ in wish.days if day.weekday is not None] if weeks else []
    if not bare or not all(_is_part(day, weeks[0]) for day in bare):
        return wish
    start = weeks[0].first
    return replace(wish, days=tuple((within(day, start), one) for day, one in wish.days if day not in weeks))


def _is_week(day: Days) -> bool:
    """Whether days are a week or a part of one: "late next week, Friday ideally"."""
    part = day.grain == "interval" and 0 < (day.last - day.first).days < WEEK and not day.every
    return day.grain in ("week", "weekend") or part


def _is_part(day: Days, of: Days) -> bool:
    """A Saturday is part of every weekend, and any day of every week."""
    return within(day, of.first).last <= of.last


def _within_month(wish: Wish) -> Wish:
    """ "Saturdays in December": a month claims bare weekdays too."""
    months = [day for day, _ in wish.days if day.grain == "month"]
    if not months:
        return wish
    bare = [(day, one) for day, one in wish.days if day.weekday is not None]
    if any(day.nth for day, _ in wish.days):
        return replace(wish, days=tuple((_nth(day, months[0]), one) for day, one in wish.days if day not in months))
    if not bare:
        return wish
    return replace(wish, days=tuple((each, one) for day, one in bare for each in _of_month(day, months[0])))


def _nth(day: Days, month: Days) -> Days:
    """ "In January, the 4th": that month's."""
    there = month.first + timedelta(day.first.day - 1)
    return day._replace(first=there, last=there) if day.nth and there <= month.last else day


def _of_month(day: Days, month: Days) -> list[Days]:
    first = month.first + timedelta((day.first.weekday() - month.first.weekday()) % 7)
    days = (first + timedelta(7 * week) for week in range((month.last - first).days // 7 + 1))
    return [day._replace(first=one, last=one, weekday=None, every=False) for one in days]


def _settled(grouped: Sequence[Wish], role: str, frame: Frame) -> Iterator[Wish]:
    """Fix which days are meant: the past looks back, "Mondays" are several, today may have to wait a week."""
    before: Days | None = None
    for wish in grouped:
        rising = [*_rising(wish.days, before, role, frame)]
        days = ((one, said) for day, said in rising for one in _meant(day, wish, role, frame))
        yield Wish(tuple(days), wish.times, wish.time_first)
        before = rising[-1][0] if rising else before


def _rising(days: Sequence[Named], before: Days | None, role: str, frame: Frame) -> Iterator[Named]:
    """ "Tuesday or Thursday", said on a Thursday: who means today names it first. "Mon 14th or Tues": the 15th."""
    before = before if before and days and _goes_on(before, *days[0]) else None
    for day, said in days:
        if role == "want" and before and day.weekday is not None and not day.every:
            day = _after(before, day, frame)
        yield day, said
        before = day


def _goes_on(before: Days, day: Days, said: Reading) -> bool:
    """Whether a day is another choice: "Wednesday next week or the Friday", "Monday at 4. If that's gone, Tuesday"."""
    rises = before.weekday is not None and day.weekday is not None and before.weekday < day.weekday
    return said.joined in OR or rises


def _after(before: Days, day: Days, frame: Frame) -> Days:
    dated = before.weekday is None and before.first == before.last >= monday(frame, 1)
    if dated:
        return within(day, before.last)
    return day.shifted(7) if day.first == frame.today and before.weekday is not None else day


def _meant(day: Days, wish: Wish, role: str, frame: Frame) -> list[Days]:
    if role == "past":
        return [day if day.behind or day.back is None else day._replace(first=day.back, last=day.back, impossible="")]
    if day.every and role == "want":
        return recurring(day, frame)
    if day.first > frame.today or day.weekday is None or role not in ("want", "race"):
        return [day]
    times = [time for time, _ in wish.times] or [Window("any time")]
    gone = all(ends(day.first, time, frame) <= _too_soon(time, frame) for time in times)
    return [day.shifted(7) if gone else day]


def _too_soon(time: Clock | Window, frame: Frame) -> datetime:
    """ "Thursday at 7", said on a Thursday at 6.40, is next week's: who means to come in a moment says "today"."""
    return frame.now + timedelta(hours=isinstance(time, Clock))


def recurring(day: Days, frame: Frame) -> list[Days]:
    """The same weekdays of each week in which alternatives are looked for."""
    each = [day._replace(first=day.first + timedelta(n), last=day.last + timedelta(n)) for n in (0, 7, 14)]
    return [one for one in each if frame.today <= one.last and one.first < frame.today + timedelta(ALTERNATIVES)]


def starts(day: date, time: Window, frame: Frame) -> datetime:
    """When a stretch of the day begins on that day."""
    return at(day, time.stretches(frame.opening(day))[-1][0])


def ends(day: date, time: Clock | Window, frame: Frame) -> datetime:
    """When a time of day is over on that day, by its latest reading."""
    opening = frame.opening(day)
    return at(day, time.readings(opening)[-1] if isinstance(time, Clock) else time.stretches(opening)[-1][1])
