"""A machine that may be killed at any moment: takes bookings, and says which it received and which it confirmed.

`python -m tests.crash URL FIRST`: resumes what was left, then takes message after message from number FIRST on.
"""

import asyncio
import sys
from collections.abc import Sequence
from datetime import timedelta

from bot.clinic import Clinic
from bot.messages import Effect, Inbound, Said, Visit
from bot.store import open_store
from bot.talk.session import Session
from bot.turns import Turns
from tests.desk import CARDIFF, KNOWLEDGE, NOW, at, booking

CLIENTS = 4


async def understand(text: str, session: Session, clinic: Clinic) -> Said:
    return Said(text)


def slot(number: int) -> Visit:
    """Nobody's but this number's: eighteen a day."""
    day, hour = divmod(number, 18)
    return Visit("anna", at("00:00") + timedelta(days=day, minutes=75 * hour), 60)


def decide(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
    return booking(slot(int(said.text)))(session, said, clinic)


def turns(url: str) -> Turns:
    return Turns(open_store(url), {"cardiff": CARDIFF}, KNOWLEDGE, understand, decide, lambda: NOW, threads=CLIENTS)


async def client(desk: Turns, name: int, first: int) -> None:
    """One client writes message after message."""
    for number in range(first + name, 10_000, CLIENTS):
        conversation = f"web:{name}"
        await desk.receive(Inbound(conversation, f"m{number}", "cardiff", str(number)))
        print("received", number, flush=True)
        await desk.settled(conversation)
        print("confirmed", number, flush=True)


async def main(url: str, first: int) -> None:
    desk = turns(url)
    await desk.resume()
    await asyncio.gather(*(client(desk, name, first) for name in range(CLIENTS)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
