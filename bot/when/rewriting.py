"""Phrases found in a message: each becomes the one term that it means. The longest wins, of two the one written first.

A term goes by one name: its kind or, of a plain word or mark, the word itself. A grammar is a tree of such names, along
which a message is read word by word, whatever the number of its phrases: reading is linear in the words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from bot.when.phrases import NOTHING, Element, Rule, Rules, Term
from bot.when.values import Frame
from bot.when.words import kind_of

Places = frozenset[tuple[int, int]]  # rules by their number, and the element of each that comes next


class Grammar(NamedTuple):
    """Where one is in some phrases: those that may end here, and where each next name leads."""

    ended: Sequence[Rule]
    after: Mapping[str, "Grammar"]


def grammar(*several: Rules) -> Grammar:
    """One grammar of rules that need not wait for each other."""
    written = [*chain(*several)]
    return _grown(frozenset((number, 0) for number in range(len(written))), written, {})


def _grown(places: Places, written: Rules, known: dict[Places, Grammar]) -> Grammar:
    """What grows from some places in phrases; where different beginnings lead to the same places, it is shared."""
    if places not in known:
        after: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for number, place in places:
            for here, behind in _steps(written[number].phrase, place):
                for name in _names(written[number].phrase[here]):
                    after[name].add((number, behind))
        ended = [written[number] for number, place in sorted(places) if _is_end(written[number].phrase, place)]
        grown = {name: _grown(frozenset(there), written, known) for name, there in after.items()}
        known[places] = Grammar(ended, grown)
    return known[places]


def _steps(phrase: Sequence[Element], start: int) -> Iterator[tuple[int, int]]:
    """Each element that may come next from a place on, as it and the one behind it."""
    for place in range(start, len(phrase)):
        yield place, place + 1
        if not phrase[place].optional:
            return


def _is_end(phrase: Sequence[Element], place: int) -> bool:
    return all(element.optional for element in phrase[place:])


def _names(element: Element) -> set[str]:
    return {choice if choice.isupper() else kind_of(choice) or choice for choice in element.choices}


def rewrite(terms: Sequence[Term], grammar: Grammar, frame: Frame) -> list[Term]:
    """Replace every phrase by the one term it means."""
    read: list[Term] = []
    ended = [*terms, NOTHING]  # which no phrase goes beyond
    end = 0
    beginnings = grammar.after
    for place, term in enumerate(terms):
        begun = beginnings.get(term.kind or term.word)
        if begun and place >= end:
            after = ended[place + 1]
            leads_on = begun.ended or (after.kind or after.word) in begun.after  # as few do
            if leads_on and (found := _longest(begun, ended, place, frame)):
                read += terms[end:place]
                term, end = found
                read.append(term)
    return [*read, *terms[end:]]


def _longest(begun: Grammar, terms: Sequence[Term], place: int, frame: Frame) -> tuple[Term, int] | None:
    """The longest phrase from a place on that means something, as a term, and where it ends."""
    there: Grammar | None = begun
    end, fit = place, []
    while there:
        end += 1
        if there.ended:
            fit.append((end, there.ended))
        there = there.after.get(terms[end].kind or terms[end].word)
    for end, rules in reversed(fit):
        for rule in rules:
            kept = _kept(rule, terms, place, end)
            value = None if kept is None else rule.meaning(frame, *kept)
            if value is not None:
                first, last = terms[place], terms[end - 1]
                return Term(rule.kind, "", first.start, last.end, first.glued, value, last.owns), end
    return None


def _kept(rule: Rule, terms: Sequence[Term], place: int, end: int) -> list[Term | None] | None:
    """What a phrase hands to its meaning, if it fits these terms from a place to the end."""
    kept: list[Term | None] = []
    for choices, optional, glued, keeps in rule.phrase:
        term = terms[place]
        if (term.kind in choices or term.word in choices) and (term.glued or not glued):
            place += 1
            if keeps:
                kept.append(term)
        elif not optional:
            return None
        elif keeps:
            kept.append(None)
    return kept if place == end else None
