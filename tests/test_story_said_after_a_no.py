"""Stories of a yes that is none: after a no, to what was not asked, or of another appointment than is spoken of."""

from dataclasses import replace

import pytest

from bot.messages import Book, Cancel, Move, Restore, Visit
from tests.talk import BOOKS, CLINIC, FIRST, SECOND, YES, Talk, at, say, taken, to_offer, told

ONE = replace(CLINIC, mine=(FIRST,), busy=taken(FIRST.visit))  # 60 minutes with Anna, on Thursday at 15:30


@pytest.mark.parametrize("yes", ["ok", "yes", "sure", "go ahead"])
def test_a_yes_after_a_no_does_not_take_the_no_back(yes: str) -> None:
    talk = told(to_offer(), "nope", yes)
    assert not talk.did(Book) and "which of these" in talk.text
    assert told(talk, "yes").did(Book), "the offer is on the screen again"


def test_a_yes_after_a_no_changes_nothing() -> None:
    talk = told(Talk(ONE), "can you make my appointment 90 minutes", "no", "okay")
    assert not talk.did(Move)


def test_the_button_still_books_after_a_no() -> None:
    assert told(to_offer(), "no").press("Yes, book it").did(Book)
