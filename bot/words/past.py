"""How long ago words are about. Pure; linear in the text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.words.cues import listed
from bot.words.phrases import Found
from bot.words.speech import Word, same_sentence

SEASON = 13.0  # weeks: what has mended broke at least that long ago
REACH = 9  # words in which a turn to the present shows
FAR = 40  # words that a time covers at most: it keeps the whole linear
YEAR = re.compile(r"19[6-9]\d|20[0-2]\d")  # 1915 and 2030 are times of day
DATED = listed("in of summer early late mid since")  # "in 2019"; "at 2015" is an evening, "dob 1996" no day of harm
LATELY = listed("yesterday today tonight now again still this last")

NOW = listed("and but now today")
WAS = listed("couldnt was were had did needed took broke fractured tore snapped fell went fainted collapsed passed")
FILLERS = listed(
    "in about around maybe like was that it this some roughly probably over way again all of back more than "
    "though but which"
)
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "couple": 2,
    "two": 2,
    "few": 3,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
NUMBERS |= {"several": 5, "some": 5, "eight": 8, "nine": 9, "ten": 10, "many": 10, "eleven": 11, "twelve": 12}
UNITS = {
    "hour": 0.006,
    "hr": 0.006,
    "day": 0.14,
    "week": 1.0,
    "wk": 1.0,
    "month": 4.35,
    "mth": 4.35,
    "season": 26.0,
}  # weeks
UNITS |= dict.fromkeys(("summer", "winter", "spring", "autumn", "christmas"), 52.0)
UNITS |= {"year": 52.0, "yr": 52.0, "decade": 520.0}

Cues = Mapping[str, Sequence[Found]]


def past(said: Sequence[Word], cues: Cues) -> dict[int, float]:
    """How many weeks ago, for each word about the past. What "started two months ago" is not past."""
    weeks: dict[int, float] = {}
    lasting = {cue.first + far for cue in cues["ongoing"] for far in range(6)}
    for first, end, ago in times(said, cues):
        if first not in lasting:
            weeks |= dict.fromkeys(about_then(said, first, end), ago)
    for first, end in mended(cues):
        weeks |= dict.fromkeys(range(max(first, end - FAR), end), SEASON)
    for cue in cues["history"]:
        if historic(said, cue):
            weeks |= dict.fromkeys(range(cue.end, min(cue.end + 5, len(said))), 520.0)
    return weeks


def historic(said: Sequence[Word], cue: Found) -> bool:
    """Is this old of an old break? Not of "my 15 year old", "like an old kettle" or "past the line"."""
    before = [word.text for word in said[max(cue.first - 2, 0) : cue.first]]
    after = [word.text for word in said[cue.end : cue.end + 1]]
    aged = bool(before) and before[-1].removesuffix("s") in UNITS
    return not aged and not {"like", "as"}.intersection(before) and not {"the", "it", "that"}.intersection(after)


def mended(cues: Cues) -> Iterator[tuple[int, int]]:
    """From a break to where it is told to be whole again: first word and end. "It hasn't healed" is not whole."""
    not_yet = {cue.end for cue in cues["unmended"]}
    for whole in cues["mended"]:
        before = [cue.first for cue in cues["torn"] if whole.first - FAR < cue.first < whole.first]
        if before and whole.first + 1 not in not_yet and whole.end not in not_yet:
            yield before[0], whole.end


def times(said: Sequence[Word], cues: Cues) -> Iterator[tuple[int, int, float]]:
    """Times past: first word, end, and weeks since."""
    for name, found in cues.items():
        if name.startswith("past "):
            yield from ((cue.first, cue.end, float(name.removeprefix("past "))) for cue in found)
        if name.startswith("school ") and not cues["pupil"] and not cues["for_them"]:
            since = float(name.removeprefix("school "))
            yield from ((cue.first, cue.end, since) for cue in found if not lately(said, cue, cues))
    for index, word in enumerate(said):
        if word.text in ("ago", "back", "before") and (ago := weeks_ago(said, index)):
            yield max(index - 3, 0), index + 1, ago
        if YEAR.fullmatch(word.text) and said[index - 1].text in DATED:
            yield index, index + 1, 52.0


def lately(said: Sequence[Word], school: Found, cues: Cues) -> bool:
    """Does somebody who is at school tell this? "Broke my arm in third grade. Any time this week?" is an old break."""
    return any(same_sentence(said, cue.first, school.first) for cue in cues["lately"])


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
    following = [word.text for word in said[index + 1 : index + REACH]]
    return said[index].text in NOW and (WAS.isdisjoint(following[:3]) or not LATELY.isdisjoint(following))
