"""A site that really runs: uvicorn on a free port, Chromium before it."""

import asyncio
import os
import shutil
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from bot.channels.web import web_app
from tests.channels.desk import CLINICS, ScriptedDesk

T = TypeVar("T")
FLAGS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=LocalNetworkAccessChecks",  # a made-up host page counts as a public site that reaches inside
]


class Site:
    """One desk, and a server before it that can be stopped and started again on the same port."""

    def __init__(self, **settings: Any) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self.settings = {"default": "cardiff", "secret": "for tests only"} | settings
        self._port = 0
        self.desk = self.run(_made(self.settings.pop("desk", ScriptedDesk)))
        self.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for something done in the server's own loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    def start(self) -> None:
        door = socket.create_server(("127.0.0.1", self._port))  # who knocks before the server is up waits
        self._port = door.getsockname()[1]
        config = uvicorn.Config(self.app(), lifespan="off", log_level="critical", timeout_graceful_shutdown=0)
        self._server = uvicorn.Server(config)
        self._serving = asyncio.run_coroutine_threadsafe(self._server.serve([door]), self._loop)

    def app(self) -> FastAPI:
        """What is served."""
        return web_app(self.desk, CLINICS, **self.settings)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def stop(self) -> None:
        self._server.should_exit = True
        self._serving.result(20)

    def close(self) -> None:
        self.stop()
        self.run(_quiet())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _quiet() -> None:
    """Let requests that were cut off come to their end."""
    await asyncio.gather(*(asyncio.all_tasks() - {asyncio.current_task()}), return_exceptions=True)


async def _made(what: type[T]) -> T:
    return what()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium: Playwright cannot bring its own everywhere."""
    flags = FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield browser
        browser.close()


def shoot(page: Page, path: str) -> None:
    """A screenshot as the README shows it, once fonts and movements have settled."""
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)
    page.screenshot(path=path, animations="disabled")
