"""A text as words, lower-case and without accents. Pure; linear in the text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 10_000  # characters read
PAUSE = 3  # words that the end of a sentence counts as

PIECE = re.compile(r"\d+(?:\.\d+)?|[一-鿿]|[^\W\d_一-鿿]+|[.!?;:\n]+|[,()–—…]+| -+ ")
NOT = re.compile(r"\b(do|does|did|could|would|should|have|has|had) not\b")
PLAIN = str.maketrans({"ł": "l", "ß": "ss"})  # accents that are no accents to Unicode


@dataclass(frozen=True)
class Word:
    """A word, and what is written before it: nothing, a comma, or the end of a sentence (".")."""

    text: str
    place: int  # counted in words; the end of a sentence counts as PAUSE more
    before: str


def words(text: str) -> list[Word]:
    """The words of a text, lower-case and without apostrophes: "can't" is cant, "out-of-breath" three words.

    A Chinese sign is a word of its own.
    """
    plain = without_accents(unicodedata.normalize("NFKC", text[:LIMIT]).lower())
    plain = re.sub(r"['’‘`´]", "", plain).replace("&", " and ")
    plain = NOT.sub(r"\1nt", re.sub(r"\bwill not\b", "wont", re.sub(r"\bcan ?not\b", "cant", plain)))
    read: list[Word] = []
    before, place = ".", 0
    for piece in PIECE.findall(plain):
        if piece[0].isalnum():
            read.append(Word(piece, place, before))
            before, place = "", place + 1
        elif before != "." and piece[0] in ".!?;:\n":
            before, place = ".", place + PAUSE
        else:
            before = before or ","
    return read


def without_accents(text: str) -> str:
    """Respiração as respiracao, łydka as lydka: half of those who write it leave the accents out."""
    bare = (sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", "".join(bare)).translate(PLAIN)


def same_sentence(said: Sequence[Word], one: int, other: int) -> bool:
    """Is no end of a sentence between these two words?"""
    return not any(word.before == "." for word in said[min(one, other) + 1 : max(one, other) + 1])
