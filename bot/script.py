"""The conversation, top to bottom. Read this file first.

A script runs afresh every turn over the answers so far. `ask` hands back an answer already given, or stops the script
at the first question still open. Nothing remembers where we are. The questions themselves stand in `questions.py`.
"""

from bot.clinic import ANYONE, Clinic
from bot.messages import Appointment, Book, Cancel, Client, Complaint, Intake, Move, Restore, Suggestion, Visit
from bot.suggestion import around_race, suggest
from bot.talk import appointments as a
from bot.talk import questions as q
from bot.talk import terms as t
from bot.talk.asking import CancelAll, Script, Step, ask, keep, together, told
from bot.talk.offers import at_the_same_time, first_start, from_start, new_start, start_near, waits, waits_to_move
from bot.talk.pairs import Pair, both, offered, pair_of_starts
from bot.talk.remarks import listed
from bot.talk.safety import CLEARED, REVIEW, warnings
from bot.talk.standing import uncleared
from bot.talk.waiting import SOONER, sooner_than, waiting_for
from bot.talk.wishes import Wish, soonest_of

Session = tuple[str, Suggestion, Visit]  # a type, what was advised, and when

# ---------------------------------------------------------------- the things one can do


def booking(clinic: Clinic) -> Script:
    """From "hi" to an appointment, in the order a therapist would ask."""
    minor = yield from told(q.MINOR, False)
    if minor:
        yield from ask(q.guardian_needed(clinic))
    guardian = yield from told(q.GUARDIAN, False)
    consent = yield from ask(q.consent(clinic, guardian=guardian))
    hurried = yield from all_told(clinic)
    intake = yield from (first_visit(clinic, hurried) if consent else no_questions_asked(clinic))
    suggestion, wish, settled = yield from settle(intake, clinic)
    if (yield from ask(waits(wish, clinic))):
        return waiting_for(wish, clinic)
    pair = yield from ask(both(around_race(intake, clinic)))
    one = one_session(intake, suggestion, wish, clinic, settled=settled)
    sessions = yield from (two_sessions(wish, pair, clinic) if pair else one)
    visits = [visit for _, _, visit in sessions]
    yield keep(*visits)
    why = "" if settled or pair else f"{t.advice(suggestion, clinic, wish.minutes)}\n\n"
    client = yield from who_comes(f"{why}{t.we_keep(visits, clinic)}", clinic)
    offers = tuple(
        Book(reference, visit, kind, client, intake, advised)
        for reference, (kind, advised, visit) in zip((clinic.fresh, clinic.spare), sessions, strict=False)
    )
    safety = warnings([c.label for c in intake.complaints], intake.review, clinic, kept=consent)
    denied = yield from told(safety, "")
    unseen = not denied or "name" in clinic.known  # nobody was asked for a name, which is where we said why
    yield from ask(t.agreement_to_book(offers, clinic, why if unseen else "", unless=None if denied else safety))
    yield from ask(safety)
    return offers


def rescheduling(clinic: Clinic) -> Script:
    """Another time for an appointment, or another length: same session, asked about nothing else."""
    appointment = yield from which_one(clinic)
    around = clinic.without(appointment)
    wish = yield from wished_instead(appointment, around)
    if (yield from ask(waits_to_move(wish, appointment, around))):
        return waiting_for(from_start(wish, appointment, around), around, instead=appointment.reference)
    visit = yield from another_time(wish, appointment, around)
    yield keep(visit)
    yield from ask(t.agreement_to_move(appointment, visit, clinic))
    return Move(appointment.reference, visit)


def cancelling(clinic: Clinic) -> Script:
    """Give an appointment up."""
    if a.is_every_one((yield from told(a.NAMED, "")), clinic):
        yield from ask(t.agreement_to_cancel_all(clinic.mine, a.JUST_ONE, clinic))
        return CancelAll(tuple(one.reference for one in clinic.mine))
    appointment = yield from which_one(clinic)
    unsuited = yield from told(t.UNSUITED, False)
    yield from ask(t.agreement_to_cancel(appointment, clinic, openly=unsuited))
    return Cancel(appointment.reference)


def taking_back(clinic: Clinic) -> Script:
    """What was cancelled or moved a moment ago is as it was before, or near it if somebody was quicker."""
    if not clinic.undoable:
        return a.too_late((yield from told(a.NAMED, "")), clinic)
    before = yield from ask(a.undoable(clinic))
    clinic = a.as_it_is(before, clinic)
    if clinic.unclaimed(before.visit):
        return Restore(before.reference, before.visit)
    visit = yield from a_time_near(before, clinic)
    yield keep(visit)
    yield from ask(t.agreement_to_restore(before, visit, clinic))
    return Restore(before.reference, visit)


def showing(clinic: Clinic) -> Script:
    """What is booked, and what is waited for."""
    named = yield from told(a.NAMED, "")
    elsewhere = a.is_elsewhere(named, clinic) or not (clinic.mine or clinic.waiting)
    mine = ((yield from which_one(clinic)),) if elsewhere else clinic.mine
    flags = yield from ask(REVIEW)
    return listed(mine, clinic, stopped=bool(uncleared(flags, (yield from ask(CLEARED)), clinic)))


SCRIPTS = {
    "book": booking,
    "reschedule": rescheduling,
    "cancel": cancelling,
    "restore": taking_back,
    "show": showing,
}
BOOKS = frozenset({"book", "reschedule", "restore"})  # what a red flag forbids


# ---------------------------------------------------------------- parts of them


def all_told(clinic: Clinic) -> Step[bool]:
    """Whether who and when came in one go, so that safety and agreement fit in the one message that is left."""
    day = yield from told(t.DAY, "")
    time = yield from told(t.TIME, "")
    name = yield from told(t.name(clinic), "")
    contact = yield from told(t.contact(clinic), "")
    return bool(day and time and name and contact)


def first_visit(clinic: Clinic, hurried: bool) -> Step[Intake]:
    """What a therapist would ask before laying on hands."""
    yield from ask(q.doubt(clinic))
    labels = yield from ask(q.complaint(clinic))
    flags = yield from ask(REVIEW)
    safety = () if hurried else (warnings(labels, flags, clinic),)
    yield from together(*q.details(labels, clinic), *safety, lead=q.about(labels, clinic))
    complaints = []
    for label in labels:
        complaints.append((yield from complaint(label, clinic)))
    yield from together(q.routine(clinic), q.RACE, q.GOAL, q.care(clinic), lead=q.YOUR_RUNNING)
    return Intake(
        complaints=tuple(complaints),
        routine=(yield from ask(q.routine(clinic))),
        races=(yield from ask(q.RACE)),
        goal=(yield from ask(q.GOAL)),
        care=(yield from ask(q.care(clinic))),
        review=flags,
    )


def complaint(label: str, clinic: Clinic) -> Step[Complaint]:
    """One complaint with what was said of it; asked already, so never open."""
    side = yield from told(q.side(label, clinic), "")
    since = yield from told(q.since(label, clinic), "")
    severity = yield from told(q.severity(label, clinic), "")
    return Complaint(label, side, since, int(severity) if severity else None)


def no_questions_asked(clinic: Clinic) -> Step[Intake]:
    """Consent withheld: the one safety question, and nothing of it is kept."""
    flags = yield from ask(REVIEW)
    yield from ask(warnings((), flags, clinic, kept=False))
    return Intake(review=flags, consent=False)


def settle(intake: Intake, clinic: Clinic) -> Step[tuple[Suggestion, Wish, bool]]:
    """What we suggest, and type, length and time as the client would have them; and whether they have seen it.

    What was wished shapes the suggestion; a choice of one's own outlives a changed one.
    """
    day = yield from told(t.DAY, "")
    time = yield from told(t.TIME, "")
    suggestion = suggest(intake, clinic, soonest_of(day, clinic))
    session_type = yield from told(t.session_type(suggestion, clinic), suggestion.session_type)
    length = yield from told(t.length(session_type, clinic), t.usual_length(suggestion, session_type, clinic))
    who = yield from told(t.therapist(clinic), ANYONE)
    settled = yield from told(t.SETTLED, "")
    wish = Wish(who, session_type, length, day, time, (yield from told(t.EARLIEST, "")))
    return suggestion, wish, bool(settled)


def one_session(
    intake: Intake, suggestion: Suggestion, wish: Wish, clinic: Clinic, *, settled: bool
) -> Step[list[Session]]:
    """One session, at a free start."""
    pair = offered(wish, around_race(intake, clinic), clinic)
    start = yield from ask(first_start(wish, suggestion, clinic, settled=settled, pair=pair))
    return [(wish.session_type, suggestion, clinic.visit(wish.who, wish.session_type, start, wish.minutes))]


def two_sessions(wish: Wish, pair: Pair, clinic: Clinic) -> Step[list[Session]]:
    """One before the race and one after it."""
    starts = yield from ask(pair_of_starts(wish, pair, clinic))
    return [
        (advised.session_type, advised, clinic.visit(wish.who, advised.session_type, start, advised.minutes))
        for advised, start in zip(pair, starts, strict=True)
    ]


def who_comes(lead: str, clinic: Clinic) -> Step[Client]:
    """Name and contact, asked in one message."""
    yield from together(t.name(clinic), t.contact(clinic), lead=lead)
    return Client(
        name=(yield from ask(t.name(clinic))),
        contact=(yield from ask(t.contact(clinic))),
        guardian=(yield from told(q.GUARDIAN, False)),
    )


def which_one(clinic: Clinic) -> Step[Appointment]:
    """One of this client's appointments; or one made elsewhere, by its reference and the contact on it."""
    named = yield from told(a.NAMED, "")
    if clinic.mine and not a.is_elsewhere(named, clinic):
        return (yield from ask(a.which(clinic)))
    yield from together(a.reference(), a.on_record(named, clinic), lead=a.MADE_ELSEWHERE)
    return (yield from ask(a.on_record(named, clinic)))


def wished_instead(appointment: Appointment, clinic: Clinic) -> Step[Wish]:
    """What is wished for an appointment that is to move; who would only come sooner wishes for any time before it.

    Who only changes its length would come at the same time.
    """
    wish = yield from wished(appointment, clinic)
    if wish.day or wish.time:
        return wish
    sooner = (yield from told(t.WAIT, "")) == SOONER
    return sooner_than(appointment, wish, clinic) if sooner else at_the_same_time(wish, appointment, clinic)


def another_time(wish: Wish, appointment: Appointment, clinic: Clinic) -> Step[Visit]:
    """A start for an appointment that stays what it is."""
    start = yield from ask(new_start(wish, appointment, clinic))
    return clinic.visit(wish.who, wish.session_type, start, wish.minutes)


def a_time_near(before: Appointment, clinic: Clinic) -> Step[Visit]:
    """A start for an appointment that cannot have its old one back."""
    wish = yield from wished(before, clinic)
    start = yield from ask(start_near(before, wish, clinic))
    return clinic.visit(wish.who, wish.session_type, start, wish.minutes)


def wished(appointment: Appointment, clinic: Clinic) -> Step[Wish]:
    """What is wished for an appointment that stays what it is."""
    minutes = yield from told(t.length(appointment.session_type, clinic), appointment.visit.minutes)
    who = yield from told(t.therapist(clinic), ANYONE)
    day = yield from told(t.DAY, "")
    time = yield from told(t.TIME, "")
    return Wish(who, appointment.session_type, minutes, day, time)
