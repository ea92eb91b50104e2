"""Reminders and workers that are killed: none is lost, and no kill repeats more than one.

The issue's full size: REMINDERS=2000 KILLS=80 pytest tests/test_reminders_survive.py
"""

import asyncio
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from random import Random

from sqlalchemy import Engine, insert, select

from bot.messages import Inbound, Reply
from bot.rhythm.times import DAY_BEFORE
from bot.store import inbox, open_store, reading, writing
from bot.store.notices import MAIL
from bot.store.tables import appointment, outbox
from bot.turns import now_in_utc
from tests.postman import deliver, office
from tests.smtp import MailServer

REMINDERS, KILLS = int(os.environ.get("REMINDERS", "300")), int(os.environ.get("KILLS", "12"))
WORKERS = 3
SPAWN = get_context("forkserver")


def fall_due(engine: Engine, reminders: int) -> None:
    """As many appointments tomorrow, each with a reminder that is due."""
    now = now_in_utc()
    tomorrow = now + timedelta(days=1)
    with writing(engine) as db:
        for n in range(reminders):
            client, reference = f"web:{n}", f"R{n:05}"
            inbox.receive(db, Inbound(client, "1", "cardiff", "yes"), now)
            db.execute(insert(appointment).values(booked(client, reference, tomorrow)))
            about = {"kind": DAY_BEFORE, "clinic": "cardiff", "appointment": reference, "until": tomorrow}
            inbox.say(db, client, Reply(f"Reminder {n}\nSee you tomorrow."), now, now, channel=MAIL, **about)


def booked(client: str, reference: str, start: datetime) -> dict[str, object]:
    return {
        "reference": reference,
        "clinic": "cardiff",
        "therapist": "anna",
        "conversation": client,
        "client_name": "Jo",
        "contact": f"{reference}@example.org",
        "guardian": False,
        "minutes": 60,
        "session_type": "maintenance",
        "status": "booked",
        "channel": "web",
        "starts_at": start,
        "sequence": 0,
        "created_at": now_in_utc(),
    }


class Workers:
    """Three workers, one of which is killed and replaced now and then."""

    def __init__(self, url: str, smtp_url: str) -> None:
        self.arguments, self.chance, self.kills = (url, smtp_url), Random(7), 0
        self.working = [self.another() for _ in range(WORKERS)]

    def another(self) -> ForkServerProcess:
        worker = SPAWN.Process(target=deliver, args=self.arguments)
        worker.start()
        return worker

    def kill_one(self) -> None:
        victim = self.working.pop(self.chance.randrange(WORKERS))
        self.end(victim)
        self.working.append(self.another())

    def end(self, victim: ForkServerProcess) -> None:
        victim.kill()
        victim.join()
        self.kills += 1


@contextmanager
def working(url: str, smtp_url: str) -> Iterator[Workers]:
    SPAWN.set_forkserver_preload(["tests.postman"])
    workers = Workers(url, smtp_url)
    try:
        yield workers
    finally:
        for worker in workers.working:
            workers.end(worker)


async def taken(server: MailServer, letters: int) -> None:
    """Return when the server has taken so many letters."""
    while len(server.letters) < letters:
        server.taken.clear()
        await server.taken.wait()


async def test_workers_are_killed_and_no_reminder_is_lost_or_sent_more_than_once_a_kill(url: str) -> None:
    engine, chance = open_store(url), Random(11)
    fall_due(engine, REMINDERS)
    async with MailServer() as server:
        with working(url, server.url) as workers:
            for kill in range(1, KILLS + 1):
                await taken(server, kill * REMINDERS // (KILLS + 1))
                await asyncio.sleep(chance.choice((0, 0, 0.002, 0.01)))  # a worker sends, notes, or takes the next one
                await asyncio.to_thread(workers.kill_one)
        rest = office(engine, server.url, lambda: now_in_utc() + timedelta(minutes=1))  # when every lease is over
        while await rest.deliver():
            pass
    arrived = Counter(str(letter["Subject"]) for letter in server.letters)
    assert len(arrived) == REMINDERS
    assert arrived.total() - REMINDERS <= workers.kills
    with reading(engine) as db:
        assert set(db.execute(select(outbox.c.error, outbox.c.settled.is_(None)))) == {(None, False)}
    engine.dispose()
