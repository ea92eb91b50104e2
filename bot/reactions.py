"""What is said out of turn, and how the conversation takes it: promises, proofs, the list, alarms, misses. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.clinic import Clinic
from bot.knowledge import advice
from bot.messages import (
    Attend,
    Cancel,
    HandOff,
    Leave,
    Prove,
    Refuse,
    Reply,
    Said,
    base,
)
from bot.proceeding import Answers, Turn, carried_out, finish, proceed, replay
from bot.script import BOOKS
from bot.talk import remarks
from bot.talk.appointments import is_elsewhere, just_booked
from bot.talk.session import Session, about
from bot.talk.standing import alarms, flagged, standing, urgency
from bot.talk.terms import is_contact
from bot.talk.waiting import is_named, kept_for, taken_up

OF_ONE = ("reschedule", "cancel", "show")  # errands about an appointment that there is
PATIENCE = 3  # misses until a person is asked in

# ---------------------------------------------------------------- reminders


def promised(said: Said, session: Session, clinic: Clinic) -> Turn:
    """One word to a reminder: the client will come, or will not. Said again it changes nothing."""
    found = next((a for a in clinic.mine if a.reference == said.answers.get("which")), None)
    if not found:
        return proceed(session, clinic, [remarks.NOT_AHEAD])
    if said.intent == "attend":
        return proceed(session, clinic, [Attend(found.reference), remarks.see_you(found, clinic)])
    return proceed(session.closes("cancel", "reschedule"), clinic, carried_out(Cancel(found.reference), clinic))


# ---------------------------------------------------------------- made elsewhere


def proof(session: Session, news: Answers, clinic: Clinic) -> Prove | None:
    """A reference and a contact, named together. Each new pair is a try; what was right before is proven anew."""
    told = session.answers(session.flow)
    named, contact = told.get("which", ""), told.get("contact") or clinic.known.get("contact", "")
    if session.flow not in OF_ONE or not is_elsewhere(named, clinic) or not is_contact(contact):
        return None
    said_now = bool({"which", "contact"} & news.keys())
    return Prove(named, contact) if said_now or clinic.elsewhere(named, contact) else None


def unproven(session: Session, tried: Prove, clinic: Clinic) -> Turn:
    """Tried too often: a person is asked in, once."""
    first = clinic.tries + 1 == clinic.knowledge.policy.proof_tries
    asked = [HandOff("unproven")] if first else []
    return proceed(session.closes(*OF_ONE), clinic, [tried, *asked, remarks.unproven(clinic)])


# ---------------------------------------------------------------- the waiting list


def refused(said: Said, session: Session, clinic: Clinic) -> Turn:
    """Not that time: the next one may have it."""
    if place := kept_for(said.answers, clinic):
        return proceed(session, clinic, [Refuse(place.number), remarks.REFUSED])
    if visit := taken_up(said.answers, clinic):
        about_it = (flow for flow in session.flows if is_named(visit, session.answers(flow), clinic))
        return proceed(session.closes(*about_it), clinic, [remarks.REFUSED])
    return proceed(session, clinic, [remarks.GONE])


def left(said: Said, session: Session, clinic: Clinic) -> Turn:
    """Off the list: one place, or all of them."""
    named = said.answers.get("entry")
    places = [entry.number for entry in clinic.waiting if named in (None, str(entry.number))]
    return proceed(session, clinic, [*map(Leave, places), remarks.OFF] if places else [remarks.NOT_ON])


def leaves_address(news: Answers, session: Session, clinic: Clinic) -> bool:
    """Whether somebody who waits, and wants nothing else just now, says where a mail reaches them."""
    return not session.flow and bool(clinic.waiting) and "@" in news.get("contact", "")


def on_list(said: Said, session: Session, clinic: Clinic) -> Turn:
    """What is waited for; or that nothing is."""
    return proceed(session.opens("show"), clinic) if clinic.waiting else proceed(session, clinic, [remarks.NO_PLACE])


def too_late(said: Said, session: Session, clinic: Clinic) -> Turn:
    """A yes to what is kept no longer; or once more to what has been chosen since."""
    return proceed(session, clinic, [] if taken_up(said.answers, clinic) else [remarks.GONE])


LIST = {"refuse": refused, "take": too_late, "leave_list": left, "show_list": on_list}

# ---------------------------------------------------------------- red flags, misses, and what can be said at any time


def refer(session: Session, news: Answers, clinic: Clinic) -> Turn:
    """Nothing is booked over a red flag, whatever we were doing; other errands go on."""
    flags = alarms(news, clinic)
    session = session.without(lambda told, slot: base(slot) in ("cleared", "suspected")).hears(news)
    for flow in BOOKS & set(session.flows):
        session = session.closes(flow)
    said = remarks.stopped(advice(clinic.knowledge, clinic.profile, flags[0]), clinic)
    return proceed(session, clinic, [HandOff("red_flag", urgency(flags[0], clinic), tuple(flags)), said])


def miss(session: Session, said: Said, clinic: Clinic) -> Turn:
    """Not understood: ask again, and after three times get a person. Who hesitates is given time."""
    if said.intent in ("dont_know", "deny", "skip") and (patient := remarks.no_hurry(session.asked)):
        return proceed(session, clinic, [patient])
    hello = [] if session.told or session.asked.text else [remarks.greeting(clinic)]
    if said.intent in ("affirm", "deny") and not session.flow:
        return proceed(session, clinic, [*hello, remarks.menu(clinic)] if hello else [remarks.HERE])
    if said.intent == "affirm" and (kind := remarks.still_open(session.asked)):
        return proceed(session, clinic, [kind])
    if session.misses + 1 >= PATIENCE:
        return proceed(replace(session, misses=0), clinic, [HandOff("missed"), remarks.lost(clinic)])
    sorry = remarks.beyond(clinic) if said.intent == "out_of_scope" else remarks.missed(session.asked)
    menu = [] if session.flow or said.intent == "out_of_scope" else [remarks.menu(clinic)]
    return proceed(replace(session, misses=session.misses + 1), clinic, [*hello, sorry, *menu])


def person(session: Session, clinic: Clinic) -> Turn:
    """A person, at any moment; the conversation goes on meanwhile."""
    return proceed(session, clinic, [HandOff("asked"), remarks.person(clinic)])


def late(session: Session, clinic: Clinic) -> Turn:
    """On the way, but not in time: the clinic is told at once."""
    return proceed(session, clinic, [HandOff("late"), remarks.late(clinic)])


def rename(session: Session, clinic: Clinic) -> Turn:
    """A name or number is to be put right: how; on what was booked before, a person does it."""
    booked = bool(just_booked(session, clinic))
    asked = [HandOff("particulars")] if clinic.mine and not (booked or session.flow) else []
    return proceed(session, clinic, [*asked, remarks.rename(clinic, booked=booked, open_=bool(session.flow))])


def today(session: Session, clinic: Clinic) -> Turn:
    """Which day it is; that asks for no appointment."""
    return proceed(session, clinic, [remarks.today(clinic)])


def misunderstanding(session: Session, clinic: Clinic) -> Turn:
    """A stop that the client disputes is for a person to judge."""
    flags = standing(session.answers(session.flow), clinic)
    return proceed(
        session, clinic, [HandOff("misunderstanding", "routine", tuple(flags)), remarks.misunderstood(clinic)]
    )


def not_cleared(session: Session, clinic: Clinic) -> Turn:
    """No doctor has looked at it yet."""
    return proceed(session.closes(session.flow), clinic, [remarks.see_a_doctor(clinic)])


def stop(session: Session, clinic: Clinic) -> Turn:
    """Leave what we are doing."""
    return proceed(session.closes(session.flow), clinic, [remarks.LEFT])


def restart(session: Session, clinic: Clinic) -> Turn:
    """From the top; an alarm is not forgotten by that."""
    agreed = session.answers("").get("consent") == "yes"
    lasting = ("flag", "suspected", "minor", *(("consent", "guardian") if agreed else ()))
    kept = session.without(lambda told, slot: base(slot) not in lasting)
    return proceed(replace(kept, flows=session.flows[-1:] or ("book",), misses=0), clinic, [remarks.AGAIN])


def undo(session: Session, clinic: Clinic) -> Turn:
    """Take back the last answer; an alarm is not taken back. Where nothing is left to take back, leave the errand."""
    after, effects = proceed(session.undoes(alarming), clinic)
    asks_the_same = after.asked == session.asked and not alarming(session.answers(session.flow))
    if session.flow and asks_the_same:
        return stop(session, clinic)
    return after, effects


def alarming(answers: Answers) -> bool:
    """Whether what was told alarms, or might."""
    return bool(flagged(answers) or about("suspected", answers, "yes"))


def repeat(session: Session, clinic: Clinic) -> Turn:
    """Ask again, in the same words."""
    return proceed(session, clinic)


def remark(said: Reply) -> Callable[[Session, Clinic], Turn]:
    """Say one thing, then go on where we were."""
    return lambda session, clinic: proceed(session, clinic, [said])


def helped(session: Session, clinic: Clinic) -> Turn:
    """What can be said to the question on the screen, and the question again."""
    return proceed(session, clinic, [remarks.help_with(session.asked)])


def none_of_them(session: Session, clinic: Clinic) -> Turn:
    """None of the times shown will do; the second time a person is offered too."""
    said = remarks.NONE_YET if session.misses else remarks.NONE_OF_THEM
    return proceed(replace(session, misses=1), clinic, [said])


def parting(session: Session, clinic: Clinic) -> Turn:
    """Goodbye; what is open stays open until they return."""
    after, effects = finish(session, clinic, [remarks.BYE], replay(session, session.flow, clinic)[1])
    return replace(after, asked=remarks.BYE), effects


REACTIONS: Mapping[str, Callable[[Session, Clinic], Turn]] = {
    "human": person,
    "late": late,
    "today": today,
    "rename": rename,
    "misunderstood": misunderstanding,
    "not_cleared": not_cleared,
    "stop": stop,
    "restart": restart,
    "undo": undo,
    "repeat": repeat,
    "help": helped,
    "thank": remark(remarks.THANKS),
    "goodbye": parting,
    "which_flag": remark(remarks.WHICH_FLAG),
    "which_one": remark(remarks.WHICH_ONE),
    "which_way": remark(remarks.WHICH_WAY),
    "none_of_them": none_of_them,
    "unreadable": remark(remarks.UNREADABLE),
    "expired": remark(remarks.EXPIRED),
}
# Said along with an answer, the answer counts.
YIELDING = frozenset("rename undo repeat help thank goodbye stop".split())
