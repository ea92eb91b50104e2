"""The same booking on Rasa's own stack: its server with a form, and an action server, as its documentation has them."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import sleep

import httpx

from bot.settings import ROOT
from tests.bench.measure import Latencies
from tests.bench.rest import Client
from tests.bench.rest import booked as called

STACK = ROOT / "tests/bench/rasa_stack"
RASA = ROOT / "nlu/.venv/bin/rasa"
MODEL = ROOT / "var/rasa_stack"
SERVER, ACTIONS = "http://127.0.0.1:5995", "http://127.0.0.1:5055/health"
PATIENCE = 120  # seconds to start
BOOKING = (
    "hi",
    "yes, I'm over 18",
    "my left calf, for two weeks, 5 out of 10",
    "none of these",
    "40k a week, no race",
    "thursday at 5",
    "Jo Evans, 07700 900123",
    "yes",
)
PRESSED = (
    "/greet",
    "/affirm",
    '/inform{"complaint": "left calf"}',
    "/deny",
    '/inform{"routine": "regular"}',
    '/inform{"start": "thursday at 5"}',
    '/inform{"client": "Jo Evans, 07700 900123"}',
    "/affirm",
)  # the same, as its buttons have it: none of them is read by the model


@contextmanager
def stack() -> Iterator[str]:
    """Rasa's server and action server while inside; trained first if that was never done."""
    environment = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "ACTIONS_DB": str(MODEL / "record.db")}
    if not list(MODEL.glob("*.tar.gz")):
        told = {"--data": "nlu.yml rules.yml", "-c": "config.yml", "-d": "domain.yml", "--out": str(MODEL)}
        words = [word for name, given in told.items() for word in (name, *given.split())]
        run((RASA, "train", *words), environment).wait()
    server: list[str | Path] = [
        RASA,
        "run",
        "--enable-api",
        "-i",
        "127.0.0.1",
        "-p",
        SERVER.rpartition(":")[2],
        "-m",
        MODEL,
    ]
    running = [
        run((RASA, "run", "actions", "--actions", "actions.actions"), environment),
        run((*server, "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"), environment),
    ]
    try:
        await_answer(ACTIONS)
        await_answer(SERVER)
        yield SERVER
    finally:
        for process in running:
            process.kill()
            process.wait()


def run(command: Sequence[str | Path], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start a command of Rasa's, silently."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=STACK, env=environment, stdout=quiet, stderr=quiet)


def await_answer(url: str) -> None:
    """Return when somebody answers there."""
    for _ in range(PATIENCE * 10):
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            sleep(0.1)
    raise TimeoutError(f"nobody answers at {url}")


def booked(crowd: int, each: int, url: str, lines: Sequence[str] = BOOKING) -> Latencies:
    """So many clients at once book so many times each; the latencies of single turns."""
    return called(crowd, each, [url], partial(booking, lines=lines))


def booking(client: Client, *, lines: Sequence[str]) -> Iterator[float]:
    """One booking, turn by turn, in seconds."""
    for line in lines:
        seconds, replies = client.say(line)
        yield seconds
    assert "Booked" in replies[0]["text"]
