"""The mood of a sentence, word by word: it says what the next time spoken of is to the client."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from bot.when.clock import Clock, Window
from bot.when.phrases import NOTHING, Term, term_at

RESET = frozenset({".", "!", "?", ";", ":", "(", ")", "but", "so", "then", "though"})
ASIDE = frozenset({",", "(", ":", "-"})
WHICH = frozenset("which thats that its it is falls on".split())  # "..., which is on Sunday"
ONWARD = frozenset({"to", "onto", "into", "until", "till", "til", "for", "2", "4"})
SUBJECTS = frozenset("i we he she they who".split())
WISHING = frozenset(
    """am are is be can could would will might may shall should must have had do dont did think thought reckon guess
    suppose hope wish also just only really still like love want need got get prefer know see say said and or if the
    a in on at to for of with so ok was were has not both all then now""".split()
)  # what may stand behind a subject before a wish
OBJECTS = frozenset("my the a an it on in at over up down off out by through into our his her to".split())
WITH = frozenset("with you at on for the in".split())  # between "I've got an appointment" and its time
ENDS = RESET | {",", "and", "-"}
WHAT = frozenset("what when anything owt".split())  # "... else is there?"
NOT_PAST = frozenset("booked interested scheduled needed wanted squeezed fitted sorted fixed speed".split())
PARTED = {
    "bring": ("forward",),
    "pull": ("forward",),
    "put": ("back", "off"),
    "call": ("off",),
}  # verbs with a time between
TURNING = (
    RESET | ASIDE | ONWARD | PARTED.keys() | {"no", "from", "my", "got", "than", "over", "with", "become", "be", "its"}
)
MOVING = frozenset({"from", "new", "cancelled"})
BEHIND = ("past", "onset", "sore")
TIMES = ("DAY", "TIME")
FRIDAY = 4
CLAUSE = 12  # words in which what moves is named before its time
CLOSE = 6  # words behind a time in which a question ends
BESIDE = "want beside race"  # after "the day before my race": a day is the race's, an hour the wish's


def changes(terms: Sequence[Term]) -> bool:
    """Whether an appointment there is gives way to another: "move", or "I'm in on Friday, could we do Monday?"."""
    if any(term.kind == "SHIFT" or (term.kind == "CUE" and term.value in MOVING) for term in terms):
        return True
    mine = next((place for place, term in enumerate(terms) if _is_told_mine(terms, place)), len(terms))
    rest = list(dropwhile(lambda term: term.word not in ENDS, terms[mine:]))
    asked = any(term.word in ("?", "instead") or (term.kind == "CUE" and term.value == "want") for term in rest)
    told = [term.word for term in rest[:1]] != ["?"]  # "got a slot tomorrow?" asks for one
    another = any(one.word in WHAT and other.word == "else" for one, other in pairwise(rest))
    return told and (another or (asked and any(term.kind in TIMES for term in rest)))


def _is_told_mine(terms: Sequence[Term], place: int) -> bool:
    """ "I've got Thursday 3pm", "I'm down with Anna for Friday"; "I've got Thursday free" tells of no appointment."""
    if terms[place].kind != "CUE" or terms[place].value not in ("mine", "in", "had"):
        return False
    ahead = dropwhile(lambda term: term.word in WITH or term.kind == "WITH", terms[place + 1 : place + 6])
    return next((term.kind in TIMES for term in ahead), False)


def turned(mood: str, terms: Sequence[Term], place: int, moving: bool) -> str:
    """The mood after one more word: want, past, onset, race, from, not, sore, else, or nothing in particular."""
    term = terms[place]
    if not term.kind and term.word not in TURNING:
        return mood or _told(terms, place)  # as most words do
    after = term_at(terms, place + 1 + (term.word == "than" and term_at(terms, place + 1).word == "the"))
    if term.word in ("than", "over") and after.kind in TIMES and mood in ("", "want"):
        if any(one.kind in TIMES for one in terms[max(place - 3, 0) : place]) and terms[place - 1].word != "or":
            return "not"  # "rather Friday than Thursday"
        return "else" if term.word == "than" else mood
    if term.kind == "CUE":
        if term.value == "had" and moving and after.kind in TIMES:
            return "from"  # "move me to Friday, I had Monday"
        if term.value == "drop":
            return "from" if after.kind in TIMES else mood  # "cry off Friday", but not "cry off work"
        if term.value == "not" and any(one.word == "if" for one in terms[max(place - 3, 0) : place]):
            return ""  # "if you've nothing on Thursday"
        if term.value == "onset" and mood == "race" and after.kind == "TIME":
            return mood  # "my race starts at 9 on Saturday"
        return _cued(mood, term.value, moving, term_at(terms, place - 1))
    if term.word == "its" and moving and _is_of_what_moves(terms, place):
        return "from"
    if term.word in PARTED and mood in ("", "want") and _is_parted(terms, place):
        return "from"  # "bring Saturday's half ten forward"
    if is_reckoned(term) and mood in ("", "want", BESIDE):
        return BESIDE
    if term.kind == "DISTANCE" and not term.value and mood == "" and _is_dated(after):
        return "else"  # "20 miles on Sunday"
    if _is_race(term) or _is_distance(mood, term, after):
        return _racing(mood)
    if "race" in mood and _is_dated_behind(terms, place):
        return mood  # "half marathon, 13 December", "the day before my race, which is on the 13th"
    if term.word == "but" and after.kind == "DAY" and _is_all_but(terms, place):
        return "not"  # "anything next week but Friday", "any evening but Friday"
    if term.word == ":" and mood == "from" and terms[place - 1].kind == "CUE":
        return mood  # "change: Friday 7am to 10"
    if term.word in RESET or (term.word == "," and not _goes_on(mood, terms, place)):
        return ""
    if term.word == "got" and moving and mood == "" and after.kind == "DAY" and not _asks(terms, place):
        return "from"  # "bring me forward? Got the 11th"
    if term.word == "no" and (_is_general(after) or _is_part_of_day(terms, place)):
        return "not"
    return _moved(mood, terms, place, moving)


def _is_of_what_moves(terms: Sequence[Term], place: int) -> bool:
    """ "Can you move my appointment? It's on Friday at 3"."""
    near = terms[max(place - CLAUSE, 0) : place]
    other = any(term.kind in (*TIMES, "RACE", "DISTANCE") or term.value == "else" for term in near)
    ahead = term_at(terms, place + 1 + (term_at(terms, place + 1).word in ("on", "for")))
    return ahead.kind in TIMES and not other and any(term.value == "from" for term in near)


def _asks(terms: Sequence[Term], place: int) -> bool:
    """ "Got the 24th?"."""
    near = (term.word for term in terms[place : place + CLOSE])
    return next((word for word in near if word in ENDS or word == "?"), "") == "?"


def _told(terms: Sequence[Term], place: int) -> str:
    """What a verb tells of the time behind it, where nothing told more yet."""
    term = terms[place]
    if term_at(terms, place - 1).word in SUBJECTS and is_verb(term):
        return "else"  # "I coach juniors on Thursdays", "he finishes at 5"
    past = _is_past_tense(term) and term_at(terms, place + 1).word in OBJECTS
    return "past" if past else ""  # "tripped on a kerb this morning"


def _cued(mood: str, cue: str, moving: bool, before: Term) -> str:
    match cue:
        case "unfit":
            return mood
        case "back" | "yours" | "anew" | "suits":
            return ""
        case "rather":
            return "from" if moving else "not"
        case "meant":
            return "" if mood == "not" else mood
        case "new":
            return "want"
        case "cancelled":
            return "from"
        case "bye":
            return mood or "else"
        case "mine" | "in":
            return "from" if moving else mood
        case "want" if mood == "from" and before.word not in ("and", "then", "i", "we"):
            return mood  # "move my appointment", but "cancel Friday and book Monday"
        case "sore" | "else" if "past" in mood or mood in ("onset", "from", "not"):
            return mood
        case "from" if mood == "else" or "race" in mood:
            return mood  # "physio booked for the 9th", "my race got moved to the 20th"
        case "past" | "had" | "thanked":
            return "past race" if mood in ("race", BESIDE) else "past"
        case _:
            return cue


def _is_race(term: Term) -> bool:
    return term.kind == "RACE" or is_reckoned(term)


def is_reckoned(term: Term) -> bool:
    """ "The day before my race"."""
    return term.kind == "DAY" and term.value.race is not None and not term.value.said


def _is_distance(mood: str, term: Term, after: Term) -> bool:
    """ "10k on Sunday"."""
    return term.kind == "DISTANCE" and term.value and _is_dated(after) and mood in ("", "want")


def _is_dated_behind(terms: Sequence[Term], place: int) -> bool:
    """Whether nothing stands between a race and its date but a mark and "which is on"."""
    ahead = dropwhile(lambda term: term.word in WHICH, terms[place + 1 : place + 5])
    told = terms[place].word in ASIDE or (terms[place].word == "." and term_at(terms, place + 1).word in WHICH)
    return told and _is_race(term_at(terms, place - 1)) and next(ahead, NOTHING).kind == "DAY"


def _is_dated(after: Term) -> bool:
    return after.kind == "DAY" or after.word in ("on", "in", "is", "this")


def _is_past_tense(term: Term) -> bool:
    return term.kind == "" and term.word.endswith("ed") and len(term.word) > 4 and term.word not in NOT_PAST


def is_verb(term: Term) -> bool:
    """Whether a word may be what somebody does: any word that does not help to wish."""
    return term.kind == "" and term.word.isalpha() and term.word not in WISHING


def _racing(mood: str) -> str:
    if mood in BEHIND:
        return f"{mood} race past"
    return mood if "past" in mood else "race"


def _is_general(term: Term) -> bool:
    """Whether a time is one of many: "no Fridays", "no mornings"; "no Friday" may well be a correction."""
    if term.kind not in TIMES:
        return False
    time = term.value.time
    return any(days.every for days in term.value.days) or (isinstance(time, Window) and bool(time.part))


def _is_parted(terms: Sequence[Term], place: int) -> bool:
    """Whether a time stands between the parts of a verb that moves it."""
    near = terms[place + 1 : place + 6]
    return any(term.kind in TIMES for term in near[:2]) and any(term.word in PARTED[terms[place].word] for term in near)


def _is_part_of_day(terms: Sequence[Term], place: int) -> bool:
    """ "Just no Friday morning", but not "no Friday morning" by itself, which corrects."""
    day, part = term_at(terms, place + 1), term_at(terms, place + 2)
    goes_on = place > 0 and terms[place - 1].word not in ENDS | {","}
    if day.kind == "DAY" and part.word == "for" and term_at(terms, place + 3).word in ("me", "us"):
        return True  # "so no 11 December for me"
    return goes_on and day.kind == "DAY" and part.kind == "TIME" and isinstance(part.value.time, Window)


def _is_all_but(terms: Sequence[Term], place: int) -> bool:
    before, earlier, after = (term_at(terms, place + near) for near in (-1, -2, 1))
    any_part = before.kind == "TIME" and isinstance(before.value.time, Window) and earlier.kind == "CUE"
    other_week = _is_week(after) or not after.value.days  # "not this week but the week after"
    return (_is_week(before) and not other_week) or any_part or (_is_one_of(after, before) and not _suits(terms, place))


def _suits(terms: Sequence[Term], place: int) -> bool:
    """ "Weekdays but Friday works best", but not "weekdays but Friday please"."""
    told, end = term_at(terms, place + 2), term_at(terms, place + 3)
    return told.word in ("is", "would") or (told.kind == "CUE" and told.value == "want" and end is not NOTHING)


def _is_one_of(one: Term, several: Term) -> bool:
    """ "Any weekday but Wednesday", but not "weekdays but Saturday if need be"."""
    workdays = several.kind == "DAY" and any(days.every and days.grain == "interval" for days in several.value.days)
    return workdays and all(days.first.weekday() <= FRIDAY for days in one.value.days)


def _is_week(term: Term) -> bool:
    return term.kind == "DAY" and any(days.grain == "week" for days in term.value.days)


def _goes_on(mood: str, terms: Sequence[Term], place: int) -> bool:
    """Whether a comma leaves the mood as it is."""
    if "past" in mood:
        return _is_result(terms, place) or _is_logged(terms, place)
    return mood in ("not", "else") and _list_goes_on(terms, place)


def _is_logged(terms: Sequence[Term], place: int) -> bool:
    """ "Ran 10 Sunday, 8 Tuesday"."""
    miles, day = term_at(terms, place + 1), term_at(terms, place + 2)
    bare = miles.kind == "TIME" and isinstance(miles.value.time, Clock) and not miles.value.time.exact
    return bare and not miles.value.time.half and day.kind == "DAY" and day.glued is False


def _is_result(terms: Sequence[Term], place: int) -> bool:
    """ "Did London in April, 3:48"."""
    said = term_at(terms, place + 1)
    clock = said.value.time if said.kind == "TIME" else None
    return isinstance(clock, Clock) and clock.exact and not clock.half and term_at(terms, place + 2).kind != "DAY"


def _list_goes_on(terms: Sequence[Term], place: int) -> bool:
    """Whether a comma stands in a list: "not Monday, Tuesday or Friday", "I train Monday, Wednesday and Friday"."""
    first, joint, second = (term_at(terms, place + near) for near in (1, 2, 3))
    return first.kind == second.kind == "DAY" and joint.word in ("or", "and", ",")


def _moved(mood: str, terms: Sequence[Term], place: int, moving: bool) -> str:
    """Whose time comes next: that of the appointment there is, or the new one."""
    term = terms[place]
    own = term.word == "my" and _is_appointment(terms, place)
    if mood not in BEHIND and (own or (term.word == "from" and moving)):
        return "from"
    if mood == "from" and term.word in ("with", "become", "be") and _is_exchanged(terms, place + 1):
        return "want"  # "swap Thursday with Friday", "can my noon be a 3"
    if mood == "from" and term.word in ONWARD and (term.word not in ("for", "4") or _leads_on(terms, place)):
        return "want"
    return mood


def _is_exchanged(terms: Sequence[Term], place: int) -> bool:
    return term_at(terms, place + (term_at(terms, place).word == "a")).kind in TIMES


def _is_appointment(terms: Sequence[Term], place: int) -> bool:
    """ "My 3pm Thursday", but not "my Sunday run"."""
    named, what = term_at(terms, place + 1), term_at(terms, place + 2)
    if named.kind == "TIME" and isinstance(named.value.time, Window) and what.kind != "CUE":
        return False  # "my night with the kids"
    return named.kind in TIMES and not _is_race(named) and what.kind not in ("RACE", "RUN", "DISTANCE")


def _leads_on(terms: Sequence[Term], place: int) -> bool:
    """Whether "for" leads to the new time: "reschedule for Friday", "swap Thursday for Friday"."""
    return terms[place - 1].kind == "CUE" or any(term.kind in TIMES for term in terms[max(place - 3, 0) : place])
