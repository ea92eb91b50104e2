"""One message -> what was said: the model's intent and complaints, times, red flags and the particulars of an intake.

`read` is pure: rules over the words, and over what the model heard, if it heard anything. Its thresholds were chosen on
data/nlu/dev, never on data/nlu/test; docs/understanding.md tells why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import when
from bot.aches import health
from bot.alarms import alarms, suspected
from bot.complaints import complaints, hesitation, unsure
from bot.heard import Hear, Heard
from bot.intents import COMMANDS, IDLE, ON_RECORD, SURE, asked_about, intended, introduced, settled, sideless
from bot.messages import HALF_HEARD, Said, base
from bot.view import View
from bot.wished import NOT_WISHES, WHEN, agreed, chosen, given_up, session, spread, wishes
from bot.words import consenting, errands, keywords, particulars, preferences, replies, running, sides, topics
from bot.words.contacts import contacts
from bot.words.ordinary import is_ordinary
from bot.words.races import races
from bot.words.respelt import put_right
from bot.words.speech import words
from bot.words.who import name

ANSWERED = 2.0  # trust in the rules where a time is asked for: most answers are plain
RULED = 0.8  # how often the rules are right where the open question changes what a message is for
TERSE = 4  # words: a time that is nearly all that is said is meant
MANNERS = frozenset("greet thank goodbye repeat help affirm deny dont_know".split())  # these tell nothing else
SOUNDS_LIKE = IDLE | {"affirm", "show_appointment", "book"}  # … a question that the model has never heard of
WAYS = ("contact", "contact.other")  # to reach a client, as they were told
BY_THE_WAY = frozenset("prices payment place parking therapists what_to_wear".split())  # asked beside a choice
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
    if "complaint" in view.bases and (own := keywords.as_own(text)) != text:
        return replace(read(own, view, heard), text=text)
    plain, said = keywords.plain(text), words(sides.put_right(text[: keywords.LIMIT]))
    first, confidence = intended(plain, heard)
    if first in SOUNDS_LIKE and topics.of_ours(plain) and not keywords.is_lost(plain) and not keywords.wants(plain):
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
    if (
        first == "ask_faq"
        and view.bases & {"day", "time"}
        and {"day", "time"} <= wished.keys()
        and topics.topic(plain) in BY_THE_WAY
    ):
        first = "inform"  # "Thursday at 5, how much is that?"
    if first == "ask_faq" and (keywords.wants(plain) if wished else prefers_a_type(plain)):
        first = "book"
    felt = {} if replies.exact(plain) else complaints(said, view.knowledge, heard)
    torn = hesitation(plain, felt)
    told_of_it = health(plain, said, {} if torn else felt, view, wished.get("day", ""))
    about = view.about if "red_flags" in view.bases else ()
    feared = None if is_ordinary(text) else heard
    raised = tuple(alarms(text, told_of_it, about, view.knowledge, feared))
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
            **given_up(plain, first, view),
        },
    ) or agreed(plain, view)
    intent = settled(first, confidence, plain, answers, view)
    answers = dict(sideless(answers)) if intent == "stop" else answers
    doubtful = suspected(raised, intent, view.knowledge.flags, feared, view.asked) if len(said) > TERSE else []
    for flag in doubtful:
        answers[f"suspected.{flag}"] = answers.pop(f"flag.{flag}", HALF_HEARD)
    return Understood(
        text=text,
        intent=intent,
        confidence=confidence if intent == first else max(confidence, RULED),
        faq="" if introduced(answers, plain, view) else asked_about(intent, nameless(plain, answers), heard),
        complaints=tuple((label, answers.get(f"side.{label}", ""), sure) for label, sure in felt.items() if sure),
        red_flags=tuple(flag for flag in raised if flag not in doubtful),
        times=timed_at,
        answers={slot: it for slot, it in answers.items() if intent != "out_of_scope" or base(slot) == "suspected"},
    )


def judgement(heard: Heard, view: View) -> when.Judgement | None:
    """What the model thinks of the times. It is not told what was asked: an answer to "when?" surely names some."""
    if "which" in view.bases or not heard.chances:
        return None
    if view.booked or view.bases & {*WHEN}:
        return when.Judgement({}, heard.times, ANSWERED)
    return when.Judgement(heard.chances, () if view.bases & NOT_WISHES else heard.times)


def prefers_a_type(plain: str) -> bool:
    """Whether a type of session is chosen: "I'd rather have a maintenance massage" asks nothing."""
    return bool(preferences.session_type(plain)) and keywords.prefers(plain)


def nameless(plain: str, answers: Mapping[str, str]) -> str:
    """The text without the client's name: who is called Price asks for none."""
    words_of_it = keywords.plain(answers.get("name", "")).split()
    return " ".join(word for word in plain.split() if word.strip(",.!?") not in words_of_it)


def intake(text: str, plain: str, view: View, *, own_words: bool) -> dict[str, str]:
    """Running, races, goal, care, consent, name and contact. A goal may be told in the client's `own_words`."""
    asked, seen = view.bases, keywords.readable(text)
    reply = replies.exact(plain) or replies.spoken(words(plain))
    if reply == "stop" or keywords.drops_it(plain):  # "forget it, I'm off" is nobody's name, "okay, I'm out" no consent
        return {}
    said = {
        "consent": consenting.consent(plain, asked),
        "guardian": consenting.guardian(plain, asked),
        "routine": running.routine(plain, asked, view.profile.units),
        "race": races(plain, view.frame(), asked),
        "goal": running.goal(plain, asked, seen if own_words and not reply else ""),
        "care": particulars.care(plain, asked),
        "name": put_right(seen, name(keywords.without_reference(seen), asked), view.name),
        **dict(zip(WAYS, contacts(seen, asked, view.profile.locale), strict=False)),
    }
    return {slot: answer for slot, answer in said.items() if answer}
