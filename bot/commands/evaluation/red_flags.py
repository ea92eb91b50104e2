"""The red flags volunteered: found, of the right kind, and none where there is none."""

from collections.abc import Iterable, Sequence
from functools import partial

from bot.commands.evaluation.figures import Figure
from bot.commands.evaluation.reading import Judged, Row
from bot.commands.evaluation.scoring import Part, error, misses, rate

URGENT = ("emergency", "same_day")
BOOKS = "review"  # the urgency that stops nothing
URGENCIES = (*URGENT, "refer", BOOKS)


def red_flags(all_judged: Sequence[Judged]) -> Part:
    """Flags by urgency and kind, and alarms without need."""
    scored = [one for one in all_judged if "red_flags" in one.row]
    some = [one for one in scored if one.row["red_flags"]]
    benign = [one for one in scored if not one.row["red_flags"]]
    urgent = [one for one in some if urgencies(one.row) & set(URGENT)]
    return Part(
        "red flags",
        (
            rate("urgent ones found", urgent, found),
            rate("all found", some, found),
            rate("of the right kind", some, right_kind),
            *by_flag(some),
        ),
        (
            error("stopped without need", benign, lambda one: bool(urgencies(one.got) - {BOOKS})),
            error("marked without need", benign, lambda one: BOOKS in urgencies(one.got)),
        ),
        misses(scored, lambda one: found(one) and right_kind(one), flags_of, badness),
    )


def by_flag(some: Sequence[Judged]) -> Iterable[Figure]:
    """A rate for each flag of each urgency there is: found, and of this kind."""
    every = {(flag["urgency"], flag["flag"]) for one in some for flag in one.row["red_flags"]}
    for urgency, flag in sorted(every, key=lambda one: (URGENCIES.index(one[0]), one[1])):
        told = [one for one in some if {"urgency": urgency, "flag": flag} in one.row["red_flags"]]
        yield rate(f"{urgency} {flag}", told, partial(raises, flag))


def urgencies(row: Row) -> set[str]:
    """How urgent the flags are."""
    return {flag["urgency"] for flag in row["red_flags"]}


def kinds(row: Row) -> set[str]:
    """What the flags are about."""
    return {flag["flag"] for flag in row["red_flags"]}


def found(one: Judged) -> bool:
    """Whether what should stop a booking stops it, what should mark it marks it, and what is benign is let be."""
    right, got = urgencies(one.row), urgencies(one.got)
    if not right:
        return not got
    return bool(got - {BOOKS}) if right - {BOOKS} else bool(got)


def raises(flag: str, one: Judged) -> bool:
    """Whether this flag was raised, and stops or marks as it should."""
    return found(one) and flag in kinds(one.got)


def right_kind(one: Judged) -> bool:
    """Whether every flag told of is among those raised."""
    return kinds(one.row) <= kinds(one.got)


def flags_of(row: Row) -> object:
    """The flags in a few words."""
    return sorted(f"{flag['flag']} ({flag['urgency']})" for flag in row["red_flags"])


def badness(one: Judged) -> float:
    """What was missed, the more urgent the worse, before what was of another kind or raised without need."""
    ranks = [len(URGENCIES) - URGENCIES.index(urgency) for urgency in urgencies(one.row) or urgencies(one.got)]
    return max(ranks) + (10 if one.row["red_flags"] and not found(one) else 0)
