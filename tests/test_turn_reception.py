"""The desk as channels use it: a message goes in, its reply comes out, by whatever way the channel has."""

import asyncio
from datetime import timedelta

from sqlalchemy import Engine

from bot.channels.desk import Desk
from bot.channels.telegram import TelegramDesk
from bot.clinic import Clinic
from bot.messages import Hold, Inbound, Outgoing, Said
from bot.outbox import Outbox
from bot.reception import Reception
from bot.store import inbox, writing
from bot.talk.session import Session
from bot.turns import Turns
from tests.desk import CARDIFF, KNOWLEDGE, NOW, booking, claims, do, visit


class Phone:
    """A channel that pushes."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.rings = asyncio.Event()

    async def __call__(self, outgoing: Outgoing) -> None:
        self.texts.append(outgoing.reply.text)
        self.rings.set()


async def understand(text: str, session: Session, clinic: Clinic) -> Said:
    return Said(text)


def reception(engine: Engine, phone: Phone) -> Reception:
    outbox = Outbox(engine, lambda: NOW, {"telegram": phone})
    decide = booking(visit("10:00"))
    turns = Turns(engine, {"cardiff": CARDIFF}, KNOWLEDGE, understand, decide, lambda: NOW, ring=outbox.ring)
    return Reception(turns, outbox, lambda: "ok")


async def test_what_channels_ask_for_is_what_the_reception_has(engine: Engine) -> None:
    desk: Desk = reception(engine, Phone())
    for_telegram: TelegramDesk = reception(engine, Phone())
    assert await desk.health() == {"status": "ok", "nlu": "ok", "database": "ok"}
    assert await for_telegram.clinic("telegram:1") is None


async def test_a_booking_goes_in_and_its_confirmation_comes_out(engine: Engine) -> None:
    phone = Phone()
    async with reception(engine, phone) as desk:
        await desk.receive(Inbound("telegram:1", "1", "cardiff", "yes"))
        await phone.rings.wait()
        await desk.receive(Inbound("rest:jo", "1", "cardiff", "yes"))
        await desk.settled("rest:jo")
        (answer,) = await desk.collect("rest:jo")
        (_, confirmed) = await desk.lines("telegram:1", 0)
        assert confirmed.reply
        booked = await desk.appointment(confirmed.reply.reference)
        assert await desk.clinic("telegram:1") == "cardiff"
        assert await desk.reply("rest:jo", answer.id) == answer.reply
    assert phone.texts == ["Booked."]
    assert answer.reply.text == "Taken. 00:00?"
    assert booked
    assert booked["channel"] == "telegram"
    assert await desk.appointment("GONE42") is None


async def test_a_widget_waits_for_its_reply(engine: Engine) -> None:
    async with reception(engine, Phone()) as desk:
        waiting = asyncio.create_task(desk.wait("web:jo", 600))
        await desk.receive(Inbound("web:jo", "1", "cardiff", "yes"))
        await waiting
        await desk.settled("web:jo")
        assert [line.text for line in await desk.lines("web:jo", 0)] == ["yes", "Booked."]


async def test_opening_takes_the_turns_that_were_left_and_lets_go_of_what_has_lapsed(engine: Engine) -> None:
    do(engine, "web:al", Hold(frozenset({visit("10:00")})), now=NOW - timedelta(minutes=11))
    with writing(engine) as db:
        inbox.receive(db, Inbound("telegram:1", "1", "cardiff", "yes"), NOW)
    phone = Phone()
    async with reception(engine, phone):
        await phone.rings.wait()
    assert phone.texts == ["Booked."]
    assert {row[3] for row in claims(engine)} == {None}


async def test_health_tells_what_is_the_matter(engine: Engine) -> None:
    desk = reception(engine, Phone())
    with writing(engine) as db:
        db.exec_driver_sql("ALTER TABLE inbound RENAME TO gone")
    assert await desk.health() in [
        {"status": "degraded", "nlu": "ok", "database": name} for name in ("OperationalError", "ProgrammingError")
    ]
