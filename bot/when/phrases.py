"""A tiny phrase language. "a? week on|from WEEKDAY" is read left to right over terms; the longest phrase wins.

An element is one or more words joined by `|`; `?` makes it optional, `+` forbids a space before it, and capitals stand
for a kind of term and hand it to the phrase's meaning. A phrase is tried once at each place, so reading is linear.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.when.values import Frame


@dataclass(slots=True, eq=False)  # not frozen, for speed: a message makes hundreds and asks each a hundred times
class Term:
    """A word, a number, a mark, or a whole phrase that has been understood. Nobody changes one."""

    kind: str  # "" for a plain word or mark
    word: str  # lower case; empty for a phrase
    start: int
    end: int
    glued: bool = False  # no space before it
    value: Any = None  # what its kind promises: a weekday's number, a Clock, Days
    owns: bool = False  # ends in "'s": "Thursday's", which is or has something


NOTHING = Term("", "", 0, 0)


def term_at(terms: Sequence[Term], place: int) -> Term:
    """The term at a place, or nothing beyond either end."""
    return terms[place] if 0 <= place < len(terms) else NOTHING


class Element(NamedTuple):
    """One place in a phrase."""

    choices: frozenset[str]
    optional: bool
    glued: bool
    kept: bool


class Rule(NamedTuple):
    """A phrase, the kind of term it becomes and what it means: None refuses."""

    kind: str
    phrase: tuple[Element, ...]
    meaning: Callable[..., Any]


Match = tuple[int, Rule, list[Term | None]]  # where it ends
ALONE = ""  # in place of a second word
Rules = Mapping[str, Mapping[str, Sequence[Rule]]]  # by the first and the second word or kind of what may fit


def rules(*chapters: tuple[str, Mapping[str, Callable[..., Any]]]) -> Rules:
    """Build a grammar from (kind, {phrases: meaning}); a semicolon separates phrases that mean the same."""
    written = (
        Rule(kind, tuple(map(_element, phrase.split())), meaning)
        for kind, meanings in chapters
        for several, meaning in meanings.items()
        for phrase in several.split(";")
    )
    return _by_beginning((first, second, rule) for rule in written for first, second in _beginnings(rule.phrase))


def together(*grammars: Rules) -> Rules:
    """One grammar of several that need not wait for each other."""
    return _by_beginning(
        (first, second, rule)
        for grammar in grammars
        for first, seconds in grammar.items()
        for second, found in seconds.items()
        for rule in found
    )


def _by_beginning(found: Iterable[tuple[str, str, Rule]]) -> Rules:
    """Rules in their order, each below the two words or kinds that it may begin with."""
    index: dict[str, dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    for first, second, rule in found:
        index[first][second].append(rule)
    return {first: dict(seconds) for first, seconds in index.items()}


def rewrite(terms: Sequence[Term], grammar: Rules, frame: Frame) -> list[Term]:
    """Replace every phrase by the one term it means."""
    read: list[Term] = []
    ended = [*terms, NOTHING]  # which no phrase goes beyond
    end = 0
    for place in [place for place, term in enumerate(terms) if term.word in grammar or term.kind in grammar]:
        if place >= end and (likely := _likely(ended[place], ended[place + 1], grammar)):
            read += terms[end:place]
            term, end = _longest(likely, ended, place, frame)
            read.append(term)
    return [*read, *terms[end:]]


def _likely(here: Term, after: Term, grammar: Rules) -> list[Rule]:
    """The rules that may begin with these two terms."""
    likely: list[Rule] = []
    word, kind = after.word, after.kind
    for seconds in (grammar.get(here.word), grammar.get(here.kind)):
        if seconds:
            likely += seconds.get(ALONE, ())
            if word and word in seconds:
                likely += seconds[word]
            if kind and kind in seconds:
                likely += seconds[kind]
    return likely


def _longest(likely: Sequence[Rule], terms: Sequence[Term], place: int, frame: Frame) -> tuple[Term, int]:
    here = terms[place]
    found = [match for rule in likely if (match := _match(rule, terms, place))]
    if len(found) > 1:
        found.sort(key=_by_end)
    for end, rule, kept in found:
        value = rule.meaning(frame, *kept)
        if value is not None:
            return Term(rule.kind, "", here.start, terms[end - 1].end, here.glued, value, terms[end - 1].owns), end
    return here, place + 1


def _match(rule: Rule, terms: Sequence[Term], place: int) -> Match | None:
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
    return place, rule, kept


def _by_end(match: Match) -> int:
    return -match[0]


def _element(written: str) -> Element:
    optional, glued = len(written) > 1 and written.endswith("?"), len(written) > 1 and written.startswith("+")
    choices = written.removesuffix("?" * optional).removeprefix("+" * glued).split("|")
    return Element(frozenset(choices), optional, glued, any(map(str.isupper, choices)))


def _beginnings(phrase: tuple[Element, ...]) -> set[tuple[str, str]]:
    """The pairs of terms with which a phrase may begin."""
    found = set()
    for place, after in _steps(phrase, 0):
        seconds = {name for here, _ in _steps(phrase, after) for name in phrase[here].choices}
        alone = {ALONE} if all(element.optional for element in phrase[after:]) else set()
        found |= {(first, second) for first in phrase[place].choices for second in seconds | alone}
    return found


def _steps(phrase: tuple[Element, ...], start: int) -> Iterator[tuple[int, int]]:
    """Each element that may come next from a place on, as it and the one behind it."""
    for place in range(start, len(phrase)):
        yield place, place + 1
        if not phrase[place].optional:
            return
