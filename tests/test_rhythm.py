"""When clients hear of an appointment unasked, and in what words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import Profile
from bot.messages import Choice, Visit, pressed
from bot.rhythm.times import CHECK_IN, DAY_BEFORE, SAME_DAY, is_quiet, next_days, planned
from bot.rhythm.words import (
    BOOKED,
    CANCELLED,
    CHANGED,
    REMINDERS,
    SAID,
    Booking,
    said,
    told_staff,
    waiting_for_staff,
    written,
)
from tests.talk import KNOWLEDGE, NOW, PROFILES

POLICY = KNOWLEDGE.policy
LONDON = ZoneInfo("Europe/London")
ZONES = st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"])
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC))
# what would tell a stranger about health, were it in a message
TELLING = "massage rehab injury pain calf shin health complaint race therapy recovery sore hurt".split()


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def goes(start: str, now: datetime = NOW) -> dict[str, str]:
    """When each message about a visit of an hour goes, by Cardiff's clock."""
    plans = planned(Visit("anna", local(start), 60), LONDON, POLICY, now)
    return {plan.kind: f"{plan.due.astimezone(LONDON):%a %d %H:%M}" for plan in plans}


def booking(profile: Profile = PROFILES["cardiff"], **news: Any) -> Booking:
    visit = Visit(profile.therapists[0].id, local("2026-11-26T17:00"), 60)
    plain = Booking("K7M2QX", visit, "Jo Evans", "jo@example.org", "booked", 0, 3)
    return replace(plain, **news)


# ---------------------------------------------------------------- when


def test_a_day_before_two_hours_before_and_two_days_after() -> None:
    assert goes("2026-11-27T17:00") == {DAY_BEFORE: "Thu 26 17:00", SAME_DAY: "Fri 27 15:00", CHECK_IN: "Sun 29 18:00"}


def test_in_the_quiet_hours_the_first_waits_for_the_morning_and_the_second_goes_the_evening_before() -> None:
    assert goes("2026-11-27T07:15") == {DAY_BEFORE: "Thu 26 08:00", SAME_DAY: "Thu 26 20:00", CHECK_IN: "Sun 29 08:15"}


@pytest.mark.parametrize(
    ("start", "evening"), [("09:45", "Thu 26 20:00"), ("10:00", "Fri 27 08:00"), ("23:30", "Fri 27 20:00")]
)
def test_the_evening_before_is_the_last_one_before_the_quiet_hours(start: str, evening: str) -> None:
    assert goes(f"2026-11-27T{start}")[SAME_DAY] == evening


def test_a_check_in_late_at_night_waits_for_the_next_morning() -> None:
    assert goes("2026-11-27T20:30")[CHECK_IN] == "Mon 30 08:00"


def test_what_should_have_gone_before_the_booking_is_not_made() -> None:
    assert goes("2026-11-25T09:00", local("2026-11-24T10:15")).keys() == {SAME_DAY, CHECK_IN}
    assert goes("2026-11-25T09:00", local("2026-11-24T20:30")).keys() == {CHECK_IN}


def test_a_clinic_can_turn_each_of_them_off() -> None:
    none = replace(POLICY, first_reminder_hours=0, second_reminder_hours=0, check_in_days=0)
    assert planned(Visit("anna", local("2026-11-27T17:00"), 60), LONDON, none, NOW) == []


def test_a_day_before_means_twenty_four_hours_across_a_change_of_clock() -> None:
    assert goes("2027-03-28T17:00")[DAY_BEFORE] == "Sat 27 16:00"


@given(start=INSTANTS, zone=ZONES, ahead=st.timedeltas(timedelta(0), timedelta(days=60)))
def test_nothing_goes_at_night_or_too_late_in_any_zone(start: datetime, zone: str, ahead: timedelta) -> None:
    there, now = ZoneInfo(zone), start - ahead
    plans = planned(Visit("anna", start, 90), there, POLICY, now)
    assert not [plan for plan in plans if is_quiet(plan.due.astimezone(there), POLICY)]
    assert all(now < plan.due < plan.until for plan in plans)
    assert all(plan.due < start for plan in plans if plan.kind in REMINDERS)
    assert CHECK_IN in {plan.kind for plan in plans}


def test_the_next_visit_is_looked_for_in_the_days_about_the_rhythm() -> None:
    assert next_days(local("2026-11-26T17:00"), 3, LONDON) == "2026-12-14..2026-12-20"


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("clinic", PROFILES)
@pytest.mark.parametrize("kind", SAID)
def test_no_message_has_a_word_about_health(kind: str, clinic: str) -> None:
    profile = replace(PROFILES[clinic], name="The Clinic")  # a clinic's own name is its own affair
    words = written(kind, booking(profile), profile).text + told_staff(booking(profile), profile).text
    assert not [word for word in TELLING if word in words.lower()]


def test_a_reminder_names_weekday_date_time_therapist_and_place_and_what_can_be_done() -> None:
    reminder = said(DAY_BEFORE, booking(), PROFILES["cardiff"])
    assert reminder.text == (
        "Hello Jo, a short reminder: your session with Anna is on Thursday 26 November at 17:00, at "
        "Pro Sports Medicine, Cardiff (street address not set yet). Will you be there?"
    )
    assert reminder.choices == (
        Choice("I'll be there", "attend which=K7M2QX"),
        Choice("Move it", "reschedule which=K7M2QX"),
        Choice("Cancel it", "cancel_appointment which=K7M2QX"),
    )
    assert reminder.yes == "attend which=K7M2QX"


def test_an_american_clinic_says_it_the_american_way() -> None:
    profile = PROFILES["sandy-springs"]
    assert "Thursday, November 26 at 12:00 PM" in said(SAME_DAY, booking(profile), profile).text


def test_a_check_in_opens_a_booking_in_the_days_of_the_rhythm() -> None:
    asked = said(CHECK_IN, booking(), PROFILES["cardiff"])
    assert "about 3 weeks" in asked.text
    assert pressed(asked.yes).intent == "book"
    assert pressed(asked.yes).answers == {"day": "2026-12-14..2026-12-20"}


@pytest.mark.parametrize(
    ("news", "kind"), [({}, BOOKED), ({"sequence": 2}, CHANGED), ({"status": "cancelled", "sequence": 1}, CANCELLED)]
)
def test_the_news_of_an_appointment_is_its_latest_change(news: dict[str, Any], kind: str) -> None:
    assert booking(**news).news == kind


def test_a_mail_begins_with_its_subject() -> None:
    subject, _, text = written(CHANGED, booking(), PROFILES["cardiff"]).text.partition("\n")
    assert subject == "Your appointment is now Thursday 26 November at 17:00"
    assert text == said(CHANGED, booking(), PROFILES["cardiff"]).text


def test_what_is_cancelled_offers_nothing_to_move_or_cancel() -> None:
    assert said(CANCELLED, booking(), PROFILES["cardiff"]).choices == ()


def test_a_client_without_a_name_and_a_therapist_who_has_left_are_spoken_of_all_the_same() -> None:
    stranger = booking(name=" ", visit=Visit("zoe", local("2026-11-26T17:00"), 60))
    assert said(DAY_BEFORE, stranger, PROFILES["cardiff"]).text.startswith("Hello there, a short reminder: your")
    assert "with zoe" in said(DAY_BEFORE, stranger, PROFILES["cardiff"]).text


def test_the_clinic_is_told_who_when_and_with_whom_and_of_a_hand_off_only_how_urgent() -> None:
    assert told_staff(booking(), PROFILES["cardiff"]).text == (
        "Booked: Thursday 26 November at 17:00, reference K7M2QX\n"
        "Booked: Thursday 26 November at 17:00, 60 minutes with Anna, for Jo Evans. Reference K7M2QX."
    )
    assert waiting_for_staff("same_day").text == (
        "A client waits for you (same day)\nA client waits for a person. Urgency: same day. "
        "Who it is and why, see: cooldown handoffs"
    )
