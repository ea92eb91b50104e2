"""Phrases, and finding very many of them in a text in one pass. Pure.

A phrase is written as it is spoken: "cant feel my foot|leg". `a|b` is either word, `a|b?` may be left out, and `~`
stands for up to two words of any kind. Apostrophes and accents are not written; a Chinese sign is a word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

GAP = "~"
GAPS = 2  # words a gap may stand for
BAR = re.compile(r"\s*\|\s*")
WRITTEN = re.compile(r"[a-z0-9一-鿿|?~ ]+")

Phrase = tuple[str, ...]
Tree = dict[str, "Tree"]  # "" leads to the names of the phrases that end here


@dataclass(frozen=True)
class Found:
    """Words `first` up to, not including, `end` say `name`: `words` of them, where the others fill its gaps."""

    name: str
    first: int
    end: int
    words: tuple[int, ...]


def phrases(written: str) -> tuple[Phrase, ...]:
    """All phrases of a list, written with commas. Raises ValueError for signs we do not know."""
    return tuple(spoken for one in BAR.sub("|", written).split(",") for spoken in spellings(one.strip()))


def spellings(written: str) -> tuple[Phrase, ...]:
    """Every way to speak one written phrase."""
    if not WRITTEN.fullmatch(written):
        raise ValueError(f"not a phrase: {written!r}")
    ways = [word.removesuffix("?").split("|") + [""] * word.endswith("?") for word in written.split()]
    return tuple(tuple(word for word in way if word) for way in product(*ways) if any(way))


class Finder:
    """Finds the phrases of many names at once, as a tree of words."""

    def __init__(self, named: Mapping[str, Iterable[Phrase]]) -> None:
        self.tree: Tree = {}
        for name, spoken in named.items():
            for phrase in spoken:
                self.leaf(phrase)[name] = {}

    def leaf(self, phrase: Phrase) -> Tree:
        """Where the names of a phrase are kept; grows the tree as needed."""
        tree = self.tree
        for word in phrase:
            tree = tree.setdefault(word, {})
        return tree.setdefault("", {})

    def words(self) -> frozenset[str]:
        """Every word of every phrase."""
        known, open_ = set[str](), [self.tree]
        while open_:
            known |= (tree := open_.pop()).keys() - {"", GAP}
            open_ += [deeper for word, deeper in tree.items() if word]
        return frozenset(known)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every phrase found, in the order of the text."""
        return [found for first in range(len(words)) for found in self.from_here(words, first)]

    def from_here(self, words: Sequence[str], first: int) -> list[Found]:
        """Every phrase that begins at this word. Phrases are short, so this is a few steps."""
        found = []
        open_: list[tuple[Tree, int, tuple[int, ...]]] = [(self.tree, first, ())]
        while open_:
            tree, at, said = open_.pop()
            found += [Found(name, first, at, said) for name in tree.get("", ())]
            if GAP in tree:
                open_ += [(tree[GAP], at + skipped, said) for skipped in range(GAPS + 1)]
            if at < len(words) and words[at] in tree:
                open_.append((tree[words[at]], at + 1, (*said, at)))
        return found
