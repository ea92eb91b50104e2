"""The database: how it is opened, brought up to date, and written in one transaction at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.line import lock

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent.parent / "migrations"
RESTED = 0.2  # seconds without use after which a connection is asked whether it is still there
EARLY = {"prepare_threshold": 1}  # what a connection is told a second time it is told often: it is planned once
LOST = {"40001", "40P01"}  # PostgreSQL: could not serialize; deadlock


class Taken(Exception):
    """Somebody else was quicker. Decide again on fresher facts."""


class Newer(Exception):
    """The database was written by a newer release, whose tables we do not know."""


def open_store(url: str, foreign_keys: bool = True) -> Engine:
    """Open the database of this SQLAlchemy URL: SQLite, or PostgreSQL through psycopg 3."""
    address = make_url(url)
    if address.get_backend_name() in ("postgresql", "postgres"):
        engine = create_engine(address.set(drivername="postgresql+psycopg"), hide_parameters=True, connect_args=EARLY)
        event.listen(engine, "checkin", rest)
        event.listen(engine, "checkout", wake(engine))
        return engine
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    # What clients said must not reach a log by way of an error's parameters.
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", settings(foreign_keys))
    event.listen(engine, "begin", begin)
    return engine


def rest(raw: Any, entry: ConnectionPoolEntry) -> None:
    """Note since when a connection is not used."""
    entry.info["rests since"] = monotonic()


def wake(engine: Engine) -> Any:
    """What asks a connection that has rested whether it is still there, as its server may have been started again."""

    def ask(raw: Any, entry: ConnectionPoolEntry, proxy: object) -> None:
        if monotonic() - entry.info.get("rests since", monotonic()) < RESTED:
            return
        try:
            engine.dialect.do_ping(raw)
        except engine.dialect.loaded_dbapi.Error:
            raise DisconnectionError from None  # and another one is opened in its place

    return ask


def settings(foreign_keys: bool) -> Any:
    """What each SQLite connection is told first."""

    def tell(raw: Any, entry: ConnectionPoolEntry) -> None:
        raw.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={foreign_keys:d}", "busy_timeout=30000"):
            raw.execute(f"PRAGMA {pragma}")

    return tell


def begin(db: Connection) -> None:
    """Take SQLite's write lock at once: a transaction that asks for it later may be refused in the middle."""
    db.exec_driver_sql("BEGIN" if db.get_execution_options().get("reading") else "BEGIN IMMEDIATE")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, committed at the end or not at all. Raises Taken if the database made us lose a race."""
    try:
        with queue(engine), engine.begin() as db:
            yield db
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in LOST:
            raise Taken from None
        raise


@contextmanager
def queue(engine: Engine) -> Iterator[None]:
    """Wait in line for SQLite's one write lock. Its own waiting is a lottery of ever longer naps, without a line."""
    if engine.name != "sqlite" or not engine.url.database:
        yield
        return
    with open(f"{engine.url.database}-queue", "ab") as door:
        fcntl.flock(door, fcntl.LOCK_EX)  # and closing lets the next one in, even if we are killed
        yield


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Only read, and keep no writer waiting.

    PostgreSQL shows each statement what is committed by then, in a transaction or not, so we spare it the frame of one.
    """
    alone = {"isolation_level": "AUTOCOMMIT"} if engine.name == "postgresql" else {}
    with engine.connect().execution_options(reading=True, **alone) as db, db.begin():
        yield db


@contextmanager
def racing() -> Iterator[None]:
    """Here a key that is already there means that somebody else was quicker."""
    try:
        yield
    except IntegrityError:
        raise Taken from None


def migrate(url: str) -> None:
    """Bring the database to the newest version, in one transaction. Raises Newer if it is ahead of us."""
    from alembic import command  # here, because it takes as long to import as all the rest

    engine = open_store(url, foreign_keys=False)  # SQLite alters a table by dropping it, which would cascade
    wanted = config()
    with engine.begin() as db:
        lock(db, "migration")
        if version_of(db) not in {None, *versions()}:
            raise Newer
        wanted.attributes["connection"] = db
        command.upgrade(wanted, "head")
    engine.dispose()


def version_of(db: Connection) -> str | None:
    """The version of a database; None before the first migration."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(db).get_current_revision()


def versions() -> list[str]:
    """Every version we know the way from, the newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]


def config() -> "Config":
    """Where the migrations are."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return found
