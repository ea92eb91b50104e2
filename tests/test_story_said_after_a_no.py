"""Stories of a yes that is none: after a no, to what was not asked, or of another appointment than is spoken of."""

from dataclasses import replace

import pytest

from bot.messages import Book, Cancel, Move, Restore, Visit
from bot.words.keywords import as_own
from tests.talk import (
    BOOKS,
    CLINIC,
    FIRST,
    SECOND,
    YES,
    Talk,
    at,
    say,
    taken,
    to_name,
    to_offer,
    to_running,
    to_suggestion,
    told,
)

ONE = replace(CLINIC, mine=(FIRST,), busy=taken(FIRST.visit))  # 60 minutes with Anna, on Thursday at 15:30


@pytest.mark.parametrize("yes", ["ok", "yes", "sure", "go ahead"])
def test_a_yes_after_a_no_does_not_take_the_no_back(yes: str) -> None:
    talk = told(to_offer(), "nope", yes)
    assert not talk.did(Book) and "which of these" in talk.text
    assert told(talk, "yes").did(Book), "the offer is on the screen again"


def test_a_yes_after_a_no_changes_nothing() -> None:
    talk = told(Talk(ONE), "move my appointment to friday at 1pm", "no", "okay")
    assert not talk.did(Move) and "which of these" in talk.text


def test_the_button_still_books_after_a_no() -> None:
    assert told(to_offer(), "no").press("Yes, book it").did(Book)


# ---------------------------------------------------------------- the appointment that is spoken of


@pytest.mark.parametrize("words", ["undo that please", "undo my booking", "made a mistake, undo that"])
def test_what_is_undone_is_what_the_screen_confirms(words: str) -> None:
    talk = told(Talk(replace(CLINIC, mine=(SECOND,))), "cancel it", "yes")(*BOOKS)
    told(talk, words)
    assert not talk.did(Restore) and "26 November" in talk.text and "shall I cancel it?" in talk.text


def test_a_move_is_undone_where_an_older_cancelling_could_be_too() -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST, SECOND))), "cancel P7AAZZ", "yes")
    talk(say("", "reschedule", which=FIRST.reference, day="2026-11-27", time="13:00"), YES)
    assert talk.did(Move) and [one.visit for one in told(talk, "undo that please").did(Restore)] == [FIRST.visit]


# ---------------------------------------------------------------- while cancelling


@pytest.mark.parametrize("begin", ["cancel my appointment", "that doesn't suit"])
@pytest.mark.parametrize("words", ["cancel", "cancel please", "ok, please cancel"])
def test_the_bare_word_cancels_what_is_asked_about(begin: str, words: str) -> None:
    talk = Talk(ONE)(say("", "cancel_appointment", **({"unsuited": "yes"} if "suit" in begin else {})))
    assert [one.reference for one in told(talk, words).did(Cancel)] == [FIRST.reference]


@pytest.mark.parametrize(
    "words", ["a different day please", "could I have another slot", "some other time would be good"]
)
def test_another_day_is_a_move(words: str) -> None:
    talk = told(Talk(ONE)(say("", "cancel_appointment", unsuited="yes")), words)
    assert talk.session.flow == "reschedule" and not talk.did(Cancel)


@pytest.mark.parametrize(
    "words",
    ["ok just leave it at 60", "yes keep it", "yes, it's 60 minutes", "sure, stick with it", "ok let's leave it"],
)
def test_who_would_keep_it_has_not_agreed_to_cancel(words: str) -> None:
    assert not told(Talk(ONE)(say("", "cancel_appointment")), words).did(Cancel)


@pytest.mark.parametrize(
    "words",
    [
        "yes please",
        "ok then",
        "yes I don't want another day",
        "yes, I can't keep it",
        "ok cancel it, I'll keep running",
    ],
)
def test_a_plain_yes_to_cancelling_cancels(words: str) -> None:
    assert told(Talk(ONE)(say("", "cancel_appointment")), words).did(Cancel)


# ---------------------------------------------------------------- told of something else


@pytest.mark.parametrize("words", ["my long one is 60 minutes", "I run 45 minutes most mornings", "Ben treats my back"])
def test_what_is_told_of_running_or_care_is_no_wish(words: str) -> None:
    answers = told(to_running(), words).session.answers("book")
    assert not answers.get("length") and not answers.get("therapist")


@pytest.mark.parametrize("words", ["can I have 90 minutes please", "I'd like to see Ben"])
def test_a_wish_beside_the_running_questions_stands(words: str) -> None:
    answers = told(to_running(), words).session.answers("book")
    assert answers.get("length") or answers.get("therapist")


@pytest.mark.parametrize("words", ["sooner", "earlier", "a bit earlier please", "any sooner?"])
def test_sooner_is_nobodys_name(words: str) -> None:
    talk = told(to_name(), words)
    assert not talk.session.answers("book").get("name", "") and "00:00..17:00" in talk.session.answers("book").get(
        "time", ""
    )


@pytest.mark.parametrize(
    "words", ["can we pay for 3", "it's for 3", "Ann, call about 6", "I'm Ann, I finish at 4", "Ann, work till 6"]
)
def test_a_number_beside_a_name_moves_no_time(words: str) -> None:
    assert told(to_name(), words).session.answers("book").get("time", "") == "17:00"


@pytest.mark.parametrize("words", ["can you make it 1", "Ann, make it 1"])
def test_an_hour_beside_a_name_does(words: str) -> None:
    assert told(to_name(), words).session.answers("book").get("time", "") != "17:00"


def test_his_age_is_not_a_pain_of_ones_own() -> None:
    assert as_own("he's 14 and his heel hurts") == "he's 14 and his heel hurts"
    assert as_own("they have 3 sore toes") == "they have 3 sore toes"
    assert as_own("she's got a tight calf") == "I have a tight calf"


def test_another_wish_after_a_full_day_is_not_held_to_that_day() -> None:
    full = taken(*(Visit(who.id, at(26, "08:00"), 900) for who in CLINIC.profile.therapists))
    talk = told(to_suggestion(replace(CLINIC, busy=full)), "thursday", "any day but monday")
    assert "on Thursday" not in talk.replies[0].text and "|" in talk.session.answers("book").get("day", "")


# ---------------------------------------------------------------- a length beside an appointment of 60 minutes


@pytest.mark.parametrize(
    "words", ["my jog was 90 minutes", "I can't lie still for 90 minutes", "how much is 90 minutes?"]
)
def test_a_length_by_the_way_changes_nothing(words: str) -> None:
    talk = told(Talk(ONE), words)
    assert talk.session.flow != "reschedule" and not talk.clinic.held


@pytest.mark.parametrize("words", ["make it 60 please", "60 min", "is mine 60 minutes?"])
def test_the_length_it_has_is_shown(words: str) -> None:
    talk = told(Talk(ONE), words)
    assert not talk.session.flow and "60 minutes on Thursday 26 November" in talk.text


@pytest.mark.parametrize("words", ["make it 90 please", "can it be 90 minutes?", "90 mins instead"])
def test_another_length_is_a_change(words: str) -> None:
    assert told(Talk(ONE), words).session.flow == "reschedule"


def test_another_one_is_booked() -> None:
    assert told(Talk(ONE), "one more 90 minutes").session.flow == "book"


@pytest.mark.parametrize("words", ["60 minutes is just too much for me", "I've only got 60 minutes then", "60 minutes"])
def test_its_own_length_while_cancelling_is_no_change(words: str) -> None:
    talk = told(Talk(ONE)(say("", "cancel_appointment")), words)
    assert talk.session.flow == "cancel" and not talk.did(Cancel)


def test_who_books_another_of_the_same_length_books() -> None:
    assert told(Talk(ONE), "book me another 60 minutes").session.flow == "book"
