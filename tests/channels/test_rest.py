"""Rasa's REST channel, as other people's widgets and scripts use it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.channels.web import web_app
from bot.channels.wire import slots
from bot.messages import Choice, Reply
from tests.channels.desk import APPOINTMENT, BOOKING, CLINICS, ScriptedDesk

TOKEN = {"Authorization": "Bearer open sesame"}
HOOK = "/webhooks/rest/webhook"


@pytest.fixture
def desk() -> ScriptedDesk:
    return ScriptedDesk()


@pytest.fixture
async def rest(desk: ScriptedDesk) -> AsyncIterator[httpx.AsyncClient]:
    async with client(desk, "open sesame") as found:
        yield found


def client(desk: ScriptedDesk, token: str) -> httpx.AsyncClient:
    app = web_app(desk, CLINICS, default="cardiff", secret="for tests only", rest_token=token)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://clinic.test")


async def say(rest: httpx.AsyncClient, message: object, **more: object) -> list[dict[str, Any]]:
    answer = await rest.post(HOOK, json={"sender": "jo", "message": message} | more, headers=TOKEN)
    assert answer.status_code == 200
    replies = answer.json()
    assert isinstance(replies, list)
    return replies


async def test_a_message_brings_its_replies_in_rasas_shape(rest: httpx.AsyncClient) -> None:
    assert await say(rest, "hi") == [
        {
            "recipient_id": "jo",
            "text": BOOKING[0].text,
            "buttons": [
                {"title": "Yes to both", "payload": "/consent=yes"},
                {"title": "No, thank you", "payload": "/consent=no"},
            ],
            "slot": "consent",
            "slots": ["consent"],
        }
    ]


async def test_a_payload_sent_back_verbatim_is_a_press(rest: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    [reply] = await say(rest, "hi")
    await say(rest, reply["buttons"][0]["payload"])
    assert (desk.received[1].pressed, desk.received[1].text) == ("consent=yes", "")


async def test_an_odd_button_that_was_offered_is_a_press_too() -> None:
    desk = ScriptedDesk([Reply("At nine, or later?", ("time",), (Choice("Later", "more_times"),))])
    async with client(desk, "open sesame") as rest:
        await say(rest, "hi")
        await say(rest, "/more_times")
    assert (desk.received[1].text, desk.received[1].pressed) == ("Later", "more_times")


@pytest.mark.parametrize(
    ("message", "pressed"),
    [
        ("/reschedule which=K7M2QX", "reschedule which=K7M2QX"),
        ("/day=2026-11-26 time=17:00", "day=2026-11-26 time=17:00"),
        ("/book", "book"),
        ("/hello", ""),
        ("/", ""),
        ("/book now please", ""),
        ("book", ""),
        ("consent=yes", ""),
    ],
)
async def test_a_press_has_a_form_that_is_not_typed_by_chance(
    rest: httpx.AsyncClient, desk: ScriptedDesk, message: str, pressed: str
) -> None:
    await say(rest, message)
    assert desk.received[0].pressed == pressed
    assert desk.received[0].text == ("" if pressed else message)


async def test_several_slots_are_named_by_their_base_name_once(rest: httpx.AsyncClient) -> None:
    desk = ScriptedDesk([Reply("Which side?", ("side.calf", "side.hamstring", "severity.calf"))])
    async with client(desk, "open sesame") as rest:
        [reply] = await say(rest, "hi")
    assert (reply["slot"], reply["slots"]) == ("side", ["side", "severity"])
    assert "buttons" not in reply


async def test_the_confirming_message_carries_the_appointment() -> None:
    async with client(ScriptedDesk(BOOKING[-1:]), "open sesame") as rest:
        [reply] = await say(rest, "yes")
    assert reply["appointment"] == APPOINTMENT
    assert "slot" not in reply


@pytest.mark.parametrize("message", ["ok", "/consent=yes", "/hello"])
async def test_what_fell_due_meanwhile_comes_first(rest: httpx.AsyncClient, desk: ScriptedDesk, message: str) -> None:
    await say(rest, "hi")
    await desk.say("rest:cardiff:jo", Reply("See you tomorrow."))
    assert [reply["text"] for reply in await say(rest, message)] == ["See you tomorrow.", BOOKING[2].text]


async def test_a_retry_brings_the_same_answer_and_no_second_turn(rest: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    first = await say(rest, "hi", metadata={"message_id": "m1"})
    again = await say(rest, "hi", metadata={"message_id": "m1"})
    assert first == again
    assert len(desk.received) == 1


async def test_without_an_id_the_same_words_are_two_messages(rest: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    await say(rest, "yes")
    await say(rest, "yes")
    assert len(desk.received) == 2


async def test_twenty_at_once_are_answered_one_by_one(rest: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    answers = await asyncio.gather(*(say(rest, str(n)) for n in range(20)))
    assert [len(replies) for replies in answers] == [1] * 20
    assert [inbound.text for inbound in desk.received] == [str(n) for n in range(20)]


async def test_one_sender_at_two_clinics_has_two_conversations(rest: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    await say(rest, "hi")
    await say(rest, "hi", metadata={"clinic": "sandy-springs"})
    assert [(inbound.conversation, inbound.clinic) for inbound in desk.received] == [
        ("rest:cardiff:jo", "cardiff"),
        ("rest:sandy-springs:jo", "sandy-springs"),
    ]


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/x-www-form-urlencoded", ""])
async def test_any_content_type_will_do(rest: httpx.AsyncClient, kind: str) -> None:
    body = json.dumps({"sender": "jo", "message": "hi"})
    answer = await rest.post(HOOK, content=body, headers=TOKEN | ({"Content-Type": kind} if kind else {}))
    assert len(answer.json()) == 1


@pytest.mark.parametrize("shown", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "open sesame"}])
async def test_without_the_token_nothing_is_heard(
    rest: httpx.AsyncClient, desk: ScriptedDesk, shown: dict[str, str]
) -> None:
    answer = await rest.post(HOOK, content=b"not even json", headers=shown)
    assert answer.status_code == 401
    assert desk.received == []


async def test_a_token_in_other_letters_is_only_wrong(rest: httpx.AsyncClient) -> None:
    answer = await rest.post(HOOK, json={}, headers=[(b"Authorization", "Bearer öffne".encode())])
    assert answer.status_code == 401


async def test_there_is_no_such_channel_until_a_token_is_set(desk: ScriptedDesk) -> None:
    async with client(desk, "") as rest:
        answer = await rest.post(HOOK, json={"sender": "jo", "message": "hi"}, headers={"Authorization": "Bearer "})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b'"hello"',
        b"[1, 2]",
        b'{"message": "no sender"}',
        b'{"sender": {}, "message": "x"}',
        b'{"sender": "' + b"j" * 201 + b'", "message": "x"}',
        b'{"sender": "jo", "message": ["x"]}',
        b'{"sender": "jo", "message": "x", "metadata": "cardiff"}',
        b'{"sender": "jo", "message": "x", "metadata": {"clinic": "nowhere"}}',
        b'{"sender": "jo", "message": "x", "metadata": {"clinic": 5}}',
        b'{"sender": "jo", "message": "x", "metadata": {"message_id": null}}',
    ],
)
async def test_what_cannot_be_read_is_refused(rest: httpx.AsyncClient, desk: ScriptedDesk, body: bytes) -> None:
    answer = await rest.post(HOOK, content=body, headers=TOKEN)
    assert answer.status_code == 400
    assert desk.received == []


async def test_an_empty_message_is_a_message(rest: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    assert len(await say(rest, "")) == 1
    assert len(await say(rest, None, metadata=None)) == 1
    assert [inbound.text for inbound in desk.received] == ["", ""]


def test_questions_of_ours_go_by_the_names_the_outside_knows() -> None:
    assert slots(Reply("Which is closer?", ("doubt",))) == ["complaint"]
    assert slots(Reply("Has a doctor said so?", ("cleared",))) == ["red_flags"]
