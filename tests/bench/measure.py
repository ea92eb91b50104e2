"""What every measurement shares: latencies and how they are told, memory, and databases of both kinds."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlalchemy import Engine

from bot.store import migrate, open_store
from tests.postgres import create, postgres_server

MILLI = 1000


@dataclass(frozen=True)
class Latencies:
    """How long each of many took, in seconds of the clock, and how long all of them together."""

    each: tuple[float, ...]
    together: float

    def percentile(self, share: float) -> float:
        """In milliseconds: so many of them (0 to 1) took no longer."""
        return sorted(self.each)[min(len(self.each) - 1, int(share * len(self.each)))] * MILLI

    @property
    def a_second(self) -> float:
        """How many were done in a second."""
        return len(self.each) / self.together

    @property
    def told(self) -> dict[str, float]:
        """The usual figures."""
        percentiles = {f"p{share * 100:.0f} ms": self.percentile(share) for share in (0.5, 0.95, 0.99)}
        return {**percentiles, "a second": self.a_second}


def timed(work: Callable[[int], object], times: int, clock: Callable[[], float] = perf_counter) -> Latencies:
    """Do this so many times, one after the other."""
    ticks = [clock()]
    for number in range(times):
        work(number)
        ticks.append(clock())
    return Latencies(tuple(after - before for before, after in pairwise(ticks)), ticks[-1] - ticks[0])


def cpu(work: Callable[[int], object], times: int) -> Latencies:
    """The same in seconds of this process's own computing."""
    return timed(work, times, process_time)


@contextmanager
def databases() -> Iterator[dict[str, Callable[[str], Engine]]]:
    """Ways to a new, empty database of each kind, by the name it is to have; both write through to the disk."""
    with TemporaryDirectory(dir="var") as folder, postgres_server() as server:

        def sqlite(name: str) -> Engine:
            return ready(f"sqlite:///{folder}/{name}.db")

        def postgresql(name: str) -> Engine:
            return ready(create(server, name, "template1"))

        yield {"SQLite": sqlite, "PostgreSQL": postgresql}


def ready(url: str) -> Engine:
    """A database, brought up to date."""
    migrate(url)
    return open_store(url)


def table(title: str, rows: Sequence[tuple[str, dict[str, float]]]) -> str:
    """Rows of figures for people."""
    names = list(dict.fromkeys(name for _, figures in rows for name in figures))
    wide = max(len(name) for name, _ in rows)
    head = f"{title}\n  {'':{wide}}" + "".join(f"  {name:>10}" for name in names)
    lines = [
        f"  {name:{wide}}" + "".join(f"  {spoken(figures.get(column)):>10}" for column in names)
        for name, figures in rows
    ]
    return "\n".join([head, *lines, ""])


def spoken(figure: float | None) -> str:
    """A figure with three digits that count."""
    if figure is None:
        return ""
    return f"{figure:,.0f}" if abs(figure) >= 100 else f"{figure:.3g}"
