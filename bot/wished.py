"""What a message wishes for: what kind of session, how long, with whom, when, or which appointment. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot import when
from bot.aches import ABOUT_IT
from bot.intents import CHOSEN, SPOKEN_OF
from bot.view import View, next_race
from bot.words import errands, keywords, preferences
from bot.words.who import name

ERRANDS = frozenset("book reschedule cancel_appointment".split())
BEING_CHOSEN = frozenset("day time agreed name".split())  # "anything earlier?" is about a time then
KEPT = frozenset("agreed name contact".split())  # while these are asked, a time is on the screen
REACHED = re.compile(r"@|\d{3}")  # whose figures are no hour
HABIT = re.compile(  # of running, or how often
    r"\b(?:club|train\w*|park ?run|just|only|mostly|usually|always|every|most|each|long|\w+days|times|a week|weekly"
    r"|mornings|afternoons|evenings|runs?|running|ran|race\w*|racing)\b|\d ?(?:k|km|mi|miles?)\b"
)
WHEN = ("day", "time", "which")  # a time answers these
A_DAY = timedelta(1)
NOT_WISHES = ABOUT_IT | {"routine", "race"}  # while these are asked a bare day is theirs
THE_ONE = re.compile(r"\bthe (\d{1,2}(?::\d\d)?(?: ?[ap]m)?)(?: ?ish)? one\b")
CARED_FOR = re.compile(r"\b(?:treat\w*|physio\w*|see(?:s|ing|n)?|saw|doctors?|gp)\b")  # by somebody called Ben
NOT_OF_IT = re.compile(  # an hour beside a name that is not for the session
    r"\b(?:for|about|around) (?:half )?\d|\b(?:pay|ring|call|text|finish|start|work)\w*\b[^,.]{0,20}\d"
)
HOUR = re.compile(  # said of an offer: "make it 11", "ok 6 then"
    r"\b(?:to|at|do|it|say|for|about|around|meant?) (?:half )?\d{1,2}\b(?!\d| ?m)"
    r"|^(?:(?:ok|okay|yes|yeah|no|nope|sorry|right|or|and|then|actually),? )+\d{1,2}\b(?!\d| ?m|%)"
    r"|^\d{1,2}(?: (?:then|please|pls|instead))+\W*$"
)


def session(plain: str, intent: str, view: View) -> dict[str, str]:
    """What kind of session, how long and with whom."""
    names = {therapist.id: therapist.name for therapist in view.profile.therapists}
    wished_for = keywords.suits(plain) or keywords.prefers(plain)
    tells_of_care = "care" in view.bases and CARED_FOR.search(plain) and not wished_for
    said = {
        "pair": "both" if errands.before_and_after(plain) else "",
        "suggestion": preferences.session_type(plain),
        "length": length(plain, intent, view),
        "therapist": preferences.therapist(plain, view.bases, names) if not tells_of_care else "",
    }
    return {slot: answer for slot, answer in said.items() if answer}


def given_up(plain: str, intent: str, view: View) -> dict[str, str]:
    """That what is booked does not suit, where it is not said what to do about it; "I can't make it" does say it."""
    booked = view.booked or intent == "cancel_appointment"
    said = keywords.calls_off(plain) or keywords.command(plain) == "cancel_appointment"
    return {"unsuited": "yes"} if booked and errands.will_not_do(plain) and not said else {}


def agreed(plain: str, view: View) -> dict[str, str]:
    """A yes to cancelling that names it: "cancel it", "cancel please"."""
    asked = view.flow == "cancel" and "agreed" in view.bases
    return {"agreed": "yes"} if asked and (keywords.says_cancel(plain) or keywords.drops_it(plain)) else {}


def length(plain: str, intent: str, view: View) -> str:
    """Minutes wished for. What was just booked lasts as long as it does, unless it is plainly to last longer or less.

    "It takes me 90 minutes to get there" asks for no other length.
    """
    if "routine" in view.bases and HABIT.search(plain) and not keywords.suits(plain):
        return ""
    if is_of_theirs(intent, plain, view) and not (errands.one_more(plain) or preferences.changes_length(plain)):
        return ""
    return preferences.length(plain, view.bases, books=view.booked or intent == "book" or keywords.wants(plain))


def is_of_theirs(intent: str, plain: str, view: View) -> bool:
    """Whether a length that is named is hardly wished for a new appointment: there is one, and none is being booked."""
    idle = view.mine and not view.flow and intent != "book" and not keywords.wants(plain)
    return view.booked or idle or (view.flow == "cancel" and "agreed" in view.bases)


def wishes(text: str, plain: str, intent: str, race: str, view: View, judged: when.Judgement | None) -> dict[str, str]:
    """`day`, `time` and `which`. While something else is asked that a day may answer, a bare day is no wish."""
    called = name(keywords.without_reference(keywords.readable(text)), view.bases)
    if called:  # Tom, May and Summer are no times
        text = re.sub(re.escape(called), lambda found: " " * len(found[0]), text, flags=re.IGNORECASE)
        plain = keywords.plain(text)
    asked = next((slot for slot in WHEN if slot in view.bases), "time" if view.booked else "")
    elsewhere = REACHED.search(plain) or ("agreed" not in view.bases and NOT_OF_IT.search(plain))
    if not asked and view.bases & KEPT and HOUR.search(plain) and not elsewhere:  # "make it 11"
        asked = "time"
    frame = replace(view.frame(asked), race=view.race or next_race(race, view.now.date()))
    running = view.bases & {"routine", "race"} and not view.bases & ABOUT_IT and not HABIT.search(plain)
    if running or (view.bases & {"name", "contact"} and not called):
        frame = replace(frame, asked=asked)  # "Thursday evening" is nobody's name, so it is another time
    said = when.answers(timed(text, plain, asked, view), frame, judged)
    if intent == "reschedule" and not said and HOUR.search(plain):  # "change that to 3"
        said = when.answers(text, replace(frame, asked="time"), judged)
    if view.bases & {*WHEN} and errands.one_of_these(plain):
        return {}
    if "time" not in said and view.bases & BEING_CHOSEN and (sooner := errands.than_these(plain)):
        said = {**said, "time": sooner}
    wishes_for = intent in ERRANDS or keywords.suits(plain) or (not race and goes_on(plain, said, view))
    if asked != "which" and view.bases & NOT_WISHES and not wishes_for:
        return {}
    cancels = intent == "cancel_appointment" or (asked == "which" and view.flow == "cancel")
    if cancels and (every := errands.every_one(plain)):
        return {"which": every}
    if asked == "which" or intent in ("cancel_appointment", "reschedule"):
        named = keywords.reference(text) or ("" if intent == "reschedule" and asked != "which" else moment(said))
        return ({} if moment(said) == named else dict(said)) | ({"which": named} if named else {})
    return dict(said)


def goes_on(plain: str, said: Mapping[str, str], view: View) -> bool:
    """Whether who is asked about their running tells of a day and an hour to come instead, and of no habit."""
    return {"day", "time"} <= said.keys() and not view.bases & ABOUT_IT and not HABIT.search(plain)


def timed(text: str, plain: str, asked: str, view: View) -> str:
    """The text, without what could be taken for a time and is a length, manners, "10-4" or "the Thursday one"."""
    if asked == "which":
        return plain.replace(" one", "")
    chosen = THE_ONE.sub(r"at \1", plain) if view.bases & BEING_CHOSEN else plain
    bare = keywords.unmannered(preferences.timeless(chosen))
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


def chosen(intent: str, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without what was only asked about, and without a therapist who is the client's namesake."""
    namesake = answers.get("therapist", "") in answers.get("name", "").lower().split()
    return {
        slot: answer
        for slot, answer in answers.items()
        if not (intent in SPOKEN_OF and slot in CHOSEN) and not (slot == "therapist" and namesake)
    }
