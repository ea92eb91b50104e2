"""Who may import whom. A room is a module or a package of bot; what is pure stays pure."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
VALUES = {"messages", "wording"}
CORE = VALUES | {"knowledge", "clinic", "suggestion", "when"}

MAY_IMPORT = {
    "messages": set(),
    "wording": set(),
    "once": set(),
    "when": set(),
    "knowledge": {"words", "wording"},  # the phrases that red flags are written in
    "words": {"when", "knowledge"},
    "clinic": {"messages", "knowledge", "once"},
    "suggestion": VALUES | {"knowledge", "clinic"},
    "rhythm": VALUES | {"knowledge"},
    "talk": CORE | {"rhythm"},
    "script": CORE | {"talk"},
    "proceeding": CORE | {"talk", "script"},
    "reactions": CORE | {"talk", "script", "proceeding"},
    "dialogue": CORE | {"talk", "script", "proceeding", "reactions"},
    "heard": {"when"},
    "listening": {"when", "heard"},
    "complaints": {"words", "knowledge", "heard"},
    "alarms": {"words", "knowledge", "messages", "heard"},
    "view": {"messages", "when", "words", "knowledge", "clinic", "talk"},
    "intents": {"messages", "words", "heard", "view"},
    "aches": {"words", "complaints", "view"},
    "wished": {"when", "words", "view", "aches", "intents"},
    "understand": {"messages", "when", "words", "knowledge", "heard", "view"}
    | {"intents", "wished", "complaints", "aches", "alarms"},
    "outline": {"when", "knowledge", "understand"},
    "store": {"talk", "messages", "clinic", "knowledge", "rhythm", "once"},
    "turn": {"dialogue", "talk", "store", "messages", "clinic", "knowledge"},
    "turns": {"order", "turn", "dialogue", "talk", "store", "messages", "clinic", "knowledge"},
    "outbox": {"store", "messages"},
    "mail": {"messages", "knowledge", "rhythm", "outbox"},
    "reception": {"turns", "outbox", "store", "messages"},
    "order": set(),
    "channels": VALUES | {"order", "outbox"},  # of the outbox only what a send may raise
    "migrations": {"store"},
    "model": set(),
    "settings": set(),
}
PURE = {"messages", "wording", "once", "when", "words", "clinic", "suggestion", "rhythm", "talk", "script"}
PURE |= {"proceeding", "reactions", "dialogue"}
PURE |= {"heard", "view", "complaints", "alarms", "aches", "intents", "wished", "understand", "outline"}
IMPURE = {"asyncio", "sqlalchemy", "telegram", "httpx", "os", "random", "logging", "secrets", "socket", "threading"}
LIBRARIES = {  # beyond the standard library
    "words": {"phonenumbers"},
    "knowledge": {"yaml"},
    "listening": {"httpx"},
    "model": {"httpx"},
    "store": {"sqlalchemy", "alembic"},
    "turn": {"sqlalchemy"},
    "turns": {"sqlalchemy"},
    "outbox": {"sqlalchemy", "prometheus_client"},
    "reception": {"sqlalchemy"},
    "mail": {"aiosmtplib", "icalendar"},
    "settings": {"sqlalchemy"},
    "migrations": {"sqlalchemy", "alembic"},
    "channels": {"fastapi", "starlette", "telegram", "itsdangerous", "prometheus_client", "pydantic"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        room = path.relative_to(ROOT / "bot").parts[0].removesuffix(".py")
        if room not in ("__init__", "__main__"):
            yield room, path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from (f"bot.{name.name}" for name in node.names) if node.module == "bot" else [node.module or ""]


MODULES = [pytest.param(room, path, id=str(path.relative_to(ROOT))) for room, path in modules()]


@pytest.mark.parametrize(("room", "path"), MODULES)
def test_a_room_knows_only_whom_it_may_know(room: str, path: Path) -> None:
    known = {name.split(".")[1] for name in imported(path) if name.startswith("bot.")} - {room}
    assert room not in MAY_IMPORT or known <= MAY_IMPORT[room]


@pytest.mark.parametrize(("room", "path"), MODULES)
def test_a_room_uses_only_its_own_libraries(room: str, path: Path) -> None:
    used = {name.split(".")[0] for name in imported(path)} - {"bot"} - sys.stdlib_module_names
    assert room not in MAY_IMPORT or used <= LIBRARIES.get(room, set())


@pytest.mark.parametrize(("room", "path"), [case for case in MODULES if case.values[0] in PURE])
def test_what_is_pure_touches_no_clock_network_or_database(room: str, path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & IMPURE
    assert "datetime.now" not in path.read_text()


def test_bot_and_nlu_meet_only_over_http() -> None:
    assert not [path for _, path in modules() for name in imported(path) if name.split(".")[0] == "nlu"]
    assert not [path for path in (ROOT / "nlu").glob("*.py") for name in imported(path) if name.split(".")[0] == "bot"]


def test_every_room_is_known_here() -> None:
    assert {room for room, _ in modules()} - MAY_IMPORT.keys() == {"commands", "ear", "front", "house"}, (
        "they put it together"
    )
