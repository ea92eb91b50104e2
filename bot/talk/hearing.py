"""What was said, in the light of what was on the client's screen: bare replies, addressed answers, alarms. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.clinic import QUARTER, Clinic
from bot.knowledge import URGENCIES
from bot.messages import Choice, Reply, Said, pressed
from bot.talk.hours import SHIFT, TWICE, shifted
from bot.talk.questions import THE_SAME
from bot.talk.safety import OWN, UNCLEAR, is_suspicion, none_of_these, safety_alone, settles
from bot.talk.session import Session, about, base
from bot.talk.wishes import spans_of
from bot.when.words import WEEKDAYS

ON_SCREEN_ONLY = ("agreed", "red_flags", "cleared")  # a "yes" may never answer a question the client has not seen
ADDRESSED = ("side", "since", "severity")  # of one complaint
ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
LAST = -1  # of the times, where there are any: "another day" comes after them
ORDINALS |= {"last": LAST, "latest": LAST, "earliest": 0, "soonest": 0}
ORDINAL_WORDS, TELLING = 4, 4  # at most so many words with an ordinal; at least so many letters of a telling word
SMALL = frozenset("with that this from have been your what when will would some like just than then them they".split())
DISPUTES = frozenset("misunderstanding misunderstood mean meant joke joking kidding mistake wrong".split())
OTHER_WEEKS = frozenset("next this week weeks coming following today tomorrow not except".split())
FORMER = frozenset("first 1st earlier before former".split())  # of a time that comes twice
LATTER = frozenset("second 2nd later after latter last".split())
LATER_ON = 28  # days after the last one shown that "anything later?" is about
ORDERS = ("cancel_appointment", "reschedule", "show_appointment")  # "cancel the first one" chooses no button
SEVERE, FRESH = "severe_pain", "fresh_injury"
MANNERS = frozenset("please pls thanks then ok oh just honestly is fine will do works good".split())
LEFT_TO_US = frozenset(  # which of the times shown it is to be
    """you choose|you decide|you pick|up to you|its up to you|any|any of them|any of those|any of these|either|whichever
    |whatever|any one|dont mind|i dont mind|don't mind|i don't mind|doesnt matter|doesn't matter|it doesn't matter
    |any time|whatever suits you|surprise me|all of them|they all""".replace("\n    ", "").split("|")
)


# ---------------------------------------------------------------- bare replies


def on_screen(said: Said, session: Session, clinic: Clinic) -> Said:
    """A bare reply means what it meant on the client's screen; whether it still holds, `read` will say."""
    asked = session.asked
    if day := day_shown(said, asked):
        said = replace(said, answers={**said.answers, "day": day})
    if half := half_of_two(said, asked):
        said = replace(said, answers={**said.answers, **pressed(half.says).answers})
    if disputed(said, session):
        return replace(said, intent="misunderstood", answers={})
    if is_suspicion(asked):
        named = labelled(said, asked)
        says = named.says if named else settles(said, tokens(said.text), asked)
        said = filled(said, says) if says else said
    elif says := none_of_these(said, tokens(said.text), asked):
        said = filled(said, says)
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


def confides(said: Said) -> bool:
    """Whether something is told that no rule knows: a "none" after that must not be the last that is heard of it."""
    own = said.intent in ("inform", "out_of_scope") and bool(OWN & set(tokens(said.text)))
    return said.typed and not said.answers and (own or said.intent == "describe")


def filled(said: Said, says: str) -> Said:
    """What a button says, with whatever else was said beside it."""
    button = pressed(says)
    return replace(said, intent=button.intent, answers={**button.answers, **said.answers})


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


# ---------------------------------------------------------------- addressed answers


def noted(answers: Mapping[str, str], session: Session, clinic: Clinic) -> Mapping[str, str]:
    """The answers as the journal keeps them: each about something, with what follows from it at once."""
    news: dict[str, str] = {}
    heard = {**session.answers(session.flow), **answers}
    for slot, answer in answers.items():
        if (slot, answer) == ("consent", "minor"):
            news["minor"] = "yes"
            continue
        if slot == "race" and slot not in session.asked.slots:
            answer = dated(answer)
        for address in addresses(slot, answer, heard, session, clinic):
            news[address] = answer if slot != "race" else part_of(answer, address, clinic.today)
    return {**than_shown(news, session), **follows(news, clinic)}


def addresses(slot: str, answer: str, heard: Mapping[str, str], session: Session, clinic: Clinic) -> list[str]:
    """ "The left one" is about what we asked about, else the complaint named last; a race lies ahead or behind."""
    if slot == "race":
        return [address for address in ("race.ahead", "race.behind") if part_of(answer, address, clinic.today)]
    if slot not in ADDRESSED:
        return [slot]
    asked = [shown for shown in session.asked.slots if shown.startswith(f"{slot}.")]
    named = about("complaint", heard, "yes")
    return asked or [f"{slot}.{named[-1]}" if named else slot]


def chosen_hour(session: Session) -> datetime | None:
    """The day and hour chosen so far for a new appointment, on the clinic's wall clock; None while either is open."""
    told = session.answers("book") if session.flow == "book" else {}
    try:
        day, hour = date.fromisoformat(told.get("day", "")), time.fromisoformat(told.get("time", ""))
    except ValueError:
        return None
    return datetime.combine(day, hour)


def than_shown(news: Mapping[str, str], session: Session) -> Mapping[str, str]:
    """ "Anything earlier?" is asked of the times on the screen, else of the one that is being chosen."""
    word = news.get("time", "")
    if session.flow == "book" and not chosen_hour(session) and SHIFT.fullmatch(word):
        word = "later" if word[0] == "+" else "earlier"
    if word not in ("earlier", "later"):
        return news
    rest = {slot: answer for slot, answer in news.items() if slot != "time"}
    shown = sorted(starts_shown(session.asked, news.get("day", ""))) or [s for s in [chosen_hour(session)] if s]
    return {**rest, **beyond(shown, word)} if shown else rest


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


def starts_shown(asked: Reply, day: str) -> Iterator[datetime]:
    """The starts that can be chosen on the screen, on the clinic's wall clock; those of a `day`, if one is named."""
    for choice in asked.choices:
        told = pressed(choice.says).answers
        if told.get("day") and told.get("time") and day in ("", told["day"]):  # "another time" empties both
            yield datetime.combine(date.fromisoformat(told["day"]), time.fromisoformat(told["time"][:5]))


def beyond(shown: Sequence[datetime], word: str) -> Mapping[str, str]:
    """What is wished by who would come earlier or later than all of these."""
    first, last = shown[0], shown[-1]
    if word == "earlier":
        return {"day": f"{first:%Y-%m-%d}", "time": f"00:00..{first:%H:%M}"}
    if first.date() == last.date():
        return {"day": f"{last:%Y-%m-%d}", "time": f"{last + QUARTER:%H:%M}..23:59"}
    return {"day": f"{last + timedelta(days=1):%Y-%m-%d}..{last + timedelta(days=LATER_ON):%Y-%m-%d}"}


def counted(news: Mapping[str, str], session: Session) -> Mapping[str, str]:
    """ "An hour later" said of a time that is being chosen is counted from that."""
    start = chosen_hour(session)
    if not start or not {"day", "time"} & news.keys():
        return news
    day, hour = shifted(news.get("day", ""), news.get("time", ""), start)
    return {**news, **({"day": day} if day else {}), **({"time": hour} if hour else {})}


def dated(answer: str) -> str:
    """The races whose day was told; "training for a marathon" by the way leaves its day to be asked."""
    return "+".join(race for race in answer.split("+") if "@" in race or race == "none")


def part_of(answer: str, address: str, today: date) -> str:
    """The races of an answer that lie ahead, or behind; "none" concerns what is ahead."""
    races = answer.split("+")
    ahead = [race for race in races if race.partition("@")[2] > today.isoformat() or "@" not in race]
    return "+".join(race for race in races if (race in ahead) == (address == "race.ahead"))


def follows(news: Mapping[str, str], clinic: Clinic) -> Mapping[str, str]:
    """What an answer means for safety: strong pain is a red flag (H), a fresh injury rests first (P, policy.yml)."""
    policy = clinic.knowledge.policy
    pains = [int(answer) for slot, answer in news.items() if base(slot) == "severity" and answer.isdecimal()]
    found = {f"flag.{SEVERE}": "yes"} if any(policy.severe <= pain <= 10 for pain in pains) else {}
    if news.get(f"flag.{FRESH}") == "yes":
        rested = clinic.local + timedelta(hours=policy.injury_start_hours)
        found["earliest"] = rested.isoformat(timespec="minutes")
    return found


# ---------------------------------------------------------------- alarms


def urgency(flag: str, clinic: Clinic) -> str:
    """How urgent a red flag is; one we no longer know, such as an earlier stop, is looked at by a doctor first."""
    known = clinic.knowledge.flags.get(flag)
    return known.urgency if known else "refer"


def flagged(news: Mapping[str, str]) -> list[str]:
    """The red flags in some answers, in the order they were told."""
    return about("flag", news, "yes")


def alarms(news: Mapping[str, str], clinic: Clinic) -> list[str]:
    """The red flags over which nothing is booked, most urgent first."""
    urgent = [flag for flag in flagged(news) if urgency(flag, clinic) != "review"]
    return sorted(urgent, key=lambda flag: URGENCIES.index(urgency(flag, clinic)))


def standing(answers: Mapping[str, str], clinic: Clinic) -> list[str]:
    """The alarms that no doctor has cleared since."""
    return uncleared(alarms(answers, clinic), answers.get("cleared", ""), clinic)


def uncleared(flags: Sequence[str], cleared: str, clinic: Clinic) -> list[str]:
    """Of some flags the alarms, less those that were cleared, named as `a+b`."""
    return [flag for flag in flags if urgency(flag, clinic) != "review" and flag not in cleared.split("+")]
