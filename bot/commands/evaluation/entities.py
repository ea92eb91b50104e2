"""What a message tells about the person: which side, since when, how bad, the race, the running, name and contact."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.commands.evaluation.figures import Found, f1
from bot.commands.evaluation.reading import Judged, Row
from bot.commands.evaluation.scoring import Part, error, misses
from bot.messages import base

KINDS = ("side", "since", "severity", "distance", "race_date", "volume", "name", "phone", "email")
UNTOLD = "race"  # a race of which no distance is told
VOLUME = re.compile(r"\d+(?:km|mi|x)")  # `light` and its like are no figures

Told = frozenset[tuple[str, str]]  # kind and value


def entities(all_judged: Sequence[Judged]) -> Part:
    """Every kind, all together, and how many messages are wholly right."""
    scored = [one for one in all_judged if "entities" in one.row]
    none = [one for one in scored if not one.row["entities"]]
    return Part(
        "entities",
        (
            f1("all", [compared(one, KINDS) for one in scored]),
            *(f1(kind, [compared(one, (kind,)) for one in scored]) for kind in KINDS),
        ),
        (error("seen where there is none", none, lambda one: bool(read(one.got))),),
        misses(scored, lambda one: right(one.row) == read(one.got), shown, badness),
    )


def compared(one: Judged, kinds: Sequence[str]) -> Found:
    """What was found of some kinds, rightly and wrongly, and what was not."""
    told, got = (frozenset(pair for pair in pairs if pair[0] in kinds) for pairs in (right(one.row), read(one.got)))
    return Found(*(placed(one.where, pairs) for pairs in (told & got, got - told, told - got)))


def placed(where: str, pairs: Told) -> frozenset[str]:
    """Where a kind stands; a wrong value and the right one that was lost are one miss."""
    return frozenset(f"{where} {kind}" for kind, _ in pairs)


def right(row: Row) -> Told:
    """What a row tells."""
    return frozenset(alike(kind, value) for kind, value in row["entities"].items() if value != UNTOLD)


def read(got: Row) -> Told:
    """What we would store, in the words of the rows."""
    return frozenset(alike(kind, value) for kind, value in flat(got["answers"]))


def alike(kind: str, value: str) -> tuple[str, str]:
    """Capitals in a name are the writer's business."""
    return kind, value.casefold() if kind == "name" else value


def flat(answers: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Kinds and values of the answers, each value once."""
    for slot, answer in answers.items():
        match base(slot):
            case "side" | "since" | "severity" | "name" as kind if answer != "unknown":
                yield kind, answer
            case "routine" if VOLUME.fullmatch(answer):
                yield "volume", answer
            case "race":
                yield from raced(answer)
            case "contact" if answer != "invalid":
                yield ("email" if "@" in answer else "phone"), answer


def raced(answer: str) -> Iterable[tuple[str, str]]:
    """Distances and days of `half@2026-12-14+10k`."""
    for distance, _, day in (one.partition("@") for one in answer.split("+")):
        if distance not in ("none", UNTOLD):
            yield "distance", distance
        if day:
            yield "race_date", day


def shown(row: Row) -> object:
    """The entities of a row, or of what we made of it."""
    return dict(sorted(right(row) if "entities" in row else read(row)))


def badness(one: Judged) -> float:
    """How many are missing or too many."""
    return float(len(right(one.row) ^ read(one.got)))
