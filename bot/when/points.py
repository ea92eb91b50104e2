"""Clock times and calendar dates."""

from dataclasses import replace

from bot.when.clock import Clock
from bot.when.days import Days, dated, day_of_month, month
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame


def hour(term: Term) -> Clock | None:
    """A number as an hour: 5, 17, 530, 1730."""
    if isinstance(term.value, Clock):
        return term.value
    if len(term.word) in (3, 4) and not term.word.isalpha():
        return clock(term.value // 100, term.value % 100, certain=len(term.word) == 4 and term.value // 100 not in (10, 11, 12))
    return clock(term.value, exact=False) if term.value > 0 else None


def clock(hours: int, minute: int = 0, half: str = "", exact: bool = True, certain: bool = False) -> Clock | None:
    """A clock time, if there is such a one."""
    if not 0 <= hours <= 23 or not 0 <= minute <= 59:
        return None
    return Clock(hours, minute, half if hours <= 12 else "", exact, certain=certain or hours > 12 or hours == 0)


def _half(frame: Frame, n: Term, marker: Term | None = None) -> Clock | None:
    found = hour(n)
    return replace(found, half=marker.word[:1] + "m") if found and marker and found.hour <= 12 else found


def _digital(n: Term, minute: Term, half: str = "") -> Clock | None:
    if len(minute.word) != 2 or len(n.word) > 2 and n.word.isdigit():
        return None
    found = clock(n.value, minute.value, half)
    return replace(found, certain=True) if found and n.word.startswith("0") and not half else found


def _written(frame: Frame, n: Term, minute: Term) -> Clock | None:
    return _digital(n, minute)


def _past(minute: int, n: Term) -> Clock | None:
    return clock(n.value, minute) if 1 <= n.value <= 12 else None


def _to(minute: int, n: Term) -> Clock | None:
    return clock((n.value - 1) or 12, 60 - minute) if 1 <= n.value <= 12 and 0 < minute < 60 else None


def _am(frame: Frame, n: Term) -> Clock | None:
    found = hour(n)
    return replace(found, half="am", certain=False) if found and found.hour <= 12 else found


def _pm(frame: Frame, n: Term) -> Clock | None:
    found = hour(n)
    return replace(found, half="pm", certain=False) if found and found.hour <= 12 else found


MARKED: Rules = rules(
    ("CLOCK", {
        "N am": _am, "N a +. +m +.?": _am, "N pm": _pm, "N p +. +m +.?": _pm, "N +a": _am, "N +p": _pm,
        "N +:|.|h +N am": lambda f, n, m: _digital(n, m, "am"), "N +:|.|h +N pm": lambda f, n, m: _digital(n, m, "pm"),
        "N N pm": lambda f, n, m: _digital(n, m, "pm"), "N N am": lambda f, n, m: _digital(n, m, "am"),
        "N +:|. +N a +. +m +.?": lambda f, n, m: _digital(n, m, "am"), "N +:|. +N p +. +m +.?": lambda f, n, m: _digital(n, m, "pm"),
        "N oclock": lambda f, n: hour(n), "N o clock": lambda f, n: hour(n), "N oclock pm": _pm, "N oclock am": _am,
        "noon": lambda f: clock(12, half="pm", exact=False), "midday|noontime": lambda f: clock(12, half="pm", exact=False),
        "12 noon|midday": lambda f: clock(12, half="pm", exact=False), "midnight": lambda f: clock(0, exact=False),
        "half past N": lambda f, n: _past(30, n), "half N": lambda f, n: _past(30, n),
        "a? quarter past|after N": lambda f, n: _past(15, n), "a? quarter to|til|till|of|before N": lambda f, n: _to(15, n),
        "N minutes? past N": lambda f, m, n: _past(m.value, n), "at|its|about N to N": lambda f, m, n: _to(m.value, n) if m.value in (5, 10, 20, 25) else None,
        "N minutes? to N": lambda f, m, n: _to(m.value, n) if m.value in (20, 25) else None,
        "N min|mins|minutes to N": lambda f, m, n: _to(m.value, n),
    }),
)  # fmt: skip


def _dotted(frame: Frame, a: Term, b: Term) -> Clock | Days | None:
    """"5.30" is a clock time, "14.12" a date."""
    found = _written(frame, a, b)
    if found and b.value % 5 == 0:
        return found
    return numeric(frame, a, b) or found


def numeric(frame: Frame, a: Term, b: Term, year: Term | None = None) -> Days | None:
    """A date in numbers by the clinic's locale; where only the other order makes a date, that one."""
    if len(a.word) == 4 and year is not None:
        return dated(frame, year.value, b.value, a.value) if 1 <= b.value <= 12 and 1 <= year.value <= 31 else None
    if not (a.word + b.word).isdigit() or max(len(a.word), len(b.word)) > 2:
        return None
    day, number = (b.value, a.value) if frame.locale == "en_US" else (a.value, b.value)
    if number > 12:
        day, number = number, day
    full = None if year is None else year.value + 2000 * (year.value < 100)
    if not (1 <= number <= 12 and 1 <= day <= 31) or (full is not None and not 1900 <= full < 2200):
        return None
    return dated(frame, day, number, full)


def dashed(frame: Frame, a: Term, b: Term) -> Days | None:
    """"12-14" is a date in America if it can be booked; else people mean hours."""
    found = numeric(frame, a, b)
    if found is None or found.impossible:
        return None
    bookable = frame.today <= found.first <= frame.last
    return found if bookable and (frame.locale == "en_US" or a.value > b.value) else None


def _named(frame: Frame, day: Term, name: Term, year: Term | None = None) -> Days | None:
    if not 1 <= day.value <= 31 or (year is not None and not 2000 <= year.value < 2200):
        return None
    return dated(frame, day.value, name.value, year.value if year else None)


def _months_on(frame: Frame, day: Term, months: int) -> Days | None:
    start = month(frame, months).first
    found = dated(frame, day.value, start.month, start.year) if 1 <= day.value <= 31 else None
    return replace(found, behind=months < 0) if found else None


def _month_first(frame: Frame, name: Term, day: Term, year: Term | None = None) -> Days | None:
    return _named(frame, day, name, year)


POINTS: Rules = rules(
    ("CLOCK", {
        "N +:|h +N": _written, "N N": lambda f, n, m: _digital(n, m) if m.value in (15, 30, 45) and n.value <= 12 and n.word.isdigit() == m.word.isdigit() else _spelled(n, m),
        "N +hrs|hours|h": lambda f, n: hour(n) if len(n.word) == 4 else None, "N hrs|hours": lambda f, n: hour(n) if len(n.word) == 4 else None,
    }),
    ("POINT", {"N +. +N": _dotted}),
    ("DATE", {
        "N +/ +N": numeric, "N +- +N": dashed, "N +. +N +.": numeric,
        "N +/ +N +/ +N": numeric, "N +- +N +- +N": numeric, "N +. +N +. +N": numeric,
        "the? ORD|NTH|N of? MONTH": _named, "the? ORD|NTH|N of? MONTH ,? N": _named, "the? ORD|NTH|N +- +MONTH": _named,
        "MONTH the? ORD|NTH|N": _month_first, "MONTH the? ORD|N ,? N": _month_first,
        "the? ORD": lambda f, day: day_of_month(f, day.value), "the NTH of the? month": lambda f, day: day_of_month(f, day.value),
        "the? ORD of? this month": lambda f, day: _months_on(f, day, 0), "the? ORD of the month": lambda f, day: day_of_month(f, day.value),
        "the? ORD|NTH of? next month": lambda f, day: _months_on(f, day, 1), "the? ORD|NTH of? last month": lambda f, day: _months_on(f, day, -1),
        "next month on? the? ORD": lambda f, day: _months_on(f, day, 1),
        "christmas|xmas": lambda f: dated(f, 25, 12), "christmas|xmas day": lambda f: dated(f, 25, 12), "christmas|xmas eve": lambda f: dated(f, 24, 12),
        "boxing day": lambda f: dated(f, 26, 12), "new years? eve": lambda f: dated(f, 31, 12), "new years? day": lambda f: dated(f, 1, 1),
    }),
)  # fmt: skip


def _spelled(n: Term, minute: Term) -> Clock | None:
    """"three thirty", "ten fifteen"."""
    both = n.word.isalpha() and minute.word.isalpha() and n.value <= 12 and minute.value in (10, 15, 20, 30, 40, 45, 50)
    return clock(n.value, minute.value) if both else None
