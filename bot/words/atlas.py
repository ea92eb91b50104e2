"""The atlas: what runners call the places on their body, found in a text whatever small words stand between. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.words.phrases import Finder, Phrase, phrases
from bot.words.places import AS_THEY_ARE, JOINTS, LEADING, MORE, OWN, SMALL
from bot.words.speech import Word
from bot.words.typos import Speller, speller


@dataclass(frozen=True)
class Atlas:
    """What runners call the places on their body, without the small words."""

    finder: Finder
    speller: Speller


@lru_cache(maxsize=8)
def atlas(named: tuple[tuple[str, tuple[str, ...]], ...]) -> Atlas:
    """Make an atlas of (label, names) pairs; `none` is no place."""
    places = {label: (*map(spoken, names), *listed(MORE.get(label, ""))) for label, names in named if label != "none"}
    places[""] = listed(MORE[""])
    every = {word for names in places.values() for name in names for word in name}
    spoken_of = {label: owned(names) for label, names in places.items()}
    return Atlas(
        Finder(spoken_of), Speller(AS_THEY_ARE | every, speller(word for word in every if len(word) > 5).remains)
    )


def spoken(name: str) -> Phrase:
    """A name without its small words."""
    return tuple(word for word in name.replace("'", "").split() if word not in SMALL)


def owned(names: Sequence[Phrase]) -> Iterator[Phrase]:
    """The names, and as they sound in "my calf's tight"."""
    for name in names:
        yield name
        if not name[-1].endswith("s"):
            yield (*name[:-1], name[-1] + "s")


def listed(written: str) -> tuple[Phrase, ...]:
    """The phrases of a table's entry, which may run over several lines."""
    return phrases(" ".join(written.split()).replace("| ", "|")) if written else ()


def named(said: Sequence[Word], places: Sequence[int], atlas: Atlas) -> Iterator[tuple[str, int, int]]:
    """Label, first word and end of each name among the words at these places."""
    left = [index for index in places if said[index].text not in SMALL]
    found = atlas.finder.find([atlas.speller.correct(noun(said, index)) for index in left])
    done = 0
    for one in sorted(found, key=lambda name: (name.first, -name.end)):
        if one.first >= done:
            lead = {said[index].text for index in left[done : one.first]} if done else set()
            reached = "to" in lead <= LEADING and {said[index].text for index in left[one.first : one.end]} <= JOINTS
            done = one.end
            if one.name and not reached:
                yield one.name, left[one.first], left[one.end - 1] + 1


def noun(said: Sequence[Word], index: int) -> str:
    """The word here; "my behind" is no "behind my knee"."""
    text = said[index].text
    owned = index and said[index - 1].text in OWN and not said[index].before
    return "backside" if text == "behind" and owned else text
