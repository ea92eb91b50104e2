"""The terms of an appointment: what, how long, with whom, for whom, and the yes to one particular offer. Pure."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.clinic import ANYONE, Clinic
from bot.knowledge import SessionType
from bot.messages import Appointment, Book, Choice, Suggestion, Visit
from bot.talk.asking import Question
from bot.talk.wishes import spoken_moment
from bot.wording import listing, money

ANOTHER_TIME = Choice("Another time", "day= time=")

# ---------------------------------------------------------------- what and when


def session_type(suggestion: Suggestion, clinic: Clinic) -> Question[str]:
    """Accepting is of this very suggestion; another type chosen stands when the suggestion changes."""
    types = clinic.knowledge.session_types
    chosen = {name: name for name in types} | {accepted(suggestion): suggestion.session_type}
    others = [kind for kind in types.values() if kind.id != suggestion.session_type]
    buttons = [Choice(kind.name.capitalize(), f"suggestion={kind.id}") for kind in others]
    return Question(
        "suggestion",
        f"{advice(suggestion, clinic)} Is that all right?",
        chosen.get,
        lambda answer: [Choice("Yes, good", f"suggestion={accepted(suggestion)}"), *buttons],
        otherwise=lambda answer: (
            "That changes what I'd suggest." if answer.startswith("ok.") else what_for(others, clinic)
        ),
        kind="choice",
        yes=f"suggestion={accepted(suggestion)}",
        no="suggestion=other",
    )


def what_for(kinds: Iterable[SessionType], clinic: Clinic) -> str:
    """What each kind of session is for, a sentence each."""
    locale = clinic.profile.locale
    return " ".join(f"{article(kind.name).capitalize()} {kind.name} is to {kind.purpose[locale]}." for kind in kinds)


def accepted(suggestion: Suggestion) -> str:
    """What a "yes" to this suggestion is stored as. Not its words: "in 12 days" changes overnight."""
    return f"ok.{suggestion.session_type}.{suggestion.minutes}"


def advice(suggestion: Suggestion, clinic: Clinic, minutes: int = 0) -> str:
    """The suggestion and its reasons, for the client; with the length they chose, without reasons for another."""
    name = clinic.knowledge.session_types[suggestion.session_type].name
    suggested = f"{suggestion.minutes} minutes"
    if minutes in (0, suggestion.minutes):
        return f"I'd suggest {article(name)} {name}, {suggested}. {' '.join(suggestion.reasons)}"
    reasons = " ".join(reason for reason in suggestion.reasons if suggested not in reason)
    return f"I'd suggest {article(name)} {name}; {minutes} minutes, as you wish. {reasons}"


def article(name: str) -> str:
    """a or an."""
    return "an" if name[0] in "aeiou" else "a"


def length(kind: str, clinic: Clinic) -> Question[int]:
    """60 or 90 minutes, as the session type has them."""
    offered = sorted(clinic.knowledge.session_types[kind].minutes)
    numbers = {str(minutes): minutes for minutes in offered}
    return Question(
        "length",
        "How long would you like?",
        numbers.get,
        lambda answer: [Choice(f"{minutes} minutes", f"length={minutes}") for minutes in offered],
        otherwise=lambda answer: (
            f"We offer {listing(list(numbers), clinic.profile.locale, 'or')} minutes." if answer != "other" else ""
        ),
        kind="choice",
    )


def usual_length(suggestion: Suggestion, kind: str, clinic: Clinic) -> int:
    """What a session lasts when nobody says otherwise, in minutes."""
    return suggestion.minutes if kind == suggestion.session_type else clinic.knowledge.session_types[kind].minutes[0]


def therapist(clinic: Clinic) -> Question[str]:
    """A therapist's id, or anyone."""
    names = {t.id: t.name for t in clinic.profile.therapists}
    return Question(
        "therapist",
        "Who would you like to see?",
        lambda answer: answer if answer in (ANYONE, *names) else None,
        lambda answer: [
            Choice("Anyone", f"therapist={ANYONE}"),
            *(Choice(name, f"therapist={who}") for who, name in names.items()),
        ],
        otherwise=lambda answer: f"Our therapists are {listing(list(names.values()), clinic.profile.locale)}.",
        kind="choice",
    )


# Wishes are kept as they were said; what can be done about them, `offers.py` says.
DAY: Question[str] = Question("day", "", lambda answer: answer)
TIME: Question[str] = Question("time", "", lambda answer: answer)
WAIT: Question[str] = Question("wait", "", lambda answer: answer)
UNSUITED: Question[bool] = Question("unsuited", "", lambda answer: answer == "yes")  # the time that is booked
EARLIEST: Question[str] = Question("earliest", "", lambda answer: answer)
SETTLED: Question[str] = Question("suggestion", "", lambda answer: answer)  # "" while no type was accepted or chosen


# ---------------------------------------------------------------- who and yes


def name(clinic: Clinic) -> Question[str]:
    """The name of whoever comes; known of a returning client."""
    return Question(
        "name",
        "What name shall I put it under?",
        lambda answer: answer or clinic.known.get("name") or None,
        part="your name",
    )


def contact(clinic: Clinic) -> Question[str]:
    """A phone number (E.164) or an e-mail address; known of a returning client."""
    return Question(
        "contact",
        "What phone number or e-mail address can the clinic reach you at?",
        lambda answer: (answer if is_contact(answer) else None) if answer else clinic.known.get("contact") or None,
        otherwise=lambda answer: "That doesn't look like a phone number or e-mail address I can use.",
        part="a phone number or e-mail address",
        kind="phone",
    )


def is_contact(answer: str) -> bool:
    """Whether `understand` made a number or an address of it; `invalid` and the like are none."""
    return answer.startswith("+") or "@" in answer


def agreement_to_book(
    offers: tuple[Book, ...], clinic: Clinic, why: str, unless: Question[str] | None
) -> Question[str]:
    """One particular offer, with the safety question folded in (`unless`) where that is all that was left to ask."""
    one = len(offers) == 1
    what = "\n".join(offer_words(offer, clinic) for offer in offers)
    what += f"{',' if one else chr(10) + 'Both are'} for {offers[0].client.name}."
    what += kept([offer.visit for offer in offers], clinic)
    it = "it" if one else "both"
    mark = digest([replace(offer, reference="", suggestion=Suggestion("", 0)) for offer in offers])
    question = agreement(mark, f"{why}{what} Shall I book {it}?", f"Yes, book {it}", done="booked")
    if unless is None:
        return question
    warnings = [choice for choice in unless.choices("") if choice.says.startswith("flag.")]
    return replace(
        question,
        prompt=f"{why}{what}\n\nOne check for your safety: if none of the points below is true for you right now, "
        f"shall I book {it}?",
        choices=lambda answer: [Choice(f"None of these, book {it}", f"{unless.no} agreed={mark}"), *warnings],
        also=("red_flags",),
        yes=f"{unless.no} agreed={mark}",
    )


def agreement_to_move(appointment: Appointment, visit: Visit, clinic: Clinic) -> Question[str]:
    """The new time, or length with its price, instead of the old one."""
    before = appointment.visit
    price = "" if visit.minutes == before.minutes else f", {price_of(visit, clinic)}"
    does = "change" if visit.start == before.start else "move"
    change = f"From {visit_words(before, clinic)} to {visit_words(visit, clinic)}{price}."
    prompt = f"{change}{kept([visit], clinic)}{late_rule(appointment, clinic)} Shall I {does} it?"
    return agreement(digest((appointment.reference, visit)), prompt, f"Yes, {does} it")


def agreement_to_restore(before: Appointment, visit: Visit, clinic: Clinic) -> Question[str]:
    """An appointment that cannot be what it was, at a time near that."""
    prompt = f"{visit_words(visit, clinic)}.{kept([visit], clinic)} Shall I book it?"
    return agreement(digest((before.reference, visit, "restore")), prompt, "Yes, book it")


def agreement_to_cancel(appointment: Appointment, clinic: Clinic, *, openly: bool) -> Question[str]:
    """Giving one particular appointment up, unless moving it would do.

    Asked `openly`, where all we know is that it does not suit, a bare yes or no says nothing yet.
    """
    visit, rule = visit_words(appointment.visit, clinic), late_rule(appointment, clinic)
    move = Choice("Move it instead", f"reschedule which={appointment.reference}")
    mark = digest((appointment.reference, "cancel"))
    asked = agreement(mark, f"Your {visit}: shall I cancel it?{rule} I could move it instead.", "Yes, cancel it", move)
    if not openly:
        return replace(asked, no="stop")
    return replace(
        asked,
        prompt=f"Your {visit}: shall I find you another time, cancel it, or leave it as it is?{rule}",
        choices=lambda answer: [
            replace(move, label="Another time"),
            Choice("Cancel it", asked.yes),
            Choice("Keep it", "stop"),
        ],
        yes="which_way",
        no="which_way",
    )


def agreement_to_cancel_all(appointments: Sequence[Appointment], instead: Choice, clinic: Clinic) -> Question[str]:
    """Giving up all that is booked: each is named, and one yes does."""
    every = "both" if len(appointments) == 2 else "all of them"
    rules = dict.fromkeys(late_rule(one, clinic) for one in appointments)
    listed = "\n".join(f"{visit_words(one.visit, clinic)}." for one in appointments)
    mark = digest((*(one.reference for one in appointments), "cancel"))
    asked = agreement(mark, f"{listed}\nShall I cancel {every}?{''.join(rules)}", f"Yes, cancel {every}", instead)
    return replace(asked, no="stop")


def late_rule(appointment: Appointment, clinic: Clinic) -> str:
    """The clinic's rule is named to whoever changes an appointment late."""
    hours = clinic.profile.change_notice
    late = appointment.visit.start - clinic.now < timedelta(hours=hours)
    return f" It is less than {hours} hours away, so the clinic's late rule may apply." if late else ""


def agreement(
    mark: str, prompt: str, label: str, instead: Choice = ANOTHER_TIME, done: str = "changed"
) -> Question[str]:
    """A yes to one particular offer is stored as that offer's digest: change anything and it no longer reads."""
    no = f"All right, nothing is {done}. What would you like instead?"
    return Question(
        "agreed",
        prompt,
        lambda answer: answer if answer == mark else None,
        lambda answer: [
            Choice(label, f"agreed={mark}"),
            instead,
            Choice("Leave it", "stop"),
        ],
        otherwise=lambda answer: no if answer == "no" else "The details have changed.",
        kind="choice",
        yes=f"agreed={mark}",
        no="agreed=no",
    )


def digest(value: object) -> str:
    """A short fingerprint of a frozen value."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:10]


def visit_words(visit: Visit, clinic: Clinic) -> str:
    """ "60 minutes on Thursday 26 November at 17:00 with Anna"."""
    return (
        f"{visit.minutes} minutes on {spoken_moment(visit.start, clinic)} with {clinic.therapist(visit.therapist).name}"
    )


def we_keep(visits: Sequence[Visit], clinic: Clinic) -> str:
    """A time is held while the client finishes."""
    times = [f"{spoken_moment(v.start, clinic)} with {clinic.therapist(v.therapist).name}" for v in visits]
    it = "it" if len(visits) == 1 else "them"
    return f"I'm keeping {listing(times)} for you{how_long(visits, clinic)}. To book {it} I need"


def theirs(clinic: Clinic) -> frozenset[Visit]:
    """The times that are kept for this client already: held while they book, or offered from the waiting list."""
    return clinic.held.union(entry.offered for entry in clinic.waiting if entry.offered)


def how_long(visits: Collection[Visit], clinic: Clinic) -> str:
    """From now on a time is held for so long; one that is kept already, they were told until when."""
    return "" if theirs(clinic).issuperset(visits) else f" for {clinic.knowledge.policy.hold_minutes} minutes"


def kept(visits: Collection[Visit], clinic: Clinic) -> str:
    """Said once, when the hold begins."""
    them = "it" if len(visits) == 1 else "them"
    return "" if theirs(clinic).issuperset(visits) else f" I'm keeping {them} for you{how_long(visits, clinic)}."


def offer_words(offer: Book, clinic: Clinic) -> str:
    """ "Maintenance massage, 60 minutes on Thursday 26 November at 17:00 with Anna, £55"."""
    kind = clinic.knowledge.session_types[offer.session_type].name
    return f"{kind.capitalize()}, {visit_words(offer.visit, clinic)}, {price_of(offer.visit, clinic)}"


def price_of(visit: Visit, clinic: Clinic) -> str:
    """What a visit costs: "£55"."""
    return money(clinic.profile.prices[visit.minutes], clinic.profile.currency)
