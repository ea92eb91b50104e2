"""Phrases for days and for times of day, and those that join two of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.when.clock import Clock, Window
from bot.when.days import (
    Days, Piece, a_day, agreed, coming, month, month_start, monday, months_later, months_to, named, stretch, week, weekend,
)  # fmt: skip
from bot.when.phrases import Rules, Term, rules
from bot.when.points import hour
from bot.when.values import Frame

UNMISTAKABLE = ("may", "march", "mar", "sun", "second")  # months that are words of their own
UNSURE = ("severity", "complaint", "side", "routine", "length", "goal", "contact", "name", "race", "since")


def day(days: Days | None, time: Clock | Window | None = None) -> Piece | None:
    """A phrase that names days."""
    return Piece((days,), time) if days else None


# ---------------------------------------------------------------- lengths of time


def _span(frame: Frame, count: Term | None, unit: Term) -> tuple[int, str] | None:
    return ((count.value if count else 1) * (2 if unit.value == "fortnight" else 1), "week" if unit.value == "fortnight" else unit.value)


def later(day: date, span: tuple[int, str], sign: int = 1) -> date:
    """The day so long after (or, with sign -1, before) another."""
    count, unit = span
    count = sign * min(count, 999)
    if unit in ("month", "year"):
        return months_later(day, count * (12 if unit == "year" else 1))
    return day + timedelta(count * {"day": 1, "week": 7}.get(unit, 0))


SPANS: Rules = rules(
    ("SPAN", {
        "a|an UNIT": lambda f, unit: _span(f, None, unit), "N UNIT": _span, "N -|to|or N UNIT": lambda f, low, n, unit: _span(f, n, unit),
        "half an hour": lambda f: (30, "minute"), "UNIT and a half": lambda f, unit: _span(f, None, unit), "N +- +UNIT": _span,
        "a good? UNIT": lambda f, unit: _span(f, None, unit), "UNIT or so": lambda f, unit: _span(f, None, unit),
        "half a year": lambda f: (6, "month"), "N or so UNIT": _span, "a UNIT or two": lambda f, unit: _span(f, None, unit),
        "a UNIT or N": lambda f, unit, n: _span(f, n, unit),
    }),
)  # fmt: skip


def lasted(frame: Frame, span: Term) -> Piece | None:
    """How long something has lasted: the day it began."""
    if span.value[1] in ("minute", "hour"):
        return None
    then = later(frame.today, span.value, -1)
    return Piece((Days(then, then, behind=True),), onset=True)


def _many(frame: Frame, unit: Term) -> Piece | None:
    few = {"day": (3, "day"), "week": (3, "week"), "month": (3, "month"), "year": (2, "year")}.get(unit.value)
    return lasted(frame, replace(unit, value=few)) if few and unit.word.endswith("s") else None


def _in(frame: Frame, span: Term) -> Piece:
    count, unit = span.value
    if unit not in ("minute", "hour"):
        return Piece((a_day(later(frame.today, span.value)),))
    then = frame.now + timedelta(minutes=count * (60 if unit == "hour" else 1))
    return Piece((a_day(then.date()),), Clock(then.hour, then.minute, exact=True, certain=True))


def _within(frame: Frame, span: Term) -> Piece:
    count, unit = span.value
    length = (count + 23) // 24 if unit == "hour" else (later(frame.today, span.value) - frame.today).days
    return Piece((stretch(frame.today, length + 1),))


# ---------------------------------------------------------------- days


def _relative(frame: Frame, word: Term, days: int = 0) -> Days:
    day = frame.today + timedelta(word.value + days)
    return a_day(day, behind=day < frame.today)


def _last(frame: Frame, weekday: Term) -> Days:
    return a_day(coming(frame, weekday.value) - timedelta(7), behind=True)


def _week_of(frame: Frame, days: Days) -> Days:
    start = days.first - timedelta(days.first.weekday())
    return replace(stretch(start, 7, "week"), impossible=days.impossible)


_EDGES: dict[str, tuple[int, int]] = {"early": (0, 3), "mid": (1, 3), "late": (3, 4)}


def _edge(frame: Frame, weeks: int, edge: str) -> Piece:
    start, length = _EDGES[edge]
    return Piece((stretch(monday(frame, weeks) + timedelta(start), length),))


def _month_edge(start: date, edge: str) -> Days:
    after = month_start(start, 1)
    return {
        "early": lambda: stretch(start, 10),
        "mid": lambda: stretch(start + timedelta(10), 10),
        "late": lambda: Days(after - timedelta(7), after - timedelta(1), "interval"),
    }[edge]()


def _month_named(frame: Frame, name: Term) -> Days:
    days = month(frame, months_to(frame, name.value))
    return replace(days, back=month_start(days.first, -12 if days.first > frame.today else 0))


def _bare_month(frame: Frame, name: Term) -> Piece | None:
    sure = name.word not in UNMISTAKABLE or frame.asked in ("since", "race")
    return day(_month_named(frame, name)) if sure else None


def _nth(frame: Frame, nth: Term, weekday: Term, name: Term | None = None, months: int = 0) -> Piece | None:
    start = month(frame, months_to(frame, name.value) if name else months).first
    found = start + timedelta((weekday.value - start.weekday()) % 7 + 7 * (nth.value - 1))
    return Piece((a_day(found),)) if nth.value <= 4 else None


def _from_race(first: int, last: int, grain: str = "day") -> Callable[[date], Days]:
    return lambda race: Days(race + timedelta(first), race + timedelta(last), grain)


def _near_race(unit: Term | None, sign: int, count: int = 1) -> Piece | None:
    match unit.value if unit else "day":
        case "day":
            return Piece(race=_from_race(sign * count, sign * count))
        case "week":
            return Piece(race=_from_race(1, 7, "week") if sign > 0 else _from_race(-7, -1, "week"))
        case _:
            return None


def _span_to_race(span: Term, sign: int) -> Piece:
    return Piece(race=lambda race: a_day(later(race, span.value, sign)))


def _any_side(sign: int) -> Piece:
    return Piece(race=lambda race: replace(stretch(race + timedelta(1), 7) if sign > 0 else stretch(race - timedelta(365), 365), loose=True))


def _weekday_by_race(weekday: Term, sign: int) -> Piece:
    def found(race: date) -> Days:
        away = sign * (weekday.value - race.weekday()) % 7 or 7
        return a_day(race + sign * timedelta(away))

    return Piece(race=found)


_MY = "my|the|a|our|this|race|big"
_LAST = "last|past|previous"


def _both_ways(phrase: str, meaning: Callable[..., Piece | None]) -> dict[str, Callable[..., Piece | None]]:
    """A phrase with SIDE in it, once for before and once for after."""
    return {
        phrase.replace("SIDE", side): lambda f, *kept, sign=sign: meaning(*(term for term in kept if term.kind != "RACE"), sign)
        for side, sign in (("before", -1), ("after|following", 1))
    }


DAYS: Rules = rules(
    ("DAY", {
        "TODAY": lambda f, word: day(_relative(f, word)), "the? day after TODAY": lambda f, word: day(_relative(f, word, 1)),
        "the? day before TODAY": lambda f, word: day(_relative(f, word, -1)), "TODAY week": lambda f, word: day(_relative(f, word, 7)),
        "a|one? week TODAY": lambda f, word: day(_relative(f, word, 7)), "TODAY fortnight": lambda f, word: day(_relative(f, word, 14)),
        "SPAN TODAY": lambda f, span, word: day(a_day(later(f.today + timedelta(word.value), span.value))),
        "SPAN from|on TODAY": lambda f, span, word: day(a_day(later(f.today + timedelta(word.value), span.value))),
        "SPAN from now": _in, "in SPAN": _in, "in SPAN time": _in, "within|inside the? next? SPAN": _within, "in? the? next|coming SPAN": _within,
        "now|immediately": lambda f: None, "right now|away": lambda f: day(a_day(f.today)),
        "this PART": lambda f, part: day(a_day(f.today), Window(part.value)), "tonight|2nite|tonite": lambda f: day(a_day(f.today), Window("evening")),
        f"{_LAST} PART": lambda f, part: day(a_day(f.today - timedelta(1), behind=True), Window(part.value)),
        "WEEKDAY": lambda f, wd: day(named(f, wd.value)), "WEEKDAYS": lambda f, wd: day(replace(named(f, wd.value), every=True)),
        "every|each|any WEEKDAY": lambda f, wd: day(replace(named(f, wd.value), every=True)),
        "this coming? WEEKDAY": lambda f, wd: day(a_day(coming(f, wd.value), back=coming(f, wd.value) - timedelta(7))),
        "the? coming WEEKDAY": lambda f, wd: day(named(f, wd.value)), "the WEEKDAY": lambda f, wd: day(named(f, wd.value)),
        "next WEEKDAY": lambda f, wd: day(a_day(monday(f, 1) + timedelta(wd.value))),
        f"{_LAST} WEEKDAY": lambda f, wd: day(_last(f, wd)), "WEEKDAY gone|just gone?": lambda f, wd: day(_last(f, wd)),
        f"{_LAST} week on? WEEKDAY": lambda f, wd: day(a_day(monday(f, -1) + timedelta(wd.value), behind=True)),
        f"WEEKDAY {_LAST} week": lambda f, wd: day(a_day(monday(f, -1) + timedelta(wd.value), behind=True)),
        "WEEKDAY week": lambda f, wd: day(named(f, wd.value).shifted(7)), "a? week on|from? WEEKDAY": lambda f, wd: day(named(f, wd.value).shifted(7)),
        "SPAN on|from? WEEKDAY": lambda f, span, wd: day(a_day(later(coming(f, wd.value), span.value))),
        "WEEKDAY fortnight": lambda f, wd: day(named(f, wd.value).shifted(14)), "a? fortnight on|from? WEEKDAY": lambda f, wd: day(named(f, wd.value).shifted(14)),
        "WEEKDAY after next": lambda f, wd: day(a_day(monday(f, 2) + timedelta(wd.value))),
        "WEEKDAY of|the? week after next": lambda f, wd: day(a_day(monday(f, 2) + timedelta(wd.value))),
        "WEEKDAY the week after next": lambda f, wd: day(a_day(monday(f, 2) + timedelta(wd.value))),
        "WEEKDAY of|in? next week": lambda f, wd: day(a_day(monday(f, 1) + timedelta(wd.value))),
        "next week on? WEEKDAY": lambda f, wd: day(a_day(monday(f, 1) + timedelta(wd.value))),
        "WEEKDAY of? this week": lambda f, wd: day(a_day(monday(f) + timedelta(wd.value))), "this week on? WEEKDAY": lambda f, wd: day(a_day(monday(f) + timedelta(wd.value))),
        "the? NTH|ORD WEEKDAY in|of MONTH": _nth, "the? NTH|ORD WEEKDAY in|of next month": lambda f, nth, wd: _nth(f, nth, wd, months=1),
        "DATE": lambda f, date: day(date.value), "WEEKDAY ,? the? DATE": lambda f, wd, date: day(agreed(f, wd.value, date.value)),
        "this|next|on WEEKDAY ,? the? DATE": lambda f, wd, date: day(agreed(f, wd.value, date.value)),
        "DATE ( WEEKDAY )": lambda f, date, wd: day(agreed(f, wd.value, date.value)), "the? DATE ,? WEEKDAY": lambda f, date, wd: day(agreed(f, wd.value, date.value)),
        # weekends, weeks, months
        "this|the|a? weekend": lambda f: day(weekend(f, 0)), "this coming weekend": lambda f: day(weekend(f, 0)), "weekends": lambda f: day(replace(weekend(f, 0), every=True)),
        "next weekend": lambda f: day(weekend(f, 1)), "weekend after next": lambda f: day(weekend(f, 2)), f"the? {_LAST} weekend": lambda f: day(weekend(f, -1)),
        "weekend before last": lambda f: day(weekend(f, -2)), "any weekend": lambda f: day(replace(weekend(f, 0), every=True)),
        "weekday|weekdays": lambda f: day(replace(stretch(monday(f), 5), every=True)), "a|any weekday": lambda f: day(replace(stretch(monday(f), 5), every=True)),
        "during|in the week": lambda f: day(replace(stretch(monday(f), 5), every=True)), "this week": lambda f: day(week(f, 0)), "next week": lambda f: day(week(f, 1)),
        "the following week": lambda f: day(week(f, 1)), "the? week after next": lambda f: day(week(f, 2)), f"{_LAST} week": lambda f: Piece((week(f, -1),), onset=False),
        "week before last": lambda f: day(week(f, -2)), "w +/ +c the? DATE": lambda f, date: day(_week_of(f, date.value)), "w +/ +c WEEKDAY": lambda f, wd: day(_week_of(f, named(f, wd.value))),
        "the? week|wc of|commencing|beginning|starting the? DATE": lambda f, date: day(_week_of(f, date.value)), "wc the? DATE": lambda f, date: day(_week_of(f, date.value)),
        "wk|week +/? com DATE": lambda f, date: day(_week_of(f, date.value)), "rest|remainder of the week": lambda f: day(Days(f.today, monday(f, 1) - timedelta(1), "interval")),
        "later|end this week": lambda f: day(Days(f.today + timedelta(f.today.weekday() < 6), monday(f, 1) - timedelta(1), "interval")),
        "early|earlier|beginning|start in|of? next week": lambda f: _edge(f, 1, "early"), "the beginning|start of next week": lambda f: _edge(f, 1, "early"),
        "mid|middle -? of? next week": lambda f: _edge(f, 1, "mid"), "the? middle of the? week": lambda f: _edge(f, 0, "mid"), "midweek": lambda f: _edge(f, int(f.today.weekday() > 3), "mid"),
        "late|later|end in|of? next week": lambda f: _edge(f, 1, "late"), "the end of next week": lambda f: _edge(f, 1, "late"),
        "the? end of the|this week": lambda f: _edge(f, 0, "late"), "this month": lambda f: day(month(f, 0)), "next month": lambda f: day(month(f, 1)),
        f"{_LAST} month": lambda f: day(month(f, -1)), "MONTH": _bare_month, "in|during|of|by|until this|next? MONTH": lambda f, name: day(_month_named(f, name)),
        "this|next MONTH": lambda f, name: day(_month_named(f, name)), f"{_LAST} MONTH": lambda f, name: day(replace(_month_named(f, name), behind=True)),
        "early|beginning|start in|of? MONTH": lambda f, name: day(_month_edge(_month_named(f, name).first, "early")), "mid -? MONTH": lambda f, name: day(_month_edge(_month_named(f, name).first, "mid")),
        "middle of MONTH": lambda f, name: day(_month_edge(_month_named(f, name).first, "mid")), "late|end in|of? MONTH": lambda f, name: day(_month_edge(_month_named(f, name).first, "late")),
        "the? end of the|this month": lambda f: day(_month_edge(month(f, 0).first, "late")), "month end": lambda f: day(_month_edge(month(f, 0).first, "late")),
        "the? end of next month": lambda f: day(_month_edge(month(f, 1).first, "late")), "early|beginning|start in|of? next month": lambda f: day(_month_edge(month(f, 1).first, "early")),
        "the? beginning|start of next month": lambda f: day(_month_edge(month(f, 1).first, "early")), "mid next month": lambda f: day(_month_edge(month(f, 1).first, "mid")),
        "later this month": lambda f: day(Days(f.today, month(f, 0).last, "interval")), "last year": lambda f: day(a_day(months_later(f.today, -12), behind=True)),
        # how long ago
        "SPAN ago|back": lasted, "SPAN or so ago": lasted, "about|over|almost|nearly|roughly|like SPAN ago": lasted, f"for the? {_LAST}? SPAN": lasted,
        f"for about|over|almost|nearly|roughly|around|like|maybe|at SPAN": lasted, f"over|in|during|within? the? {_LAST} SPAN": lasted, "SPAN now": lasted,
        "UNIT ago": _many, "for UNIT": _many, "SPAN and counting": lasted, "for over|about a UNIT": lambda f, unit: None, f"over|in the? {_LAST} UNIT": lambda f, unit: None,
        # from the race
        **_both_ways("the? UNIT SIDE", _near_race), **_both_ways(f"the? UNIT SIDE {_MY}? RACE", _near_race), **_both_ways(f"SPAN SIDE {_MY}? RACE", _span_to_race),
        **_both_ways("SPAN SIDE", _span_to_race), **_both_ways("SPAN SIDE it|that", _span_to_race), **_both_ways("the? UNIT SIDE it|that", _near_race),
        **_both_ways(f"the|a? WEEKDAY SIDE {_MY}? RACE", _weekday_by_race), **_both_ways(f"SIDE {_MY}? RACE", _any_side),
        f"ahead of {_MY} RACE": lambda f, *_: _any_side(-1), f"prior to {_MY} RACE": lambda f, *_: _any_side(-1), f"in time for {_MY} RACE": lambda f, *_: _any_side(-1),
        f"post -? RACE": lambda f, *_: _any_side(1), f"pre -? RACE": lambda f, *_: _any_side(-1), "RACE week": lambda f, *_: Piece(race=lambda race: stretch(race - timedelta(race.weekday()), 7, "week")),
        f"the? week of {_MY} RACE": lambda f, *_: Piece(race=lambda race: stretch(race - timedelta(race.weekday()), 7, "week")),
        "on? RACE day": lambda f, *_: Piece(race=a_day), f"the? day of {_MY} RACE": lambda f, *_: Piece(race=a_day),
        f"the? PART before {_MY}? RACE": lambda f, part, *_: Piece(time=Window(part.value), race=_from_race(-1, -1)), f"the? PART after {_MY}? RACE": lambda f, part, *_: Piece(time=Window(part.value), race=_from_race(1, 1)),
        f"the? PART of {_MY}? RACE": lambda f, part, *_: Piece(time=Window(part.value), race=a_day), "RACE PART": lambda f, race, part: Piece(time=Window(part.value), race=a_day),
    }),
    ("SOON", {
        "asap": lambda f: "soon", "as soon as possible|poss|u|you|ya can?": lambda f: "soon", "soonest": lambda f: "soon", "sooner the better": lambda f: "soon",
        "the? earliest|soonest possible|available|appointment|slot|one|you?": lambda f: "soon", "first|next available|free|appointment|slot|opening": lambda f: "soon",
        "any day": lambda f: "day", "any days": lambda f: "day", "whenever": lambda f: "any", "any time|times": lambda f: "any", "anytime": lambda f: "any",
        "whichever day": lambda f: "day", "im? flexible|easy": lambda f: "any", "dont mind when": lambda f: "any", "anything|whatever": lambda f: None, "no preference": lambda f: "any",
        "any day of the week": lambda f: "day", "any day at all": lambda f: "day", "doesnt matter when": lambda f: "any", "in? the next few days": lambda f: "soon",
    }),
)  # fmt: skip


# ---------------------------------------------------------------- times of day


def time_of(frame: Frame, term: Term) -> Piece | None:
    """A clock time."""
    found = hour(term)
    return Piece(time=found) if found else None


def _near(frame: Frame, term: Term) -> Piece | None:
    found = None if term.kind == "N" and frame.asked in UNSURE else hour(term)
    return Piece(time=replace(found, near=True)) if found else None


def _ish(frame: Frame, term: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=replace(found, near=True)) if found else None


def _after(frame: Frame, term: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=Window(after=found)) if found else None


def _before(frame: Frame, term: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=Window(before=found)) if found else None


def between(frame: Frame, first: Term, second: Term) -> Piece | None:
    """From one clock time to another; "5-7pm" is in the evening at both ends."""
    after, before = hour(first), hour(second)
    if not after or not before or (first.kind == second.kind == "N" and frame.asked in UNSURE):
        return None
    if before.half and not after.half and not after.certain:
        alike = replace(after, half=before.half)
        after = alike if alike.both()[0] < before.both()[0] else after
    return Piece(time=Window(after=after, before=before)) if Window(after=after, before=before).stretches(frame.opening()) else None


def _part(frame: Frame, part: Term) -> Piece:
    return Piece(time=Window(part.value))


def _in_part(frame: Frame, term: Term, part: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=found.within(part.value)) if found else None


def _fixed(part: str) -> Callable[[Frame], Piece]:
    return lambda frame: Piece(time=Window(part))


_TO = "-|to|until|til|till|and"

TIMES: Rules = rules(
    ("TIME", {
        "CLOCK": time_of, "at|@ N|CLOCK": time_of, "at about|around|roughly N|CLOCK": _near, "around|about|roughly|approx|circa|approximately|~ N|CLOCK": _near,
        "N|CLOCK +ish": _ish, "N|CLOCK ish": _ish, "CLOCK or so": _ish, "at? N|CLOCK ish": _ish, "at? N|CLOCK +ish": _ish,
        "N|CLOCK -ish": _ish, "N|CLOCK +- +ish": _ish, "N|CLOCK onwards|onward|or later": _after, "N|CLOCK +": _after, "N|CLOCK or after|later": _after, "N|CLOCK or before|earlier": _before,
        "after|from|past|since N|CLOCK": _after, "after|from N|CLOCK onwards|onward|on": _after, "any? time? after|from N|CLOCK": _after,
        "not|no|nothing|never|nowt|isnt before|until|till|til N|CLOCK": _after, "not|no|nothing any? earlier|sooner than N|CLOCK": _after, "cant do? before|until|till|til N|CLOCK": _after,
        "cant make|come|do anything? before|until N|CLOCK": _after, "finish|finished|finishing work? at? N|CLOCK": _after, "work until|till|til N|CLOCK": _after, "get? off work? at N|CLOCK": _after,
        "before|by|until|till|til N|CLOCK": _before, "not|no|nothing|never after|past N|CLOCK": _before, "not|no later than N|CLOCK": _before, "cant make|come|do? anything? after N|CLOCK": _before,
        "between|from N|CLOCK -|and|to|until|till|til N|CLOCK": between, "N|CLOCK -|to|until|til|till|– N|CLOCK": between, "after N|CLOCK but|and before N|CLOCK": between,
        "after N|CLOCK before N|CLOCK": between, "any? time? between N|CLOCK and|to|- N|CLOCK": between,
        "PART": _part, "in? the PART": _part, "early PART": lambda f, part: Piece(time=Window(_kind("early", part.value))), "late|later PART": lambda f, part: Piece(time=Window(_kind("late", part.value))),
        "mid -? PART": lambda f, part: Piece(time=Window(part.value)), "early in the PART": lambda f, part: Piece(time=Window(_kind("early", part.value))),
        "N|CLOCK in the PART": _in_part, "N|CLOCK at PART": _in_part, "PART at|around|about|,? N|CLOCK": lambda f, part, n: _in_part(f, n, part), "N PART": _in_part, "CLOCK PART": _in_part,
        "in? the PART at|around|about|,? N|CLOCK": lambda f, part, n: _in_part(f, n, part), "N|CLOCK +ish in the PART": lambda f, n, part: _in_part(f, replace(n, kind="CLOCK", value=replace(h, near=True)) if (h := hour(n)) else n, part),
        "lunch|lunchtime": _fixed("lunchtime"), "over|at|during|my lunch|lunchtime": _fixed("lunchtime"), "lunch time|break|hour": _fixed("lunchtime"),
        "after lunch": lambda f: Piece(time=Window(after=Clock(13, certain=True), before=Clock(17, certain=True))), "before lunch": _fixed("morning"),
        "before work|school": _fixed("before work"), "after work": _fixed("after work"), "first thing": _fixed("first thing"), "first thing in the PART": lambda f, part: Piece(time=Window("first thing")),
        "PART first thing": lambda f, part: Piece(time=Window("first thing")), "first thing on? DAY": lambda f, d: replace(d.value, time=Window("first thing")),
        "last thing": _fixed("last thing"), "the? end of the? day": _fixed("last thing"), "after tea|dinner": _fixed("evening"), "later on|today?": lambda f: None,
    }),
)  # fmt: skip


def _kind(edge: str, part: str) -> str:
    return f"{edge} {part}" if part != "lunchtime" else part


# ---------------------------------------------------------------- two days joined


def _through(frame: Frame, first: Term, second: Term) -> Piece | None:
    one, two = first.value.days, second.value.days
    if not one or not two or first.value.time or second.value.time or one[0].first == one[0].last != one[0].first:
        return None
    last = two[0].shifted(7) if two[0].last < one[0].first and two[0].weekday is not None else two[0]
    return Piece((Days(one[0].first, last.last, "interval"),)) if last.last >= one[0].first else None


def _numbers_through(frame: Frame, n: Term, second: Term) -> Piece | None:
    last = second.value.days[0].last
    first = last.replace(day=n.value) if 1 <= n.value < last.day else None
    return Piece((Days(first, last, "interval"),)) if first else None


def _from(frame: Frame, term: Term, after: int = 0) -> Piece | None:
    days = term.value.days
    if not days or days[0].impossible or term.value.time:
        return None
    start = days[0].last + timedelta(1) if after else days[0].first
    return Piece((Days(start, max(start + timedelta(6), frame.today + timedelta(14)), "interval"),))


def _to(frame: Frame, term: Term, before: int = 0) -> Piece | None:
    days = term.value.days
    if not days or days[0].impossible or term.value.time:
        return None
    end = days[0].first - timedelta(1) if before else days[0].last
    return Piece((Days(frame.today, end, "interval"),)) if end >= frame.today else None


JOINED: Rules = rules(
    ("DAY", {
        "between|from? DAY -|to|until|till|til|through|thru|and DAY": lambda f, a, b: _through(f, a, b), "DAY -|to|until|till|til|through|thru DAY": _through,
        "between DAY and DAY": _through, "after DAY": lambda f, d: _from(f, d, 1), "any? time|day? after DAY": lambda f, d: _from(f, d, 1), "from DAY on|onwards|onward?": _from,
        "DAY onwards|onward|or later": _from, "not before|until|till|til DAY": _from, "any? time|day? from DAY": _from,
        "before DAY": lambda f, d: _to(f, d, 1), "any? time|day? before DAY": lambda f, d: _to(f, d, 1), "by|until|till|til DAY": _to, "not after|later than? DAY": _to,
        "the? N|ORD -|to|until|through DAY": _numbers_through,
    }),
)  # fmt: skip
