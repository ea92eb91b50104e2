"""What later words make of earlier times: "so that's off the table", "no sorry, six", "please cancel it"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from bot.when.clauses import BREAKS, CLAUSE, STOPS
from bot.when.moods import MOVING, TIMES
from bot.when.phrases import NOTHING, Term, term_at
from bot.when.reckoned import in_order, reckoned
from bot.when.roles import CALLED, Reading
from bot.when.values import Frame

BEHIND = {"back": "not", "yours": "from", "anew": "want"}  # of the time before a cue
AT_END = {"suits": "want", "cancelled": "from"}  # ... if no more is said there
STORIES = frozenset({"past", "had", "thanked", "onset", "sore"})  # moods of who tells what happened
OTHERWISE = frozenset("be by should what how which tell know call ring phone text message".split())
ACTIVE = frozenset({"DAY", "TIME", "RUN", "RACE", "DISTANCE"})
OPENS = frozenset("i we you could can might maybe".split())
ENDS = STOPS | {"thanks", "ta", "x"}
ABLE = frozenset({"can", "could", "might"})
ASKING = MOVING | {"want", "mine", "in", "not", "meant"}


def amended(told: Iterable[Reading], terms: Sequence[Term], text: str, frame: Frame) -> list[Reading]:
    """Every time as the whole message leaves it."""
    cues = [term for term in terms if term.kind == "CUE"]
    found = given_up(_taken_back(_taken_up([*told], terms), terms), moved_at(terms))
    found = _without_wish(found) if _is_story(found, terms, cues, frame) else found
    nearest = any(one.piece.nearest for one in found)
    meant = reckoned(found, text, frame)
    return [*in_order(_corrected([_only_coming(one) for one in meant] if nearest else [*meant]), frame)]


# ---------------------------------------------------------------- refused or given up


def _taken_back(found: list[Reading], terms: Sequence[Term]) -> list[Reading]:
    """The time told last: "... so that's off the table", "... when I'm with you", "... instead of what I have"."""
    for place, (cue, after) in enumerate(pairwise((*terms, NOTHING))):
        if cue.kind == "CUE" and (role := _said_of_last(cue, term_at(terms, place - 1), after, found)):
            before = sum(one.end <= cue.start for one in found)
            found = [*_last_as(role, found[:before]), *found[before:]]
    return found


def _said_of_last(cue: Term, before: Term, after: Term, found: Sequence[Reading]) -> str:
    """What a cue makes of the time before it: "Friday I'm with you", "Friday I'm due in at 5"."""
    if after.kind not in TIMES and cue.value in BEHIND:
        return BEHIND[cue.value]
    if cue.value in AT_END:
        ends = after is NOTHING or after.word in BREAKS or after.word in ENDS or after.value == "want"
        another = cue.value == "suits" and any(one.piece.days for one in found if one.start > cue.start)
        return AT_END[cue.value] if ends and not another else ""
    if cue.value != "mine" or before.kind != "DAY":
        return ""
    moved = after.kind == "TIME" and any(one.role == "from" for one in found if one.start == after.start)
    return "from" if moved or after is NOTHING or after.word in BREAKS else ""


def _taken_up(found: list[Reading], terms: Sequence[Term]) -> list[Reading]:
    """ "It's my day off on Tuesday, so I could pop in then": the time told last."""
    for place, (term, after) in enumerate(pairwise((*terms, NOTHING))):
        if term.word == "then" and (after is NOTHING or after.word in ENDS or after.value == "want"):
            near = terms[max(place - CLAUSE, 0) : place]
            clause = [*takewhile(lambda one: one.word != "so", reversed(near))]
            if 0 < len(clause) < len(near) and (role := _said_of_then(clause)):
                before = sum(one.end < clause[-1].start for one in found)
                found = [*_last_as(role, found[:before]), *found[before:]]
    return found


def _said_of_then(clause: Sequence[Term]) -> str:
    """What "so I could pop in ..." makes of a time; "so what could I do ..." and "so it'll be fine by ..." nothing."""
    words, kinds = {term.word for term in clause}, {term.kind for term in clause}
    moods = {term.value for term in clause if term.kind == "CUE"}
    opens = clause[-1].kind == "CUE" or clause[-1].word in OPENS
    other = OTHERWISE & words or ACTIVE & kinds or {"else", "sore"} & moods
    if other or not opens:
        return ""
    return "not" if "not" in moods else "want" if "want" in moods or not ABLE.isdisjoint(words) else ""


def _last_as(role: str, found: Sequence[Reading]) -> list[Reading]:
    """The last of these times in another role, and those that it is joined to."""
    first = len(found) - 1
    while first > 0 and (found[first].joined == "and" or not found[first].apart):
        first -= 1
    free = ("want", "else", CALLED, *(("from",) if role == "want" else ()))
    return [*found[:first], *(one._replace(role=role, sure=True) if one.role in free else one for one in found[first:])]


def moved_at(terms: Sequence[Term]) -> int:
    """Where in a message an appointment is moved last; 0 if it is not."""
    return max((term.start for term in terms if term.kind == "CUE" and term.value in MOVING), default=0)


def given_up(found: list[Reading], moved: int) -> list[Reading]:
    """ "I can't do Friday after all, please cancel": what will not do, said before the moving, is what moves."""
    if any(one.role == "from" for one in found):
        return found
    return [one._replace(role="from") if one.role == "not" and one.end <= moved else one for one in found]


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
    return [one._replace(role="else") if one.role == "want" else one for one in found]


# ---------------------------------------------------------------- said anew


def _only_coming(one: Reading) -> Reading:
    """ "Thursdays suit, so this coming one"."""
    return one._replace(piece=one.piece._replace(days=tuple(days._replace(every=False) for days in one.piece.days)))


def _corrected(found: list[Reading]) -> list[Reading]:
    """ "Friday at five, no sorry, six": what was wished before is taken back as far as it is said anew."""
    last = max((place for place, one in enumerate(found) if one.corrects), default=0)
    anew = [one.piece for one in found[last:] if one.role == "want"]
    days, hours = any(piece.days for piece in anew), any(piece.time for piece in anew)
    return [one for one in found[:last] if not (one.role == "want" and _is_anew(one, days, hours))] + found[last:]


def _is_anew(one: Reading, days: bool, hours: bool) -> bool:
    return (days and bool(one.piece.days)) or (hours and one.piece.time is not None)
