"""From words to mentions: the tables are gone through in order, then every wish is spelled out."""

from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from bot.when.amended import amended, given_up, moved_at
from bot.when.barehours import licensed
from bot.when.chances import Judgement, idle, may_move, weighed
from bot.when.clauses import STOPS
from bot.when.clock import Clock, Window, same, same_each
from bot.when.cues import CUES
from bot.when.dates import POINTS, WRITTEN
from bot.when.dayphrases import DAYS
from bot.when.days import Days, a_day
from bot.when.feasts import NAMES
from bot.when.hourphrases import TIMES, TO
from bot.when.joins import JOINS, THROUGH
from bot.when.moods import TIMES as TIMED
from bot.when.noise import HALVES, NOISE, NUMBERS
from bot.when.phrases import NOTHING, Term
from bot.when.points import MARKED
from bot.when.rewriting import grammar, rewrite
from bot.when.roles import Reading, readings
from bot.when.spans import SPANS, Shift
from bot.when.values import Frame, Mention, at
from bot.when.wishes import ALTERNATIVES, Wish, ends, starts
from bot.when.words import KINDS, terms

WORDS, PHRASES = 28, 10  # of days and hours: nearly twice what anybody was seen to need
TABLES = [
    grammar(*rules) for rules in ((NAMES, NUMBERS), (WRITTEN, MARKED), (NOISE,), (POINTS,), (HALVES, SPANS))
]  # in this order
DATED = grammar(DAYS)
TIMED_IF_MOVED, TIMED_ELSE = grammar(TIMES), grammar(TO, TIMES)
JOINED_IF_MOVED, JOINED_ELSE = grammar(JOINS), grammar(THROUGH, JOINS)
CUED = grammar(CUES)
LEAPT = "leapt"  # the clocks go forward over it


@dataclass(frozen=True)
class Understood:
    """Every phrase about time in its role, and what is said of no time in particular."""

    readings: list[Reading]
    soon: str = ""  # the word for "whenever"
    shift: Shift | None = None  # "an hour later" than the appointment there is
    moves: bool = True  # whether one is spoken of
    moved: int = 0  # where in the text it is moved last


def understood(text: str, frame: Frame, judged: Judgement | None = None) -> Understood:
    """What a message says of times, weighed against what a judge thinks of them."""
    heard = _heard(text, frame)
    weighed_up = given_up(weighed(heard.readings, text, judged), heard.moved * may_move(judged))
    moves = heard.moves or any(one.role == "from" for one in weighed_up)
    return (
        Understood(weighed_up) if idle(judged) else Understood(weighed_up, heard.soon, heard.shift if moves else None)
    )


@lru_cache(2)  # a message is asked for its phrases, its times and its answers; more are not kept in memory
def _heard(text: str, frame: Frame) -> Understood:
    """Go through the tables in their order."""
    found: Sequence[Term] = _either_end(terms(text), KINDS, WORDS)
    for table in TABLES:
        found = rewrite(found, table, frame)
    found = rewrite(_without_places(found, text), DATED, frame)
    moves = _moves({term.word for term in found})
    found = rewrite(found, TIMED_IF_MOVED if moves else TIMED_ELSE, frame)
    found = licensed(found, frame)
    moves = moves or _mine(found)
    found = rewrite(found, JOINED_IF_MOVED if moves or _has_same_time(found) else JOINED_ELSE, frame)
    found = _either_end(found, TIMED, PHRASES)
    soon = next((term.value for term in found if term.kind == "SOON"), "")
    shift = next((term.value for term in found if term.kind == "SHIFT"), None)
    if not shift and _has_same_time(found, (same, same_each)):
        shift = SAME_TIME
    found = rewrite(found, CUED, frame)
    told = amended(readings(found, frame), found, text, frame)
    return Understood(told, soon, shift, moves or frame.asked in OFFERED, moved_at(found))


def _either_end(found: list[Term], kinds: Container[str], most: int) -> list[Term]:
    """What is said, of more than so many terms of some kinds only the first and the last: nobody can mean them all."""
    places = [place for place, term in enumerate(found) if term.kind in kinds]
    if len(places) <= most:
        return found
    end = places[most // 2]
    return [*found[:end], Term("", ".", found[end].start, found[end].end), *found[places[-most // 2] :]]


SAME_TIME: Shift = (0, True)  # as the appointment there is
OFFERED = ("day", "time", "agreed")  # what is asked while a time is on the table
AROUND = frozenset("before after pre post".split())  # of a race
BACK, GOES_FROM = {"off", "back"}, {"my", "from"}
VISIT = frozenset("appointment appt slot booking session".split())
_MOVE = frozenset(
    """move moved moving reschedule rescheduling change changing switch swap shift shifting push bump shove rebook
    postpone cancel bring instead scoot rearrange alter remove shunt slide nudge trade trading transfer defer delay
    swop swopping withdraw withdrawing shuffle reshuffle juggle exchange""".split()
)


def _without_places(found: Sequence[Term], text: str) -> Sequence[Term]:
    """ "The day before Manchester marathon": what a race is called says nothing of its day."""
    if all(term.kind != "RACE" for term in found):
        return found  # as most
    kept: list[Term] = []
    for before, term in reversed([*pairwise((NOTHING, *found))]):
        if not (kept and kept[-1].kind == "RACE" and _is_place(before, term, text)):
            kept.append(term)
    return kept[::-1]


def _is_place(before: Term, term: Term, text: str) -> bool:
    """Whether a plain word in the midst of a sentence is written as a name."""
    named = not term.kind and term.word.isalpha() and text[term.start : term.end].istitle()
    return named and term.word not in AROUND and before is not NOTHING and before.word not in STOPS


def _moves(words: Set[str]) -> bool:
    """Whether an appointment is moved: "swap", "put it back", "my session from Monday"."""
    put = "put" in words and not BACK.isdisjoint(words)
    goes = words >= GOES_FROM and not VISIT.isdisjoint(words)
    return put or goes or not _MOVE.isdisjoint(words)


def _mine(found: Sequence[Term]) -> bool:
    """Whether "my Thursday to Friday" moves an appointment: then it is no stretch of days."""
    return any(term.word == "my" and after.kind in ("DAY", "TIME") for term, after in pairwise(found))


def _has_same_time(found: Sequence[Term], ways: Container[object] = (same,)) -> bool:
    """ "Wednesday to Thursday, same time": as the appointment there is."""
    return any(term.kind == "TIME" and term.value.again in ways for term in found)


def mentions_of(text: str, wish: Wish, role: str, frame: Frame) -> Iterator[Mention]:
    """Every alternative a wish leaves: each day with each time of day."""
    for day, said in wish.days:
        if not wish.times:
            span = (said.start, said.end)
            why = impossible(day, role, frame)
            yield Mention(text[slice(*span)], role, at(day.first, 0), at(day.last, 1440), day.grain, span, (), why)
        single = [(one, impossible(day, role, frame, one)) for one in _each(day, frame)] if wish.times else []
        for time, time_said in wish.times:
            for one, why in single:
                yield _timed(text, one, why, time, role, (said, time_said), frame)
    if not wish.days:
        for time, said in wish.times:
            next_ = _next_for(time, role, frame)
            why = impossible(a_day(next_), role, frame)
            yield _either_half(_timed(text, next_, why, time, role, (said,), frame), time, frame)


def _either_half(one: Mention, time: Clock | Window, frame: Frame) -> Mention:
    """ "7", said at noon: this evening, or tomorrow morning."""
    if isinstance(time, Window) or one.role != "want":
        return one
    given = {start.time() for start in (one.start, *one.also)}
    day = next(day for n in range(1, 8) if frame.open_on(day := one.start.date() + timedelta(n)))
    left = (at(day, minute) for minute in time.readings(frame.opening(day)) if day <= frame.last)
    more = (start for start in left if start.time() not in given and frame.exists(start))
    return replace(one, also=(*one.also, *more))


def _each(day: Days, frame: Frame) -> list[date]:
    """The single days of a stretch on which a time of day can be met, of two weeks at most."""
    if day.first == day.last:
        return [day.first]
    count = min((day.last - day.first).days + 1, ALTERNATIVES)
    each = [day.first + timedelta(n) for n in range(count)]
    return [one for one in each if frame.open_on(one) and one >= frame.today] or each[:1]


def _next_for(time: Clock | Window, role: str, frame: Frame) -> date:
    """The next day on which a time of day can be met, where no day was said."""
    coming = [frame.today + timedelta(n) for n in range(8)]
    fits = [day for day in coming if frame.open_on(day) and _is_ahead(day, time, frame)]
    return frame.today if role == "past" else (fits or coming)[0]


def _is_ahead(day: date, time: Clock | Window, frame: Frame) -> bool:
    """Whether a time of day is to come on that day; "after 2", said at 6, is tomorrow's."""
    begun = isinstance(time, Window) and time.after and starts(day, time, frame) <= frame.now
    return ends(day, time, frame) > frame.now and not begun


def _timed(
    text: str, day: date, why: str, time: Clock | Window, role: str, said: tuple[Reading, ...], frame: Frame
) -> Mention:
    span = min([one.start for one in said]), max([one.end for one in said])
    grain, (first, *more) = _readings(day, time, role, frame)
    start, end = first
    gone = role == "want" and (end or start) <= frame.now
    why = why or ("past" if gone else "" if end or frame.exists(start) else LEAPT)
    return Mention(text[slice(*span)], role, start, end, grain, span, tuple(other for other, _ in more), why)


def moved_by(shift: Shift, told: Mention, frame: Frame) -> Mention:
    """The same so much later: a wish."""
    count, short = shift
    away = timedelta(minutes=count) if short else timedelta(count)
    start, end = told.start + away, told.end and told.end + away
    gone = "past" if (end or start) <= frame.now else "" if end or frame.exists(start) else LEAPT
    why = impossible(a_day(start.date()), "want", frame) or gone
    return replace(told, role="want", start=start, end=end, also=tuple(one + away for one in told.also), impossible=why)


def _readings(
    day: date, time: Clock | Window, role: str, frame: Frame
) -> tuple[str, list[tuple[datetime, datetime | None]]]:
    opening = frame.opening(day)
    found: list[tuple[datetime, datetime | None]]
    if isinstance(time, Window):
        grain = "daypart" if time.part and time.part != "any time" else "interval"
        found = [(at(day, start), at(day, end)) for start, end in time.stretches(opening)]
    else:
        grain = "minute" if time.exact else "hour"
        found = [(at(day, minute), None) for minute in time.readings(opening)]
    ahead = [(start, end) for start, end in found if _to_come(start, end, frame) or role == "past"]
    return grain, ahead or found


def _to_come(start: datetime, end: datetime | None, frame: Frame) -> bool:
    return (end or start) > frame.now and (end is not None or frame.exists(start))


def impossible(day: Days, role: str, frame: Frame, only: date | None = None) -> str:
    """Why no appointment can be made on these days, or on `only` one of them; or nothing."""
    if day.impossible or role in ("past", "race"):
        return day.impossible
    if (only or day.last) < frame.today:
        return "past"
    return "far" if (only or day.first) > frame.last else ""
