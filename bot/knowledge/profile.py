"""A clinic as its owner describes it in data/clinics: hours, therapists, prices, contact and its country's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.knowledge.entries import LOCALES, Entry, entry

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SESSION_TYPES = ("pre_event", "post_event", "injury_rehab", "maintenance")
LENGTHS = (60, 90)
UNSET = ("hours", "therapists", "prices", "phone", "email", "address")  # what may stand there as a sample

Span = tuple[time, time]


@dataclass(frozen=True)
class Therapist:
    """Who works when, and does what."""

    id: str
    name: str
    week: tuple[tuple[Span, ...], ...]  # seven days, Monday first: open spans, breaks left out
    skills: frozenset[str]  # session types

    def __hash__(self) -> int:
        return hash(self.id)  # what is remembered of a therapist's days is looked up again and again


@dataclass(frozen=True)
class Profile:
    """One clinic. Times are the clinic's own; `samples` names what its owner has yet to set."""

    id: str
    name: str
    zone: ZoneInfo
    locale: str  # en_GB or en_US
    units: str  # km or miles
    currency: str  # the symbol
    phone: str
    email: str
    address: str
    hours: tuple[Span | None, ...]  # seven days, Monday first; None is closed
    therapists: tuple[Therapist, ...]
    prices: Mapping[int, int]  # minutes -> major units of the currency
    buffer: int  # minutes a therapist keeps free after a session
    notice: int  # minutes from now to the earliest start
    change_notice: int  # hours before the start until which moving and cancelling are free
    horizon: int  # days ahead that can be booked
    samples: frozenset[str]
    closed: frozenset[str]  # days off: 2026-11-26 once, 12-25 every year
    emergency: str  # the number for an ambulance
    urgent: str  # where to turn today
    crisis: str  # for thoughts of ending one's life
    doctor: str  # what people there call their doctor
    physio: str  # and their physiotherapist

    def __hash__(self) -> int:
        return hash(self.id)  # as a therapist's

    def day_off(self, day: date) -> bool:
        """Whether this is one of the days on which nobody works, whatever the weekday."""
        return not self.closed.isdisjoint((iso := day.isoformat(), iso[5:]))


def load_profiles(folder: Path) -> Mapping[str, Profile]:
    """Every clinic of a folder by its id, the file's name. Raises Misread."""
    return {path.stem: profile(path.stem, entry(path)) for path in sorted(folder.glob("*.yml"))}


def profile(clinic: str, e: Entry) -> Profile:
    """Check and type one clinic's file."""
    e.only(*(field for field in Profile.__dataclass_fields__ if field != "id"))
    hours = week(e.at("hours"))
    return Profile(
        id=clinic,
        name=e.at("name").text(),
        zone=zone(e.at("zone")),
        locale=e.at("locale").one_of(LOCALES),
        units=e.at("units").one_of(("km", "miles")),
        currency=e.at("currency").text(),
        phone=e.at("phone").text(),
        email=e.at("email").text(),
        address=e.at("address").text(),
        hours=tuple(opening(spans, e.at("hours")) for spans in hours),
        therapists=tuple(therapist(name, one, hours) for name, one in e.at("therapists").items()),
        prices=prices(e.at("prices")),
        buffer=e.at("buffer").number(),
        notice=e.at("notice").number(),
        change_notice=e.at("change_notice").number(),
        horizon=e.at("horizon").number(),
        samples=frozenset(e.at("samples", ()).all_of(UNSET)),
        closed=frozenset(day_off(one) for one in e.at("closed", ()).each()),
        emergency=e.at("emergency").text(),
        urgent=e.at("urgent").text(),
        crisis=e.at("crisis").text(),
        doctor=e.at("doctor").text(),
        physio=e.at("physio").text(),
    )


def therapist(name: str, e: Entry, hours: tuple[tuple[Span, ...], ...]) -> Therapist:
    """One therapist, who works only while the clinic is open."""
    e.only("name", "week", "skills")
    skills = e.at("skills", SESSION_TYPES).all_of(SESSION_TYPES)
    works = Therapist(name, e.at("name").text(), week(e.at("week")), frozenset(skills))
    for day, spans, opened in zip(DAYS, works.week, hours, strict=True):
        if not all(any(o[0] <= s[0] and s[1] <= o[1] for o in opened) for s in spans):
            raise e.wrong(f"works on {day} while the clinic is closed")
    return works


def zone(e: Entry) -> ZoneInfo:
    """A time zone by its IANA name."""
    try:
        return ZoneInfo(e.text())
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise e.wrong("no such time zone") from error


def day_off(e: Entry) -> str:
    """A day on which nobody works, written in quotes: "2026-11-26" once, "12-25" every year."""
    written = e.text()
    try:
        date.fromisoformat(written if len(written) > len("12-25") else f"2028-{written}")  # a leap year has every day
    except ValueError as error:
        raise e.wrong("write it as 2026-11-26, or as 12-25 for every year") from error
    return written


def prices(e: Entry) -> dict[int, int]:
    """A price for every length we offer."""
    e.only(*map(str, LENGTHS))
    return {minutes: e.at(str(minutes)).number() for minutes in LENGTHS}


def opening(spans: tuple[Span, ...], e: Entry) -> Span | None:
    """A day's opening hours: one span or none. Breaks are the therapists' own."""
    if len(spans) > 1:
        raise e.wrong("one span a day; breaks belong to therapists")
    return spans[0] if spans else None


def week(e: Entry) -> tuple[tuple[Span, ...], ...]:
    """Seven days of spans; a day left out is a day off."""
    e.only(*DAYS)
    return tuple(spans(e.at(day, ())) for day in DAYS)


def spans(e: Entry) -> tuple[Span, ...]:
    """Spans of a day, one after the other: [07:00-12:00, 12:30-16:00]."""
    read = tuple(span(one) for one in e.each())
    edges = [edge for one in read for edge in one]
    if edges != sorted(set(edges)):
        raise e.wrong("spans must follow one another, each with an end after its start")
    return read


def span(e: Entry) -> Span:
    """07:00-12:00, on quarter-hours, which is what the diary is made of."""
    first, _, last = e.text().partition("-")
    try:
        start, end = time.fromisoformat(first), time.fromisoformat(last)
    except ValueError as error:
        raise e.wrong("write it as 07:00-12:00") from error
    if any(edge.minute % 15 or edge.second for edge in (start, end)):
        raise e.wrong("must begin and end on a quarter-hour")
    return start, end
