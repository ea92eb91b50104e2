"""A booking on Telegram: python-telegram-bot for real, the Bot API as a stand-in that checks every request."""

import asyncio
import signal
from datetime import datetime

from tests.botapi import STICKER, TOKEN, VOICE, BotApi, Phone
from tests.whole.house import House, thursday


async def test_a_booking_with_a_correction_a_question_and_a_kill_before_the_last_answer(
    api: BotApi, house_on_telegram: House
) -> None:
    house, phone, day = house_on_telegram, Phone(api), thursday()
    await phone.writes("/start")
    await phone.reads("18 or over", seconds=30)
    await phone.presses("Yes, I'm 18 or over")
    await phone.reads("What brings you in?")
    await phone.writes("heel is agony first thing, right foot, since about a month, 6 out of 10")
    await phone.reads("could be plantar fasciitis")
    await phone.sends(sticker=STICKER)
    await phone.reads("only read words")
    await phone.sends(voice=VOICE)
    await phone.reads("only read words", times=2)
    await phone.writes("none of those")
    await phone.reads("A little about your running")
    await phone.writes("3 times a week, no race, seeing a physio, want to be pain free")
    await phone.reads("injury rehab massage")
    await phone.writes("what should i wear?")
    await phone.reads("Shorts are handy")
    await phone.writes(f"thursday {day.day} {day:%B} at half 5 please")
    await phone.reads("I'm keeping")
    await phone.writes("Gwen Parry")
    await phone.shares("+447700900123")
    await phone.reads("Shall I book it?")
    await phone.writes("actually make it 90 minutes")
    await phone.reads("90 minutes on")
    await asyncio.to_thread(house.restart, signal.SIGKILL)
    await phone.presses("Yes, book it")
    confirmed = await phone.reads("Your reference is", seconds=60)
    [booked] = await asyncio.to_thread(lambda: house.appointments)
    starts = datetime.fromisoformat(booked["starts_at"])
    assert booked["reference"] in confirmed
    assert (starts.date(), starts.hour, starts.minute, booked["minutes"]) == (day, 17, 30, 90)
    assert (booked["channel"], booked["complaints"]) == ("telegram", [{"label": "plantar_fasciitis", "side": "right"}])
    assert TOKEN not in house.log.read_text()


async def test_a_swollen_calf_on_telegram_books_nothing(api: BotApi, house_on_telegram: House) -> None:
    phone = Phone(api)
    await phone.writes("my calf is swollen and hot since the flight")
    await phone.reads("needs checking today", seconds=30)
    assert await asyncio.to_thread(lambda: house_on_telegram.appointments) == []
