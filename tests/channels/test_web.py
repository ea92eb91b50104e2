"""The site over HTTP: who gets in, what is kept apart, and what nobody is told."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.channels.sessions import Pace, Tokens
from bot.channels.web import web_app
from bot.messages import Inbound, Reply
from tests.channels.desk import CLINICS, ScriptedDesk

GOOD = "https://clinic.example"
EVIL = "https://evil.example"


@pytest.fixture
def desk() -> ScriptedDesk:
    return ScriptedDesk()


@pytest.fixture
async def web(desk: ScriptedDesk) -> AsyncIterator[httpx.AsyncClient]:
    async with browse(desk) as client:
        yield client


def browse(desk: ScriptedDesk) -> httpx.AsyncClient:
    app = web_app(desk, CLINICS, default="cardiff", secret="for tests only", origins=[GOOD])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://clinic.test")


async def visit(web: httpx.AsyncClient, clinic: str = "cardiff") -> dict[str, str]:
    opened = await web.post("/widget/session", json={"clinic": clinic})
    return {"Authorization": f"Bearer {opened.json()['token']}"}


async def write(web: httpx.AsyncClient, who: dict[str, str], text: str, **more: str) -> httpx.Response:
    return await web.post("/widget/messages", json={"id": text[:50] or "empty", "text": text} | more, headers=who)


async def read(web: httpx.AsyncClient, who: dict[str, str], after: int = 0) -> list[dict[str, Any]]:
    lines = (await web.get("/widget/events", params={"after": after, "patience": 0}, headers=who)).json()["lines"]
    assert isinstance(lines, list)
    return lines


# ---------------------------------------------------------------- pages


async def test_the_page_shows_the_default_clinic_and_carries_the_widget(web: httpx.AsyncClient) -> None:
    page = (await web.get("/")).text
    assert "Pro Sports Medicine" in page
    assert '<script src="widget.js" data-clinic="cardiff" async></script>' in page
    assert "$" not in page


async def test_another_clinic_has_a_page_of_its_own(web: httpx.AsyncClient) -> None:
    page = (await web.get("/?clinic=sandy-springs")).text
    assert "Medical Sports Massage" in page
    assert 'lang="en-US"' in page


async def test_an_unknown_clinic_is_not_found(web: httpx.AsyncClient) -> None:
    answer = await web.get("/", params={"clinic": "<script>alert(1)</script>"})
    assert answer.status_code == 404
    assert "script" not in answer.text


async def test_pages_may_run_only_their_own_scripts_and_sit_in_no_frame(web: httpx.AsyncClient) -> None:
    headers = (await web.get("/")).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


async def test_the_widget_is_fetched_again_only_when_it_changed(web: httpx.AsyncClient) -> None:
    first = await web.get("/widget.js")
    again = await web.get("/widget.js", headers={"If-None-Match": first.headers["etag"]})
    assert "customElements.define" in first.text
    assert (again.status_code, again.content) == (304, b"")


async def test_the_widget_never_writes_html(web: httpx.AsyncClient) -> None:
    script = (await web.get("/widget.js")).text
    assert not [way for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if way in script]


async def test_health_and_metrics_can_be_watched(web: httpx.AsyncClient) -> None:
    who = await visit(web)
    await write(web, who, "my left calf hurts")
    assert (await web.get("/healthz")).json()["status"] == "ok"
    metrics = (await web.get("/metrics")).text
    assert 'cooldown_http_answers_total{route="/widget/messages",status="202"}' in metrics
    assert "calf" not in metrics


# ---------------------------------------------------------------- a conversation


async def test_a_message_is_answered_and_both_stand_in_the_transcript(
    web: httpx.AsyncClient, desk: ScriptedDesk
) -> None:
    who = await visit(web)
    assert (await write(web, who, "hi")).status_code == 202
    await desk.settled(desk.received[0].conversation)
    mine, ours = await read(web, who)
    assert (mine["from"], mine["text"]) == ("client", "hi")
    assert (ours["from"], ours["slots"]) == ("clinic", ["consent"])
    assert ours["choices"][0] == {"title": "Yes to both", "payload": "/consent=yes"}


async def test_a_pressed_button_says_what_it_says_and_keeps_its_label(
    web: httpx.AsyncClient, desk: ScriptedDesk
) -> None:
    who = await visit(web)
    await write(web, who, "hi")
    await desk.settled(desk.received[0].conversation)
    await write(web, who, "anything", payload="/consent=yes")
    assert (desk.received[1].text, desk.received[1].pressed) == ("Yes to both", "consent=yes")


async def test_a_greeting_button_needs_no_turn_before_it(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    await write(web, await visit(web), "Book a session", payload="/book")
    assert (desk.received[0].text, desk.received[0].pressed) == ("Book a session", "book")


@pytest.mark.parametrize("typed", ["/book", "consent=yes", "/ 5", "//", "day=2026-11-26"])
async def test_what_is_typed_is_never_taken_for_a_button(
    web: httpx.AsyncClient, desk: ScriptedDesk, typed: str
) -> None:
    await write(web, await visit(web), typed)
    assert (desk.received[0].text, desk.received[0].pressed) == (typed, "")


async def test_the_same_message_twice_is_one_message(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    who = await visit(web)
    answers = [await write(web, who, "hi"), await write(web, who, "hi")]
    await desk.settled(desk.received[0].conversation)
    assert [answer.status_code for answer in answers] == [202, 202]
    assert len(await read(web, who)) == 2


async def test_a_poll_ends_as_soon_as_there_is_something_new(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    who = await visit(web)
    await write(web, who, "hi")
    conversation = desk.received[0].conversation
    await desk.settled(conversation)
    last = (await read(web, who))[-1]["id"]
    poll = asyncio.create_task(web.get("/widget/events", params={"after": last}, headers=who))
    await asyncio.sleep(0.05)
    await desk.say(conversation, Reply("See you tomorrow at nine."))
    lines = (await poll).json()["lines"]
    assert [line["text"] for line in lines] == ["See you tomorrow at nine."]


async def test_a_confirmation_brings_its_appointment(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    who = await visit(web)
    await write(web, who, "hi")
    await desk.settled(desk.received[0].conversation)
    await desk.say(desk.received[0].conversation, Reply("All booked.", reference="K7M2QX"))
    assert (await read(web, who))[-1]["appointment"]["starts_at"] == "2026-11-26T17:00:00+00:00"


async def test_twenty_messages_at_once_all_arrive_and_in_order(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    who = await visit(web)
    answers = await asyncio.gather(*(write(web, who, str(n)) for n in range(20)))
    assert {answer.status_code for answer in answers} == {202}
    assert [inbound.text for inbound in desk.received] == [str(n) for n in range(20)]


async def test_a_flood_is_asked_to_wait(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    who = await visit(web)
    answers = [await write(web, who, str(n)) for n in range(61)]
    assert [answer.status_code for answer in answers] == [202] * 60 + [429]
    assert "One moment" in answers[-1].json()["detail"]
    assert len(desk.received) == 60


def test_a_pause_ends_the_flood_and_frees_its_memory() -> None:
    now = [0.0]
    pace = Pace(2, 10, lambda: now[0])
    assert [pace.allows("a") for _ in range(3)] == [True, True, False]
    now[0] = 10
    assert pace.allows("a")
    assert all(pace.allows(str(n)) for n in range(1_000))
    now[0] = 30
    pace.allows("b")
    assert len(pace._seen) == 1


# ---------------------------------------------------------------- kept apart


async def test_one_client_never_reads_another(web: httpx.AsyncClient, desk: ScriptedDesk) -> None:
    mine, theirs = await visit(web), await visit(web)
    await write(web, mine, "my knee")
    await desk.settled(desk.received[0].conversation)
    assert await read(web, theirs) == []
    assert len(await read(web, mine)) == 2


@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer nonsense", "Basic abc"])
async def test_without_a_token_of_ours_nothing_is_said_or_heard(
    web: httpx.AsyncClient, desk: ScriptedDesk, shown: str
) -> None:
    who = {"Authorization": shown}
    assert (await write(web, who, "hi")).status_code == 401
    assert (await web.get("/widget/events", headers=who)).status_code == 401
    assert desk.received == []


async def test_a_token_signed_with_another_secret_opens_nothing(web: httpx.AsyncClient) -> None:
    forger = Tokens("another secret")
    who = {"Authorization": f"Bearer {forger.write(forger.new('cardiff'))}"}
    assert (await web.get("/widget/events", headers=who)).status_code == 401


async def test_a_token_of_a_clinic_that_is_gone_opens_nothing(web: httpx.AsyncClient) -> None:
    ours = Tokens("for tests only")
    who = {"Authorization": f"Bearer {ours.write(ours.new('closed-down'))}"}
    assert (await web.get("/widget/events", headers=who)).status_code == 401


async def test_a_session_is_kept_at_its_own_clinic_only(web: httpx.AsyncClient) -> None:
    who = await visit(web)
    here = await web.post("/widget/session", json={"clinic": "cardiff"}, headers=who)
    there = await web.post("/widget/session", json={"clinic": "sandy-springs"}, headers=who)
    nowhere = await web.post("/widget/session", json={"clinic": ["cardiff"]}, headers=who)
    assert "token" not in here.json()
    assert there.json()["clinic"]["emergency"] == "911"
    assert there.json()["token"]
    assert nowhere.status_code == 404


async def test_a_named_site_may_embed_the_widget(web: httpx.AsyncClient) -> None:
    asked = {"Origin": GOOD, "Access-Control-Request-Method": "POST"}
    preflight = await web.options("/widget/messages", headers=asked)
    opened = await web.post("/widget/session", json={}, headers={"Origin": GOOD})
    assert preflight.status_code == 204
    assert "authorization" in preflight.headers["access-control-allow-headers"]
    assert opened.headers["access-control-allow-origin"] == GOOD


async def test_our_own_page_needs_no_naming(web: httpx.AsyncClient) -> None:
    opened = await web.post("/widget/session", json={}, headers={"Origin": "http://clinic.test"})
    assert opened.status_code == 200


@pytest.mark.parametrize("origin", [EVIL, "null", f"{GOOD}.evil.example", "http://clinic.test.evil"])
async def test_a_foreign_site_gets_nothing(web: httpx.AsyncClient, desk: ScriptedDesk, origin: str) -> None:
    who = await visit(web)
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answers = [
        await web.options("/widget/messages", headers=asked),
        await web.post("/widget/messages", json={"id": "1", "text": "hi"}, headers=who | {"Origin": origin}),
        await web.get("/widget/events", params={"patience": 0}, headers=who | {"Origin": origin}),
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 200]
    assert not [name for answer in answers for name in answer.headers if name.startswith("access-control")]
    assert desk.received == []


# ---------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"", 400),
        (b"no json", 400),
        (b"[]", 400),
        (b"\xff\xfe\x00", 400),
        (b"[" * 100_000, 400),
        (b'{"id": "1", "text": 5}', 400),
        (b'{"text": "no id"}', 400),
        (b'{"id": "", "text": "x"}', 400),
        (b'{"id": true, "text": "x"}', 400),
        (b'{"id": "a\\u0000b", "text": "x"}', 400),
        (b'{"id": "1", "text": "' + b"x" * 200_000 + b'"}', 413),
    ],
)
async def test_a_bad_body_gets_a_short_answer(
    web: httpx.AsyncClient, desk: ScriptedDesk, sent: bytes, status: int
) -> None:
    answer = await web.post("/widget/messages", content=sent, headers=await visit(web))
    assert answer.status_code == status
    assert len(answer.content) < 100
    assert desk.received == []


@pytest.mark.parametrize(
    ("sent", "arrives"),
    [
        ("", ""),
        ("a\0b\x1b[31m", "ab[31m"),
        ("\ud83d", "\ufffd"),
        ("\ud83d\ude00", "😀"),
        ("\u202eevil\u200f", "\u202eevil\u200f"),
        ("first\r\nsecond\t!", "first\nsecond\t!"),
        ("🏃" * 10_000, "🏃" * 10_000),
        ("x" * 10_001, "x" * 10_000),
        ("<script>alert(1)</script>'; DROP TABLE x", "<script>alert(1)</script>'; DROP TABLE x"),
    ],
)
async def test_any_text_arrives_as_text(web: httpx.AsyncClient, desk: ScriptedDesk, sent: str, arrives: str) -> None:
    body = json.dumps({"id": "1", "text": sent})
    answer = await web.post("/widget/messages", content=body, headers=await visit(web))
    assert answer.json()["text"] == desk.received[0].text == arrives


@pytest.mark.parametrize("after", ["x", "-1", str(2**70)])
async def test_an_odd_number_is_refused(web: httpx.AsyncClient, after: str) -> None:
    answer = await web.get("/widget/events", params={"after": after}, headers=await visit(web))
    assert answer.status_code == 422


class Broken(ScriptedDesk):
    async def receive(self, inbound: Inbound) -> None:
        raise RuntimeError(f"no such column: {inbound.text}")


async def test_a_bug_tells_neither_client_nor_log_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with browse(Broken()) as web:
        answer = await write(web, await visit(web), "my calf is swollen")
    assert answer.status_code == 500
    assert answer.json() == {"detail": "Something went wrong on our side. Please try again."}
    assert "RuntimeError in /widget/messages" in caplog.text
    assert "swollen" not in caplog.text
