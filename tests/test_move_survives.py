"""A program that is killed in the middle of moving an appointment: there is one, where it was or where it goes."""

import os
import signal
from datetime import datetime
from itertools import count
from multiprocessing import get_context

from sqlalchemy import Engine, event

from bot.messages import Hold, Move, Visit
from bot.store import appointments, open_store, reading
from bot.turn import Outcome
from tests.desk import claims, do, doing, masks_equal_claims, quarters_of, take_turn, turn, visit
from tests.test_store_reminders import JO, REMINDING, act, booking, reminded, unsent

BEFORE, AFTER = visit("17:00"), visit("18:30")
SPAWN = get_context("forkserver")


def move(engine: Engine) -> Outcome:
    """The turn: always the same message, as a channel delivers it again until it is taken."""
    return take_turn(engine, turn(JO, doing(Move("K7M2QX", AFTER)), id="move it", knowledge=REMINDING))


def move_and_die(url: str, last: int) -> None:
    """Take the turn, and be killed where its statement of this number would be sent; the commit counts as one."""
    engine, steps = open_store(url), count()

    def step(*_: object) -> None:
        if next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(engine, moment, step)
    assert move(engine) is Outcome.DONE


def survives(engine: Engine, last: int) -> bool:
    """Whether the turn has fewer steps than that; it is killed at this one otherwise."""
    url = engine.url.render_as_string(hide_password=False)
    one = SPAWN.Process(target=move_and_die, args=(url, last))
    one.start()
    one.join()
    assert one.exitcode in (0, -signal.SIGKILL)
    return one.exitcode == 0


def record(engine: Engine) -> tuple[list[object], set[tuple[str, int]], dict[str, datetime]]:
    """Where the appointments are, which quarters are claimed for them, and when the client is reminded."""
    with reading(engine) as db:
        assert masks_equal_claims(db)
        starts = [one["starts_at"] for one in appointments(db)]
    return starts, {row[:2] for row in claims(engine) if row[2] == "K7M2QX"}, unsent(engine, "telegram")


def one_at(visit: Visit) -> tuple[list[object], set[tuple[str, int]], dict[str, datetime]]:
    return [visit.start.isoformat()], quarters_of({visit}), dict(reminded(visit.start))


def test_wherever_a_move_is_killed_there_is_one_appointment_with_its_own_reminders(engine: Engine) -> None:
    SPAWN.set_forkserver_preload([__name__])
    act(engine, booking())
    do(engine, JO, Hold(frozenset({AFTER})))
    kills = 0
    while not survives(engine, kills):
        assert record(engine) == one_at(BEFORE)
        kills += 1
    assert kills > 10, "it was killed at every step"
    assert record(engine) == one_at(AFTER)
    assert {row[:2] for row in claims(engine)} == quarters_of({AFTER}), "and nothing is held besides"
    assert move(engine) is Outcome.KNOWN
    assert record(engine) == one_at(AFTER)
