"""A message acknowledged by its answer: arrival, turn and answer are one transaction; asked again it is the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.exc import OperationalError

from bot.clinic import Clinic
from bot.messages import Effect, Erase, Inbound, Reply, Said
from bot.store import inbox, reading, sweep, writing
from bot.store.tables import outbox
from bot.talk.session import Session
from bot.turns import Turns
from tests.desk import CARDIFF, KNOWLEDGE, NOW

JO = "rest:jo"


async def understand(text: str, session: Session, clinic: Clinic) -> Said:
    return Said(text)


def echo(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
    """Says the same twice, with a number that grows by each turn."""
    count = session.misses + 1
    return replace(session, misses=count), [Reply(f"{count} {said.text}"), Reply("Anything else?")]


def turns(engine: Engine, **more: Any) -> Turns:
    parts: dict[str, Any] = {"understand": understand, "decide": echo, "clock": lambda: NOW} | more
    return Turns(engine, {"cardiff": CARDIFF}, KNOWLEDGE, **parts)


def message(number: int, text: str = "hi") -> Inbound:
    return Inbound(JO, str(number), "cardiff", text)


def texts(replies: Sequence[Reply]) -> list[str]:
    return [reply.text for reply in replies]


def due(engine: Engine, text: str) -> None:
    """Something of ours has fallen due."""
    with writing(engine) as db:
        inbox.say(db, JO, Reply(text), NOW, NOW, kind="day_before", clinic="cardiff")


async def test_a_message_is_answered(engine: Engine) -> None:
    desk = turns(engine)
    assert texts(await desk.answer(message(1))) == ["1 hi", "Anything else?"]
    assert texts(await desk.answer(message(2, "bye"))) == ["2 bye", "Anything else?"]
    await desk.close()


async def test_arrival_and_turn_are_one_transaction_and_what_was_said_is_not_read_again(engine: Engine) -> None:
    desk, commits = turns(engine), list[object]()
    await desk.answer(message(1))
    event.listen(engine, "commit", commits.append)
    await desk.answer(replace(message(2), pressed="length=60"))
    assert len(commits) == 1
    await desk.close()


async def test_asked_again_it_is_answered_the_same_also_after_a_restart_and_after_other_messages(
    engine: Engine,
) -> None:
    desk = turns(engine)
    first = await desk.answer(message(1))
    due(engine, "See you tomorrow.")
    second = await desk.answer(message(2))
    assert texts(second) == ["See you tomorrow.", "2 hi", "Anything else?"], "what fell due comes first"
    await desk.answer(message(3))
    await desk.close()
    desk = turns(engine)
    assert await desk.answer(message(1)) == first
    assert await desk.answer(message(2)) == second
    assert texts(await desk.answer(message(4))) == ["4 hi", "Anything else?"], "and none of that was a turn"
    await desk.close()


async def test_what_the_client_has_not_seen_is_not_what_they_answer(engine: Engine) -> None:
    seen: list[str] = []

    def look(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
        seen.append(session.asked.text)
        return replace(session, asked=Reply("What time?")), [Reply("What time?")]

    desk = turns(engine, decide=look)
    await desk.answer(message(1))
    due(engine, "Will you come?")
    await desk.answer(message(2))
    await desk.answer(message(3))
    assert seen == ["", "What time?", "What time?"]
    await desk.close()


async def test_a_message_received_before_has_its_turn_before(engine: Engine) -> None:
    with writing(engine) as db:
        inbox.receive(db, message(1, "first"), NOW)
    desk = turns(engine)
    told = ["1 first", "Anything else?", "2 second", "Anything else?"]
    assert texts(await desk.answer(message(2, "second"))) == told
    assert texts(await desk.answer(message(2, "second"))) == told
    await desk.close()


async def test_it_leaves_once(engine: Engine) -> None:
    desk = turns(engine)
    await desk.answer(message(1))
    with reading(engine) as db:
        assert list(db.scalars(select(outbox.c.settled))) == [NOW, NOW]
    await desk.close()


async def test_an_answer_to_who_has_everything_erased_is_given_and_forgotten_in_time(engine: Engine) -> None:
    erases = turns(engine, decide=lambda session, said, clinic: (session, [Erase(), Reply("Booked, for that calf.")]))
    assert texts(await erases.answer(message(1, "my calf"))) == ["Booked, for that calf."]
    sweep(engine, {"cardiff": CARDIFF}, KNOWLEDGE, NOW + timedelta(hours=1))
    with reading(engine) as db:
        assert [saved["text"] for saved in db.scalars(select(outbox.c.reply))] == [""]
    await erases.close()


def burst(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
    raise ValueError(said.text)


async def test_a_failure_of_ours_is_an_answer_too(engine: Engine) -> None:
    desk = turns(engine, decide=burst)
    (sorry,) = texts(await desk.answer(message(1)))
    assert "something went wrong on our side" in sorry
    await desk.close()


async def test_a_database_out_of_order_is_no_answer_and_no_turn(engine: Engine) -> None:
    desk = turns(engine)

    def fails(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("out of order"))

    event.listen(engine, "commit", fails)
    with pytest.raises(OperationalError):
        await desk.answer(replace(message(1), pressed="length=60"))
    event.remove(engine, "commit", fails)
    assert texts(await desk.answer(replace(message(1), pressed="length=60")))[0].startswith("1 ")
    await desk.close()
