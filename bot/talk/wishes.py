"""A client's wishes -- days, times, therapist -- against what is free: the starts that fit, or why none does. Pure.

A wished day is alternatives joined by `|`, each a date or an inclusive range `2026-12-02..2026-12-08`; `hours` reads a
wished time. What `when` could not accept arrives as `past:…`, `far:…`, `impossible:…` or `contradiction:…`, so that it
can be answered kindly.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from bot.clinic import ANY_TIME, ANYONE, Clinic, from_instant
from bot.messages import Choice
from bot.talk.hours import answer_of, hours_of, mask, minute_wished, spoken_hours
from bot.wording import clock, listing, moment, short_day
from bot.wording import day as spoken_day

PARTS = (time(10), time(14), time(18))  # one start each in the morning, the afternoon and the evening
SHOWN = 3
GLANCE = 14
NEAR = 6


@dataclass(frozen=True)
class Wish:
    """A session of `minutes` with `who`, on the days and at the times wished so far; "" is no wish."""

    who: str
    session_type: str
    minutes: int
    day: str = ""
    time: str = ""
    earliest: str = ""  # no start before this, on the clinic's wall clock: a fresh injury rests first

    @property
    def one_day(self) -> bool:
        """Whether a single date is wished."""
        return isinstance(a_date(self.day), date)


# ---------------------------------------------------------------- the starts that fit


def fitting(wish: Wish, clinic: Clinic) -> Iterator[datetime]:
    """Every free start (UTC) that fits the wish, soonest first, lazily."""
    return (start for day in days_of(wish.day, clinic) for start in fitting_on(day, wish, clinic))


def fitting_on(day: date, wish: Wish, clinic: Clinic) -> Iterator[datetime]:
    """Those of one day, whichever days were wished, lazily."""
    return clinic.starts(wish.who, wish.session_type, day, wish.minutes, within(wish, day, clinic))


def within(wish: Wish, day: date, clinic: Clinic) -> int:
    """The quarters of a local day that are wished."""
    if not wish.time and not wish.earliest:
        return ANY_TIME
    return mask(wish.time, day, clinic.zone) & rested(wish.earliest, day, clinic)


def fitting_days(wish: Wish, clinic: Clinic) -> Iterator[date]:
    """Every day with a start that fits, soonest first, lazily."""
    about = wish.who, wish.session_type
    return (d for d in days_of(wish.day, clinic) if clinic.starting(*about, d, wish.minutes) & within(wish, d, clinic))


def a_few(wish: Wish, clinic: Clinic) -> list[datetime]:
    """Starts to choose from: of one day, all that a glance can take in; of several, three, each at another hour."""
    days = [list(fitting_on(day, wish, clinic)) for day in islice(fitting_days(wish, clinic), SHOWN)]
    if len(days) == 1:
        return thinned(days[0])
    return [nearest(starts, part, clinic) for starts, part in zip(days, PARTS, strict=False)]


def thinned(starts: list[datetime]) -> list[datetime]:
    """Every start, or those on the half hour or the hour where they would be too many to take in."""
    every = ([start for start in starts if start.minute % minutes == 0] for minutes in (15, 30, 60))
    return next((few for few in every if len(few) <= GLANCE), []) or starts[:GLANCE]


def near(wished: str, starts: list[datetime], clinic: Clinic) -> list[datetime]:
    """Of many starts those nearest to a time that could not be had, in their order; all where none was wished."""
    wanted = minute_wished(wished)
    if wanted is None:
        return starts
    distance = {start: abs(minute_of(start, clinic) - wanted) for start in starts}
    return sorted(sorted(starts, key=distance.__getitem__)[:NEAR])


def nearest(starts: list[datetime], part: time, clinic: Clinic) -> datetime:
    """The start closest to a time of day. There must be one."""
    return min(starts, key=lambda start: abs(minute_of(start, clinic) - part.hour * 60))


def minute_of(start: datetime, clinic: Clinic) -> int:
    """Minutes since midnight on the clinic's wall clock."""
    local = start.astimezone(clinic.zone)
    return local.hour * 60 + local.minute


# ---------------------------------------------------------------- reading wishes


def a_date(text: str) -> date | None:
    """An ISO date, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def spans_of(text: str) -> tuple[tuple[date, date], ...]:
    """The wished days as spans, both ends included; what is no day is left out."""
    ends = [(a_date(first), a_date(last or first)) for first, _, last in (o.partition("..") for o in text.split("|"))]
    return tuple((first, last) for first, last in ends if first and last and first <= last)


def days_of(text: str, clinic: Clinic) -> Iterator[date]:
    """The wished days from today to the horizon, each once, soonest first; all of them when none is wished."""
    if not text:
        return iter(clinic.calendar)
    end = clinic.today + timedelta(days=clinic.profile.horizon)
    ahead = [(max(first, clinic.today), min(last, end)) for first, last in spans_of(text)]
    days = {first + timedelta(days=n) for first, last in ahead for n in range((last - first).days + 1)}
    return iter(sorted(days))


def window_of(text: str) -> tuple[date, date] | None:
    """The first and the last wished day, or None when none is wished."""
    spans = spans_of(text)
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def soonest_of(text: str, clinic: Clinic) -> tuple[date, date] | None:
    """The days that advice is about: of a long stretch, such as all but Mondays, the first week or so."""
    window = window_of(text)
    if window is None:
        return None
    first, last = max(window[0], clinic.today), window[1]
    return first, max(first, min(last, first + timedelta(days=clinic.knowledge.policy.soon_days)))


def rested(earliest: str, day: date, clinic: Clinic) -> int:
    """The quarters of a local day that do not come before `earliest`."""
    if not earliest:
        return ANY_TIME
    return from_instant(datetime.fromisoformat(earliest).replace(tzinfo=clinic.zone), day, clinic.zone)


# ---------------------------------------------------------------- when nothing fits


def refusal(wish: Wish, clinic: Clinic) -> str:
    """Why no start fits, in a sentence."""
    kind, _, about = wish.day.partition(":")
    locale, profile = clinic.profile.locale, clinic.profile
    match kind:
        case "past":
            return "That day has already gone."
        case "far":
            return f"I can book up to {profile.horizon // 7} weeks ahead, so that is a bit too far off."
        case "impossible":
            return f"I can't find {about} in the calendar."
        case "contradiction":
            days = [spoken_day(first, locale) for first, _ in spans_of(about)]
            return f"The weekday and the date don't go together. Did you mean {listing(days, locale, 'or')}?"
    day = a_date(wish.day)
    if day and day < clinic.today:
        return "That day has already gone."
    if day and (day - clinic.today).days > profile.horizon:
        return f"I can book up to {profile.horizon // 7} weeks ahead, so that is a bit too far off."
    if day and (profile.hours[day.weekday()] is None or profile.day_off(day)):
        return f"We are closed on {spoken_day(day, locale)}."
    return nothing_free(wish, clinic)


def nothing_free(wish: Wish, clinic: Clinic) -> str:
    """No start of that length then, with that therapist."""
    with_whom = "" if wish.who == ANYONE else f" with {clinic.therapist(wish.who).name}"
    if not clinic.able(wish.who, wish.session_type):
        return f"{clinic.therapist(wish.who).name} doesn't do that kind of session."
    return f"I have no {wish.minutes}-minute session free{with_whom} {spoken(wish, clinic)}."


def spoken(wish: Wish, clinic: Clinic) -> str:
    """The wished day and time in words."""
    locale, day = clinic.profile.locale, a_date(wish.day)
    times = spoken_hours(wish.time, locale, day or clinic.today, clinic.zone)
    named = day is None and any(hour.day for hour in hours_of(wish.time))
    on = f"on {spoken_day(day, locale)}" if day else "on those days" if wish.day and not named else ""
    return " ".join(part for part in (on, listing(times, locale, "or")) if part) or "in the weeks ahead"


def instead(wish: Wish, clinic: Clinic) -> Wish:
    """The closest wish that can be met: the same day at another time, the same time on another day, else anything."""
    about = wish.day.partition(":")[2] if wish.day.startswith("contradiction:") else ""
    anyone = replace(wish, who=ANYONE)
    options = (
        replace(wish, day=about, time=wish.time) if about else wish,
        replace(wish, time=""),
        replace(wish, day=""),
        replace(wish, day="", time=""),
        replace(anyone, time=""),
        replace(anyone, day="", time=""),
    )
    return next((option for option in options if any(fitting(option, clinic))), options[-1])


# ---------------------------------------------------------------- buttons


def start_choice(start: datetime, clinic: Clinic, *, whole: bool = True, also: str = "") -> Choice:
    """A button for a start: day and time, or the time alone."""
    local, locale = start.astimezone(clinic.zone), clinic.profile.locale
    label = f"{short_day(local, locale)}, {clock(local, locale)}" if whole else clock(local, locale)
    return Choice(label, f"{also} day={local.date()} time={answer_of(local)}".strip())


def day_choices(wish: Wish, clinic: Clinic, also: str = "") -> list[Choice]:
    """A button for every day that fits: a channel makes a calendar of them."""
    days = fitting_days(replace(wish, day=""), clinic)
    return [Choice(short_day(day, clinic.profile.locale), f"{also} day={day}".strip()) for day in days]


def spoken_moment(start: datetime, clinic: Clinic) -> str:
    """Weekday, date and time on the clinic's wall clock."""
    return moment(start.astimezone(clinic.zone), clinic.profile.locale)
