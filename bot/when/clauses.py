"""Whether the clause around a time speaks of a visit or of something else: a shift, a club night, the weather."""

from collections.abc import Sequence
from datetime import date
from itertools import dropwhile, takewhile

from bot.when.clock import Clock, Window
from bot.when.days import Piece
from bot.when.moods import NOT_PAST, SUBJECTS, TIMES, WISHING, is_verb
from bot.when.phrases import NOTHING, Term, term_at

STOPS = frozenset({".", "!", "?", ";", "otherwise"})
COPULAS = frozenset({"is", "are", "will", "would", "both"})
LINKS = frozenset("i ive have got im is it its my a the we doing running big has this from".split())
PREPOSITIONS = frozenset("at in on by during from every after".split())
FILLERS = frozenset("any time anytime maybe on at the even else sometime possibly that then".split())
VISITS = frozenset(
    """me us you u ya ye it in down up over round around about back there here and or so then but not only just maybe
    again
    done sorted seen fixed ok okay fine good grand great perfect lovely hi hiya hello hey yes yeah yep no sure please
    thanks thank owt anything something someone somebody anyone anybody one time date day days appt appts place spot
    room treatment tissue rub rubdown legs massages best better preferably later earlier early late first earliest
    latest is are be go going pop swing left open opens frees comes let know x lol cheers get got have has having
    this next it'll them him her evening morning afternoon both either all say like arrive meet start until after
    before from between""".split()
)  # what may stand before the time of a visit
BREAKS = STOPS | {",", "so", "but", "then", "though", "-", ":"}  # where a clause ends
REASONS = frozenset("for with if cos coz because as before after since".split())
TELLERS = frozenset(
    """the my our his her their i we he she they your whats is do does did will would am im
    sister brother mum mom mam dad wife husband hubby daughter son kids boss""".split()
)
VERBS = frozenset("is are was were has says say starts goes get got need".split())
GREETED = frozenset("! , all yall folks team guys ladies lads everyone there".split())
NEUTRAL = (
    VISITS
    | FILLERS
    | PREPOSITIONS
    | COPULAS
    | WISHING
    | SUBJECTS
    | frozenset(
        """about of town rush do grand ye yous yall ur pick whatever works work what whats which when whens that those
        when my your sure whole suppose guess course exactly either between around roughly lovely brilliant super
        ideal handy wide does doesnt dont wont cant not isnt arent off we make shall us how bout any ive id ill were
        also instead bot mate pal man dear sir madam love hun folks team guys kindly ta tho tbh haha if its still
        there please some im no same straight somewhere doors whatve show gotta wouldnt couldnt fix needs need hear
        rush later knee knees calf calves leg legs shin shins foot feet heel hip hips hamstring hamstrings hammy
        erm er err um umm uh hmm hm ah ahh oh ooh quad quads glute glutes ankle achilles left right back thigh thighs
        groin arch shoulder neck sports failing""".split()
    )
)  # what says nothing of whose time it is
SHORT_OF = frozenset("skint broke brassic swamped slammed grounded".split())  # of money or time: until a day
UNTIL = frozenset("until till til the".split())
TOLD = frozenset({"past", "had", "thanked", "else", "onset", "sore"})  # moods of what is no wish
ASKED = frozenset("can anything something owt".split())
CLAUSE = 12  # words read on either side of a time
REACH = 7  # words after a time that may still tell its role


def is_told(terms: Sequence[Term], place: int, piece: Piece, today: date) -> bool:
    """Whether something else than a visit has that time: "registration closes on the 30th", "Monday is my rest day"."""
    return (
        _is_foreign(terms, place, piece, today)
        or _is_at_night(terms, place, piece)
        or _is_named(terms, place)
        or _is_outdone(terms, place)
        or _is_greeting(terms, place, piece)
    )


def _is_foreign(terms: Sequence[Term], place: int, piece: Piece, today: date) -> bool:
    """Whether the clause speaks of something else: a stranger is its subject, or stands by itself before the time."""
    before, after = _clause(terms, place, -1), _clause(terms, place, 1)
    opens = (before or [NOTHING])[-1]
    if opens.word in SUBJECTS and any(days.every for days in piece.days):
        return True  # "I get it every Sunday"
    if next((term.word for term in before if term.word not in UNTIL), "") in SHORT_OF:
        return True
    strange = any(map(_is_strange, before))
    if not strange and not any(map(_is_strange, after)):
        return False
    if _is_of_another(before, after) and not (_is_asked(terms, place) or _is_day_and_hour(terms, place)):
        return True
    if not strange or any(term.word in ASKED for term in before):
        return False
    if any(map(_is_wish, takewhile(lambda term: term.word not in REASONS, after))):
        return False
    verb = _is_done(before) or any(term.word in VERBS for term in before)
    told = opens.word in TELLERS or verb or _is_its_own(before)
    return told or (_is_now(piece, today) and not _is_asked(terms, place))


def _is_of_another(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether a clause with words of its own wishes nothing, and tells of an ache, a race, a number, the past."""
    clause = (*before, *after)
    return any(map(_is_telling, clause)) and not any(map(_is_wish, clause))


def _is_day_and_hour(terms: Sequence[Term], place: int) -> bool:
    near = [term_at(terms, place + step) for step in (-2, -1, 0, 1, 2)]
    hour = any(term.kind == "TIME" and isinstance(term.value.time, Clock) for term in near)
    return hour and any(term.kind == "DAY" for term in near)


def _is_telling(term: Term) -> bool:
    return term.kind in ("NOISE", "MEASURE", "RACE", "DISTANCE", "RUN") or (term.kind == "CUE" and term.value in TOLD)


def _is_wish(term: Term) -> bool:
    return term.word == "open" or (term.kind == "CUE" and term.value == "want")


def _is_now(piece: Piece, today: date) -> bool:
    """ "Today", "this week": days that have begun are as often told of as wished."""
    return not isinstance(piece.time, Clock) and any(days.first <= today for days in piece.days)


def _is_asked(terms: Sequence[Term], place: int) -> bool:
    near = (term_at(terms, place + ahead).word for ahead in range(1, CLAUSE))
    return next((word for word in near if word in STOPS), "") == "?"


def _is_its_own(before: Sequence[Term]) -> bool:
    """ "Match on Saturday at 2", but not "with Anna on Saturday at 2"."""
    on, what, by = (*before[:3], NOTHING, NOTHING, NOTHING)[:3]
    foreign = _is_strange(what) and by.word not in ("with", "see", "for", "to")
    return foreign and on.word in ("on", "at", "by", "is", "are")


def _clause(terms: Sequence[Term], place: int, step: int) -> list[Term]:
    """The terms before or after a time up to the end of its clause, the nearest first."""
    near = terms[place + 1 : place + CLAUSE] if step > 0 else terms[max(place - CLAUSE + 1, 0) : place][::-1]
    return list(takewhile(lambda term: term.word not in BREAKS, near))


def _is_done(before: Sequence[Term]) -> bool:
    """ "Deploying in March", "getting married in March"."""
    verb = next((term for term in before if term.word not in PREPOSITIONS), NOTHING)
    return verb.word.endswith(("ing", "ed")) and verb.word not in NOT_PAST and _is_strange(verb)


def _is_strange(term: Term) -> bool:
    return term.kind == "" and term.word.isalpha() and term.word not in NEUTRAL


def _is_greeting(terms: Sequence[Term], place: int, piece: Piece) -> bool:
    """ "Morning!", "evening all", "afternoon 👋", "morning Anna"."""
    if place:
        return False
    part = not piece.days and isinstance(piece.time, Window) and bool(piece.time.part)
    goes_on = term_at(terms, 2).kind in TIMES  # "mornings, not before 9"
    after = term_at(terms, 1)
    someone = _is_strange(after) and term_at(terms, 2).word in ("", *STOPS, ",")
    greeted = someone or not after.word.isascii() or after.word in GREETED
    return part and greeted and not goes_on


def _is_named(terms: Sequence[Term], place: int) -> bool:
    """ "Saturday is parkrun day", "in the mornings mainly", "after work it's like concrete"."""
    after = term_at(terms, place + 1)
    part = terms[place].kind == "TIME" and isinstance(terms[place].value.time, Window)
    named = after.word in ("is", "are") and _is_elsewhere(terms, place + 2)
    does = after.word in SUBJECTS and is_verb(term_at(terms, place + 2))  # "half six to seven I walk the dog"
    with_others = after.word in ("im", "hes", "shes") and term_at(terms, place + 2).word in ("with", "at")
    busy = after.word == "im" or (after.kind == "CUE" and after.value in ("mine", "in"))  # "Thursday I'm working"
    told = busy and any(term.kind == "CUE" and term.value == "else" for term in _clause(terms, place, 1))
    does = does or told or _is_general_question(terms, place) or with_others or _names_a_run(terms, place)
    does = does or (term_at(terms, place - 1).word == "is" and term_at(terms, place - 2).kind == "DAY")
    return named or does or after.word in ("mainly", "mostly") or (part and after.word in ("it", "its"))


def _is_elsewhere(terms: Sequence[Term], place: int) -> bool:
    """ "... my parkrun", "... the club night"."""
    what = next((term for term in terms[place : place + 3] if term.word not in LINKS), NOTHING)
    return what.kind == "RUN" or (what.kind == "CUE" and what.value == "else")


def _is_outdone(terms: Sequence[Term], place: int) -> bool:
    """ "January would be better, Christmas is bedlam"."""
    told = term_at(terms, place + 1).word in ("is", "are") and _is_strange(term_at(terms, place + 2))
    return told and any(term.word == "better" for term in terms[max(place - CLAUSE, 0) : place])


def _is_general_question(terms: Sequence[Term], place: int) -> bool:
    """ "Are weekends extra?"."""
    opens = term_at(terms, place - 2)
    return term_at(terms, place - 1).word == "are" and (opens is NOTHING or opens.word in STOPS)


def _names_a_run(terms: Sequence[Term], place: int) -> bool:
    """ "Tuesday night track is what sets it off", "Friday's run"."""
    named, end = [*dropwhile(lambda term: term.kind in TIMES, terms[place : place + 5]), NOTHING, NOTHING][:2]
    if end.word == "?":
        return False  # "Friday at 5 work?"
    named_well = terms[place].owns or term_at(terms, place + 1).kind in TIMES
    return named.kind == "RUN" or (named_well and named.kind == "CUE" and named.value == "else")


def _is_at_night(terms: Sequence[Term], place: int, piece: Piece) -> bool:
    """ "In the night", of no day: nobody comes then."""
    if piece.days or piece.race or not isinstance(piece.time, Window) or piece.time.part != "night":
        return False
    return all(term_at(terms, place + near).kind != "DAY" for near in (-1, 1, 2))
