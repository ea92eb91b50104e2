"""One turn of conversation, decided: a pure function of (session, said, clinic)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.clinic import Clinic
from bot.knowledge import advice, answer
from bot.messages import (
    Attend,
    Book,
    Cancel,
    Effect,
    Erase,
    HandOff,
    Hold,
    Leave,
    Move,
    Prove,
    Refuse,
    Remember,
    Reply,
    Restore,
    Said,
    Visit,
    Wait,
)
from bot.script import BOOKS, SCRIPTS
from bot.talk import remarks
from bot.talk.appointments import is_elsewhere
from bot.talk.asking import UNKNOWN, Outcome, Topic
from bot.talk.hearing import alarms, chosen_hour, counted, flagged, noted, on_screen, standing, urgency
from bot.talk.posing import pose
from bot.talk.questions import heard_back
from bot.talk.safety import cleared
from bot.talk.session import Session, about, base, freeze, thaw
from bot.talk.terms import is_contact
from bot.talk.waiting import SOONER, is_named, mark, meets, on_the_list

__all__ = ("Session", "decide", "freeze", "thaw")

PATIENCE = 3  # misses until a person is asked in
FLOWS = {
    "book": "book",
    "describe": "book",
    "reschedule": "reschedule",
    "cancel_appointment": "cancel",
    "show_appointment": "show",
    "wait": "book",
}
OF_ONE = ("reschedule", "cancel", "show")  # errands about an appointment that there is
INSTEAD = {"reschedule": "cancel", "cancel": "reschedule"}  # who asks for one has thought better of the other
SKIPS = ("skip", "dont_know")
PROMISES = ("attend", "give_up")  # said to a reminder, or on the page behind its mail, which has asked already

Turn = tuple[Session, list[Effect]]
Answers = Mapping[str, str]
NOTHING: Answers = {}


def decide(session: Session, said: Said, clinic: Clinic) -> Turn:
    """What the conversation becomes and what is to be done, given what the client said."""
    said = on_screen(said, session, clinic)
    news = noted(said.answers, session, clinic)
    if alarms(news, clinic):
        return refer(session, news, clinic)
    if said.intent in PROMISES:
        return promised(said, session, clinic)
    if said.intent in LIST:
        return LIST[said.intent](said, session, clinic)
    if said.intent == "undo" and ("which" in said.answers or (clinic.undoable and not session.flow)):
        return proceed(session.opens("restore", anew=True).hears(news), clinic)
    if gives_up(said, session, news, clinic):
        return stop(session, clinic)
    if said.intent == "undo" and not session.flow and (booked := session.asked.reference):
        return proceed(session.opens("cancel", anew=True).hears({"which": booked}), clinic)
    if said.intent in REACTIONS and not ((news or said.faq) and said.intent in YIELDING):
        return REACTIONS[said.intent](session.hears(news), clinic)
    if leaves_address(news, session, clinic):
        left = Remember({slot: news[slot] for slot in ("name", "contact") if slot in news})
        return proceed(session.hears(news), clinic, [left, remarks.BY_MAIL_TOO])
    return converse(session, said, news, clinic)


def converse(session: Session, said: Said, news: Answers, clinic: Clinic) -> Turn:
    """Take in the answers, and a fact if one was asked for; then go on with the script."""
    opening = opened(session, said, news, clinic)
    news = counted(news, opening)
    heard = opening.hears(news).forgets_intake() if news.get("consent") == "no" else opening.hears(news)
    if said.intent == "wait":
        heard = heard.adds({"wait": about_the_wish(heard)})
    if said.intent in SKIPS or touches(news, session.asked):
        heard = answered_around(heard, session.asked, clinic, typed=said.typed, anew=not news)
    fact: list[Effect] = [Reply(answer(clinic.knowledge, clinic.profile, said.faq))] if said.faq else []
    if heard == session and not fact and said.intent not in (*FLOWS, "greet"):
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
    told = [*hello, *fact, *acknowledged(session, heard, news, clinic), *more]
    return proceed(replace(heard, misses=0), clinic, told, news)


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


def opened(session: Session, said: Said, news: Answers, clinic: Clinic) -> Session:
    """The errand this message asks for; who says anything of use, or hello, to a new acquaintance wants to book."""
    flow = FLOWS.get(said.intent, "")
    if session.flow == "cancel" and not flow and {"day", "time"} & news.keys() and "agreed" not in news:
        flow = "reschedule"  # who names a new time means to come
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


def answered_around(session: Session, asked: Reply, clinic: Clinic, *, typed: bool, anew: bool) -> Session:
    """The parts of a topic that a reply left out count as not known: each is asked once (domain.md).

    A pressed button answers one thing only, so it closes just what was on the screen by its full name. `anew`: it told
    nothing else, so that what it skips is an entry of its own, which "go back" takes back alone.
    """
    shown = {*asked.slots, *(base(slot) for slot in asked.slots if typed)}
    while isinstance(found := guarded(session, clinic)[0], Topic):
        left = [q.slot for q in found.questions if q.skippable and shown & {q.slot, base(q.slot) if typed else q.slot}]
        blank = everywhere(left, session)  # an answer that cannot be read, such as 11 of 10, was not left out
        if not blank:
            break
        unknown = noted(dict.fromkeys(blank, UNKNOWN), session, clinic)
        session, anew = session.hears(unknown) if anew else session.adds(unknown), False
    return session


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


# ---------------------------------------------------------------- going on


def proceed(session: Session, clinic: Clinic, said: Sequence[Effect] = (), news: Answers = NOTHING) -> Turn:
    """Say what we have to say; carry out every errand that is complete; ask the open question; hold what we offered."""
    if not session.flow:
        return finish(session, clinic, said or [remarks.menu(clinic)])
    found, held = guarded(session, clinic)
    if isinstance(found, Topic):
        given = session.answers(session.flow)
        slots = {q.slot for q in found.questions}
        explain = bool(slots & news.keys()) or not slots <= set(session.asked.slots)
        reply = pose(found, given, explain=explain, locale=clinic.profile.locale)
        if news and not said and reply.text in unhurried(session.asked, clinic):
            agreed = set(news) == {"suggestion"} and news["suggestion"].startswith("ok.")
            said = [remarks.WHICH_ONE if agreed else remarks.NOTED]  # why the same words again
        return finish(replace(session, asked=reply), clinic, [*said, reply], held)
    closed = session.closes(session.flow)
    done = waits(found, session, clinic) if isinstance(found, Wait) else carried_out(found, clinic)
    closed = closed.forgets_health() if isinstance(found, tuple) else closed
    return proceed(closed, clinic, [*said, *done]) if closed.flow else finish(closed, clinic, [*said, *done])


def unhurried(shown: Reply, clinic: Clinic) -> str:
    """What is on the screen, without how long a time is kept, which is said once."""
    return shown.text.replace(f" for {clinic.knowledge.policy.hold_minutes} minutes", "")


def guarded(session: Session, clinic: Clinic) -> tuple[Topic | Outcome, frozenset[Visit]]:
    """What the script comes to; but over an alarm nothing is booked until a doctor has said that massage is fine."""
    flags = standing(session.answers(session.flow), clinic)
    if flags and session.flow in BOOKS:
        return Topic((cleared(flags, clinic),)), frozenset()
    return replay(session, session.flow, clinic)


def replay(session: Session, flow: str, clinic: Clinic) -> tuple[Topic | Outcome, frozenset[Visit]]:
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
            values = tuple(q.read(answers.get(q.slot, "")) for q in request.questions)
            if None in values:
                left = (q for q, value in zip(request.questions, values, strict=True) if value is None)
                return replace(request, questions=tuple(left)), held
    except StopIteration as done:
        return done.value, held


def finish(session: Session, clinic: Clinic, effects: Sequence[Effect], held: frozenset[Visit] = frozenset()) -> Turn:
    """Hold what the open errands hold, on top and below; what we say last is on the screen."""
    wanted = held.union(chosen(session, clinic), *(replay(session, flow, clinic)[1] for flow in session.flows[:-1]))
    replies = [effect for effect in effects if isinstance(effect, Reply)]
    session = replace(session, asked=replies[-1]) if replies else session
    return session, list(effects) if wanted == clinic.held else [Hold(wanted), *effects]


def chosen(session: Session, clinic: Clinic) -> frozenset[Visit]:
    """A time kept for this client already stays theirs while they choose it, whatever else is asked meanwhile."""
    if "book" not in session.flows:
        return frozenset()
    told = session.answers("book")
    kept = clinic.held.union(entry.offered for entry in clinic.waiting if entry.offered)
    return frozenset(visit for visit in kept if is_named(visit, told, clinic))


def carried_out(outcome: Outcome, clinic: Clinic) -> list[Effect]:
    """What an errand comes to, and how we say so."""
    match outcome:
        case tuple() as offers:
            erased = [] if offers[0].intake.consent else [Erase()]
            met = [effect for offer in offers for effect in no_longer_waited_for(offer.visit, clinic, "")]
            return [*offers, Remember(remembered(offers[0])), *erased, *met, *remarks.booked(offers, clinic)]
        case Move(reference, visit):
            return [outcome, *no_longer_waited_for(visit, clinic, reference), remarks.moved(reference, visit, clinic)]
        case Cancel(reference):
            return [outcome, remarks.cancelled(reference)]
        case Restore(reference, visit):
            return [outcome, *no_longer_waited_for(visit, clinic, reference), remarks.restored(visit, clinic)]
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
    place = next((e for e in clinic.waiting if str(e.number) == said.answers.get("entry") and e.offered), None)
    return proceed(session, clinic, [Refuse(place.number), remarks.REFUSED] if place else [remarks.GONE])


def left(said: Said, session: Session, clinic: Clinic) -> Turn:
    """Off the list: one place, or all of them."""
    named = said.answers.get("entry")
    places = [entry.number for entry in clinic.waiting if named in (None, str(entry.number))]
    return proceed(session, clinic, [*map(Leave, places), remarks.OFF] if places else [remarks.NOT_ON])


def waits(wanted: Wait, session: Session, clinic: Clinic) -> list[Effect]:
    """On the list; and written to where they said they can be reached."""
    told = session.answers(session.flow)
    left = {slot: told[slot] for slot in ("name", "contact") if told.get(slot)}
    known = [Remember(left)] if is_contact(left.get("contact", "")) else []
    reach = left.get("contact") or clinic.known.get("contact", "")
    return [wanted, *known, on_the_list(wanted.waited, clinic, reach)]


def leaves_address(news: Answers, session: Session, clinic: Clinic) -> bool:
    """Whether somebody who waits, and wants nothing else just now, says where a mail reaches them."""
    return not session.flow and bool(clinic.waiting) and "@" in news.get("contact", "")


def on_list(said: Said, session: Session, clinic: Clinic) -> Turn:
    """What is waited for; or that nothing is."""
    return proceed(session.opens("show"), clinic) if clinic.waiting else proceed(session, clinic, [remarks.NO_PLACE])


LIST = {"refuse": refused, "leave_list": left, "show_list": on_list}

# ---------------------------------------------------------------- red flags, misses, and what can be said at any time


def refer(session: Session, news: Answers, clinic: Clinic) -> Turn:
    """Nothing is booked over a red flag, whatever we were doing; other errands go on."""
    flags = alarms(news, clinic)
    session = session.without(lambda told, slot: slot == "cleared").hears(news)
    for flow in BOOKS & set(session.flows):
        session = session.closes(flow)
    said = remarks.stopped(advice(clinic.knowledge, clinic.profile, flags[0]), clinic)
    return proceed(session, clinic, [HandOff("red_flag", urgency(flags[0], clinic), tuple(flags)), said])


def miss(session: Session, said: Said, clinic: Clinic) -> Turn:
    """Not understood: ask again, and after three times get a person. Who hesitates is given time."""
    if said.intent in ("dont_know", "deny") and (patient := remarks.no_hurry(session.asked)):
        return proceed(session, clinic, [patient])
    if said.intent in ("affirm", "deny") and not session.flow:
        return proceed(session, clinic, [remarks.HERE])
    if session.misses + 1 >= PATIENCE:
        return proceed(replace(session, misses=0), clinic, [HandOff("missed"), remarks.lost(clinic)])
    sorry = remarks.beyond(clinic) if said.intent == "out_of_scope" else remarks.missed(session.asked)
    menu = [] if session.flow or said.intent == "out_of_scope" else [remarks.menu(clinic)]
    return proceed(replace(session, misses=session.misses + 1), clinic, [sorry, *menu])


def person(session: Session, clinic: Clinic) -> Turn:
    """A person, at any moment; the conversation goes on meanwhile."""
    return proceed(session, clinic, [HandOff("asked"), remarks.person(clinic)])


def late(session: Session, clinic: Clinic) -> Turn:
    """On the way, but not in time: the clinic is told at once."""
    return proceed(session, clinic, [HandOff("late"), remarks.late(clinic)])


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
    kept = session.without(
        lambda told, slot: base(slot) not in ("flag", "minor", *(("consent", "guardian") if agreed else ()))
    )
    return proceed(replace(kept, flows=session.flows[-1:] or ("book",), misses=0), clinic, [remarks.AGAIN])


def undo(session: Session, clinic: Clinic) -> Turn:
    """Take back the last answer; an alarm is not taken back."""
    return proceed(session.undoes(lambda answers: bool(flagged(answers))), clinic)


def repeat(session: Session, clinic: Clinic) -> Turn:
    """Ask again, in the same words."""
    return proceed(session, clinic)


def remark(said: Reply) -> Callable[[Session, Clinic], Turn]:
    """Say one thing, then go on where we were."""
    return lambda session, clinic: proceed(session, clinic, [said])


def parting(session: Session, clinic: Clinic) -> Turn:
    """Goodbye; what is open stays open until they return."""
    return finish(session, clinic, [remarks.BYE], replay(session, session.flow, clinic)[1])


REACTIONS: Mapping[str, Callable[[Session, Clinic], Turn]] = {
    "human": person,
    "late": late,
    "misunderstood": misunderstanding,
    "not_cleared": not_cleared,
    "stop": stop,
    "restart": restart,
    "undo": undo,
    "repeat": repeat,
    "help": remark(remarks.HELP),
    "thank": remark(remarks.THANKS),
    "goodbye": parting,
    "which_flag": remark(remarks.WHICH_FLAG),
    "which_one": remark(remarks.WHICH_ONE),
    "none_of_them": remark(remarks.NONE_OF_THEM),
    "unreadable": remark(remarks.UNREADABLE),
    "expired": remark(remarks.EXPIRED),
}
YIELDING = frozenset("undo repeat help thank goodbye stop".split())  # said along with an answer, the answer counts
