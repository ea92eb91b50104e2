"""The last accepted run of each set of messages, and what has fallen since by more than its noise."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, hypot
from pathlib import Path
from typing import Any

from bot.commands.evaluation.figures import Figure, Z
from bot.commands.evaluation.headlines import Headline
from bot.settings import Trouble

CHANCE = 0.05  # a fall is none if chance alone would do as much this often
ACCEPT = "cooldown evaluate --on"
ONE_SIDED = 1.645  # standard deviations beyond which 5 % lie


class NotComparable(Trouble):
    """The accepted run was of other messages, or there is none; the text says so and what to do."""


@dataclass(frozen=True)
class Fall:
    """A headline figure that fell."""

    about: str
    was: float
    now: float
    newly_missed: frozenset[str]


def falls(now: Sequence[Headline], was: Mapping[str, Any]) -> list[Fall]:
    """The headlines that fell since, by more than noise."""
    return [fall for one in now if one.about in was and (fall := fallen(one, was[one.about]))]


def fallen(now: Headline, was: Mapping[str, Any]) -> Fall | None:
    """Message by message where there are such; else by the width of both intervals."""
    figure, before = now.figure, was["missed"]
    new, gone = frozenset(figure.missed or ()) - set(before or ()), set(before or ()) - (figure.missed or set())
    by_chance = paired(len(new), len(gone)) if figure.missed is not None else apart(now, was)
    return Fall(now.about, was["value"], figure.value, new) if by_chance < CHANCE else None


def paired(new: int, gone: int) -> float:
    """How often a coin would give as many new misses among those that changed (the sign test, one-sided)."""
    changed = new + gone
    return float(sum(comb(changed, more) for more in range(new, changed + 1)) / 2**changed)


def apart(now: Headline, was: Mapping[str, Any]) -> float:
    """0 if an error grew by more than two independent runs of such intervals would, else 1."""
    noise = hypot(deviation(now.figure.low, now.figure.high), deviation(was["low"], was["high"]))
    return 0.0 if now.figure.value - was["value"] > ONE_SIDED * noise else 1.0


def deviation(low: float, high: float) -> float:
    """The standard deviation that an interval stands for."""
    return (high - low) / (2 * Z)


# ---------------------------------------------------------------- kept


def last_accepted(file: Path, on: str, checksum: str) -> Mapping[str, Any]:
    """The headlines of the last accepted run. Raises NotComparable."""
    run = runs(file).get(on)
    if run is None:
        raise NotComparable(f"No run on {on} was accepted yet. If this one is good: {ACCEPT} {on} --accept")
    if run["checksum"] != checksum:
        raise NotComparable(
            f"The messages of data/nlu/{on} are not those of the last accepted run, so its figures cannot be compared."
            f" If this one is good: {ACCEPT} {on} --accept"
        )
    return dict(run["headlines"])


def accept(file: Path, on: str, checksum: str, now: Sequence[Headline]) -> None:
    """Keep a run as the one that later runs are compared with."""
    kept = runs(file) | {on: {"checksum": checksum, "headlines": {one.about: as_kept(one.figure) for one in now}}}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def runs(file: Path) -> dict[str, Any]:
    """All accepted runs, by the set they were on."""
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


def as_kept(figure: Figure) -> Mapping[str, object]:
    """What is needed to compare, and what people want to read."""
    return {
        "value": round(figure.value, 4),
        "low": round(figure.low, 4),
        "high": round(figure.high, 4),
        "of": figure.of,
        "missed": None if figure.missed is None else sorted(figure.missed),
    }
