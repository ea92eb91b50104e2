"""What hurts: the places a client names and the model's word for them, weighed against each other. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence

from bot.heard import Heard
from bot.knowledge import Knowledge
from bot.words.areas import Area, areas, clauses, for_somebody, plays_down, told
from bot.words.atlas import Atlas, atlas
from bot.words.places import SMALL
from bot.words.speech import Word

VETO = 0.05  # a place that was named stands unless the model gives its label less than this
DOUBTED = 0.3  # … and unless it is less sure than this in a question, an errand, or talk of something else
PLAINLY = 0.8  # an ache is described; who knows what they call it
TELLING = frozenset("describe book inform".split())  # intents that come with complaints
ALONE = 0.4  # without a named place the model's word is taken from here on
BESIDE = 0.7  # beside a named place, a further label must be this sure: lower ones are mostly neighbours of the named
TORN = (0.2, 0.6, 0.15)  # unsure: the second label at least this likely, the first at most, a third no more than that
WAVERS = re.compile(
    r"\b(?:not sure|unsure|dont know|cant tell|hard to say|no idea)\b.*\b(?:or|between|which)\b"
    r"|\bor\b.*\b(?:not sure|unsure|dont know|cant tell|hard to say)\b"
    r"|\bbetween (?:the |my )?\w+ and (?:the |my )?\w+\b|\bor (?:is it|maybe|perhaps|possibly)\b"
)
WELL = 0.5  # from here on nothing hurts now, whatever is named: it is over, another's, a question, a figure of speech
WELL_BOOKED = 0.95  # … but "an hour on my glutes please" says where, though not that it hurts,
BOOKS = 0.5  # … if it does ask for an appointment
HURTS, HARDLY_WELL = 0.9, 0.1  # a label so sure, where it is so unlikely that nothing hurts, stands against any denial
OPENING = frozenset("and also then now plus".split())
NEXT_TO = {"runners_knee": "it_band_syndrome", "other_injury": "it_band_syndrome"}  # the outer knee, the outer hip
CLEARLY = 0.95  # beside "the inside of the knee", told in several words, the outer knee must be as sure
INNER = frozenset("inner inside medial".split())
HARDLY = 0.2  # a bare "knee" gives way to the outer knee if the model gives it less than this
NAMED = 0.6  # how sure a place is by its name alone


def complaints(said: Sequence[Word], knowledge: Knowledge, heard: Heard | None) -> dict[str, float]:
    """Label -> how sure we are that it is complained of; 0 for what is denied."""
    found = areas(said, atlas_of(knowledge))
    opposite = across(said, found)
    places = told(found) | dict.fromkeys(surely(heard) - opposite, True)
    if well(heard) and not (any(told(found).values()) and plays_down(said)):
        return {label: 0.0 for label, stands in places.items() if not stands}
    closely = {place.label for place in found if place.end - place.first > 1 or heads(said, place)}
    spoken_of = set() if tells(heard) else {place.label for place in found if place.aside} - places.keys()
    known = knowledge.complaints.keys() - spoken_of  # "do you do shin splints?" names them, and no ache
    scores = {} if heard is None else {label: sure for label, sure in heard.complaints if label in known}
    for_them = heard is not None and heard.intent == "book" and for_somebody(said)  # the model hears no own aches there
    named = [label for label, stands in places.items() if stands and (for_them or vouched(label, heard, closely))]
    further = [label for label in besides(found, scores, named, closely) if label not in opposite]
    return (
        {label: together(scores.get(label, 0.0)) for label in named if not mistaken(label, further, scores)}
        | {label: scores[label] for label in further}
        | {label: 0.0 for label, stands in places.items() if not stands}
    )


def well(heard: Heard | None) -> bool:
    """Whether the model hears that nothing hurts, more surely than that anything does."""
    if heard is None:
        return False
    unhurt, surest = heard.chances.get("nothing_hurts", 0.0), max((sure for _, sure in heard.complaints), default=0.0)
    books = heard.intent == "book" and heard.confidence >= BOOKS
    return unhurt >= max(surest, WELL_BOOKED if books else WELL)


def surely(heard: Heard | None) -> set[str]:
    """Labels that the model hears so plainly, and so plainly as an ache of now, that no rule need agree."""
    if heard is None or heard.chances.get("nothing_hurts", 1.0) > HARDLY_WELL:
        return set()
    return {label for label, sure in heard.complaints if sure >= HURTS}


def besides(
    found: Sequence[Area], scores: Mapping[str, float], named: Sequence[str], closely: Collection[str]
) -> list[str]:
    """Labels that the model hears beside the places that were named."""
    enough = BESIDE if named or any(place.aside for place in found) else ALONE
    near = {NEXT_TO.get(label) for label in closely}
    own = {place.label for place in found if not place.aside}
    near |= {place.label for place in found if place.aside}
    return [
        label for label, sure in scores.items() if label not in own and sure >= (CLEARLY if label in near else enough)
    ]


def across(said: Sequence[Word], found: Sequence[Area]) -> set[str]:
    """What lies on the other side of a place: who tells of the inside of a knee does not mean its outside."""
    inner = [place.label for place in found if {word.text for word in said[place.first : place.end]} & INNER]
    return {NEXT_TO[label] for label in inner if label in NEXT_TO}


def together(sure: float) -> float:
    """How sure a place is by its name and by the model's word: both would have to err."""
    return 1 - (1 - sure) * (1 - NAMED)


def mistaken(label: str, further: Sequence[str], scores: Mapping[str, float]) -> bool:
    """Whether the model, from the rest of the message, hears the place next to the one that was named."""
    return NEXT_TO.get(label) in further and scores.get(label, 0.0) < HARDLY


def heads(said: Sequence[Word], place: Area) -> bool:
    """Whether a further statement begins with a place, which is what it is about then: "…, heel jabs when I land"."""
    return any(
        0 < first <= place.first < end and {word.text for word in said[first : place.first]} <= SMALL | OPENING
        for first, end in clauses(said)
    )


def sore(said: Sequence[Word], knowledge: Knowledge) -> list[Area]:
    """The places that are complained of."""
    return [place for place in areas(said, atlas_of(knowledge)) if not (place.denied or place.aside)]


def vouched(label: str, heard: Heard | None, closely: Collection[str]) -> bool:
    """Whether the model lets a place stand that was named; it need not know the name of what is plainly described.

    Described `closely`, in several words, or alone, a place stands; else it may only tell where the surer one is.
    """
    if heard is None:
        return True
    surer = any(sure >= PLAINLY for other, sure in heard.complaints if other != label) and label not in closely
    if tells(heard) and not surer and label != "low_back":
        return True  # but "at the back" is no back
    return dict(heard.complaints).get(label, 0.0) >= (VETO if heard.intent in TELLING else DOUBTED)


def tells(heard: Heard | None) -> bool:
    """Whether a message plainly tells of something, or asks for a session: it is no question, and no other talk."""
    return heard is not None and heard.intent in TELLING and heard.confidence >= PLAINLY


def atlas_of(knowledge: Knowledge) -> Atlas:
    """What the places on the body are called."""
    return atlas(tuple((kind.label, kind.words) for kind in knowledge.complaints.values()))


def hesitation(plain: str, felt: Mapping[str, float]) -> str:
    """Two places between which the client wavers, as `calf|shin_splints`: "calf or shin, not sure"."""
    labels = [label for label, sure in felt.items() if sure]
    return "|".join(labels) if len(labels) == 2 and WAVERS.search(plain) else ""


def unsure(felt: Mapping[str, float], heard: Heard | None) -> dict[str, str]:
    """Two labels between which neither the model nor a word decides."""
    second, most, third = TORN
    scores = [] if heard is None else list(heard.complaints)
    rest = scores[2][1] if len(scores) > 2 else 0.0
    torn = (
        not any(felt.values()) and len(scores) > 1 and scores[0][1] <= most and scores[1][1] >= second and rest <= third
    )
    return {"doubt": "|".join(label for label, _ in scores[:2])} if torn else {}
