"""How far what is said of something reaches in a sentence, onward and back. Pure; linear in the text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from bot.words.cues import ME
from bot.words.phrases import Found
from bot.words.speech import Word

REACH = 8  # words that a denial covers, and again after each comma of a list
FAR = 40  # words that anything covers at most: it keeps the whole linear

Cues = Mapping[str, Sequence[Found]]


def onward(said: Sequence[Word], first: int) -> Iterator[int]:
    """From here to the end of what one sentence says about it; "but" and "my" begin something else."""
    for index in range(first, min(first + FAR, len(said))):
        word = said[index]
        if index > first and (word.before == "." or word.text == "but" or (word.before and word.text in ME)):
            return
        yield index


def back(said: Sequence[Word], end: int) -> Iterator[int]:
    """From the word before `end` back to the beginning of its sentence."""
    for index in range(end - 1, max(end - FAR, 0) - 1, -1):
        if index + 1 < end and said[index + 1].before == ".":
            return
        yield index


def sentence(said: Sequence[Word], first: int) -> set[int]:
    """The words from here to the end of the sentence."""
    return set(takewhile(lambda index: said[index].before != ".", range(first, min(first + FAR, len(said)))))
