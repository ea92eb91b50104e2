"""A session before a race and one after it, offered and chosen together. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from bot.clinic import Clinic
from bot.messages import Choice, Suggestion
from bot.talk.asking import Question, only
from bot.talk.hours import answer_of, instants
from bot.talk.wishes import Wish, a_few, days_of, fitting
from bot.wording import clock, short_day

Pair = tuple[Suggestion, Suggestion]
Starts = tuple[datetime, datetime]

BOTH = Choice("One before and one after my race", "pair=both")
JUST_ONE = Choice("Just one session", "pair=no")
START = r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?:[+-]\d\d:\d\d)?)"
TWO = re.compile(rf"{START}\+{START}")  # where a time comes twice, it says how far from UTC it is
SHOWN = 3
WHICH_TWO = "Which two times would suit you? Tap a pair, or tell me a day or a time."
NOT_BOTH = "I have no time left on both sides of it, I'm afraid. Shall we find you just one?"


def both(pair: Pair | None) -> Question[Pair | tuple[()]]:
    """The session before the race and the one after it, if both are wanted; never asked."""
    return Question("pair", "", lambda answer: () if answer in ("", "no") else pair or ())


def offered(wish: Wish, pair: Pair | None, clinic: Clinic) -> tuple[Choice, ...]:
    """The way to both, where both can be had."""
    return (BOTH,) if pair and can_be_had(wish, pair, clinic) else ()


def can_be_had(wish: Wish, pair: Pair, clinic: Clinic) -> bool:
    """Whether there is a time on either side of the race."""
    return all(any(fitting(one, clinic)) for one in around(wish, pair, clinic))


def pair_of_starts(wish: Wish, pair: Pair, clinic: Clinic) -> Question[Starts]:
    """Two free starts, one on either side of the race. A day or a time that was wished narrows what is shown."""
    before, after = around(wish, pair, clinic)

    def read(answer: str) -> Starts | None:
        starts = starts_of(answer, clinic)
        wishes = (anytime(before, pair[0]), anytime(after, pair[1]))
        free = starts and all(start in fitting(one, clinic) for start, one in zip(starts, wishes, strict=True))
        return starts if free else None

    def choices(answer: str) -> list[Choice]:
        firsts, seconds = a_few(before, clinic), a_few(after, clinic)
        return [*dict.fromkeys(choice(one, other, clinic) for one, other in together(firsts, seconds)), JUST_ONE]

    return Question(
        "pair",
        f"{pair[0].reasons[0]} {WHICH_TWO if can_be_had(wish, pair, clinic) else NOT_BOTH}",
        read,
        choices,
        otherwise=lambda answer: "One of the two has just gone, so I have booked neither." if "+" in answer else "",
        also=("day", "time", "therapist"),
        kind="choice",
        yes="which_one" if can_be_had(wish, pair, clinic) else "pair=no",
        no="pair=no",
    )


def around(wish: Wish, pair: Pair, clinic: Clinic) -> tuple[Wish, Wish]:
    """What is wished for before the race, and after it."""
    first, second = (narrowed(wish, one, clinic) for one in pair)
    return first, second


def narrowed(wish: Wish, session: Suggestion, clinic: Clinic) -> Wish:
    """A wish within the days of one session: as much of it as can be met there."""
    anywhen = anytime(wish, session)
    days = [day.isoformat() for day in days_of(wish.day, clinic) if session.first <= day.isoformat() <= session.last]
    that_day = "|".join(days) if wish.day and days else anywhen.day
    options = (replace(anywhen, day=that_day, time=wish.time), replace(anywhen, day=that_day), anywhen)
    return next((option for option in options if any(fitting(option, clinic))), anywhen)


def anytime(wish: Wish, session: Suggestion) -> Wish:
    """Any time on the days of one session."""
    days = f"{session.first}..{session.last}"
    return replace(wish, session_type=session.session_type, minutes=session.minutes, day=days, time="")


def together(firsts: list[datetime], seconds: list[datetime]) -> Iterator[Starts]:
    """A few pairs, each with another start where there is one."""
    for n in range(min(SHOWN, max(len(firsts), len(seconds)) if firsts and seconds else 0)):
        yield firsts[min(n, len(firsts) - 1)], seconds[min(n, len(seconds) - 1)]


def choice(first: datetime, second: datetime, clinic: Clinic) -> Choice:
    """A button for a pair."""
    local = [start.astimezone(clinic.zone) for start in (first, second)]
    locale = clinic.profile.locale
    label = " and ".join(f"{short_day(one, locale)}, {clock(one, locale)}" for one in local)
    return Choice(label, "pair=" + "+".join(f"{one.date()}T{answer_of(one)}" for one in local))


def starts_of(answer: str, clinic: Clinic) -> Starts | None:
    """Two instants named on the clinic's clock, or None; one that comes twice must say which it is."""
    found = TWO.fullmatch(answer)
    first, second = (start_at(one, clinic) for one in found.groups()) if found else (None, None)
    return (first, second) if first and second else None


def start_at(text: str, clinic: Clinic) -> datetime | None:
    """The instant of `2026-10-25T01:30+00:00`, or without the distance from UTC where it comes but once."""
    day, _, at = text.partition("T")
    try:
        return only(instants(date.fromisoformat(day), time.fromisoformat(at), clinic.zone))
    except ValueError:
        return None
