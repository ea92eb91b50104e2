"""The questions a client can be asked, and the words around them. Pure.

Every question is built afresh from the clinic and the answers before it; what it reads is an answer's canonical form,
and what it says is short, warm and plain.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.clinic import Clinic
from bot.messages import Choice, Race
from bot.talk.asking import UNKNOWN, Question
from bot.talk.wishes import a_date
from bot.wording import listing

SKIP = Choice("Skip", "skip")
THE_SAME = "Yes, the same"
ELSEWHERE = "other_injury"  # which has no name to give back
YOUR_RUNNING = "Nearly there. A little about your running (skip what you like):"


# ---------------------------------------------------------------- first things


def consent(clinic: Clinic, *, guardian: bool) -> Question[bool]:
    """Separate and explicit, before any health question, with 18-or-over in the same tap: a child cannot give it.

    Where a `guardian` has come forward already, nobody's age is asked again.
    """
    note = "write down" if clinic.profile.locale == "en_GB" else "note"
    age = " And are you 18 or over, or booking for someone under 18 as their guardian?"
    grown = Choice("Yes, I'm 18 or over", "consent=yes guardian=no")
    for_them = Choice("Yes, as a guardian", "consent=yes guardian=yes")
    refused = Choice("No, just book", "consent=no")
    return Question(
        "consent",
        f"Before we start: to find you the right session I need to ask about your health. May I {note} what you "
        f"tell me for your therapist at {clinic.profile.name}, and nobody else?{'' if guardian else age}",
        lambda answer: {"yes": True, "no": False}.get(answer or clinic.known.get("consent", "")),
        lambda answer: (for_them, refused) if guardian else (grown, for_them, refused),
        kind="choice",
        yes=for_them.says if guardian else grown.says,
        no=refused.says,
    )


GUARDIAN: Question[bool] = Question("guardian", "", lambda answer: answer == "yes")
MINOR: Question[bool] = Question("minor", "", lambda answer: answer == "yes")


def guardian_needed(clinic: Clinic) -> Question[bool]:
    """Who says to be under 18 books with a guardian, who gives the consent for them."""
    return Question(
        "guardian",
        "As you're under 18, a parent or guardian has to make the booking. Are they with you, and happy to go on "
        "from here?",
        lambda answer: True if answer == "yes" else None,
        lambda answer: [Choice("Yes, I'm the guardian", "guardian=yes"), Choice("Not now", "stop")],
        kind="choice",
        yes="guardian=yes",
        no="stop",
    )


# ---------------------------------------------------------------- what brings you


def doubt(clinic: Clinic) -> Question[str]:
    """Which of two complaints it is closer to; never asked unless we are unsure."""
    kinds = clinic.knowledge.complaints
    return Question(
        "doubt",
        "So that I get it right: which is closer?",
        lambda answer: None if "|" in answer else answer,
        lambda answer: [
            Choice(kinds[label].place.capitalize(), f"complaint.{label}=yes")
            for label in answer.split("|")
            if label in kinds
        ],
        kind="choice",
    )


def complaint(clinic: Clinic) -> Question[tuple[str, ...]]:
    """The labels of what hurts; () for a client whom nothing hurts."""
    before = last_time(clinic)
    kinds = clinic.knowledge.complaints
    hurting = [kind for kind in kinds.values() if kind.label != "none"]
    places = [Choice(kind.place.capitalize(), f"complaint.{kind.label}=yes") for kind in hurting]
    nothing = Choice("Nothing hurts", "complaint.none=yes")
    prompt = (
        "What brings you in? Tell me where it hurts or feels tight, which side, since when, and how bad it is "
        "from 0 to 10."
    )
    if before:
        prompt = (
            f"Last time it was your {before.label}. Is it still that? If not, tell me what brings you in this time."
        )
    return Question(
        "complaint",
        prompt,
        lambda answer: (
            tuple(label for label in answer.split() if label in kinds and label != "none") if answer else None
        ),
        lambda answer: [Choice(THE_SAME, before.says), *places, nothing] if before else [*places, nothing],
        also=("side", "since", "severity"),
        kind="body",
        yes=before.says if before else "",
        no="" if before else "complaint.none=yes",
    )


def last_time(clinic: Clinic) -> Choice | None:
    """What a returning client came with: known as `calf.left+low_back`; None for a new one."""
    known = [label.partition(".") for label in clinic.known.get("complaints", "").split("+")]
    kinds = clinic.knowledge.complaints
    stands = [(kinds[label], side) for label, _, side in known if label in kinds]
    if not stands:
        return None
    sides = [f" side.{kind.label}={side}" if side else "" for kind, side in stands]
    says = [f"complaint.{kind.label}=yes{more}" for (kind, _), more in zip(stands, sides, strict=True)]
    return Choice(
        listing([place_of(kind.label, side, clinic) for kind, side in stands], clinic.profile.locale), " ".join(says)
    )


def place_of(label: str, side: str, clinic: Clinic) -> str:
    """ "left calf"."""
    place = clinic.knowledge.complaints[label].place
    return f"{side} {place}" if side in ("left", "right") else place


def about(labels: Sequence[str], clinic: Clinic) -> str:
    """How we come to speak of the details."""
    places = listing([clinic.knowledge.complaints[label].place for label in labels], clinic.profile.locale)
    return f"A bit more about your {places}:" if places else ""


def details(labels: Sequence[str], clinic: Clinic) -> list[Question[str]]:
    """Side of each complaint; since when and how bad for the first, which leads the session."""
    sides = [
        side(label, clinic, alone=len(labels) == 1) for label in labels if clinic.knowledge.complaints[label].sided
    ]
    return [*sides, *(about(label, clinic) for label in labels[:1] for about in (since, severity))]


def side(label: str, clinic: Clinic, *, alone: bool = False) -> Question[str]:
    """left, right, both, middle, or "" for not known. Where there are several complaints, `alone` is false."""
    of = "" if alone else f" for the {clinic.knowledge.complaints[label].place}"
    options = {"Left": "left", "Right": "right", "Both": "both"}
    return pick(
        f"side.{label}",
        f"Which side is it{of}, left or right?",
        options,
        part=f"which side it is{of}",
        more=("middle",),
    )


def since(label: str, clinic: Clinic) -> Question[str]:
    """An ISO date not ahead, or "" for not known."""
    return Question(
        f"since.{label}",
        "Since when have you had it?",
        lambda answer: "" if answer == UNKNOWN else answer if is_past(answer, clinic.today) else None,
        lambda answer: [SKIP],
        part="since when",
        skippable=True,
    )


def severity(label: str, clinic: Clinic) -> Question[str]:
    """ "0" to "10", or "" for not known."""
    scale = {str(n): str(n) for n in range(11)}
    return pick(
        f"severity.{label}",
        "How bad is it, from 0 (nothing) to 10 (the worst)?",
        scale,
        part="how bad it is from 0 to 10",
    )


def is_past(answer: str, today: date) -> bool:
    """Whether this is a date that is not ahead."""
    day = a_date(answer)
    return day is not None and day <= today


# ---------------------------------------------------------------- your running


def routine(clinic: Clinic) -> Question[str]:
    """light, regular, high; or `40km`, `25mi`, `3x` a week; "" for not known. A returning client's is known."""
    known = clinic.known.get("routine", "")
    return Question(
        "routine",
        "How much do you run in a normal week?",
        lambda answer: (
            "" if answer == UNKNOWN else answer if is_routine(answer) else known if not answer and known else None
        ),
        lambda answer: [
            Choice("Once or twice a week", "routine=light"),
            Choice("3 to 5 times", "routine=regular"),
            Choice("More than that", "routine=high"),
            SKIP,
        ],
        part="how much you run in a week",
        skippable=True,
        kind="choice",
    )


def is_routine(answer: str) -> bool:
    """Whether this is a level or a weekly amount."""
    return answer in ("light", "regular", "high") or any(
        answer.endswith(unit) and answer.removesuffix(unit).isdecimal() for unit in ("km", "mi", "x")
    )


def races_in(answer: str) -> tuple[Race, ...] | None:
    """`half@2026-12-14`, several joined by `+`, the day left out where it is not known; `none` is no race."""
    if answer in ("none", UNKNOWN):
        return ()
    races = [Race(distance, day) for distance, _, day in (one.partition("@") for one in answer.split("+"))]
    return tuple(races) if answer and all(not race.day or a_date(race.day) for race in races) else None


RACE: Question[tuple[Race, ...]] = Question(
    "race",
    "Any race just run or coming up? When, and how far?",
    races_in,
    lambda answer: [Choice("No race", "race=none"), SKIP],
    part="any race just run or coming up",
    skippable=True,
    no="race=none",
)
GOAL: Question[str] = Question(
    "goal",
    "What would you like to get out of the session?",
    lambda answer: "" if answer == UNKNOWN else answer or None,
    lambda answer: [SKIP],
    part="what you'd like from the session",
    skippable=True,
)


def care(clinic: Clinic) -> Question[str]:
    """Whether a physio or doctor is involved: yes, no, or "" for not known."""
    who = f"a {clinic.profile.physio} or {clinic.profile.doctor}"
    return pick(
        "care",
        f"Is {who} treating you for it?",
        {"Yes": "yes", "No": "no"},
        part=f"whether {who} is treating you",
        yes_no=True,
    )


# ---------------------------------------------------------------- pieces


def pick(
    slot: str, prompt: str, options: Mapping[str, str], *, part: str, more: Sequence[str] = (), yes_no: bool = False
) -> Question[str]:
    """One of a few answers, which may be skipped: "" stands for not known."""
    answers = {answer: answer for answer in (*options.values(), *more)} | {UNKNOWN: ""}
    return Question(
        slot,
        prompt,
        answers.get,
        lambda answer: [*(Choice(label, f"{slot}={value}") for label, value in options.items()), SKIP],
        part=part,
        skippable=True,
        kind="choice",
        yes=f"{slot}=yes" if yes_no else "",
        no=f"{slot}=no" if yes_no else "",
    )


def heard_back(labels: Sequence[str], clinic: Clinic) -> str:
    """What we took a complaint to be. Routing, never a diagnosis, and the words say so."""
    names = [clinic.knowledge.complaints[label].name for label in labels if label != ELSEWHERE]
    if not names:
        return "Sorry to hear that. Your therapist will take a good look at it."
    sounds = listing(names, clinic.profile.locale)
    return f"Sorry to hear that. It sounds like it could be {sounds}; your therapist will check."
