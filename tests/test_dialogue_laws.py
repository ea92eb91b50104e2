"""Conversations that wander, and the laws that hold wherever they go."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.clinic import Clinic
from bot.messages import Book, Effect, HandOff, Move, Restore, Said, Visit, Wait, pressed
from bot.script import SCRIPTS
from bot.talk.session import freeze, thaw
from bot.talk.standing import standing, urgency
from tests.talk import ADULT, CALF, CLINIC, HI, JO, NONE, NOW, RUNNING, THURSDAY, YES, Talk, at, say, taken

DAYS = [
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
    "2026-11-26..2026-12-04",
    "2026-11-29",
    "past:2026-11-20",
    "far:2027-08-01",
]
TIMES = ["17:00", "11:30", "12:00..17:00", "07:00|19:00", "17:10", "03:00"]
SAYABLE = {
    "complaint.calf": st.sampled_from(["yes", "no"]),
    "complaint.low_back": st.sampled_from(["yes", "no"]),
    "complaint.none": st.just("yes"),
    "doubt": st.just("calf|shin_splints"),
    "side": st.sampled_from(["left", "both"]),
    "since": st.sampled_from(["2026-11-10", "2026-08-01"]),
    "severity": st.sampled_from(["0", "5", "7", "11"]),
    "race": st.sampled_from(["half@2026-11-28", "half@2026-12-20", "10k@2026-11-23", "marathon", "none"]),
    "routine": st.sampled_from(["light", "40km", "6x", "unknown"]),
    "consent": st.sampled_from(["yes", "no"]),
    "day": st.sampled_from(DAYS),
    "time": st.sampled_from(TIMES),
    "length": st.sampled_from(["60", "90", "45"]),
    "therapist": st.sampled_from(["anna", "carys", "anyone", "nobody"]),
    "pair": st.sampled_from(["both", "no", "2026-11-26T17:00+2026-11-30T13:00"]),
    "suggestion": st.sampled_from(["maintenance", "ok.pre_event.60", "nonsense"]),
    "name": st.just("Jo Evans"),
    "contact": st.sampled_from(["+447700900123", "invalid"]),
    "which": st.sampled_from(["R00001", "2026-11-26", "GONE00"]),
}
ANSWERS = st.fixed_dictionaries({}, optional=SAYABLE)
INTENTS = "greet book describe reschedule cancel_appointment show_appointment wait".split()
DIGRESSIONS = (
    "stop undo restart repeat help thank goodbye human deny dont_know skip unreadable expired out_of_scope "
    "late leave_list refuse".split()
)


class Wandering(RuleBasedStateMachine):
    """A client who says anything in any order, while others book and time passes."""

    def __init__(self) -> None:
        super().__init__()
        self.talk = Talk()
        self.shown: list[str] = []

    def turn(self, said: Said) -> list[Effect]:
        offered = self.talk.session.asked
        told = self.talk.session.answers(self.talk.session.flow)
        clinic = self.talk.clinic
        self.talk(said)
        for reply in self.talk.replies:
            assert reply.text.strip(), "never a blank"
            self.shown = [*self.shown, *(c.says for c in reply.choices), reply.yes][-40:]
        for effect in self.talk.effects:
            if isinstance(effect, Book | Move):
                assert "agreed" in offered.slots, "only what was on the screen can be agreed to"
                assert effect.visit.start in self.free_for(effect, clinic), "only what is free"
                assert not standing(told, clinic), "never over an alarm"
            if isinstance(effect, Restore):
                assert not standing(told, clinic) and any(a.reference == effect.reference for a in clinic.undoable)
            if isinstance(effect, Wait):
                assert effect.last >= clinic.today.isoformat(), "nobody waits for what is over"
            if isinstance(effect, Book):
                assert effect.client.name and effect.client.contact
        return self.talk.effects

    def free_for(self, effect: Book | Move, clinic: Clinic) -> list[datetime]:
        visit, kind = effect.visit, getattr(effect, "session_type", "")
        for appointment in clinic.mine:
            if isinstance(effect, Move) and appointment.reference == effect.reference:
                clinic, kind = clinic.without(appointment), appointment.session_type
        day = visit.start.astimezone(clinic.zone).date()
        return list(clinic.starts(visit.therapist, kind, day, visit.minutes))

    @rule(intent=st.sampled_from(INTENTS), answers=ANSWERS)
    def begins(self, intent: str, answers: dict[str, str]) -> None:
        self.turn(Said("", intent, answers))

    @rule(answers=ANSWERS)
    def informs(self, answers: dict[str, str]) -> None:
        self.turn(Said("whatever", "inform", answers))

    @rule(intent=st.sampled_from(DIGRESSIONS))
    def digresses(self, intent: str) -> None:
        self.turn(Said("", intent))

    @rule()
    def asks_a_fact(self) -> None:
        before = self.talk.session
        self.turn(Said("", "ask_faq", faq="prices"))
        assert not before.flow or self.talk.session.told == before.told

    @rule()
    def comes_to_an_offer(self) -> None:
        for line in (HI, ADULT, CALF, NONE, RUNNING, THURSDAY, JO):
            self.turn(line)

    @rule()
    def says_yes(self) -> None:
        self.turn(YES)

    @rule(data=st.data())
    def presses_any_button_ever_shown(self, data: st.DataObject) -> None:
        if says := [s for s in self.shown if s]:
            self.turn(pressed(data.draw(st.sampled_from(says))))

    @rule(flag=st.sampled_from(["leg_clot", "chest_heart", "numbness"]), once=st.integers(0, 6))
    def alarms(self, flag: str, once: int) -> None:
        if once:
            return
        effects = self.turn(say("", "inform", **{f"flag__{flag}": "yes"}))
        assert [e for e in effects if isinstance(e, HandOff)], "the clinic is told"
        assert not [e for e in effects if isinstance(e, Book | Move)]

    @rule(minutes=st.sampled_from([1, 9, 60, 60 * 30]))
    def time_passes(self, minutes: int) -> None:
        clinic = self.talk.clinic
        now = clinic.now + timedelta(minutes=minutes)
        if now - NOW > timedelta(days=20):
            return
        mine = tuple(a for a in clinic.mine if a.visit.start > now)
        undoable = clinic.undoable if minutes == 1 else ()
        self.talk.clinic = replace(
            clinic, now=now, mine=mine, undoable=undoable, held=frozenset() if minutes > 9 else clinic.held
        )

    @rule(
        day=st.integers(26, 28),
        clock=st.sampled_from(["11:00", "12:30", "17:00"]),
        who=st.sampled_from(["anna", "ben"]),
    )
    def someone_else_books(self, day: int, clock: str, who: str) -> None:
        visit = Visit(who, at(day, clock), 60)
        if any(v.therapist == who and v.start < visit.end and visit.start < v.end for v in self.talk.clinic.held):
            return
        mask = taken(visit)
        busy = {key: self.talk.clinic.busy.get(key, 0) | bits for key, bits in mask.items()}
        self.talk.clinic = replace(self.talk.clinic, busy={**self.talk.clinic.busy, **busy})

    @invariant()
    def a_session_survives_json(self) -> None:
        assert thaw(freeze(self.talk.session)) == self.talk.session

    @invariant()
    def a_flag_once_told_is_told_for_good(self) -> None:
        told = {flag for effect in self.talk.all if isinstance(effect, HandOff) for flag in effect.flags}
        assert all(urgency(flag, CLINIC) != "review" for flag in told)

    @invariant()
    def the_errands_are_ones_we_know(self) -> None:
        assert set(self.talk.session.flows) <= SCRIPTS.keys()
        assert len(set(self.talk.session.flows)) == len(self.talk.session.flows)


Wandering.TestCase.settings = settings(settings.get_profile("quick"), max_examples=25, stateful_step_count=30)
TestWandering = Wandering.TestCase
