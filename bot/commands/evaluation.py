"""`cooldown evaluate`: how well held-out messages are understood, by the rules of data/nlu/test/README.md."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from math import sqrt
from pathlib import Path
from typing import Any

from bot.commands.parsing import Hear, Message, parsed
from bot.knowledge import Knowledge, Profile

Z = 1.96  # standard deviations that hold 95 %
URGENT = ("emergency", "same_day")
BOOKS = "review"  # the urgency that stops nothing
WORST = 8  # misses printed for each part

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One held-out message: where it stands, what to read, and what is right."""

    where: str  # "times.jsonl:12"
    row: Row


@dataclass(frozen=True)
class Judged:
    """A case and what we made of it. Both look like what `parse` prints."""

    where: str
    row: Row
    got: Row


@dataclass(frozen=True)
class Rate:
    """So many of so many."""

    name: str
    hits: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; of nothing, 0."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval."""
        if not self.of:
            return 0.0, 1.0
        middle = self.share + Z * Z / (2 * self.of)
        spread = Z * sqrt(self.share * (1 - self.share) / self.of + Z * Z / (4 * self.of * self.of))
        whole = 1 + Z * Z / self.of
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


@dataclass(frozen=True)
class Miss:
    """A message understood wrongly."""

    where: str
    text: str
    right: object
    got: object


@dataclass(frozen=True)
class Part:
    """One thing we understand: how often, and where not. In `errors` less is better."""

    name: str
    rates: tuple[Rate, ...]
    errors: tuple[Rate, ...]
    misses: tuple[Miss, ...]


# ---------------------------------------------------------------- reading


def cases(folder: Path) -> list[Case]:
    """Every held-out message."""
    files = sorted(folder.glob("*.jsonl"))
    return [
        Case(f"{file.name}:{number}", json.loads(line))
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
    ]


async def judged(case: Case, profiles: Mapping[str, Profile], knowledge: Knowledge, hear: Hear) -> Judged:
    """Understand a case just as `parse` would."""
    row = case.row
    said = Message(row["text"], datetime.fromisoformat(row["now"]), row.get("asked", ""))
    return Judged(case.where, row, await parsed(said, profiles[row["clinic"]], knowledge, hear))


# ---------------------------------------------------------------- scoring


def parts(all_judged: Sequence[Judged]) -> list[Part]:
    """Everything that is scored."""
    return [part(all_judged) for part in (intents, complaints, red_flags, times)]


def rate(name: str, of: Iterable[Judged], hit: Callable[[Judged], bool]) -> Rate:
    """How many of these are hits."""
    hits = [hit(one) for one in of]
    return Rate(name, sum(hits), len(hits))


def misses(of: Iterable[Judged], hit: Callable[[Judged], bool], shown: Callable[[Row], object]) -> tuple[Miss, ...]:
    """Those that are none."""
    return tuple(Miss(one.where, one.row["text"], shown(one.row), shown(one.got)) for one in of if not hit(one))


def intents(all_judged: Sequence[Judged]) -> Part:
    """The intent, and the topic of a question."""
    scored = [one for one in all_judged if "intent" in one.row]
    asked = [one for one in scored if one.row.get("faq")]
    ours = [one for one in scored if one.row["intent"] != "out_of_scope"]
    each = sorted({one.row["intent"] for one in scored})
    return Part(
        "intents",
        (
            rate("all", scored, same_intent),
            *(rate(name, (one for one in scored if one.row["intent"] == name), same_intent) for name in each),
            rate("topic of a question", asked, lambda one: one.got.get("faq") == one.row["faq"]),
        ),
        (rate("taken for out of scope", ours, lambda one: one.got["intent"] == "out_of_scope"),),
        misses(scored, same_intent, lambda row: row["intent"]),
    )


def same_intent(one: Judged) -> bool:
    """Whether the intent is right."""
    return bool(one.got["intent"] == one.row["intent"])


def complaints(all_judged: Sequence[Judged]) -> Part:
    """The complaints told of, by label."""
    scored = [one for one in all_judged if "complaints" in one.row]
    some = [one for one in scored if labels(one.row)]
    none = [one for one in scored if not labels(one.row)]
    each = sorted({label for one in some for label in labels(one.row)})
    return Part(
        "complaints",
        (
            rate("a right label", some, lambda one: bool(labels(one.row) & labels(one.got))),
            rate("exactly the labels", some, same_labels),
            *(rate(name, *told(name, some)) for name in each),
        ),
        (
            rate("seen where there is none", none, lambda one: bool(labels(one.got))),
            rate("a wrong label besides", some, lambda one: bool(labels(one.got) - labels(one.row))),
        ),
        misses(scored, same_labels, lambda row: sorted(labels(row))),
    )


def labels(row: Row) -> set[str]:
    """The complaints of a row, which names them, or of what `parse` made of it."""
    named = {one if isinstance(one, str) else one["label"] for one in row["complaints"]}
    return named - {"none"}


def told(label: str, some: Sequence[Judged]) -> tuple[list[Judged], Callable[[Judged], bool]]:
    """The messages that tell of a complaint, and what is a hit there."""
    return [one for one in some if label in labels(one.row)], lambda one: label in labels(one.got)


def same_labels(one: Judged) -> bool:
    """Whether nothing is missing and nothing too much."""
    return labels(one.row) == labels(one.got)


def red_flags(all_judged: Sequence[Judged]) -> Part:
    """The red flags volunteered: found, of the right kind, and none where there is none."""
    scored = [one for one in all_judged if "red_flags" in one.row]
    some = [one for one in scored if one.row["red_flags"]]
    benign = [one for one in scored if not one.row["red_flags"]]
    urgent = [one for one in some if urgencies(one.row) & set(URGENT)]
    return Part(
        "red flags",
        (
            rate("urgent ones found", urgent, found),
            rate("all found", some, found),
            rate("of the right kind", some, lambda one: kinds(one.row) <= kinds(one.got)),
        ),
        (
            rate("stopped without need", benign, lambda one: bool(urgencies(one.got) - {BOOKS})),
            rate("marked without need", benign, lambda one: BOOKS in urgencies(one.got)),
        ),
        misses(scored, lambda one: found(one) and kinds(one.row) <= kinds(one.got), flags_of),
    )


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


def flags_of(row: Row) -> object:
    """The flags in a few words."""
    return sorted(f"{flag['flag']} ({flag['urgency']})" for flag in row["red_flags"])


def times(all_judged: Sequence[Judged]) -> Part:
    """Days and times, without regard to their order."""
    scored = [one for one in all_judged if "times" in one.row]
    some = [one for one in scored if one.row["times"]]
    none = [one for one in scored if not one.row["times"]]
    grains = sorted({time["grain"] for one in some for time in one.row["times"]})
    return Part(
        "times",
        (
            rate("starts exact", some, same_starts),
            rate("all exact", some, lambda one: whole(one.row) == whole(one.got)),
            *(rate(f"starts, {name}", *of_grain(name, some)) for name in grains),
        ),
        (rate("seen where there is none", none, lambda one: bool(one.got["times"])),),
        misses(scored, same_starts, lambda row: [" ".join(start) for start in starts(row)]),
    )


def starts(row: Row) -> list[tuple[str, str]]:
    """What is wanted, excluded or moved, and from when."""
    return sorted((time["role"], time["start"]) for time in row["times"])


def whole(row: Row) -> list[tuple[str, ...]]:
    """The times in full."""
    return sorted((time["role"], time["start"], time["end"] or "", time["grain"]) for time in row["times"])


def same_starts(one: Judged) -> bool:
    """Whether every start is right, and none too many."""
    return starts(one.row) == starts(one.got)


def of_grain(grain: str, some: Sequence[Judged]) -> tuple[list[Judged], Callable[[Judged], bool]]:
    """The messages with a time of this grain, and what is a hit there."""
    return [one for one in some if any(time["grain"] == grain for time in one.row["times"])], same_starts


# ---------------------------------------------------------------- telling


def tables(scored: Sequence[Part]) -> str:
    """For people: shares in percent with 95 % intervals, then the first of the misses."""
    return "\n".join(table(part) for part in scored)


def table(part: Part) -> str:
    """One part."""
    errors = ["  less is better:", *map(line, part.errors)] if part.errors else []
    first = [f"    {miss.where}  {miss.text[:90]!r}: {miss.got} for {miss.right}" for miss in part.misses[:WORST]]
    missed = [f"  missed, {len(first)} of {len(part.misses)}:", *first] if first else []
    return "\n".join([part.name.upper(), *map(line, part.rates), *errors, *missed]) + "\n"


def line(rate: Rate) -> str:
    """One rate."""
    low, high = rate.interval
    return f"  {rate.name.ljust(26)} {rate.hits:4} of {rate.of:4}  {rate.share:6.1%}  ({low:.1%} to {high:.1%})"


def written(scored: Sequence[Part], folder: Path) -> Path:
    """Write everything as JSON, misses and all. Returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "evaluation.json"
    file.write_text(json.dumps({part.name: as_json(part) for part in scored}, ensure_ascii=False, indent=1), "utf-8")
    return file


def as_json(part: Part) -> Mapping[str, object]:
    """One part, its intervals worked out."""
    shown = {name: [rate_as_json(one) for one in of] for name, of in (("rates", part.rates), ("errors", part.errors))}
    return {**shown, "misses": [asdict(miss) for miss in part.misses]}


def rate_as_json(rate: Rate) -> Mapping[str, object]:
    """One rate."""
    low, high = rate.interval
    return {**asdict(rate), "share": round(rate.share, 4), "low": round(low, 4), "high": round(high, 4)}
