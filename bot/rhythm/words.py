"""What is said about an appointment unasked, to the client and to the clinic. Pure, and no word about health."""

from dataclasses import dataclass

from bot.knowledge import Profile
from bot.messages import Choice, Reply, Visit
from bot.rhythm.times import CHECK_IN, DAY_BEFORE, SAME_DAY, next_days
from bot.wording import day, moment

BOOKED, CHANGED, CANCELLED, STAFF = "booked", "changed", "cancelled", "staff"
WAITING = "waiting_list"
REMINDERS = (DAY_BEFORE, SAME_DAY)
SAID = {
    DAY_BEFORE: "Hello {name}, a short reminder: your session with {therapist} is on {when}, at {place}. "
    "Will you be there?",
    SAME_DAY: "Hello {name}, see you soon: your session with {therapist} is on {when}, at {place}.",
    CHECK_IN: "Hello {name}, how was your session with {therapist} on {day}? If you'd like to come again, about "
    "{weeks} weeks after it is a good time. Shall I find you one?",
    BOOKED: "Hello {name}, you're booked in: {when} with {therapist}, {minutes} minutes, at {place}. "
    "Your reference is {reference}. If plans change, please tell us.",
    CHANGED: "Hello {name}, this is how your appointment stands now: {when} with {therapist}, {minutes} minutes, "
    "at {place}. Your reference is still {reference}.",
    CANCELLED: "Hello {name}, your appointment on {when} with {therapist} is cancelled (reference {reference}). "
    "We'd be glad to see you another time.",
}
SUBJECTS = {
    DAY_BEFORE: "Reminder: {when}",
    SAME_DAY: "Reminder: {when}",
    CHECK_IN: "How was your session?",
    BOOKED: "You're booked in: {when}",
    CHANGED: "Your appointment is now {when}",
    CANCELLED: "Cancelled: your appointment on {when}",
}
FOR_STAFF = {BOOKED: "Booked", CHANGED: "Changed", CANCELLED: "Cancelled"}


@dataclass(frozen=True)
class Booking:
    """An appointment on record, as far as messages about it need it."""

    reference: str
    visit: Visit
    name: str  # the client's
    contact: str
    status: str
    sequence: int  # how often it was changed, as calendars count
    rhythm_weeks: int  # until the next one, as was suggested

    @property
    def news(self) -> str:
        """What the latest change made of it."""
        return CANCELLED if self.status == "cancelled" else CHANGED if self.sequence else BOOKED


@dataclass(frozen=True)
class Letter:
    """What a mail is about, and to whom it goes: to a client by name and address, or to the clinic."""

    kind: str
    clinic: str
    name: str = ""
    contact: str = ""  # "": the clinic's own
    booking: Booking | None = None


def said(kind: str, booking: Booking, profile: Profile) -> Reply:
    """A message to the client, with what can be done about it as buttons."""
    choices = () if kind == CANCELLED else checking_in(booking, profile) if kind == CHECK_IN else errands(booking)
    yes = choices[0].says if kind in (*REMINDERS, CHECK_IN) else ""
    return Reply(SAID[kind].format_map(particulars(booking, profile)), choices=choices, yes=yes)


def written(kind: str, booking: Booking, profile: Profile) -> Reply:
    """The same as a mail: the first line is its subject."""
    reply = said(kind, booking, profile)
    subject = SUBJECTS[kind].format_map(particulars(booking, profile))
    return Reply(f"{subject}\n{reply.text}", choices=reply.choices)


def errands(booking: Booking) -> tuple[Choice, ...]:
    """What a client may want to do about an appointment ahead."""
    which = f"which={booking.reference}"
    return (
        Choice("I'll be there", f"attend {which}"),
        Choice("Move it", f"reschedule {which}"),
        Choice("Cancel it", f"cancel_appointment {which}"),
    )


def checking_in(booking: Booking, profile: Profile) -> tuple[Choice, ...]:
    """What a client may want to do after an appointment."""
    days = next_days(booking.visit.start, booking.rhythm_weeks, profile.zone)
    return (Choice("Find me a time", f"book day={days}"), Choice("Talk to a person", "human"))


def particulars(booking: Booking, profile: Profile) -> dict[str, object]:
    """What the gaps in our sentences are filled with. Days and times are the clinic's own."""
    start, visit = booking.visit.start.astimezone(profile.zone), booking.visit
    return {
        "name": next(iter(booking.name.split()), "there"),
        "therapist": next((t.name for t in profile.therapists if t.id == visit.therapist), visit.therapist),
        "day": day(start, profile.locale),
        "when": moment(start, profile.locale),
        "minutes": visit.minutes,
        "place": f"{profile.name}, {profile.address}",
        "weeks": booking.rhythm_weeks,
        "reference": booking.reference,
    }


# ---------------------------------------------------------------- to the clinic


def told_staff(booking: Booking, profile: Profile) -> Reply:
    """What has become of an appointment, as a mail to the clinic."""
    known = particulars(booking, profile)
    head = f"{FOR_STAFF[booking.news]}: {known['when']}, reference {booking.reference}"
    return Reply(
        f"{head}\n{FOR_STAFF[booking.news]}: {known['when']}, {known['minutes']} minutes with {known['therapist']}, "
        f"for {booking.name}. Reference {booking.reference}."
    )


def waiting_for_staff(urgency: str) -> Reply:
    """Somebody waits for a person, as a mail to the clinic: how urgently, but not why."""
    how = urgency.replace("_", " ")
    return Reply(
        f"A client waits for you ({how})\nA client waits for a person. Urgency: {how}. "
        "Who it is and why, see: cooldown handoffs"
    )
