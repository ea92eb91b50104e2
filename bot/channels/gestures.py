"""What a chat shows besides replies: an answered button, a calendar's leaf, "typing…", and a word to groups."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from bot.channels.desk import Desk
from bot.channels.keyboard import IDLE, LONGEST_TEXT, leafed
from bot.channels.updates import conversation_of, label

# seconds until "typing…" is shown, and shown again, as Telegram hides it after five; a quick turn shows nothing
TYPING = (0.4, 4.0, 4.0, 4.0, 4.0)
NOT_HERE = "I only talk in private, because it is about people's health. Please write to me directly."

Program = Application[Any, Any, Any, Any, Any, Any]
Leaf = Callable[[str, int, str], Awaitable[InlineKeyboardMarkup | None]]

log = logging.getLogger(__name__)


class Gestures:
    """Nothing here is owed: what a crash or the network swallows is not made up for."""

    def __init__(self, program: Program, desk: Desk, leaf: Leaf) -> None:
        """`leaf` draws the keyboard of a conversation's reply, by number, with its calendar open at a month."""
        self.bot, self.desk, self.leaf = program.bot, desk, leaf
        self.answered: deque[tuple[int, int, str]] = deque(maxlen=1_000)  # presses of late: chat, message, what it said
        self.declined: deque[int] = deque(maxlen=1_000)  # groups left lately
        self.turns: set[asyncio.Future[None]] = set()  # those that "typing…" is shown for
        self.open = True
        program.add_handler(CallbackQueryHandler(self.tapped))
        program.add_handler(MessageHandler(filters.ChatType.PRIVATE, self.written))
        program.add_handler(MessageHandler(filters.ChatType.GROUPS, self.decline))
        program.add_handler(ChatMemberHandler(self.decline, ChatMemberHandler.MY_CHAT_MEMBER))
        program.add_error_handler(fail)

    def close(self) -> None:
        """Wait for no more turns."""
        self.open = False
        for turn in self.turns:
            turn.cancel()

    async def written(self, update: Update, _: object) -> None:
        """A client wrote."""
        if update.effective_chat:
            await self.show_typing(update.effective_chat.id)

    async def tapped(self, update: Update, _: object) -> None:
        """A client pressed a button. A double tap is one answer, as it is for the desk; another button, another one."""
        query = update.callback_query
        if query is None:
            return
        said, message = query.data or IDLE, query.message
        leaf, press = leafed(said), (message.chat.id, message.message_id, said) if message else None
        second = press in self.answered
        if press and not said.startswith(IDLE):
            self.answered.append(press)
        with suppress(BadRequest):  # asked too long ago, which Telegram refuses
            await query.answer()
        if message and leaf:
            await self.turn_to(query, await self.leaf(conversation_of(message.chat.id), *leaf))
        elif isinstance(message, Message) and not said.startswith(IDLE) and not second:
            await self.mark(query, message)
            await self.show_typing(message.chat.id)

    async def turn_to(self, query: CallbackQuery, keys: InlineKeyboardMarkup | None) -> None:
        """Show another month. A second tap on the same arrow changes nothing, which Telegram refuses."""
        if keys:
            with suppress(BadRequest):
                await query.edit_message_reply_markup(keys)

    async def mark(self, query: CallbackQuery, message: Message) -> None:
        """Write the answer under the question, and take the buttons away."""
        marked = f"{message.text}\n\n✓ {label(query)}"
        with suppress(BadRequest):  # deleted meanwhile
            if label(query) and len(marked) <= LONGEST_TEXT:
                await query.edit_message_text(marked)
            else:
                await query.edit_message_reply_markup(None)

    async def show_typing(self, chat: int) -> None:
        """Until the turn has been taken; for a while, at most."""
        if not self.open:
            return
        turn = asyncio.ensure_future(self.desk.settled(conversation_of(chat)))
        self.turns.add(turn)
        turn.add_done_callback(self.turns.discard)
        for pause in TYPING:
            done, _ = await asyncio.wait({turn}, timeout=pause)
            if done:
                break
            with suppress(TelegramError):
                await self.bot.send_chat_action(chat, ChatAction.TYPING)
        turn.cancel()
        await asyncio.gather(turn, return_exceptions=True)

    async def decline(self, update: Update, _: object) -> None:
        """Somebody brought us into a group or a channel: say why not, and go."""
        chat, ours = update.effective_chat, update.my_chat_member
        gone = ours and ours.new_chat_member.status in (ours.new_chat_member.LEFT, ours.new_chat_member.BANNED)
        if chat is None or chat.type == chat.PRIVATE or gone or chat.id in self.declined:
            return
        self.declined.append(chat.id)
        with suppress(TelegramError):  # where we may not write we still leave
            await self.bot.send_message(chat.id, NOT_HERE)
        await self.bot.leave_chat(chat.id)


async def fail(_: object, gesture: CallbackContext[Any, Any, Any, Any]) -> None:
    """A gesture failed: note the kind of error, as its words may quote a client."""
    log.warning("a gesture failed: %s", type(gesture.error).__name__)
