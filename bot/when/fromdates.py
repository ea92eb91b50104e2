"""Days reckoned from a date: "the week after Thanksgiving", "the Monday before the 9th", "the day after Christmas"."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.when.clock import Window
from bot.when.days import Days, Piece, a_day, day_of_month, named, stretch
from bot.when.feasts import weekend_of
from bot.when.phrases import Term
from bot.when.points import AT, hour
from bot.when.spans import SHORT, later
from bot.when.values import Frame


def _unit_after(frame: Frame, unit: Term, found: Term) -> Piece | None:
    """ "The week after Thanksgiving"."""
    last = named_day(frame, found).last
    week = stretch(last + timedelta(7 - last.weekday()), 7, "week")
    days = {"day": a_day(last + timedelta(1)), "week": week}.get(unit.value)
    return Piece((days,)) if days else None


def _unit_before(frame: Frame, unit: Term, found: Term) -> Piece | None:
    first = named_day(frame, found).first
    week = stretch(first - timedelta(7 + first.weekday()), 7, "week")
    days = {"day": a_day(first - timedelta(1)), "week": week}.get(unit.value)
    return Piece((days,)) if days else None


def _weekday_after(frame: Frame, weekday: Term, found: Term) -> Piece:
    last = found.value.last
    return Piece((a_day(last + timedelta((weekday.value - last.weekday() - 1) % 7 + 1)),))


def _weekday_before(frame: Frame, weekday: Term, found: Term) -> Piece:
    first = found.value.first
    return Piece((a_day(first - timedelta((first.weekday() - weekday.value - 1) % 7 + 1)),))


def _span_away(span: Term, found: Term, side: int) -> Piece | None:
    """ "3 days before Christmas"."""
    return Piece((a_day(later(found.value.first, span.value, side)),)) if span.value[1] not in SHORT else None


def _part_near(days: int) -> Callable[[Frame, Term, Term], Piece]:
    """ "The evening of the 4th", "the night before Christmas"."""
    return lambda frame, part, found: Piece((a_day(found.value.first + timedelta(days)),), Window(part.value))


def _hour_near(frame: Frame, term: Term, part: Term, found: Term) -> Piece | None:
    """ "7 in the evening on the 9th"."""
    said = hour(term)
    return Piece((found.value,), said.within(part.value)) if said else None


def _between_dates(frame: Frame, *said: Term) -> Piece | None:
    """ "Between Friday 27 and Tuesday 1": numbers that fit both weekdays are dates."""
    first, last = (_dated_weekday(frame, *pair) for pair in (said[:2], said[2:]))
    return Piece((Days(first, last, "interval"),)) if first and last and first < last else None


def _dated_weekday(frame: Frame, weekday: Term, number: Term) -> date | None:
    found = day_of_month(frame, number.value) if number.word.isdigit() else None
    return found.first if found and found.first.weekday() == weekday.value else None


def _weekend_of_both(frame: Frame, found: Term, sunday: Term) -> Piece | None:
    """ "The weekend of the 12th/13th"."""
    number = sunday.value.first.day if isinstance(sunday.value, Days) else sunday.value
    return _weekend_of(frame, found) if number == (found.value.first + timedelta(1)).day else None


def _weekend_of(frame: Frame, found: Term) -> Piece:
    return Piece((weekend_of(found.value.first),))


def named_day(frame: Frame, found: Term) -> Days:
    """The day of a date, or the coming weekday."""
    return found.value if isinstance(found.value, Days) else named(frame, found.value)


FROM_DATE: dict[str, Callable[..., Piece | None]] = {
    "SPAN after|past|following the? DATE": lambda frame, span, found: _span_away(span, found, 1),
    "SPAN before the? DATE; SPAN out from the? DATE": lambda frame, span, found: _span_away(span, found, -1),
    "between WEEKDAY the? N and|to|- WEEKDAY the? N": _between_dates,
    "the? weekend of the? DATE": _weekend_of,
    "the? weekend of the? DATE /|-|&|and|to the? DATE|N": _weekend_of_both,
    "the morrow of the? DATE": lambda frame, found: Piece((a_day(found.value.last + timedelta(1)),)),
    "the? PART of|on the? DATE": _part_near(0),
    f"at? {AT} in the PART of|on the? DATE": _hour_near,
    "the? PART before the? DATE": _part_near(-1),
    "the? PART after the? DATE": _part_near(1),
    "the? first|next? WEEKDAY right|just|straight? after|following the? DATE": _weekday_after,
    "the? last? WEEKDAY before the? DATE": _weekday_before,
    "the? UNIT right|just|straight? after|following the? DATE|WEEKDAY": _unit_after,
    "the? UNIT before the? DATE|WEEKDAY": _unit_before,
}
