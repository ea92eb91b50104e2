"""The law of time: in every zone, across every change of clock from 2024 to 2032, an instant stays that instant."""

import sys
import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from icalendar import Calendar

from bot.__main__ import pin_time_zones
from bot.clinic import Clinic, midnight
from bot.knowledge import Therapist
from bot.mail.calendar import invitation
from bot.messages import Visit
from bot.rhythm.words import BOOKED, Booking, written
from bot.settings import Trouble
from bot.store.diary import SECONDS, claims_of, first_of, place
from bot.talk.terms import visit_words
from bot.wording import moment
from tests.talk import CLINIC

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2033, 1, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ROUND_THE_CLOCK = Therapist("anna", "Anna", (((time(0), time(23, 45)),),) * 7, frozenset({"maintenance"}))

Change = tuple[datetime, timedelta | None, timedelta | None]


@cache
def changes(zone: ZoneInfo) -> tuple[Change, ...]:
    """Every instant at which the clocks change, with the offsets before and after."""
    return tuple(found for n in range((LAST - FIRST).days) if (found := change(zone, FIRST + n * DAY)))


def change(zone: ZoneInfo, day: datetime) -> Change | None:
    """The change within the 24 hours from here, if there is one: halved down to the quarter of an hour."""
    low, high = day, day + DAY
    before, after = (end.astimezone(zone).utcoffset() for end in (low, high))
    if before == after:
        return None
    while high - low > timedelta(minutes=15):
        middle = low + (high - low) // 2 // timedelta(minutes=15) * timedelta(minutes=15)
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == before else (low, middle)
    return high, before, after


def rules() -> dict[tuple[Change, ...], ZoneInfo]:
    """One zone for each set of changes: most names are second names."""
    zones = (ZoneInfo(name) for name in sorted(available_timezones()) if name != "localtime")
    return {changes(zone): zone for zone in zones if changes(zone)}


RULES = rules()


@pytest.mark.parametrize("zone", RULES.values(), ids=str)
def test_across_every_change_of_clock_an_instant_stays_that_instant(zone: ZoneInfo) -> None:
    for instant, _, _ in changes(zone):
        for day in days_around(instant, zone):
            clinic = clinic_in(zone, instant - DAY)
            starts = list(clinic.starts("anna", "maintenance", day, 60))
            assert starts == sorted(set(starts)) and len(starts) >= 84
            assert all(start.astimezone(zone).date() == day for start in starts)
            assert {twice_read(start, zone) for start in starts} == set(starts)
            assert len({moment(start.astimezone(zone), "en_GB") for start in starts}) == len(starts)
            claims_hold(clinic, day, starts)
            told_alike(clinic, [start for start in starts if abs(start - instant) <= 2 * HOUR][::3])


def days_around(instant: datetime, zone: ZoneInfo) -> Iterator[date]:
    """The local days before, of and after a change."""
    return (((instant + n * DAY).astimezone(zone)).date() for n in (-1, 0, 1))


def clinic_in(zone: ZoneInfo, now: datetime) -> Clinic:
    profile = replace(CLINIC.profile, zone=zone, therapists=(ROUND_THE_CLOCK,), notice=0, closed=frozenset())
    return replace(CLINIC, profile=profile, now=now - DAY)


def twice_read(start: datetime, zone: ZoneInfo) -> datetime:
    """Written down as the record writes it and as the clinic's clock shows it, and read again."""
    local = datetime.fromisoformat(start.astimezone(zone).isoformat(timespec="minutes"))
    return datetime.fromisoformat(local.astimezone(UTC).isoformat()).astimezone(UTC)


def claims_hold(clinic: Clinic, day: date, starts: list[datetime]) -> None:
    """What a visit claims is that day's quarter-hours, one bit each, from its start to the end of its buffer."""
    for start in (starts[0], starts[len(starts) // 2], starts[-1]):
        visit = Visit("anna", start, 60)
        numbers = [n for _, n in claims_of(clinic.profile, visit)]
        assert numbers[0] * SECONDS == start.timestamp() and len(numbers) == 4 + clinic.profile.buffer // 15
        assert place(numbers[0], clinic.zone) == (day, (start - midnight(day, clinic.zone)) // timedelta(minutes=15))
        assert first_of(day, clinic.zone) <= numbers[0] < first_of(day + DAY, clinic.zone)


def told_alike(clinic: Clinic, starts: list[datetime]) -> None:
    """The mail says what the chat says, and the calendar in it begins and ends at just these instants."""
    for start in starts:
        visit = Visit("anna", start, 60)
        booking = Booking("K7M2QX", visit, "Jo Evans", "jo@example.org", "booked", 0, 4)
        in_the_chat = visit_words(visit, clinic).partition(" on ")[2].partition(" with ")[0]
        assert in_the_chat == moment(start.astimezone(clinic.zone), "en_GB")
        mail = written(BOOKED, booking, clinic.profile)
        assert mail.text.startswith(f"You're booked in: {in_the_chat}\n") and mail.text.count(in_the_chat) == 2
        calendar = Calendar.from_ical(invitation(booking, clinic.profile, "clinic@example.org", clinic.now))
        assert isinstance(calendar, Calendar)
        (event,) = calendar.events
        assert (event.start, event.end) == (visit.start, visit.end)
        assert {end.utcoffset() for end in (event.start, event.end) if isinstance(end, datetime)} == {timedelta()}


def test_the_law_sees_the_clocks_that_change_most_oddly() -> None:
    seen = {
        (before, after) for found in RULES for _, before, after in found if before is not None and after is not None
    }
    sizes = {after - before for before, after in seen}
    assert len(RULES) > 30 and {HOUR, -HOUR, HOUR / 2, 2 * HOUR} <= sizes
    midnights = [i for found, zone in RULES.items() for i, _, _ in found if i.astimezone(zone).hour == 1]
    assert midnights  # where the day begins at one o'clock, as in Cairo


def test_an_hour_that_comes_twice_is_named_apart_and_no_other_hour_is() -> None:
    london = ZoneInfo("Europe/London")
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC).astimezone(london) for hour in (0, 1, 2)]
    assert [moment(start, "en_GB").rpartition(" at ")[2] for start in twice] == [
        "01:30 (before the clocks change)",
        "01:30 (after the clocks change)",
        "02:30",
    ]
    new_york = datetime(2026, 11, 1, 6, 30, tzinfo=UTC).astimezone(ZoneInfo("America/New_York"))
    assert moment(new_york, "en_US").endswith("1:30 AM (after the clocks change)")
    troll = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(ZoneInfo("Antarctica/Troll"))
    assert moment(troll, "en_GB").endswith("01:30 (after the clocks change)")
    spring = datetime(2026, 3, 29, 1, 30, tzinfo=UTC).astimezone(london)
    assert moment(spring, "en_GB").endswith("02:30")


def test_only_the_time_zones_we_ship_count_and_without_them_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    zoneinfo.reset_tzpath(to=["/usr/share/zoneinfo"])
    pin_time_zones()
    assert zoneinfo.TZPATH == ()
    monkeypatch.setitem(sys.modules, "tzdata", None)
    with pytest.raises(Trouble, match="The time zone data is missing"):
        pin_time_zones()
