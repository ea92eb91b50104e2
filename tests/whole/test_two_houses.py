"""Two servers on one PostgreSQL, as behind a load balancer: one conversation, whichever of them takes a message."""

import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from tests.postgres import create
from tests.whole.house import IN_WORDS, House, Json


@pytest.fixture
def houses(tmp_path: Path, nlu_url: str, postgres: Path, postgres_template: str) -> Iterator[list[House]]:
    """Two servers of the same clinic."""
    url = create(postgres, f"houses_{uuid4().hex}", postgres_template)
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    running = [House(folder, nlu_url, DATABASE_URL=url).start() for folder in folders]
    yield running
    for house in running:
        house.stop()
        house.http.close()


def answer_to(replies: list[Json]) -> str:
    """What a client who is asked this says: words, or the first button of an offer."""
    slot = replies[-1]["slot"]
    return str(replies[-1]["buttons"][0]["payload"] if slot in ("suggestion", "agreed") else IN_WORDS[slot])


def test_a_booking_goes_on_whichever_server_hears_the_next_word(houses: list[House]) -> None:
    replies, turn = houses[0].say("hi"), 0
    while "appointment" not in replies[-1]:
        turn += 1
        replies = houses[turn % 2].say(answer_to(replies))
        assert turn < 9, replies
    assert houses[0].appointments == [replies[-1]["appointment"]] == houses[1].appointments


def test_a_server_killed_in_the_middle_of_turns_loses_nothing_and_the_other_one_answers(houses: list[House]) -> None:
    first, second = houses
    opened = {f"client {number}": first.say("hi", sender=f"client {number}") for number in range(12)}

    def agrees(sender: str) -> bool:
        try:
            return bool(first.say("yes", sender=sender, message_id="yes"))
        except Exception:  # the server was killed before it answered
            return False

    with ThreadPoolExecutor(12) as clients:
        answered = clients.map(agrees, opened)
        first.stop(signal.SIGKILL)
        heard = dict(zip(opened, answered, strict=True))
    for sender, got in heard.items():
        replies = second.say("yes", sender=sender, message_id="yes")  # what a client does who got no answer
        assert got or replies, sender
        assert second.say("my left calf", sender=sender)[-1]["slot"] == "red_flags", "agreed once, asked once"
    assert not all(heard.values()), "somebody was in the middle of a turn"
    first.start()
