"""Stories of a time that is kept: for whom, how long, and that nothing of it is left."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.messages import Book, Hold, Visit
from bot.store import close_handoffs, handoffs, writing
from tests.counter import Counter
from tests.talk import (
    CLINIC,
    HI,
    JO,
    NONE,
    NOW,
    RUNNING,
    TO_FIVE,
    YES,
    at,
    say,
    to_complaint,
    to_offer,
    to_suggestion,
)

FIVE = Visit("anna", at(26, "17:00"), 60)


@pytest.fixture
def counter(engine: Engine) -> Counter:
    return Counter(engine)


def free_at_five(counter: Counter, who: str) -> bool:
    """Whether another client may have Thursday at five with Anna."""
    counter.says(who, *TO_FIVE[:-1], say("thursday at 5 with anna", day="2026-11-26", time="17:00", therapist="anna"))
    return counter.sees(who).held == {FIVE}


def test_a_time_said_yes_to_is_kept_for_ten_minutes_and_the_client_sees_so(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE)
    assert "I'm keeping Thursday 26 November at 17:00 with Anna for you for 10 minutes" in counter.last("web:jo").text
    assert counter.passes(minutes=9, seconds=59).sees("web:jo").held == {FIVE}
    assert not free_at_five(counter, "web:al")


def test_the_next_client_sees_it_free_the_second_it_lapses(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE).passes(minutes=10)
    assert free_at_five(counter, "web:al")


def test_the_next_client_sees_it_free_as_soon_as_another_is_chosen(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE, say("11:30 rather", time="11:30"))
    assert free_at_five(counter, "web:al")


def test_the_next_client_sees_it_free_as_soon_as_the_first_one_stops(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE, say("forget it", "stop"))
    assert free_at_five(counter, "web:al")


def test_ones_own_hold_is_never_in_ones_way(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE, say("a quarter past", time="17:15"), say("make it 90", length="90"))
    assert counter.sees("web:jo").held == {Visit("anna", at(26, "17:15"), 90)}


def test_asking_something_meanwhile_makes_a_hold_last_no_longer(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE).passes(minutes=9).says("web:jo", say("prices?", "ask_faq", "prices"))
    assert "for 10 minutes" not in counter.last("web:jo").text
    assert not counter.passes(minutes=1).sees("web:jo").held


def test_who_comes_back_late_has_the_time_kept_anew_if_it_is_still_free_and_is_told(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE).passes(minutes=11).says("web:jo", JO)
    assert "keeping it for you for 10 minutes" in counter.last("web:jo").text
    assert counter.sees("web:jo").held == {FIVE}


def test_who_comes_back_too_late_is_told_and_offered_others(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE).passes(minutes=11)
    both = say("17:00 with ben", day="2026-11-26", time="17:00", therapist="ben")
    assert free_at_five(counter, "web:al")
    counter.says("web:bo", *TO_FIVE[:-1], both).says("web:jo", JO)
    last = counter.last("web:jo")
    assert "no 60-minute session free on Thursday 26 November at 17:00" in last.text and last.choices


def test_an_abandoned_chat_leaves_no_row_of_the_diary(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE).passes(minutes=10).sweeps()
    assert [counter.rows(table) for table in ("hold", "claim", "diary", "appointment")] == [0, 0, 0, 0]


def test_an_abandoned_chat_leaves_nothing_at_all_after_a_month(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE, JO).passes(days=29).sweeps()
    assert counter.rows("conversation") == 1, "weeks later it goes on where it was"
    counter.passes(days=1).sweeps()
    assert not any(counter.rows(table) for table in ("conversation", "inbound", "outbox", "client", "hold", "claim"))


def test_who_has_booked_or_waits_for_a_person_is_not_forgotten_after_a_month(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE, JO, YES).says("web:al", HI, say("a person", "human"))
    counter.passes(days=31).sweeps()
    assert (counter.rows("conversation"), counter.rows("appointment"), counter.rows("client")) == (2, 1, 1)


def test_whom_a_person_has_seen_to_is_forgotten_a_month_after_their_last_word(counter: Counter) -> None:
    counter.says("web:al", HI, say("a person", "human")).passes(days=31)
    with writing(counter.engine) as db:
        assert close_handoffs(db, [int(str(one["id"])) for one in handoffs(db)], counter.now)
    counter.sweeps()
    assert not any(counter.rows(table) for table in ("conversation", "inbound", "outbox", "client", "handoff"))


def test_a_booking_uses_up_the_hold(counter: Counter) -> None:
    counter.says("web:jo", *TO_FIVE, JO, YES)
    assert (counter.rows("appointment"), counter.rows("hold"), counter.rows("claim")) == (1, 0, 5)


# ---------------------------------------------------------------- on paper


def test_a_returning_client_sees_that_the_time_is_kept_too() -> None:
    talk = to_offer()(YES, say("another", "book"), say("the same", complaint__calf="yes"), NONE)
    talk(RUNNING, say("friday at 1", day="2026-11-27", time="13:00"))
    assert talk.slot == "agreed" and "I'm keeping it for you for 10 minutes" in talk.last.text


def test_a_new_time_is_kept_while_the_move_is_agreed_to() -> None:
    talk = to_offer()(YES, say("move it to friday at 1", "reschedule", day="2026-11-27", time="13:00"))
    assert "I'm keeping it for you for 10 minutes" in talk.last.text and talk.did(Hold)[-1].visits


def test_what_is_kept_already_is_not_said_to_be_kept_for_ten_minutes_more() -> None:
    talk = to_offer()
    assert talk.slot == "agreed" and "10 minutes" not in talk.last.text
    talk.clinic = replace(talk.clinic, now=NOW + timedelta(minutes=5))
    assert "10 minutes" not in talk(say("again", "repeat")).last.text


def test_hesitating_books_nothing_and_hurries_nobody() -> None:
    talk = to_offer()(say("yes maybe", "dont_know"))
    assert talk.slot == "agreed" and "No hurry" in talk.text and not talk.did(Book) and talk.session.misses == 0
    assert talk(YES).did(Book)


def test_what_a_therapist_could_do_instead_is_offered() -> None:
    saturday = say("saturday with carys", therapist="carys", day="2026-11-28")
    talk = to_suggestion()(saturday)
    assert "Carys doesn't do that kind of session" in talk.last.text
    talk.press("Maintenance massage with Carys")
    assert talk.slot == "time"
    talk(say("at 3", time="15:00"))
    assert talk.clinic.held == {Visit("carys", at(28, "15:00"), 60)}
    assert "with Anna" not in " ".join(to_suggestion(CLINIC)(say("anna thursday", therapist="anna")).labels)
    assert not [label for label in to_complaint().labels if "with" in label]
