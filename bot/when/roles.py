"""What a time is to the one who speaks of it: wanted, refused, being moved, past, or the day of a race."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from bot.when.clauses import FILLERS, PREPOSITIONS, STOPS, is_told
from bot.when.clock import Window, before_then, from_then
from bot.when.days import Piece
from bot.when.moods import BESIDE, TIMES, WHICH, changes, turned
from bot.when.phrases import NOTHING, Term, term_at
from bot.when.predicates import last_listed, said_after
from bot.when.spans import ahead, lasted
from bot.when.values import Frame

USUAL = {
    "since": "onset",
    "race": "race",
    "routine": "else",
    "name": "else",
    "severity": "else",
    "contact": "else",
    "which": "from",
}  # what a bare day answers
ENDS = frozenset({"", ".", "?", "!"})
EDGES = frozenset({",", ".", "?", "!", ";", "now"})
TELLING = (*TIMES, "SPAN", "TOLD")  # kinds of what says something of time
CALLED = "called"  # of a day whose name is told: "Thursday is Thanksgiving"
CLOSE = 4  # words before a time that may correct an earlier one


class Reading(NamedTuple):
    """One phrase in its role."""

    piece: Piece
    role: str
    start: int
    end: int
    topic: str = ""  # "race", "onset" or both: what the day belongs to
    joined: str = ""  # the word or mark before it
    apart: bool = False  # something stands between it and the phrase before
    sentence: int = 0
    corrects: bool = False  # "no, I mean" stands before it
    whole: bool = False  # "any time" stands behind it: the hours of other days are not meant of it
    never: str = ""  # a role that it cannot have, whatever a judge thinks: "Friday is out" is no wish
    sure: bool = False  # it was said of it which role it has: "... so that's off the table"


def readings(terms: Sequence[Term], frame: Frame) -> Iterator[Reading]:
    """Every phrase about time in the role that the words around it give it. The words that turn a mood are known."""
    usual = USUAL.get(frame.asked, "")
    mood, told, sentence, last = usual, -1, 0, ""
    moving = changes(terms)
    for place, term in enumerate(terms):
        sentence += term.word in STOPS
        heard, mood = mood, turned(mood, terms, place, moving) or usual
        if term.kind not in TELLING or not (piece := _piece(terms, place, mood, frame)):
            continue
        said = said_after(terms, _with_its_day(terms, place))
        role = _role(heard if piece.race else mood, said, terms, place, piece, frame)
        beside = told == place - 1 or (told == place - 2 and terms[place - 1].word == "," and mood == "")
        if role == "want" and beside and last in ("past", "else") and not (piece.days or piece.again):
            role = last  # "yesterday at 7", "I work lates this week, 2 till 10"
        moved = last == "from"
        last = role
        if role and not (piece.race and "past" in mood):
            before = term_at(terms, place - 1)
            read = Reading(
                piece,
                role,
                term.start,
                term.end,
                topic=_topic(mood, role, piece),
                joined=_joint(terms, place),
                apart=told != place - 1 - (before.word in ("on", "of")),
                sentence=sentence,
                corrects=_corrects(terms, place),
                whole=_is_whole(terms, place),
                never="from" if role == "want" and piece.said and moved else _never(piece, role, said, before),
                sure=_is_sure(role, mood, terms, place),
            )
            yield read
            if piece.but:
                yield read._replace(piece=Piece(piece.but), role="not", never="want")
            told = place


def _is_sure(role: str, mood: str, terms: Sequence[Term], place: int) -> bool:
    """ "Thanks for Friday", "my dentist is at 11", "the day before my race, which is on the 13th"."""
    before, earlier = term_at(terms, place - 1), term_at(terms, place - 2)
    if mood == BESIDE:
        return role == "race" and before.word in WHICH
    elsewhere = before.word == "is" and earlier.kind == "CUE" and earlier.value == "else"
    return role in ("past", "else") and (elsewhere or (before.kind == "CUE" and before.value == "thanked"))


def _joint(terms: Sequence[Term], place: int) -> str:
    """The word or mark that joins a time to what was said before: "or any time next week", "otherwise on Friday"."""
    near = reversed(terms[max(place - CLOSE, 0) : place])
    word = next((term.word for term in near if term.word not in FILLERS and term.kind not in ("CUE", "SOON")), "")
    return "or" if word in ("otherwise", "failing") else word


def _is_whole(terms: Sequence[Term], place: int) -> bool:
    """ "Friday any time, Saturday till 1", "Thursday all day and Friday after 2"."""
    after = term_at(terms, place + 1 + (term_at(terms, place + 1).word == ","))
    day = term_at(terms, place + 2 + (term_at(terms, place + 1).word == ","))
    return (after.kind == "SOON" and after.value == "any") or (after.word == "all" and day.word == "day")


def _never(piece: Piece, role: str, said: str, before: Term) -> str:
    """What a time cannot be: "but not Friday" and "Friday is out" are no wish, "not before 3" is no refusal."""
    if role == "want":
        return "not" if isinstance(piece.time, Window) and piece.time.denied else ""
    refused = said == "not" or (before.kind == "CUE" and before.value == "not")
    return "want" if role == "not" and refused else ""


def _corrects(terms: Sequence[Term], place: int) -> bool:
    """Whether "no, I mean" stands just before a time, or "no" by itself: "Friday ... no, Monday"."""
    before, earlier = term_at(terms, place - 1).word, term_at(terms, place - 2).word
    if before == "," and earlier == "no":
        return term_at(terms, place - 3).word in EDGES
    if before == "no" and earlier == ",":
        return term_at(terms, place - 3).kind in TIMES  # "at 2, no 3"
    if term_at(terms, place + 1).value == "meant" and term_at(terms, place + 2).word in ENDS:
        return True  # "any Friday, tomorrow I mean"
    near = terms[max(place - CLOSE, 0) : place]
    if "meant" not in [term.value for term in near]:
        return False  # as nearly always
    return "meant" in [term.value for term in takewhile(_is_between, reversed(near))]


def _is_between(term: Term) -> bool:
    return term.kind not in TIMES and term.word not in ("or", ".", "?")


def _topic(mood: str, role: str, piece: Piece) -> str:
    race = "race" if role == "race" or (role == "past" and "race" in mood) else ""
    onset = "onset" if role == "past" and ("onset" in mood or (piece.onset and not race)) else ""
    return f"{onset} {race}".strip()


def _piece(terms: Sequence[Term], place: int, mood: str, frame: Frame) -> Piece | None:
    """What a term says of time; a bare "3 weeks" says how long it hurts, or how soon somebody will come."""
    term = terms[place]
    if term.kind in (*TIMES, "TOLD"):
        return term.value if isinstance(term.value, Piece) else None
    if frame.asked in ("day", "race"):
        return ahead(frame, term)
    alone = all(
        near is NOTHING or near.word in EDGES for near in (term_at(terms, place - 1), term_at(terms, place + 1))
    )
    return lasted(frame, term) if mood in ("onset", "sore") or (mood == "" and alone) else None


def _role(mood: str, said: str, terms: Sequence[Term], place: int, piece: Piece, frame: Frame) -> str:
    if piece.onset or any(days.behind for days in piece.days):
        return "past"
    if terms[place].kind == "TOLD":
        return CALLED
    if mood in ("else", "onset") and piece.again in (from_then, before_then):
        return "want"  # "I work till 3, so after that", "choir starts at 6, so before that"
    plain = frame.asked in ("day", "time") and not _gives_reason(terms, place)
    if mood == "" and not said and not plain and _is_told(terms, place, piece, frame.today):
        return "else"
    if mood == "sore" and not said and _is_when_it_hurts(terms, place, piece, frame):
        return ""
    if "past" in mood or mood == "onset" or said == "past":
        ahead_only = bool(piece.days) and all(days.only_ahead for days in piece.days)
        return "past" if not ahead_only else "race" if "race" in mood else "want"
    if mood == BESIDE:
        return said or ("race" if piece.days else "want")
    if (mood, said) in (("from", "not"), ("not", "race")):
        return mood  # "my Friday 9.15 doesn't work any more", "not this weekend, racing"
    if mood == "instead":  # of what was offered, where a day or time is asked for
        return "not" if frame.asked in ("day", "time") else "from"
    return said or {"": "want", "sore": "want"}.get(mood, mood)


def _is_told(terms: Sequence[Term], place: int, piece: Piece, today: date) -> bool:
    """ "Monday and Tuesday I'm at my mum's": what is told of the last of a list is told of all."""
    last = last_listed(terms, place)
    return is_told(terms, place, piece, today) or (last != place and is_told(terms, last, piece, today))


def _gives_reason(terms: Sequence[Term], place: int) -> bool:
    """ "My wife has the car Thursday so Friday", "Tuesday, Fridays I'm with my mum"."""
    if term_at(terms, place + 1).word == "im":
        return any(term.kind in TIMES for term in terms[max(place - CLOSE, 0) : place])
    return term_at(terms, place + 1).word == "so" and any(term.kind in TIMES for term in terms[place + 2 :][:CLOSE])


def _with_its_day(terms: Sequence[Term], place: int) -> int:
    """Where the day stands that an hour belongs to: "10 on Sunday was too much"."""
    day = place + 1 + (term_at(terms, place + 1).word == "on")
    return day if terms[place].kind == "TIME" and term_at(terms, day).kind == "DAY" else place


def _is_when_it_hurts(terms: Sequence[Term], place: int, piece: Piece, frame: Frame) -> bool:
    """ "Worse in the mornings", "sore today": no wish without a day to come or an hour."""
    before, earlier = term_at(terms, place - 1), term_at(terms, place - 2)
    today = any(days.first == days.last == frame.today for days in piece.days)
    part = not piece.days and isinstance(piece.time, Window) and bool(piece.time.part)
    beside = before.word in PREPOSITIONS and earlier.kind == "CUE"
    loose = any(days.every or (days.back and days.grain == "interval") for days in piece.days)
    near = {before.kind, earlier.kind, term_at(terms, place + 1).kind, term_at(terms, place + 2).kind}
    lone = not piece.days and "DAY" not in near  # "numb from 3pm", "hurts around 2 or 3"
    return today or loose or beside or lone or (part and before.kind != "DAY")
