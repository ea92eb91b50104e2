"""The pages behind an offer's mail: looking takes nothing, the button takes or declines just that time."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from fastapi import FastAPI
from sqlalchemy import Engine, event, select, update

from bot.channels.desk import Kept
from bot.channels.links import Links
from bot.channels.offers import offer_routes
from bot.channels.web import web_app
from bot.clinic import Clinic
from bot.front import offer, storefront, storefronts
from bot.house import House
from bot.messages import Said, Visit, pressed
from bot.proceeding import Turn
from bot.reception import Reception
from bot.store import appointments, open_store, reading, writing
from bot.store.post import settle
from bot.store.tables import appointment, outbox
from bot.talk.session import Session, screen
from tests.channels.site import Site, chromium
from tests.channels.test_links import form, reception
from tests.counter import PROFILE, Counter
from tests.desk import masks_equal_claims
from tests.talk import JO, KNOWLEDGE, NONE, RUNNING, YES, at, say
from tests.test_story_waiting import CANCELS, FIVE, FRIDAY, INTAKE, OFFER, SOONER, WISH, fill, waits

AL, WHEN = "web:al", "60 minutes on Thursday 26 November at 17:00 with Anna"
HOUSE = House(KNOWLEDGE, {PROFILE.id: PROFILE}, PROFILE.id)
LINKS = Links("http://clinic.test", "for tests only")
TAKE, MOVE, REFUSE = "Yes, take it", "Yes, move it", "No, thanks"
LOST = "somebody else may have it by now"


@pytest.fixture
def counter(sqlite_url: str) -> Iterator[Counter]:
    """Jo has Thursday at five with Anna; Al, who can be written to, waits for it."""
    opened = open_store(sqlite_url)
    event.listen(opened, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    counter = Counter(opened).says("web:jo", *INTAKE, WISH, JO, YES)
    yield counter.says(AL, say("", name="Al Bo", contact="al@example.org"))
    opened.dispose()


@pytest.fixture
def offered(counter: Counter) -> Counter:
    """And Jo gives it up."""
    return waits(counter, AL, "web:bo").says("web:jo", *CANCELS)


@pytest.fixture
def earlier(counter: Counter) -> Counter:
    """Al has Friday at one, waits for an earlier time, and Jo gives five on Thursday up."""
    counter.says(AL, *INTAKE, FRIDAY, YES)
    fill(counter, ("anna", "24T07:00", "26T17:00"), ("anna", "26T18:15", "26T20:00"), ("anna", "27T07:00", "27T13:00"))
    fill(counter, ("ben", "24T07:00", "27T14:00"))
    return counter.says(AL, SOONER).says("web:jo", *CANCELS)


def website(engine: Engine, desk: Reception, now: datetime) -> FastAPI:
    """The site with the pages, at this time."""

    async def look_up(says: str, letter: int) -> Kept | None:
        return await asyncio.to_thread(offer, HOUSE, engine, says, letter, now)

    app = web_app(desk, storefronts(HOUSE), default=PROFILE.id, secret="for tests only")
    app.include_router(offer_routes(desk, LINKS, look_up, storefront(PROFILE)))
    return app


def browse(counter: Counter) -> httpx.AsyncClient:
    desk = reception(counter.engine, HOUSE)
    desk.turns.clock = lambda: counter.now
    transport = httpx.ASGITransport(website(counter.engine, desk, counter.now))
    return httpx.AsyncClient(transport=transport, base_url="http://clinic.test")


def link(counter: Counter, label: str, who: str = AL) -> str:
    """Where the newest mail about the waiting list leads, which has left by then."""
    theirs = (outbox.c.conversation == who) & (outbox.c.channel == "mail") & (outbox.c.kind == "waiting_list")
    with writing(counter.engine) as db:
        row = db.execute(select(outbox).where(theirs).order_by(outbox.c.id.desc())).first()
        assert row
        settle(db, row.id, counter.now)
    (says,) = [choice.says for choice in screen(row.reply).choices if choice.label == label]
    return LINKS.to(says, PROFILE.id, row.id)


def breaks(session: Session, said: Said, clinic: Clinic) -> Turn:
    """No turn can be decided."""
    raise ZeroDivisionError


async def presses(web: httpx.AsyncClient, url: str) -> httpx.Response:
    """Open the page and press its button."""
    return await web.post(url + form((await web.get(url)).text))


def kept_for(counter: Counter, who: str) -> list[Visit | None]:
    return [entry.offered for entry in counter.sees(who).waiting]


@pytest.mark.parametrize("label", [TAKE, REFUSE])
async def test_looking_says_what_will_happen_and_changes_nothing(offered: Counter, label: str) -> None:
    async with browse(offered) as web:
        pages = [await web.get(link(offered, label)) for _ in range(2)]
        assert (await web.head(link(offered, label))).status_code == 405
    for page in pages:
        assert WHEN in page.text and "kept for you until 10:45" in page.text and label in page.text
        assert page.headers["referrer-policy"] == "no-referrer" and page.headers["cache-control"] == "no-store"
    assert kept_for(offered, AL) == [FIVE] and offered.sees(AL).held == frozenset()


async def test_the_button_keeps_it_and_the_booking_is_finished_in_the_chat(offered: Counter) -> None:
    async with browse(offered.passes(minutes=29)) as web:
        done = await presses(web, link(offered, TAKE))
        again = await web.get(link(offered, TAKE))
    assert "kept for you until 10:54" in done.text and "Please finish in the chat" in done.text
    assert "Please finish in the chat" in again.text and "<form" not in again.text
    assert offered.sees(AL).held == {FIVE}
    offered.says(AL, NONE, YES)
    assert [a.visit for a in offered.sees(AL).mine] == [FIVE]
    async with browse(offered) as web:
        assert "You&#x27;re booked in" in (await web.get(link(offered, TAKE))).text


async def test_page_and_chat_tell_of_one_time_until_which_it_is_kept(offered: Counter) -> None:
    async with browse(offered) as web:
        page = await web.get(link(offered, TAKE))
        assert "<h1>Would you like it?</h1>" in page.text and "Shall I keep it" not in page.text
        done = await presses(web, link(offered, TAKE))
    assert "kept for you until 10:45" in done.text
    asked = offered.says(AL, NONE).last(AL)
    assert asked.slots == ("agreed",) and WHEN in asked.text
    assert not [one for one in offered.replies(AL) if " for 10 minutes" in one.text]


IN_THE_CHAT = '<a href="http://clinic.test/?clinic=cardiff">Open the chat</a>'


async def test_who_must_finish_in_the_chat_of_our_site_finds_the_way_there(offered: Counter) -> None:
    async with browse(offered) as web:
        assert "<a" not in (await web.get(link(offered, TAKE))).text
        assert IN_THE_CHAT in (await presses(web, link(offered, TAKE))).text
        assert IN_THE_CHAT in (await web.get(link(offered, TAKE))).text
        offered.says(AL, NONE, YES)
        assert "<a" not in (await web.get(link(offered, TAKE))).text


async def test_who_talks_to_us_elsewhere_is_not_sent_to_our_site(counter: Counter) -> None:
    counter.says("telegram:7", say("", name="Di Ash", contact="di@example.org"))
    waits(counter, "telegram:7").says("web:jo", *CANCELS)
    async with browse(counter) as web:
        done = await presses(web, link(counter, TAKE, "telegram:7"))
    assert "Please finish in the chat" in done.text and "<a" not in done.text


async def test_the_form_sent_twice_is_one_yes(offered: Counter) -> None:
    before = offered.rows("inbound")
    async with browse(offered) as web:
        once = form((await web.get(link(offered, TAKE))).text)
        pages = await asyncio.gather(*(web.post(link(offered, TAKE) + once) for _ in range(2)))
    assert all("Please finish in the chat" in page.text for page in pages)
    assert offered.rows("inbound") == before + 1 and offered.sees(AL).held == {FIVE}


async def test_one_yes_on_the_page_moves_the_appointment_that_it_names(earlier: Counter) -> None:
    async with browse(earlier) as web:
        page = await web.get(link(earlier, MOVE))
        assert "Shall I move your appointment on Friday 27 November at 13:00 there?" in page.text
        done = await presses(web, link(earlier, MOVE))
    assert "It&#x27;s yours" in done.text and WHEN in done.text
    assert [a.visit for a in earlier.sees(AL).mine] == [FIVE]
    with reading(earlier.engine) as db:
        assert sorted(str(one["status"]) for one in appointments(db)) == ["booked", "cancelled"]
        assert masks_equal_claims(db)


async def test_over_an_alarm_the_page_moves_nothing_and_points_to_the_chat(earlier: Counter) -> None:
    earlier.says(AL, say("my calf is hot and swollen", flag__leg_clot="yes"))
    async with browse(earlier) as web:
        done = await presses(web, link(earlier, MOVE))
    assert "A question is waiting for you in the chat" in done.text and IN_THE_CHAT in done.text
    assert [a.visit for a in earlier.sees(AL).mine] == [Visit("anna", at(27, "13:00"), 60)]


async def test_declining_passes_it_on_at_once_and_keeps_the_place(offered: Counter) -> None:
    async with browse(offered) as web:
        done = await presses(web, link(offered, REFUSE))
        again = await web.post(link(offered, REFUSE))
    assert "still on the waiting list" in done.text and LOST in again.text
    assert offered.rows("wait") == 2 and (kept_for(offered, AL), kept_for(offered, "web:bo")) == ([None], [FIVE])


async def test_what_was_taken_can_still_be_declined_behind_the_mail(offered: Counter) -> None:
    async with browse(offered) as web:
        await presses(web, link(offered, TAKE))
        assert offered.sees(AL).held == {FIVE}
        done = await presses(web, link(offered, REFUSE))
    assert "still on the waiting list" in done.text and "still on the list" in offered.last(AL).text
    assert not offered.sees(AL).held and not offered.session(AL).flows
    assert offered.rows("wait") == 2 and (kept_for(offered, AL), kept_for(offered, "web:bo")) == ([None], [FIVE])


async def test_a_second_yes_from_another_tab_only_asks_on(offered: Counter) -> None:
    async with browse(offered) as web:
        await presses(web, link(offered, TAKE))
    asked, says = offered.last(AL), LINKS.read(link(offered, TAKE).rpartition("/")[2]).partition(" letter=")[0]
    assert offered.says(AL, pressed(says)).last(AL).slots == asked.slots
    assert not [one for one in offered.replies(AL) if "kept for you any more" in one.text]
    assert offered.sees(AL).held == {FIVE}


@pytest.mark.parametrize("label", [TAKE, REFUSE])
async def test_a_turn_that_breaks_says_whom_to_call_and_tells_of_no_question(offered: Counter, label: str) -> None:
    desk = reception(offered.engine, HOUSE)
    desk.turns.clock, desk.turns.decide = lambda: offered.now, breaks
    transport = httpx.ASGITransport(website(offered.engine, desk, offered.now))
    async with httpx.AsyncClient(transport=transport, base_url="http://clinic.test") as web:
        done = await presses(web, link(offered, label))
    assert done.status_code == 503 and PROFILE.phone in done.text and "A question" not in done.text
    assert kept_for(offered, AL) == [FIVE]


async def test_of_an_appointment_that_is_over_the_page_says_so(offered: Counter) -> None:
    url = link(offered, TAKE)
    async with browse(offered) as web:
        await presses(web, url)
    offered.says(AL, NONE, YES)
    assert [a.visit for a in offered.sees(AL).mine] == [FIVE]
    for at_the_end, says in ((timedelta(minutes=-1), "It&#x27;s yours"), (timedelta(0), "That is over.")):
        offered.now = FIVE.end + at_the_end
        async with browse(offered) as web:
            pages = [await web.get(url), await web.post(url)]
        assert all(says in page.text and "<form" not in page.text for page in pages)
    assert [page.status_code for page in pages] == [410, 410]


@pytest.mark.parametrize("label", [TAKE, REFUSE])
async def test_an_offer_that_has_lapsed_says_so_kindly_and_takes_nothing(offered: Counter, label: str) -> None:
    url, before = link(offered, label), offered.rows("inbound")
    async with browse(offered.passes(minutes=30)) as web:
        pages = [await web.get(url), await web.post(url)]
    assert [page.status_code for page in pages] == [410, 410]
    assert all(LOST in page.text and WHEN in page.text for page in pages)
    assert offered.rows("inbound") == before


async def test_what_lapses_while_the_page_is_open_is_not_taken_from_who_has_it_now(offered: Counter) -> None:
    async with browse(offered) as web:
        once = form((await web.get(link(offered, TAKE))).text)
    offered.passes(minutes=31).sweeps()
    assert kept_for(offered, "web:bo") == [FIVE]
    async with browse(offered) as web:
        assert LOST in (await web.post(link(offered, TAKE) + once)).text
    assert kept_for(offered, "web:bo") == [FIVE] and offered.sees(AL).held == frozenset()


async def test_an_old_mail_does_not_answer_for_a_newer_offer(offered: Counter) -> None:
    old = link(offered, TAKE)
    next_week = replace(WISH, answers={**WISH.answers, "day": "2026-12-03"})
    offered.says("web:ed", *INTAKE, next_week, JO, YES).says(AL, say("again", "book"), NONE, RUNNING, next_week)
    offered.presses(AL, "Tell me if").presses(AL, "No, thanks").says("web:ed", *CANCELS)
    assert [visit.start for visit in kept_for(offered, AL) if visit] == [FIVE.start + timedelta(days=7)]
    async with browse(offered) as web:
        assert LOST in (await web.post(old)).text
    assert offered.sees(AL).held == frozenset()


async def test_a_link_that_is_not_ours_does_nothing(offered: Counter) -> None:
    ours = LINKS.read(link(offered, TAKE).rpartition("/")[2])
    forged = Links("http://clinic.test", "another secret").to(ours, PROFILE.id, 1)
    says, _, _ = ours.partition(" letter=")
    others = ["take", says, f"{says} letter=999", f"{says} letter=1", ours.replace("take", "attend")]
    others += [ours.replace("anna", "zoe"), ours.replace("2026-11-26", "2026-13-26"), ours.replace("17:00", "noon")]
    async with browse(offered) as web:
        for url in (forged, "/w/x", *(f"/w/{LINKS._signed.dumps(other)}" for other in others)):
            assert [(await web.get(url)).status_code, (await web.post(url)).status_code] == [404, 404], url
    assert kept_for(offered, AL) == [FIVE]


async def test_neither_link_nor_page_tells_who_it_is_or_what_hurts(offered: Counter) -> None:
    async with browse(offered) as web:
        told = [(await web.get(link(offered, label))).text.lower() for label in (TAKE, REFUSE)]
    told += [LINKS.read(link(offered, label).rpartition("/")[2]).lower() for label in (TAKE, REFUSE)]
    words = ("rehab", "calf", "injury", "maintenance", "al bo", "hello al", "example.org", AL)
    assert not [word for word in words for one in told if word in one]


async def test_an_appointment_made_elsewhere_moves_by_a_yes_in_the_chat(
    earlier: Counter,
) -> None:
    with writing(earlier.engine) as db:
        db.execute(update(appointment).where(appointment.c.status == "booked").values(conversation="web:jo"))
    async with browse(earlier) as web:
        done = await presses(web, link(earlier, MOVE))
        assert "Please finish in the chat" in done.text and "Shall I move it?" in earlier.last(AL).text
        earlier.says(AL, YES)
        assert "It&#x27;s yours" in (await web.get(link(earlier, MOVE))).text


class OfferSite(Site):
    """A site whose desk is the real one."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        super().__init__(desk=lambda: reception(counter.engine, HOUSE))

    def app(self) -> FastAPI:
        return website(self.counter.engine, self.desk, self.counter.now)


def test_in_a_real_browser_the_button_works_and_the_page_is_accessible(offered: Counter) -> None:
    site = OfferSite(offered)
    try:
        with chromium() as browser:
            page = browser.new_page()
            page.goto(site.url + link(offered, TAKE).removeprefix("http://clinic.test/"))
            assert Axe().run(page).violations_count == 0
            page.get_by_role("button", name="Yes, take it").click()
            page.get_by_role("heading", name="It's kept for you").wait_for()
    finally:
        site.close()
    assert offered.sees(AL).held == {FIVE} and OFFER in "".join(one.text for one in offered.replies(AL))
