"""What a judge of the whole message adds to the rules. Read on Tuesday 24 November 2026 at 10:15."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.when import Frame, Judgement, answers, times

FRAME = Frame(datetime(2026, 11, 24, 10, 15), (*[(time(7), time(20))] * 6, None))
NOBODY = {"want": 0.02, "not": 0.01, "from": 0.01}
MOVER = {"want": 0.9, "not": 0.1, "from": 0.95}
CANCELLER = {"want": 0.1, "not": 0.1, "from": 0.95}
WISHER = {"want": 0.95, "not": 0.1, "from": 0.02}
CHOOSER = {"want": 0.9, "not": 0.9, "from": 0.02}


def told(text: str, chances: dict[str, float] | None, *phrases: tuple[str, dict[str, float]]) -> list[str]:
    judged = None if chances is None else Judgement(chances, phrases)
    return [f"{one.role} {one.start:%d}T{one.start:%H:%M}" for one in times(text, FRAME, judged)]


@pytest.mark.parametrize(
    "text", ["Sunday's my big one", "need a plumber asap", "not before Christmas", "an hour later"]
)
def test_a_message_that_does_nothing_with_a_time_has_none(text: str) -> None:
    assert told(text, NOBODY) == []
    assert answers(text, FRAME, Judgement(NOBODY)) == {}


def test_nobodys_judgement_leaves_what_the_rules_read() -> None:
    assert told("Thursday at 5", None) == told("Thursday at 5", WISHER) == ["want 26T17:00"]


def test_of_two_times_the_first_moves_if_the_message_moves_one() -> None:
    assert told("Thursday at 5, the boss wants me in, Friday at 5", MOVER) == ["from 26T17:00", "want 27T17:00"]


def test_what_is_only_refused_does_not_move() -> None:
    assert told("not Thursday at 5. Friday at 5?", MOVER) == ["not 26T17:00", "want 27T17:00"]


def test_one_time_alone_moves_only_if_none_is_wanted() -> None:
    assert told("Thursday at 5", MOVER) == ["want 26T17:00"]
    assert told("Thursday at 5", CANCELLER) == ["from 26T17:00"]


def test_a_time_that_rules_take_to_move_is_wanted_if_nothing_moves() -> None:
    assert told("I have an appointment Thursday", CANCELLER) == ["from 26T00:00"]
    assert told("I have an appointment Thursday", WISHER) == ["want 26T00:00"]


def test_a_mover_who_names_no_time_moves_none() -> None:
    assert told("something came up", MOVER) == []


@given(
    st.sampled_from(("Thursday at 5", "move Monday to Friday", "not Monday, Tuesday", "whenever", "ran 10k on Sunday")),
    st.none() | st.dictionaries(st.sampled_from(("want", "not", "from", "else")), st.floats(0, 1)),
)
def test_chances_never_fail_and_never_add_a_time(text: str, chances: dict[str, float] | None) -> None:
    assert len(told(text, chances)) <= len(told(text, None))


def roles(**chances: float) -> dict[str, float]:
    return {"want": 0.0, "not": 0.0, "from": 0.0, **{name.rstrip("_"): chance for name, chance in chances.items()}}


WANTED, REFUSED, MOVED, IDLE = roles(want=0.97), roles(not_=0.97), roles(from_=0.97), roles()


def test_a_judge_of_each_phrase_tells_what_it_is() -> None:
    text = "Thursday I sing with my choir, Friday is when Ann has put me, Saturday"
    phrases = ("Thursday", REFUSED), ("Friday", MOVED), ("Saturday", WANTED)
    assert told(text, MOVER, *phrases) == ["not 26T00:00", "from 27T00:00", "want 28T00:00"]
    assert told(text, MOVER, *((phrase, IDLE) for phrase, _ in phrases)) == []


def test_a_judge_who_is_not_sure_leaves_the_rules_their_say() -> None:
    doubtful = roles(want=0.4, not_=0.55)
    assert told("Thursday at 5 please", WISHER, ("Thursday", doubtful), ("at 5", doubtful)) == ["want 26T17:00"]
    assert told("can't do Thursday, Friday?", CHOOSER, ("Thursday", roles(want=0.6, not_=0.4)), ("Friday", WANTED)) == [
        "not 26T00:00",
        "want 27T00:00",
    ]


def test_phrases_are_known_by_their_words_in_their_order() -> None:
    text = "Friday's\u00a0no good. Friday week?"
    assert told(text, WISHER, ("friday", REFUSED), ("Friday week", WANTED)) == ["not 27T00:00", "want 04T00:00"]
    assert told("Thursday at 5", WISHER, ("Monday", REFUSED)) == ["want 26T17:00"]


def test_what_looks_back_by_its_own_words_is_wanted_by_nobody() -> None:
    assert told("yesterday", WISHER, ("yesterday", WANTED)) == []


def test_a_message_that_does_nothing_with_a_time_has_one_only_if_a_phrase_surely_is() -> None:
    assert told("Thursday", NOBODY, ("Thursday", roles(want=0.8))) == []
    assert told("Thursday", NOBODY, ("Thursday", WANTED)) == ["want 26T00:00"]


def test_a_message_that_may_do_something_with_a_time_has_one_if_its_phrase_looks_like_it() -> None:
    assert told("Thursday", roles(want=0.07), ("Thursday", roles(want=0.8))) == ["want 26T00:00"]


def test_the_only_time_in_a_message_that_surely_wants_one_is_that_one() -> None:
    doubtful = ("Thursday", roles(want=0.15))
    assert told("Thursday", WISHER, doubtful) == ["want 26T00:00"]
    assert told("Thursday", {**WISHER, "want": 0.5}, doubtful) == []
    assert told("Thursday or so I hear, Friday", WISHER, doubtful, ("Friday", WANTED)) == ["want 27T00:00"]


@pytest.mark.parametrize(
    ("hour", "joint", "day"), [("ten o'clock", "with you", "Friday"), ("the morning", "of", "Friday 27th")]
)
def test_an_hour_and_its_day_are_one_moment_whatever_small_words_join_them(hour: str, joint: str, day: str) -> None:
    phrases = (hour, roles(want=0.6, from_=0.3)), (day, MOVED)
    assert len(told(f"{hour} {joint} {day}", MOVER, *phrases)) == 1


def test_what_is_refused_by_its_own_words_is_wanted_by_nobody() -> None:
    text = "next Friday, not this one"
    assert told(text, WISHER, ("next Friday", WANTED), ("not this one", WANTED)) == ["want 04T00:00", "not 27T00:00"]


def test_the_more_the_rules_are_trusted_the_surer_a_judge_must_be() -> None:
    fairly = ("Friday", roles(want=0.2, not_=0.75))
    assert [one.role for one in times("Friday would do", FRAME, Judgement(CHOOSER, (fairly,), 1.0))] == ["not"]
    assert [one.role for one in times("Friday would do", FRAME, Judgement(CHOOSER, (fairly,), 2.0))] == ["want"]


def test_a_day_and_its_hour_beside_it_are_judged_as_one_moment() -> None:
    phrases = ("Thursday", MOVED), ("at 5", roles(want=0.6, from_=0.3)), ("Friday", WANTED)
    assert told("Thursday at 5, could it be Friday", MOVER, *phrases) == ["from 26T17:00", "want 27T00:00"]
    assert told("Thursday I am in town, at 5 I leave, Friday", MOVER, *phrases)[:1] == ["from 26T00:00"]


def test_an_hour_and_its_day_behind_on_are_one_moment() -> None:
    phrases = ("2pm", roles(want=0.8, from_=0.15)), ("Friday", roles(want=0.2, from_=0.75))
    assert told("cancel the 2pm on Friday", MOVER, *phrases) == ["from 27T14:00"]
    assert told("2pm to Friday", WISHER, ("2pm", MOVED), ("Friday", WANTED)) == ["from 24T14:00", "want 27T00:00"]


def test_rules_that_differ_on_a_day_and_its_hour_count_half_each() -> None:
    phrases = ("Friday", roles(want=0.3, from_=0.7)), ("9am", roles(want=0.4, from_=0.6))
    assert told("about my Friday, 9am", MOVER, *phrases) == ["from 27T09:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday is out, Friday", ["not 26T00:00", "want 27T00:00"]),
        ("not Thursday, Friday", ["not 26T00:00", "want 27T00:00"]),
        ("Friday, but Thursday morning's a no", ["not 26T07:00", "want 27T00:00"]),
    ],
)
def test_what_is_plainly_refused_is_no_wish_however_sure_a_judge_is(text: str, expected: list[str]) -> None:
    judged = ("Thursday", roles(want=0.9, not_=0.1)), ("morning's", WANTED), ("Friday", WANTED)
    by_place = sorted(judged, key=lambda phrase: text.find(phrase[0]))
    assert sorted(told(text, WISHER, *by_place)) == expected


def test_what_says_from_when_on_by_a_not_is_no_refusal() -> None:
    assert told("Thursday. Not before 3", WISHER, ("Thursday", WANTED), ("Not before 3", REFUSED)) == ["want 26T15:00"]


def test_what_was_taken_back_stays_refused_and_leaves_the_same_word_its_own_chances() -> None:
    text = "Thursday is my choir so that's off the table. Thursday week?"
    assert told(text, WISHER, ("Thursday", WANTED), ("Thursday week", WANTED)) == ["not 26T00:00", "want 03T00:00"]
    text = "Thursday so that's off the table. Not Thursday then, Friday"
    judged = ("Thursday", IDLE), ("Thursday", REFUSED), ("Friday", WANTED)
    assert told(text, WISHER, *judged) == ["not 26T00:00", "want 27T00:00"]


def test_what_the_whole_message_is_unlikely_to_do_no_phrase_does_on_a_weak_word() -> None:
    weakly = ("Thursday", roles(want=0.45, from_=0.55))
    assert told("Thursday", {**WISHER, "want": 0.1, "from": 0.9}, weakly) == ["from 26T00:00"]
    assert told("Thursday", WISHER, weakly) == ["want 26T00:00"]


def test_an_hour_between_two_days_is_of_the_one_that_no_comma_parts_from_it() -> None:
    ten = ("at 10", MOVED), ("at 10", WANTED)
    phrases = ("Friday", roles(want=0.2, from_=0.75)), ten[0], ("Saturday", WANTED), ten[1]
    assert told("bump me, Friday at 10, Saturday at 10?", MOVER, *phrases) == ["from 27T10:00", "want 28T10:00"]


def test_a_day_refused_on_the_judges_word_is_the_one_that_moves_unless_nothing_does() -> None:
    text = "Friday the lad sings, so switch me over to Thursday"
    phrases = ("Friday", REFUSED), ("Thursday", WANTED)
    assert told(text, {**CHOOSER, "from": 0.6}, *phrases) == ["from 27T00:00", "want 26T00:00"]
    assert told(text, CHOOSER, *phrases) == ["not 27T00:00", "want 26T00:00"]


def test_the_day_that_a_race_is_said_to_be_on_is_no_wish_however_sure_a_judge_is() -> None:
    phrases = ("the day before my race", WANTED), ("4 December", WANTED)
    assert told("the day before my race, which is 4 December", WISHER, *phrases) == ["want 03T00:00"]


def test_what_somebody_gives_thanks_for_is_over() -> None:
    assert told("thanks for Friday, see you Monday", WISHER, ("Friday", WANTED), ("Monday", IDLE)) == []


def test_another_engagement_has_its_own_hour_however_sure_a_judge_is() -> None:
    phrases = ("at 9", WANTED), ("1", WANTED)
    assert told("my dentist is at 9, could come at 1", WISHER, *phrases) == ["want 24T13:00"]


def test_a_day_reckoned_from_the_one_that_moves_is_not_that_one() -> None:
    phrases = ("Friday", MOVED), ("the Friday after", roles(want=0.2, from_=0.7))
    assert told("cancel Friday and rebook for the Friday after", MOVER, *phrases) == ["from 27T00:00", "want 04T00:00"]


def test_an_hour_later_on_the_day_that_was_told_is_counted_from_its_hour() -> None:
    phrases = ("Saturday", WANTED), ("10", MOVED)
    assert told("an hour later on Saturday? I'm down for 10", MOVER, *phrases) == ["from 28T10:00", "want 28T11:00"]


def test_a_slot_that_may_be_with_somebody_else_is_left_to_the_judge() -> None:
    phrases = ("at 9", IDLE), ("Monday", IDLE)
    assert told("my slot with the dentist is at 9 Monday", WISHER, *phrases) == []
