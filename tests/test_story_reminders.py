"""What clients answer to a reminder."""

from dataclasses import replace

from bot.messages import Appointment, Attend, Cancel, HandOff, Reply, Visit, pressed
from bot.rhythm.times import DAY_BEFORE
from bot.rhythm.words import Booking, said
from bot.talk.session import Session, Told
from tests.talk import CLINIC, YES, Talk, at, say

BOOKED = Appointment("K7M2QX", Visit("anna", at(26, "17:00"), 60), "maintenance")
MINE = replace(CLINIC, mine=(BOOKED,))
REMINDER = said(DAY_BEFORE, Booking("K7M2QX", BOOKED.visit, "Jo Evans", "", "booked", 0, 4), CLINIC.profile)
SEE_YOU = "Lovely, thank you. See you on Thursday 26 November at 17:00."


def reminded(session: Session = Session()) -> Talk:  # noqa: B008
    """The reminder has just been shown, whatever went before."""
    talk = Talk(MINE)
    talk.session, talk.effects = replace(session, asked=REMINDER), [REMINDER]
    return talk


def test_who_will_be_there_is_thanked_and_it_is_noted() -> None:
    talk = reminded().press("I'll be there")
    assert (talk.did(Attend), talk.text) == ([Attend("K7M2QX")], SEE_YOU)


def test_a_plain_yes_or_the_button_s_own_words_say_the_same() -> None:
    assert reminded()(YES).did(Attend) == reminded()(say("i'll be there")).did(Attend) == [Attend("K7M2QX")]


def test_in_the_middle_of_a_booking_the_open_question_comes_again() -> None:
    talk = reminded(Session(("book",), (Told("book", {"consent": "yes", "complaint.calf": "yes"}),)))
    talk.press("I'll be there")
    assert talk.replies[0] == Reply(SEE_YOU)
    assert "side.calf" in talk.last.slots


def test_move_it_opens_the_move_of_just_that_appointment() -> None:
    talk = reminded().press("Move it")
    assert talk.slot == "day"
    assert "From 60 minutes on Thursday 26 November" in talk(say("friday at 10", day="2026-11-27", time="10:00")).text


def test_cancel_it_asks_once_more_in_the_chat() -> None:
    talk = reminded().press("Cancel it")
    assert talk.did(Cancel) == []
    assert talk(YES).did(Cancel) == [Cancel("K7M2QX")]


def test_the_page_behind_a_mail_has_asked_already() -> None:
    talk = Talk(MINE)(pressed("give_up which=K7M2QX"))
    assert talk.did(Cancel) == [Cancel("K7M2QX")]
    assert talk.text.startswith("It's cancelled.")


def test_giving_up_ends_an_errand_about_the_same_appointment() -> None:
    assert Talk(MINE)(say("move it", "reschedule"), pressed("give_up which=K7M2QX")).session.flow == ""


def test_what_is_said_twice_or_of_another_s_appointment_changes_nothing() -> None:
    talk = Talk(MINE)(pressed("give_up which=K7M2QX"), pressed("give_up which=K7M2QX"), pressed("attend which=ABCDEF"))
    assert talk.did(Cancel) == [Cancel("K7M2QX")]
    assert talk.did(Attend) == []
    assert talk.text == "That appointment is not ahead of you any more, so there is nothing to change."


def test_a_red_flag_beside_the_yes_comes_first() -> None:
    talk = reminded()(say("yes but my calf is hot and swollen", "affirm", "", flag__leg_clot="yes"))
    assert talk.did(Attend) == []
    assert [one.reason for one in talk.did(HandOff)] == ["red_flag"]
