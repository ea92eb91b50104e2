"""Calendar dates: "the 14th", "12/14", "Dec. 4", "the last Friday of the month"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.when.clock import Clock, Window
from bot.when.days import (
    Days,
    Piece,
    a_day,
    coming,
    dated,
    day_of_month,
    lately,
    month,
    months_to,
    named,
    stretch,
    week,
    weekend,
)
from bot.when.feasts import feast_day, week_of, weekend_of
from bot.when.phrases import Rules, Term, rules
from bot.when.points import continental, digital, hour, military, side_by_side, written
from bot.when.values import Frame
from bot.when.weeks import fixed

MONDAY, SATURDAY = 0, 5
SOME_YEARS = 4  # around this one: the figures after a feast are a year then, and no clock time
WAKING = (7 * 60, 21 * 60)  # minutes after midnight between which people come
WHOLE = ("may", "june", "july")


def _dotted(frame: Frame, first: Term, second: Term) -> Clock | Days | None:
    """ "5.30" is a clock time, "14.12" a date."""
    found, day = digital(first, second), _numeric(frame, first, second)
    bookable = day and frame.today <= day.first <= frame.last
    return day if bookable and (not found or second.value % 5) else found


def _numeric(frame: Frame, first: Term, second: Term, year: Term | None = None) -> Days | None:
    """A date in numbers by the clinic's locale; where only the other order makes a date, that one."""
    if not (first.word + second.word).isdigit() or max(len(first.word), len(second.word)) > 2:
        return None
    day, number = (second.value, first.value) if frame.locale == "en_US" else (first.value, second.value)
    day, number = (number, day) if number > 12 else (day, number)
    if not (1 <= number <= 12 and 1 <= day <= 31):
        return None
    return dated(frame, day, number, _full(year)) if year is None or _full(year) else None


def _slashed(frame: Frame, first: Term, second: Term) -> Days | None:
    """ "9/10" is a date, unless who is asked for a time can only mean two hours by it."""
    found = _numeric(frame, first, second)
    hours = frame.asked in ("day", "time") and second.value == first.value + 1
    return None if found and hours and not frame.today <= found.first <= frame.last else found


def _full(year: Term | None) -> int | None:
    full = year.value + 2000 * (year.value < 100) if year else 0
    return full if 1900 <= full < 2200 else None


def _year_first(frame: Frame, year: Term, number: Term, day: Term) -> Days | None:
    if len(year.word) != 4 or not _full(year):
        return _numeric(frame, year, number, day)
    return (
        dated(frame, day.value, number.value, year.value) if 1 <= number.value <= 12 and 1 <= day.value <= 31 else None
    )


def _dashed(frame: Frame, first: Term, second: Term) -> Clock | Days | None:
    """ "12-14" is a date in America if it can be booked, "5-12" one if a day is asked for; else people mean hours."""
    if first.word.isalpha():
        return side_by_side(frame, first, second)  # "four-thirty"
    found = _numeric(frame, first, second)
    bookable = found and not found.impossible and frame.today <= found.first <= frame.last
    is_date = frame.locale == "en_US" or first.value > 12 or not _may_be_hours(frame, first, second)
    return found if bookable and is_date else None


def _may_be_hours(frame: Frame, first: Term, second: Term) -> bool:
    """Whether who is asked for a day may be free from the one hour to the other: not from 5 to 12."""
    opens, closes = min(frame.opening()[0], WAKING[0]), max(frame.opening()[1], WAKING[1])
    meant = Window(after=hour(first), before=hour(second)).stretches((opens, closes))
    return frame.asked != "day" or any(opens <= start and end <= closes for start, end in meant)


def _named(frame: Frame, day: Term, name: Term, year: Term | None = None) -> Days | None:
    said = year is None or (len(year.word) == 4 and _full(year))
    return (
        dated(frame, day.value, name.value, _full(year)) if said and 1 <= day.value <= 39 else None
    )  # "32 December": none


def _name_first(frame: Frame, name: Term, day: Term, year: Term | None = None) -> Days | None:
    return _named(frame, day, name, year)


def _short_name_first(frame: Frame, name: Term, day: Term, year: Term | None = None) -> Days | None:
    """ "Dec. 4": a stop behind a whole name would end the sentence."""
    return _named(frame, day, name, year) if len(name.word) < 5 and name.word not in WHOLE else None


def _of_month(frame: Frame, day: Term) -> Days | None:
    return day_of_month(frame, day.value)


def _months_on(months: int) -> Callable[[Frame, Term], Days | None]:
    def meaning(frame: Frame, day: Term) -> Days | None:
        start = month(frame, months).first
        return (
            dated(frame, day.value, start.month, start.year)._replace(behind=months < 0)
            if 1 <= day.value <= 31
            else None
        )

    return meaning


def _nth_weekday(frame: Frame, nth: Term, weekday: Term, name: Term | None = None) -> Days | None:
    start = month(frame, months_to(frame, name.value) if name else 1).first
    found = start + timedelta((weekday.value - start.weekday()) % 7 + 7 * (nth.value - 1))
    return a_day(found) if nth.value <= 4 else None


def _nth_weekend(frame: Frame, nth: Term, name: Term) -> Days | None:
    saturday = _nth_weekday(frame, nth, replace(name, value=SATURDAY), name)
    return stretch(saturday.first, 2, "weekend") if saturday else None


def _last_weekday(frame: Frame, weekday: Term, name: Term | None = None) -> Days:
    last = month(frame, months_to(frame, name.value) if name else 0).last
    return a_day(last - timedelta((last.weekday() - weekday.value) % 7))


def _last_week(frame: Frame, name: Term) -> Days:
    """The last week of a month is the one with most of its last days."""
    last = month(frame, months_to(frame, name.value)).last - timedelta(3)
    return stretch(last - timedelta(last.weekday()), 7, "week")


def _last_day(frame: Frame, name: Term) -> Days:
    return a_day(month(frame, months_to(frame, name.value)).last)


def _to_date(frame: Frame, name: Term, day: Term, end: Term) -> Days | None:
    """ "October 20 through 22"."""
    first, last = _named(frame, day, name), _named(frame, end, name)
    if not first or not last or first.impossible or last.impossible or first.first >= last.last:
        return None
    return Days(first.first, last.last, "interval")


def _nth_week(frame: Frame, nth: Term, name: Term) -> Days | None:
    """The first week of a month is the one with most of its first days."""
    start = month(frame, months_to(frame, name.value)).first + timedelta(3)
    first = start - timedelta(start.weekday()) + timedelta(7 * (nth.value - 1))
    return stretch(first, 7, "week") if nth.value <= 5 else None


def _dated_half(part: str) -> Callable[[Frame, Term, Term], Piece | None]:
    """ "30/11 pm"; nobody writes "9/10 pm" of a day that is over."""

    def meaning(frame: Frame, first: Term, second: Term) -> Piece | None:
        day = _numeric(frame, first, second)
        return Piece((day,), Window(part)) if day and frame.today <= day.first <= frame.last else None

    return meaning


def _first_of(frame: Frame, name: Term) -> Days:
    """ "The very first day of December"."""
    return dated(frame, 1, name.value)


def _feast_in(frame: Frame, feast: Term, year: Term) -> Days | None:
    """ "Halloween 2025"; but "Boxing Day 1930" is half past seven."""
    return lately(frame, [feast.value(year.value)]) if abs(year.value - frame.today.year) < SOME_YEARS else None


def _day_after(frame: Frame, day: Term) -> Piece:
    return Piece((a_day(frame.today + timedelta(day.value + 1)),))


def _dates_of(frame: Frame, day: Term, end: Term, name: Term) -> Days | None:
    """ "2 to 5 December", but not "17:15 to 24 December"."""
    return None if day.glued else _to_date(frame, name, day, end)


def _only(kind: type[Clock | Days], meaning: Callable[..., Clock | Days | None]) -> Callable[..., Clock | Days | None]:
    """The meaning of what may be an hour or a day, where it is such a one."""
    return lambda *said: found if isinstance(found := meaning(*said), kind) else None


def _after_this_one(frame: Frame, weekday: Term) -> Days:
    return named(frame, weekday.value).shifted(7)


WRITTEN: Rules = rules(
    (
        "DATE",
        {
            "the? WEEKDAY after this|the coming? one; the WEEKDAY after this": _after_this_one,
            "the? N|ORD -|to|until|till|through|thru the? N|ORD of? MONTH": _dates_of,
            "the|my N +/ +N one": _slashed,
            "the? very? first day of|in MONTH": _first_of,
            "the? very? first day of the|next month": lambda frame: day_of_month(frame, 1),
        },
    ),
    ("DAY", {
        "N +/ +N am": _dated_half("morning"),
        "N +/ +N pm": _dated_half("afternoon"),
        "the one right|straight? after TODAY": _day_after,
        "the? weekend after this one; the? weekend after this|the coming one": fixed(lambda frame: weekend(frame, 1)),
        "the? week after this one; the? week after this|the coming one": fixed(lambda frame: week(frame, 1)),
        "the? very? first day of the school|working|work? week": fixed(lambda frame: a_day(coming(frame, MONDAY))),
    }),
)  # fmt: skip  # read before clock times: "8 to 10 December" is no hour
POINTS: Rules = rules(
    ("CLOCK", {
        "N +:|h +N": written,
        "N N": side_by_side,
        "N hrs|hours|h": military,
        "N +h": continental,
    }),
    ("CLOCK", {"N +. +N; N +. +N +.": _only(Clock, _dotted), "N +- +N": _only(Clock, _dashed)}),
    ("DATE", {"N +. +N; N +. +N +.": _only(Days, _dotted), "N +- +N": _only(Days, _dashed)}),
    ("DATE", {
        "N +/ +N": _slashed,
        "N +. +N +. +N": _numeric,
        "N +- +N +- +N; N +/ +N +/ +N": _year_first,
        "the? ORD|NTH|N of? MONTH; the? ORD|NTH|N of? MONTH ,? N; ORD|N +- +MONTH": _named,
        "MONTH the? ORD|NTH|N; MONTH the? ORD|N ,? N": _name_first,
        "MONTH +. ORD|N; MONTH +. ORD|N ,? N": _short_name_first,
        "the? ORD; the? ORD|NTH of the month": _of_month,
        "on the NTH": _of_month,
        "the? ORD|NTH of? this month": _months_on(0),
        "the? ORD|NTH of? next month; next month on? the? ORD": _months_on(1),
        "the? ORD|NTH of? last month": _months_on(-1),
        "the? NTH|ORD WEEKDAY in|of MONTH; the? NTH|ORD WEEKDAY in|of next month": _nth_weekday,
        "the? last WEEKDAY in|of MONTH": _last_weekday,
        "the? last WEEKDAY of the|this month": _last_weekday,
        "the? last day in|of MONTH": _last_day,
        "MONTH the? ORD|N -|to|until|till|through|thru the? ORD|N": _to_date,
        "FEAST": feast_day,
        "FEAST N": _feast_in,
        "FEAST week": lambda frame, feast: week_of(feast_day(frame, feast).first),
        "FEAST weekend": lambda frame, feast: weekend_of(feast_day(frame, feast).first),
        "the? eve of FEAST weekend|wkend": lambda frame, feast: a_day(
            weekend_of(feast_day(frame, feast).first).first - timedelta(1)
        ),
        "FEAST eve day?; the? eve of FEAST": lambda frame, feast: feast_day(frame, feast, -1),
        "the? NTH|ORD week of|in MONTH": _nth_week,
        "the? NTH|ORD weekend of|in MONTH": _nth_weekend,
        "the? last|final week of|in MONTH": _last_week,
    }),
)  # fmt: skip
