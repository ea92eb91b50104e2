"""Phrases for days: "next Friday", "a week on Monday", "w/c 7th", "end of the month", "asap"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.when.clock import Window
from bot.when.days import (
    Days,
    Piece,
    a_day,
    agreed,
    coming,
    day_of_month,
    monday,
    month,
    months_to,
    named,
    stretch,
    week,
    weekend,
)
from bot.when.fromdates import FROM_DATE, named_day
from bot.when.months import bare_month, month_of_year, months, named_month
from bot.when.phrases import Rules, Term, rules
from bot.when.races import FROM_RACE
from bot.when.spans import REACHES, SHIFTS
from bot.when.values import Frame

Meaning = Callable[..., Piece | None]

EDGES = {"early": (0, 3), "mid": (1, 3), "late": (3, 4)}  # of a week: from which weekday, how many days
_LAST = "last|past|previous"
_EARLY = "early|earlier|beginning|start in|of?"
_MID = "mid|midweek|middle -? of?"
_LATE = "late|later|end in|of?"


def _fixed(find: Callable[[Frame], Days], time: Window | None = None) -> Meaning:
    return lambda frame: Piece((find(frame),), time)


def _today(days: int) -> Meaning:
    def meaning(frame: Frame, word: Term) -> Piece:
        day = frame.today + timedelta(word.value + days)
        return Piece((a_day(day, behind=day < frame.today, back=None if days or word.value else day),))

    return meaning


def _this_part(frame: Frame, part: Term) -> Piece:
    return Piece((a_day(frame.today, back=frame.today),), Window(part.value))


def _last_part(frame: Frame, part: Term) -> Piece:
    return Piece((a_day(frame.today - timedelta(1), behind=True),), Window(part.value))


# ---------------------------------------------------------------- weekdays


def _weekday(later: int = 0) -> Meaning:
    def meaning(frame: Frame, weekday: Term) -> Piece:
        days = named(frame, weekday.value)
        return Piece((days.shifted(later) if later else days,))

    return meaning


def _every_weekday(frame: Frame, weekday: Term) -> Piece:
    return Piece((replace(named(frame, weekday.value), every=True),))


def _this_or_next(frame: Frame, weekday: Term) -> Piece:
    day = coming(frame, weekday.value)
    return Piece((a_day(day), a_day(day + timedelta(7))))


def _this_weekday(frame: Frame, weekday: Term) -> Piece:
    return Piece((replace(named(frame, weekday.value), weekday=None),))


def _last_weekday(frame: Frame, weekday: Term) -> Piece:
    return Piece((a_day(coming(frame, weekday.value) - timedelta(7), behind=True),))


def _weekday_fortnight(frame: Frame, weekday: Term, span: Term) -> Piece | None:
    return _weekday(14)(frame, weekday) if span.value == (2, "week") else None


def _in_week(weeks: int) -> Meaning:
    def meaning(frame: Frame, *weekdays: Term) -> Piece:
        days = [monday(frame, weeks) + timedelta(weekday.value) for weekday in weekdays]
        return Piece(tuple(a_day(day, behind=weeks < 0) for day in days))

    return meaning


def _dated(frame: Frame, found: Term) -> Piece:
    return Piece((found.value,))


def _part_next_week(frame: Frame, weekday: Term, part: Term) -> Piece:
    return Piece((a_day(monday(frame, 1) + timedelta(weekday.value)),), Window(part.value))


def _weekday_parts(frame: Frame, part: Term) -> Piece:
    return Piece((stretch(monday(frame, 1), 5),), Window(part.value))


def _stretch_next_week(frame: Frame, first: Term, last: Term) -> Piece | None:
    days = last.value - first.value + 1
    return Piece((stretch(monday(frame, 1) + timedelta(first.value), days),)) if days > 0 else None


def _day_of_month(frame: Frame, number: Term) -> Piece | None:
    found = day_of_month(frame, number.value) if number.word.isdigit() else None
    return Piece((found,)) if found else None


def _weekday_and_number(frame: Frame, weekday: Term, number: Term) -> Piece | None:
    """ "Monday 15": the date, if that is one; of what may be an hour nobody knows."""
    found = day_of_month(frame, number.value) if number.word.isdigit() and number.value > 12 else None
    return Piece((found,)) if found and found.first.weekday() == weekday.value else None


def _weekday_and_date(frame: Frame, weekday: Term, found: Term) -> Piece:
    return Piece((agreed(frame, weekday.value, found.value),))


def _date_and_weekday(frame: Frame, found: Term, weekday: Term) -> Piece:
    return _weekday_and_date(frame, weekday, found)


def _since_year(frame: Frame, year: Term) -> Piece | None:
    known = len(year.word) == 4 and 1900 <= year.value <= frame.today.year
    return Piece((a_day(date(year.value, 1, 1), behind=True),), onset=True) if known else None


# ---------------------------------------------------------------- weeks and months


def _weeks(weeks: int) -> Meaning:
    return _fixed(lambda frame: week(frame, weeks))


def _weekends(weeks: int) -> Meaning:
    return _fixed(lambda frame: weekend(frame, weeks))


def _this_weekend(frame: Frame) -> Piece:
    return Piece((replace(weekend(frame, 0), back=weekend(frame, -1).first),))


def _every(first: int, days: int, grain: str = "interval") -> Meaning:
    return _fixed(lambda frame: replace(stretch(monday(frame) + timedelta(first), days, grain), every=True))


def _week_of(frame: Frame, weekday: Term | None, found: Term) -> Piece:
    days = named_day(frame, found)
    start = days.first - timedelta(days.first.weekday())
    return Piece((replace(stretch(start, 7, "week"), impossible=days.impossible),))


def _week_edge(weeks: int, edge: str) -> Meaning:
    start, length = EDGES[edge]
    return _fixed(lambda frame: stretch(monday(frame, weeks) + timedelta(start), length))


def _rest_of_week(days: int) -> Meaning:
    return _fixed(
        lambda frame: Days(
            min(frame.today + timedelta(days), sunday := monday(frame, 1) - timedelta(1)), sunday, "interval"
        )
    )


DAYS: Rules = rules(
    ("DAY", {
        "TODAY": _today(0),
        "2 +moro|morro|morrow|morra|mrw|moz": _fixed(lambda frame: a_day(frame.today + timedelta(1))),
        "the? day after TODAY": _today(1),
        "the? day before TODAY": _today(-1),
        "TODAY week; week TODAY": _today(7),
        "this day week": _fixed(lambda frame: a_day(frame.today + timedelta(7))),
        "this PART": _this_part,
        "tonight|tonite|tonit|2nite; 2 +night|nite": _fixed(lambda frame: a_day(frame.today), Window("evening")),
        f"{_LAST} PART": _last_part,
        "this am": _fixed(lambda frame: a_day(frame.today, back=frame.today), Window("morning")),
        "this pm": _fixed(lambda frame: a_day(frame.today), Window("afternoon")),
        "right now|away": _fixed(lambda frame: a_day(frame.today)),
        # weekdays
        "WEEKDAY; the? coming|nearest WEEKDAY; the WEEKDAY; the|that WEEKDAY one": _weekday(),
        "WEEKDAY PART of|in? next week": _part_next_week,
        "WEEKDAY -|to|through|thru|till|until WEEKDAY of|in? next week": _stretch_next_week,
        "on the N": _day_of_month,
        "WEEKDAYS; every|each|any WEEKDAY; any WEEKDAYS": _every_weekday,
        "this coming? WEEKDAY": _this_weekday,
        "WEEKDAY week; week on|from? WEEKDAY; a week WEEKDAY": _weekday(7),
        "WEEKDAY SPAN": _weekday_fortnight,
        f"{_LAST} WEEKDAY; WEEKDAY gone; WEEKDAY just gone": _last_weekday,
        "this WEEKDAY or next|the week? after?": _this_or_next,
        "this week or next": _fixed(lambda frame: replace(week(frame, 0), last=week(frame, 1).last)),
        "weekday|weekdays next week": _fixed(lambda frame: stretch(monday(frame, 1), 5)),
        "weekday|weekdays PART next week": _weekday_parts,
        """this week on? WEEKDAY; WEEKDAY of? this week; WEEKDAYS this week;
        WEEKDAY or|and|,|/ WEEKDAY this week""": _in_week(0),
        """next WEEKDAY; WEEKDAY next; next WEEKDAY or|/ WEEKDAY; next week on? WEEKDAY; WEEKDAY of|in? next week;
        WEEKDAYS next week;
        WEEKDAY or|and|,|/ WEEKDAY of|in? next week;
        next WEEKDAY or|and|,|/ the? WEEKDAY that week;
        WEEKDAY of|in? next week or|and|,|/ the? WEEKDAY that week""": _in_week(1),
        "the? WEEKDAY after next; WEEKDAY of? the? week after next; the? week after next on? WEEKDAY": _in_week(2),
        f"{_LAST} week on? WEEKDAY; WEEKDAY of? {_LAST} week": _in_week(-1),
        "since N": _since_year,
        "AGAIN": lambda frame, weeks: Piece(weeks=weeks.value),
        "DATE": _dated,
        "WEEKDAY N": _weekday_and_number,
        "this|next|coming? WEEKDAY ,? the? DATE": _weekday_and_date,
        "the? DATE ,? WEEKDAY; DATE ( WEEKDAY )": _date_and_weekday,
        # weeks and weekends
        "this|the|a? weekend; this coming weekend": _this_weekend,
        "next weekend": _weekends(1),
        "the? weekend after next": _weekends(2),
        f"the? {_LAST} weekend; weekend just? gone": _weekends(-1),
        "weekends|wkends; any weekend|weekends": _every(5, 2, "weekend"),
        "weekday|weekdays; a|any|on weekday|weekdays; during|in the week": _every(0, 5),
        "this week|wk": _weeks(0),
        "next week|wk; the coming week": _weeks(1),
        "the? week after next": _weeks(2),
        f"{_LAST} week|wk": _weeks(-1),
        "week before last": _weeks(-2),
        """w +/ +c the? WEEKDAY? the? DATE;
        in|during? the? week|wc of|commencing|beginning|starting? the? WEEKDAY? the? DATE;
        wk|week com WEEKDAY? DATE""": _week_of,
        "w +/ +c WEEKDAY": lambda frame, weekday: _week_of(frame, None, weekday),
        "the? rest|remainder of the week": _rest_of_week(0),
        "later this week; later in the week": _rest_of_week(1),
        f"{_EARLY} next week; the beginning|start of next week": _week_edge(1, "early"),
        f"{_MID} next week; the middle of next week": _week_edge(1, "mid"),
        f"{_LATE} next week; the end of next week": _week_edge(1, "late"),
        "midweek; mid week; the? middle of the|this week": _week_edge(0, "mid"),
        "the? end of the|this week": _week_edge(0, "late"),
        # months
        "MONTH": bare_month,
        "MONTH N": month_of_year,
        "in the new year": lambda frame: Piece((month(frame, months_to(frame, 1)),)),
        """this|next MONTH; in|during|of|by this|next? MONTH; MONTH sometime|please|pls;
        sometime MONTH""": named_month(),
        f"{_LAST} MONTH": named_month(behind=True),
        f"{_EARLY} MONTH; the beginning|start of MONTH": named_month("early"),
        f"{_MID} MONTH; the middle of MONTH": named_month("mid"),
        f"{_LATE} MONTH; the end of MONTH": named_month("late"),
        "this month": months(0),
        "next month": months(1),
        f"{_LAST} month": months(-1),
        f"{_LAST} year": months(-12),
        "the? end of the|this? month; month end; later|late this month": months(0, "late"),
        f"{_EARLY} next month; the beginning|start of next month": months(1, "early"),
        f"{_MID} next month; the middle of next month": months(1, "mid"),
        f"{_LATE} next month; the end of next month": months(1, "late"),
        **FROM_DATE,
        **REACHES,
        **FROM_RACE,
    }),
    ("SHIFT", SHIFTS),
    ("TOLD", {"DATE is|falls on? DATE": lambda *_: True}),
    ("CUE", {
        """apart|aside from; any|every day|days|time but|except|bar;
        anything|anytime|everything|whenever but|except""": lambda frame: "not",
    }),
    ("SOON", {
        """asap; as soon as possible|poss; as soon as u|you|ya can; soonest; sooner the better;
        the? earliest possible|available|appointment|slot|one|you?;
        first|next available|free|appointment|slot|opening;
        soonest possible|available|appointment|slot""": lambda frame: "soon",
        """any|whichever day; any|some|another other? day; any days;
        any day of the week; any day at all""": lambda frame: "day",
        """whenever; any time|times; anytime; im? flexible; dont mind when; doesnt matter when;
        no preference""": lambda frame: "any",
    }),
)  # fmt: skip
