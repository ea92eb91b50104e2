"""Days and times for an appointment, without regard to their order."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.commands.evaluation.figures import Figure, share
from bot.commands.evaluation.reading import Judged, Row
from bot.commands.evaluation.scoring import Part, error, misses, rate
from bot.when import ROLES

GRAINS = ("minute", "hour", "daypart", "day", "weekend", "week", "month", "interval")


def times(all_judged: Sequence[Judged]) -> Part:
    """Starts in booking messages, plain answers to "when?", each kind of time, and what is none."""
    scored = [one for one in all_judged if "times" in one.row]
    some = [one for one in scored if one.row["times"]]
    none = [one for one in scored if not one.row["times"]]
    return Part(
        "times",
        (
            rate("in booking messages", (one for one in some if not is_plain(one)), same_starts),
            rate("in plain answers", filter(is_plain, some), same_starts),
            rate("with end and grain", some, lambda one: whole(one.row) == whole(one.got)),
            *(of_kind("role", role, some) for role in ROLES),
            *(of_kind("grain", grain, some) for grain in GRAINS),
        ),
        (error("seen where there is none", none, lambda one: bool(one.got["times"])),),
        misses(scored, same_starts, lambda row: [" ".join(start) for start in starts(row)], badness),
    )


def is_plain(one: Judged) -> bool:
    """Whether the message answers "what day?" or "what time?"."""
    return one.row.get("asked") in ("day", "time")


def starts(row: Row) -> list[tuple[str, str]]:
    """What is wanted, excluded or moved, and from when."""
    return sorted((time["role"], time["start"]) for time in row["times"])


def whole(row: Row) -> list[tuple[str, ...]]:
    """The times in full."""
    return sorted((time["role"], time["start"], time["end"] or "", time["grain"]) for time in row["times"])


def same_starts(one: Judged) -> bool:
    """Whether every start is right, and none too many."""
    return starts(one.row) == starts(one.got)


def of_kind(key: str, kind: str, some: Sequence[Judged]) -> Figure:
    """How many times of this grain, or in this role, were found with the right start."""
    told = list(told_of(key, kind, some))
    return share(f"{key} {kind}", sum(hit for _, hit in told), len(told), (place for place, hit in told if not hit))


def told_of(key: str, kind: str, some: Sequence[Judged]) -> Iterable[tuple[str, bool]]:
    """Where each time of a kind is told, and whether it was found."""
    for one in some:
        for time in one.row["times"]:
            if time[key] == kind:
                yield f"{one.where} {time['start']}", (time["role"], time["start"]) in starts(one.got)


def badness(one: Judged) -> float:
    """How many starts are missing or too many."""
    right, got = Counter(starts(one.row)), Counter(starts(one.got))
    return float((right - got).total() + (got - right).total())
