"""The model's server keeps Rasa's contract, its limits and its silence."""

import json
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bot.model import PYTHON
from tests.model_fixture import ROOT, Running, running_server, wait_until_loaded


@pytest.fixture
def client(nlu_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=nlu_url, timeout=30) as client:
        yield client


def parse(client: httpx.Client, text: str) -> Any:
    answer = client.post("/model/parse", json={"text": text})
    assert answer.status_code == 200, answer.text
    return answer.json()


def raw(url: str, request: bytes) -> bytes:
    """What the server says to bytes no client library would send."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(request)
        return connection.makefile("rb").read()


def test_an_answer_has_the_shape_of_rasas(client: httpx.Client) -> None:
    answer = parse(client, "can i book for my left shin on thursday")
    ours = {"complaints", "red_flags", "chances", "times"}
    assert set(answer) == {"text", "intent", "intent_ranking", "entities", *ours}
    assert answer["text"] == "can i book for my left shin on thursday"
    assert answer["entities"] == []
    assert answer["intent"] == answer["intent_ranking"][0]
    assert answer["intent"]["name"] == "book"


def test_ten_intents_are_ranked_by_confidence(client: httpx.Client) -> None:
    ranking = [intent["confidence"] for intent in parse(client, "hello")["intent_ranking"]]
    assert len(ranking) == 10
    assert ranking == sorted(ranking, reverse=True)
    assert 0 < sum(ranking) <= 1.000001


def test_a_question_is_told_with_its_topic(client: httpx.Client) -> None:
    assert parse(client, "how much does a session cost?")["intent"]["name"] == "ask_faq/prices"


def test_several_complaints_are_told_at_once(client: httpx.Client) -> None:
    told = parse(client, "my hamstring is tight and my left achilles aches")["complaints"]
    assert {complaint["name"] for complaint in told[:2]} == {"hamstring", "achilles_tendinopathy"}
    assert [each["confidence"] for each in told] == sorted((each["confidence"] for each in told), reverse=True)
    assert all(each["confidence"] >= 0.05 for each in told)


def test_what_a_message_tells_as_a_whole_is_heard_with_chances(client: httpx.Client) -> None:
    alarming = parse(client, "since monday one calf is twice the size of the other, hot, and it throbs")
    moved = parse(client, "you have me down for thursday at 3, could we make that friday instead")
    assert alarming["red_flags"][0]["name"] == "leg_clot"
    assert set(alarming["chances"]) == {"nothing_hurts", "stops", "marks", "want", "not", "from"}
    assert alarming["chances"]["stops"] > 0.8 > 0.2 > moved["chances"]["stops"]
    assert moved["chances"]["from"] > 0.5 > alarming["chances"]["from"]


def test_each_time_that_is_asked_about_is_told_with_the_chances_of_its_roles(client: httpx.Client) -> None:
    text = " /can we swap my thursday 3pm for friday at 4? not monday, i race on sunday"
    phrases = ["thursday 3pm", "friday at 4", "monday", "sunday"]
    spans = [[text.index(phrase), text.index(phrase) + len(phrase)] for phrase in phrases]
    told = client.post("/model/parse", json={"text": text, "times": spans}).json()["times"]
    assert [[one["start"], one["end"]] for one in told] == spans
    assert [max(("want", "not", "from", "none"), key=one.get) for one in told] == ["from", "want", "not", "none"]
    assert all(one["want"] + one["not"] + one["from"] + one["none"] == pytest.approx(1) for one in told)


def test_what_lies_outside_the_text_is_no_time_in_it(client: httpx.Client) -> None:
    nowhere = [[3, 3], [5, 2], [-4, 2], [8, 99], [10**30, 10**31]]
    assert client.post("/model/parse", json={"text": "on friday", "times": nowhere}).json()["times"] == []


def test_of_very_many_times_the_first_forty_are_judged(client: httpx.Client) -> None:
    asked = {"text": "on friday", "times": [[3, 9]] * 41}
    assert len(client.post("/model/parse", json=asked).json()["times"]) == 40


@pytest.mark.parametrize("times", [7, "on", [[1]], [[1, 2, 3]], ["on"], [[None, 2]], [[0, 2.5]], {"12": 1}])
def test_times_that_are_no_places_are_refused(client: httpx.Client, times: object) -> None:
    assert client.post("/model/parse", json={"text": "on friday", "times": times}).status_code == 400


def test_a_thank_you_complains_of_nothing(client: httpx.Client) -> None:
    assert parse(client, "cheers, thanks a lot")["complaints"] == []


@pytest.mark.parametrize("blank", ["", "  \n", "///"])
def test_a_blank_text_has_no_intent(client: httpx.Client, blank: str) -> None:
    assert parse(client, blank) == {
        "text": blank,
        "intent": {"name": None, "confidence": 0.0},
        "intent_ranking": [],
        "entities": [],
        "complaints": [],
        "red_flags": [],
        "chances": {},
        "times": [],
    }


@pytest.mark.parametrize("text", ["😀🦵", "\u202eمرحبا", "<script>alert(1)</script>", "'; DROP TABLE clients; --", "`"])
def test_odd_texts_are_answered_like_any(client: httpx.Client, text: str) -> None:
    assert parse(client, text)["text"] == text


def test_a_client_cannot_name_the_intent_with_a_slash(client: httpx.Client) -> None:
    assert parse(client, '/human{"x": 1}')["intent"] == parse(client, 'human{"x": 1}')["intent"]
    assert parse(client, " / /human")["intent"] == parse(client, "human")["intent"]


def test_only_the_first_thousand_characters_are_read(client: httpx.Client) -> None:
    long = "I would like to book a massage please. " * 25
    answer = parse(client, long + " my shin hurts" * 650)
    assert answer["text"] == (long + " my shin hurts" * 650)[:1000]
    assert parse(client, answer["text"]) == answer


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"book",
        b'{"text": "bo',
        b"[]",
        b"null",
        b"{}",
        b'{"text": 1}',
        b'{"text": null}',
        b'{"text": ["book"]}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "\\ud83d"}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b"9" * 100_000,
    ],
    ids=repr,
)
def test_what_is_no_text_is_refused_with_a_sentence(client: httpx.Client, body: bytes) -> None:
    answer = client.post("/model/parse", content=body)
    assert answer.status_code == 400
    assert answer.json() == {"error": 'send {"text": "..."} as JSON'}


def test_a_connection_serves_again_after_a_refusal(client: httpx.Client) -> None:
    assert client.post("/model/parse", content=b"nonsense").status_code == 400
    assert parse(client, "hello")["intent"]["name"] == "greet"


def test_a_large_request_is_not_read(client: httpx.Client) -> None:
    assert client.post("/model/parse", content=b" " * 300_000).status_code == 413


@pytest.mark.parametrize(
    "length", ["", "Content-Length: -1\r\n", "Content-Length: ²\r\n", "Transfer-Encoding: chunked\r\n"]
)
def test_a_request_must_say_how_long_it_is(nlu_url: str, length: str) -> None:
    answer = raw(nlu_url, f"POST /model/parse HTTP/1.1\r\nHost: x\r\n{length}\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 411 ")


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/model", 404), ("POST", "/model", 404), ("PUT", "/model", 501)]
)
def test_there_is_nothing_else_here(client: httpx.Client, method: str, path: str, status: int) -> None:
    assert client.request(method, path, content=b"{}").status_code == status


def test_many_at_once_get_each_their_own_answer(client: httpx.Client) -> None:
    texts = [f"my calf is sore, number {number}" for number in range(20)]
    with ThreadPoolExecutor(20) as pool:
        assert [answer["text"] for answer in pool.map(lambda text: parse(client, text), texts)] == texts


def test_it_listens_on_loopback_only(nlu_url: str) -> None:
    ours = f":{urlsplit(nlu_url).port:04X}"
    table = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    assert [entry[1] for entry in table if entry[1].endswith(ours) and entry[3] == "0A"] == ["0100007F" + ours]


def test_nothing_that_clients_say_is_printed(nlu_server: Running, client: httpx.Client) -> None:
    secret = "zanzibarshin"
    parse(client, f"my {secret} hurts")
    parse(client, f"/{secret}{{")
    client.post("/model/parse", content=f'{{"text": "{secret}\\ud800"}}'.encode())
    client.post(f"/{secret}", content=secret.encode())
    client.request(secret.upper(), "/")
    raw(nlu_server.url, f"{secret}\r\n\r\n".encode())
    raw(nlu_server.url, f"POST /{secret} HTTP/1.1\r\n{secret}: {secret * 10_000}\r\n\r\n".encode())
    port = urlsplit(nlu_server.url).port
    assert nlu_server.printed.read_text().splitlines()[0] == json.dumps({"port": port})
    assert secret not in nlu_server.printed.read_text().lower()


def test_it_listens_while_the_model_loads_and_asks_for_patience(tmp_path: Path) -> None:
    with running_server(tmp_path / "printed") as server:
        assert httpx.get(server.url).json() == {"status": "loading"}
        assert httpx.post(f"{server.url}/model/parse", json={"text": "hi"}).status_code == 503
        wait_until_loaded(server.url)
        assert httpx.get(server.url).json() == {"status": "ok"}


def test_without_a_model_it_says_what_to_do(tmp_path: Path) -> None:
    command = (ROOT / PYTHON, "-m", "nlu.server", tmp_path / "none.tar.gz")
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr == f"There is no model at {tmp_path}/none.tar.gz; make setup trains one.\n"
