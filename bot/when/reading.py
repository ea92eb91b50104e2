"""From words to mentions: days and times of day are brought together across clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise, zip_longest

from bot.when.clock import Clock, Window
from bot.when.dayphrases import DAYS
from bot.when.days import Days, a_day
from bot.when.hourphrases import TIMES
from bot.when.joins import JOINS
from bot.when.noise import HALVES, NOISE, NUMBERS
from bot.when.phrases import Term, rewrite
from bot.when.points import MARKED, POINTS
from bot.when.roles import Reading, licensed, readings
from bot.when.spans import SPANS
from bot.when.values import Frame, Mention, at
from bot.when.words import terms

ALTERNATIVES = 14  # days within which "Mondays", "mornings" or "any day except Tuesday" are meant


@dataclass(frozen=True)
class Wish:
    """Days and times of day that belong together; several days or several times are alternatives."""

    days: tuple[tuple[Days, Reading], ...] = ()
    times: tuple[tuple[Clock | Window, Reading], ...] = ()
    time_first: bool = False


def understood(text: str, frame: Frame) -> tuple[list[Reading], str]:
    """Every phrase about time in its role, and the word for "whenever" if there is one."""
    found: Sequence[Term] = terms(text)
    for grammar in (NUMBERS, MARKED, NOISE, POINTS, HALVES, SPANS, DAYS, TIMES):
        found = [_told(term) for term in rewrite(found, grammar, frame)]
    found = licensed(found, frame)
    if not _moves(found):
        found = rewrite(found, JOINS, frame)
    soon = next((term.value for term in found if term.kind == "SOON"), "")
    return readings(found, frame), soon


def _told(term: Term) -> Term:
    if term.kind != "POINT":
        return term
    return replace(term, kind="CLOCK" if isinstance(term.value, Clock) else "DATE")


_MOVE = frozenset("move moving reschedule rescheduling change changing switch swap shift push rebook postpone cancel instead".split())


def _moves(found: Sequence[Term]) -> bool:
    """Whether "Thursday to Friday" moves an appointment: then it is no stretch of days."""
    mine = any(term.word == "my" and after.kind in ("DAY", "TIME") for term, after in pairwise(found))
    return mine or any(term.word in _MOVE for term in found)


# ---------------------------------------------------------------- bringing together


def wishes(found: Sequence[Reading], role: str, frame: Frame) -> list[Wish]:
    """Group what was said in one role: "mon or weds after 5", "Tues at 3 or Thurs at 10"."""
    mine = [one for one in found if one.role == role]
    grouped: list[Wish] = []
    for one, upcoming in zip_longest(mine, mine[1:]):
        grouped = [*grouped[:-1], *_joined(grouped[-1] if grouped else Wish(), one, upcoming)]
    return [_settled(_within_week(wish), role, frame) for wish in _given_way(grouped)]


def _joined(wish: Wish, one: Reading, upcoming: Reading | None) -> list[Wish]:
    days = tuple((day, one) for day in one.piece.days)
    times = ((one.piece.time, one),) if one.piece.time else ()
    if days and times:
        empty = not wish.days and not wish.times
        return [Wish(days, times)] if empty else [wish, Wish(days, times)] if wish.days else [Wish(days, (*wish.times, *times))]
    return _with_days(wish, days) if days else _with_time(wish, times[0], upcoming)


def _with_days(wish: Wish, days: tuple[tuple[Days, Reading], ...]) -> list[Wish]:
    weekly = any(day.grain in ("week", "month") for day, _ in (*days, *wish.days))
    if wish.days and not weekly and wish.days[-1][1].sentence != days[0][1].sentence:
        return [wish, Wish(days)]
    if not wish.days or not wish.times or wish.time_first or (weekly and days[0][1].joined != "or"):
        return [replace(wish, days=wish.days + days, time_first=wish.time_first or bool(wish.times and not wish.days))]
    return [wish, Wish(days)]


def _with_time(wish: Wish, time: tuple[Clock | Window, Reading], upcoming: Reading | None) -> list[Wish]:
    said, one = time
    alternative = one.joined in ("or", "/")
    heads = upcoming is not None and bool(upcoming.piece.days) and not upcoming.apart and not upcoming.piece.time
    if wish.time_first and wish.days:
        if heads:
            return [wish, Wish((), (time,))]
        if len(wish.days) > 1 and not alternative:
            return [replace(wish, days=wish.days[:-1]), Wish(wish.days[-1:], (time,))]
    if wish.times and not alternative:
        merged = _refined(wish.times[-1][0], said)
        if merged:
            begun = wish.times[-1][1]
            return [replace(wish, times=(*wish.times[:-1], (merged, replace(one, start=min(begun.start, one.start)))))]
    if wish.times and wish.days and heads and not wish.time_first:
        return [wish, Wish((), (time,))]
    return [replace(wish, times=(*wish.times, time))]


def _refined(first: Clock | Window, second: Clock | Window) -> Clock | Window | None:
    """"Thursday morning, 10ish": a part of the day and a clock time say one thing together."""
    match first, second:
        case Window(part=part), Clock() if part:
            return second.within(part)
        case Clock(), Window(part=part) if part:
            return first.within(part)
        case Window(part=part), Window(part="") if part:
            return second
        case Window(part=""), Window(part=part) if part:
            return first
        case Window(part="", after=Clock() as after, before=None), Window(part="", after=None, before=Clock() as before):
            return Window(after=after, before=before)
        case _:
            return None


def _given_way(grouped: Sequence[Wish]) -> Iterator[Wish]:
    """What is loose ("before my race", "asap") gives way to days named more closely."""
    close = any(not day.loose for wish in grouped for day, _ in wish.days)
    for wish in grouped:
        days = tuple(pair for pair in wish.days if not (close and pair[0].loose))
        if days or wish.times:
            yield replace(wish, days=days)


def _within_week(wish: Wish) -> Wish:
    """"Next week, Tuesday or Wednesday": a week said beside bare weekdays claims them."""
    weeks = [day for day, one in wish.days if day.grain == "week" and one.joined != "or"]
    bare = [day for day, _ in wish.days if day.weekday is not None]
    if not weeks or not bare:
        return wish
    start = weeks[0].first
    return replace(wish, days=tuple((_in(day, start), one) for day, one in wish.days if day not in weeks))


def _in(day: Days, start: date) -> Days:
    return day if day.weekday is None else replace(day, first=(there := start + timedelta(day.weekday)), last=there, weekday=None)


def _settled(wish: Wish, role: str, frame: Frame) -> Wish:
    """Fix which days are meant: the past looks back, "Mondays" are several, and today's name waits for a week if its hour is gone."""
    days = ((one, said) for day, said in wish.days for one in _meant(day, wish, role, frame))
    return replace(wish, days=tuple(days))


def _meant(day: Days, wish: Wish, role: str, frame: Frame) -> list[Days]:
    if role == "past":
        return [day if day.behind or day.back is None else replace(day, first=day.back, last=day.back, impossible="")]
    if day.every and role == "want":
        return recurring(day, frame)
    times = [time for time, _ in wish.times] or [Window("any time")]
    gone = day.weekday is not None and all(_ends(day.first, time, frame) <= frame.now for time in times)
    return [day.shifted(7) if gone and role in ("want", "race") else day]


def recurring(day: Days, frame: Frame) -> list[Days]:
    """The same weekdays of each week in which alternatives are looked for."""
    each = [replace(day, first=day.first + timedelta(n), last=day.last + timedelta(n)) for n in (0, 7, 14)]
    return [one for one in each if frame.today <= one.last and one.first < frame.today + timedelta(ALTERNATIVES)]


def _ends(day: date, time: Clock | Window, frame: Frame) -> datetime:
    opening = frame.opening(day)
    return at(day, time.readings(opening)[-1] if isinstance(time, Clock) else time.stretches(opening)[-1][1])


# ---------------------------------------------------------------- mentions


def mentions_of(text: str, wish: Wish, role: str, frame: Frame) -> Iterator[Mention]:
    """Every alternative a wish leaves: each day with each time of day."""
    for day, said in wish.days:
        if not wish.times:
            span = (said.start, said.end)
            why = impossible(day, role, frame)
            yield Mention(text[slice(*span)], role, at(day.first, 0), at(day.last, 1440), day.grain, span, (), why)
        for time, time_said in wish.times:
            for one in _each(day, role, frame):
                yield _timed(text, one, time, role, (said, time_said), frame)
    if not wish.days:
        for time, said in wish.times:
            yield _timed(text, _next_for(time, role, frame), time, role, (said,), frame)


def _each(day: Days, role: str, frame: Frame) -> list[Days]:
    """The single days of a stretch on which a time of day can be met, of two weeks at most."""
    count = min((day.last - day.first).days + 1, ALTERNATIVES)
    each = [replace(day, first=one, last=one) for one in (day.first + timedelta(n) for n in range(count))]
    return [one for one in each if count > 1 and frame.open_on(one.first) and one.first >= frame.today] or each[:1]


def _next_for(time: Clock | Window, role: str, frame: Frame) -> Days:
    """The next day on which a time of day can be met, where no day was said."""
    coming = [frame.today + timedelta(n) for n in range(8)]
    fits = [day for day in coming if frame.open_on(day) and _ends(day, time, frame) > frame.now]
    return a_day(frame.today if role == "past" else (fits or coming)[0])


def _timed(text: str, day: Days, time: Clock | Window, role: str, said: tuple[Reading, ...], frame: Frame) -> Mention:
    span = min(one.start for one in said), max(one.end for one in said)
    grain, (first, *more) = _readings(day.first, time, role, frame)
    start, end = first
    why = impossible(day, role, frame) or ("past" if role == "want" and (end or start) <= frame.now else "")
    return Mention(text[slice(*span)], role, start, end, grain, span, tuple(other for other, _ in more), why)


def _readings(day: date, time: Clock | Window, role: str, frame: Frame) -> tuple[str, list[tuple[datetime, datetime | None]]]:
    opening = frame.opening(day)
    found: list[tuple[datetime, datetime | None]]
    if isinstance(time, Window):
        grain = "daypart" if time.part and time.part != "any time" else "interval"
        found = [(at(day, start), at(day, end)) for start, end in time.stretches(opening)]
    else:
        grain = "minute" if time.exact else "hour"
        found = [(at(day, minute), None) for minute in time.readings(opening)]
    ahead = [(start, end) for start, end in found if (end or start) > frame.now or role == "past"]
    return grain, ahead or found


def impossible(day: Days, role: str, frame: Frame) -> str:
    """Why no appointment can be made on these days, or nothing."""
    if day.impossible or role in ("past", "race"):
        return day.impossible
    if day.last < frame.today:
        return "past"
    return "far" if day.first > frame.last else ""
