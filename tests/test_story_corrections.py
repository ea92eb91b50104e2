"""Second thoughts in the middle of a booking, and words that could be taken for an answer and are none."""

from dataclasses import replace

import pytest

from bot.messages import Appointment, Book, HandOff, Visit, pressed
from tests.talk import (
    ADULT,
    CALF,
    CLINIC,
    HI,
    NONE,
    RUNNING,
    THURSDAY,
    YES,
    Talk,
    at,
    say,
    to_complaint,
    to_offer,
    to_suggestion,
)


def test_who_named_no_reference_is_not_told_that_it_was_wrong() -> None:
    known = {"name": "Jo Evans", "contact": "+447700900123"}
    talk = Talk(replace(CLINIC, known=known))(say("can i move it an hour later", "reschedule", time="+60"))
    assert "with that reference" not in talk.text and "can't find an appointment of yours" in talk.text


def test_an_hour_later_is_counted_from_the_time_that_is_being_chosen() -> None:
    talk = to_offer()(say("can i move it an hour later", "reschedule", time="+60"))
    assert "Thursday 26 November at 18:00" in talk.text and talk.slot == "agreed"


def test_with_no_time_chosen_moving_is_about_an_appointment() -> None:
    talk = to_suggestion()(say("can i move my appointment", "reschedule"))
    assert talk.session.flow == "reschedule"


def test_another_length_is_said_as_the_clients_wish() -> None:
    talk = to_suggestion()(THURSDAY, say("actually make it 90", length="90"))
    assert "I'd suggest an injury rehab massage; 90 minutes, as you wish." in to_suggestion()(say(length="90")).text
    assert "60 minutes" not in talk.text and talk.slot == "name"


def test_no_reason_is_given_for_a_length_that_is_not_taken() -> None:
    for_long = say("calf, for months", complaint__calf="yes", side__calf="left", since="2026-07-10", severity="5")
    talk = Talk(CLINIC)(HI, ADULT, for_long, NONE, RUNNING)
    assert "90 minutes leave room" in talk.text
    shorter = talk(say("make it 60", length="60"))
    assert "60 minutes, as you wish. It gives your therapist time" in shorter.text
    assert "90 minutes" not in shorter.text


def test_what_is_put_right_is_acknowledged_before_the_same_question_again() -> None:
    talk = to_complaint()(CALF, say("actually right", side="right"))
    assert [talk.replies[0].text, talk.slot] == ["Thanks, I've noted that.", "red_flags"]


def test_none_of_the_times_asks_what_would_suit() -> None:
    talk = to_suggestion()(say("none", "deny"))
    assert "would suit you better" in talk.text and "didn't get" not in talk.text


def test_who_cannot_choose_a_time_is_not_hurried() -> None:
    talk = to_suggestion()(*[say("not sure", "dont_know")] * 3)
    assert talk.text.startswith("No hurry.") and "keep missing" not in talk.text


def test_a_time_offered_with_somebody_else_can_be_taken() -> None:
    talk = to_suggestion()(say("saturday with carys", day="2026-11-28", therapist="carys"))
    assert "Carys doesn't do that kind of session." in talk.text
    talk.press("Sat 28 Nov, 09:00")
    assert "with Ben" in talk.text and talk.slot == "name"


def test_a_guardian_who_has_come_forward_is_asked_once() -> None:
    talk = Talk()(HI, say("im 15 and my shins hurt", consent="minor", complaint__shin_splints="yes"))
    talk(say("my mum is here", guardian="yes"))
    assert talk.slot == "consent" and "18 or over" not in talk.text
    assert talk.labels == ["Yes, as a guardian", "No, just book"]
    assert talk(say("yes she agrees", "affirm", consent="yes")).slot == "side.shin_splints"


def test_cancelling_the_first_one_moves_nothing() -> None:
    mine = Appointment("AB12CD", Visit("anna", at(26, "17:00"), 60), "maintenance")
    talk = Talk(replace(CLINIC, mine=(mine,)))(say("my appointments", "show_appointment"))
    talk(say("cancel the first one", "cancel_appointment"))
    assert "shall I cancel it?" in talk.text


def test_nothing_understood_and_nothing_open_still_shows_the_ways_on() -> None:
    talk = Talk()(HI, say("stop", "stop"), say("blah"))
    assert "Book a session" in talk.labels


def test_ok_to_what_was_left_is_no_puzzle() -> None:
    talk = Talk()(HI, say("stop", "stop"), say("ok", "affirm"))
    assert talk.text == "All right. I'm here whenever you need me."


def test_yes_to_the_suggestion_with_times_still_to_choose_asks_which() -> None:
    talk = to_suggestion()(say("friday at 6.15", day="2026-11-27", time="18:15"), say("sure", "affirm"))
    assert talk.replies[0].text == "Which one? Tap it, or tell me a day and time."


def test_a_parents_yes_stays_a_guardians() -> None:
    talk = Talk()(say("my daughter is 14 and her heel hurts", guardian="yes", complaint__plantar_fasciitis="yes"), YES)
    assert talk.session.answers("book")["guardian"] == "yes"


# ---------------------------------------------------------------- old buttons


@pytest.mark.parametrize("says", ["day= time=", "length=90", "stop", "skip", "complaint.hamstring=yes", "agreed=no"])
def test_the_button_of_a_question_that_is_over_changes_nothing_and_says_so(says: str) -> None:
    talk = to_offer()(YES)
    told = talk.session.told
    talk(pressed(says))
    assert talk.text.startswith("That button is from earlier") and talk.session.told == told
    assert len(talk.did(Book)) == 1 and not talk.session.flows


def test_an_answer_is_corrected_by_its_old_button_while_the_errand_is_open() -> None:
    talk = to_complaint()(CALF, NONE)(pressed("side.calf=right"))
    assert talk.session.answers("book")["side.calf"] == "right"


@pytest.mark.parametrize("booked", [False, True])
def test_a_warning_pressed_after_none_of_these_still_counts(booked: bool) -> None:
    talk = to_offer()(*([YES] if booked else []))(pressed("flag.leg_clot=yes"))
    assert [one.reason for one in talk.did(HandOff)] == ["red_flag"]


def test_a_condition_pressed_late_is_marked_too() -> None:
    talk = to_offer()(YES, pressed("flag.blood_thinners=yes"))
    assert "earlier in our chat" not in talk.text and "flag.blood_thinners" in talk.session.told[-1].answers


def test_a_button_of_a_conversation_that_is_lost_begins_anew() -> None:
    assert Talk()(pressed("consent=yes guardian=no")).session.flow == "book"
