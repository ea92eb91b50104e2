"""The language model as this program has it: elsewhere, or a server of our own that is kept running."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext, suppress

from bot.heard import Heard
from bot.listening import Model
from bot.model import MODEL, PYTHON, model_server, ready
from bot.settings import Settings, Trouble
from bot.when import Span

LOOK = 0.25  # seconds between looks at a server that is starting
ROUND = 5.0  # seconds between looks at one that is up
HERE, ELSEWHERE = 180.0, 30.0  # seconds that a server may take to start
TRIES = 3


class NoModel(Trouble):
    """There is no language model to be had; the text says why and what to do."""


class Ear:
    """One model's server, as far as we know. To be used from one event loop."""

    def __init__(self, url: str, deadline: float, patience: float, lacks: str = "") -> None:
        """`lacks` is why nobody will ever answer, where that is known."""
        self.url, self.patience, self.lacks = url, patience, lacks
        self.model = Model(url, deadline)
        self.up, self.was_up = asyncio.Event(), False

    @property
    def state(self) -> str:
        """ "ok", "starting" or "down"."""
        return "ok" if self.up.is_set() else "down" if self.was_up else "starting"

    async def watch(self) -> None:
        """Keep what we know true, until cancelled."""
        while True:
            if await ready(self.url):
                self.up.set()
                self.was_up = True
            else:
                self.up.clear()
            await asyncio.sleep(ROUND if self.up.is_set() else LOOK)

    async def wait(self, seconds: float) -> bool:
        """Whether the model is ready before so many seconds have passed."""
        with suppress(TimeoutError):
            return not self.lacks and await asyncio.wait_for(self.up.wait(), seconds)
        return False

    async def insist(self) -> None:
        """Return once the model is ready. Raises NoModel."""
        if not await self.wait(self.patience):
            raise NoModel(self.lacks or f"The language model did not answer within {self.patience:.0f} seconds.")

    async def surely(self, text: str, times: Sequence[Span] = ()) -> Heard:
        """What the model makes of a text, however long it takes. Raises NoModel if it cannot be had."""
        for _ in range(TRIES):
            await self.insist()
            self.model.rested = 0.0
            if heard := await self.model.hear(text, times):
                return heard
            self.up.clear()
        raise NoModel("The language model is there, but does not answer.")


@asynccontextmanager
async def listening(chosen: Settings, deadline: float = 1.0) -> AsyncIterator[Ear]:
    """The model at COOLDOWN_NLU_URL, or one started here; it need not be ready yet. `deadline` is for one answer."""
    own = not chosen.nlu_url
    async with model_server(chosen.root) if own else nullcontext(chosen.nlu_url) as url:
        ear = Ear(url, deadline, HERE if own else ELSEWHERE, lacks(chosen))
        watching = asyncio.create_task(ear.watch())
        try:
            yield ear
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            await ear.model.close()


def lacks(chosen: Settings) -> str:
    """Why no model can answer here, and what to do; "" if one can."""
    if chosen.nlu_url:
        return ""
    if not (chosen.root / PYTHON).is_file():
        return "Rasa is not installed. Run: make setup"
    return "" if (chosen.root / MODEL).is_file() else "The language model is not trained. Run: cooldown train"
