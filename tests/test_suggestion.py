"""When each session type is suggested, which goes first where two would do, and the words that explain it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.clinic import Clinic
from bot.messages import Complaint, Intake, Race, Suggestion, Visit
from bot.suggestion import level, suggest
from tests.talk import CLINIC, KNOWLEDGE, PROFILES, at, taken

TODAY = date(2026, 11, 24)
SORE = Complaint("calf", "left", "2026-11-20", 5)
MILD = Complaint("calf", "left", "2026-11-20", 2)
HEAVY = Complaint("soreness_fatigue", "", "", 7)


def in_days(days: int, distance: str = "half") -> Race:
    return Race(distance, (TODAY + timedelta(days=days)).isoformat())


def advised(
    *complaints: Complaint, wanted: tuple[int, int] | None = None, clinic: Clinic = CLINIC, **more: object
) -> Suggestion:
    window = wanted and (TODAY + timedelta(days=wanted[0]), TODAY + timedelta(days=wanted[1]))
    return suggest(Intake(complaints, **more), clinic, window)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("complaints", "races", "wanted", "expected"),
    [
        pytest.param((), (in_days(3),), None, ("pre_event", 60), id="a race in three days, no day said"),
        pytest.param((), (in_days(9),), None, ("pre_event", 60), id="the window begins in a week"),
        pytest.param((), (in_days(10),), None, ("maintenance", 60), id="the window begins too late"),
        pytest.param((), (in_days(3),), (2, 2), ("pre_event", 60), id="the day before"),
        pytest.param((), (in_days(3),), (1, 1), ("pre_event", 60), id="two days before"),
        pytest.param((), (in_days(3),), (0, 0), ("maintenance", 60), id="three days before"),
        pytest.param(
            (SORE,), (in_days(3),), (2, 2), ("pre_event", 60), id="a complaint inside the window: light all the same"
        ),
        pytest.param((SORE,), (in_days(3),), (0, 0), ("injury_rehab", 60), id="a complaint outside it"),
        pytest.param((), (in_days(-1),), None, ("post_event", 60), id="raced yesterday"),
        pytest.param((SORE,), (in_days(-1),), None, ("post_event", 60), id="raced yesterday, and it hurts"),
        pytest.param((), (in_days(-3),), None, ("maintenance", 60), id="raced three days ago"),
        pytest.param((), (in_days(20),), (21, 21), ("post_event", 60), id="booked ahead for after a coming race"),
        pytest.param((SORE,), (), None, ("injury_rehab", 60), id="painful"),
        pytest.param((Complaint("calf"),), (), None, ("injury_rehab", 60), id="not said how painful"),
        pytest.param((MILD,), (), None, ("maintenance", 60), id="mild and new"),
        pytest.param((replace(MILD, since="2026-11-01"),), (), None, ("injury_rehab", 60), id="mild and lasting"),
        pytest.param((replace(SORE, since="2026-09-01"),), (), None, ("injury_rehab", 90), id="chronic"),
        pytest.param((SORE, Complaint("low_back")), (), None, ("injury_rehab", 90), id="two areas"),
        pytest.param((HEAVY,), (), None, ("maintenance", 60), id="tired legs are no injury"),
        pytest.param((MILD, HEAVY), (), None, ("maintenance", 90), id="several tight areas"),
        pytest.param((), (Race("10k", ""),), None, ("maintenance", 60), id="a race without a day"),
    ],
)
def test_the_table(
    complaints: tuple[Complaint, ...],
    races: tuple[Race, ...],
    wanted: tuple[int, int] | None,
    expected: tuple[str, int],
) -> None:
    found = advised(*complaints, races=races, wanted=wanted)
    assert (found.session_type, found.minutes) == expected
    assert found.reasons and 1 <= " ".join(found.reasons).count(".") <= 4


def test_treated_elsewhere_is_rehab_however_mild() -> None:
    assert advised(MILD, care="yes").session_type == "injury_rehab"


def test_high_volume_takes_90_minutes_and_says_so() -> None:
    found = advised(routine="80km")
    assert (found.minutes, found.rhythm_weeks) == (90, 2)
    assert "mileage" in " ".join(found.reasons)


def test_a_race_tomorrow_with_no_start_left_offers_the_days_after() -> None:
    busy = taken(*(Visit(who, at(24, "07:00"), 1425 - 7 * 60) for who in ("anna", "ben", "carys")))
    full = replace(CLINIC, busy=busy)
    found = advised(races=(in_days(1),), clinic=full)
    assert (found.session_type, found.first) == ("post_event", "2026-11-26")
    assert "no time left before your race" in found.reasons[0]


def test_light_work_before_and_after_a_race() -> None:
    for days in (2, -1):
        found = advised(Complaint("achilles_tendinopathy", severity=5), races=(in_days(days),))
        assert not {"trigger_point", "cross_fibre_friction"} & set(found.techniques)
        assert found.techniques


def test_techniques_are_those_the_complaints_call_for() -> None:
    assert "cross_fibre_friction" in advised(Complaint("achilles_tendinopathy", severity=5)).techniques
    assert "myofascial_release" not in advised(Complaint("calf", severity=5)).techniques


def test_the_session_before_the_race_is_offered_in_addition() -> None:
    assert "before your race on Monday 14 December" in advised(SORE, races=(in_days(20),)).reasons[-1]


def test_rehab_is_offered_after_the_race() -> None:
    assert "rehab session afterwards" in advised(SORE, races=(in_days(2),)).reasons[-1]


@pytest.mark.parametrize(
    ("routine", "races", "weeks"),
    [("light", (), 4), ("regular", (), 3), ("", (), 3), ("high", (), 2), ("light", (in_days(60, "marathon"),), 2),
     ("light", (in_days(60),), 4), ("light", (in_days(200, "marathon"),), 4)],
)  # fmt: skip
def test_the_rhythm_follows_the_training(routine: str, races: tuple[Race, ...], weeks: int) -> None:
    assert advised(routine=routine, races=races).rhythm_weeks == weeks


@pytest.mark.parametrize(
    ("routine", "expected"),
    [("light", "light"), ("10km", "light"), ("40km", "regular"), ("80km", "high"), ("5mi", "light"),
     ("25mi", "regular"), ("60mi", "high"), ("2x", "light"), ("4x", "regular"), ("6x", "high"), ("", "regular")],
)  # fmt: skip
def test_training_is_light_regular_or_high(routine: str, expected: str) -> None:
    assert level(routine, KNOWLEDGE.policy) == expected


def test_dates_are_spoken_as_the_clinic_speaks() -> None:
    american = replace(CLINIC, profile=PROFILES["sandy-springs"])
    assert "Friday, November 27" in advised(races=(in_days(3),), clinic=american).reasons[0]


def test_a_wanted_day_does_not_change_with_the_order_of_complaints() -> None:
    one, other = Complaint("low_back", severity=5), SORE
    assert advised(one, other).minutes == advised(other, one).minutes == 90
