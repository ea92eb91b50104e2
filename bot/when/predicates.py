"""What the words behind a time say of it: "doesn't work", "is a nightmare", "has to move", "Sunday's race"."""

from collections.abc import Sequence
from itertools import dropwhile

from bot.when.clauses import BREAKS, COPULAS, LINKS, REACH
from bot.when.clock import same
from bot.when.moods import TIMES, is_reckoned
from bot.when.phrases import NOTHING, Term, term_at

NEGATIVES = frozenset("doesnt dont wont isnt arent no nope nah cant not wouldnt clashes clash conflicts".split())
NOW = frozenset({"anymore", "more", "longer"})
UNFIT = frozenset("busy out bad full".split())
UNFIT_IF_SAID_TO_BE = frozenset(
    """gone impossible tricky awkward difficult hard taken packed rammed hectic manic mad mental crazy rubbish
    terrible hopeless chaos chocka hell useless excluded blocked""".split()
)  # "Thursday is tricky", "Wednesday is a no go"
DEGREES = frozenset("fully totally completely really very pretty quite just probably definitely always usually".split())
SAYING = COPULAS | DEGREES  # between a time and what is said of it
NUISANCES = frozenset("no nightmare problem pain non struggle squeeze".split())  # "... is a nightmare"
MORE_THAN = frozenset("matter mind bother know need want help hurt sooner earlier later before until till".split())
ONE_DAY = frozenset(("", *"the one only day time that which i we".split()))  # "is the one day that can't"
NO_HOPE = frozenset("chance way".split())
VISITS = frozenset("appt appointment slot visit".split())
MADE_ANEW = frozenset("make making be become".split())
AGREED = frozenset("planned booked arranged agreed scheduled before".split())  # "not Friday as planned"
CALLED_OFF = frozenset("cancelled canceled rescheduled rearranged postponed scrapped".split())
OURS = frozenset({"me", "mine", "us", "ours"})
NONE_OF = frozenset("good use go way chance can do longer thanks thank , . ! ? ; but".split())


def _may_be_past(term: Term) -> bool:
    return term.kind == "DAY" and any(days.back for days in term.value.days)


def said_after(terms: Sequence[Term], place: int) -> str:
    """What the words behind a time make of it: "Thursday doesn't work", "Sunday's race", "on Sunday I ran"."""
    following = _following(terms, place)
    last = last_listed(terms, place)
    if _is_denied(following if last == place else _following(terms, last), _is_said_to_be(terms, last)):
        if any(term.word in NOW for term in following):
            return "from"  # "the 16th doesn't work anymore"
        return "" if term_at(terms, place - 1).word == "if" else "not"  # "if Friday is full, Monday"
    first = following[0]
    if _is_the_one_that_fails(terms, place):
        return "not"
    linked = next(term for term in following if term.word not in LINKS and not _is_activity(term))
    if linked.kind == "CUE" and linked.value == "sore" and _may_be_past(terms[place]):
        return "past"  # "today it's worse"
    if linked.kind == "CUE" and linked.value in ("past", "onset", "had"):
        return "past"
    if _becomes(following) or (first.word == "as" and following[1].word in AGREED):
        return "from"
    told = following[first.value == "want"]  # "the 6pm session can go in the bin"
    if (told.kind == "CUE" and told.value == "from") or first.word in CALLED_OFF:
        return "from"  # "Sat at 11 has to move"
    if terms[place].owns and first.word in VISITS and MADE_ANEW & {term.word for term in following}:
        return "from"  # "Thursday's appt, mind making it Tuesday?"
    if _is_ours(*following[:2]) and _is_said_to_be(terms, place):
        return "from"
    if linked.kind == "CUE" and linked.value == "not" and first != linked:
        return "not"  # "Tuesday I can't"
    return "race" if linked.kind == "RACE" or first.kind == "DISTANCE" or is_reckoned(linked) else ""


def _is_ours(first: Term, second: Term) -> bool:
    """ "Monday's me", "the 4th at 2 is mine", but not "Monday is me day off"."""
    return (first.word in OURS or first.value == "mine") and (second is NOTHING or second.word in BREAKS)


def _becomes(following: Sequence[Term]) -> bool:
    """ "Can Thursday 2pm become 3pm", "Thursday booking -> Friday", "Thursday to Friday, same time"."""
    first, second = following[:2]
    if first.word in VISITS or first.value == "want":
        return second.word in ("->", "to") and following[2].kind in TIMES
    keeps = first.word == "to" and any(term.kind == "TIME" and term.value.again is same for term in following)
    return (keeps or first.word in ("be", "become", "->")) and second.kind in TIMES


def _is_the_one_that_fails(terms: Sequence[Term], place: int) -> bool:
    """ "Tuesday is the one day I can't"."""
    if term_at(terms, place + 1).word != "is":
        return False
    told = terms[place + 2 : place + 1 + REACH]
    refused = next((near for near, term in enumerate(told) if term.kind == "CUE" and term.value == "not"), 0)
    return refused > 0 and {term.word for term in told[:refused]} <= ONE_DAY


def _following(terms: Sequence[Term], place: int) -> list[Term]:
    following = terms[place + 1 : place + 1 + REACH]
    return [*dropwhile(lambda term: term.kind == "TIME" or term.word in SAYING, following), NOTHING, NOTHING, NOTHING]


def last_listed(terms: Sequence[Term], place: int) -> int:
    """Where a list ends whose times share what is said of them: "tomorrow and Wednesday are out"."""
    end = place + 2 * REACH
    while place < end and term_at(terms, place + 1).word == "and" and term_at(terms, place + 2).kind in TIMES:
        place += 2
    return place


def _is_said_to_be(terms: Sequence[Term], place: int) -> bool:
    """Whether a copula stands behind a time: "Thursday is ...", "Thursday's ...", "Thursday morning's ..."."""
    after = term_at(terms, place + 1)
    return terms[place].owns or after.word in COPULAS or (after.kind == "TIME" and _is_said_to_be(terms, place + 1))


def _is_denied(following: Sequence[Term], is_it: bool) -> bool:
    """Whether what is said of a time refuses it: it fails to suit, or is said to be unfit."""
    first, second = following[:2]
    if first.word == "?":
        return _is_answered_no(*following[1:3])
    if first.value == "unfit":
        return is_it
    if first.word == "no":
        return second is NOTHING or second.word in NONE_OF
    if first.word in NEGATIVES or (first.kind == "CUE" and first.value == "not"):
        return not _is_narrower(following[1:3]) and second.word not in MORE_THAN
    if first.word == "a":
        return is_it and (bool(NUISANCES & {second.word, following[2].word}) or second.value == "not")
    return first.word in UNFIT or (is_it and first.word in UNFIT_IF_SAID_TO_BE)


def _is_answered_no(first: Term, second: Term) -> bool:
    """ "Wednesday? Can't, I'm away", "afternoons? No chance"."""
    alone = second is NOTHING or second.word in (",", ".", "!")
    return (first.kind == "CUE" and first.value == "not" and alone) or (first.word == "no" and second.word in NO_HOPE)


def _is_narrower(rest: Sequence[Term]) -> bool:
    """ "Saturday but not the 9am": what is refused comes behind."""
    return any(term.kind in TIMES for term in rest[: 1 + (rest[0].word in ("the", "at", "on", "before", "after"))])


def _is_activity(term: Term) -> bool:
    """ "Saturday's long run was awful", "Sunday's 12 miler was hard"."""
    return term.kind in ("NOISE", "DISTANCE") or (term.kind == "CUE" and term.value in ("else", "mine", "in"))
