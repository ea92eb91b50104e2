"""A turn is one transaction: told twice it is one turn, a lost race is decided again, a failure changes nothing."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, select, update
from sqlalchemy.exc import OperationalError

from bot.clinic import Clinic
from bot.messages import Cancel, Effect, HandOff, Hold, Inbound, Move, Remember, Reply, Said, Visit
from bot.store import appointments, handoffs, inbox, reading, writing
from bot.store.diary import claims_of, redraw, take
from bot.store.tables import block, conversation, metadata
from bot.talk.session import Session, Told, thaw
from bot.turn import FORGOT, Outcome, reference
from bot.turns import Turns
from bot.words import keywords
from tests.desk import (
    CARDIFF,
    KNOWLEDGE,
    NOW,
    book,
    booking,
    do,
    doing,
    said_to,
    take_turn,
    turn,
    visit,
)

Deciding = tuple[Session, Sequence[Effect]]


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with reading(engine) as db:
        return {name: [tuple(row) for row in db.execute(select(table))] for name, table in metadata.tables.items()}


def session_of(engine: Engine, of: str) -> Session:
    with reading(engine) as db:
        return thaw(db.scalars(select(conversation.c.session).where(conversation.c.id == of)).one())


def test_a_redelivered_message_changes_nothing(engine: Engine) -> None:
    effects = book(visit("10:00"), "K7M2QX"), Hold(frozenset({visit("14:00")})), HandOff("asked"), Reply("Booked.")
    same = turn("web:jo", doing(*effects), id="42")
    assert take_turn(engine, same) is Outcome.DONE
    before = everything(engine)
    assert take_turn(engine, replace(same, now=NOW + timedelta(minutes=1))) is Outcome.KNOWN
    assert everything(engine) == before


def test_the_same_id_in_another_conversation_is_another_message(engine: Engine) -> None:
    assert take_turn(engine, turn("web:jo", doing(Reply("Hello.")), id="42")) is Outcome.DONE
    assert take_turn(engine, turn("web:al", doing(Reply("Hello.")), id="42")) is Outcome.DONE


def test_what_was_decided_is_saved_with_the_session(engine: Engine) -> None:
    told = Session(told=(Told("book", {"consent": "yes"}),), asked=Reply("Which day?", ("day",)))
    take_turn(engine, turn("web:jo", lambda session, said, clinic: (told, [told.asked])))
    assert session_of(engine, "web:jo") == told
    assert said_to(engine, "web:jo") == ["Which day?"]


def test_a_message_understood_by_a_question_that_is_gone_is_to_be_understood_again(engine: Engine) -> None:
    take_turn(engine, turn("web:jo", lambda *_: (Session(asked=Reply("What time?", ("time",))), [])))
    before = everything(engine)
    stale = turn("web:jo", doing(Reply("Done.")), asked=Reply("Which day?", ("day",)))
    assert take_turn(engine, stale) is Outcome.ANEW
    assert {**everything(engine), "inbound": []} == {**before, "inbound": []}
    assert take_turn(engine, replace(stale, asked=Reply("What time?", ("time",)))) is Outcome.DONE


def test_a_turn_that_fails_half_way_leaves_nothing_behind(engine: Engine) -> None:
    do(engine, "web:al", book(visit("10:00"), "AAAAAA"))
    before = everything(engine)
    broken = doing(book(visit("12:00"), "K7M2QX"), Reply("Booked."), "no effect at all")  # type: ignore[arg-type]
    with pytest.raises(AssertionError):
        take_turn(engine, turn("web:jo", broken))
    assert everything(engine) == before


def test_who_loses_to_somebody_that_does_not_wait_in_line_is_offered_another_time_in_the_same_reply(
    postgres_engine: Engine,
) -> None:
    engine, decisions = postgres_engine, list[int]()

    def while_we_decide(session: Session, said: Said, clinic: Clinic) -> Deciding:
        decided = booking(visit("10:00"))(session, said, clinic)
        if not decisions:
            jump_the_queue(engine, visit("10:30"))
        decisions.append(len(decisions))
        return decided

    assert take_turn(engine, turn("web:jo", while_we_decide)) is Outcome.DONE
    assert said_to(engine, "web:jo") == ["Taken. 00:00?"]
    assert len(decisions) == 2


def jump_the_queue(engine: Engine, wanted: Visit) -> None:
    """Take a time without asking whose turn it is in the clinic."""
    with writing(engine) as db:
        block_row = {"clinic": "cardiff", "therapist": "anna", "starts_at": wanted.start, "ends_at": wanted.end}
        number = db.scalars(insert(block).values(block_row).returning(block.c.id)).one()
        take(db, claims_of(CARDIFF, wanted), {"block": number})
        redraw(db, CARDIFF.zone, claims_of(CARDIFF, wanted))


def test_a_reference_that_exists_already_gives_way_to_a_fresh_one(engine: Engine) -> None:
    do(engine, "web:al", book(visit("10:00"), "AAAAAA"))
    references = iter(["AAAAAA", "SPARE1", "BBBBBB", "SPARE2"])
    decide = booking(visit("14:00"))
    assert take_turn(engine, turn("web:jo", decide, fresh=lambda: next(references))) is Outcome.DONE
    with reading(engine) as db:
        assert [one["reference"] for one in appointments(db)] == ["AAAAAA", "BBBBBB"]


@pytest.mark.parametrize("impossible", [Cancel("GONE42"), Move("GONE42", visit("10:00"))])
def test_who_loses_every_race_is_told_kindly_and_can_go_on(engine: Engine, impossible: Effect) -> None:
    take_turn(engine, turn("web:jo", lambda *_: (Session(misses=1), [])))
    lost = turn("web:jo", lambda *_: (Session(misses=2), [impossible, Reply("Done.")]))
    assert take_turn(engine, lost) is Outcome.LOST
    assert take_turn(engine, lost) is Outcome.KNOWN
    assert said_to(engine, "web:jo") == [
        "Sorry, the diary is very busy this minute. Please send that once more, or call 02920 762000."
    ]
    assert session_of(engine, "web:jo") == Session(misses=1)
    assert do(engine, "web:jo", book(visit("10:00"), "K7M2QX")) is Outcome.DONE


@pytest.mark.parametrize("corrupt", ["", "null", "{", "[]", '{"flows": 1}', '{"told": [{"flow": ""}], "asked": {}}'])
def test_a_session_that_cannot_be_read_begins_afresh_kindly(
    engine: Engine, corrupt: str, caplog: pytest.LogCaptureFixture
) -> None:
    do(engine, "web:jo", Reply("Hello."))
    with writing(engine) as db:
        db.execute(update(conversation).values(session=corrupt))
    seen: list[Session] = []

    def decide(session: Session, said: Said, clinic: Clinic) -> Deciding:
        seen.append(session)
        return replace(session, misses=1), [Reply("What brings you?")]

    assert take_turn(engine, turn("web:jo", decide)) is Outcome.DONE
    assert seen == [Session()]
    assert said_to(engine, "web:jo") == ["Hello.", FORGOT, "What brings you?"]
    assert session_of(engine, "web:jo") == Session(misses=1)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_client_s_words_about_consent_decide_what_may_be_kept(engine: Engine) -> None:
    def kept() -> bool:
        with reading(engine) as db:
            return db.scalars(select(conversation.c.consent)).one()

    yes = Session(told=(Told("", {"consent": "no"}), Told("", {"consent": "yes"})))
    do(engine, "web:jo", Reply("Hello."))
    assert not kept()
    take_turn(engine, turn("web:jo", lambda *_: (yes, [])))
    assert kept()
    take_turn(engine, turn("web:jo", lambda *_: (Session(), [Remember({"consent": "yes"})])))
    assert kept(), "said at this visit, for the next ones too"
    take_turn(engine, turn("web:jo", lambda *_: (Session(), [])))
    assert kept(), "said at an earlier visit"
    take_turn(engine, turn("web:jo", lambda *_: (Session(told=(Told("", {"consent": "no"}),)), [])))
    assert not kept()


# ---------------------------------------------------------------- turns, as channels see them


async def echo(text: str, session: Session, clinic: Clinic) -> Said:
    return Said(text)


def repeat(session: Session, said: Said, clinic: Clinic) -> Deciding:
    """Count the turns, and say what was understood."""
    told = (*session.told, Told("", {"text": said.text, "intent": said.intent}))
    return replace(session, told=told), [Reply(said.text or said.intent)]


def turns(engine: Engine, **more: Any) -> Turns:
    parts: dict[str, Any] = {"understand": echo, "decide": repeat, "clock": lambda: NOW} | more
    return Turns(engine, {"cardiff": CARDIFF}, KNOWLEDGE, **parts)


async def test_a_message_received_has_its_turn(engine: Engine) -> None:
    rung: list[str] = []
    desk = turns(engine, ring=rung.append)
    assert await desk.receive(Inbound("web:jo", "1", "cardiff", "hi"))
    await desk.settled("web:jo")
    assert not await desk.receive(Inbound("web:jo", "1", "cardiff", "hi"))
    await desk.settled("web:jo")
    assert said_to(engine, "web:jo") == ["hi"]
    assert rung == ["web:jo"]
    await desk.close()


async def test_whose_turn_it_is_after_a_message_is_received_is_not_looked_up(engine: Engine) -> None:
    desk, transactions = turns(engine), list[object]()
    event.listen(engine, "commit", transactions.append)
    await desk.receive(Inbound("web:jo", "1", "cardiff", pressed="yes"))
    await desk.settled("web:jo")
    assert len(transactions) == 2
    await desk.close()


async def test_a_message_that_had_no_turn_has_it_before_the_next_one_received(engine: Engine) -> None:
    with writing(engine) as db:
        inbox.receive(db, Inbound("web:jo", "1", "cardiff", "first"), NOW)
    desk = turns(engine)
    await desk.receive(Inbound("web:jo", "2", "cardiff", "second"))
    await desk.settled("web:jo")
    assert said_to(engine, "web:jo") == ["first", "second"]
    await desk.close()


async def test_buttons_are_read_without_being_understood(engine: Engine) -> None:
    desk = turns(engine, understand=None)
    await desk.receive(Inbound("web:jo", "1", "cardiff", pressed="unreadable"))
    await desk.receive(Inbound("web:jo", "2", "cardiff", text="Move it", pressed="reschedule which=K3F9"))
    await desk.settled("web:jo")
    assert said_to(engine, "web:jo") == ["unreadable", "reschedule"]
    await desk.close()


async def test_twenty_messages_in_a_second_have_their_turns_in_order(engine: Engine) -> None:
    async def slowly(text: str, session: Session, clinic: Clinic) -> Said:
        await asyncio.sleep(0.01 * (int(text) % 3))
        return Said(text)

    desk = turns(engine, understand=slowly)
    for n in range(20):
        await desk.receive(Inbound("web:jo", f"m{n}", "cardiff", str(n)))
    await desk.settled("web:jo")
    assert said_to(engine, "web:jo") == [str(n) for n in range(20)]
    assert [told.answers["text"] for told in session_of(engine, "web:jo").told] == [str(n) for n in range(20)]
    await desk.close()


async def test_two_that_work_on_one_conversation_take_each_turn_once(engine: Engine) -> None:
    both = turns(engine), turns(engine)
    received = (both[n % 2].receive(Inbound("web:jo", f"m{n % 10}", "cardiff", str(n % 10))) for n in range(20))
    await asyncio.gather(*received)
    await asyncio.gather(*(desk.settled("web:jo") for desk in both))
    assert sorted(said_to(engine, "web:jo")) == [str(n) for n in range(10)]
    assert len(session_of(engine, "web:jo").told) == 10
    for desk in both:
        await desk.close()


async def test_conversations_do_not_wait_for_one_another(engine: Engine) -> None:
    asked = asyncio.Event()

    async def waits(text: str, session: Session, clinic: Clinic) -> Said:
        if text == "first":
            await asked.wait()
        asked.set()
        return Said(text)

    desk = turns(engine, understand=waits)
    await desk.receive(Inbound("web:jo", "1", "cardiff", "first"))
    await desk.receive(Inbound("web:al", "1", "cardiff", "second"))
    await asyncio.gather(desk.settled("web:jo"), desk.settled("web:al"))
    assert said_to(engine, "web:jo") == ["first"]
    await desk.close()


async def test_messages_that_had_no_turn_before_a_restart_have_it_after(engine: Engine) -> None:
    with writing(engine) as db:
        for n in range(3):
            inbox.receive(db, Inbound(f"web:{n % 2}", str(n), "cardiff", f"hi {n}"), NOW)
    desk = turns(engine)
    assert await desk.resume() == 2
    assert await desk.resume() == 0
    assert (said_to(engine, "web:0"), said_to(engine, "web:1")) == (["hi 0", "hi 2"], ["hi 1"])
    await desk.close()


def shown(engine: Engine, of: str, reply: Reply) -> None:
    """A reminder reaches the client."""
    with writing(engine) as db:
        inbox.put_on_screen(db, of, reply)


async def test_a_question_that_changed_meanwhile_has_the_message_understood_again(engine: Engine) -> None:
    understood: list[str] = []

    async def meanwhile(text: str, session: Session, clinic: Clinic) -> Said:
        understood.append(session.asked.text)
        if len(understood) == 1:
            await asyncio.to_thread(shown, engine, "web:jo", Reply("What time?"))
        return Said(text)

    desk = turns(engine, understand=meanwhile)
    await desk.receive(Inbound("web:jo", "1", "cardiff", "5"))
    await desk.settled("web:jo")
    assert understood == ["", "What time?"]
    assert said_to(engine, "web:jo") == ["5"]
    await desk.close()


async def boom(text: str, session: Session, clinic: Clinic) -> Said:
    raise ValueError(text)


def burst(session: Session, said: Said, clinic: Clinic) -> Deciding:
    raise ValueError(said.text)


@pytest.mark.parametrize("broken", [{"understand": boom}, {"decide": burst}])
async def test_a_failure_of_ours_is_told_kindly_and_to_the_staff_but_not_to_the_log(
    engine: Engine, broken: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    take_turn(engine, turn("web:jo", lambda *_: (Session(misses=1), [])))
    desk = turns(engine, **broken)
    await desk.receive(Inbound("web:jo", "1", "cardiff", "my calf hurts"))
    await desk.settled("web:jo")
    (sorry,) = said_to(engine, "web:jo")
    assert "02920 762000" in sorry
    assert "info@prosportsmedicine.co.uk" in sorry
    assert session_of(engine, "web:jo") == Session(misses=1)
    with reading(engine) as db:
        assert [one["reason"] for one in handoffs(db)] == ["error"]
        assert inbox.pending(db, "web:jo") == []
    assert "ValueError" in caplog.text
    assert "calf" not in caplog.text
    await desk.close()


async def test_a_database_out_of_order_puts_turns_off_and_loses_none(engine: Engine) -> None:
    broken = [OperationalError("", {}, Exception())]

    def decide(session: Session, said: Said, clinic: Clinic) -> Deciding:
        if broken:
            raise broken.pop()
        return session, [Reply(said.text)]

    desk = turns(engine, decide=decide)
    await desk.receive(Inbound("web:jo", "1", "cardiff", "hi"))
    await desk.settled("web:jo")
    await desk.resume()
    assert said_to(engine, "web:jo") == ["hi"]
    await desk.close()


async def test_a_message_for_no_clinic_of_ours_is_refused(engine: Engine) -> None:
    desk = turns(engine)
    with pytest.raises(KeyError):
        await desk.receive(Inbound("web:jo", "1", "nowhere", "hi"))
    await desk.close()


async def test_what_is_understood_by_does_not_tell_of_the_diary(engine: Engine) -> None:
    do(engine, "web:al", book(visit("10:00"), "K7M2QX"))
    seen: list[Clinic] = []

    async def look(text: str, session: Session, clinic: Clinic) -> Said:
        seen.append(clinic)
        return Said(text)

    desk = turns(engine, understand=look)
    await desk.receive(Inbound("web:al", "1", "cardiff", "hi"))
    await desk.settled("web:al")
    assert seen[0].busy == {}
    assert [mine.reference for mine in seen[0].mine] == ["K7M2QX"]
    await desk.close()


async def test_a_caller_who_goes_away_leaves_the_turn_to_be_taken(engine: Engine) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def waits(text: str, session: Session, clinic: Clinic) -> Said:
        started.set()
        await go_on.wait()
        return Said(text)

    desk = turns(engine, understand=waits)
    with writing(engine) as db:
        inbox.receive(db, Inbound("web:jo", "1", "cardiff", "hi"), NOW)
    caller = asyncio.create_task(desk.settled("web:jo"))
    await started.wait()
    caller.cancel()
    go_on.set()
    await desk.close()
    assert said_to(engine, "web:jo") == ["hi"]


def test_a_reference_looks_like_no_word_and_is_read_as_one_wherever_it_stands() -> None:
    made = {reference() for _ in range(300)}
    assert len(made) == 300 and all(keywords.reference(f"it is {one}, thanks") == one for one in made)
