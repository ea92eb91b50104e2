"""What a Telegram update says, as an Inbound. Pure."""

import re

from telegram import CallbackQuery, Contact, Message, Update

from bot.channels.keyboard import IDLE
from bot.messages import Inbound

COMMANDS = {  # what each says, and what Telegram's menu shows beside it
    "start": ("greet", "Start"),
    "book": ("book", "Book a session"),
    "appointments": ("show_appointment", "Show my appointment"),
    "person": ("human", "Reach a person at the clinic"),
    "help": ("help", "What I can do"),
    "cancel": ("stop", "Stop what we are doing"),
}
COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)


def read(update: Update, clinic: str) -> Inbound | None:
    """What a client wrote or pressed in a private chat. None is what nobody needs to answer."""
    if update.callback_query:
        return tapped(update.callback_query, clinic)
    message = update.message or update.edited_message
    if message is None or message.chat.type != message.chat.PRIVATE or (message.from_user and message.from_user.is_bot):
        return None
    said = words(message)
    if not any(said) or (update.edited_message and said == UNREADABLE):  # a shared position edits itself all the time
        return None
    text, pressed = said
    return Inbound(conversation_of(message.chat.id), identity(update, message, pressed), clinic, text, pressed)


def conversation_of(chat: int) -> str:
    """The conversation held in a chat."""
    return f"telegram:{chat}"


def tapped(query: CallbackQuery, clinic: str) -> Inbound | None:
    """A pressed button. Its message, along with what it says, is what a double tap is known by."""
    message = query.message
    if message is None or message.chat.type != message.chat.PRIVATE or not query.data or query.data.startswith(IDLE):
        return None
    return Inbound(conversation_of(message.chat.id), f"button:{message.message_id}", clinic, label(query), query.data)


def label(query: CallbackQuery) -> str:
    """What the pressed button means in words: its label, or the line that its number stands for."""
    message = query.message
    if not isinstance(message, Message) or not message.reply_markup:
        return ""
    keys = [key for row in message.reply_markup.inline_keyboard for key in row]
    name = next((key.text for key in keys if key.callback_data == query.data), "")
    lines = (message.text or "").splitlines()
    return next((line.removeprefix(f"{name}. ") for line in reversed(lines) if line.startswith(f"{name}. ")), name)


UNREADABLE = ("", "unreadable")


def words(message: Message) -> tuple[str, str]:
    """The text of a message and what it says as a button would. Two times "" for what Telegram notes by itself."""
    if message.text:
        return command(message.text)
    if message.caption:
        return message.caption, ""  # we cannot see the picture, but must not miss "my calf is hot and swollen"
    if message.contact:
        return shared(message.contact, message)
    return UNREADABLE if message.effective_attachment else ("", "")


def command(text: str) -> tuple[str, str]:
    """A command we know says what its button would; of any other the words count."""
    found = COMMAND.fullmatch(text)
    if not found:
        return text, ""
    name, rest = found[1].lower(), found[2] or ""
    if name in COMMANDS and (name == "start" or not rest):
        return f"/{name}", COMMANDS[name][0]
    return f"{name} {rest}".strip(), ""


def payload(update: Update) -> str:
    """What a link to the bot carries: its clinic in `/start cardiff`."""
    found = COMMAND.fullmatch((update.message and update.message.text) or "")
    return (found[2] or "").strip() if found and found[1].lower() == "start" else ""


def shared(contact: Contact, message: Message) -> tuple[str, str]:
    """The client's own number answers; somebody else's is only mentioned."""
    number = "+" + re.sub(r"\D", "", contact.phone_number)
    own = message.from_user is not None and contact.user_id == message.from_user.id
    return number, f"contact={number}" if own else ""


def identity(update: Update, message: Message, pressed: str) -> str:
    """An id by which a redelivery is known. An album of pictures is one message."""
    album = message.media_group_id if pressed == "unreadable" else None
    return f"album:{album}" if album else str(update.update_id)
