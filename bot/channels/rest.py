"""Rasa's REST channel: one request, and the replies it led to."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from bot.channels.desk import Desk, Storefront
from bot.channels.wire import buttons, read_buttons, read_name, read_object, read_text, said_by_button, slots
from bot.messages import Inbound, Reply


def rest_routes(desk: Desk, clinics: Mapping[str, Storefront], default: str, token: str) -> APIRouter:
    """`POST /webhooks/rest/webhook` for whoever holds the token."""
    routes = APIRouter(prefix="/webhooks/rest")

    @routes.post("/webhook")
    async def webhook(request: Request) -> Response:
        """Take one message and wait for its replies; what fell due meanwhile comes first."""
        _check(request, token)
        found = await read_object(request)
        sender = read_name(found, "sender")
        written = _read(found, sender, clinics, default)
        replies = await desk.answer(await _read_press(desk, written))
        return JSONResponse([await _as_json(desk, sender, reply) for reply in replies])

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


async def _read_press(desk: Desk, written: Inbound) -> Inbound:
    """A button of the usual form is known by that; its label would be for a transcript, which nobody is shown here."""
    says = said_by_button(written.text)
    return replace(written, text="", pressed=says) if says else await read_buttons(desk, written)


async def _as_json(desk: Desk, sender: str, reply: Reply) -> dict[str, Any]:
    message: dict[str, Any] = {"recipient_id": sender, "text": reply.text}
    if reply.choices:
        message["buttons"] = buttons(reply)
    if asked := slots(reply):
        message |= {"slot": asked[0], "slots": asked}
    if reply.reference and (appointment := await desk.appointment(reply.reference)):
        message["appointment"] = appointment
    return message
