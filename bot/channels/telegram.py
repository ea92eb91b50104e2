"""Telegram: what clients write is committed before it is confirmed; the rest is python-telegram-bot's."""

import asyncio
import hmac
import logging
import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, Self
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import InlineKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter
from telegram.ext import AIORateLimiter, Application

from bot.channels.desk import Desk, Storefront
from bot.channels.gestures import Gestures, Program
from bot.channels.keyboard import SHARE, Markup, keyboard, looked_up, screen
from bot.channels.quiet import keep_quiet
from bot.channels.updates import COMMANDS, payload, read
from bot.messages import Inbound, Outgoing, Reply
from bot.outbox import TryLater, Unreachable

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's own switch: what it says of time is a timedelta

API = "https://api.telegram.org"
WANTED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
POLL = 10  # seconds that Telegram may keep a request until somebody writes
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0  # seconds before trying again to receive
PATIENCE = 8.0  # seconds for one reply, pauses that Telegram asks for included; the outbox would wait for 10
OFFLINE = 30.0  # seconds until a reply is tried again that did not get through

CARRIED = "Telegram carries what is written here. If you would rather speak about your health, call us on {phone}."
THANKS = "Thank you."
REMOVE = ReplyKeyboardRemove()

log = logging.getLogger(__name__)


class TelegramDesk(Desk, Protocol):
    """What Telegram asks of the house beyond what every channel does."""

    async def reply(self, conversation: str, number: int) -> Reply | None:
        """The reply with this number in the outbox, if it is this conversation's."""

    async def clinic(self, conversation: str) -> str | None:
        """The clinic that the conversation's latest message was for; None before the first."""


def telegram_channel(
    token: str,
    desk: TelegramDesk,
    clinics: Mapping[str, Storefront],
    clinic: str,
    api_base: str | None = None,
    webhook: str | None = None,
) -> "Telegram":
    """The channel: `async with` it to receive; `send` is for the outbox. With `webhook`, an https URL, serve `routes`.

    `clinic` is whom clients reach who follow no link that names another: https://t.me/NAME?start=cardiff.
    """
    keep_quiet()
    base = (api_base or API).rstrip("/")
    builder = Application.builder().token(token).base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    paced = builder.updater(None).concurrent_updates(True).rate_limiter(AIORateLimiter(max_retries=1))
    return Telegram(paced.build(), desk, clinics, clinic, webhook or "")


class Telegram:
    """One bot. Clients come in by `arrive`, replies go out by `send`."""

    def __init__(
        self, program: Program, desk: TelegramDesk, clinics: Mapping[str, Storefront], clinic: str, webhook: str
    ) -> None:
        self.program, self.bot = program, program.bot
        self.desk, self.clinics, self.default, self.webhook = desk, clinics, clinic, webhook
        self.gestures = Gestures(program, desk, self.leaf)
        self.secret = hmac.new(self.bot.token.encode(), b"cooldown webhook", "sha256").hexdigest()
        self.told: set[str] = set()  # conversations that have surely heard that Telegram carries their words
        self.sharing: set[str] = set()  # conversations that show the button for sharing a number
        self.pause = FIRST_PAUSE

    # ------------------------------------------------------------ life

    async def __aenter__(self) -> Self:
        self.receiving = asyncio.create_task(self.receive())
        return self

    async def __aexit__(self, *error: object) -> None:
        self.receiving.cancel()
        await asyncio.gather(self.receiving, return_exceptions=True)
        self.gestures.close()
        if self.program.running:
            await self.program.stop()
        await self.program.shutdown()
        await self.bot.shutdown()  # of which the program knows nothing if it never got through

    async def receive(self) -> None:
        """Receive until stopped, whatever becomes of the network, the token or the database meanwhile."""
        while True:
            try:
                await self.connect()
                return None if self.webhook else await self.poll()
            except Exception as error:
                log.warning("not receiving: %s; trying again in %.1f s", type(error).__name__, self.pause)
            await asyncio.sleep(self.pause)
            self.pause = min(2 * self.pause, LONGEST_PAUSE)

    async def connect(self) -> None:
        """Make ourselves known and say how we take updates. May be done again."""
        await self.program.initialize()
        if not self.program.running:
            await self.program.start()
        await self.bot.set_my_commands([(name, shown) for name, (_, shown) in COMMANDS.items()])
        if self.webhook:  # by one connection, as several would mix up the order of what a client writes
            only = {"allowed_updates": WANTED, "max_connections": 1, "secret_token": self.secret}
            await self.bot.set_webhook(self.webhook, **only)
        else:
            await self.bot.delete_webhook()

    async def poll(self) -> None:
        """Fetch and commit. Asking for what follows an update is what confirms it."""
        following = 0
        while True:
            for update in await self.bot.get_updates(following, timeout=POLL, allowed_updates=WANTED):
                await self.arrive(update)
                following = update.update_id + 1
            self.pause = FIRST_PAUSE

    @property
    def routes(self) -> list[Route]:
        """What the website serves for the webhook; nothing when polling."""
        path = urlsplit(self.webhook).path or "/"
        return [Route(path, self.called, methods=["POST"])] if self.webhook else []

    async def called(self, request: Request) -> Response:
        """Telegram brings an update. Unless we answer 200 it brings it again."""
        shown = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(shown.encode(), self.secret.encode()):
            return Response(status_code=403)
        await self.arrive(Update.de_json(await request.json(), self.bot))
        return Response()

    # ------------------------------------------------------------ in

    async def arrive(self, update: Update) -> None:
        """Commit what a client says, then see to its gestures. On return the update may be confirmed."""
        if inbound := read(update, self.default):
            one = self.unmistakable(inbound) if update.callback_query else inbound
            await self.desk.receive(await self.placed(await self.resolved(one), payload(update)))
        await self.program.update_queue.put(update)

    def unmistakable(self, inbound: Inbound) -> Inbound:
        """A press known by its message and by what it says, of which its identity tells nobody else anything."""
        said = hmac.new(self.secret.encode(), inbound.pressed.encode(), "sha256").hexdigest()
        return replace(inbound, id=f"{inbound.id}:{said[:16]}")

    async def resolved(self, inbound: Inbound) -> Inbound:
        """With what a button says in place of where to look it up."""
        found = looked_up(inbound.pressed)
        if not found:
            return inbound
        reply = await self.desk.reply(inbound.conversation, found[0])
        choices = reply.choices[found[1] :] if reply else ()
        return replace(inbound, pressed=choices[0].says if choices else "expired")

    async def placed(self, inbound: Inbound, linked: str) -> Inbound:
        """At the clinic its link names, else the one the conversation is with, if it is still ours."""
        known = linked if linked in self.clinics else await self.desk.clinic(inbound.conversation)
        return replace(inbound, clinic=known if known and known in self.clinics else self.default)

    # ------------------------------------------------------------ out

    async def send(self, outgoing: Outgoing) -> None:
        """Show a reply to its client. Raises Unreachable or TryLater, and BadRequest for what Telegram never takes."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.show(outgoing)
        except RetryAfter as error:
            raise TryLater(_seconds(error)) from None
        except (Forbidden, ChatMigrated):
            raise Unreachable from None
        except BadRequest as error:
            raise (Unreachable() if "chat not found" in error.message.lower() else error) from None
        except (NetworkError, TimeoutError):
            raise TryLater(OFFLINE) from None

    async def show(self, outgoing: Outgoing) -> None:
        """Send a reply's messages, and what goes before them in a chat."""
        to, chat = outgoing.conversation, int(outgoing.conversation.partition(":")[2])
        clinic = await self.storefront(to)
        messages = screen(outgoing.reply, outgoing.id, clinic.locale)
        if await self.is_first(outgoing):
            messages.insert(0, (CARRIED.format(phone=clinic.phone), None))
        for text, markup in self.tidied(to, messages):
            await self.bot.send_message(chat, text, reply_markup=markup)
        self.told.add(to)
        self.sharing.discard(to) if messages[-1][1] is not SHARE else self.sharing.add(to)

    def tidied(self, to: str, messages: list[tuple[str, Markup]]) -> list[tuple[str, Markup]]:
        """Take the button for sharing a number away: with a message that has no keyboard, or one of its own."""
        *before, (text, markup) = messages
        if markup is None:
            return [*before, (text, REMOVE)]
        return [(THANKS, REMOVE), *messages] if to in self.sharing and markup is not SHARE else messages

    async def is_first(self, outgoing: Outgoing) -> bool:
        """Whether this is the first we say in its conversation."""
        if outgoing.conversation in self.told:
            return False
        lines = await self.desk.lines(outgoing.conversation, 0)
        return next((line.reply for line in lines if line.reply), outgoing.reply) == outgoing.reply

    async def leaf(self, conversation: str, number: int, month: str) -> InlineKeyboardMarkup | None:
        """The keyboard of a reply, its calendar open at a month."""
        reply = await self.desk.reply(conversation, number)
        return keyboard(reply, number, (await self.storefront(conversation)).locale, month) if reply else None

    async def storefront(self, conversation: str) -> Storefront:
        """The clinic that a conversation is with, as its clients see it."""
        return self.clinics.get(await self.desk.clinic(conversation) or "", self.clinics[self.default])


def _seconds(error: RetryAfter) -> float:
    pause = error.retry_after
    return pause if isinstance(pause, int) else pause.total_seconds()
