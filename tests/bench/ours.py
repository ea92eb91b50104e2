"""The booking that Rasa's stack is measured by, on our own: `cooldown serve`, the same channel, the same words."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx

from tests.bench.measure import Latencies
from tests.bench.rasa import BOOKING
from tests.whole.house import House

clients = count()
TOKEN = {"Authorization": "Bearer let-me-in"}


@contextmanager
def served(nlu_url: str) -> Iterator[str]:
    """Our server while inside, with SQLite on the disk."""
    with TemporaryDirectory(dir="var") as folder:
        house = House(Path(folder).resolve(), nlu_url).start()
        try:
            yield house.url
        finally:
            house.stop()
            house.http.close()


def booked(crowd: int, each: int, url: str, *, buttons: bool) -> Latencies:
    """So many clients at once come so many times each, by words or, where there are any, by buttons."""

    def client(_: int) -> list[float]:
        with httpx.Client(base_url=url, timeout=60, headers=TOKEN) as http:
            return [seconds for _ in range(each) for seconds in booking(http, buttons=buttons)]

    began = perf_counter()
    with ThreadPoolExecutor(crowd) as people:
        took = [seconds for turns in people.map(client, range(crowd)) for seconds in turns]
    return Latencies(tuple(took), perf_counter() - began)


def booking(http: httpx.Client, *, buttons: bool) -> Iterator[float]:
    """One booking, turn by turn, in seconds; the diary may be full before the last has come."""
    sender, shown = f"client-{next(clients)}", list[str]()
    for line in BOOKING:
        message = shown[0] if buttons and shown else line
        began = perf_counter()
        answer = http.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})
        yield perf_counter() - began
        replies = answer.json()
        assert replies, line
        shown = [button["payload"] for button in replies[-1].get("buttons", ())]
