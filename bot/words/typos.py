"""Slips of the thumb: "swolen" is swollen, "fractrue" fracture. One slip a word, first letter right. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST = 6  # letters; shorter words are too near to others


SLIPS = {"n": "and", "u": "you", "ur": "your", "wiv": "with", "aint": "isnt", "cannot": "cant", "hav": "have"}
SLIPS |= {
    "dr": "doctor",
    "gp": "doctor",
    "swoln": "swollen",
    "fevr": "fever",
    "breth": "breath",
    "brething": "breathing",
}
SLIPS |= {
    "pian": "pain",
    "pani": "pain",
    "claf": "calf",
    "cafl": "calf",
    "nubm": "numb",
    "num": "numb",
    "chst": "chest",
}
SLIPS |= {"chset": "chest", "cheast": "chest", "tigh": "thigh", "thig": "thigh", "tihgh": "thigh", "ankel": "ankle"}
SLIPS |= {"hert": "hurt", "hurst": "hurts", "soar": "sore", "blod": "blood", "hart": "heart", "faver": "fever"}
# as it is spoken, in Scotland, the north of England and elsewhere
SLIPS |= {
    "cannae": "cant",
    "couldnae": "couldnt",
    "dinnae": "dont",
    "didnae": "didnt",
    "isnae": "isnt",
    "wasnae": "wasnt",
    "havenae": "havent",
    "willnae": "wont",
    "ma": "my",
    "mah": "my",
    "tae": "to",
    "wan": "one",
    "staun": "stand",
    "oan": "on",
    "heid": "head",
    "fae": "from",
    "wi": "with",
    "nae": "no",
    "noo": "now",
}
# words that are one slip away from ours, and are meant
REAL = frozenset(
    (
        "acting aerial angles arching attach attacks backed backing banded banking banned barking barley barrel based "
        "bathe bathed batter beaming bearings beating bitter blending blocked blocking bowls breach breadth breeding "
        "broker bruins brushed brushing bumper butter cables camping camps campus cannon caves chester chill chilly "
        "claiming clashed cleaner clothing conclusion controls cooked crashing creaked crouch cruising defects degree "
        "delicious detect diseases dripped dripping explodes explore extremes factors failing failures feeding fight "
        "fights filing filling fingers fitter fling fracking fright fringe gaping gasped gazed gazes graded grasping "
        "graves handed harper hauling header heading hearings heating helping herring hoping hospitals hunting hurling "
        "injected injection issued kicker lacked lacking leader leading leaned leaning lending licked licking lining "
        "loaded loading locker looked looking marking mating moaning mounts mourning mouths needle noting operate "
        "operated operates operating operations pained parking passes passion paused pausing peeking peeling pinned "
        "posing pulsed pushing racing reacting reactions roller rumbling sacked sailed sailing scents scrape scrapped "
        "seating sections selling sells sensations server shells shipping sibling singer singled singles sipping "
        "skinner slapped slipping smelled smelling smells smiled smiling solved solving spain spelled spelling spells "
        "spitting spoiled sprinted stacked stained stains stepped stoke stomped store stores strain strains stranded "
        "stranger stream streams stretches striking stroked strokes stunts swallow swapped sweaty swelter swings "
        "switches tangle thinkers throws tipped tracing trapped tuned tying typing visions waited wandering warning "
        "wasted waving weaving wheeling infectious "
        "faster bucket speeds missed parked killer splitting worker severn champs strike switch seizes planter table "
        "pressed tenner string swears swearing insured bonked towing closer springs tables fried novice "
        "faintly overdone rhigos grazie grapes whippet"
    ).split()
)
HELD = re.compile(r"([^\W\d])\1+$|([^\W\d])\2{2,}")  # a key held too long: hottt, numbb


@dataclass(frozen=True)
class Speller:
    """Knows some words, and what is left of each when one letter is missing."""

    known: frozenset[str]
    remains: dict[str, str]

    def correct(self, word: str) -> str:
        """The known word that this one is a slip of, or the word itself."""
        word = SLIPS.get(word, word)
        if word in self.known or word in REAL:
            return word
        if (short := HELD.sub(r"\1\2", word)) in self.known:
            return short
        if len(word) < SHORTEST - 1:
            return word
        meant = [self.remains[left] for left in (word, *shorter(word)) if left in self.remains]
        return next((one for one in meant if one[0] == word[0]), word)


def speller(known: Iterable[str]) -> Speller:
    """Make a speller for these words."""
    words = frozenset(known)
    remains = {left: word for word in sorted(words) if len(word) >= SHORTEST for left in (word, *shorter(word))}
    return Speller(words, remains)


def shorter(word: str) -> list[str]:
    """The word without each of its letters but the first."""
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]
