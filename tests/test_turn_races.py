"""Two hundred at once, and a machine that is killed: one appointment for an hour, none lost, none twice."""

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Barrier

from sqlalchemy import Engine, select, text

from bot.clinic import Clinic
from bot.messages import (
    Attend,
    Cancel,
    Effect,
    Erase,
    HandOff,
    Hold,
    Leave,
    Prove,
    Remember,
    Reply,
    Said,
    Visit,
)
from bot.store import Taken, appointments, open_store, reading, writing
from bot.store.ledger import touch_diary
from bot.store.line import Line
from bot.store.tables import outbox
from bot.talk.session import Session
from bot.turn import Outcome
from tests.crash import slot, turns
from tests.desk import (
    CARDIFF,
    THURSDAY,
    at,
    book,
    booking,
    claims,
    do,
    masks_equal_claims,
    quarters_of,
    said_to,
    take_turn,
    turn,
    visit,
)

CLIENTS, THREADS = 200, 12


def all_at_once(engine: Engine, *wanted: tuple[str, int]) -> list[Outcome]:
    """Two hundred clients confirm, each one of these times, as many at once as the database has connections for."""
    together = Barrier(THREADS)

    def confirms(number: int) -> Outcome:
        if number < THREADS:
            together.wait()
        clock, minutes = wanted[number % len(wanted)]
        return take_turn(engine, turn(f"web:{number}", booking(visit(clock, minutes))))

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(confirms, range(CLIENTS)))


def test_two_hundred_clients_confirm_the_same_hour_at_once_and_one_has_it(engine: Engine) -> None:
    assert all_at_once(engine, ("10:00", 60)) == [Outcome.DONE] * CLIENTS
    with reading(engine) as db:
        (one,) = appointments(db)
        assert masks_equal_claims(db)
    assert {row[:2] for row in claims(engine)} == quarters_of({visit("10:00")})
    said = Counter(text for number in range(CLIENTS) for text in said_to(engine, f"web:{number}"))
    assert said == {"Booked.": 1, "Taken. 00:00?": CLIENTS - 1}
    assert one["starts_at"] == at("10:00").isoformat()


def test_two_hundred_clients_at_overlapping_times_never_overlap(engine: Engine) -> None:
    all_at_once(engine, ("10:00", 60), ("10:30", 90), ("11:00", 60), ("12:15", 60))
    with reading(engine) as db:
        booked = [visit(str(one["starts_at"])[11:16], int(str(one["minutes"]))) for one in appointments(db)]
        assert masks_equal_claims(db)
    assert visit("12:15") in booked
    assert len(claims(engine)) == sum(len(quarters_of({one})) for one in booked)


def test_nobody_takes_what_we_are_about_to_take_while_it_is_our_turn(postgres_engine: Engine) -> None:
    """A rival wants the very time, and waits in line until ours is over."""
    engine, rivals = postgres_engine, ThreadPoolExecutor(3)
    tried: list[Future[Outcome]] = []

    def rivalled(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
        first = min(clinic.starts("anna", "maintenance", THURSDAY, 60))
        offer = book(Visit("anna", first, 60), f"RIVAL{len(tried)}")
        tried.append(rivals.submit(do, engine, f"web:{len(tried)}", offer))
        wait(tried, timeout=0.5)
        return session, [replace(offer, reference="K7M2QX")]

    assert take_turn(engine, turn("web:jo", rivalled)) is Outcome.DONE
    assert [one.result() for one in tried] == [Outcome.LOST]
    rivals.shutdown()


def test_who_leaves_the_line_lets_the_next_one_in_before_they_are_done(postgres_engine: Engine) -> None:
    """What a turn still writes down when it has nothing to change in the diary keeps nobody waiting."""

    def stands_in_line() -> str:
        with writing(postgres_engine) as db:
            Line(db, "cardiff").join()
            return "my turn"

    with ThreadPoolExecutor(1) as rivals, writing(postgres_engine) as db:
        line = Line(db, "cardiff")
        line.join()
        next_one = rivals.submit(stands_in_line)
        assert not wait([next_one], timeout=0.3).done
        line.leave()
        assert next_one.result(timeout=30) == "my turn"


def test_who_could_wait_for_ever_in_line_has_lost_a_race(postgres_engine: Engine) -> None:
    both_in_one = Barrier(2)

    def waits(first: str, then: str) -> str:
        try:
            with writing(postgres_engine) as db:
                Line(db, first).join()
                both_in_one.wait(timeout=30)
                Line(db, then).join()
                return "my turn"
        except Taken:
            return "taken"

    with ThreadPoolExecutor(2) as rivals:
        assert sorted(rivals.map(waits, ("cardiff", "newport"), ("newport", "cardiff"))) == ["my turn", "taken"]


def test_who_leaves_the_line_has_not_forgotten_what_was_prepared(postgres_engine: Engine) -> None:
    prepared = text("SELECT name FROM pg_prepared_statements")
    with writing(postgres_engine) as db:
        before = [db.scalars(prepared).all() for _ in range(3)][-1]
        line = Line(db, "cardiff")
        line.join()
        line.leave()
        assert before
        assert db.scalars(prepared).all() == before


def test_who_does_not_look_at_the_diary_stands_in_no_line(postgres_engine: Engine) -> None:
    with ThreadPoolExecutor(1) as chats, writing(postgres_engine) as db:
        Line(db, "cardiff").join()
        assert chats.submit(do, postgres_engine, "web:jo", Reply("Which side?")).result(timeout=30) is Outcome.DONE


def test_who_waits_in_line_keeps_nobody_of_another_clinic_waiting(postgres_engine: Engine) -> None:
    """All within one process, whose turns are taken by threads."""

    def looks(session: Session, said: Said, clinic: Clinic) -> tuple[Session, Sequence[Effect]]:
        return session, [Reply(f"{min(clinic.starts('anna', 'maintenance', THURSDAY, 60)):%H:%M}")]

    elsewhere = turn("web:al", looks, profile=replace(CARDIFF, id="newport"))
    with ThreadPoolExecutor(2) as clients:
        with writing(postgres_engine) as db:
            Line(db, "cardiff").join()
            waits = clients.submit(take_turn, postgres_engine, turn("web:jo", looks))
            assert not wait([waits], timeout=0.3).done
            assert clients.submit(take_turn, postgres_engine, elsewhere).result(timeout=30) is Outcome.DONE
        assert waits.result(timeout=30) is Outcome.DONE


def test_only_who_changes_what_all_share_stays_in_line() -> None:
    private: list[Effect] = [
        Reply("hello"),
        Remember({"name": "Jo"}),
        HandOff("person"),
        Prove("K7M2QX", "jo@x.org"),
        Erase(),
    ]
    changes: list[Effect] = [
        Hold(frozenset()),
        Cancel("K7M2QX"),
        Attend("K7M2QX"),
        Leave(),
        book(visit("12:15"), "K7M2QX"),
    ]
    assert not touch_diary(private)
    assert all(touch_diary([*private, change]) for change in changes)


def test_a_machine_killed_in_the_middle_of_turns_loses_no_appointment_and_repeats_none(sqlite_url: str) -> None:
    received: set[int] = set()
    confirmed: set[int] = set()
    chance = Random(7)
    for first in (0, 500, 1000):  # no number twice: one may have been received though nobody came to say so
        for word, number in until_killed(sqlite_url, first, chance.randint(5, 40)):
            (received if word == "received" else confirmed).add(number)
    assert len(confirmed) > 8
    resume_and_close(sqlite_url)
    engine = open_store(sqlite_url)
    with reading(engine) as db:
        booked = Counter(str(one["starts_at"]) for one in appointments(db))
        replies = list(db.scalars(select(outbox.c.reply).where(outbox.c.channel != "mail")))
        assert masks_equal_claims(db)
    expected = {slot(number).start.isoformat() for number in received}
    assert set(booked) >= expected, "every message that was acknowledged had its turn"
    assert set(booked.values()) == {1}
    assert len(replies) == len(booked), "and was answered once"
    assert {reply["text"] for reply in replies} == {"Booked."}
    engine.dispose()


def until_killed(url: str, first: int, lines: int) -> list[tuple[str, int]]:
    """Run the machine, and kill it as soon as it has said so many lines. Returns all that it said."""
    command = [sys.executable, "-m", "tests.crash", url, str(first)]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as machine:
        assert machine.stdout
        said = [machine.stdout.readline() for _ in range(lines)]
        machine.kill()
        said += machine.stdout.readlines()
    words = [line.split() for line in said if line.endswith("\n")]
    return [(word, int(number)) for word, number in words]


def resume_and_close(url: str) -> None:
    """Start once more, only to take the turns that were left."""

    async def resume() -> None:
        desk = turns(url)
        await desk.resume()
        await desk.close()
        desk.engine.dispose()

    asyncio.run(resume())
