"""Free starts: hours, breaks, buffers, notice, horizon, and both changes of clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.clinic import ANYONE, QUARTER, Clinic, bits, midnight, run_of, runs
from bot.knowledge import Therapist
from bot.messages import Appointment, Visit
from tests.talk import CLINIC, PROFILES, at, taken

THURSDAY = date(2026, 11, 26)
KINDS = frozenset({"maintenance"})


def local(clinic: Clinic, who: str, day: date, minutes: int = 60) -> list[str]:
    return [f"{s.astimezone(clinic.zone):%H:%M}" for s in clinic.starts(who, "maintenance", day, minutes)]


def open_from(first: time, last: time, **more: object) -> Clinic:
    therapist = Therapist("anna", "Anna", (((first, last),),) * 7, KINDS)
    return replace(CLINIC, profile=replace(CLINIC.profile, therapists=(therapist,), **more))  # type: ignore[arg-type]


def test_a_session_fits_between_breaks() -> None:
    found = local(CLINIC, "anna", THURSDAY)
    assert (found[0], found[-1]) == ("11:00", "19:00")
    assert "14:00" in found and "14:15" not in found and "15:30" in found


def test_the_buffer_keeps_a_quarter_free_after_a_session_but_may_reach_into_a_break() -> None:
    busy = replace(CLINIC, busy=taken(Visit("anna", at(26, "13:00"), 60)))
    found = local(busy, "anna", THURSDAY)
    assert "11:45" in found and "12:00" not in found
    assert "14:00" in local(replace(CLINIC, busy=taken(Visit("anna", at(26, "11:00"), 60))), "anna", THURSDAY)


def test_notice_and_horizon_bound_the_offer() -> None:
    late = replace(CLINIC, now=at(26, "11:50"))
    assert local(late, "anna", THURSDAY)[0] == "14:00"
    assert local(CLINIC, "anna", date(2026, 11, 23)) == [] == local(CLINIC, ANYONE, date(2027, 3, 1))


def test_what_is_claimed_of_other_days_or_by_who_has_left_takes_nothing_of_the_days_ahead() -> None:
    gone = {("anna", date(2026, 11, 23)): -1, ("zoe", THURSDAY): -1, ("anna", date(2027, 3, 1)): -1}
    assert local(replace(CLINIC, busy=gone), ANYONE, THURSDAY) == local(CLINIC, ANYONE, THURSDAY) != []


def test_a_closed_day_has_no_starts() -> None:
    assert local(CLINIC, ANYONE, date(2026, 11, 29)) == []


def test_only_who_has_the_skill() -> None:
    assert not list(CLINIC.starts("carys", "injury_rehab", date(2026, 11, 25), 60))
    assert [t.id for t in CLINIC.able(ANYONE, "injury_rehab")] == ["anna", "ben"]


def test_anyone_is_whom_we_hold_already_else_who_has_least_to_do() -> None:
    start = at(26, "17:00")
    busy = taken(Visit("anna", at(26, "11:00"), 60))
    assert CLINIC.visit(ANYONE, "maintenance", start, 60).therapist == "anna"
    assert replace(CLINIC, busy=busy).visit(ANYONE, "maintenance", start, 60).therapist == "ben"
    held = replace(CLINIC, busy=busy, held=frozenset({Visit("anna", start, 60)}))
    assert held.visit(ANYONE, "maintenance", start, 60).therapist == "anna"


def test_an_appointment_given_up_frees_its_time_and_buffer() -> None:
    mine = Appointment("K", Visit("anna", at(26, "15:30"), 60), "maintenance")
    busy = replace(CLINIC, busy=taken(mine.visit), mine=(mine,))
    assert "16:00" not in local(busy, "anna", THURSDAY)
    assert local(busy.without(mine), "anna", THURSDAY) == local(CLINIC, "anna", THURSDAY)


def test_in_spring_the_hour_that_does_not_exist_is_never_offered() -> None:
    night = open_from(time(0), time(6), horizon=300)
    found = local(night, "anna", date(2027, 3, 28), 60)
    assert "00:45" in found and "02:00" in found and not [s for s in found if s.startswith("01")]


def test_in_autumn_the_hour_that_comes_twice_is_two_instants() -> None:
    night = open_from(time(0), time(6), horizon=400)
    found = list(night.starts("anna", "maintenance", date(2027, 10, 31), 60))
    twice = [s for s in found if f"{s.astimezone(night.zone):%H:%M}" == "01:30"]
    assert len(twice) == 2 and twice[1] - twice[0] == timedelta(hours=1)


def test_opening_hours_stay_on_the_wall_clock_across_both_changes() -> None:
    for zone in ("cardiff", "sandy-springs"):
        clinic = replace(CLINIC, profile=replace(PROFILES[zone], horizon=400))
        for day in (date(2027, 3, 29), date(2027, 11, 1)):
            assert local(clinic, ANYONE, day)[0] == local(clinic, ANYONE, day - timedelta(weeks=4))[0]


@given(st.integers(0, run_of(96)), st.integers(1, 8))
def test_a_run_begins_where_so_many_quarters_are_free(free: int, length: int) -> None:
    expected = [n for n in range(97) if all(free >> n + k & 1 for k in range(length))]
    assert list(bits(runs(free, length))) == expected


@given(
    st.lists(st.tuples(st.sampled_from(["anna", "ben"]), st.integers(28, 76), st.sampled_from([60, 90])), max_size=6),
    st.sampled_from([60, 90]),
    st.integers(0, 30),
)
def test_a_start_never_overlaps_a_claim_nor_leaves_the_hours(
    claims: list[tuple[str, int, int]], minutes: int, ahead: int
) -> None:
    day = CLINIC.today + timedelta(days=ahead)
    visits = [Visit(who, midnight(day, CLINIC.zone) + quarter * QUARTER, length) for who, quarter, length in claims]
    clinic = replace(CLINIC, busy=taken(*visits))
    for who in ("anna", "ben"):
        for start in clinic.starts(who, "maintenance", day, minutes):
            end = start + timedelta(minutes=minutes + clinic.profile.buffer)
            assert not [
                v for v in visits if v.therapist == who and v.start < end and start < v.end + timedelta(minutes=15)
            ]
            wall = start.astimezone(clinic.zone)
            spans = clinic.therapist(who).week[day.weekday()]
            assert any(
                first <= wall.time() and (wall + timedelta(minutes=minutes)).time() <= last for first, last in spans
            )
            assert start >= clinic.now + timedelta(minutes=clinic.profile.notice)


def test_midnight_is_an_instant() -> None:
    assert midnight(date(2026, 7, 1), CLINIC.zone) == datetime(2026, 6, 30, 23, tzinfo=UTC)
