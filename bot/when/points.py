"""Clock times and calendar dates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.when.clock import Clock, Window
from bot.when.days import Days, Piece, a_day, dated, day_of_month, month, months_to, stretch
from bot.when.feasts import feast_day, week_of, weekend_of
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame

ROUND = (5, 10, 20, 25)  # "ten to five"
SATURDAY = 5
WHOLE = ("may", "june", "july")
LONG_DAY = 10  # hours; nobody is free for longer


def clock(hours: int, minute: int = 0, half: str = "", exact: bool = True, certain: bool = False) -> Clock | None:
    """A clock time, if there is such a one."""
    if not 0 <= hours <= 23 or not 0 <= minute <= 59:
        return None
    return Clock(hours, minute, half if hours <= 12 else "", exact, certain=certain or hours > 12 or hours == 0)


def hour(term: Term) -> Clock | None:
    """A number as an hour: 5, 17, 530, 1730."""
    if isinstance(term.value, Clock):
        return term.value
    if len(term.word) in (3, 4) and term.word.isdigit():
        hours, minute = divmod(term.value, 100)
        return clock(hours, minute, certain=len(term.word) == 4 and hours < 10)
    return clock(term.value, exact=False) if term.value > 0 else None


def _half(half: str) -> Callable[..., Clock | None]:
    """The meaning of a clock time with am or pm."""

    def meaning(frame: Frame, hours: Term, minute: Term | None = None) -> Clock | None:
        found = (digital(hours, minute) or _side_by_side(frame, hours, minute)) if minute else hour(hours)
        if minute and hours.glued and not minute.glued:
            return None  # "2/20 10am"
        return replace(found, half=half, certain=False) if found and found.hour <= 12 else found

    return meaning


def digital(hours: Term, minute: Term) -> Clock | None:
    """ "5.30", "17:00"; a leading zero speaks of the 24-hour clock."""
    if not hours.word.isdigit() or len(hours.word) > 2 or len(minute.word) != 2:
        return None
    return clock(hours.value, minute.value, certain=hours.word.startswith("0"))


def _written(frame: Frame, hours: Term, minute: Term) -> Clock | None:
    return digital(hours, minute)


def _side_by_side(frame: Frame, hours: Term, minute: Term) -> Clock | None:
    """ "5 30" and "three thirty"."""
    alike = hours.word.isdigit() == minute.word.isdigit()
    latest = 19 if frame.asked == "time" else 12  # "twenty fifteen" is a year
    fits = alike and 1 <= hours.value <= latest and minute.value in (15, 30, 45)
    return clock(hours.value, minute.value) if fits else None


def _past(minute: int) -> Callable[[Frame, Term], Clock | None]:
    return lambda frame, hours: clock(hours.value, minute) if 1 <= hours.value <= 12 else None


def _to(minute: int) -> Callable[[Frame, Term], Clock | None]:
    return lambda frame, hours: clock(hours.value - 1 or 12, 60 - minute) if 1 <= hours.value <= 12 else None


def _minutes_past(frame: Frame, minute: Term, hours: Term) -> Clock | None:
    return _past(minute.value)(frame, hours)


def _minutes_to(frame: Frame, minute: Term, hours: Term) -> Clock | None:
    return _to(minute.value)(frame, hours) if minute.value in ROUND else None


def _late_to(frame: Frame, minute: Term, hours: Term) -> Clock | None:
    """Without "at" before it, "10 to 12" is a stretch; "20 to 5", "5 to 5" and "ten to six" cannot be one."""
    stretch = (hours.value - minute.value) % 12 or 12
    longest = 3 if minute.value == 5 or minute.word.isalpha() else LONG_DAY
    return _minutes_to(frame, minute, hours) if minute.value >= 20 or stretch > longest else None


def _of_hour(frame: Frame, minute: Term, hours: Term) -> Clock | None:
    """ "Ten of six", as Americans say."""
    return _minutes_to(frame, minute, hours) if minute.word.isalpha() and frame.locale == "en_US" else None


def _after_hour(frame: Frame, minute: Term, hours: Term) -> Clock | None:
    """ "Ten after six"."""
    return _past(minute.value)(frame, hours) if minute.value in ROUND and frame.locale == "en_US" else None


def _number(frame: Frame, hours: Term) -> Clock | None:
    return hour(hours)


def _hundred(frame: Frame, hours: Term) -> Clock | None:
    """ "Fourteen hundred hours"; "two hundred" may count anything."""
    return clock(hours.value, certain=True) if hours.value > 9 or frame.asked == "time" else None


def _military(frame: Frame, hours: Term) -> Clock | None:
    return hour(hours) if len(hours.word) == 4 else None


def _continental(frame: Frame, hours: Term) -> Clock | None:
    """ "18h"; "2h" is how long something lasts, unless a time was asked for."""
    return hour(hours) if (0 if frame.asked == "time" else 12) < hours.value <= 21 else None


def before(frame: Frame) -> bool:
    """Its kind is all that "prior to" means."""
    return True


def _dated_half(part: str) -> Callable[[Frame, Term, Term], Piece | None]:
    """ "30/11 pm"; nobody writes "9/10 pm" of a day that is over."""

    def meaning(frame: Frame, first: Term, second: Term) -> Piece | None:
        day = _numeric(frame, first, second)
        return Piece((day,), Window(part)) if day and frame.today <= day.first <= frame.last else None

    return meaning


def _dates_of(frame: Frame, day: Term, end: Term, name: Term) -> Days | None:
    """ "2 to 5 December"."""
    return _to_date(frame, name, day, end)


NOON = Clock(12, half="pm")
AM, PM = "a +. +m +.?", "p +. +m +.?"

MARKED: Rules = rules(
    ("AGAIN", {
        "the one after": lambda frame: 1,
        "not this one": lambda frame: -1,
    }),
    ("before", {
        "ahead of; prior to; leading into|to; leading up to; in? the run -? up to; running up to; just before": before,
    }),
    ("earliest", {"at the? very? earliest": before}),
    ("TODAY", {"2 +day": lambda frame: 0}),
    ("DATE", {"the? N|ORD -|to|until|till|through|thru the? N|ORD of? MONTH": _dates_of}),
    ("DAY", {"N +/ +N am": _dated_half("morning"), "N +/ +N pm": _dated_half("afternoon")}),
    ("SPAN", {"a? quarter of an? hour": lambda frame: (15, "minute")}),
    ("CLOCK", {
        f"N am; N +a; N {AM}; N oclock am; N +:|.|h +N am; N +:|. +N +a; N N am; N +:|. +N {AM}": _half("am"),
        f"N pm; N +p; N {PM}; N oclock pm; N +:|.|h +N pm; N +:|. +N +p; N N pm; N +:|. +N {PM}": _half("pm"),
        """N oclock; N o|or clock; N bells; stroke of N;
        the? clock strikes|striking|hits|says|reads N; N on the dot|button|nose; bang on N;
        a the N;
        N at a push|pinch|stretch""": _number,
        "the? N +:|. +N one": _written,
        "12|high? noon|midday|noontime; mid -? day; the noon whistle|bell|hour; twelve noon|midday": lambda frame: NOON,
        "midnight": lambda frame: Clock(0, certain=True),
        "half -? past? N": _past(30),
        "a? quarter past|after N": _past(15),
        "a? quarter to|til|till|of|2 N": _to(15),
        "N minutes|mins|min? past N": _minutes_past,
        "at|its N to N; N minutes|mins|min to N": _minutes_to,
        "N to|til|till N": _late_to,
        "N of N": _of_hour,
        "N after N": _after_hour,
        "half past noon|midday": lambda frame: Clock(12, 30, "pm", exact=True),
        "a? quarter past|after noon|midday": lambda frame: Clock(12, 15, "pm", exact=True),
        "a? quarter to|til|till|of noon|midday": lambda frame: Clock(11, 45, "am", exact=True),
        "N hundred hours|hrs?": _hundred,
    }),
)  # fmt: skip


# ---------------------------------------------------------------- dates


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
    """ "12-14" is a date in America if it can be booked; else people mean hours. "Four-thirty" is one."""
    if first.word.isalpha():
        return _side_by_side(frame, first, second)
    found = _numeric(frame, first, second)
    bookable = found and not found.impossible and frame.today <= found.first <= frame.last
    return found if bookable and (frame.locale == "en_US" or first.value > 12) else None


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
            replace(dated(frame, day.value, start.month, start.year), behind=months < 0)
            if 1 <= day.value <= 31
            else None
        )

    return meaning


def _nth_weekday(frame: Frame, nth: Term, weekday: Term, name: Term | None = None) -> Days | None:
    start = month(frame, months_to(frame, name.value) if name else 1).first
    found = start + timedelta((weekday.value - start.weekday()) % 7 + 7 * (nth.value - 1))
    return a_day(found) if nth.value <= 4 else None


def _nth_weekend(frame: Frame, nth: Term, name: Term) -> Days | None:
    saturday = _nth_weekday(frame, nth, name._replace(value=SATURDAY), name)
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


POINTS: Rules = rules(
    ("CLOCK", {
        "N +:|h +N": _written,
        "N N": _side_by_side,
        "N hrs|hours|h": _military,
        "N +h": _continental,
    }),
    ("POINT", {"N +. +N; N +. +N +.": _dotted, "N +- +N": _dashed}),
    ("DATE", {
        "N +/ +N": _slashed,
        "N +. +N +. +N": _numeric,
        "N +- +N +- +N; N +/ +N +/ +N": _year_first,
        "the? ORD|NTH|N of? MONTH; the? ORD|NTH|N of? MONTH ,? N; ORD|N +- +MONTH": _named,
        "MONTH the? ORD|NTH|N; MONTH the? ORD|N ,? N": _name_first,
        "MONTH +. ORD|N; MONTH +. ORD|N ,? N": _short_name_first,
        "the? ORD; the ORD|NTH of the month": _of_month,
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
        "FEAST week": lambda frame, feast: week_of(feast_day(frame, feast).first),
        "FEAST weekend": lambda frame, feast: weekend_of(feast_day(frame, feast).first),
        "FEAST eve day?; the? eve of FEAST": lambda frame, feast: feast_day(frame, feast, -1),
        "the? NTH|ORD week of|in MONTH": _nth_week,
        "the? NTH|ORD weekend of|in MONTH": _nth_weekend,
        "the? last|final week of|in MONTH": _last_week,
    }),
)  # fmt: skip
