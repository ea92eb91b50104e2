"""Stories told right after a booking: what closes the talk, what changes the booking, and what is another one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clinic import Clinic
from bot.listening import Heard
from bot.messages import Cancel, HandOff
from bot.talk import remarks
from bot.talk.appointments import just_booked
from bot.understand import read
from bot.view import View
from tests.talk import CLINIC, FIRST, KNOWLEDGE, YES, Talk, say, to_offer


def told(talk: Talk, *lines: str, meant: str = "") -> Talk:
    """Say these words, each against what is on the screen; the model may take them to be `meant`."""
    for text in lines:
        clinic, session = talk.clinic, talk.session
        view = View(clinic.local, clinic.profile, KNOWLEDGE, session.asked.slots, flow=session.flow)
        view = replace(view, booked=just_booked(session, clinic) is not None, name=clinic.known.get("name", ""))
        talk(read(text, view, Heard(meant, 0.95) if meant else None).said())
    return talk


def cancelling(clinic: Clinic = CLINIC) -> Talk:
    """An appointment that there is, and the question whether to cancel it."""
    return Talk(replace(clinic, mine=(FIRST,)))(say("", "cancel_appointment"))


# ---------------------------------------------------------------- who closes the talk


@pytest.mark.parametrize("meant", ["deny", "stop", "thank", "inform"])
@pytest.mark.parametrize(
    "words",
    [
        "no that's everything",
        "nope nothing else from me",
        "nah no worries mate",
        "that's not necessary",
        "no need to remind me",
        "I don't need a text about it",
        "please stop texting me",
        "right, that's me done",
        "cool leave it there then",
        "ok end the conversation",
        "I don't want anything else",
    ],
)
def test_who_closes_the_talk_after_a_booking_keeps_it(words: str, meant: str) -> None:
    talk = told(to_offer()(YES), words, meant=meant)
    assert not talk.session.flow and "cancel" not in talk.text
    assert talk.last == remarks.THANKS


@pytest.mark.parametrize(
    "words",
    ["scrap the booking", "don't want that slot any more", "no longer needed", "cannot make that now", "never mind"],
)
def test_who_calls_it_off_after_a_booking_is_asked_and_a_plain_yes_cancels(words: str) -> None:
    talk = told(to_offer()(YES), words, meant="deny")
    assert "shall I cancel it?" in talk.text and not talk.did(Cancel)
    assert told(talk, "ok thank you, bye").did(Cancel) == []
    assert told(talk, "ok").did(Cancel) == [Cancel("K7M2QX")]


@pytest.mark.parametrize("meant", ["", "affirm"])
@pytest.mark.parametrize(
    ("words", "cancelled"),
    [
        ("yes", True),
        ("ok", True),
        ("yep please", True),
        ("yes thanks", True),
        ("sure, cancel it, cheers", True),
        ("👍", True),
        ("yes cancel it, and no more texts please", True),
        ("okay great cheers", False),
        ("ok bye now", False),
        ("yeah that's everything", False),
        ("yep all sorted", False),
        ("ok lovely", False),
        ("yes see you there", False),
        ("ok so do not cancel", False),
    ],
)
def test_only_a_plain_yes_cancels(words: str, meant: str, cancelled: bool) -> None:
    talk = told(cancelling(), words, meant=meant)
    assert bool(talk.did(Cancel)) == cancelled


# ---------------------------------------------------------------- another one, or another time


@pytest.mark.parametrize("meant", ["", "book", "inform"])
@pytest.mark.parametrize(
    "words",
    [
        "a new session for 8 December at 11",
        "have you any openings the week of 14 December?",
        "could I come in on 10 December",
        "are you free on 11 December too",
    ],
)
def test_a_further_day_asked_for_after_a_booking_moves_nothing(words: str, meant: str) -> None:
    assert told(to_offer()(YES), words, meant=meant).session.flow == "book"


@pytest.mark.parametrize(
    "words",
    ["have you anything on friday instead", "sorry, can I come in on friday", "can I come in at 6", "not thurs, fri"],
)
def test_a_day_that_takes_the_place_of_the_other_moves_it(words: str) -> None:
    assert told(to_offer()(YES), words).session.flow == "reschedule"


def test_days_after_a_booking_a_time_is_a_wish_for_another_one() -> None:
    talk = to_offer()(YES)
    made = replace(talk.clinic.mine[0], made=CLINIC.now)
    talk.clinic = replace(talk.clinic, mine=(made,), now=CLINIC.now + timedelta(hours=5))
    assert just_booked(talk.session, talk.clinic) == made
    talk.clinic = replace(talk.clinic, now=CLINIC.now + timedelta(days=1))
    assert told(talk, "friday at 1").session.flow == "book"


@pytest.mark.parametrize("words", ["thurs", "on thursday then", "thursday with anna"])
def test_the_day_just_booked_said_again_is_a_promise_to_come(words: str) -> None:
    assert told(to_offer()(YES), words).text == "Lovely, thank you. See you on Thursday 26 November at 17:00."


@pytest.mark.parametrize("words", ["another time on thursday", "thursday with ben", "thursday at 6"])
def test_another_hour_or_therapist_of_that_day_is_a_move(words: str) -> None:
    assert told(to_offer()(YES), words).session.flow == "reschedule"


@pytest.mark.parametrize(
    "words",
    ["we'll be there at 16:45", "I'll get there for quarter to 5", "text me at 9 on the day", "email it on friday"],
)
def test_when_somebody_arrives_or_is_reminded_moves_nothing(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert (talk.session.flow, talk.last) == ("", remarks.THANKS)


@pytest.mark.parametrize("words", ["cheers, it's Jo Evans", "my number is 07700 900123"])
def test_who_says_again_what_we_know_puts_nothing_right(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert (talk.did(HandOff), talk.last) == ([], remarks.THANKS)


def test_a_longer_first_name_keeps_the_surname() -> None:
    assert told(to_offer()(YES), "it's Josephine").clinic.known["name"] == "Josephine Evans"
