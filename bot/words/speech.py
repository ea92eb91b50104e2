"""How words are meant: denied, supposed, past, over, about somebody else, or simply so. Pure; linear in the text."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.words.cues import (
    AM,
    ANIMALS,
    ANSWERS_NO,
    CHATS,
    CUES,
    DETERMINERS,
    FILLERS,
    FIND,
    GRANDPARENTS,
    GROUPS,
    HISTORIC,
    IS,
    KIN,
    ME,
    MY,
    NAMED,
    NOW,
    NOWISH,
    NUMBERS,
    PEOPLE,
    QUALITIES,
    STARTS,
    STOPS,
    SUBJECTS,
    TELLS,
    THEM,
    THINKS,
    UNITS,
    WAS,
)
from bot.words.phrases import Found

LIMIT = 10_000  # characters read
PAUSE = 3  # words that the end of a sentence counts as
REACH = 8  # words that a denial covers, and again after each comma of a list
FAR = 40  # words that anything covers at most: it keeps the whole linear

PIECE = re.compile(r"\d+(?:\.\d+)?|[一-鿿]|[^\W\d_一-鿿]+|[.!?;:\n]+|[,()–—…]+| -+ ")
PLAIN = str.maketrans({"ł": "l", "ß": "ss"})  # accents that are no accents to Unicode
YEAR = re.compile(r"(?:19|20)\d\d")

Cues = Mapping[str, Sequence[Found]]


@dataclass(frozen=True)
class Word:
    """A word, and what is written before it: nothing, a comma, or the end of a sentence (".")."""

    text: str
    place: int  # counted in words; the end of a sentence counts as PAUSE more
    before: str


@dataclass(frozen=True)
class Meaning:
    """How the words of a text are meant, by their index."""

    void: frozenset[int]  # denied, asked in general, feared, an if, news, an old story about somebody else
    other: frozenset[int]  # about somebody the booking is not for
    over: frozenset[int]  # gone by now
    weeks: Mapping[int, float]  # how long ago, where it is past


def words(text: str) -> list[Word]:
    """The words of a text, lower-case and without apostrophes: "can't" is cant, "out-of-breath" three words.

    A Chinese sign is a word of its own.
    """
    plain = without_accents(unicodedata.normalize("NFKC", text[:LIMIT]).lower())
    plain = re.sub(r"['’‘`´]", "", plain).replace("&", " and ")
    plain = re.sub(r"\bcan not\b", "cant", plain)
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


def meaning(said: Sequence[Word], spent: Collection[int] = ()) -> Meaning:
    """Work out how the words of a text are meant. A "no" that is `spent` is a symptom itself, as in "no feeling"."""
    cues: dict[str, list[Found]] = {name: [] for name in CUES}
    for found in FIND.find([word.text for word in said]):
        cues[found.name].append(found)
    covered = {index for cue in cues["no_denial"] for index in range(cue.first, cue.end)}
    covered |= set(spent)
    for name in ("denial", "over"):  # the "no" of "no idea", the "gone down" of "hasn't gone down"
        cues[name] = [cue for cue in cues[name] if cue.first not in covered]
    told, other = others(said, cues)
    return Meaning(
        void=told.union(denied(said, cues), unreal(said, cues)),
        other=other,
        over=frozenset(gone(said, cues)),
        weeks=past(said, cues),
    )


def unreal(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """What if it swells; is it a reason not to come; read of a man who fainted; feared a break, the scan was fine."""
    for cue in cues["supposed"]:
        yield from onward(said, cue.end)
    for cue in cues["news"]:  # the last word of "a guy collapsed" is the news
        yield from onward(said, cue.end - 1)
    for cue in cues["services"]:
        yield from takewhile(lambda index: said[index].text not in ME, onward(said, cue.end))
    for cue in cues["asked"]:
        yield from onward(said, cue.first)
    for cue in cues["from_the_news"]:
        yield from takewhile(lambda index: said[index].text not in ME, back(said, cue.first))
    for cue in cues["cleared"]:
        before = set(back(said, cue.first))
        yield from (index for fear in cues["feared"] if fear.first in before for index in range(fear.first, cue.end))


def gone(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """Numb toes, fine now; got over the flu."""
    for cue in cues["over"]:
        yield from back(said, cue.first)
    for cue in cues["got_over"]:
        yield from onward(said, cue.end)


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


# ---------------------------------------------------------------- denied


def denied(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """No chest pain, swelling or fever; isn't numb; swelling: none; none of these; a clot was ruled out."""
    for cue in cues["denial"]:
        yield from denied_after(said, cue.end)
    for cue in cues["ruled_out"]:
        yield from back(said, cue.first)
        yield from onward(said, cue.end)
    for index, word in enumerate(said):
        answered = index + 1 == len(said) or said[index + 1].before or said[index + 1].text in ANSWERS_NO | CHATS
        if word.text in ANSWERS_NO and word.before and answered:
            yield from denied_before(said, index, 4)
    for cue in cues["none_of_them"]:
        yield from denied_before(said, cue.first, FAR)


def denied_after(said: Sequence[Word], first: int) -> Iterator[int]:
    """The words a denial covers: to the end of its clause, or of its list."""
    left = REACH
    for index in range(first, min(first + FAR, len(said))):
        left = REACH if said[index].before == "," and is_list(said, index) else left - 1
        if left < 0 or (said[index].before and left < REACH) or ends_denial(said, index, first):
            return
        yield index


def ends_denial(said: Sequence[Word], index: int, first: int) -> bool:
    """Does another statement begin here?"""
    word, last = said[index].text, said[index - 1].text
    following = said[index + 1].text if index + 1 < len(said) else ""
    return (
        word in STOPS
        or (word == "and" and following in STARTS)
        or (word in SUBJECTS and last not in THINKS)
        or (word in IS and index > first + 1)
    )


def is_list(said: Sequence[Word], index: int) -> bool:
    """Does a list with "or" go on behind this comma?"""
    for at in range(index, min(index + REACH * 2, len(said))):
        if said[at].before == "." or ends_denial(said, at, at) or said[at].text in STARTS | IS:
            return False
        if said[at].text in ("or", "nor"):
            return True
    return False


def denied_before(said: Sequence[Word], answer: int, most: int) -> Iterator[int]:
    """Swelling? No. The few words, at `most`, that a bare no answers, unless they state something."""
    asked = list(back(said, answer))
    if len(asked) <= most and not any(said[index].text in SUBJECTS | ME | IS for index in asked):
        yield from asked


# ---------------------------------------------------------------- about others


def others(said: Sequence[Word], cues: Cues) -> tuple[frozenset[int], frozenset[int]]:
    """Words that tell old stories about others, and words about others at all. Whom the booking is for is no other."""
    told, other = set[int](), set[int]()
    theirs = animal = known = False
    for index, word in enumerate(said):
        text = word.text
        if word.before == ".":
            theirs = known and bool({text} & THEM)
        if person := someone(said, index):
            theirs = known = True
            animal = person in ANIMALS
        elif text in ME or (text == "but" and theirs):
            theirs = False
        if theirs:
            (told if animal else other).add(index)
    told |= {index for index in other if historic(said, index)}
    return frozenset(told), frozenset() if cues["for_them"] else frozenset(other)


def someone(said: Sequence[Word], index: int) -> str:
    """The person or animal named here: my best mate, the wife, some guy, nan. "My calf mate" is about a calf."""
    if named_alone(said, index):
        return said[index].text
    if said[index].text not in DETERMINERS or (index and said[index - 1].text in AM):
        return ""
    for word in said[index + 1 : index + 4]:
        if word.text in (PEOPLE | ANIMALS if said[index].text in MY else NAMED):
            return word.text
        if word.text not in QUALITIES:
            return ""
    return ""


def named_alone(said: Sequence[Word], index: int) -> bool:
    """Is somebody named without "my"? Gran's ill; dad had a stroke; somebody fainted."""
    text, following = said[index].text, said[index + 1].text if index + 1 < len(said) else ""
    return (
        (text in GRANDPARENTS and bool(said[index].before))
        or (text in KIN and following in TELLS and (index == 0 or said[index - 1].text not in MY))
        or (text in ("someone", "somebody") and following in TELLS)
        or (text in PEOPLE and index > 0 and said[index - 1].text in GROUPS)
        or (text in PEOPLE and index + 2 < len(said) and said[index + 2].text in ("his", "her"))
    )


def historic(said: Sequence[Word], index: int) -> bool:
    """Is this told as something that was? Looks only around the word."""
    near = {word.text for word in said[max(0, index - REACH) : index + REACH]}
    return bool(near & HISTORIC) and not near & NOWISH


# ---------------------------------------------------------------- about the past


def past(said: Sequence[Word], cues: Cues) -> dict[int, float]:
    """How many weeks ago, for each word about the past. What "started two months ago" is not past."""
    weeks: dict[int, float] = {}
    lasting = {cue.first + far for cue in cues["ongoing"] for far in range(6)}
    for first, end, ago in times(said, cues):
        if first not in lasting:
            weeks |= dict.fromkeys(about_then(said, first, end), ago)
    for cue in cues["history"]:
        weeks |= dict.fromkeys(range(cue.end, min(cue.end + 5, len(said))), 520.0)
    return weeks


def times(said: Sequence[Word], cues: Cues) -> Iterator[tuple[int, int, float]]:
    """Times past: first word, end, and weeks since."""
    for name, found in cues.items():
        if name.startswith("past "):
            yield from ((cue.first, cue.end, float(name.removeprefix("past "))) for cue in found)
    for index, word in enumerate(said):
        if word.text in ("ago", "back", "before") and (ago := weeks_ago(said, index)):
            yield max(index - 3, 0), index + 1, ago
        if YEAR.fullmatch(word.text) and said[index - 1].text in (
            "in",
            "of",
            "summer",
            "early",
            "late",
            "mid",
            "since",
        ):
            yield index, index + 1, 52.0


def weeks_ago(said: Sequence[Word], index: int) -> float:
    """The weeks of "a couple of years ago", whose "ago" is at this index; 0 if there are none."""
    unit = UNITS.get(said[index - 1].text.removesuffix("s"), 0)
    return unit * max((number(word.text) for word in said[max(index - 4, 0) : index - 1]), default=0)


def number(text: str) -> float:
    """A number in digits or words; 0 for anything else."""
    return NUMBERS.get(text, 0) if not text[0].isdecimal() else float(text)


def about_then(said: Sequence[Word], first: int, end: int) -> Iterator[int]:
    """The words that a time past is about: its clause, and the one before or behind where the time stands alone."""
    start = clause_start(said, first)
    alone = all(word.text in FILLERS for word in said[start:first])
    if alone and start > 0:  # "I had a clot. That was ten years ago."
        yield from range(clause_start(said, start - 1), start)
    stop = end
    while (
        stop < min(end + FAR, len(said))
        and not ends_then(said, stop)
        and (
            not said[stop].before or (alone and stop == end and said[stop].before == ",")  # "In 2015, I broke …"
        )
    ):
        stop += 1
    yield from range(start, stop)


def clause_start(said: Sequence[Word], index: int) -> int:
    """Back to the comma, "and" or "but" that begins this clause."""
    start = index
    while start > max(0, index - FAR) and not said[start].before and said[start - 1].text not in NOW:
        start -= 1
    return start


def ends_then(said: Sequence[Word], index: int) -> bool:
    """Does the talk turn to the present? "… in 2012 and I couldn't walk" goes on about the past."""
    return said[index].text in NOW and not {word.text for word in said[index + 1 : index + 3]} & WAS
