"""Days, parts of the day and hours by the names that people give them."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.when import Frame, times

HOURS = (*[(time(7), time(20))] * 6, None)
AUTUMN, WINTER = datetime(2026, 11, 24, 10, 15), datetime(2027, 1, 5, 9)

FEASTS = """
could I come in on new year's eve => 2026-12-31
a slot the day after boxing day => 2026-12-27
st. andrew's day for my achilles => 2026-11-30
can you do black friday => 2026-11-27
cyber monday, in the evening => 2026-11-30
turkey day eve would be grand => 2026-11-25
on the eve of christmas => 2026-12-24
the monday after thanksgivin => 2026-11-30
three days before xmas => 2026-12-22
two days out from christmas please => 2026-12-23
the morrow of boxing day => 2026-12-27
hump day works => 2026-11-25
next hump day => 2026-12-02
anything the weekend of the 5th? => 2026-12-05
my race is sunday 6th december, can I come the friday evening before my race => 2026-12-04
my race is sunday 6th december, can I come the wednesday morning after it => 2026-12-09
thanksgiving weekend please => 2026-11-28
book me for christmas week => 2026-12-21
"""
LATER_FEASTS = """
presidents' day => 2027-02-15
mlk day => 2027-01-18
st valentine's day, before the run => 2027-02-14
pancake day => 2027-02-09
shrove tuesday morning => 2027-02-09
st dwynwen's day => 2027-01-25
burns night => 2027-01-25
the ides of february => 2027-02-13
the ides of march => 2027-03-15
good friday => 2027-03-26
easter monday => 2027-03-29
the next bank holiday => 2027-03-26
mothers day => 2027-03-07
fathers day => 2027-06-20
memorial day => 2027-05-31
labor day => 2027-09-06
"""
FROM_NOW = """
three sleeps from now => 2026-11-27
two fridays from now => 2026-12-04
two tuesdays from now => 2026-12-08
hold off till the 9th please => 2026-12-09
a week after this coming thursday => 2026-12-03
the nearest friday => 2026-11-27
the coming week => 2026-11-30
this time next week => 2026-12-01
I can see Anna on saturday, or the same day next week => 2026-11-28 2026-12-05
next weekend, sat ideally => 2026-12-05
this wknd => 2026-11-28
the first weekend in december => 2026-12-05
in the new year => 2027-01-01
in december, the 1st or 2nd => 2026-12-01 2026-12-02
sometime in january, the 5th? => 2027-01-05
a saturday spot, the 5th => 2026-12-05
on or after the 3rd => 2026-12-03
up to the 3rd => 2026-11-24
could I be seen on the third? => 2026-12-03
cancel the fri 4th one => 2026-12-04
can you do the 16. or the 18. => 2026-12-16 2026-12-18
shift the 14th to the 10th => 2026-12-14 2026-12-10
tengo libre el miércoles, can you fit me in => 2026-11-25
jueves please => 2026-11-26
dydd gwener please => 2026-11-27
fory if you can => 2026-11-25
"""
CLOCKS = """
thursday on the stroke of four => 2026-11-26T16:00
friday, when the clock strikes three => 2026-11-27T15:00
two on the dot tomorrow => 2026-11-25T14:00
friday at high noon => 2026-11-27T12:00
wednesday 4 sharp => 2026-11-25T16:00
thursday round 3 => 2026-11-26T15:00
thursday bout 3 => 2026-11-26T15:00
friday at 11, though. 4, say? => 2026-11-27T11:00 2026-11-27T16:00
my saturday 3pm doesn't suit, could it be 10 that morning => 2026-11-28T15:00 2026-11-28T10:00
I have saturday 5pm, can I come 2 that day => 2026-11-28T17:00 2026-11-28T14:00
saturday at 10 is no use. 12? => 2026-11-28T10:00 2026-11-28T12:00
my saturday 9am could become 10? => 2026-11-28T09:00 2026-11-28T10:00
coming friday by 3 => 2026-11-27T15:00
on saturday I can be there by about 3 => 2026-11-28T15:00
a quarter of an hour after noon on friday => 2026-11-27T12:15
60 minutes after 5pm on friday => 2026-11-27T17:00..20:00
I'm off the bus 8:15 on friday => 2026-11-27T08:15
can we make it a week later? it is booked for saturday at 3 => 2026-11-28T15:00 2026-12-05T15:00
my 10 tomorrow, could it be 2 => 2026-11-25T10:00 2026-11-25T14:00
move tomorrow's 10am one to 11 => 2026-11-25T10:00 2026-11-25T11:00
half-nine friday => 2026-11-27T09:30
mid-day friday => 2026-11-27T12:00
saturday (5 ideally) => 2026-11-28T17:00
anything saturday, preferably 5 => 2026-11-28T17:00
I have saturday at 5, need 6 => 2026-11-28T17:00 2026-11-28T18:00
saturday after lunch, 2 o'clock => 2026-11-28T14:00
my saturday at 3, can it be a week later => 2026-11-28T15:00 2026-12-05T15:00
can we push my saturday 3pm back an hour => 2026-11-28T15:00 2026-11-28T16:00
can we push my saturday back an hour => 2026-11-28T00:00..00:00
friday threeish => 2026-11-27T15:00
friday fivish => 2026-11-27T17:00
viernes a las 4 => 2026-11-27T16:00
friday, or 6 at a push => 2026-11-27T18:00
tuesday 1 December, 10.45. Thank you => 2026-12-01T10:45
"""
PARTS = """
friday forenoon => 2026-11-27T07:00..12:00
friday avo => 2026-11-27T12:00..17:00
friday dinnertime => 2026-11-27T12:00..14:00
friday suppertime => 2026-11-27T17:00..19:00
friday over the lunch hour => 2026-11-27T12:00..14:00
friday a.m. => 2026-11-27T07:00..12:00
friday p.m. => 2026-11-27T12:00..17:00
friday post work => 2026-11-27T17:00..20:00
friday pre work => 2026-11-27T07:00..09:00
friday when I'm off work => 2026-11-27T17:00..20:00
friday close of play => 2026-11-27T18:00..20:00
friday post lunch => 2026-11-27T13:00..17:00
friday as soon as you open => 2026-11-27T07:00..09:00
friday in the run-up to lunch => 2026-11-27T07:00..12:00
friday after like 6 => 2026-11-27T18:00..20:00
late friday afternoon => 2026-11-27T15:00..17:00
early friday evening => 2026-11-27T17:00..19:00
friday before tea => 2026-11-27T12:00..17:00
midmorning friday => 2026-11-27T07:00..12:00
friday 4+ => 2026-11-27T16:00..20:00
friday post 4 => 2026-11-27T16:00..20:00
friday, I can't get there till 6 => 2026-11-27T18:00..20:00
friday earliest 4 => 2026-11-27T16:00..20:00
friday after lunch, 3 onwards => 2026-11-27T15:00..17:00
friday tween 2 and 4 => 2026-11-27T14:00..16:00
"""


def read(text: str, frame: Frame) -> list[str]:
    """The times of a message, the end of a stretch behind two dots."""
    found = times(text, frame)
    return [one.start.isoformat("T", "minutes") + (f"..{one.end:%H:%M}" if one.end else "") for one in found]


def rows(table: str) -> list[list[str]]:
    return [row.split(" => ") for row in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "day"), [*rows(FEASTS), *rows(FROM_NOW)])
def test_a_day_is_known_by_its_name(text: str, day: str) -> None:
    assert [one[:10] for one in read(text, Frame(AUTUMN, HOURS))] == day.split()


@pytest.mark.parametrize(("text", "day"), rows(LATER_FEASTS))
def test_a_feast_falls_on_its_day_of_that_year(text: str, day: str) -> None:
    assert [one[:10] for one in read(text, Frame(WINTER, HOURS, horizon=365))] == [day]


@pytest.mark.parametrize(("text", "moment"), rows(CLOCKS))
def test_an_hour_is_heard_however_it_is_told(text: str, moment: str) -> None:
    assert read(text, Frame(AUTUMN, HOURS)) == moment.split()


@pytest.mark.parametrize(("text", "part"), rows(PARTS))
def test_a_part_of_the_day_has_many_names(text: str, part: str) -> None:
    assert read(text, Frame(AUTUMN, HOURS)) == part.split()


def test_dinner_and_mothers_day_are_where_the_clinic_is() -> None:
    american = Frame(WINTER, HOURS, locale="en_US", horizon=365)
    assert read("friday at dinnertime", american) == ["2027-01-08T17:00..19:00"]
    assert read("mother's day", american) == ["2027-05-09T00:00..00:00"]


@pytest.mark.parametrize(("year", "easter"), [
    (2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (2026, date(2026, 4, 5)),
    (2030, date(2030, 4, 21)), (2035, date(2035, 3, 25)), (2038, date(2038, 4, 25)), (2049, date(2049, 4, 18)),
])  # fmt: skip
def test_easter_is_found_in_every_year(year: int, easter: date) -> None:
    frame = Frame(datetime(year, 3, 1, 9), HOURS, horizon=90)
    assert [one.start.date() for one in times("easter sunday", frame)] == [easter]
    assert [one.start.date() for one in times("easter monday", frame)] == [easter + timedelta(1)]


@pytest.mark.parametrize("text", [
    "it has hurt since halloween", "it went on the third lap", "on the second day it swelled", "the 7th rib is sore",
    "do you have valentine's day gift cards", "a mother's day voucher for mam",
])  # fmt: skip
def test_what_hurts_and_since_when_is_no_wish(text: str) -> None:
    assert not times(text, Frame(AUTUMN, HOURS))


def test_a_holiday_whose_date_is_told_is_no_second_day() -> None:
    told = "christmas falls on the 25th, could I have the 23rd"
    assert [one[:10] for one in read(told, Frame(AUTUMN, HOURS))] == ["2026-12-23"]


def test_weeknights_are_the_evenings_of_workdays() -> None:
    days = [date(2026, 11, 30) + timedelta(n) for n in range(5)]
    assert read("weeknights next week", Frame(AUTUMN, HOURS)) == [f"{day}T17:00..20:00" for day in days]


def test_an_afternoon_is_that_of_the_day_whose_morning_is_refused() -> None:
    told = "can't do saturday morning, but the afternoon is clear"
    assert read(told, Frame(AUTUMN, HOURS)) == ["2026-11-28T07:00..12:00", "2026-11-28T12:00..17:00"]


def test_a_refused_hour_is_refused_on_each_day_that_is_wanted() -> None:
    found = times("thursday or saturday, but not between 3 and 4", Frame(AUTUMN, HOURS))
    assert [f"{one.start:%a %H}" for one in found if one.role == "not"] == ["Thu 15", "Sat 15"]
