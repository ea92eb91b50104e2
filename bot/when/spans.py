"""Lengths of time: "3 weeks", "a couple of days"; from now, ago, and how long something has lasted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.when.clock import Clock
from bot.when.days import Days, Piece, a_day, coming, months_later, stretch
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame

Span = tuple[int, str]  # how many of which unit
Shift = tuple[int, bool]  # so many minutes (True) or days later, or earlier
MANY: dict[str, Span] = {
    "day": (3, "day"),
    "week": (3, "week"),
    "month": (3, "month"),
    "year": (2, "year"),
}  # "for weeks"
SHORT = ("minute", "hour")
LONGEST = 999  # of any unit; longer is a joke


def later(day: date, span: Span, sign: int = 1) -> date:
    """The day so long after (or, with sign -1, before) another."""
    count, unit = sign * min(span[0], LONGEST), span[1]
    if unit in ("month", "year"):
        return months_later(day, count * (12 if unit == "year" else 1))
    return day + timedelta(count * {"day": 1, "week": 7}.get(unit, 0))


def _of(count: int, unit: Term) -> Span:
    if unit.value == "hour" and count % 24 == 0:
        return count // 24, "day"  # "48 hours before"
    return (2 * count, "week") if unit.value == "fortnight" else (count, unit.value)


def _one(frame: Frame, unit: Term) -> Span:
    return _of(1, unit)


def _some(frame: Frame, count: Term, unit: Term) -> Span:
    return _of(count.value, unit)


def _up_to(frame: Frame, least: Term, count: Term, unit: Term) -> Span:
    return _of(count.value, unit)


_ABOUT = "about|around|roughly|approx|over|almost|nearly|maybe|like"

SPANS: Rules = rules(
    ("SPAN", {
        "a|an UNIT; a good UNIT; UNIT or so; UNIT and a half; a UNIT or two": _one,
        "fortnight": lambda frame: (2, "week"),
        "N UNIT; N +- +UNIT; N or so UNIT; N UNIT or so": _some,
        "N -|to|or N UNIT": _up_to,
        f"{_ABOUT} a|an UNIT": _one,
        f"{_ABOUT} N UNIT": _some,
        f"{_ABOUT} N -|to|or N UNIT": _up_to,
        "half a year": lambda frame: (6, "month"),
    }),
)  # fmt: skip


def lasted(frame: Frame, span: Term) -> Piece | None:
    """Since when, if something has lasted so long; minutes and hours are a session's length, not an ache's."""
    if span.value[1] in SHORT:
        return None
    begun = later(frame.today, span.value, -1)
    return Piece((a_day(begun, behind=True),), onset=True)


def _many(frame: Frame, unit: Term) -> Piece | None:
    span = MANY.get(unit.value) if unit.word.endswith("s") else None
    return lasted(frame, replace(unit, value=span)) if span else None


def ahead(frame: Frame, span: Term) -> Piece:
    """ "In 3 days", "in a couple of hours"."""
    count, unit = span.value
    if unit not in SHORT:
        return Piece((a_day(later(frame.today, span.value), back=later(frame.today, span.value, -1)),))
    then = frame.later(min(count, LONGEST) * (60 if unit == "hour" else 1))
    return Piece((a_day(then.date(), back=then.date()),), Clock(then.hour, then.minute, exact=True, certain=True))


def _away(frame: Frame, span: Term) -> Piece | None:
    return None if span.value[1] in SHORT else ahead(frame, span)


def _within(frame: Frame, span: Term) -> Piece | None:
    count, unit = span.value
    if unit == "minute":
        return None
    until = frame.today + timedelta(hours=count) if unit == "hour" else later(frame.today, span.value)
    return Piece((Days(frame.today, max(until, frame.today), "interval", loose=True),))


def _from_day(frame: Frame, span: Term, word: Term) -> Piece | None:
    return None if span.value[1] in SHORT else Piece((a_day(later(frame.today + timedelta(word.value), span.value)),))


def _from_weekday(frame: Frame, span: Term, weekday: Term) -> Piece | None:
    return None if span.value[1] in SHORT else Piece((a_day(later(coming(frame, weekday.value), span.value)),))


def _some_weeks_on(frame: Frame, span: Term, weekday: Term) -> Piece | None:
    """ "Put me down for a fortnight on Monday"; "had it for 3 weeks on Monday" is how long."""
    return _from_weekday(frame, span, weekday) if span.value in ((1, "week"), (2, "week")) else None


def _weekday_in(frame: Frame, first: Term, second: Term) -> Piece | None:
    """ "Thursday in two weeks"."""
    span, weekday = (second, first) if first.kind == "WEEKDAY" else (first, second)
    there = later(frame.today, span.value)
    weeks = span.value[1] == "week"
    return Piece((a_day(there + timedelta(weekday.value - there.weekday())),)) if weeks else None


def _nth_from_now(frame: Frame, nth: Term, weekday: Term) -> Piece:
    """ "Two Tuesdays from now": the second of them, today left out."""
    first = coming(frame, weekday.value)
    weeks = min(nth.value, LONGEST) - (first > frame.today)
    return Piece((a_day(first + timedelta(7 * weeks)),))


def _shift(sign: int) -> Callable[[Frame, Term], Shift | None]:
    def meaning(frame: Frame, span: Term) -> Shift | None:
        size = {"minute": 1, "hour": 60, "day": 1, "week": 7}.get(span.value[1])
        return (sign * size * min(span.value[0], LONGEST), span.value[1] in SHORT) if size else None

    return meaning


def minutes_past(frame: Frame, span: Term, term: Term) -> Piece | None:
    """ "A quarter of an hour after noon"; of half an hour and more, a session may be meant that long."""
    (count, unit), then = span.value, term.value
    fits = unit == "minute" and count < 30 and not then.minute
    return Piece(time=replace(then, minute=count, exact=True)) if fits else None


SHIFTS: dict[str, Callable[[Frame, Term], Shift | None]] = {
    "SPAN later; back|out by? SPAN; later? by SPAN": _shift(1),
    "SPAN earlier|sooner; forward by? SPAN; it up by? SPAN; earlier by SPAN": _shift(-1),
}
REACHES: dict[str, Callable[..., Piece | None]] = {
    "for|in? SPAN TODAY; for? SPAN from|on TODAY; in? SPAN on from TODAY": _from_day,
    "for? SPAN WEEKDAY; SPAN on|from|after this? coming? WEEKDAY": _from_weekday,
    "down|in|me|us for SPAN on WEEKDAY": _some_weeks_on,
    "WEEKDAY in SPAN; in SPAN time? ,? on? WEEKDAY": _weekday_in,
    "been|be SPAN on|this|next? WEEKDAY": lambda frame, span, weekday: lasted(frame, span),
    f"for? SPAN from now; in {_ABOUT}? SPAN; in SPAN time; in SPAN ' time": ahead,
    "SPAN away|out; SPAN to go": _away,
    "N WEEKDAY|WEEKDAYS from now|today; in N WEEKDAYS; N WEEKDAYS away|out|hence": _nth_from_now,
    "within the? next? SPAN; inside SPAN; in? the? next|coming SPAN": _within,
    "next few days": lambda frame: Piece((stretch(frame.today, 4),)),
    """SPAN ago|back|now; SPAN and counting; for the? last|past|previous? SPAN; for at least SPAN;
    over|in|during|within? the? last|past|previous SPAN""": lasted,
    "UNIT ago; for UNIT": _many,
}
