"""What goes into a turn and what comes out of it. Plain values, no behaviour worth the name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

# ---------------------------------------------------------------- in


@dataclass(frozen=True)
class Inbound:
    """One message as a channel received it. `id` is unique within its conversation: a redelivery is no second turn."""

    conversation: str  # "telegram:4711", "web:9f3c…", "rest:sender", "terminal:…"
    id: str
    clinic: str
    text: str = ""
    pressed: str = ""  # what the button says, or "unreadable" for a voice note, a photo, a sticker


@dataclass(frozen=True)
class Said:
    """One client message, understood: an intent, and answers keyed by slot, in canonical form."""

    text: str = ""
    intent: str = "inform"
    answers: Mapping[str, str] = field(default_factory=dict)
    faq: str = ""  # the topic asked about; may come along with any intent
    typed: bool = True


@lru_cache(maxsize=4096)
def base(slot: str) -> str:
    """The slot's name without what it is about: `side` for `side.calf`."""
    return slot.partition(".")[0]


HALF_HEARD = "perhaps"  # that a red flag is suspected by the model alone, which is asked about once: a no stands


def pressed(says: str) -> Said:
    """Read a button: `reschedule which=K3F9` is the intent `reschedule` with one answer; spaces in answers are `_`."""
    words = [word.partition("=") for word in says.split()]
    intent = next((name for name, eq, _ in words if not eq), "inform")
    answers = {name: answer.replace("_", " ") if name == "name" else answer for name, eq, answer in words if eq}
    return Said("", intent, answers, typed=False)


# ---------------------------------------------------------------- what is talked about


@dataclass(frozen=True)
class Visit:
    """A therapist's time. `start` is aware and in UTC, so that equal instants are equal visits."""

    therapist: str
    start: datetime
    minutes: int

    @property
    def end(self) -> datetime:
        """When the client leaves; the therapist's buffer comes after."""
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Appointment:
    """A booked visit, as far as a conversation needs it."""

    reference: str
    visit: Visit
    session_type: str
    made: datetime | None = field(default=None, compare=False)  # None: this very moment


@dataclass(frozen=True)
class Waited:
    """A session that a client waits for: what, with whom and when, in the words of a wish. `earliest` as in a wish.

    `instead` is the appointment that moves to it; without one a new appointment is made.
    """

    therapist: str
    session_type: str
    minutes: int
    day: str = ""
    time: str = ""
    earliest: str = ""
    instead: str = ""


@dataclass(frozen=True)
class Entry:
    """A client's place on the waiting list, and the time that is kept for them just now, if any."""

    number: int
    waited: Waited
    offered: Visit | None = None


@dataclass(frozen=True)
class Client:
    """Who comes. A guardian books for someone under 18."""

    name: str
    contact: str  # an E.164 phone number or an e-mail address
    guardian: bool = False


@dataclass(frozen=True)
class Complaint:
    """Where it hurts. A routing label, never a diagnosis. Empty strings are what was not said."""

    label: str
    side: str = ""
    since: str = ""  # ISO date
    severity: int | None = None  # 0 to 10


@dataclass(frozen=True)
class Race:
    """A race ahead or behind: `half@2026-12-14`."""

    distance: str
    day: str  # ISO date


@dataclass(frozen=True)
class Intake:
    """What a therapist would have asked at the first visit."""

    complaints: tuple[Complaint, ...] = ()
    routine: str = ""  # light, regular, high, or ""
    races: tuple[Race, ...] = ()
    goal: str = ""
    care: str = ""  # physio or doctor involved: yes, no, or ""
    review: tuple[str, ...] = ()  # red flags that book, marked for the therapist
    consent: bool = True  # False: nothing of this may be kept


@dataclass(frozen=True)
class Suggestion:
    """What we advise and why. `reasons` are sentences for the client."""

    session_type: str
    minutes: int
    techniques: tuple[str, ...] = ()
    rhythm_weeks: int = 4
    reasons: tuple[str, ...] = ()
    first: str = ""  # ISO dates: the window in which this suggestion holds
    last: str = ""


# ---------------------------------------------------------------- out


@dataclass(frozen=True)
class Choice:
    """A button. Pressing it says `says`: "day=2026-11-26 time=17:00", or "reschedule which=K3F9" from a reminder."""

    label: str
    says: str


@dataclass(frozen=True)
class Reply:
    """Channel-neutral: each channel renders text and choices as well as it can.

    `kind` is text, choice, day (choices are days), time (choices are times of day), phone (a phone number may be
    shared) or body (choices are places on the body). `slots` names everything one message may answer.
    """

    text: str
    slots: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    kind: str = "text"
    yes: str = ""  # what a bare "yes" says while this is on the screen
    no: str = ""  # what a bare "no" says
    reference: str = ""  # the appointment this message confirms

    @property
    def slot(self) -> str:
        """The slot asked for first, or ""."""
        return self.slots[0] if self.slots else ""


@dataclass(frozen=True)
class Outgoing:
    """A reply on its way: numbered in the order it was committed, addressed to a conversation."""

    id: int
    conversation: str
    reply: Reply
    at: datetime
    channel: str = ""  # by which it goes: the conversation's own, or mail


@dataclass(frozen=True)
class Line:
    """One line of a transcript, for a page that restores itself: the client's words, or our reply."""

    id: int
    text: str
    reply: Reply | None = None  # None: the client wrote it


@dataclass(frozen=True)
class Book:
    """Make an appointment and everything that belongs to it."""

    reference: str
    visit: Visit
    session_type: str
    client: Client
    intake: Intake
    suggestion: Suggestion


@dataclass(frozen=True)
class Move:
    """Give an appointment another time, in one step."""

    reference: str
    visit: Visit


@dataclass(frozen=True)
class Cancel:
    """Free an appointment's time."""

    reference: str


@dataclass(frozen=True)
class Restore:
    """Take back a cancelling or a move: the appointment is as it was, or at a time near it."""

    reference: str
    visit: Visit


@dataclass(frozen=True)
class Prove:
    """An appointment made elsewhere was named with the contact on it: counted, and if right, theirs for a while."""

    reference: str
    contact: str


@dataclass(frozen=True)
class Wait:
    """Tell this client when such a time comes free; until the last day (ISO date) on which it could be."""

    waited: Waited
    last: str


@dataclass(frozen=True)
class Refuse:
    """The time offered to a place on the waiting list does not suit: the next one may have it."""

    number: int


@dataclass(frozen=True)
class Leave:
    """Off the waiting list: one place, or with None all of this client's."""

    number: int | None = None


@dataclass(frozen=True)
class Attend:
    """The client has said that they will come."""

    reference: str


@dataclass(frozen=True)
class Hold:
    """Keep exactly these visits free for this conversation; let go of any other."""

    visits: frozenset[Visit]


@dataclass(frozen=True)
class HandOff:
    """A person at the clinic should look at this. `reason` is a code, never what the client said."""

    reason: str  # asked, missed, red_flag, misunderstanding, declined, …
    urgency: str = "routine"  # emergency, same_day, refer, routine
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remember:
    """Facts about the client that outlive this conversation: name, contact, routine."""

    answers: Mapping[str, str]


@dataclass(frozen=True)
class Erase:
    """The client withheld or withdrew consent: what was said about health goes, here and in transcript and outbox."""


Timed = Book | Move | Cancel | Restore | Hold | Wait | Refuse | Leave  # what changes who has which time
Effect = Timed | Reply | Prove | Attend | HandOff | Remember | Erase
