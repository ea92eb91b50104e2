"""An appointment as calendars take it: one event, which each later version of it replaces."""

from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress, vText

from bot.knowledge import Profile
from bot.rhythm.words import CANCELLED, Booking, particulars


def method(booking: Booking) -> str:
    """What calendars are asked to do with it (RFC 5546)."""
    return "CANCEL" if booking.news == CANCELLED else "REQUEST"


def invitation(booking: Booking, profile: Profile, sender: str, now: datetime) -> bytes:
    """The event: its UID never changes, SEQUENCE counts its versions, and its times are instants."""
    calendar, event = Calendar(), Event()
    for name, word in (("prodid", "-//Cooldown//EN"), ("version", "2.0"), ("method", method(booking))):
        calendar.add(name, word)
    known = particulars(booking, profile)
    cancelled = booking.news == CANCELLED
    told = {
        "uid": f"{booking.reference}@{profile.id}",
        "sequence": booking.sequence,
        "dtstamp": now.astimezone(UTC),
        "dtstart": booking.visit.start,
        "dtend": booking.visit.end,
        "summary": f"Session with {known['therapist']}, {profile.name}",
        "location": known["place"],
        "description": f"Reference {booking.reference}",
        "status": "CANCELLED" if cancelled else "CONFIRMED",
        "organizer": person(sender, CN=profile.name),
        "attendee": person(booking.contact, CN=booking.name, PARTSTAT="DECLINED" if cancelled else "ACCEPTED"),
    }
    for name, value in told.items():
        event.add(name, value)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def person(address: str, **known: str) -> vCalAddress:
    """Somebody with an address. What would end a line or a quotation is left out of what we know of them."""
    who = vCalAddress(f"mailto:{address}")
    for name, value in known.items():
        who.params[name] = vText(" ".join(value.replace('"', "").split()))
    return who
