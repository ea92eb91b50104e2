"""Stories of what is asked about because it might be a red flag; and of safety and agreement asked in one message."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from bot.heard import Heard
from bot.messages import Book, HandOff, Said, pressed
from tests.talk import CALF, CLINIC, HI, PROFILES, YES, Talk, say, to_complaint, to_warnings, told
from tests.test_story_booking import everything


def to_both() -> Talk:
    """All told in one message: what is left is the safety list, with the agreement in the same breath."""
    talk = Talk()(replace(HI, intent="book", answers=everything()))
    assert talk.last.slots == ("agreed", "red_flags")
    return talk


DOUBTED = pressed("suspected.chest_heart=yes")  # as `understand` says it of "I fainted at the price"


@pytest.mark.parametrize("lines", [(HI,), (HI, YES), (HI, YES, CALF), (replace(HI, answers=everything()),)])
def test_what_might_be_an_alarm_is_asked_at_once_and_no_is_the_end_of_it(lines: tuple[Said, ...]) -> None:
    before = Talk()(*lines).last.slots
    talk = Talk()(*lines)(DOUBTED)
    assert talk.last.slots == ("suspected.chest_heart",) and "Chest pain" in talk.last.text and not talk.did(HandOff)
    talk = told(talk, "no")
    assert talk.last.slots == before and not talk.did(HandOff)


def test_it_is_asked_of_a_stranger_before_consent_is() -> None:
    assert Talk()(DOUBTED).last.slots == ("suspected.chest_heart",)


@pytest.mark.parametrize(
    "answer", ["No", "nope, nothing like that", "never", "it was a joke lol", "No, nothing like it"]
)
def test_a_flat_no_settles_it(answer: str) -> None:
    talk = told(to_complaint()(CALF, DOUBTED), answer)
    assert talk.last.slots != ("suspected.chest_heart",) and not talk.did(HandOff)


@pytest.mark.parametrize(
    "answer",
    """last night|last week|second lap only|no but it happened on Sunday|not now but last night|no, it was this morning
    no, just the once|nope, well once|no, on Sunday|no joke|not joking|not at the moment|the last one|hm|idk
    no I had it in March|tomorrow at 3""".replace("\n    ", "|").split("|"),
)
def test_anything_else_does_not(answer: str) -> None:
    talk = told(to_both()(DOUBTED), answer)
    assert talk.last.slots == ("suspected.chest_heart",) or talk.did(HandOff)
    assert not talk.did(Book)


def test_of_two_each_is_asked() -> None:
    talk = told(to_both()(pressed("suspected.chest_heart=yes suspected.leg_clot=yes")), "no")
    assert talk.last.slots == ("suspected.leg_clot",)
    assert told(talk, "yes").did(HandOff)


@pytest.mark.parametrize("answer", ["yes", "Yes", "yes, twice this week"])
def test_a_yes_to_it_stops(answer: str) -> None:
    talk = told(to_both()(DOUBTED), answer)
    assert talk.did(HandOff) and not talk.did(Book) and "999" in talk.text
    assert not talk.session.flow


def test_a_time_named_beside_it_is_heard_and_it_is_asked_again() -> None:
    talk = told(to_complaint()(CALF, DOUBTED), "no, Thursday works")
    assert talk.last.slots == ("suspected.chest_heart",) and talk.session.answers("book")["day"] == "2026-11-26"


def test_going_back_does_not_take_it_back_and_starting_again_does_not_either() -> None:
    for word in ("undo", "restart"):
        assert to_complaint()(CALF)(DOUBTED)(pressed(word)).last.slots == ("suspected.chest_heart",)


def test_an_old_no_settles_only_what_it_was_about() -> None:
    talk = to_complaint()(CALF)(pressed("suspected.leg_clot=yes"))(pressed("suspected.chest_heart=no"))
    assert talk.last.slots == ("suspected.leg_clot",)


def test_a_time_kept_stays_kept_while_it_is_asked() -> None:
    talk = to_both()
    assert talk.clinic.held and talk(DOUBTED).clinic.held == talk.clinic.held


# ---------------------------------------------------------------- asked in its own way

BRIDGE = "no injuries. I did stand on the bridge last night working out if it was high enough"
DESPAIR = "suspected.self_harm"


def half_hears(flag: str, intent: str = "describe") -> Heard:
    """A model that is half sure of one red flag."""
    return Heard(intent, 0.8, ((intent, 0.8),), (), ((flag, 0.45),), {"stops": 0.43})


def on_the_bridge(before: Talk, text: str = BRIDGE, intent: str = "describe") -> Talk:
    """Somebody says what the model half hears as despair, and no rule does."""
    talk = told(before, text, heard=half_hears("self_harm", intent))
    assert talk.slot == DESPAIR and not talk.did(HandOff) and not talk.did(Book)
    return talk


@pytest.mark.parametrize(
    ("clinic", "lines"),
    [("cardiff", ("Samaritans on 116 123", "999")), ("sandy-springs", ("Crisis Lifeline on 988", "911"))],
)
def test_despair_is_asked_about_gently_with_somebody_to_call_in_this_country(clinic: str, lines: Sequence[str]) -> None:
    talk = on_the_bridge(Talk(replace(CLINIC, profile=PROFILES[clinic])))
    assert all(line in talk.last.text for line in (*lines, "talk to a person")) and "anything like it" not in talk.text
    assert told(talk, "I don't know any more").did(HandOff) and all(line in talk.text for line in lines)


@pytest.mark.parametrize("before", [Talk, to_complaint, to_warnings, to_both], ids=lambda begin: begin.__name__)
def test_a_no_goes_on_where_we_were_and_is_not_asked_for_twice(before: Callable[[], Talk]) -> None:
    asked = before().session.asked.slots or ("consent",)
    talk = told(on_the_bridge(before(), BRIDGE.partition(". ")[2]), "no")
    assert talk.last.slots == asked and not talk.did(HandOff)
    assert told(talk, BRIDGE, heard=half_hears("self_harm")).slot != DESPAIR


@pytest.mark.parametrize(
    "answer",
    """yes|Yes|maybe|sometimes|idk|I'm not sure|no, not today|no but I was close|why do you ask|hm|Thursday at 5
    how much is it?|can I talk to a person|I'd like to talk to a person|never mind|stop|thanks""".replace(
        "\n    ", "|"
    ).split("|"),
)
def test_all_but_a_flat_no_stops_as_despair_does(answer: str) -> None:
    talk = told(on_the_bridge(to_both()), answer)
    assert [(one.urgency, one.flags) for one in talk.did(HandOff)] == [("emergency", ("self_harm",))]
    assert "116 123" in talk.text and not talk.did(Book) and not talk.session.flow


@pytest.mark.parametrize("answer", ["no", "No", "no, nothing like that", "nope, never", "no it was a figure of speech"])
def test_a_no_in_other_words_is_one_too(answer: str) -> None:
    talk = told(on_the_bridge(to_complaint()), answer)
    assert talk.slot != DESPAIR and not talk.did(HandOff)


@pytest.mark.parametrize("said", ["repeat", "help"])
def test_who_has_not_understood_the_question_gets_it_again(said: str) -> None:
    talk = on_the_bridge(to_complaint())(say(said, said))
    assert talk.slot == DESPAIR and not talk.did(HandOff)


def test_a_button_of_something_else_answers_nothing_and_its_own_are_taken_at_their_word() -> None:
    assert on_the_bridge(to_complaint())(pressed("complaint.calf=yes")).slot == DESPAIR
    for label in ("Yes", "I'm not sure", "I'd like to talk"):
        assert on_the_bridge(to_complaint()).press(label).did(HandOff)
    assert on_the_bridge(to_complaint()).press("No").slot != DESPAIR


@pytest.mark.parametrize("intent", ["cancel_appointment", "goodbye", "out_of_scope", "stop", "inform"])
def test_it_is_asked_of_who_leaves_too(intent: str) -> None:
    on_the_bridge(to_complaint(), "please take me off all of it, I have been up at the bridge again", intent)


def test_what_the_list_on_the_screen_does_not_name_is_asked_beside_it_and_what_it_names_is_not() -> None:
    line = "not really, though something felt most odd there yesterday"
    assert told(to_warnings(), line, heard=half_hears("stroke")).slot == "suspected.stroke"
    assert told(to_warnings(), line, heard=half_hears("leg_clot")).slot != "suspected.leg_clot"


def test_while_one_thing_is_asked_about_the_answer_may_raise_the_other() -> None:
    talk = told(to_complaint()(DOUBTED), BRIDGE, heard=half_hears("self_harm"))
    assert talk.slot == "suspected.chest_heart"
    assert told(talk, "no").slot == DESPAIR


@pytest.mark.parametrize("flag", [flag.id for flag in CLINIC.knowledge.flags.values() if flag.stops])
@pytest.mark.parametrize("clinic", ["cardiff", "sandy-springs"])
def test_every_flag_that_stops_can_be_suspected_denied_and_confirmed(flag: str, clinic: str) -> None:
    def asked() -> Talk:
        talk = told(
            Talk(replace(CLINIC, profile=PROFILES[clinic])),
            "there is a thing I cannot find the words for",
            heard=half_hears(flag),
        )
        assert talk.last.slots == (f"suspected.{flag}",) and not re.search(r"[{}]|  |\.\.", talk.last.text)
        return talk

    assert told(asked(), "no").slot == "consent"
    assert [one.flags for one in told(asked(), "yes").did(HandOff)] == [(flag,)]


def test_what_is_told_already_is_not_suspected_and_neither_is_agony_that_has_a_figure() -> None:
    talk = told(to_complaint()(CALF), "it does go on and on a bit", heard=half_hears("severe_pain"))
    assert talk.slot != "suspected.severe_pain"
    assert told(to_complaint(), "it does go on and on a bit", heard=half_hears("severe_pain")).slot.startswith("susp")
    lump = to_complaint()(say("a lump in my thigh", "describe", flag__lump="yes"))(pressed("book"))
    assert told(lump, "that thing on my leg was looked at", heard=half_hears("lump")).slot == "cleared"


# ---------------------------------------------------------------- none of these

NONE_IN_WORDS = """none|none of these|None of those!|nope none of those|no to all|no to all of them|neither
no, none of the above|not any of these|I don't have any of these|none of them apply|nothing like that
None of these are true for me, thanks|I haven't got any of those"""


@pytest.mark.parametrize("words", NONE_IN_WORDS.replace("\n", "|").split("|"))
def test_none_of_these_is_about_the_list_and_the_agreement_is_asked_next(words: str) -> None:
    talk = told(to_both(), words)
    assert talk.last.slots == ("agreed",) and talk.last.text.endswith("Shall I book it?")
    assert "nothing is booked" not in talk.text and not talk.did(Book) and not talk.did(HandOff)
    assert talk(YES).did(Book)


@pytest.mark.parametrize(
    "words",
    [
        "none of these, go ahead",
        "None of these, book it",
        "none, please book it",
        "yes, none of those",
        "None, go ahead",
    ],
)
def test_none_of_these_go_ahead_answers_both(words: str) -> None:
    assert told(to_both(), words).did(Book)


@pytest.mark.parametrize(
    "words", ["no", "no thanks", "none of these, but don't book it yet", "none of these times suit me"]
)
def test_a_no_to_the_booking_books_nothing(words: str) -> None:
    talk = told(to_both(), words)
    assert not talk.did(Book) and "red_flags" in talk.last.slots and "nothing is booked" in talk.text


ABOUT_THE_OFFER = """none of these work for me|neither works|no, do you have any other slots?|no, any other therapist?
no, those are too expensive|no, any evening slots?|none, but not Anna please|no, show me all of them|no not at all
no, have you got any with Ben|no, is there any availability next week|none of these work, friday at 1pm?
no that's all wrong|no, all of them are true|none of these? I don't follow|none of them, Friday at 1
none of these are free on Friday|no, I have those|I don't have any of these days free
none of these, but I fell on Friday|i have all of these"""


@pytest.mark.parametrize("words", ABOUT_THE_OFFER.replace("\n", "|").split("|"))
def test_what_may_be_about_the_offer_leaves_the_list_open(words: str) -> None:
    talk = told(to_both(), words)
    assert not talk.session.answers("book").get("red_flags") and not talk.did(Book)


def test_what_is_true_stops_it_whatever_stands_beside_it() -> None:
    talk = told(to_both(), "none of these, but my left calf is hot, red and swollen")
    assert [one.reason for one in talk.did(HandOff)] == ["red_flag"] and not talk.did(Book)


@pytest.mark.parametrize("no", ["none of these, but", "no,"])
def test_another_time_wished_beside_it_is_offered_and_nothing_is_booked(no: str) -> None:
    talk = told(to_both(), f"{no} friday at 1 pm instead")
    assert "Friday 27 November at 13:00" in talk.last.text and not talk.did(Book)
    assert ("red_flags" in talk.last.slots) == (no == "no,"), "what was denied stays denied"


@pytest.mark.parametrize("words", ["none except the third one", "none of these apart from the last", "no besides one"])
def test_none_but_one_is_no_denial_and_which_is_asked(words: str) -> None:
    for talk in (to_both(), to_complaint()(CALF)):
        assert "red_flags" in talk.last.slots
        told(talk, words)
        assert talk.text.startswith("Is one of them true?") and "red_flags" in talk.last.slots
        assert not talk.session.answers("book").get("red_flags")


@pytest.mark.parametrize(
    "words",
    ["None except i had a fall last week", "none of them apart from my dizzy spells", "no, none, bar my ringing ears"],
)
def test_what_is_excepted_in_words_nobody_knows_is_asked_for_and_marked(words: str) -> None:
    for talk in (to_both(), to_complaint()(CALF)):
        told(talk, words)
        assert talk.text.startswith("Is one of them true?") and "red_flags" in talk.last.slots
        answers = talk.session.answers("book")
        assert not answers.get("red_flags") and answers["flag.unclear"] == "yes"


@pytest.mark.parametrize("words", ["ok but I felt dizzy this morning", "yes, though my balance is odd"])
def test_a_yes_with_a_but_that_nobody_knows_books_nothing_and_is_marked(words: str) -> None:
    talk = told(to_both(), words)
    assert not talk.did(Book) and "red_flags" in talk.last.slots
    assert talk.session.answers("book")["flag.unclear"] == "yes" and talk(YES).did(Book)


def test_a_new_complaint_asks_for_the_warnings_that_it_brings() -> None:
    talk = told(to_both(), "none of these")(pressed("complaint.low_back=yes")).press("Skip")
    assert "red_flags" in talk.last.slots and not talk.did(Book)
