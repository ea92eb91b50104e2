"""Conversations on Telegram: the real library against a Bot API on loopback."""

from tests.channels.telegram import chat


async def test_a_client_books_by_pressing_and_writing() -> None:
    async with chat() as it:
        await it.phone.writes("/start")
        await it.phone.reads("Before we start")
        await it.phone.presses("Yes to both")
        await it.phone.reads("Where does it hurt")
        await it.phone.writes("left shin, three weeks, 5/10")
        await it.phone.reads("Which day")
        await it.phone.presses("27")
        await it.phone.reads("These times")
        await it.phone.presses("17:00")
        await it.phone.reads("What is your name")
        await it.phone.shares("447700900123")
        await it.phone.reads("All booked")
        assert [known.pressed or known.text for known in it.desk.received] == [
            "greet",
            "consent=yes",
            "left shin, three weeks, 5/10",
            "day=2026-11-27",
            "time=17:00",
            "contact=+447700900123",
        ]
