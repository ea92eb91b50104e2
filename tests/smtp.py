"""A real mail server for the tests: what it took, and what it is told to refuse."""

import asyncio
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from ssl import SSLContext
from typing import Any, Self, cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

OK = "250 OK"
Judge = Callable[[str], str]


def takes_all(address: str) -> str:
    return OK


class MailServer:
    """`async with` it. `judge` answers each recipient, `judge_letter` each letter.

    With `starttls` nothing is taken before STARTTLS; with `tls` the connection is encrypted from its first byte on.
    """

    def __init__(
        self,
        judge: Judge = takes_all,
        judge_letter: Judge = takes_all,
        *,
        starttls: SSLContext | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        self.judge, self.judge_letter = judge, judge_letter
        self.starttls, self.tls = starttls, tls
        self.letters: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.logins: list[object] = []
        self.taken = asyncio.Event()  # another letter is here; its sender has not heard so yet

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        asks: dict[str, Any] = {
            "enable_SMTPUTF8": True,
            "authenticator": self.log_in,
            "auth_require_tls": bool(self.starttls),
            "tls_context": self.starttls,
            "require_starttls": bool(self.starttls),
        }
        self.server = await loop.create_server(lambda: SMTP(self, loop=loop, **asks), "127.0.0.1", 0, ssl=self.tls)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *error: object) -> None:
        self.server.close()
        await self.server.wait_closed()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def log_in(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, auth: object) -> AuthResult:
        """Let anybody in, and note what they showed."""
        self.logins.append(auth)
        return AuthResult(success=True)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        answer = self.judge(address)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        letter = BytesParser(policy=policy.SMTP).parsebytes(cast(bytes, envelope.content))
        answer = self.judge_letter(str(letter["Subject"]))
        if answer == OK:
            self.letters.append(letter)
            self.recipients += envelope.rcpt_tos
            self.taken.set()
        return answer
