"""Stories told right after a booking: what closes the talk, what changes the booking, and what is another one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clinic import Clinic
from bot.heard import Heard
from bot.messages import Book, Cancel, HandOff, Move, Restore, Visit
from bot.talk import remarks
from bot.talk.appointments import just_booked
from tests.talk import CLINIC, FIRST, YES, Talk, at, say, taken, to_offer, told


def taken_for(meant: str) -> Heard | None:
    """What the model takes a message to be; "": it is down."""
    return Heard(meant, 0.95) if meant else None


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
    talk = told(to_offer()(YES), words, heard=taken_for(meant))
    assert not talk.session.flow and "cancel" not in talk.text
    assert talk.last == remarks.THANKS


@pytest.mark.parametrize(
    "words",
    ["scrap the booking", "don't want that slot any more", "no longer needed", "cannot make that now", "never mind"],
)
def test_who_calls_it_off_after_a_booking_is_asked_and_a_plain_yes_cancels(words: str) -> None:
    talk = told(to_offer()(YES), words, heard=taken_for("deny"))
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
    talk = told(cancelling(), words, heard=taken_for(meant))
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
    assert told(to_offer()(YES), words, heard=taken_for(meant)).session.flow == "book"


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
    assert just_booked(talk.session, talk.clinic) == (made,)
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


# ---------------------------------------------------------------- another length, or no time that suits


@pytest.mark.parametrize("words", ["oh actually 90 minutes", "could it be an hour and a half", "make it 90"])
def test_another_length_right_after_a_booking_changes_that_one_after_a_yes(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert not talk.did(Move)
    assert talk.text.endswith("£75. I'm keeping it for you for 10 minutes. Shall I change it?")
    assert told(talk, "yes").did(Move) == [Move("K7M2QX", Visit("anna", at(26, "17:00"), 90))]
    assert talk.text.startswith("Changed: 90 minutes on Thursday 26 November at 17:00")
    assert len(talk.did(Book)) == 1
    assert told(talk, "undo").did(Restore)[0].visit.minutes == 60


@pytest.mark.parametrize(
    "words",
    [
        "the train takes 90 minutes to reach you",
        "is the car park ok for 90 minutes",
        "I swam for 90 minutes before work, see you then",
        "my long run lasts 90 minutes these days",
        "it's an hour and a half on the bus for me",
    ],
)
def test_how_long_something_else_takes_is_no_other_length(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert not talk.session.flow and "90 minutes" not in talk.text


@pytest.mark.parametrize(
    "words", ["actually I think 90 minutes is what my legs need", "please change mine to 90 minutes"]
)
def test_another_length_may_be_asked_for_in_many_words(words: str) -> None:
    assert "90 minutes on Thursday 26 November at 17:00" in told(to_offer()(YES), words).text


def test_the_length_it_has_is_no_change() -> None:
    assert told(to_offer()(YES), "60 minutes right").text.startswith("Lovely")


def test_a_length_with_a_time_moves_and_changes_it() -> None:
    talk = told(to_offer()(YES), "90 minutes at 6 please")
    assert "to 90 minutes on Thursday 26 November at 18:00" in talk.text and talk.text.endswith("Shall I move it?")


def test_a_length_that_does_not_fit_there_is_looked_for_elsewhere() -> None:
    clinic = replace(CLINIC, busy=taken(*(Visit(who, at(26, "18:15"), 60) for who in ("anna", "ben", "carys"))))
    talk = told(to_offer(clinic)(YES), "make it 90 minutes")
    assert not talk.did(Move) and "Would one of these do?" in talk.text
    assert any(choice.says.startswith("day=") for choice in talk.last.choices)


def test_somebody_else_may_have_the_longer_time() -> None:
    clinic = replace(CLINIC, busy=taken(Visit("anna", at(26, "18:15"), 60)))
    talk = told(to_offer(clinic)(YES), "make it 90 minutes")
    assert "to 90 minutes on Thursday 26 November at 17:00 with Ben" in talk.text


@pytest.mark.parametrize(
    "words", ["ah no, that doesn't work for me", "it's not going to suit sorry", "that clashes with nursery"]
)
def test_what_does_not_suit_after_all_may_be_moved_or_cancelled(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert talk.text.endswith("shall I find you another time, cancel it, or leave it as it is?")
    assert talk.labels == ["Another time", "Cancel it", "Keep it"]


def unsuited() -> Talk:
    return told(to_offer()(YES), "that's not going to work")


@pytest.mark.parametrize("words", ["ok", "yes", "sure", "👍", "yes please", "no", "ok do that"])
def test_a_bare_word_to_what_does_not_suit_cancels_nothing_and_is_asked_what_it_means(words: str) -> None:
    talk = told(unsuited(), words, heard=Heard("affirm", 0.9))
    assert not talk.did(Cancel) and talk.replies[0] == remarks.WHICH_WAY and talk.slot == "agreed"
    assert not talk.session.misses


@pytest.mark.parametrize(
    "words", ["cancel it", "yes cancel it please", "just cancel the whole thing", "ok, cancel my slot"]
)
def test_what_does_not_suit_is_cancelled_in_that_very_word(words: str) -> None:
    assert told(unsuited(), words).did(Cancel) == [Cancel("K7M2QX")]


@pytest.mark.parametrize(
    "words", ["don't cancel it", "cancel it for now and I'll say", "what if I cancel it?", "bin it"]
)
def test_what_does_not_suit_is_not_cancelled_by_less(words: str) -> None:
    talk = told(unsuited(), words, heard=Heard("cancel_appointment", 0.9))
    assert not talk.did(Cancel)


def test_what_does_not_suit_is_moved_cancelled_or_kept_by_a_button() -> None:
    assert unsuited().press("Another time").session.flow == "reschedule"
    assert unsuited().press("Cancel it").did(Cancel)
    assert unsuited().press("Keep it").replies == [remarks.LEFT]
    assert told(unsuited(), "keep it").replies == [remarks.LEFT]


def test_what_does_not_suit_days_later_is_asked_about_as_openly() -> None:
    mine = Talk(replace(CLINIC, mine=(FIRST,)))
    talk = told(mine, "that doesn't suit me after all", heard=Heard("cancel_appointment", 0.9))
    assert "leave it as it is?" in talk.text
    assert not told(talk, "ok", heard=Heard("affirm", 0.9)).did(Cancel)


@pytest.mark.parametrize("words", ["I can't make it", "sorry, can't come after all", "we won't make it now I'm afraid"])
def test_who_cannot_come_is_asked_whether_to_cancel_and_a_yes_does(words: str) -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,))), words, heard=Heard("cancel_appointment", 0.9))
    assert "shall I cancel it?" in talk.text and told(talk, "yes").did(Cancel)


@pytest.mark.parametrize(
    "words",
    [
        "the map you sent doesn't work",
        "my voucher won't work on the site",
        "my right knee doesn't work so well",
        "this won't fit on my fridge door",
        "you did fit me in nicely",
        "it can't make things any worse",
        "I couldn't and can't make that any simpler",
    ],
)
def test_what_does_not_work_and_is_not_the_time_asks_for_no_cancelling(words: str) -> None:
    talk = told(to_offer()(YES), words)
    assert talk.session.flow != "cancel" and not talk.did(Cancel)


@pytest.mark.parametrize(
    "words",
    [
        "oh sorry, that won't work for us after all",
        "just checked my rota, it isn't going to fit",
        "the slot is no use to me now",
        "ah I'm double booked",
    ],
)
def test_a_time_that_does_not_suit_is_heard_in_many_words(words: str) -> None:
    assert told(to_offer()(YES), words).session.flow == "cancel"


@pytest.mark.parametrize("words", ["yes cancel", "yep, cancel please", "ok yes please cancel"])
def test_yes_cancel_is_a_yes_to_cancelling(words: str) -> None:
    talk = told(Talk(replace(CLINIC, mine=(FIRST,)))(say("", "cancel_appointment")), words)
    assert talk.did(Cancel) == [Cancel(FIRST.reference)]
