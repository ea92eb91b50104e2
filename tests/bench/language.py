"""The language model and the words: computing a message, start, memory, messages a second, days and times, parse."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx

from bot import when
from bot.commands.evaluation.reading import cases
from bot.settings import ROOT
from tests.bench.measure import Latencies, cpu, timed
from tests.many_lines import resident
from tests.model_fixture import running_server, wait_until_loaded
from tests.talk import NOW, PROFILES

AT_ONCE = (1, 8, 32)
LENGTH = 300  # characters

Asked = Mapping[str, str | Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Heard:
    """The figures of the model's server."""

    ready: float  # seconds from the start to the first answer
    megabytes: float
    computing: Latencies  # of the server's own time
    at_once: dict[int, Latencies]


@contextmanager
def model() -> Iterator[tuple[str, int, float]]:
    """The server while inside: its address, its process, and the seconds it took to be ready."""
    with TemporaryDirectory() as folder:
        began = perf_counter()
        with running_server(Path(folder) / "printed") as server:
            wait_until_loaded(server.url)
            yield server.url, newest_server(), perf_counter() - began


def newest_server() -> int:
    """The process of the server that was started last."""
    mine = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit() and serves(folder)]
    return max(mine)


def serves(folder: Path) -> bool:
    """Whether a process is a server of the model."""
    try:
        return b"nlu.server" in (folder / "cmdline").read_bytes()
    except OSError:
        return False


def messages() -> list[str]:
    """What people write: every message of dev."""
    return [case.row["text"] for case in cases(ROOT / "data/nlu/dev")]


def asked(text: str) -> Asked:
    """The model is asked about a message, and about every time that is spoken of in it."""
    return {"text": text, "times": when.phrases(text, frame())}


def frame() -> when.Frame:
    """What days and times are read against."""
    profile = PROFILES["cardiff"]
    return when.Frame(NOW.replace(tzinfo=None), profile.hours, profile.locale, None, "", profile.horizon)


def heard(times: int) -> Heard:
    """Measure the server."""
    texts = list(islice(cycle(map(asked, messages())), times))
    with model() as (url, pid, ready), httpx.Client(base_url=url, timeout=30) as http:

        def ask(number: int) -> None:
            http.post("/model/parse", json=texts[number]).raise_for_status()

        ask(0)
        computing = []
        for number in range(times):
            before = used(pid)
            ask(number)
            computing.append(used(pid) - before)
        at_once = {crowd: asked_by(crowd, url, texts) for crowd in AT_ONCE}
        return Heard(ready, resident(pid), Latencies(tuple(computing), sum(computing)), at_once)


def used(pid: int) -> float:
    """Seconds that a process's threads have computed: the scheduler's own count, finer than clock ticks."""
    return (
        sum(int(task.joinpath("schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir())
        / 1e9
    )


def asked_by(crowd: int, url: str, texts: Sequence[Asked]) -> Latencies:
    """So many clients at once, each with a connection of its own."""

    def client(number: int) -> list[float]:
        with httpx.Client(base_url=url, timeout=60) as http:
            mine = texts[number::crowd]
            return list(timed(lambda n: http.post("/model/parse", json=mine[n]), len(mine)).each)

    began = perf_counter()
    with ThreadPoolExecutor(crowd) as clients:
        took = [seconds for each in clients.map(client, range(crowd)) for seconds in each]
    return Latencies(tuple(took), perf_counter() - began)


def days_and_times(times: int) -> Latencies:
    """Reading days and times in messages of 300 characters, each of several of dev's joined, in computing time."""
    joined = " ".join(messages())
    texts = [joined[n * LENGTH : (n + 1) * LENGTH] for n in range(min(times, len(joined) // LENGTH))]
    against = frame()
    for text in texts[:20]:
        when.times(text, against)
    return cpu(lambda number: when.times(texts[number], against), len(texts))
