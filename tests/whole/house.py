"""A running Cooldown, and what can be said to it from outside."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from bot.store import open_store, writing
from bot.store.tables import outbox

ROOT = Path(__file__).resolve().parents[2]
COOLDOWN = ROOT / ".venv" / "bin" / "cooldown"
Json = dict[str, Any]

# What a driver of the REST channel would answer to each question, in a runner's words.
IN_WORDS = {
    "consent": "yes, I'm over 18",
    "complaint": "left calf has been tight for two weeks, about 5 out of 10",
    "severity": "5",
    "red_flags": "none of these",
    "routine": "about 40k a week, no races, just want to loosen it up, not seeing anyone",
    "name": "Jo Evans, 07700 900123",
}


def thursday() -> date:
    """A Thursday that leaves notice enough, and lies before the 14th of next month."""
    soon = date.today() + timedelta(days=3)
    return soon + timedelta(days=(3 - soon.weekday()) % 7)


class House:
    """`cooldown serve` on a free port with a database of its own; `restart()` as after a crash or an update."""

    def __init__(self, folder: Path, nlu_url: str, **more: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url, self.log = f"http://127.0.0.1:{self.port}", folder / "log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("COOLDOWN_", "TELEGRAM_"))},
            "COOLDOWN_PORT": str(self.port),
            "COOLDOWN_NLU_URL": nlu_url,
            "COOLDOWN_REST_TOKEN": "let-me-in",
            "COOLDOWN_SECRET": "for-tests-only",
            "DATABASE_URL": f"sqlite:///{folder / 'cooldown.db'}",
            **more,
        }
        self.http = httpx.Client(base_url=self.url, timeout=30, headers={"Authorization": "Bearer let-me-in"})

    def start(self) -> "House":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([COOLDOWN, "serve"], env=self.environment, stdout=log, stderr=log)
        for _ in range(300):
            assert self.process.poll() is None, self.log.read_text()
            try:
                self.http.get("/healthz")
                return self
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def stop(self, how: int = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(20)

    def restart(self, how: int = signal.SIGKILL) -> None:
        self.stop(how)
        self.start()

    def say(self, message: str, sender: str = "jo", clinic: str = "cardiff", **metadata: str) -> list[Json]:
        """One message over the REST channel; the replies."""
        posted = {"sender": sender, "message": message, "metadata": {"clinic": clinic, **metadata}}
        answer = self.http.post("/webhooks/rest/webhook", json=posted)
        assert answer.status_code == 200, answer.text
        replies: list[Json] = answer.json()
        return replies

    def falls_due(self, kind: str) -> None:
        """What is to be said unasked of this kind is due at once: the record is all that knows when it would be."""
        engine = open_store(self.environment["DATABASE_URL"])
        with writing(engine) as db:
            waiting = (outbox.c.kind == kind) & outbox.c.settled.is_(None)
            assert db.execute(update(outbox).where(waiting).values(due=datetime.now(UTC))).rowcount, kind
        engine.dispose()

    def run(self, *command: str, said: str = "") -> str:
        """A command of the command line, on the same database."""
        done = subprocess.run(
            [COOLDOWN, *command],
            env=self.environment,
            input=said,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return done.stdout

    @property
    def appointments(self) -> list[Json]:
        found: list[Json] = json.loads(self.run("appointments", "--json"))
        return found

    @property
    def handoffs(self) -> list[Json]:
        found: list[Json] = json.loads(self.run("handoffs", "--json"))
        return found


@pytest.fixture
def house(tmp_path: Path, nlu_url: str) -> Iterator[House]:
    running = House(tmp_path, nlu_url).start()
    yield running
    running.stop()
    running.http.close()
