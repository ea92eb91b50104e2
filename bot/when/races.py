"""Days reckoned from a race: "the day before my race", "race week", "the Thursday after the marathon"."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.when.clock import Window, before_then, from_then
from bot.when.days import Days, Piece, a_day, monday, stretch, week
from bot.when.phrases import Term
from bot.when.points import AT, hour
from bot.when.spans import SHORT, later
from bot.when.values import Frame

_MY = "my|the|a|our|this|big"
_SIDES = (("right|just? before|prior", -1), ("right|just|straight? after|following", 1))
_GOES_ON = "N|CLOCK|ORD|DATE|MONTH|TODAY|PART|RUN|WEEKDAY|work|school|lunch|tea|dinner|my|the|our|a|i|you|we|next?"
A_YEAR = 365


def _unit(unit: Term, side: int) -> Piece | None:
    if unit.value == "day":
        return Piece(race=lambda race: a_day(race + timedelta(side)))
    return _week(side) if unit.value == "week" else None


def _unit_said(unit: Term, side: int) -> Piece | None:
    piece = Piece(race=_week_near(1)) if unit.value == "week" and side > 0 else _unit(unit, side)
    return piece._replace(said=True) if piece else None


def _week_near(weeks: int) -> Callable[[date], Days]:
    """ "That week"; "away from the 7th to the 11th, the week after": from Monday on."""
    return lambda day: stretch(day + timedelta(7 * weeks - day.weekday()), 7, "week")


def _week(side: int) -> Piece:
    return Piece(race=lambda race: stretch(race + timedelta(1 if side > 0 else -7), 7, "week"))


def _weekend(side: int) -> Piece:
    def found(race: date) -> Days:
        away = (5 - race.weekday()) % 7 or 7 if side > 0 else -race.weekday() - 2
        return stretch(race + timedelta(away), 2, "weekend")

    return Piece(race=found)


def _span(span: Term, side: int) -> Piece | None:
    """ "3 days before", but not "60 minutes after 5"."""
    if span.value[1] in SHORT:
        return None
    return Piece(race=lambda race: a_day(later(race, span.value, side)))


def _span_said(span: Term, side: int) -> Piece | None:
    piece = _span(span, side)
    return piece._replace(said=True) if piece else None


def _part(part: Term, side: int) -> Piece:
    return Piece(time=Window(part.value), race=lambda race: a_day(race + timedelta(side)))


def _weekday(weekday: Term, side: int) -> Piece:
    def found(race: date) -> Days:
        return a_day(race + side * timedelta(side * (weekday.value - race.weekday()) % 7 or 7))

    return Piece(race=found)


def _weekday_said(weekday: Term, side: int) -> Piece:
    return _weekday(weekday, side)._replace(said=True)


def _weekday_alone(weekday: Term, *more: Term | int | None) -> Piece | None:
    """ "The Friday before", but not "the Friday after 5"."""
    return _weekday_said(weekday, int(str(more[-1]))) if more[0] is None else None


def _unit_alone(unit: Term, *more: Term | int | None) -> Piece | None:
    """ "The day after", but not "any other day after 4"."""
    return _unit_said(unit, int(str(more[-1]))) if more[0] is None else None


def _following_weekday(frame: Frame, weekday: Term) -> Piece:
    """Of the day that was named before; where none was, of next week."""
    return Piece((a_day(monday(frame, 1) + timedelta(weekday.value)),), race=_weekday(weekday, 1).race, said=True)


def _following_week(frame: Frame) -> Piece:
    return Piece((week(frame, 1),), race=_week_near(1), said=True)


def _following_day(frame: Frame) -> Piece:
    return Piece((a_day(frame.today + timedelta(1)),), race=lambda day: a_day(day + timedelta(1)), said=True)


def _that_day(frame: Frame) -> Piece:
    return Piece(race=a_day, said=True)


def _hour_of_that_part(frame: Frame, term: Term, part: Term) -> Piece | None:
    """ "9 that morning"."""
    found = hour(term)
    return _that_day(frame)._replace(time=found.within(part.value)) if found else None


def _weekday_part(weekday: Term, part: Term, side: int) -> Piece:
    return _weekday(weekday, side)._replace(time=Window(part.value))


def _weekday_part_said(weekday: Term, part: Term, side: int) -> Piece:
    return _weekday_part(weekday, part, side)._replace(said=True)


def _any(side: int) -> Piece:
    reach = (lambda race: stretch(race + timedelta(1), 7)) if side > 0 else _year_before
    return Piece(race=lambda race: reach(race)._replace(loose=True))


def _any_said(side: int) -> Piece:
    return _any(side)._replace(said=True)


def _year_before(race: date) -> Days:
    return stretch(race - timedelta(A_YEAR), A_YEAR)


def _race_week(*_: object) -> Piece:
    return Piece(race=lambda race: stretch(race - timedelta(race.weekday()), 7, "week"))


def _race_day(*_: object) -> Piece:
    return Piece(race=a_day)


def _sided(phrases: str, meaning: Callable[..., Piece | None]) -> dict[str, Callable[..., Piece | None]]:
    """Phrases with SIDE in them, once for before and once for after."""
    return {
        phrases.replace("SIDE", words).replace("MY", _MY): lambda frame, *kept, side=side: meaning(
            *(term for term in kept if term is None or term.kind != "RACE"), side
        )
        for words, side in _SIDES
    }


FROM_RACE: dict[str, Callable[..., Piece | None]] = {
    **_sided(f"the? UNIT SIDE {_GOES_ON}", _unit_alone),
    **_sided("the? UNIT SIDE it|that", _unit_said),
    "DAYAFTER": lambda frame, one: _that_day(frame)._replace(race=lambda day: a_day(day + timedelta(1))),
    **_sided("the? UNIT SIDE MY? RACE", _unit),
    **_sided("in? SPAN SIDE; in? SPAN SIDE it|that", _span_said),
    **_sided("in? SPAN SIDE MY? RACE", _span),
    **_sided("the? weekend SIDE MY? RACE", _weekend),
    **_sided("the? PART SIDE MY? RACE", _part),
    **_sided("the|a? WEEKDAY SIDE MY? RACE", _weekday),
    **_sided("the WEEKDAY SIDE it|that", _weekday_said),
    **_sided(f"the WEEKDAY SIDE {_GOES_ON}", _weekday_alone),
    "the? following WEEKDAY": _following_weekday,
    "the? following week|wk": _following_week,
    "the? following|next day": _following_day,
    "that very|same? day; the? same day; later that same? day": _that_day,
    "the? rest of that|the same? day": lambda frame: _that_day(frame)._replace(again=from_then),
    "earlier on? that|the same? day; earlier same day": lambda frame: _that_day(frame)._replace(again=before_then),
    "in? that week; the? same week": lambda frame: Piece(race=_week_near(0), said=True),
    "that PART; the same PART; later that PART": lambda frame, part: _that_day(frame)._replace(time=Window(part.value)),
    f"{AT} that PART": _hour_of_that_part,
    **_sided("the|a? WEEKDAY PART SIDE MY? RACE", _weekday_part),
    **_sided("the WEEKDAY PART SIDE it|that", _weekday_part_said),
    **_sided("SIDE MY? RACE", _any),
    **_sided("SIDE then", _any_said),
    f"in time for {_MY} RACE; pre -? RACE": lambda *_: _any(-1),
    "post -? RACE": lambda *_: _any(1),
    f"RACE week; the? week of {_MY} RACE": _race_week,
    f"on? RACE day; the? day of {_MY} RACE": _race_day,
    f"the? PART of {_MY} RACE": lambda frame, part, race: _part(part, 0),
    "RACE PART": lambda frame, race, part: _part(part, 0),
}
