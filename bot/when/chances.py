"""What a judge of the whole message thinks of its times, weighed against what the rules read in them. Pure.

A judge gives chances: that the message wants, refuses (`not`) or moves (`from`) an appointment's time at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.when.roles import Reading

Chances = Mapping[str, float]
ROLES = ("want", "not", "from")
SLIGHT = 0.05  # at most so likely: it is not so
LIKELY = 0.9


def idle(chances: Chances | None) -> bool:
    """Whether a message most likely does nothing with an appointment's time. Nobody's judgement is no judgement."""
    return chances is not None and all(chances.get(role, 0.0) <= SLIGHT for role in ROLES)


def weighed(found: Sequence[Reading], chances: Chances | None) -> list[Reading]:
    """The phrases in the roles that rules and judge together give them."""
    if chances is None:
        return list(found)
    if idle(chances):
        return [one for one in found if one.role not in ROLES]
    roles = {one.role for one in found}
    moves, wants = (chances.get(role, 0.0) for role in ("from", "want"))
    if "from" in roles and "want" not in roles and moves <= SLIGHT and wants >= LIKELY:
        return [replace(one, role="want") if one.role == "from" else one for one in found]
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
    return [replace(one, role="from") if first <= place < end else one for place, one in enumerate(found)]


def _belongs(one: Reading, first: Reading) -> bool:
    """Whether a phrase stands right behind another and completes it: "Friday" and "at 4"."""
    completes = bool(one.piece.days) != bool(first.piece.days) or bool(one.piece.time) != bool(first.piece.time)
    return completes and not one.apart and one.role == first.role
