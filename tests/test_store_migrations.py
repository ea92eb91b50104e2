"""The way from nothing to the newest tables, and what is forgotten on the way through time."""

import logging
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from bot.messages import Reply
from bot.store import migrate, open_store, reading, writing
from bot.store.tables import metadata
from tests.desk import do, said_to

pytest_plugins = ["tests.postgres"]


def test_migrations_lead_to_the_tables_we_use(engine: Engine) -> None:
    with reading(engine) as db:
        assert compare_metadata(MigrationContext.configure(db, opts={"compare_type": True}), metadata) == []


def test_migrating_again_changes_nothing_and_loses_nothing(engine: Engine, url: str) -> None:
    do(engine, "web:jo", Reply("Hello."))
    migrate(url)
    assert said_to(engine, "web:jo") == ["Hello."]


def test_migrating_leaves_logging_as_it_is(tmp_path: Path) -> None:
    before = logging.getLogger().level, list(logging.getLogger().handlers)
    migrate(f"sqlite:///{tmp_path / 'new' / 'cooldown.db'}")
    assert (logging.getLogger().level, list(logging.getLogger().handlers)) == before
    assert not logging.getLogger(__name__).disabled


def test_every_constraint_has_a_name(engine: Engine) -> None:
    found = inspect(engine)
    for table in metadata.tables:
        constraints = [*found.get_foreign_keys(table), *found.get_unique_constraints(table)]
        constraints += found.get_check_constraints(table)
        assert all(constraint["name"] for constraint in constraints), table


def test_sqlite_is_set_up_to_be_safe(sqlite_url: str) -> None:
    engine = open_store(sqlite_url)
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with reading(engine) as db:
        assert [db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas] == ["wal", 2, 1, 30_000]
    engine.dispose()


def test_a_reader_keeps_no_writer_waiting(sqlite_url: str) -> None:
    engine = open_store(sqlite_url)
    with reading(engine) as reader, writing(engine) as writer:
        assert reader.connection is not writer.connection
        do_nothing = "UPDATE conversation SET lines = lines"
        assert writer.exec_driver_sql(do_nothing).rowcount == 0
    engine.dispose()


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_any_way_to_write_a_postgresql_address_will_do(scheme: str) -> None:
    engine = open_store(f"{scheme}://cooldown@localhost/cooldown")
    assert (engine.dialect.name, engine.dialect.driver) == ("postgresql", "psycopg")
