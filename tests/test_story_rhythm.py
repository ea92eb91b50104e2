"""Stories of the next session, and of one before and one after a race, booked together."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.messages import Attend, Book, Hold, Visit
from bot.store import appointments, reading
from tests.counter import Counter
from tests.talk import ADULT, CALF, CLINIC, HI, JO, NONE, NOW, THURSDAY, YES, Talk, at, say, taken, to_offer, told

RACE = say("half on saturday the 5th", routine="regular", race="half@2026-12-05", goal="recover", care="no")
TO_RACE = (HI, ADULT, CALF, NONE, RACE)
BOTH = "One before and one after my race"


@pytest.fixture
def counter(engine: Engine) -> Counter:
    return Counter(engine)


def to_pairs() -> Talk:
    return Talk()(*TO_RACE).press(BOTH)


# ---------------------------------------------------------------- the next one


def test_the_confirmation_offers_the_next_one_by_the_suggested_rhythm() -> None:
    talk = to_offer()(YES)
    assert "Book the next one, in about 3 weeks" in talk.labels
    talk.press("Book the next one")
    assert talk.slot == "complaint" and "left calf" in talk.last.text
    talk(say("the same", "affirm"), NONE)
    heard = talk.session.answers("book")
    assert (heard["day"], heard["therapist"], heard["length"]) == ("2026-12-14..2026-12-20", "anna", "60")


def test_all_that_is_left_is_health_the_time_and_a_yes() -> None:
    talk = to_offer()(YES).press("Book the next one")
    talk(YES, NONE, say("no race", race="none"), say("thursday at 5", day="2026-12-17", time="17:00"))
    assert talk.slot == "agreed" and "Injury rehab massage, 60 minutes on Thursday 17 December" in talk.last.text
    assert len(talk(YES).did(Book)) == 2


def test_nothing_is_offered_beyond_the_days_we_book() -> None:
    far = say("thursday at 5", day="2027-01-14", time="17:00")
    talk = to_offer()(far, YES)
    assert talk.did(Book)[0].visit.start > NOW + timedelta(days=50)
    assert not [label for label in talk.labels if label.startswith("Book the next one")]


def test_after_a_session_for_a_race_the_next_one_is_suggested_anew() -> None:
    talk = Talk()(*TO_RACE, say("thu 3 dec at 5", day="2026-12-03", time="17:00"), YES, JO, YES)
    talk.press("Book the next one")
    assert "suggestion" not in talk.session.answers("book") and talk.session.answers("book")["day"]


# ---------------------------------------------------------------- before and after a race


def test_with_a_race_ahead_one_before_and_one_after_can_be_had_in_one_go() -> None:
    talk = to_pairs()
    assert talk.slot == "pair" and "race on Saturday 5 December" in talk.last.text
    talk.press("Thu 3 Dec")
    assert talk.slot == "name" and len(talk.clinic.held) == 2
    assert "Thursday 3 December" in talk.last.text and "for you for 10 minutes" in talk.last.text
    talk(JO)
    assert "Pre-race" in talk.last.text and "Post-race" in talk.last.text and talk.last.text.count("December at") == 2
    assert "Shall I book both?" in talk.last.text
    talk(YES)
    before, after = talk.did(Book)
    assert (before.session_type, after.session_type) == ("pre_event", "post_event")
    assert before.visit.start < at(1, "00:00") + timedelta(days=34) < after.visit.start
    assert before.reference != after.reference and {before.reference, after.reference} == {
        reply.reference for reply in talk.replies if reply.reference
    }


def test_words_narrow_the_pairs_on_the_side_they_are_about() -> None:
    talk = to_pairs()(say("friday at 1", day="2026-12-04", time="13:00"))
    assert talk.slot == "pair" and all(label.startswith("Fri 4 Dec, 13:00 and ") for label in talk.labels[:-1])
    talk(say("the first one"))
    assert talk.slot == "name"


def test_just_one_session_is_still_to_be_had() -> None:
    talk = to_pairs().press("Just one session")
    assert talk.slot in ("suggestion", "day") and not talk.did(Hold)
    talk(THURSDAY, JO, YES)
    assert len(talk.did(Book)) == 1


def test_a_yes_to_the_pairs_asks_which() -> None:
    assert "Which one?" in to_pairs()(YES).text


def test_a_pair_that_has_lost_one_time_books_neither_and_says_so() -> None:
    talk = to_pairs().press("Thu 3 Dec")(JO)
    first, second = sorted(talk.clinic.held, key=lambda visit: visit.start)
    gone = taken(second, *(Visit(who, second.start, 60) for who in ("anna", "ben", "carys")))
    talk.clinic = replace(talk.clinic, held=frozenset(), busy=gone)
    talk(YES)
    assert not talk.did(Book) and talk.slot == "pair"
    assert talk.last.text.startswith("One of the two has just gone, so I have booked neither.")
    assert first not in talk.clinic.held


def test_no_pair_is_offered_without_a_race_ahead_or_with_one_beyond_the_days_we_book() -> None:
    assert BOTH not in Talk()(HI, ADULT, CALF, NONE, say("no race", race="none")).labels
    assert BOTH not in Talk()(HI, ADULT, CALF, NONE, say("in may", race="marathon@2027-05-02")).labels


def test_where_one_side_of_the_race_is_full_just_one_is_left() -> None:
    monday = at(30, "07:00") + timedelta(days=7)
    full = taken(*(Visit(who, monday + timedelta(hours=n), 60) for who in ("anna", "ben") for n in range(13)))
    talk = Talk(replace(CLINIC, busy=full))(*TO_RACE, say("both please", pair="both"))
    assert talk.slot == "pair" and talk.labels == ["Just one session"] and "just one" in talk.last.text
    assert talk(YES).slot == "suggestion"


def test_what_is_no_pair_of_times_is_asked_again() -> None:
    after = "2026-12-07T12:00"
    for nonsense in ("soon", after, "2026-12-03T17:00+then", f"2026-12-03T03:00+{after}", f"2026-13-03T17:00+{after}"):
        assert to_pairs()(say("", pair=nonsense)).slot == "pair"


def test_both_are_on_record_or_neither_is(counter: Counter) -> None:
    counter.says("web:jo", *TO_RACE).presses("web:jo", BOTH).presses("web:jo", "Thu 3 Dec")
    assert counter.rows("hold") == 2
    counter.says("web:jo", JO, YES)
    with reading(counter.engine) as db:
        assert [one["session_type"] for one in appointments(db)] == ["pre_event", "post_event"]
    assert (counter.rows("hold"), counter.rows("claim")) == (0, 10)


def test_a_pair_whose_second_time_was_lost_while_nobody_held_it_leaves_no_row(counter: Counter) -> None:
    counter.says("web:jo", *TO_RACE).presses("web:jo", BOTH).presses("web:jo", "Thu 3 Dec").says("web:jo", JO)
    _, second = sorted(counter.sees("web:jo").held, key=lambda visit: visit.start)
    counter.passes(minutes=10)
    local = second.start.astimezone(CLINIC.zone)
    wish = say("", day=f"{local:%Y-%m-%d}", time=f"{local:%H:%M}", suggestion="maintenance")
    for who in (t.id for t in CLINIC.profile.therapists):
        counter.says(f"web:{who}", HI, ADULT, CALF, NONE, say("", race="none"))
        counter.says(f"web:{who}", replace(wish, answers={**wish.answers, "therapist": who}), JO, YES)
    others = counter.rows("appointment")
    counter.says("web:jo", YES)
    assert counter.rows("appointment") == others and "booked neither" in counter.last("web:jo").text


# ---------------------------------------------------------------- second thoughts on a pair


def to_a_pair() -> Talk:
    """Thursday 3 December at 11 and Monday 7 December at 7, with Anna, just booked."""
    talk = to_pairs().press("Thu 3 Dec")(JO, YES)
    assert [f"{a.visit.start:%d %H}" for a in talk.clinic.mine] == ["03 11", "07 07"]
    return talk


def test_which_of_a_pair_is_cancelled_is_asked_not_guessed() -> None:
    talk = told(to_a_pair(), "cancel the first one")
    assert talk.slot == "which" and len(talk.labels) == 2
    assert "Thursday 3 December at 11:00" in told(talk, "the first one").last.text
    talk(YES)
    assert [f"{a.visit.start:%d}" for a in talk.clinic.mine] == ["07"]


def test_of_a_pair_the_one_that_is_named_is_meant() -> None:
    assert "Monday 7 December at 07:00" in told(to_a_pair(), "cancel the one on the 7th").last.text
    assert "Thursday 3 December at 11:00" in told(to_a_pair(), "cancel the one on the 3rd").last.text


def test_which_of_a_pair_moves_is_asked_and_the_time_wished_is_kept() -> None:
    talk = told(to_a_pair(), "can the first be at 3 instead")
    assert talk.slot == "which"
    assert "to 60 minutes on Thursday 3 December at 15:00" in told(talk, "the first").last.text


def test_either_time_of_a_pair_said_again_is_a_promise_to_come() -> None:
    for words in ("thursday the 3rd at 11 it is", "monday the 7th at 7am it is"):
        assert len(told(to_a_pair(), words).did(Attend)) == 1


def test_after_one_of_a_pair_has_moved_it_is_that_one_that_is_spoken_of() -> None:
    talk = told(to_a_pair(), "move the one on the 3rd to 3pm", "yes", "make it 4pm")
    assert "on Thursday 3 December at 16:00" in talk.last.text and talk.slot == "agreed"
