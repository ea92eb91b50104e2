"""What Cooldown knows, from data/knowledge and data/clinics: frozen values, checked once at start-up."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from string import Formatter
from typing import Any, get_type_hints

from bot.knowledge.entries import Entry, Misread, entry
from bot.knowledge.profile import DAYS, LENGTHS, SESSION_TYPES, Profile, Therapist, load_profiles
from bot.knowledge.red_flags import FLAGS, URGENCIES, RedFlag, Rule, Spoken, red_flags
from bot.wording import clock, listing, money

__all__ = (
    "FAQ_TOPICS",
    "FLAGS",
    "SESSION_TYPES",
    "URGENCIES",
    "ComplaintKind",
    "Knowledge",
    "Misread",
    "Policy",
    "Profile",
    "RedFlag",
    "Rule",
    "SessionType",
    "Spoken",
    "Therapist",
    "advice",
    "answer",
    "asked_about",
    "load_knowledge",
    "load_profiles",
)

FAQ_TOPICS = tuple(
    "what_is benefits techniques when_to_come how_often first_visit how_long who_for what_else_helps prices hours "
    "place contact cancellation reminders companion what_to_wear does_it_hurt therapists with_whom privacy evidence "
    "bot insurance parking payment".split()
)
AS_WRITTEN = ("phone", "email", "address", "emergency", "urgent", "crisis", "doctor", "physio")
PLACEHOLDERS = frozenset({*AS_WRITTEN, "clinic", "hours", "prices", "therapists", "change_notice", "reminders"})
SAMPLE = " (Sample details: the clinic has yet to set its own.)"


@dataclass(frozen=True)
class ComplaintKind:
    """A place or condition we route by. Never a diagnosis."""

    label: str
    name: str  # "shin splints"
    place: str  # "shin"
    sided: bool
    techniques: tuple[str, ...]
    words: tuple[str, ...]  # what runners call the area


@dataclass(frozen=True)
class SessionType:
    """A kind of session the clinic offers."""

    id: str
    name: str  # in the client's words
    purpose: Spoken  # completes "to …"
    minutes: tuple[int, ...]  # usual length first
    light: bool  # no trigger-point or friction work
    techniques: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Policy:
    """Thresholds of the suggestion and of booking. Sources and reasons stand in policy.yml."""

    rehab_severity: int  # pain from here on asks for injury_rehab
    rehab_weeks: int  # or pain lasting this long
    chronic_weeks: int  # lasting this long takes 90 minutes
    severe: int  # pain from here on is a refer flag
    areas_for_90: int
    pre_event_first: int  # days before the race
    pre_event_last: int
    post_event_hours: int  # after the race
    soon_days: int  # the wanted start, when none is said
    regular_volume: Mapping[str, int]  # a week, by unit: km, miles
    high_volume: Mapping[str, int]
    rhythm_weeks: Mapping[str, int]  # by routine: light, regular, high
    marathon_block_weeks: int  # a marathon within this many weeks makes the rhythm that of high volume
    present_weeks: int  # what happened this recently is a red flag still, where the flag does not say otherwise
    injury_start_hours: int  # a fresh injury has no start before this
    hold_minutes: int
    silence_minutes: int  # health answers without consent are erased after this
    quiet_from: int  # hours of the clinic's clock between which nobody is written to unasked
    quiet_until: int
    evening: int  # the hour at which goes, the evening before, what would fall in the quiet hours
    first_reminder_hours: int  # before the start; 0: none
    second_reminder_hours: int
    check_in_days: int  # after the end; 0: none
    wait_minutes: int  # a time offered to who is on the waiting list is kept this long
    wait_places: int  # of one client on that list
    undo_minutes: int  # after a cancelling or a move
    proof_tries: int  # an hour, to name an appointment made elsewhere


@dataclass(frozen=True)
class Knowledge:
    """Everything but the clinics. All mappings keep their file's order."""

    complaints: Mapping[str, ComplaintKind]
    flags: Mapping[str, RedFlag]
    session_types: Mapping[str, SessionType]
    techniques: Mapping[str, Spoken]  # names for clients
    faq: Mapping[str, Spoken]  # by topic
    advice: Mapping[str, Spoken]  # by urgency, or by the id of a flag that needs its own
    policy: Policy


def answer(knowledge: Knowledge, profile: Profile, topic: str) -> str:
    """The answer to a topic of the FAQ, filled in for a clinic. Says so where a detail is only a sample."""
    said = knowledge.faq[topic][profile.locale]
    known = details(profile) | {"reminders": reminders(knowledge.policy, profile.locale)}
    return said.format_map(known) + (SAMPLE if placeholders(said) & profile.samples else "")


def advice(knowledge: Knowledge, profile: Profile, flag: str) -> str:
    """What to tell a client who has this red flag: the flag's own advice, or that of its urgency."""
    said = knowledge.advice.get(flag) or knowledge.advice[knowledge.flags[flag].urgency]
    return said[profile.locale].format_map(details(profile))


def asked_about(flag: RedFlag, profile: Profile) -> str:
    """The question of its own by which a red flag is asked about, filled in for a clinic."""
    return flag.question[profile.locale].format_map(details(profile))


def details(profile: Profile) -> dict[str, str]:
    """What each placeholder stands for at this clinic."""
    prices = [f"{minutes} minutes cost {money(price, profile.currency)}" for minutes, price in profile.prices.items()]
    people = [f"{one.name} ({working_days(one)})" for one in profile.therapists]
    return {name: getattr(profile, name) for name in AS_WRITTEN} | {
        "clinic": profile.name,
        "change_notice": str(profile.change_notice),
        "hours": opening_hours(profile),
        "prices": listing(prices, profile.locale),
        "therapists": listing(people, profile.locale),
    }


def reminders(policy: Policy, locale: str) -> str:
    """When a client is reminded and where, after "Reminders: "."""
    hours = [f"{hours} hours" for hours in (policy.first_reminder_hours, policy.second_reminder_hours) if hours]
    where = "before your session, here in our chat, and by e-mail too if the clinic sends it and I have your address"
    return f"about {listing(hours, locale)} {where}" if hours else "none, so please note the day and time"


def working_days(therapist: Therapist) -> str:
    """Mon, Tue, Thu."""
    return ", ".join(day[:3].title() for day, spans in zip(DAYS, therapist.week, strict=True) if spans)


def opening_hours(profile: Profile) -> str:
    """Monday to Saturday from 07:00 to 20:00, closed on Sunday. The middle of "We're open …"."""
    runs = [[*days] for _, days in groupby(range(7), lambda day: profile.hours[day])]
    opened = [f"{days_between(run)} from {hours}" for run in runs if (hours := hours_on(profile, run[0]))]
    closed = [days_between(run) for run in runs if not profile.hours[run[0]]]
    return listing(opened, profile.locale) + (f", closed on {listing(closed, profile.locale)}" if closed else "")


def days_between(run: list[int]) -> str:
    """Monday to Saturday, or one day."""
    return " to ".join(DAYS[day].title() for day in dict.fromkeys((run[0], run[-1])))


def hours_on(profile: Profile, day: int) -> str:
    """07:00 to 20:00, or nothing when closed."""
    return " to ".join(clock(edge, profile.locale) for edge in profile.hours[day] or ())


# ---------------------------------------------------------------- reading


def load_knowledge(folder: Path) -> Knowledge:
    """Read a folder of knowledge. Raises Misread, naming file and key."""
    sessions = entry(folder / "session_types.yml").only("techniques", "types")
    techniques = {name: e.spoken() for name, e in sessions.at("techniques").items()}
    complaints = {label: complaint(label, e, techniques) for label, e in entry(folder / "complaints.yml").items()}
    thresholds = policy(entry(folder / "policy.yml"))
    warned_of = entry(folder / "red_flags.yml")
    flags = red_flags(warned_of, complaints, thresholds.present_weeks)
    for name, flag in flags.items():
        fillable(flag.question, warned_of.at("flags").at(name))
    return Knowledge(
        complaints=complaints,
        flags=flags,
        session_types={
            name: session_type(name, e, techniques) for name, e in every(sessions.at("types"), SESSION_TYPES)
        },
        techniques=techniques,
        faq={topic: sentences(e) for topic, e in every(entry(folder / "faq.yml"), FAQ_TOPICS)},
        advice={key: sentences(e) for key, e in every(entry(folder / "advice.yml"), URGENCIES, flags)},
        policy=thresholds,
    )


def every(e: Entry, needed: Collection[str], allowed: Collection[str] = ()) -> Iterator[tuple[str, Entry]]:
    """The entries of a file that must have these keys, and may have those."""
    for key in needed:
        e.at(key)
    return e.only(*needed, *allowed).items()


def complaint(label: str, e: Entry, techniques: Collection[str]) -> ComplaintKind:
    """One kind of complaint, with its source."""
    e.only("name", "place", "sided", "techniques", "words", "source").at("source").text()
    words = tuple(word.text() for word in e.at("words").each())
    used = e.at("techniques").all_of(techniques)
    return ComplaintKind(label, e.at("name").text(), e.at("place").text(), e.at("sided").flag(), used, words)


def session_type(name: str, e: Entry, techniques: Collection[str]) -> SessionType:
    """One session type, of lengths that have a price."""
    e.only("name", "purpose", "minutes", "light", "techniques", "source")
    minutes = tuple(one.number() for one in e.at("minutes").each())
    if not minutes or not set(minutes) <= set(LENGTHS):
        raise e.wrong(f"minutes must be of {LENGTHS}")
    return SessionType(
        id=name,
        name=e.at("name").text(),
        purpose=e.at("purpose").spoken(),
        minutes=minutes,
        light=e.at("light").flag(),
        techniques=e.at("techniques").all_of(techniques),
        source=e.at("source").text(),
    )


def sentences(e: Entry) -> Spoken:
    """Sourced words for clients, all of whose placeholders we can fill."""
    e.only("source", "text").at("source").text()
    return fillable(e.at("text").spoken(), e)


def fillable(said: Spoken, e: Entry) -> Spoken:
    """These words, all of whose placeholders we can fill."""
    if unknown := frozenset().union(*map(placeholders, said.values())) - PLACEHOLDERS:
        raise e.wrong(f"no such placeholder: {', '.join(sorted(unknown))}")
    return said


def placeholders(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def policy(e: Entry) -> Policy:
    """Every threshold, as number or as numbers by name, each with its source."""
    kinds = get_type_hints(Policy)
    read = {name: threshold(one, kinds[name]) for name, one in every(e, kinds)}
    return Policy(**read)


def threshold(e: Entry, kind: object) -> Any:
    """One threshold."""
    e.only("value", "source").at("source").text()
    value = e.at("value")
    return value.number() if kind is int else {name: one.number() for name, one in value.items()}
