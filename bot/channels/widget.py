"""The widget's own routes: a session, messages in, lines out by long poll."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request

from bot.channels.desk import Desk, Storefront
from bot.channels.sessions import Pace, Tokens, Visitor
from bot.channels.wire import buttons, read_buttons, read_name, read_object, read_text, slots
from bot.messages import Inbound, Line
from bot.order import InOrder

POLL = 25.0  # seconds; proxies commonly close a silent connection after 30 or 60
RESTORED = 200  # lines a page that restores itself is given


def widget_routes(desk: Desk, clinics: Mapping[str, Storefront], tokens: Tokens, default: str) -> APIRouter:
    """`/widget/session`, `/widget/messages` and `/widget/events`. Tokens travel in a header, never in a URL."""
    routes = APIRouter(prefix="/widget")
    pace = Pace(60, 10, time.monotonic)
    in_order = InOrder()

    def bearer(request: Request) -> Visitor | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        visitor = tokens.read(token) if scheme.lower() == "bearer" else None
        return visitor if visitor and visitor.clinic in clinics else None

    async def visitor(request: Request) -> Visitor:  # async, lest a thread pool shuffles messages
        if found := bearer(request):
            return found
        raise HTTPException(401, "This session is over. Please open the chat again.")

    @routes.post("/session")
    async def session(request: Request) -> dict[str, object]:
        """Open a session at a clinic, or go on with the one whose token is shown."""
        clinic = (await read_object(request)).get("clinic") or default
        if not isinstance(clinic, str) or clinic not in clinics:
            raise HTTPException(404, "There is no such clinic here.")
        if (known := bearer(request)) and known.clinic == clinic:
            return {"clinic": _card(clinics[clinic])}
        return {"token": tokens.write(tokens.new(clinic)), "clinic": _card(clinics[clinic])}

    @routes.post("/messages", status_code=202)
    async def messages(request: Request, visitor: Annotated[Visitor, Depends(visitor)]) -> dict[str, str]:
        """Take one message. The same id again changes nothing, so a retry is always safe."""
        found = await read_object(request)
        written = Inbound(visitor.conversation, read_name(found, "id"), visitor.clinic, read_text(found, "text"))
        if not pace.allows(visitor.conversation):
            raise HTTPException(429, "That was a lot at once. One moment, please.", {"Retry-After": "3"})
        async with in_order(visitor.conversation):
            inbound = await _read(desk, written, read_text(found, "payload"))
            await desk.receive(inbound)
        return {"id": inbound.id, "text": inbound.text}

    @routes.get("/events")
    async def events(
        visitor: Annotated[Visitor, Depends(visitor)],
        after: Annotated[int, Query(ge=0, lt=2**63)] = 0,
        patience: Annotated[float, Query(ge=0, le=POLL)] = POLL,
    ) -> dict[str, object]:
        """The lines after this one, as soon as there are any, or none after `patience` seconds."""
        lines = await _news(desk, visitor.conversation, after, patience)
        return {"lines": [await _as_json(desk, line) for line in lines[-RESTORED:]]}

    return routes


def _card(clinic: Storefront) -> dict[str, str]:
    shown = {"name": clinic.name, "language": clinic.language, "phone": clinic.phone, "email": clinic.email}
    return shown | {"emergency": clinic.emergency}


async def _read(desk: Desk, written: Inbound, payload: str) -> Inbound:
    """A pressed button keeps the label it was pressed by; a typed slash stays a typed slash."""
    if not payload:
        return written
    read = await read_buttons(desk, replace(written, text=payload))
    return replace(read, text=read.text if read.pressed and read.text else written.text)


async def _news(desk: Desk, conversation: str, after: int, patience: float) -> list[Line]:
    waiting = asyncio.create_task(desk.wait(conversation, patience))  # first, lest a line slip in between
    try:
        if lines := await desk.lines(conversation, after):
            return lines
        await waiting
        return await desk.lines(conversation, after)
    finally:
        waiting.cancel()


async def _as_json(desk: Desk, line: Line) -> dict[str, Any]:
    if line.reply is None:
        return {"id": line.id, "from": "client", "text": line.text}
    reply = line.reply
    ours: dict[str, Any] = {"id": line.id, "from": "clinic", "text": reply.text, "kind": reply.kind}
    ours |= {"slots": slots(reply), "choices": buttons(reply)}
    if reply.reference and (appointment := await desk.appointment(reply.reference)):
        ours["appointment"] = appointment
    return ours
