"""The messages of a set, and what we make of each."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.commands.parsing import Message, parsed
from bot.heard import Hear, Heard
from bot.knowledge import Knowledge, Profile
from bot.when import Span

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One message: where it stands, and its row, which says what is right."""

    where: str  # "times.jsonl:12"
    row: Row


@dataclass(frozen=True)
class Judged:
    """A case and what we made of it. Both look like what `parse` prints. `heard` is the model's part in it."""

    where: str
    row: Row
    got: Row
    heard: Heard | None = None


def cases(folder: Path) -> list[Case]:
    """Every message of a set."""
    return [
        Case(f"{file.name}:{number}", json.loads(line))
        for file in files(folder)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
    ]


def files(folder: Path) -> Sequence[Path]:
    """The files of a set, in their order."""
    return sorted(folder.glob("*.jsonl"))


def checksums(folder: Path) -> str:
    """The set as `sha256sum *.jsonl` describes it."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files(folder))


def checksum(folder: Path) -> str:
    """The set as one word: it changes with any message."""
    return hashlib.sha256(checksums(folder).encode()).hexdigest()


async def judged(case: Case, profiles: Mapping[str, Profile], knowledge: Knowledge, hear: Hear) -> Judged:
    """Understand a case just as `parse` would."""
    row, heard = case.row, list[Heard | None]()

    async def overhear(text: str, times: Sequence[Span]) -> Heard | None:
        heard.append(await hear(text, times))
        return heard[-1]

    said = Message(row["text"], datetime.fromisoformat(row["now"]), row.get("asked", ""))
    got = await parsed(said, profiles[row["clinic"]], knowledge, overhear)
    return Judged(case.where, row, got, heard[-1] if heard else None)
