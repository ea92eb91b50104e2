"""What a message says about time, in the forms that others build on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from bot.when.chances import ROLES, Judgement
from bot.when.clock import Window
from bot.when.days import CONTRADICTION, Days, within
from bot.when.hours import each_refused, hours
from bot.when.reading import Understood, impossible, mentions_of, moved_by, understood
from bot.when.spans import Shift
from bot.when.values import Frame, Mention, at
from bot.when.wishes import ALTERNATIVES, Named, Wish, wishes

SOON = 7  # days that "as soon as possible" looks ahead
MOST = 28  # alternatives of each role: two of every day of two weeks
YEAR = timedelta(365)
Range = tuple[date, date]
Span = tuple[int, int]  # of a phrase: its first letter, and the first one behind it
Stretch = tuple[datetime, datetime | None]


def phrases(text: str, frame: Frame) -> list[Span]:
    """Where a message speaks of times, whatever they are to it: what a judge may be asked about."""
    return [*dict.fromkeys((one.start, one.end) for one in understood(text, frame).readings)]


def mentions(text: str, frame: Frame, judged: Judgement | None = None) -> list[Mention]:
    """Every time a message speaks of, whatever its role, in the order of the text."""
    heard = understood(text, frame, judged)
    all_ = [
        one
        for role, grouped in _grouped(heard, frame).items()
        if role != "else"
        for one in islice(_mentioned(text, grouped, role, frame), MOST)
    ]
    all_ += _moved_on(all_, heard.shift, frame)
    return _once(sorted(all_, key=lambda mention: mention.span[0])) or _whenever(text, heard.soon, frame)


def _moved_on(found: Sequence[Mention], shift: Shift | None, frame: Frame) -> list[Mention]:
    """ "Friday at 3, could we make it a week later": what is wanted, counted from the appointment that was told."""
    count, short = shift or (0, False)
    days = {one.start.date() for one in found if one.role == "from"}
    if not count or any(one.role == "want" and not (short and one.start.date() in days) for one in found):
        return []
    return [moved_by((count, short), one, frame) for one in found if one.role == "from" and not (short and one.end)]


def _mentioned(text: str, grouped: Sequence[Wish], role: str, frame: Frame) -> Iterator[Mention]:
    return (one for wish in grouped for one in mentions_of(text, wish, role, frame))


def _grouped(heard: Understood, frame: Frame) -> dict[str, list[Wish]]:
    """The wishes of each role. A time refused on no day of its own is refused on the days that are wanted."""
    found = heard.readings
    grouped = {role: wishes(found, role, frame) for role in dict.fromkeys(one.role for one in found)}
    if out := {day for wish in grouped.get("not", ()) if not wish.times for day, _ in wish.days}:
        grouped["want"] = [_without_refused(wish, out) for wish in grouped.get("want", ())]
    wanted = tuple(named for wish in grouped.get("want", ()) for named in wish.days)
    if not wanted and grouped.get("want"):
        wanted = _day_of_another(grouped, any_day=heard.soon == "day")
        grouped["want"] = [replace(wish, days=wish.days or wanted) for wish in grouped["want"]]
    grouped["not"] = [_until(_of_week(wish, wanted), wanted) for wish in grouped.get("not", ())]
    if len(wanted) == 1 and wanted[0][0].first == wanted[0][0].last:
        hour_first = any(wish.time_first for wish in grouped["want"])
        grouped["from"] = [_of_day(wish, wanted, hour_first) for wish in grouped.get("from", ())]
    if all(named.first == named.last for named, _ in wanted):
        grouped["not"] = [wish if wish.days else replace(wish, days=wanted) for wish in grouped.get("not", ())]
    return grouped


def _of_day(moved: Wish, wanted: tuple[Named, ...], hour_first: bool) -> Wish:
    """ "On Friday, 8:30 instead of 11:30", "from 3 to 5 on Friday": both hours are of that day."""
    shared = hour_first or all(wanted[0][1].end <= said.start for _, said in moved.times)
    return replace(moved, days=wanted) if shared and not moved.days else moved


def _without_refused(wish: Wish, refused: Set[Days]) -> Wish:
    """ "Thursday is Thanksgiving, so no to Thursday, but Friday until 1": one of the days is refused as well."""
    ranges = {(day.first, day.last) for day in refused}
    left = tuple(named for named in wish.days if (named[0].first, named[0].last) not in ranges)
    return replace(wish, days=left or wish.days)


def _day_of_another(grouped: Mapping[str, list[Wish]], any_day: bool) -> tuple[Named, ...]:
    """ "My shift ends at 2 on Monday, could do 2.45": the one day that was named, of whatever."""
    hours = [wish for wish in grouped.get("not", ()) if wish.times and not (any_day and _is_part(wish))]
    told = (*grouped.get("from", ()), *grouped.get("else", ()), *hours)
    named = [one for wish in told for one in wish.days]
    return tuple(named) if len(named) == 1 and named[0][0].first == named[0][0].last else ()


def _is_part(wish: Wish) -> bool:
    return any(isinstance(time, Window) for time, _ in wish.times)


def _of_week(refused: Wish, wanted: Sequence[Named]) -> Wish:
    """ "Next week but not Monday": that week's."""
    weeks = [day for day, _ in wanted if day.grain == "week"]
    if len(weeks) != 1 or len(wanted) != 1:
        return refused
    return replace(refused, days=tuple((within(day, weeks[0].first), one) for day, one in refused.days))


def _until(refused: Wish, wanted: Sequence[Named]) -> Wish:
    """ "Out of town till Friday, so Friday after 6": away until that day, not through it."""
    ends = {day.first for day, _ in wanted}
    return replace(refused, days=tuple((_short_of(day, ends), one) for day, one in refused.days))


def _short_of(day: Days, ends: Set[date]) -> Days:
    long = day.grain == "interval" and day.last > day.first
    return day._replace(last=day.last - timedelta(1)) if long and day.last in ends else day


def _once(found: Sequence[Mention]) -> list[Mention]:
    """What is said twice counts once, and a day refused is not wanted: "not Friday, Friday is my birthday"."""
    refused = {(one.start, one.end) for one in found if one.role == "not"}
    out = {one.start.date() for one in found if one.role == "not" and one.grain == "day"}
    several = {span for span, count in Counter(one.span for one in found if one.role == "want").items() if count > 1}
    left = [one for one in found if not (one.role == "want" and _is_refused(one, refused, out, several))]
    first = {(one.role, one.start, one.end): one for one in reversed(left)}
    once = [one for one in left if first[one.role, one.start, one.end] is one]
    return [one for one in once if not (one.role == "want" and one.grain == "day" and _is_closer_told(one, once))]


def _is_closer_told(day: Mention, found: Sequence[Mention]) -> bool:
    """ "Tuesday at 3 suits, today like": a day that was named with its hour is not wanted whole as well."""
    hours = (one.start for one in found if one.role == "want" and one.grain != "day" and day.end)
    return any(day.start <= start < (day.end or start) for start in hours)


def _is_refused(one: Mention, refused: Set[Stretch], out: Set[date], several: Set[tuple[int, int]]) -> bool:
    """ "Not Friday, Friday is my birthday", or one of several: "any evening next week but Friday"."""
    on_it = one.grain != "day" and one.span in several and one.start.date() in out
    return on_it or (one.start, one.end) in refused


def _whenever(text: str, soon: str, frame: Frame) -> list[Mention]:
    if soon != "soon":
        return []
    return [Mention(text, "want", frame.now, at(frame.today + timedelta(SOON), 1440), "interval", (0, len(text)))]


def times(text: str, frame: Frame, judged: Judgement | None = None) -> list[Mention]:
    """The times wanted, excluded or being moved. Where an hour fits twice each reading is a mention, the best first.

    `judged` is a judge's word on the message and on each of its `phrases`.
    """
    return [
        replace(one, start=start, end=one.end and start + (one.end - one.start), also=()) if one.also else one
        for one in mentions(text, frame, judged)
        if one.role in ROLES and (not one.impossible or _is_soon_bookable(one, frame))
        for start in (one.start, *one.also)
    ]


def _is_soon_bookable(one: Mention, frame: Frame) -> bool:
    """ "In February", said in December: only a little beyond the days that can be booked."""
    return one.impossible == "far" and one.start.date() <= frame.last + timedelta(frame.horizon)


def answers(text: str, frame: Frame, judged: Judgement | None = None) -> dict[str, str]:
    """What a conversation would store: `day`, `time` and `which`, as far as they were said; `hours` tells the form."""
    heard = understood(text, frame, judged)
    grouped = _grouped(heard, frame)
    want, refused, moved = (grouped.get(role, []) for role in ROLES)
    day, minutes = _shifted(heard.shift)
    said = {
        "day": _day(want, refused, heard.soon, frame) or day,
        "time": "|".join(dict.fromkeys(hours(want, refused, heard.soon, frame))) or minutes,
        "which": _which(text, moved, frame),
    }
    return {slot: answer for slot, answer in said.items() if answer}


def _shifted(shift: Shift | None) -> tuple[str, str]:
    """A day and a time counted from the appointment there is: `-7`, `+60`."""
    count, short = shift or (0, False)
    return ("", f"{count:+}") if short else (f"{count:+}" if count else "", "")


def since(text: str, frame: Frame) -> date | None:
    """When something began: "for 3 weeks", "since Sunday"; of old troubles and new ones, the first of the last year."""
    begun = [one for one in understood(text, frame).readings if "onset" in one.topic]
    days = [day for one in begun for day in one.piece.days if not day.impossible]
    told = [min(day.first if day.behind else day.back or day.first, frame.today) for day in days]
    return next((day for day in told if max(told) - day < YEAR), None)


def race_day(text: str, frame: Frame) -> tuple[date, bool] | None:
    """The day of a race that was spoken of, and whether it lies ahead. Asked for one, a bare date will do."""
    found = [one for one in understood(text, frame).readings if one.piece.days]
    for one in found:
        day = one.piece.days[0]
        if "race" not in one.topic or day.impossible or day.grain in ("week", "month", "interval"):
            continue
        run = day.back if one.role == "past" and day.back and not day.behind else day.last
        return run, one.role != "past" and run >= frame.today
    return None


# ---------------------------------------------------------------- days


def _day(want: Sequence[Wish], refused: Sequence[Wish], soon: str, frame: Frame) -> str:
    wanted = [day for wish in want for day, _ in wish.days]
    excluded = [*_excluded(refused, any(day.every for day in wanted), frame)]
    offered = [_clipped(day, frame) for day in wanted if not impossible(day, "want", frame)]
    if wanted and not offered:
        return _refusal(wanted[0], frame)
    if not wanted and excluded:
        offered = [_from_today(ALTERNATIVES - 1, frame)]
    elif not wanted and _any_day(soon, any(wish.times for wish in want), frame):
        offered = [_from_today(SOON, frame)]
    left = [part for one in offered for part in _without(one, excluded)]
    return "|".join(dict.fromkeys(map(_written, left)))


def _excluded(refused: Sequence[Wish], every: bool, frame: Frame) -> Iterator[Range]:
    """ "Any weekday but Wednesday": "weekdays" may end a week after those two in which a Wednesday is refused."""
    for one in (one for wish in refused if not wish.times for one in each_refused(wish, frame)):
        for away in (0, ALTERNATIVES) if every and one.weekday is not None else (0,):
            yield one.first + timedelta(away), one.last + timedelta(away)


def _any_day(soon: str, timed: bool, frame: Frame) -> bool:
    """ "Any day" and "asap" speak of days; "whenever" does unless it was the hour that was asked or named."""
    return bool(soon) and (soon != "any" or (not timed and frame.asked != "time"))


def _clipped(day: Days, frame: Frame) -> Range:
    return max(day.first, frame.today), min(day.last, frame.last)


def _from_today(days: int, frame: Frame) -> Range:
    return frame.today, min(frame.today + timedelta(days), frame.last)


def _refusal(day: Days, frame: Frame) -> str:
    match impossible(day, "want", frame):
        case "past" | "far" as why:
            return f"{why}:{day.first}"
        case why if why == CONTRADICTION:
            return f"contradiction:{'|'.join(map(str, day.rivals))}"
        case why:
            return f"impossible:{why}"


def _without(wanted: Range, excluded: Iterable[Range]) -> list[Range]:
    """A range of days split around those that will not do."""
    left = [wanted]
    for first, last in excluded:
        around = [
            part
            for start, end in left
            for part in ((start, min(end, first - timedelta(1))), (max(start, last + timedelta(1)), end))
        ]
        left = [(start, end) for start, end in dict.fromkeys(around) if start <= end]
    return left


def _written(days: Range) -> str:
    first, last = days
    return str(first) if first == last else f"{first}..{last}"


# ---------------------------------------------------------------- the appointment that moves


def _which(text: str, moved: Sequence[Wish], frame: Frame) -> str:
    """The appointment being moved, if its day was said."""
    found = [one for wish in moved if wish.days for one in mentions_of(text, wish, "from", frame) if not one.impossible]
    if not found:
        return ""
    return (
        found[0].start.isoformat(timespec="minutes")
        if found[0].grain in ("minute", "hour")
        else str(found[0].start.date())
    )
