"""The waiting list in words, and what of a wish a time meets. Pure.

Who waits with an appointment in hand waits to move it: it stays as it is until they say yes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.clinic import ANYONE, Clinic
from bot.messages import Appointment, Choice, Entry, Reply, Visit, Wait, Waited
from bot.talk.hours import answer_of
from bot.talk.terms import agreement_to_move, late_rule, visit_words
from bot.talk.wishes import Wish, days_of, fitting, spoken, spoken_moment, window_of
from bot.wording import clock, moment

OFF_THE_LIST = Choice("Take me off the list", "leave_list")
SOONER = "sooner"  # said in place of a wish: any time before the appointment that there is


def waited_for(wish: Wish, instead: str = "") -> Waited:
    """A wish as a place on the list keeps it; `instead` of an appointment, if there is one to move."""
    return Waited(wish.who, wish.session_type, wish.minutes, wish.day, wish.time, wish.earliest, instead)


def wish_of(waited: Waited) -> Wish:
    """And back."""
    return Wish(waited.therapist, waited.session_type, waited.minutes, waited.day, waited.time, waited.earliest)


def waiting_for(wish: Wish, clinic: Clinic, instead: str = "") -> Wait:
    """A place on the list, until the last day that would do."""
    days = list(days_of(wish.day, clinic))
    last = window_of(wish.day)
    return Wait(waited_for(wish, instead), (last[1] if last else days[-1]).isoformat())


def sooner_than(appointment: Appointment, wish: Wish, clinic: Clinic) -> Wish:
    """The wish for any time before an appointment, from today on."""
    day = appointment.visit.start.astimezone(clinic.zone).date()
    return replace(wish, day=f"{clinic.today}..{day}", time=not_after(appointment, clinic))


def not_after(appointment: Appointment, clinic: Clinic) -> str:
    """The wished time of who would come sooner: on the day of their appointment, nothing from its start on."""
    return f"!{appointment.visit.start.astimezone(clinic.zone):%Y-%m-%dT%H:%M}..23:59"


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
    when = (told.get("day"), told.get("time")) == (str(local.date()), answer_of(local))
    who, length = told.get("therapist", ""), told.get("length", "")
    return when and who in ("", ANYONE, visit.therapist) and length in ("", str(visit.minutes))


# ---------------------------------------------------------------- in words


def words_of(waited: Waited, clinic: Clinic) -> str:
    """ "60 minutes on Thursday 26 November between 17:00 and 20:00 with Anna"; "... earlier than ..." to move to."""
    with_whom = "" if waited.therapist == ANYONE else f" with {clinic.therapist(waited.therapist).name}"
    moves = next((a for a in clinic.mine if a.reference == waited.instead), None)
    if moves is None:
        return f"{waited.minutes} minutes {spoken(wish_of(waited), clinic)}{with_whom}"
    start = spoken_moment(moves.visit.start, clinic)
    if waited.time == not_after(moves, clinic):
        return f"{waited.minutes} minutes{with_whom} earlier than your appointment on {start}"
    when = spoken(wish_of(waited), clinic)
    return f"{waited.minutes} minutes {when}{with_whom}, in place of your appointment on {start}"


def on_the_list(waited: Waited, clinic: Clinic, contact: str) -> Reply:
    """What a client hears who has just been put on the list. The page may be closed by then; a mail is not."""
    minutes = clinic.knowledge.policy.wait_minutes
    until_then = "Your appointment stays as it is" if waited.instead else "Nothing is booked"
    return Reply(
        f"You're on the waiting list: {words_of(waited, clinic)}. When such a time comes free I'll write to you here "
        f"and keep it for you for {minutes} minutes. {until_then} until you say yes."
        + ("" if "@" in contact else " If you'd like an e-mail then as well, just tell me your address."),
        choices=(Choice("Look for another time", "book"), OFF_THE_LIST),
    )


def listed(clinic: Clinic) -> str:
    """A client's places on the list, a line each."""
    return "".join(f"\n• {words_of(entry.waited, clinic)}" for entry in clinic.waiting)


def offered(visit: Visit, entry: Entry, until: datetime, clinic: Clinic, moves: Appointment | None = None) -> Reply:
    """A time that has come free, to whoever is next. No word about health: not even the kind of session."""
    news = f"Good news from the waiting list: {visit_words(visit, clinic)} has come free. I'm keeping it for you until"
    asks, label, yes = to_move_there(visit, moves, clinic) if moves else to_book_it(visit, entry, clinic)
    no = f"refuse entry={entry.number}"
    return Reply(
        f"{news} {clock(until.astimezone(clinic.zone), clinic.profile.locale)}. {asks}",
        slots=("agreed",) if moves else (),  # the old time and the new one are both on the screen: that is all it needs
        kind="choice",
        choices=(
            Choice(label, yes),
            Choice("No, thanks", no),
            Choice("Take me off the list", f"leave_list entry={entry.number}"),
        ),
        yes=yes,
        no=no,
    )


def to_book_it(visit: Visit, entry: Entry, clinic: Clinic) -> tuple[str, str, str]:
    """What we ask, the button, and what it says, where a new appointment is to be made."""
    kind = f"suggestion={entry.waited.session_type} length={visit.minutes}"
    return "Would you like it?", "Yes, take it", f"book {kind} {named(visit, clinic)}"


def to_move_there(visit: Visit, moves: Appointment, clinic: Clinic) -> tuple[str, str, str]:
    """The same where an appointment moves: one yes is enough, as long as it is to just this move."""
    start = spoken_moment(moves.visit.start, clinic)
    asks = f"Shall I move your appointment on {start} there?{late_rule(moves, clinic)}"
    agreed = agreement_to_move(moves, visit, clinic).yes
    return asks, "Yes, move it", f"reschedule which={moves.reference} {named(visit, clinic)} {agreed}"


def named(visit: Visit, clinic: Clinic) -> str:
    """The answers that name just this visit."""
    local = visit.start.astimezone(clinic.zone)
    return f"therapist={visit.therapist} day={local.date()} time={answer_of(local)}"


def by_mail(visit: Visit, until: datetime, name: str, clinic: Clinic, *, on_the_page: bool) -> Reply:
    """The same as a mail, the first line its subject. It is answered where it was asked for, in the chat."""
    locale = clinic.profile.locale
    start, ends = moment(visit.start.astimezone(clinic.zone), locale), clock(until.astimezone(clinic.zone), locale)
    chat = (Choice("Open the chat", "book"),) if on_the_page else ()
    return Reply(
        f"A time has come free: {start}\nHello {next(iter(name.split()), 'there')}, good news from the waiting list: "
        f"{visit_words(visit, clinic)} has come free. We're keeping it for you until {ends}. To take it, just say yes "
        "in the chat where you asked for it. If it doesn't suit you, there is nothing to do.",
        choices=chat,
    )
