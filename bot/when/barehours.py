"""Bare numbers that are hours: those that stand beside a day or another hour, or answer the question."""

from collections.abc import Sequence
from dataclasses import replace

from bot.when.clock import Window
from bot.when.days import Piece, day_of_month
from bot.when.hourphrases import COUNTS
from bot.when.noise import SCORE
from bot.when.phrases import NOTHING, Term, term_at
from bot.when.points import hour
from bot.when.values import Frame

NOON = 12
MOVED = frozenset("it me mine us that this".split())
SENT = frozenset(
    """move moving push shift switch swap change bump reschedule rearrange rebook postpone slide nudge""".split()
)
NO_HOUR_AFTER = frozenset(
    """the those these option number all my both of only with other have got than a an im am no about around has had
    like its was is""".split()
)
OR = ("or", "/")
BESIDES = (*OR, ",", "(", "to")
HEDGES = frozenset(
    """say maybe like even perhaps possibly probably lets sorry no wait i mean meant actually but not failing
    that ideally preferably otherwise""".split()
)
EXCEPT = frozenset(
    "except not bar do make manage say rather prefer be need want try".split()
)  # "any time except 10", "could do 9 or 10"
ENDS = frozenset(", . ! ? ; or and because cos coz cause when".split())
OPENS = frozenset(("", *", . ! ? or and but so then maybe would could is does will can either".split()))
BACK = frozenset("back forward down up over it one later earlier".split())  # "could it go later to 5"
SO = frozenset("or so then say like".split())
STOPS = frozenset(", - . ! ? … :".split())
PUT_FORWARD = frozenset("say maybe perhaps instead then".split())
SUITS = frozenset(
    """say maybe perhaps would works work suits suit be possible please pls plz ok okay fine good great is do if gone
    taken free open""".split()
)
PLEASE = frozenset({"please", "pls", "plz"})
AGAIN = HEDGES | {*BESIDES, "now", "and"}  # before a second score
EXCHANGED = (("instead", "of"), ("rather", "than"), ("for", "a"), ("for", "an"))
UNFIT = tuple((how, what) for how, whats in (("too", "early late"), ("no", "good use")) for what in whats.split())
SETTLED = {
    *((word, "for") for word in ("down", "in", "me", "us", "go", "settle", "you", "there")),
    *((word, "with") for word in ("go", "going", "stick", "do")),
}  # "put me down for 3", "let's go with 3"
EITHER = frozenset("either both each any whichever".split())  # "6 on either"
QUOTES = frozenset('"*~')
BETTER = frozenset("better best perfect ideal easier suits".split())
CALLED = frozenset("slot appointment appt".split())  # "the 4 slot"
HOUR_BEFORE = frozenset((*",.?!);:-", "->")) | frozenset(
    """or and to on please pls plz thanks thank ta is would works work if at but then suits sounds in the that this ish
    i cheers ok good fine x instead maybe perhaps ideally say sharp prompt exactly for with my if when forward
    onto into become be""".split()
)
ANSWERED = (
    HOUR_BEFORE
    | BETTER
    | CALLED
    | frozenset(
        """both either eastern et est it will wont not otherwise preferably cos because coz cause since so unless could
        should might may be seems looks feels sounds fits and as than cant whatever whichever""".split()
    )
)  # behind an hour that answers the question


def licensed(terms: Sequence[Term], frame: Frame) -> list[Term]:
    """Make hours of the bare numbers that can be nothing else."""
    read = list(terms)
    timed = any(term.kind in ("DAY", "TIME") for term in terms) and not _counts(terms)
    lasted = {term.value[0] for term in terms if term.kind == "SPAN"}  # "12 hours Sunday, 12 Monday"
    for place, term in enumerate(read):
        if frame.asked == "day" and (day := _lone_day(read, place, frame)):
            read[place] = replace(term, kind="DAY", word="", value=day)
            continue
        none = term.kind != "N" or term.value in lasted or _is_letter(read, place) or _is_score(read, place, frame)
        found = None if none else hour(term)
        if found and (
            _is_hour(read, place, frame)
            or ((timed or frame.asked == "time") and term.word != "one" and _is_fit(read, place))
            or _is_judged(read, place)
            or (frame.asked not in COUNTS and _is_said_anew(read, place))
        ):
            time = Window(after=found) if _is_onward(read, place) else found
            read[place] = replace(term, kind="TIME", word="", value=Piece(time=time))
    return read


def _is_onward(terms: Sequence[Term], place: int) -> bool:
    """ "Off at 5, so 5 on"."""
    return term_at(terms, place + 1).word == "on" and _is_end(term_at(terms, place + 2))


def _is_letter(terms: Sequence[Term], place: int) -> bool:
    """ "Reschedule 2 Friday", "swap it 4 Friday": to and for."""
    number, before = terms[place], terms[max(place - 2, 0) : place]
    verb = next((term for term in reversed(before) if term.word not in MOVED), NOTHING)
    return number.word in ("2", "4") and verb.word in SENT and _leads_to_day(terms, place)


def _is_score(terms: Sequence[Term], place: int, frame: Frame) -> bool:
    """ "8 out of 10 on Sunday, 5 today", but not "5 today please"."""
    day, after = term_at(terms, place + 1), term_at(terms, place + 2)
    asked = after.word == "," and term_at(terms, place + 3).word in PLEASE and _is_end(term_at(terms, place + 4))
    if asked or after.word in SUITS:
        return False
    begun = day.kind == "DAY" and any(days.first <= frame.today for days in day.value.days)
    told = begun and term_at(terms, place - 1).word in AGAIN
    return told and any(term.value == SCORE for term in terms[:place])


def _counts(terms: Sequence[Term]) -> bool:
    """ "How many days before a race, 3? 4?"."""
    how = next((place for place, term in enumerate(terms) if term.word == "how"), len(terms))
    return term_at(terms, how + 1).word in ("many", "long", "often")


def _lone_day(terms: Sequence[Term], place: int, frame: Frame) -> Piece | None:
    """ "27", to who asks for a day."""
    number, after = terms[place], term_at(terms, place + 1)
    alone = place == 0 and (after is NOTHING or after.kind == "TIME" or after.word in HOUR_BEFORE)
    found = number.kind == "N" and number.value > NOON and len(number.word) == 2 and alone
    day = day_of_month(frame, number.value) if found else None
    return Piece((day,)) if day else None


def _is_hour(terms: Sequence[Term], place: int, frame: Frame) -> bool:
    first = _hedged(terms, place)
    earlier, before, after = term_at(terms, first - 2), term_at(terms, first - 1), term_at(terms, place + 1)
    if (_leads_to_day(terms, place) and term_at(terms, place).word != "one") or _is_listed(terms, place):
        fine = {"about", "around", "my", *(("is", "than") if after.word == "on" else ())}
        fine |= {"of"} if earlier.word == "instead" else {"have"} if _is_asked_for(terms, first) else set()
        fine |= {"a", "an"} if earlier.word in ("there", "or") else set()
        fine |= {"the"} if earlier.word in ("than", "of", "from") else set()  # "rather than the 3 on Saturday"
        return before.word not in NO_HOUR_AFTER - fine
    answered = frame.asked == "time" and _is_answer(terms, place)
    slashed = after.word == "/" and frame.asked in ("day", "time")
    behind = after is NOTHING or after.kind == "TIME" or after.word in HOUR_BEFORE
    if not (behind or slashed or _is_mark(after)) or answered:
        return answered
    several = before.kind == "DAY" and any(days.every for days in before.value.days)
    owned = before.owns and not (before.kind == "DAY" and all(days.only_ahead for days in before.value.days))
    if owned or (several and not frame.asked) or (before.kind in ("DAY", "TIME") and terms[place].word == "one"):
        return False  # "since Sunday's 20", "after Sundays 18", "my Thursday one"
    beside = before.kind in ("DAY", "TIME") or (before.word in BESIDES and earlier.kind in ("DAY", "TIME"))
    beside = beside or (before.word == after.word == "." and earlier.kind == "DAY")  # "Tomorrow. 3. Please."
    asked = frame.asked in ("day", "time") and terms[place].word != "one"  # "the little one"
    return beside or (asked and before.kind != "NOISE" and before.word not in NO_HOUR_AFTER)


def _is_asked_for(terms: Sequence[Term], place: int) -> bool:
    """ "Could I have 9 on Friday?", but not "I have 9 on Friday"."""
    return term_at(terms, place - 3).word in ("can", "could", "may")


def _is_mark(term: Term) -> bool:
    """A smile, a thumb or a quotation mark: "5 👍"."""
    return term.word in QUOTES or not (term.kind or term.word.isalnum() or term.word.isascii())


def _is_answer(terms: Sequence[Term], place: int) -> bool:
    """Whether it is all there is to answer a question: "5 not 4", "two will do", "the 4 slot", "is 6 ok", "one"."""
    one, before, after = terms[place], term_at(terms, place - 1), term_at(terms, place + 1)
    if one.word == "one":
        lone = _is_end(after) or after.word in ("please", "pls") or _is_choice(terms, place + 1)
        return lone and (before is NOTHING or before.word == "either")
    called = before.word == "the" and after.word in CALLED
    asks = before.word == "is" and (after.word in SUITS or _is_any_use(terms, place + 1))
    fits = one.owns or after.word in ANSWERED or after is NOTHING
    return called or asks or (fits and before.kind != "NOISE" and before.word not in NO_HOUR_AFTER)


def _is_end(term: Term) -> bool:
    return term is NOTHING or term.word in STOPS


def _is_choice(terms: Sequence[Term], place: int) -> bool:
    """ "One or two", and no more is said."""
    return terms[place].word in OR and term_at(terms, place + 1).kind == "N" and _is_end(term_at(terms, place + 2))


def _is_fit(terms: Sequence[Term], place: int) -> bool:
    """Where a day or hour is told: "any time except 10", "11 would be lovely", "would 12 be possible?"."""
    before, after = term_at(terms, place - 1), term_at(terms, place + 1)
    ends = after is NOTHING or after.word in ENDS or after.word == "instead" or after.kind in ("NOISE", "DAY")
    ends = ends or _is_onward(terms, place) or (after.word, term_at(terms, place + 2).word) == ("with", "you")
    excepts = before.word in EXCEPT or (before.kind == "CUE" and before.value == "not")
    back = before.word == "to" and term_at(terms, place - 2).word in BACK
    listed = before.word in OPENS and after.word == "or" and term_at(terms, place + 2).kind in ("N", "TIME")
    better = after.word in BETTER and before.word not in NO_HOUR_AFTER
    alone = listed or better or (before.word in STOPS and _is_put(terms, place + 1))
    becomes = "into" in (before.word, term_at(terms, place - 2).word) or before.word in ("becomes", "become")
    becomes = becomes or (before.word == "a" and term_at(terms, place - 2).word in ("be", "become", "into"))
    booked = (term_at(terms, place - 2).word, before.word) in SETTLED
    suits = (excepts or booked or back or becomes or before.word in SO) and ends
    suits = suits or alone or (before.word in OPENS and (after.word in SUITS or _is_any_use(terms, place + 1)))
    each = (term_at(terms, place - 2).word, before.word) == ("make", "that")
    each = each or (before.word, after.word) == ("and", "for")  # "9 for her and 10 for me"
    each = each or (after.word == "on" and term_at(terms, place + 2).word in EITHER)
    return (suits or each) and terms[place].word != "one"


def _is_any_use(terms: Sequence[Term], place: int) -> bool:
    """ "Is 10 any good?"."""
    return term_at(terms, place).word == "any" and term_at(terms, place + 1).word in ("good", "use", "better")


def _is_put(terms: Sequence[Term], place: int) -> bool:
    """ "11?", "11, say?", "11 instead?": put forward, and no more is said."""
    after = term_at(terms, place)
    say = after.word == "," and term_at(terms, place + 1).word in PUT_FORWARD
    return after.word == "?" or say or after.word in PUT_FORWARD


def _is_judged(terms: Sequence[Term], place: int) -> bool:
    """ "3 is too late", "8 is no use to me"; "7 rather than 6"."""
    told = place + 1 + (term_at(terms, place + 1).word == "is")
    if term_at(terms, place - 1).word not in NO_HOUR_AFTER - {"no"} and (terms[place].owns or told > place + 1):
        return (term_at(terms, told).word, term_at(terms, told + 1).word) in UNFIT
    return _is_exchange(terms, place + 1, place + 3) or _is_exchange(terms, place - 2, place - 3)


def _is_said_anew(terms: Sequence[Term], place: int) -> bool:
    """ "I said 6, not 5"."""
    other = place + 1 + (term_at(terms, place + 1).word == ",")
    return (
        term_at(terms, place - 1).word == "said"
        and term_at(terms, other).word == "not"
        and term_at(terms, other + 1).kind == "N"
    )


def _is_exchange(terms: Sequence[Term], place: int, other: int) -> bool:
    """Whether one hour is taken for another: "instead of", "rather than"."""
    words = (term_at(terms, place).word, term_at(terms, place + 1).word)
    return words in EXCHANGED and term_at(terms, other).kind in ("N", "TIME")


def _hedged(terms: Sequence[Term], place: int) -> int:
    """Where "let's say 3" or "maybe 3" begins."""
    while (word := term_at(terms, place - 1).word) in HEDGES or (
        word == "," and term_at(terms, place - 2).word in HEDGES | {"or"}
    ):
        place -= 1
    return place


def _leads_to_day(terms: Sequence[Term], place: int) -> bool:
    """ "5 Thursday" and "5 on Thursday"."""
    day = term_at(terms, place + 1 + (term_at(terms, place + 1).word == "on"))
    return day.kind == "DAY" and (not day.value.race or day.value.said)


def _is_listed(terms: Sequence[Term], place: int) -> bool:
    """ "4 or 5 on Thursday", "a 4 or a 5 on Thursday", "4 or 5pm" and "9 or after 4"."""
    other = place + 2 + (term_at(terms, place + 2).word in ("a", "an"))
    second = term_at(terms, other)
    told = second.kind == "TIME" and not (isinstance(second.value.time, Window) and second.value.time.part)
    return term_at(terms, place + 1).word in OR and (told or (second.kind == "N" and _leads_to_day(terms, other)))
