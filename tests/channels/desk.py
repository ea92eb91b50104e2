"""A desk in memory: real values, a scripted conversation, one reply for each message."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.channels.desk import Storefront
from bot.messages import Choice, Inbound, Line, Outgoing, Reply
from bot.order import InOrder

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
CARDIFF = Storefront(
    "Pro Sports Medicine",
    "en_GB",
    "02920 762000",
    "info@prosportsmedicine.co.uk",
    "Cardiff",
    "999",
    (("Monday to Saturday", "7:00–20:00"),),
    (("60 minutes", "£55"), ("90 minutes", "£75")),
)
SANDY_SPRINGS = Storefront(
    "Medical Sports Massage", "en_US", "(404) 555-0100", "clinic@example.com", "Sandy Springs, Georgia", "911"
)
CLINICS = {"cardiff": CARDIFF, "sandy-springs": SANDY_SPRINGS}

APPOINTMENT = {
    "reference": "K7M2QX",
    "clinic": "cardiff",
    "therapist": "anna",
    "client_name": "Jo Evans",
    "session_type": "injury_rehab",
    "minutes": 60,
    "starts_at": "2026-11-26T17:00:00+00:00",
    "ends_at": "2026-11-26T18:00:00+00:00",
    "status": "booked",
    "channel": "web",
    "complaints": [{"label": "shin_splints", "side": "left"}],
    "created_at": "2026-11-24T10:15:03+00:00",
}


def a_day(day: date) -> Choice:
    return Choice(f"{day:%a} {day.day} {day:%b}", f"day={day}")


DAYS = tuple(a_day(date(2026, 11, 26) + timedelta(days=n)) for n in range(24) if (n + 3) % 7 != 6)
TIMES = tuple(Choice(f"{hour}:00", f"time={hour:02}:00") for hour in (8, 9, 11, 12, 14, 17, 18))
BOOKING = (
    Reply(
        "Before we start: may I note what you tell me about your health, so that your therapist can prepare? "
        "And are you 18 or over, or booking for someone younger as their guardian?",
        ("consent",),
        (Choice("Yes to both", "consent=yes"), Choice("No, thank you", "consent=no")),
        "choice",
    ),
    Reply(
        "Thank you. Where does it hurt, on which side, since when, and how bad is it from 0 to 10?",
        ("complaint", "side", "since", "severity"),
        (
            Choice("Shin", "complaint.shin_splints=yes"),
            Choice("Heel or arch", "complaint.plantar_fasciitis=yes"),
            Choice("Calf", "complaint.calf=yes"),
            Choice("Knee", "complaint.runners_knee=yes"),
            Choice("Nothing hurts", "complaint=none"),
        ),
        "body",
    ),
    Reply("I suggest 60 minutes of rehab massage for that shin. Which day suits you?", ("day", "time"), DAYS, "day"),
    Reply("Thursday 26 November it is. These times are free:", ("time",), TIMES, "time"),
    Reply("Lovely. What is your name, and how can the clinic reach you?", ("name", "contact"), (), "phone"),
    Reply("All booked: Thursday 26 November at 17:00 with Anna, 60 minutes.", reference="K7M2QX"),
)


class ScriptedDesk:
    """Answers each message with the script's next reply. `hurry` cleared keeps turns from being taken."""

    def __init__(self, script: Sequence[Reply] = BOOKING) -> None:
        self.script = script
        self.received: list[Inbound] = []
        self.hurry = asyncio.Event()
        self.hurry.set()
        self._lines: dict[str, list[Line]] = defaultdict(list)
        self._due: dict[str, list[Outgoing]] = defaultdict(list)
        self._turns: dict[str, list[asyncio.Task[None]]] = defaultdict(list)
        self._answered: dict[tuple[str, str], list[Reply]] = {}
        self._in_order = InOrder()
        self._news = asyncio.Condition()

    async def receive(self, inbound: Inbound) -> None:
        if any((known.conversation, known.id) == (inbound.conversation, inbound.id) for known in self.received):
            return
        self.received.append(inbound)
        await self._append(inbound.conversation, inbound.text, None)
        self._turns[inbound.conversation].append(asyncio.create_task(self._turn(inbound)))

    async def settled(self, conversation: str) -> None:
        await asyncio.gather(*self._turns[conversation])

    async def answer(self, inbound: Inbound) -> list[Reply]:
        async with self._in_order(inbound.conversation):
            once = (inbound.conversation, inbound.id)
            if once not in self._answered:
                due = await self.collect(inbound.conversation)
                await self.receive(inbound)
                await self.settled(inbound.conversation)
                due += await self.collect(inbound.conversation)
                self._answered[once] = [outgoing.reply for outgoing in due]
            return self._answered[once]

    async def offered(self, conversation: str) -> Mapping[str, str]:
        replies = [line.reply for line in self._lines[conversation] if line.reply]
        return {choice.says: choice.label for reply in replies for choice in reply.choices}

    async def lines(self, conversation: str, after: int) -> list[Line]:
        self._due.pop(conversation, None)
        return [line for line in self._lines[conversation] if line.id > after]

    async def collect(self, conversation: str) -> list[Outgoing]:
        return self._due.pop(conversation, [])

    async def wait(self, conversation: str, seconds: float) -> None:
        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait(), seconds)
            except TimeoutError:
                return

    async def appointment(self, reference: str) -> Mapping[str, object] | None:
        return APPOINTMENT if reference == APPOINTMENT["reference"] else None

    async def health(self) -> Mapping[str, object]:
        return {"status": "ok", "nlu": "ready", "database": "ready"}

    async def say(self, conversation: str, reply: Reply) -> None:
        """Something of ours falls due: a reminder, say."""
        line = await self._append(conversation, reply.text, reply)
        self._due[conversation].append(Outgoing(line.id, conversation, reply, NOW))

    async def _turn(self, inbound: Inbound) -> None:
        await self.hurry.wait()
        done = sum(1 for line in self._lines[inbound.conversation] if line.reply)
        await self.say(inbound.conversation, self.script[min(done, len(self.script) - 1)])

    async def _append(self, conversation: str, text: str, reply: Reply | None) -> Line:
        line = Line(sum(map(len, self._lines.values())) + 1, text, reply)
        self._lines[conversation].append(line)
        async with self._news:
            self._news.notify_all()
        return line
