"""How words are meant: denied, supposed, past, over, about somebody else, or simply so. Pure; linear in the text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.words.cues import CUES, DENIALS, FIND, ME, SUBJECTS, THEM
from bot.words.denied import denied, ends_denial
from bot.words.others import others
from bot.words.past import clause_start, past
from bot.words.phrases import Found
from bot.words.reach import REACH, Cues, back, onward, sentence
from bot.words.speech import Word
from bot.words.winded import breathed

FEW = 5  # words that talk in general covers
YES = {"yes", "yeah", "yep", "aye"}
NOW = {"now", "today"}
CONFIRMS = {"one", "fracture", "break", "tear", "crack", "clot", "hairline", "rupture"}
ASKS = {"would", "wouldnt", "could", "can", "will", "should"}  # where an if turns to its question
IF = {"if", "case"}
WHAT_IF = (["what", "if"], ["what", "happens"])
WHAT = {"what", "how"}  # what happens then, what time do you close
AHEAD = {"i", "we", "get", "faint", "collapse", "pass"}  # what if I do
MORE = {"more", "worse", "another", "these", "my"}
THIS = {"that", "this", "it", "these", "those"}
IFS = {"supposed", "if_it_were", "supposed_of_others", "in_general", "asked"}
LIKE = {"i", "im", "id", "ive", "someone", "somebody", "something"}  # as if …


@dataclass(frozen=True)
class Meaning:
    """How the words of a text are meant, by their index."""

    void: frozenset[int]  # denied, asked in general, feared, an if, news, an old story about somebody else
    other: frozenset[int]  # about somebody the booking is not for
    over: frozenset[int]  # gone by now
    weeks: Mapping[int, float]  # how long ago, where it is past


def meaning(said: Sequence[Word], spent: Collection[int] = ()) -> Meaning:
    """Work out how the words of a text are meant. A "no" that is `spent` is a symptom itself, as in "no feeling"."""
    cues: dict[str, list[Found]] = {name: [] for name in CUES}
    for found in FIND.find([word.text for word in said]):
        cues[found.name].append(found)
    covered = {index for cue in cues["no_denial"] for index in range(cue.first, cue.end)}
    covered |= set(spent)
    for name in ("denial", "over"):  # the "no" of "no idea", the "gone down" of "hasn't gone down"
        cues[name] = [cue for cue in cues[name] if cue.first not in covered]
    told, other = others(said, cues)
    return Meaning(
        void=told.union(denied(said, cues), unreal(said, cues)),
        other=other,
        over=frozenset(gone(said, cues)),
        weeks=past(said, cues),
    )


def unreal(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """What if it swells; is it a reason not to come; read of a man who fainted; feared a break, the scan was fine."""
    cues = {name: [cue for cue in found if not came_true(said, cue, cues)] for name, found in cues.items()}
    for cue in cues["supposed"]:
        yield from onward(said, cue.end)
    for cue in cues["news"]:  # the last word of "a guy collapsed" is the news
        yield from takewhile(lambda index: said[index].text not in SUBJECTS & ME, onward(said, cue.end - 1))
    for cue in (*cues["in_general"], *cues["inquired"]):
        if not answered(said, cue, cues):
            few = range(cue.end, min(cue.end + FEW, len(said)))
            yield from takewhile(lambda index: said[index].text not in ME and not said[index].before, few)
    for cue in cues["supposed_of_others"]:
        yield from takewhile(lambda index: said[index].text not in ME | THEM | NOW, onward(said, cue.first))
    for cue in cues["imagined"]:
        yield from imagined(said, cue.end)
    for cue in cues["asked"]:
        yield from onward(said, cue.first)
    for cue in cues["in_jest"]:
        if (said[cue.first].before or said[cue.first - 1].text not in DENIALS) and not of_another(said, cue.end):
            yield from back(said, cue.first)
    for cue in cues["aghast"]:
        yield from range(asked_before(said, clause_start(said, cue.first)), cue.first)
    for cue in cues["from_the_news"]:
        yield from takewhile(lambda index: said[index].text not in ME, back(said, cue.first))
    yield from breathed(said, cues)
    yield from conditional(said, cues)
    for cue in cues["if_it_were"]:
        if asks_what_would_be(said, cue, cues):
            yield from onward(said, cue.first)
    for cue in cues["cleared"]:
        before = set() if confirmed(said, cue.end) else set(back(said, cue.first))
        yield from (index for fear in cues["feared"] if fear.first in before for index in range(fear.first, cue.end))


def answered(said: Sequence[Word], asked: Found, cues: Cues) -> bool:
    """You ask about fits: yes; they ask if it's numb, it is. What stands in general, or is asked, is then so."""
    soon = range(asked.end, asked.end + REACH)
    return any(
        cue.first in soon and (said[cue.first].before or said[cue.first].text in YES) for cue in cues["answered"]
    )


def confirmed(said: Sequence[Word], end: int) -> bool:
    """The scan shows just a small fracture. Is what was feared named again, as no more than a small one?"""
    return any(word.text in CONFIRMS for word in said[end : end + FEW])


def of_another(said: Sequence[Word], end: int) -> bool:
    """Chest pain; I'm joking about the price. Is it something else that is joked about?"""
    about = [word.text for word in said[end : end + 2]]
    return about[:1] == ["about"] and not THIS.intersection(about)


def asked_before(said: Sequence[Word], first: int) -> int:
    """Chest pain? Only when I see your prices. Where the question begins that a clause with "only" answers."""
    return clause_start(said, first - 1) if first and said[first].text == "only" else first


def imagined(said: Sequence[Word], first: int) -> Iterator[int]:
    """Suppose a client faints: what is so only in a story, as far as "and I", and nothing if it happens now."""
    if not any(said[index].text in NOW for index in onward(said, first)):
        yield from takewhile(lambda index: not ends_denial(said, index, first), onward(said, first))


def conditional(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """If my chest hurt I'd be in hospital: what lies between."""
    for then in cues["would_do"]:
        before = set(back(said, then.first))
        yield from (
            index for doubt in cues["unlikely"] if doubt.first in before for index in range(doubt.first, then.first)
        )


def came_true(said: Sequence[Word], doubt: Found, cues: Cues) -> bool:
    """If I fainted on Sunday, would you see me? Such an if has happened: it comes with a time, or a place.

    "What if I faint at work" has not: a place tells nothing there. "As if someone stabs me" tells how it feels.
    """
    if likened(said, doubt.first):
        return True
    if_so = [word.text for word in said[doubt.first : doubt.end]]
    when_i = if_so[-1] == "when" and bool(ME.intersection(word.text for word in said[doubt.end : doubt.end + 1]))
    if doubt.name not in IFS or not (when_i or IF.intersection(if_so)):
        return False
    told = set(takewhile(lambda index: said[index].text not in ASKS, onward(said, doubt.end)))
    there = () if lies_ahead(said, doubt, told, cues) else cues["happened_there"]
    already = not sentence(said, doubt.end).isdisjoint(cue.first for cue in cues["so_already"])
    return already or any(cue.first in told for cue in (*cues["happened"], *there))


def likened(said: Sequence[Word], doubt: int) -> bool:
    """It feels as if I had run into a door. But "the same as if I fainted" supposes it."""
    like = [word.text for word in said[max(doubt - 2, 0) : doubt + 2]]
    return like[-3:-1] == ["as", "if"] and like[-1] in LIKE and like[0] != "same"


def lies_ahead(said: Sequence[Word], doubt: Found, told: Collection[int], cues: Cues) -> bool:
    """What if I faint; but not "what if I get more chest pain", of which there is some already, nor "when I get it"."""
    asked = [word.text for word in said[doubt.first : doubt.first + 2]]
    it_is = [word.text for word in said[doubt.end : doubt.end + 2]]
    return (
        asked in WHAT_IF
        and said[doubt.end - 1].text != "when"
        and AHEAD.issuperset(it_is)
        and MORE.isdisjoint(said[index].text for index in told)
        and not repeated(said, doubt.end, cues)
    )


def repeated(said: Sequence[Word], first: int, cues: Cues) -> bool:
    """What if I faint at the gym like I did, happens a lot. Has it happened, as the rest of the sentence tells?"""
    rest = sentence(said, first)
    return any(
        cue.first in rest and WHAT.isdisjoint(word.text for word in said[max(cue.first - 2, first) : cue.first])
        for cue in cues["repeated"]
    )


def asks_what_would_be(said: Sequence[Word], doubt: Found, cues: Cues) -> bool:
    """If I broke a leg, would you refund me? But not in "not sure if I broke it"."""
    told = set(onward(said, doubt.first))
    return bool(said[doubt.first].before) and any(cue.first in told for cue in cues["would"])


def gone(said: Sequence[Word], cues: Cues) -> Iterator[int]:
    """Numb toes, fine now; got over the flu."""
    for cue in cues["over"]:
        if not any(0 <= again.first - cue.end < REACH for again in cues["relapsed"]):
            yield from back(said, cue.first)
    for cue in cues["got_over"]:
        yield from onward(said, cue.end)
