"""Yes, no, "no idea" and "enough", as people say them when they say neither."""

from datetime import datetime

import pytest

from bot.heard import Heard
from bot.understand import read
from bot.view import View
from bot.words.replies import spoken
from bot.words.speech import words
from tests.talk import KNOWLEDGE, PROFILES


def intent(text: str, *asked: str, heard: Heard | None = None) -> str:
    return read(text, View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, asked), heard).intent


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("oh go on, you'd be daft not to", "affirm"),
        ("Be my guest, love", "affirm"),
        ("roger that", "affirm"),
        ("no no that one's lovely, I'll take it", "affirm"),
        ("yes book... you know what, leave it altogether", "stop"),
        ("who says no to that? course I do", "affirm"),
        ("You must be kidding", "deny"),
        ("of course not", "deny"),
        ("shouldn't have thought so", "deny"),
        ("don't think so, mate", "deny"),
        ("yep that's the one, cheers", "affirm"),
        ("do I heck, pal", "deny"),
        ("not a hope", "deny"),
        ("cannae say, hen", "dont_know"),
        ("that depends on the childminder", "dont_know"),
        ("it's all up in the air with work", "dont_know"),
        ("goodness knows", "dont_know"),
        ("lemme sleep on it", "dont_know"),
        ("my roster isn't out yet", "dont_know"),
        ("sorry, count me out", "stop"),
        ("scrap the whole booking", "stop"),
        ("right, I'm out", "stop"),
        ("let's knock it on the head", "stop"),
        ("ditch it, my train's here", "stop"),
        ("leave the whole thing, I just remembered something", "stop"),
        ("I'd rather not if that's all right", "deny"),
        ("I only jog to the shop so nope", "deny"),
    ],
)
def test_yes_no_and_enough_are_heard_in_other_words(text: str, reply: str) -> None:
    assert spoken(words(text)) == reply


@pytest.mark.parametrize(
    "text",
    [
        "I'm out on Thursday",
        "I can't say no",
        "of course it might swell",
        "count me out of Sunday's relay",
        "I wish it was gone",
        "go for it then but only if it's Anna",
        "I forget. the whole thing aches",
        "it puts me off",
        "go ahead. oh, actually no",
        "you must be kidding... well, yes then",
        "7 on wednesday",
    ],
)
def test_what_goes_on_says_something_else(text: str) -> None:
    assert spoken(words(text)) == ""


@pytest.mark.parametrize(
    ("text", "asked", "meant"),
    [
        ("you must be kidding", "race", "deny"),
        ("you must be kidding", "", "inform"),  # of what?
        ("you must be kidding", "red_flags", "inform"),  # a list of warnings is denied plainly or not at all
        ("couldn't say, since Sunday maybe", "since", "inform"),
        ("hard to say, what would you do?", "length", "inform"),
        ("can I talk to someone, I can't say", "goal", "human"),
        ("couldn't say, love", "goal", "dont_know"),
        ("what do you think, should I argue? go ahead", "consent", "affirm"),
        ("could be either, hard to say", "side", "dont_know"),
        ("I never know left from right, no idea", "side", "dont_know"),
        ("not been near a physio since school", "care", "deny"),
        ("no races in the diary", "race", "deny"),
        ("10-4", "agreed", "affirm"),
        ("10-4", "day", "inform"),  # from ten to four
    ],
)
def test_other_words_count_where_something_is_asked_and_nothing_else_is_told(text: str, asked: str, meant: str) -> None:
    assert intent(text, *filter(None, [asked])) == meant


@pytest.mark.parametrize(
    "text",
    [
        "count me in if the boss is happy",
        "if the sitter can come, sign me up",
        "I'll take that because I'm skint",
        "damn right, I'll bin it",
        "go ahead, cancel it",
        "go ahead provided he can drive me",
        "copy that, drop it",
        "absolutely, never",
        "obviously I need to sleep on it",
        "have at it, I'm off skiing that day",
        "I'm sold, only joking",
    ],
)
@pytest.mark.parametrize("asked", ["agreed", "consent"])
def test_a_yes_that_hangs_on_something_or_is_taken_back_is_no_yes(text: str, asked: str) -> None:
    said = read(text, View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, (asked,)), None)
    assert said.intent != "affirm"
    assert "consent" not in said.answers


def test_even_if_the_model_hears_a_yes_in_it() -> None:
    assert intent("sign me up if my sister comes", "agreed", heard=Heard("affirm", 0.9)) == "inform"


@pytest.mark.parametrize(
    "text", ["count me in, thanks so much", "of course, please do", "yes if that's ok with you", "go for it, lovely"]
)
def test_thanks_and_manners_leave_a_yes_a_yes(text: str) -> None:
    assert intent(text, "agreed") == "affirm"


@pytest.mark.parametrize("heard", [None, Heard("inform", 0.5)])
@pytest.mark.parametrize(
    "text",
    ["couldn't tell you, it just isn't right", "I've had my fill of this", "heaven knows, I can't think straight"],
)
def test_beside_the_warnings_only_a_whole_reply_ends_or_skips(text: str, heard: Heard | None) -> None:
    assert intent(text, "red_flags", heard=heard) == "inform"


def test_who_has_had_enough_of_an_ache_goes_on_talking() -> None:
    assert intent("I've had my fill of this", "red_flags", heard=Heard("stop", 0.9)) == "inform"


@pytest.mark.parametrize(("text", "meant"), [("heaven knows", "dont_know"), ("right, I'm out", "stop")])
def test_a_whole_reply_counts_beside_the_warnings_too(text: str, meant: str) -> None:
    assert intent(text, "red_flags") == meant


def test_never_mind_is_no_lapse_of_memory() -> None:
    assert intent("never mind then", "agreed") == "stop"


def test_who_has_had_enough_cancels_no_appointment() -> None:
    sounds = Heard("cancel_appointment", 0.9)
    assert intent("forget the whole booking", "severity", heard=sounds) == "stop"
    assert intent("forget the whole booking", heard=sounds) == "cancel_appointment"


@pytest.mark.parametrize(("flow", "meant"), [("book", "stop"), ("reschedule", "cancel_appointment")])
def test_what_the_model_surely_hears_as_cancelling_is_one_where_something_is_booked(flow: str, meant: str) -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("day", "time"), flow=flow)
    assert read("abandon it, skip the entire lot", view, Heard("cancel_appointment", 0.95)).intent == meant


def test_good_morning_is_no_time_of_day() -> None:
    assert intent("mornin all", heard=Heard("greet", 0.9)) == "greet"
    assert intent("top of the morning to ye", heard=Heard("greet", 0.9)) == "greet"
    assert intent("evening, is it on a monday", heard=Heard("ask_faq/hours", 0.9)) == "ask_faq"


def test_who_tells_of_a_time_unasked_would_come_then() -> None:
    heard = Heard("inform", 0.9)
    assert (intent("6 on thursday", heard=heard), intent("6 on thursday", "time", heard=heard)) == ("book", "inform")


def test_who_names_the_time_they_have_beside_another_would_move_it() -> None:
    assert intent("instead of my Friday, Wednesday", heard=Heard("inform", 0.5)) == "reschedule"


def test_who_would_book_and_gives_no_time_away_moves_nothing() -> None:
    times = (("tuesday", {"not": 0.9}), ("monday", {"want": 0.9}))
    heard = Heard("reschedule", 0.4, (("reschedule", 0.4), ("book", 0.2)), times=times)
    assert intent("tuesday's no use, monday yes, like to get it booked", heard=heard) == "book"
    torn = Heard("reschedule", 0.5, (("reschedule", 0.5), ("book", 0.4)), times=times[1:])
    assert intent("monday or tuesday, whichever, I'm easy", heard=torn) == "book"


def test_a_reply_that_a_rule_turned_is_as_sure_as_rules_are() -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("race",))
    assert read("you're joking", view, Heard("inform", 0.2)).confidence == 0.8


@pytest.mark.parametrize(
    ("away", "meant"),
    [(0.1, "book"), (0.8, "reschedule")],  # whether the Thursday is one that is given away
)
def test_a_day_that_is_only_ruled_out_moves_nothing(away: float, meant: str) -> None:
    chances = {"want": 0.9, "not": 0.4, "from": 0.6}
    times = (("thursday", {"want": 0.0, "not": 0.9 - away, "from": away}), ("friday", {"want": 0.9}))
    heard = Heard("book", 0.9, (("book", 0.9),), chances=chances, times=times)
    assert intent("any slot going, not thursday, friday", heard=heard) == meant


def test_a_no_that_the_model_takes_for_an_answer_is_a_no_where_no_warnings_are_asked() -> None:
    assert intent("no strong feelings either way", "length", heard=Heard("inform", 0.9)) == "deny"
    assert intent("no strength in it", "red_flags", heard=Heard("inform", 0.9)) == "inform"
