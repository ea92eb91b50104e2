"""Starts offered to a client: those that fit the wish, or why none does and what would instead. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.clinic import ANYONE, Clinic
from bot.knowledge import Therapist
from bot.messages import Appointment, Choice, Suggestion
from bot.talk.asking import Question, only
from bot.talk.hours import answer_of, shifted
from bot.talk.terms import accepted, advice
from bot.talk.waiting import SOONER, can_wait, mark, not_after, sooner_than
from bot.talk.wishes import (
    Wish,
    a_few,
    day_choices,
    fitting,
    instead,
    near,
    refusal,
    spoken,
    spoken_moment,
    start_choice,
)
from bot.wording import listing, sentence

Start = Question[datetime]
ANOTHER_DAY = Choice("Another day", "day=")
NOTHING_AT_ALL = "I'm sorry, I have no time free in the weeks I can book. The clinic can tell you more."


def waits(wish: Wish, clinic: Clinic) -> Question[bool]:
    """Whether the client waits for just this wish, which cannot be met now; never asked."""
    about = mark(wish.who, wish.day, wish.time)
    return Question("wait", "", lambda answer: answer == about and can_wait(wish, clinic))


def waits_to_move(wish: Wish, appointment: Appointment, clinic: Clinic) -> Question[bool]:
    """The same for an appointment that is to move."""
    wanted, about = from_start(wish, appointment, clinic), mark_of(wish, appointment, clinic)
    return Question("wait", "", lambda answer: answer == about and can_wait(wanted, clinic))


def mark_of(wish: Wish, appointment: Appointment, clinic: Clinic) -> str:
    """What a wish to wait is about, where there is an appointment to come sooner than."""
    return SOONER if wish.time == not_after(appointment, clinic) else mark(wish.who, wish.day, wish.time)


def first_start(
    wish: Wish, suggestion: Suggestion, clinic: Clinic, *, settled: bool, pair: tuple[Choice, ...] = ()
) -> Start:
    """A start for a new appointment; while the suggestion is not settled, it comes in the same message."""
    also = "" if settled else f"suggestion={accepted(suggestion)}"
    best = around_the_race(wish, suggestion)
    more = [
        *waiting(wish, clinic, mark(wish.who, wish.day, wish.time)),
        *able_to(wish, clinic),
        *(() if settled else pair),
        *others(wish, settled, clinic),
    ]
    asked = start_for(wish, clinic, also, more, best)
    if settled:
        return asked
    return replace(
        asked,
        slot="suggestion",
        also=("length", asked.slot, *asked.also),
        prompt=f"{advice(suggestion, clinic, wish.minutes)}\n\n{asked.prompt}",
        yes=f"suggestion={accepted(suggestion)}",
    )


def around_the_race(wish: Wish, suggestion: Suggestion) -> Wish:
    """Of a session suggested for a race the days around it, as far as they were wished."""
    race = suggestion.session_type in ("pre_event", "post_event") and wish.session_type == suggestion.session_type
    return replace(wish, day=f"{suggestion.first}..{suggestion.last}") if race else wish


def others(wish: Wish, settled: bool, clinic: Clinic) -> Sequence[Choice]:
    """Ways to another length or type, before the client has settled on one."""
    lengths = clinic.knowledge.session_types[wish.session_type].minutes
    longer = [
        Choice(f"{minutes} minutes instead", f"length={minutes}") for minutes in lengths if minutes != wish.minutes
    ]
    return () if settled else (*longer, Choice("Another kind of session", "suggestion=other"))


def waiting(wish: Wish, clinic: Clinic, about: str) -> Sequence[Choice]:
    """To be told when what was wished comes free."""
    return (Choice("Tell me if one comes free", f"wait={about}"),) if can_wait(wish, clinic) else ()


def able_to(wish: Wish, clinic: Clinic) -> Sequence[Choice]:
    """What the therapist wished for could do then, where they cannot do what was wished."""
    if wish.who == ANYONE or any(fitting(wish, clinic)):
        return ()
    name = clinic.therapist(wish.who).name
    return [
        Choice(f"{kind.name.capitalize()} with {name}", f"suggestion={kind.id}")
        for kind in clinic.knowledge.session_types.values()
        if not kind.light and wish.minutes in kind.minutes  # light ones are for races
        if kind.id != wish.session_type and any(fitting(replace(wish, session_type=kind.id), clinic))
    ]


def new_start(wish: Wish, appointment: Appointment, clinic: Clinic) -> Start:
    """Another start for an appointment; the one it has does not count."""
    wanted, stays = from_start(wish, appointment, clinic), appointment.visit.start
    found = start_for(wanted, clinic, more=waiting_to_move(wish, wanted, appointment, clinic))
    if wish.minutes != appointment.visit.minutes:
        return found
    return replace(found, read=lambda answer: None if found.read(answer) == stays else found.read(answer))


def at_the_same_time(wish: Wish, appointment: Appointment, clinic: Clinic) -> Wish:
    """The wish for an appointment of which only the length changes: it begins when it does, with the same therapist."""
    if wish.minutes == appointment.visit.minutes:
        return wish
    start = appointment.visit.start.astimezone(clinic.zone)
    then = replace(wish, day=str(start.date()), time=answer_of(start))
    same = replace(then, who=appointment.visit.therapist)
    return same if wish.who == ANYONE and any(fitting(same, clinic)) else then


def waiting_to_move(wish: Wish, wanted: Wish, appointment: Appointment, clinic: Clinic) -> Sequence[Choice]:
    """To be told when such a time comes free; or, with no wish, one before the appointment's."""
    if wish.day or wish.time:
        return waiting(wanted, clinic, mark_of(wish, appointment, clinic))
    before = can_wait(sooner_than(appointment, wish, clinic), clinic)
    return (Choice("Tell me if an earlier one comes free", f"wait={SOONER}"),) if before else ()


def start_near(before: Appointment, wish: Wish, clinic: Clinic) -> Start:
    """A start for an appointment that cannot have its old time back, near that; or then, with somebody else."""
    if wish.day or wish.time:
        return start_for(from_start(wish, before, clinic), clinic)
    local = before.visit.start.astimezone(clinic.zone)
    then = replace(wish, day=f"{local:%Y-%m-%d}", time=answer_of(local))
    if wish.who != ANYONE:
        return start_for(then, clinic)
    gone = f"I'm sorry, {spoken_moment(before.visit.start, clinic)} has just gone to somebody else."
    return start_for(replace(then, who=before.visit.therapist), clinic, refused=gone)


def from_start(wish: Wish, appointment: Appointment, clinic: Clinic) -> Wish:
    """The wish for an appointment that moves: "an hour later", "back a week"; a bare "to 5" is on the same day.

    Where that is taken we say so: another day's 5 was not asked for.
    """
    start = appointment.visit.start.astimezone(clinic.zone)
    day, hour = shifted(wish.day, wish.time, start)
    stays = not day and hour and ".." not in hour
    return replace(wish, day=str(start.date()) if stays else day, time=hour)


def start_for(
    wish: Wish,
    clinic: Clinic,
    also: str = "",
    more: Sequence[Choice] = (),
    best: Wish | None = None,
    refused: str = "",
) -> Start:
    """The one start that the wish leaves; else a few of them, of the `best` if any, or the nearest to what is gone.

    Why it is gone is said by `refused`, if we know.
    """
    met = any(fitting(wish, clinic))
    closest = best if best and any(fitting(best, clinic)) else wish if met else instead(wish, clinic)
    that_day = met and wish.one_day
    also = also if closest.who == wish.who else f"{also} therapist={closest.who}".strip()
    free = [] if met else free_then(wish, clinic)

    def choices(answer: str) -> list[Choice]:  # looks through weeks of diary, so only once somebody is to choose
        few = a_few(closest, clinic) if met else near(wish.time, a_few(closest, clinic), clinic)
        days = [ANOTHER_DAY] if that_day else day_choices(replace(closest, day=""), clinic, also) if few else []
        with_them = [Choice(f"With {one.name}", f"therapist={one.id}") for one in free]
        return [*with_them, *(start_choice(s, clinic, whole=not that_day, also=also) for s in few), *more, *days]

    return Question(
        slot="time" if that_day else "day",
        prompt=said_of(wish, clinic, refused, met=met, free=free, any_left=any(fitting(closest, clinic))),
        # Nothing wished is nothing chosen, even when a single start is left in the whole diary.
        read=lambda answer: only(fitting(wish, clinic)) if wish.day or wish.time else None,
        choices=choices,
        also=("therapist",) if that_day else ("time", "therapist"),
        kind="time" if that_day else "day",
        yes="which_one",
        no="none_of_them",
    )


def free_then(wish: Wish, clinic: Clinic) -> list[Therapist]:
    """Who else is free when the therapist wished for is not."""
    if wish.who == ANYONE or not (wish.day or wish.time):
        return []
    return [t for t in clinic.profile.therapists if any(fitting(replace(wish, who=t.id), clinic))]


def said_of(wish: Wish, clinic: Clinic, refused: str, *, met: bool, free: Sequence[Therapist], any_left: bool) -> str:
    """What we say about the wish."""
    if not any_left:
        return f"{NOTHING_AT_ALL} {clinic.profile.phone}, {clinic.profile.email}"
    if not met:
        names = listing([therapist.name for therapist in free], clinic.profile.locale, "or")
        would = f"You could see {names} then, or would" if free else "Would"
        return f"{refused or refusal(wish, clinic)} {would} one of these do?"
    if wish.one_day:
        return f"{sentence(spoken(wish, clinic))} these are free. Which one suits you?"
    if wish.day or wish.time:
        return "These would fit. Which one suits you?"
    return "When would you like to come? Pick one, or tell me a day and time."
