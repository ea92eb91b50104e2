"""Stories of who leaves, or is lost: let go in one word, or told what to say."""

import pytest

from bot.heard import Heard
from bot.messages import HandOff
from bot.talk import remarks
from bot.understand import read
from bot.view import View
from tests.talk import (
    CLINIC,
    HI,
    KNOWLEDGE,
    Talk,
    say,
    to_complaint,
    to_name,
    to_offer,
    to_suggestion,
    to_warnings,
    told,
)

# ---------------------------------------------------------------- who leaves


@pytest.mark.parametrize("begin", [to_complaint, to_warnings, to_suggestion, to_name, to_offer])
@pytest.mark.parametrize(
    "words",
    [
        "ok this is a lot of questions, I'm off",
        "right that's too nosy, count me out",
        "nah I'm done answering these",
        "no no, let's leave it there",
        "bit much, forget it, I'm out",
    ],
)
def test_who_leaves_is_let_go_whatever_is_asked(begin: type[Talk], words: str) -> None:
    talk = told(begin(), words)
    assert remarks.LEFT in talk.replies and not talk.session.flow


def test_who_leaves_before_agreeing_has_agreed_to_nothing() -> None:
    talk = told(Talk()(HI), "okay that's a lot, I'm out")
    assert remarks.LEFT in talk.replies and "consent" not in talk.session.answers("book")


def test_a_warning_beside_leaving_stops_all_the_same() -> None:
    talk = told(to_warnings(), "I've got chest pain on every run, forget it, I'm out")
    assert talk.did(HandOff)[0].reason == "red_flag"


def test_who_passes_on_the_times_is_given_others_to_think_of() -> None:
    assert remarks.ANY_OF_THEM in told(to_suggestion(), "pass").replies


# ---------------------------------------------------------------- who is lost


@pytest.mark.parametrize(
    "words",
    [
        "I don't understand what you're asking",
        "sorry I don't follow",
        "what am I meant to write",
        "I dont know how to answer this",
        "what do you want from me",
        "where do I type it",
        "what's this for and how do I use it",
        "that's gone right over my head",
        "what do you want me to say",
        "what should I put here?",
        "how do I reply to this?",
    ],
)
@pytest.mark.parametrize(
    ("begin", "hint"),
    [
        (lambda: Talk()(HI), "Say “yes”"),
        (to_complaint, "in your own words"),
        (to_warnings, "Look through the list"),
        (to_suggestion, "Tap a time"),
        (to_name, "Type your name"),
        (to_offer, "Say “yes” and it's done"),
    ],
)
def test_who_is_lost_is_told_what_to_say(begin: type[Talk], hint: str, words: str) -> None:
    before = begin()
    talk = told(before, words, heard=Heard("repeat", 0.9))
    assert talk.replies[0].text.startswith(hint) or hint in talk.replies[0].text
    assert talk.last.slots == before.session.asked.slots and not talk.session.misses


@pytest.mark.parametrize(
    "words",
    [
        "I don't understand why it hurts so much",
        "I can't get it to bend",
        "how do I put weight on it",
        "where should I put the car?",
        "how do I enter your car park",
        "how do I pick a massage?",
        "what shall I tell you lot's rivals",
        "what should I say to the physio",
        "how should I answer their letter",
        "what do you want me to bring",
        "I don't know how to use a foam roller",
        "not sure how to put this but is Friday at 2 free",
    ],
)
def test_who_puzzles_over_something_else_than_our_question_is_not_lost(words: str) -> None:
    assert read(words, View(CLINIC.local, CLINIC.profile, KNOWLEDGE, ("complaint",)), None).intent != "help"


def test_a_first_word_that_says_nothing_is_greeted() -> None:
    assert Talk()(say("yes", "affirm")).text.startswith("Hello!")
    assert Talk()(say("qwerty")).text.startswith("Hello!")
    assert "Hello" not in Talk()(HI, say("no", "stop"), say("yes", "affirm")).text


def test_a_suspicion_that_is_not_answered_is_asked_kindly_again() -> None:
    talk = Talk()(HI, say("it pulls after the flight", "describe", suspected__leg_clot="yes"))
    assert remarks.TO_BE_SURE in told(talk, "the thing with the thing").replies
    assert remarks.DOUBTFUL in talk(say("not sure", "dont_know")).replies
    assert talk.slot == "suspected.leg_clot"
