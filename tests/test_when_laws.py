"""What holds for every message, whatever is in it."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.when import Frame, Mention, answers, mentions, race_day, since, times

DAY = (time(7), time(20))
WORDS = """
    monday tues weds thursdays friday sat sunday next this last coming week weekend fortnight month today tomorrow
    yesterday tonight morning arvo evening lunchtime noon at after before between and or not except until by from to
    - , . ? / : ( ) 1 2 5 7 10 12 14 17 30 45 99 1700 2026 5pm 5.30 17:00 half quarter past in ago for since a
    couple of few days weeks hours minutes years the my 14th 31st 32nd second december feb may 30/2 14/12 12-14
    2026-12-14 24/7 7/10 10k marathon race run ran started sore move cancel instead can i come want busy away asap
    whenever any day time early late end mid w/c christmas first thing work ish am pm before after o'clock within
    next few one two twenty five thirty km 07700 900123 £60 x a@b.co 😀 999999999999
""".split()
LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
SLOTS = ("", "day", "time", "since", "race", "severity", "length")

hours = st.tuples(*[st.sampled_from((DAY, (time(9), time(17)), (time(0), time(23, 45)), None))] * 7)
frames = st.builds(
    Frame,
    now=st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)),
    hours=hours,
    locale=st.sampled_from(("en_GB", "en_US")),
    race=st.none() | st.dates(date(2024, 1, 1), date(2031, 12, 31)),
    asked=st.sampled_from(SLOTS),
    horizon=st.integers(0, 120),
    zone=st.sampled_from((None, LONDON, NEW_YORK)),
)
messages = st.lists(st.sampled_from([*WORDS, "\n"]), max_size=12).map(" ".join)


def everything(text: str, frame: Frame) -> tuple[object, ...]:
    return tuple(read(text, frame) for read in (mentions, times, answers, since, race_day))


@given(messages | st.text(alphabet=st.characters(), max_size=200), frames)
def test_reading_never_fails_and_says_the_same_twice(text: str, frame: Frame) -> None:
    assert everything(text, frame) == everything(text, frame)


@given(messages, frames)
def test_every_day_offered_can_be_booked(text: str, frame: Frame) -> None:
    day = answers(text, frame).get("day", "")
    days = (
        []
        if day.startswith(("past:", "far:", "impossible:", "contradiction:", "+", "-"))
        else [d for d in day.split("|") if d]
    )
    for first, last in ((alternative.split("..")[0], alternative.split("..")[-1]) for alternative in days):
        assert frame.today <= date.fromisoformat(first) <= date.fromisoformat(last)
        assert date.fromisoformat(last) <= frame.today + timedelta(frame.horizon)


@given(messages, frames)
def test_every_hour_wished_or_refused_is_a_time_of_day_on_a_day_to_come(text: str, frame: Frame) -> None:
    for alternative in filter(None, answers(text, frame).get("time", "").split("|")):
        day, dated, hours = alternative.removeprefix("!").rpartition("T")
        first, _, last = hours.partition("..")
        assert time.fromisoformat(first) < time.fromisoformat(last or "23:59:59")
        assert not dated or frame.today <= date.fromisoformat(day) <= frame.last


@given(messages, frames)
def test_a_mention_points_at_its_words_and_ends_after_it_starts(text: str, frame: Frame) -> None:
    for one in mentions(text, frame):
        assert one.text == text[slice(*one.span)]
        assert one.end is None or one.end > one.start
        assert one.role in ("want", "not", "from", "past", "race")
        assert one.grain in ("minute", "hour", "daypart", "day", "weekend", "week", "month", "interval")


@given(messages, frames)
def test_every_time_lies_ahead_within_two_horizons_and_is_shown_by_the_clock(text: str, frame: Frame) -> None:
    for one in times(text, frame):
        assert one.role in ("want", "not", "from") and not one.also and one.impossible in ("", "far")
        if one.role == "want":
            assert (one.end or one.start) > frame.now
            assert one.start.date() <= frame.last + timedelta(frame.horizon)
            assert (one.start.date() > frame.last) == (one.impossible == "far")
            assert one.end or one.impossible or shown(one.start, frame)


@given(
    st.sampled_from(("1am", "1:30am", "2am", "2:30am", "3am", "00:45", "in an hour", "in 2 hours", "in 90 minutes")),
    st.sampled_from((LONDON, NEW_YORK)),
    st.sampled_from((date(2026, 10, 25), date(2027, 3, 28), date(2026, 11, 1), date(2027, 3, 14))),
    st.integers(-26, 4),
)
def test_no_hour_that_the_clocks_leap_over_is_a_wish(said: str, zone: ZoneInfo, change: date, hours: int) -> None:
    now = datetime.combine(change, time(0)) + timedelta(hours=hours)
    frame = Frame(now, (DAY,) * 7, zone=zone)
    for words in (said, f"tomorrow at {said}", f"{change:%d %B} at {said}"):
        assert all(shown(one.start, frame) for one in times(words, frame) if not one.end)


def shown(moment: datetime, frame: Frame) -> bool:
    """Whether there is an instant at which the clinic's clock shows that time."""
    instants = (moment.replace(tzinfo=frame.zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return not frame.zone or any(one.astimezone(frame.zone).replace(tzinfo=None, fold=0) == moment for one in instants)


@pytest.mark.parametrize(("now", "start"), [
    (datetime(2026, 10, 25, 0, 30), datetime(2026, 10, 25, 1, 30)),  # the hour from one to two comes twice
    (datetime(2027, 3, 28, 0, 30), datetime(2027, 3, 28, 3, 30)),  # and is left out in spring
])  # fmt: skip
def test_in_two_hours_is_two_hours_from_now_when_the_clocks_change(now: datetime, start: datetime) -> None:
    assert [one.start for one in times("in 2 hours", Frame(now, (DAY,) * 7, zone=LONDON))] == [start]


@given(messages, frames)
def test_what_began_began_by_today(text: str, frame: Frame) -> None:
    begun = since(text, frame)
    assert begun is None or begun <= frame.today


@given(messages, frames)
def test_a_race_ahead_is_ahead(text: str, frame: Frame) -> None:
    race = race_day(text, frame)
    assert race is None or race[0] == frame.today or race[1] == (race[0] > frame.today)


@pytest.mark.parametrize(
    "text", ["\0", "\ud800 thursday", "\u202ethursday\u202c", "😀" * 50, "٣ ³ ½ Ⅷ", "İ thursday", "()[]{}*+?", ""]
)
def test_strange_characters_are_read_past(text: str) -> None:
    assert set(answers(text, Frame(datetime(2026, 11, 24, 10, 15), (DAY,) * 7))) <= {"day"}


@pytest.mark.parametrize(
    "word", ["thursday ", "5 ", "14/12 ", "10:30 ", "not ", "half ", "a week on friday or ", "07700 ", "-", "a"]
)
def test_only_the_first_thousand_characters_are_read_and_the_work_grows_with_their_number(word: str) -> None:
    frame = Frame(datetime(2026, 11, 24, 10, 15), (DAY,) * 7)
    work = [_calls(mentions, (word * 1000)[:length], frame) for length in (250, 500, 1_000, 10_000)]
    assert work[1] < 2.6 * work[0] + 500
    assert work[2] < 2.6 * work[1] + 500
    assert work[3] < 1.1 * work[2] + 500
    assert work[3] < 1_000_000


def test_of_more_hours_than_anybody_means_the_first_and_the_last_are_read() -> None:
    text = f"wednesday at 10, {'or friday at 11 ' * 20} or saturday at 12"
    found = {one.start for one in times(text, Frame(datetime(2026, 11, 24, 10, 15), (DAY,) * 7))}
    assert found == {datetime(2026, 11, 25, 10), datetime(2026, 11, 27, 11), datetime(2026, 11, 28, 12)}


@given(st.lists(st.sampled_from(["in december", "mornings", "or at 7", "not evenings", "mondays", ","])).map(" ".join))
def test_no_more_alternatives_are_offered_than_two_on_each_day_of_two_weeks(text: str) -> None:
    found = mentions(text, Frame(datetime(2026, 11, 24, 10, 15), (DAY,) * 7))
    assert all(sum(one.role == role for one in found) <= 28 for role in ("want", "not"))


def _calls(read: Callable[[str, Frame], list[Mention]], text: str, frame: Frame) -> int:
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        read(text, frame)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("now", "text", "start"), [
    (datetime(2026, 10, 25, 0, 30), "tomorrow at 10", datetime(2026, 10, 26, 10)),
    (datetime(2027, 3, 27, 12), "tomorrow at 2am", datetime(2027, 3, 28, 2)),
])  # fmt: skip
def test_clock_changes_leave_words_alone(now: datetime, text: str, start: datetime) -> None:
    assert times(text, Frame(now, (DAY,) * 7))[0].start == start
