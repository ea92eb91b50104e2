"""Stories of who is lost, leaves, answers late, or thinks better of how long it lasts: in their own words."""

from dataclasses import replace

import pytest

from bot.listening import Heard
from bot.messages import Book, Cancel, HandOff, Move, Restore, Visit
from bot.talk import remarks
from bot.talk.appointments import just_booked
from bot.understand import read
from bot.view import View
from tests.talk import (
    CLINIC,
    FIRST,
    HI,
    KNOWLEDGE,
    NONE,
    THURSDAY,
    YES,
    Talk,
    at,
    say,
    taken,
    to_complaint,
    to_offer,
    to_suggestion,
)


def told(talk: Talk, *lines: str, heard: Heard | None = None) -> Talk:
    """Say these words, each against what is on the screen and what was told before."""
    for text in lines:
        session, clinic = talk.session, talk.clinic
        heard_of = session.answers(session.flow)
        about, name = tuple(heard_of["complaint"].split()), heard_of.get("name", "")
        view = View(clinic.local, clinic.profile, KNOWLEDGE, session.asked.slots, None, about, session.flow, name)
        talk(read(text, replace(view, booked=just_booked(session, clinic) is not None), heard).said())
    return talk


def to_warnings() -> Talk:
    return to_complaint()(say("my calf, left, two weeks, 4", complaint__calf="yes", side__calf="left"))


def to_name() -> Talk:
    return to_suggestion()(THURSDAY)


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


# ---------------------------------------------------------------- what comes late, or is only asked


def test_an_ache_told_one_question_late_is_taken() -> None:
    talk = to_complaint()(say("my calf", "describe", complaint__calf="yes"), NONE)
    assert talk.slot == "routine"
    told(talk, "both, since the summer, more like a 6")
    heard = talk.session.answers("book")
    assert (heard["side.calf"], heard["severity.calf"], talk.slot) == ("both", "6", "routine")
    told(talk, "right, 40k a week")
    assert talk.session.answers("book")["side.calf"] == "both"


@pytest.mark.parametrize(
    ("words", "minutes"), [("too long that", 60), ("hmm that's too short", 90), ("shorter please", 60)]
)
def test_what_is_too_long_is_made_shorter(words: str, minutes: int) -> None:
    talk = told(to_suggestion()(say("90", length="90")), words)
    assert talk.session.answers("book")["length"] == str(minutes)


@pytest.mark.parametrize("begin", [to_name, to_offer, lambda: to_offer()(YES)])
@pytest.mark.parametrize("words", ["is this with ben?", "Will it be with Carys?", "who's it with?"])
def test_who_asks_with_whom_is_told_and_nothing_changes(begin: type[Talk], words: str) -> None:
    before = begin()
    offered = before.session.answers("book").get("therapist")
    talk = told(before, words)
    assert talk.text.startswith("That's with Anna.")
    assert talk.session.answers("book").get("therapist") == offered


@pytest.mark.parametrize("words", ["what if I'm late?", "I hate it if I'm late for things, thursday at 5?"])
def test_who_might_be_late_is_not_late(words: str) -> None:
    assert read(words, View(CLINIC.local, CLINIC.profile, KNOWLEDGE), None).intent != "late"


def test_a_guess_at_a_booking_there_is_yields_to_a_plain_wish() -> None:
    asks = View(CLINIC.local, CLINIC.profile, KNOWLEDGE)
    doubtful = Heard("show_appointment", 0.5, (("show_appointment", 0.5), ("book", 0.2)))
    assert read("my club said to see you lot, when's best", asks, doubtful).intent == "book"


# ---------------------------------------------------------------- right after a booking, and while one is cancelled


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


def test_who_cannot_make_it_days_later_is_asked_as_openly() -> None:
    mine = Talk(replace(CLINIC, mine=(FIRST,)))
    talk = told(mine, "I can't make it after all", heard=Heard("cancel_appointment", 0.9))
    assert "leave it as it is?" in talk.text
    assert not told(talk, "ok", heard=Heard("affirm", 0.9)).did(Cancel)


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


# ---------------------------------------------------------------- what a good receptionist hears


@pytest.mark.parametrize("words", ["massage", "a sports massage please"])
def test_one_word_is_wish_enough(words: str) -> None:
    assert told(Talk(), words).session.flow == "book"


def test_who_only_asks_is_offered_a_time_too() -> None:
    talk = told(Talk(), "how much is it")
    assert "£55" in talk.text and talk.last == remarks.FIND_A_TIME
    assert told(talk, "yes").session.flow == "book"
    assert told(to_offer()(YES), "how much is it").last.reference == ""


def test_who_turns_all_times_down_twice_is_offered_a_person() -> None:
    talk = to_suggestion()(say("no", "deny"))
    assert remarks.NONE_OF_THEM in talk.replies
    assert remarks.NONE_YET in talk(say("no", "deny")).replies
    assert remarks.NONE_OF_THEM in told(talk, "thursday")(say("no", "deny")).replies


def test_a_yes_where_a_name_is_asked_is_taken_kindly() -> None:
    talk = to_name()(YES)
    assert talk.replies[0] == remarks.NEARLY and talk.slot == "name" and not talk.session.misses


def test_a_surname_put_right_asks_for_no_price() -> None:
    talk = told(to_name()(say("Tom Price", name="Tom Price", contact="+447700900123")), "sorry, it's Price-Jones")
    assert "cost" not in talk.text and "for Tom Price-Jones" in talk.text


def test_a_price_asked_beside_a_time_leaves_the_time() -> None:
    talk = told(to_suggestion(), "friday at 2, how much is that?")
    assert "£55" in talk.text and "I'm keeping Friday 27 November at 14:00" in talk.text


def test_the_one_at_eleven_is_a_time() -> None:
    assert "at 11:00" in told(to_name(), "no, the 11 one").text


@pytest.mark.parametrize("words", ["when is it again?", "when are they", "what day was it?"])
def test_who_asks_when_it_is_right_after_a_booking_is_told(words: str) -> None:
    assert "You're booked in:" in told(to_offer()(YES), words, heard=Heard("repeat", 0.9)).text


@pytest.mark.parametrize(
    "words", ["what day is it tomorrow?", "what time is it that Ben is in?", "which days are they open late?"]
)
def test_who_asks_for_another_day_or_hour_does_not_ask_for_theirs(words: str) -> None:
    assert "You're booked in:" not in told(to_offer()(YES), words, heard=Heard("out_of_scope", 0.9)).text


def test_a_no_to_a_suspicion_counts_beside_a_question() -> None:
    suspected = Talk()(HI, say("it pulls after the flight", "describe", suspected__leg_clot="yes"))
    talk = told(suspected, "nothing like that, how much is it?")
    assert "£55" in talk.text and talk.slot == "consent"
    again = Talk()(HI, say("it pulls after the flight", "describe", suspected__leg_clot="yes"))
    assert told(again, "no, how much if my calf is hot?").slot == "suspected.leg_clot"


@pytest.mark.parametrize(
    ("words", "routine"),
    [
        ("30 k a week, sorry 25 miles", "25mi"),
        ("3 times a week. no wait, 4 times", "4x"),
        ("20k, actually more like 35 km", "35km"),
        ("40k a week, sorry for the wait", "40km"),
    ],
)
def test_a_distance_put_right_counts(words: str, routine: str) -> None:
    asks = View(CLINIC.local, CLINIC.profile, KNOWLEDGE, ("routine", "race", "goal", "care"))
    assert read(words, asks, None).answers["routine"] == routine


def test_five_from_ten_is_a_five() -> None:
    asks = View(CLINIC.local, CLINIC.profile, KNOWLEDGE, ("complaint", "side", "since", "severity"))
    assert read("in the calf, left, 5 from 10", asks, None).answers["severity.calf"] == "5"
    assert "severity" not in read("I am free from 10 am", asks, None).answers


def test_a_name_with_a_picture_in_it_is_whole() -> None:
    asks = View(CLINIC.local, CLINIC.profile, KNOWLEDGE, ("name", "contact"))
    assert read("Mia 🌸 Lopez 07700 900777", asks, None).answers["name"] == "Mia Lopez"


def test_any_thursday_is_no_day_that_an_ache_began() -> None:
    asks = View(CLINIC.local, CLINIC.profile, KNOWLEDGE, ("red_flags", "side", "since", "severity"), about=("calf",))
    assert "since" not in read("any thursday afternoon", asks, None).answers


def test_a_child_is_booked_in_and_the_parent_is_told() -> None:
    child = say("yes", "affirm", consent="yes", guardian="yes")
    running = say("40k", routine="40km", race="none", goal="loose", care="no")
    ache = say("calf", complaint__calf="yes", side__calf="left", since="2026-11-10", severity="5")
    ellie = say("Ellie Price", name="Ellie Price", contact="+447700900123")
    talk = Talk()(HI, child, ache, NONE, running, THURSDAY, ellie, YES)
    assert talk.text.startswith("Ellie is booked in: injury rehab massage")


@pytest.mark.parametrize("words", ["hm", "hmm", "erm"])
def test_a_hum_is_no_consent(words: str) -> None:
    talk = told(Talk()(HI), words, heard=Heard("affirm", 0.9))
    assert remarks.YOUR_CHOICE in talk.replies and talk.slot == "consent"


def test_two_w_is_two_weeks() -> None:
    assert told(to_complaint(), "calf, l, 2w, 4").session.answers("book")["since.calf"] == "2026-11-10"


@pytest.mark.parametrize("words", ["with a woman if possible", "not yet, who else is there?"])
def test_who_would_see_somebody_else_is_told_who_there_is(words: str) -> None:
    assert "Our therapists: Anna" in told(to_name(), words, heard=Heard("deny", 0.9)).text
