"""The REST channel from outside: many clients at once, on connections that cost little beside what they measure."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import count
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from tests.bench.measure import Latencies

Replies = list[dict[str, Any]]
NOTHING: Mapping[str, str] = {}
clients = count()


class Client:
    """Somebody new at this server, and their connection, which is kept."""

    def __init__(self, url: str, headers: Mapping[str, str] = NOTHING) -> None:
        self.connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.headers = {"Content-Type": "application/json", **headers}
        self.name = ""

    def say(self, message: str) -> tuple[float, Replies]:
        """A message: the seconds until it was answered, and the answer."""
        posted = json.dumps({"sender": self.name, "message": message})
        began = perf_counter()
        self.connection.request("POST", "/webhooks/rest/webhook", posted, self.headers)
        answer = self.connection.getresponse().read()
        seconds = perf_counter() - began
        replies: Replies = json.loads(answer)
        assert replies, message
        return seconds, replies


Booking = Callable[[Client], Iterator[float]]


def booked(
    crowd: int, each: int, urls: Sequence[str], booking: Booking, headers: Mapping[str, str] = NOTHING
) -> Latencies:
    """So many clients at once, in turn at these servers, come so many times each, as somebody new every time."""

    def client(number: int) -> list[float]:
        caller, took = Client(urls[number % len(urls)], headers), list[float]()
        for _ in range(each):
            caller.name = f"client-{next(clients)}"
            took += booking(caller)
        caller.connection.close()
        return took

    began = perf_counter()
    with ThreadPoolExecutor(crowd) as people:
        took = [seconds for turns in people.map(client, range(crowd)) for seconds in turns]
    return Latencies(tuple(took), perf_counter() - began)
