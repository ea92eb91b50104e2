"""The tables. Instants are UTC, constraints have names, and `claim`'s primary key is what forbids double booking."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect

Json = Mapping[str, Any]

# Alembic's batch mode on SQLite silently drops constraints without a name.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware datetime in, an aware datetime in UTC out. SQLite, which knows no zones, stores it in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime: it names no instant."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a naive datetime is no instant")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The same instant, in UTC."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Mask(TypeDecorator[int]):
    """Up to 100 bits, which no database's integer holds, as hexadecimal digits."""

    impl = String(25)
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str | None:
        """The digits."""
        return None if value is None else f"{value:x}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> int | None:
        """The bits."""
        return None if value is None else int(value, 16)


class Conversations(TypedColumns):
    """What we remember of a conversation; its row is also the lock that keeps its turns in order."""

    id: Named[str] = Column(Text, primary_key=True)
    clinic: Named[str] = Column(Text)
    session: Named[str] = Column(Text)
    consent: Named[bool]
    lines: Named[int]  # how many lines of transcript have been numbered
    updated: Named[datetime] = Column(Instant)  # when the client was last heard
    erased: Named[datetime | None] = Column(Instant)  # when what was said was last wiped


class Clients(TypedColumns):
    """Who comes to a clinic, known by the conversation alone."""

    clinic: Named[str] = Column(Text, primary_key=True)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"), primary_key=True)
    known: Named[Json] = Column(JSON)  # name, contact, routine


class Inbounds(TypedColumns):
    """Messages as they came. The unique key is what makes a redelivery no second turn."""

    seq: Named[int] = Column(Integer, primary_key=True)  # the order of arrival
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    id: Named[str] = Column(Text)
    clinic: Named[str] = Column(Text)
    text: Named[str] = Column(Text)
    pressed: Named[str] = Column(Text)
    received: Named[datetime] = Column(Instant)
    done: Named[datetime | None] = Column(Instant)
    line: Named[int | None]


class Appointments(TypedColumns):
    """The promise. `intake` and `suggestion` are health data, kept with consent only."""

    reference: Named[str] = Column(String(6), primary_key=True)
    clinic: Named[str] = Column(Text)
    therapist: Named[str] = Column(Text)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    client_name: Named[str] = Column(Text)
    contact: Named[str] = Column(Text)
    guardian: Named[bool]
    session_type: Named[str] = Column(Text)
    minutes: Named[int]
    starts_at: Named[datetime] = Column(Instant)
    status: Named[str] = Column(Text)
    channel: Named[str] = Column(Text)
    created_at: Named[datetime] = Column(Instant)
    sequence: Named[int]  # how often it was changed, as calendars count
    changed: Named[datetime | None] = Column(Instant)  # when it was last moved or cancelled, and what it was before
    was_therapist: Named[str | None] = Column(Text)
    was_starts_at: Named[datetime | None] = Column(Instant)
    was_minutes: Named[int | None]  # None: changed by a release before 0006, which did not write it down
    attends: Named[datetime | None] = Column(Instant)  # when the client said they would come
    intake: Named[Json | None] = Column(JSON(none_as_null=True))
    suggestion: Named[Json | None] = Column(JSON(none_as_null=True))


class Holds(TypedColumns):
    """A visit kept free for one conversation until it expires."""

    id: Named[int] = Column(Integer, primary_key=True)
    clinic: Named[str] = Column(Text)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    therapist: Named[str] = Column(Text)
    starts_at: Named[datetime] = Column(Instant)
    minutes: Named[int]
    expires: Named[datetime] = Column(Instant)


class Waits(TypedColumns):
    """A place on the waiting list: a wish, and the hold on what is offered to it just now."""

    id: Named[int] = Column(Integer, primary_key=True)
    clinic: Named[str] = Column(Text)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    therapist: Named[str] = Column(Text)
    session_type: Named[str] = Column(Text)
    minutes: Named[int]
    day: Named[str] = Column(Text)
    time: Named[str] = Column(Text)
    earliest: Named[str] = Column(Text)
    instead: Named[str] = Column(String(6), server_default="")  # the appointment that moves to it
    last: Named[date] = Column(Date)  # after which it is of no use
    created: Named[datetime] = Column(Instant)
    hold: Named[int | None] = Column(ForeignKey("hold.id", ondelete="SET NULL"), index=True)


class Offers(TypedColumns):
    """What was offered to a place on the waiting list, and so is not offered to it again."""

    wait: Named[int] = Column(ForeignKey("wait.id", ondelete="CASCADE"), primary_key=True)
    starts_at: Named[datetime] = Column(Instant, primary_key=True)
    ends_at: Named[datetime] = Column(Instant)


class Attempts(TypedColumns):
    """An appointment made elsewhere was named, rightly or not, with the contact on it."""

    id: Named[int] = Column(Integer, primary_key=True)
    clinic: Named[str] = Column(Text)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    reference: Named[str] = Column(Text)
    at: Named[datetime] = Column(Instant)
    found: Named[bool]


class Blocks(TypedColumns):
    """Time the clinic keeps to itself."""

    id: Named[int] = Column(Integer, primary_key=True)
    clinic: Named[str] = Column(Text)
    therapist: Named[str] = Column(Text)
    starts_at: Named[datetime] = Column(Instant)
    ends_at: Named[datetime] = Column(Instant)


class Claims(TypedColumns):
    """One therapist, one quarter of an hour, one owner."""

    therapist: Named[str] = Column(Text, primary_key=True)  # "cardiff/anna"
    quarter: Named[int] = Column(Integer, primary_key=True, autoincrement=False)  # seconds since 1970 in UTC // 900
    appointment: Named[str | None] = Column(ForeignKey("appointment.reference", ondelete="CASCADE"), index=True)
    hold: Named[int | None] = Column(ForeignKey("hold.id", ondelete="CASCADE"), index=True)
    block: Named[int | None] = Column(ForeignKey("block.id", ondelete="CASCADE"), index=True)


class Days(TypedColumns):
    """A therapist's local day as one mask: the claims again, in the shape a survey reads."""

    therapist: Named[str] = Column(Text, primary_key=True)  # "cardiff/anna"
    day: Named[date] = Column(Date, primary_key=True)
    busy: Named[int] = Column(Mask)


class HandOffs(TypedColumns):
    """A person should look at this. Codes only, never what was said."""

    id: Named[int] = Column(Integer, primary_key=True)
    clinic: Named[str] = Column(Text)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    reason: Named[str] = Column(Text)
    urgency: Named[str] = Column(Text)
    flags: Named[list[str]] = Column(JSON)
    client_name: Named[str] = Column(Text)
    contact: Named[str] = Column(Text)
    created: Named[datetime] = Column(Instant)
    done: Named[datetime | None] = Column(Instant)


class Outbox(TypedColumns):
    """Replies to be sent. `settled` is when one left, or was given up with an `error`.

    What is said unasked has a `kind`, and after `until` is of no use. A mail lies beside the conversation it is about.
    """

    id: Named[int] = Column(Integer, primary_key=True)
    conversation: Named[str] = Column(Text, ForeignKey("conversation.id"))
    channel: Named[str] = Column(Text)
    reply: Named[Json] = Column(JSON)
    line: Named[int | None]
    created: Named[datetime] = Column(Instant)
    due: Named[datetime] = Column(Instant)
    lease: Named[datetime | None] = Column(Instant)  # nobody else tries before then
    attempts: Named[int]
    settled: Named[datetime | None] = Column(Instant)
    error: Named[str | None] = Column(Text)
    kind: Named[str] = Column(Text, server_default="")
    clinic: Named[str | None] = Column(Text)
    until: Named[datetime | None] = Column(Instant)
    appointment: Named[str | None] = Column(ForeignKey("appointment.reference"), index=True)
    place: Named[int | None]  # on the waiting list; no foreign key, as what was said outlives the place


waiting = text("settled IS NULL")
pending = text("done IS NULL")

conversation = Table("conversation", metadata, Conversations, Index(None, "consent", "updated"))
client = Table("client", metadata, Clients)
inbound = Table(
    "inbound",
    metadata,
    Inbounds,
    UniqueConstraint("conversation", "id"),
    Index("ix_inbound_pending", "conversation", "seq", sqlite_where=pending, postgresql_where=pending),
    sqlite_autoincrement=True,
)
appointment = Table(
    "appointment",
    metadata,
    Appointments,
    CheckConstraint("status IN ('booked', 'cancelled', 'completed', 'no_show')", "status"),
    Index(None, "conversation"),
    Index(None, "clinic", "starts_at"),
)
hold = Table("hold", metadata, Holds, Index(None, "conversation"), Index(None, "clinic", "expires"))
wait = Table("wait", metadata, Waits, Index(None, "clinic", "last"), Index(None, "conversation"))
offer = Table("offer", metadata, Offers)
attempt = Table("attempt", metadata, Attempts, Index(None, "conversation"), Index(None, "reference"), Index(None, "at"))
block = Table("block", metadata, Blocks)
claim = Table(
    "claim",
    metadata,
    Claims,
    CheckConstraint(
        "(appointment IS NOT NULL AND hold IS NULL AND block IS NULL)"
        " OR (appointment IS NULL AND hold IS NOT NULL AND block IS NULL)"
        " OR (appointment IS NULL AND hold IS NULL AND block IS NOT NULL)",
        "one_owner",
    ),
    sqlite_with_rowid=False,
)
day = Table("diary", metadata, Days, sqlite_with_rowid=False)
handoff = Table("handoff", metadata, HandOffs, Index(None, "conversation"), Index(None, "clinic", "created"))
outbox = Table(
    "outbox",
    metadata,
    Outbox,
    Index(None, "conversation", "line"),
    Index("ix_outbox_waiting", "channel", "due", sqlite_where=waiting, postgresql_where=waiting),
    sqlite_autoincrement=True,
)
