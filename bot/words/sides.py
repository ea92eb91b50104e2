"""Left, right, both or middle, and of which complaint. Pure."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.words.areas import Area, clauses, listed
from bot.words.keywords import Asked
from bot.words.phrases import Finder
from bot.words.speech import Word

SIDES = {
    word: side
    for side, words in {
        "left": "left lft letf leftt lhs lefthand",
        "right": "right rigth rihgt rght rhs righthand",
        "both": "both bilateral bilaterally either",
        "middle": "middle central centre center",
    }.items()
    for word in words.split()
}
LETTERS = {"l": "left", "r": "right"}
FIND = Finder(
    {
        # words that are no side
        "trap": listed(
            """
            right now|away|then|so|up|as|after|before|time|day|date|way|place|person|thing|enough|i|ive|okay|good|
            kids|lets, thats|all|is|feel|feels|felt|looks|doesnt|yeah|not right, not quite right,
            any|appointments|appointment|slots|slot|spaces|space|places|i|ive|been|anything|gaps|have|weeks|days|
            sessions|got|time|times left, left the|it|for|a|over|to|me|home|work|school|him|her|us|at,
            both of us|you|them, yes to both, us|we both, both times|days|appointments|sessions|massages,
            either day|time|way|is|of|one, middle of the,
            the right time|choice|session|massage for, no right"""
        ),
        "denied": listed("not|isnt|never the|my|just? left|right, not left|right, instead of the? left|right"),
        # these speak of a side even where none is asked
        "plainly": listed(
            """
            the|my|its|on|meant|mean|other left|right, left|right|both|either one|side|sides|leg|legs|foot|feet|hand|
            knee|knees|calf|calves|shin|shins|heel|heels|hip|hips|ankle|ankles"""
        ),
    }
)
NEAR = 3  # words between a side and its place
SHORT = 8  # words of a message that is about no more than a side


def straight(said: Sequence[Word]) -> list[str]:
    """The words, with "rigth" as right."""
    return [SIDES[word.text] if SIDES.get(word.text) in ("left", "right") else word.text for word in said]


def sides(said: Sequence[Word], places: Sequence[Area], labels: Collection[str], asked: Asked) -> dict[str, str]:
    """`side.calf` where the complaint is clear; plain `side` where none was named, and one was asked or is meant."""
    found = dict(spoken(said, bool(labels), "side" in asked))
    if len(labels) > 1:
        return dict(attached(said, found, [place for place in places if place.label in labels]))
    side = joined(found.values())
    if not side:
        return {}
    if labels:
        return {f"side.{label}": side for label in labels}
    plainly = len(said) <= SHORT and any(one.name == "plainly" for one in FIND.find(straight(said)))
    return {"side": side} if "side" in asked or plainly else {}


def spoken(said: Sequence[Word], told: bool, asked: bool) -> Iterator[tuple[int, str]]:
    """Word -> side, where a word is one; where a complaint is told or a side asked, single letters count."""
    hits = FIND.find(straight(said))
    lost = {index for hit in hits if hit.name in ("trap", "denied") for index in range(hit.first, hit.end)}
    known = SIDES | LETTERS if told or asked else SIDES
    for index, word in enumerate(said):
        by_the_way = not asked and index == 0 and len(said) > 4 and said[1].before  # "Right, I've put this off"
        if word.text in known and index not in lost and not by_the_way:
            yield index, known[word.text]


def joined(found: Iterable[str]) -> str:
    """One side for all that were named: left and right are both."""
    named = set(found)
    if "both" in named or {"left", "right"} <= named:
        return "both"
    return next((side for side in ("left", "right", "middle") if side in named), "")


def attached(said: Sequence[Word], found: dict[int, str], places: Sequence[Area]) -> Iterator[tuple[str, str]]:
    """Several complaints: each has the side named close before it, else the one that follows it in its statement."""
    used: set[int] = set()
    for place in places:
        before = [index for index in found if place.first - NEAR <= index < place.end and index not in used]
        after = [index for index in found if place.end <= index < end_of(said, place) and index not in used]
        if nearest := before[-1:] or after[:1]:
            used |= set(nearest)
            yield f"side.{place.label}", found[nearest[0]]


def end_of(said: Sequence[Word], place: Area) -> int:
    """Where the statement ends in which a place is named."""
    return next(end for first, end in clauses(said) if first <= place.first < end)
