"""A worker that delivers mails until it is killed."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import Engine

from bot.channels.links import Links
from bot.front import letter
from bot.mail.sending import Mail, read_smtp
from bot.outbox import Outbox
from bot.store import open_store
from bot.turns import now_in_utc
from tests.desk import CARDIFF

Clock = Callable[[], datetime]


def office(engine: Engine, smtp_url: str, clock: Clock) -> Outbox:
    """The outbox of mails, as `serve` runs it."""
    links = Links("https://chat.example.org", "for tests only")
    send = Mail(read_smtp(smtp_url), {"cardiff": CARDIFF}, partial(letter, engine), links.to, clock)
    return Outbox(engine, clock, {"mail": send})


def deliver(url: str, smtp_url: str) -> None:
    """Deliver what is due, without end."""
    asyncio.run(office(open_store(url), smtp_url, now_in_utc).run())
