"""The commands as an owner runs them: real processes where streams and signals matter."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from asyncio import to_thread
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.messages import HandOff, Inbound
from bot.settings import ROOT
from bot.store import inbox, migrate, open_store, writing
from tests.botapi import TOKEN, BotApi, Phone
from tests.desk import do
from tests.model_fixture import Running
from tests.whole.house import House

NOBODY = "http://127.0.0.1:9"
NOW = "2026-11-24T10:15"

Run = Callable[..., tuple[int, str, str]]
Build = Callable[..., House]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """No settings but a database of our own."""
    for name in (name for name in os.environ if name.startswith(("COOLDOWN_", "TELEGRAM_", "SMTP_"))):
        monkeypatch.delenv(name)
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/own/cooldown.db")
    return dict(os.environ)


@pytest.fixture
def cooldown(environment: dict[str, str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process: its exit code, and what it wrote."""

    def run(*words: str, **settings: str) -> tuple[int, str, str]:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        before = os.umask(0)
        with pytest.raises(SystemExit) as ended:
            main(words)
        os.umask(before)
        code, (out, err) = ended.value.code, capfd.readouterr()
        said = isinstance(code, str)
        return (1 if said else int(code or 0)), out, err + (f"{code}\n" if said else "")

    return run


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Build]:
    """Houses on one database, not yet open, by the URL of their language model."""
    with ExitStack() as ends:

        def build(nlu_url: str = NOBODY, **settings: str) -> House:
            house = House(tmp_path, nlu_url, **settings)
            ends.callback(house.http.close)
            ends.callback(left_running, house)
            return house

        yield build


def left_running(house: House) -> None:
    """A test that fails half-way leaves nothing behind."""
    if hasattr(house, "process") and house.process.poll() is None:
        house.stop(signal.SIGKILL)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as just cloned: no model, and nobody has installed Rasa."""
    for folder in ("bot", "data"):
        shutil.copytree(ROOT / folder, tmp_path / "clone" / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "clone"


def in_clone(clone: Path, *words: str, said: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TZ")}
    command = (sys.executable, "-m", "bot", *words)
    return subprocess.run(
        command, cwd=clone, env=known | settings, input=said, capture_output=True, text=True, check=False
    )


def parsed(url: str, *lines: str, clinic: str = "cardiff") -> list[Any]:
    """What `parse` makes of these lines, in a process."""
    command = (sys.executable, "-m", "bot", "parse", "--clinic", clinic)
    quiet = {"COOLDOWN_NLU_URL": url, "DATABASE_URL": "sqlite:////nowhere/at/all.db"}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **quiet}, input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


# ---------------------------------------------------------------- parse


def test_parse_prints_the_line_of_the_contract(nlu_url: str) -> None:
    (line,) = parsed(nlu_url, json.dumps({"text": "book me in, left shin splints, thurs arvo", "now": NOW}))
    assert list(line) == ["text", "intent", "confidence", "complaints", "red_flags", "times", "answers"]
    assert (line["text"], line["intent"]) == ("book me in, left shin splints, thurs arvo", "book")
    (complaint,) = line["complaints"]
    assert (complaint["label"], complaint["side"]) == ("shin_splints", "left")
    assert 0.5 < complaint["confidence"] <= 1
    start, end = "2026-11-26T12:00", "2026-11-26T17:00"
    assert line["times"] == [{"text": "thurs arvo", "role": "want", "start": start, "end": end, "grain": "daypart"}]
    assert line["answers"] == {
        "complaint.shin_splints": "yes",
        "side.shin_splints": "left",
        "day": "2026-11-26",
        "time": "12:00..17:00",
    }


def test_parse_keeps_the_order_and_puts_an_error_where_a_line_is_no_message(nlu_url: str) -> None:
    first, *errors, half, last = parsed(
        nlu_url,
        '{"text": "7", "asked": "severity"}',
        *("", "plantar is back", "[]", '{"text": 1}', '{"text": "hi", "now": "soon"}', '{"text": "hi", "now": 7}'),
        *('{"text": "hi", "asked": ["severity"]}', "[" * 100_000, '{"text": NaN}'),
        '{"text": "half \\ud83d and \\u0000 nothing"}',
        '{"text": "a week on Friday at 5", "now": "2026-11-24T10:15:00+00:00"}',
    )
    assert first["answers"] == {"severity": "7"}
    assert [error["error"] for error in errors] == [
        *("not JSON", "not JSON", 'not an object with a "text"', 'not an object with a "text"'),
        *['"now" must be a time such as 2026-11-24T10:15'] * 2,
        *('"asked" must name a slot', "not JSON", 'not an object with a "text"'),
    ]
    assert half["text"] == "half \ud83d and \0 nothing"
    assert last["times"][0]["start"] == "2026-12-04T17:00"


def test_parse_reads_what_is_not_utf_8_as_well_as_it_can(nlu_url: str, environment: dict[str, str]) -> None:
    settings = environment | {"COOLDOWN_NLU_URL": nlu_url}
    command = (sys.executable, "-m", "bot", "parse")
    said = b'{"text": "caf\xe9"}\n'
    done = subprocess.run(command, cwd=ROOT, env=settings, input=said, capture_output=True, check=True)
    assert json.loads(done.stdout)["text"] == "caf\N{REPLACEMENT CHARACTER}"


def test_parse_reads_dates_by_the_locale_of_the_clinic(nlu_url: str) -> None:
    for clinic, written in (("cardiff", "3/12"), ("sandy-springs", "12/3")):
        (line,) = parsed(nlu_url, json.dumps({"text": written, "asked": "day", "now": NOW}), clinic=clinic)
        assert line["answers"] == {"day": "2026-12-03"}


def test_parse_answers_each_line_as_it_comes(nlu_url: str, environment: dict[str, str]) -> None:
    command = (sys.executable, "-m", "bot", "parse")
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment | {"COOLDOWN_NLU_URL": nlu_url},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parse:
        assert parse.stdin and parse.stdout
        for said in ("hello", "thanks"):
            parse.stdin.write(json.dumps({"text": said}).encode() + b"\n")
            parse.stdin.flush()
            assert json.loads(parse.stdout.readline())["text"] == said
    assert parse.returncode == 0


def test_parse_reads_many_lines_without_keeping_them(nlu_url: str, environment: dict[str, str]) -> None:
    command = (sys.executable, "-m", "bot", "parse")
    line = json.dumps({"text": "yes", "asked": "agreed"}).encode() + b"\n"  # which needs no model
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment | {"COOLDOWN_NLU_URL": nlu_url},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parse:
        assert parse.stdin and parse.stdout
        sizes = []
        for _ in range(3):
            for _ in range(10):
                parse.stdin.write(line * 50)
                parse.stdin.flush()
                assert all(json.loads(parse.stdout.readline())["intent"] == "affirm" for _ in range(50))
            sizes.append(resident(parse.pid))
    assert sizes[2] - sizes[1] < 2_000, sizes


def resident(process: int) -> int:
    """Memory in use, in KiB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def test_without_a_model_parse_says_what_to_do(clone: Path) -> None:
    done = in_clone(clone, "parse", said='{"text": "hello"}\n')
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "cooldown: Rasa is not installed. Run: make setup\n"


# ---------------------------------------------------------------- what the owner must see to


@pytest.mark.parametrize(
    ("words", "settings", "told"),
    [
        (("serve",), {"COOLDOWN_PORT": "eighty"}, "COOLDOWN_PORT must be a number from 1 to 65535."),
        (("parse",), {"COOLDOWN_NLU_URL": "x"}, "COOLDOWN_NLU_URL must be a URL that begins with http:// or https://."),
        (
            ("appointments",),
            {"COOLDOWN_CLINIC": "leeds"},
            "COOLDOWN_CLINIC must name a clinic of data/clinics: cardiff, sandy-springs.",
        ),
        (("chat", "--clinic", "leeds"), {}, "--clinic must name a clinic of data/clinics: cardiff, sandy-springs."),
        (
            ("handoffs",),
            {"DATABASE_URL": "sqlite:////proc/cooldown.db"},
            "The database (DATABASE_URL) cannot be used: unable to open database file",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    cooldown: Run, words: tuple[str, ...], settings: dict[str, str], told: str
) -> None:
    assert cooldown(*words, **settings) == (1, "", f"cooldown: {told}\n")


def test_a_database_that_nobody_serves_is_named_without_its_password(cooldown: Run) -> None:
    code, out, err = cooldown("appointments", DATABASE_URL="postgresql://jo:hunter2@127.0.0.1:9/cooldown")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("cooldown: The database (DATABASE_URL) cannot be used: ")
    assert "Connection refused" in err
    assert "hunter2" not in err


def test_a_port_that_is_taken_is_named(cooldown: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        told = f"Port {port} cannot be used: Address already in use. Set COOLDOWN_PORT to another."
        assert cooldown("serve", COOLDOWN_PORT=port) == (1, "", f"cooldown: {told}\n")


def test_a_broken_clinic_file_is_named_with_the_place(clone: Path) -> None:
    file = clone / "data/clinics/cardiff.yml"
    file.write_text(file.read_text().replace("Europe/London", "Europe/Cardiff"))
    for command in ("serve", "chat", "appointments"):
        done = in_clone(clone, command, COOLDOWN_PORT=str(free_port()))
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "cooldown: cardiff.yml.zone: no such time zone\n"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def test_without_rasa_training_says_what_to_do(clone: Path) -> None:
    done = in_clone(clone, "train")
    assert (done.returncode, done.stderr) == (1, "cooldown: Rasa is not installed. Run: make setup\n")


# ---------------------------------------------------------------- serve


def logged(house: House) -> list[str]:
    return [line.split(" ", 3)[3] for line in house.log.read_text().splitlines()]


def test_serve_shows_the_page_is_well_and_closes_when_asked_to(built: Build, nlu_url: str) -> None:
    for sign in (signal.SIGTERM, signal.SIGINT):
        house = built(nlu_url).start()
        assert "How can we help you?" in house.http.get("/", params={"clinic": "sandy-springs"}).text
        while house.http.get("/healthz").json()["nlu"] == "starting":
            time.sleep(0.05)
        assert house.http.get("/healthz").json() == {"status": "ok", "nlu": "ok", "database": "ok"}
        assert house.stop(sign) == 0
        open_at = f"bot.commands.serving: Cooldown is open at http://localhost:{house.port}/ - Ctrl-C closes it"
        assert logged(house)[-2:] == [open_at, "bot.commands.serving: Cooldown is closed"]


def test_a_widget_that_waits_for_news_does_not_keep_serve_from_closing(built: Build) -> None:
    house = built(NOBODY).start()
    token = house.http.post("/widget/session", json={"clinic": "cardiff"}).json()["token"]
    bearer = f"GET /widget/events HTTP/1.1\r\nHost: {house.url[7:]}\r\nAuthorization: Bearer {token}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", house.port)) as waiting:
        waiting.sendall(bearer.encode())
        house.http.get("/healthz")  # by now the other request is being waited on
        assert house.stop() == 0
        assert b'{"lines":[]}' in waiting.makefile("rb").read()
    assert not [line for line in logged(house) if "Cancel" in line]


def test_serve_goes_on_without_the_model_and_logs_nothing_of_what_was_said(built: Build) -> None:
    house = built(NOBODY).start()
    assert house.http.get("/healthz").json() == {"status": "degraded", "nlu": "starting", "database": "ok"}
    assert house.say("wobblegrommet in my left calf")[-1]["slot"] == "consent"
    house.http.get("/widget/events?after=wobblegrommet")
    house.http.get("/wobblegrommet")
    house.stop()
    assert "wobblegrommet" not in house.log.read_text()
    assert "bot.listening: going on without the language model: ConnectError" in logged(house)


def test_a_message_whose_turn_was_not_taken_gets_it_at_the_next_start(built: Build) -> None:
    house = built(NOBODY)
    migrate(house.environment["DATABASE_URL"])
    engine = open_store(house.environment["DATABASE_URL"])
    with writing(engine) as db:
        inbox.receive(db, Inbound("rest:cardiff:jo", "1", "cardiff", "I'd like to talk to a person"), datetime.now(UTC))
    engine.dispose()
    house.start()
    while not house.handoffs:
        time.sleep(0.1)
    assert [found["reason"] for found in house.handoffs] == ["asked"]
    assert house.stop() == 0


async def test_telegram_joins_when_there_is_a_token(built: Build) -> None:
    async with BotApi() as api:
        house = built(NOBODY, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE=api.base)
        phone = Phone(api)
        await to_thread(house.start)
        await phone.writes("hi")
        await api.until(lambda: len(phone.texts) > 1, 20)
        assert "Telegram carries what is written here" in phone.texts[0]
        assert "Pro Sports Medicine" in phone.texts[1]
        assert await to_thread(house.stop) == 0
        assert TOKEN not in house.log.read_text()


# ---------------------------------------------------------------- chat and the lists


def test_a_chat_is_kept_and_goes_on_where_it_was_left(built: Build, nlu_url: str) -> None:
    house = built(nlu_url)
    first = house.run("chat", said="hi\n1\nmy left calf, for two weeks, 5 out of 10\n")
    assert first.startswith("Hello! I'm the booking assistant of Pro Sports Medicine")
    assert "  1. None of these\n" in first
    assert first.endswith("come back to it whenever you like.\n")
    second = house.run("chat", said="1\nabout 40k, no races, just to recover, no\n")
    assert second.startswith("For your safety")
    assert "I'd suggest" in second
    assert "Medical Sports Massage" in house.run("chat", "--clinic", "sandy-springs", said="hi\n")


def test_a_booking_made_in_the_chat_is_listed(built: Build, nlu_url: str) -> None:
    house = built(nlu_url)
    said = ("hi", "1", "my left calf, for two weeks, 5", "1", "40k a week, no races, to recover, no", "1")
    house.run("chat", said="\n".join([*said, "Jo Evans, 07700 900123", "yes", "can I talk to someone?", ""]))
    (booked,) = house.appointments
    assert (booked["clinic"], booked["client_name"], booked["channel"]) == ("cardiff", "Jo Evans", "terminal")
    assert booked["complaints"] == [{"label": "calf", "side": "left"}]
    head, row = house.run("appointments", "--clinic", "cardiff").splitlines()
    columns = ["reference", "when", "minutes", "session", "therapist", "client", "status", "attends", "clinic"]
    assert head.split() == columns
    assert row.startswith(booked["reference"])
    assert house.run("appointments", "--clinic", "sandy-springs") == "There are no appointments.\n"
    (waits,) = house.handoffs
    assert (waits["reason"], waits["client_name"]) == ("asked", "Jo Evans")
    assert "asked" in house.run("handoffs")


def test_an_empty_record_is_an_empty_list(cooldown: Run) -> None:
    assert cooldown("appointments", "--json") == (0, "[]\n", "")
    assert cooldown("handoffs", "--json") == (0, "[]\n", "")
    assert cooldown("handoffs") == (0, "There are no hand-offs.\n", "")


@pytest.fixture
def waiting(cooldown: Run, tmp_path: Path) -> Iterator[Run]:
    """The command line of a clinic where Ann (1), Bob (2) and Cat (3) wait for a person."""
    cooldown("handoffs")
    engine = open_store(f"sqlite:///{tmp_path}/own/cooldown.db")
    for who in ("web:ann", "web:bob", "web:cat"):
        do(engine, who, HandOff("asked"))
    yield cooldown
    engine.dispose()


def test_staff_say_whom_they_have_seen_to_by_the_number_in_the_list(waiting: Run) -> None:
    head, *rows = waiting("handoffs")[1].splitlines()
    assert (head.split()[0], [row.split()[0] for row in rows]) == ("id", ["1", "2", "3"])
    assert waiting("handoffs", "--done", "1", "3") == (0, "Hand-off 1 is done.\nHand-off 3 is done.\n", "")
    assert [row["conversation"] for row in json.loads(waiting("handoffs", "--json")[1])] == ["web:bob"]


def test_staff_are_told_when_a_hand_off_was_done_already(waiting: Run) -> None:
    waiting("handoffs", "--done", "2")
    told = "Hand-off 1 is done.\nHand-off 2 was already done.\n"
    assert waiting("handoffs", "--clinic", "cardiff", "--done", "1", "2", "1") == (0, told, "")


@pytest.mark.parametrize("wrong", [("4", "1"), ("99999999999999999999", "1"), ("1", "--clinic", "sandy-springs")])
def test_a_hand_off_that_there_is_not_is_named_and_none_is_done(waiting: Run, wrong: tuple[str, ...]) -> None:
    told = f"cooldown: There is no hand-off {wrong[0]}: nothing was changed. See: cooldown handoffs\n"
    assert waiting("handoffs", "--done", *wrong) == (1, "", told)
    assert len(json.loads(waiting("handoffs", "--json")[1])) == 3


def test_what_we_write_down_no_other_user_may_read(cooldown: Run, tmp_path: Path) -> None:
    cooldown("appointments")
    written = [path for path in tmp_path.rglob("*") if path.name.startswith("cooldown.db")]
    assert written
    assert not any(path.stat().st_mode & 0o077 for path in written)


# ---------------------------------------------------------------- doctor, evaluate, help


def findings(out: str) -> dict[str, tuple[str, str]]:
    return {line[7:31].strip(): (line[:5].strip(), line[31:]) for line in out.splitlines()}


def test_the_doctor_finds_a_served_clinic_well(cooldown: Run, nlu_url: str) -> None:
    cooldown("appointments")
    code, out, _ = cooldown("doctor", COOLDOWN_NLU_URL=nlu_url, TELEGRAM_BOT_TOKEN=TOKEN)
    found = findings(out)
    assert code == 0, out
    assert {about: state for about, (state, _) in found.items()} == {
        "website": "ok",
        "Telegram": "ok",
        "mail": "ok",
        "messages": "ok",
        "clinic cardiff": "note",
        "clinic sandy-springs": "note",
        "database": "ok",
        "language model": "ok",
    }
    samples = "address, email, hours, phone, prices, therapists"
    assert found["clinic sandy-springs"][1].endswith(samples)
    assert TOKEN not in out


def test_the_doctor_changes_nothing(cooldown: Run, tmp_path: Path, nlu_url: str) -> None:
    code, out, _ = cooldown("doctor", COOLDOWN_NLU_URL=nlu_url)
    assert (code, findings(out)["database"][0]) == (0, "note")
    assert not list(tmp_path.iterdir())


def test_the_doctor_names_all_that_is_wrong_at_once(clone: Path) -> None:
    (clone / "data/clinics/cardiff.yml").write_text("name: Ours")
    done = in_clone(clone, "doctor", DATABASE_URL="sqlite:////proc", TELEGRAM_BOT_TOKEN="hunter2")
    assert done.returncode == 1
    wrong = {about for about, (state, _) in findings(done.stdout).items() if state == "wrong"}
    assert wrong == {"clinics and knowledge", "Telegram", "database", "language model"}
    assert "Run: make setup" in done.stdout
    assert "hunter2" not in done.stdout


def test_an_evaluation_is_told_drawn_kept_and_held_to(nlu_server: Running, clone: Path) -> None:
    for file in (clone / "data/nlu/dev").glob("*.jsonl"):
        file.write_text("".join(file.read_text().splitlines(keepends=True)[::40]))
    words = ("evaluate", "--on", "dev", "--out", "scores")
    first, accepted, again = (
        in_clone(clone, *words, *more, COOLDOWN_NLU_URL=nlu_server.url) for more in ((), ("--accept",), ())
    )
    parts = ["INTENTS", "COMPLAINTS", "RED FLAGS", "TIMES", "ENTITIES"]
    assert [line for line in first.stdout.splitlines() if line.isupper()] == parts
    assert first.stdout.startswith("ON DEV: ")
    assert (first.returncode, accepted.returncode, again.returncode) == (1, 0, 0)
    assert "are not those of the last accepted run" in first.stderr
    assert again.stdout.endswith("\nAs good as the last accepted run.\n")
    scores = clone / "scores"
    assert json.loads((scores / "evaluation.json").read_text())["parts"]["intents"]["rates"][0]["of"] > 10
    drawn = {file.stem: file.read_bytes()[:8] for file in scores.glob("*.png")}
    assert drawn == dict.fromkeys(("intents", "complaints", "reliability", "thresholds"), b"\x89PNG\r\n\x1a\n")


def test_an_evaluation_that_fell_behind_fails(nlu_server: Running, clone: Path) -> None:
    dev = clone / "data/nlu/dev"
    for file in dev.glob("*.jsonl"):
        file.unlink()
    rows = [{"text": f"thursday at {hour}", "clinic": "cardiff", "now": NOW, "asked": "time"} for hour in range(1, 6)]
    wanted = [
        {"role": "want", "start": f"2026-11-26T{hour + 12}:00", "end": None, "grain": "hour"} for hour in range(1, 6)
    ]
    told = [row | {"times": [time]} for row, time in zip(rows, wanted, strict=True)]
    (dev / "times.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in told))
    words = ("evaluate", "--on", "dev", "--out", "scores")
    in_clone(clone, *words, "--accept", COOLDOWN_NLU_URL=nlu_server.url)
    rules = clone / "bot/when/__init__.py"
    rules.write_text(rules.read_text() + "\n\ndef times(*_: object) -> list[Mention]:\n    return []\n")
    done = in_clone(clone, *words, COOLDOWN_NLU_URL=nlu_server.url)
    assert done.returncode == 1
    told_of = "  plain days and times: 100.0% -> 0.0%, newly missed: " + ", ".join(
        f"times.jsonl:{n}" for n in range(1, 6)
    )
    assert told_of in done.stdout.splitlines()


def test_help_names_every_command(cooldown: Run) -> None:
    code, out, _ = cooldown("--help")
    assert code == 0
    every = ("serve", "train", "chat", "parse", "evaluate", "appointments", "handoffs", "doctor")
    assert [
        name for name in every if f"\n    {name} " not in out.replace("\n    appointments\n", "\n    appointments ")
    ] == []


def test_whoever_stops_reading_stops_us_quietly(environment: dict[str, str], nlu_url: str) -> None:
    command = f'yes \'{{"text": "hi"}}\' | head -500 | {sys.executable} -m bot parse | head -1'
    settings = environment | {"COOLDOWN_NLU_URL": nlu_url}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=settings, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["text"] == "hi"
    assert done.stderr == ""
