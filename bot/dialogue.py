"""One turn of conversation, decided: a pure function of (session, said, clinic)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.clinic import Clinic
from bot.knowledge import advice, answer
from bot.messages import Appointment, Effect, HandOff, Remember, Reply, Said, base, pressed
from bot.proceeding import Answers, Found, Turn, guarded, proceed
from bot.reactions import (
    LIST,
    OF_ONE,
    REACTIONS,
    YIELDING,
    leaves_address,
    miss,
    promised,
    proof,
    refer,
    stop,
    unproven,
)
from bot.talk import remarks
from bot.talk.appointments import is_its_own, is_known, just_booked, moved_on, of_mine
from bot.talk.asking import UNKNOWN, Topic
from bot.talk.hearing import on_screen
from bot.talk.noting import chosen_hour, counted, noted
from bot.talk.questions import heard_back
from bot.talk.session import ERRAND, Session, about, freeze, thaw
from bot.talk.standing import alarms, flagged
from bot.talk.waiting import SOONER, mark, on_the_page

__all__ = ("Session", "decide", "freeze", "thaw")

FLOWS = {
    "book": "book",
    "describe": "book",
    "reschedule": "reschedule",
    "cancel_appointment": "cancel",
    "show_appointment": "show",
    "wait": "book",
}
INSTEAD = {"reschedule": "cancel", "cancel": "reschedule"}  # who asks for one has thought better of the other
TAKEN_BACK = {"undo": "cancel_appointment", "stop": "cancel_appointment"}  # said right after a booking
WHO = {"name", "contact", "contact.other"}
GOING_ON = WHO | {"day", "time", "length", "therapist"}
MAY_BE_SKIPPED = {"side", "since", "severity", "routine", "race", "goal", "care"}
MANNERS = ("thank", "goodbye", "affirm")
SKIPS = ("skip", "dont_know")
ANSWERS = ("inform", "skip", "stop")  # what the buttons of a question say, other than those that open an errand
PROMISES = ("attend", "give_up")  # said to a reminder, or on the page behind its mail, which has asked already


def decide(session: Session, said: Said, clinic: Clinic) -> Turn:
    """What the conversation becomes and what is to be done, given what the client said."""
    if said.intent == "take" and (offer := on_the_page(said.answers, clinic)):
        session, said = replace(session, asked=offer), pressed(offer.yes)
    booked = just_booked(session, clinic)
    said = of_those_booked(on_screen(of_mine(said, session, clinic), session, clinic), booked, session, clinic)
    news = noted(said.answers, session, clinic)
    if alarms(news, clinic):
        return refer(session, news, clinic)
    if is_from_before(said, session, news):
        return REACTIONS["expired"](session, clinic)
    if said.intent in PROMISES:
        return promised(said, session, clinic)
    if said.intent in LIST:
        return LIST[said.intent](said, session, clinic)
    if said.intent == "undo" and ("which" in said.answers or (clinic.undoable and not session.flow)):
        return proceed(session.opens("restore", anew=True).hears(news), clinic)
    if gives_up(said, session, news, clinic):
        return stop(session, clinic)
    if said.intent in REACTIONS and not ((news or said.faq) and said.intent in YIELDING):
        return REACTIONS[said.intent](session.hears(news), clinic)
    if leaves_address(news, session, clinic):
        left = Remember({slot: news[slot] for slot in ("name", "contact") if slot in news})
        return proceed(session.hears(news), clinic, [left, remarks.BY_MAIL_TOO])
    if booked and news and news.keys() <= WHO:
        return proceed(session.hears(news), clinic, [Remember(news), HandOff("particulars"), remarks.PUT_RIGHT])
    return converse(session, said, news, clinic)


def of_those_booked(said: Said, booked: Sequence[Appointment], session: Session, clinic: Clinic) -> Said:
    """Right after a booking, what is moved or taken back is that very appointment; we ask before we do it.

    Of two made in one go, we ask first which of them.
    """
    if not booked or not said.typed or "which" in said.answers:
        return said
    if said.intent in (*MANNERS, "inform", "greet") and is_known(said.answers, clinic):
        return replace(said, intent="thank", answers={})
    if said.intent in MANNERS:  # "thanks, Anna", "can't wait for Thursday"
        return replace(said, answers={slot: told for slot, told in said.answers.items() if slot not in ERRAND})
    changed = said.intent == "undo" and moved_on(session.asked)  # else it is the booking that is taken back
    intent = said.intent if changed else TAKEN_BACK.get(said.intent, said.intent)
    meant = next((one for one in booked if is_its_own(said, one, clinic)), None)
    if intent == "reschedule" and meant:
        return replace(said, intent="attend", answers={"which": meant.reference})
    if FLOWS.get(intent) not in INSTEAD:
        return said
    which = {"which": booked[0].reference} if len(booked) == 1 else {}
    return replace(said, intent=intent, answers={**said.answers, **which})


def is_from_before(said: Said, session: Session, news: Answers) -> bool:
    """Whether a button was pressed that belongs to a question which is over; a warning is heard whenever it comes."""
    met = bool(session.told or session.asked.text)
    return met and not (said.typed or session.flow or flagged(news)) and said.intent in ANSWERS


def converse(session: Session, said: Said, news: Answers, clinic: Clinic) -> Turn:
    """Take in the answers, and a fact if one was asked for; then go on with the script."""
    calm = replace(session, misses=0) if session.misses else session  # a copy would have to be read anew
    opening = opened(calm, said, news, clinic)
    news = counted(news, opening)
    heard = opening.hears(news).forgets_intake() if news.get("consent") == "no" else opening.hears(news)
    if said.intent == "wait":
        heard = heard.adds({"wait": about_the_wish(heard)})
    reached: Found | None = None
    if said.intent in SKIPS or touches(news, session.asked) or passes_over(news, session.asked):
        heard, reached = answered_around(heard, session.asked, clinic, typed=said.typed, anew=not news)
    fact: list[Effect] = [answered(said.faq, session, clinic)] if said.faq else []
    if heard == calm and not fact and said.intent not in (*FLOWS, "greet"):
        return miss(session, said, clinic)
    met = session.flows or ((session.told or session.asked.text) and said.intent != "greet")
    hello = [] if met else [remarks.greeting(clinic)]
    if said.intent == "greet" and not heard.flow:
        hello.append(remarks.menu(clinic))
    if tried := proof(heard, news, clinic):
        found = clinic.elsewhere(tried.reference, tried.contact)
        if not found and clinic.tries + 1 >= clinic.knowledge.policy.proof_tries:
            return unproven(heard, tried, clinic)
        fact = [tried, *fact]
    more = [remarks.NO_NEED_TO_WAIT] if said.intent == "wait" and not is_on_list(heard, clinic) else []
    if fact and not heard.flow and not clinic.mine:
        more = [remarks.FIND_A_TIME]
    told = [*hello, *fact, *acknowledged(session, heard, news, clinic), *more]
    return proceed(heard, clinic, told, news, reached)


def answered(topic: str, session: Session, clinic: Clinic) -> Reply:
    """A fact that was asked for; who is seen, of the time that is kept or just booked."""
    booked = just_booked(session, clinic)
    visits = clinic.held or {one.visit for one in booked}
    whom = remarks.with_whom(visits, clinic) if topic == "with_whom" else ""
    return Reply(whom or answer(clinic.knowledge, clinic.profile, topic))


def is_on_list(session: Session, clinic: Clinic) -> bool:
    """Whether what is wished now comes to a place on the waiting list; it does not while there is a time to choose."""
    found = guarded(session, clinic)[0]
    shown = {slot for q in found.questions for slot in (q.slot, *q.also)} if isinstance(found, Topic) else set()
    return not {"day", "time"} & shown


def about_the_wish(session: Session) -> str:
    """A wish to wait is about what was wished up to now; who would move and has wished nothing would come sooner."""
    told = session.answers(session.flow)
    if session.flow == "reschedule" and not (told.get("day") or told.get("time")):
        return SOONER
    return mark(told.get("therapist", ""), told.get("day", ""), told.get("time", ""))


def means_to_come(session: Session, news: Answers) -> bool:
    """Whether somebody asked about cancelling names a new time, or length; where we ask which one, that may name it."""
    new = {"day", "time"} if "which" in session.asked.slots else {"day", "time", "length"}
    return session.flow == "cancel" and "agreed" not in news and bool(new & news.keys())


def opened(session: Session, said: Said, news: Answers, clinic: Clinic) -> Session:
    """The errand this message asks for; who says anything of use, or hello, to a new acquaintance wants to book."""
    flow = FLOWS.get(said.intent, "")
    if not flow and means_to_come(session, news):
        flow = "reschedule"
    if not (flow or session.flows) and clinic.mine and news.keys() == {"length"}:
        flow = "reschedule"  # of the appointment there is
    if said.intent == "wait" and ("which" in news or session.flow == "reschedule" or wants_sooner(news, clinic)):
        flow = "reschedule"  # waits with an appointment in hand
    if session.flow and said.intent == "describe":
        return session  # tells of a complaint in the middle of something else
    if flow == "reschedule" and is_choosing(session, news, clinic):
        return session  # nothing else is theirs to move
    if flow in INSTEAD:
        return session.opens_instead(flow, INSTEAD[flow], anew="which" in news)
    if flow == "book" and not clinic.mine:  # whoever could not name an appointment wants a new one
        session = session.closes(*OF_ONE)
    if flow:
        return session.opens(flow)
    stranger = not session.flows and (news or (said.intent == "greet" and not session.told))
    return session.opens("book") if stranger else session


def is_choosing(session: Session, news: Answers, clinic: Clinic) -> bool:
    """Whether a time is being chosen by somebody who has no appointment yet: that is all there is to move or cancel."""
    about_times = {"day", "time"} & set(session.asked.slots) and {"day", "time"} & news.keys()
    chooses = session.flow == "book" and (chosen_hour(session) or about_times)
    return bool(chooses) and not clinic.mine and "which" not in news


def gives_up(said: Said, session: Session, news: Answers, clinic: Clinic) -> bool:
    """Whether "cancel it" is said of what is not booked yet."""
    return said.intent == "cancel_appointment" and is_choosing(session, news, clinic)


def wants_sooner(news: Answers, clinic: Clinic) -> bool:
    """Whether an appointment that there is would be had sooner."""
    return bool(clinic.mine) and news.get("wait") == SOONER


def touches(news: Answers, asked: Reply) -> bool:
    """Whether a message answers some of what is on the screen."""
    return bool({base(slot) for slot in news} & {base(slot) for slot in asked.slots})


def passes_over(news: Answers, asked: Reply) -> bool:
    """Whether somebody goes on to when or who while all that is asked may be skipped."""
    return bool(GOING_ON & news.keys()) and {base(slot) for slot in asked.slots} <= MAY_BE_SKIPPED


def answered_around(
    session: Session, asked: Reply, clinic: Clinic, *, typed: bool, anew: bool
) -> tuple[Session, Found]:
    """The parts of a topic that a reply left out count as not known: each is asked once.

    Returns what the script comes to then, too.

    A pressed button answers one thing only, so it closes just what was on the screen by its full name. `anew`: it told
    nothing else, so that what it skips is an entry of its own, which "go back" takes back alone.
    """
    shown = {*asked.slots, *(base(slot) for slot in asked.slots if typed)}
    while isinstance(topic := (found := guarded(session, clinic))[0], Topic):
        left = [q.slot for q in topic.questions if q.skippable and shown & {q.slot, base(q.slot) if typed else q.slot}]
        blank = everywhere(left, session)  # an answer that cannot be read, such as 11 of 10, was not left out
        if not blank:
            break
        unknown = noted(dict.fromkeys(blank, UNKNOWN), session, clinic)
        session, anew = session.hears(unknown) if anew else session.adds(unknown), False
    return session, found


def everywhere(slots: Sequence[str], session: Session) -> list[str]:
    """These slots for every complaint told: where one was left out, it was left out for all of them."""
    heard = session.answers(session.flow)
    about = [f"{base(slot)}.{label}" for slot in slots if "." in slot for label in heard["complaint"].split()]
    return [slot for slot in dict.fromkeys([*slots, *about]) if not heard.get(slot)]


def acknowledged(before: Session, after: Session, news: Answers, clinic: Clinic) -> list[Reply]:
    """What we took a new complaint to be, and that a red flag which books is marked."""
    known = before.answers(before.flow)
    labels = [label for label in about("complaint", news, "yes") if known.get(f"complaint.{label}") != "yes"]
    named = [label for label in labels if label in clinic.knowledge.complaints and label != "none"]
    marked = [flag for flag in flagged(news) if known.get(f"flag.{flag}") != "yes"]
    heard = [Reply(heard_back(named, clinic))] if named and after.flow == "book" else []
    if news.get("consent") == "no":
        heard = [remarks.NOT_KEPT]
    return heard + [Reply(advice(clinic.knowledge, clinic.profile, flag)) for flag in marked[:1]]
