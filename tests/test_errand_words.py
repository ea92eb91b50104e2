"""Words about being late and about the waiting list, and words that only look like them."""

from datetime import datetime

import pytest

from bot.understand import read
from bot.view import View
from bot.words import keywords
from bot.words.errands import about_appointments
from tests.talk import KNOWLEDGE, PROFILES


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ill be 10 minutes late", "late"),
        ("running a bit late sorry", "late"),
        ("im running about 15 mins late", "late"),
        ("sorry were going to be late for our 3pm", "late"),
        ("is it too late to book for today", ""),
        ("late afternoon would be best", ""),
        ("im late 40s and run a bit", ""),
        ("put me on the waiting list", "wait"),
        ("waitlist please", "wait"),
        ("let me know if thursday opens up", "wait"),
        ("can you tell me if one comes free after 5", "wait"),
        ("if anything comes up on friday can you text me", "wait"),
        ("let me know if my booking went through", ""),
        ("tell me when you are free", ""),
        ("take me off the waiting list", "leave_list"),
        ("i dont want to wait any more", "leave_list"),
        ("am i still on the waiting list?", "show_list"),
    ],
)
def test_what_is_said_about_being_late_and_about_waiting(text: str, intent: str) -> None:
    assert about_appointments(text) == intent


def heard(text: str, *asked: str) -> tuple[str, dict[str, str]]:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, asked)
    understood = read(text, view, None)
    return understood.intent, dict(understood.answers)


def test_a_wish_to_be_told_keeps_the_day_and_the_time() -> None:
    assert heard("let me know if thursday after 5 opens up") == ("wait", {"day": "2026-11-26", "time": "17:00..20:00"})


def test_the_hour_somebody_is_late_for_is_no_wish() -> None:
    intent, answers = heard("i'll be late for my 3pm on thursday", "day", "time")
    assert intent == "late" and not {"day", "time"} & answers.keys()


@pytest.mark.parametrize("text", ["yes maybe", "yes I think so", "let me check with my wife", "ok not sure"])
def test_a_maybe_is_no_yes_to_an_offer(text: str) -> None:
    assert heard(text, "agreed") == ("dont_know", {})


def test_a_yes_with_a_friendly_word_is_still_a_yes() -> None:
    assert heard("yes I'll see you then", "agreed")[0] == "affirm"


@pytest.mark.parametrize("text", ["one before and one after please", "before and after my race", "pre and post race"])
def test_both_sides_of_a_race_are_heard(text: str) -> None:
    assert heard(text, "suggestion", "day")[1].get("pair") == "both"


def test_before_and_after_asked_about_or_told_of_a_pain_is_no_wish_for_both() -> None:
    assert "pair" not in heard("it hurts before and after runs")[1]
    assert "pair" not in heard("should I come before and after my race?")[1]


def test_a_kind_of_session_that_is_rather_wanted_is_not_a_question_about_it() -> None:
    assert heard("I'd rather have a maintenance massage")[1] == {"suggestion": "maintenance"}
    assert heard("I'd like to know about maintenance massage")[0] != "book"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("cancel K7M2QX please", "cancel my appointment please"),
        ("booking K7M2QX", "my appointment"),
        ("move my appointment K7M2QX", "move my appointment K7M2QX"),
        ("10k in 45m30s, from CF103AT", "10k in 45m30s, from CF103AT"),
    ],
)
def test_what_a_reference_sounds_like_says_nothing_of_what_is_wanted(text: str, heard: str) -> None:
    assert keywords.without_reference(text) == heard


def test_what_is_chosen_is_not_asked_about() -> None:
    assert keywords.prefers("id rather have a maintenance massage")
    assert not keywords.prefers("would you rather do a maintenance massage?")
    assert not keywords.prefers("what is a maintenance massage")


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("let me know if an earlier time than my thursday one comes up", {"wait": "sooner", "which": "2026-11-26"}),
        ("tell me if you get a cancellation before my appointment", {"wait": "sooner"}),
        ("can i get on the waiting list for something sooner", {"wait": "sooner"}),
        ("waiting list please", {}),
    ],
)
def test_who_would_come_sooner_than_an_appointment_waits_for_that(text: str, answers: dict[str, str]) -> None:
    assert heard(text) == ("wait", answers)
