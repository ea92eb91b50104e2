"""The booking that Rasa's stack is measured by, on our own: `cooldown serve`, the same channel, the same words."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from tests.bench.measure import Latencies
from tests.bench.rasa import BOOKING
from tests.bench.rest import Client
from tests.bench.rest import booked as called
from tests.whole.house import House

TOKEN = {"Authorization": "Bearer let-me-in"}
WHO = "/name=Jo_Evans contact=+447700900123"  # the only question without a button of ours


@contextmanager
def served(engine: Engine, nlu_url: str, processes: int = 1) -> Iterator[Sequence[str]]:
    """So many servers of ours on one database while inside, each warmed up."""
    database = engine.url.render_as_string(hide_password=False)
    with ExitStack() as opened:
        houses = [opened.enter_context(one(database, nlu_url)) for _ in range(processes)]
        urls = [house.url for house in houses]
        for buttons in (False, True):
            booked(processes, 2, urls, buttons=buttons)
        yield urls


@contextmanager
def one(database: str, nlu_url: str) -> Iterator[House]:
    """A server while inside."""
    with TemporaryDirectory(dir="var") as folder:
        house = House(Path(folder).resolve(), nlu_url, DATABASE_URL=database).start()
        try:
            yield house
        finally:
            house.stop()
            house.http.close()


def booked(crowd: int, each: int, urls: Sequence[str], *, buttons: bool) -> Latencies:
    """So many clients at once come so many times each, by words or by buttons."""
    return called(crowd, each, urls, partial(booking, buttons=buttons), TOKEN)


def booking(client: Client, *, buttons: bool) -> Iterator[float]:
    """One booking, turn by turn, in seconds; the diary may be full before the last has come."""
    pressed = "/book"
    for line in BOOKING:
        seconds, replies = client.say(pressed if buttons else line)
        yield seconds
        pressed = next((button["payload"] for button in replies[-1].get("buttons", ())), WHO)
