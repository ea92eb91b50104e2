"""The questions a client can be asked, and the words around them. Pure.

Every question is built afresh from the clinic and the answers before it; what it reads is the canonical form of
contract.md, and what it says is short, warm and plain.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.asking import UNKNOWN, Question, only
from bot.clinic import ANYONE, Clinic
from bot.messages import Appointment, Book, Choice, Race, Reply, Suggestion, Visit
from bot.wishes import a_date, spoken_moment
from bot.wording import listing

SKIP = Choice("Skip", "skip")
NONE_AHEAD = "I can't find an appointment of yours ahead. Shall I book one?"
YOUR_RUNNING = "Nearly there. A little about your running (skip what you like):"


# ---------------------------------------------------------------- first things


def consent(clinic: Clinic) -> Question[bool]:
    """Separate and explicit, before any health question, with 18-or-over in the same tap (domain.md, consent)."""
    note = "write down" if clinic.profile.locale == "en_GB" else "note"
    return Question(
        "consent",
        f"Before we start: to find you the right session I need to ask about your health. May I {note} what you tell me "
        f"for your therapist at {clinic.profile.name}, and nobody else? And are you 18 or over, or booking for someone "
        "under 18 as their guardian?",
        lambda answer: {"yes": True, "no": False}.get(answer or clinic.known.get("consent", "")),
        lambda answer: (
            Choice("Yes, I'm 18 or over", "consent=yes guardian=no"),
            Choice("Yes, as a guardian", "consent=yes guardian=yes"),
            Choice("No, just book", "consent=no"),
        ),
        kind="choice",
        yes="consent=yes guardian=no",
        no="consent=no",
    )


GUARDIAN: Question[bool] = Question("guardian", "", lambda answer: answer == "yes")


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
        otherwise=quietly,
        kind="choice",
    )


def complaint(clinic: Clinic) -> Question[tuple[str, ...]]:
    """The labels of what hurts; () for a client whom nothing hurts."""
    before = last_time(clinic)
    kinds = clinic.knowledge.complaints
    places = [Choice(kind.place.capitalize(), f"complaint.{kind.label}=yes") for kind in kinds.values()]
    nothing = Choice("Nothing hurts", "complaint.none=yes")
    prompt = "What brings you in? Tell me where it hurts or feels tight, which side, since when, and how bad it is from 0 to 10."
    if before:
        prompt = (
            f"Last time it was your {before.label}. Is it still that? If not, tell me what brings you in this time."
        )
    return Question(
        "complaint",
        prompt,
        lambda answer: tuple(label for label in answer.split() if label != "none") if answer else None,
        lambda answer: [Choice("Yes, the same", before.says), *places, nothing] if before else [*places, nothing],
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
    sides = [side(label, clinic) for label in labels if clinic.knowledge.complaints[label].sided]
    return [*sides, *(about(label, clinic) for label in labels[:1] for about in (since, severity))]


def side(label: str, clinic: Clinic) -> Question[str]:
    """left, right, both, middle, or "" for not known."""
    place = clinic.knowledge.complaints[label].place
    options = {"Left": "left", "Right": "right", "Both": "both"}
    return pick(
        f"side.{label}",
        f"Which {place}, left or right?",
        options,
        part=f"which {place}, left or right",
        more=("middle",),
    )


def since(label: str, clinic: Clinic) -> Question[str]:
    """An ISO date not ahead, or "" for not known."""
    return Question(
        f"since.{label}",
        "Since when have you had it?",
        lambda answer: "" if answer == UNKNOWN else answer if is_past(answer, clinic.today) else None,
        skippable,
        part="since when",
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


def safety(labels: Collection[str], clinic: Clinic, *, kept: bool = True) -> Question[str]:
    """The red flags to rule out. A "none of these" is about these: given to a shorter list, it covers no longer one."""
    asked = {
        flag.id: flag.asks for flag in clinic.knowledge.flags.values() if flag.asks and flag.about & {"any", *labels}
    }
    none = f"red_flags={'+'.join(asked)}"
    shown = [Choice(words[clinic.profile.locale], f"flag.{name}=yes") for name, words in asked.items()]
    privately = "" if kept else " I won't keep your answer."
    return Question(
        "red_flags",
        f"For your safety: is any of these true for you right now?{privately}",
        lambda denied: denied if denied and asked.keys() <= set(denied.split("+")) else None,
        lambda answer: [Choice("None of these", none), *shown],
        otherwise=lambda answer: "There is a little more I have to ask now.",
        kind="choice",
        yes="which_flag",
        no=none,
    )


# The red flags told so far: where a booking goes on all the same, they mark it for the therapist.
REVIEW: Question[tuple[str, ...]] = Question("flags", "", lambda told: tuple(told.split()))


def cleared(flags: Sequence[str], clinic: Clinic) -> Question[str]:
    """On return after a stop: a yes is about these very flags (domain.md, red flags)."""
    profile, these = clinic.profile, "+".join(flags)
    return Question(
        "cleared",
        f"Last time something came up that a {profile.doctor} or {profile.physio} should look at first. Has one of them "
        "told you since that massage is fine?",
        lambda answer: answer if set(flags) <= set(answer.split("+")) else None,
        lambda answer: [Choice("Yes, massage is fine", f"cleared={these}"), Choice("Not yet", "not_cleared")],
        kind="choice",
        yes=f"cleared={these}",
        no="not_cleared",
    )


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
        kind="choice",
    )


def is_routine(answer: str) -> bool:
    """Whether this is a level or a weekly amount."""
    return answer in ("light", "regular", "high") or any(
        answer.endswith(unit) and answer.removesuffix(unit).isdecimal() for unit in ("km", "mi", "x")
    )


def races_in(answer: str) -> tuple[Race, ...] | None:
    """`half@2026-12-14`, several joined by `+`, the day left out where it is not known; `none` and `unknown` are no race."""
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
    no="race=none",
)
GOAL: Question[str] = Question(
    "goal",
    "What would you like to get out of the session?",
    lambda answer: "" if answer == UNKNOWN else answer or None,
    lambda answer: [SKIP],
    part="what you'd like from the session",
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


# ---------------------------------------------------------------- what and when


def session_type(suggestion: Suggestion, clinic: Clinic) -> Question[str]:
    """Accepting is of this very suggestion; another type chosen stands when the suggestion changes."""
    types = clinic.knowledge.session_types
    chosen = {name: name for name in types} | {accepted(suggestion): suggestion.session_type}
    others = [
        Choice(kind.name.capitalize(), f"suggestion={kind.id}")
        for kind in types.values()
        if kind.id != suggestion.session_type
    ]
    return Question(
        "suggestion",
        f"{advice(suggestion, clinic)} Is that all right?",
        chosen.get,
        lambda answer: [Choice("Yes, good", f"suggestion={accepted(suggestion)}"), *others],
        otherwise=lambda answer: "That changes what I'd suggest." if answer.startswith("ok.") else "",
        kind="choice",
        yes=f"suggestion={accepted(suggestion)}",
        no="suggestion=other",
    )


def accepted(suggestion: Suggestion) -> str:
    """What a "yes" to this suggestion is stored as. Not its words: "in 12 days" changes overnight."""
    return f"ok.{suggestion.session_type}.{suggestion.minutes}"


def advice(suggestion: Suggestion, clinic: Clinic) -> str:
    """The suggestion and its reasons, for the client."""
    name = clinic.knowledge.session_types[suggestion.session_type].name
    return f"I'd suggest {article(name)} {name}, {suggestion.minutes} minutes. {' '.join(suggestion.reasons)}"


def article(name: str) -> str:
    """a or an."""
    return "an" if name[0] in "aeiou" else "a"


def length(kind: str, clinic: Clinic) -> Question[int]:
    """60 or 90 minutes, as the session type has them."""
    offered = sorted(clinic.knowledge.session_types[kind].minutes)
    numbers = {str(minutes): minutes for minutes in offered}
    return Question(
        "length",
        "How long would you like?",
        numbers.get,
        lambda answer: [Choice(f"{minutes} minutes", f"length={minutes}") for minutes in offered],
        otherwise=lambda answer: (
            f"We offer {listing(list(numbers), clinic.profile.locale, 'or')} minutes." if answer != "other" else ""
        ),
        kind="choice",
    )


def usual_length(suggestion: Suggestion, kind: str, clinic: Clinic) -> int:
    """What a session lasts when nobody says otherwise, in minutes."""
    return suggestion.minutes if kind == suggestion.session_type else clinic.knowledge.session_types[kind].minutes[0]


def therapist(clinic: Clinic) -> Question[str]:
    """A therapist's id, or anyone."""
    names = {t.id: t.name for t in clinic.profile.therapists}
    return Question(
        "therapist",
        "Who would you like to see?",
        lambda answer: answer if answer in (ANYONE, *names) else None,
        lambda answer: [
            Choice("Anyone", f"therapist={ANYONE}"),
            *(Choice(name, f"therapist={who}") for who, name in names.items()),
        ],
        otherwise=lambda answer: f"Our therapists are {listing(list(names.values()), clinic.profile.locale)}.",
        kind="choice",
    )


# Wishes are kept as they were said; what can be done about them, `offers.py` says.
DAY: Question[str] = Question("day", "", lambda answer: answer)
TIME: Question[str] = Question("time", "", lambda answer: answer)
EARLIEST: Question[str] = Question("earliest", "", lambda answer: answer)
SETTLED: Question[str] = Question("suggestion", "", lambda answer: answer)  # "" while no type was accepted or chosen


# ---------------------------------------------------------------- who and yes


def name(clinic: Clinic) -> Question[str]:
    """The name of whoever comes; known of a returning client."""
    return Question(
        "name",
        "What name shall I put it under?",
        lambda answer: answer or clinic.known.get("name") or None,
        part="your name",
    )


def contact(clinic: Clinic) -> Question[str]:
    """A phone number (E.164) or an e-mail address; known of a returning client."""
    return Question(
        "contact",
        "And a phone number or e-mail address, in case the clinic needs to reach you?",
        lambda answer: (answer if is_contact(answer) else None) if answer else clinic.known.get("contact") or None,
        otherwise=lambda answer: "That doesn't look like a phone number or e-mail address I can use.",
        part="a phone number or e-mail address",
        kind="phone",
    )


def is_contact(answer: str) -> bool:
    """Whether `understand` made a number or an address of it; `invalid` and the like are none."""
    return answer.startswith("+") or "@" in answer


def agreement_to_book(offer: Book, clinic: Clinic, why: str, unless: Question[str] | None) -> Question[str]:
    """One particular offer, with the safety question folded in (`unless`) where that is all that was left to ask."""
    kind = clinic.knowledge.session_types[offer.session_type].name
    price = f", {clinic.profile.currency}{clinic.profile.prices[offer.visit.minutes]}"
    what = f"{kind.capitalize()}, {visit_words(offer.visit, clinic)}{price}, for {offer.client.name}."
    mark = digest(replace(offer, reference="", suggestion=Suggestion("", 0)))
    question = agreement(mark, f"{why}{what} Shall I book it?", "Yes, book it")
    if unless is None:
        return question
    warnings = [choice for choice in unless.choices("") if choice.says.startswith("flag.")]
    true = "; ".join(choice.label for choice in warnings)
    return replace(
        question,
        prompt=f"{why}{what}\n\nOne check for your safety: {true}. If none of these is true for you right now, shall I book it?",
        choices=lambda answer: [Choice("None of these, book it", f"{unless.no} agreed={mark}"), *warnings],
        also=("red_flags",),
        yes=f"{unless.no} agreed={mark}",
    )


def agreement_to_move(appointment: Appointment, visit: Visit, clinic: Clinic) -> Question[str]:
    """The new time instead of the old one."""
    prompt = f"From {visit_words(appointment.visit, clinic)} to {visit_words(visit, clinic)}. Shall I move it?"
    return agreement(digest((appointment.reference, visit)), prompt, "Yes, move it")


def agreement_to_cancel(appointment: Appointment, clinic: Clinic) -> Question[str]:
    """Giving one particular appointment up; late, the clinic's rule is named."""
    hours = clinic.profile.change_notice
    late = (appointment.visit.start - clinic.now).total_seconds() < hours * 3600
    rule = f" It is less than {hours} hours away, so the clinic's late rule may apply." if late else ""
    prompt = f"Your {visit_words(appointment.visit, clinic)}: shall I cancel it?{rule}"
    return agreement(digest((appointment.reference, "cancel")), prompt, "Yes, cancel it")


def agreement(mark: str, prompt: str, label: str) -> Question[str]:
    """A yes to one particular offer is stored as that offer's digest: change anything and it no longer reads."""
    no = "All right, nothing is changed. What would you like instead?"
    return Question(
        "agreed",
        prompt,
        lambda answer: answer if answer == mark else None,
        lambda answer: [
            Choice(label, f"agreed={mark}"),
            Choice("Another time", "day= time="),
            Choice("Leave it", "stop"),
        ],
        otherwise=lambda answer: no if answer == "no" else "The details have changed.",
        kind="choice",
        yes=f"agreed={mark}",
        no="agreed=no",
    )


def digest(value: object) -> str:
    """A short fingerprint of a frozen value."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:10]


def visit_words(visit: Visit, clinic: Clinic) -> str:
    """ "60 minutes on Thursday 26 November at 17:00 with Anna"."""
    return (
        f"{visit.minutes} minutes on {spoken_moment(visit.start, clinic)} with {clinic.therapist(visit.therapist).name}"
    )


# ---------------------------------------------------------------- appointments


def which(clinic: Clinic) -> Question[Appointment]:
    """One of the client's appointments: by reference, or by the beginning of its local start."""

    def fitting(answer: str) -> list[Appointment]:
        starts = {a.reference: a.visit.start.astimezone(clinic.zone).replace(tzinfo=None) for a in clinic.mine}
        return [
            a for a in clinic.mine if answer in ("", a.reference) or starts[a.reference].isoformat().startswith(answer)
        ]

    return Question(
        "which",
        "Which appointment is it?",
        lambda answer: only(fitting(answer)),
        lambda answer: [Choice(visit_words(a.visit, clinic), f"which={a.reference}") for a in fitting(answer)],
        otherwise=lambda answer: "" if fitting(answer) else "I can't find that one.",
        kind="choice",
    )


def listed(clinic: Clinic) -> Reply:
    """What is booked, in words."""
    if not clinic.mine:
        return Reply(NONE_AHEAD)
    lines = [f"{visit_words(a.visit, clinic)} (reference {a.reference})" for a in clinic.mine]
    return Reply("You're booked in:\n" + "\n".join(f"• {line}" for line in lines))


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
        kind="choice",
        yes=f"{slot}=yes" if yes_no else "",
        no=f"{slot}=no" if yes_no else "",
    )


def skippable(answer: str) -> list[Choice]:
    """Nothing to choose from but to skip it."""
    return [SKIP]


def quietly(answer: str) -> str:
    """Nothing to explain."""
    return ""


def heard_back(labels: Sequence[str], clinic: Clinic) -> str:
    """What we took a complaint to be. Routing, never a diagnosis, and the words say so."""
    names = [clinic.knowledge.complaints[label].name for label in labels]
    sounds = listing(names, clinic.profile.locale)
    return f"Sorry to hear that. It sounds like it could be {sounds}; your therapist will check."


def we_keep(visit: Visit, clinic: Clinic) -> str:
    """A time is held while the client finishes."""
    minutes = clinic.knowledge.policy.hold_minutes
    start = spoken_moment(visit.start, clinic)
    who = clinic.therapist(visit.therapist).name
    return f"I'm keeping {start} with {who} for you for {minutes} minutes. To book it I need"
