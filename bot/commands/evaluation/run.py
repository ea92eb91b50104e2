"""One evaluation, from the first message to the last plot."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.commands.evaluation.accepted import Fall, accept, falls, last_accepted
from bot.commands.evaluation.headlines import Headline, headlines
from bot.commands.evaluation.parts import parts
from bot.commands.evaluation.reading import Judged, cases, checksum, judged
from bot.commands.evaluation.scoring import Part
from bot.commands.evaluation.tables import as_json, comparison, summary, tables, written
from bot.heard import Hear
from bot.knowledge import Knowledge, Profile

SETS = ("test", "dev")
ACCEPTED = "accepted.json"  # beside the sets
STEP = 20  # messages read at once: the model hears one while the rules read another


@dataclass(frozen=True)
class Run:
    """A set, read and scored."""

    folder: Path
    checksum: str
    judged: tuple[Judged, ...]
    parts: tuple[Part, ...]
    headlines: tuple[Headline, ...]

    @property
    def on(self) -> str:
        """The name of the set."""
        return self.folder.name

    def compared(self) -> list[Fall]:
        """What fell since the last accepted run. Raises NotComparable."""
        return falls(self.headlines, last_accepted(self.folder.parent / ACCEPTED, self.on, self.checksum))

    def accepted(self) -> None:
        """Compare later runs with this one."""
        accept(self.folder.parent / ACCEPTED, self.on, self.checksum, self.headlines)


async def evaluated(
    folder: Path, profiles: Mapping[str, Profile], knowledge: Knowledge, hear: Hear, tell: Callable[[int, int], object]
) -> Run:
    """Understand every message of a set, and score it. `tell` hears how many of how many are read."""
    every, read = cases(folder), list[Judged]()
    for start in range(0, len(every), STEP):
        tell(start, len(every))
        some = every[start : start + STEP]
        read += await asyncio.gather(*(judged(case, profiles, knowledge, hear) for case in some))
    tell(len(every), len(every))
    scored = parts(read)
    return Run(folder, checksum(folder), tuple(read), tuple(scored), tuple(headlines(scored, knowledge)))


def reported(run: Run, out: Path) -> str:
    """The tables. JSON and plots go to a folder."""
    from bot.commands.evaluation.plots import drawn

    written(as_json(run.on, run.checksum, run.headlines, run.parts), out)
    drawn(run.judged, run.parts, out)
    return f"{summary(run.on, run.headlines)}\n{tables(run.parts)}"


def settled(run: Run, *, accepting: bool) -> tuple[str, int]:
    """What is to be said of the last accepted run, and the exit code. Raises NotComparable."""
    if accepting:
        run.accepted()
        return f"This is the accepted run on {run.on} from now on.\n", 0
    fell = run.compared()
    return comparison(fell), int(bool(fell))
