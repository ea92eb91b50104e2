"""The pages behind an offer's mail: to take what the waiting list keeps, or to let the next one have it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from bot.channels.desk import Desk, Kept, Storefront
from bot.channels.links import ANSWERS, CHAT, LIST, Links
from bot.channels.pages import page, unknown
from bot.messages import Inbound, Reply

LookUp = Callable[[str, int], Awaitable[Kept | None]]
STANDING = {  # title, what it means, and the answer's code
    "kept": ("Not quite yet", f"A question is waiting for you in {CHAT}. Nothing is booked or changed so far.", 200),
    "chosen": ("It's kept for you", f"Please finish in {CHAT}: a question or two is waiting for you there.", 200),
    "booked": ("It's yours", "You're booked in. See you then.", 200),
    "gone": (
        "This time is no longer kept for you",
        "I'm sorry, somebody else may have it by now. As long as you're on the waiting list, we'll write to you when "
        "another one comes free.",
        410,
    ),
    "over": ("This link has run out", "That is over.", 410),
}


def offer_routes(desk: Desk, links: Links, look_up: LookUp, host: Storefront) -> APIRouter:
    """`GET` says what will happen, `POST` does it, by a turn of the conversation that the time is kept for."""
    routes = APIRouter(prefix=LIST)

    async def read(token: str) -> tuple[str, Kept | None]:
        """What the link's button says, and how it stands with the time that it is about."""
        says, _, letter = links.read(token).rpartition(" letter=")
        kept = await look_up(says, int(letter)) if intent(says) in ANSWERS else None
        if kept and kept.conversation.startswith("web:"):
            kept = replace(kept, chat=links.to("book", kept.clinic, 0))
        return says, kept

    @routes.get("/{token}")
    async def show(token: str) -> HTMLResponse:
        """What will happen."""
        says, kept = await read(token)
        return asked(says, kept) if kept else unknown(host)

    @routes.post("/{token}")
    async def act(token: str, once: Annotated[str, Query(max_length=40)] = "") -> HTMLResponse:
        """Do it. The same form sent again is the same message, which changes nothing."""
        says, kept = await read(token)
        if kept is None:
            return unknown(host)
        if not is_open(says, kept):
            return stands(kept)
        identity = f"link:{intent(says)}:{once}"
        press = Inbound(kept.conversation, identity, kept.clinic, label(says, kept), says)
        await desk.receive(press)
        await desk.settled(kept.conversation)
        now = (await read(token))[1] or kept
        return await outcome(says, now, press, desk)

    return routes


def is_open(says: str, kept: Kept) -> bool:
    """Whether the button can do anything: what they have taken they can still decline."""
    return kept.stands == "kept" or (intent(says), kept.stands) == ("refuse", "chosen")


def intent(says: str) -> str:
    """What a button is for."""
    return says.partition(" ")[0]


def label(says: str, kept: Kept) -> str:
    """What stands on it."""
    return "No, thanks" if intent(says) == "refuse" else "Yes, move it" if kept.moves else "Yes, take it"


def asked(says: str, kept: Kept) -> HTMLResponse:
    """What the button would do; or that it is too late, or done."""
    if not is_open(says, kept):
        return stands(kept)
    answer, until = ANSWERS[intent(says)], f"It is kept for you until {kept.until}."
    explains = answer.to_move if kept.moves else answer.explains
    asks = kept.moves if intent(says) == "take" else ""
    return page(kept.front, answer.asks, kept.when, until, asks, explains, button=label(says, kept))


async def outcome(says: str, now: Kept, press: Inbound, desk: Desk) -> HTMLResponse:
    """What has become of it, as the record has it. A turn that broke asks nothing."""
    if intent(says) == "refuse" and now.stands == "gone":
        still = "Somebody else may have that one. You're still on the waiting list, and we'll write to you again."
        return page(now.front, "All right", now.when, still)
    if is_open(says, now) and not (intent(says) == "take" and asks(await desk.answer(press))):
        return page(now.front, "That did not work", f"Sorry. Please call us on {now.front.phone}.", status=503)
    return stands(now)


def asks(replies: Sequence[Reply]) -> bool:
    """Whether what we said in the chat ends with a question."""
    return bool(replies and replies[-1].slots)


def stands(kept: Kept) -> HTMLResponse:
    """How it stands with the time."""
    title, means, status = STANDING[kept.stands]
    until = f"It is kept for you until {kept.until}." if kept.until else ""
    chat = kept.chat if kept.stands in ("kept", "chosen") else ""  # where it is finished
    return page(kept.front, title, kept.when, until, means, chat=chat, status=status)
