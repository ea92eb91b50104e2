"""Every request passes here: foreign sites stay out, answers are guarded, and no stack trace leaves the house."""

import logging
import traceback
from collections.abc import Iterable
from urllib.parse import urlsplit

from fastapi.responses import JSONResponse, Response
from prometheus_client import Counter
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)
ANSWERED = Counter("cooldown_http_answers", "HTTP answers by route and status.", ["route", "status"])

GUARDS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
KEYED = ("/a/", "/w/")  # a mail's links: the address is the key, and a page that hides its address comes from nowhere
ASKED_FIRST = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Max-Age": "600",
}


class Gate:
    """Wraps the whole site. `origins` are the sites that may embed the widget, besides our own."""

    def __init__(self, app: ASGIApp, origins: Iterable[str]) -> None:
        self.app = app
        self.origins = frozenset(origin.rstrip("/") for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        foreign = bool(origin) and not self._is_ours(origin, headers.get("host", ""))
        guarded = _guarded(scope, send, "" if foreign else origin)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            return await _preflight(foreign)(scope, receive, guarded)
        if foreign and scope["method"] == "POST" and not scope["path"].startswith(KEYED):
            return await _refusal(403, "This site may not use the widget.")(scope, receive, guarded)
        return await self._answer(scope, receive, guarded)

    def _is_ours(self, origin: str, host: str) -> bool:
        return origin in self.origins or urlsplit(origin).netloc == host

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except ClientDisconnect:
            pass
        except Exception as error:
            # only where, never what: an exception's own words may quote a client
            where = "".join(traceback.format_tb(error.__traceback__))
            logger.error("%s in %s\n%s", type(error).__name__, _route(scope), where)
            if not started:
                await _refusal(500, "Something went wrong on our side. Please try again.")(scope, receive, send)


def _preflight(foreign: bool) -> Response:
    return Response(status_code=403) if foreign else Response(status_code=204, headers=ASKED_FIRST)


def _refusal(status: int, why: str) -> Response:
    return JSONResponse({"detail": why}, status)


def _guarded(scope: Scope, send: Send, allowed: str) -> Send:
    async def guard(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, line in GUARDS.items():
                headers.setdefault(name, line)
            headers.add_vary_header("Origin")
            if allowed:
                headers["Access-Control-Allow-Origin"] = allowed
            ANSWERED.labels(_route(scope), message["status"]).inc()
        await send(message)

    return guard


def _route(scope: Scope) -> str:
    """The route's pattern, not the path asked for: strangers' words are no label."""
    return getattr(scope.get("route"), "path", "none")
