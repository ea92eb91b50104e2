"""Settings say what is wrong with them, and keep what is secret to themselves."""

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import ROOT, BadSetting, kept, read_settings, secret

EXAMPLE = dict(
    line.partition("=")[::2]
    for line in (ROOT / ".env.example").read_text().splitlines()
    if line and not line.startswith("#")
)


def test_nothing_need_be_set(tmp_path: Path) -> None:
    chosen = read_settings({}, tmp_path)
    assert (chosen.clinic, chosen.port) == ("cardiff", 8080)
    assert chosen.database == f"sqlite:///{tmp_path}/var/cooldown.db"
    assert {getattr(chosen, field.name) for field in fields(chosen)} == {
        *(tmp_path, "cardiff", 8080, (), ""),
        chosen.database,
    }


def test_the_example_lists_every_setting_and_sets_what_would_be_so_anyway() -> None:
    every = {
        *("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_BASE", "TELEGRAM_WEBHOOK_URL", "DATABASE_URL", "COOLDOWN_REST_TOKEN"),
        *("COOLDOWN_CLINIC", "COOLDOWN_NLU_URL", "COOLDOWN_SECRET", "COOLDOWN_PORT", "COOLDOWN_PUBLIC_URL"),
        *("COOLDOWN_ORIGINS", "SMTP_URL"),
    }
    assert EXAMPLE.keys() == every
    assert read_settings(EXAMPLE) == read_settings({})


def test_what_is_set_is_taken_without_the_blanks_around_it() -> None:
    chosen = read_settings(
        {
            "COOLDOWN_PORT": " 9000 ",
            "COOLDOWN_ORIGINS": "https://example.org, http://localhost:3000/",
            "COOLDOWN_PUBLIC_URL": "https://chat.example.org/",
            "DATABASE_URL": "postgresql://jo:pw@db/cooldown\n",
            "TELEGRAM_API_BASE": "http://127.0.0.1:8081",
        }
    )
    assert chosen.port == 9000
    assert chosen.origins == ("https://example.org", "http://localhost:3000")
    assert chosen.public_url == "https://chat.example.org"
    assert chosen.database == "postgresql://jo:pw@db/cooldown"
    assert chosen.telegram_api == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COOLDOWN_PORT", "http"),
        ("COOLDOWN_PORT", "0"),
        ("COOLDOWN_PORT", "65536"),
        ("COOLDOWN_PORT", "-1"),
        ("COOLDOWN_PORT", "²"),
        ("COOLDOWN_NLU_URL", "localhost:5005"),
        ("COOLDOWN_NLU_URL", "http://"),
        ("COOLDOWN_NLU_URL", "http://localhost:x"),
        ("COOLDOWN_PUBLIC_URL", "chat.example.org"),
        ("TELEGRAM_WEBHOOK_URL", "http://chat.example.org/telegram"),
        ("TELEGRAM_API_BASE", "ftp://example.org"),
        ("COOLDOWN_ORIGINS", "https://example.org/page"),
        ("COOLDOWN_ORIGINS", "https://example.org, *"),
        ("SMTP_URL", "mail.example.org"),
        ("DATABASE_URL", "var/cooldown.db"),
        ("DATABASE_URL", "mysql://jo:hunter2@db/cooldown"),
        ("DATABASE_URL", "postgresql://jo:hunter2@db:port/cooldown"),
    ],
)
def test_a_wrong_value_is_named_in_one_line_and_not_repeated(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as wrong:
        read_settings({name: value})
    message = str(wrong.value)
    assert message.startswith(f"{name} must ")
    assert "\n" not in message
    assert "hunter2" not in message


def test_secrets_are_not_shown() -> None:
    secrets = {
        "TELEGRAM_BOT_TOKEN": "4711:hunter1",
        "COOLDOWN_REST_TOKEN": "hunter2",
        "COOLDOWN_SECRET": "hunter3",
        "DATABASE_URL": "postgresql://jo:hunter4@db/cooldown",
        "SMTP_URL": "smtps://jo:hunter5@mail.example.org",
    }
    assert "hunter" not in repr(read_settings(secrets))


def test_a_secret_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    chosen = read_settings({}, tmp_path)
    made = secret(chosen)
    assert len(made) >= 40
    assert secret(chosen) == made
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret"]
    assert stat.S_IMODE((tmp_path / "var/secret").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_a_secret_that_is_set_is_used_and_none_is_made(tmp_path: Path) -> None:
    assert secret(read_settings({"COOLDOWN_SECRET": "ours"}, tmp_path)) == "ours"
    assert not list(tmp_path.iterdir())


def test_all_who_ask_at_once_get_the_same_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        made = set(pool.map(lambda _: kept(tmp_path / "var/secret"), range(64)))
    assert len(made) == 1
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret"]
