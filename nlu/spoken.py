"""What each time that is spoken of is to its writer: wanted, refused, moved from, or none of an appointment's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.preprocessing import normalize

from nlu.alikeness import Alikeness, Features, learn, one_of, tempers
from nlu.sentences import Span

WORD = re.compile(r"[\w']+|[^\w\s]")
ELSEWHERE = "<time>"  # stands for each of the other phrases: their own words would only be learnt by heart
PLACED, FAR = 3, 8  # words on either side whose places count, and that count at all
PAIRED = 5
WEIGHT = 2.0  # of the words, as one vector, beside the meaning
DOUBT = 1.5  # people mark times less alike than they name what they want
AXES = 128  # a phrase's meaning needs some more, beside that of its text


@dataclass(frozen=True)
class Phrases:
    """The phrases of a text, and a row of meaning for the text and for each of them."""

    text: str
    spans: Sequence[Span]
    meaning: np.ndarray


@dataclass(frozen=True)
class Spoken:
    """What was learnt: the role of a phrase, from the words around it and from what the sentence model makes of it."""

    names: DictVectorizer
    roles: Sequence[str]
    alikeness: Alikeness
    tempers: np.ndarray

    def chances(self, one: Phrases) -> list[Mapping[str, float]]:
        """The chances of each role, for each phrase."""
        if not one.spans:
            return []
        scores = self.alikeness.scores(features(self.names.transform(wordings(one)), [one]))
        found = one_of(scores, self.tempers[0], self.tempers[1:])
        return [dict(zip(self.roles, row, strict=True)) for row in found.tolist()]


def learnt(examples: Sequence[Phrases], told: Sequence[str]) -> Spoken:
    """Learn from examples; `told` are the roles of all their phrases, in order."""
    names, roles = DictVectorizer(dtype=np.float32), sorted({*told})
    words = names.fit_transform(wording for one in examples for wording in wordings(one))
    wanted = np.array([[1.0 if role == one else -1.0 for role in roles] for one in told])
    alikeness, left_out = learn(features(words, examples), wanted, DOUBT, AXES)
    return Spoken(names, roles, alikeness, tempers(left_out, wanted))


def features(words: csr_matrix, all_: Sequence[Phrases]) -> Features:
    """The words around each phrase; its meaning there, beside that of the text: four unit vectors that weigh as two."""
    meaning = [np.hstack([one.meaning[1:], np.repeat(one.meaning[:1], len(one.spans), axis=0)]) for one in all_]
    return Features(WEIGHT * normalize(words), np.vstack(meaning) * np.float32(0.5**0.5))


def wordings(one: Phrases) -> Iterator[Mapping[str, float]]:
    """The features in words of each phrase."""
    said = [(match.start(), match.end(), plain(match[0])) for match in WORD.finditer(one.text)]
    for span in one.spans:
        before = [*outside(said, span, one.spans, before=True)][::-1]
        behind = [*outside(said, span, one.spans, before=False)]
        own = [word for start, end, word in said if start < span[1] and span[0] < end]
        yield {
            **{f"~{word}": 0.3 for word in (*before, *behind)},
            **{f"={word}": 0.5 for word in own},
            **side("<", before),
            **side(">", behind),
        }


def outside(said: Sequence[tuple[int, int, str]], span: Span, spans: Sequence[Span], *, before: bool) -> Iterator[str]:
    """The words on one side of a phrase; other phrases there are one word each."""
    last = None
    for start, end, word in said:
        if (end <= span[0]) if before else (start >= span[1]):
            of = next((other for other in spans if start < other[1] and other[0] < end), None)
            if of is None or of != last:
                yield word if of is None else ELSEWHERE
            last = of


def side(mark: str, words: Sequence[str]) -> Mapping[str, float]:
    """The words on one side, the nearest first: the nearer, the more they tell."""
    found: dict[str, float] = {}
    for place, word in enumerate(words[:FAR]):
        found.setdefault(f"{mark}{word}", 1 / (1 + place / 4))
        if place < PLACED:
            found[f"{place}{mark}{word}"] = 1.0
    for place, pair in enumerate(pairwise(words[: PAIRED + 1])):
        found.setdefault(f"{mark}{' '.join(pair)}", 1 / (1 + place / 3))
    return found


def plain(word: str) -> str:
    """A word in lower case, its digits alike: 9.30 is like 5.15."""
    return re.sub(r"\d", "0", word.lower())
