"""The model is trained when its sources changed, and its server is kept running."""

import asyncio
import logging
import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.model import MODEL, TrainingFailed, fingerprint, is_stale, main, model_server, ready, train
from tests.model_fixture import ROOT

EXAMPLES = """
version: "3.1"
nlu:
- intent: greet
  examples: |
    - hello
    - good morning
- intent: describe
  examples:
  - text: my calf hurts
    metadata: {complaints: [calf]}
  - text: my shin hurts
    metadata: {complaints: [shin_splints]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with four examples to learn from, and the real Rasa."""
    shutil.copy(ROOT / "config.yml", tmp_path)
    (tmp_path / "nlu").symlink_to(ROOT / "nlu")
    (tmp_path / "data/nlu/test").mkdir(parents=True)
    (tmp_path / "data/nlu/few.yml").write_text(EXAMPLES)
    return tmp_path


def pretend_trained(root: Path) -> None:
    (root / "models").mkdir()
    (root / MODEL).write_bytes(b"a model")
    (root / "models/nlu.fingerprint").write_text(fingerprint(root))


@pytest.mark.parametrize("source", ["config.yml", "data/nlu/few.yml", "data/nlu/more.yml"])
def test_a_model_is_stale_once_a_source_changes(root: Path, source: str) -> None:
    pretend_trained(root)
    assert not is_stale(root)
    with (root / source).open("a") as file:
        file.write("# a change\n")
    assert is_stale(root)


def test_a_change_of_our_components_makes_the_model_stale(root: Path) -> None:
    (root / "nlu").unlink()
    (root / "nlu").mkdir()
    pretend_trained(root)
    (root / "nlu/components.py").write_text("")
    assert is_stale(root)


def test_the_test_messages_are_no_source(root: Path) -> None:
    pretend_trained(root)
    (root / "data/nlu/test/messages.yml").write_text("version: '3.1'")
    (root / "README.md").write_text("Cooldown")
    assert not is_stale(root)


def test_without_a_model_or_its_fingerprint_it_is_stale(root: Path) -> None:
    assert is_stale(root)
    pretend_trained(root)
    (root / MODEL).unlink()
    assert is_stale(root)
    (root / MODEL).write_bytes(b"a model")
    (root / "models/nlu.fingerprint").unlink()
    assert is_stale(root)


def test_two_trainings_at_once_are_one(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with ThreadPoolExecutor(2) as pool:
        for training in [pool.submit(train, root, unless_fresh=True) for _ in range(2)]:
            training.result()
    assert capfd.readouterr().err.count("Training the language model on 4 examples") == 1
    assert not is_stale(root)
    assert (root / MODEL).read_bytes().startswith(b"\x1f\x8b")  # gzip
    assert {path.name for path in (root / "models").iterdir()} == {"lock", "nlu.tar.gz", "nlu.fingerprint"}


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("intent: greet", "intent: gret", "'hello': there is no intent gret"),
        ("[calf]", "[calve]", "'my calf hurts': in complaints there is no calve"),
        ("intent: greet", "intent: ask_faq", "'hello': ask_faq, and it alone, is followed by a topic"),
        ("intent: greet", "intent: greet/hello", "'hello': ask_faq, and it alone, is followed by a topic"),
        ("  examples: |", "  exmaples: |", "'exmaples' was not defined"),
        ("nlu:", "nlu: [", "need a correction:\nFailed to read"),
    ],
)
def test_a_word_outside_our_lists_stops_the_training_and_keeps_the_old_model(
    root: Path, right: str, wrong: str, complaint: str
) -> None:
    pretend_trained(root)
    (root / "data/nlu/few.yml").write_text(EXAMPLES.replace(right, wrong))
    with pytest.raises(TrainingFailed) as failure:
        train(root)
    assert complaint in str(failure.value)
    assert (root / MODEL).read_bytes() == b"a model"


def test_without_examples_there_is_nothing_to_learn_from(root: Path) -> None:
    (root / "data/nlu/few.yml").unlink()
    with pytest.raises(TrainingFailed, match="There are none"):
        train(root)


def test_without_rasa_training_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TrainingFailed, match="make setup"):
        train(tmp_path)


def test_setup_does_not_train_a_fresh_model_again(root: Path) -> None:
    pretend_trained(root)
    main(root)
    assert (root / MODEL).read_bytes() == b"a model"


def test_setup_ends_with_the_reason_when_it_cannot_train(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Run: make setup"):
        main(tmp_path)


async def until_ready(url: str) -> None:
    async with asyncio.timeout(120):
        while not await ready(url):  # noqa: ASYNC110  another process has no event to wait for
            await asyncio.sleep(0.1)


async def until_gone(url: str) -> None:
    address = urlsplit(url)
    async with asyncio.timeout(60):
        while True:
            try:
                _, writer = await asyncio.open_connection(address.hostname, address.port)
            except ConnectionError:
                return
            writer.close()
            await asyncio.sleep(0.1)


def server_at(url: str) -> int:
    """The process that serves a URL."""
    ours = f"--port\0{urlsplit(url).port}\0"
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # others come and go
            if ours in command.read_text():
                return int(command.parent.name)
    raise LookupError(url)


async def test_a_killed_server_comes_back_at_the_same_url() -> None:
    async with model_server(ROOT) as url:
        assert not await ready(url)  # it is there at once, and still loading
        await until_ready(url)
        killed = server_at(url)
        os.kill(killed, signal.SIGKILL)
        await until_gone(url)
        await until_ready(url)
        assert server_at(url) != killed
    await until_gone(url)


async def test_the_server_leaves_when_its_parent_is_killed() -> None:
    program = (
        "import asyncio, pathlib, bot.model\n"
        "async def main():\n"
        f"    async with bot.model.model_server(pathlib.Path({str(ROOT)!r})) as url:\n"
        "        print(url, flush=True)\n"
        "        await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=ROOT, stdout=subprocess.PIPE)
    assert parent.stdout
    url = (await parent.stdout.readline()).decode().strip()
    await until_ready(url)
    parent.kill()
    await parent.wait()
    await until_gone(url)


async def test_without_rasa_the_bot_goes_on(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        async with model_server(tmp_path) as url:
            await asyncio.sleep(0)
            assert not await ready(url)
    assert caplog.messages == ["Rasa is not installed (make setup installs it): going on without the language model"]
