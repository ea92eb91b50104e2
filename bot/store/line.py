"""Locks that PostgreSQL keeps by name, and the line in which a clinic's turns wait to look at its diary."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError

Rows = Select[*tuple[Any, ...]]
Told = Mapping[str, Hashable]


def lock(db: Connection, name: str) -> None:
    """Wait until no other transaction has this lock; ours ends with the transaction. SQLite has one writer anyway."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(locking(name))


def locking(name: str) -> str:
    """What PostgreSQL is told to wait for a lock."""
    number = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
    return f"SELECT pg_advisory_xact_lock({number})"


@dataclass
class Line:
    """Where turns wait for a lock, one after the other: quicker than to race. SQLite has one writer anyway."""

    db: Connection
    name: str
    joined: bool = False

    def read(self, rows: Rows, told: Told) -> Iterable[Any]:
        """Wait until it is our turn, and read these rows as they are then."""
        if self.db.dialect.name != "postgresql":
            return self.db.execute(rows, told)
        return self.join(spelled(self.db.dialect, rows, tuple(told.items())))

    def join(self, *then: str) -> Sequence[Any]:
        """Wait until it is our turn, unless it is. What is to be looked at `then` goes along, as others wait for us."""
        if self.joined or self.db.dialect.name != "postgresql":
            return ()
        self.joined = True
        return last_of(self.db, "SAVEPOINT line", locking(self.name), *then)

    def leave(self) -> None:
        """Let the next one in before our transaction ends, which has written nothing since.

        Past psycopg's cursors, which after any ROLLBACK forget all statements that they have prepared.
        """
        if self.joined:
            raw: Any = self.db.connection.driver_connection
            raw.pgconn.exec_(b"ROLLBACK TO line")  # which lets go of every lock taken since


def last_of(db: Connection, *statements: str) -> Sequence[Any]:
    """What the last of these statements finds, all told at once: of several results, SQLAlchemy shows the first."""
    with closing(db.connection.cursor()) as cursor:
        try:
            cursor.execute("; ".join(statements))
        except db.dialect.loaded_dbapi.Error as error:
            raise DBAPIError.instance(None, None, error, type(error)) from None
        while cursor.nextset():
            pass
        return cursor.fetchall()


@lru_cache(maxsize=1_000)
def spelled(dialect: Dialect, rows: Rows, told: tuple[tuple[str, Hashable], ...]) -> str:
    """A statement with all that it is told written out."""
    return str(rows.params(dict(told)).compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
