"""A Bot API on loopback, and the phones that talk to it. aiogram's models check every request, answer and update."""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from itertools import count
from types import TracebackType
from typing import Any, Self, TypeVar

import aiogram.methods
import aiohttp
from aiogram.types import Update
from aiohttp import web
from pydantic import TypeAdapter, ValidationError

Json = dict[str, Any]
Found = TypeVar("Found")

TOKEN = "4711:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"
ME = {"id": 4711, "is_bot": True, "first_name": "Cooldown", "username": "cooldown_bot"}
NOW = 1_795_515_300  # 2026-11-24 10:15 in UTC
METHODS = {name[0].lower() + name[1:]: getattr(aiogram.methods, name) for name in aiogram.methods.__all__}


class Refusal(Exception):
    """What the Bot API answers instead of a result."""

    def __init__(self, code: int, why: str, **parameters: int) -> None:
        super().__init__(why)
        self.code = code
        self.body: Json = {"ok": False, "error_code": code, "description": why}
        if parameters:
            self.body["parameters"] = parameters


class BotApi:
    """`async with BotApi() as api:` serves at `api.base`. Updates wait here until they are confirmed."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.updates: list[Json] = []
        self.webhook: Json = {}
        self.screens: dict[int, list[Json]] = {}  # the messages of each chat, ours and theirs
        self.share: dict[int, bool] = {}  # chats that show the button for sharing a number
        self.left: list[int] = []
        self.queries: set[str] = set()  # pressed buttons that nobody has answered
        self.refusals: dict[str, list[Refusal]] = {}
        self.ids = count(1)
        self.changed = asyncio.Event()
        self.polling = 0

    async def __aenter__(self) -> Self:
        served = web.Application()
        served.router.add_post("/bot{token}/{method}", self.serve)
        self.runner = web.AppRunner(served, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", getattr(self, "port", 0)).start()
        self.port = self.runner.addresses[0][1]
        self.base = f"http://127.0.0.1:{self.port}"
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        await self.runner.cleanup()

    def refuse(self, method: str, code: int, why: str, times: int = 1, **parameters: int) -> None:
        """Answer the next calls of a method so: `refuse("sendMessage", 429, "Too Many Requests", retry_after=1)`."""
        self.refusals.setdefault(method, []).extend([Refusal(code, why, **parameters)] * times)

    async def until(self, found: Callable[[], Found], seconds: float = 5.0) -> Found:
        """Wait for something to come true here."""
        async with asyncio.timeout(seconds):
            while not (it := found()):
                self.changed.clear()
                await self.changed.wait()
        return it

    def called(self, method: str) -> list[Json]:
        """What a method was called with, each time."""
        return [asked for name, asked in self.calls if name == method]

    # ------------------------------------------------------------ requests

    async def serve(self, request: web.Request) -> web.Response:
        """Answer one call as the Bot API does."""
        try:
            if request.match_info["token"] != TOKEN:
                raise Refusal(401, "Unauthorized")
            answer = await self.answer(request.match_info["method"], dict(await request.post()))
        except Refusal as refusal:
            TypeAdapter(aiogram.methods.base.Response[bool]).validate_python(refusal.body)
            return web.json_response(refusal.body, status=refusal.code)
        finally:
            self.changed.set()
        return web.json_response({"ok": True, "result": answer})

    async def answer(self, method: str, form: Mapping[str, Any]) -> Any:
        """Check a request, do what it says, check the answer."""
        if method not in METHODS:
            raise Refusal(404, "Not Found")
        asked = self.checked(METHODS[method], form)
        self.calls.append((method, asked))
        if self.refusals.get(method):
            raise self.refusals[method].pop(0)
        name = re.sub("([A-Z])", r"_\1", method).lower()
        answer = getattr(self, name)(asked)
        answer = await answer if asyncio.iscoroutine(answer) else answer
        TypeAdapter(METHODS[method].__returning__).validate_python(answer)
        return answer

    def checked(self, model: Any, form: Mapping[str, Any]) -> Json:
        """The request's parameters, if they are ones the method knows, of the right types and lengths."""
        fields = model.model_fields
        if unknown := set(form) - set(fields):
            raise Refusal(400, f"Bad Request: unknown {sorted(unknown)}")
        asked = {
            name: sent if fields[name].annotation in (str, str | None) else parsed(sent) for name, sent in form.items()
        }
        try:
            model.model_validate(asked)
        except ValidationError as error:
            raise Refusal(400, f"Bad Request: {error}") from None
        keys = [key for row in asked.get("reply_markup", {}).get("inline_keyboard", ()) for key in row]
        if not 1 <= len(asked.get("text", "…")) <= 4096 or len(keys) > 100:
            raise Refusal(400, "Bad Request: message is empty or too long")
        if any(not key["text"] or not 1 <= len(key["callback_data"].encode()) <= 64 for key in keys):
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        return asked

    # ------------------------------------------------------------ methods

    def get_me(self, asked: Json) -> Json:
        return ME

    async def get_updates(self, asked: Json) -> list[Json]:
        if self.webhook or self.polling:
            raise Refusal(409, "Conflict: somebody else takes the updates")
        self.updates = [update for update in self.updates if update["update_id"] >= asked.get("offset", 0)]
        self.polling += 1
        try:
            await self.until(lambda: self.updates, asked.get("timeout", 0))
        except TimeoutError:
            return []
        finally:
            self.polling -= 1
        return self.updates[: asked.get("limit", 100)]

    def set_webhook(self, asked: Json) -> bool:
        self.webhook = asked
        return True

    def delete_webhook(self, asked: Json) -> bool:
        self.webhook = {}
        return True

    def set_my_commands(self, asked: Json) -> bool:
        return all(re.fullmatch("[a-z0-9_]{1,32}", command["command"]) for command in asked["commands"])

    def send_message(self, asked: Json) -> Json:
        markup, chat = asked.get("reply_markup", {}), asked["chat_id"]
        message = {"message_id": next(self.ids), "date": NOW, "chat": the_chat(chat), "from": ME, "text": asked["text"]}
        if "inline_keyboard" in markup:
            message["reply_markup"] = markup
        if "keyboard" in markup or "remove_keyboard" in markup:
            self.share[chat] = "keyboard" in markup
        self.screens.setdefault(chat, []).append(message)
        return message

    def edit_message_text(self, asked: Json) -> Json:
        return self.edit(asked, {"text": asked["text"]})

    def edit_message_reply_markup(self, asked: Json) -> Json:
        return self.edit(asked, {})

    def edit(self, asked: Json, news: Json) -> Json:
        """An edit without a keyboard takes the keyboard away."""
        shown = self.screens.get(asked["chat_id"], [])
        at = next((n for n, message in enumerate(shown) if message["message_id"] == asked["message_id"]), None)
        if at is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        keys = {"reply_markup": asked["reply_markup"]} if "reply_markup" in asked else {}
        bare = {name: part for name, part in shown[at].items() if name not in ("reply_markup", "edit_date")}
        if bare | news | keys == {name: part for name, part in shown[at].items() if name != "edit_date"}:
            raise Refusal(400, "Bad Request: message is not modified")
        shown[at] = bare | news | keys | {"edit_date": NOW}
        return shown[at]

    def answer_callback_query(self, asked: Json) -> bool:
        if asked["callback_query_id"] not in self.queries:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.queries.remove(asked["callback_query_id"])
        return True

    def send_chat_action(self, asked: Json) -> bool:
        return True

    def leave_chat(self, asked: Json) -> bool:
        self.left.append(asked["chat_id"])
        return True

    # ------------------------------------------------------------ updates

    async def bring(self, **what: Any) -> Json:
        """Something happened: keep it for polling, or call the webhook with it. Returns the update."""
        update = {"update_id": 1000 + next(self.ids)} | what
        TypeAdapter(Update).validate_python(update)
        await self.deliver(update)
        return update

    async def deliver(self, update: Json, secret: str | None = None) -> int:
        """Hand an update over, perhaps once more. Returns the webhook's answer."""
        if not self.webhook:
            self.updates.append(update)
            self.changed.set()
            return 0
        proof = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "") if secret is None else secret}
        async with aiohttp.ClientSession(headers=proof) as http, http.post(self.webhook["url"], json=update) as answer:
            return answer.status


class Phone:
    """Somebody's Telegram, in a private chat with the bot."""

    def __init__(self, api: BotApi, chat: int = 815) -> None:
        self.api, self.id = api, chat
        self.owner = {"id": chat, "is_bot": False, "first_name": "Jo", "language_code": "en"}

    @property
    def screen(self) -> list[Json]:
        """The messages shown, oldest first."""
        return self.api.screens.setdefault(self.id, [])

    @property
    def texts(self) -> list[str]:
        """What the bot wrote."""
        return [message["text"] for message in self.screen if message["from"] == ME]

    @property
    def keys(self) -> list[list[str]]:
        """The newest keyboard, row by row."""
        newest = next((message for message in reversed(self.screen) if "reply_markup" in message), None)
        return [[key["text"] for key in row] for row in newest["reply_markup"]["inline_keyboard"]] if newest else []

    async def writes(self, text: str) -> Json:
        """Type a message."""
        commands = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text[:1] == "/" else []
        return await self.sends(text=text, **({"entities": commands} if commands else {}))

    async def sends(self, **content: Any) -> Json:
        """Send a message of any kind: `sends(sticker=STICKER)`."""
        message = {
            "message_id": next(self.api.ids),
            "date": NOW,
            "chat": the_chat(self.id),
            "from": self.owner,
        } | content
        self.screen.append(message)
        return await self.api.bring(message=message)

    async def edits(self, update: Json, text: str) -> Json:
        """Edit a message that was sent."""
        return await self.api.bring(edited_message=update["message"] | {"text": text, "edit_date": NOW + 60})

    async def presses(self, label: str, on: Json | None = None) -> Json:
        """Press the newest button so named, or the one on a message as it was."""
        shown = [on] if on else reversed(self.screen)
        message, key = next((m, key) for m in shown for row in rows(m) for key in row if key["text"] == label)
        return await self.taps(message, key["callback_data"])

    async def taps(self, message: Json, says: str) -> Json:
        """Send a button's word back, whether or not there is such a button."""
        query = {
            "id": f"q{next(self.api.ids)}",
            "from": self.owner,
            "chat_instance": "1",
            "message": message,
            "data": says,
        }
        self.api.queries.add(str(query["id"]))
        return await self.api.bring(callback_query=query)

    async def shares(self, number: str, of: int | None = None) -> Json:
        """Share one's own number with the button for it, or anybody's from the address book."""
        assert of or self.api.share.get(self.id), "there is no button for sharing a number"
        return await self.sends(contact={"phone_number": number, "first_name": "Jo", "user_id": of or self.id})

    async def reads(self, words: str, times: int = 1, seconds: float = 5.0) -> str:
        """Wait until the bot has written these words so many times; returns the newest such message."""
        return (await self.api.until(lambda: [t for t in self.texts if words in t][times - 1 :], seconds))[-1]


STICKER = {
    "file_id": "s1", "file_unique_id": "u1", "type": "regular", "width": 512, "height": 512,
    "is_animated": False, "is_video": False,
}  # fmt: skip
VOICE = {"file_id": "v1", "file_unique_id": "u2", "duration": 3}
PHOTO = [{"file_id": "p1", "file_unique_id": "u3", "width": 90, "height": 90}]


def parsed(sent: Any) -> Any:
    try:
        return json.loads(sent)
    except ValueError:
        return sent


def rows(message: Json) -> list[list[Json]]:
    found: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return found


def the_chat(chat: int) -> Json:
    """Groups have negative ids."""
    person, group = {"type": "private", "first_name": "Jo"}, {"type": "group", "title": "Sunday runners"}
    return {"id": chat} | (person if chat > 0 else group)
