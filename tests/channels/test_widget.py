"""The widget in a real Chromium, before a site that really runs."""

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.messages import Choice, Reply
from tests.channels.desk import BOOKING, DAYS, ScriptedDesk
from tests.channels.site import Site, chromium

TITLE = "How can we help you?"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(locale="en-GB", reduced_motion="reduce")
    found.set_default_timeout(10_000)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Page:
    return visit(context, site)


def visit(context: BrowserContext, site: Site) -> Page:
    page = context.new_page()
    page.goto(site.url)
    page.get_by_role("button", name=TITLE).click()
    return page


def write(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.keyboard.press("Enter")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).and_(page.locator(":enabled")).click()


def bubbles(page: Page) -> list[str]:
    return [text.partition(": ")[2] for text in page.locator(".bubble:not(.dots)").all_text_contents()]


def answered(page: Page, reply: Reply) -> None:
    expect(page.get_by_text(reply.text)).to_be_visible()


def reach(page: Page, step: int) -> None:
    """Talk until this reply of the script is on the screen."""
    for reply in BOOKING[: step + 1]:
        write(page, "go on")
        answered(page, reply)


def test_it_greets_before_anything_is_asked_of_the_desk(page: Page, site: Site) -> None:
    expect(page.get_by_role("dialog", name=TITLE)).to_be_visible()
    expect(page.get_by_role("button", name="Book a session")).to_be_visible()
    expect(page.get_by_text("In an emergency, call 999.")).to_be_visible()
    assert site.desk.received == []


def test_a_booking_by_keyboard_alone(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.url)
    page.get_by_role("button", name=TITLE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your message")).to_be_focused()
    page.keyboard.type("hi")
    page.keyboard.press("Enter")
    answered(page, BOOKING[0])
    page.keyboard.press("Shift+Tab")  # from the text field back to the newest choices
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Yes to both")).to_be_focused()
    page.keyboard.press("Enter")
    answered(page, BOOKING[1])
    page.keyboard.type("left shin, three weeks, 5")
    page.keyboard.press("Enter")
    answered(page, BOOKING[2])
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Friday, 27 November 2026")).to_be_focused()
    page.keyboard.press("Enter")
    answered(page, BOOKING[3])
    page.keyboard.type("17:00")
    page.keyboard.press("Enter")
    answered(page, BOOKING[4])
    page.keyboard.type("Jo Evans, 07700 900123")
    page.keyboard.press("Enter")
    answered(page, BOOKING[5])
    assert [inbound.pressed for inbound in site.desk.received] == ["", "consent=yes", "", "day=2026-11-27", "", ""]


def test_a_pressed_choice_is_sent_once_and_old_buttons_rest(page: Page, site: Site) -> None:
    press(page, "Book a session")
    answered(page, BOOKING[0])
    expect(page.get_by_role("button", name="Cancel my booking")).to_be_disabled()
    page.get_by_role("button", name="Yes to both").dblclick()
    answered(page, BOOKING[1])
    expect(page.get_by_role("button", name="No, thank you")).to_be_disabled()
    assert [inbound.pressed for inbound in site.desk.received] == ["book", "consent=yes"]


def test_a_day_of_the_next_month_is_a_turn_of_the_calendar_away(page: Page, site: Site) -> None:
    reach(page, 2)
    press(page, "Later month")
    expect(page.get_by_role("table", name="December 2026")).to_be_visible()
    press(page, "Saturday, 5 December 2026")
    answered(page, BOOKING[3])
    assert site.desk.received[-1].pressed == "day=2026-12-05"
    assert bubbles(page)[-2] == "Sat 5 Dec"
    assert len(site.desk.received) == 4


def test_starts_lead_and_the_calendar_holds_whole_days(page: Page, site: Site) -> None:
    starts = (Choice("Fri 27 Nov, 9:00", "day=2026-11-27 time=09:00"), Choice("Another therapist", "therapist=anyone"))
    write(page, "hi")
    answered(page, BOOKING[0])
    mixed = Reply("When would you like to come?", ("day", "time"), starts + DAYS, "day")
    site.run(site.desk.say(site.desk.received[0].conversation, mixed))
    first = page.get_by_role("group", name="First free times").get_by_role("button")
    expect(first).to_have_text([choice.label for choice in starts])
    press(page, "Friday, 27 November 2026")
    answered(page, BOOKING[2])
    assert site.desk.received[-1].pressed == "day=2026-11-27"


def test_a_long_question_is_read_from_its_beginning(page: Page, site: Site) -> None:
    reach(page, 0)
    many = tuple(
        Choice(f"Something worth telling us about, number {number}", f"flag.x{number}=yes") for number in range(20)
    )
    long = Reply("For your safety: is any of these true right now?", ("red_flags",), many, "choice")
    site.run(site.desk.say(site.desk.received[0].conversation, long))
    expect(page.get_by_text(long.text)).to_be_in_viewport()
    expect(page.get_by_role("button", name="number 19")).not_to_be_in_viewport()


def test_times_stand_under_their_part_of_the_day(page: Page, site: Site) -> None:
    reach(page, 3)
    groups = {name: page.get_by_role("group", name=name).get_by_role("button") for name in ("Morning", "Evening")}
    assert groups["Morning"].all_text_contents() == ["8:00", "9:00", "11:00"]
    groups["Evening"].first.click()
    answered(page, BOOKING[4])
    assert site.desk.received[-1].pressed == "time=17:00"


def test_name_and_number_have_fields_a_phone_can_fill(page: Page, site: Site) -> None:
    reach(page, 4)
    page.get_by_label("Your name").fill("Jo Evans")
    page.get_by_label("Phone or e-mail").fill("07700 900123")
    page.keyboard.press("Enter")
    answered(page, BOOKING[5])
    assert site.desk.received[-1].text == "Jo Evans, 07700 900123"


def test_a_confirmed_booking_can_be_put_into_a_calendar(page: Page) -> None:
    reach(page, 5)
    expect(page.locator(".card")).to_contain_text("Thursday, 26 November 2026")
    expect(page.locator(".card")).to_contain_text("17:00 · 60 minutes")
    entry = unquote(page.get_by_role("link", name="Add to my calendar").get_attribute("href") or "")
    assert "DTSTART:20261126T170000Z\r\n" in entry


def test_a_reload_restores_the_conversation_and_what_was_not_yet_sent(page: Page, site: Site) -> None:
    reach(page, 1)
    page.get_by_label("Your message").fill("my left sh")
    before = bubbles(page)
    page.reload()
    answered(page, BOOKING[1])
    assert bubbles(page) == before
    expect(page.get_by_label("Your message")).to_have_value("my left sh")
    press(page, "Calf")
    answered(page, BOOKING[2])
    assert site.desk.received[-1].pressed == "complaint.calf=yes"


def test_the_conversation_follows_to_other_pages(page: Page, site: Site) -> None:
    reach(page, 0)
    page.goto(site.url + "?clinic=cardiff#find")
    answered(page, BOOKING[0])
    page.goto(site.url + "?clinic=sandy-springs")
    page.get_by_role("button", name=TITLE).click()
    expect(page.get_by_text("In an emergency, call 911.")).to_be_visible()
    assert len(bubbles(page)) == 1


def test_two_tabs_stay_in_step(page: Page, context: BrowserContext, site: Site) -> None:
    other = visit(context, site)
    write(page, "hi")
    answered(page, BOOKING[0])
    answered(other, BOOKING[0])
    press(other, "Yes to both")
    answered(page, BOOKING[1])
    answered(other, BOOKING[1])
    expect(page.get_by_role("button", name="Yes to both")).to_be_disabled()
    assert bubbles(page) == bubbles(other)
    assert len({inbound.conversation for inbound in site.desk.received}) == 1


def test_many_messages_in_a_row_keep_their_order(page: Page, site: Site) -> None:
    for number in range(20):
        write(page, f"number {number}")
    expect(page.locator(".pending")).to_have_count(0)
    assert [inbound.text for inbound in site.desk.received] == [f"number {number}" for number in range(20)]
    expect(page.locator(".bubble.client")).to_have_count(20)


def test_dots_show_that_a_reply_is_being_written(page: Page, site: Site) -> None:
    site.run(halt(site.desk))
    write(page, "hi")
    expect(page.locator(".dots")).to_be_visible()
    site.run(go(site.desk))
    answered(page, BOOKING[0])
    expect(page.locator(".dots")).to_be_hidden()


async def halt(desk: ScriptedDesk) -> None:
    desk.hurry.clear()


async def go(desk: ScriptedDesk) -> None:
    desk.hurry.set()


def test_nothing_is_lost_while_the_server_is_away(page: Page, site: Site) -> None:
    reach(page, 0)
    site.stop()
    write(page, "my left shin")
    expect(page.get_by_text("Couldn’t send")).to_be_visible()
    page.get_by_label("Your message").fill("and my")
    site.start()
    page.get_by_role("button", name="try again").click()
    answered(page, BOOKING[1])
    expect(page.get_by_text("Couldn’t send")).to_be_hidden()
    expect(page.get_by_label("Your message")).to_have_value("and my")
    assert [inbound.text for inbound in site.desk.received] == ["go on", "my left shin"]


def test_it_sends_by_itself_once_the_server_is_back(page: Page, site: Site) -> None:
    site.stop()
    write(page, "hi")
    expect(page.get_by_text("Couldn’t send")).to_be_visible()
    site.start()
    answered(page, BOOKING[0])
    assert len(site.desk.received) == 1


def test_a_session_the_server_no_longer_knows_is_replaced(page: Page, site: Site) -> None:
    reach(page, 0)
    site.stop()
    site.settings["secret"] = "another secret"
    site.start()
    write(page, "still there?")
    expect(page.locator(".pending")).to_have_count(0)
    answered(page, BOOKING[0])
    assert len({inbound.conversation for inbound in site.desk.received}) == 2


def test_what_anybody_writes_is_shown_as_text(page: Page, site: Site) -> None:
    attack = '<img src=x onerror="window.hit = 1"><script>window.hit = 1</script>'
    write(page, attack)
    answered(page, BOOKING[0])
    conversation = site.desk.received[0].conversation
    site.run(site.desk.say(conversation, Reply(attack + "!", ("day",), (Choice(attack, "consent=yes"),))))
    expect(page.get_by_role("button", name=attack)).to_be_visible()
    assert bubbles(page)[-1] == attack + "!"
    assert page.evaluate("window.hit") is None
    assert page.locator(".log img").count() == 0


def test_text_runs_in_its_own_direction(page: Page) -> None:
    write(page, "كتفي يؤلمني")
    expect(page.locator(".bubble.client")).to_have_css("direction", "rtl")


def test_shift_enter_begins_a_new_line_and_nothing_empty_is_sent(page: Page, site: Site) -> None:
    page.keyboard.press("Enter")
    page.keyboard.type("one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    answered(page, BOOKING[0])
    assert [inbound.text for inbound in site.desk.received] == ["one\ntwo"]


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name=TITLE)).to_be_focused()


def test_the_menu_leads_to_a_person_and_to_a_new_start(page: Page, site: Site) -> None:
    press(page, "Menu")
    expect(page.get_by_role("link", name="Call 02920 762000")).to_have_attribute("href", "tel:02920762000")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    press(page, "Menu")
    press(page, "Talk to a person")
    answered(page, BOOKING[0])
    press(page, "Menu")
    press(page, "Start over")
    answered(page, BOOKING[1])
    assert [(i.text, i.pressed) for i in site.desk.received] == [
        ("I’d like to talk to a person", "human"),
        ("Start over", ""),
    ]


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_it_is_a_sheet_that_fits(browser: Browser, site: Site, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, has_touch=True, is_mobile=True)
    page = visit(context, site)
    reach(page, 2)
    box = page.get_by_role("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": width, "height": 640}
    too_wide = "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).length"
    assert page.locator(".log, .area, .calendar, .chips").evaluate_all(too_wide) == 0
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("step", [None, 2, 4, 5])
def test_axe_finds_nothing_to_complain_about(page: Page, scheme: str, step: int | None) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    if step is not None:
        reach(page, step)
    if step == 5:
        press(page, "Menu")
    assert [broken["id"] for broken in Axe().run(page).response["violations"]] == []


def test_no_request_leaves_the_origin(context: BrowserContext, site: Site) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    reach(visit(context, site), 5)
    assert asked
    assert not [url for url in asked if not url.startswith((site.url, "data:"))]


def test_no_token_stands_in_a_url(context: BrowserContext, site: Site) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = visit(context, site)
    reach(page, 0)
    token = page.evaluate("Object.values(localStorage)[0]")
    assert len(token) > 40
    assert not [url for url in asked if token in url or "go on" in unquote(url)]


@pytest.mark.parametrize("named", [True, False])
def test_only_a_site_that_is_named_can_embed_it(context: BrowserContext, site: Site, named: bool) -> None:
    host = site.url.replace("127.0.0.1", "localhost")  # to a browser, another site
    site.stop()
    site.settings["origins"] = [host] if named else []
    site.start()
    page = context.new_page()
    body = f'<!doctype html><title>x</title><script src="{site.url}widget.js" data-clinic="cardiff" async></script>'
    page.route(host, lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(host)
    page.get_by_role("button", name=TITLE).click()
    write(page, "hi")
    if named:
        answered(page, BOOKING[0])
    else:
        expect(page.get_by_text("Couldn’t send")).to_be_visible()
    assert len(site.desk.received) == named
