"""Whatever clients and time do to the waiting list: no place has two offers, no two offers meet, nothing is twice."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, delete, select

from bot.messages import Cancel, Effect, Hold, Leave, Move, Refuse, Restore, Visit, Wait, Waited
from bot.store import reading, sweep, writing
from bot.store.diary import claims_of
from bot.store.tables import appointment, claim, hold, metadata, offer, wait
from tests.desk import CARDIFF, KNOWLEDGE, NOW, THURSDAY, at, book, do, masks_equal_claims, seen

WHO = st.sampled_from(["web:jo", "web:al", "web:bo"])
CLOCKS = ("08:00", "08:30", "09:15", "11:00")
VISITS = st.builds(
    lambda who, clock, minutes: Visit(who, at(clock), minutes),
    st.sampled_from(["anna", "anna", "ben"]),
    st.sampled_from(CLOCKS),
    st.sampled_from([60, 90]),
)
WISHES = st.builds(
    lambda who, minutes, time: Waited(who, "maintenance", minutes, THURSDAY.isoformat(), time),
    st.sampled_from(["anna", "ben", "anyone"]),
    st.sampled_from([60, 90]),
    st.sampled_from(["08:00", "08:00..10:00", "11:00", "08:30|11:00"]),
)
ANY = st.integers(0, 5)


class Waiting(RuleBasedStateMachine):
    """Three clients, two therapists, one busy morning."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine, self.now = engine, NOW
        self.references = (f"REF{n:03}" for n in range(999))
        self.made: list[tuple[str, str, Visit]] = []
        with writing(engine) as db:
            for table in reversed(metadata.sorted_tables):
                db.execute(delete(table))

    def turn(self, who: str, *effects: Effect) -> None:
        do(self.engine, who, *effects, now=self.now)

    @rule(who=WHO, visit=VISITS)
    def books(self, who: str, visit: Visit) -> None:
        reference = next(self.references)
        self.turn(who, book(visit, reference))
        self.made.append((who, reference, visit))

    @rule(who=WHO, visits=st.frozensets(VISITS, max_size=2))
    def holds(self, who: str, visits: frozenset[Visit]) -> None:
        self.turn(who, Hold(visits))

    @rule(which=ANY, visit=VISITS)
    def moves(self, which: int, visit: Visit) -> None:
        for who, reference, _ in self.made[which : which + 1]:
            self.turn(who, Move(reference, visit))

    @rule(which=ANY)
    def cancels(self, which: int) -> None:
        for who, reference, _ in self.made[which : which + 1]:
            self.turn(who, Cancel(reference))

    @rule(which=ANY)
    def takes_back(self, which: int) -> None:
        for who, reference, before in self.made[which : which + 1]:
            self.turn(who, Restore(reference, before))

    @rule(who=WHO, waited=WISHES)
    def waits(self, who: str, waited: Waited) -> None:
        self.turn(who, Wait(waited, THURSDAY.isoformat()))

    @rule(which=ANY, waited=WISHES)
    def waits_to_move(self, which: int, waited: Waited) -> None:
        for who, reference, _ in self.made[which : which + 1]:
            self.turn(who, Wait(replace(waited, instead=reference), THURSDAY.isoformat()))

    @rule(who=WHO, which=ANY)
    def refuses(self, who: str, which: int) -> None:
        for entry in seen(self.engine, who, self.now)[0].waiting[which : which + 1]:
            self.turn(who, Refuse(entry.number))

    @rule(who=WHO, which=ANY)
    def leaves(self, who: str, which: int) -> None:
        for entry in seen(self.engine, who, self.now)[0].waiting[which : which + 1]:
            self.turn(who, Leave(entry.number))

    @rule(who=WHO)
    def takes_up_and_books(self, who: str) -> None:
        offered = [entry for entry in seen(self.engine, who, self.now)[0].waiting if entry.offered]
        for entry in offered[:1]:
            assert entry.offered
            if entry.waited.instead:
                self.moves_there(who, entry.waited.instead, entry.offered, entry.number)
                continue
            reference = next(self.references)
            self.turn(who, Hold(frozenset({entry.offered})))
            self.turn(who, book(entry.offered, reference), Leave(entry.number))
            self.made.append((who, reference, entry.offered))
            with reading(self.engine) as db:
                status = select(appointment.c.status).where(appointment.c.reference == reference)
                assert db.scalar(status) == "booked", "what is offered is theirs"

    def moves_there(self, who: str, reference: str, visit: Visit, number: int) -> None:
        self.turn(who, Move(reference, visit), Leave(number))
        with reading(self.engine) as db:
            named = appointment.c.reference == reference
            row = db.execute(select(appointment).where(named)).one()
        assert (row.status, row.starts_at, row.therapist) == ("booked", visit.start, visit.therapist), "it is theirs"

    @rule(minutes=st.sampled_from([1, 9, 31]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule()
    def is_swept(self) -> None:
        sweep(self.engine, {"cardiff": CARDIFF}, KNOWLEDGE, self.now)

    @invariant()
    def masks_say_what_claims_say(self) -> None:
        with reading(self.engine) as db:
            assert masks_equal_claims(db)

    @invariant()
    def every_place_has_at_most_one_offer_and_it_is_kept_for_its_client(self) -> None:
        with reading(self.engine) as db:
            kept = db.execute(
                select(wait.c.conversation, hold.c.conversation).join(hold, wait.c.hold == hold.c.id)
            ).all()
            numbers = list(db.scalars(select(wait.c.hold).where(wait.c.hold.is_not(None))))
        assert all(waiter == holder for waiter, holder in kept) and len(set(numbers)) == len(numbers)

    @invariant()
    def no_place_is_offered_the_same_time_twice(self) -> None:
        with reading(self.engine) as db:
            offers = sorted(db.execute(select(offer.c.wait, offer.c.starts_at, offer.c.ends_at)))
        assert all(a.wait != b.wait or a.ends_at <= b.starts_at for a, b in pairwise(offers))

    @invariant()
    def every_claim_has_somebody_who_wants_it(self) -> None:
        with reading(self.engine) as db:
            off = select(claim.c.quarter).join(appointment, claim.c.appointment == appointment.c.reference)
            assert not db.execute(off.where(appointment.c.status != "booked")).all()

    @invariant()
    def every_appointment_has_just_its_own_time(self) -> None:
        with reading(self.engine) as db:
            taken = db.execute(select(claim.c.appointment, claim.c.quarter).where(claim.c.appointment.is_not(None)))
            booked = db.execute(select(appointment).where(appointment.c.status == "booked")).all()
            visits = ((row.reference, Visit(row.therapist, row.starts_at, row.minutes)) for row in booked)
            assert sorted(taken) == sorted((name, n) for name, one in visits for _, n in claims_of(CARDIFF, one))

    @invariant()
    def what_is_offered_is_kept_whole(self) -> None:
        with reading(self.engine) as db:
            for row in db.execute(select(wait.c.instead, hold).join(hold, wait.c.hold == hold.c.id)).all():
                ours = (claim.c.hold == row.id) | (claim.c.appointment == row.instead)
                wanted = {n for _, n in claims_of(CARDIFF, Visit(row.therapist, row.starts_at, row.minutes))}
                whose = claim.c.therapist == f"cardiff/{row.therapist}"
                assert wanted <= set(db.scalars(select(claim.c.quarter).where(ours, whose)))


def test_the_waiting_list_keeps_its_laws(engine: Engine) -> None:
    wanderings = settings(max_examples=40 if engine.name == "sqlite" else 10, stateful_step_count=25, deadline=None)
    run_state_machine_as_test(lambda: Waiting(engine), settings=wanderings)  # type: ignore[arg-type]
