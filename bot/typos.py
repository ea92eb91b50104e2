"""Slips of the thumb: "swolen" is swollen, "fractrue" fracture. One slip a word, first letter right. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST = 5  # letters; shorter words are too near to others


REAL: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Speller:
    """Knows some words, and what is left of each when one letter is missing."""

    known: frozenset[str]
    remains: dict[str, str]

    def correct(self, word: str) -> str:
        """The known word that this one is a slip of, or the word itself."""
        if len(word) < SHORTEST - 1 or word in self.known or word in REAL:
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
