"""One message -> what was said: the model's intent and complaints, times, red flags and the particulars of an intake.

`read` is pure: rules over the words, and over what the model heard, if it heard anything. Its thresholds were chosen on
data/nlu/dev, never on data/nlu/test; docs/understanding.md tells why.
"""

import re
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot import when
from bot.alarms import alarms
from bot.complaints import complaints, hesitation, sore, unsure
from bot.knowledge import Knowledge, Profile
from bot.listening import Heard, Model
from bot.messages import Said
from bot.words import consenting, errands, keywords, particulars, preferences, running, topics
from bot.words.begun import since, since_a_race
from bot.words.contacts import contacts
from bot.words.keywords import Asked
from bot.words.races import races
from bot.words.sides import sides
from bot.words.speech import Word, words
from bot.words.who import name

__all__ = ("Heard", "Model", "Understood", "View", "outline", "read", "understand")

SURE = 0.6  # a command beside an answer must be as sure, and what is out of scope while something is asked
LIKELY = 0.3  # out of scope from here on where nothing is asked: "that is not for me" costs little more than "pardon?"
CERTAIN = 0.8  # out of scope while something is asked, even if the words name a day: "table for two at 8"
FAINTLY = 0.005  # words that ask for an appointment need no more of the model's word
TERSE = 4  # words: a time that is nearly all that is said is meant
WISHED = 0.5  # who describes an ache and so likely wishes for a time books
MOVED = 0.3  # who books and so likely gives another time away moves
SECOND = 0.15  # a runner-up question is answered as well from here on, if the message asks something

COMMANDS = frozenset("human stop restart undo cancel_appointment reschedule show_appointment ask_faq".split())
IDLE = frozenset("out_of_scope greet thank goodbye dont_know repeat help deny undo skip inform".split())
MANNERS = frozenset("greet thank goodbye repeat help affirm deny dont_know".split())  # these tell nothing else
REPLIES = {"affirm": {"yes"}, "deny": {"no", "none"}, "dont_know": {"unknown"}}  # and the answers they may come with
ERRANDS = frozenset("book reschedule cancel_appointment".split())
# What these name is asked about, not chosen.
SPOKEN_OF = frozenset("ask_faq human show_appointment cancel_appointment".split())
CHOSEN = frozenset("length therapist suggestion day time".split())  # of an offer, these change by being said
OFFERED = frozenset("agreed suggestion cleared".split())  # a yes to these books, or nearly so
BRIEF = 5  # words of "since last monday", told late
BEING_CHOSEN = frozenset("day time agreed name".split())  # "anything earlier?" is about a time then
ABOUT_IT = frozenset("complaint side since severity".split())  # one question asks them all
WHEN = ("day", "time", "which")  # a time that answers these needs no judge
NOT_WISHES = ABOUT_IT | {"routine", "race"}  # while these are asked a bare day is theirs
WAYS = ("contact", "contact.other")  # to reach a client, as they were told
BODILY = frozenset("complaint flag doubt which contact".split())  # of use, whatever else a message seems to be
HOUR = re.compile(r"\b(?:to|at|do|it|say|for|about|around) (?:half )?\d{1,2}\b(?!\d| ?m)")
LOOSELY = {  # one word to "when?", which anywhere else would be a greeting, a goodbye or a wish to stop
    "now": "as soon as possible",
    "morning": "in the morning",
    "mornings": "in the morning",
    "afternoon": "in the afternoon",
    "afternoons": "in the afternoon",
    "evening": "in the evening",
    "evenings": "in the evening",
    "later": "a later time",
    "later on": "a later time",
}
# Intents of ours that the outside need not know.
WIRE = {
    "restart": "stop",
    "skip": "dont_know",
    "late": "human",
    "wait": "book",
    "leave_list": "stop",
    "show_list": "show_appointment",
}


@dataclass(frozen=True)
class View:
    """What a message is read against. `now` is naive and clinic-local; `asked` names the slots on the screen."""

    now: datetime
    profile: Profile
    knowledge: Knowledge
    asked: tuple[str, ...] = ()
    race: date | None = None
    about: tuple[str, ...] = ()  # the complaints told so far

    @property
    def bases(self) -> Asked:
        """What is asked: `side` for `side.calf`."""
        return frozenset(slot.partition(".")[0] for slot in self.asked)

    def frame(self, asked: str = "") -> when.Frame:
        """What words about time are read against."""
        first = next((slot.partition(".")[0] for slot in self.asked), "")
        return when.Frame(
            self.now,
            self.profile.hours,
            self.profile.locale,
            self.race,
            asked or first,
            self.profile.horizon,
            self.profile.zone,
        )


@dataclass(frozen=True)
class Understood:
    """A message, understood. `complaints` are (label, side, confidence), `red_flags` ids, most urgent first."""

    text: str
    intent: str
    confidence: float
    faq: str
    complaints: tuple[tuple[str, str, float], ...]
    red_flags: tuple[str, ...]
    times: tuple[when.Mention, ...]
    answers: Mapping[str, str]

    def said(self) -> Said:
        """What the dialogue decides over."""
        return Said(self.text, self.intent, self.answers, self.faq)


async def understand(text: str, view: View, ask_model: Callable[[str], Awaitable[Heard | None]]) -> Understood:
    """Understand a message; short replies do not wait for the model."""
    known = keywords.exact(keywords.plain(text))
    return read(text, view, None if known else await ask_model(keywords.without_reference(keywords.readable(text))))


def read(text: str, view: View, heard: Heard | None) -> Understood:
    """Understand a message in the light of what the model heard; None: it is down or late, and keywords decide."""
    if view.bases & {"day", "time"} and (meant := LOOSELY.get(keywords.plain(text).strip())):
        return replace(read(meant, view, None), text=text)
    plain, said = keywords.plain(text), words(text[: keywords.LIMIT])
    first, confidence = intended(plain, heard)
    if first in (*IDLE, "affirm") and topics.asks_why(plain):
        first = "ask_faq"
    judged = None if heard is None or view.bases & {*WHEN} or len(said) <= TERSE else heard.chances or None
    timed_at = tuple(when.times(text, view.frame(), judged))
    told = first not in COMMANDS and not (first in MANNERS and confidence >= SURE) and not timed_at
    taken = intake(text, plain, view, own_words=told)
    wished = wishes(text, plain, first, taken.get("race", ""), view, judged)
    if first == "ask_faq" and (keywords.wants(plain) if wished else prefers_a_type(plain)):
        first = "book"
    felt = {} if keywords.exact(plain) else complaints(said, view.knowledge, heard)
    torn = hesitation(plain, felt)
    told_of_it = health(plain, said, {} if torn else felt, view)
    about = view.about if "red_flags" in view.bases else ()
    raised = tuple(alarms(text, told_of_it, about, view.knowledge, heard))
    answers = chosen(
        first,
        {
            **told_of_it,
            **({"doubt": torn} if torn else unsure(felt, None if keywords.exact(plain) else heard)),
            **{f"flag.{flag}": "yes" for flag in raised},
            **({"wait": "sooner"} if first == "wait" and errands.would_come_sooner(plain) else {}),
            **taken,
            **session(plain, first, view),
            **wished,
        },
    )
    intent = settled(first, confidence, plain, answers, view)
    return Understood(
        text=text,
        intent=intent,
        confidence=confidence,
        faq="" if introduced(answers, plain, view) else asked_about(intent, nameless(plain, answers), heard),
        complaints=tuple((label, answers.get(f"side.{label}", ""), sure) for label, sure in felt.items() if sure),
        red_flags=raised,
        times=timed_at,
        answers={} if intent == "out_of_scope" else answers,
    )


# ---------------------------------------------------------------- intent


def intended(plain: str, heard: Heard | None) -> tuple[str, float]:
    """What the message is for, taken by itself, and how sure that is."""
    if known := keywords.exact(plain) or errands.about_appointments(plain):
        return known, 1.0
    if not any(map(str.isalnum, plain)):  # a smile is no yes
        return "inform", 0.0
    if heard is None:
        return keywords.guess(plain), 0.5
    plainly = keywords.command(plain)
    if plainly and backed(plainly, heard):
        return plainly, SURE
    asks = keywords.wants(plain) and dict(heard.ranking).get("book", 0.0) >= FAINTLY
    if heard.intent == "describe" and (asks or heard.chances.get("want", 0.0) >= WISHED):
        return "book", heard.confidence
    if heard.intent == "book" and heard.chances.get("from", 0.0) >= MOVED:
        return "reschedule", heard.confidence
    return heard.intent.partition("/")[0] or "inform", heard.confidence


def backed(plainly: str, heard: Heard) -> bool:
    """Whether a command stands that the words plainly give: a person always; else the model is unsure, or thinks of it.

    What is booked already and what is to be booked sound alike: there the words decide between the model's first two.
    """
    thought_of = heard.intent == "book" and dict(heard.ranking).get(plainly, 0.0) >= SECOND
    thought_of |= plainly == "reschedule" and heard.intent == "undo"  # "change that to 3" undoes nothing
    return plainly == "human" or heard.confidence < SURE or thought_of


def settled(intent: str, confidence: float, plain: str, answers: Mapping[str, str], view: View) -> str:
    """The intent in the light of what was asked and of what the message answers."""
    got = {slot.partition(".")[0] for slot in answers}
    if errands.about_appointments(plain) or (keywords.exact(plain) and not (got and intent in IDLE)):
        return intent
    if "which" in got & view.bases and keywords.without_reference(plain).strip() == "my appointment":
        return "inform"  # it is named, not asked for
    if "red_flags" in view.bases and "flag" not in got and denied(plain, answers):
        return "deny"
    if "cleared" in view.bases and particulars.gave_leave(plain):
        return "affirm"
    if "cleared" in view.bases and keywords.asks_leave(plain):
        return "inform"
    if view.bases & OFFERED and intent not in SPOKEN_OF and keywords.says_yes(plain):
        return "affirm"
    if (intent == "affirm" or view.bases & OFFERED) and not got and keywords.hesitates(plain):
        return "dont_know"
    if "agreed" in view.bases and got & CHOSEN and intent in ("book", "reschedule"):
        return "inform"
    if replied(intent, confidence, answers, view):
        return intent
    if intent == "inform" and replied("deny", confidence, answers, view) and keywords.none_of_them(plain):
        return "deny"
    if introduced(answers, plain, view) or (got & view.bases and not ordered(intent, confidence, plain)):
        return "inform"
    if intent == "out_of_scope":
        return beyond(confidence, got, plain, answers, view)
    idle = intent in IDLE and not (intent == "inform" and confidence >= SURE and view.asked)
    return told_of(got, plain, answers) if got and idle else intent


def denied(plain: str, answers: Mapping[str, str]) -> bool:
    """Whether the warnings are denied as a whole; "not the knee, the shin" and "no 90" put something else right."""
    corrects = any(slot.startswith("complaint.") and answer == "no" for slot, answer in answers.items())
    changes = bool(CHOSEN & answers.keys()) and not keywords.NONE.search(plain)
    return keywords.none_of_them(plain) and not corrects and not changes


def replied(intent: str, confidence: float, answers: Mapping[str, str], view: View) -> bool:
    """Whether yes, no or "no idea" is said in many words: nothing is told but that, to what is asked."""
    plainly = REPLIES.get(intent, set())
    told = {slot.partition(".")[0]: answer for slot, answer in answers.items() if slot != "guardian"}
    only = all(slot in view.bases and answer in plainly for slot, answer in told.items())
    return confidence >= SURE and bool(plainly) and only


def prefers_a_type(plain: str) -> bool:
    """Whether a type of session is chosen: "I'd rather have a maintenance massage" asks nothing."""
    return bool(preferences.session_type(plain)) and keywords.prefers(plain)


def introduced(answers: Mapping[str, str], plain: str, view: View) -> bool:
    """Whether somebody who was asked gives their name or number, and asks nothing."""
    return bool({"name", "contact"} & answers.keys() & view.bases) and "?" not in plain


def ordered(intent: str, confidence: float, plain: str) -> bool:
    """Whether a message that answers the open question is a command all the same; a question must read like one."""
    asks = intent != "ask_faq" or "?" in plain or bool(topics.topic(plain))
    return intent in COMMANDS and confidence >= SURE and asks


def beyond(confidence: float, got: Collection[str], plain: str, answers: Mapping[str, str], view: View) -> str:
    """Out of scope if that is likely and nothing of use was said. While something is asked, it must be surer."""
    likely, certain = (SURE, CERTAIN) if view.asked else (LIKELY, SURE)
    useful = BODILY & set(got) if confidence >= certain else got
    if useful:
        return told_of(got, plain, answers)
    return "out_of_scope" if confidence >= likely else "inform"


def told_of(got: Collection[str], plain: str, answers: Mapping[str, str]) -> str:
    """What a message with answers is for, when it sounds like manners or nothing."""
    if keywords.wants(plain) or ("?" in plain and {"day", "time"} & set(got)):
        return "book"
    if any(slot.startswith("complaint.") and answer == "yes" for slot, answer in answers.items()):
        return "describe"
    return "inform"


def asked_about(intent: str, plain: str, heard: Heard | None) -> str:
    """The topic of the question in a message, whatever else it says."""
    if topics.asks_why(plain):
        return "privacy"
    if keywords.exact(plain) or intent in ("human", "out_of_scope"):
        return ""
    ranked = [] if heard is None else [(one.partition("/")[2], sure) for one, sure in heard.ranking if "/" in one]
    if intent == "ask_faq" and ranked:
        return ranked[0][0]
    likely = next((topic for topic, sure in ranked if sure >= SECOND and "?" in plain), "")
    return topics.topic(plain) or likely


def nameless(plain: str, answers: Mapping[str, str]) -> str:
    """The text without the client's name: who is called Price asks for none."""
    return plain.replace(keywords.plain(answers["name"]), " ") if "name" in answers else plain


# ---------------------------------------------------------------- what hurts


def health(plain: str, said: Sequence[Word], felt: Mapping[str, float], view: View) -> dict[str, str]:
    """The complaints and what is said of them: of the first, where there are several and it is not plain of which."""
    labels = [label for label, sure in felt.items() if sure]
    asked, told = asked_of_it(view.bases), consenting.ageless(plain) if "consent" in view.bases else plain
    sided = sides(said, sore(said, view.knowledge), labels, asked)
    started = since(told, view.frame("since" if asked & ABOUT_IT else ""))
    if "red_flags" in asked and not labels and len(said) > BRIEF:
        started = None  # "fever last week, fine now": not the ache's
    begun = started.isoformat() if started else "race" if since_a_race(plain) else ""
    aches = labels or (asked & ABOUT_IT and not felt)
    about = f".{labels[0]}" if labels else ""
    scores = several(told, labels, asked, view) or {
        about: particulars.severity(told, asked if labels or sided else view.bases, hurts=bool(labels or sided))
    }
    none = particulars.nothing_hurts(plain, view.bases) and not labels
    return {
        **{f"complaint.{label}": "yes" if sure else "no" for label, sure in felt.items()},
        **({"complaint.none": "yes"} if none else {}),
        **sided,
        **({f"since{about}": begun} if begun and aches else {}),
        **{f"severity{place}": score for place, score in scores.items() if score},
    }


def asked_of_it(asked: Asked) -> Asked:
    """What is asked of an ache; beside a "yes" to our asking about health it may be told as well."""
    return asked | {"side", "since", "severity"} if "consent" in asked else asked


def several(plain: str, labels: Sequence[str], asked: Asked, view: View) -> dict[str, str]:
    """How bad each of several complaints is, where each has its own number."""

    def named(piece: str) -> list[str]:
        return [place.label for place in sore(words(piece), view.knowledge) if place.label in labels]

    told = particulars.severities(plain, asked, named) if len(labels) > 1 else {}
    return {f".{label}": score for label, score in told.items()}


# ---------------------------------------------------------------- everything else


def intake(text: str, plain: str, view: View, *, own_words: bool) -> dict[str, str]:
    """Running, races, goal, care, consent, name and contact. A goal may be told in the client's `own_words`."""
    asked, seen = view.bases, keywords.readable(text)
    own_words = own_words and not keywords.exact(plain)
    said = {
        "consent": consenting.consent(plain, asked),
        "guardian": consenting.guardian(plain, asked),
        "routine": running.routine(plain, asked, view.profile.units),
        "race": races(plain, view.frame(), asked),
        "goal": running.goal(plain, asked, seen if own_words else ""),
        "care": particulars.care(plain, asked),
        "name": name(keywords.without_reference(seen), asked),
        **dict(zip(WAYS, contacts(seen, asked, view.profile.locale), strict=False)),
    }
    return {slot: answer for slot, answer in said.items() if answer}


def session(plain: str, intent: str, view: View) -> dict[str, str]:
    """What kind of session, how long and with whom."""
    names = {therapist.id: therapist.name for therapist in view.profile.therapists}
    said = {
        "pair": "both" if errands.before_and_after(plain) else "",
        "suggestion": preferences.session_type(plain),
        "length": preferences.length(plain, view.bases, books=intent == "book" or keywords.wants(plain)),
        "therapist": preferences.therapist(plain, view.bases, names),
    }
    return {slot: answer for slot, answer in said.items() if answer}


def wishes(
    text: str, plain: str, intent: str, race: str, view: View, judged: Mapping[str, float] | None
) -> dict[str, str]:
    """`day`, `time` and `which`. While something else is asked that a day may answer, a bare day is no wish."""
    asked = next((slot for slot in WHEN if slot in view.bases), "")
    if "agreed" in view.bases and HOUR.search(plain):  # "make it 11" to an offer
        asked = "time"
    frame = replace(view.frame(asked), race=view.race or ahead(race, view))
    if view.bases & {"name", "contact"} and not name(keywords.readable(text), view.bases):
        frame = replace(frame, asked=asked)  # "Thursday evening" is nobody's name, so it is another time
    said = when.answers(timed(text, plain, asked, view), frame, judged)
    if intent == "reschedule" and not said and HOUR.search(plain):  # "change that to 3"
        said = when.answers(text, replace(frame, asked="time"), judged)
    if view.bases & {*WHEN} and errands.one_of_these(plain):
        return {}
    if "time" not in said and view.bases & BEING_CHOSEN and (sooner := errands.than_these(plain)):
        said = {**said, "time": sooner}
    if asked != "which" and view.bases & NOT_WISHES and intent not in ERRANDS and not keywords.suits(plain):
        return {}
    if asked == "which" or intent in ("cancel_appointment", "reschedule"):
        named = keywords.reference(text) or ("" if intent == "reschedule" and asked != "which" else moment(said))
        return ({} if moment(said) == named else dict(said)) | ({"which": named} if named else {})
    return dict(said)


def timed(text: str, plain: str, asked: str, view: View) -> str:
    """The text, without what could be taken for a time and is a length, manners or "the Thursday one"."""
    if asked == "which":
        return plain.replace(" one", "")
    bare = keywords.unmannered(preferences.timeless(plain))
    return text if bare == plain else bare


def moment(said: Mapping[str, str]) -> str:
    """The beginning of an appointment's start, as far as it was told: a day, or a day and an hour."""
    return said.get("which") or "T".join(said[slot] for slot in ("day", "time") if slot in said)


def ahead(race: str, view: View) -> date | None:
    """The day of the first race told that is still to come."""
    days = [date.fromisoformat(day) for day in (one.partition("@")[2] for one in race.split("+")) if day]
    return next((day for day in days if day >= view.now.date()), None)


def chosen(intent: str, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without what was only asked about, and without a therapist who is the client's namesake."""
    about = intent in SPOKEN_OF
    namesake = answers.get("therapist", "") in answers.get("name", "").lower().split()
    return {
        slot: answer
        for slot, answer in answers.items()
        if not ((about or intent == "late") and slot in CHOSEN) and not (slot == "therapist" and namesake)
    }


# ---------------------------------------------------------------- for the outside


def outline(understood: Understood, knowledge: Knowledge) -> dict[str, Any]:
    """What `cooldown parse` prints: contract.md's object."""
    intent = WIRE.get(understood.intent, understood.intent)
    return {
        "text": understood.text,
        "intent": intent,
        "confidence": round(understood.confidence, 2),
        **({"faq": understood.faq} if intent == "ask_faq" else {}),
        "complaints": [
            {"label": label, "side": side, "confidence": round(sure, 2)} for label, side, sure in understood.complaints
        ],
        "red_flags": [
            {"flag": knowledge.flags[flag].flag, "urgency": knowledge.flags[flag].urgency}
            for flag in understood.red_flags
        ],
        "times": [spoken(mention) for mention in understood.times],
        "answers": dict(understood.answers),
    }


def spoken(mention: when.Mention) -> dict[str, Any]:
    """A time, as the contract has it."""
    return {
        "text": mention.text,
        "role": mention.role,
        "start": mention.start.isoformat(timespec="minutes"),
        "end": mention.end and mention.end.isoformat(timespec="minutes"),
        "grain": mention.grain,
    }
