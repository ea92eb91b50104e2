"""`cooldown backup` and `cooldown restore`: copies of the record, made while the clinic is open and checked before use.

SQLite copies itself with its own online backup. PostgreSQL has tools of its own that no program should imitate: there
we say which.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url, update

from bot.settings import Settings, Trouble
from bot.store import migrate, open_store, writing
from bot.store.engine import versions
from bot.store.tables import outbox

PAGES = 1_000  # copied at a time; in between the clinic's own writing goes on
ANSWERED = "restored from a backup"
NATIVE = {
    "backup": 'pg_dump --format=custom --file=cooldown.dump "$DATABASE_URL"',
    "restore": 'pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" cooldown.dump',
}


class NoBackup(Trouble):
    """Nothing was copied or changed; the text says why."""


def backup(chosen: Settings, wanted: Path | None, now: datetime) -> str:
    """Copy the record to a new file that only its owner may read. Returns what was done; raises NoBackup."""
    record = record_of(chosen, "backup")
    file = wanted or chosen.var / "backups" / f"cooldown-{now:%Y-%m-%d-%H%M%S}.db"
    if file.exists():
        raise NoBackup(f"{file} is there already, and a backup never overwrites.")
    with refusing(f"{record} cannot be copied to {file}"):
        file.parent.mkdir(parents=True, exist_ok=True)
        copied(record, file)
    size = f"{file.stat().st_size / 1e6:.1f} MB"
    return f"The record is in {file}, {size}. It holds what clients told you: keep it as safe as the record itself.\n"


def restore(chosen: Settings, file: Path, now: datetime) -> str:
    """Put a backup in the place of the record, which stays beside it. Returns what was done; raises NoBackup."""
    record = record_of(chosen, "restore")
    with refusing(f"{file} cannot be restored"):
        record.parent.mkdir(parents=True, exist_ok=True)
        fresh = copied(file, record.with_name(f".{record.name}.new"))
        answered(fresh, now)
        kept = aside(record, record.with_name(f"{record.stem}-before-{now:%Y-%m-%d-%H%M%S}.db"))
        fresh.rename(record)
    beside = f" What was there before is in {kept}." if kept else ""
    return f"The record is again what it was in {file}.{beside}\n"


def record_of(chosen: Settings, command: str) -> Path:
    """The SQLite file of the record. Raises NoBackup for any other database, with what to do instead."""
    address = make_url(chosen.database)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise NoBackup(f"The record is in PostgreSQL, whose own tool does this:\n  {NATIVE[command]}")
    return Path(address.database)


@contextmanager
def refusing(what: str) -> Iterator[None]:
    """Say in one line what stood in the way."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoBackup(f"{what}: {reason}.") from None


def copied(source: Path, target: Path) -> Path:
    """A copy as of one moment, whoever writes meanwhile; it has its name only once every page of it is checked."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(opened(source)) as here, closing(sqlite3.connect(part)) as there:
            here.backup(there, pages=PAGES)
            there.execute("PRAGMA journal_mode=DELETE")  # all of it in one file
            check(there)
        os.link(part, target)  # unlike a renaming, this never overwrites
    finally:
        part.unlink()
    return target


def opened(file: Path) -> sqlite3.Connection:
    """An existing database; opening does not create it."""
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=30)


def check(db: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError unless this is a whole database of ours, of this release or an earlier one."""
    (found,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError("it is damaged")
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        raise sqlite3.DatabaseError("it is no record of Cooldown's")
    if {version for (version,) in db.execute("SELECT version_num FROM alembic_version")}.difference(versions()):
        raise sqlite3.DatabaseError("it was written by a newer release")


def answered(record: Path, now: datetime) -> None:
    """Clients have long had the replies that waited in a backup; its reminders are still to come."""
    url = f"sqlite:///{record}"
    migrate(url)
    engine = open_store(url)
    waiting = outbox.c.settled.is_(None) & (outbox.c.due == outbox.c.created)
    with writing(engine) as db:
        db.execute(update(outbox).where(waiting).values(settled=now, error=ANSWERED))
    engine.dispose()
    with closing(opened(record)) as db:
        db.execute("PRAGMA journal_mode=DELETE")
    record.with_name(f"{record.name}-queue").unlink(missing_ok=True)  # where its writers waited in line


def aside(record: Path, kept: Path) -> Path | None:
    """Move the record out of the way, damaged or not, unless somebody uses it. Returns where it is now."""
    if not record.exists():
        return None
    try:
        with closing(sqlite3.connect(record, timeout=0)) as db:
            db.execute("PRAGMA journal_mode=DELETE")  # into one file, which only the last connection may do
    except sqlite3.OperationalError as error:
        raise sqlite3.OperationalError(f"Cooldown is running; stop it first ({error})") from None
    except sqlite3.DatabaseError:  # what is no database any more is kept all the same
        pass
    for end in ("-wal", "-shm"):
        if (piece := record.with_name(record.name + end)).exists():
            piece.rename(kept.with_name(kept.name + end))
    return record.rename(kept)
