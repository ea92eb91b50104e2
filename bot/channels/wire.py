"""What crosses the wire: bodies read with care, buttons told from words, choices written as JSON."""

import json
import re
from dataclasses import replace
from typing import Any

from fastapi import HTTPException, Request

from bot.channels.desk import Desk
from bot.messages import Inbound, Reply, base

LONGEST_BODY = 128 * 1024  # ten thousand emoji, each escaped as two \uXXXX, are 120,000 bytes
LONGEST_TEXT = 10_000
LONGEST_NAME = 200

# Intents a button may name although this conversation never offered it: the widget's greeting and menu do.
ERRANDS = {"book", "cancel_appointment", "help", "human", "repeat", "reschedule", "show_appointment", "stop", "undo"}
ANSWER = re.compile(r"[a-z][a-z0-9_.]*=\S*")
CONTROLS = dict.fromkeys({*range(32), *range(127, 160)} - {ord("\n"), ord("\t")})
# Questions of ours that the outside knows by a wider name.
OUTSIDE = {"doubt": "complaint", "suspected": "red_flags", "guardian": "consent", "cleared": "red_flags", "pair": "day"}


async def read_object(request: Request) -> dict[str, Any]:
    """The body's JSON object, whatever its content type says. Refuses with 400 or 413."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            raise HTTPException(413, "That message is too long.")
    try:
        found = json.loads(bytes(body))
    except (ValueError, RecursionError):
        raise HTTPException(400, "The body is not JSON.") from None
    if not isinstance(found, dict):
        raise HTTPException(400, "The body is not a JSON object.")
    return found


def read_text(found: dict[str, Any], key: str) -> str:
    """What the client wrote, cleaned; absent or null is "". Refuses anything else with 400."""
    text = found.get(key)
    if not isinstance(text, str | None):
        raise HTTPException(400, f"`{key}` is not text.")
    return clean(text or "")


def read_name(found: dict[str, Any], key: str) -> str:
    """A short name or number that must be there, such as a message's id. Refuses with 400."""
    name = found.get(key)
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise HTTPException(400, f"`{key}` is missing.")
    if not 0 < len(clean(str(name))) == len(str(name)) <= LONGEST_NAME:
        raise HTTPException(400, f"`{key}` is empty, too long or unreadable.")
    return str(name)


def clean(text: str) -> str:
    """The first 10,000 characters, without those no database takes: control characters, halves of surrogate pairs."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.translate(CONTROLS)[:LONGEST_TEXT]


async def read_buttons(desk: Desk, written: Inbound) -> Inbound:
    """Tell a button from words: its payload is "/" and what it says, so nothing typed by chance is one."""
    says = written.text.removeprefix("/")
    if says == written.text:
        return written
    labels = await desk.offered(written.conversation)
    if says in labels or said_by_button(written.text):
        return replace(written, text=labels.get(says, ""), pressed=says)
    return written


def said_by_button(payload: str) -> str:
    """What a payload of the form that all our buttons have says; "" for words, and for any other."""
    says = payload.removeprefix("/")
    first, *rest = says.split(" ")
    ours = (first in ERRANDS or ANSWER.fullmatch(first)) and all(map(ANSWER.fullmatch, rest))
    return says if ours and says != payload else ""


def buttons(reply: Reply) -> list[dict[str, str]]:
    """The choices of a reply, as Rasa writes them."""
    return [{"title": choice.label, "payload": f"/{choice.says}"} for choice in reply.choices]


def slots(reply: Reply) -> list[str]:
    """What a reply asks for, by base name: `side` for `side.calf`, each once."""
    bases = (base(slot) for slot in reply.slots)
    return list(dict.fromkeys(OUTSIDE.get(base, base) for base in bases))
