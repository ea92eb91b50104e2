"""Where every channel hands in what clients write; each conversation's turns are taken one after the other."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.clinic import Clinic
from bot.knowledge import Knowledge, Profile
from bot.messages import Inbound, Reply, Said, pressed
from bot.order import InOrder
from bot.store import inbox, post, reading, survey, writing
from bot.talk.session import Session
from bot.turn import Decide, Ended, Outcome, Turn, ended, excuse, reference

Understand = Callable[[str, Session, Clinic], Awaitable[Said]]
Found = TypeVar("Found")

log = logging.getLogger(__name__)


def now_in_utc() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


class Turns:
    """Keeps the order by itself: a message has its turn only when it is the oldest of its conversation.

    So processes need no agreement: a turn taken by two of them is committed by one. To be used from one event loop;
    the database is spoken to from a few threads.
    """

    def __init__(
        self,
        engine: Engine,
        profiles: Mapping[str, Profile],
        knowledge: Knowledge,
        understand: Understand,
        decide: Decide,
        clock: Callable[[], datetime] = now_in_utc,
        fresh: Callable[[], str] = reference,
        ring: Callable[[str], None] = lambda conversation: None,
        threads: int = 8,
    ) -> None:
        """`understand` is called outside any transaction; `ring` with a conversation after each of its turns."""
        self.engine, self.profiles, self.knowledge = engine, profiles, knowledge
        self.understand, self.decide = understand, decide
        self.clock, self.fresh, self.ring = clock, fresh, ring
        self.threads = ThreadPoolExecutor(threads, "turn")
        self.order = InOrder()
        self.called: dict[str, list[Inbound]] = {}  # whose turn it is, by conversation; nobody means: look who waits
        self.working: dict[str, asyncio.Task[None]] = {}

    async def receive(self, inbound: Inbound) -> bool:
        """Commit a message, then see to its turn. False if it is known already; KeyError if the clinic is not."""
        self.profiles[inbound.clinic]
        new = await self.in_thread(partial(self.commit, inbound))
        self.work(inbound.conversation, *([inbound] if new else ()))
        return new

    async def settled(self, conversation: str) -> None:
        """Return once every message received in this conversation has had its turn, as far as the database lets us."""
        await asyncio.shield(self.work(conversation))

    async def answer(self, inbound: Inbound) -> list[Reply]:
        """Take a message's turn at once, after those received before it, and return what we say to it.

        For channels that acknowledge a message by our answer, so that it need not be kept beforehand: who gets no
        answer sends it again, and one that has had its turn is answered as it was. Raises KeyError as `receive` does,
        and OperationalError if the database is out of order.
        """
        async with self.order(inbound.conversation):
            _, said = await self.in_order(inbound, handed=True)
        return await self.in_thread(partial(self.answered, inbound)) if said is None else said

    async def resume(self) -> int:
        """Take the turns that were left: after a start, and now and then. Returns in how many conversations."""
        left = await self.in_thread(self.unfinished)
        await asyncio.gather(*map(self.settled, left))
        return len(left)

    async def close(self) -> None:
        """Finish the turns begun."""
        while self.working:
            await asyncio.wait(self.working.values())
        self.threads.shutdown()

    def work(self, conversation: str, *new: Inbound) -> asyncio.Task[None]:
        """See to a conversation's messages, in the background. Whoever does so already looks once more."""
        self.called.setdefault(conversation, []).extend(new)
        if not (task := self.working.get(conversation)) or task.done():
            task = self.working[conversation] = asyncio.create_task(self.through(conversation))
            task.add_done_callback(partial(self.rest, conversation))
        return task

    def rest(self, conversation: str, task: "asyncio.Task[None]") -> None:
        """That is done; unless somebody has called since, nobody works on the conversation any more."""
        if self.working[conversation] is task:
            del self.working[conversation]

    async def through(self, conversation: str) -> None:
        """Take turns until nobody waits for one. If the database is out of order, the rest is left for `resume`."""
        async with self.order(conversation):
            while (new := self.called.pop(conversation, None)) is not None:
                try:
                    await (self.one_by_one(new) if new else self.catch_up(conversation))
                except Exception as error:
                    log.error("turns of %s are put off: %s", conversation, type(error).__name__)

    async def one_by_one(self, new: Iterable[Inbound]) -> None:
        """Take the turns of messages just received. Nobody need ask the database who they are."""
        for inbound in new:
            await self.in_order(inbound)

    async def in_order(self, inbound: Inbound, *, handed: bool = False) -> Ended:
        """Take a message's turn, after those received before it."""
        while (end := await self.serve(inbound, handed=handed))[0] is Outcome.NOT_YET:
            await self.catch_up(inbound.conversation, until=inbound.id)
        return end

    async def catch_up(self, conversation: str, until: str = "") -> None:
        """Take the turns of messages received before, up to one."""
        more = True
        while more and (waiting := await self.in_thread(partial(self.next, conversation))):
            inbound, *others = waiting
            if inbound.id == until:
                return
            await self.serve(inbound)
            more = bool(others)  # who comes after that calls again

    async def serve(self, inbound: Inbound, *, handed: bool = False) -> Ended:
        """Understand a message and take its turn. If we break, the client is told, and nothing else has changed."""
        said, profile = pressed(inbound.pressed), self.profiles[inbound.clinic]
        turn = Turn(inbound, said, profile, self.knowledge, self.clock(), self.decide, self.fresh, handed=handed)
        try:
            while (end := await self.taken(turn))[0] is Outcome.ANEW:
                pass
        except OperationalError:
            raise
        except Exception as error:  # whatever it is, the client must not be left without an answer
            log.error("turn %s of %s failed: %s", inbound.id, inbound.conversation, type(error).__name__)
            end = await self.in_thread(partial(excuse, self.engine, replace(turn, now=self.clock())))
        self.ring(inbound.conversation)
        return end

    async def taken(self, turn: Turn) -> Ended:
        """Understand what was written, or read what the button says, and decide."""
        if not turn.inbound.pressed:
            session, clinic = await self.in_thread(partial(self.look, turn.inbound, turn.profile))
            said = await self.understand(turn.inbound.text, session, clinic)
            turn = replace(turn, said=said, asked=session.asked)
        return await self.in_thread(partial(ended, self.engine, replace(turn, now=self.clock())))

    def look(self, inbound: Inbound, profile: Profile) -> tuple[Session, Clinic]:
        """What a message is understood by: the session, and the clinic without its diary."""
        with reading(self.engine) as db:
            clinic = survey(db, inbound.conversation, profile, self.knowledge, self.clock())
            return inbox.peek(db, inbound.conversation).session, replace(clinic, busy={})

    def answered(self, inbound: Inbound) -> list[Reply]:
        """What we said to a message."""
        with reading(self.engine) as db:
            return post.answers(db, inbound)

    def commit(self, inbound: Inbound) -> bool:
        """Keep a message, whatever happens next."""
        with writing(self.engine) as db:
            return inbox.receive(db, inbound, self.clock())

    def next(self, conversation: str) -> list[Inbound]:
        """Whose turn it is in a conversation, and who comes next."""
        with reading(self.engine) as db:
            return inbox.pending(db, conversation)

    def unfinished(self) -> list[str]:
        """The conversations in which somebody waits."""
        with reading(self.engine) as db:
            return inbox.unfinished(db)

    async def in_thread(self, work: Callable[[], Found]) -> Found:
        """Let a thread talk to the database."""
        return await asyncio.get_running_loop().run_in_executor(self.threads, work)
