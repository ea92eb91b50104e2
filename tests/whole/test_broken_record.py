"""A full disk, a file that may not be written, a file that is none: said in a line, and nothing is lost."""

import os
import resource
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.whole.house import COOLDOWN, House

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
