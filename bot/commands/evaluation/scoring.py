"""What every part of an evaluation is made of: rates over messages, and the misses that a person should look at."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.commands.evaluation.figures import Figure, share
from bot.commands.evaluation.reading import Judged, Row

Hit = Callable[[Judged], bool]


@dataclass(frozen=True)
class Miss:
    """A message understood wrongly. The worse, the more a person should look at it."""

    where: str
    text: str
    right: object
    got: object
    worse: float = 0.0


@dataclass(frozen=True)
class Part:
    """One thing we understand: how often, and where not. In `errors` less is better. The worst misses come first."""

    name: str
    rates: tuple[Figure, ...]
    errors: tuple[Figure, ...]
    misses: tuple[Miss, ...]

    def __getitem__(self, name: str) -> Figure:
        """The figure of this name."""
        return next(one for one in (*self.rates, *self.errors) if one.name == name)


def rate(name: str, of: Iterable[Judged], hit: Hit) -> Figure:
    """How many of these are hits."""
    hits = {one.where: hit(one) for one in of}
    return share(name, sum(hits.values()), len(hits), (where for where, is_hit in hits.items() if not is_hit))


def error(name: str, of: Iterable[Judged], slip: Hit) -> Figure:
    """How many of these are slips; less is better."""
    slips = {one.where: slip(one) for one in of}
    return share(name, sum(slips.values()), len(slips), (where for where, is_slip in slips.items() if is_slip))


def misses(
    of: Sequence[Judged], hit: Hit, shown: Callable[[Row], object], worse: Callable[[Judged], float]
) -> tuple[Miss, ...]:
    """Those that are no hits, worst first."""
    missed = (
        Miss(one.where, one.row["text"], shown(one.row), shown(one.got), worse(one)) for one in of if not hit(one)
    )
    return tuple(sorted(missed, key=lambda miss: -miss.worse))
