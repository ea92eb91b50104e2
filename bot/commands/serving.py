"""`cooldown serve`: the website, Telegram, the outbox and the language model, until told to stop."""

import asyncio
import logging
import signal
import socket
from asyncio import to_thread
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from importlib import import_module
from os import strerror
from typing import Any

import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine

from bot.channels.desk import Kept, Promise
from bot.channels.links import Links, link_routes
from bot.channels.offers import offer_routes
from bot.channels.quiet import keep_quiet
from bot.channels.web import web_app
from bot.ear import listening
from bot.front import letter, offer, promise, storefronts
from bot.house import House, furnish, open_record, reception
from bot.messages import Outgoing
from bot.outbox import Outbox, Send, TryLater
from bot.reception import Reception
from bot.settings import Settings, Trouble, secret
from bot.turns import now_in_utc

GRACE = 3  # seconds for requests under way when we stop
QUIETLY: dict[str, Any] = {  # a request's line may hold what is nobody's business
    "log_config": None,
    "log_level": "warning",
    "access_log": False,
    "timeout_graceful_shutdown": GRACE,
}
OURSELVES, ANYBODY = "127.0.0.1", ""

log = logging.getLogger(__name__)


class PortTaken(Trouble):
    """Somebody else listens there; the text says what to do."""


class Site(uvicorn.Server):
    """A web server that leaves signals to us: ending at one is no failure."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def serve(chosen: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises BadSetting, Misread, PortTaken or OutOfReach before it has begun."""
    keep_quiet()
    with listener(chosen) as door:  # who knocks from now on is let in as soon as we are ready
        house, engine, senders = furnish(chosen), open_record(chosen), dict[str, Send]()
        async with listening(chosen) as ear, reception(house, engine, ear, senders) as desk:
            links = Links(chosen.public_url, secret(chosen))
            app = website(chosen, house, engine, desk, links)
            site = Site(uvicorn.Config(app, **QUIETLY))
            stop_on_signals(site, desk)
            serving = asyncio.create_task(site.serve([door]))
            log.info("Cooldown is open at http://localhost:%s/ - Ctrl-C closes it", chosen.port)
            async with telegram(chosen, house, desk, app, senders), mail(chosen, house, engine, links):
                await serving
    engine.dispose()
    log.info("Cooldown is closed")


@contextmanager
def listener(chosen: Settings) -> Iterator[socket.socket]:
    """The port we serve on. Without a public address only this machine reaches it. Raises PortTaken."""
    try:
        door = socket.create_server((ANYBODY if chosen.public_url else OURSELVES, chosen.port))
    except OSError as error:
        told = f"Port {chosen.port} cannot be used: {strerror(error.errno or 0)}. Set COOLDOWN_PORT to another."
        raise PortTaken(told) from None
    with door:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or the second half of an answer waits 40 ms
        yield door


def website(chosen: Settings, house: House, engine: Engine, desk: Reception, links: Links) -> FastAPI:
    """All that is served over HTTP."""
    app = web_app(
        desk,
        storefronts(house),
        default=house.default,
        secret=secret(chosen),
        origins=chosen.origins,
        rest_token=chosen.rest_token,
    )

    async def look_up(reference: str) -> Promise | None:
        return await to_thread(promise, house, engine, reference, now_in_utc())

    async def look_up_offer(says: str, number: int) -> Kept | None:
        return await to_thread(offer, house, engine, says, number, now_in_utc())

    host = storefronts(house)[house.default]
    app.include_router(link_routes(desk, links, look_up, host))
    app.include_router(offer_routes(desk, links, look_up_offer, host))
    return app


def stop_on_signals(site: Site, desk: Reception) -> None:
    """Ctrl-C and SIGTERM end the service; widgets that wait for news are answered at once."""

    def stop() -> None:
        site.should_exit = True
        for conversation in list(desk.outbox.bells):
            desk.outbox.ring(conversation)

    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop)


@asynccontextmanager
async def telegram(
    chosen: Settings, house: House, desk: Reception, app: FastAPI, senders: dict[str, Send]
) -> AsyncIterator[None]:
    """Telegram, while inside, if there is a token for it."""
    if not chosen.telegram_token:
        yield
        return
    module = await to_thread(import_module, "bot.channels.telegram")  # slow; the page need not wait for it
    base, webhook = chosen.telegram_api or None, chosen.telegram_webhook or None
    async with module.telegram_channel(
        chosen.telegram_token, desk, storefronts(house), house.default, base, webhook
    ) as channel:
        app.router.routes.extend(channel.routes)
        senders["telegram"] = channel.send
        try:
            yield
        finally:
            senders["telegram"] = closed


@asynccontextmanager
async def mail(chosen: Settings, house: House, engine: Engine, links: Links) -> AsyncIterator[None]:
    """Mail, while inside, if there is a server for it: an outbox of its own, as a slow server is no reason to wait."""
    if not chosen.smtp_url:
        yield
        return
    module = await to_thread(import_module, "bot.mail.sending")
    send = module.Mail(module.read_smtp(chosen.smtp_url), house.profiles, partial(letter, engine), links.to, now_in_utc)
    outbox = Outbox(engine, now_in_utc, {"mail": send})
    delivering = asyncio.create_task(outbox.run())
    try:
        yield
    finally:
        outbox.close()
        await delivering


async def closed(outgoing: Outgoing) -> None:
    """What is still to be sent waits for the next start."""
    raise TryLater(1.0)
