"""What a message is read against."""

from dataclasses import dataclass
from datetime import date, datetime

from bot import when
from bot.clinic import Clinic
from bot.knowledge import Knowledge, Profile
from bot.messages import base
from bot.talk.appointments import just_booked
from bot.talk.questions import races_in
from bot.talk.session import Session
from bot.words.keywords import Asked


@dataclass(frozen=True)
class View:
    """What a message is read against. `now` is naive and clinic-local; `asked` names the slots on the screen."""

    now: datetime
    profile: Profile
    knowledge: Knowledge
    asked: tuple[str, ...] = ()
    race: date | None = None
    about: tuple[str, ...] = ()  # the complaints told so far
    flow: str = ""  # the errand under way
    name: str = ""  # who comes, as told so far
    booked: bool = False  # an appointment has just been made: what is said now may be a second thought about it

    mine: bool = False  # they have an appointment already

    @property
    def bases(self) -> Asked:
        """What is asked: `side` for `side.calf`."""
        return frozenset(base(slot) for slot in self.asked)

    def frame(self, asked: str = "") -> when.Frame:
        """What words about time are read against."""
        first = next((base(slot) for slot in self.asked), "")
        return when.Frame(
            self.now,
            self.profile.hours,
            self.profile.locale,
            self.race,
            asked or first,
            self.profile.horizon,
            self.profile.zone,
        )


def viewed(session: Session, clinic: Clinic) -> View:
    """What the next message is read against: the clinic's clock, what is on the client's screen, and what they told."""
    told = session.answers(session.flow)
    return View(
        now=clinic.local,
        profile=clinic.profile,
        knowledge=clinic.knowledge,
        asked=session.asked.slots,
        race=next_race(told["race"], clinic.today),
        about=tuple(told["complaint"].split()),
        flow=session.flow,
        name=told.get("name") or clinic.known.get("name", ""),
        booked=bool(just_booked(session, clinic)),
        mine=bool(clinic.mine),
    )


def next_race(answer: str, today: date) -> date | None:
    """The day of the soonest race in an answer that is not over yet; None where no day is known."""
    days = [date.fromisoformat(race.day) for race in races_in(answer) or () if race.day]
    return min((day for day in days if day >= today), default=None)
