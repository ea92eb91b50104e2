"""What hurts: the places a client names and the model's word for them, weighed against each other. Pure."""

import re
from collections.abc import Mapping, Sequence

from bot.knowledge import Knowledge
from bot.listening import Heard
from bot.words.areas import Area, Atlas, areas, atlas, told
from bot.words.speech import Word

VETO = 0.05  # a place that was named stands unless the model gives its label less than this
ALONE = 0.4  # without a named place the model's word is taken from here on
BESIDE = 0.7  # beside a named place, a further label must be this sure: lower ones are mostly neighbours of the named
TORN = (0.2, 0.6, 0.15)  # unsure: the second label at least this likely, the first at most, a third no more than that
WAVERS = re.compile(
    r"\b(?:not sure|unsure|dont know|cant tell|hard to say|no idea)\b.*\b(?:or|between|which)\b"
    r"|\bor\b.*\b(?:not sure|unsure|dont know|cant tell|hard to say)\b"
    r"|\bbetween (?:the |my )?\w+ and (?:the |my )?\w+\b|\bor (?:is it|maybe|perhaps|possibly)\b"
)
NAMED = 0.6  # how sure a place is at least that was named in so many words


def complaints(said: Sequence[Word], knowledge: Knowledge, heard: Heard | None) -> dict[str, float]:
    """Label -> how sure we are that it is complained of; 0 for what is denied."""
    found = areas(said, atlas_of(knowledge))
    places, aside = told(found), {place.label for place in found if place.aside}
    scores = {} if heard is None else {label: sure for label, sure in heard.complaints if label in knowledge.complaints}
    named = [label for label, stands in places.items() if stands and vouched(label, heard)]
    enough = BESIDE if named or aside else ALONE
    further = [label for label, sure in scores.items() if label not in places.keys() | aside and sure >= enough]
    denied = [label for label, stands in places.items() if not stands]
    return (
        {label: max(scores.get(label, 0.0), NAMED) for label in named}
        | {label: scores[label] for label in further}
        | dict.fromkeys(denied, 0.0)
    )


def sore(said: Sequence[Word], knowledge: Knowledge) -> list[Area]:
    """The places that are complained of."""
    return [place for place in areas(said, atlas_of(knowledge)) if not (place.denied or place.aside)]


def vouched(label: str, heard: Heard | None) -> bool:
    """Whether the model lets a place stand that was named; it need not know the name of what is plainly described."""
    if heard is None or dict(heard.complaints).get(label, 0.0) >= VETO:
        return True
    return heard.intent == "describe" and label != "low_back"  # "at the back" is no back


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
