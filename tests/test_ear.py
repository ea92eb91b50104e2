"""The language model's server as a program has it: waited for, missed, and asked again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.ear import Ear, NoModel, listening
from bot.settings import read_settings
from tests.model_fixture import Running

NOBODY = "http://127.0.0.1:9"
GREETED = b'{"name": "greet", "confidence": 0.9}'
HEARD = (
    b'{"text": "", "intent": %s, "intent_ranking": [], "complaints": [], "red_flags": [], "chances": {}, "times": []}'
    % GREETED
)
OK, BUSY, BROKEN = (b"200 OK", HEARD), (b"503 Loading", b"{}"), (b"500 Broken", b"{}")

Answer = tuple[bytes, bytes]


@asynccontextmanager
async def server(answer: Callable[[bytes], Answer]) -> AsyncIterator[str]:
    """A server that answers each request, by its method, as it is told to."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        status, body = answer(head.split()[0])
        writer.write(b"HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body))
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as listener:
        host, port = listener.sockets[0].getsockname()
        yield f"http://{host}:{port}"


async def until(ear: Ear, state: str) -> None:
    async with asyncio.timeout(20):
        while ear.state != state:  # noqa: ASYNC110  the state has no event of its own
            await asyncio.sleep(0.02)


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.ear.ROUND", 0.1)


async def test_a_server_is_starting_then_ok_then_down_then_ok() -> None:
    answers = [BUSY]
    async with server(lambda method: answers[0]) as url, listening(read_settings({"COOLDOWN_NLU_URL": url})) as ear:
        assert ear.state == "starting"
        assert not await ear.wait(0.5)
        answers[0] = OK
        await until(ear, "ok")
        assert await ear.wait(1)
        answers[0] = BUSY
        await until(ear, "down")
        answers[0] = OK
        await until(ear, "ok")


async def test_the_real_server_is_heard(nlu_server: Running) -> None:
    async with listening(read_settings({"COOLDOWN_NLU_URL": nlu_server.url}), deadline=30) as ear:
        assert (await ear.surely("hello there")).intent == "greet"


async def test_who_must_have_an_answer_waits_for_a_server_that_died_meanwhile() -> None:
    looks = [OK, BUSY, BUSY, BUSY]  # it has just died, and nobody has noticed

    def answer(method: bytes) -> Answer:
        if method == b"POST":
            return BROKEN if looks else OK
        return looks.pop(0) if looks else OK

    async with server(answer) as url, listening(read_settings({"COOLDOWN_NLU_URL": url})) as ear:
        assert (await ear.surely("hello")).intent == "greet"


async def test_who_must_have_an_answer_is_told_in_the_end_that_there_is_none() -> None:
    async with (
        server(lambda method: BROKEN if method == b"POST" else OK) as url,
        listening(read_settings({"COOLDOWN_NLU_URL": url})) as ear,
    ):
        with pytest.raises(NoModel, match="is there, but does not answer"):
            await ear.surely("hello")


async def test_nobody_there_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.ear.ELSEWHERE", 0.3)
    async with listening(read_settings({"COOLDOWN_NLU_URL": NOBODY})) as ear:
        with pytest.raises(NoModel, match="did not answer within"):
            await ear.insist()


async def test_what_is_not_installed_or_not_trained_is_not_waited_for(tmp_path: Path) -> None:
    for path, told in (("none", "Run: make setup"), ("nlu/.venv/bin/python", "Run: cooldown train")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
        async with listening(read_settings({}, tmp_path)) as ear:
            with pytest.raises(NoModel, match=told):
                await ear.insist()
