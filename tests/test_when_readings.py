"""What days and hours mean that stand apart, go by other names, or lean on each other.

Read on Tuesday 24 November 2026 at 10:15 by a clinic open Monday to Saturday, 7–20.
"""

from datetime import datetime, time

import pytest

from bot.when import Frame, Judgement, phrases, times

NOW = datetime(2026, 11, 24, 10, 15)
HOURS = (*[(time(7), time(20))] * 6, None)


def starts(text: str, asked: str = "", locale: str = "en_GB") -> str:
    """Role, start and, of a stretch of hours, end of every time, as "want 26T16:00..18:00"."""
    found = times(text, Frame(NOW, HOURS, asked=asked, locale=locale))
    ends = [f"..{one.end:%H:%M}" if one.end and one.end.time() > time() else "" for one in found]
    return ", ".join(f"{one.role} {one.start:%dT%H:%M}{end}" for one, end in zip(found, ends, strict=True)) or "-"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("please move my booking, it's on friday at 3", "from 27T15:00"),
        ("could we reschedule? it's for the 4th so how about the 5th", "from 04T00:00, want 05T00:00"),
        ("can I move friday, the party's moved, it's on the 28th", "from 27T00:00, want 28T00:00"),
        ("could you move me, my physio is busy, it's on friday at 3", "want 27T15:00"),
        ("long days on thursday and friday, can I cancel the 2nd", "from 02T00:00"),
        ("push my appointment to between the 2nd and the 4th", "want 02T00:00"),
        ("move me from thursday at 9 to friday at 10", "from 26T09:00, want 27T10:00"),
        ("put thursday's off till monday", "from 26T00:00, want 30T00:00"),
        ("shift my monday at 4 to wednesday at 5", "from 30T16:00, want 02T17:00"),
        ("on thursday I'd sooner 9:15 instead of 12:15", "want 26T09:15, from 26T12:15"),
        ("instead of 10 on friday, how about 3?", "from 27T10:00, want 27T15:00"),
        ("could my noon on friday be a 4", "from 27T12:00, want 27T16:00"),
        ("reschedule: thursday 8am to 11", "from 26T08:00, want 26T11:00"),
        ("delay the one on the 3rd by a week", "from 03T00:00, want 10T00:00"),
        ("change me from 9 to 10 on saturday", "from 28T09:00, want 28T10:00"),
        ("bump my appointment on friday 4 december to the saturday", "from 04T00:00, want 05T00:00"),
        ("is it alright to move thursday to next week", "from 26T00:00, want 30T00:00"),
        ("my thursday 9am needs moving, 1 if possible", "from 26T09:00, want 26T13:00"),
        ("nudge that thursday appointment of mine to friday", "from 26T00:00, want 27T00:00"),
        ("scratch the 2pm on thursday", "from 26T14:00"),
        ("exams on friday, which is when I'm with you. monday?", "from 27T00:00, want 30T00:00"),
        ("saturday at 10, that's the slot you have me in. any other day?", "from 28T10:00"),
        ("no 1 december for me, take it off the diary", "from 01T00:00"),
        ("push tomorrow's out by two days", "from 25T00:00, want 27T00:00"),
        ("could my booking go from thursday to friday", "from 26T00:00, want 27T00:00"),
        ("bring my thursday 3 forward to 1", "from 26T15:00, want 26T13:00"),
        ("you have me in on friday, could it be monday?", "from 27T00:00, want 30T00:00"),
    ],
)
def test_a_move_says_from_when_to_when(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday any time, monday just till 2", "want 27T00:00, want 30T07:00..14:00"),
        ("thursday, whenever, or saturday after 3", "want 26T00:00, want 28T15:00..20:00"),
        ("2 dec or 3 dec, as you like, 5 on either", "want 02T17:00, want 03T17:00"),
        ("the physio here? Thursday. 4. Thanks.", "want 26T16:00"),
        ("friday morning, after 2 if need be", "want 27T07:00..12:00, want 27T14:00..20:00"),
        ("7 in the evening on the 3rd", "want 03T19:00"),
        ("saturday from about 9 to 11", "want 28T09:00..11:00"),
        ("the morning one on friday", "want 27T07:00..12:00"),
        ("morning > evening, so thursday morning", "want 26T07:00..12:00"),
        ("friday dawn till dusk, saturday till 9", "want 27T00:00, want 28T07:00..09:00"),
        ("the big hand at the 5, thursday", "want 26T17:00"),
        ("could I have 8 on friday", "want 27T08:00"),
        ("tomorrow, either 12 or 1", "want 25T12:00, want 25T13:00"),
        ("friday morning as soon as you open", "want 27T07:00..09:00"),
        ("on friday I could do with 9", "want 27T09:00"),
        ("thursday bw 2 and 4", "want 26T14:00..16:00"),
    ],
)
def test_hours_go_with_their_days(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the thursday after this one at 5", "want 03T17:00"),
        ("any thursday the 3rd in the morning", "want 03T07:00..12:00"),
        ("same day as today but next week", "want 01T00:00"),
        ("two weeks on from today at 9", "want 08T09:00"),
        ("the friday straight after the 3rd", "want 04T00:00"),
        ("the week following christmas", "want 28T00:00"),
        ("after christmas, the 30th, in the evening", "want 30T17:00..20:00"),
        ("the 3rd is no good, another day that week?", "not 03T00:00, want 30T00:00"),
        ("the week of the 14th is out, but the week before suits", "not 14T00:00, want 07T00:00"),
        ("the eve of thanksgiving weekend", "want 27T00:00"),
        ("start of the week, monday if there's a choice", "want 30T00:00"),
        ("2 or 3 december", "want 02T00:00, want 03T00:00"),
        ("early next week, tuesday for choice", "want 01T00:00"),
        (
            "this week, any weeknight",
            "want 24T17:00..20:00, want 25T17:00..20:00, want 26T17:00..20:00, want 27T17:00..20:00",
        ),
        ("wednesdays at ten, the coming one please", "want 25T10:00"),
        ("any thursday at 4, the day after tomorrow I mean", "want 26T16:00"),
    ],
)
def test_days_are_reckoned_from_other_days(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow's wednesday so the day after", "want 26T00:00"),
        ("day after tomorrow is the 26th so let's do the day after that", "want 27T00:00"),
        ("thursday is thanksgiving, so not then, saturday at 9", "not 26T00:00, want 28T09:00"),
        ("tomorrow is fine, thursday too", "want 25T00:00, want 26T00:00"),
    ],
)
def test_what_a_day_is_called_as_well_is_no_wish(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anything next week besides tuesday", "want 30T00:00, not 01T00:00"),
        ("any day but friday next week", "want 30T00:00, not 04T00:00"),
        ("any but saturday", "not 28T00:00"),
        ("friday, but keep clear of lunchtime", "want 27T00:00, not 27T12:00..14:00"),
        ("thursday's fine unless it's lunchtime", "want 26T00:00, not 26T12:00..14:00"),
        ("next week please. friday is the only day I can't", "want 30T00:00, not 04T00:00"),
        ("I've exams thursday so I can't do that, friday I can", "not 26T00:00, want 27T00:00"),
        ("do not book thursday, friday is fine", "not 26T00:00, want 27T00:00"),
        ("any day, as long as it isn't thursday", "not 26T00:00"),
        ("just no 27 november for me", "not 27T00:00"),
        ("we've visitors all friday so that one's out, saturday?", "not 27T00:00, want 28T00:00"),
    ],
)
def test_some_of_the_days_and_hours_are_refused(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "seventy-two in june, is that too old?",
        "how many days before a race is best, 2? 3?",
        "four nights on the trot and my feet are killing me",
        "when the christmas rush is over",
    ],
)
def test_numbers_and_names_in_passing_are_no_times(text: str) -> None:
    assert phrases(text, Frame(NOW, HOURS)) == []


def test_a_date_in_america_is_not_taken_apart() -> None:
    assert starts("12/10 after 3", locale="en_US") == "want 10T15:00..20:00"


def test_a_day_and_what_is_left_out_of_it_are_one_phrase() -> None:
    text = "any day but friday next week"
    assert phrases(text, Frame(NOW, HOURS)) == [(0, len(text))]


def test_on_its_first_day_a_week_starts() -> None:
    monday = Frame(datetime(2026, 11, 30, 10), HOURS)
    assert [f"{one.start:%d}" for one in times("the start of the week please", monday)] == ["30"]


def test_as_many_hours_as_something_lasted_are_no_hour_of_another_day() -> None:
    text = "on my feet 9 hours friday, 9 saturday"
    assert [text[start:end] for start, end in phrases(text, Frame(NOW, HOURS))] == ["friday", "saturday"]


def test_who_is_refused_what_was_said_to_be_left_out_has_the_rest() -> None:
    judged = Judgement({"not": 0.9, "want": 0.9}, [("friday", {"want": 0.95}), ("not after 4", {"not": 0.95})])
    found = times("friday, bar not after 4", Frame(NOW, HOURS), judged)
    assert [(one.role, f"{one.start:%d %H}") for one in found] == [("want", "27 00"), ("not", "27 16")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can't get out of the shop before 4, thursday?", "want 26T16:00..20:00"),
        ("friday, but I couldn't be there until half 2", "want 27T14:30..20:00"),
        ("won't make it over to you before 10 on friday", "want 27T10:00..20:00"),
        ("can't stay past 3 on thursday", "want 26T07:00..15:00"),
        ("thursday, I have to be away by 12", "want 26T07:00..12:00"),
        ("friday 4ish, 5 at the latest", "want 27T16:00"),
        ("is there a 9 or a 10 on friday", "want 27T09:00, want 27T10:00"),
        ("thursday, 8 or after 6", "want 26T08:00, want 26T18:00..20:00"),
        ("the bus is in at 9 on friday, I could be with you for 10", "want 27T10:00"),
        ("friday, in the a.m.", "want 27T07:00..12:00"),
        ("my class is over by 4 on friday, so 4 on", "want 27T16:00..20:00"),
        ("is 3 taken tomorrow", "want 25T15:00"),
        ("do you do 6?", "want 24T18:00"),
        ("friday if we are wrapped up by 11", "want 27T07:00..11:00"),
        ("ten minutes shy of midday on friday", "want 27T11:50"),
        ("from 10 to about 12 on friday", "want 27T10:00..12:00"),
        ("11 is fine on friday", "want 27T11:00"),
    ],
)
def test_what_hours_are_open_is_told_in_many_ways(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm at my desk till 3 on friday, anything after that?", "want 27T15:00..20:00"),
        ("yoga is over at 10 thursday, so from then on", "want 26T10:00..20:00"),
        ("swim club on friday from 4 on, earlier that day please", "want 27T07:00..16:00"),
        ("thursday I teach from 9 to 11. straight after that?", "want 26T11:00..20:00"),
        ("9 on thursday's no use, but 10 that same day is", "not 26T09:00, want 26T10:00"),
        ("my knee class is at 10 on friday, anything earlier that day?", "want 27T07:00..10:00"),
        ("yoga at noon on friday, earlier that day, before 10?", "want 27T07:00..10:00"),
        ("friday I'm at my desk until 2, the rest of the day is yours", "want 27T14:00..20:00"),
        ("free tomorrow? I teach till 1 so after that", "want 25T13:00..20:00"),
        ("from then on", "-"),
        ("mornings, earlier that day", "want 24T07:00..12:00"),
    ],
)
def test_hours_are_reckoned_from_the_hour_told_before(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pop me in a week on from today", "want 01T00:00"),
        ("see me in a week tomorrow at 10", "want 02T10:00"),
        ("put me in for a week saturday", "want 05T00:00"),
        ("week from tomorrow at 3", "want 02T15:00"),
        ("in about an hour and a half", "want 24T11:45"),
        ("the week after this", "want 30T00:00"),
        ("any time this coming week", "want 30T00:00"),
        ("the thursday after this", "want 03T00:00"),
        ("the last day of this month", "want 30T00:00"),
        ("today fortnight", "want 08T00:00"),
        ("todays no use to me, tomorrows fine", "not 24T00:00, want 25T00:00"),
        ("anywhere from thursday through to saturday", "want 26T00:00"),
        ("my slot is on the 3rd. anything from the 4th to the 6th?", "from 03T00:00, want 04T00:00"),
        ("about my appointment on the 3rd, any time from the 4th to the 6th?", "from 03T00:00, want 04T00:00"),
        ("put my massage back till next week", "want 30T00:00"),
        ("saturday the 5th'll do nicely", "want 05T00:00"),
        ("thursdi or satdi", "want 26T00:00, want 28T00:00"),
        ("fridays suit, so this one", "want 27T00:00"),
        ("I'm only free mondays, could it be the 7th", "want 07T00:00"),
    ],
)
def test_days_are_named_in_many_ways(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thursday nah, friday yes", "not 26T00:00, want 27T00:00"),
        ("please never put me in on a thursday", "not 26T00:00"),
        ("there's no point me coming on thursday, friday at 9?", "not 26T00:00, want 27T09:00"),
        ("I'll have to let go of thursday's massage", "from 26T00:00"),
        ("nix the friday 10am", "from 27T10:00"),
        ("friday session to saturday please", "from 27T00:00, want 28T00:00"),
        ("thursday appt -> friday", "from 26T00:00, want 27T00:00"),
        ("shift me to saturday, I had friday at 9", "want 28T00:00, from 27T09:00"),
        ("I had thursday at 2, how about friday", "from 26T14:00, want 27T00:00"),
        ("thursday was the idea, friday would be better", "from 26T00:00, want 27T00:00"),
        ("friday instead, not thursday as arranged", "want 27T00:00, from 26T00:00"),
        ("swap my 10 for an 11 on friday", "from 27T10:00, want 27T11:00"),
        ("I'm on shift on thursday. friday?", "want 27T00:00"),
        ("the slot on friday rescheduled please", "from 27T00:00"),
        ("can my friday 10 become friday at 1", "from 27T10:00, want 27T13:00"),
    ],
)
def test_what_will_not_do_and_what_gives_way_is_told_in_many_ways(text: str, expected: str) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("either one or two", "want 24T13:00, want 24T14:00"),
        ("3, no 4", "want 24T16:00"),
        ("half 2, no half 3", "want 24T15:30"),
        ("8 or after 5", "want 25T08:00, want 24T17:00..20:00"),
    ],
)
def test_an_hour_that_was_asked_for_is_told_in_many_ways(text: str, expected: str) -> None:
    assert starts(text, asked="time") == expected


def test_an_hour_that_was_asked_for_in_the_evening_is_tomorrows() -> None:
    evening = Frame(datetime(2026, 11, 24, 18, 42), HOURS, asked="time")
    assert [f"{one.start:%dT%H}" for one in times("not before 2", evening)] == ["25T14"]
    assert [f"{one.start:%dT%H}" for one in times("before 19:30", evening)] == ["24T07"]


def test_a_month_answers_the_question_for_a_day() -> None:
    spring = Frame(datetime(2027, 2, 13, 8, 5), HOURS)
    assert [f"{one.start:%m-%d}" for one in times("could you fit me in for march", spring)] == ["03-01"]
    assert starts("march", asked="day") == "want 01T00:00"
    assert starts("first of the month", asked="day") == "want 01T00:00"
    assert starts("may do", asked="day") == "-"
