"""Stories of moving, cancelling and looking up, and of red flags in the middle of anything."""

from dataclasses import replace

import pytest

from bot.messages import Book, Cancel, HandOff, Hold, Move, Visit, pressed
from tests.talk import (
    ADULT,
    BOOKS,
    CALF,
    FIRST,
    HI,
    JO,
    MINE,
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

ONE = replace(MINE, mine=(FIRST,))
CLOT = say("my calf is swollen and hot", "describe", flag__leg_clot="yes", complaint__calf="yes")


def test_which_is_asked_only_of_several() -> None:
    assert Talk(MINE)(say("cancel it", "cancel_appointment")).slot == "which"
    assert Talk(ONE)(say("cancel it", "cancel_appointment")).slot == "agreed"


def test_move_my_thursday_to_half_an_hour_later_over_itself() -> None:
    move = say("", "reschedule", which="2026-11-26T15:30", therapist="anna", day="2026-11-26", time="16:00")
    talk = Talk(MINE)(move)
    assert (
        "From 60 minutes on Thursday 26 November at 15:30 with Anna" in talk.last.text and "at 16:00" in talk.last.text
    )
    assert talk(YES).did(Move) == [Move("K3F9AA", Visit("anna", at(26, "16:00"), 60))]


def test_a_move_to_the_time_it_has_asks_for_another() -> None:
    talk = Talk(ONE)(say("", "reschedule", therapist="anna", day="2026-11-26", time="15:30"))
    assert talk.slot in ("day", "time") and not talk.did(Hold)


def test_cancelling_is_always_confirmed() -> None:
    talk = Talk(ONE)(say("", "cancel_appointment"))
    assert not talk.did(Cancel)
    assert talk(YES).did(Cancel) == [Cancel("K3F9AA")]


def test_cancel_in_the_middle_of_booking_and_back() -> None:
    talk = to_suggestion(MINE)(THURSDAY)
    held = talk.clinic.held
    talk(say("", "cancel_appointment"))
    assert talk.slot == "which" and talk.clinic.held == held, "the booking's hold stays"
    talk(say("", which="P7AAZZ"), YES)
    assert talk.did(Cancel) and talk.slot == "name"


def test_no_appointment_is_said_and_a_booking_offered() -> None:
    assert "can't find an appointment" in Talk()(say("", "reschedule")).text
    talk = Talk()(say("", "cancel_appointment"))
    assert "can't find an appointment" in talk.text
    assert talk(YES).slot == "consent"


def test_show_lists_what_is_booked() -> None:
    assert "K3F9AA" in Talk(MINE)(say("when am i booked", "show_appointment")).text
    assert "can't find" in Talk()(say("when am i booked", "show_appointment")).text


def test_late_cancelling_names_the_rule() -> None:
    soon = replace(ONE, now=at(26, "08:00"))
    assert "less than 24 hours" in Talk(soon)(say("", "cancel_appointment")).last.text


@pytest.mark.parametrize("before", [[], [HI], [HI, ADULT], BOOKS[:-1]])
def test_a_red_flag_at_any_moment_books_nothing_and_tells_the_clinic(before: list[object]) -> None:
    talk = Talk()(*before, CLOT)  # type: ignore[arg-type]
    handed = talk.did(HandOff)[0]
    assert (handed.reason, handed.urgency, handed.flags) == ("red_flag", "same_day", ("leg_clot",))
    assert "111" in talk.text and not talk.clinic.held and not talk.session.flows
    assert not talk(YES).did(Book)


def test_a_pressed_red_flag_stops_too() -> None:
    talk = to_complaint()(CALF)
    flag = next(choice for choice in talk.last.choices if choice.says == "flag.leg_clot=yes")
    assert talk(pressed(flag.says)).did(HandOff)


def test_pain_of_eight_goes_to_a_doctor_first() -> None:
    talk = to_complaint()(say("calf, 9 out of 10", complaint__calf="yes", severity="9"))
    assert talk.did(HandOff)[0].urgency == "refer"


def test_on_return_after_a_stop_a_doctor_has_to_have_said_so() -> None:
    talk = to_complaint()(CLOT, say("book me in", "book"))
    assert talk.slot == "cleared" and "massage is fine" in talk.last.text
    assert not talk(say("no", "deny")).session.flows
    talk(say("book me in", "book"), YES)
    assert "red_flags" in talk.last.slots
    talk(NONE, RUNNING, THURSDAY, JO, YES)
    assert talk.did(Book)[0].intake.review == ("leg_clot",)


def test_go_back_and_start_over_cannot_remove_a_red_flag() -> None:
    talk = to_complaint()(CLOT, say("go back", "undo"), say("start over", "restart"))
    assert talk.slot == "cleared"
    assert talk(say("book", "book")).slot == "cleared"


def test_a_new_alarm_voids_an_old_all_clear() -> None:
    talk = to_complaint()(CLOT, say("book", "book"), YES, CLOT)
    assert len(talk.did(HandOff)) == 2 and talk(say("book", "book")).slot == "cleared"


def test_a_stop_called_a_misunderstanding_goes_to_a_person() -> None:
    talk = to_complaint()(CLOT).press("That's not what I meant")
    assert talk.did(HandOff)[-1].reason == "misunderstanding" and "02920" in talk.text


def test_a_stop_typed_away_as_a_misunderstanding_goes_to_a_person_too() -> None:
    talk = to_complaint()(CLOT, say("no that's a misunderstanding, it's warm after running", "inform"))
    assert talk.did(HandOff)[-1].reason == "misunderstanding"


def test_a_dispute_that_tells_of_a_new_alarm_is_an_alarm() -> None:
    talk = to_complaint()(CLOT, say("no I meant my chest hurts", "inform", flag__chest_heart="yes"))
    assert talk.did(HandOff)[-1].flags == ("chest_heart",)


def test_with_an_appointment_ahead_a_red_flag_says_not_to_come() -> None:
    talk = Talk(ONE)(CLOT)
    assert "Please don't come on Thursday 26 November at 15:30" in talk.text
    assert talk.press("Cancel my appointment").slot == "agreed"


def test_cancelling_goes_on_over_a_red_flag() -> None:
    talk = Talk(ONE)(say("", "cancel_appointment"), CLOT)
    assert talk.did(HandOff) and talk.slot == "agreed"
    assert talk(YES).did(Cancel)


def test_no_move_over_a_red_flag() -> None:
    talk = Talk(ONE)(say("", "reschedule"), CLOT)
    assert talk.did(HandOff) and not talk.session.flows


def test_a_complaint_told_in_the_middle_of_cancelling_does_not_change_the_errand() -> None:
    talk = Talk(ONE)(say("", "cancel_appointment"), say("my knee hurts", "describe", complaint__runners_knee="yes"))
    assert talk.slot == "agreed" and "shall I cancel it" in talk.last.text


def test_goodbye_without_an_errand_is_just_goodbye() -> None:
    assert "Take care" in Talk()(say("bye", "goodbye")).text


def test_not_knowing_without_an_errand_is_asked_again() -> None:
    assert "didn't get that" in Talk()(say("dunno", "dont_know")).text


def test_the_offer_survives_a_cancelled_errand() -> None:
    talk = to_offer(MINE)(say("", "show_appointment"))
    assert "K3F9AA" in talk.text and talk.slot == "agreed"


def test_where_a_stop_stands_showing_repeats_the_warning() -> None:
    talk = Talk(ONE)(CLOT, say("when am i booked", "show_appointment"))
    assert "K3F9AA" in talk.text and "Please don't come on Thursday 26 November" in talk.text
    cleared = talk(say("book", "book"), YES, say("stop", "stop"), say("when am i booked", "show_appointment"))
    assert "K3F9AA" in cleared.text and "Please don't come" not in cleared.text


def test_who_is_late_is_expected_and_the_clinic_is_told() -> None:
    talk = Talk(ONE)(say("i'll be 10 minutes late", "late"))
    assert talk.did(HandOff) == [HandOff("late")] and "no need to rush" in talk.text
    assert "02920 762000" in talk.text and not talk.session.flows


def test_who_is_late_in_the_middle_of_a_booking_goes_on_with_it_after() -> None:
    assert to_suggestion(ONE)(say("running late", "late")).slot == "suggestion"


def test_late_moving_names_the_rule() -> None:
    soon = replace(ONE, now=at(26, "08:00"))
    talk = Talk(soon)(say("", "reschedule", day="2026-11-27", time="13:00"))
    assert "less than 24 hours" in talk.last.text


def test_who_cannot_make_it_may_move_it_instead() -> None:
    talk = Talk(MINE)(say("i can't make thursday", "cancel_appointment", which="2026-11-26"))
    assert talk.slot == "agreed" and "I could move it instead" in talk.last.text
    talk.press("Move it instead")
    talk(say("friday at 1", day="2026-11-27", time="13:00"), YES)
    assert talk.did(Move) == [Move("K3F9AA", Visit("anna", at(27, "13:00"), 60))]
    assert not talk.session.flows, "and nobody asks about cancelling any more"


@pytest.mark.parametrize(
    ("days", "slot"),
    [("2026-11-27..2026-11-29", "agreed"), ("2026-11-23..2026-11-29", "which"), ("2026-11-29..2026-11-30", "which")],
)
def test_an_appointment_may_be_named_by_the_days_it_is_among(days: str, slot: str) -> None:
    talk = Talk(MINE)(say("cancel this weekend's", "cancel_appointment", which=days))
    assert talk.slot == slot and ("Saturday 28 November" in talk.last.text) == (slot == "agreed")


def test_actually_move_it_in_words_is_about_the_same_appointment() -> None:
    talk = Talk(MINE)(say("cancel friday", "cancel_appointment", which="2026-11-28"))
    talk(say("actually move it to wednesday at 9", "reschedule", day="2026-12-02", time="09:00"))
    assert "From 90 minutes on Saturday 28 November at 10:00 with Ben to 90 minutes on Wednesday" in talk.last.text
    assert "shall I cancel it" in talk(say("no, cancel it", "cancel_appointment")).last.text


def test_who_names_a_new_time_instead_of_cancelling_means_to_move() -> None:
    talk = Talk(ONE)(say("cancel", "cancel_appointment"), say("or friday at 1?", day="2026-11-27", time="13:00"))
    assert "Shall I move it?" in talk.last.text and talk(YES).did(Move) and not talk.did(Cancel)


def test_a_yes_with_the_day_in_it_cancels_all_the_same() -> None:
    talk = Talk(ONE)(say("cancel", "cancel_appointment"), say("yes, thursday", "affirm", day="2026-11-26"))
    assert talk.did(Cancel) == [Cancel("K3F9AA")]


def test_nobody_is_greeted_again_in_the_middle_of_a_conversation() -> None:
    talk = Talk(MINE)(say("cancel thursday", "cancel_appointment", which="K3F9AA"), YES)
    assert "Hello" not in talk(say("and the other one", "cancel_appointment")).text
    assert "Hello" in talk(say("stop", "stop"), HI).text


def test_leaving_a_cancellation_leaves_the_appointment() -> None:
    talk = Talk(ONE)(say("", "cancel_appointment")).press("Leave it")
    assert not talk.did(Cancel) and not talk.session.flows
