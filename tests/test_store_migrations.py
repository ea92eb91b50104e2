"""The way from nothing to the newest tables, and what is forgotten on the way through time."""

import json
import logging
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Date, DateTime, Engine, Integer, MetaData, Table, func, insert, inspect, select

from bot.dialogue import decide
from bot.messages import Inbound, Reply, Said, pressed
from bot.store import appointments, handoffs, migrate, open_store, reading, writing
from bot.store.engine import config
from bot.store.tables import metadata, outbox, wait
from bot.turn import Outcome, Turn, reference
from tests.desk import do, masks_equal_claims, said_to, take_turn
from tests.talk import JO, KNOWLEDGE, NOW, PROFILES, YES, say

RELEASES = Path(__file__).parent / "releases"
EIGHT = {"day": "2026-11-27", "time": "08:00", "therapist": "anna"}


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


# ---------------------------------------------------------------- from every release


def of_release(url: str, file: Path) -> Engine:
    """A database of a release, brought up to date."""
    left(url, file)
    migrate(url)
    return open_store(url)


def left(url: str, file: Path) -> None:
    """Make a database as a release left it, with a booking, a hold and a hand-off in it."""
    wanted = config()
    engine = open_store(url, foreign_keys=False)
    with engine.begin() as db:
        wanted.attributes["connection"] = db
        command.upgrade(wanted, file.stem)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as db:
        for table in tables.sorted_tables:
            if rows := json.loads(file.read_text()).get(table.name):
                db.execute(insert(table), [typed(table, row) for row in rows])
        if engine.name == "postgresql":  # which counts numbers given by hand no further
            for table in (t for t in tables.sorted_tables if "id" in t.c and isinstance(t.c.id.type, Integer)):
                db.exec_driver_sql(f"SELECT setval('{table.name}_id_seq', 1000)")
            db.exec_driver_sql("SELECT setval('inbound_seq_seq', 1000)")
    engine.dispose()


def typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row as written down, with days and instants in it."""
    read = {DateTime: datetime.fromisoformat, Date: date.fromisoformat}
    kinds = {column.name: next((kind for kind in read if isinstance(column.type, kind)), None) for column in table.c}
    return {name: read[kind](cell) if (kind := kinds[name]) and cell else cell for name, cell in row.items()}


@pytest.fixture(params=sorted(RELEASES.glob("*.json")), ids=lambda file: file.stem)
def released(request: pytest.FixtureRequest, bare_url: str) -> Iterator[Engine]:
    engine = of_release(bare_url, request.param)
    yield engine
    engine.dispose()


def says(engine: Engine, who: str, said: Said, name: str = "") -> list[str]:
    before = len(said_to(engine, who))
    inbound = Inbound(who, name or f"after-{before}", "cardiff", said.text)
    assert (
        take_turn(engine, Turn(inbound, said, PROFILES["cardiff"], KNOWLEDGE, NOW, decide, reference)) is Outcome.DONE
    )
    return said_to(engine, who)[before:]


def names(engine: Engine, status: str = "booked") -> list[str]:
    """Whose appointments there are."""
    with reading(engine) as db:
        assert masks_equal_claims(db)
        return sorted(str(one["client_name"]) for one in appointments(db) if one["status"] == status)


def test_a_booking_of_an_earlier_release_is_still_a_booking(released: Engine) -> None:
    assert "Thursday 26 November at 17:00" in says(released, "telegram:4711", say("when is it", "show_appointment"))[0]
    assert names(released) == ["Jo Evans"]


def test_it_can_be_cancelled_with_its_reminders_and_that_be_taken_back(released: Engine) -> None:
    says(released, "telegram:4711", say("cancel it", "cancel_appointment"))
    says(released, "telegram:4711", YES)
    assert (names(released), coming(released)) == ([], 0)
    says(released, "telegram:4711", say("undo", "undo"))
    assert (names(released), coming(released)) == (["Jo Evans"], 3)


def coming(engine: Engine) -> int:
    """How many reminders are to come."""
    with reading(engine) as db:
        unsent = outbox.c.appointment.is_not(None) & outbox.c.settled.is_(None) & (outbox.c.channel != "mail")
        return db.scalar(select(func.count()).where(unsent)) or 0


def test_a_conversation_of_an_earlier_release_goes_on_where_it_was(released: Engine) -> None:
    assert "12:00" in says(released, "web:sam", JO)[-1], "the time that was held is offered"
    assert "12:00" in "".join(says(released, "web:sam", YES))
    assert names(released) == ["Jo Evans", "Jo Evans"]


def test_a_stop_of_an_earlier_release_still_stands(released: Engine) -> None:
    says(released, "web:kim", say("so what do I do"), "not-yet-read")  # it came before the update
    says(released, "web:kim", say("book me in", "book"))
    with reading(released) as db:
        assert [one["urgency"] for one in handoffs(db)] == ["same_day"]
    assert names(released) == ["Jo Evans"]


def test_all_that_was_on_record_is_still_there(released: Engine, request: pytest.FixtureRequest) -> None:
    file: Path = request.node.callspec.params["released"]
    with reading(released) as db:
        for table, rows in json.loads(file.read_text()).items():
            assert db.scalar(select(func.count()).select_from(metadata.tables[table])) == len(rows), table


# ---------------------------------------------------------------- what only some releases have


@pytest.fixture
def latest(bare_url: str) -> Iterator[Engine]:
    """The first release that has a waiting list."""
    engine = of_release(bare_url, RELEASES / "0003.json")
    yield engine
    engine.dispose()


def test_an_offer_from_the_waiting_list_of_an_earlier_release_can_be_taken_and_the_next_one_waits(
    latest: Engine,
) -> None:
    says(latest, "web:ann", say("take it", "book", **EIGHT))
    assert "08:00" in says(latest, "web:ann", say("none", "deny"))[-1]
    says(latest, "web:ann", JO)
    says(latest, "web:ann", YES)
    assert names(latest) == ["Jo Evans", "Jo Evans"]
    with reading(latest) as db:
        assert list(db.scalars(select(wait.c.conversation))) == ["web:bob"]
        assert list(db.scalars(select(wait.c.instead))) == [""]


@pytest.mark.parametrize("release", ["0003", "0004", "0005"])
def test_what_was_cancelled_in_an_earlier_release_comes_back_as_long_as_it_was(bare_url: str, release: str) -> None:
    engine = of_release(bare_url, RELEASES / f"{release}.json")
    assert "60 minutes on Friday 27 November at 13:00" in says(engine, "web:lee", say("undo", "undo"))[-1]
    assert names(engine) == ["Jo Evans", "Lee Park"]
    engine.dispose()


@pytest.mark.parametrize("release", ["0003", "0004", "0005"])
def test_an_offer_that_an_earlier_release_has_not_sent_yet_is_taken_back_when_declined(
    bare_url: str, release: str
) -> None:
    engine = of_release(bare_url, RELEASES / f"{release}.json")
    says(engine, "web:ann", pressed("refuse entry=1"))
    with reading(engine) as db:
        unsent = (outbox.c.kind == "waiting_list") & outbox.c.settled.is_(None)
        assert set(db.scalars(select(outbox.c.conversation).where(unsent))) == {"web:bob"}, "to whom it goes next"
    engine.dispose()


def test_of_two_offers_that_an_earlier_release_has_not_sent_yet_only_the_one_declined_is_taken_back(
    bare_url: str, tmp_path: Path
) -> None:
    record = json.loads((RELEASES / "0004.json").read_text())
    later = {"expires": "2026-11-24T11:00:00+00:00", "starts_at": "2026-12-04T08:00:00+00:00"}
    record["hold"].append(record["hold"][0] | later | {"id": 9})
    record["wait"].append(record["wait"][0] | {"id": 9, "hold": 9, "day": "2026-12-04", "last": "2026-12-04"})
    offers = [row for row in record["outbox"] if row["kind"] == "waiting_list"]
    record["outbox"] += [row | {"id": row["id"] + 500, "until": later["expires"]} for row in offers]
    (tmp_path / "0004.json").write_text(json.dumps(record))
    engine = of_release(bare_url, tmp_path / "0004.json")
    says(engine, "web:ann", pressed("refuse entry=1"))
    with reading(engine) as db:
        unsent = (outbox.c.kind == "waiting_list") & (outbox.c.conversation == "web:ann") & outbox.c.settled.is_(None)
        assert set(db.scalars(select(outbox.c.id).where(unsent))) == {row["id"] + 500 for row in offers}
    engine.dispose()


def test_an_appointment_proven_elsewhere_in_an_earlier_release_is_shown_there(latest: Engine) -> None:
    told = says(latest, "web:jos-phone", say("when is it", "show_appointment"))
    assert "Thursday 26 November at 17:00" in told[-1]
    assert "17:00" not in "".join(says(latest, "web:eve", say("when is it", "show_appointment")))


def test_every_release_but_this_one_has_left_a_record() -> None:
    left = {file.stem for file in RELEASES.glob("*.json")}
    script = ScriptDirectory.from_config(config())
    assert {one.revision for one in script.walk_revisions()} - left <= {script.get_current_head()}
