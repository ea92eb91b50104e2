"""The ledger: what one turn decided is written down here, in that turn's transaction."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import assert_never

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    delete,
    exists,
    insert,
    select,
    union_all,
    update,
)

from bot.knowledge import Policy, Profile
from bot.messages import (
    Attend,
    Book,
    Cancel,
    Effect,
    Erase,
    HandOff,
    Hold,
    Leave,
    Move,
    Prove,
    Refuse,
    Remember,
    Reply,
    Restore,
    Visit,
    Wait,
)
from bot.rhythm.words import Booking
from bot.store.diary import QUARTERS, WHO, Owner, Quarter, claims_of, free, redraw, take, take_free
from bot.store.engine import Taken, racing
from bot.store.erasure import erase
from bot.store.given import CLINIC
from bot.store.known import of, remember
from bot.store.notices import USUAL_RHYTHM, announce, follow, hand_off
from bot.store.proof import MINE, WINDOW, count, theirs, tries
from bot.store.tables import appointment, claim, hold, wait
from bot.store.visits import columns_of, visit_of
from bot.store.waiting import join, leave, release

PRIVATE = (Reply, Remember, HandOff, Prove, Erase)  # of one conversation only

PROMISED = insert(appointment)
HELD = insert(hold).returning(hold.c.id)
OFFERED = exists().where(of(wait), wait.c.hold == hold.c.id).label("offered")  # from the waiting list
GONE: BindParameter[int] = bindparam("gone", expanding=True)
LET_GO = delete(claim).returning(claim.c.therapist, claim.c.quarter)
UNHELD = delete(hold).where(hold.c.id.in_(GONE))
GIVEN_UP = LET_GO.where(claim.c.appointment == bindparam("reference"))
ON_VISIT = (hold.c.therapist == WHO) & (hold.c.starts_at == bindparam("start")) & (hold.c.minutes == bindparam("long"))
NO_LONGER = delete(hold).where(of(hold), ON_VISIT)
HOLDS = select(hold, OFFERED).where(of(hold)).order_by(hold.c.id)
OF_HOLDS = QUARTERS.where(claim.c.hold.in_(select(hold.c.id).where(of(hold))))
BOOKED = select(appointment.c.reference).where(appointment.c.clinic == CLINIC, appointment.c.status == "booked")
OF_BOOKED = (QUARTERS.where(claim.c.appointment.in_(BOOKED.where(which))) for which in MINE)
OURS = union_all(OF_HOLDS, *OF_BOOKED)


def touch_diary(effects: Iterable[Effect]) -> bool:
    """Whether any of this is about what a clinic's clients share: its diary, and the list of those who wait."""
    return not all(isinstance(effect, PRIVATE) for effect in effects)


@dataclass
class Ledger:
    """One conversation's turn at one clinic. Whatever touches the diary is noted, and drawn once at the end."""

    db: Connection
    profile: Profile
    conversation: str
    now: datetime
    policy: Policy
    touched: set[Quarter] = field(default_factory=set)
    holds: dict[int, Visit] | None = None  # of this conversation, by number, while we know of all

    def carry_out(self, effects: Iterable[Effect]) -> set[Quarter]:
        """Do what was decided, with the clinic's lock. Raises Taken if somebody else was quicker: then roll back.

        Returns the quarters that have come free.
        """
        for effect in effects:
            self.do(effect)
        if not self.touched:
            return set()
        self.complete_holds()
        return redraw(self.db, self.profile.zone, self.touched)

    def do(self, effect: Effect) -> None:
        """Carry out one effect."""
        match effect:
            case Reply():
                pass  # is said when all is done
            case Book():
                self.book(effect)
            case Move(reference, visit):
                self.change(reference, attends=None, **columns_of(visit))
                self.claim(visit, {"appointment": reference})
            case Cancel(reference):
                self.change(reference, status="cancelled")
            case Restore(reference, visit):
                self.restore(reference, visit)
            case Prove():
                count(self.db, self.profile.id, self.conversation, effect, self.policy, self.now)
            case Wait():
                self.let_go(join(self.db, self.profile.id, self.conversation, effect, self.policy, self.now))
            case Refuse(number):
                self.let_go(release(self.db, self.waiting() & (wait.c.id == number)))
            case Leave(number):
                mine = self.waiting() if number is None else self.waiting() & (wait.c.id == number)
                self.let_go(leave(self.db, mine))
            case Attend(reference):
                self.db.execute(update(appointment).where(self.is_booked(reference)).values(attends=self.now))
            case Hold(visits):
                self.keep(visits)
            case HandOff():
                hand_off(self.db, self.profile.id, self.conversation, effect, self.now)
            case Remember(answers):
                remember(self.db, self.profile.id, self.conversation, answers)
            case Erase():
                erase(self.db, self.conversation, self.now)
            case _:
                assert_never(effect)

    def book(self, offer: Book) -> None:
        """The appointment, and the quarters it claims. What was said about health is kept with consent only."""
        agreed, visit, client = offer.intake.consent, offer.visit, offer.client
        row = columns_of(visit) | {
            "reference": offer.reference,
            "clinic": self.profile.id,
            "conversation": self.conversation,
            "client_name": client.name,
            "contact": client.contact,
            "guardian": client.guardian,
            "session_type": offer.session_type,
            "status": "booked",
            "channel": self.conversation.partition(":")[0],
            "created_at": self.now,
            "sequence": 0,
            "intake": asdict(offer.intake) if agreed else None,
            "suggestion": asdict(offer.suggestion) if agreed else None,
        }
        with racing():  # a reference that exists already is a lost race too
            self.db.execute(PROMISED, row)
        self.claim(visit, {"appointment": offer.reference})
        weeks = offer.suggestion.rhythm_weeks if agreed else USUAL_RHYTHM
        booking = Booking(offer.reference, visit, client.name, client.contact, "booked", 0, weeks)
        announce(self.db, self.profile, self.policy, self.conversation, booking, self.now)

    def change(self, reference: str, **news: object) -> None:
        """Change a booked appointment of this client and give up the time it had. Raises Taken if there is none."""
        was = {f"was_{name}": appointment.c[name] for name in ("therapist", "starts_at", "minutes")}
        self.rewrite(reference, appointment.c.status == "booked", changed=self.now, **was, **news)

    def restore(self, reference: str, visit: Visit) -> None:
        """Take back what was changed a moment ago. Raises Taken if nothing was."""
        lately = appointment.c.changed > self.now - timedelta(minutes=self.policy.undo_minutes)
        self.rewrite(reference, lately, status="booked", changed=None, attends=None, **columns_of(visit))
        self.claim(visit, {"appointment": reference})

    def rewrite(self, reference: str, where: ColumnElement[bool], **news: object) -> None:
        """Write an appointment of this client anew, and give up the time it had. Raises Taken if it is no such one."""
        changed = update(appointment).where(appointment.c.reference == reference, self.ours(), where)
        if not self.db.execute(changed.values(sequence=appointment.c.sequence + 1, **news)).rowcount:
            raise Taken
        self.let_go(release(self.db, wait.c.instead == reference))  # it was offered in place of what was
        self.touched.update((who, n) for who, n in self.db.execute(GIVEN_UP, {"reference": reference}))
        follow(self.db, self.profile, self.policy, reference, self.now)

    def claim(self, visit: Visit, owner: Owner) -> None:
        """Claim a visit for an appointment; what this conversation holds of it, it no longer needs to hold."""
        wanted = set(claims_of(self.profile, visit))
        self.touched.update(wanted)
        if self.holds != {}:  # there are some, or may be
            self.give_up(visit, wanted)
        take(self.db, wanted, owner)

    def give_up(self, visit: Visit, wanted: set[Quarter]) -> None:
        """Let go of our hold on this visit, and of what others of our holds claim of it."""
        self.holds = None
        self.db.execute(NO_LONGER, self.us | on(visit))
        ours = wanted & {(who, n) for who, n in self.db.execute(OF_HOLDS, self.us)}
        self.let_go_of_offers(visit.therapist, ours)
        free(self.db, ours)

    def let_go(self, quarters: set[Quarter]) -> None:
        """The waiting list has let go of these: it may be that it was we who were offered them."""
        self.holds = None
        self.touched.update(quarters)

    def let_go_of_offers(self, therapist: str, quarters: set[Quarter]) -> None:
        """What the waiting list keeps for this client is kept whole, or not at all."""
        if quarters:
            who, numbers = f"{self.profile.id}/{therapist}", [n for _, n in quarters]
            broken = select(claim.c.hold).where(claim.c.therapist == who, claim.c.quarter.in_(numbers))
            self.let_go(release(self.db, self.waiting() & wait.c.hold.in_(broken)))

    def keep(self, visits: frozenset[Visit]) -> None:
        """Hold exactly these. A visit held already keeps its expiry, so that asking again never extends it.

        What the waiting list keeps for this client is no business of a turn's, until they take it up.
        """
        rows = self.db.execute(HOLDS, self.us).all()
        for row in rows:
            if row.offered and visit_of(row) in visits:
                self.take_up(row.id)
        gone = {row.id: visit_of(row) for row in rows if not row.offered and visit_of(row) not in visits}
        if gone:
            self.db.execute(UNHELD, {"gone": list(gone)})  # and their claims with them
            self.touched.update(*(claims_of(self.profile, visit) for visit in gone.values()))
        self.holds = {row.id: visit_of(row) for row in rows if row.id not in gone}
        for visit in sorted(visits - set(self.holds.values()), key=lambda visit: (visit.therapist, visit.start)):
            self.holds[self.hold(visit)] = visit

    def hold(self, visit: Visit) -> int:
        """One more, by its number. What it claims is claimed at the end, when all that is to be given up is."""
        self.touched.update(claims_of(self.profile, visit))
        whose = {"clinic": self.profile.id, "conversation": self.conversation}
        return self.db.scalars(HELD, columns_of(visit) | whose | {"expires": self.until}).one()

    def take_up(self, number: int) -> None:
        """A time offered from the waiting list and now chosen is held like any other, and at least as long."""
        self.db.execute(update(wait).where(wait.c.hold == number).values(hold=None))
        shorter = (hold.c.id == number) & (hold.c.expires < self.until)
        self.db.execute(update(hold).where(shorter).values(expires=self.until))

    def complete_holds(self) -> None:
        """Claim for our holds whatever is not ours already by an appointment or another hold."""
        had: set[Quarter] = set()
        for number, visit in self.held().items():
            had |= take_free(self.db, claims_of(self.profile, visit), {"hold": number})
        if had and had - self.claimed():
            raise Taken

    def held(self) -> dict[int, Visit]:
        """What this conversation holds, by number."""
        if self.holds is None:
            self.holds = {row.id: visit_of(row) for row in self.db.execute(HOLDS, self.us)}
        return self.holds

    def claimed(self) -> set[Quarter]:
        """What this conversation's holds and appointments claim."""
        return {(who, n) for who, n in self.db.execute(OURS, self.us | {"since": self.now - WINDOW})}

    @property
    def us(self) -> dict[str, str]:
        """Whose turn it is, as statements are told."""
        return {"of_clinic": self.profile.id, "of": self.conversation}

    @property
    def until(self) -> datetime:
        """How long what is held now is held."""
        return self.now + timedelta(minutes=self.policy.hold_minutes)

    def waiting(self) -> ColumnElement[bool]:
        """This conversation's places on the waiting list."""
        return of(wait, self.profile.id, self.conversation)

    def ours(self) -> ColumnElement[bool]:
        """What this conversation has made at this clinic, or has proven to be its client's."""
        made = tries(self.db, self.profile.id, self.conversation, self.now)
        return theirs(self.profile.id, self.conversation, made)

    def booked(self) -> ColumnElement[bool]:
        """What of it is booked."""
        return self.ours() & (appointment.c.status == "booked")

    def is_booked(self, reference: str) -> ColumnElement[bool]:
        """One appointment that is."""
        return (appointment.c.reference == reference) & self.booked()


def on(visit: Visit) -> dict[str, object]:
    """Which visit, as statements are told."""
    return {"who": visit.therapist, "start": visit.start, "long": visit.minutes}
