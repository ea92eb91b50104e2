"""Who has which quarter-hour: claims to guard it, and one mask a day to read it by."""

from collections.abc import Callable, Collection, Hashable, ItemsView, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Insert,
    String,
    bindparam,
    delete,
    select,
    type_coerce,
)

from bot.clinic import QUARTER, Key, midnight
from bot.knowledge.profile import Profile
from bot.messages import Visit
from bot.once import once
from bot.store.engine import Taken
from bot.store.inbox import into
from bot.store.line import Rows, Told
from bot.store.tables import claim, day

SECONDS = int(QUARTER.total_seconds())  # in a quarter-hour

Quarter = tuple[str, int]  # whose ("cardiff/anna"), and which since 1970
Owner = Mapping[str, str | int]  # {"appointment": reference}, {"hold": id} or {"block": id}


def claims_of(profile: Profile, visit: Visit) -> list[Quarter]:
    """What a visit takes of the diary: its minutes and the therapist's buffer after it."""
    return span(profile.id, visit.therapist, visit.start, visit.end + timedelta(minutes=profile.buffer))


def span(clinic: str, therapist: str, first: datetime, last: datetime) -> list[Quarter]:
    """Every quarter-hour that a stretch of a therapist's time touches."""
    ends = -(-int(last.timestamp()) // SECONDS)
    return [(f"{clinic}/{therapist}", n) for n in range(int(first.timestamp()) // SECONDS, ends)]


WHO: BindParameter[str] = bindparam("who")
FIRST: BindParameter[int | date] = bindparam("first")
LAST: BindParameter[int | date] = bindparam("last")
QUARTERS = select(claim.c.therapist, claim.c.quarter)
HELD = QUARTERS.where(claim.c.hold.in_(bindparam("holds", expanding=True)))


def claimed(db: Connection, where: ColumnElement[bool]) -> set[Quarter]:
    """The quarters claimed by such owners."""
    return {(who, n) for who, n in db.execute(QUARTERS.where(where))}


def held(db: Connection, holds: Iterable[int]) -> set[Quarter]:
    """The quarters claimed by these holds."""
    return {(who, n) for who, n in db.execute(HELD, {"holds": list(holds)})} if holds else set()


@cache
def claiming(dialect: str) -> Insert:
    """Claims, where nobody else has any. What returns rows is one statement, however many they are."""
    return into(dialect, claim).on_conflict_do_nothing().returning(claim.c.therapist, claim.c.quarter)


def take(db: Connection, wanted: Collection[Quarter], owner: Owner) -> None:
    """Claim all of these quarters. Raises Taken if somebody has one of them."""
    if take_free(db, wanted, owner):
        raise Taken


def take_free(db: Connection, wanted: Collection[Quarter], owner: Owner) -> set[Quarter]:
    """Claim these quarters, always in one order, so that no two transactions wait for each other.

    Returns those that could not be had, as somebody has them.
    """
    rows = [{"therapist": who, "quarter": n, **owner} for who, n in sorted(wanted)]
    ours = {(who, n) for who, n in db.execute(claiming(db.dialect.name), rows)} if rows else set()
    return set(wanted) - ours


FREED = delete(claim).where(claim.c.therapist == WHO, claim.c.quarter.in_(bindparam("quarters", expanding=True)))


def free(db: Connection, given_up: set[Quarter]) -> None:
    """Give these quarters up, whoever owns them."""
    for who, quarters in grouped(given_up).items():
        db.execute(FREED, {"who": who, "quarters": quarters})


CLEARED = delete(day).where(day.c.therapist == WHO, day.c.day == bindparam("when"))
THAT_DAY = select(claim.c.quarter).where(claim.c.therapist == WHO, claim.c.quarter.between(FIRST, LAST))


@cache
def drawn(dialect: str) -> Insert:
    """A day's mask, in the place of the one that was there."""
    new = into(dialect, day)
    return new.on_conflict_do_update(index_elements=["therapist", "day"], set_={"busy": new.excluded.busy})


def redraw(db: Connection, zone: ZoneInfo, touched: Iterable[Quarter]) -> set[Quarter]:
    """Draw anew the mask of every day touched, from the claims themselves. Returns what of it nobody has any more."""
    days: dict[tuple[str, date], set[int]] = {}
    for who, n in touched:
        days.setdefault((who, place(n, zone)[0]), set()).add(n)
    unclaimed = set()
    for (who, when), numbers in sorted(days.items()):
        busy = claimed_on(db, who, when, zone)
        unclaimed |= {(who, n) for n in numbers - busy}
        if mask := sum(1 << n - first_of(when, zone) for n in busy):
            db.execute(drawn(db.dialect.name), {"therapist": who, "day": when, "busy": mask})
        else:
            db.execute(CLEARED, {"who": who, "when": when})
    return unclaimed


def claimed_on(db: Connection, who: str, when: date, zone: ZoneInfo) -> set[int]:
    """The quarters claimed of a therapist's local day."""
    first, after = first_of(when, zone), first_of(when + timedelta(days=1), zone)
    return set(db.scalars(THAT_DAY, {"who": who, "first": first, "last": after - 1}))


def first_of(when: date, zone: ZoneInfo) -> int:
    """The first quarter of a local day."""
    return int(midnight(when, zone).timestamp()) // SECONDS


def place(n: int, zone: ZoneInfo) -> tuple[date, int]:
    """The local day a quarter falls on, and its bit there."""
    when = datetime.fromtimestamp(n * SECONDS, UTC).astimezone(zone).date()
    return when, n - first_of(when, zone)


def grouped(quarters: Iterable[Quarter]) -> dict[str, list[int]]:
    """Quarters by whose they are."""
    whose: dict[str, list[int]] = {}
    for who, n in quarters:
        whose.setdefault(who, []).append(n)
    return whose


AHEAD = select(day.c.therapist, day.c.day, type_coerce(day.c.busy, String)).where(
    day.c.therapist.in_(bindparam("therapists", expanding=True)),
    day.c.day.between(FIRST, LAST),
)


@dataclass(frozen=True, eq=False)
class Diary(Mapping[Key, int]):
    """Everyone else's claims within the horizon: all read when first looked at, while the transaction lasts."""

    read: Callable[[Rows, Told], Iterable[Any]]
    profile: Profile
    today: date
    own: frozenset[Quarter] = frozenset()  # claimed by what this conversation holds

    @once
    def masks(self) -> dict[Key, int]:
        """Every therapist's days, without what this conversation holds."""
        names = {f"{self.profile.id}/{therapist.id}": therapist.id for therapist in self.profile.therapists}
        ahead: dict[str, Hashable] = {"first": self.today, "last": self.today + timedelta(days=self.profile.horizon)}
        rows = self.read(AHEAD, ahead | {"therapists": tuple(names)})
        masks = {(names[who], when): int(busy, 16) for who, when, busy in rows}
        for who, n in self.own:
            when, bit = place(n, self.profile.zone)
            if (key := (names[who], when)) in masks:  # a hold that began yesterday lies outside
                masks[key] &= ~(1 << bit)
        return masks

    def __getitem__(self, key: Key) -> int:
        return self.masks.get(key, 0)

    def items(self) -> ItemsView[Key, int]:
        """All of them: a turn looks at every day ahead, and a mapping's own view would look each up."""
        return self.masks.items()

    def __iter__(self) -> Iterator[Key]:
        return iter(self.masks)

    def __len__(self) -> int:
        return len(self.masks)
