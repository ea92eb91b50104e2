"""Stories told right after a booking: what closes the talk, what changes the booking, and what is another one."""

from dataclasses import replace

import pytest

from bot.clinic import Clinic
from bot.listening import Heard
from bot.messages import Cancel
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
    "words", ["scrap the booking", "don't want that slot any more", "no longer needed", "never mind"]
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
