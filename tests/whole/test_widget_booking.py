"""The clinic's owner opens the page and books."""

from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.channels.site import shoot
from tests.whole.house import House, thursday
from tests.whole.visits import press, write


def reads(page: Page, words: str) -> None:
    expect(page.get_by_text(words).last).to_be_visible()


def test_a_booking_in_the_widget_with_a_correction_a_question_and_a_restart(
    house: House, page: Page, tmp_path: Path
) -> None:
    day = thursday()
    write(
        page,
        "hi, left shin has been killing me for 3 weeks, half marathon on the 14th of next month, "
        f"can I come thursday {day.day} {day:%B} after 5?",
    )
    press(page, "Yes, I'm 18 or over")
    reads(page, "how bad is it, from 0 (nothing) to 10")
    write(page, "6")
    reads(page, "Thanks, I've noted that")
    press(page, "None of these")
    reads(page, "A little about your running")
    write(page, "30k a week, just want to get round, no physio")
    reads(page, "injury rehab massage")
    shoot(page, str(tmp_path / "suggestion.png"))
    write(page, "what does it cost?")
    reads(page, "60 minutes cost £55")
    press(page, "18:00")
    reads(page, "I'm keeping")
    page.reload()
    reads(page, "I'm keeping")
    house.restart()
    write(page, "Jo Evans, jo@example.org")
    reads(page, "Shall I book it?")
    write(page, "make it 17:00 rather")
    reads(page, "at 17:00 with")
    press(page, "Yes, book it")
    reads(page, "Your reference is")
    [booked] = house.appointments
    starts = datetime.fromisoformat(booked["starts_at"])
    assert (starts.date(), starts.hour, booked["channel"], booked["client_name"]) == (day, 17, "web", "Jo Evans")


def test_a_swollen_calf_in_the_widget_books_nothing(house: House, page: Page) -> None:
    write(page, "my calf is swollen and hot since the flight")
    reads(page, "needs checking today")
    assert house.appointments == []
    assert house.handoffs[0]["urgency"] == "same_day"


def test_nothing_leaves_the_clinics_own_site(house: House, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write(page, "hi")
    reads(page, "18 or over")
    page.reload()
    reads(page, "18 or over")
    assert asked
    assert not [url for url in asked if not url.startswith((house.url, "data:"))]
