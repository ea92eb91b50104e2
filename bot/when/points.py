"""Clock times: "half six", "17:00", "ten to five"."""

from collections.abc import Callable
from dataclasses import replace

from bot.when.clock import Clock
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame

ROUND = (5, 10, 20, 25)  # "ten to five"
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
        found = (digital(hours, minute) or side_by_side(frame, hours, minute)) if minute else hour(hours)
        if minute and hours.glued and not minute.glued:
            return None  # "2/20 10am"
        return replace(found, half=half, certain=False) if found and found.hour <= 12 else found

    return meaning


def digital(hours: Term, minute: Term) -> Clock | None:
    """ "5.30", "17:00"; a leading zero speaks of the 24-hour clock."""
    if not hours.word.isdigit() or len(hours.word) > 2 or len(minute.word) != 2:
        return None
    return clock(hours.value, minute.value, certain=hours.word.startswith("0"))


def written(frame: Frame, hours: Term, minute: Term) -> Clock | None:
    """5:30, 17h00."""
    return digital(hours, minute)


def side_by_side(frame: Frame, hours: Term, minute: Term) -> Clock | None:
    """ "5 30" and "three thirty"."""
    alike = hours.word.isdigit() or not minute.word.isdigit()  # "3 thirty", but not "three 30"
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
    """ "Ten after six", but not "1/20 after 3"."""
    fits = minute.value in ROUND and not minute.glued and frame.locale == "en_US"
    return _past(minute.value)(frame, hours) if fits else None


def _to_noon(frame: Frame, minute: Term) -> Clock | None:
    """ "Ten minutes to noon"."""
    return clock(11, 60 - minute.value, half="am")


def _number(frame: Frame, hours: Term) -> Clock | None:
    return hour(hours)


def _hundred(frame: Frame, hours: Term) -> Clock | None:
    """ "Fourteen hundred hours"; "two hundred" may count anything."""
    return clock(hours.value, certain=True) if hours.value > 9 or frame.asked == "time" else None


def military(frame: Frame, hours: Term) -> Clock | None:
    """1700 hours; fewer figures count hours."""
    return hour(hours) if len(hours.word) == 4 else None


def continental(frame: Frame, hours: Term) -> Clock | None:
    """ "18h"; "2h" is how long something lasts, unless a time was asked for."""
    return hour(hours) if (0 if frame.asked == "time" else 12) < hours.value <= 21 else None


def before(frame: Frame) -> bool:
    """Its kind is all that "prior to" means."""
    return True


NOON = Clock(12, half="pm")
AT = "N|CLOCK"
AM, PM = "a +. +m +.?", "p +. +m +.?"

MARKED: Rules = rules(
    ("AGAIN", {
        "the one after": lambda frame: 1,
        "not this one": lambda frame: -1,
    }),
    ("DAYAFTER", {"the one right|straight after; the one right|straight|just? after it|that": lambda frame: True}),
    ("NEAREST", {"this one coming; so|just|only this one": lambda frame: True}),
    ("before", {
        "ahead of; prior to; leading into|to; leading up to; in? the run -? up to; running up to; just before": before,
    }),
    ("earliest", {"at the? very? earliest": before}),
    ("TODAY", {"2 +day": lambda frame: 0}),
    ("SPAN", {"a? quarter of an? hour": lambda frame: (15, "minute")}),
    ("CLOCK", {
        f"N am; N +a; N {AM}; N oclock am; N +:|.|h +N am; N +:|. +N +a; N N am; N +:|. +N {AM}": _half("am"),
        f"N pm; N +p; N {PM}; N oclock pm; N +:|.|h +N pm; N +:|. +N +p; N N pm; N +:|. +N {PM}": _half("pm"),
        """N oclock; N o|or clock; N bells;
        N on the dot|button|nose; the? little|big? hand on|at the? N;
        a the N;
        N at a push|pinch|stretch""": _number,
        "the? N +:|. +N one": written,
        "12|high? noon|midday|noontime; mid -? day; the noon whistle|bell|hour; twelve noon|midday": lambda frame: NOON,
        "midnight": lambda frame: Clock(0, certain=True),
        "half -? past? N": _past(30),
        "a? quarter past|after N": _past(15),
        "a? quarter to|til|till|of|2 N": _to(15),
        "N minutes|mins|min? past N": _minutes_past,
        "at five and twenty past N": _past(25),
        "at five and twenty to N": _to(25),
        "at|its N to N; N minutes|mins|min to N": _minutes_to,
        "N to|til|till N": _late_to,
        "N of N": _of_hour,
        "N after N": _after_hour,
        "N minutes|mins|min to|till|before|of|shy of? noon|midday": _to_noon,
        "half past noon|midday": lambda frame: Clock(12, 30, "pm", exact=True),
        "a? quarter past|after noon|midday": lambda frame: Clock(12, 15, "pm", exact=True),
        "a? quarter to|til|till|of noon|midday": lambda frame: Clock(11, 45, "am", exact=True),
        "N hundred hours|hrs?": _hundred,
    }),
)  # fmt: skip
