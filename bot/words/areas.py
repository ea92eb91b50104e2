"""Plain words for where it hurts, and whether they tell, deny, or are about somebody else. Pure.

Places are found as data/knowledge/complaints.yml words them. The model hears what no list of words can hold; the
words settle
what it is unsure of, tell what is denied, and carry on alone while it is down.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.words.phrases import Finder, Phrase, phrases
from bot.words.speech import Word
from bot.words.typos import Speller, speller

MORE = {  # further spellings and turns of speech; small words are left out
    "shin_splints": "shinsplints, shinsplint, front lower? leg",
    "plantar_fasciitis": """
        heels, arches, soles, plantar fasciitis|fasc, fasciitis, under|underneath|underside|undersides|bottom|
        bottoms|ball|plant foot|feet|heel, foot|feet|heel ~ under|underneath|bottom, foot|feet arch, heel foot, arch
        foot""",
    "runners_knee": "knees, kneecaps, patella, patellofemoral, runners knee, under kneecap",
    "it_band_syndrome": """
        itbs, it bands, itband, iliotibial, side|sides|outer|outside|outsides|lateral|external ~ knee|knees|thigh,
        knee|knees|thigh ~ outside|lateral|outer|external""",
    "achilles_tendinopathy": """
        achilles tendons|tendonitis|tendinopathy|heel, tendon|tendonitis|cord|string|back|behind ~ ankle|heel|foot,
        ankle|heel ~ back|behind, heel tendon, back ankles""",
    "calf": "calfs, calve, calf muscle, back ~ lower leg, lower leg ~ back",
    "hamstring": "hammies, hammys, hams, back upper leg, backs|behind thighs|thigh",
    "quadriceps": "quadriceps, thighs, front|fronts thighs, front upper leg",
    "hip_flexor": "hip flexors, hipflexor, front|crease|fold|top ~ hip, hip crease|fold",
    "glute": "gluteus, buttocks, backside, bum|butt|bottom cheek, sit bone",
    "low_back": "low backs, base spine, lumber",
    "soreness_fatigue": """
        ache|aching|achy|aches|sore|tight|stiff all over, everything aches|hurts, aches everywhere, dead legs, legs ~
        heavy|tired|dead|trashed|wrecked|tight|sore|ache|shot|stiff|jelly, tight|sore|achy|jelly|stiff|leaden|wrecked
        legs, exhausted, knackered, stressed, fatigue, fatigued""",
    "other_injury": "ankles, feet, toes, shoulders, wrists, elbows, ribs, rib, top foot, metatarsal, midfoot, forearm",
}
VAGUE = {"other_injury": frozenset(("plantar_fasciitis", "achilles_tendinopathy"))}  # "the arch of my foot" is an arch
SMALL = frozenset(
    "the my of on a an me our your his her their both left right l r is are at in very so really bit s".split()
)
AS_THEY_ARE = frozenset("things writes".split())  # no slips of our words
IT = frozenset("its it thats that theyre they gone all fine".split())
BREAKS = frozenset("but although though while whereas so which because cos cuz".split())
CUES = {
    # words of the body that are none, and "back" where it is no part of it
    "trap": """
        head over heels, well heels, alright|cheers|thanks|ta|morning butt, it|that|massage|claim|deposit|im back,
        how many feet, flat feet, sole reason|goal|aim, arch rival|rivals, up to my neck, neck and neck, neck of the
        woods, shoulder of the road, on foot, the other|one hand, the other foot, right|wrong foot forward, hip hop,
        toe the line, running tights, heel lift|lifts|drop, foot strike|race|path, knee high|deep, calf sleeves|
        sleeve|socks|guards|raises, cold feet, hip flask, stress fracture, feet of climb, back to back, the back of
        my mind, no stress, stressed about|over, back on|in|into|to|at|from|after|before|out|onto|by|off|up|soon|
        again|running|with|over|one|for|and|home|around|next|then|this|last|when|down, go|am|be|come|get|got|call|
        ring|push|put|move|text|phone|write|hold|set|look|went|came|year|week|month|months|weeks|days|years back,
        going|coming|getting|calls|wanna|take|taken|bring|sent|want|turn|step|me|us|half|is|are|bounce|right|its
        back, above|below|over|under the|my? knee, my back foot,
        drive|lift|bend|raise the|my? knee|knees, high knees""",
    # what a statement is about is over, or was never there
    "gone": """
        is|are|its|been|feels|feel|felt|seems|all|now|totally|much|quite|thats|grand fine|ok|okay|grand|sorted|
        healed|gone|settled|cleared|fixed|recovered|better|quiet|good, fine|ok|okay|grand|sorted|healed|settled|
        fixed|gone|better|good now|again|thanks|since, right as rain, calmed down, cleared up, back to normal,
        doesnt|dont|isnt|arent|not hurt|hurting|sore|bother|bothering|ache|aching|painful|tight, any more, anymore,
        no longer, no bother|trouble|problem, it was the|my, was the old|trouble|problem, settled in, used to,
        glutes|calves|calfs|shins|knees|hips|quads|heels|backs|hamstrings|ankles|achilles|shoulders|necks|itbs|legs|
        feet ok|okay|fine|grand|fixed|sorted|healed""",
    # … and yet it is not over
    "still": """
        not|isnt|arent|never|hardly|wasnt|hasnt|havent|doesnt|dont|wont|until|till|cant ~ fine|ok|okay|sorted|healed|
        gone|settled|cleared|fixed|recovered|good|better|quiet, gone on|again|into|tight|stiff|solid|and|at|too|from|
        over, better|good|fine|ok|okay when|after|with|if|once|before|by|until|till|for|at|in, gets|getting|make|
        makes better, im|feel|feeling fine|ok|good|better, a good, still""",
    "not": """
        not, isnt, wasnt, arent, nor, neither, nothing in, nowhere near, never, rather than, instead of, no pain in|
        on|around|under, no more, nothing wrong with, no, none in, leave the""",
    "only": """
        not just|only|sure|been|able|going|too|so|really|great|good|bad|getting|ok|okay|right|sleeping|happy|stopped|
        to|like|feeling|had|run|running|slept, no idea|doubt|rest|more than|let|matter|wonder|joke|good|change|sign|
        one|break|running|surprise|thanks, never had|ends|stops|quite|really|felt|been""",
    # somebody else's body, and the somebody whom the booking is for
    "theirs": """
        my|our|a|me|his|her|the|hers|your best|running|old|good|training|older|younger|little|big|other? mum|mums|
        mom|moms|dad|dads|mother|mothers|father|fathers|brother|brothers|sister|sisters|husband|husbands|wife|wifes|
        partner|partners|boyfriend|boyfriends|girlfriend|girlfriends|friend|friends|mate|mates|colleague|nan|gran|
        grandad|coach|dog|dogs|cat|horse|boss|cousin|uncle|aunt|half, mum has, sister has, sisters got,
        everyone says""",
    "them": """
        for|bring|bringing my|our, can|could he|she|they, see him|her|them, my ~ daughter|daughters|son|sons|kid|
        kids|child|twins""",
    "mine": "i, im, ive, id, ill, mine, me, my",
}
Span = tuple[int, int]


@dataclass(frozen=True)
class Area:
    """A place on the body that was named: words `first` up to, not including, `end`."""

    label: str
    denied: bool
    first: int
    end: int


@dataclass(frozen=True)
class Atlas:
    """What runners call the places on their body, without the small words."""

    finder: Finder
    speller: Speller


@lru_cache(maxsize=8)
def atlas(named: tuple[tuple[str, tuple[str, ...]], ...]) -> Atlas:
    """Make an atlas of (label, names) pairs; `none` is no place."""
    places = {label: (*map(spoken, names), *listed(MORE.get(label, ""))) for label, names in named if label != "none"}
    every = {word for names in places.values() for name in names for word in name}
    return Atlas(Finder(places), Speller(AS_THEY_ARE | every, speller(word for word in every if len(word) > 5).remains))


def spoken(name: str) -> Phrase:
    """A name without its small words."""
    return tuple(word for word in name.replace("'", "").split() if word not in SMALL)


def listed(written: str) -> tuple[Phrase, ...]:
    """The phrases of a table's entry, which may run over several lines."""
    return phrases(" ".join(written.split()).replace("| ", "|")) if written else ()


FIND = Finder({name: listed(written) for name, written in CUES.items()})


def areas(said: Sequence[Word], atlas: Atlas) -> list[Area]:
    """Every place that is named, the longest name at each spot, as it is meant; other people's bodies left out."""
    cues: dict[str, list[Span]] = {name: [] for name in CUES}
    for found in FIND.find([word.text for word in said]):
        cues[found.name].append((found.first, found.end))
    trapped = {index for first, end in cues["trap"] for index in range(first, end)}
    spoken: list[Area] = []
    theirs = False
    for first, end in clauses(said):
        theirs = about_others(cues, first, end, theirs)
        if not theirs:
            if spoken and fine_now(said, cues, (first, end)):
                spoken[-1] = replace(spoken[-1], denied=True)
            names = named(said, [index for index in range(first, end) if index not in trapped], atlas)
            spoken += [Area(label, denied(cues, (first, end), at), at, to) for label, at, to in precise(list(names))]
    return spoken


def fine_now(said: Sequence[Word], cues: Mapping[str, list[Span]], clause: Span) -> bool:
    """Whether this statement takes back the place named before it: "it was sore in summer, but it's fine now"."""
    first, end = clause
    begins = {word.text for word in said[first : first + 2]} & IT
    return end - first <= 6 and bool(begins) and over(cues, clause)


def precise(names: Sequence[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The names of a statement without those that only tell where a more precise one is."""
    labels = {label for label, _, _ in names}
    return [name for name in names if not VAGUE.get(name[0], frozenset()) & labels]


def clauses(said: Sequence[Word]) -> Iterator[Span]:
    """Where each statement begins and ends."""
    cuts = [i for i, word in enumerate(said) if i and (word.before or word.text in BREAKS)]
    return zip([0, *cuts], [*cuts, len(said)], strict=True)


def inside(spans: Iterable[Span], first: int, end: int) -> list[Span]:
    """The spans that begin within a statement."""
    return [span for span in spans if first <= span[0] < end]


def about_others(cues: Mapping[str, list[Span]], first: int, end: int, before: bool) -> bool:
    """Whether somebody else's body is spoken of; so it goes on until the client speaks of themselves."""
    if inside(cues["them"], first, end):
        return False
    return bool(inside(cues["theirs"], first, end)) or (before and not inside(cues["mine"], first, end))


def denied(cues: Mapping[str, list[Span]], clause: Span, at: int) -> bool:
    """Whether a place named here is said to be fine, or not to be it."""
    only = {first for first, _ in cues["only"]}
    nots = [end for first, end in inside(cues["not"], *clause) if first not in only and first < at and at - end <= 3]
    return bool(nots) or over(cues, clause)


def over(cues: Mapping[str, list[Span]], clause: Span) -> bool:
    """Whether a statement says that something is fine by now."""
    return bool(inside(cues["gone"], *clause)) and not inside(cues["still"], *clause)


def named(said: Sequence[Word], places: Sequence[int], atlas: Atlas) -> Iterator[tuple[str, int, int]]:
    """Label, first word and end of each name among the words at these places."""
    left = [index for index in places if said[index].text not in SMALL]
    found = atlas.finder.find([atlas.speller.correct(said[index].text) for index in left])
    done = 0
    for one in sorted(found, key=lambda name: (name.first, -name.end)):
        if one.first >= done:
            done = one.end
            yield one.name, left[one.first], left[one.end - 1] + 1


def told(found: Collection[Area]) -> dict[str, bool]:
    """Label -> whether it stands; of a label both denied and told, the telling counts."""
    return {one.label: any(not other.denied for other in found if other.label == one.label) for one in found}
