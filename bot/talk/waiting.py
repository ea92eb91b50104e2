"""The waiting list in words, and what of a wish a time meets. Pure.

Who waits with an appointment in hand waits to move it: it stays as it is until they say yes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.clinic import ANYONE, Clinic
from bot.messages import Appointment, Choice, Entry, Reply, Visit, Wait, Waited
from bot.talk.asking import only
from bot.talk.hours import answer_of, instants
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
    moves = moved(waited, clinic)
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


def moved(waited: Waited, clinic: Clinic) -> Appointment | None:
    """The appointment that would move, if that is what is waited for."""
    return next((a for a in clinic.mine if a.reference == waited.instead), None)


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


def by_mail(
    visit: Visit, entry: Entry, until: datetime, name: str, clinic: Clinic, moves: Appointment | None = None
) -> Reply:
    """The same as a mail, the first line its subject. Its buttons are links to pages that ask once more."""
    locale, this = clinic.profile.locale, f"{named(visit, clinic)} length={visit.minutes}"
    start, ends = moment(visit.start.astimezone(clinic.zone), locale), clock(until.astimezone(clinic.zone), locale)
    asks, label, _ = to_move_there(visit, moves, clinic) if moves else to_book_it(visit, entry, clinic)
    return Reply(
        f"A time has come free: {start}\nHello {next(iter(name.split()), 'there')}, good news from the waiting list: "
        f"{visit_words(visit, clinic)} has come free. We're keeping it for you until {ends}. {asks} You can say yes "
        "in the chat where you asked for it. If it doesn't suit you, there is nothing to do.",
        choices=(Choice(label, f"take {this}"), Choice("No, thanks", f"refuse {this}")),
    )


def kept_for(told: Mapping[str, str], clinic: Clinic) -> Entry | None:
    """The place that a button is about, by its number or by the time that is kept for it; None if that is over."""
    kept = (entry for entry in clinic.waiting if entry.offered)
    return next((e for e in kept if str(e.number) == told.get("entry") or is_offered(e, told, clinic)), None)


def taken_up(told: Mapping[str, str], clinic: Clinic) -> Visit | None:
    """The visit that a button is about, if they said yes to it before and it is held for them while they book it."""
    number, named = told.get("entry"), visit_named(told, clinic)
    waited = [entry.waited for entry in clinic.waiting if number in (None, str(entry.number))]
    held = (visit for visit in clinic.held if any(meets(visit, one, clinic) for one in waited))
    return next((visit for visit in held if visit == named or number), None)


def is_offered(entry: Entry, told: Mapping[str, str], clinic: Clinic) -> bool:
    """Whether the answers name just the time that is kept for a place."""
    return entry.offered is not None and is_named(entry.offered, told, clinic)


def on_the_page(told: Mapping[str, str], clinic: Clinic) -> Reply | None:
    """What the page behind that mail has shown, as the chat shows it; None if it is kept no longer."""
    entry = kept_for(told, clinic)
    if entry is None or entry.offered is None:
        return None
    moves, which = moved(entry.waited, clinic), entry.waited.instead
    if which and not moves:  # made elsewhere, and proven too long ago
        return Reply("", yes=f"reschedule which={which} {named(entry.offered, clinic)}")
    return offered(entry.offered, entry, clinic.now, clinic, moves)


def visit_named(told: Mapping[str, str], clinic: Clinic) -> Visit | None:
    """The visit that the answers name, or None; a therapist may have left since."""
    try:
        day, at, minutes = date.fromisoformat(told["day"]), time.fromisoformat(told["time"]), int(told["length"])
    except (KeyError, ValueError):
        return None
    start, who = only(instants(day, at, clinic.zone)), told.get("therapist", "")
    return Visit(who, start, minutes) if start and who in {one.id for one in clinic.profile.therapists} else None
