"""What is denied: no chest pain or fever; isn't numb; swelling: none; it was ruled out. Pure; linear in the text."""

from collections.abc import Iterator, Sequence

from bot.words.cues import ANSWERS_NO, ANYBODY, CHATS, IS, LISTED_NO, ME, STARTS, STOPS, SUBJECTS, THEM, THINKS
from bot.words.others import NAMELESS
from bot.words.reach import FAR, REACH, Cues, back, onward
from bot.words.speech import Word

UNTIL = {"until", "till", "before"}  # none of these before today
LISTED = 3  # words of one thing in a list of denials


def denied(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """No chest pain, swelling or fever; isn't numb; swelling: none; none of these; a clot was ruled out."""
    for cue in cues["denial"]:
        yield from denied_after(said, cue.end)
    for cue in cues["nothing_so"]:
        yield from denied_after(said, cue.end - 1)
    for cue in cues["ruled_out"]:
        yield from back(said, cue.first)
        yield from onward(said, cue.end)
    for index, word in enumerate(said):
        answered = index + 1 == len(said) or said[index + 1].before or said[index + 1].text in ANSWERS_NO | CHATS
        if word.text in ANSWERS_NO and word.before and answered:
            yield from denied_before(said, index, 6)
        if word.text in LISTED_NO and not word.before and answered:
            yield from denied_in_list(said, index)
    for cue in cues["none_of_them"]:
        if all(word.text not in UNTIL for word in said[cue.end : cue.end + 1]):
            yield from denied_before(said, cue.first, FAR)
    for cue in (*cues["not_so"], *(cue for cue in cues["bare_no"] if said[cue.first].before)):
        if cue.end == len(said) or said[cue.end].before:
            yield from denied_of_me(said, cue.first)


def denied_after(said: Sequence[Word], first: int) -> Iterator[int]:
    """The words a denial covers: to the end of its clause, or of its list."""
    left = REACH
    for index in range(first, min(first + FAR, len(said))):
        left = REACH if said[index].before == "," and is_list(said, index, first) else left - 1
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
        or (word in SUBJECTS and last not in THINKS and last != "of")
        or (word in IS and index > first + 1)
    )


def is_list(said: Sequence[Word], index: int, first: int) -> bool:
    """Does a list with "or" go on behind this comma? What its first thing begins with begins no new statement."""
    starts = (STARTS | IS).difference(word.text for word in said[first : first + 2])
    for at in range(index, min(index + REACH * 2, len(said))):
        if said[at].before == "." or ends_denial(said, at, at) or said[at].text in starts:
            return False
        if said[at].text in ("or", "nor"):
            return True
    return False


def denied_before(said: Sequence[Word], answer: int, most: int) -> Iterator[int]:
    """Swelling? No. The few words, at `most`, that a bare no answers, unless they state something."""
    asked = list(back(said, answer))
    if len(asked) <= most and not any(said[index].text in SUBJECTS | ME | IS for index in asked):
        yield from asked


def denied_of_me(said: Sequence[Word], answer: int) -> Iterator[int]:
    """Fainting, chest pain, not me. All that a bare no answers, unless somebody else is spoken of."""
    asked = list(denied_before(said, answer, FAR))
    if not any(said[index].text in NAMELESS | ANYBODY | THEM for index in asked):
        yield from asked


def denied_in_list(said: Sequence[Word], answer: int) -> Iterator[int]:
    """Swelling none, numbness none. The one or two words, or three, between the comma and a no."""
    first = answer
    while first > 0 and answer - first < LISTED and not said[first].before:
        first -= 1
    if said[first].before and not any(word.text in SUBJECTS | ME | IS for word in said[first:answer]):
        yield from range(first, answer)
