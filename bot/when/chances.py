"""What a judge of the message thinks of its times, weighed against what the rules read in them. Pure.

A judge says what each phrase is to its writer, and gives the chances that the message wants, refuses (`not`) or moves
(`from`) an appointment's time at all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import log
from statistics import fmean

from bot.when.roles import Reading

Chances = Mapping[str, float]
ROLES = ("want", "not", "from")
WISHES = ("want", "not")
MISTAKEN = {"want": WISHES, "not": WISHES, "from": ("want", "from")}  # what cannot be is taken for the other
NONE = "else"  # a time that is none of an appointment's
SLIGHT = 0.05  # at most so likely: it is not so
LIKELY, SURELY = 0.9, 0.95
TRUST = 1.0  # in the role that rules give: a judge is e times as sure of another, or silent. Chosen on unseen writers
LEAST = 1e-3  # no chance is smaller: rules are to have a say
WHOLE, FAINT = 0.5, 0.02  # how much the message as a whole counts beside its phrase; no chance of it is smaller
MARKS = (",", "-", "(")
BESIDE = (*MARKS, "", "on", "of", "at", "around", "about", "with you")  # what may stand between a day and its hour


@dataclass(frozen=True)
class Judgement:
    """The `chances` of a message as a whole; and its phrases of time, in their order, with those of their roles.

    `trust` is in the rules, as a logarithm: how much surer the judge must be to overrule them.
    """

    chances: Chances
    phrases: Sequence[tuple[str, Chances]] = ()
    trust: float = TRUST


def idle(judged: Judgement | None) -> bool:
    """Whether a message most likely does nothing with an appointment's time. Nobody's judgement is no judgement."""
    if judged is None or not judged.chances or _has_one(judged.phrases):
        return False
    return all(judged.chances.get(role, 0.0) <= SLIGHT for role in ROLES)


def may_move(judged: Judgement | None) -> bool:
    """Whether a message may move or cancel an appointment, as far as anybody said."""
    return judged is None or judged.chances.get("from", 1.0) > SLIGHT


def _has_one(phrases: Sequence[tuple[str, Chances]]) -> bool:
    """Whether one phrase surely is of an appointment, however little the whole message looks like it."""
    return any(chances.get(role, 0.0) > SURELY for _, chances in phrases for role in ROLES)


def weighed(found: Sequence[Reading], text: str, judged: Judgement | None) -> list[Reading]:
    """The phrases in the roles that rules and judge together give them."""
    if judged is None:
        return list(found)
    if idle(judged):
        return [one for one in found if one.role not in ROLES]
    if judged.phrases or not judged.chances:
        return [*_each_weighed(found, text, judged)]
    return _weighed_as_a_whole(found, judged.chances)


def _each_weighed(found: Sequence[Reading], text: str, judged: Judgement) -> Iterator[Reading]:
    """Each in its role. A day and its hour are one moment, and judged together."""
    heard = [*_heard(found, text, judged.phrases)]
    most = sum(map(bool, heard))
    for place, one in enumerate(found):
        if not heard[place]:
            yield one
            continue
        sides = _closest([*_sides(found, place, text)])
        moment = [(found[other].role, chances) for other in (place, *sides) if (chances := heard[other])]
        yield one._replace(role=_role(one, moment, judged, alone=len(moment) == most))


def _heard(found: Sequence[Reading], text: str, phrases: Sequence[tuple[str, Chances]]) -> Iterator[Chances | None]:
    """What the judge says of each. Phrases are known by their words: the text may have been read without odd signs."""
    left = [(_bare(words), chances) for words, chances in phrases]
    for one in found:
        said = _bare(text[one.start : one.end])
        place = next((place for place, (words, _) in enumerate(left) if words == said), None)
        yield None if place is None or _is_settled(one, said) else _possible(left[place][1], one.never)
        del left[: 0 if place is None else place + 1]


def _possible(chances: Chances, never: str) -> Chances:
    """What cannot be a wish is a refusal if it looks like either, and so on: the other of two roles."""
    two = MISTAKEN.get(never, ())
    either = sum(chances.get(role, 0.0) for role in two)
    return {**chances, **{role: either * (role != never) for role in two}}


def _sides(found: Sequence[Reading], place: int, text: str) -> Iterator[tuple[bool, int]]:
    """Which phrases next to one are its day or its hour, and whether a mark parts them."""
    for other in range(max(place - 1, 0), min(place + 2, len(found))):
        first, second = found[min(place, other)], found[max(place, other)]
        between = text[first.end : second.start].strip().lower()
        alike = first.never == second.never and first.sentence == second.sentence
        if alike and _completes(first, second) and between in BESIDE:
            yield between in MARKS, other


def _closest(sides: Sequence[tuple[bool, int]]) -> list[int]:
    """ "Friday at ten, Saturday at ten": an hour between two days is of the one that no comma parts from it."""
    nearest = min((parted for parted, _ in sides), default=False)
    return [other for parted, other in sides if parted == nearest]


def _is_settled(one: Reading, said: str) -> bool:
    """Whether a phrase says by its own words what it is, or others do: "yesterday", "since Monday", "not this one"."""
    refused = one.role == "not" and said.startswith("not")
    return one.sure or refused or one.piece.onset or any(days.behind for days in one.piece.days)


def _bare(words: str) -> str:
    return re.sub(r"[\W_]", "", words.lower())


def _role(one: Reading, moment: Sequence[tuple[str, Chances]], judged: Judgement, *, alone: bool) -> str:
    """The likeliest role, where that of the rules counts for more. What is none of an appointment's stays as it is."""

    def likelihood(role: str) -> float:
        each = (log(max(_chance(role, of), LEAST)) + judged.trust * (role == _kept(ruled)) for ruled, of in moment)
        return fmean(each) + WHOLE * log(max(_of_all(role, judged.chances, alone=alone), FAINT))

    best = max((*ROLES, NONE), key=likelihood)
    return one.role if best == _kept(one.role) else best


def _of_all(role: str, chances: Chances, *, alone: bool) -> float:
    """How likely the whole message has a role; if it has any, the one moment that is told cannot have none."""
    if role in ROLES:
        return chances.get(role, 1.0)
    return 1 - max(chances.get(other, 0.0) for other in ROLES) if alone and chances else 1.0


def _kept(told: str) -> str:
    return told if told in ROLES else NONE


def _chance(role: str, chances: Chances) -> float:
    return chances.get(role, 0.0) if role in ROLES else 1 - sum(chances.get(other, 0.0) for other in ROLES)


def _weighed_as_a_whole(found: Sequence[Reading], chances: Chances) -> list[Reading]:
    roles = {one.role for one in found}
    moves, wants = (chances.get(role, 0.0) for role in ("from", "want"))
    if "from" in roles and "want" not in roles and moves <= SLIGHT and wants >= LIKELY:
        return [one._replace(role="want") if one.role == "from" else one for one in found]
    if "from" not in roles and moves >= LIKELY:
        return _moved(found, alone=wants < LIKELY)
    return list(found)


def _moved(found: Sequence[Reading], *, alone: bool) -> list[Reading]:
    """The first time told becomes the one that moves, if another follows or none is wanted."""
    first = next((place for place, one in enumerate(found) if one.role in ("want", "not")), len(found))
    end = first + 1 + sum(1 for _ in takewhile(lambda one: _belongs(one, found[first]), found[first + 1 :]))
    follows = any(one.role == "want" for one in found[end:])
    refused = any(one.role == "not" for one in found[first:end])  # "not tomorrow, Monday": nothing is moved by that
    if refused or not (follows or alone):
        return list(found)
    return [one._replace(role="from") if first <= place < end else one for place, one in enumerate(found)]


def _belongs(one: Reading, first: Reading) -> bool:
    """Whether a phrase stands right behind another and completes it: "Friday" and "at 4"."""
    return _completes(first, one) and not one.apart and one.role == first.role


def _completes(first: Reading, second: Reading) -> bool:
    return bool(first.piece.days) != bool(second.piece.days) or bool(first.piece.time) != bool(second.piece.time)
