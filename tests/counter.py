"""The counter of a clinic: whole turns, decided by the real dialogue over a real database, when a test says."""

from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import Engine, func, select

from bot.clinic import Clinic
from bot.dialogue import decide
from bot.messages import Inbound, Reply, Said, pressed
from bot.store import reading, survey, sweep, writing
from bot.store.inbox import peek
from bot.store.post import collect
from bot.store.tables import metadata, outbox
from bot.talk.session import Session, screen
from bot.turn import Outcome, Turn, reference
from tests.desk import take_turn
from tests.talk import KNOWLEDGE, NOW, PROFILES

PROFILE = PROFILES["cardiff"]


class Counter:
    """Clients come and say things; time passes when it is told to."""

    def __init__(self, engine: Engine, now: datetime = NOW) -> None:
        self.engine, self.now, self.ids = engine, now, count()

    def says(self, who: str, *lines: Said) -> "Counter":
        """One client's lines, a turn each."""
        for line in lines:
            inbound = Inbound(who, f"m{next(self.ids)}", PROFILE.id, line.text or "…")
            turn = Turn(inbound, line, PROFILE, KNOWLEDGE, self.now, decide, reference)
            assert take_turn(self.engine, turn) is Outcome.DONE
        return self

    def presses(self, who: str, label: str) -> "Counter":
        """The newest button that begins so, on what has reached the client."""
        self.reads(who)
        shown = [choice for reply in self.replies(who) for choice in reply.choices if choice.label.startswith(label)]
        assert shown, f"no button {label!r} in what {who} was told: {self.last(who)}"
        return self.says(who, pressed(shown[-1].says))

    def reads(self, who: str) -> "Counter":
        """What is due reaches a client's screen."""
        with writing(self.engine) as db:
            collect(db, who, self.now)
        return self

    def passes(self, **time: float) -> "Counter":
        """Time passes, and nothing else happens."""
        self.now += timedelta(**time)
        return self

    def sweeps(self) -> "Counter":
        sweep(self.engine, {PROFILE.id: PROFILE}, KNOWLEDGE, self.now)
        return self

    def replies(self, who: str) -> list[Reply]:
        """What has fallen due for a client, oldest first."""
        spoken = (outbox.c.conversation == who) & (outbox.c.channel != "mail")
        rows = select(outbox.c.reply).where(spoken, outbox.c.due <= self.now)
        with reading(self.engine) as db:
            return [screen(saved) for saved in db.scalars(rows.order_by(outbox.c.due, outbox.c.id))]

    def last(self, who: str) -> Reply:
        return self.replies(who)[-1]

    def sees(self, who: str) -> Clinic:
        """The clinic as a client's next turn will see it. Its diary is read while the database is open: take a copy."""
        with reading(self.engine) as db:
            clinic = survey(db, who, PROFILE, KNOWLEDGE, self.now)
            list(clinic.busy)
            return clinic

    def session(self, who: str) -> Session:
        with reading(self.engine) as db:
            return peek(db, who).session

    def rows(self, table: str) -> int:
        with reading(self.engine) as db:
            return db.scalar(select(func.count()).select_from(metadata.tables[table])) or 0
