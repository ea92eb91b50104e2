"""A tiny phrase language. "a? week on|from WEEKDAY" is read left to right over terms; the longest phrase wins.

An element is one or more words joined by `|`; `?` makes it optional, `+` forbids a space before it, and capitals stand
for a kind of term and hand it to the phrase's meaning.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


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


Rules = Sequence[Rule]


def rules(*chapters: tuple[str, Mapping[str, Callable[..., Any]]]) -> Rules:
    """Rules from (kind, {phrases: meaning}), in their order; a semicolon separates phrases that mean the same."""
    return [
        Rule(kind, tuple(map(_element, phrase.split())), meaning)
        for kind, meanings in chapters
        for several, meaning in meanings.items()
        for phrase in several.split(";")
    ]


def _element(written: str) -> Element:
    optional, glued = len(written) > 1 and written.endswith("?"), len(written) > 1 and written.startswith("+")
    choices = written.removesuffix("?" * optional).removeprefix("+" * glued).split("|")
    return Element(frozenset(choices), optional, glued, any(map(str.isupper, choices)))
