"""A conversation on paper: lines in, effects out, with the store's part played by a frozen clinic."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

from bot.clinic import Clinic
from bot.dialogue import Session, decide, freeze, thaw
from bot.heard import Heard
from bot.house import understanding
from bot.knowledge import load_knowledge, load_profiles
from bot.messages import (
    Appointment,
    Book,
    Cancel,
    Effect,
    Entry,
    Hold,
    Leave,
    Move,
    Remember,
    Reply,
    Restore,
    Said,
    Visit,
    Wait,
    pressed,
)

DATA = Path(__file__).parent.parent / "data"
KNOWLEDGE = load_knowledge(DATA / "knowledge")
PROFILES = load_profiles(DATA / "clinics")
NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)  # a Tuesday; the same wall clock in Cardiff
CLINIC = Clinic(PROFILES["cardiff"], KNOWLEDGE, NOW, fresh="K7M2QX", spare="P9W4TR")
E = TypeVar("E")


def at(day: int, clock: str, clinic: Clinic = CLINIC) -> datetime:
    """A wall-clock time of November 2026 at the clinic, as an instant."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=clinic.zone).astimezone(UTC)


def taken(*visits: Visit) -> dict[tuple[str, date], int]:
    """The diary with these visits in it, buffers included."""
    busy: dict[tuple[str, date], int] = {}
    for visit in visits:
        own = replace(CLINIC, given_up={}).without(Appointment("", visit, "maintenance")).given_up
        for key, mask in own.items():
            busy[key] = busy.get(key, 0) | mask
    return busy


def say(text: str = "", intent: str = "inform", faq: str = "", /, **answers: str) -> Said:
    """What a client typed, as it is understood; `complaint__calf` stands for the slot `complaint.calf`."""
    return Said(text, intent, {slot.replace("__", "."): answer for slot, answer in answers.items()}, faq)


def by_start(appointments: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """The soonest first, as a survey finds them."""
    return tuple(sorted(appointments, key=lambda one: one.visit.start))


class Talk:
    """Plays lines, and applies holds, bookings, moves to its clinic as the store would."""

    def __init__(self, clinic: Clinic = CLINIC) -> None:
        self.session, self.clinic = Session(), clinic
        self.effects: list[Effect] = []
        self.all: list[Effect] = []
        self.references = (f"R{n:05}" for n in count(1))

    def __call__(self, *lines: Said) -> "Talk":
        for line in lines:
            before = thaw(freeze(self.session))
            assert before == self.session, "a session survives JSON"
            self.session, self.effects = decide(self.session, line, self.clinic)
            for effect in self.effects:
                self.carry_out(effect)
            self.all += self.effects
        return self

    def carry_out(self, effect: Effect) -> None:
        clinic = self.clinic
        match effect:
            case Hold(visits):
                self.clinic = replace(clinic, held=visits)
            case Book(reference, visit, kind):
                mine = by_start((*clinic.mine, Appointment(reference, visit, kind, clinic.now)))
                self.clinic = replace(clinic, mine=mine, held=frozenset(), fresh=next(self.references))
            case Move(reference, visit):
                self.changes(reference, visit)
            case Cancel(reference):
                self.changes(reference, None)
            case Restore(reference, visit):
                before = next(a for a in clinic.undoable if a.reference == reference)
                mine = (*(a for a in clinic.mine if a.reference != reference), replace(before, visit=visit))
                self.clinic = replace(clinic, mine=by_start(mine), undoable=self.undoable_but(reference))
            case Wait(waited):
                self.clinic = replace(clinic, waiting=(*clinic.waiting, Entry(len(clinic.waiting) + 1, waited)))
            case Leave(number):
                self.clinic = replace(clinic, waiting=tuple(e for e in clinic.waiting if e.number != number))
            case Remember(answers):
                self.clinic = replace(clinic, known={**clinic.known, **answers})

    def changes(self, reference: str, visit: Visit | None) -> None:
        """An appointment of ours is moved or, with None, cancelled."""
        clinic = self.clinic
        kept = [replace(a, visit=visit) if a.reference == reference and visit else a for a in clinic.mine]
        mine = by_start(a for a in kept if visit or a.reference != reference)
        before = tuple(a for a in clinic.mine if a.reference == reference)
        self.clinic = replace(clinic, mine=mine, undoable=(*before, *self.undoable_but(reference)))

    def undoable_but(self, reference: str) -> tuple[Appointment, ...]:
        """What else was changed: of one appointment the record keeps its latest change, and none that was undone."""
        return tuple(a for a in self.clinic.undoable if a.reference != reference)

    def press(self, label: str) -> "Talk":
        """Press the button whose label begins so."""
        shown = [choice for reply in self.replies for choice in reply.choices if choice.label.startswith(label)]
        assert shown, f"no button {label!r} among {[c.label for r in self.replies for c in r.choices]}"
        return self(pressed(shown[-1].says))

    @property
    def replies(self) -> list[Reply]:
        return [effect for effect in self.effects if isinstance(effect, Reply)]

    @property
    def last(self) -> Reply:
        return self.replies[-1]

    @property
    def slot(self) -> str:
        return self.last.slot

    @property
    def text(self) -> str:
        return "\n".join(reply.text for reply in self.replies)

    @property
    def labels(self) -> list[str]:
        return [choice.label for choice in self.last.choices]

    def did(self, kind: type[E]) -> list[E]:
        return [effect for effect in self.all if isinstance(effect, kind)]


def told(talk: Talk, *lines: str, heard: Heard | None = None) -> Talk:
    """Say these words, understood as in the house; the model, unless it is down, takes each for what is `heard`."""

    async def hear(text: str, times: Sequence[object]) -> Heard | None:
        return heard

    async def said() -> Talk:
        for text in lines:
            talk(await understanding(hear)(text, talk.session, talk.clinic))
        return talk

    return asyncio.run(said())


# ---------------------------------------------------------------- where many stories begin

HI = say("hi", "greet")
ADULT = say("yes", "affirm")
NONE = say("none", "deny")
CALF = say("my left calf, for two weeks, 5", complaint__calf="yes", side__calf="left", since="2026-11-10", severity="5")
RUNNING = say("about 40 k, no race", routine="40km", race="none", goal="recover", care="no")
THURSDAY = say("thursday at 5", day="2026-11-26", time="17:00")
JO = say("Jo Evans, 07700 900123", name="Jo Evans", contact="+447700900123")
YES = say("yes", "affirm")


TO_FIVE = (HI, ADULT, CALF, NONE, RUNNING, THURSDAY)
BOOKS = (*TO_FIVE, JO, YES)

FIRST = Appointment("K3F9AA", Visit("anna", at(26, "15:30"), 60), "maintenance")
SECOND = Appointment("P7AAZZ", Visit("ben", at(28, "10:00"), 90), "injury_rehab")
MINE = replace(CLINIC, mine=(FIRST, SECOND), busy=taken(FIRST.visit, SECOND.visit))


def to_complaint(clinic: Clinic = CLINIC) -> Talk:
    return Talk(clinic)(HI, ADULT)


def to_suggestion(clinic: Clinic = CLINIC) -> Talk:
    return to_complaint(clinic)(CALF, NONE, RUNNING)


def to_offer(clinic: Clinic = CLINIC) -> Talk:
    return to_suggestion(clinic)(THURSDAY, JO)


def to_warnings() -> Talk:
    return to_complaint()(say("my calf, left, two weeks, 4", complaint__calf="yes", side__calf="left"))


def to_running() -> Talk:
    return to_complaint()(CALF, NONE)


def to_name(clinic: Clinic = CLINIC) -> Talk:
    return to_suggestion(clinic)(THURSDAY)
