"""What a message tells of an ache: which one, which side, since when, how bad. Pure."""

import re
from collections.abc import Mapping, Sequence

from bot.complaints import sore
from bot.view import View
from bot.words import consenting, particulars
from bot.words.begun import is_wished_for, since, since_a_race
from bot.words.keywords import Asked
from bot.words.sides import sides
from bot.words.speech import Word, words

BRIEF = 5  # words of "since last monday", told late
ABOUT_IT = frozenset("complaint side since severity".split())  # one question asks them all
LATE = re.compile(r"^(?:(?:oh|sorry|um|its|the|my|on|mostly) )*(?:left|right|both)\b")  # "left, three weeks, a 5"
OF_A_FOOT = frozenset("plantar_fasciitis achilles_tendinopathy".split())  # an ankle or a foot is the unnamed place
ADDS = frozenset("and also too plus another n".split())
RUNNING = re.compile(r"\b(?:\d*(?:k|km|kms|mi|miles?)|races?|racing|marathon|half|a week|weekly|times|runs?|running)\b")


def health(plain: str, said: Sequence[Word], felt: Mapping[str, float], view: View, wished: str = "") -> dict[str, str]:
    """The complaints and what is said of them: of the first, where there are several and it is not plain of which.

    `wished` is the day that is wished for: "a rub on Friday" tells of no ache that began on one.
    """
    labels = [label for label, sure in felt.items() if sure]
    asked, told = asked_of_it(plain, view), consenting.ageless(plain) if "consent" in view.bases else plain
    sided = sides(said, sore(said, view.knowledge), labels, asked)
    started = since(told, view.frame("since" if asked & ABOUT_IT else ""))
    if "red_flags" in asked and "since" not in asked and not labels and len(said) > BRIEF:
        started = None  # "fever last week, fine now": not the ache's
    if started and is_wished_for(started, wished.partition("|")[0], plain):
        started = None
    begun = started.isoformat() if started else "race" if since_a_race(plain) else ""
    aches = labels or "side" in sided or (asked & ABOUT_IT and not felt)
    about = f".{labels[0]}" if labels else ""
    hurts = bool(labels or sided)
    scores = several(told, labels, asked, view) or {
        about: particulars.severity(told, asked if hurts else view.bases, hurts=hurts)
    }
    if view.booked and not hurts:
        scores = {}  # "10/10" is praise
    nearer = view.about == ("other_injury",) and told_nearer(said, labels)
    none = particulars.nothing_hurts(plain, view.bases) and not labels
    return {
        **{f"complaint.{label}": "yes" if sure else "no" for label, sure in felt.items()},
        **({"complaint.other_injury": "no"} if nearer else {}),
        **({"complaint.none": "yes"} if none else {}),
        **sided,
        **({f"since{about}": begun} if begun and aches else {}),
        **{f"severity{place}": score for place, score in scores.items() if score},
    }


def told_nearer(said: Sequence[Word], labels: Sequence[str]) -> bool:
    """Whether "heel", after "my foot", tells more exactly where it is: it is the place alone, and "and" adds none."""
    alone = len(said) <= BRIEF and not ADDS.intersection(word.text for word in said)
    return alone and len(labels) == 1 and labels[0] in OF_A_FOOT


def asked_of_it(plain: str, view: View) -> Asked:
    """What is asked of an ache; it may be told beside a "yes" to our asking about health too, or one question late."""
    late = view.about and "routine" in view.bases and LATE.search(plain) and not RUNNING.search(plain)
    return view.bases | {"side", "since", "severity"} if late or "consent" in view.bases else view.bases


def several(plain: str, labels: Sequence[str], asked: Asked, view: View) -> dict[str, str]:
    """How bad each of several complaints is, where each has its own number."""

    def named(piece: str) -> set[str]:
        return {place.label for place in sore(words(piece), view.knowledge) if place.label in labels}

    told = particulars.severities(plain, asked, named) if len(labels) > 1 else {}
    return {f".{label}": score for label, score in told.items()}
