"""Stories of the waiting list: who gets on it, who is offered what has come free, and how one leaves it."""

from collections import Counter as Tally
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Engine, delete, select

from bot.messages import Book, Choice, Entry, Leave, Move, Refuse, Reply, Visit, Wait, Waited, pressed
from bot.store import appointments, keep_free, reading, writing
from bot.store.diary import redraw, span
from bot.store.tables import block, claim, offer, outbox
from bot.talk.session import screen
from tests.counter import PROFILE, Counter
from tests.desk import masks_equal_claims
from tests.talk import (
    ADULT,
    CALF,
    CLINIC,
    HI,
    JO,
    NONE,
    RUNNING,
    YES,
    Talk,
    at,
    say,
    taken,
    to_suggestion,
)

INTAKE = (HI, ADULT, CALF, NONE, RUNNING)
WISH = say("thursday at 5 with anna", day="2026-11-26", time="17:00", therapist="anna")
FIVE = Visit("anna", at(26, "17:00"), 60)
CANCELS = (say("cancel it", "cancel_appointment"), YES)
OFFER = "Thursday 26 November at 17:00 with Anna has come free"
WAITING = Waited("anna", "injury_rehab", 60, "2026-11-26", "17:00")
FULL = replace(CLINIC, busy=taken(FIVE))


@pytest.fixture
def counter(engine: Engine) -> Counter:
    """Jo has Thursday at five with Anna."""
    return Counter(engine).says("web:jo", *INTAKE, WISH, JO, YES)


def waits(counter: Counter, *who: str) -> Counter:
    for one in who:
        counter.says(one, *INTAKE, WISH).presses(one, "Tell me if one comes free")
    return counter


def offers_to(counter: Counter, who: str) -> int:
    return sum(OFFER in reply.text for reply in counter.replies(who))


# ---------------------------------------------------------------- on the list


def test_where_nothing_fits_one_can_ask_to_be_told() -> None:
    talk = to_suggestion(FULL)(WISH).press("Tell me if one comes free")
    assert talk.did(Wait) == [Wait(WAITING, "2026-11-26")]
    assert "on the waiting list: 60 minutes on Thursday 26 November at 17:00 with Anna" in talk.text
    assert "30 minutes" in talk.text and not talk.session.flows


def test_or_in_words() -> None:
    talk = to_suggestion(FULL)(WISH, say("put me on the waiting list", "wait"))
    assert talk.did(Wait)
    later = say("let me know if 5 on thursday with anna comes free", "wait", **WISH.answers)
    assert to_suggestion(FULL)(later).did(Wait)


def test_who_begins_with_it_is_asked_what_we_need_to_know_first() -> None:
    talk = Talk(FULL)(replace(WISH, intent="wait"))
    assert talk.slot == "consent"
    assert talk(ADULT, CALF, NONE, RUNNING).did(Wait) == [Wait(WAITING, "2026-11-26")]


def test_what_is_free_is_offered_instead_of_waited_for() -> None:
    talk = to_suggestion()(replace(WISH, intent="wait", answers={"day": "2026-11-26"}))
    assert not talk.did(Wait) and "free" in talk.last.text and "Tell me if one comes free" not in talk.labels


def test_nobody_waits_for_a_closed_day() -> None:
    talk = to_suggestion()(say("sunday", day="2026-11-29"))
    assert "closed" in talk.last.text and "Tell me if one comes free" not in talk.labels


def test_an_old_wish_to_wait_is_not_about_a_new_day() -> None:
    talk = to_suggestion()(replace(WISH, intent="wait", answers={"day": "2026-11-26"}))
    talk.clinic = FULL
    assert not talk(WISH).did(Wait) and "Tell me if one comes free" in talk.labels


def test_the_list_is_shown_and_left_by_words(counter: Counter) -> None:
    waits(counter, "web:al").says("web:al", say("am i on the list", "show_appointment"))
    assert "waiting list for:\n• 60 minutes on Thursday 26 November at 17:00 with Anna" in counter.last("web:al").text
    counter.says("web:al", say("take me off the list", "leave_list"))
    assert counter.rows("wait") == 0 and "off the waiting list" in counter.last("web:al").text
    counter.says("web:al", say("take me off the list", "leave_list"))
    assert "not on the waiting list" in counter.last("web:al").text


def test_asking_twice_for_the_same_is_one_place_and_a_sixth_gives_up_the_oldest(counter: Counter) -> None:
    waits(counter, "web:al").says("web:al", say("again", "book"), NONE, RUNNING, WISH)
    assert counter.presses("web:al", "Tell me").rows("wait") == 1
    with writing(counter.engine) as db:
        for later in range(1, 8):
            midnight = at(30, "00:00") + timedelta(days=later)
            keep_free(db, PROFILE, "anna", midnight, midnight + timedelta(hours=23), counter.now)
    for day in ("2026-12-01", "2026-12-03", "2026-12-04", "2026-12-07"):
        counter.says("web:al", say("again", "book"), NONE, RUNNING, say("", day=day, therapist="anna"))
        counter.presses("web:al", "Tell me")
    assert counter.rows("wait") == 5
    counter.says(
        "web:al", say("again", "book"), NONE, RUNNING, say("", day="2026-12-04", time="08:00", therapist="anna")
    )
    assert counter.presses("web:al", "Tell me").rows("wait") == 5
    assert counter.sees("web:al").waiting[0].waited.day == "2026-12-01"


# ---------------------------------------------------------------- a time comes free


def test_a_cancelled_time_goes_at_once_to_who_has_waited_longest(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS)
    assert OFFER in counter.last("web:al").text and "until 10:45" in counter.last("web:al").text
    assert (offers_to(counter, "web:al"), offers_to(counter, "web:bo")) == (1, 0)
    assert [entry.offered for entry in counter.sees("web:al").waiting] == [FIVE]


def test_it_is_kept_from_everybody_else(counter: Counter) -> None:
    waits(counter, "web:al").says("web:jo", *CANCELS).says("web:bo", *INTAKE, WISH)
    assert counter.sees("web:bo").held == frozenset() and "no 60-minute session free" in counter.last("web:bo").text


def test_yes_take_it_leads_to_the_booking_and_off_the_list(counter: Counter) -> None:
    waits(counter, "web:al").says("web:jo", *CANCELS).presses("web:al", "Yes, take it")
    assert counter.sees("web:al").held == {FIVE}
    counter.says("web:al", NONE, JO, YES)
    with reading(counter.engine) as db:
        assert sorted(str(one["status"]) for one in appointments(db)) == ["booked", "cancelled"]
        assert masks_equal_claims(db)
    assert (counter.rows("wait"), counter.rows("hold"), counter.rows("claim")) == (0, 0, 5)


def test_a_moved_away_time_is_offered_too(counter: Counter) -> None:
    waits(counter, "web:al").says("web:jo", say("", "reschedule", day="2026-11-27", time="13:00"), YES)
    assert offers_to(counter, "web:al") == 1


def test_a_hold_that_lapses_is_offered_too(counter: Counter) -> None:
    counter.says("web:jo", *CANCELS).says("web:cy", *INTAKE, WISH)
    waits(counter, "web:al").passes(minutes=10).says("web:dee", HI)
    assert offers_to(counter, "web:al") == 1


def test_no_thanks_passes_it_on_at_once(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS).presses("web:al", "No, thanks")
    assert offers_to(counter, "web:bo") == 1 and "still on the list" in counter.last("web:al").text
    counter.presses("web:al", "No, thanks")
    assert "isn't kept for you any more" in counter.last("web:al").text


def test_no_answer_in_time_passes_it_on_and_nobody_is_offered_it_twice(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS)
    counter.passes(minutes=30).sweeps()
    assert (offers_to(counter, "web:al"), offers_to(counter, "web:bo")) == (1, 1)
    counter.passes(minutes=30).sweeps().sweeps()
    assert (offers_to(counter, "web:al"), offers_to(counter, "web:bo")) == (1, 1)
    assert (counter.rows("hold"), counter.rows("claim"), counter.rows("wait")) == (0, 0, 2), "free for anyone now"


def test_who_comes_too_late_is_told_kindly(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS).passes(minutes=30).presses("web:al", "Yes, take it")
    counter.says("web:al", NONE)
    last = counter.last("web:al")
    assert "no 60-minute session free with Anna on Thursday 26 November at 17:00" in last.text and last.choices


def test_their_own_other_turns_do_not_let_go_of_it(counter: Counter) -> None:
    waits(counter, "web:al").says("web:jo", *CANCELS)
    counter.says("web:al", say("prices?", "ask_faq", "prices"), say("book", "book"), NONE, RUNNING)
    counter.says("web:al", say("friday at 1", day="2026-11-27", time="13:00"), say("stop", "stop"))
    assert [entry.offered for entry in counter.sees("web:al").waiting] == [FIVE]


def test_once_taken_up_it_is_a_hold_like_any_other(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS).passes(minutes=29).presses("web:al", "Yes, take it")
    counter.passes(minutes=9).says("web:cy", *INTAKE, WISH)
    assert counter.sees("web:al").held == {FIVE}, "ten minutes to finish"
    assert not counter.sees("web:cy").held and offers_to(counter, "web:bo") == 0, "and nobody else has it meanwhile"
    counter.says("web:al", NONE, say("rather friday at 1", day="2026-11-27", time="13:00"))
    assert offers_to(counter, "web:bo") == 1, "and let go of, it is the next one's"


def test_who_books_something_fitting_is_taken_off(counter: Counter) -> None:
    any_evening = say("thursday evening with anna", day="2026-11-26", time="17:00..20:00", therapist="anna")
    counter.says("web:al", *INTAKE, say("", day="2026-11-26", time="17:00", therapist="anna")).presses(
        "web:al", "Tell me"
    )
    counter.says("web:jo", *CANCELS).says("web:al", say("book", "book"), NONE, RUNNING, any_evening)
    counter.says("web:al", say("the first one"), JO, YES)
    assert (counter.rows("wait"), counter.rows("hold")) == (0, 0)
    with reading(counter.engine) as db:
        assert masks_equal_claims(db)


def test_who_books_with_somebody_else_or_on_another_day_stays_on_it(counter: Counter) -> None:
    waits(counter, "web:al").says("web:al", say("book", "book"), NONE, RUNNING)
    counter.says("web:al", say("5 with ben then", day="2026-11-26", time="17:00", therapist="ben"), JO, YES)
    assert (counter.rows("appointment"), counter.rows("wait")) == (2, 1)
    counter.says("web:al", say("book", "book"), say("the same", "affirm"), NONE, RUNNING)
    counter.says("web:al", say("friday", day="2026-11-27", time="13:00", therapist="anna"), YES)
    assert (counter.rows("appointment"), counter.rows("wait")) == (3, 1)


def test_who_leaves_the_list_gives_up_what_was_offered_to_them(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS).presses("web:al", "Take me off the list")
    assert counter.rows("wait") == 1 and offers_to(counter, "web:bo") == 1


def test_one_place_has_one_offer_at_a_time(counter: Counter) -> None:
    counter.says("web:ed", *INTAKE, say("", day="2026-11-26", time="18:15", therapist="anna"), JO, YES)
    evening = say("thursday after 5 with anna", day="2026-11-26", time="17:00..18:30", therapist="anna")
    with writing(counter.engine) as db:
        keep_free(db, PROFILE, "anna", at(26, "19:30"), at(26, "20:00"), counter.now)
    counter.says("web:al", *INTAKE, evening).presses("web:al", "Tell me")
    counter.says("web:jo", *CANCELS).says("web:ed", *CANCELS)
    assert sum("has come free" in reply.text for reply in counter.replies("web:al")) == 1


def test_in_the_quiet_hours_nobody_is_written_to_and_the_time_waits_with_them(counter: Counter) -> None:
    waits(counter, "web:al").passes(hours=11).says("web:jo", *CANCELS)
    assert offers_to(counter, "web:al") == 0, "it is 21:15"
    counter.passes(hours=10, minutes=45)
    assert offers_to(counter, "web:al") == 1 and "until 08:30" in counter.last("web:al").text
    assert (
        counter.sees("web:al").waiting[0].offered and not counter.passes(minutes=30).sees("web:al").waiting[0].offered
    )


def test_what_is_too_soon_to_be_answered_is_not_offered(counter: Counter) -> None:
    waits(counter, "web:al").passes(days=2, hours=4, minutes=16).says("web:jo", *CANCELS)
    assert offers_to(counter, "web:al") == 0, "in less than the clinic's notice and half an hour"


def test_a_day_that_has_gone_is_waited_for_no_more(counter: Counter) -> None:
    waits(counter, "web:al").passes(days=2).sweeps()
    assert counter.rows("wait") == 1
    assert counter.passes(days=1).sweeps().rows("wait") == 0


def test_staff_time_that_comes_free_again_is_offered_by_the_next_sweep(counter: Counter) -> None:
    counter.says("web:jo", *CANCELS)
    with writing(counter.engine) as db:
        number = keep_free(db, PROFILE, "anna", FIVE.start, FIVE.end, counter.now)
    waits(counter, "web:al").sweeps()
    assert offers_to(counter, "web:al") == 0
    with writing(counter.engine) as db:
        db.execute(delete(block).where(block.c.id == number))
        redraw(db, PROFILE.zone, span(PROFILE.id, "anna", FIVE.start, FIVE.end))
    assert offers_to(counter.sweeps(), "web:al") == 1


def test_the_offer_names_no_kind_of_session(counter: Counter) -> None:
    waits(counter, "web:al").says("web:jo", *CANCELS)
    said = counter.last("web:al").text.lower()
    assert not [word for word in ("rehab", "calf", "injury", "maintenance") if word in said]


def test_a_bare_yes_takes_what_is_on_the_screen_and_a_bare_no_declines_it(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS).reads("web:al").says("web:al", say("no", "deny"))
    assert offers_to(counter, "web:bo") == 1
    counter.reads("web:bo").says("web:bo", YES, NONE, JO, YES)
    assert [a.visit for a in counter.sees("web:bo").mine] == [FIVE]


def test_no_thanks_after_yes_take_it_lets_it_go(counter: Counter) -> None:
    waits(counter, "web:al", "web:bo").says("web:jo", *CANCELS)
    no = counter.last("web:al").no
    counter.presses("web:al", "Yes, take it")
    assert counter.sees("web:al").held == {FIVE}
    counter.says("web:al", pressed(no))
    assert "You're still on the list" in counter.last("web:al").text and not counter.session("web:al").flows
    assert not counter.sees("web:al").held and offers_to(counter, "web:bo") == 1
    counter.says("web:al", pressed(no))
    assert "isn't kept for you any more" in counter.last("web:al").text


def test_a_button_about_what_is_over_changes_nothing() -> None:
    talk = Talk()(say("", "refuse", entry="1"))
    assert talk.text.startswith("That time isn't kept for you any more") and not talk.did(Refuse)
    assert talk(pressed("leave_list entry=7")).text.startswith("You're not on the waiting list")
    assert not talk.did(Leave) and not talk.did(Book)


# ---------------------------------------------------------------- by mail too


def letters(counter: Counter, who: str) -> list[Reply]:
    """What went to a client by mail about the waiting list, whether it is still to leave or not."""
    of_theirs = (outbox.c.conversation == who) & (outbox.c.channel == "mail") & (outbox.c.kind == "waiting_list")
    with reading(counter.engine) as db:
        return [screen(saved) for saved in db.scalars(select(outbox.c.reply).where(of_theirs))]


def mails(counter: Counter, who: str) -> list[str]:
    return [letter.text for letter in letters(counter, who)]


def test_who_left_an_address_gets_the_offer_by_mail_as_well(counter: Counter) -> None:
    counter.says("web:al", say("al@example.org", name="Al Bo", contact="al@example.org"))
    waits(counter, "web:al").says("web:jo", *CANCELS)
    (mail,) = mails(counter, "web:al")
    assert mail.startswith("A time has come free: Thursday 26 November at 17:00\nHello Al, ")
    assert "until 10:45" in mail and offers_to(counter, "web:al") == 1
    assert not [word for word in ("rehab", "calf", "injury", "maintenance") if word in mail.lower()]


def test_the_mail_has_a_way_to_take_the_time_and_one_to_decline_it(counter: Counter) -> None:
    counter.says("web:al", say("", contact="al@example.org"))
    waits(counter, "web:al").says("web:jo", *CANCELS)
    this = "therapist=anna day=2026-11-26 time=17:00 length=60"
    (letter,) = letters(counter, "web:al")
    assert letter.choices == (Choice("Yes, take it", f"take {this}"), Choice("No, thanks", f"refuse {this}"))
    counter.says("web:al", pressed(f"take {this}"))
    assert counter.sees("web:al").held == {FIVE} and counter.session("web:al").flow == "book"
    counter.says("web:al", NONE, JO, YES)
    assert [a.visit for a in counter.sees("web:al").mine] == [FIVE]


def test_a_yes_by_mail_to_what_is_kept_no_longer_takes_nothing(counter: Counter) -> None:
    this = "therapist=anna day=2026-11-26 time=17:00 length=60"
    waits(counter, "web:al").says("web:jo", *CANCELS).passes(minutes=30).says("web:al", pressed(f"take {this}"))
    assert "isn't kept for you any more" in counter.last("web:al").text and counter.rows("hold") == 0


def test_an_address_can_be_left_once_on_the_list(counter: Counter) -> None:
    waits(counter, "web:al")
    assert "tell me your address" in counter.last("web:al").text
    counter.says("web:al", say("al@example.org", contact="al@example.org"))
    assert "e-mail as well" in counter.last("web:al").text and not counter.session("web:al").flows
    counter.says("web:jo", *CANCELS)
    assert "Hello there, " in mails(counter, "web:al")[0]


def test_a_phone_number_gets_no_mail_and_a_refused_time_takes_its_mail_back(counter: Counter) -> None:
    counter.says("web:bo", say("", contact="+447700900123"))
    waits(counter, "web:bo").says("web:jo", *CANCELS)
    assert offers_to(counter, "web:bo") == 1 and mails(counter, "web:bo") == []
    counter.says("web:al", say("", contact="al@example.org"))
    waits(counter, "web:al").presses("web:bo", "No, thanks")
    assert len(mails(counter, "web:al")) == 1
    counter.presses("web:al", "No, thanks")
    assert mails(counter, "web:al") == []


def test_to_decline_one_offer_takes_back_nothing_of_another(counter: Counter) -> None:
    next_week = replace(WISH, answers={**WISH.answers, "day": "2026-12-03"})
    counter.says("web:ed", *INTAKE, next_week, JO, YES).says("web:al", say("", contact="al@example.org"))
    waits(counter, "web:al").says("web:al", say("again", "book"), NONE, RUNNING, next_week)
    counter.presses("web:al", "Tell me if one comes free").says("web:jo", *CANCELS).says("web:ed", *CANCELS)
    assert len(mails(counter, "web:al")) == 2
    first, second = counter.sees("web:al").waiting
    counter.says("web:al", pressed(f"refuse entry={first.number}"))
    (left,) = mails(counter, "web:al")
    assert "Thursday 3 December at 17:00" in left
    shown = [reply.text for reply in counter.replies("web:al") if "has come free" in reply.text]
    assert len(shown) == 1 and "Thursday 3 December at 17:00" in shown[0]
    assert counter.sees("web:al").waiting[1].offered == second.offered


# ---------------------------------------------------------------- waiting to move

FRIDAY = say("friday at 1 with anna", day="2026-11-27", time="13:00", therapist="anna")
SOONER = say("tell me if an earlier time comes free", "wait", wait="sooner")


def fill(counter: Counter, *spans: tuple[str, str, str]) -> None:
    """The clinic keeps these stretches to itself: who, from and to, as `26T11:00` of November."""
    with writing(counter.engine) as db:
        for who, first, last in spans:
            ends = [at(int(end[:2]), end[3:]) for end in (first, last)]
            keep_free(db, PROFILE, who, ends[0], ends[1], counter.now)


@pytest.fixture
def full(counter: Counter) -> Counter:
    """Jo has Thursday at five, Al Friday at one, and before that nothing is free."""
    counter.says("web:al", *INTAKE, FRIDAY, JO, YES)
    fill(counter, ("anna", "24T07:00", "26T17:00"), ("anna", "26T18:15", "26T20:00"), ("anna", "27T07:00", "27T13:00"))
    fill(counter, ("ben", "24T07:00", "27T14:00"))
    return counter


def booked_for(counter: Counter, who: str) -> list[Visit]:
    return [a.visit for a in counter.sees(who).mine]


def test_who_has_an_appointment_can_wait_for_an_earlier_one_and_one_yes_moves_it(full: Counter) -> None:
    full.says("web:al", SOONER)
    assert "60 minutes earlier than your appointment on Friday 27 November at 13:00" in full.last("web:al").text
    full.says("web:jo", *CANCELS)
    offer_text = full.last("web:al").text
    assert OFFER in offer_text and "move your appointment on Friday 27 November at 13:00 there?" in offer_text
    assert booked_for(full, "web:al") == [Visit("anna", at(27, "13:00"), 60)], "nothing has moved yet"
    full.presses("web:al", "Yes, move it")
    assert booked_for(full, "web:al") == [FIVE] and "Moved" in full.last("web:al").text
    assert (full.rows("wait"), full.rows("hold")) == (0, 0)
    with reading(full.engine) as db:
        assert sorted(str(one["status"]) for one in appointments(db)) == ["booked", "cancelled"]
        assert masks_equal_claims(db)


def test_who_takes_a_cancelling_back_waits_to_move_as_before(full: Counter) -> None:
    full.says("web:al", SOONER, *CANCELS)
    assert not full.sees("web:al").waiting, "what is cancelled moves nowhere"
    full.says("web:al", say("undo", "undo")).passes(minutes=5).sweeps().says("web:jo", *CANCELS)
    assert OFFER in full.last("web:al").text
    assert full.presses("web:al", "Yes, move it") and booked_for(full, "web:al") == [FIVE]


def test_who_cancels_for_good_waits_to_move_no_more(full: Counter) -> None:
    full.says("web:al", SOONER, *CANCELS).says("web:jo", *CANCELS)
    assert offers_to(full, "web:al") == 0
    assert full.passes(minutes=4).sweeps().rows("wait") == 1
    assert full.passes(minutes=1).sweeps().rows("wait") == 0


def test_the_mail_says_what_would_move_and_one_yes_behind_its_link_moves_it(full: Counter) -> None:
    full.says("web:al", SOONER, say("", contact="al@example.org")).says("web:jo", *CANCELS)
    (letter,) = letters(full, "web:al")
    assert "Shall I move your appointment on Friday 27 November at 13:00 there?" in letter.text
    assert letter.choices[0].label == "Yes, move it"
    assert booked_for(full.says("web:al", pressed(letter.choices[0].says)), "web:al") == [FIVE]


def test_a_bare_yes_moves_it_only_while_the_offer_is_on_the_screen(full: Counter) -> None:
    full.says("web:al", SOONER).says("web:jo", *CANCELS).reads("web:al").says("web:al", say("", "ask_faq", "prices"))
    full.presses("web:al", "Yes, move it")
    assert "Shall I move it?" in full.last("web:al").text and booked_for(full, "web:al")[0] != FIVE
    assert booked_for(full.says("web:al", YES), "web:al") == [FIVE]


def test_an_earlier_time_that_is_free_already_is_offered_at_once(counter: Counter) -> None:
    counter.says("web:al", *INTAKE, FRIDAY, JO, YES).says("web:al", SOONER)
    assert counter.rows("wait") == 0 and "These would fit" in counter.last("web:al").text


def test_who_would_move_to_a_time_that_is_taken_can_wait_for_it(full: Counter) -> None:
    full.says("web:al", say("can it be thursday at 5 with anna", "reschedule", **WISH.answers))
    full.presses("web:al", "Tell me if one comes free")
    assert "in place of your appointment on Friday 27 November at 13:00" in full.last("web:al").text
    full.says("web:jo", *CANCELS).reads("web:al").says("web:al", YES)
    assert booked_for(full, "web:al") == [FIVE]


def test_with_no_wish_an_earlier_one_can_be_waited_for_by_a_button(full: Counter) -> None:
    full.says("web:al", say("move it", "reschedule")).presses("web:al", "Tell me if an earlier one comes free")
    assert "earlier than your appointment" in full.last("web:al").text and full.rows("wait") == 1


@pytest.fixture
def half_an_hour(engine: Engine) -> Counter:
    """Al has half past five, would come sooner, and the half hour before has just come free."""
    half_past = replace(WISH, answers={**WISH.answers, "time": "17:30"})
    counter = Counter(engine).says("web:al", *INTAKE, half_past, JO, YES)
    fill(counter, ("anna", "24T07:00", "26T17:00"), ("ben", "24T07:00", "26T20:00"), ("anna", "26T17:00", "26T17:30"))
    counter.says("web:al", SOONER)
    with writing(engine) as db:
        number = db.scalar(select(block.c.id).order_by(block.c.id.desc()).limit(1))
        db.execute(delete(block).where(block.c.id == number))
        redraw(db, PROFILE.zone, span(PROFILE.id, "anna", at(26, "17:00"), at(26, "17:30")))
    return counter.sweeps()


def test_time_that_its_own_appointment_takes_is_no_hindrance(half_an_hour: Counter) -> None:
    counter = half_an_hour.says("web:bo", *INTAKE, WISH)
    assert booked_for(counter, "web:al") == [Visit("anna", at(26, "17:30"), 60)] and not counter.sees("web:bo").held
    counter.presses("web:al", "Yes, move it")
    assert booked_for(counter, "web:al") == [FIVE]
    with reading(counter.engine) as db:
        assert masks_equal_claims(db)


def test_an_offer_that_leans_on_the_old_time_goes_when_the_appointment_moves_elsewhere(half_an_hour: Counter) -> None:
    counter = half_an_hour.says("web:al", replace(FRIDAY, intent="reschedule"), YES)
    assert booked_for(counter, "web:al") == [Visit("anna", at(27, "13:00"), 60)]
    assert (counter.rows("wait"), counter.rows("hold")) == (1, 0)
    assert counter.says("web:bo", *INTAKE, WISH).sees("web:bo").held == {FIVE}


def test_an_appointment_that_goes_takes_its_places_along(full: Counter) -> None:
    full.says("web:al", SOONER).says("web:jo", *CANCELS).says("web:al", *CANCELS)
    assert not full.sees("web:al").waiting
    assert (full.rows("hold"), full.rows("claim")) == (0, len_of_blocks(full))


def len_of_blocks(counter: Counter) -> int:
    with reading(counter.engine) as db:
        return len(db.execute(select(claim.c.quarter).where(claim.c.block.is_not(None))).all())


def test_another_new_appointment_is_no_earlier_one(full: Counter) -> None:
    full.says("web:al", SOONER).says("web:jo", *CANCELS).presses("web:al", "No, thanks")
    full.says("web:al", say("book another", "book"), say("the same", "affirm"), NONE, RUNNING, WISH, YES)
    assert len(booked_for(full, "web:al")) == 2 and full.rows("wait") == 1


def test_too_late_for_an_offer_to_move_nothing_is_moved(full: Counter) -> None:
    full.says("web:al", SOONER).says("web:jo", *CANCELS).reads("web:al").passes(minutes=31).says("web:bo", *INTAKE)
    full.says("web:bo", WISH).presses("web:al", "Yes, move it")
    assert booked_for(full, "web:al") == [Visit("anna", at(27, "13:00"), 60)]
    assert "no 60-minute session free" in full.last("web:al").text


def test_a_yes_on_the_page_to_move_what_was_made_elsewhere_asks_for_proof_again() -> None:
    entry = Entry(1, replace(WAITING, instead="K3F9AA"), offered=FIVE)
    talk = Talk(replace(CLINIC, waiting=(entry,)))(pressed("take entry=1"))
    assert talk.last.slots == ("contact", "which") and not talk.did(Move)


# ---------------------------------------------------------------- a storm


def test_a_storm_offers_each_time_to_one_and_to_nobody_two(engine: Engine) -> None:
    counter, starts = Counter(engine), ("11:00", "12:15", "13:30", "15:30", "17:00")
    booked = [f"web:booked{n}" for n in range(5)]
    for who, start in zip(booked, starts, strict=True):
        counter.says(who, *INTAKE, say("", day="2026-11-26", time=start, therapist="anna"), JO, YES)
    with writing(engine) as db:
        keep_free(db, PROFILE, "anna", at(26, "18:15"), at(26, "20:00"), counter.now)
    for n in range(20):
        counter.says(f"web:waits{n}", *INTAKE, say("", day="2026-11-26", therapist="anna"))
        counter.presses(f"web:waits{n}", "Tell me")
    with ThreadPoolExecutor(5) as at_once:
        list(at_once.map(lambda who: counter.says(who, *CANCELS), booked))
    offered = Tally(
        f"web:waits{n}" for n in range(20) for reply in counter.replies(f"web:waits{n}") if "come free" in reply.text
    )
    assert offered == {f"web:waits{n}": 1 for n in range(5)}, "the first five, once each"
    with reading(engine) as db:
        times = sorted(db.execute(select(offer.c.starts_at, offer.c.ends_at)))
        assert masks_equal_claims(db)
    assert all(one[1] <= other[0] for one, other in pairwise(times)), "and none overlaps"
