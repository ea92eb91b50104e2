"""Which appointment a client speaks of: their own, one made elsewhere, or one just changed. Pure."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.clinic import Clinic
from bot.messages import Appointment, Choice, Reply, Said, pressed
from bot.talk.asking import Question, only
from bot.talk.session import Session
from bot.talk.terms import is_contact, visit_words
from bot.talk.wishes import a_date
from bot.when.words import WEEKDAYS

REFERENCE = re.compile(r"[A-Z0-9]{6}")
MADE_ELSEWHERE = (
    "I can't find an appointment of yours in this chat. If you made it elsewhere, I can look it up. For that I need"
)
OTHER = re.compile(r"\b(?:an)?other\b|\b(?:different|wrong|change|move)\b", re.IGNORECASE)
EVERY = ("both", "all")  # of one's appointments
ANY_OF_THEM = "any"  # of what was cancelled: which is asked
JUST_ONE = Choice("Just one of them", "cancel_appointment which=")
PUT_BACK = re.compile(
    r"(?<!not )(?<!t want )\b(?<!to )keep (?:it|that|this|them|both)\b(?! (?:off|cancel))"
    r"|\b(?:put|take|took) (?:it|that|this|them|both) back\W*$"
    r"|\bun-?cancel\b|\b(?:don'?t|do not) cancel\b|\bchanged my mind\b",
    re.IGNORECASE,
)
THE_OTHER = re.compile(r"\b(?:the|my) other(?: (?:one|appointment|session|booking))?\b", re.IGNORECASE)
A_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})(?:['’]?s)?\b", re.IGNORECASE)
DATED = re.compile(r"\d(?:st|nd|rd|th)\b|\d[/.-]\d|\b(?:next|this|coming|following)\b", re.IGNORECASE)
NAMED: Question[str] = Question("which", "", lambda answer: answer)
WAYS_ON = (Choice("Book a session", "book"), Choice("Talk to a person", "human"), Choice("Leave it", "stop"))


def which(clinic: Clinic) -> Question[Appointment]:
    """One of the client's appointments: by reference, by the beginning of its local start, or by days."""

    def fitting(answer: str) -> list[Appointment]:
        starts = {a.reference: a.visit.start.astimezone(clinic.zone).replace(tzinfo=None) for a in clinic.mine}
        return [a for a in clinic.mine if answer in ("", *EVERY, a.reference) or is_at(starts[a.reference], answer)]

    return Question(
        "which",
        "Which appointment is it?",
        lambda answer: only(fitting(answer)),
        lambda answer: [Choice(visit_words(a.visit, clinic), f"which={a.reference}") for a in fitting(answer)],
        otherwise=lambda answer: "" if fitting(answer) else "I can't find that one.",
        kind="choice",
    )


def is_at(start: datetime, named: str) -> bool:
    """Whether a local start is meant by its beginning, such as 2026-12-02T10, or lies within first..last days."""
    first, _, last = named.partition("..")
    return first <= f"{start.date()}" <= last if last else start.isoformat().startswith(named)


# ---------------------------------------------------------------- made elsewhere


def is_elsewhere(named: str, clinic: Clinic) -> bool:
    """Whether a reference is named that is none of this client's own, as far as we know."""
    return bool(REFERENCE.fullmatch(named)) and named not in {a.reference for a in clinic.mine}


def reference() -> Question[str]:
    """The reference of an appointment made elsewhere."""
    return Question(
        "which",
        "What is its reference? It has six letters and digits, such as K7M2QX.",
        lambda answer: answer if REFERENCE.fullmatch(answer) else None,
        lambda answer: WAYS_ON,
        part="its reference (six letters and digits)",
        yes="book",
        no="stop",
    )


def on_record(named: str, clinic: Clinic) -> Question[Appointment]:
    """The contact it is booked under. A wrong reference and a wrong contact are answered alike."""
    known = clinic.known.get("contact", "")

    def find(answer: str) -> Appointment | None:
        said = answer or known
        return clinic.elsewhere(named, said) if named and is_contact(said) else None

    return Question(
        "contact",
        "What phone number or e-mail address is it booked under?",
        find,
        lambda answer: WAYS_ON,
        otherwise=lambda answer: (
            "I can't find an appointment with that reference and that contact. Please check both." if named else ""
        ),
        also=("which",),
        part="the phone number or e-mail address it is booked under",
        yes="book",
        no="stop",
    )


# ---------------------------------------------------------------- just made, or just changed


def just_booked(session: Session, clinic: Clinic) -> tuple[Appointment, ...]:
    """The appointment made today, or moved a moment ago, that the screen confirms, while nothing else is talked of.

    Or the two, where one before and one after a race were made in one go.
    """
    confirmed = "" if session.flow else session.asked.reference or moved_on(session.asked)
    lately = {one.reference for one in clinic.undoable}
    mine = (one for one in clinic.mine if one.reference == confirmed)
    found = next((one for one in mine if one.reference in lately or is_of_today(one, clinic)), None)
    if found and session.asked.reference:
        return tuple(one for one in clinic.mine if one.made == found.made)
    return (found,) if found else ()


def moved_on(asked: Reply) -> str:
    """The reference of the appointment whose change can be taken back on the screen, or ""."""
    return next(iter(taken_back_by(asked)), "")


def taken_back_by(asked: Reply) -> list[str]:
    """The references of the appointments whose changes can be taken back on the screen."""
    said = (pressed(choice.says) for choice in asked.choices)
    return [one.answers.get("which", "") for one in said if one.intent == "undo"]


def is_of_today(appointment: Appointment, clinic: Clinic) -> bool:
    """Whether it was made today; days later a time that is named is hardly a second thought."""
    return (appointment.made or clinic.now).astimezone(clinic.zone).date() == clinic.today


def is_its_own(said: Said, appointment: Appointment, clinic: Clinic) -> bool:
    """Whether the time told is just the one that the appointment has: "5 on Thursday it is", "Thursday"."""
    visit, told = appointment.visit, said.answers
    start = visit.start.astimezone(clinic.zone)
    its = {
        "day": str(start.date()),
        "time": f"{start:%H:%M}",
        "therapist": visit.therapist,
        "length": f"{visit.minutes}",
    }
    named = {slot for slot in its if slot in told}
    return bool(named - {"therapist"}) and all(told[s] == its[s] for s in named) and not OTHER.search(said.text)


def of_mine(said: Said, session: Session, clinic: Clinic) -> Said:
    """What is said of the appointments there are, in the light of the last thing done or asked about them."""
    asked = JUST_ONE in session.asked.choices or (session.asked.slot == "agreed" and len(clinic.mine) == 1)
    if asked and session.flow == "cancel" and said.answers.get("which") in EVERY:
        return replace(said, intent="affirm", answers={})  # "yes, cancel both"
    if said.typed and lasts_so(said, clinic) and not just_booked(session, clinic):
        rest = {slot: answer for slot, answer in said.answers.items() if slot != "length"}
        if session.flow == "cancel":
            return replace(said, answers=rest)
        if not (session.flow or rest) and said.intent != "book":
            return replace(said, intent="show_appointment", answers={})
    return after_cancelling(on_its_weekday(said, clinic), session, clinic) if said.typed else said


def lasts_so(said: Said, clinic: Clinic) -> bool:
    """Whether the length named is the one that all their appointments have: "make it 60" changes nothing then."""
    return bool(clinic.mine) and {str(one.visit.minutes) for one in clinic.mine} == {said.answers.get("length", "")}


def on_its_weekday(said: Said, clinic: Clinic) -> Said:
    """ "Cancel Thursday's" means the appointment on a Thursday, where there is none on the coming one."""
    named = said.answers.get("which", "")
    day = a_date(named[:10]) if A_WEEKDAY.search(said.text) and not DATED.search(said.text) else None
    starts = {a.reference: a.visit.start.astimezone(clinic.zone).replace(tzinfo=None) for a in clinic.mine}
    if not day or ".." in named or any(is_at(start, named) for start in starts.values()):
        return said
    same = only(r for r, s in starts.items() if s.weekday() == day.weekday() and is_at(s, f"{s.date()}{named[10:]}"))
    return replace(said, answers={**said.answers, "which": same}) if same else said


def after_cancelling(said: Said, session: Session, clinic: Clinic) -> Said:
    """Right after a cancelling it is thought better of ("no, keep it"), or the other one is to go too."""
    gone = [] if session.flow else taken_back_by(session.asked)
    if not gone or any(one.reference in gone for one in clinic.mine):
        return said
    back = PUT_BACK.search(said.text) and not {"day", "time"} & said.answers.keys()
    if back or (said.intent == "undo" and len(gone) > 1):
        return replace(said, intent="undo", answers={"which": gone[0] if len(gone) == 1 else ANY_OF_THEM})
    other = clinic.mine and THE_OTHER.search(said.text)
    return replace(said, intent="cancel_appointment", answers={}) if other else said


def is_every_one(named: str, clinic: Clinic) -> bool:
    """Whether all the appointments there are were named at once; of three, "both" leaves open which."""
    return named in EVERY and (len(clinic.mine) == 2 or (named == "all" and len(clinic.mine) > 2))


def is_known(answers: Mapping[str, str], clinic: Clinic) -> bool:
    """Whether all that is told is what we know of this client: "thanks, I'm Jo"."""
    return bool(answers) and all(clinic.known.get(slot) == told for slot, told in answers.items())


def too_late(named: str, clinic: Clinic) -> Reply:
    """A change can be taken back no more; the new time is for the appointment itself, if there still is one."""
    stands = any(one.reference == named for one in clinic.mine)
    return Reply(
        "That is too long ago for me to take back, I'm afraid. Shall I find you a new time?",
        yes=f"reschedule which={named}" if stands else "book",
    )


def undoable(clinic: Clinic) -> Question[Appointment]:
    """What was cancelled or moved a moment ago, as it was before: the one named, else the latest."""
    return Question(
        "which",
        "Which of these shall I take back?",
        lambda answer: next((a for a in clinic.undoable if answer in ("", a.reference)), None),
        lambda answer: [Choice(visit_words(a.visit, clinic), f"which={a.reference}") for a in clinic.undoable],
        kind="choice",
    )


def as_it_is(before: Appointment, clinic: Clinic) -> Clinic:
    """The clinic without what became of an appointment, so that it can be what it was before."""
    now = next((a for a in clinic.mine if a.reference == before.reference), None)
    return clinic.without(now) if now else clinic
