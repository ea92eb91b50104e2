"""Second thoughts in the middle of a booking, and words that could be taken for an answer and are none."""

from dataclasses import replace

from tests.talk import CLINIC, Talk, say


def test_who_named_no_reference_is_not_told_that_it_was_wrong() -> None:
    known = {"name": "Jo Evans", "contact": "+447700900123"}
    talk = Talk(replace(CLINIC, known=known))(say("can i move it an hour later", "reschedule", time="+60"))
    assert "with that reference" not in talk.text and "can't find an appointment of yours" in talk.text
