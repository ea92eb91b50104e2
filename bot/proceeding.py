"""How a conversation goes on: the script re-run, what it asks or does next, and what is held meanwhile. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.clinic import Clinic
from bot.messages import (
    Book,
    Cancel,
    Effect,
    Erase,
    Hold,
    Leave,
    Move,
    Remember,
    Reply,
    Restore,
    Visit,
    Wait,
)
from bot.script import BOOKS, SCRIPTS
from bot.talk import confirming, remarks
from bot.talk.asking import CancelAll, Outcome, Topic
from bot.talk.posing import pose
from bot.talk.safety import cleared, suspicion
from bot.talk.session import Session, about
from bot.talk.standing import standing
from bot.talk.terms import is_contact, theirs
from bot.talk.waiting import is_named, meets, on_the_list

Turn = tuple[Session, list[Effect]]
Found = tuple[Topic | Outcome, frozenset[Visit]]
Answers = Mapping[str, str]
NOTHING: Answers = {}


def proceed(
    session: Session,
    clinic: Clinic,
    said: Sequence[Effect] = (),
    news: Answers = NOTHING,
    found: Found | None = None,
) -> Turn:
    """Say what we have to say; carry out every errand that is complete; ask the open question; hold what we offered.

    `found` is what the script comes to, where that is known already.
    """
    if not session.flow:
        return finish(session, clinic, said or [remarks.menu(clinic)])
    outcome, held = found or guarded(session, clinic)
    if isinstance(outcome, Topic):
        given = session.answers(session.flow)
        slots = {q.slot for q in outcome.questions}
        explain = bool(slots & news.keys()) or not slots <= set(session.asked.slots)
        reply = pose(outcome, given, explain=explain, locale=clinic.profile.locale)
        if news and not said and reply.text in unhurried(session.asked, clinic):
            agreed = set(news) == {"suggestion"} and news["suggestion"].startswith("ok.")
            said = [remarks.WHICH_ONE if agreed else remarks.NOTED]  # why the same words again
        return finish(session, clinic, [*said, reply], held)
    closed = session.closes(session.flow)
    done = waits(outcome, session, clinic) if isinstance(outcome, Wait) else carried_out(outcome, clinic)
    closed = closed.forgets_health() if isinstance(outcome, tuple) else closed
    return proceed(closed, clinic, [*said, *done]) if closed.flow else finish(closed, clinic, [*said, *done])


def unhurried(shown: Reply, clinic: Clinic) -> str:
    """What is on the screen, without how long a time is kept, which is said once."""
    return shown.text.replace(f" for {clinic.knowledge.policy.hold_minutes} minutes", "")


def guarded(session: Session, clinic: Clinic) -> Found:
    """What the script comes to; but over an alarm nothing is booked until a doctor has said that massage is fine.

    What only might be an alarm is asked before anything else.
    """
    told = session.answers(session.flow)
    flags = standing(told, clinic)
    if flags and session.flow in BOOKS:
        return Topic((cleared(flags, clinic),)), frozenset()
    outcome, held = replay(session, session.flow, clinic)
    if suspected := about("suspected", told, "yes"):
        return Topic((suspicion(suspected[0], clinic),)), held
    return outcome, held


def replay(session: Session, flow: str, clinic: Clinic) -> Found:
    """Run the script over the answers: the first topic they leave open, or its outcome; and what it holds."""
    if flow not in SCRIPTS:
        return Reply(""), frozenset()
    script, answers = SCRIPTS[flow](clinic), session.answers(flow)
    held: frozenset[Visit] = frozenset()
    values: tuple[object, ...] | None = None
    try:
        while True:
            request = script.send(values)
            if isinstance(request, Hold):
                held, values = request.visits, None
                continue
            values = request.read(answers)
            if None in values:
                left = (q for q, value in zip(request.questions, values, strict=True) if value is None)
                return replace(request, questions=tuple(left)), held
    except StopIteration as done:
        return done.value, held


def finish(session: Session, clinic: Clinic, effects: Sequence[Effect], held: frozenset[Visit] = frozenset()) -> Turn:
    """Hold what the open errands hold, on top and below; what we say last is on the screen.

    There "you're welcome" leaves an appointment just made: it can still be thought better of.
    """
    wanted = held.union(chosen(session, clinic), *(replay(session, flow, clinic)[1] for flow in session.flows[:-1]))
    replies = [effect for effect in effects if isinstance(effect, Reply)]
    stays = session.asked.reference and not session.flow and not any(reply.choices for reply in replies)
    session = replace(session, asked=replies[-1]) if replies and not stays else session
    return session, list(effects) if wanted == clinic.held else [Hold(wanted), *effects]


def chosen(session: Session, clinic: Clinic) -> frozenset[Visit]:
    """A time kept for this client already stays theirs while they choose it, whatever else is asked meanwhile."""
    if "book" not in session.flows:
        return frozenset()
    told = session.answers("book")
    return frozenset(visit for visit in theirs(clinic) if is_named(visit, told, clinic))


def carried_out(outcome: Outcome, clinic: Clinic) -> list[Effect]:
    """What an errand comes to, and how we say so."""
    match outcome:
        case tuple() as offers:
            erased = [] if offers[0].intake.consent else [Erase()]
            met = [effect for offer in offers for effect in no_longer_waited_for(offer.visit, clinic, "")]
            return [*offers, Remember(remembered(offers[0])), *erased, *met, *confirming.booked(offers, clinic)]
        case Move(reference, visit):
            return [
                outcome,
                *no_longer_waited_for(visit, clinic, reference),
                confirming.moved(reference, visit, clinic),
            ]
        case Cancel(reference):
            return [outcome, confirming.cancelled(reference)]
        case CancelAll(references):
            return [*map(Cancel, references), confirming.all_cancelled(references, clinic)]
        case Restore(reference, visit):
            return [outcome, *no_longer_waited_for(visit, clinic, reference), confirming.restored(visit, clinic)]
        case said:
            return [said]


def no_longer_waited_for(visit: Visit, clinic: Clinic, reference: str) -> list[Effect]:
    """Who has such a time waits for it no more; who waits to move one appointment is not served by another."""
    mine = (entry for entry in clinic.waiting if entry.waited.instead in ("", reference))
    return [Leave(entry.number) for entry in mine if meets(visit, entry.waited, clinic)]


def remembered(offer: Book) -> Answers:
    """What a returning client need not say again; about health only with consent."""
    client, intake = offer.client, offer.intake
    private = {
        "consent": "yes",
        "routine": intake.routine,
        "complaints": "+".join(f"{c.label}.{c.side}" if c.side else c.label for c in intake.complaints),
    }
    return {"name": client.name, "contact": client.contact} | (private if intake.consent else {})


def waits(wanted: Wait, session: Session, clinic: Clinic) -> list[Effect]:
    """On the list; and written to where they said they can be reached."""
    told = session.answers(session.flow)
    left = {slot: told[slot] for slot in ("name", "contact") if told.get(slot)}
    known = [Remember(left)] if is_contact(left.get("contact", "")) else []
    reach = left.get("contact") or clinic.known.get("contact", "")
    return [wanted, *known, on_the_list(wanted.waited, clinic, reach)]
