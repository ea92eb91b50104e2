"""What a judge of the whole message adds to the rules. Read on Tuesday 24 November 2026 at 10:15."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.when import Frame, answers, times

FRAME = Frame(datetime(2026, 11, 24, 10, 15), (*[(time(7), time(20))] * 6, None))
NOBODY = {"want": 0.02, "not": 0.01, "from": 0.01}
MOVER = {"want": 0.9, "not": 0.1, "from": 0.95}
CANCELLER = {"want": 0.1, "not": 0.1, "from": 0.95}
WISHER = {"want": 0.95, "not": 0.1, "from": 0.02}


def told(text: str, chances: dict[str, float] | None) -> list[str]:
    return [f"{one.role} {one.start:%d}T{one.start:%H:%M}" for one in times(text, FRAME, chances)]


@pytest.mark.parametrize(
    "text", ["Sunday's my big one", "need a plumber asap", "not before Christmas", "an hour later"]
)
def test_a_message_that_does_nothing_with_a_time_has_none(text: str) -> None:
    assert told(text, NOBODY) == []
    assert answers(text, FRAME, NOBODY) == {}


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
