"""Reminders and mails lie in the outbox with the appointment they are about, and change with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from bot.messages import Attend, Book, Cancel, Client, Effect, HandOff, Move, Outgoing, Remember, Reply, Restore
from bot.outbox import Outbox, Unreachable
from bot.rhythm.times import CHECK_IN, DAY_BEFORE, SAME_DAY
from bot.rhythm.words import BOOKED, CANCELLED, CHANGED, STAFF
from bot.store import close_handoffs, handoffs, inbox, reading, sweep, writing
from bot.store.tables import appointment, outbox
from bot.turn import Outcome
from tests.desk import CARDIFF, KNOWLEDGE, NOW, book, do, doing, masks_equal_claims, take_turn, turn, visit

POLICY = replace(
    KNOWLEDGE.policy,
    quiet_from=21,
    quiet_until=8,
    evening=20,
    first_reminder_hours=24,
    second_reminder_hours=2,
    check_in_days=2,
    undo_minutes=5,
)
REMINDING = replace(KNOWLEDGE, policy=POLICY)
START, LATER = visit("17:00").start, visit("18:30").start
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
JO = "telegram:1"


def act(engine: Engine, *effects: Effect, now: datetime = NOW) -> Outcome:
    """A turn of Jo's at a clinic that reminds."""
    return take_turn(engine, turn(JO, doing(*effects), now, knowledge=REMINDING))


def booking(contact: str = "+442920762000") -> Book:
    return replace(book(visit("17:00"), "K7M2QX"), client=Client("Jo Evans", contact))


def rows(engine: Engine, **having: object) -> list[Any]:
    """The outbox's rows with these values."""
    with reading(engine) as db:
        found = db.execute(select(outbox).order_by(outbox.c.due, outbox.c.id)).all()
    return [row for row in found if all(getattr(row, name) == value for name, value in having.items())]


def unsent(engine: Engine, channel: str) -> dict[str, datetime]:
    """What is to go by a channel, unasked, and when."""
    return {row.kind: row.due for row in rows(engine, channel=channel, settled=None) if row.kind and row.kind != STAFF}


def staff(engine: Engine) -> list[str]:
    """The subjects of the mails to the clinic."""
    return [str(row.reply["text"]).partition("\n")[0] for row in rows(engine, kind=STAFF)]


def reminded(start: datetime) -> Mapping[str, datetime]:
    return {DAY_BEFORE: start - DAY, SAME_DAY: start - 2 * HOUR, CHECK_IN: start + HOUR + 2 * DAY}


async def delivered(engine: Engine, now: datetime, channel: str = "telegram") -> list[str]:
    """All that leaves by a channel by then."""
    texts: list[str] = []

    async def send(outgoing: Outgoing) -> None:
        texts.append(outgoing.reply.text)

    post = Outbox(engine, lambda: now, {channel: send})
    while await post.deliver():
        pass
    return texts


# ---------------------------------------------------------------- with the appointment


def test_a_booking_brings_its_reminders(engine: Engine) -> None:
    act(engine, booking(), Reply("Booked."))
    assert unsent(engine, "telegram") == reminded(START)
    assert {row.appointment for row in rows(engine, channel="telegram") if row.kind} == {"K7M2QX"}
    assert unsent(engine, "mail") == {}, "a phone number gets no mail"


def test_a_client_with_an_address_gets_them_by_mail_too_and_a_confirmation_first(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    assert unsent(engine, "mail") == {BOOKED: NOW, **reminded(START)}
    assert unsent(engine, "telegram") == reminded(START)


def test_moving_dates_them_anew(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    act(engine, Move("K7M2QX", visit("18:30")))
    assert unsent(engine, "telegram") == reminded(LATER)
    assert unsent(engine, "mail") == {CHANGED: NOW, **reminded(LATER)}, "and what was not sent yet is not true any more"
    assert all("18:30" in row.reply["text"] for row in rows(engine, kind=SAME_DAY))


def test_cancelling_takes_them_away(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    act(engine, Cancel("K7M2QX"))
    assert unsent(engine, "telegram") == {}
    assert unsent(engine, "mail") == {CANCELLED: NOW}


def test_taking_a_cancellation_back_brings_them_back(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    act(engine, Cancel("K7M2QX"))
    act(engine, Restore("K7M2QX", visit("17:00")))
    assert unsent(engine, "telegram") == reminded(START)
    assert unsent(engine, "mail") == {CHANGED: NOW, **reminded(START)}
    assert [subject.partition(":")[0] for subject in staff(engine)] == ["Booked", "Cancelled", "Changed"]


def test_taking_a_move_back_dates_them_as_they_were(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    act(engine, Move("K7M2QX", visit("18:30")))
    act(engine, Restore("K7M2QX", visit("17:00")))
    assert unsent(engine, "telegram") == reminded(START)
    assert unsent(engine, "mail") == {CHANGED: NOW, **reminded(START)}


def test_a_move_that_loses_its_race_leaves_the_appointment_and_its_reminders_as_they_were(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    do(engine, "web:al", book(visit("18:30"), "RIVAL2"))
    before = rows(engine, appointment="K7M2QX")
    assert act(engine, Move("K7M2QX", visit("18:30"))) is Outcome.LOST
    assert rows(engine, appointment="K7M2QX") == before and unsent(engine, "telegram") == reminded(START)
    with reading(engine) as db:
        one = db.execute(select(appointment).where(appointment.c.reference == "K7M2QX")).one()
        assert (one.starts_at, one.status, one.sequence) == (START, "booked", 0)
        assert masks_equal_claims(db)


def test_a_booking_that_loses_its_race_leaves_nothing_behind(engine: Engine) -> None:
    do(engine, "web:al", book(visit("17:00"), "RIVAL2"))
    before = len(rows(engine, channel="mail"))
    assert act(engine, booking("jo@example.org")) is Outcome.LOST
    assert unsent(engine, "telegram") == {}
    assert len(rows(engine, channel="mail")) == before


def test_the_clinic_hears_of_each_change_and_of_each_hand_off(engine: Engine) -> None:
    act(engine, booking(), Reply("Booked."))
    act(engine, Move("K7M2QX", visit("18:30")))
    act(engine, Cancel("K7M2QX"), HandOff("red_flag", "same_day", ("leg_clot",)))
    assert staff(engine) == [
        "Booked: Thursday 26 November at 17:00, reference K7M2QX",
        "Changed: Thursday 26 November at 18:30, reference K7M2QX",
        "Cancelled: Thursday 26 November at 18:30, reference K7M2QX",
        "A client waits for you (same day)",
    ]
    assert not [row for row in rows(engine, kind=STAFF) if "clot" in str(row.reply) or "red" in str(row.reply)]


def test_that_the_client_will_come_is_noted_until_the_time_changes(engine: Engine) -> None:
    def attends() -> datetime | None:
        with reading(engine) as db:
            return db.scalars(select(appointment.c.attends)).one()

    act(engine, booking())
    do(engine, "web:somebody-else", Attend("K7M2QX"))
    assert attends() is None
    act(engine, Attend("K7M2QX"), now=NOW + HOUR)
    assert attends() == NOW + HOUR
    act(engine, Move("K7M2QX", visit("18:30")))
    assert attends() is None


# ---------------------------------------------------------------- at delivery


async def test_reminders_leave_when_they_fall_due(engine: Engine) -> None:
    act(engine, booking())
    assert await delivered(engine, START - DAY - HOUR) == []
    (first,) = await delivered(engine, START - DAY)
    (second,) = await delivered(engine, START - 2 * HOUR)
    (last,) = await delivered(engine, START + 3 * DAY)
    assert ("reminder" in first, "see you soon" in second, "how was" in last) == (True, True, True)


@pytest.mark.parametrize("status", ["cancelled", "no_show"])
async def test_nothing_goes_for_an_appointment_that_is_off_however_that_came(engine: Engine, status: str) -> None:
    act(engine, booking())
    with writing(engine) as db:
        db.execute(update(appointment).values(status=status))  # by the clinic's own hand
    assert await delivered(engine, START + 3 * DAY) == []
    assert {(row.error, row.line) for row in rows(engine, channel="telegram") if row.kind} == {("stale", None)}


async def test_no_reminder_goes_once_the_session_has_begun(engine: Engine) -> None:
    act(engine, booking())
    assert await delivered(engine, START) == []
    assert [row.error for row in rows(engine, appointment="K7M2QX")] == ["stale", "stale", None]


def test_what_nobody_sends_is_let_go_of_when_it_is_of_no_use_any_more(engine: Engine) -> None:
    act(engine, booking("jo@example.org"))
    sweep(engine, {"cardiff": CARDIFF}, replace(KNOWLEDGE, policy=POLICY), START + 60 * DAY)
    assert rows(engine, settled=None) == []


async def test_a_web_client_finds_a_reminder_in_the_transcript_and_no_mail(engine: Engine) -> None:
    do(engine, "web:jo", Reply("Hello."))
    take_turn(engine, turn("web:jo", doing(booking("jo@example.org"), Reply("Booked.")), knowledge=REMINDING))
    post = Outbox(engine, lambda: START - DAY, {})
    texts = [line.text for line in await post.lines("web:jo") if line.reply]
    assert texts[:2] == ["Hello.", "Booked."]
    assert [text[:28] for text in texts[2:]] == ["Hello Jo, a short reminder: "]
    assert [one.reply.text for one in await post.collect("web:jo")] == []


async def test_a_reminder_that_was_shown_is_what_a_yes_answers(engine: Engine) -> None:
    act(engine, booking(), Reply("Booked.", yes="book"))
    await delivered(engine, NOW)
    await delivered(engine, START - DAY)
    with reading(engine) as db:
        assert inbox.peek(db, JO).session.asked.yes == "attend which=K7M2QX"


async def test_a_reminder_that_was_held_up_does_not_stand_for_the_reply_that_comes_after_it(engine: Engine) -> None:
    act(engine, booking(), Reply("Booked."))
    await delivered(engine, NOW)
    act(engine, Reply("Shall I move it?", ("agreed",), yes="agreed=1a2b"), now=START - DAY)
    texts = await delivered(engine, START - DAY)
    assert ["reminder" in text for text in texts] == [True, False], "as the client sees them"
    with reading(engine) as db:
        assert inbox.peek(db, JO).session.asked.yes != "attend which=K7M2QX"


async def test_mail_that_cannot_leave_keeps_no_reply_waiting(engine: Engine) -> None:
    act(engine, booking("jo@example.org"), Reply("Booked."))
    assert await delivered(engine, NOW) == ["Booked."]
    assert [text.partition("\n")[0] for text in await delivered(engine, NOW, "mail")] == [
        "You're booked in: Thursday 26 November at 17:00",
        "Booked: Thursday 26 November at 17:00, reference K7M2QX",
    ]


async def test_a_reminder_taken_back_while_it_was_being_sent_is_no_failure(engine: Engine) -> None:
    act(engine, booking())

    async def cancel_meanwhile(outgoing: Outgoing) -> None:
        act(engine, Cancel("K7M2QX"))

    post = Outbox(engine, lambda: START - DAY, {"telegram": cancel_meanwhile})
    assert await post.deliver() == 1
    assert await delivered(engine, START + 3 * DAY) == []


# ---------------------------------------------------------------- out of reach


async def refuse(outgoing: Outgoing) -> None:
    raise Unreachable


async def test_a_client_out_of_reach_is_handed_to_a_person_once(engine: Engine) -> None:
    act(engine, booking("jo@example.org"), Remember({"name": "Jo", "contact": "jo@example.org"}), Reply("Booked."))
    post = Outbox(engine, lambda: START - DAY, {"telegram": refuse})
    while await post.deliver():
        pass
    with reading(engine) as db:
        (waiting,) = handoffs(db)
    assert (waiting["reason"], waiting["urgency"], waiting["contact"]) == ("unreachable", "routine", "jo@example.org")
    assert staff(engine)[1:] == ["A client waits for you (routine)"]
    assert {row.error for row in rows(engine, channel="telegram") if row.due <= START - DAY} == {"unreachable"}


async def test_a_client_who_is_out_of_reach_again_after_a_person_saw_to_it_is_handed_over_again(engine: Engine) -> None:
    post = Outbox(engine, lambda: NOW, {"telegram": refuse})
    for again in range(2):
        for _ in range(2):
            act(engine, Reply("Hello?"))
            await post.deliver()
        with writing(engine) as db:
            (waiting,) = handoffs(db)
            assert close_handoffs(db, [int(str(waiting["id"]))], NOW), again


async def test_a_clinic_out_of_reach_is_no_client_out_of_reach(engine: Engine) -> None:
    act(engine, HandOff("asked"))
    await Outbox(engine, lambda: NOW, {"mail": refuse}).deliver()
    with reading(engine) as db:
        assert [one["reason"] for one in handoffs(db)] == ["asked"]
    assert [row.error for row in rows(engine, kind=STAFF)] == ["unreachable"]
