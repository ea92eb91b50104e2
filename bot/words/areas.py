"""Plain words for where it hurts, and whether they tell, deny, or are about somebody else. Pure.

Places are found as data/knowledge/complaints.yml words them. The model hears what no list of words can hold; the
words settle what it is unsure of, tell what is denied, and carry on alone while it is down.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.words.atlas import Atlas, listed, named
from bot.words.phrases import Finder, Phrase
from bot.words.places import AILS, ALONG, BACK, BREAKS, CUES, DONE, IT, PARTS, THINGS, VAGUE, WENT_ON
from bot.words.speech import Word

Span = tuple[int, int]
Cues = Mapping[str, Sequence[Span]]


@dataclass(frozen=True)
class Area:
    """A place on the body that was named: words `first` up to, not including, `end`.

    Named `aside` it is not the client's own: somebody else's, a word trap, or part of a question in general.
    """

    label: str
    denied: bool
    first: int
    end: int
    aside: bool = False


SINCE = frozenset("since now anymore nowadays days again today ago trick end history".split())
NEAR = 3  # words before a place among which its owner is named
OWNS = frozenset("my ive".split())
HAVE = frozenset((("i", "have"), ("i", "had"), ("i", "got")))
FOOT = frozenset(("plantar_fasciitis", "achilles_tendinopathy"))
FIND = Finder({name: listed(written) for name, written in CUES.items()})


def areas(said: Sequence[Word], atlas: Atlas) -> list[Area]:
    """Every place that is named, the longest name at each spot, as it is meant."""
    cues = cues_of(said)
    trapped = {index for trap in cues["trap"] if misleads(said, trap) for index in range(*trap)}
    mine = own(cues, said)
    found: list[Area] = []
    theirs = asked = False
    for clause in clauses(said):
        before, theirs = theirs, about_others(cues, clause, theirs)
        asked = clause[0] >= mine and in_general(said, cues, clause, asked)
        free, caught = parted(range(*clause), trapped)
        names = list(named(said, free, atlas))
        if not theirs:
            found = taken_back(said, cues, clause, found, names=bool(names))
        found += [Area(label, False, at, to, aside=True) for label, at, to in named(said, caught, atlas)]
        found += [
            Area(label, denied(cues, clause, at), at, to, asked or not_mine(said, cues, clause, (at, to), before))
            for label, at, to in names
        ]
    return precise(said, found)


def own(cues: Cues, said: Sequence[Word]) -> int:
    """Where the last statement begins in which the client speaks of themselves."""
    mine = [clause for clause in clauses(said) if inside(cues["mine"], *clause) and not inside(cues["theirs"], *clause)]
    return mine[-1][0] if mine else 0


def cues_of(said: Sequence[Word]) -> dict[str, list[Span]]:
    """Where each kind of cue is."""
    cues: dict[str, list[Span]] = {name: [] for name in CUES}
    for found in FIND.find([word.text for word in said]):
        cues[found.name].append((found.first, found.end))
    return cues


def for_somebody(said: Sequence[Word]) -> bool:
    """Whether the booking is for somebody else, whose aches count."""
    return bool(cues_of(said)["them"])


def plays_down(said: Sequence[Word]) -> bool:
    """Whether an ache is called no great matter, by which it is told: "sore shoulder, nothing sinister"."""
    return bool(cues_of(said)["slight"])


def misleads(said: Sequence[Word], trap: Span) -> bool:
    """Whether a word trap is one here: "back in June" is, "my back in June" and "there is a pain in the neck" not."""
    first, end = trap
    leads = said[first - 1].text if first and not said[first].before else ""
    if leads == "the" and first > 1:  # "the low part of the back"
        leads = said[first - 2].text
    body = said[first].text == "back" and leads in BACK and said[end - 1].text not in THINGS
    ails = said[end - 1].text == "back" and end < len(said) and said[end].text in AILS
    return not (body or ails or leads == "there")


def parted(indexes: Iterable[int], trapped: Collection[int]) -> tuple[list[int], list[int]]:
    """Words that are no trap, and those that are."""
    free, caught = list[int](), list[int]()
    for index in indexes:
        (caught if index in trapped else free).append(index)
    return free, caught


def taken_back(said: Sequence[Word], cues: Cues, clause: Span, found: list[Area], *, names: bool) -> list[Area]:
    """The places named before this statement, those denied that it takes back; what `names` a place is about that."""
    if well(cues, clause):  # "… but nothing hurts now"
        return [replace(area, denied=True) for area in found]
    if found and not names and fine_now(said, cues, clause):
        return [*found[:-1], replace(found[-1], denied=True)]
    return found


def well(cues: Cues, clause: Span) -> bool:
    """Whether a client ends a statement with being well, and does not mean "otherwise"."""
    _, end = clause
    ends = any(end - last <= 2 for _, last in inside(cues["well"], *clause))
    return ends and not inside(cues["besides"], *clause)


def fine_now(said: Sequence[Word], cues: Cues, clause: Span) -> bool:
    """Whether this statement takes back the place named before it: "it was sore in summer, but it's fine now"."""
    first, end = clause
    told = {word.text for word in said[first:end]}
    begins = {word.text for word in said[first : first + 2]} & IT
    return told <= DONE or (end - first <= 9 and bool(begins or told & SINCE) and over(cues, clause))


def precise(said: Sequence[Word], found: Sequence[Area]) -> list[Area]:
    """The places without a foot that only tells where a more precise one is: "my foot, under the arch"."""
    told = {area.label for area in found if not area.denied and not area.aside}
    vague = told & FOOT
    return [area for area in found if not (vague and said[area.end - 1].text in VAGUE and area.label not in FOOT)]


def clauses(said: Sequence[Word]) -> Iterator[Span]:
    """Where each statement begins and ends."""
    cuts = [i for i, word in enumerate(said) if i and (word.before or word.text in BREAKS) and not tells_where(said, i)]
    return zip([0, *cuts], [*cuts, len(said)], strict=True)


def tells_where(said: Sequence[Word], at: int) -> bool:
    """Whether what follows a comma only tells where on the place before it: "knee, on the outside"."""
    if said[at].before != ",":
        return False
    part = next((index for index in range(at, len(said)) if said[index].text not in ALONG), len(said))
    if part == len(said) or said[part].text not in PARTS or any(word.before for word in said[at + 1 : part + 1]):
        return False
    return part + 1 == len(said) or bool(said[part + 1].before) or said[part + 1].text in WENT_ON


def inside(spans: Iterable[Span], first: int, end: int) -> list[Span]:
    """The spans that begin within a statement."""
    return [span for span in spans if first <= span[0] < end]


def about_others(cues: Cues, clause: Span, before: bool) -> bool:
    """Whether somebody else's body is spoken of; so it goes on until the client speaks of themselves."""
    if cues["them"]:
        return False
    return bool(inside(cues["theirs"], *clause)) or (before and not inside(cues["mine"], *clause))


def in_general(said: Sequence[Word], cues: Cues, clause: Span, before: bool) -> bool:
    """Whether it is asked what is treated or what helps, not said what hurts; so to the end of the sentence."""
    if inside(cues["mine"], *clause):
        return False
    first, _ = clause
    return bool(inside(cues["asks"], *clause)) or (before and said[first].before != ".")


def not_mine(said: Sequence[Word], cues: Cues, clause: Span, place: Span, before: bool) -> bool:
    """Whether a place is somebody else's: "my husband says I should show you my knee" tells of the client's."""
    theirs = about_others(cues, (clause[0], place[0]), before)  # "my calf hurts when I walk the dog"
    return (theirs or whose(cues, clause, place[0])) and not owned_here(said, cues, clause, place)


def owned_here(said: Sequence[Word], cues: Cues, clause: Span, place: Span) -> bool:
    """Whether "my" or "I have" is said right before a place or in it, and is not the "my" of "my husband"."""
    others = {index for span in inside(cues["theirs"], *clause) for index in range(*span)}
    near = [index for index in range(max(clause[0], place[0] - NEAR), place[1]) if index not in others]
    pointed = said[place[0] - 1].text == "this"  # "my wife wants this knee seen to"
    return pointed or any(said[index].text in OWNS or spoken_at(said, index) in HAVE for index in near)


def spoken_at(said: Sequence[Word], index: int) -> Phrase:
    """This word and the next."""
    return tuple(word.text for word in said[index : index + 2])


def whose(cues: Cues, clause: Span, at: int) -> bool:
    """Whether the place here is "his" or "her", and they are not whom the booking is for."""
    return not cues["them"] and any(0 <= at - end <= 2 for _, end in inside(cues["whose"], *clause))


def denied(cues: Cues, clause: Span, at: int) -> bool:
    """Whether a place named here is said to be fine, or not to be it."""
    only = {first for first, _ in cues["only"]}
    nots = [end for first, end in inside(cues["not"], *clause) if first not in only and first < at and at - end <= 3]
    return bool(nots) or over(cues, clause)


def over(cues: Cues, clause: Span) -> bool:
    """Whether a statement says that something is fine by now."""
    still = [last for _, last in inside(cues["still"], *clause) if last <= clause[1]]
    return bool(inside(cues["gone"], *clause)) and not still


def told(found: Collection[Area]) -> dict[str, bool]:
    """Label -> whether it stands; of a label both denied and told, the telling counts."""
    own = [area for area in found if not area.aside]
    return {one.label: any(not other.denied for other in own if other.label == one.label) for one in own}
