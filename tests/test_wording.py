"""Days, times, lists and money, in British and American."""

from datetime import UTC, date, datetime, time

import pytest

from bot.wording import clock, day, listing, moment, money, short_day

THURSDAY = datetime(2026, 11, 26, 17, 5, tzinfo=UTC)


def test_a_day_is_named_in_the_order_of_the_locale() -> None:
    assert day(THURSDAY, "en_GB") == "Thursday 26 November"
    assert day(THURSDAY, "en_US") == "Thursday, November 26"


def test_a_short_day_fits_a_button() -> None:
    assert short_day(date(2026, 3, 1), "en_GB") == "Sun 1 Mar"
    assert short_day(date(2026, 3, 1), "en_US") == "Sun, Mar 1"


@pytest.mark.parametrize(
    ("hour", "british", "american"),
    [(0, "00:05", "12:05 AM"), (9, "09:05", "9:05 AM"), (12, "12:05", "12:05 PM"), (17, "17:05", "5:05 PM")],
)
def test_a_clock_has_24_hours_or_twice_12(hour: int, british: str, american: str) -> None:
    assert clock(time(hour, 5), "en_GB") == british
    assert clock(THURSDAY.replace(hour=hour), "en_US") == american


def test_a_moment_names_weekday_date_and_time() -> None:
    assert moment(THURSDAY, "en_GB") == "Thursday 26 November at 17:05"
    assert moment(THURSDAY, "en_US") == "Thursday, November 26 at 5:05 PM"


@pytest.mark.parametrize(
    ("things", "british", "american"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a and b"),
        (["a", "b", "c"], "a, b and c", "a, b, and c"),
    ],
)
def test_a_list_ends_in_and(things: list[str], british: str, american: str) -> None:
    assert listing(things) == british
    assert listing(things, "en_US") == american


def test_a_list_of_choices_ends_in_or() -> None:
    assert listing(["60", "90"], last="or") == "60 or 90"


def test_money_is_whole_units() -> None:
    assert money(55, "£") == "£55"
    assert money(1200, "$") == "$1,200"
