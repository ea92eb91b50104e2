"""Stories of what a good receptionist hears: an answer come late, a question by the way, half a word."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.heard import Heard
from bot.messages import Book, HandOff
from bot.talk import remarks
from bot.understand import read
from bot.view import View
from tests.talk import (
    CLINIC,
    HI,
    KNOWLEDGE,
    MINE,
    NONE,
    THURSDAY,
    YES,
    Talk,
    say,
    to_complaint,
    to_name,
    to_offer,
    to_running,
    to_suggestion,
    to_warnings,
    told,
)

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
    assert talk.replies[0].text == "That's with Anna."
    assert talk.session.answers("book").get("therapist") == offered


@pytest.mark.parametrize("words", ["what if I'm late?", "I hate it if I'm late for things, thursday at 5?"])
def test_who_might_be_late_is_not_late(words: str) -> None:
    assert read(words, View(CLINIC.local, CLINIC.profile, KNOWLEDGE), None).intent != "late"


def test_a_guess_at_a_booking_there_is_yields_to_a_plain_wish() -> None:
    asks = View(CLINIC.local, CLINIC.profile, KNOWLEDGE)
    doubtful = Heard("show_appointment", 0.5, (("show_appointment", 0.5), ("book", 0.2)))
    assert read("my club said to see you lot, when's best", asks, doubtful).intent == "book"


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


# ---------------------------------------------------------------- questions by the way

SHOWS = Heard("show_appointment", 0.9)


@pytest.mark.parametrize(
    "words",
    [
        "do you send reminders?",
        "will I get a reminder text",
        "could you remind me the night before?",
        "is there a reminder",
        "remind me the day before please",
        "how will you remind me",
        "will you text me the night before?",
    ],
)
@pytest.mark.parametrize("begin", [Talk, to_suggestion, to_offer, lambda: to_offer()(YES)])
def test_who_asks_for_a_reminder_is_told_when_it_comes_and_looks_nothing_up(begin: type[Talk], words: str) -> None:
    before = begin()
    talk = told(before, words, heard=SHOWS)
    assert "about 24 hours and 2 hours before your session, here in our chat" in talk.text
    assert talk.session.flow == before.session.flow and not talk.did(HandOff)


@pytest.mark.parametrize(
    "words",
    [
        "remind me when I'm in",
        "can you remind me what time my session is",
        "got your reminder, when is it",
        "remind me",
    ],
)
def test_who_would_be_reminded_of_the_time_is_shown_it(words: str) -> None:
    assert "You're booked in:" in told(to_offer()(YES), words, heard=SHOWS).text


def test_a_clinic_that_sends_no_reminders_promises_none() -> None:
    knowledge = replace(KNOWLEDGE, policy=replace(KNOWLEDGE.policy, first_reminder_hours=0, second_reminder_hours=0))
    talk = told(Talk(replace(CLINIC, knowledge=knowledge)), "do you send reminders?")
    assert "Reminders: none, so please note the day and time." in talk.text


@pytest.mark.parametrize("words", ["what day is it?", "which date is it today", "what's today's date"])
@pytest.mark.parametrize("begin", [to_suggestion, to_offer, lambda: to_offer()(YES)])
def test_who_asks_what_day_it_is_is_told_the_day_and_nothing_else_happens(begin: type[Talk], words: str) -> None:
    before = begin()
    asked, heard = before.session.asked, before.session.answers("book")
    talk = told(before, words, heard=SHOWS)
    assert talk.replies[0].text == "Today is Tuesday 24 November."
    assert (talk.session.asked, talk.session.answers("book")) == (asked, heard)


def test_what_day_it_is_again_is_asked_of_the_appointment() -> None:
    assert "You're booked in:" in told(to_offer()(YES), "what day is it again?", heard=SHOWS).text


def test_who_asks_with_whom_before_there_is_a_time_is_told_who_there_is() -> None:
    assert "Our therapists: Anna" in told(to_suggestion(), "who will I be seeing?").text


@pytest.mark.parametrize(
    "words",
    [
        "can I bring my sister?",
        "is it ok to bring my little one along",
        "could my boyfriend sit in",
        "ok and can my mum come with me?",
        "what if I bring a mate",
    ],
)
@pytest.mark.parametrize("begin", [to_suggestion, to_offer, lambda: to_offer()(YES)])
@pytest.mark.parametrize("meant", ["affirm", "book"])
def test_who_would_bring_somebody_agrees_to_nothing(begin: type[Talk], words: str, meant: str) -> None:
    before = begin()
    booked, flow = len(before.did(Book)), before.session.flow
    talk = told(before, words, heard=Heard(meant, 0.7))
    assert "for somebody to sit in" in talk.text
    assert (len(talk.did(Book)), talk.session.flow) == (booked, flow)


@pytest.mark.parametrize(
    "words",
    [
        "can I bring my scan",
        "can my daughter come in on thursday?",
        "can I bring my booking forward",
        "bring it on, yes",
    ],
)
def test_who_brings_nobody_is_not_told_of_company(words: str) -> None:
    assert "sit in" not in told(to_suggestion(), words, heard=Heard("book", 0.9)).text


# ---------------------------------------------------------------- a bare word where a yes answers nothing


@pytest.mark.parametrize("words", ["ok", "cool", "👍", "yes", "sure thing"])
@pytest.mark.parametrize(
    ("begin", "hint"),
    [
        (to_complaint, "Good. Just tell me in your own words"),
        (to_warnings, "Is one of them true?"),
        (to_running, "Good. A few words will do, such as “20 miles a week"),
        (
            lambda: to_complaint()(say("calf or shin", doubt="calf|shin_splints")),
            "Good. Tap the one that comes closer.",
        ),
        (to_suggestion, "Which one? Tap it, or tell me a day and time."),
        (lambda: to_suggestion()(say(length="other")), "Good. Tap one, or say how many minutes."),
        (lambda: to_suggestion()(say(therapist="other")), "Good. Tap a name, or say “anyone”."),
        (to_name, "Lovely, nearly there."),
        (lambda: Talk(MINE)(say("", "cancel_appointment")), "Good. Tap the one you mean, or tell me its day."),
    ],
)
def test_a_bare_yes_where_it_answers_nothing_is_told_what_would(
    begin: Callable[[], Talk], hint: str, words: str
) -> None:
    before = begin()
    given = before.session.answers(before.session.flow)
    talk = told(before, words)
    assert talk.replies[0].text.startswith(hint) and not talk.session.misses
    told_since = {s: a for s, a in talk.session.answers(talk.session.flow).items() if given.get(s) != a}
    assert not told_since or told_since == {"suggestion": "ok.injury_rehab.60"}


@pytest.mark.parametrize("words", ["after that", "and after those?", "ok after that"])
def test_after_that_is_later_than_the_times_on_the_screen(words: str) -> None:
    shown = to_suggestion()(say("thursday, 2 to 3", day="2026-11-26", time="14:00..15:00"))
    heard = told(shown, words, heard=Heard("affirm", 0.9)).session.answers("book")
    assert (heard["day"], heard["time"]) == ("2026-11-26", "15:00..23:59")


@pytest.mark.parametrize("begin", [lambda: Talk()(HI), to_warnings, to_running])
def test_after_that_is_a_yes_to_nothing(begin: Callable[[], Talk]) -> None:
    before = begin()
    assert told(before, "after that", heard=Heard("affirm", 0.9)).slot == before.slot
