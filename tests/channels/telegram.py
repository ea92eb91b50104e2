"""A Telegram chat on paper: phone, Bot API, the real channel, a scripted desk, and an outbox that delivers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram import Telegram, telegram_channel
from bot.messages import Outgoing, Reply
from bot.outbox import TryLater, Unreachable
from tests.botapi import TOKEN, BotApi, Phone
from tests.channels.desk import BOOKING, CLINICS, ScriptedDesk


class PushingDesk(ScriptedDesk):
    """A scripted desk whose outbox pushes. It also knows its replies by number."""

    def __init__(self, script: Sequence[Reply] = BOOKING) -> None:
        super().__init__(script)
        self.unreachable: list[str] = []
        self.waits: list[float] = []

    async def reply(self, conversation: str, number: int) -> Reply | None:
        return next((line.reply for line in await self.lines(conversation, 0) if line.id == number), None)

    async def clinic(self, conversation: str) -> str | None:
        return next((known.clinic for known in reversed(self.received) if known.conversation == conversation), None)

    async def push(self, channel: Telegram) -> None:
        """Deliver what is due, in order, until cancelled."""
        while True:
            for conversation in list(self._due):
                for outgoing in await self.collect(conversation):
                    await self.deliver(channel, outgoing)
            await self.wait("", 0.05)

    async def deliver(self, channel: Telegram, outgoing: Outgoing) -> None:
        try:
            await channel.send(outgoing)
        except Unreachable:
            self.unreachable.append(outgoing.conversation)
        except TryLater as later:
            self.waits.append(later.seconds)
            await self.deliver(channel, outgoing)


@dataclass
class Chat:
    """All that a test needs."""

    api: BotApi
    desk: PushingDesk
    channel: Telegram
    phone: Phone


@asynccontextmanager
async def chat(script: Sequence[Reply] = BOOKING, api: BotApi | None = None, **more: Any) -> AsyncIterator[Chat]:
    """The channel at work, polling."""
    desk = more.pop("desk", None) or PushingDesk(script)
    async with BotApi() as fresh:
        used = api or fresh
        channel = telegram_channel(TOKEN, desk, CLINICS, "cardiff", api_base=more.pop("api_base", used.base), **more)
        async with channel, pushing(desk, channel):
            yield Chat(used, desk, channel, Phone(used))
        await desk.settled("telegram:815")


@asynccontextmanager
async def pushing(desk: PushingDesk, channel: Telegram) -> AsyncIterator[None]:
    """Replies leave while this lasts."""
    task = asyncio.create_task(desk.push(channel))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def served(channel: Telegram, port: int) -> AsyncIterator[None]:
    """The website, with the webhook's route."""
    app = Starlette(routes=channel.routes)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, lifespan="off"))
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        await task
