"""A Telegram chat on paper: phone, Bot API, the real channel, a scripted desk, and an outbox that delivers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from socket import socket

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
        self.unreachable: asyncio.Queue[str] = asyncio.Queue()
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
            await self.unreachable.put(outgoing.conversation)
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
async def chat(script: Sequence[Reply] = BOOKING, desk: PushingDesk | None = None) -> AsyncIterator[Chat]:
    """The channel at work, polling."""
    async with BotApi() as api, talking(api, desk or PushingDesk(script)) as it:
        yield it


@asynccontextmanager
async def talking(api: BotApi, desk: PushingDesk, token: str = TOKEN, webhook: str = "") -> AsyncIterator[Chat]:
    """The channel at work on this Bot API and this desk."""
    channel = telegram_channel(token, desk, CLINICS, "cardiff", api.base, webhook)
    async with channel, pushing(desk, channel):
        yield Chat(api, desk, channel, Phone(api))


@asynccontextmanager
async def pushing(desk: PushingDesk, channel: Telegram) -> AsyncIterator[None]:
    """Replies leave while this lasts."""
    task = asyncio.create_task(desk.push(channel))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


class Website(uvicorn.Server):
    """Serves the webhook's route on a socket that is already ours."""

    def __init__(self, channel: Telegram) -> None:
        super().__init__(uvicorn.Config(Starlette(routes=channel.routes), log_config=None, lifespan="off"))
        self.is_up = asyncio.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()


@asynccontextmanager
async def served(channel: Telegram, at: socket) -> AsyncIterator[None]:
    """The website is up while this lasts."""
    site = Website(channel)
    task = asyncio.create_task(site.serve([at]))
    await site.is_up.wait()
    try:
        yield
    finally:
        site.should_exit = True
        await task
