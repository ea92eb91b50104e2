"""Stories of who is ahead of us or thinks again: another hour, a wish before its time, a booking dropped, a move."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clinic import Clinic
from bot.heard import Heard
from bot.messages import Cancel, HandOff, Restore, Visit
from bot.talk import remarks
from tests.talk import (
    CLINIC,
    HI,
    MINE,
    THURSDAY,
    YES,
    Talk,
    at,
    taken,
    to_complaint,
    to_name,
    to_offer,
    to_running,
    to_suggestion,
    to_warnings,
    told,
)

# ---------------------------------------------------------------- another hour


@pytest.mark.parametrize("words", ["oh no I meant 12", "sorry, make it 12", "I mean 12 not 5"])
@pytest.mark.parametrize("begin", [to_name, to_offer, lambda: to_offer()(YES)])
def test_an_hour_put_right_is_that_of_the_same_day(begin: type[Talk], words: str) -> None:
    talk = told(begin(), words, heard=Heard("inform", 0.9))
    assert "Thursday 26 November at 12:00 with Anna" in talk.text


@pytest.mark.parametrize("begin", [to_name, to_offer, lambda clinic: to_offer(clinic)(YES)])
def test_where_that_hour_is_taken_it_is_said_and_no_other_day_slipped_in(begin: Callable[[Clinic], Talk]) -> None:
    noon = [Visit(who, at(26, "12:15"), 60) for who in ("anna", "ben", "carys")]
    talk = told(begin(replace(CLINIC, busy=taken(*noon))), "oh no I meant 12", heard=Heard("inform", 0.9))
    assert "no 60-minute session free on Thursday 26 November at 12:00. Would one of these do?" in talk.text
    assert talk.labels[0].startswith("Thu 26 Nov")


@pytest.mark.parametrize(
    "words", ["Ann Mead, my number is 07 700 900 456", "jo12@mail.example, it is 12 Elm Row I live at"]
)
def test_the_figures_of_a_number_are_no_hour(words: str) -> None:
    assert told(to_name(), words).session.answers("book")["time"] == "17:00"


def test_a_bare_hour_to_a_list_of_times_is_no_length() -> None:
    assert told(to_suggestion(), "12").session.answers("book")["time"] == "12:00"
    assert told(to_suggestion(), "90").session.answers("book")["length"] == "90"


# ---------------------------------------------------------------- who goes on


@pytest.mark.parametrize("words", ["friday morning please", "jo@mail.example, Jo Evans here", "90 minutes", "with Ben"])
def test_who_goes_on_to_when_or_who_has_passed_over_what_may_be_skipped(words: str) -> None:
    talk = told(to_running(), words)
    assert "suggestion" in talk.last.slots and talk.session.answers("book")["routine"] == "unknown"


def test_who_goes_on_passes_over_no_warning() -> None:
    talk = told(to_warnings(), "friday at 2 please", heard=Heard("book", 0.9))
    assert "red_flags" in talk.last.slots and talk.session.answers("book")["day"] == "2026-11-27"


@pytest.mark.parametrize(
    ("words", "day", "race"),
    [
        ("saturday afternoon works", "2026-11-28", "unknown"),
        ("friday evening", "2026-11-27", "unknown"),
        ("just tuesday evening really", "", ""),
        ("20k, with the club on tuesdays and sundays", "", "unknown"),
        ("a 10k on saturday evening", "", "10k@2026-11-28"),
        ("6 december", "", "race@2026-12-06"),
    ],
)
def test_a_day_told_of_ones_running_is_a_wish_a_race_or_a_habit(words: str, day: str, race: str) -> None:
    heard = told(to_running(), words, heard=Heard("inform", 0.9)).session.answers("book")
    assert (heard.get("day", ""), heard["race"].replace("none", "unknown")) == (day, race)


@pytest.mark.parametrize(
    "words", ["Tom Baker 07700 900111", "it's Sunny May, 07700 900111", "Summer Day, s@day.example"]
)
def test_a_name_is_no_day(words: str) -> None:
    heard = told(to_suggestion(), words, heard=Heard("inform", 0.9)).session.answers("book")
    assert "day" not in heard and "contact" in heard


def test_an_hour_that_fits_twice_is_the_one_on_the_screen() -> None:
    assert "at 19:00 with Anna" in told(to_suggestion(), "thursday evening", "7").text
    assert told(to_suggestion(), "thursday", "7").session.answers("book")["time"] == "19:00"


def test_the_nineish_one_is_the_one_at_nine() -> None:
    assert "at 09:00" in told(to_suggestion(), "saturday morning", "the 9ish one sounds lovely").text


@pytest.mark.parametrize("words", ["can I have 90 after all", "could we do 90?", "hm, stick with 90"])
def test_another_length_is_wished_in_many_words(words: str) -> None:
    assert told(to_suggestion()(THURSDAY), words, heard=Heard("inform", 0.9)).session.answers("book")["length"] == "90"


@pytest.mark.parametrize(
    "words", ["can I do 60 miles that week?", "can we get 90% of it done", "could I do 60km after"]
)
def test_how_far_somebody_runs_is_no_length(words: str) -> None:
    talk = told(to_suggestion()(THURSDAY), words, heard=Heard("inform", 0.9))
    assert "length" not in talk.session.answers("book")


@pytest.mark.parametrize("begin", [to_suggestion, to_name, to_offer])
@pytest.mark.parametrize("words", ["cancel it", "oh sorry, cancel that please", "cancel"])
def test_what_is_not_booked_yet_is_dropped_and_not_looked_up(begin: Callable[[], Talk], words: str) -> None:
    talk = told(begin(), words, heard=Heard("cancel_appointment", 0.9))
    assert talk.replies == [remarks.LEFT]


def test_an_appointment_is_cancelled_in_the_middle_of_a_booking_all_the_same() -> None:
    talk = told(to_suggestion(MINE), "cancel my thursday appointment", heard=Heard("cancel_appointment", 0.9))
    assert talk.session.flow == "cancel"


@pytest.mark.parametrize("words", ["ok and is it private?", "ok, what does 90 cost?", "sure but can I stop any time?"])
def test_a_yes_that_goes_on_to_ask_is_no_consent(words: str) -> None:
    talk = told(Talk()(HI), words, heard=Heard("affirm", 0.9))
    assert talk.slot == "consent" and not talk.session.answers("book").get("consent")


# ---------------------------------------------------------------- right after a move


def moved() -> Talk:
    return told(to_offer()(YES), "make it 6", "yes")


def test_what_was_moved_may_be_moved_again_or_not_suit() -> None:
    assert told(moved(), "actually half 6 would be better").text.endswith("Shall I move it?")
    assert "leave it as it is?" in told(moved(), "that won't work sorry").text
    assert told(moved(), "cancel that").session.flow == "cancel"


def test_undo_right_after_a_move_takes_the_move_back() -> None:
    talk = told(moved(), "undo")
    assert talk.did(Restore)[0].visit.start == at(26, "17:00") and not talk.did(Cancel)


def test_an_older_appointment_just_moved_is_the_one_meant() -> None:
    talk = to_offer()(YES)
    talk.clinic = replace(talk.clinic, mine=(replace(talk.clinic.mine[0], made=CLINIC.now - timedelta(days=9)),))
    assert "leave it as it is?" in told(told(talk, "move it to 6", "yes"), "no, that won't work").text


# ---------------------------------------------------------------- for somebody else, and the soonest


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("her hip, left, two months, 5", "hip_flexor"),
        ("his left calf is tight", "calf"),
        ("it's their achilles", "achilles_tendinopathy"),
        ("she has a sore hip", "hip_flexor"),
        ("he's got tight hamstrings", "hamstring"),
    ],
)
def test_what_brings_somebody_in_is_told_of_who_comes(words: str, label: str) -> None:
    talk = told(to_complaint(), words)
    assert talk.session.answers("book")["complaint"] == label


@pytest.mark.parametrize("words", ["her calf is swollen and hot since the flight", "he has chest pain when he runs"])
def test_a_warning_for_who_comes_stops_all_the_same(words: str) -> None:
    assert told(to_complaint(), words).did(HandOff)[0].reason == "red_flag"


@pytest.mark.parametrize("words", ["her hip hurts too, she says", "his calf is bad"])
def test_what_hurts_others_is_no_complaint_where_none_is_asked(words: str) -> None:
    assert told(to_name(), words).session.answers("book")["complaint"] == "calf"


@pytest.mark.parametrize("words", ["first available", "the earliest please", "soonest one"])
def test_the_soonest_is_the_first_on_the_screen(words: str) -> None:
    shown = told(to_suggestion(), "thursday after 3")
    assert "Thursday 26 November at 15:00" in told(shown, words).text


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("not tuesday", "2026-11-30|2026-12-02..2026-12-06"),
        ("any day except the friday", "2026-11-30..2026-12-03|2026-12-05..2026-12-06"),
        ("thursday", "2026-11-26"),
        ("friday or saturday", "2026-11-27|2026-11-28"),
    ],
)
def test_a_day_ruled_out_leaves_the_rest_of_the_days_wished(words: str, days: str) -> None:
    assert told(to_suggestion(), "anything next week", words).session.answers("book")["day"] == days


def test_a_day_ruled_out_that_was_not_wished_leaves_what_was() -> None:
    assert told(to_suggestion(), "thursday", "not tuesday though").session.answers("book")["day"] == "2026-11-26"


@pytest.mark.parametrize("words", ["dunno, months", "no idea, three or four days", "after my last one maybe"])
def test_how_long_it_has_hurt_names_no_warning(words: str) -> None:
    talk = told(to_warnings(), words, heard=Heard("dont_know", 0.9))
    assert not talk.did(HandOff) and not talk.session.answers("book")["flags"] and "red_flags" in talk.last.slots
