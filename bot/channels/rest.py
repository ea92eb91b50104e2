"""Rasa's REST channel: one request, and the replies it led to."""

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, HTTPException, Request

from bot.channels.desk import Desk, Storefront
from bot.channels.order import InOrder
from bot.channels.wire import buttons, read_buttons, read_name, read_object, read_text, slots
from bot.messages import Inbound, Reply

ANSWERS_KEPT = 500  # for retries after an answer was lost on its way

Answer = list[dict[str, Any]]


def rest_routes(desk: Desk, clinics: Mapping[str, Storefront], default: str, token: str) -> APIRouter:
    """`POST /webhooks/rest/webhook` for whoever holds the token."""
    routes = APIRouter(prefix="/webhooks/rest")
    in_order = InOrder()
    answered: OrderedDict[tuple[str, str], Answer] = OrderedDict()

    @routes.post("/webhook")
    async def webhook(request: Request) -> Answer:
        """Take one message and wait for its replies; what fell due meanwhile comes first."""
        _check(request, token)
        found = await read_object(request)
        sender = read_name(found, "sender")
        written = _read(found, sender, clinics, default)
        once = (written.conversation, written.id)
        async with in_order(written.conversation):
            if once in answered:
                return answered[once]
            due = await desk.collect(written.conversation)  # before a look at the transcript counts it as delivered
            await desk.receive(await read_buttons(desk, written))
            await desk.settled(written.conversation)
            due += await desk.collect(written.conversation)
            answered[once] = [await _as_json(desk, sender, outgoing.reply) for outgoing in due]
            if len(answered) > ANSWERS_KEPT:
                answered.popitem(last=False)
            return answered[once]

    return routes


def _check(request: Request, token: str) -> None:
    shown = request.headers.get("authorization", "").encode()
    if not secrets.compare_digest(shown, f"Bearer {token}".encode()):
        raise HTTPException(401, "A bearer token is needed.", {"WWW-Authenticate": "Bearer"})


def _read(found: dict[str, Any], sender: str, clinics: Mapping[str, Storefront], default: str) -> Inbound:
    metadata = found.get("metadata") or {}
    if not isinstance(metadata, dict):
        raise HTTPException(400, "`metadata` is not an object.")
    clinic = metadata.get("clinic") or default
    if not isinstance(clinic, str) or clinic not in clinics:
        raise HTTPException(400, "There is no such clinic here.")
    identity = read_name(metadata, "message_id") if "message_id" in metadata else secrets.token_hex(8)
    # the same sender may write to two clinics: two conversations, two diaries
    return Inbound(f"rest:{clinic}:{sender}", identity, clinic, read_text(found, "message"))


async def _as_json(desk: Desk, sender: str, reply: Reply) -> dict[str, Any]:
    message: dict[str, Any] = {"recipient_id": sender, "text": reply.text}
    if reply.choices:
        message["buttons"] = buttons(reply)
    if asked := slots(reply):
        message |= {"slot": asked[0], "slots": asked}
    if reply.reference and (appointment := await desk.appointment(reply.reference)):
        message["appointment"] = appointment
    return message
