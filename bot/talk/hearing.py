"""What was said, in the light of what was on the client's screen: there a bare reply means something. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.clinic import Clinic
from bot.messages import Choice, Reply, Said, pressed
from bot.talk.hours import TWICE
from bot.talk.questions import THE_SAME
from bot.talk.safety import OWN, UNCLEAR, is_suspicion, none_of_these, safety_alone, settles
from bot.talk.session import Session
from bot.talk.standing import alarms, flagged
from bot.talk.wishes import spans_of
from bot.when.words import WEEKDAYS

ON_SCREEN_ONLY = ("agreed", "red_flags", "cleared")  # a "yes" may never answer a question the client has not seen
ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
LAST = -1  # of the times, where there are any: "another day" comes after them
ORDINALS |= {"last": LAST, "latest": LAST, "earliest": 0, "soonest": 0}
ORDINAL_WORDS, TELLING = 4, 4  # at most so many words with an ordinal; at least so many letters of a telling word
SMALL = frozenset(
    """with that this from have been your what when will would some like just than then them they
    days weeks months years last three after""".split()
)
DISPUTES = frozenset("misunderstanding misunderstood mean meant joke joking kidding mistake wrong".split())
OTHER_WEEKS = frozenset("next this week weeks coming following today tomorrow not except".split())
FORMER = frozenset("first 1st earlier before former".split())  # of a time that comes twice
LATTER = frozenset("second 2nd later after latter last".split())
ORDERS = ("cancel_appointment", "reschedule", "show_appointment")  # "cancel the first one" chooses no button
MANNERS = frozenset("please pls thanks then ok oh just honestly is fine will do works good".split())
LEFT_TO_US = frozenset(  # which of the times shown it is to be
    """you choose|you decide|you pick|up to you|its up to you|any|any of them|any of those|any of these|either|whichever
    |whatever|any one|dont mind|i dont mind|don't mind|i don't mind|doesnt matter|doesn't matter|it doesn't matter
    |any time|whatever suits you|surprise me|all of them|they all""".replace("\n    ", "").split("|")
)


def on_screen(said: Said, session: Session, clinic: Clinic) -> Said:
    """A bare reply means what it meant on the client's screen; whether it still holds, `read` will say."""
    asked = session.asked
    if day := day_shown(said, asked):
        said = replace(said, answers={**said.answers, "day": day})
    if hour := hour_shown(said, asked):
        said = replace(said, answers={**said.answers, "time": hour})
    if half := half_of_two(said, asked):
        said = replace(said, answers={**said.answers, **pressed(half.says).answers})
    if disputed(said, session):
        return replace(said, intent="misunderstood", answers={})
    if is_suspicion(asked):
        named = labelled(said, asked)
        says = named.says if named else settles(said, tokens(before_a_question(said)), asked, clinic)
        said = filled(said, says) if says else said
    elif says := none_of_these(said, tokens(said.text), asked):
        said = filled(said, says)
    elif said.typed and "agreed" in said.answers:
        said = agreed_in_words(said, asked)
    elif said.intent == "affirm" and asked.yes:
        said = filled(said, asked.yes)
    elif said.intent == "deny" and asked.no and (not said.answers or safety_alone(asked)):
        said = filled(said, asked.no)
    elif not said.answers and (choice := chosen(said, asked, clinic)):
        said = filled(said, choice.says)
    elif ours := left_to_us(said, asked):
        said = filled(said, ours.says)
    elif "red_flags" in asked.slots and confides(said):
        said = filled(said, f"flag.{UNCLEAR}=yes")
    seen = {slot: answer for slot, answer in said.answers.items() if slot not in ON_SCREEN_ONLY or slot in asked.slots}
    return replace(said, answers=accepting(seen, session))


def before_a_question(said: Said) -> str:
    """What is said before a question of one's own: "nothing like that, how much is it?"."""
    first, _, rest = said.text.partition(",")
    return first if said.faq and not said.answers and not OWN & set(tokens(rest)) else said.text


def confides(said: Said) -> bool:
    """Whether something is told that no rule knows: a "none" after that must not be the last that is heard of it."""
    own = said.intent in ("inform", "out_of_scope") and bool(OWN & set(tokens(said.text)))
    return said.typed and not said.answers and (own or said.intent == "describe")


def filled(said: Said, says: str) -> Said:
    """What a button says, with whatever else was said beside it."""
    button = pressed(says)
    return replace(said, intent=button.intent, answers={**button.answers, **said.answers})


def agreed_in_words(said: Said, asked: Reply) -> Said:
    """What is done is named ("cancel it"), which is as good as its button."""
    says = next((choice.says for choice in asked.choices if choice.says.startswith("agreed=")), "")
    return replace(said, intent="inform", answers=pressed(says).answers)


def disputed(said: Said, session: Session) -> bool:
    """Whether a stop that is on the screen is called a misunderstanding, and nothing new alarms."""
    if all(choice.says != "misunderstood" for choice in session.asked.choices):
        return False
    new = set(flagged(said.answers)) - set(session.answers(session.flow)["flags"].split())
    return not new and bool(DISPUTES & set(tokens(said.text)))


def chosen(said: Said, asked: Reply, clinic: Clinic) -> Choice | None:
    """The choice named by its label, or by "the second one"; of red flags, the one whose words were used."""
    if named := labelled(said, asked):
        return named
    if "red_flags" in asked.slots:  # "the first one" of a list of warnings is no answer to rest on
        return named_flag(said.text, asked.choices, clinic)
    words = tokens(said.text) if said.intent not in ORDERS else []
    if {"same", "still"} & set(words) and not {"not", "isn't", "isnt"} & set(words):
        return next((choice for choice in asked.choices if choice.label == THE_SAME), None)
    if {"last", "time"} <= set(words):  # "as last time" is no last one
        return None
    numbers = [n for word in words if (n := ORDINALS.get(word)) is not None and len(words) <= ORDINAL_WORDS]
    options = [choice for choice in asked.choices if heard_time(choice)] if LAST in numbers else []
    return next(((options or asked.choices)[n] for n in numbers if n < len(asked.choices)), None)


def labelled(said: Said, asked: Reply) -> Choice | None:
    """The choice whose label was typed."""
    return next((choice for choice in asked.choices if choice.label.casefold() == said.text.strip().casefold()), None)


def left_to_us(said: Said, asked: Reply) -> Choice | None:
    """The first time on the screen, for who leaves it to us; before it is booked they say yes to it."""
    ours = " ".join(word for word in tokens(said.text) if word not in MANNERS) in LEFT_TO_US
    return next((choice for choice in asked.choices if heard_time(choice)), None) if ours else None


def half_of_two(said: Said, asked: Reply) -> Choice | None:
    """Which of two equal times on the screen is meant: "the second 1:30", "the one before the clocks change"."""
    words = set(tokens(said.text))
    if bool(words & FORMER) == bool(words & LATTER):
        return None
    twice = {choice: time for choice in asked.choices if TWICE.fullmatch(time := heard_time(choice))}
    halves = [choice for choice, time in twice.items() if time.startswith(said.answers.get("time", ""))]
    return halves[bool(words & LATTER)] if len(halves) == 2 else None


def heard_time(choice: Choice) -> str:
    """The time a button says, or ""."""
    return pressed(choice.says).answers.get("time", "")


def named_flag(text: str, choices: tuple[Choice, ...], clinic: Clinic) -> Choice | None:
    """The warning that shares a telling word with the reply: "the numbness one". Of several, the one that stops."""
    said = {word for word in tokens(text) if len(word) >= TELLING and word not in SMALL} if "?" not in text else set()
    named = [choice for choice in choices if choice.says.startswith("flag.") and said & set(tokens(choice.label))]
    stops = [choice for choice in named if alarms(pressed(choice.says).answers, clinic)]
    return next((few[0] for few in (stops, named) if len(few) == 1), None)


def tokens(text: str) -> list[str]:
    """The words of a text, without their punctuation."""
    return [word.strip(".,;:!?\"'()") for word in text.casefold().split()]


def accepting(answers: Mapping[str, str], session: Session) -> Mapping[str, str]:
    """Choosing a time on the screen that shows a suggestion accepts it, and whoever all those times are with."""
    if "time" in answers and "therapist" not in answers and (who := with_whom(session.asked)):
        answers = {**answers, "therapist": who}
    shown = session.asked.slots[:1] == ("suggestion",) and session.asked.yes
    if shown and {"day", "time"} & answers.keys() and not {"suggestion", "length"} & answers.keys():
        return {**pressed(session.asked.yes).answers, **answers}
    return answers


def with_whom(asked: Reply) -> str:
    """The therapist that every time on the screen comes with, if that is not the one wished for; or ""."""
    shown = [told for choice in asked.choices if "time" in (told := pressed(choice.says).answers)]
    named = {told.get("therapist", "") for told in shown}
    return named.pop() if len(named) == 1 else ""


def day_shown(said: Said, asked: Reply) -> str:
    """ "Tuesday", said to times on the first of December, is that Tuesday; "next Tuesday" and "the 8th" are not."""
    words = set(tokens(said.text))
    if not words & WEEKDAYS.keys() or words & OTHER_WEEKS or any(map(str.isdecimal, said.text)):
        return ""
    named = spans_of(said.answers.get("day", ""))
    days = {start.date() for start in starts_shown(asked, "")}
    if len(named) != 1 or named[0][0] != named[0][1] or named[0][0] in days:
        return ""
    same = [day for day in days if day.weekday() == named[0][0].weekday()]
    return same[0].isoformat() if len(same) == 1 else ""


def hour_shown(said: Said, asked: Reply) -> str:
    """ "7" fits twice; where one of the two is on the screen it is that."""
    options = said.answers.get("time", "").split("|")
    shown = {f"{start:%H:%M}" for start in starts_shown(asked, said.answers.get("day", ""))}.intersection(options)
    return shown.pop() if len(options) > 1 and len(shown) == 1 else ""


def starts_shown(asked: Reply, day: str) -> Iterator[datetime]:
    """The starts that can be chosen on the screen, on the clinic's wall clock; those of a `day`, if one is named."""
    for choice in asked.choices:
        told = pressed(choice.says).answers
        if told.get("day") and told.get("time") and day in ("", told["day"]):  # "another time" empties both
            yield datetime.combine(date.fromisoformat(told["day"]), time.fromisoformat(told["time"][:5]))
