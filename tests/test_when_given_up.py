"""Times refused, exchanged or asked for in passing: which are wanted, refused or given up, and from when."""

from datetime import datetime, time

import pytest

from bot.when import Frame, times

NOW = datetime(2026, 11, 24, 10, 15)  # a Tuesday
HOURS = (*[(time(7), time(20))] * 6, None)


def starts(text: str, asked: str = "") -> str:
    """Role and start of every time, as "want 26T16:00"."""
    found = times(text, Frame(NOW, HOURS, asked=asked))
    return ", ".join(f"{one.role} {one.start:%dT%H:%M}" for one in found) or "-"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thursday is my choir so that's off the table", "not 26T00:00"),
        ("friday or saturday. saturday is the fair, so skip that", "want 27T00:00, not 28T00:00"),
        ("mondays and fridays I teach so those are spoken for", "not 30T00:00, not 27T00:00"),
        ("skip it please", "-"),
        ("started on sunday, so skip that", "-"),
        ("not that one, thursday", "want 26T00:00"),
    ],
)
def test_what_is_refused_behind_its_reason_is_the_time_told_last(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow is too soon", "not 25T00:00"),
        ("is tomorrow too soon?", "want 25T00:00"),
        ("3 is too late and 1 is too early", "not 24T15:00, not 24T13:00"),
        ("half 2 is a wee bit early, could we say 3", "not 24T14:30, want 24T15:00"),
        ("4 is no use to me", "not 24T16:00"),
        ("knee is 4 is it", "-"),
        ("friday? can't, babysitting", "not 27T00:00"),
        ("mornings? no chance", "not 24T07:00"),
        ("friday? not before 3", "want 27T15:00"),
        ("thursday is a hard no", "not 26T00:00"),
        ("count me out for next week", "not 30T00:00"),
    ],
)
def test_what_is_said_of_a_time_may_refuse_it(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday 10am -> Friday 10am", "from 26T10:00, want 27T10:00"),
        ("thursday 3pm => friday 4pm", "from 26T15:00, want 27T16:00"),
        ("thursday rather than friday", "want 26T00:00, not 27T00:00"),
        ("can you move me to thursday rather than friday", "want 26T00:00, from 27T00:00"),
        ("could i come friday in place of thursday", "want 27T00:00, from 26T00:00"),
        ("can we do 2 instead of 4 tomorrow", "want 25T14:00, from 25T16:00"),
        ("could my 3pm on thursday turn into 4pm on friday", "from 26T15:00, want 27T16:00"),
        ("mine's at half 4 tomorrow, could it be half 5", "from 25T16:30, want 25T17:30"),
        ("I won't be needing the Friday", "from 27T00:00"),
        ("take me off tomorrow", "from 25T00:00"),
        ("can't do friday, could it be thursday", "from 27T00:00, want 26T00:00"),
        ("I was supposed to be with you on friday. thursday would be better", "from 27T00:00, want 26T00:00"),
        ("that 3 o'clock thursday isnae great, could it be 5", "from 26T15:00, want 26T17:00"),
        ("postpone my Friday booking until thursday 3rd december", "from 27T00:00, want 03T00:00"),
        ("postpone my Friday booking until January", "from 27T00:00, want 01T00:00"),
        ("take my name off for friday", "from 27T00:00"),
    ],
)
def test_what_gives_way_to_another_time_or_to_none_is_given_up(text: str, expected: str) -> None:
    assert starts(text) == expected


def test_instead_of_what_was_offered_refuses_it_where_a_day_is_asked_for() -> None:
    assert starts("friday instead of thursday", asked="day") == "want 27T00:00, not 26T00:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("collapsed at work. shoulders tight now, anything thursday", "want 26T00:00"),
        ("collapsed after the 20 miler. perfect sunday", "-"),
        ("hip aches, gimme a friday", "want 27T00:00"),
        ("twisted my ankle, can you work on it at 4 tomorrow", "want 25T16:00"),
        ("feet ache, any chance this pm", "want 24T12:00"),
        ("after the school run tomorrow", "want 25T00:00"),
        ("could I come by saturday before noon", "want 28T07:00"),
        ("in the week of the 14th", "want 14T00:00"),
        ("what's the nearest you've got to 6 tomorrow", "want 25T18:00"),
        ("shove me in anywhere thursday", "want 26T00:00"),
        ("calf niggles. happy to wait till friday", "want 24T00:00"),
        ("the 21st to the 1st", "want 21T00:00"),
        ("the 31st to the 29th", "want 31T00:00, want 29T00:00"),
        ("saturday 9am & 10am", "want 28T09:00, want 28T10:00"),
        ("couldn't manage one. wednesday at 4", "want 25T16:00"),
    ],
)
def test_what_is_asked_in_passing_is_wanted(text: str, expected: str) -> None:
    assert starts(text) == expected
