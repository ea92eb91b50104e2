"""Letters over TLS, with certificates made for the occasion: a bad one is refused, and nothing falls back to plain."""

import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiosmtpd.smtp import LoginPassword
from sqlalchemy import Engine

from bot.front import letter
from bot.mail.sending import Mail, Smtp, read_smtp, trouble
from bot.messages import Outgoing, Reply
from bot.outbox import Down, Outbox
from bot.store import open_store
from tests.desk import CARDIFF, NOW
from tests.smtp import MailServer
from tests.test_mail import JO, NO_LINKS, first, to
from tests.test_store_reminders import act, booking


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Engine]:
    opened = open_store(sqlite_url)
    yield opened
    opened.dispose()


def certificate(folder: Path, host: str) -> Path:
    """A certificate for a host that nobody but itself vouches for, with its key in the same file."""
    file, name = folder / "server.pem", ("-subj", "/CN=mail", "-addext", f"subjectAltName={host}")
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1")
    made = ["openssl", "req", "-x509", *curve, *name, "-keyout", str(file), "-out", str(folder / "public.pem")]
    subprocess.run(made, check=True, capture_output=True)
    with file.open("a") as both:
        both.write((folder / "public.pem").read_text())
    return file


def shown(file: Path) -> ssl.SSLContext:
    """A server's end of TLS that shows this certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server whose certificate this machine trusts, as an owner may have it trust their own."""
    file = certificate(tmp_path, "IP:127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "public.pem"))
    return shown(file)


@pytest.fixture(params=["a stranger's", "another host's"])
def doubtful(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server with a certificate that proves nothing."""
    stranger = request.param == "a stranger's"
    file = certificate(tmp_path, "IP:127.0.0.1" if stranger else "DNS:mail.example.org")
    if not stranger:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "public.pem"))
    return shown(file)


def named(server: MailServer, scheme: str, who: str = "jo:hunter2@") -> Smtp:
    """The server as SMTP_URL would name it."""
    return read_smtp(f"{scheme}://{who}127.0.0.1:{urlsplit(server.url).port}")


def post(engine: Engine, smtp: Smtp) -> Mail:
    return Mail(smtp, {"cardiff": CARDIFF}, lambda number: letter(engine, number), NO_LINKS.to, lambda: NOW)


async def sent(engine: Engine, server: MailServer, smtp: Smtp) -> list[str]:
    """Book, let the letters leave, and read the subjects of Jo's."""
    act(engine, booking(JO))
    leaving = Outbox(engine, lambda: NOW, {"mail": post(engine, smtp)})
    while await leaving.deliver():
        pass
    return [str(one["Subject"]) for one in to(server, JO)]


SURE = ["You're booked in: Thursday 26 November at 17:00"]
LOGIN = LoginPassword(b"jo", b"hunter2")


async def test_a_login_is_shown_after_starttls_and_the_letter_taken(sqlite: Engine, trusted: ssl.SSLContext) -> None:
    async with MailServer(starttls=trusted) as server:
        assert await sent(sqlite, server, named(server, "smtp")) == SURE
        assert set(server.logins) == {LOGIN}
        assert await trouble(named(server, "smtp")) == ""


async def test_a_server_that_asks_for_no_login_is_spoken_to_over_tls_all_the_same(
    sqlite: Engine, trusted: ssl.SSLContext
) -> None:
    async with MailServer(starttls=trusted) as server:
        assert await sent(sqlite, server, named(server, "smtp", who="")) == SURE


async def test_smtps_is_encrypted_from_the_first_byte_on(sqlite: Engine, trusted: ssl.SSLContext) -> None:
    async with MailServer(tls=trusted) as server:
        assert await sent(sqlite, server, named(server, "smtps")) == SURE
        assert set(server.logins) == {LOGIN}


@pytest.mark.parametrize("who", ["jo:hunter2@", ""])
async def test_a_certificate_that_proves_nothing_is_refused_and_nothing_goes_in_the_clear(
    sqlite: Engine, doubtful: ssl.SSLContext, who: str
) -> None:
    act(sqlite, booking(JO))
    asked = Outgoing(first(sqlite), "telegram:1", Reply("Hello\nThere."), NOW, "mail")
    for server, scheme in ((MailServer(starttls=doubtful), "smtp"), (MailServer(tls=doubtful), "smtps")):
        async with server:
            with pytest.raises(Down):
                await post(sqlite, named(server, scheme, who))(asked)
            assert await trouble(named(server, scheme, who))
        assert (server.letters, server.logins) == ([], [])


async def test_a_server_without_tls_gets_nothing_by_smtps(sqlite: Engine) -> None:
    act(sqlite, booking(JO))
    async with MailServer() as server:
        with pytest.raises(Down):
            await post(sqlite, named(server, "smtps"))(
                Outgoing(first(sqlite), "telegram:1", Reply("A\nB"), NOW, "mail")
            )
    assert (server.letters, server.logins) == ([], [])
