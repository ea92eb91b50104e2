"""What the language model makes of a text; nothing where it is down or late. What clients say is never logged."""

import asyncio
import logging
from collections.abc import Sequence
from time import monotonic

import httpx

from bot.heard import Heard, heard
from bot.when import Span

LONGEST = 1_000  # characters the model reads
REST = 2.0  # seconds for which a server that failed is left alone: a dead one costs nothing, a new one is soon heard

log = logging.getLogger(__name__)


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
