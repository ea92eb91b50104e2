"""Stories of a yes that is none: after a no, to what was not asked, or of another appointment than is spoken of."""

from dataclasses import replace

import pytest

from bot.messages import Book, Move, Restore
from tests.talk import BOOKS, CLINIC, FIRST, SECOND, YES, Talk, say, taken, to_offer, told

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
