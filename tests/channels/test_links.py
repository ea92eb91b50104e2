"""The pages behind a mail's links: looking changes nothing, pressing the button does what the page says."""

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from fastapi import FastAPI
from sqlalchemy import Engine, event, select

from bot.channels.desk import Promise
from bot.channels.links import Links, link_routes
from bot.channels.web import web_app
from bot.clinic import Clinic
from bot.dialogue import decide
from bot.front import promise, storefront, storefronts
from bot.house import House
from bot.messages import Reply, Said
from bot.outbox import Outbox
from bot.reception import Reception
from bot.store import open_store, reading
from bot.store.tables import appointment, inbound
from bot.talk.session import Session
from bot.turns import Turns
from tests.channels.site import Site, chromium
from tests.desk import CARDIFF, NOW, book, do, said_to, visit
from tests.talk import KNOWLEDGE

JO = "telegram:1"
START = visit("17:00").start
HOUSE = House(KNOWLEDGE, {"cardiff": CARDIFF}, "cardiff")
LINKS = Links("http://clinic.test", "for tests only")
ATTEND, MOVE, CANCEL = (f"{says} which=K7M2QX" for says in ("attend", "reschedule", "cancel_appointment"))


@pytest.fixture
def record(sqlite_url: str) -> Iterator[Engine]:
    """Jo is booked for Thursday at five."""
    opened = open_store(sqlite_url)
    event.listen(opened, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    do(opened, JO, book(visit("17:00"), "K7M2QX"), Reply("Booked."))
    yield opened
    opened.dispose()


def reception(engine: Engine, house: House = HOUSE) -> Reception:
    """The real desk, which understands buttons only."""

    async def understand(text: str, session: Session, clinic: Clinic) -> Said:
        return Said(text)

    outbox = Outbox(engine, lambda: NOW, {})
    turns = Turns(engine, house.profiles, house.knowledge, understand, decide, lambda: NOW, ring=outbox.ring)
    return Reception(turns, outbox, lambda: "ok")


def website(engine: Engine, desk: Reception, now: datetime = NOW) -> FastAPI:
    """The site with the pages."""

    async def look_up(reference: str) -> Promise | None:
        return await asyncio.to_thread(promise, HOUSE, engine, reference, now)

    app = web_app(desk, storefronts(HOUSE), default="cardiff", secret="for tests only")
    app.include_router(link_routes(desk, LINKS, look_up, storefront(CARDIFF)))
    return app


def browse(engine: Engine, now: datetime = NOW) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(website(engine, reception(engine), now))
    return httpx.AsyncClient(transport=transport, base_url="http://clinic.test")


def link(says: str) -> str:
    return LINKS.to(says, "cardiff", 7)


def form(page: str) -> str:
    found = re.search(r'action="(\?once=[\w-]+)"', page)
    assert found
    return found[1]


def state(engine: Engine) -> tuple[str, bool, int]:
    """Jo's appointment: its status, whether Jo will come; and how many messages came in."""
    with reading(engine) as db:
        row = db.execute(select(appointment.c.status, appointment.c.attends)).one()
        return row.status, row.attends is not None, len(db.execute(select(inbound)).all())


UNTOUCHED = ("booked", False, 1)


@pytest.mark.parametrize("says", [ATTEND, MOVE, CANCEL])
async def test_looking_says_what_will_happen_and_changes_nothing(record: Engine, says: str) -> None:
    async with browse(record) as web:
        pages = [await web.get(link(says)), await web.head(link(says)), await web.get(link(says))]
    assert [page.status_code for page in pages] == [200, 405, 200]
    assert "Thursday 26 November at 17:00, with Anna" in pages[0].text
    assert state(record) == UNTOUCHED


async def test_the_button_cancels_in_the_appointment_s_own_conversation(record: Engine) -> None:
    async with browse(record) as web:
        page = await web.get(link(CANCEL))
        assert "Cancel your appointment?" in page.text
        done = await web.post(link(CANCEL) + form(page.text))
        again = await web.post(link(CANCEL) + form(page.text))
    assert "cancelled. We&#x27;d be glad to see you another time." in done.text
    assert "that is cancelled already" in again.text
    assert state(record) == ("cancelled", False, 2)
    assert said_to(record, JO)[1].startswith("It's cancelled.")


RULE = "less than 24 hours away, so the clinic&#x27;s late rule may apply"


@pytest.mark.parametrize(
    ("says", "hours", "told"), [(CANCEL, 23, True), (MOVE, 23, True), (CANCEL, 24, False), (ATTEND, 23, False)]
)
async def test_who_changes_late_is_told_the_clinic_s_rule_first(
    record: Engine, says: str, hours: int, told: bool
) -> None:
    async with browse(record, START - timedelta(hours=hours)) as web:
        assert (RULE in (await web.get(link(says))).text) is told


async def test_the_button_says_that_the_client_will_come(record: Engine) -> None:
    async with browse(record) as web:
        once = form((await web.get(link(ATTEND))).text)
        pages = [(await web.post(link(ATTEND) + once)).text for _ in range(2)]
    assert all("Lovely, thank you" in page for page in pages)
    assert state(record) == ("booked", True, 2), "the form sent twice is one message"


async def test_another_time_is_chosen_in_the_chat(record: Engine) -> None:
    async with browse(record) as web:
        done = await web.post(link(MOVE))
    assert "waiting for you in the chat where you booked" in done.text
    assert state(record) == ("booked", False, 2)
    assert said_to(record, JO)[1:] != []


async def test_a_link_that_is_not_ours_does_nothing(record: Engine) -> None:
    forged = Links("http://clinic.test", "another secret").to(CANCEL, "cardiff", 7)
    elsewhere = link("attend which=ABCDEF")
    unknown = LINKS._signed.dumps("book which=K7M2QX")
    async with browse(record) as web:
        for url in (forged, elsewhere, f"/a/{unknown}", "/a/x"):
            assert [(await web.get(url)).status_code, (await web.post(url)).status_code] == [404, 404]
    assert state(record) == UNTOUCHED


async def test_a_link_runs_out_with_its_appointment(record: Engine) -> None:
    async with browse(record, START + timedelta(hours=1)) as web:
        assert [(await web.get(link(CANCEL))).status_code, (await web.post(link(CANCEL))).status_code] == [410, 410]
    assert state(record) == UNTOUCHED


async def test_when_the_session_has_begun_there_is_nothing_to_give_up_and_the_page_says_so(record: Engine) -> None:
    desk = reception(record)
    desk.turns.clock = lambda: START + timedelta(minutes=1)
    transport = httpx.ASGITransport(website(record, desk, START + timedelta(minutes=1)))
    async with httpx.AsyncClient(transport=transport, base_url="http://clinic.test") as web:
        page = await web.post(link(CANCEL))
    assert page.status_code == 503
    assert CARDIFF.phone in page.text
    assert state(record)[0] == "booked"


async def test_the_pages_keep_to_themselves(record: Engine) -> None:
    async with browse(record) as web:
        page = await web.get(link(CANCEL))
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "form-action 'self'" in page.headers["content-security-policy"]
    assert not [word for word in ("Jo", "calf", "maintenance", JO) if word in page.text]


def test_a_link_tells_nothing_of_the_conversation() -> None:
    assert LINKS.read(link(CANCEL).rpartition("/")[2]) == CANCEL
    assert link("book day=2026-12-14..2026-12-20") == "http://clinic.test/?clinic=cardiff"
    assert link("human") == ""
    assert Links("", "for tests only").to(CANCEL, "cardiff", 7) == ""


class LinkSite(Site):
    """A site whose desk is the real one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        super().__init__(desk=lambda: reception(engine))

    def app(self) -> FastAPI:
        return website(self.engine, self.desk)


def test_in_a_real_browser_the_button_works_and_the_page_is_accessible(record: Engine) -> None:
    site = LinkSite(record)
    try:
        with chromium() as browser:
            page = browser.new_page()
            page.goto(site.url + link(CANCEL).removeprefix("http://clinic.test/"))
            assert Axe().run(page).violations_count == 0
            assert state(record) == UNTOUCHED
            page.get_by_role("button", name="Yes, cancel it").click()
            page.get_by_role("heading", name="It's cancelled").wait_for()
            page.reload()  # which asks to send the form again
            page.get_by_text("that is cancelled already").wait_for()
    finally:
        site.close()
    assert state(record) == ("cancelled", False, 2)
