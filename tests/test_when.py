"""Mentions: where in the text, in which role, from when to when; and clinics with other hours, at other moments."""

from datetime import date, datetime, time

import pytest

from bot.when import Frame, answers, mentions, race_day, since, times

NOW = datetime(2026, 11, 24, 10, 15)  # a Tuesday
SEVEN_TO_EIGHT = (*[(time(7), time(20))] * 6, None)
MORNING_OUT = "not 'thursday, mornings' 11-26T07:00 11-26T12:00 daypart"
TUESDAY = Frame(NOW, SEVEN_TO_EIGHT)


def shown(text: str, frame: Frame = TUESDAY) -> list[str]:
    """Each element of `times` as one line: role, words, start, end, grain."""
    return [
        f"{one.role} {one.text!r} {one.start:%m-%dT%H:%M} {f'{one.end:%m-%dT%H:%M}' if one.end else '-'} {one.grain}"
        for one in times(text, frame)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sat arvo?", ["want 'sat arvo' 11-28T12:00 11-28T17:00 daypart"]),
        ("thursday after 5", ["want 'thursday after 5' 11-26T17:00 11-26T20:00 interval"]),
        ("before 10 on thursday", ["want 'before 10 on thursday' 11-26T07:00 11-26T10:00 interval"]),
        ("thurs at 5", ["want 'thurs at 5' 11-26T17:00 - hour"]),
        ("thurs 5.30", ["want 'thurs 5.30' 11-26T17:30 - minute"]),
        ("thurs 11ish", ["want 'thurs 11ish' 11-26T11:00 - hour"]),
        ("thursday", ["want 'thursday' 11-26T00:00 11-27T00:00 day"]),
        ("next week", ["want 'next week' 11-30T00:00 12-07T00:00 week"]),
        ("this weekend", ["want 'this weekend' 11-28T00:00 11-30T00:00 weekend"]),
        ("next month", ["want 'next month' 12-01T00:00 01-01T00:00 month"]),
        ("in a couple of hours", ["want 'in a couple of hours' 11-24T12:15 - minute"]),
        ("any day except Tuesday", ["not 'Tuesday' 11-24T00:00 11-25T00:00 day"]),
        ("tomorrow at 7", ["want 'tomorrow at 7' 11-25T07:00 - hour", "want 'tomorrow at 7' 11-25T19:00 - hour"]),
        ("today at 7", ["want 'today at 7' 11-24T19:00 - hour"]),
        (
            "tomorrow 7-8",
            [
                "want 'tomorrow 7-8' 11-25T07:00 11-25T08:00 interval",
                "want 'tomorrow 7-8' 11-25T19:00 11-25T20:00 interval",
            ],
        ),
        (
            "my 3pm Thursday to Friday at 4",
            ["from '3pm Thursday' 11-26T15:00 - hour", "want 'Friday at 4' 11-27T16:00 - hour"],
        ),
        (
            "Tues at 3 or Thurs at 10",
            ["want 'Tues at 3' 11-24T15:00 - hour", "want 'Thurs at 10' 11-26T10:00 - hour"],
        ),
        ("Sat after my long run, 11ish", ["want 'Sat after my long run, 11ish' 11-28T11:00 - hour"]),
        ("asap", ["want 'asap' 11-24T10:15 12-02T00:00 interval"]),
        ("mornings next weekend", ["want 'mornings next weekend' 12-05T07:00 12-05T12:00 daypart"]),
        ("thursday, mornings are out", ["want 'thursday' 11-26T00:00 11-27T00:00 day", MORNING_OUT]),
        ("friday morning or friday morning", ["want 'friday morning' 11-27T07:00 11-27T12:00 daypart"]),
        ("not friday, friday is busy", ["not 'friday' 11-27T00:00 11-28T00:00 day"]),
        ("not monday, monday is my sister's wedding", ["not 'monday' 11-30T00:00 12-01T00:00 day"]),
        (
            "any day next week, no mornings",
            ["want 'next week' 11-30T00:00 12-07T00:00 week", "not 'mornings' 11-24T07:00 11-24T12:00 daypart"],
        ),
        ("not mornings", ["not 'mornings' 11-24T07:00 11-24T12:00 daypart"]),
        ("mon or weds", ["want 'mon' 11-30T00:00 12-01T00:00 day", "want 'weds' 11-25T00:00 11-26T00:00 day"]),
        ("thursday no wait friday at 5", ["want 'friday at 5' 11-27T17:00 - hour"]),
        (
            "next week but not tuesday",
            ["want 'next week' 11-30T00:00 12-07T00:00 week", "not 'tuesday' 12-01T00:00 12-02T00:00 day"],
        ),
        (
            "5 on monday, failing that 6 on tuesday next week",
            ["want '5 on monday' 11-30T17:00 - hour", "want '6 on tuesday next week' 12-01T18:00 - hour"],
        ),
        ("whenever works for you", []),
        ("are you open sundays?", []),
        ("today at 9", []),
        ("20 Nov", []),
        ("1 May", []),
        ("in february", ["want 'in february' 02-01T00:00 03-01T00:00 month"]),
        (
            "next friday, not this one",
            ["want 'next friday' 12-04T00:00 12-05T00:00 day", "not 'not this one' 11-27T00:00 11-28T00:00 day"],
        ),
        ("30 February at 5", []),
        ("Friday 5 December", []),
        ("it started on Sunday", []),
        ("ran 10K yesterday", []),
        ("half marathon on the 14th", []),
    ],
)
def test_times_say_where_from_when_to_when(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_mention_knows_why_it_cannot_be_met() -> None:
    texts = ("today at 9", "20 Nov", "1 May", "30 February", "Friday 5 December")
    reasons = [mentions(text, TUESDAY)[0].impossible for text in texts]
    assert reasons == ["past", "past", "far", "30 February", "weekday_contradicts_date"]


def test_mentions_keep_the_past_and_the_race_apart_from_wishes() -> None:
    text = "shin sore for 3 weeks, half marathon on the 14th of next month, can I come thursday after 5?"
    assert [(one.role, one.text) for one in mentions(text, TUESDAY)] == [
        ("past", "for 3 weeks"),
        ("race", "the 14th of next month"),
        ("want", "thursday after 5"),
    ]


@pytest.mark.parametrize(("text", "asked"), [("hello", ""), ("any time", "time"), ("", "day")])
def test_a_message_without_a_time_has_no_mentions(text: str, asked: str) -> None:
    assert mentions(text, Frame(NOW, SEVEN_TO_EIGHT, asked=asked)) == []


def test_an_hour_that_fits_twice_is_one_mention_with_another_reading() -> None:
    [one] = mentions("tomorrow at 7", TUESDAY)
    assert (one.start, one.also) == (datetime(2026, 11, 25, 7), (datetime(2026, 11, 25, 19),))


@pytest.mark.parametrize(
    ("opens", "closes", "text", "expected"),
    [
        (8, 20, "at 5", "17:00"),
        (8, 20, "at 8", "08:00"),
        (6, 14, "at 6", "06:00"),
        (9, 16, "at 5", "17:00"),
        (9, 16, "at 8", "08:00"),
        (9, 16, "after 5", "17:00..18:00"),
        (9, 17, "evening", "17:00..20:00"),
        (9, 17, "before 9", "08:00..09:00"),
        (9, 17, "before 5", "09:00..17:00"),
        (9, 17, "5 to 7", "17:00..19:00"),
        (6, 22, "6", "06:00|18:00"),
        (0, 23, "until midnight", "00:00..23:59"),
        (9, 17, "first thing", "09:00..11:00"),
        (9, 17, "last thing", "15:00..17:00"),
    ],
)
def test_a_bare_hour_is_read_within_opening_hours(opens: int, closes: int, text: str, expected: str) -> None:
    frame = Frame(NOW, ((time(opens), time(closes)),) * 7, asked="time")
    assert answers(text, frame).get("time", "") == expected


def test_an_hour_is_read_by_the_hours_of_its_weekday() -> None:
    late_thursday = (*[(time(8), time(13))] * 3, (time(13), time(21)), None, None, None)
    frame = Frame(NOW, late_thursday)
    assert answers("thursday at 8", frame)["time"] == "20:00"
    assert answers("wednesday at 8", frame)["time"] == "08:00"
    assert answers("thursday morning or after 5", frame)["time"] == "13:00..16:00|17:00..21:00"


def test_a_clinic_without_hours_is_taken_for_one_open_by_day() -> None:
    assert answers("tomorrow at 5", Frame(NOW, (None,) * 7)) == {"day": "2026-11-25", "time": "17:00"}
    assert times("at 5", Frame(NOW, (None,) * 7))[0].start == datetime(2026, 11, 24, 17)


def test_today_counts_until_its_hour_has_gone() -> None:
    evening = Frame(datetime(2026, 11, 24, 20, 30), SEVEN_TO_EIGHT)
    assert answers("tuesday", TUESDAY)["day"] == "2026-11-24"
    assert answers("tuesday", evening)["day"] == "2026-12-01"
    assert answers("tuesday at 9", TUESDAY)["day"] == "2026-12-01"
    assert answers("tuesday at 7", TUESDAY) == {"day": "2026-11-24", "time": "19:00"}


def test_a_weekday_with_an_hour_only_a_moment_away_is_next_weeks_while_today_is_today() -> None:
    def day(text: str, now: datetime) -> int:
        return times(text, Frame(now, SEVEN_TO_EIGHT))[0].start.day

    shortly = datetime(2026, 11, 24, 17, 20)
    assert [day(text, shortly) for text in ("tuesday at 6", "today at 6", "this tuesday at 6")] == [1, 24, 24]
    assert [day(text, shortly) for text in ("tuesday at half 6 or 7", "tuesday after 6", "tuesday evening")] == [24] * 3
    assert day("tuesday at 6", datetime(2026, 11, 24, 16, 20)) == 24


def test_weeks_start_on_monday_and_weekends_on_saturday() -> None:
    sunday = Frame(datetime(2026, 11, 29, 12), SEVEN_TO_EIGHT)
    assert answers("next monday", sunday)["day"] == "2026-11-30"
    assert answers("monday", sunday)["day"] == "2026-11-30"
    assert answers("this weekend", sunday)["day"] == "2026-11-29"
    assert answers("next weekend", sunday)["day"] == "2026-12-05..2026-12-06"
    assert answers("later this week", sunday)["day"] == "2026-11-29"


def test_the_year_turns_with_the_words() -> None:
    new_year = Frame(datetime(2027, 1, 5, 9), SEVEN_TO_EIGHT)
    assert answers("20 December", new_year)["day"] == "past:2026-12-20"
    assert answers("5 January at 5", new_year) == {"day": "2027-01-05", "time": "17:00"}
    assert since("since December", new_year) == date(2026, 12, 1)
    assert since("since the 20th", new_year) == date(2026, 12, 20)
    assert race_day("marathon on 26 April", new_year) == (date(2027, 4, 26), True)
    assert answers("31st", new_year)["day"] == "2027-01-31"


def test_a_month_without_that_day_is_passed_over() -> None:
    assert answers("the 31st", TUESDAY)["day"] == "2026-12-31"
    assert answers("the 30th", Frame(datetime(2027, 2, 2, 9), SEVEN_TO_EIGHT))["day"] == "2027-03-30"


def test_a_far_horizon_lets_a_far_day_through() -> None:
    assert answers("1 May", Frame(NOW, SEVEN_TO_EIGHT, horizon=365))["day"] == "2027-05-01"


def test_a_stretch_is_cut_at_the_horizon() -> None:
    assert answers("next month", Frame(NOW, SEVEN_TO_EIGHT, horizon=10))["day"] == "2026-12-01..2026-12-04"


def test_hours_refused_are_cut_at_the_horizon() -> None:
    said = answers("not weekend mornings", Frame(NOW, SEVEN_TO_EIGHT, horizon=4))
    assert said["time"] == "!2026-11-28T07:00..12:00"


def test_as_soon_as_possible_stays_within_the_horizon() -> None:
    assert answers("asap", Frame(NOW, SEVEN_TO_EIGHT, horizon=3))["day"] == "2026-11-24..2026-11-27"


def test_wishes_that_can_be_met_silence_those_that_cannot() -> None:
    assert answers("1 May or 3 December", TUESDAY)["day"] == "2026-12-03"


def test_a_score_is_a_day_only_where_a_day_was_asked_for_and_can_be_had() -> None:
    september = Frame(datetime(2026, 9, 28, 9), SEVEN_TO_EIGHT, asked="day")
    assert answers("7/10", september) == {"day": "2026-10-07"}
    assert answers("pain 7/10", september) == {}


def test_races_by_locale() -> None:
    assert race_day("marathon on 12/6", TUESDAY) == (date(2027, 6, 12), True)
    assert race_day("marathon on 12/6", Frame(NOW, SEVEN_TO_EIGHT, "en_US")) == (date(2026, 12, 6), True)


def test_an_hour_said_of_no_day_is_meant_in_either_half_as_soon_as_it_comes_and_can_be_booked() -> None:
    both = ["want 'half seven' 11-24T19:30 - minute", "want 'half seven' 11-25T07:30 - minute"]
    assert shown("half seven") == both
    assert shown("half seven", Frame(NOW, SEVEN_TO_EIGHT, horizon=0)) == both[:1]
