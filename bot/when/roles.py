"""What a time is to the one who speaks of it: wanted, refused, being moved, past, or the day of a race."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile

from bot.when.clock import Window
from bot.when.days import Piece
from bot.when.phrases import Rules, Term, rewrite, rules
from bot.when.points import hour
from bot.when.spans import ahead, lasted
from bot.when.values import Frame


def _cues(**moods: str) -> Rules:
    return rules(*(
        ("CUE", {phrases.replace(",", ";"): (lambda *_, mood=mood: mood.strip("_").replace("_", " "))})
        for mood, phrases in moods.items()
    ))  # fmt: skip


CUES = _cues(
    want="""can i|we|you|u, could i|we|you, come, coming, book, booking, want, wanted, need, id, would, like, free, available, availability, how|what about, prefer, preferably,
        ideally, hoping, hoped, told, wondering, slot, slots, space, spaces, gap, gaps, opening, openings, cancellations, see, fit, squeeze, get in, make it, rather, works, work for,
        please, pls, plz, any chance, possible, suits, lets, let us, happy with, good for, best, do you have, have you got, any, session, massage, appointment, thinking, instead, try,
        can do, could do, can make, looking for, fancy, it should be, i meant, meant, go for, take, ill, actually, maybe, perhaps""",
    onset="""since, started, start, starting, starts, began, begun, came on, hurt, pulled, twisted, tweaked, strained, injured, rolled, sprained, tore, popped, felt, noticed, flared,
        flaring, fell, happened, getting worse, been hurting|sore|bothering|killing, woke, went, developed, picked up, been""",
    past="""ran, did, finished, had, was, were, completed, smashed, jogged, swam, cycled, cycle, hiked, walked, played, travelled, flew, from my run|race, came, saw, missed, been running|training,
        ive run|done|had|been, trained, got back, last time, ive just, just did|had|done, used to""",
    from_="""move, moving, reschedule, rescheduling, change, changing, switch, swap, shift, push, rebook, postpone, cancel, cancelling, bring forward, booked in? for|on|at, im booked, i am booked,
        my next? appointment|booking|session|slot|massage|visit, cant make my?, i have|got an? appointment|booking|session, ive got an? appointment|booking|session, call off, drop my""",
    else_="""RUN, runs, run, running, train, training, gym, physio, work, working, long RUN, meeting, shift, holiday, club, swim, class, physiotherapist, doctor, gp, birthday, wedding, school,
        party, travel, travelling, leave for, flight, fly, flying, fly out""",
    not_="""not, except, except for, other than, but not, cant do|manage, cant, cannot, cant come|be, busy, away, on holiday, out of town, dont want,
        nor, excluding, bar, avoid, unavailable, not available|free, wont be|do, unable, no good, never, besides, neither, working""",
    past_race="raced",
    instead="instead of, rather than",
    sore="sore, stiff, hurting, aching, hurts, tight, knackered, wrecked, heavy, tired, doms, pain, painful",
)  # fmt: skip

_RESET = frozenset({".", "!", "?", ";", "but", "so", "then", "(", ")", "though", ":"})
_STOPS = frozenset({".", "!", "?", ";", "otherwise"})
_ASIDE = frozenset({",", "(", ":", "-"})
_ONWARD = frozenset({"to", "onto", "until", "till", "til", "for"})
_LINKS = frozenset("i ive have got im is its my a the we doing running racing big has this from".split())
_NOTHING = Term("", "", 0, 0)
_BASE = {"since": "onset", "race": "race"}  # what a bare day answers
_EDGES = frozenset({",", ".", "?", "!", ";", "now"})
_COPULAS = frozenset({"is", "are", "will", "would"})
_DENY = frozenset("doesnt dont wont isnt arent no cant not busy out bad full".split())
_NOT_AN_HOUR_AFTER = frozenset(
    "the those these option number all my both of only with other have got than a an im am no about around has had like its was is".split()
)
_FOLLOWS_AN_HOUR = frozenset(
    "or and to on please pls plz thanks thank ta is would works work if at but then suits sounds - , . ? ! ) ; in the that this ish i cheers ok good fine x : instead".split()
)


@dataclass(frozen=True)
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


def licensed(terms: Sequence[Term], frame: Frame) -> list[Term]:
    """Make hours of the bare numbers that stand beside a day, or answer the question."""
    read = list(terms)
    for place, term in enumerate(read):
        found = hour(term) if term.kind == "N" else None
        if found and _allowed(read, place, frame):
            read[place] = replace(term, kind="TIME", word="", value=Piece(time=found))
    return read


def _allowed(terms: Sequence[Term], place: int, frame: Frame) -> bool:
    before = terms[place - 1] if place else None
    after = terms[place + 1] if place + 1 < len(terms) else None
    if before and before.kind in ("DAY", "TIME"):
        return after is None or after.kind in ("DAY", "TIME") or after.word in _FOLLOWS_AN_HOUR
    if after and after.kind == "DAY":
        return before is None or before.word not in _NOT_AN_HOUR_AFTER - {"about", "around"}
    joined = before is not None and before.word in ("or", "/", ",") and place > 1 and terms[place - 2].kind in ("TIME", "DAY")
    if joined and (after is None or after.word in _FOLLOWS_AN_HOUR):
        return True
    asked = frame.asked in ("day", "time")
    free = before is None or (before.word not in _NOT_AN_HOUR_AFTER and before.kind != "NOISE")
    return asked and free and (after is None or after.kind == "TIME" or after.word in _FOLLOWS_AN_HOUR)


def readings(terms: Sequence[Term], frame: Frame) -> list[Reading]:
    """Every phrase about time in the role it plays; what is reckoned from a race is resolved where one is known."""
    found = list(_played(rewrite(terms, CUES, frame), frame))
    race = next((one.piece.days[0].first for one in found if one.role == "race" and one.piece.days), frame.race)
    return [_reckoned(one, race, frame) if one.piece.race and race else one for one in found if race or not one.piece.race]


def _reckoned(one: Reading, race: date, frame: Frame) -> Reading:
    days = one.piece.race(race) if one.piece.race else None
    if days and days.loose:
        days = replace(days, first=max(days.first, frame.today))
    return replace(one, piece=replace(one.piece, days=(days,) if days else (), race=None))


def _played(terms: Sequence[Term], frame: Frame) -> Iterator[Reading]:
    mood, told, sentence = _BASE.get(frame.asked, ""), -1, 0
    moving = any(term.kind == "CUE" and term.value == "from" for term in terms)
    for place, term in enumerate(terms):
        sentence += term.word in _STOPS
        heard, mood = mood, _mood(mood, terms, place, moving) or _BASE.get(frame.asked, "")
        piece = _piece(terms, place, mood, frame)
        role = _role(heard if piece.race else mood, terms, place, piece) if piece else ""
        if piece and role and not (piece.race and "past" in mood):
            joined = terms[place - 1].word if place else ""
            topic, apart = _topic(mood, role, piece), told != place - 1
            yield Reading(piece, role, term.start, term.end, topic, joined, apart, sentence)
            told = place


def _topic(mood: str, role: str, piece: Piece) -> str:
    race = "race" if role == "race" or (role == "past" and "race" in mood) else ""
    onset = "onset" if role == "past" and ("onset" in mood or (piece.onset and not race)) else ""
    return f"{onset} {race}".strip()


# ---------------------------------------------------------------- moods


def _mood(mood: str, terms: Sequence[Term], place: int, moving: bool) -> str:
    """What the words so far make of the next time spoken of."""
    term, after = terms[place], _at(terms, place + 1)
    if term.kind == "CUE":
        return _turned(mood, term.value, moving)
    if term.kind == "RACE" or (term.kind == "DAY" and term.value.race):
        return f"{mood} race past" if mood in ("past", "onset", "sore") else mood if "past" in mood else "race"
    if term.kind == "DISTANCE" and term.value and mood in ("", "want") and (after.kind == "DAY" or after.word in ("on", "in", "this")):
        return "race"
    if "race" in mood and term.word in _ASIDE and _at(terms, place - 1).kind == "RACE" and after.kind == "DAY":
        return mood  # "half marathon, 13 December"
    if term.word in _RESET or (term.word == "," and not (mood == "not" and _list_goes_on(terms, place))):
        return ""
    if term.word == "no" and _general(after):
        return "not"
    return _moving(mood, terms, place, moving)


def _general(term: Term) -> bool:
    """Whether a time is one of many: "no Fridays", "no mornings"; "no Friday" may well be a correction."""
    if term.kind not in ("DAY", "TIME"):
        return False
    time = term.value.time
    return any(days.every for days in term.value.days) or (isinstance(time, Window) and bool(time.part))


def _moving(mood: str, terms: Sequence[Term], place: int, moving: bool) -> str:
    """Whose time comes next: that of the appointment there is, or the new one."""
    term = terms[place]
    if (term.word == "from" and moving) or (term.word == "my" and _mine(terms, place)):
        return "from"
    if mood == "from" and term.word in _ONWARD and (term.word != "for" or _moved(terms, place)):
        return "want"
    return mood


def _turned(mood: str, cue: str, moving: bool) -> str:
    if cue == "instead":
        return "from" if moving else "not"
    if (cue in ("sore", "else") and ("past" in mood or mood in ("onset", "from", "not"))) or (cue == "want" and mood == "from"):
        return mood
    return "past race" if cue == "past" and mood == "race" else cue


def _mine(terms: Sequence[Term], place: int) -> bool:
    """Whether "my" speaks of an appointment: "my 3pm Thursday", but not "my Sunday run"."""
    named = _at(terms, place + 1)
    timed = named.kind == "TIME" or (named.kind == "DAY" and not named.value.race)
    return timed and _at(terms, place + 2).kind not in ("RACE", "RUN", "DISTANCE")


def _moved(terms: Sequence[Term], place: int) -> bool:
    """Whether "for" leads to the new time: "reschedule for Friday", "swap Thursday for Friday"."""
    return any(term.kind in ("DAY", "TIME") for term in terms[max(place - 3, 0) : place]) or terms[place - 1].kind == "CUE"


def _list_goes_on(terms: Sequence[Term], place: int) -> bool:
    """Whether a comma stands in a list: "not Monday, Tuesday or Friday"."""
    following = [_at(terms, place + near) for near in (1, 2, 3)]
    return following[0].kind == following[2].kind == "DAY" and following[1].word in ("or", "and", ",", "nor")


def _at(terms: Sequence[Term], place: int) -> Term:
    return terms[place] if 0 <= place < len(terms) else _NOTHING


# ---------------------------------------------------------------- roles


def _piece(terms: Sequence[Term], place: int, mood: str, frame: Frame) -> Piece | None:
    """What a term says of time; a bare "3 weeks" says how long it hurts, or how soon somebody will come."""
    term = terms[place]
    if term.kind in ("DAY", "TIME"):
        return term.value if isinstance(term.value, Piece) else None
    if term.kind != "SPAN":
        return None
    if frame.asked in ("day", "race"):
        return ahead(frame, term)
    alone = all(near == _NOTHING or near.word in _EDGES for near in (_at(terms, place - 1), _at(terms, place + 1)))
    return lasted(frame, term) if mood in ("onset", "sore") or (mood == "" and alone) else None


def _role(mood: str, terms: Sequence[Term], place: int, piece: Piece) -> str:
    if piece.onset or any(days.behind for days in piece.days):
        return "past"
    if "past" in mood or mood == "onset":
        ahead = bool(piece.days) and all(days.only_ahead for days in piece.days)
        return ("race" if "race" in mood else "want") if ahead else "past"
    return _said_after(terms, place) or {"": "want", "sore": "want", "else": ""}.get(mood, mood)


def _said_after(terms: Sequence[Term], place: int) -> str:
    """What the words behind a time make of it: "Thursday doesn't work", "Sunday's race", "on Sunday I ran"."""
    following = [_at(terms, near) for near in range(place + 1, place + 8)]
    following = [*dropwhile(lambda term: term.kind == "TIME" or term.word in _COPULAS, following), _NOTHING, _NOTHING]
    first, second = following[:2]
    if first.kind == "RACE":
        return "race"
    denied = first.word in _DENY or (first.kind == "CUE" and first.value == "not")
    if denied and second.kind not in ("DAY", "TIME"):
        return "not"
    linked = next((term for term in following if term.word not in _LINKS), _NOTHING)
    if linked.kind == "CUE" and linked.value in ("past", "onset"):
        return "past"
    return "race" if linked.kind == "RACE" else ""
