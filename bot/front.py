"""The front of the house: what web pages and letters show of a clinic, an appointment and a time that is kept."""

from collections.abc import Mapping
from datetime import datetime
from itertools import groupby

from sqlalchemy import Engine

from bot.channels.desk import Kept, Promise, Storefront
from bot.clinic import Clinic
from bot.house import House
from bot.knowledge import Profile, days_between, hours_on
from bot.messages import Appointment, pressed
from bot.rhythm.words import Letter, particulars
from bot.store import kept, reading
from bot.store.notices import as_booking, standing
from bot.store.notices import letter as lettered
from bot.talk.terms import late_rule, visit_words
from bot.talk.waiting import to_move_there, visit_named
from bot.wording import clock, money


def storefronts(house: House) -> Mapping[str, Storefront]:
    """The clinics as their visitors see them."""
    return {name: storefront(profile) for name, profile in house.profiles.items()}


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
