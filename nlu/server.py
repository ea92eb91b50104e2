"""Rasa's own `POST /model/parse` on loopback, and `GET /` for readiness. What clients say is never logged or kept."""

import nlu.quiet  # noqa: F401, I001  first, or Rasa starts to talk

import argparse
import json
import os
import re
import sys
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from nlu.sentences import Span

LONGEST = 1_000  # characters of a text that are read
LARGEST = 256 * 1024  # bytes of a request
MOST = 40  # phrases of a text that are judged
NOTHING = {
    "intent": {"name": None, "confidence": 0.0},
    "intent_ranking": [],
    "complaints": [],
    "red_flags": [],
    "chances": {},
    "times": [],
}
ANSWERED = tuple(NOTHING)


class Model:
    """The trained model; one message at a time."""

    def __init__(self, archive: Path) -> None:
        self.turn = threading.Lock()
        with TemporaryDirectory() as folder:
            kept, self.runner = load_predict_graph_runner(Path(folder), archive, LocalModelStorage, DaskGraphRunner)
        self.target = kept.nlu_target
        self.parse("warm up")

    def parse(self, text: str, times: Sequence[Span] = ()) -> dict[str, Any]:
        """Rasa's answer for a text, of which the first thousand characters are read; `times` are phrases in it."""
        text = text[:LONGEST]
        said = re.sub(r"^[\s/]+", "", text)  # a leading slash would let a client name the intent: Rasa's short cut
        return {"text": text, **(self._read(said, len(text) - len(said), times) if said else NOTHING), "entities": []}

    def _read(self, said: str, left: int, times: Sequence[Span]) -> dict[str, Any]:
        spoken = [(start - left, end - left) for start, end in times if left <= start < end <= left + len(said)]
        asked = UserMessage(said, metadata={"times": spoken})
        with self.turn:
            inputs = {PLACEHOLDER_MESSAGE: [asked], PLACEHOLDER_TRACKER: None}
            message = self.runner.run(inputs, targets=[self.target])[self.target][0]
        found = [{**one, "start": one["start"] + left, "end": one["end"] + left} for one in message.get("times")]
        return {name: message.get(name) for name in ANSWERED} | {"times": found}


class Server(ThreadingHTTPServer):
    """Listens at once and answers 503 until the model is loaded."""

    daemon_threads = True
    request_queue_size = 128
    model: Model | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Name the kind of failure and no more: its text may hold what a client said."""
        print(f"A request failed: {sys.exc_info()[0].__name__}", file=sys.stderr)


class Exchange(BaseHTTPRequestHandler):
    """One request and its answer."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds an idle connection is kept
    wbufsize = -1  # an answer leaves in one piece
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Tell whether the model is ready."""
        if self.path != "/":
            return self.answer(404, {"error": "not here"})
        return self.answer(200, {"status": "ok"}) if self.server.model else self.loading()

    def do_POST(self) -> None:
        """Parse a text."""
        body = self.body()
        if body is None:
            return None
        if self.path != "/model/parse":
            return self.answer(404, {"error": "not here"})
        asked = told(body)
        if asked is None:
            return self.answer(400, {"error": 'send {"text": "..."} as JSON'})
        return self.answer(200, self.server.model.parse(*asked)) if self.server.model else self.loading()

    def body(self) -> bytes | None:
        """What was sent, or None after refusing it; the connection ends, as its rest cannot be told apart."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return self.refuse(411, "say how long it is")
        if len(length) > 9 or int(length) > LARGEST:
            return self.refuse(413, "too long")
        return self.rfile.read(int(length))

    def loading(self) -> None:
        """Ask for patience."""
        self.answer(503, {"status": "loading"})

    def refuse(self, status: int, why: str) -> None:
        """Answer and hang up."""
        self.close_connection = True
        self.answer(status, {"error": why})

    def answer(self, status: int, answer: dict[str, Any]) -> None:
        """Send JSON."""
        body = json.dumps(answer).encode()
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The library's own refusals would quote the request."""
        self.refuse(code, "not understood")

    def log_message(self, *_: Any) -> None:
        """The library's own log, of idle connections for one, is nobody's news."""


def told(body: bytes) -> tuple[str, list[Span]] | None:
    """The text of a request and the phrases in it that are times, or None if it is not one we can read."""
    try:
        said = json.loads(body)
        text, times = said["text"], said.get("times", [])
        text.encode()  # a lone surrogate is no text
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    readable = isinstance(text, str) and "\0" not in text
    return (text, times[:MOST]) if readable and isinstance(times, list) and all(map(is_place, times)) else None


def is_place(of: Any) -> bool:
    """Whether something may say where a phrase starts and ends."""
    return isinstance(of, list) and len(of) == 2 and all(type(edge) is int for edge in of)


def main() -> None:
    """Serve until killed, or with --leash until standard input ends: with the program that started us."""
    parser = argparse.ArgumentParser(prog="nlu.server", description=__doc__)
    parser.add_argument("model", type=Path, help="the archive to load; only ever one that this project trained")
    parser.add_argument("--port", type=int, default=0, help="where to listen; 0 picks a free port and prints it")
    parser.add_argument("--leash", action="store_true", help="stop when standard input ends")
    wanted = parser.parse_args()
    if not wanted.model.is_file():
        sys.exit(f"There is no model at {wanted.model}; make setup trains one.")
    server = Server(("127.0.0.1", wanted.port), Exchange)
    print(json.dumps({"port": server.server_port}), flush=True)
    if wanted.leash:
        threading.Thread(target=leash, daemon=True).start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.model = Model(wanted.model)
    threading.Event().wait()


def leash() -> None:
    """Leave when whoever started us is gone."""
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
