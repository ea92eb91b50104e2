"""Copies of the record: made while it is written to, checked, and put back."""

import re
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, select

from bot.commands.backup import NoBackup, backup, restore
from bot.messages import Reply
from bot.settings import Settings, read_settings
from bot.store import inbox, migrate, open_store, reading, writing
from bot.store.tables import outbox
from tests.desk import do, said_to

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return read_settings({"DATABASE_URL": f"sqlite:///{tmp_path}/var/cooldown.db"}, root=tmp_path)


@pytest.fixture
def record(chosen: Settings) -> Iterator[Engine]:
    """A record with one reply in it."""
    migrate(chosen.database)
    engine = open_store(chosen.database)
    do(engine, "web:jo", Reply("Hello."))
    yield engine
    engine.dispose()


def named_in(told: str) -> list[Path]:
    return [Path(name) for name in re.findall(r"(/\S+\.db)\b", told)]


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(chosen: Settings, record: Engine) -> None:
    (file,) = named_in(backup(chosen, None, NOW))
    do(record, "web:jo", Reply("And goodbye."))
    record.dispose()
    assert file.parent == chosen.var / "backups" and stat.S_IMODE(file.stat().st_mode) == 0o600
    _, kept = named_in(restore(chosen, file, NOW))
    assert said_to(open_store(chosen.database), "web:jo") == ["Hello."]
    assert said_to(open_store(f"sqlite:///{kept}"), "web:jo") == ["Hello.", "And goodbye."]
    assert sorted(path.name for path in chosen.var.iterdir() if path.name.startswith(".")) == []


def test_a_backup_is_of_one_moment_however_busy_the_clinic_is(chosen: Settings, record: Engine, tmp_path: Path) -> None:
    enough = Event()

    def chatter() -> None:  # two replies at a time, so that a torn copy would hold an odd number
        while not enough.is_set():
            with writing(record) as db:
                for word in ("Tick.", "Tock."):
                    inbox.say(db, "web:jo", Reply(word * 200), NOW)

    busy = Thread(target=chatter)
    busy.start()
    try:
        for number in range(5):
            backup(chosen, tmp_path / f"{number}.db", NOW)
    finally:
        enough.set()
        busy.join()
    counts = [len(said_to(open_store(f"sqlite:///{tmp_path}/{number}.db"), "web:jo")) for number in range(5)]
    assert counts[-1] > 1 and all(count % 2 for count in counts)  # one was there at the start


def test_a_backup_never_overwrites(chosen: Settings, record: Engine, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("dear diary")
    with pytest.raises(NoBackup, match="never overwrites"):
        backup(chosen, tmp_path / "mine.db", NOW)
    assert (tmp_path / "mine.db").read_text() == "dear diary"


def test_nothing_is_restored_while_somebody_uses_the_record(chosen: Settings, record: Engine) -> None:
    (file,) = named_in(backup(chosen, None, NOW))
    with reading(record) as db:
        db.execute(select(outbox.c.id)).all()
        with pytest.raises(NoBackup, match="Cooldown is running; stop it first"):
            restore(chosen, file, NOW)
    assert said_to(record, "web:jo") == ["Hello."]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda file: file.write_bytes(b"no database at all, but long enough to be read as one" * 9), "not a database"),
        (lambda file: tear(file), "malformed|damaged"),
        (lambda file: alter(file, "UPDATE alembic_version SET version_num = '9999'"), "written by a newer release"),
        (lambda file: alter(file, "DROP TABLE alembic_version"), "no record of Cooldown's"),
        (lambda file: file.unlink(), "unable to open"),
    ],
)
def test_a_backup_that_is_none_changes_nothing(chosen: Settings, record: Engine, harm, told: str) -> None:  # type: ignore[no-untyped-def]
    (file,) = named_in(backup(chosen, None, NOW))
    harm(file)
    record.dispose()
    with pytest.raises(NoBackup, match=told):
        restore(chosen, file, NOW)
    assert said_to(open_store(chosen.database), "web:jo") == ["Hello."]


def tear(file: Path) -> None:
    """Lose a piece out of the middle."""
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + bytes(range(256)) * 64 + whole[8192 + 256 * 64 :])


def alter(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as db:
        db.execute(statement)


def test_a_record_that_is_damaged_gives_way_to_a_backup_and_is_kept(chosen: Settings, record: Engine) -> None:
    (file,) = named_in(backup(chosen, None, NOW))
    record.dispose()
    live = chosen.var / "cooldown.db"
    live.write_bytes(b"spilt coffee")
    _, kept = named_in(restore(chosen, file, NOW))
    assert said_to(open_store(chosen.database), "web:jo") == ["Hello."] and kept.read_bytes() == b"spilt coffee"


def test_replies_that_waited_in_a_backup_are_not_sent_again_but_reminders_are(chosen: Settings, record: Engine) -> None:
    with writing(record) as db:
        inbox.say(db, "web:jo", Reply("See you tomorrow."), NOW, due=NOW + timedelta(days=1))
    (file,) = named_in(backup(chosen, None, NOW))
    record.dispose()
    restore(chosen, file, NOW + timedelta(days=2))
    with reading(open_store(chosen.database)) as db:
        waiting = db.scalars(select(outbox.c.reply).where(outbox.c.settled.is_(None)))
        assert [reply["text"] for reply in waiting] == ["See you tomorrow."]


def test_a_machine_that_lost_its_record_gets_it_back(chosen: Settings, record: Engine, tmp_path: Path) -> None:
    backup(chosen, tmp_path / "safe.db", NOW)
    record.dispose()
    shutil.rmtree(chosen.var)
    restore(chosen, tmp_path / "safe.db", NOW)
    assert said_to(open_store(chosen.database), "web:jo") == ["Hello."]


@pytest.mark.parametrize(("command", "tool"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_with_postgresql_we_name_its_own_tools(tmp_path: Path, command: str, tool: str) -> None:
    elsewhere = read_settings({"DATABASE_URL": "postgresql://me@nowhere/cooldown"}, root=tmp_path)
    with pytest.raises(NoBackup, match=tool):
        {"backup": backup, "restore": restore}[command](elsewhere, tmp_path / "file", NOW)
