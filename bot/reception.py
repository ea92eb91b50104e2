"""The desk at which channels hand in and pick up: turns and outbox together, and what is done now and then."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from bot.messages import Inbound, Line, Outgoing, Reply
from bot.outbox import Outbox
from bot.store import find_appointment, inbox, post, reading, sweep
from bot.turns import Turns

ROUND = 20.0  # seconds between looks at what was left and what is to be forgotten

log = logging.getLogger(__name__)


class Reception:
    """`async with` it: turns that were left are taken, replies leave, and what has lapsed is let go."""

    def __init__(self, turns: Turns, outbox: Outbox, nlu: Callable[[], str]) -> None:
        """`nlu` says how the understanding is: "ok", or what is the matter."""
        self.turns, self.outbox, self.nlu = turns, outbox, nlu
        self.engine = turns.engine

    async def __aenter__(self) -> Self:
        self.delivering = asyncio.create_task(self.outbox.run())
        self.keeping = asyncio.create_task(self.keep_house())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.keeping.cancel()
        await asyncio.wait([self.keeping])
        await self.turns.close()
        self.outbox.close()
        await self.delivering

    async def keep_house(self) -> None:
        """Now and then: take the turns that were left, let go of what has lapsed, forget what is to be forgotten."""
        while True:
            try:
                await self.turns.resume()
                await asyncio.to_thread(self.sweep)
            except SQLAlchemyError as error:
                log.error("the house is not kept: %s", type(error).__name__)
            await asyncio.sleep(ROUND)

    def sweep(self) -> None:
        """Sweep, in the calling thread."""
        sweep(self.engine, self.turns.profiles, self.turns.knowledge, self.turns.clock())

    async def receive(self, inbound: Inbound) -> None:
        """Commit the message and see that its turn is taken soon. A message received before changes nothing."""
        await self.turns.receive(inbound)

    async def settled(self, conversation: str) -> None:
        """Return once every message received in this conversation has had its turn."""
        await self.turns.settled(conversation)

    async def answer(self, inbound: Inbound) -> list[Reply]:
        """Take the message's turn at once. Returns what we say to it, after what fell due meanwhile."""
        return await self.turns.answer(inbound)

    async def offered(self, conversation: str) -> Mapping[str, str]:
        """The buttons that were offered of late: what each says, and its label."""
        return await asyncio.to_thread(self.buttons, conversation)

    async def lines(self, conversation: str, after: int) -> list[Line]:
        """The transcript after this line, oldest first."""
        return await self.outbox.lines(conversation, after)

    async def collect(self, conversation: str) -> list[Outgoing]:
        """What is due and not yet collected, oldest first."""
        return await self.outbox.collect(conversation)

    async def wait(self, conversation: str, seconds: float) -> None:
        """Return as soon as there may be new lines, or after so many seconds."""
        await self.outbox.wait(conversation, seconds)

    async def reply(self, conversation: str, number: int) -> Reply | None:
        """The reply with this number in the outbox, if it is this conversation's."""
        return await self.outbox.reply(conversation, number)

    async def appointment(self, reference: str) -> Mapping[str, object] | None:
        """An appointment in its outer shape, or None."""
        return await asyncio.to_thread(self.found, reference)

    async def clinic(self, conversation: str) -> str | None:
        """The clinic that the conversation's latest message was for; None before the first."""
        return await asyncio.to_thread(self.clinic_of, conversation)

    async def health(self) -> Mapping[str, object]:
        """How the house is: `status` is "ok" or "degraded", and each part says its own."""
        parts = {"nlu": self.nlu(), "database": await asyncio.to_thread(self.database)}
        return {"status": "ok" if set(parts.values()) == {"ok"} else "degraded", **parts}

    def found(self, reference: str) -> Mapping[str, object] | None:
        """An appointment, in the calling thread."""
        with reading(self.engine) as db:
            return find_appointment(db, reference)

    def buttons(self, conversation: str) -> Mapping[str, str]:
        """What was offered, in the calling thread."""
        with reading(self.engine) as db:
            return post.offered(db, conversation)

    def clinic_of(self, conversation: str) -> str | None:
        """A conversation's clinic, in the calling thread."""
        with reading(self.engine) as db:
            return inbox.clinic_of(db, conversation)

    def database(self) -> str:
        """Whether the record can be read, in the calling thread."""
        try:
            with reading(self.engine) as db:
                inbox.unfinished(db)
        except SQLAlchemyError as error:
            return type(error).__name__
        return "ok"
