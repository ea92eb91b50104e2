"""What Cooldown knows, from data/knowledge and data/clinics: frozen values, checked once at start-up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.entries import Misread
from bot.profile import SESSION_TYPES, Profile, Therapist, load_profiles
from bot.wording import listing, money  # noqa: F401

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
    "load_knowledge",
    "load_profiles",
)

URGENCIES = ("emergency", "same_day", "refer", "review")  # most urgent first; only review books
FLAGS = (
    "cardiac_respiratory",
    "neuro_or_cauda_equina",
    "other_medical",
    "dvt_or_leg_swelling",
    "fracture_or_cannot_bear_weight",
    "acute_trauma_or_rupture",
    "infection_or_wound",
)
FAQ_TOPICS = (
    "what_is",
    "benefits",
    "techniques",
    "when_to_come",
    "how_often",
    "first_visit",
    "how_long",
    "who_for",
    "what_else_helps",
    "prices",
    "hours",
    "place",
    "contact",
    "cancellation",
    "what_to_wear",
    "does_it_hurt",
    "therapists",
    "privacy",
    "evidence",
    "bot",
    "insurance",
    "parking",
    "payment",
)

Spoken = Mapping[str, str]  # words for clients by locale: spoken["en_GB"]
Phrase = tuple[str, ...]  # words in a row; "~" stands for up to two words of any kind


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
class Rule:
    """Ideas that must all be spoken of near each other; each idea is any one of its phrases."""

    ideas: tuple[tuple[Phrase, ...], ...]
    within: int  # words from the first idea to the last


@dataclass(frozen=True)
class RedFlag:
    """A reason to stop, or to mark a booking. A clinician reviews the list before real use."""

    id: str
    flag: str  # the contract's category
    urgency: str
    asks: Spoken = field(hash=False)  # as the client reads it in a list; "" where it is only heard, never asked
    about: frozenset[str]  # complaint labels it is asked for, or {"any"}
    source: str
    rules: tuple[Rule, ...] = ()
    present: int = 4  # weeks for which a symptom counts as present; 0: for ever
    older: str = ""  # the flag it is after that, or "" for none
    traps: tuple[Phrase, ...] = ()  # phrases that sound like it and are not


@dataclass(frozen=True)
class SessionType:
    """A kind of session the clinic offers."""

    id: str
    name: str  # in the client's words
    purpose: str  # completes "to …"
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
    present_weeks: int  # symptoms this recent are present
    injury_hours: int  # an injury this fresh is a review flag …
    injury_start_hours: int  # … and has no start before this
    hold_minutes: int
    silence_minutes: int  # health answers without consent are erased after this


@dataclass(frozen=True)
class Knowledge:
    """Everything but the clinics. All mappings keep their file's order."""

    complaints: Mapping[str, ComplaintKind]
    flags: Mapping[str, RedFlag]
    session_types: Mapping[str, SessionType]
    techniques: Mapping[str, str]  # id -> name for clients
    faq: Mapping[str, Spoken]  # by topic
    advice: Mapping[str, Spoken]  # by urgency, or by the id of a flag that needs its own
    policy: Policy


def load_knowledge(folder: Path) -> Knowledge:
    """Read a folder of knowledge. Raises Misread, naming file and key."""
    raise NotImplementedError


def answer(knowledge: Knowledge, profile: Profile, topic: str) -> str:
    """The answer to a topic of the FAQ, filled in for a clinic."""
    raise NotImplementedError


def advice(knowledge: Knowledge, profile: Profile, flag: str) -> str:
    """What to tell a client who has this red flag: the flag's own advice, or that of its urgency."""
    raise NotImplementedError
