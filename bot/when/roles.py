"""What a time is to the one who speaks of it: wanted, refused, being moved, past, or the day of a race."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from bot.when.clauses import FILLERS, PREPOSITIONS, STOPS, is_told
from bot.when.clock import Clock, Window
from bot.when.cues import CUES
from bot.when.days import Days, Piece, within
from bot.when.moods import BESIDE, TIMES, changes, turned
from bot.when.phrases import NOTHING, Term, rewrite, term_at
from bot.when.predicates import said_after
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
STORIES = frozenset({"past", "onset", "sore"})  # moods of who tells what happened
ASKING = frozenset({"want", "from", "new", "mine", "not", "meant"})
TELLING = (*TIMES, "SPAN", "TOLD")  # kinds of what says something of time
CALLED = "called"  # of a day whose name is told: "Thursday is Thanksgiving"
BEHIND = {"back": "not", "yours": "from"}  # what a cue makes of the time before it
CLOSE = 4  # words before a time that may correct an earlier one


@dataclass(frozen=True, slots=True)
class Reading:
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


def readings(terms: Sequence[Term], frame: Frame) -> list[Reading]:
    """Every phrase about time in its role; what is reckoned from a race is left out where none is known."""
    cued = rewrite(terms, CUES, frame)
    found = _in_a_story(_given_up(_taken_back(list(_played(cued, frame)), cued), cued), cued, frame)
    race = next((one.piece.days[0].first for one in found if one.role == "race" and one.piece.days), None)
    reckoned: list[Reading] = []
    named: Days | None = None
    time = None
    for one in found:
        day = _reckoned_from(named, one.piece) if named and one.piece.said else None
        one = _same(_again(_reckoned(one, day or race or frame.race, frame), named, frame), time)
        reckoned.append(one)
        named = next((days for days in one.piece.days if one.role != "past"), named)
        time = one.piece.time or time
    said = [one for one in reckoned if one.role != CALLED and not one.piece.race and (one.piece.days or one.piece.time)]
    nearest = any(one.piece.nearest for one in found)
    return _in_order(_corrected([_coming(one) for one in said] if nearest else said), frame)


def _coming(one: Reading) -> Reading:
    """ "Thursdays suit, so this coming one"."""
    return replace(one, piece=replace(one.piece, days=tuple(replace(days, every=False) for days in one.piece.days)))


def _in_a_story(found: list[Reading], terms: Sequence[Term], frame: Frame) -> list[Reading]:
    """ "Collapsed after the 20 miler. Perfect Sunday": who tells and asks for nothing wishes no day without an hour."""
    if any(one.role in ("not", "from") or (one.role == "want" and one.piece.time) for one in found):
        return found
    cues = {term.value for term in terms if term.kind == "CUE"}
    tells = cues & STORIES and not cues & ASKING and not any(map(_asks, terms))
    if not tells or frame.asked in ("day", "time"):
        return found
    return [replace(one, role="else") if one.role == "want" else one for one in found]


def _taken_back(found: list[Reading], terms: Sequence[Term]) -> list[Reading]:
    """ "Tuesday is my Italian, so that's off the table", "the 19th, which is when I'm with you": the time told last."""
    for place, term in enumerate(terms):
        role = BEHIND.get(term.value) if term.kind == "CUE" else None
        if role and term_at(terms, place + 1).kind not in TIMES:
            found = _refused(found, sum(one.end <= term.start for one in found) - 1, role)
    return found


def _refused(found: list[Reading], last: int, role: str) -> list[Reading]:
    """The time at a place refused or given up, with those that it is joined to."""
    first = last
    while first > 0 and (found[first].joined == "and" or not found[first].apart):
        first -= 1
    out = range(max(first, 0), last + 1)
    return [
        replace(one, role=role) if place in out and one.role in ("want", "else", CALLED) else one
        for place, one in enumerate(found)
    ]


def _asks(term: Term) -> bool:
    """ "Shoulders tight now, anything tomorrow", "Wednesday any time": as good as a question."""
    return term.kind == "SOON" or term.word in ("?", "anything", "something")


def _given_up(found: list[Reading], terms: Sequence[Term]) -> list[Reading]:
    """ "I can't do Friday after all, please cancel": what will not do, said before the moving, is what moves."""
    roles = {one.role for one in found}
    if "from" in roles or "not" not in roles:
        return found
    moves = next((term.start for term in reversed(terms) if term.kind == "CUE" and term.value in ("from", "new")), 0)
    return [replace(one, role="from") if one.role == "not" and one.end < moves else one for one in found]


def _same(one: Reading, time: Clock | Window | None) -> Reading:
    """ "Same time" is the time that was told before."""
    return replace(one, piece=replace(one.piece, time=time, same=False)) if one.piece.same else one


def _corrected(found: list[Reading]) -> list[Reading]:
    """ "Friday at five, no sorry, six": what was wished before is taken back as far as it is said anew."""
    last = max((place for place, one in enumerate(found) if one.corrects), default=0)
    anew = [one.piece for one in found[last:] if one.role == "want"]
    days, hours = any(piece.days for piece in anew), any(piece.time for piece in anew)
    kept = [
        one
        for one in found[:last]
        if one.role != "want" or not ((days and one.piece.days) or (hours and one.piece.time))
    ]
    return [*kept, *found[last:]]


def _again(one: Reading, named: Days | None, frame: Frame) -> Reading:
    """ "Next Friday, not this one" and "not this week, the one after": the same some weeks on."""
    days = named.shifted(7 * one.piece.weeks) if named and one.piece.weeks else None
    if not days or days.first < frame.today:
        return one
    return replace(one, piece=Piece((days,)), role="not" if one.piece.weeks < 0 else one.role)


def _in_order(found: Sequence[Reading], frame: Frame) -> list[Reading]:
    """ "Move my Monday to Wednesday", said on a Tuesday: the Wednesday after that Monday."""
    read: list[Reading] = []
    for one in found:
        before = next((other for other in reversed(read) if other.piece.days), None)
        moved = before and (before.role, one.role) == ("from", "want")
        read.append(_of_one_week(before, one, frame) if before and moved else one)
    return read


def _of_one_week(before: Reading, one: Reading, frame: Frame) -> Reading:
    first, second = ([days for days in each.piece.days if days.weekday is not None] for each in (before, one))
    date = before.piece.days[0]
    if second and not first and date.first == date.last >= frame.today + timedelta(7):
        return replace(one, piece=replace(one.piece, days=tuple(within(days, date.last) for days in one.piece.days)))
    rising = first and second and _in_week(second[0]) > _in_week(first[-1]) and second[0].first < first[-1].first
    if not rising or any(days.every or days.first == frame.today for days in (*first, *second)):
        return one
    later = tuple(replace(days, first=days.first + timedelta(7), last=days.last + timedelta(7)) for days in second)
    return replace(one, piece=replace(one.piece, days=later))


def _reckoned(one: Reading, race: date | None, frame: Frame) -> Reading:
    if not one.piece.race:
        return one
    if not race:
        return replace(one, piece=replace(one.piece, race=None)) if one.piece.days else one
    days = one.piece.race(race)
    days = replace(days, first=max(days.first, min(frame.today, days.last))) if days.loose else days
    return replace(one, piece=Piece((days,), one.piece.time))


def _reckoned_from(named: Days, piece: Piece) -> date:
    """ "The 7th to the 11th": "the day before" them is the 6th, "the day after" the 12th."""
    goes_before = piece.race is not None and piece.race(named.first).last < named.first
    return named.first if goes_before else named.last


def _in_week(days: Days) -> int:
    return days.first.weekday()


def _played(terms: Sequence[Term], frame: Frame) -> Iterator[Reading]:
    usual = USUAL.get(frame.asked, "")
    mood, told, sentence, last = usual, -1, 0, ""
    moving = changes(terms)
    for place, term in enumerate(terms):
        sentence += term.word in STOPS
        heard, mood = mood, turned(mood, terms, place, moving) or usual
        if term.kind not in TELLING or not (piece := _piece(terms, place, mood, frame)):
            continue
        role = _role(heard if piece.race else mood, terms, place, piece, frame)
        beside = told == place - 1 or (told == place - 2 and terms[place - 1].word == "," and mood == "")
        if role == "want" and beside and last in ("past", "else") and not piece.days:
            role = last  # "yesterday at 7", "I work lates this week, 2 till 10"
        last = role
        if role and not (piece.race and "past" in mood):
            topic = _topic(mood, role, piece)
            apart = told != place - 1 - (term_at(terms, place - 1).word == "on")
            joined = _joint(terms, place)
            corrects, whole = _corrects(terms, place), _is_whole(terms, place)
            read = Reading(piece, role, term.start, term.end, topic, joined, apart, sentence, corrects, whole)
            yield read
            if piece.but:
                yield replace(read, piece=Piece(piece.but), role="not")
            told = place


def _joint(terms: Sequence[Term], place: int) -> str:
    """The word or mark that joins a time to what was said before: "or any time next week", "otherwise on Friday"."""
    near = (term_at(terms, place - back) for back in range(1, CLOSE + 1))
    word = next((term.word for term in near if term.word not in FILLERS and term.kind not in ("CUE", "SOON")), "")
    return "or" if word in ("otherwise", "failing") else word


def _is_whole(terms: Sequence[Term], place: int) -> bool:
    """ "Friday any time, Saturday till 1"."""
    after = term_at(terms, place + 1 + (term_at(terms, place + 1).word == ","))
    return after.kind == "SOON" and after.value == "any"


def _corrects(terms: Sequence[Term], place: int) -> bool:
    """Whether "no, I mean" stands just before a time, or "no" by itself: "Friday ... no, Monday"."""
    near = terms[max(place - CLOSE, 0) : place]
    if [term.word for term in near[-2:]] == ["no", ","] and term_at(terms, place - 3).word in EDGES:
        return True
    if term_at(terms, place + 1).value == "meant" and term_at(terms, place + 2).word in ENDS:
        return True  # "any Friday, tomorrow I mean"
    cues = {term.value for term in near if term.kind == "CUE"}
    return "meant" in cues and any(term.value == "meant" for term in takewhile(_is_between, reversed(near)))


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


def _role(mood: str, terms: Sequence[Term], place: int, piece: Piece, frame: Frame) -> str:
    if piece.onset or any(days.behind for days in piece.days):
        return "past"
    if terms[place].kind == "TOLD":
        return CALLED
    said = said_after(terms, _with_its_day(terms, place))
    plain = frame.asked in ("day", "time") and not _gives_reason(terms, place)
    if mood == "" and not said and not plain and is_told(terms, place, piece, frame.today):
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
