"""Times that lean on others: "the day after", "not this week, the one after", "same time", "a week before my race"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.when.clock import Clock, Window
from bot.when.days import Days, Piece, within
from bot.when.roles import CALLED, Reading
from bot.when.values import Frame


def reckoned(found: Sequence[Reading], text: str, frame: Frame) -> Iterator[Reading]:
    """What each means beside those before it; what is reckoned from a race is left out where none is known."""
    named: Days | None = None
    time: Clock | Window | None = None
    for one in found:
        day = _edge(named, one.piece) if named and one.piece.said else _race(one, found, text, frame)
        one = _from_time(_some_weeks_on(_from_day(one, day, frame), named, frame), time)
        named = one.piece.days[0] if one.piece.days and one.role != "past" else named
        time = one.piece.time or time
        if one.role != CALLED and not one.piece.race and (one.piece.days or one.piece.time):
            yield one


def _race(one: Reading, found: Sequence[Reading], text: str, frame: Frame) -> date | None:
    """The race that days are reckoned from: of several the one named there, else the soonest to come."""
    if not one.piece.race:
        return None  # as most
    told = [(0, 0), *((each.start, each.end) for each in found)]
    races = {
        each.piece.days[0].first: _words(text[end : each.end])
        for (_, end), each in zip(told, found, strict=False)
        if each.role == "race" and each.piece.days
    }
    if len(races) < 2:
        return next(iter(races), frame.race)
    named = _words(text[one.start : one.end])
    called = [day for day, words in races.items() if named[-1] in words and ("half" in words) == ("half" in named)]
    return min(called or races, key=lambda day: (day < frame.today, day))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _edge(named: Days, piece: Piece) -> date:
    """ "The 7th to the 11th": "the day before" them is the 6th, "the day after" the 12th."""
    goes_before = piece.race is not None and piece.race(named.first).last < named.first
    return named.first if goes_before else named.last


def _from_day(one: Reading, day: date | None, frame: Frame) -> Reading:
    """What is reckoned from a race, or from the day named before it."""
    if not one.piece.race:
        return one
    if not day:
        return one._replace(piece=one.piece._replace(race=None)) if one.piece.days else one
    days = one.piece.race(day)
    days = days._replace(first=max(days.first, min(frame.today, days.last))) if days.loose else days
    return one._replace(piece=Piece((days,), one.piece.time, again=one.piece.again))


def _some_weeks_on(one: Reading, named: Days | None, frame: Frame) -> Reading:
    """ "Next Friday, not this one" and "not this week, the one after": the same some weeks on."""
    days = named.shifted(7 * one.piece.weeks) if named and one.piece.weeks else None
    if not days or days.first < frame.today:
        return one
    return one._replace(piece=Piece((days,)), role="not" if one.piece.weeks < 0 else one.role)


def _from_time(one: Reading, time: Clock | Window | None) -> Reading:
    """ "Same time", "from then on": reckoned from the time that was told before."""
    return one._replace(piece=one.piece._replace(time=one.piece.again(time))) if one.piece.again and time else one


# ---------------------------------------------------------------- from one day to a later one


def in_order(found: Sequence[Reading], frame: Frame) -> Iterator[Reading]:
    """ "Move my Monday to Wednesday", said on a Tuesday: the Wednesday after that Monday."""
    before: Reading | None = None
    for one in found:
        moved = before and (before.role, one.role) == ("from", "want")
        one = _later_than(before, one, frame) if before and moved else one
        before = one if one.piece.days and one.role in ("from", "want") else before
        yield one


def _later_than(before: Reading, one: Reading, frame: Frame) -> Reading:
    """Weekdays in the week of a far date, or in the week of the weekday that comes before them."""
    date = before.piece.days[0]
    old, new = ([days for days in each.piece.days if days.weekday is not None] for each in (before, one))
    if new and not old and date.first == date.last >= frame.today + timedelta(7):
        return _on(one, tuple(within(days, date.last) for days in one.piece.days))
    rising = old and new and old[-1].first.weekday() < new[0].first.weekday() and new[0].first < old[-1].first
    if not rising or any(days.every for days in (*old, *new)):
        return one
    week = timedelta(7)
    return _on(one, tuple(days._replace(first=days.first + week, last=days.last + week) for days in new))


def _on(one: Reading, days: tuple[Days, ...]) -> Reading:
    return one._replace(piece=one.piece._replace(days=days))
