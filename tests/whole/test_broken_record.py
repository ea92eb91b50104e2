"""A full disk, a file that may not be written, a file that is none: said in a line, and nothing is lost."""

import os
import resource
import sqlite3
import subprocess
from pathlib import Path

import pytest

from bot.commands import doctor
from bot.settings import read_settings
from tests.test_backup import tear
from tests.test_store_migrations import RELEASES, left
from tests.whole.house import COOLDOWN, House

ROOM_FOR_A_START = 60_000  # bytes, with which a record can be opened, but not rewritten
SHRUNK = 4096  # bytes a file may grow to on a disk that is full
MERE_MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")  # root may write anywhere
UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def refused(house: House, message: str) -> int:
    """The status of a message that cannot be taken; what is said about it must be kind and tell nothing."""
    posted = {"sender": "jo", "message": message, "metadata": {"message_id": "again"}}
    answer = house.http.post("/webhooks/rest/webhook", json=posted)
    assert "try again" in answer.json()["detail"] and "sqlite" not in answer.text.lower()
    return answer.status_code


def test_a_full_disk_loses_nothing_and_is_forgotten_once_there_is_room(house: House) -> None:
    house.say("hi")
    house.say("yes")
    resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE, (SHRUNK, resource.RLIM_INFINITY))
    assert refused(house, "my left calf, 5 out of 10, for two weeks") == 500
    resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE, UNLIMITED)
    replies = house.say("my left calf, 5 out of 10, for two weeks", message_id="again")
    assert replies[-1]["slot"] == "red_flags", "as if nothing had been"
    house.restart()
    assert house.say("none of these")[-1]["slot"] == "routine"
    assert "calf" not in house.log.read_text()


def full(size: int) -> tuple[str, ...]:
    """What makes a disk look full: no file may grow beyond so many bytes."""
    return ("prlimit", f"--fsize={size}")


def test_a_disk_that_is_full_when_a_release_is_installed_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "cooldown.db"
    left(f"sqlite:///{file}", RELEASES / "0001.json")
    done = run_on(file, "appointments", under=full(ROOM_FOR_A_START))
    assert done.returncode == 1 and done.stderr.strip().count("\n") == 0 and "DATABASE_URL" in done.stderr, done.stderr
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with_room = run_on(file, "appointments")
    assert with_room.returncode == 0 and "Jo Evans" in with_room.stdout


def test_a_disk_too_full_for_a_backup_keeps_no_half_of_one(tmp_path: Path) -> None:
    file, copy = tmp_path / "cooldown.db", tmp_path / "safe" / "copy.db"
    assert run_on(file, "appointments").returncode == 0
    done = run_on(file, "backup", str(copy), under=full(SHRUNK))
    assert done.returncode == 1 and done.stderr.strip().count("\n") == 0 and "cannot be copied" in done.stderr
    assert list(copy.parent.iterdir()) == []
    assert run_on(file, "backup", str(copy)).returncode == 0 and copy.exists()


def test_a_record_that_is_damaged_in_the_middle_is_named_by_the_doctor_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "cooldown.db"
    assert run_on(file, "appointments").returncode == 0
    chosen = read_settings({"DATABASE_URL": f"sqlite:///{file}"}, root=tmp_path)
    assert doctor.database(chosen)[0].state == "ok"
    tear(file)
    (found,) = doctor.database(chosen)
    assert found.state == "wrong" and "is damaged" in found.words and "cooldown restore" in found.words


def run_on(database: Path, *command: str, under: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "COOLDOWN_NLU_URL": "http://127.0.0.1:9"}
    return subprocess.run([*under, COOLDOWN, *command], env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("command", ["serve", "appointments", "backup"])
def test_what_is_no_database_is_named_in_one_line_and_left_alone(tmp_path: Path, command: str) -> None:
    file = tmp_path / "cooldown.db"
    file.write_bytes(b"spilt coffee " * 1000)
    done = run_on(file, command)
    assert done.returncode == 1 and done.stderr.strip().count("\n") == 0, done.stderr
    assert "not a database" in done.stderr
    assert file.read_bytes() == b"spilt coffee " * 1000


@pytest.mark.parametrize("command", ["serve", "appointments"])
def test_a_record_of_a_newer_release_is_left_alone(tmp_path: Path, command: str) -> None:
    file = tmp_path / "cooldown.db"
    assert run_on(file, "appointments").returncode == 0
    with sqlite3.connect(file) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    done = run_on(file, command)
    assert (done.returncode, done.stderr.strip().count("\n")) == (1, 0) and "newer release" in done.stderr
    assert sqlite3.connect(file).execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


@pytest.mark.parametrize("command", ["serve", "chat"])
def test_a_file_that_may_not_be_written_is_named_and_left_alone(tmp_path: Path, command: str) -> None:
    file = tmp_path / "own" / "cooldown.db"
    assert run_on(file, "appointments").returncode == 0
    before = file.read_bytes()
    file.chmod(0o400)
    file.parent.chmod(0o500)
    done = run_on(file, command, under=() if os.getuid() else MERE_MORTAL)
    file.parent.chmod(0o700)
    assert done.returncode == 1 and done.stderr.strip().count("\n") == 0, done.stderr
    assert "readonly" in done.stderr and file.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run_on(tmp_path / "file" / "cooldown.db", "appointments")
    assert done.returncode == 1 and done.stderr.strip().count("\n") == 0 and "DATABASE_URL" in done.stderr
