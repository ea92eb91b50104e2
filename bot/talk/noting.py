"""What was told, as the journal keeps it: each answer about something, with what follows from it at once. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.clinic import QUARTER, Clinic
from bot.messages import HALF_HEARD, base
from bot.talk.hearing import starts_shown
from bot.talk.hours import SHIFT, shifted
from bot.talk.session import Session, about
from bot.talk.wishes import spans_of

ADDRESSED = ("side", "since", "severity")  # of one complaint
LATER_ON = 28  # days after the last one shown that "anything later?" is about
SEVERE, FRESH = "severe_pain", "fresh_injury"


def noted(answers: Mapping[str, str], session: Session, clinic: Clinic) -> Mapping[str, str]:
    """The answers as the journal keeps them: each about something, with what follows from it at once."""
    news: dict[str, str] = {}
    heard_before = session.answers(session.flow)
    heard = {**heard_before, **answers}
    for slot, answer in answers.items():
        if (slot, answer) == ("consent", "minor"):
            news["minor"] = "yes"
            continue
        if (base(slot), answer) == ("suspected", HALF_HEARD):
            news |= {} if is_told(slot, {**answers, **heard_before}) else {slot: "yes"}
            continue
        if slot == "race" and slot not in session.asked.slots:
            answer = dated(answer)
        for address in addresses(slot, answer, heard, session, clinic):
            news[address] = answer if slot != "race" else part_of(answer, address, clinic.today)
    if "day" in news:
        news["day"] = left_of(still_open(heard_before.get("day", ""), session), news["day"])
    return {**than_shown(news, session), **follows(news, clinic)}


def is_told(suspected: str, heard: Mapping[str, str]) -> bool:
    """Whether what is only half heard is known: denied, told in plain words, or, where it is pain, as a figure."""
    flag = suspected.partition(".")[2]
    figures = (answer for slot, answer in heard.items() if flag == SEVERE and base(slot) == "severity")
    return heard.get(suspected) == "no" or heard.get(f"flag.{flag}") == "yes" or any(map(str.isdecimal, figures))


def still_open(wished: str, session: Session) -> str:
    """The days wished before, unless it was one, and the screen shows others because nothing is free on that."""
    spans = spans_of(wished)
    one = len(spans) == 1 and spans[0][0] == spans[0][1]
    gone = "day" in session.asked.slots and not any(starts_shown(session.asked, wished))
    return "" if one and gone else wished


def left_of(wished: str, day: str) -> str:
    """What "not Tuesday" or "weekdays" leaves of the days wished before; a day by itself is a new wish."""
    kept = spans_of(day)
    if len(kept) < 2 or all(first == last for first, last in kept):
        return day
    both = [(max(a, c), min(b, d)) for a, b in kept for c, d in spans_of(wished) if max(a, c) <= min(b, d)]
    return "|".join(f"{first}..{last}" if first < last else f"{first}" for first, last in both) or day


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
