"""The house put together: what we know, the record, and the desk that channels come to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot.channels.desk import Kept, Promise, Storefront
from bot.clinic import Clinic
from bot.dialogue import decide
from bot.ear import Ear
from bot.heard import Hear
from bot.knowledge import Knowledge, Profile, days_between, hours_on, load_knowledge, load_profiles
from bot.messages import Appointment, Said, pressed
from bot.outbox import Outbox, Send
from bot.reception import Reception
from bot.rhythm.words import Letter, particulars
from bot.settings import BadSetting, Settings, Trouble
from bot.store import Newer, kept, migrate, open_store, reading
from bot.store.notices import as_booking, standing
from bot.store.notices import letter as lettered
from bot.talk.appointments import just_booked
from bot.talk.session import Session
from bot.talk.terms import late_rule, visit_words
from bot.talk.waiting import to_move_there, visit_named
from bot.turns import Turns, now_in_utc
from bot.understand import understand
from bot.view import View, next_race
from bot.wording import clock, money


class OutOfReach(Trouble):
    """The database cannot be used; the text says why, without what is secret."""


@dataclass(frozen=True)
class House:
    """What we know, and the clinics of this deployment."""

    knowledge: Knowledge
    profiles: Mapping[str, Profile]
    default: str

    def profile(self, clinic: str | None) -> Profile:
        """A clinic by name, or the default one. Raises BadSetting."""
        return self.profiles[named(clinic or self.default, self.profiles, "--clinic")]

    @property
    def storefronts(self) -> Mapping[str, Storefront]:
        """The clinics as their visitors see them."""
        return {name: storefront(profile) for name, profile in self.profiles.items()}


def furnish(chosen: Settings) -> House:
    """Read and check all that lies in data. Raises Misread, or BadSetting for a clinic that is not there."""
    shelf = chosen.root / "data"
    profiles = load_profiles(shelf / "clinics")
    default = named(chosen.clinic, profiles, "COOLDOWN_CLINIC")
    return House(load_knowledge(shelf / "knowledge"), profiles, default)


def named(clinic: str, profiles: Mapping[str, Profile], by: str) -> str:
    """The name of a clinic that is there. Raises BadSetting."""
    if clinic not in profiles:
        raise BadSetting(f"{by} must name a clinic of data/clinics: {', '.join(profiles) or 'there is none'}.")
    return clinic


def storefront(profile: Profile) -> Storefront:
    """A clinic as its visitors see it."""
    week = [list(days) for _, days in groupby(range(7), lambda day: profile.hours[day])]
    return Storefront(
        name=profile.name,
        locale=profile.locale,
        phone=profile.phone,
        email=profile.email,
        address=profile.address,
        emergency=profile.emergency,
        hours=tuple((days_between(days), hours_on(profile, days[0]) or "closed") for days in week),
        prices=tuple(
            (f"{minutes} minutes", money(price, profile.currency)) for minutes, price in profile.prices.items()
        ),
    )


def promise(house: House, engine: Engine, reference: str, now: datetime) -> Promise | None:
    """An appointment as the page behind a mail's link shows it."""
    with reading(engine) as db:
        row = standing(db, reference)
    if row is None or row.clinic not in house.profiles:
        return None
    profile, booking = house.profiles[row.clinic], as_booking(row)
    known, appointment = particulars(booking, profile), Appointment(row.reference, booking.visit, row.session_type)
    return Promise(
        front=storefront(profile),
        clinic=profile.id,
        conversation=row.conversation,
        when=f"{known['when']}, with {known['therapist']}",
        booked=row.status == "booked",
        attends=row.attends is not None,
        over=booking.visit.end <= now,
        rule=late_rule(appointment, Clinic(profile, house.knowledge, now)).strip(),
    )


def offer(house: House, engine: Engine, says: str, letter: int, now: datetime) -> Kept | None:
    """A time that a letter's button is about, and how it stands with it, as the page behind its link shows it."""
    with reading(engine) as db:
        told = kept.told_in(db, letter)
        if told is None or told[0] not in house.profiles:
            return None
        profile = house.profiles[told[0]]
        clinic = Clinic(profile, house.knowledge, now)
        visit = visit_named(pressed(says).answers, clinic)
        found = visit and kept.standing(db, *told, visit, now)
    if not visit or not found:
        return None
    return Kept(
        front=storefront(profile),
        clinic=profile.id,
        conversation=told[1],
        when=visit_words(visit, clinic),
        stands=found.stands,
        until=clock(found.until.astimezone(profile.zone), profile.locale) if found.until else "",
        moves=to_move_there(visit, found.moves, clinic)[0] if found.moves else "",
    )


def letter(engine: Engine, number: int) -> Letter | None:
    """What the outbox's mail of this number is about."""
    with reading(engine) as db:
        return lettered(db, number)


def open_record(chosen: Settings) -> Engine:
    """The database, brought up to date. Raises OutOfReach."""
    try:
        migrate(chosen.database)
        return open_store(chosen.database)
    except Newer:
        raise OutOfReach("The database was written by a newer release: update Cooldown, or restore a backup.") from None
    except (DBAPIError, OSError) as error:
        raise OutOfReach(f"The database (DATABASE_URL) cannot be used: {reason(error)}") from None


def reason(error: DBAPIError | OSError) -> str:
    """An error's own first line."""
    told = str(error.orig if isinstance(error, DBAPIError) else error.strerror).strip()
    return told.splitlines()[0] if told else type(error).__name__


def reception(house: House, engine: Engine, ear: Ear, senders: Mapping[str, Send]) -> Reception:
    """The desk, not yet open. `senders` are the channels that push, by name; more may join."""
    outbox = Outbox(engine, now_in_utc, senders)
    listen = understanding(ear.model.hear)
    turns = Turns(engine, house.profiles, house.knowledge, listen, decide, ring=outbox.ring)
    return Reception(turns, outbox, lambda: ear.state)


def understanding(hear: Hear) -> Callable[[str, Session, Clinic], Awaitable[Said]]:
    """How turns understand: against the clinic's clock, what is on the client's screen, and their race."""

    async def listen(text: str, session: Session, clinic: Clinic) -> Said:
        told = session.answers(session.flow)
        race, about = next_race(told["race"], clinic.today), tuple(told["complaint"].split())
        name, asked = told.get("name") or clinic.known.get("name", ""), session.asked.slots
        booked = bool(just_booked(session, clinic))
        view = View(clinic.local, clinic.profile, clinic.knowledge, asked, race, about, session.flow, name, booked)
        return (await understand(text, view, hear)).said()

    return listen
