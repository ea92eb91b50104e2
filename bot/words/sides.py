"""Left, right, both or middle, and of which complaint. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.words.areas import Area, clauses
from bot.words.atlas import listed
from bot.words.keywords import Asked
from bot.words.phrases import Finder, Found
from bot.words.speech import Word

SIDES = {
    word: side
    for side, words in {
        "left": "left lef lft letf leftt lhs lefthand lefts lefty leftie",
        "right": "right rite rigth rihgt rght rhs righthand rights righty rightie",
        "both": "both bilateral bilaterally either",
        "middle": "middle central centre center",
    }.items()
    for word in words.split()
}
LETTERS = {"l": "left", "lt": "left", "r": "right", "rt": "right"}
BODY = """leg|legs|foot|feet|knee|knees|calf|calves|shin|shins|heel|heels|hip|hips|ankle|ankles|thigh|thighs|quad|quads|
    hamstring|hamstrings|hammy|hammies|glute|glutes|achilles|arch|arches|groin|toe|toes|itb|buttock|cheek|shoulder|
    shoulders|peroneal|peroneals|soleus|adductor|adductors|piriformis|psoas|bum|butt"""
BODIES = frozenset(BODY.replace("|", " ").split()) | {"it"}
FIND = Finder(
    {
        # words that are no side
        "trap": listed(
            """
            right above|across|along|around|at|behind|below|beneath|beside|by|down|in|inside|into|near|next|on|over|
            through|to|under|underneath|where|now|away|then|so|up|as|after|before|time|day|date|way|place|person|
            thing|enough|i|ive|okay|good|kids, lets|thats|all|feel|feels|felt|looks|doesnt|yeah|not right,
            that|this|it|which is right, not quite right, no right, the right time|choice|session|massage for,
            any|appointments|appointment|slots|slot|spaces|space|places|i|ive|been|anything|gaps|have|weeks|days|
            sessions|got|time|times|much|lot left, left the|it|for|a|over|to|me|home|work|school|him|her|us|at,
            your left|right, left turn|lane, turn|turned|take|took|on|make a? left|right at|on|onto|then|past,
            used to be the|my? left|right, could|might|may|would be either,
            mix|tell|know|confuse ~ left and|from|or right,
            size of the|my left|right, bigger|larger|fatter|smaller|warmer|hotter|colder
            than the|my left|right, compared to|with the|my left|right,
            both of us|you, both of them want|wants|would|need|are|can|have|run, yes to both, us|we both, both
            times|days|appointments|sessions|massages,
            left|right handed, left|right or left|right side? of the|your building|road|street|hall|door,
            either day|time|way|is|of|one, middle of the|my|a|this|last? ~ run|race|night|week|session|block|set|
            training|road|workout"""
        ),
        "denied": listed(
            """
            not|isnt|never the|my|just? left|right, instead of the? left|right, left|right ~ fine|ok|okay|grand|better
            now?"""
        ),
        "gathered": listed("both on|down the|my? left|right"),  # two places, on one side
        "other": listed("other"),
        # what was said before it is taken back
        "correction": listed("no wait, wait no, wait, sorry, i mean|meant, scrap that, correction, actually, oops"),
        # sides of the body, whatever stands around them
        "body": listed(f"left|right|both|lefts|rights my|of|the? {BODY}, left|right|both it band"),
        "each": listed(f"each|either side|{BODY}, pair|two of them|em"),
        # these speak of a side even where none is asked
        "plainly": listed("the|my|its|on|meant|mean|other left|right, left|right|both|either one|side|sides|hand"),
    }
)
ONES = {"one", "side"}
NEAR = 3  # words between a side and its place
SHORT = 8  # words of a statement that is about no more than a side
OPPOSITE = {"left": "right", "right": "left"}
OURS = ("the", "my")
PUT_RIGHT = re.compile(  # "right, no left knee", but not "right knee, no left knee pain"
    r"\b(left|right|both)( \w+)?[,.;-]* (?:(?:oh|sorry|wait|ah)[,.]* )*no[,.]* "
    r"(?:(?:the|my|its|just|sorry|wait)[,.]* )*"
    r"(?=(?!\1)(?:left|right|both)\b(?! \w+ (?:pain|ache|issues?|problems?|trouble|soreness)\b))",
    re.IGNORECASE,
)
TOO = frozenset("too also both aswell well".split())


def put_right(text: str) -> str:
    """The text without a side that is taken back for another one at once; which place it is stays."""
    return PUT_RIGHT.sub(lambda hit: f"{hit[2] or ''} ".lstrip(), text)


def straight(said: Sequence[Word]) -> list[str]:
    """The words, with "rigth" as right."""
    return [SIDES[word.text] if SIDES.get(word.text) in OPPOSITE else word.text for word in said]


def sides(said: Sequence[Word], places: Sequence[Area], labels: Collection[str], asked: Asked) -> dict[str, str]:
    """`side.calf` where the complaint is clear; plain `side` where none was named, and one was asked or is meant."""
    hits = whole(said)
    found = spoken(said, hits, bool(labels), "side" in asked)
    if len(labels) > 1 and (each := dict(attached(said, found, [place for place in places if place.label in labels]))):
        return each
    side = joined(corrected(said, hits, found).values()) or ("side" in asked and excepted(said, hits))
    if not side:
        return {}
    if labels:
        return {f"side.{label}": side for label in labels}
    return {"side": side} if "side" in asked or plainly(said, hits, found) else {}


def whole(said: Sequence[Word]) -> list[Found]:
    """The phrases that are spoken without a pause: "2 weeks, left knee" leaves no weeks."""
    found = FIND.find(straight(said))
    return [one for one in found if not any(word.before for word in said[one.first + 1 : one.end])]


def spoken(said: Sequence[Word], hits: Sequence[Found], told: bool, asked: bool) -> dict[int, str]:
    """Word -> side, where a word is one; where a complaint is told or a side asked, single letters may count."""
    body = {hit.first: "both" for hit in hits if hit.name == "each"}
    sure = {hit.first for hit in hits if hit.name == "body"}
    lost = {index for hit in hits if hit.name == "trap" and not named(said, hit) for index in within(hit)} - sure
    lost |= {index for hit in hits if hit.name == "denied" for index in within(hit)}
    lost |= {hit.first for hit in hits if hit.name == "gathered"}
    by_the_way = not asked and len(said) > 4 and bool(said[1].before)  # "Right, I've put this off"
    known = {index: SIDES[word.text] for index, word in enumerate(said) if word.text in SIDES}
    known |= {index: side for index, side in letters(said) if told or asked}
    return body | {
        index: side for index, side in known.items() if index not in lost and not (by_the_way and index == 0)
    }


def letters(said: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """ "R glute" and "calf, L" name a side, "my shins r killing me" does not."""
    for index, word in enumerate(said):
        last = index + 1 == len(said) or bool(said[index + 1].before)
        ours = index > 0 and said[index - 1].text in OURS  # "the R one"
        if word.text in LETTERS and (last or said[index + 1].text in (BODIES | ONES if ours else BODIES)):
            yield index, LETTERS[word.text]


def within(hit: Found) -> range:
    """The words of a phrase."""
    return range(hit.first, hit.end)


def named(said: Sequence[Word], hit: Found) -> bool:
    """ "The right under the kneecap" and "left's the bad one" are sides, "right under" and "left the club" are none."""
    first = said[hit.first].text
    return first in ("lefts", "rights") or (first == "right" and hit.first > 0 and said[hit.first - 1].text in OURS)


def plainly(said: Sequence[Word], hits: Sequence[Found], found: Collection[int]) -> bool:
    """Whether a side of the body is meant, though no complaint was named."""
    short = {index for first, end in clauses(said) if end - first <= SHORT for index in range(first, end)}
    kinds = [hit for hit in hits if any(index in found for index in within(hit))]
    chosen = any(hit.name == "denied" and hit.first - 1 in found for hit in hits)  # "right, not left"
    return chosen or any(
        hit.name in ("body", "each") or (hit.name == "plainly" and hit.first in short) for hit in kinds
    )


def corrected(said: Sequence[Word], hits: Sequence[Found], found: Mapping[int, str]) -> Mapping[int, str]:
    """The sides without those that were taken back: "right knee, no wait, left knee"."""
    turns = [hit.end for hit in hits if hit.name == "correction" and any(index >= hit.end for index in found)]
    kept = {index: side for index, side in found.items() if index >= max(turns, default=0)}
    return found if any(word.text in TOO for word in said) else kept


def excepted(said: Sequence[Word], hits: Sequence[Found]) -> str:
    """ "Not the left, the other one"."""
    denied = [OPPOSITE.get(straight(said)[hit.end - 1], "") for hit in hits if hit.name == "denied"]
    return denied[0] if len(denied) == 1 and any(hit.name == "other" for hit in hits) else ""


def joined(found: Iterable[str]) -> str:
    """One side for all that were named: left and right are both."""
    named = set(found)
    if "both" in named or {"left", "right"} <= named:
        return "both"
    return next((side for side in ("left", "right", "middle") if side in named), "")


def attached(said: Sequence[Word], found: Mapping[int, str], places: Sequence[Area]) -> Iterator[tuple[str, str]]:
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
