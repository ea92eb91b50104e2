"""Figures and how far to trust them: shares, F1 and calibration, each with its 95 % interval."""

import random
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from math import sqrt
from typing import TypeVar

Z = 1.96  # standard deviations that hold 95 %
DRAWS = 500  # samples of a bootstrap; more would not change what is shown
SEED = 7  # so that the same run has the same intervals
BINS = 10  # of confidence

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """A figure between 0 and 1, and where it counts against us, by which two runs on one set are compared."""

    name: str
    value: float
    low: float
    high: float
    of: int  # messages or answers it was counted on
    told: str = ""  # "12 of 40"
    missed: Set[str] | None = frozenset()  # None: nothing to be compared one by one


def share(name: str, hits: int, of: int, missed: Iterable[str] = ()) -> Figure:
    """So many of so many; of nothing, 0."""
    return Figure(name, hits / of if of else 0.0, *wilson(hits, of), of, f"{hits} of {of}", frozenset(missed))


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's interval of a share (1927)."""
    if not of:
        return 0.0, 1.0
    share = hits / of
    middle = share + Z * Z / (2 * of)
    spread = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    whole = 1 + Z * Z / of
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


# ---------------------------------------------------------------- F1


@dataclass(frozen=True)
class Found:
    """The answers of one message: rightly found, wrongly found, and not found; each as `times.jsonl:12 side`."""

    right: frozenset[str]
    wrong: frozenset[str]
    lost: frozenset[str]


def f1(name: str, messages: Sequence[Found]) -> Figure:
    """The harmonic mean of precision (what was found is right) and recall (what is right was found)."""
    counts = [(len(one.right), len(one.wrong), len(one.lost)) for one in messages]
    right, wrong, lost = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    low, high = bootstrap(counts, f1_of)
    told = f"P {ratio(right, right + wrong):.3f}  R {ratio(right, right + lost):.3f}"
    missed = frozenset().union(*(one.wrong | one.lost for one in messages))
    return Figure(name, f1_of(counts), low, high, right + lost, told, missed)


def f1_of(counts: Sequence[tuple[int, int, int]]) -> float:
    """From right, wrong and lost ones."""
    right = sum(one[0] for one in counts)
    return ratio(2 * right, 2 * right + sum(one[1] + one[2] for one in counts))


def ratio(some: int, of: int) -> float:
    """Of nothing, 0."""
    return some / of if of else 0.0


# ---------------------------------------------------------------- calibration

Guess = tuple[float, bool]  # how sure we were, and whether we were right


def calibration(name: str, guesses: Sequence[Guess]) -> Figure:
    """The expected calibration error: how far, on average, being so sure is from being right so often."""
    low, high = bootstrap(guesses, gap)
    return Figure(name, gap(guesses), low, high, len(guesses), f"of {len(guesses)}", None)


def gap(guesses: Sequence[Guess]) -> float:
    """Over ten bins of equal width, each with the weight of its guesses."""
    return sum(abs(sum(sure for sure, _ in some) - sum(right for _, right in some)) for some in binned(guesses)) / max(
        len(guesses), 1
    )


def binned(guesses: Sequence[Guess]) -> list[list[Guess]]:
    """Guesses by how sure they are."""
    bins: list[list[Guess]] = [[] for _ in range(BINS)]
    for sure, right in guesses:
        bins[min(int(sure * BINS), BINS - 1)].append((sure, right))
    return bins


# ---------------------------------------------------------------- both


def bootstrap(sample: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """The middle 95 % of a figure over samples drawn from this one."""
    if not sample:
        return 0.0, 1.0
    dice = random.Random(SEED)
    drawn = sorted(figure(dice.choices(sample, k=len(sample))) for _ in range(DRAWS))
    return drawn[round(0.025 * DRAWS)], drawn[round(0.975 * DRAWS) - 1]


def weakest(figures: Sequence[Figure]) -> Figure:
    """The lowest of several, with the misses of all: a slip of any of them counts when runs are compared."""
    scored = [one for one in figures if one.of] or [share("nothing", 0, 0)]
    least = min(scored, key=lambda one: one.value)
    return replace(least, missed=frozenset(f"{place} {one.name}" for one in scored for place in one.missed or ()))
