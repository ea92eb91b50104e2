"""What the language model heard in a message, as a value; who hears gives it. Pure."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.when import ROLES, Span

Ranked = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Heard:
    """What the model said: an intent as in `ask_faq/prices`, its runners-up, complaints and red flags, likeliest first.

    `chances` are of what a message as a whole tells: that `nothing_hurts`; that a red flag `stops` a booking, or at
    least `marks` it; that there is a time to `want`, one that is `not` wanted, one to be moved `from`. `times` are the
    phrases that speak of a time, each with the chances of these three roles; what is left is that it has none.
    """

    intent: str
    confidence: float
    ranking: Ranked = ()
    complaints: Ranked = ()
    red_flags: Ranked = ()
    chances: Mapping[str, float] = field(default_factory=dict)
    times: tuple[tuple[str, Mapping[str, float]], ...] = ()


Hear = Callable[[str, Sequence[Span]], Awaitable[Heard | None]]  # of a text, and of the times that are spoken of in it


def heard(answer: Mapping[str, Any]) -> Heard:
    """The server's answer as a value. Raises ValueError, KeyError, TypeError or AttributeError if it is none."""
    best = answer["intent"]
    ranking, complaints, flags = (ranked(answer[part]) for part in ("intent_ranking", "complaints", "red_flags"))
    chances = {str(name): float(chance) for name, chance in answer["chances"].items()}
    times = answer.get("times", ())  # which a server of an earlier release does not tell
    spoken = tuple((answer["text"][one["start"] : one["end"]], roles(one)) for one in times)
    return Heard(str(best["name"] or ""), float(best["confidence"]), ranking, complaints, flags, chances, spoken)


def roles(one: Mapping[str, Any]) -> Mapping[str, float]:
    """The chances of what a time is to the client."""
    return {role: float(one[role]) for role in ROLES}


def ranked(some: Sequence[Mapping[str, Any]]) -> Ranked:
    """Names and how sure the model is of each."""
    return tuple((str(one["name"]), float(one["confidence"])) for one in some)
