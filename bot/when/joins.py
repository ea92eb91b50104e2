"""Days joined or bounded: "Monday to Wednesday", "after Thursday", "by Friday"."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.when.clock import Clock
from bot.when.days import Days, Piece, within
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame

SHORTEST = 28  # days that every month has
OPEN_END = 14  # days that "after Wednesday" reaches from now
_TO = "-|to|until|till|til|through|thru"


def _days(term: Term) -> Days | None:
    """The days of a phrase that says nothing else."""
    piece: Piece = term.value
    plain = piece.days and not piece.time and not piece.onset and not piece.days[0].impossible
    return piece.days[0] if plain else None


def _through(frame: Frame, first: Term, second: Term) -> Piece | None:
    one, two = _days(first), _days(second)
    if not one or not two:
        return None
    if two.last < one.first and two.weekday is not None:
        two = two.shifted(7)
    if two.last < one.first and two.weekday is None and one.first == one.last:
        two = _a_month_on(two, one.first + timedelta(OPEN_END))
    return Piece((Days(one.first, two.last, "interval"),)) if one.first <= two.last else None


def _anywhere(frame: Frame, *said: Term) -> Piece | None:
    """ "Any time from the 3rd to the 5th"."""
    return _through(frame, *said[-2:])


def _a_month_on(days: Days, limit: date) -> Days:
    """ "The 21st to the 1st" ends in the month after; "the 20th to the 17th" is too long to be meant."""
    month = days.last.replace(day=1) + timedelta(31)
    last = month.replace(day=min(days.last.day, SHORTEST))
    return days._replace(last=last) if last <= limit and days.last.day <= SHORTEST else days


def _number_through(frame: Frame, number: Term, second: Term) -> Piece | None:
    two = _days(second)
    if not two or not 1 <= number.value < two.last.day:
        return None
    return Piece((Days(two.last.replace(day=number.value), two.last, "interval"),))


def _at_hour(frame: Frame, day: Term, time: Term) -> Piece | None:
    """ "Come by Tuesday at 5:30": an hour bounds nothing."""
    days, clock = _days(day), time.value.time
    return Piece((days,), clock) if days and isinstance(clock, Clock) else None


def _from(skip: bool = False) -> Callable[[Frame, Term], Piece | None]:
    def meaning(frame: Frame, term: Term) -> Piece | None:
        days = _days(term)
        if not days or days.behind:
            return None
        start = days.last + timedelta(1) if skip else days.first
        end = max(start + timedelta(6), frame.today + timedelta(OPEN_END))
        return Piece((Days(start, end, "interval", back=days.back, loose=skip),))

    return meaning


def _until(skip: bool = False) -> Callable[[Frame, Term], Piece | None]:
    def meaning(frame: Frame, term: Term) -> Piece | None:
        days = _days(term)
        if not days:
            return None
        end = days.first - timedelta(1) if skip else days.last
        reach = Days(frame.today, end, "interval", back=days.back, loose=skip)
        return Piece((reach,)) if end >= frame.today else None

    return meaning


def _named(frame: Frame, day: Term, other: Term) -> Piece | None:
    """ "Thursday is Thanksgiving": what else a day is called."""
    one, two = ([(days.first, days.last) for days in term.value.days] for term in (day, other))
    return Piece(day.value.days) if one == two and one else None


def _named_its(frame: Frame, day: Term, other: Term) -> Piece | None:
    """ "Tomorrow's Friday"."""
    return _named(frame, day, other) if day.owns else None


def _without(frame: Frame, *said: Term) -> Piece | None:
    """ "Anything next week but Friday"."""
    week, out = said[-2].value.days, said[-1].value.days
    fits = len(week) == len(out) == 1 and week[0].grain == "week" and not said[-1].value.time
    return Piece(week, but=(within(out[0], week[0].first),)) if fits else None


def _named_later(frame: Frame, day: Term, time: Term, other: Term) -> Piece | None:
    """ "Tuesday evening? That's 1 December": the weekday of that date."""
    (one, *_), (two, *_) = day.value.days or (None,), other.value.days or (None,)
    named = one and two and one.weekday is not None and one.weekday == two.first.weekday() and two.weekday is None
    return other.value._replace(time=time.value.time) if named and not (day.value.time or other.value.time) else None


def _said_anew(frame: Frame, one: Term, other: Term) -> Piece:
    """ "I said Friday, not Thursday"."""
    said: Piece = one.value
    return said._replace(but=other.value.days) if other.kind == "DAY" else said


def _said_at(frame: Frame, day: Term, time: Term, other: Term) -> Piece | None:
    """ "I said Friday at 6, not 5"."""
    return None if day.value.time else day.value._replace(time=time.value.time)


THROUGH: Rules = rules(
    (
        "DAY",
        {
            f"from? DAY {_TO} to? DAY; from? DAY up|right|all to|through DAY": _through,
            f"the? N {_TO} DAY": _number_through,
            "until|till|til DAY": _until(),
            "from DAY on?": _from(),
        },
    )
)  # unless something moves: "my Monday to Friday", "put Monday off till Friday"
JOINS: Rules = rules(
    ("TOLD", {"DAY is|falls on? DAY": _named, "DAY DAY": _named_its}),
    ("DAY", {"DAY TIME though? ,|?|.|(|- thats|its|thatll|thatd|ie be? DAY": _named_later}),
    ("DAY", {"i|we said on|for? DAY ,? not on|for? DAY": _said_anew}),
    ("DAY", {"i|we said on|for? DAY TIME ,? not at? TIME|N": _said_at}),
    ("TIME", {"i|we said at|for? TIME ,? not at|for? TIME|N": _said_anew}),
    ("DAY", {
        "SOON|any|anything|something in|of? DAY but|except|bar|besides|save for|not? on? DAY": _without,
        f"between DAY {_TO} DAY; between DAY and DAY": _through,
        f"SOON|anything|anytime|sometime|somewhere|anywhere from DAY {_TO} to? DAY": _anywhere,
        "on or after DAY": _from(),
        "on or before DAY; up to DAY": _until(),
        "after DAY; any time|day after DAY": _from(skip=True),
        """from? DAY onwards|onward; DAY or later; not|nothing|never before|until|till|til DAY;
        any time|day from DAY""": _from(),
        "before DAY; any time|day before DAY": _until(skip=True),
        """come|pop|drop|swing|stop by DAY; hold|hang off|on until|till|til DAY;
        leave|give|keep|save it|them until|till|til DAY;
        be|im|am after DAY""": lambda frame, day: day.value,  # on that day, not up to it
        "by DAY TIME": _at_hour,
        "between now and|to DAY; from? now until|till|til|to|- DAY; DAY at the? very? latest": _until(),
        "by DAY; not after DAY; not|no later than DAY": _until(),
    }),
)  # fmt: skip
