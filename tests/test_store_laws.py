"""Whatever clients and staff do, in whatever order: claims, masks and what a survey sees agree with a plain model."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, delete, select

from bot.clinic import Clinic, bits
from bot.messages import Cancel, Effect, Hold, Move, Said, Visit
from bot.store import Taken, keep_free, reading, sweep, writing
from bot.store.diary import Quarter, first_of, span
from bot.store.tables import claim, metadata
from bot.talk.session import Session
from bot.turn import Outcome
from tests.desk import CARDIFF, KNOWLEDGE, NOW, THURSDAY, at, book, do, masks_equal_claims, quarters_of, take_turn, turn

WHO = st.sampled_from(["web:jo", "web:al"])
STARTS = [at("08:00"), at("08:15"), at("08:30"), at("09:15"), at("11:00")]  # few, to meet often
THERAPISTS = st.sampled_from(["anna", "anna", "anna", "ben"])
VISITS = st.builds(Visit, THERAPISTS, st.sampled_from(STARTS), st.sampled_from([60, 90]))
ANY = st.integers(0, 3)


class Diaries(RuleBasedStateMachine):
    """A clinic's diary beside a model of it that knows nothing of claims or masks."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine, self.now = engine, NOW
        self.booked: dict[str, tuple[str, Visit]] = {}
        self.held: dict[str, dict[Visit, datetime]] = {}
        self.kept_free: set[Quarter] = set()
        self.references = (f"REF{n:03}" for n in range(999))
        with writing(engine) as db:
            for table in reversed(metadata.sorted_tables):
                db.execute(delete(table))

    def others(self, who: str) -> set[Quarter]:
        """What is neither booked by anyone nor held by anyone else nor kept free."""
        live = {visit for client in self.held if client != who for visit in self.holds(client)}
        return quarters_of({visit for _, visit in self.booked.values()} | live) | self.kept_free

    def holds(self, who: str) -> dict[Visit, datetime]:
        return {visit: until for visit, until in self.held.get(who, {}).items() if until > self.now}

    def own(self, who: str) -> set[Quarter]:
        return quarters_of(visit for client, visit in self.booked.values() if client == who)

    def take(self, who: str, effect: Effect, possible: bool) -> bool:
        outcome = do(self.engine, who, effect, now=self.now)
        assert outcome is (Outcome.DONE if possible else Outcome.LOST)
        return possible

    @rule(who=WHO, visit=VISITS)
    def books(self, who: str, visit: Visit) -> None:
        reference = next(self.references)
        if self.take(who, book(visit, reference), not quarters_of({visit}) & self.others(who)):
            self.booked[reference] = who, visit
            self.held[who] = {kept: until for kept, until in self.holds(who).items() if kept != visit}

    @rule(who=WHO)
    def books_what_is_held(self, who: str) -> None:
        for visit in sorted(self.holds(who), key=lambda visit: (visit.start, visit.minutes))[:1]:
            self.books(who, visit)

    @rule(who=WHO, visits=st.frozensets(VISITS, max_size=2))
    def wants_held(self, who: str, visits: frozenset[Visit]) -> None:
        before = self.holds(who)
        if self.take(who, Hold(visits), not quarters_of(visits) & (self.others(who) - self.own(who))):
            self.held[who] = {visit: before.get(visit, self.now + timedelta(minutes=10)) for visit in visits}

    @rule(which=ANY, visit=VISITS, thief=st.none() | WHO)
    def moves(self, which: int, visit: Visit, thief: str | None) -> None:
        reference, owner, old = self.one(which)
        who = thief or owner
        free = not quarters_of({visit}) & (self.others(who) - quarters_of({old} if old else ()))
        if self.take(who, Move(reference, visit), owner == who and old is not None and free):
            self.booked[reference] = who, visit
            self.held[who] = {kept: until for kept, until in self.holds(who).items() if kept != visit}

    @rule(which=ANY, thief=st.none() | WHO)
    def cancels(self, which: int, thief: str | None) -> None:
        reference, owner, old = self.one(which)
        if self.take(thief or owner, Cancel(reference), owner == (thief or owner) and old is not None):
            del self.booked[reference]

    def one(self, which: int) -> tuple[str, str, Visit | None]:
        """One of the appointments and its owner, or none."""
        reference = dict(enumerate(self.booked)).get(which, "GONE42")
        return reference, *self.booked.get(reference, ("web:jo", None))

    @rule(start=st.sampled_from(STARTS), minutes=st.integers(1, 60))
    def the_clinic_keeps_time_free(self, start: datetime, minutes: int) -> None:
        end = start + timedelta(minutes=minutes)
        wanted = set(span("cardiff", "anna", start, end))
        try:
            with writing(self.engine) as db:
                keep_free(db, CARDIFF, "anna", start, end, self.now)
        except Taken:
            assert wanted & self.others("")
        else:
            assert not wanted & self.others("")
            self.kept_free |= wanted

    @rule(minutes=st.integers(1, 6))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule()
    def lapsed_holds_are_swept(self) -> None:
        sweep(self.engine, {"cardiff": CARDIFF}, KNOWLEDGE, self.now)

    @rule(who=WHO)
    def looks(self, who: str) -> None:
        """What a survey sees is everybody else's, and one's own holds."""
        seen: list[tuple[set[Quarter], frozenset[Visit]]] = []

        def decide(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
            seen.append((busy(clinic), clinic.held))
            return session, []

        take_turn(self.engine, turn(who, decide, self.now))
        assert seen == [(self.others(who), frozenset(self.holds(who)))]

    @invariant()
    def masks_say_what_claims_say(self) -> None:
        with reading(self.engine) as db:
            assert masks_equal_claims(db)

    @invariant()
    def every_appointment_has_just_its_quarters(self) -> None:
        with reading(self.engine) as db:
            rows = db.execute(select(claim).where(claim.c.appointment.is_not(None))).all()
        claimed = {(row.appointment, row.therapist, row.quarter) for row in rows}
        assert claimed == {(name, *q) for name, (_, visit) in self.booked.items() for q in quarters_of({visit})}


def busy(clinic: Clinic) -> set[Quarter]:
    """The quarters that a clinic's masks call busy."""
    day = first_of(THURSDAY, CARDIFF.zone)
    masks: Iterable[tuple[str, int]] = ((t.id, clinic.busy[t.id, THURSDAY]) for t in clinic.profile.therapists)
    assert {on for _, on in clinic.busy} <= {THURSDAY}
    return {(f"cardiff/{who}", day + bit) for who, mask in masks for bit in bits(mask)}


def test_the_diary_does_as_its_model(engine: Engine) -> None:
    wanderings = settings(max_examples=50 if engine.name == "sqlite" else 15, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(lambda: Diaries(engine), settings=wanderings)  # type: ignore[arg-type]
