"""The conversation, top to bottom. Read this file first.

A script runs afresh every turn over the answers so far. `ask` hands back an answer already given, or stops the script
at the first question still open. Nothing remembers where we are. The questions themselves stand in `questions.py`.
"""

from bot.clinic import ANYONE, Clinic
from bot.messages import Appointment, Book, Cancel, Client, Complaint, Intake, Move, Reply, Suggestion, Visit
from bot.suggestion import suggest
from bot.talk import questions as q
from bot.talk import terms as t
from bot.talk.asking import Script, Step, ask, keep, together, told
from bot.talk.hearing import uncleared
from bot.talk.offers import first_start, new_start
from bot.talk.remarks import listed
from bot.talk.wishes import Wish, window_of

# ---------------------------------------------------------------- the four things one can do


def booking(clinic: Clinic) -> Script:
    """From "hi" to an appointment, in the order of domain.md's first visit."""
    if (yield from told(q.MINOR, False)):
        yield from ask(q.guardian_needed(clinic))
    consent = yield from ask(q.consent(clinic))
    hurried = yield from all_told(clinic)
    intake = yield from (first_visit(clinic, hurried) if consent else no_questions_asked(clinic))
    suggestion, session_type, visit, why = yield from settle(intake, clinic)
    yield keep(visit)
    yield from together(t.name(clinic), t.contact(clinic), lead=f"{why}{t.we_keep(visit, clinic)}")
    client = Client(
        name=(yield from ask(t.name(clinic))),
        contact=(yield from ask(t.contact(clinic))),
        guardian=(yield from told(q.GUARDIAN, False)),
    )
    offer = Book(clinic.fresh, visit, session_type, client, intake, suggestion)
    safety = q.safety([c.label for c in intake.complaints], intake.review, clinic, kept=consent)
    denied = yield from told(safety, "")
    unseen = not denied or "name" in clinic.known  # nobody was asked for a name, which is where we said why
    yield from ask(t.agreement_to_book(offer, clinic, why if unseen else "", unless=None if denied else safety))
    yield from ask(safety)
    return offer


def rescheduling(clinic: Clinic) -> Script:
    """Another time for an appointment: same session, same length, asked about nothing else."""
    if not clinic.mine:
        return Reply(t.NONE_AHEAD)
    appointment = yield from ask(t.which(clinic))
    visit = yield from another_time(appointment, clinic.without(appointment))
    yield keep(visit)
    offer = Move(appointment.reference, visit)
    yield from ask(t.agreement_to_move(appointment, visit, clinic))
    return offer


def cancelling(clinic: Clinic) -> Script:
    """Give an appointment up."""
    if not clinic.mine:
        return Reply(t.NONE_AHEAD)
    appointment = yield from ask(t.which(clinic))
    yield from ask(t.agreement_to_cancel(appointment, clinic))
    return Cancel(appointment.reference)


def showing(clinic: Clinic) -> Script:
    """What is booked."""
    flags = yield from ask(q.REVIEW)
    return listed(clinic, stopped=bool(uncleared(flags, (yield from ask(q.CLEARED)), clinic)))


SCRIPTS = {"book": booking, "reschedule": rescheduling, "cancel": cancelling, "show": showing}
BOOKS = frozenset({"book", "reschedule"})  # what a red flag forbids


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
    flags = yield from ask(q.REVIEW)
    safety = () if hurried else (q.safety(labels, flags, clinic),)
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
    flags = yield from ask(q.REVIEW)
    yield from ask(q.safety((), flags, clinic, kept=False))
    return Intake(review=flags, consent=False)


def settle(intake: Intake, clinic: Clinic) -> Step[tuple[Suggestion, str, Visit, str]]:
    """Type, length and start, and why, if nobody has seen that yet.

    What was wished shapes the suggestion; a choice of one's own outlives a changed one.
    """
    day = yield from told(t.DAY, "")
    time = yield from told(t.TIME, "")
    suggestion = suggest(intake, clinic, window_of(day))
    session_type = yield from told(t.session_type(suggestion, clinic), suggestion.session_type)
    length = yield from told(t.length(session_type, clinic), t.usual_length(suggestion, session_type, clinic))
    who = yield from told(t.therapist(clinic), ANYONE)
    settled = yield from told(t.SETTLED, "")
    wish = Wish(who, session_type, length, day, time, (yield from told(t.EARLIEST, "")))
    start = yield from ask(first_start(wish, suggestion, clinic, settled=bool(settled)))
    why = "" if settled else f"{t.advice(suggestion, clinic)}\n\n"
    return suggestion, session_type, clinic.visit(who, session_type, start, length), why


def another_time(appointment: Appointment, clinic: Clinic) -> Step[Visit]:
    """A start for an appointment that stays what it is."""
    who = yield from told(t.therapist(clinic), ANYONE)
    day = yield from told(t.DAY, "")
    time = yield from told(t.TIME, "")
    wish = Wish(who, appointment.session_type, appointment.visit.minutes, day, time)
    start = yield from ask(new_start(wish, appointment, clinic))
    return clinic.visit(who, wish.session_type, start, wish.minutes)
