"""Phrases for days: "next Friday", "a week on Monday", "w/c 7th", "end of the month", "asap"."""

from datetime import date, timedelta

from bot.when.clock import Window
from bot.when.days import (
    Piece,
    a_day,
    agreed,
    coming,
    day_of_month,
    monday,
    month,
    named,
    stretch,
    week,
)
from bot.when.fromdates import FROM_DATE
from bot.when.months import bare_month, month_of_year, months, named_month
from bot.when.phrases import Rules, Term, rules
from bot.when.points import AT, hour
from bot.when.races import FROM_RACE
from bot.when.spans import REACHES, SHIFTS, minutes_past
from bot.when.values import Frame
from bot.when.weeks import EARLY, LAST, LATE, MID, WEEKS, Meaning, fixed


def _today(days: int) -> Meaning:
    def meaning(frame: Frame, word: Term) -> Piece:
        day = frame.today + timedelta(word.value + days)
        return Piece((a_day(day, behind=day < frame.today, back=None if days or word.value else day),))

    return meaning


def _twice(frame: Frame, first: Term, second: Term) -> Piece | None:
    """ "Tomorrow's tomorrow"."""
    return _today(1)(frame, second) if first.owns and first.value == second.value == 1 else None


def _tomorrow(frame: Frame) -> Piece | None:
    """ "Tom" may be a man, unless a day is asked for."""
    return Piece((a_day(frame.today + timedelta(1)),)) if frame.asked == "day" else None


def _same_weekday(frame: Frame, word: Term) -> Piece:
    """ "In two weeks, same day as today": a weekday, which days beside it claim; by itself the one that comes next."""
    day = frame.today + timedelta(word.value + 7)
    return Piece((a_day(day)._replace(weekday=day.weekday()),))


def _same_day_next_week(frame: Frame) -> Piece:
    """A week after the day that was named; where none was, after today."""
    return Piece((a_day(frame.today + timedelta(7)),), weeks=1)


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
    return Piece((named(frame, weekday.value)._replace(every=True),))


def _this_or_next(frame: Frame, weekday: Term) -> Piece:
    day = coming(frame, weekday.value)
    return Piece((a_day(day), a_day(day + timedelta(7))))


def _not_this_but_next(frame: Frame, weekday: Term) -> Piece:
    this, other = _this_or_next(frame, weekday).days
    return Piece((other,), but=(this,))


def _this_weekday(frame: Frame, weekday: Term) -> Piece:
    return Piece((named(frame, weekday.value)._replace(weekday=None),))


def _last_weekday(frame: Frame, weekday: Term) -> Piece:
    return Piece((a_day(coming(frame, weekday.value) - timedelta(7), behind=True),))


def _gone(frame: Frame, weekday: Term, term: Term) -> Piece | None:
    """ "Friday gone six"."""
    found = hour(term)
    return Piece((named(frame, weekday.value),), Window(after=found)) if found else None


def _weekday_fortnight(frame: Frame, weekday: Term, span: Term) -> Piece | None:
    return _weekday(14)(frame, weekday) if span.value == (2, "week") else None


def _today_fortnight(frame: Frame, word: Term, span: Term) -> Piece | None:
    return _today(14)(frame, word) if span.value == (2, "week") else None


def _in_week(weeks: int) -> Meaning:
    def meaning(frame: Frame, *weekdays: Term) -> Piece:
        days = [monday(frame, weeks) + timedelta(weekday.value) for weekday in weekdays]
        return Piece(tuple(a_day(day, behind=weeks < 0) for day in days))

    return meaning


def _next_week_but(frame: Frame, weekday: Term) -> Piece:
    """ "Any day but Thursday next week"."""
    return Piece((week(frame, 1),), but=(a_day(monday(frame, 1) + timedelta(weekday.value)),))


def _dated(frame: Frame, found: Term) -> Piece:
    return Piece((found.value,))


def _date_or_next(frame: Frame, found: Term, number: Term) -> Piece | None:
    """ "Dec 4 or 5"."""
    day = found.value
    follows = number.word.isdigit() and number.value == day.first.day + 1 and not day.nth and day.grain == "day"
    return Piece((day, day.shifted(1))) if follows and day.shifted(1).first.day == number.value else None


def _or_date(frame: Frame, number: Term, found: Term) -> Piece | None:
    """ "10 or 11 December"."""
    day = found.value
    leads = number.word.isdigit() and number.value == day.first.day - 1 and not day.nth and day.grain == "day"
    return Piece((day.shifted(-1), day)) if leads and day.first > frame.today else None


def _part_next_week(frame: Frame, weekday: Term, part: Term) -> Piece:
    return Piece((a_day(monday(frame, 1) + timedelta(weekday.value)),), Window(part.value))


def _stretch_next_week(frame: Frame, first: Term, last: Term) -> Piece | None:
    days = last.value - first.value + 1
    return Piece((stretch(monday(frame, 1) + timedelta(first.value), days),)) if days > 0 else None


def _day_of_month(frame: Frame, number: Term) -> Piece | None:
    found = day_of_month(frame, number.value) if number.word.isdigit() else None
    return Piece((found,)) if found else None


def _asked_day(frame: Frame, number: Term) -> Piece | None:
    """ "The 27", "the second": to who asks for a day."""
    found = day_of_month(frame, number.value) if frame.asked == "day" else None
    return Piece((found,)) if found else None


def _asked_days(frame: Frame, *numbers: Term) -> Piece | None:
    found = [piece for number in numbers if (piece := _asked_day(frame, number))]
    return Piece(tuple(day for piece in found for day in piece.days)) if found else None


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


DAYS: Rules = rules(
    ("DAY", {
        "TODAY": _today(0),
        "2 +moro|morro|morrow|morra|mrw|mro|moz|mo": fixed(lambda frame: a_day(frame.today + timedelta(1))),
        "the? day after TODAY": _today(1),
        "the? day before TODAY": _today(-1),
        "AGAIN TODAY": lambda frame, weeks, word: _today(1)(frame, word) if weeks.value > 0 else None,
        "TODAY TODAY": _twice,
        "tom": _tomorrow,
        "TODAY week; week from? TODAY": _today(7),
        "this day week; this day|time next week": fixed(lambda frame: a_day(frame.today + timedelta(7))),
        "the? same day next|following week; the? same day the week after": _same_day_next_week,
        "this PART": _this_part,
        "tonight|tonite|tonit|2nite; 2 +night|nite": fixed(lambda frame: a_day(frame.today), Window("evening")),
        f"{LAST} PART": _last_part,
        "this very day": fixed(lambda frame: a_day(frame.today)),
        "this am": fixed(lambda frame: a_day(frame.today, back=frame.today), Window("morning")),
        "this pm": fixed(lambda frame: a_day(frame.today), Window("afternoon")),
        "the morn|morns nicht": fixed(lambda frame: a_day(frame.today + timedelta(1)), Window("evening")),
        "right now|away": fixed(lambda frame: a_day(frame.today)),
        # weekdays
        "WEEKDAYS good|fine|ok|okay|great|perfect": _weekday(),
        "WEEKDAY; the? coming|nearest WEEKDAY; the WEEKDAY; the|that WEEKDAY one": _weekday(),
        "WEEKDAY PART of|in? next week": _part_next_week,
        "WEEKDAY -|to|through|thru|till|until WEEKDAY of|in? next week": _stretch_next_week,
        "on the N; the N +.": _day_of_month,
        "the N": _asked_day,
        "the NTH": _asked_day,
        "the NTH and|or|,|/ the? NTH": _asked_days,
        "WEEKDAYS; every|each|any WEEKDAY; any WEEKDAYS": _every_weekday,
        "this coming? WEEKDAY": _this_weekday,
        "WEEKDAY week; week on|from? WEEKDAY; a week WEEKDAY": _weekday(7),
        "WEEKDAY SPAN": _weekday_fortnight,
        "TODAY SPAN": _today_fortnight,
        f"WEEKDAY gone {AT}": _gone,
        f"{LAST} WEEKDAY; WEEKDAY gone; WEEKDAY just gone": _last_weekday,
        "this WEEKDAY or next; this WEEKDAY or the? week after; this WEEKDAY or after": _this_or_next,
        "not this WEEKDAY but the? next one?": _not_this_but_next,
        "this week or next": fixed(lambda frame: week(frame, 0)._replace(last=week(frame, 1).last)),
        """this week on? WEEKDAY; WEEKDAY of? this week; WEEKDAYS this week;
        WEEKDAY or|and|,|/ WEEKDAY this week""": _in_week(0),
        """next WEEKDAY; WEEKDAY next; next WEEKDAY or|/ WEEKDAY; next week on? WEEKDAY; WEEKDAY of|in? next week;
        WEEKDAYS next week;
        WEEKDAY or|and|,|/ WEEKDAY of|in? next week;
        next WEEKDAY or|and|,|/ the? WEEKDAY that week;
        WEEKDAY of|in? next week or|and|,|/ the? WEEKDAY that week""": _in_week(1),
        "the? WEEKDAY after next; WEEKDAY of? the? week after next; the? week after next on? WEEKDAY": _in_week(2),
        f"{LAST} week on? WEEKDAY; WEEKDAY of? {LAST} week": _in_week(-1),
        "since N": _since_year,
        """any|every day|days|time but|except|bar WEEKDAY of|in? next week;
        anything|anytime|any but|except|bar WEEKDAY of|in? next week""": _next_week_but,
        "AGAIN": lambda frame, weeks: Piece(weeks=weeks.value),
        "NEAREST; this|the coming|nearest one; the? one coming up?": lambda frame, *said: Piece(nearest=True),
        "DATE": _dated,
        "DATE or|/ N": _date_or_next,
        "N or|/ DATE": _or_date,
        "WEEKDAY N": _weekday_and_number,
        "this|next|coming|any|a? WEEKDAY ,? the? DATE": _weekday_and_date,
        "the? same day|weekday as TODAY": _same_weekday,
        "the? same day as TODAY ,? only|but|just? next week": _today(7),
        "the? DATE ,? WEEKDAY; DATE ( WEEKDAY )": _date_and_weekday,
        **WEEKS,
        # months
        "MONTH": bare_month,
        "MONTH N": month_of_year,
        """this|next MONTH; in|during|of|by|for this|next? MONTH; MONTH sometime|please|pls; MONTH some time;
        sometime MONTH""": named_month(),
        f"{LAST} MONTH": named_month(behind=True),
        f"{EARLY} MONTH; the beginning|start of MONTH": named_month("early"),
        f"{MID} MONTH; the middle of MONTH": named_month("mid"),
        f"{LATE} MONTH; the end of MONTH": named_month("late"),
        "this month": months(0),
        "next month": months(1),
        f"{LAST} month": months(-1),
        f"{LAST} year": months(-12),
        "the? last day of the|this month": lambda frame: Piece((a_day(month(frame, 0).last),)),
        "the? end of the|this? month; month end; later|late this month": months(0, "late"),
        f"{EARLY} next month; the beginning|start of next month": months(1, "early"),
        f"{MID} next month; the middle of next month": months(1, "mid"),
        f"{LATE} next month; the end of next month": months(1, "late"),
        **FROM_DATE,
        **REACHES,
        **FROM_RACE,
    }),
    ("TIME", {"SPAN after|past CLOCK": minutes_past}),
    ("SHIFT", SHIFTS),
    ("TOLD", {"DATE is|falls on? DATE": lambda frame, day, other: Piece((day.value,))}),
    ("CUE", {
        """apart|aside from; any|every day|days|time? but|except|bar;
        anything|anytime|everything|whenever but|except|bar""": lambda frame: "not",
    }),
    ("SOON", {
        """asap; as soon as possible|poss; as soon as u|you|ya can; soonest; sooner the better;
        the? earliest possible|available|appointment|slot|one|you;
        the? first|next available|free|appointment|slot|opening; the first you|thing|whatever|of;
        soonest possible|available|appointment|slot""": lambda frame: "soon",
        """any|whichever day; any|some|another other? day; any days;
        any day of the week; any day at all""": lambda frame: "day",
        """whenever; any time|times; anytime; any hour;
        from? dawn|sunup to|till|until dusk|sundown; im? flexible; dont mind when; doesnt matter when;
        no preference""": lambda frame: "any",
    }),
)  # fmt: skip
