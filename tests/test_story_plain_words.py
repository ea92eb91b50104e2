"""Stories told in a client's own words, read by the rules alone: nothing is swallowed, nothing asked in vain."""

from dataclasses import replace

import pytest

from bot.clinic import Clinic
from bot.messages import Book, Cancel, HandOff, Move, Restore, Visit, Wait, Waited
from bot.talk import remarks
from tests.talk import (
    CALF,
    CLINIC,
    FIRST,
    HI,
    JO,
    NONE,
    THURSDAY,
    YES,
    Talk,
    at,
    say,
    to_complaint,
    to_offer,
    to_suggestion,
    told,
)


def begin(*lines: str, clinic: Clinic = CLINIC) -> Talk:
    return told(Talk(clinic)(HI), *lines)


def heard(talk: Talk, slot: str) -> str:
    return talk.session.answers("book").get(slot, "")


def booked(talk: Talk) -> Book:
    told(talk, "thursday at 5", "Jo Evans, 07700 900123", "yes")
    return talk.did(Book)[0]


# ---------------------------------------------------------------- beside consent


def test_what_is_told_beside_a_yes_to_consent_is_not_asked_again() -> None:
    talk = begin("yes, left one, 3 weeks")
    assert (talk.slot, heard(talk, "side"), heard(talk, "since")) == ("complaint", "left", "2026-11-03")
    told(talk, "my calf")
    assert (heard(talk, "side.calf"), heard(talk, "since.calf")) == ("left", "2026-11-03")
    assert "which side" not in talk.text and "since when" not in talk.text.lower()


def test_what_is_told_beside_a_no_to_consent_is_dropped() -> None:
    talk = begin("no, left knee, 3 weeks")
    assert talk.slot == "red_flags" and "won't keep" in talk.text and "knee" not in talk.text
    assert not heard(talk, "complaint") and not heard(talk, "side.runners_knee")
    told(talk, "none")
    assert booked(talk).intake.complaints == ()


def test_a_warning_told_beside_a_no_to_consent_still_stops() -> None:
    talk = begin("no, and my calf is swollen hot and red")
    assert [handoff.urgency for handoff in talk.did(HandOff)] == ["same_day"]


@pytest.mark.parametrize("age", ["yes, I'm 34, left calf hurts", "yes, my daughter is 9, her left calf hurts"])
def test_an_age_beside_consent_is_no_score(age: str) -> None:
    talk = begin(age)
    assert heard(talk, "side.calf") == "left" and not heard(talk, "severity.calf") and not talk.did(HandOff)


@pytest.mark.parametrize(
    "why",
    [
        "why do you need it",
        "why?",
        "what for",
        "what do you need this for",
        "why all these questions",
        "how come you ask?",
    ],
)
def test_why_we_ask_is_answered_and_asked_again(why: str) -> None:
    talk = begin(why)
    assert "I ask so that" in talk.text and talk.slot == "consent"


# ---------------------------------------------------------------- several aches


def test_each_ache_has_its_own_number() -> None:
    talk = begin("yes", "calf 3, back 6")
    assert (heard(talk, "severity.calf"), heard(talk, "severity.low_back")) == ("3", "6")
    told(talk, "none", "skip")
    assert "your lower back and calf" in talk.text


@pytest.mark.parametrize(
    ("text", "calf", "back"),
    [
        ("my calf is a 3 and my back a 6", "3", "6"),
        ("calf hurts, 3; back hurts, 6", "3", "6"),
        ("calf and back, back is a 6", "unknown", "6"),
        ("calf and back, 6", "6", ""),
        ("5 for my calf and back", "5", ""),
    ],
)
def test_a_number_is_that_of_the_ache_it_is_told_of(text: str, calf: str, back: str) -> None:
    talk = begin("yes", text)
    assert (heard(talk, "severity.calf"), heard(talk, "severity.low_back")) == (calf, back)


def test_one_side_told_of_two_aches_is_that_of_both() -> None:
    talk = begin("yes", "calf and glute, left")
    assert (heard(talk, "side.calf"), heard(talk, "side.glute")) == ("left", "left")


def test_nine_easily_is_a_nine() -> None:
    talk = begin("yes", "heel, 9 easy")
    assert [handoff.flags for handoff in talk.did(HandOff)] == [("severe_pain",)]


def test_one_thing_left_to_ask_is_asked_in_a_sentence() -> None:
    talk = to_complaint()(say("", complaint__calf="yes", side__calf="left"))
    assert talk.slot == "red_flags"
    before = Talk()(HI, say("", complaint__calf="yes", side__calf="left", since__calf="2026-11-10"), YES)
    assert "A bit more about your calf: how bad is it, from 0 (nothing) to 10 (the worst)?" in before.last.text
    both = Talk()(HI, say("", complaint__plantar_fasciitis="yes"), YES)
    assert "your heel or arch: which side it is, since when and how bad" in both.last.text


def test_an_ache_with_no_name_of_its_own_is_not_given_a_strange_one() -> None:
    assert "Your therapist will take a good look" in begin("yes", "my shoulder, 4").text


# ---------------------------------------------------------------- since the race


@pytest.mark.parametrize(
    ("race", "since"),
    [("ran a half marathon on sunday", "2026-11-22"), ("20k a week", "unknown"), ("10k on 6 december", "unknown")],
)
def test_since_the_race_is_the_day_of_the_race_behind(race: str, since: str) -> None:
    talk = begin("yes", "hamstring tight since the race, left, 4")
    assert "since when" not in talk.text.lower()
    told(talk, "none", race)
    assert heard(talk, "since.hamstring") == since and talk.slot == "suggestion"


def test_three_weeks_or_so_is_three_weeks() -> None:
    assert heard(begin("yes", "calf", "3ish weeks"), "since.calf") == "2026-11-03"


def test_a_fever_last_week_is_not_when_the_ache_began() -> None:
    talk = begin("yes", "low back, 3 weeks, 4", "I had a fever last week but fine now")
    assert heard(talk, "since.low_back") == "2026-11-03"


# ---------------------------------------------------------------- which time


@pytest.mark.parametrize("words", ["earlier than that?", "anything earlier", "is there something sooner"])
def test_earlier_is_earlier_than_those_on_the_screen(words: str) -> None:
    talk = told(to_suggestion(), "thursday evening", words)
    assert talk.last.text.startswith("On Thursday 26 November before 17:00 these are free.")
    assert talk.labels[0] == "11:00"


def test_later_is_later_than_those_on_the_screen() -> None:
    talk = told(to_suggestion(), "thursday lunchtime", "later please")
    assert "from 14:00 on" in talk.last.text and talk.labels[0] == "14:00"
    assert "no 60-minute session free on Thursday 26 November from 19:15 on" in told(talk, "anything later?").last.text


def test_later_than_several_days_is_after_the_last() -> None:
    talk = told(to_suggestion(), "anything later?")
    assert talk.session.answers("book")["day"] == "2026-11-27..2026-12-24"
    assert told(to_suggestion(), "anything earlier?").slot == "day"


def test_later_than_the_time_that_is_kept_is_later_that_day() -> None:
    talk = told(to_suggestion(), "thursday at 5", "anything later?")
    assert talk.slot == "time" and talk.labels[0] == "17:15"


def test_an_hour_later_than_a_list_is_later_than_all_of_it() -> None:
    assert "from 14:00 on" in told(to_suggestion(), "thursday lunchtime", "an hour later").last.text


@pytest.mark.parametrize("words", ["see you later", "later", "I'll decide later", "sooner or later"])
def test_later_is_no_time_where_none_is_chosen(words: str) -> None:
    assert "time" not in told(to_complaint(), words).session.answers("book")


def test_earlier_than_nothing_is_no_wish() -> None:
    assert "time" not in to_complaint()(say("earlier", time="earlier")).session.answers("book")


def test_the_weekday_is_the_one_on_the_screen() -> None:
    talk = told(to_suggestion(), "next week", "tuesday")
    assert talk.session.answers("book")["day"] == "2026-12-01"
    for words, day in (("tuesday 24th", "2026-11-24"), ("sunday", "2026-11-29"), ("wednesday", "2026-12-02")):
        assert told(to_suggestion(), "next week", words).session.answers("book")["day"] == day


@pytest.mark.parametrize("words", ["the last one", "the latest one please"])
def test_the_last_one_is_a_time_and_no_other_day(words: str) -> None:
    talk = told(to_suggestion(), "thursday evening", words)
    assert talk.session.answers("book")["time"] == "19:00" and talk.slot == "name"


@pytest.mark.parametrize("words", ["the second one", "the second please", "2nd one", "ok the second then"])
def test_the_second_one_is_a_time_on_the_screen_and_no_day_of_the_month(words: str) -> None:
    talk = told(to_suggestion(), "thursday evening", words)
    assert talk.session.answers("book")["day"] == "2026-11-26"
    assert talk.session.answers("book")["time"] == "17:15" and talk.slot == "name"


@pytest.mark.parametrize("words", ["you choose", "any", "whichever", "I don't mind", "up to you then"])
def test_who_leaves_it_to_us_is_kept_the_first(words: str) -> None:
    talk = told(to_suggestion(), "thursday evening", words)
    assert "I'm keeping Thursday 26 November at 17:00" in talk.last.text and not talk.did(Book)


def test_the_evening_is_a_time_where_times_are_asked() -> None:
    assert told(to_suggestion(), "saturday", "evening").session.answers("book")["time"] == "17:00..20:00"


def test_not_mondays_is_no_wish_to_come_next_month() -> None:
    race = say("half in a fortnight", race="half@2026-12-06")
    assert (
        "injury rehab"
        in told(to_complaint()(CALF, NONE, race), "not monday").last.text + to_complaint()(CALF, NONE, race).text
    )


# ---------------------------------------------------------------- with whom


def test_who_else_could_do_that_time_is_offered() -> None:
    talk = told(to_suggestion(), "wednesday at 1 with anna")
    assert "no 60-minute session free with Anna on Wednesday 25 November at 13:00. You could see Ben then" in talk.text
    talk.press("With Ben")
    assert "I'm keeping Wednesday 25 November at 13:00 with Ben" in talk.text


def test_who_does_no_such_session_is_not_kept_to_when_a_time_of_others_is_chosen() -> None:
    talk = told(to_suggestion(), "with carys")
    assert "Carys doesn't do that kind" in talk.text and "You could see" not in talk.text
    assert "at 13:00 with Ben" in told(talk, "wednesday 25 november at 1pm").last.text


def test_whoever_is_turned_down_is_not_forgotten() -> None:
    talk = told(to_suggestion(), "wednesday at 1", "not ben")
    assert talk.slot == "therapist" and "Who would you like to see?" in talk.text


@pytest.mark.parametrize("words", ["60", "90"])
def test_a_bare_length_is_one_while_a_time_is_chosen(words: str) -> None:
    assert told(to_suggestion(), "thursday at 5", words).session.answers("book")["length"] == words


# ---------------------------------------------------------------- what is not booked yet


def test_who_has_nothing_booked_moves_the_time_being_chosen() -> None:
    talk = told(to_suggestion(), "thursday", "can i move it to friday")
    assert talk.session.flow == "book" and talk.session.answers("book")["day"] == "2026-11-27"


def test_who_has_nothing_booked_cancels_the_booking() -> None:
    talk = told(to_suggestion(), "thursday at 5", "cancel it")
    assert "Nothing is booked" in talk.text and not talk.session.flow and not talk.clinic.held


def test_undo_right_after_booking_asks_whether_to_cancel() -> None:
    talk = told(to_offer()(YES), "undo")
    assert "shall I cancel it? I could move it instead" in talk.text
    assert told(talk, "yes").did(Cancel) == [Cancel("K7M2QX")]


def test_that_is_changed_to_three() -> None:
    talk = told(Talk(replace(CLINIC, mine=(replace(FIRST, visit=replace(FIRST.visit, start=at(26, "17:00"))),))))
    told(talk, "can i change that to 6", "yes")
    assert [move.visit.start for move in talk.did(Move)] == [at(26, "18:00")]


def test_a_no_to_cancelling_leaves_it() -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,))), "cancel my appointment", "no")
    assert "I've left that" in talk.text and not talk.session.flow and not talk.did(Cancel)


def test_a_bare_reference_names_an_appointment_and_opens_nothing_else() -> None:
    talk = told(Talk(), "can i move my appointment", "K7M2QX", "never mind")
    assert not talk.session.flow and "look it up" not in talk.text


# ---------------------------------------------------------------- the waiting list


def test_who_is_on_no_waiting_list_is_told_so() -> None:
    assert told(Talk(), "am i on the waiting list").text.startswith("You're not on the waiting list.")


def test_who_is_on_the_waiting_list_sees_what_for() -> None:
    waits = Wait(Waited("anyone", "maintenance", 60, "2026-11-26", "17:00"), "2026-11-26")
    talk = Talk()
    talk.carry_out(waits)
    assert "You're on the waiting list for:" in told(talk, "am i on the waiting list").text


def test_there_is_no_waiting_for_times_that_are_free() -> None:
    talk = told(to_suggestion(), "thursday", "tell me if something comes free")
    assert "waiting list is for times that are full" in talk.text and not talk.did(Wait)


# ---------------------------------------------------------------- no dead ends


@pytest.mark.parametrize(
    ("words", "cleared"),
    [
        ("my gp said massage is fine", True),
        ("got the all clear", True),
        ("yes, she says it's ok", True),
        ("my physio cleared me", True),
        ("my husband said it's fine", False),
        ("the doctor said not until it's fine", False),
        ("ok, can I book then?", False),
    ],
)
def test_a_doctors_word_is_taken_in_many_words(words: str, cleared: bool) -> None:
    stopped = to_complaint()(say("", "describe", flag__leg_clot="yes", complaint__calf="yes"), say("book", "book"))
    assert stopped.slot == "cleared"
    assert (told(stopped, words).slot != "cleared") is cleared


def test_who_does_not_know_is_helped_along() -> None:
    assert "Tap the place that comes nearest" in told(to_complaint(), "not sure").text
    assert "If you're not sure about one" in told(to_complaint()(CALF), "not sure").text
    assert "who comes, and how to reach you" in told(to_suggestion()(THURSDAY), "no").text


def test_a_question_names_no_warning() -> None:
    talk = told(to_complaint()(CALF), "is running ok with that?")
    assert "None of these" in talk.labels


def test_go_back_takes_back_what_was_skipped_and_no_more() -> None:
    talk = told(to_complaint()(CALF, NONE), "skip", "go back")
    assert talk.slot == "routine"


def test_a_single_question_that_may_be_skipped_takes_a_no() -> None:
    talk = to_complaint()(CALF, say("", routine="40km", race="none", care="no"), NONE)
    assert talk.slot == "goal"
    assert told(talk, "no").slot == "suggestion"


def test_a_question_beside_a_wish_to_hear_it_again_is_answered() -> None:
    talk = to_suggestion()(say("sorry, who is that with", "repeat", "therapists"))
    assert "Our therapists" in talk.text


def test_who_is_called_price_asks_for_none() -> None:
    talk = begin("I'm Sarah Price, left calf. Could I come Thursday after 5?")
    assert "£" not in talk.text and heard(talk, "name") == "Sarah Price"


def test_who_writes_in_another_tongue_has_a_way_on() -> None:
    talk = Talk()(say("bonjour", "out_of_scope"))
    assert talk.labels == ["Book a session", "Talk to a person"]
    assert talk(YES).slot == "consent"


def test_the_rhythm_is_that_of_most_runners_where_theirs_is_not_known() -> None:
    assert "For training like yours" in to_offer()(YES).text
    assert "For most runners" in told(to_complaint()(CALF, NONE), "skip")(THURSDAY, JO, YES).text


@pytest.mark.parametrize("words", ["same as last time", "still the same one", "yes, the same again"])
def test_who_comes_with_the_same_again_says_so(words: str) -> None:
    known = {"name": "Jo Evans", "contact": "+447700900123", "consent": "yes", "complaints": "calf.left"}
    talk = Talk(replace(CLINIC, known=known))(say("book", "book"))
    assert talk.slot == "complaint"
    told(talk, words)
    assert (heard(talk, "complaint"), heard(talk, "side.calf"), talk.slot) == ("calf", "left", "red_flags")


def test_last_time_is_not_the_last_of_a_list() -> None:
    assert told(to_complaint(), "like last time").slot == "complaint"


def test_a_no_to_a_booking_says_that_nothing_is_booked() -> None:
    assert "All right, nothing is booked. What would you like instead?" in told(to_offer(), "no").text


def test_a_half_three_weeks_ago_is_a_half() -> None:
    talk = told(to_complaint()(CALF, NONE), "did the cardiff half 3 weeks ago, 30k")
    assert heard(talk, "race.behind") == "half@2026-11-03"


@pytest.mark.parametrize("words", ["ok 6 then", "6 please", "yes, 6", "no, 6 instead"])
def test_another_hour_said_to_an_offer_agrees_to_nothing(words: str) -> None:
    talk = told(to_offer(), words)
    assert not talk.did(Book) and talk.slot == "agreed" and "at 18:00" in talk.text


@pytest.mark.parametrize(
    "words", ["Make it Monday", "could you do wednesday", "friday instead please", "saturday is good"]
)
def test_a_day_in_place_of_the_one_offered_is_looked_up(words: str) -> None:
    talk = told(to_offer(), words)
    assert not talk.did(Book)
    assert talk.session.answers("book")["day"] not in ("", "2026-11-26")


DROPPED = [
    "cancel this entire booking",
    "bin it",
    "let's call it off",
    "I don't want it anymore",
    "count me out",
    "drop it",
]


@pytest.mark.parametrize("words", DROPPED)
def test_who_drops_an_appointment_while_it_is_moved_is_asked_whether_to_cancel_it(words: str) -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,)))(say("", "reschedule")), words)
    assert "shall I cancel it" in talk.text


@pytest.mark.parametrize(("words", "cancelled"), [(words, words.startswith("cancel")) for words in DROPPED])
def test_at_the_question_whether_to_cancel_only_cancel_is_a_yes(words: str, cancelled: bool) -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,)))(say("", "cancel_appointment")), words)
    assert bool(talk.did(Cancel)) == cancelled
    assert cancelled or "shall I cancel it" in talk.text


@pytest.mark.parametrize("words", ["never mind", "stop this chat", "leave it for now"])
def test_who_leaves_it_at_that_keeps_the_appointment(words: str) -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,)))(say("", "cancel_appointment")), words)
    assert not talk.did(Cancel)
    assert remarks.LEFT in talk.replies


def test_an_appointment_that_is_asked_after_is_not_left_standing_unnoticed() -> None:
    assert told(Talk()(say("", "cancel_appointment")), "scrap the whole appointment").slot == "which"


# ---------------------------------------------------------------- right after a booking


@pytest.mark.parametrize(
    "words",
    [
        "no sorry, not thursday, friday at 1",
        "ah, friday at 1 would be better",
        "make it friday at 1",
        "friday at 1 instead please",
        "I meant friday at 1",
    ],
)
@pytest.mark.parametrize("between", [(), ("thanks",)])
def test_another_time_right_after_a_booking_moves_it_after_a_yes(words: str, between: tuple[str, ...]) -> None:
    talk = told(to_offer()(YES), *between, words)
    assert talk.text.endswith("Shall I move it?") and not talk.did(Move)
    assert told(talk, "yes").did(Move)[0] == Move("K7M2QX", Visit("anna", at(27, "13:00"), 60))
    assert len(talk.did(Book)) == 1


@pytest.mark.parametrize("words", ["half an hour later please", "can it be 5.30 instead", "make that half 5"])
def test_an_hour_by_itself_right_after_a_booking_is_on_the_same_day(words: str) -> None:
    assert "to 60 minutes on Thursday 26 November at 17:30 with Anna" in told(to_offer()(YES), words).text


@pytest.mark.parametrize("words", ["another one on friday at 1", "friday at 1 as well", "my wife, friday at 1"])
def test_who_asks_for_one_more_moves_nothing(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert talk.session.flow == "book" and talk.session.answers("book")["day"] == "2026-11-27"


@pytest.mark.parametrize(
    "words",
    ["don't want it any more", "changed my mind, leave it", "bin that", "forget it", "oops", "no, drop it"],
)
def test_who_drops_what_was_just_booked_is_asked_once_whether_to_cancel_it(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert "shall I cancel it?" in talk.text and not talk.did(Cancel)
    assert told(talk, "yes").did(Cancel) == [Cancel("K7M2QX")]
    assert told(talk, "undo").did(Restore)


@pytest.mark.parametrize("words", ["wrong day", "sorry that's too early", "is there anything later"])
def test_a_wrong_time_asks_for_the_right_one(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert talk.session.flow == "reschedule" and talk.slot == "day"


def test_the_time_just_booked_said_again_is_a_promise_to_come() -> None:
    assert (
        told(to_offer()(YES), "5 on thursday it is").text
        == "Lovely, thank you. See you on Thursday 26 November at 17:00."
    )


@pytest.mark.parametrize(
    "words", ["thanks anna", "can't wait for thursday", "yes", "no", "bye", "10/10", "looking forward to it"]
)
def test_manners_after_a_booking_change_nothing(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert not talk.session.flow and not talk.did(HandOff)


def test_a_time_named_after_a_goodbye_is_for_another_appointment() -> None:
    assert told(to_offer()(YES), "bye", "friday at 5").session.flow == "book"


def test_the_one_just_booked_is_meant_among_several() -> None:
    talk = to_offer(replace(CLINIC, mine=(FIRST,)))(YES)
    assert told(talk, "make it friday at 1", "yes").did(Move)[0].reference == "K7M2QX"


def test_a_number_or_a_name_put_right_after_a_booking_is_noted_and_a_person_told() -> None:
    talk = told(to_offer()(YES), "sorry, my number is 07700 900999")
    assert talk.clinic.known["contact"] == "+447700900999" and talk.did(HandOff)[-1].reason == "particulars"
    assert talk.last == remarks.PUT_RIGHT and not talk.session.flow


def test_who_rules_out_a_day_while_a_time_is_chosen_cancels_nothing() -> None:
    talk = Talk(replace(CLINIC, mine=(FIRST,)))(say("", "reschedule"))
    assert told(talk, "sorry, I can't make it, not on a monday").session.flow == "reschedule"


@pytest.mark.parametrize(
    "words", ["no, keep thursday", "changed my mind, leave it", "let's just stick with the one I have"]
)
@pytest.mark.parametrize("errand", ["reschedule", "cancel_appointment"])
def test_who_would_keep_the_appointment_keeps_it(words: str, errand: str) -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,)))(say("", errand)), words)
    assert talk.last == remarks.LEFT and not talk.session.flow


def test_keeping_the_day_but_not_the_hour_is_a_move() -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,)))(say("", "reschedule")), "keep thursday but at 5")
    assert talk.text.endswith("Shall I move it?")


def test_an_hour_that_is_fine_is_a_length_and_no_hour_from_now() -> None:
    talk = told(to_suggestion(), "90 minutes please", "actually no, an hour's plenty")
    assert heard(talk, "length") == "60" and not heard(talk, "day")
