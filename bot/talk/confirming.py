"""What we say of what was done: booked, moved, cancelled, put back. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.clinic import Clinic
from bot.messages import Book, Choice, Reply, Visit
from bot.rhythm.times import next_days
from bot.talk.remarks import BOOK, ERRANDS
from bot.talk.terms import visit_words
from bot.wording import short_day


def booked(offers: Sequence[Book], clinic: Clinic) -> list[Reply]:
    """The confirmations, each with its reference; the last tells what to know, and the rhythm (S1: 2 to 4 weeks)."""
    profile, last = clinic.profile, offers[-1]
    weeks = last.suggestion.rhythm_weeks
    sure = [replace(confirmed(offer, clinic), reference=offer.reference) for offer in offers]
    yours = "For training like yours" if last.intake.routine else "For most runners"
    sure[-1] = replace(
        sure[-1],
        text=f"{sure[-1].text}\n\n{profile.name}, {profile.address}. If plans change, tell me up to "
        f"{profile.change_notice} hours before. "
        f"{yours}, a session about every {weeks} weeks works well.",
        choices=(*the_next(last, clinic), *ERRANDS[1:4]),
    )
    return sure


def confirmed(offer: Book, clinic: Clinic) -> Reply:
    """One appointment is made."""
    kind = clinic.knowledge.session_types[offer.session_type].name
    first = offer.client.name.split()[0]
    whose = f"{first} is booked in" if offer.client.guardian else f"You're booked, {first}"
    return Reply(f"{whose}: {kind}, {visit_words(offer.visit, clinic)}. Your reference is {offer.reference}.")


def the_next(offer: Book, clinic: Clinic) -> tuple[Choice, ...]:
    """The follow-up by the suggested rhythm, like the one just booked; none beyond the days we book."""
    weeks = offer.suggestion.rhythm_weeks
    days = next_days(offer.visit.start, weeks, clinic.zone)
    if days.partition("..")[2] > (clinic.today + timedelta(days=clinic.profile.horizon)).isoformat():
        return ()
    light = clinic.knowledge.session_types[offer.session_type].light  # for a race: what comes after it is asked anew
    same = "" if light else f" suggestion={offer.session_type} length={offer.visit.minutes}"
    says = f"book day={days} therapist={offer.visit.therapist}{same}"
    return (Choice(f"Book the next one, in about {weeks} weeks", says),)


def undo(reference: str) -> Choice:
    """The way back from a change."""
    return Choice("Undo", f"undo which={reference}")


def moved(reference: str, visit: Visit, clinic: Clinic) -> Reply:
    """An appointment has another time, or length."""
    stays = any(a.reference == reference and a.visit.start == visit.start for a in clinic.mine)
    return Reply(
        f"{'Changed' if stays else 'Moved'}: {visit_words(visit, clinic)}. See you then.",
        choices=(undo(reference), *ERRANDS[1:2]),
    )


def cancelled(reference: str) -> Reply:
    """An appointment is off."""
    return Reply("It's cancelled. I'm glad to find you another time.", choices=(undo(reference), BOOK), yes="book")


def all_cancelled(references: Sequence[str], clinic: Clinic) -> Reply:
    """Several appointments are off; each can be taken back by its day."""
    gone = [one for one in clinic.mine if one.reference in references]
    days = [short_day(one.visit.start.astimezone(clinic.zone), clinic.profile.locale) for one in gone]
    back = (replace(undo(one.reference), label=f"Undo {on}") for one, on in zip(gone, days, strict=True))
    return Reply("They're cancelled. I'm glad to find you other times.", choices=(*back, BOOK), yes="book")


def restored(visit: Visit, clinic: Clinic) -> Reply:
    """A change is taken back."""
    return Reply(f"Done, you're booked in again: {visit_words(visit, clinic)}. See you then.", choices=ERRANDS[1:4])
