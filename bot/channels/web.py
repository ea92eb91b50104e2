"""The website: a page for each clinic, the widget that sits on it, and what watches over the house."""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.channels.desk import Desk, Storefront
from bot.channels.gate import Gate
from bot.channels.rest import rest_routes
from bot.channels.sessions import Tokens
from bot.channels.widget import widget_routes

STATIC = Path(__file__).parent / "static"
PARTS = ("dom", "post", "calendar", "choices", "card", "element", "start")  # of the widget, in this order
PAGE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}
SHARED = {"Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "cross-origin"}


def web_app(
    desk: Desk,
    clinics: Mapping[str, Storefront],
    *,
    default: str,
    secret: str,
    origins: Iterable[str] = (),
    rest_token: str = "",
) -> FastAPI:
    """Everything served over HTTP. Without a `rest_token` there is no REST channel."""
    app = FastAPI(title="Cooldown", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(partial(Gate, origins=tuple(origins)))
    app.include_router(widget_routes(desk, clinics, Tokens(secret), default))
    if rest_token:
        app.include_router(rest_routes(desk, clinics, default, rest_token))
    script = _script()
    script_tag = f'"{sha256(script.encode()).hexdigest()[:16]}"'
    site = Template((STATIC / "site.html").read_text("utf-8"))

    @app.get("/")
    async def page(clinic: str = default) -> HTMLResponse:
        """A clinic's website, with the widget on it."""
        if clinic not in clinics:
            raise HTTPException(404, "There is no such clinic here.")
        return HTMLResponse(site.substitute(_words(clinic, clinics[clinic])), headers=PAGE)

    @app.get("/site.css")
    async def style() -> FileResponse:
        return FileResponse(STATIC / "site.css", headers=SHARED)

    @app.get("/widget.js")
    async def widget(request: Request) -> Response:
        if request.headers.get("if-none-match") == script_tag:
            return Response(status_code=304, headers=SHARED | {"ETag": script_tag})
        return Response(script, headers=SHARED | {"ETag": script_tag}, media_type="text/javascript")

    @app.get("/healthz")
    async def health() -> dict[str, object]:
        return dict(await desk.health())

    @app.get("/metrics")
    async def metrics() -> PlainTextResponse:
        return PlainTextResponse(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return app


def _script() -> str:
    """The widget as one file that leaves nothing behind on its host's page."""
    style = json.dumps((STATIC / "widget" / "style.css").read_text("utf-8"))
    parts = [(STATIC / "widget" / f"{part}.js").read_text("utf-8") for part in PARTS]
    return "\n".join(['(() => {\n"use strict";', f"const STYLE = {style};", *parts, "})();\n"])


def _words(clinic: str, front: Storefront) -> dict[str, str]:
    """What fills the page's gaps, safe to stand in HTML."""
    plain = {
        "clinic": clinic,
        "language": front.language,
        "name": front.name,
        "phone": front.phone,
        "email": front.email,
        "address": front.address,
    }
    tables = {"hours": _rows(front.hours), "prices": _rows(front.prices)}
    return {name: escape(words) for name, words in plain.items()} | tables


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(worth)}</dd></div>" for name, worth in pairs)
