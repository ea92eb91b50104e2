"""What the language model makes of a text; nothing where it is down or late. What clients say is never logged."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import httpx

from bot.when import ROLES, Span

LONGEST = 1_000  # characters the model reads
REST = 2.0  # seconds for which a server that failed is left alone: a dead one costs nothing, a new one is soon heard
Ranked = tuple[tuple[str, float], ...]

log = logging.getLogger(__name__)


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


class Model:
    """The server at `url`. One answer takes at most `deadline` seconds."""

    def __init__(self, url: str, deadline: float = 1.0) -> None:
        self.url, self.deadline = f"{url.rstrip('/')}/model/parse", deadline
        self.client = httpx.AsyncClient(timeout=deadline, trust_env=False)  # a proxy has no business on loopback
        self.rested = 0.0

    async def hear(self, text: str, times: Sequence[Span] = ()) -> Heard | None:
        """What the model makes of a text, and of the phrases in it that are `times`.

        None if it fails, is late, or failed a moment ago.
        """
        if monotonic() < self.rested:
            return None
        try:
            async with asyncio.timeout(self.deadline):
                answer = await self.client.post(self.url, json={"text": clean(text), "times": times})
            return heard(answer.raise_for_status().json())
        except (httpx.HTTPError, TimeoutError, ValueError, KeyError, TypeError, AttributeError) as failure:
            log.warning("going on without the language model: %s", type(failure).__name__)
            self.rested = monotonic() + REST
            return None

    async def close(self) -> None:
        """Let the connections go."""
        await self.client.aclose()


def clean(text: str) -> str:
    """What the server takes: no NUL, no halves of characters."""
    return text[:LONGEST].replace("\0", " ").encode(errors="replace").decode()


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
