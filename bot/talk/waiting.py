"""The waiting list in words, and what of a wish a time meets. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.clinic import ANYONE, Clinic
from bot.messages import Choice, Entry, Reply, Visit, Wait, Waited
from bot.talk.terms import visit_words
from bot.talk.wishes import Wish, days_of, fitting, spoken, window_of
from bot.wording import clock

OFF_THE_LIST = Choice("Take me off the list", "leave_list")


def waited_for(wish: Wish) -> Waited:
    """A wish as a place on the list keeps it."""
    return Waited(wish.who, wish.session_type, wish.minutes, wish.day, wish.time, wish.earliest)


def wish_of(waited: Waited) -> Wish:
    """And back."""
    return Wish(waited.therapist, waited.session_type, waited.minutes, waited.day, waited.time, waited.earliest)


def waiting_for(wish: Wish, clinic: Clinic) -> Wait:
    """A place on the list, until the last day that would do."""
    days = list(days_of(wish.day, clinic))
    last = window_of(wish.day)
    return Wait(waited_for(wish), (last[1] if last else days[-1]).isoformat())


def can_wait(wish: Wish, clinic: Clinic) -> bool:
    """Whether such a time can come free at all: nothing is free now, but somebody would be there."""
    everyone_free = replace(clinic, busy={}, given_up={})
    return not any(fitting(wish, clinic)) and any(fitting(wish, everyone_free))


def mark(who: str, day: str, time: str) -> str:
    """What a wish to wait is about: said of another one it does not count."""
    return f"{who or ANYONE}/{day}/{time}"


def meets(visit: Visit, waited: Waited, clinic: Clinic) -> bool:
    """Whether a visit is what was waited for; how long it lasts is all the same."""
    if waited.therapist not in (ANYONE, visit.therapist):
        return False
    day = visit.start.astimezone(clinic.zone).date()
    wish = replace(wish_of(waited), day=day.isoformat())
    idle = replace(clinic, busy={}, given_up={})
    return day in days_of(waited.day, clinic) and visit.start in fitting(wish, idle)


def is_named(visit: Visit, told: Mapping[str, str], clinic: Clinic) -> bool:
    """Whether the answers name just this visit: its day and time, and nothing that it is not."""
    local = visit.start.astimezone(clinic.zone)
    when = (told.get("day"), told.get("time")) == (f"{local:%Y-%m-%d}", f"{local:%H:%M}")
    who, length = told.get("therapist", ""), told.get("length", "")
    return when and who in ("", ANYONE, visit.therapist) and length in ("", str(visit.minutes))


# ---------------------------------------------------------------- in words


def words_of(waited: Waited, clinic: Clinic) -> str:
    """ "60 minutes on Thursday 26 November between 17:00 and 20:00 with Anna"."""
    with_whom = "" if waited.therapist == ANYONE else f" with {clinic.therapist(waited.therapist).name}"
    return f"{waited.minutes} minutes {spoken(wish_of(waited), clinic)}{with_whom}"


def on_the_list(waited: Waited, clinic: Clinic) -> Reply:
    """What a client hears who has just been put on the list."""
    minutes = clinic.knowledge.policy.wait_minutes
    return Reply(
        f"You're on the waiting list: {words_of(waited, clinic)}. When such a time comes free I'll write to you here "
        f"and keep it for you for {minutes} minutes. Nothing is booked until you say yes.",
        choices=(Choice("Look for another time", "book"), OFF_THE_LIST),
    )


def listed(clinic: Clinic) -> str:
    """A client's places on the list, a line each."""
    return "".join(f"\n• {words_of(entry.waited, clinic)}" for entry in clinic.waiting)


def offered(visit: Visit, entry: Entry, until: datetime, clinic: Clinic) -> Reply:
    """A time that has come free, to whoever is next. No word about health: not even the kind of session."""
    local = visit.start.astimezone(clinic.zone)
    time = clock(until.astimezone(clinic.zone), clinic.profile.locale)
    yes = (
        f"book suggestion={entry.waited.session_type} length={visit.minutes} therapist={visit.therapist} "
        f"day={local:%Y-%m-%d} time={local:%H:%M}"
    )
    no = f"refuse entry={entry.number}"
    return Reply(
        f"Good news from the waiting list: {visit_words(visit, clinic)} has come free. I'm keeping it for you until "
        f"{time}. Would you like it?",
        choices=(
            Choice("Yes, take it", yes),
            Choice("No, thanks", no),
            Choice("Take me off the list", f"leave_list entry={entry.number}"),
        ),
        yes=yes,
        no=no,
    )
