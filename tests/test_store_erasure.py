"""What is forgotten, and what is not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from bot.messages import Effect, Erase, HandOff, Remember, Reply
from bot.outbox import Outbox
from bot.store import appointments, handoffs, reading, sweep
from bot.store.tables import appointment, conversation, inbound, metadata
from bot.talk.session import Session, Told, thaw
from tests.desk import CARDIFF, KNOWLEDGE, NOW, book, do, said_to, seen, take_turn, turn, visit

HEALTH = "calf"
ASKED = Reply("How bad is the calf?", ("severity",))
HALF_AN_HOUR, A_MONTH = timedelta(minutes=30), timedelta(days=30)


def talk(engine: Engine, consent: str) -> None:
    """A conversation that leaves words about health wherever there can be any."""
    told = Told("book", {"consent": consent, "complaint.calf": "yes", "name": "Jo"})
    known = Remember({"name": "Jo", "contact": "jo@example.com", "routine": "calf raises", "consent": consent})
    effects: list[Effect] = [
        Reply("That sounds like your calf."),
        HandOff("red_flag", "same_day", ("calf",)),
        book(visit("10:00"), "K7M2QX"),
        known,
    ]
    session = Session(("book",), (told,), ASKED)
    take_turn(engine, turn("telegram:1", lambda *_: (session, effects), text="my calf hurts"))


async def send(engine: Engine, now: datetime = NOW) -> None:
    """Let all that is due leave."""
    await Outbox(engine, lambda: now, {}).collect("telegram:1")


def tells_of_health(engine: Engine) -> set[str]:
    """The tables in which a word about health is left."""
    with reading(engine) as db:
        rows = {name: db.execute(select(table)).all() for name, table in metadata.tables.items()}
    return {name for name, all_rows in rows.items() if HEALTH in str(all_rows)}


def swept(engine: Engine, now: datetime) -> None:
    sweep(engine, {"cardiff": CARDIFF}, KNOWLEDGE, now)


async def test_words_about_health_are_where_we_think_they_are(engine: Engine) -> None:
    talk(engine, "yes")
    assert tells_of_health(engine) == {"conversation", "client", "inbound", "appointment", "handoff", "outbox"}


async def test_erasing_leaves_no_word_about_health_but_name_contact_appointment_and_urgency(engine: Engine) -> None:
    talk(engine, "yes")
    await send(engine)
    do(engine, "telegram:1", Erase(), Reply("All forgotten."))
    assert said_to(engine, "telegram:1") == ["", "All forgotten."]
    with reading(engine) as db:
        assert tells_of_health(engine) == {"conversation"}, "which decide has in hand, and forgets"
        assert [one["client_name"] for one in appointments(db)] == ["Jo Evans"]
        assert [(one["urgency"], one["contact"]) for one in handoffs(db)] == [("same_day", "")]
    known = seen(engine, "telegram:1")[0].known
    assert {slot: known[slot] for slot in ("name", "contact")} == {"name": "Jo", "contact": "jo@example.com"}
    assert "routine" not in known


async def test_without_consent_half_an_hour_s_silence_forgets_what_was_said_about_health(engine: Engine) -> None:
    talk(engine, "no")
    await send(engine)
    swept(engine, NOW + HALF_AN_HOUR - timedelta(seconds=1))
    assert tells_of_health(engine) >= {"inbound", "outbox", "conversation"}
    swept(engine, NOW + HALF_AN_HOUR)
    assert tells_of_health(engine) == set()
    with reading(engine) as db:
        session = thaw(db.scalars(select(conversation.c.session)).one())
    assert session.answers("book")["name"] == "Jo"
    assert session.asked == Reply("")


async def test_a_reply_that_has_not_left_yet_is_not_taken_back(engine: Engine) -> None:
    talk(engine, "no")
    swept(engine, NOW + HALF_AN_HOUR)
    assert said_to(engine, "telegram:1") == ["That sounds like your calf."]
    await send(engine, NOW + HALF_AN_HOUR)
    swept(engine, NOW + HALF_AN_HOUR)
    assert tells_of_health(engine) == set()


async def test_with_consent_a_conversation_stays_until_a_month_has_passed_in_silence(engine: Engine) -> None:
    talk(engine, "yes")
    await send(engine)
    before = tells_of_health(engine)
    swept(engine, NOW + A_MONTH - timedelta(seconds=1))
    assert tells_of_health(engine) == before
    swept(engine, NOW + A_MONTH)
    with reading(engine) as db:
        assert db.scalars(select(inbound.c.text)).all() == [""]
        assert db.scalars(select(appointment.c.intake)).one(), "the therapist's record stays"
    assert said_to(engine, "telegram:1") == [""]


async def test_a_conversation_that_goes_on_is_swept_again(engine: Engine) -> None:
    for hour in range(2):
        now = NOW + timedelta(hours=hour)
        take_turn(engine, turn("telegram:1", lambda *_: (Session(), []), now, text="my calf"))
        assert "inbound" in tells_of_health(engine)
        swept(engine, now + HALF_AN_HOUR)
        assert tells_of_health(engine) == set()


async def test_what_is_blank_is_no_line_of_a_transcript(engine: Engine) -> None:
    talk(engine, "yes")
    await send(engine)
    do(engine, "telegram:1", Erase(), Reply("All forgotten."))
    lines = await Outbox(engine, lambda: NOW, {}).lines("telegram:1")
    assert [line.text for line in lines] == ["All forgotten."]


@pytest.mark.parametrize("effects", [(Erase(), Reply("calf")), (Reply("calf"), Erase())])
async def test_what_we_say_while_erasing_still_arrives(engine: Engine, effects: tuple[Erase | Reply, ...]) -> None:
    do(engine, "telegram:1", *effects)
    collected = await Outbox(engine, lambda: NOW, {}).collect("telegram:1")
    assert [replace(one, id=0).reply.text for one in collected] == ["calf"]
