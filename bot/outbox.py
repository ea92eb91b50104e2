"""Replies on their way: pushed at least once and in order, or picked up; and the transcript of what was said."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from weakref import WeakValueDictionary

from prometheus_client import Counter
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot.messages import Line, Outgoing, Reply
from bot.store import Taken, inbox, post, reading, writing

POLL = 1.0  # seconds: what another process commits, or falls due, rings no bell here
SENDING = 10.0  # seconds a channel may take
LEASE = timedelta(seconds=15)  # longer than SENDING: its holder alone sends; killed, it holds up a reply no longer
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 900.0  # seconds
TRIES = 12  # some two hours
NOTES = 3  # tries to write down what became of a reply
EVERY = ""  # the bell that rings for every conversation
DELIVERIES = Counter("cooldown_deliveries", "What became of replies and mails.", ["channel", "outcome"])

Send = Callable[[Outgoing], Awaitable[None]]

log = logging.getLogger(__name__)


class Unreachable(Exception):
    """This client cannot be written to any more."""


class Down(Exception):
    """The channel itself is out of order: we try ever more slowly, as long as the message is of use."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why  # a code, never what was to be said


class TryLater(Exception):
    """The channel wants no message before so many seconds have passed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Outbox:
    """Replies that have been committed. Several may work on one database. To be used from one event loop."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], senders: Mapping[str, Send]) -> None:
        """`senders` are the channels that push, by name; the replies of any other wait to be picked up."""
        self.engine, self.clock, self.senders = engine, clock, senders
        self.bells: WeakValueDictionary[str, asyncio.Event] = WeakValueDictionary()  # gone with the last who waits
        self.open = True

    # ------------------------------------------------------------ pushed

    async def run(self) -> None:
        """Deliver whatever falls due, until closed. A slow reminder keeps no reply waiting."""
        await asyncio.gather(self.work(unasked=False), self.work(unasked=True))

    async def work(self, *, unasked: bool) -> None:
        """Deliver replies, or what is said unasked, until closed."""
        while self.open:
            bell = self.bell(EVERY)
            try:
                sent = await self.round(unasked=unasked)
            except (DBAPIError, Taken) as error:
                log.error("nothing can be delivered: %s", type(error).__name__)
                sent = 0
            if not sent:
                await rings(bell, POLL)

    def close(self) -> None:
        """Let `run` end after what it is sending now."""
        self.open = False
        self.ring(EVERY)

    async def deliver(self) -> int:
        """Send what is due, the oldest of each conversation, and one thing said unasked. Returns how many.

        One round of what `run` does all day, for who sets the clock: the tests.
        """
        return await self.round(unasked=False) + await self.round(unasked=True)

    async def round(self, *, unasked: bool) -> int:
        """Send replies, or one thing said unasked. Returns how many were tried."""
        if not self.senders:
            return 0
        leased = await asyncio.to_thread(self.lease, unasked=unasked)
        await asyncio.gather(*(self.push(outgoing, attempts) for outgoing, attempts in leased))
        return len(leased)

    def lease(self, *, unasked: bool = False) -> list[tuple[Outgoing, int]]:
        """Make sure that nobody else sends these meanwhile."""
        channels, now = list(self.senders), self.clock()
        with reading(self.engine) as db:
            if not post.waits(db, channels, now):
                return []
        with writing(self.engine) as db:
            return post.lease(db, channels, now, LEASE, unasked=unasked)

    async def push(self, outgoing: Outgoing, attempts: int) -> None:
        """Send one reply, and note what became of it. A crash before the note sends it once more."""
        outcome, change = await self.tried(outgoing, attempts + 1)
        DELIVERIES.labels(outgoing.channel, outcome).inc()
        if outcome not in ("sent", "later"):
            log.warning("reply %s of %s did not leave: %s", outgoing.id, outgoing.conversation, outcome)
        await asyncio.to_thread(self.note, partial(change, number=outgoing.id))

    async def tried(self, outgoing: Outgoing, attempt: int) -> tuple[str, Callable[..., None]]:
        """Send one reply. Returns the outcome as a code, and how to write it down."""
        try:
            await asyncio.wait_for(self.senders[outgoing.channel](outgoing), SENDING)
        except Unreachable:
            return "unreachable", partial(post.give_up, error="unreachable")
        except TryLater as later:
            return "later", partial(post.postpone, seconds=later.seconds)
        except Down as down:
            return down.why, partial(post.postpone, seconds=pause(attempt), error=down.why)
        except Exception as error:  # whatever a channel's library raises, the next reply must leave
            return type(error).__name__, failed(attempt, type(error).__name__)
        return "sent", post.settle

    def note(self, change: Callable[..., None]) -> None:
        """Write down what became of a reply."""
        for _ in range(NOTES):
            with suppress(Taken), writing(self.engine) as db:
                return change(db, now=self.clock())
        raise Taken

    # ------------------------------------------------------------ picked up

    async def collect(self, conversation: str) -> list[Outgoing]:
        """What is due and not yet picked up, oldest first; from now on it counts as delivered."""
        return await asyncio.to_thread(self.picked_up, conversation)

    async def lines(self, conversation: str, after: int = 0, limit: int = 200) -> list[Line]:
        """The newest lines of the transcript after this one, oldest first. What is due counts as delivered."""
        return await asyncio.to_thread(self.transcript, conversation, after, limit)

    async def reply(self, conversation: str, number: int) -> Reply | None:
        """The reply with this number, if it is this conversation's."""
        return await asyncio.to_thread(self.stored, conversation, number)

    def picked_up(self, conversation: str) -> list[Outgoing]:
        """Settle what is due, in the calling thread."""
        with writing(self.engine) as db:
            return post.collect(db, conversation, self.clock())

    def transcript(self, conversation: str, after: int, limit: int) -> list[Line]:
        """The lines, in the calling thread."""
        if inbox.channel(conversation) not in self.senders:
            with reading(self.engine) as db:
                due = post.due(db, conversation, self.clock())
            if due:
                self.picked_up(conversation)
        with reading(self.engine) as db:
            return post.lines(db, conversation, after, limit)

    def stored(self, conversation: str, number: int) -> Reply | None:
        """One reply, in the calling thread."""
        with reading(self.engine) as db:
            return post.reply(db, conversation, number)

    # ------------------------------------------------------------ bells

    async def wait(self, conversation: str, seconds: float) -> None:
        """Return as soon as there may be something new, or after so many seconds."""
        clock, bell = asyncio.get_running_loop().time, self.bell(conversation)
        ends = clock() + seconds
        before = await asyncio.to_thread(self.mark, conversation)
        while (left := ends - clock()) > 0 and not await rings(bell, min(left, POLL)):
            if await asyncio.to_thread(self.mark, conversation) != before:
                return

    def mark(self, conversation: str) -> tuple[int, int]:
        """What changes when there is something new, in the calling thread."""
        with reading(self.engine) as db:
            return post.mark(db, conversation, self.clock())

    def bell(self, conversation: str) -> asyncio.Event:
        """What the next ring sets."""
        return self.bells.setdefault(conversation, asyncio.Event())

    def ring(self, conversation: str) -> None:
        """There is something new in this conversation: wake whoever waits for it, and who delivers it."""
        pushed = inbox.channel(conversation) in self.senders
        for name in {conversation, EVERY} if pushed else {conversation}:
            if bell := self.bells.pop(name, None):
                bell.set()


def failed(attempt: int, error: str) -> Callable[..., None]:
    """After a failure: try again, ever more slowly, and in the end give up."""
    if attempt >= TRIES:
        return partial(post.give_up, error=error)
    return partial(post.postpone, seconds=pause(attempt), error=error)


def pause(attempt: int) -> float:
    """How many seconds to wait after so many attempts."""
    return min(FIRST_PAUSE * 2.0 ** min(attempt - 1, TRIES), LONGEST_PAUSE)


async def rings(bell: asyncio.Event, seconds: float) -> bool:
    """Whether a bell rings before so many seconds have passed."""
    with suppress(TimeoutError):
        return await asyncio.wait_for(bell.wait(), seconds)
    return False
