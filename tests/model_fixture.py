"""The real model behind the real server, once a session."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.model import MODEL, PYTHON

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Running:
    """A server we started, and the file that holds all it ever printed."""

    url: str
    printed: Path


@contextmanager
def running_server(printed: Path) -> Iterator[Running]:
    """Start the server of the trained model on a free port; it may still be loading."""
    command = (ROOT / PYTHON, "-m", "nlu.server", ROOT / MODEL, "--leash")
    with printed.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=out, stderr=out)
        try:
            yield Running(f"http://127.0.0.1:{_port(server, printed)}", printed)
        finally:
            server.communicate()  # which closes its standard input, the sign to leave


def _port(server: subprocess.Popen[bytes], printed: Path) -> int:
    while not printed.read_text().endswith("\n"):
        assert server.poll() is None, "the server did not start; is the model trained? (make setup)"
        time.sleep(0.05)
    return int(json.loads(printed.read_text().splitlines()[0])["port"])


def wait_until_loaded(url: str) -> None:
    """Return when the server is ready; the client's own time-out is what ends a wait in vain."""
    with httpx.Client(base_url=url) as client:
        while client.get("/").status_code == httpx.codes.SERVICE_UNAVAILABLE:
            time.sleep(0.1)


@pytest.fixture(scope="session")
def nlu_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_server(tmp_path_factory.mktemp("nlu") / "printed") as server:
        wait_until_loaded(server.url)
        yield server


@pytest.fixture(scope="session")
def nlu_url(nlu_server: Running) -> str:
    return nlu_server.url
