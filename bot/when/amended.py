"""What later words make of earlier times: "so that's off the table", "no sorry, six", "please cancel it"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.when.moods import TIMES
from bot.when.phrases import NOTHING, Term
from bot.when.reckoned import in_order, reckoned
from bot.when.roles import CALLED, Reading
from bot.when.values import Frame

BEHIND = {"back": "not", "yours": "from"}  # what a cue makes of the time told just before it
MOVING = frozenset({"from", "new"})
STORIES = frozenset({"past", "had", "onset", "sore"})  # moods of who tells what happened
ASKING = frozenset({"want", "from", "new", "mine", "not", "meant"})


def amended(told: Iterable[Reading], terms: Sequence[Term], frame: Frame) -> list[Reading]:
    """Every time as the whole message leaves it."""
    cues = [term for term in terms if term.kind == "CUE"]
    found = _given_up(_taken_back([*told], terms), cues)
    found = _without_wish(found) if _is_story(found, terms, cues, frame) else found
    nearest = any(one.piece.nearest for one in found)
    meant = reckoned(found, frame)
    return [*in_order(_corrected([_only_coming(one) for one in meant] if nearest else [*meant]), frame)]


# ---------------------------------------------------------------- refused or given up


def _taken_back(found: list[Reading], terms: Sequence[Term]) -> list[Reading]:
    """ "Tuesday is my Italian, so that's off the table", "the 19th, which is when I'm with you": the time told last."""
    for cue, after in pairwise((*terms, NOTHING)):
        if cue.kind == "CUE" and cue.value in BEHIND and after.kind not in TIMES:
            before = sum(one.end <= cue.start for one in found)
            found = [*_last_as(BEHIND[cue.value], found[:before]), *found[before:]]
    return found


def _last_as(role: str, found: Sequence[Reading]) -> list[Reading]:
    """The last of these times in another role, and those that it is joined to."""
    first = len(found) - 1
    while first > 0 and (found[first].joined == "and" or not found[first].apart):
        first -= 1
    free = ("want", "else", CALLED)
    return [*found[:first], *(replace(one, role=role, sure=True) if one.role in free else one for one in found[first:])]


def _given_up(found: list[Reading], cues: Sequence[Term]) -> list[Reading]:
    """ "I can't do Friday after all, please cancel": what will not do, said before the moving, is what moves."""
    if any(one.role == "from" for one in found):
        return found
    moves = max((cue.start for cue in cues if cue.value in MOVING), default=0)
    return [replace(one, role="from") if one.role == "not" and one.end < moves else one for one in found]


# ---------------------------------------------------------------- told, not wished


def _is_story(found: Sequence[Reading], terms: Sequence[Term], cues: Sequence[Term], frame: Frame) -> bool:
    """Whether somebody tells what happened, and asks for nothing: "Collapsed after the 20 miler. Perfect Sunday"."""
    moods = {cue.value for cue in cues}
    told = moods & STORIES and not moods & ASKING and frame.asked not in ("day", "time")
    return bool(told) and not any(map(_is_asked, found)) and not any(map(_asks, terms))


def _is_asked(one: Reading) -> bool:
    return one.role in ("not", "from") or (one.role == "want" and one.piece.time is not None)


def _asks(term: Term) -> bool:
    """ "Shoulders tight now, anything tomorrow", "Wednesday any time": as good as a question."""
    return term.kind == "SOON" or term.word in ("?", "anything", "something")


def _without_wish(found: Sequence[Reading]) -> list[Reading]:
    return [replace(one, role="else") if one.role == "want" else one for one in found]


# ---------------------------------------------------------------- said anew


def _only_coming(one: Reading) -> Reading:
    """ "Thursdays suit, so this coming one"."""
    return replace(one, piece=replace(one.piece, days=tuple(replace(days, every=False) for days in one.piece.days)))


def _corrected(found: list[Reading]) -> list[Reading]:
    """ "Friday at five, no sorry, six": what was wished before is taken back as far as it is said anew."""
    last = max((place for place, one in enumerate(found) if one.corrects), default=0)
    anew = [one.piece for one in found[last:] if one.role == "want"]
    days, hours = any(piece.days for piece in anew), any(piece.time for piece in anew)
    return [one for one in found[:last] if not (one.role == "want" and _is_anew(one, days, hours))] + found[last:]


def _is_anew(one: Reading, days: bool, hours: bool) -> bool:
    return (days and bool(one.piece.days)) or (hours and one.piece.time is not None)
