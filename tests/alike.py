"""Messages that are nearly the same, found without comparing each with each."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import ceil

GRAM = 4  # letters in a row


def words(text: str) -> list[str]:
    """The words of a message without case, accents and punctuation; a smile is a word of its own."""
    letters = unicodedata.normalize("NFKD", re.sub("['’]", "", text.casefold()))
    return re.findall(r"[^\W_]+", "".join(one for one in letters if not unicodedata.combining(one))) or [text]


def grams(text: str) -> frozenset[str]:
    """All runs of four letters, spaces counted: a swapped word costs some, a misspelt one few."""
    padded = f" {' '.join(words(text))} "
    return frozenset(padded[at : at + GRAM] for at in range(max(len(padded) - GRAM + 1, 1)))


def alike(texts: Mapping[str, str], least: float) -> Iterator[tuple[str, str]]:
    """The places of two texts whose grams overlap by `least` or more (Jaccard), each pair once.

    Of two sets that overlap so much the rarest few grams of one must meet the rarest few of the other.
    """
    sets = {where: grams(text) for where, text in texts.items()}
    often = Counter(gram for one in sets.values() for gram in one)
    shelf = defaultdict[str, list[str]](list)
    for where, one in sets.items():
        few = len(one) - ceil(least * len(one)) + 1
        rarest = sorted(one, key=lambda gram: (often[gram], gram))[:few]
        for other in {other for gram in rarest for other in shelf[gram]}:
            if len(one & sets[other]) >= least * len(one | sets[other]):
                yield other, where
        for gram in rarest:
            shelf[gram].append(where)
