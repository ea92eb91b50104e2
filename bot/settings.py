"""Settings from the environment, checked once; what is secret never shows when they are printed."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parents[1]
VAR = "var"  # what this machine keeps for itself: the database, the secret, evaluations
BACKENDS = ("sqlite", "postgresql", "postgres")
MAIL = ("smtp", "smtps")
WEB = ("http", "https")


class Trouble(Exception):
    """Something the owner must see to. The message is one line that says what, and nothing secret."""


class BadSetting(Trouble):
    """A variable that does not say what it must. The message names it, and does not repeat its value."""


@dataclass(frozen=True)
class Settings:
    """All that a machine decides. "" is what is not set."""

    root: Path  # the project's folder
    clinic: str
    port: int
    telegram_api: str
    public_url: str
    origins: tuple[str, ...]
    nlu_url: str
    telegram_webhook: str
    database: str = field(repr=False)  # its URL may hold a password
    telegram_token: str = field(repr=False)
    rest_token: str = field(repr=False)
    secret: str = field(repr=False)
    smtp_url: str = field(repr=False)

    @property
    def var(self) -> Path:
        """The folder for what this machine keeps."""
        return self.root / VAR


def read_settings(environment: Mapping[str, str], root: Path = ROOT) -> Settings:
    """Read the environment as .env.example describes it. Raises BadSetting."""
    given = {name: value.strip() for name, value in environment.items()}
    return Settings(
        root=root,
        clinic=given.get("COOLDOWN_CLINIC") or "cardiff",
        port=port(given, "COOLDOWN_PORT", 8080),
        telegram_api=address(given, "TELEGRAM_API_BASE", WEB),
        public_url=address(given, "COOLDOWN_PUBLIC_URL", WEB).rstrip("/"),
        origins=origins(given, "COOLDOWN_ORIGINS"),
        nlu_url=address(given, "COOLDOWN_NLU_URL", WEB),
        telegram_webhook=address(given, "TELEGRAM_WEBHOOK_URL", ("https",)),
        database=database(given, "DATABASE_URL") or f"sqlite:///{root / VAR / 'cooldown.db'}",
        telegram_token=given.get("TELEGRAM_BOT_TOKEN", ""),
        rest_token=given.get("COOLDOWN_REST_TOKEN", ""),
        secret=given.get("COOLDOWN_SECRET", ""),
        smtp_url=address(given, "SMTP_URL", MAIL),
    )


def port(given: Mapping[str, str], name: str, otherwise: int) -> int:
    """A TCP port."""
    written = given.get(name) or str(otherwise)
    if not (written.isascii() and written.isdigit() and 0 < int(written) < 65536):
        raise BadSetting(f"{name} must be a number from 1 to 65535.")
    return int(written)


def address(given: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str:
    """A URL with a host, or "" if there is none."""
    written = given.get(name, "")
    if written and not is_address(written, schemes):
        raise BadSetting(f"{name} must be a URL that begins with {' or '.join(f'{scheme}://' for scheme in schemes)}.")
    return written


def is_address(written: str, schemes: tuple[str, ...]) -> bool:
    """Whether this is a URL of one of these schemes, with a host."""
    try:
        parts = urlsplit(written)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def origins(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Sites, apart by commas or spaces, as browsers name them: https://example.org and nothing after it."""
    sites = tuple(site.rstrip("/") for site in given.get(name, "").replace(",", " ").split())
    if not all(is_address(site, WEB) and site.count("/") == 2 for site in sites):
        raise BadSetting(f"{name} must list sites such as https://example.org, with commas between them.")
    return sites


def database(given: Mapping[str, str], name: str) -> str:
    """A database URL of a kind we can use, or "" if there is none."""
    written = given.get(name, "")
    try:
        known = not written or make_url(written).get_backend_name() in BACKENDS
    except (ArgumentError, ValueError):
        known = False
    if not known:
        raise BadSetting(f"{name} must be a URL such as sqlite:///var/cooldown.db or postgresql://user@host/cooldown.")
    return written


def secret(chosen: Settings) -> str:
    """What session tokens are signed with: the setting, or one made once and kept for the owner's eyes only."""
    return chosen.secret or kept(chosen.var / "secret")


def kept(path: Path) -> str:
    """The secret in this file, made if there is none. Whoever asks at the same time gets the same."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
        publish(draft, path)
    return path.read_text()


def publish(draft: Path, path: Path) -> None:
    """Give the draft its name, unless somebody was quicker."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
