"""Wishes against what is free, and the kind word where nothing fits."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clinic import Clinic
from bot.messages import Appointment, Move, Said, Visit
from bot.talk.hours import mask, shifted, spoken_hours
from bot.talk.wishes import Wish, a_few, days_of, fitting, fitting_days, instead, refusal, spoken_moment, thinned
from bot.when import Frame, answers
from tests.talk import CLINIC, PROFILES, YES, Talk, at, say, taken, to_suggestion

FIRST = Appointment("K3F9AA", Visit("ben", at(26, "16:30"), 60), "maintenance")
ONE = replace(CLINIC, mine=(FIRST,), busy=taken(FIRST.visit))
ANY = Wish("anyone", "maintenance", 60)
AMERICAN = replace(CLINIC, profile=PROFILES["sandy-springs"])


def starts(wish: Wish, clinic: Clinic = CLINIC) -> list[str]:
    return [f"{s.astimezone(clinic.zone):%a %H:%M}" for s in fitting(wish, clinic)]


def test_thursday_after_five_leaves_what_is_free_then() -> None:
    found = starts(replace(ANY, day="2026-11-26", time="17:00..20:00"))
    assert (found[0], found[-1]) == ("Thu 17:00", "Thu 19:00")


def test_alternatives_of_days_and_times_are_all_met() -> None:
    found = starts(replace(ANY, day="2026-11-26|2026-11-28", time="11:00|12:30"))
    assert found == ["Thu 11:00", "Thu 12:30", "Sat 11:00", "Sat 12:30"]


def test_a_range_of_days_is_inclusive() -> None:
    days = list(days_of("2026-11-26..2026-11-28", CLINIC))
    assert days == [date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 28)]


def test_no_start_off_the_quarter() -> None:
    assert starts(replace(ANY, day="2026-11-26", time="17:10")) == []
    assert starts(replace(ANY, day="2026-11-26", time="soon")) == []


def test_three_starts_lie_on_different_days_at_different_hours() -> None:
    few = a_few(ANY, CLINIC)
    assert len({s.date() for s in few}) == len({s.hour for s in few}) == 3


def test_a_day_with_many_starts_shows_those_on_the_half_hour_or_the_hour() -> None:
    whole_day = [f"{s:%H:%M}" for s in a_few(replace(ANY, day="2026-11-25"), CLINIC)]
    assert whole_day[:3] == ["07:00", "08:00", "09:00"] and len(whole_day) <= 14
    evening = [f"{s:%H:%M}" for s in a_few(replace(ANY, day="2026-11-26", time="17:00..20:00"), CLINIC)]
    assert evening[:3] == ["17:00", "17:15", "17:30"]


def test_starts_off_every_half_hour_are_shown_all_the_same() -> None:
    odd = [at(26, f"{hour}:{minute}") for hour in range(7, 20) for minute in (15, 45)]
    assert len(thinned(odd)) == 14


def test_a_day_with_one_start_left_offers_that_one() -> None:
    assert len(a_few(replace(ANY, day="2026-11-26", time="17:00"), CLINIC)) == 1


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (replace(ANY, day="past:2026-11-20"), "already gone"),
        (replace(ANY, day="2026-11-20"), "already gone"),
        (replace(ANY, day="far:2027-08-01"), "up to 8 weeks ahead"),
        (replace(ANY, day="2027-08-01"), "up to 8 weeks ahead"),
        (replace(ANY, day="impossible:30 February"), "can't find 30 February in the calendar"),
        (replace(ANY, day="contradiction:2026-12-04|2026-12-05"), "Friday 4 December or Saturday 5 December?"),
        (replace(ANY, day="2026-11-29"), "closed on Sunday 29 November"),
        (replace(ANY, day="2026-11-26", time="03:00"), "no 60-minute session free on Thursday 26 November at 03:00"),
        (replace(ANY, time="01:00..03:00"), "free between 01:00 and 03:00"),
        (replace(ANY, time="soon"), "free then"),
        (replace(ANY, day="2026-11-26..2026-11-27", time="03:00"), "on those days at 03:00"),
        (replace(ANY, who="anna", day="2026-11-25"), "free with Anna on Wednesday"),
        (replace(ANY, who="carys", session_type="injury_rehab"), "Carys doesn't do that kind"),
        (ANY, "in the weeks ahead"),
    ],
)
def test_why_nothing_fits_is_said(wish: Wish, words: str) -> None:
    assert words in refusal(wish, CLINIC)


def test_a_closed_day_is_named_in_american_too() -> None:
    assert refusal(replace(ANY, day="2026-11-29"), AMERICAN) == "We are closed on Sunday, November 29."


def test_a_holiday_is_closed_and_said_to_be() -> None:
    assert starts(replace(ANY, day="2026-12-25")) == []
    assert "closed on Friday 25 December" in refusal(replace(ANY, day="2026-12-25"), CLINIC)


def test_the_times_nearest_to_a_wish_that_cannot_be_had_are_offered() -> None:
    talk = to_suggestion()(say("tuesday at 7 pm", day="2026-12-01", time="19:00"))
    assert talk.labels[5] == "Tue 1 Dec, 14:30"
    assert "Tue 1 Dec, 07:00" not in talk.labels


def test_the_same_day_at_another_time_comes_first_instead() -> None:
    assert instead(replace(ANY, day="2026-11-26", time="03:00"), CLINIC) == replace(ANY, day="2026-11-26")


def test_the_same_time_on_another_day_comes_next() -> None:
    assert instead(replace(ANY, day="2026-11-29", time="11:00"), CLINIC) == replace(ANY, time="11:00")


def test_both_days_of_a_contradiction_are_offered() -> None:
    found = instead(replace(ANY, day="contradiction:2026-12-04|2026-12-05", time="12:30"), CLINIC)
    assert list(fitting_days(found, CLINIC)) == [date(2026, 12, 4), date(2026, 12, 5)]


def test_a_diary_full_to_the_horizon_says_so_with_phone_and_mail() -> None:
    week = {t.id: list(range(57)) for t in CLINIC.profile.therapists}
    busy = {(who, CLINIC.today + timedelta(days=n)): (1 << 100) - 1 for who, days in week.items() for n in days}
    talk = to_suggestion(replace(CLINIC, busy=busy))
    assert "no time free" in talk.last.text and "02920 762000" in talk.last.text


def test_a_wish_is_asked_about_where_several_starts_fit() -> None:
    talk = to_suggestion()(say("thursday evening", day="2026-11-26", time="17:00..20:00"))
    assert talk.last.kind == "time" and "Which one suits you?" in talk.last.text
    assert "18:00" in talk.labels and talk.slot == "time"


def test_another_time_with_somebody_who_is_booked_offers_others() -> None:
    busy = taken(*(Visit("ben", at(day, "07:00"), 700) for day in (26, 28)))
    found = instead(replace(ANY, who="ben", day="2026-11-28"), replace(CLINIC, busy=busy))
    assert found.who == "ben" and found.day == ""


def test_spoken_moments_name_weekday_and_date() -> None:
    assert spoken_moment(at(26, "17:00"), CLINIC) == "Thursday 26 November at 17:00"
    assert spoken_moment(at(26, "22:00"), AMERICAN) == "Thursday, November 26 at 5:00 PM"


@given(st.permutations(["day", "time", "name", "routine"]))
def test_the_order_of_answers_does_not_change_the_offer(order: list[str]) -> None:
    answers = {"day": "2026-11-26", "time": "17:00", "name": "Jo Evans", "routine": "40km"}
    talk = Talk()(say("", "book", consent="yes", complaint__calf="yes", contact="+447700900123"))
    talk(*(say("", **{slot: answers[slot]}) for slot in order), say("skip", "skip"), say("skip", "skip"))
    assert "Thursday 26 November at 17:00 with Anna, £55, for Jo Evans" in talk.last.text


def test_a_time_that_is_none_is_answered_like_any_other_that_cannot_be_had() -> None:
    talk = to_suggestion()(say("", day="2026-11-26", time="soon"))
    assert "no 60-minute session free" in talk.last.text and "Thu 26 Nov, 11:00" in talk.labels


# ---------------------------------------------------------------- days with hours of their own, refusals, shifts


def typed(text: str, intent: str = "inform") -> Said:
    """A message about time as it is understood while a day is asked for."""
    frame = Frame(datetime(2026, 11, 24, 10, 15), CLINIC.profile.hours, asked="day", zone=CLINIC.zone)
    return say(text, intent, **answers(text, frame))


def offered(text: str, wish: Wish = ANY) -> list[str]:
    """Every start that a message leaves."""
    said = typed(text).answers
    return starts(replace(wish, day=said.get("day", ""), time=said.get("time", "")))


def test_each_of_two_days_is_offered_at_its_own_hour() -> None:
    assert offered("Tues at 3 or Thurs at 10", replace(ANY, who="anyone")) == ["Tue 15:00"]
    assert offered("Wed at 3 or Thurs at 11") == ["Wed 15:00", "Thu 11:00"]


def test_a_day_beside_one_with_an_hour_is_offered_whole() -> None:
    found = offered("friday. or wednesday at 3")
    assert found[:2] == ["Wed 15:00", "Fri 07:00"] and len(found) > 10


def test_the_buttons_keep_each_day_with_its_hour() -> None:
    talk = to_suggestion()(typed("Wed at 3 or Thurs at 11"))
    assert talk.labels[:2] == ["Wed 25 Nov, 15:00", "Thu 26 Nov, 11:00"]


def test_hours_for_two_days_that_are_gone_are_told_with_their_days() -> None:
    wish = replace(ANY, day="2026-11-25|2026-11-29", time="2026-11-25T05:00|2026-11-29T10:00")
    assert "free on Wed 25 Nov at 05:00 or on Sun 29 Nov at 10:00" in refusal(wish, CLINIC)


def test_another_day_than_those_with_hours_of_their_own_is_met_at_any_of_them() -> None:
    wish = replace(ANY, day="2026-11-26", time="2026-11-24T15:00|2026-11-25T11:00")
    assert starts(wish) == ["Thu 11:00", "Thu 15:00"]


def test_a_morning_refused_is_not_offered_and_the_rest_of_that_day_is() -> None:
    found = offered("next week but not monday morning")
    mondays = [start for start in found if start.startswith("Mon")]
    assert mondays[0] == "Mon 12:00" and "Tue 07:00" in found


def test_not_monday_morning_leaves_every_other_time() -> None:
    found = offered("not monday morning")
    assert "Mon 12:00" in found and "Mon 08:00" in [*found] and found.count("Mon 08:00") < found.count("Mon 13:00")


def test_one_hour_refused_leaves_those_around_it() -> None:
    found = offered("thursday afternoon, not 3")
    assert "Thu 14:45" in found and "Thu 15:00" not in found


def test_mornings_from_nine_on_stay_mornings() -> None:
    found = [start.split()[1] for start in offered("mornings, not before 9")]
    assert min(found) == "09:00" and max(found) < "12:00"


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("can you move it half an hour later", at(26, "17:00")),
        ("move it an hour later please", at(26, "17:30")),
        ("bring it forward by an hour and a half", at(26, "15:00")),
        ("could we change it to 5.30", at(26, "17:30")),
        ("push it back a week", at(26, "16:30") + timedelta(7)),
        ("move my thursday 4.30 to 6", at(26, "18:00")),
        ("bring it forward a day at 3", at(25, "15:00")),
    ],
)
def test_an_appointment_moves_by_as_much_as_was_said(words: str, start: datetime) -> None:
    talk = Talk(ONE)(typed(words, "reschedule"), YES)
    assert [move.visit.start for move in talk.did(Move)] == [start]


def test_an_hour_that_is_not_free_that_day_is_said_to_be_gone_before_others_are_offered() -> None:
    busy = taken(FIRST.visit, Visit("anna", at(26, "11:00"), 480), Visit("ben", at(26, "12:00"), 480))
    talk = Talk(replace(ONE, busy=busy))(say("to 6", "reschedule", time="18:00"))
    assert talk.last.text.startswith("I have no 60-minute session free on Thursday 26 November at 18:00.")
    assert talk.labels[0] == "Thu 26 Nov, 16:30"


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        ("", "-30", ("2026-11-26", "16:00")),
        ("-1", "", ("2026-11-25", "16:30")),
        ("+7", "09:00", ("2026-12-03", "09:00")),
        ("2026-11-27", "10:00", ("2026-11-27", "10:00")),
        ("2026-11-30..2026-12-06", "+0", ("2026-11-30..2026-12-06", "16:30")),  # "next week, same time"
    ],
)
def test_a_shift_counts_from_the_appointment(day: str, hour: str, expected: tuple[str, str]) -> None:
    assert shifted(day, hour, datetime(2026, 11, 26, 16, 30)) == expected


@pytest.mark.parametrize("nonsense", ["+60", "2026-99-99T10:00", "T", "..", "17:00..", "!", "!x", "2026-11-26T"])
def test_what_is_no_time_of_day_is_met_by_no_start_or_by_any_and_can_be_spoken_of(nonsense: str) -> None:
    assert mask(nonsense, date(2026, 11, 26), CLINIC.zone).bit_count() in (0, 1, 100)
    assert all(isinstance(words, str) for words in spoken_hours(nonsense, "en_GB", CLINIC.today, CLINIC.zone))
