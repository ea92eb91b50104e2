"""One message -> what was said: the model's intent and complaints, times, red flags and the particulars of an intake.

`read` is pure: rules over the words, and over what the model heard, if it heard anything. Its thresholds were chosen on
data/nlu/dev, never on data/nlu/test; docs/understanding.md tells why.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot import when
from bot.alarms import alarms, suspected
from bot.complaints import complaints, hesitation, sore, unsure
from bot.intents import CHOSEN, COMMANDS, IDLE, ON_RECORD, SPOKEN_OF, SURE, asked_about, intended, introduced, settled
from bot.listening import Hear, Heard
from bot.messages import Said
from bot.view import View
from bot.words import consenting, errands, keywords, particulars, preferences, replies, running, topics
from bot.words.begun import is_wished_for, since, since_a_race
from bot.words.contacts import contacts
from bot.words.keywords import Asked
from bot.words.races import races
from bot.words.respelt import put_right
from bot.words.sides import sides
from bot.words.speech import Word, words
from bot.words.who import name

ANSWERED = 2.0  # trust in the rules where a time is asked for: most answers are plain
RULED = 0.8  # how often the rules are right where the open question changes what a message is for
TERSE = 4  # words: a time that is nearly all that is said is meant
MANNERS = frozenset("greet thank goodbye repeat help affirm deny dont_know".split())  # these tell nothing else
ERRANDS = frozenset("book reschedule cancel_appointment".split())
BRIEF = 5  # words of "since last monday", told late
BEING_CHOSEN = frozenset("day time agreed name".split())  # "anything earlier?" is about a time then
ABOUT_IT = frozenset("complaint side since severity".split())  # one question asks them all
WARNINGS = frozenset("red_flags suspected cleared".split())  # what is told while these are asked answers them
WHEN = ("day", "time", "which")  # a time answers these
A_DAY = timedelta(1)
NOT_WISHES = ABOUT_IT | {"routine", "race"}  # while these are asked a bare day is theirs
WAYS = ("contact", "contact.other")  # to reach a client, as they were told
HOUR = re.compile(  # said of an offer: "make it 11", "ok 6 then"
    r"\b(?:to|at|do|it|say|for|about|around) (?:half )?\d{1,2}\b(?!\d| ?m)"
    r"|^(?:(?:ok|okay|yes|yeah|no|nope|sorry|right|or|and|then|actually),? )+\d{1,2}\b(?!\d| ?m|%)"
    r"|^\d{1,2}(?: (?:then|please|pls|instead))+\W*$"
)
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


async def understand(text: str, view: View, ask_model: Hear) -> Understood:
    """Understand a message; short replies do not wait for the model."""
    if replies.exact(keywords.plain(text)):
        return read(text, view, None)
    said = keywords.without_reference(keywords.readable(text))
    return read(text, view, await ask_model(said, when.phrases(said, view.frame())))


def read(text: str, view: View, heard: Heard | None) -> Understood:
    """Understand a message in the light of what the model heard; None: it is down or late, and keywords decide."""
    if view.bases & {"day", "time"} and (meant := LOOSELY.get(keywords.plain(text).strip())):
        return replace(read(meant, view, None), text=text)
    plain, said = keywords.plain(text), words(text[: keywords.LIMIT])
    first, confidence = intended(plain, heard)
    if first in (*IDLE, "affirm") and topics.asks_why(plain):
        first = "ask_faq"
    judged = None if heard is None or len(said) <= TERSE else judgement(heard, view)
    timed_at = tuple(when.times(text, view.frame(), judged))
    choosing = view.booked or view.bases & {"day", "time"}
    if first == "cancel_appointment" and choosing and any(one.role == "not" for one in timed_at):
        first = "inform"  # "I can't do Thursdays" rules them out
    told = first not in COMMANDS and not (first in MANNERS and confidence >= SURE) and not timed_at
    taken = intake(text, plain, view, own_words=told)
    wished = wishes(text, plain, first, taken.get("race", ""), view, judged)
    if view.flow in ON_RECORD and keywords.keeps(plain):
        first, wished = "stop", {}  # "no, keep Friday"
    if first == "greet" and confidence >= SURE and not view.asked and keywords.greets_by_the_hour(plain):
        wished, timed_at = {}, ()
    if "which" in wished:
        wished["which"] = spread(wished["which"], timed_at)
    if first == "ask_faq" and (keywords.wants(plain) if wished else prefers_a_type(plain)):
        first = "book"
    felt = {} if replies.exact(plain) else complaints(said, view.knowledge, heard)
    torn = hesitation(plain, felt)
    told_of_it = health(plain, said, {} if torn else felt, view, wished.get("day", ""))
    about = view.about if "red_flags" in view.bases else ()
    raised = tuple(alarms(text, told_of_it, about, view.knowledge, heard))
    answers = chosen(
        first,
        {
            **told_of_it,
            **({"doubt": torn} if torn else unsure(felt, None if replies.exact(plain) else heard)),
            **{f"flag.{flag}": "yes" for flag in raised},
            **({"wait": "sooner"} if first == "wait" and errands.would_come_sooner(plain) else {}),
            **taken,
            **session(plain, first, view),
            **wished,
        },
    )
    intent = settled(first, confidence, plain, answers, view)
    volunteered = not view.bases & WARNINGS and len(said) > TERSE
    doubtful = suspected(raised, intent, view.knowledge.flags, heard) if volunteered else []
    for flag in doubtful:
        answers[f"suspected.{flag}"] = answers.pop(f"flag.{flag}")
    return Understood(
        text=text,
        intent=intent,
        confidence=confidence if intent == first else max(confidence, RULED),
        faq="" if introduced(answers, plain, view) else asked_about(intent, nameless(plain, answers), heard),
        complaints=tuple((label, answers.get(f"side.{label}", ""), sure) for label, sure in felt.items() if sure),
        red_flags=tuple(flag for flag in raised if flag not in doubtful),
        times=timed_at,
        answers={} if intent == "out_of_scope" else answers,
    )


def judgement(heard: Heard, view: View) -> when.Judgement | None:
    """What the model thinks of the times. It is not told what was asked: an answer to "when?" surely names some."""
    if "which" in view.bases or not heard.chances:
        return None
    if view.booked or view.bases & {*WHEN}:
        return when.Judgement({}, heard.times, ANSWERED)
    return when.Judgement(heard.chances, () if view.bases & NOT_WISHES else heard.times)


# ---------------------------------------------------------------- what hurts


def health(plain: str, said: Sequence[Word], felt: Mapping[str, float], view: View, wished: str = "") -> dict[str, str]:
    """The complaints and what is said of them: of the first, where there are several and it is not plain of which.

    `wished` is the day that is wished for: "a rub on Friday" tells of no ache that began on one.
    """
    labels = [label for label, sure in felt.items() if sure]
    asked, told = asked_of_it(view.bases), consenting.ageless(plain) if "consent" in view.bases else plain
    sided = sides(said, sore(said, view.knowledge), labels, asked)
    started = since(told, view.frame("since" if asked & ABOUT_IT else ""))
    if "red_flags" in asked and "since" not in asked and not labels and len(said) > BRIEF:
        started = None  # "fever last week, fine now": not the ache's
    if started and is_wished_for(started, wished, plain):
        started = None
    begun = started.isoformat() if started else "race" if since_a_race(plain) else ""
    aches = labels or (asked & ABOUT_IT and not felt)
    about = f".{labels[0]}" if labels else ""
    hurts = bool(labels or sided)
    scores = several(told, labels, asked, view) or {
        about: particulars.severity(told, asked if hurts else view.bases, hurts=hurts)
    }
    if view.booked and not hurts:
        scores = {}  # "10/10" is praise
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

    def named(piece: str) -> set[str]:
        return {place.label for place in sore(words(piece), view.knowledge) if place.label in labels}

    told = particulars.severities(plain, asked, named) if len(labels) > 1 else {}
    return {f".{label}": score for label, score in told.items()}


# ---------------------------------------------------------------- everything else


def prefers_a_type(plain: str) -> bool:
    """Whether a type of session is chosen: "I'd rather have a maintenance massage" asks nothing."""
    return bool(preferences.session_type(plain)) and keywords.prefers(plain)


def nameless(plain: str, answers: Mapping[str, str]) -> str:
    """The text without the client's name: who is called Price asks for none."""
    return plain.replace(keywords.plain(answers["name"]), " ") if "name" in answers else plain


def intake(text: str, plain: str, view: View, *, own_words: bool) -> dict[str, str]:
    """Running, races, goal, care, consent, name and contact. A goal may be told in the client's `own_words`."""
    asked, seen = view.bases, keywords.readable(text)
    own_words = own_words and not replies.exact(plain) and not replies.spoken(words(plain))
    said = {
        "consent": consenting.consent(plain, asked),
        "guardian": consenting.guardian(plain, asked),
        "routine": running.routine(plain, asked, view.profile.units),
        "race": races(plain, view.frame(), asked),
        "goal": running.goal(plain, asked, seen if own_words else ""),
        "care": particulars.care(plain, asked),
        "name": put_right(seen, name(keywords.without_reference(seen), asked), view.name),
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


def wishes(text: str, plain: str, intent: str, race: str, view: View, judged: when.Judgement | None) -> dict[str, str]:
    """`day`, `time` and `which`. While something else is asked that a day may answer, a bare day is no wish."""
    asked = next((slot for slot in WHEN if slot in view.bases), "time" if view.booked else "")
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
    """The text, without what could be taken for a time and is a length, manners, "10-4" or "the Thursday one"."""
    if asked == "which":
        return plain.replace(" one", "")
    bare = keywords.unmannered(preferences.timeless(plain))
    if not asked:
        bare = keywords.RADIO.sub(" ", bare)
    return text if bare == plain else bare


def moment(said: Mapping[str, str]) -> str:
    """The beginning of an appointment's start, as far as it was told: a day, or a day and an hour."""
    return said.get("which") or "T".join(said[slot] for slot in ("day", "time") if slot in said)


def spread(named: str, spoken: Sequence[when.Mention]) -> str:
    """The days among which an appointment is: "the one next week" need not be on its Monday."""
    lasts = [one.end - A_DAY for one in spoken if one.end and str(one.start.date()) == named]
    return f"{named}..{lasts[0].date()}" if lasts and str(lasts[0].date()) > named else named


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
