"""What a message is for: the model's word and the plain words, weighed in the light of what is asked. Pure."""

import re
from collections.abc import Collection, Mapping

from bot.heard import Heard
from bot.messages import base
from bot.view import View
from bot.words import denials, errands, keywords, particulars, topics
from bot.words.particulars import DETAILS
from bot.words.replies import exact, fed_up, nothing_else, spoken
from bot.words.speech import words

SURE = 0.6  # a command beside an answer must be as sure, and what is out of scope while something is asked
LIKELY = 0.3  # out of scope from here on where nothing is asked: "that is not for me" costs little more than "pardon?"
CERTAIN = 0.8  # warnings denied; out of scope while something is asked, even if words name a day: "table for two at 8"
FAINTLY = 0.005  # words that ask for an appointment need no more of the model's word
WISHED = 0.5  # who describes an ache and so likely wishes for a time books
MOVED = 0.3  # who books and so likely gives another time away moves
GIVEN = 0.5  # … as long as one of the times it names is likely to be that time
SECOND = 0.15  # a runner-up question is answered as well from here on, if the message asks something
COMMANDS = frozenset("human stop restart undo cancel_appointment reschedule show_appointment ask_faq".split())
CHANGES = frozenset("cancel_appointment reschedule stop restart undo".split())
LEAVES = CHANGES | {"show_appointment"}  # "forget the whole booking" sounds like these, and nothing is booked yet
FOLLOWED = 0.4  # … and these, which no plain word gives, are believed from here on: all of dev's are surer
IDLE = frozenset("out_of_scope greet thank goodbye dont_know repeat help deny undo skip inform".split())
REPLIES = {"affirm": {"yes"}, "deny": {"no", "none"}, "dont_know": {"unknown"}}  # and the answers they may come with
# What these name is asked about, not chosen.
SPOKEN_OF = frozenset("ask_faq human show_appointment cancel_appointment late today".split())
CHOSEN = frozenset("length therapist suggestion day time".split())  # of an offer, these change by being said
ELSEWHERE = frozenset({"race", "care"})  # "not racing" and "not seen anyone" deny these, and no warnings
UNHEARD = ("dont_know", "stop")  # "who knows, I keep going dizzy" must be heard out where the warnings are asked
OFFERED = frozenset("agreed suggestion cleared suspected".split())  # a yes to these books, or stops
ON_RECORD = ("cancel", "reschedule", "show")  # errands about an appointment that there is
RECONSIDERED = frozenset("book inform deny stop undo out_of_scope".split())  # may be second thoughts on what was booked
FAREWELLS = ("thank", "goodbye")  # "thanks, Anna" wishes for nobody
STATEMENTS = re.compile(r"[,.;!]")
RESCHEDULED = frozenset("day time therapist length".split())
AGREED = frozenset("agreed consent guardian".split())  # a yes to these has no ifs and no second thoughts
BODILY = frozenset("complaint flag doubt which contact".split())  # of use, whatever else a message seems to be


def intended(plain: str, heard: Heard | None) -> tuple[str, float]:
    """What the message is for, taken by itself, and how sure that is."""
    if known := exact(plain) or errands.about_appointments(plain):
        return known, 1.0
    if keywords.is_lost(plain):
        return "help", 1.0
    if not any(map(str.isalnum, plain)) or errands.names_a_moment(plain):  # a smile is no yes
        return "inform", 0.0
    if heard is None:
        return keywords.guess(plain), 0.5
    plainly = keywords.command(plain)
    if plainly and backed(plainly, heard):
        return plainly, SURE
    thought_of = dict(heard.ranking).get("book", 0.0)
    asks = keywords.wants(plain) and thought_of >= FAINTLY
    if heard.intent == "describe" and (asks or heard.chances.get("want", 0.0) >= WISHED):
        return "book", heard.confidence
    if asks and heard.intent == "show_appointment" and heard.confidence < SURE:
        return "book", heard.confidence
    if heard.intent == "book" and heard.chances.get("from", 0.0) >= MOVED and gives_away(heard):
        return "reschedule", heard.confidence
    booking = asks or thought_of >= MOVED
    if booking and heard.intent == "reschedule" and heard.confidence < SURE and not gives_away(heard):
        return "book", heard.confidence
    intent = heard.intent.partition("/")[0] or "inform"
    return "inform" if intent in CHANGES and heard.confidence < FOLLOWED else intent, heard.confidence


def gives_away(heard: Heard) -> bool:
    """Whether one of the times spoken of is one to be moved; if none is spoken of, it may be "mine" or "it"."""
    return not heard.times or any(chances.get("from", 0.0) >= GIVEN for _, chances in heard.times)


def backed(plainly: str, heard: Heard) -> bool:
    """Whether a command stands that the words plainly give: a person always; else the model is unsure, or thinks of it.

    What is booked already and what is to be booked sound alike: there the words decide between the model's first two.
    """
    thought_of = heard.intent == "book" and dict(heard.ranking).get(plainly, 0.0) >= SECOND
    thought_of |= plainly == "reschedule" and heard.intent == "undo"  # "change that to 3" undoes nothing
    return plainly == "human" or heard.confidence < SURE or thought_of


def settled(intent: str, confidence: float, plain: str, answers: Mapping[str, str], view: View) -> str:
    """The intent in the light of what was asked and of what the message answers."""
    if view.flow == "book" and keywords.drops_it(plain):
        return "stop"  # nothing is booked yet
    if view.flow == "cancel" and "agreed" in view.bases and errands.another_day(plain):
        return "reschedule"
    meant = in_view(intent, confidence, plain, answers, view)
    if view.mine and not view.flow and meant == "inform" and "length" in answers and errands.one_more(plain):
        return "book"  # "another 60 minutes"
    if view.booked and meant != "today" and errands.asks_when(plain):
        return "show_appointment"
    if view.booked and not errands.one_more(plain) and not errands.opens_anew(plain, answers):
        meant = intent if intent in FAREWELLS else second_thought(meant, plain, answers)
    if meant == "deny" and "red_flags" in view.bases and denials.tells_some(plain):
        return "inform"  # which of them it is must be asked again
    if meant == "affirm" and view.flow == "cancel" and "agreed" in view.bases:
        if keywords.keeps(plain):
            return "stop"
        agrees = keywords.agrees_to_cancel(plain) and "length" not in answers
        return meant if agrees else "thank"  # "ok thanks, bye" may close the talk as well
    if meant == "affirm" and view.bases & AGREED and keywords.on_condition(plain):
        return "inform"
    if view.flow in ON_RECORD and meant in ("stop", "cancel_appointment"):
        return called_off(intent, confidence, plain) or meant
    rest = plain.replace(answers.get("therapist", ""), "")  # with whom is no more than a wish
    unsaid = "cleared" in view.bases and not particulars.says_leave(rest, timed=bool(CHOSEN & answers.keys()))
    return "inform" if meant == "affirm" and unsaid else meant


def second_thought(intent: str, plain: str, answers: Mapping[str, str]) -> str:
    """What is meant right after a booking: another time for it, or none at all; asked again before either is done."""
    if errands.looks_forward(plain):
        return "thank"
    if intent not in RECONSIDERED:
        return intent
    if RESCHEDULED & answers.keys() or errands.another_time(plain):
        return "thank" if errands.times_a_reminder(plain) else "reschedule"
    if keywords.calls_off(plain) or "unsuited" in answers:
        return "cancel_appointment"
    if keywords.closes(plain):
        return "thank"
    if "stop" in map(exact, [plain, *STATEMENTS.split(plain)]):
        return "cancel_appointment"
    return "thank" if intent == "stop" else intent


def called_off(intent: str, confidence: float, plain: str) -> str:
    """What a stop means while an appointment that there is is spoken of, or "".

    "Bin it" would not leave it standing: we ask whether to cancel it.
    """
    sure = intent == "cancel_appointment" and confidence >= SURE
    return "cancel_appointment" if sure or keywords.calls_off(plain) else ""


def in_view(intent: str, confidence: float, plain: str, answers: Mapping[str, str], view: View) -> str:
    """The intent in the light of what was asked, before it is made sure that a doctor's word was given."""
    got = {base(slot) for slot in answers}
    plainly = exact(plain) or keywords.is_lost(plain)
    if errands.about_appointments(plain) or (plainly and not (got and intent in IDLE)):
        return intent
    if "which" in got & view.bases and keywords.without_reference(plain).strip() == "my appointment":
        return "inform"  # it is named, not asked for
    if "red_flags" in view.bases and "flag" not in got:
        if denied(plain, answers) and spoken(words(plain)) != "stop":
            return "inform" if got <= DETAILS and denials.adds(plain) else "deny"
        if intent == "deny" and keywords.hesitates(plain):
            return "dont_know"
        if intent == "deny" and confidence < CERTAIN:
            return "inform"  # the warnings are surely denied, or asked again
        if intent in ("deny", "inform") and denials.of_something_else(plain):
            return told_of(got, plain, answers)
    if reply := reworded(intent, confidence, plain, answers, view):
        return reply
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
    if none_alone(answers, view):
        return "deny"
    if intent == "inform" and replied("deny", confidence, answers, view) and denials.of_any_list(plain):
        return "deny"
    if introduced(answers, plain, view) or (got & view.bases and not ordered(intent, confidence, plain)):
        return "inform"
    if intent == "out_of_scope":
        return beyond(confidence, got, plain, answers, view)
    idle = intent in IDLE and not (intent == "inform" and confidence >= SURE and view.asked)
    if intent == "inform" and not view.asked and got & {"day", "time"}:
        return "reschedule" if "which" in got else "book"  # who tells of a time unasked would come then
    introduces = intent == "greet" and got <= {"name"}  # "hi, this is Ceri" is a hello all the same
    return told_of(got, plain, answers) if got and idle and not introduces else intent


def denied(plain: str, answers: Mapping[str, str]) -> bool:
    """Whether the warnings are denied as a whole; "not the knee, the shin" and "no 90" put something else right."""
    corrects = any(slot.startswith("complaint.") and answer == "no" for slot, answer in answers.items())
    changes = bool((CHOSEN | ELSEWHERE) & answers.keys()) and not denials.NONE.search(plain)
    return denials.of_the_warnings(plain) and not corrects and not changes and not keywords.hesitates(plain)


def reworded(intent: str, confidence: float, plain: str, answers: Mapping[str, str], view: View) -> str:
    """Yes, no, "no idea" or "enough" in other words, where something is asked and nothing else is told or asked."""
    reply = spoken(words(plain)) if view.asked and not plain.endswith("?") else ""
    if not alone(reply, sideless(answers) if reply == "stop" else answers, view):
        return ""
    if "red_flags" in view.bases and reply in UNHEARD and not nothing_else(words(plain)):
        if reply == "stop" and not fed_up(words(plain)):
            return reply
        return "inform" if intent == reply == "stop" else ""
    if reply == "stop" and intent in LEAVES:
        return reply
    risky = reply == "deny" and "red_flags" in view.bases  # these are denied plainly, or not at all
    return "" if risky or intent == "human" or ordered(intent, confidence, plain) else reply


def sideless(answers: Mapping[str, str]) -> Mapping[str, str]:
    """The answers without a side: "right, I'm out" tells of none."""
    return {slot: answer for slot, answer in answers.items() if base(slot) != "side"}


def replied(intent: str, confidence: float, answers: Mapping[str, str], view: View) -> bool:
    """Whether yes, no or "no idea" is said in many words: nothing is told but that, to what is asked."""
    return confidence >= SURE and intent in REPLIES and alone(intent, answers, view)


def alone(intent: str, answers: Mapping[str, str], view: View) -> bool:
    """Whether all that is told, if anything, is what such a reply says to what is asked."""
    told = {base(slot): answer for slot, answer in answers.items() if slot != "guardian"}
    return all(slot in view.bases and answer in REPLIES.get(intent, ()) for slot, answer in told.items())


def none_alone(answers: Mapping[str, str], view: View) -> bool:
    """Whether the one thing asked is answered by saying that there is none: "no races for me", "nobody treats it"."""
    return len(view.asked) == 1 and answers.keys() == view.bases and dict(answers) in ({"race": "none"}, {"care": "no"})


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
    if exact(plain) or keywords.is_lost(plain):
        return ""
    if ours := topics.of_ours(plain):
        return ours
    if intent in ("human", "out_of_scope"):
        return ""
    ranked = [] if heard is None else [(one.partition("/")[2], sure) for one, sure in heard.ranking if "/" in one]
    if intent == "ask_faq" and ranked:
        return ranked[0][0]
    likely = next((topic for topic, sure in ranked if sure >= SECOND and "?" in plain), "")
    return topics.topic(plain) or likely
