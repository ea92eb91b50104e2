"""Replies as keyboards: rows that fit a phone, numbers for what does not, a month of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.channels.keyboard import SHARE, SHARE_TOO, keyboard, leafed, looked_up, parts, screen
from bot.messages import Choice, Reply

DAYS = tuple(Choice(f"{day:%a}", f"day={day}") for day in (date(2026, 11, 26), date(2026, 12, 2), date(2027, 1, 31)))


def choices(*labels: str) -> Reply:
    return Reply("Which?", ("which",), tuple(Choice(label, f"which={n}") for n, label in enumerate(labels)), "choice")


def shown(keys: InlineKeyboardMarkup | None) -> list[list[str]]:
    return [[key.text for key in row] for row in keys.inline_keyboard] if keys else []


def says(keys: InlineKeyboardMarkup | None) -> list[str]:
    return [str(key.callback_data) for row in keys.inline_keyboard for key in row] if keys else []


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (["08:00", "09:00", "11:00", "12:00", "17:00"], [4, 1]),
        (["8:00 AM", "9:00 AM", "11:00 AM", "5:00 PM"], [3, 1]),
        (["Yes", "No"], [2]),
        (["60 minutes", "90 minutes", "Other"], [2, 1]),
        (["Thursday 26 November", "Anna"], [1, 1]),
    ],
)
def test_buttons_share_a_row_as_their_labels_allow(labels: list[str], rows: list[int]) -> None:
    assert [len(row) for row in shown(keyboard(choices(*labels), 1, "en_GB"))] == rows


def test_labels_too_long_for_a_phone_become_a_numbered_list() -> None:
    [(text, keys)] = screen(choices("Thursday 26 November at 17:00 with Anna", "Any other time"), 1, "en_GB")
    assert text == "Which?\n\n1. Thursday 26 November at 17:00 with Anna"
    assert isinstance(keys, InlineKeyboardMarkup)
    assert (shown(keys), says(keys)) == ([["1", "Any other time"]], ["which=0", "which=1"])


def test_a_list_once_begun_is_not_broken_by_a_short_label() -> None:
    long = "Pain at one spot on the bone, at rest or at night"
    [(text, keys)] = screen(choices("None of these", long, "A heart condition", long, "Skip"), 1, "en_GB")
    assert text.splitlines()[2:] == [f"1. {long}", "2. A heart condition", f"3. {long}"]
    assert isinstance(keys, InlineKeyboardMarkup)
    assert [label for row in shown(keys) for label in row] == ["None of these", "1", "2", "3", "Skip"]


def test_a_reply_without_choices_has_no_keyboard() -> None:
    assert screen(Reply("Hello."), 1, "en_GB") == [("Hello.", None)]


def test_days_are_a_calendar_that_opens_where_they_begin() -> None:
    keys = keyboard(Reply("Which day?", ("day",), DAYS, "day"), 12, "en_GB")
    assert shown(keys) == [
        ["·", "November 2026", "›"],
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        ["·", "·", "·", "26", "·", "·", "·"],
    ]
    assert [word for word in says(keys) if word != "~"] == ["~12.2026-12", "day=2026-11-26"]


def test_a_calendar_is_leafed_through_month_by_month_and_no_further() -> None:
    reply = Reply("Which day?", ("day",), DAYS, "day")
    assert shown(keyboard(reply, 12, "en_GB", "2026-12"))[0] == ["‹", "December 2026", "›"]
    assert shown(keyboard(reply, 12, "en_GB", "2027-01"))[0] == ["‹", "January 2027", "·"]
    assert shown(keyboard(reply, 12, "en_GB", "1999-01"))[0] == ["·", "November 2026", "›"]


def test_american_weeks_begin_on_sunday() -> None:
    keys = shown(keyboard(Reply("Which day?", ("day",), DAYS, "day"), 12, "en_US", "2027-01"))
    assert keys[1:] == [["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"], ["31", "·", "·", "·", "·", "·", "·"]]


def test_what_is_no_single_day_stays_a_button_above_the_calendar() -> None:
    plain = (Choice("Thu at 17:00", "day=2026-11-26 time=17:00"), Choice("Next week", "day=2026-11-30..2026-12-06"))
    keys = shown(keyboard(Reply("When?", ("day",), (*DAYS, *plain), "day"), 12, "en_GB"))
    assert keys[:2] == [["Thu at 17:00", "Next week"], ["·", "November 2026", "›"]]


def test_days_offered_as_times_or_words_are_no_calendar() -> None:
    assert shown(keyboard(Reply("When?", ("day",), DAYS, "choice"), 12, "en_GB")) == [["Thu", "Wed", "Sun"]]


def test_a_phone_number_may_be_shared_beside_other_choices() -> None:
    asked = Reply("Your number?", ("contact",), (Choice("Use e-mail", "contact=email"),), "phone")
    (text, keys), share = screen(asked, 1, "en_GB")
    assert (text, share) == ("Your number?", (SHARE_TOO, SHARE))
    assert isinstance(keys, InlineKeyboardMarkup)
    assert shown(keys) == [["Use e-mail"]]


@given(st.text(max_size=80), st.integers(0, 10**15), st.integers(0, 5))
def test_no_button_carries_more_than_telegram_takes(says_what: str, number: int, n: int) -> None:
    reply = Reply("Which?", (), tuple(Choice("x", f"which={says_what}") for _ in range(n + 1)), "choice")
    for place, word in enumerate(says(keyboard(reply, number, "en_GB"))):
        assert len(word.encode()) <= 64
        assert word == f"which={says_what}" or looked_up(word) == (number, place)


@given(st.text("ab \n🏃", max_size=20_000))
def test_cutting_a_text_loses_nothing_but_space(text: str) -> None:
    pieces = parts(text)
    assert all(0 < len(piece) <= 4096 for piece in pieces) or not text.strip()
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(st.integers(0, 300))
def test_every_day_of_a_long_horizon_is_within_telegrams_hundred_buttons(days: int) -> None:
    offered = tuple(Choice("", f"day={date(2026, 11, 26) + timedelta(n)}") for n in range(days))
    assert len(says(keyboard(Reply("When?", ("day",), offered, "day"), 1, "en_GB"))) <= 100


@pytest.mark.parametrize(
    "word", ["~", "~1", "~x.2026-12", "~1.2026-12-01", "", "day=2026-12-01", "~" + "9" * 40 + ".2026-12"]
)
def test_only_a_calendars_arrow_turns_a_leaf(word: str) -> None:
    assert leafed(word) is None
