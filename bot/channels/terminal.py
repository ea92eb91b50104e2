"""The terminal: the same conversation line by line, with numbers for buttons."""

import re
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

from bot.channels.desk import Desk
from bot.messages import Choice, Inbound, Reply

NUMBER = re.compile(r"\s*#?(\d{1,2})[.)]?\s*")
SHOWN = 12  # of a calendar's many days; any other can be typed
MANY = ("day", "time")
GOODBYE = "Take care. This conversation is kept: come back to it whenever you like.\n"

Write = Callable[[str], object]


@dataclass(frozen=True)
class Screen:
    """What stands before the client: replies, buttons to choose by number, and buttons to choose by their words."""

    text: str = ""
    numbered: tuple[Choice, ...] = ()
    worded: tuple[Choice, ...] = ()

    def chosen(self, line: str) -> Choice | None:
        """The button that a line names, if it does."""
        label = line.strip().casefold()
        by_words = [choice for choice in (*self.worded, *self.numbered) if choice.label.casefold() == label]
        number = NUMBER.fullmatch(line)
        by_number = [choice for at, choice in enumerate(self.numbered, 1) if number and at == int(number[1])]
        return next(iter((*by_words, *by_number)), None)


async def converse(
    desk: Desk, conversation: str, clinic: str, typed: AsyncIterator[str], write: Write, prompt: str = ""
) -> None:
    """Talk until the lines end. A conversation that was left goes on with its open question."""
    screen = await resumed(desk, conversation)
    write(screen.text + prompt)
    async for line in typed:
        if line.strip():
            await desk.receive(said(line, screen, conversation, clinic))
            await desk.settled(conversation)
            screen = drawn([outgoing.reply for outgoing in await desk.collect(conversation)])
        write(screen.text + prompt)
    write(f"\n{GOODBYE}" if prompt else GOODBYE)


async def resumed(desk: Desk, conversation: str) -> Screen:
    """What was on the screen, and what fell due meanwhile."""
    await desk.settled(conversation)
    due = [outgoing.reply for outgoing in await desk.collect(conversation)]
    told = [line.reply for line in await desk.lines(conversation, 0) if line.reply]
    return drawn(due or told[-1:])


def said(line: str, screen: Screen, conversation: str, clinic: str) -> Inbound:
    """A line as a message: pressed, if it names a button."""
    choice = screen.chosen(line)
    text, says = (choice.label, choice.says) if choice else (line, "")
    return Inbound(conversation, secrets.token_hex(8), clinic, text, says)


def drawn(replies: Iterable[Reply]) -> Screen:
    """Replies as a screen; their buttons are numbered through."""
    screen = Screen()
    for reply in replies:
        screen = (worded if in_words(reply) else numbered)(screen, reply)
    return screen


def in_words(reply: Reply) -> bool:
    """Whether a number would be an answer: to an open question, or one of the buttons' own words."""
    open_question = bool(reply.slots) and reply.kind == "text"
    return open_question or any(choice.label.isdigit() for choice in reply.choices)


def worded(screen: Screen, reply: Reply) -> Screen:
    """A reply whose buttons are told by their words."""
    offered = f"  ({' · '.join(choice.label for choice in reply.choices)})\n" if reply.choices else ""
    return Screen(f"{screen.text}{reply.text}\n{offered}\n", screen.numbered, (*screen.worded, *reply.choices))


def numbered(screen: Screen, reply: Reply) -> Screen:
    """A reply whose buttons are numbered, on from those before."""
    shown = reply.choices[:SHOWN] if reply.kind in MANY else reply.choices
    first = len(screen.numbered) + 1
    listed = "".join(f"  {number}. {choice.label}\n" for number, choice in enumerate(shown, first))
    more = "  … or write any other day or time.\n" if len(shown) < len(reply.choices) else ""
    return Screen(f"{screen.text}{reply.text}\n{listed}{more}\n", (*screen.numbered, *shown), screen.worded)
