"""The clinic as the dialogue sees it: a frozen snapshot, taken once per turn.

A therapist's local day is a mask of quarter-hours, counted from local midnight in elapsed time: 96 bits, or 92 and 100
when the clocks change. All days that can be booked are one long mask: a run of n free quarters is n-1 shifts and ands.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property, lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.knowledge import Knowledge, Profile, Therapist
from bot.messages import Appointment, Entry, Visit
from bot.once import once

QUARTER = timedelta(minutes=15)
ANYONE = "anyone"
ANY_TIME = (1 << 100) - 1

Key = tuple[str, date]  # a therapist's local day
Calendar = Mapping[date, tuple[int, int]]  # where each day begins in the long mask, and a mask as long as the day
NEVER = (0, 0)


def nowhere(reference: str, contact: str) -> Appointment | None:
    """Of no appointment."""
    return None


@dataclass(frozen=True)
class Clinic:
    """Everything a script may look at. `now` is aware and in UTC; the diary in `busy` is looked up on demand."""

    profile: Profile
    knowledge: Knowledge
    now: datetime
    busy: Mapping[Key, int] = field(default_factory=dict)  # everyone else's claims, buffers included
    mine: tuple[Appointment, ...] = ()  # this client's, still ahead, soonest first
    held: frozenset[Visit] = frozenset()  # by this conversation; not in `busy`
    known: Mapping[str, str] = field(default_factory=dict)  # from this client's record: name, contact, routine
    fresh: str = ""  # a reference nobody has yet
    spare: str = ""  # and another one
    undoable: tuple[Appointment, ...] = ()  # cancelled or moved a moment ago, each as it was before; the latest first
    waiting: tuple[Entry, ...] = ()  # this client's places on the waiting list
    elsewhere: Callable[[str, str], Appointment | None] = nowhere  # by reference and contact, looked up on demand
    tries: int = 0  # how often, within the hour, this client has named one wrongly
    given_up: Mapping[Key, int] = field(default_factory=dict)  # busy with what this client is about to give up

    @cached_property
    def found(self) -> dict[tuple[str, str, int], int]:
        """The starts `ahead` of those who were asked for: a script asks for the same ones again and again."""
        return {}

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone."""
        return self.profile.zone

    @cached_property
    def local(self) -> datetime:
        """The clinic's wall clock, naive."""
        return self.now.astimezone(self.zone).replace(tzinfo=None)

    @cached_property
    def today(self) -> date:
        """The clinic's calendar day."""
        return self.local.date()

    @cached_property
    def calendar(self) -> Calendar:
        """The days that can be booked."""
        return calendar(self.profile, self.today)

    @cached_property
    def noticed(self) -> int:
        """The quarters of the days ahead that leave the clinic enough notice."""
        soonest = self.now + timedelta(minutes=self.profile.notice)
        return ~run_of(max(0, -(-(soonest - midnight(self.today, self.zone)) // QUARTER)))

    def therapist(self, who: str) -> Therapist:
        """The therapist with this id. Raises KeyError for a stranger."""
        return {therapist.id: therapist for therapist in self.profile.therapists}[who]

    def able(self, who: str, session_type: str) -> list[Therapist]:
        """Those asked for who offer such a session."""
        return [t for t in self.profile.therapists if who in (ANYONE, t.id) and session_type in t.skills]

    def days(self, who: str, session_type: str, minutes: int, within: int = ANY_TIME) -> Iterator[date]:
        """Every day within the horizon with such a start, lazily."""
        return (day for day in self.calendar if self.starting(who, session_type, day, minutes) & within)

    def starts(
        self, who: str, session_type: str, day: date, minutes: int, within: int = ANY_TIME
    ) -> Iterator[datetime]:
        """Every start (UTC) of `minutes` that those asked for have free on the local `day`, lazily."""
        first = midnight(day, self.zone)
        return (first + quarter * QUARTER for quarter in bits(self.starting(who, session_type, day, minutes) & within))

    def starting(self, who: str, session_type: str, day: date, minutes: int) -> int:
        """The quarters of the local `day` at which they start."""
        asked = who, session_type, minutes
        if asked not in self.found:
            self.found[asked] = self.ahead(*asked)
        first, whole = self.calendar.get(day, NEVER)
        return self.found[asked] >> first & whole

    def ahead(self, who: str, session_type: str, minutes: int) -> int:
        """The quarters of the days ahead at which they start."""
        starts = 0
        for therapist in self.able(who, session_type):
            starts |= self.free(therapist, minutes)
        return starts

    def visit(self, who: str, session_type: str, start: datetime, minutes: int) -> Visit:
        """Who it will be: whom we hold already, else whoever has least to do that day. The start must be free."""
        mine = next(
            (v for v in self.held if (v.start, v.minutes) == (start, minutes) and who in (ANYONE, v.therapist)), None
        )
        day = start.astimezone(self.zone).date()
        wanted = 1 << (start - midnight(self.today, self.zone)) // QUARTER
        free = [t.id for t in self.able(who, session_type) if self.free(t, minutes) & wanted]
        if mine and mine.therapist in free:
            return mine
        return Visit(min(free, key=lambda t: (self.busy.get((t, day), 0).bit_count(), t)), start, minutes)

    def without(self, appointment: Appointment) -> "Clinic":
        """The clinic as it would be if this appointment were given up."""
        key, mask = self.quarters(appointment.visit)
        return replace(self, given_up=dict(self.given_up) | {key: mask})

    def quarters(self, visit: Visit) -> tuple[Key, int]:
        """What a visit takes of a therapist's day, the buffer after it included."""
        day = visit.start.astimezone(self.zone).date()
        first = (visit.start - midnight(day, self.zone)) // QUARTER
        lasts = visit.end - visit.start + timedelta(minutes=self.profile.buffer)
        return (visit.therapist, day), run_of(-(-lasts // QUARTER)) << first

    def unclaimed(self, visit: Visit) -> bool:
        """Whether nobody else has any of a visit's time. Hours and notice do not count: it was agreed to once."""
        key, mask = self.quarters(visit)
        return not mask & self.busy.get(key, 0) & ~self.given_up.get(key, 0)

    def free(self, therapist: Therapist, minutes: int) -> int:
        """The quarters at which `minutes` of open, unclaimed time begin, with the buffer after them unclaimed too."""
        unclaimed = ~self.claimed[therapist.id]
        session = runs(opening(self.profile, therapist, self.today) & unclaimed, -(-minutes // 15))
        return session & runs(unclaimed, -(-(minutes + self.profile.buffer) // 15)) & self.noticed

    @once
    def claimed(self) -> Mapping[str, int]:
        """The quarters of the days ahead that anybody else has of each therapist's time."""
        taken = {therapist.id: 0 for therapist in self.profile.therapists}
        for (who, day), busy in self.busy.items():
            if day in self.calendar and who in taken:
                first, _ = self.calendar[day]
                taken[who] |= (busy & ~self.given_up.get((who, day), 0)) << first
        return taken


@lru_cache(maxsize=1024)
def calendar(profile: Profile, today: date) -> Calendar:
    """The days ahead, from today to the horizon."""
    days = [today + timedelta(days=n) for n in range(profile.horizon + 2)]
    firsts = [(midnight(day, profile.zone) - midnight(today, profile.zone)) // QUARTER for day in days]
    return {day: (first, run_of(then - first)) for day, (first, then) in zip(days, pairwise(firsts), strict=False)}


@lru_cache(maxsize=4096)
def opening(profile: Profile, therapist: Therapist, today: date) -> int:
    """The quarters of the days ahead in which a therapist works."""
    works = 0
    for day, (first, _) in calendar(profile, today).items():
        works |= 0 if profile.day_off(day) else hours(therapist, day, profile.zone) << first
    return works


def hours(therapist: Therapist, day: date, zone: ZoneInfo) -> int:
    """The quarters of a local day in which they would work."""
    spans = (
        (quarter_of(datetime.combine(day, first), zone), quarter_of(datetime.combine(day, last), zone))
        for first, last in therapist.week[day.weekday()]
    )
    return sum(run_of(last - first) << first for first, last in spans)


@lru_cache(maxsize=4096)
def midnight(day: date, zone: tzinfo) -> datetime:
    """The instant (UTC) at which a local day begins."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def quarter_of(local: datetime, zone: tzinfo) -> int:
    """Which quarter of its day a wall-clock time is, rounded up; the first of two where the hour comes twice."""
    elapsed = local.replace(tzinfo=zone, fold=0).astimezone(UTC) - midnight(local.date(), zone)
    return -(-elapsed // QUARTER)


def from_instant(instant: datetime, day: date, zone: ZoneInfo) -> int:
    """The quarters of a local day that begin at or after an instant."""
    before = -(-(instant.astimezone(UTC) - midnight(day, zone)) // QUARTER)
    return ANY_TIME & (ANY_TIME << max(0, min(100, before)))


def run_of(quarters: int) -> int:
    """So many bits in a row, from bit 0."""
    return (1 << quarters) - 1


def runs(free: int, length: int) -> int:
    """The bits at which `length` bits in a row are set."""
    for _ in range(length - 1):
        free &= free >> 1
    return free


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
