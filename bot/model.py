"""The language model from outside: train it when its sources changed, keep its server running, ask if it is ready."""

import asyncio
import fcntl
import hashlib
import logging
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from ssl import SSLContext
from tempfile import TemporaryDirectory, TemporaryFile
from time import monotonic

import httpx

PYTHON = Path("nlu/.venv/bin/python")
MODEL = Path("models/nlu.tar.gz")
FINGERPRINT = Path("models/nlu.fingerprint")
SOURCES = ("config.yml", "nlu/*.py", "data/nlu/*.yml")  # and nothing of data/nlu/test
SHORTEST, LONGEST = 0.5, 30.0  # seconds to wait before a server that died is started again

log = logging.getLogger(__name__)


class TrainingFailed(Exception):
    """The model could not be trained; the text says why."""


def fingerprint(root: Path) -> str:
    """What the model depends on, as one short word: it changes when any of it does."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in root.glob(pattern)):
        digest.update(f"{path.relative_to(root)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def is_stale(root: Path) -> bool:
    """Whether there is no model, or one of other sources than now."""
    kept = root / FINGERPRINT
    return not (root / MODEL).is_file() or not kept.is_file() or kept.read_text() != fingerprint(root)


def train(root: Path, *, unless_fresh: bool = False) -> None:
    """Train the model, a minute or two; progress goes to standard error. One training at a time, the next one waits.

    The old model stays in use until the new one takes its place at once. Raises TrainingFailed.
    """
    if not (root / PYTHON).is_file():
        raise TrainingFailed("Rasa is not installed. Run: make setup")
    with _one_at_a_time(root):
        if not unless_fresh or is_stale(root):
            _train(root)


def _train(root: Path) -> None:
    now, begun = fingerprint(root), monotonic()
    with TemporaryDirectory(dir=root / "models") as folder:
        _run(root, Path(folder, "nlu.tar.gz"))
        (root / FINGERPRINT).unlink(missing_ok=True)  # from here to the last line there is no model to be trusted
        Path(folder, "nlu.tar.gz").replace(root / MODEL)
        Path(folder, "fingerprint").write_text(now)
        Path(folder, "fingerprint").replace(root / FINGERPRINT)
    sys.stderr.write(f"The language model is ready, trained in {monotonic() - begun:.0f} seconds.\n")


def _run(root: Path, archive: Path) -> None:
    """Let Rasa train. What it says of itself is told only if it fails."""
    command = ((root / PYTHON).absolute(), "-m", "nlu.train", archive.absolute())
    with TemporaryFile("w+") as noise:
        if subprocess.run(command, cwd=root, stdout=sys.stderr, stderr=noise).returncode:  # noqa: S603  our own room
            noise.seek(0)
            raise TrainingFailed("The language model could not be trained.\n" + noise.read()[-2_000:])


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    (root / "models").mkdir(exist_ok=True)
    with (root / "models" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go when the file is closed, however this ends
        yield


@asynccontextmanager
async def model_server(root: Path) -> AsyncIterator[str]:
    """Keep the model's server running while inside; yields its URL at once, long before it answers.

    A server that dies is started again at the same URL. Without Rasa there is a URL where nobody is `ready`.
    """
    port = _free_port()
    running = asyncio.create_task(_keep_running(root, port))
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def ready(url: str) -> bool:
    """Whether the model would answer now."""
    try:
        async with httpx.AsyncClient(timeout=1.0, verify=trusted()) as client:
            return (await client.get(url)).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


@cache
def trusted() -> SSLContext:
    """Whom we trust, read once: to read it takes longer than to ask."""
    return httpx.create_ssl_context()


async def _keep_running(root: Path, port: int) -> None:
    if not (root / PYTHON).is_file():
        log.warning("Rasa is not installed (make setup installs it): going on without the language model")
        return
    pause = SHORTEST
    while True:
        begun = monotonic()
        status = await _serve(root, port)
        pause = SHORTEST if monotonic() - begun > LONGEST else min(2 * pause, LONGEST)
        log.warning("the language model's server ended with status %s; starting it again in %.1f s", status, pause)
        await asyncio.sleep(pause)


async def _serve(root: Path, port: int) -> int:
    """Run the server until it ends, or end it. It holds our end of a pipe, and leaves when we are gone."""
    command = ((root / PYTHON).absolute(), "-m", "nlu.server", MODEL, "--port", str(port), "--leash")
    server = await asyncio.create_subprocess_exec(
        *command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return await server.wait()
    finally:
        if server.returncode is None:
            server.kill()  # it has nothing to save
            await server.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as chosen:
        return int(chosen.getsockname()[1])


def main(root: Path) -> None:
    """Train if there is need: what `make setup` calls."""
    try:
        if is_stale(root):
            train(root, unless_fresh=True)
    except TrainingFailed as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main(Path(__file__).resolve().parents[1])
