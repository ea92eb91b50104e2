"""Replies leave at least once, in order, whoever delivers them; and a transcript numbers what was said."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Engine, select

from bot.messages import Choice, Outgoing, Reply
from bot.outbox import TRIES, Outbox, TryLater, Unreachable
from bot.store import inbox, reading, writing
from bot.store.tables import outbox
from tests.desk import NOW, do

ASK = Reply("Which day?", ("day", "time"), (Choice("Thursday", "day=2026-11-26"),), "day")


class Clock:
    """A clock to be set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def ticks(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Phone:
    """What reached a client, unless `trouble` is made."""

    def __init__(self, trouble: Callable[[Outgoing], Awaitable[None]] | None = None) -> None:
        self.texts: dict[str, list[str]] = defaultdict(list)
        self.trouble = trouble

    async def __call__(self, outgoing: Outgoing) -> None:
        if self.trouble:
            await self.trouble(outgoing)
        self.texts[outgoing.conversation].append(outgoing.reply.text)


async def empty(post: Outbox) -> None:
    """Deliver until nothing is due."""
    while await post.deliver():
        pass


def remind(engine: Engine, conversation: str, text: str, due: datetime) -> None:
    do(engine, conversation)
    with writing(engine) as db:
        inbox.say(db, conversation, Reply(text), NOW, due)


def state(engine: Engine) -> list[tuple[str | None, bool]]:
    """Each reply's error, and whether it is done with."""
    with reading(engine) as db:
        rows = db.execute(select(outbox).where(outbox.c.channel != "mail").order_by(outbox.c.id))
        return [(row.error, row.settled is not None) for row in rows]


def next_try(engine: Engine) -> datetime | None:
    with reading(engine) as db:
        return db.scalars(select(outbox.c.lease).where(outbox.c.channel != "mail")).one()


async def test_replies_reach_each_client_once_and_in_order(engine: Engine) -> None:
    phone = Phone()
    post = Outbox(engine, Clock(), {"telegram": phone})
    do(engine, "telegram:1", Reply("a"), Reply("b"), Reply("c"))
    do(engine, "telegram:2", Reply("x"))
    do(engine, "web:jo", Reply("to be picked up"))
    await empty(post)
    assert phone.texts == {"telegram:1": ["a", "b", "c"], "telegram:2": ["x"]}


async def test_a_reply_arrives_as_it_was_said(engine: Engine) -> None:
    got: list[Outgoing] = []

    async def keep(outgoing: Outgoing) -> None:
        got.append(outgoing)

    do(engine, "telegram:1", ASK)
    await empty(Outbox(engine, Clock(), {"telegram": keep}))
    assert [(one.conversation, one.reply, one.at) for one in got] == [("telegram:1", ASK, NOW)]


async def test_several_workers_send_nothing_twice(engine: Engine) -> None:
    phone = Phone()
    posts = [Outbox(engine, Clock(), {"telegram": phone}) for _ in range(3)]
    for client in range(12):
        do(engine, f"telegram:{client}", *(Reply(str(n)) for n in range(5)))
    await asyncio.gather(*(empty(post) for post in posts))
    await empty(posts[0])
    assert phone.texts == {f"telegram:{client}": ["0", "1", "2", "3", "4"] for client in range(12)}


async def test_what_a_killed_worker_had_leased_is_sent_once_its_lease_is_over(engine: Engine) -> None:
    phone, clock = Phone(), Clock()
    post = Outbox(engine, clock, {"telegram": phone})
    do(engine, "telegram:1", Reply("a"), Reply("b"))
    assert len(post.lease()) == 1  # and here the worker dies
    await empty(post)
    assert phone.texts == {}
    clock.ticks(60)
    await empty(post)
    assert phone.texts == {"telegram:1": ["a", "b"]}


async def test_a_channel_that_wants_a_pause_gets_it_and_the_order_is_kept(engine: Engine) -> None:
    pauses = [TryLater(30)]

    async def busy(outgoing: Outgoing) -> None:
        if pauses:
            raise pauses.pop()

    phone, clock = Phone(busy), Clock()
    post = Outbox(engine, clock, {"telegram": phone})
    do(engine, "telegram:1", Reply("a"), Reply("b"))
    await empty(post)
    clock.ticks(29)
    await empty(post)
    assert phone.texts == {}
    clock.ticks(1)
    await empty(post)
    assert phone.texts == {"telegram:1": ["a", "b"]}


async def test_a_client_who_blocked_us_is_given_up_and_that_is_on_record(engine: Engine) -> None:
    async def blocked(outgoing: Outgoing) -> None:
        raise Unreachable

    do(engine, "telegram:1", Reply("a"))
    await empty(Outbox(engine, Clock(), {"telegram": Phone(blocked)}))
    assert state(engine) == [("unreachable", True)]


async def test_failures_are_tried_again_ever_more_slowly_and_given_up_in_the_end(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[datetime] = []
    clock = Clock()

    async def broken(outgoing: Outgoing) -> None:
        tried.append(clock.now)
        raise ConnectionError(outgoing.reply.text)

    post = Outbox(engine, clock, {"telegram": Phone(broken)})
    do(engine, "telegram:1", Reply("my calf"))
    while state(engine) != [("ConnectionError", True)]:
        await empty(post)
        clock.now = next_try(engine) or clock.now
    pauses = [(later - sooner).total_seconds() for sooner, later in pairwise(tried)]
    assert len(tried) == TRIES
    assert pauses[:4] == [5, 10, 20, 40]
    assert pauses == sorted(pauses)
    assert max(pauses) == 900
    assert "calf" not in caplog.text


async def test_a_failure_that_passes_leaves_no_trace(engine: Engine) -> None:
    failures = [ConnectionError()]

    async def once(outgoing: Outgoing) -> None:
        if failures:
            raise failures.pop()

    phone, clock = Phone(once), Clock()
    post = Outbox(engine, clock, {"telegram": phone})
    do(engine, "telegram:1", Reply("a"))
    await empty(post)
    assert state(engine) == [("ConnectionError", False)]
    clock.ticks(5)
    await empty(post)
    assert state(engine) == [(None, True)]


async def test_what_is_due_later_leaves_later_and_keeps_nobody_waiting(engine: Engine) -> None:
    phone, clock = Phone(), Clock()
    post = Outbox(engine, clock, {"telegram": phone})
    do(engine, "telegram:1", Reply("booked"))
    remind(engine, "telegram:1", "tomorrow at ten", NOW + timedelta(hours=24))
    do(engine, "telegram:1", Reply("bye"))
    await empty(post)
    assert phone.texts == {"telegram:1": ["booked", "bye"]}
    clock.ticks(86_400)
    await empty(post)
    assert phone.texts["telegram:1"][2:] == ["tomorrow at ten"]


async def test_what_is_picked_up_is_picked_up_once(engine: Engine) -> None:
    clock = Clock()
    post = Outbox(engine, clock, {})
    do(engine, "rest:jo", Reply("a"), ASK)
    remind(engine, "rest:jo", "tomorrow at ten", NOW + timedelta(hours=24))
    assert [one.reply for one in await post.collect("rest:jo")] == [Reply("a"), ASK]
    assert await post.collect("rest:jo") == []
    clock.ticks(86_400)
    assert [one.reply.text for one in await post.collect("rest:jo")] == ["tomorrow at ten"]


async def test_a_transcript_has_both_sides_in_the_order_they_were_said(engine: Engine) -> None:
    clock = Clock()
    post = Outbox(engine, clock, {})
    for n in range(3):
        do(engine, "web:jo", Reply(f"reply {n}"), ASK)
    do(engine, "web:al", Reply("not for jo"))
    lines = await post.lines("web:jo")
    assert [line.text for line in lines[:5]] == ["yes", "reply 0", "Which day?", "yes", "reply 1"]
    assert [line.reply for line in lines[:3]] == [None, Reply("reply 0"), ASK]
    assert [line.id for line in lines] == list(range(1, 10))
    assert await post.lines("web:jo", after=lines[6].id) == lines[7:]
    assert await post.lines("web:jo", limit=2) == lines[-2:]


async def test_a_reminder_becomes_a_line_when_it_falls_due(engine: Engine) -> None:
    clock = Clock()
    post = Outbox(engine, clock, {})
    remind_at = NOW + timedelta(hours=24)
    do(engine, "web:jo", Reply("booked"))
    remind(engine, "web:jo", "tomorrow at ten", remind_at)
    do(engine, "web:jo", Reply("bye"))
    (*_, last) = await post.lines("web:jo")
    assert last.text == "bye"
    clock.ticks(86_400)
    (reminder,) = await post.lines("web:jo", after=last.id)
    assert reminder.text == "tomorrow at ten"


async def test_a_reply_is_found_by_its_number_in_its_own_conversation_only(engine: Engine) -> None:
    post = Outbox(engine, Clock(), {})
    do(engine, "web:jo", ASK)
    (sent,) = await post.collect("web:jo")
    assert await post.reply("web:jo", sent.id) == ASK
    assert await post.reply("web:al", sent.id) is None


async def test_a_bell_wakes_who_waits_for_that_conversation(engine: Engine) -> None:
    post = Outbox(engine, Clock(), {})
    jo, al = (asyncio.create_task(post.wait(f"web:{who}", 600)) for who in ("jo", "al"))
    await asyncio.sleep(0)
    post.ring("web:jo")
    done, waiting = await asyncio.wait([jo, al], return_when=asyncio.FIRST_COMPLETED)
    assert (done, waiting) == ({jo}, {al})
    al.cancel()


async def test_who_waits_sees_what_another_process_says_and_what_falls_due(engine: Engine) -> None:
    clock = Clock()
    post = Outbox(engine, clock, {})
    for minute in range(1, 60):
        remind(engine, "web:al", "soon", NOW + timedelta(minutes=minute))
    waiting = {asyncio.create_task(post.wait(f"web:{who}", 600)) for who in ("jo", "al")}
    while waiting:
        do(engine, "web:jo", Reply("said elsewhere"))
        clock.ticks(60)
        _, waiting = await asyncio.wait(waiting, timeout=0.1)
    assert clock.now < NOW + timedelta(minutes=60), "long before they lost patience"


async def test_nobody_waits_longer_than_they_want_to(engine: Engine) -> None:
    post = Outbox(engine, Clock(), {})
    await asyncio.wait_for(post.wait("web:jo", 0.01), 60)
    assert not post.bells


async def test_the_postman_delivers_until_the_office_closes(engine: Engine) -> None:
    arrived = asyncio.Event()

    async def noted(outgoing: Outgoing) -> None:
        arrived.set()

    post = Outbox(engine, Clock(), {"telegram": noted})
    working = asyncio.create_task(post.run())
    await asyncio.to_thread(do, engine, "telegram:1", Reply("a"))
    post.ring("telegram:1")
    await arrived.wait()
    post.close()
    await working
    assert state(engine) == [(None, True)]
