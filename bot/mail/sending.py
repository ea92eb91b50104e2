"""Letters on their way to the mail server: what it refuses for good, and what it may take later."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib
from aiosmtplib import SMTPDataError, SMTPException, SMTPNotSupported, SMTPRecipientsRefused

from bot.knowledge import Profile
from bot.mail.letters import Link, Sheet, composed
from bot.messages import Outgoing
from bot.outbox import Down, Unreachable
from bot.rhythm.words import Letter

PATIENCE = 8.0  # seconds for one letter; the outbox would wait for 10
FOR_GOOD = 500  # from this answer on a server will not think better of it (RFC 5321)


@dataclass(frozen=True)
class Smtp:
    """A mail server, as SMTP_URL names it."""

    host: str
    port: int
    tls: bool  # from the first byte on; else by STARTTLS, without which nobody logs in
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""  # the address that letters are from, if it is not the clinic's own

    def at(self, profile: Profile) -> str:
        """Whom a clinic's letters are from; "" while its address is only a sample."""
        return self.sender or ("" if "email" in profile.samples else profile.email)


def read_smtp(url: str) -> Smtp:
    """smtps://user:password@host, or smtp://…:587 for STARTTLS; `?from=…` sets the sender."""
    parts = urlsplit(url)
    tls = parts.scheme == "smtps"
    sender = parse_qs(parts.query).get("from", [""])[0]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Smtp(parts.hostname or "", parts.port or (465 if tls else 587), tls, user, password, sender)


class Mail:
    """The outbox's channel `mail`: called with a reply, it sends the letter."""

    def __init__(
        self,
        smtp: Smtp,
        profiles: Mapping[str, Profile],
        look_up: Callable[[int], Letter | None],
        link: Link,
        clock: Callable[[], datetime],
    ) -> None:
        """`look_up` says, in a thread, what the reply of this number is about; `link` where a button can be pressed."""
        self.smtp, self.profiles, self.look_up, self.link, self.clock = smtp, profiles, look_up, link, clock

    async def __call__(self, outgoing: Outgoing) -> None:
        """Send a letter. Raises Unreachable for an address that takes none, Down while the server does not."""
        letter = await asyncio.to_thread(self.look_up, outgoing.id)
        profile = self.profiles.get(letter.clinic) if letter else None
        if not letter or not profile or not (sender := self.smtp.at(profile)):
            raise Unreachable
        if not letter.contact and "email" in profile.samples:
            raise Unreachable
        try:
            mail = composed(Sheet(outgoing.id, outgoing.reply, letter, profile, sender, self.clock()), self.link)
        except ValueError:
            raise Unreachable from None
        await self.send(mail, sender)

    async def send(self, mail: EmailMessage, sender: str) -> None:
        """Hand a letter to the server."""
        try:
            async with asyncio.timeout(PATIENCE), connection(self.smtp, sender) as server:
                await server.send_message(mail, sender=sender)
        except SMTPRecipientsRefused as refused:
            raise judged(refused.recipients[0].code, "SMTPRecipientsRefused") from None
        except SMTPDataError as refused:
            raise judged(refused.code, "SMTPDataError") from None
        except SMTPNotSupported:
            raise (Down("SMTPNotSupported") if mail["To"].addresses[0].addr_spec.isascii() else Unreachable()) from None
        except (SMTPException, OSError, TimeoutError) as error:
            raise Down(type(error).__name__) from None


def connection(smtp: Smtp, sender: str = "") -> aiosmtplib.SMTP:
    """A connection to be. Who logs in does so over TLS only."""
    return aiosmtplib.SMTP(
        hostname=smtp.host,
        port=smtp.port,
        username=smtp.user or None,
        password=smtp.password or None,
        local_hostname=sender.rpartition("@")[2] or "localhost",
        use_tls=smtp.tls,
        start_tls=True if smtp.user and not smtp.tls else None,
        timeout=PATIENCE,
    )


async def trouble(smtp: Smtp) -> str:
    """What keeps us from the server: "" if nothing does. Nothing is sent."""
    try:
        async with asyncio.timeout(PATIENCE), connection(smtp) as server:
            await server.noop()
    except (SMTPException, OSError, TimeoutError) as error:
        return type(error).__name__
    return ""


def judged(code: int, why: str) -> Exception:
    """Whether a refusal is for good."""
    return Unreachable() if code >= FOR_GOOD else Down(why)
