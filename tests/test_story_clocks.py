"""Stories of the night when the clocks change: a time that comes twice can be had both ways, one left out by nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clinic import Clinic
from bot.messages import Book, Move, Visit
from bot.talk.hours import answer_of, instants
from tests.talk import ADULT, CALF, CLINIC, HI, JO, NONE, RUNNING, YES, Talk, say, taken
from tests.test_time_law import ROUND_THE_CLOCK

ALL_KINDS = replace(ROUND_THE_CLOCK, skills=frozenset(CLINIC.knowledge.session_types))
NIGHT = replace(
    CLINIC,
    profile=replace(CLINIC.profile, therapists=(ALL_KINDS,), notice=0, hours=CLINIC.profile.hours[:1] * 7),
    now=datetime(2026, 10, 20, 10, 0, tzinfo=UTC),
)
HALF_PAST_ONE = say("sunday at 1:30 in the night", day="2026-10-25", time="01:30")
FIRST, SECOND = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")


def asked_when(clinic: Clinic = NIGHT) -> Talk:
    """Up to the suggestion: a calf that has been tight for two weeks."""
    tight = replace(CALF, answers={**CALF.answers, "since": str(clinic.today - timedelta(weeks=2))})
    return Talk(clinic)(HI, ADULT, tight, NONE, RUNNING)


def booked(talk: Talk) -> list[datetime]:
    return [effect.visit.start for effect in talk.did(Book)]


def test_a_time_that_comes_twice_is_a_choice_between_both() -> None:
    talk = asked_when()(HALF_PAST_ONE)
    assert talk.labels[:2] == ["01:30 (before the clocks change)", "01:30 (after the clocks change)"]


@pytest.mark.parametrize(("label", "start"), [("01:30 (before", FIRST), ("01:30 (after", SECOND)])
def test_each_of_them_can_be_had_and_is_named(label: str, start: datetime) -> None:
    talk = asked_when()(HALF_PAST_ONE).press(label)(JO)
    assert f"Sunday 25 October at {label}" in talk.text
    assert booked(talk(YES)) == [start]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("the second one", SECOND),
        ("the second 1:30 please", SECOND),
        ("1:30 after the clocks change", SECOND),
        ("the first 1:30", FIRST),
        ("the one before the clocks go back", FIRST),
    ],
)
def test_words_choose_between_them_too(words: str, start: datetime) -> None:
    told = {"time": "01:30"} if "1:30" in words else {}
    assert booked(asked_when()(HALF_PAST_ONE, say(words, **told), JO, YES)) == [start]


def test_the_same_time_said_again_is_asked_again() -> None:
    talk = asked_when()(HALF_PAST_ONE, say("1:30", time="01:30"))
    assert talk.slot in ("time", "suggestion") and talk.labels[0].startswith("01:30 (before")


def test_a_move_from_the_first_to_the_second_is_a_move() -> None:
    talk = asked_when()(HALF_PAST_ONE).press("01:30 (before")(JO, YES)
    talk(say("can i have the later one", "reschedule", day="2026-10-25", time="01:30+00:00"), YES)
    assert [effect.visit.start for effect in talk.did(Move)] == [SECOND]


def test_another_day_knows_no_second_one() -> None:
    talk = asked_when()(HALF_PAST_ONE).press("01:30 (after")(say("rather saturday", day="2026-10-24"), JO, YES)
    assert booked(talk) == [datetime(2026, 10, 24, 0, 30, tzinfo=UTC)]


def test_a_second_one_that_is_taken_is_named_where_it_is_refused_and_waited_for() -> None:
    with_anna = Visit("anna", SECOND, 60)
    asked = say("the second 1:30", day="2026-10-25", time="01:30+00:00", therapist="anna")
    talk = asked_when(replace(NIGHT, busy=taken(with_anna)))(asked)
    named = "on Sunday 25 October at 01:30 (after the clocks change)"
    assert f"no 60-minute session free with Anna {named}" in talk.text
    assert f"60 minutes {named} with Anna" in talk.press("Tell me if one comes free").text


# ---------------------------------------------------------------- before and after a race

RACE = say("half on monday", routine="regular", race="half@2026-10-26", goal="recover", care="no")
BOTH = "One before and one after my race"


def to_pairs() -> Talk:
    """A race on the Monday after the clocks change, and half past one on Sunday wished for."""
    tight = replace(CALF, answers={**CALF.answers, "since": "2026-10-06"})
    return Talk(NIGHT)(HI, ADULT, tight, NONE, RACE).press(BOTH)(HALF_PAST_ONE)


@pytest.mark.parametrize(("which", "start"), [("before", FIRST), ("after", SECOND)])
def test_around_a_race_too_each_of_two_equal_times_can_be_had_and_is_named(which: str, start: datetime) -> None:
    label = f"Sun 25 Oct, 01:30 ({which} the clocks change)"
    talk = to_pairs().press(label)(JO)
    assert f"Sunday 25 October at 01:30 ({which} the clocks change)" in talk.text
    assert booked(talk(YES))[0] == start


def test_a_pair_that_does_not_say_which_of_the_two_is_asked_again() -> None:
    talk = to_pairs()(say("", pair="2026-10-25T01:30+2026-10-27T10:00"))
    assert talk.slot == "pair" and not talk.did(Book)


def test_an_hour_that_the_clocks_leap_over_is_no_start() -> None:
    spring = replace(NIGHT, now=datetime(2027, 3, 22, 10, 0, tzinfo=UTC))
    talk = asked_when(spring)(say("", day="2027-03-28", time="01:30"))
    assert "no 60-minute session free on Sunday 28 March at 01:30" in talk.text


@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Antarctica/Troll")])
def test_an_answer_means_just_the_start_it_was_made_of(zone: ZoneInfo) -> None:
    for day, hour in ((day, hour) for day in range(1, 31) for hour in range(24)):
        start = datetime(2026, 10, day, hour, 30, tzinfo=UTC).astimezone(zone)
        assert instants(start.date(), time.fromisoformat(answer_of(start)), zone) == {start.astimezone(UTC)}


def test_a_time_is_shown_once_twice_or_never() -> None:
    days = (date(2026, 10, 24), date(2026, 10, 25), date(2026, 3, 29))
    assert [len(instants(day, time(1, 30), LONDON)) for day in days] == [1, 2, 0]
