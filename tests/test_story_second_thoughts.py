"""Stories of changing one's mind: several appointments, undoing a change, and an appointment made elsewhere."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from bot.messages import Appointment, Cancel, HandOff, Move, Prove, Restore, Said, Visit, pressed
from bot.rhythm.words import BOOKED, CHANGED
from bot.store import appointments, handoffs, reading
from bot.store.notices import letter
from bot.store.tables import appointment, claim, day, outbox
from bot.turn import Outcome
from tests.counter import Counter
from tests.desk import NOW as DESK_NOW
from tests.desk import book, do, visit
from tests.talk import (
    ADULT,
    BOOKS,
    CLINIC,
    FIRST,
    HI,
    NONE,
    SECOND,
    THURSDAY,
    YES,
    Talk,
    at,
    say,
    taken,
    to_offer,
    told,
)

MINE = replace(CLINIC, mine=(FIRST, SECOND))
MAIL = say("Jo Evans, jo@example.com", name="Jo Evans", contact="jo@example.com")
CANCELS = (say("cancel it", "cancel_appointment"), YES)
UNDO = say("undo", "undo")
NINETY = say("make it 90 minutes", "reschedule", length="90")
FRIDAY = say("move it to friday at 1", "reschedule", day="2026-11-27", time="13:00")


@pytest.fixture
def counter(engine: Engine) -> Counter:
    return Counter(engine)


def reference_of(counter: Counter, who: str = "telegram:jo") -> str:
    return next(reply.reference for reply in reversed(counter.replies(who)) if reply.reference)


def on_record(counter: Counter) -> list[tuple[str, str]]:
    with reading(counter.engine) as db:
        return [(str(one["status"]), str(one["starts_at"])[:16]) for one in appointments(db)]


# ---------------------------------------------------------------- undo


def test_a_cancelling_taken_back_within_five_minutes_is_as_it_was(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS, *CANCELS).passes(minutes=4, seconds=59).says("web:jo", UNDO)
    assert "booked in again: 60 minutes on Thursday 26 November at 17:00 with Anna" in counter.last("web:jo").text
    assert on_record(counter) == [("booked", "2026-11-26T17:00")] and counter.rows("claim") == 5


def test_a_calendar_is_told_of_each_change(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS, *CANCELS, UNDO)
    with reading(counter.engine) as db:
        assert db.scalars(select(appointment.c.sequence)).one() == 2


def test_after_five_minutes_it_is_too_late_and_a_new_time_is_offered(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS, *CANCELS).passes(minutes=5).presses("web:jo", "Undo")
    assert on_record(counter) == [("cancelled", "2026-11-26T17:00")]
    assert "too long ago" in counter.last("web:jo").text
    assert counter.says("web:jo", say("yes", "affirm")).session("web:jo").flow == "book"


def test_too_late_to_take_back_a_move_a_new_time_is_one_for_that_appointment(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS, FRIDAY, YES).passes(minutes=5).presses("web:jo", "Undo")
    assert "too long ago" in counter.last("web:jo").text
    assert counter.says("web:jo", YES).session("web:jo").flow == "reschedule"
    counter.says("web:jo", say("thursday at 5", day="2026-11-26", time="17:00"), YES)
    assert on_record(counter) == [("booked", "2026-11-26T17:00")]


def test_a_move_taken_back_has_its_old_time(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS, FRIDAY, YES)
    assert on_record(counter) == [("booked", "2026-11-27T13:00")]
    counter.presses("web:jo", "Undo")
    assert on_record(counter) == [("booked", "2026-11-26T17:00")] and counter.rows("claim") == 5


def test_a_change_of_length_taken_back_has_its_old_length_in_diary_reminders_and_calendars(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS[:-2], MAIL, YES)
    before = kept(counter)
    counter.says("web:jo", NINETY, YES)
    assert "Changed: 90 minutes" in counter.last("web:jo").text and kept(counter) != before
    counter.says("web:jo", UNDO)
    assert "booked in again: 60 minutes on Thursday 26 November at 17:00" in counter.last("web:jo").text
    assert kept(counter) == before


def kept(counter: Counter) -> dict[str, object]:
    """What of an appointment stands elsewhere than in its own row: claims, masks, what is to be said, what goes out."""
    unsent = select(outbox).where(outbox.c.appointment.is_not(None)).order_by(outbox.c.channel, outbox.c.due)
    with reading(counter.engine) as db:
        rows = db.execute(unsent).all()
        letters = [letter(db, row.id) for row in rows if row.channel == "mail"]
        return {
            "claims": {tuple(row) for row in db.execute(select(claim.c.therapist, claim.c.quarter))},
            "masks": {tuple(row) for row in db.execute(select(day))},
            "reminders": [(row.kind, row.due, row.until) for row in rows if row.kind not in (BOOKED, CHANGED)],
            "events": {one.booking.visit for one in letters if one and one.booking},
        }


@pytest.mark.parametrize(
    "thoughts",
    [
        (NINETY, YES),
        (FRIDAY, YES),
        CANCELS,
        (*CANCELS, UNDO),
        (NINETY, YES, UNDO),
        (FRIDAY, YES, NINETY, YES),
        (NINETY, YES, FRIDAY, YES, UNDO),
        (NINETY, YES, *CANCELS),
        (FRIDAY, YES, *CANCELS, UNDO, UNDO),
    ],
)
def test_the_clinic_on_paper_remembers_what_the_record_does(counter: Counter, thoughts: tuple[Said, ...]) -> None:
    on_paper, on_record = Talk()(*BOOKS, *thoughts).clinic, counter.says("web:jo", *BOOKS, *thoughts).sees("web:jo")
    assert [a.visit for a in on_paper.mine] == [a.visit for a in on_record.mine]
    assert [a.visit for a in on_paper.undoable] == [a.visit for a in on_record.undoable]


def test_undoing_twice_changes_nothing(counter: Counter) -> None:
    counter.says("web:jo", *BOOKS, *CANCELS, UNDO).presses("web:jo", "Undo")
    assert on_record(counter) == [("booked", "2026-11-26T17:00")]
    with reading(counter.engine) as db:
        assert db.scalars(select(appointment.c.sequence)).one() == 2


def test_the_record_itself_takes_nothing_back_that_was_changed_too_long_ago(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    do(engine, "web:jo", Cancel("K7M2QX"))
    late = DESK_NOW + timedelta(minutes=5)
    assert do(engine, "web:jo", Restore("K7M2QX", visit("10:00")), now=late) is Outcome.LOST
    assert do(engine, "web:al", Restore("K7M2QX", visit("10:00"))) is Outcome.LOST, "nor for anybody else"
    assert do(engine, "web:jo", Restore("K7M2QX", visit("10:00"))) is Outcome.DONE


def test_a_time_taken_meanwhile_is_said_kindly_and_near_ones_are_offered(counter: Counter) -> None:
    with_anna = replace(THURSDAY, answers={**THURSDAY.answers, "therapist": "anna"})
    counter.says("web:jo", *BOOKS, *CANCELS).says("web:al", *BOOKS[:-3], with_anna)
    counter.says("web:jo", UNDO)
    last = counter.last("web:jo")
    assert "I'm sorry, Thursday 26 November at 17:00 has just gone to somebody else" in last.text
    counter.says("web:jo", say("at half past six", time="18:30"))
    assert "Shall I book it?" in counter.last("web:jo").text and counter.sees("web:jo").held
    counter.says("web:jo", YES)
    assert on_record(counter) == [("booked", "2026-11-26T18:30")]


def test_where_somebody_else_is_free_at_a_time_that_has_gone_the_client_is_told_with_whom(counter: Counter) -> None:
    with_anna = replace(THURSDAY, answers={**THURSDAY.answers, "therapist": "anna"})
    counter.says("web:jo", *BOOKS, *CANCELS).says("web:al", *BOOKS[:-3], with_anna).says("web:jo", UNDO)
    last = counter.last("web:jo")
    assert "gone to somebody else. You could see Ben then, or would one of these do?" in last.text
    assert last.choices[0].label == "With Ben" and all(": 17:00" not in choice.label for choice in last.choices)
    assert not [choice for choice in last.choices if "wait" in choice.says], "what would lead nowhere is not offered"
    counter.presses("web:jo", "With Ben")
    assert "17:00 with Ben" in counter.last("web:jo").text and "Shall I book it?" in counter.last("web:jo").text
    counter.says("web:jo", YES)
    assert on_record(counter) == [("booked", "2026-11-26T17:00")]


def test_the_same_time_with_somebody_else_may_be_asked_for_in_words(counter: Counter) -> None:
    with_anna = replace(THURSDAY, answers={**THURSDAY.answers, "therapist": "anna"})
    counter.says("web:jo", *BOOKS, *CANCELS).says("web:al", *BOOKS[:-3], with_anna).says("web:jo", UNDO)
    counter.says("web:jo", replace(THURSDAY, answers={**THURSDAY.answers, "therapist": "ben"}))
    assert "17:00 with Ben" in counter.last("web:jo").text and "Shall I book it?" in counter.last("web:jo").text


def test_a_cancelled_time_offered_to_the_waiting_list_is_not_taken_back_from_whoever_has_it(counter: Counter) -> None:
    with_anna = replace(THURSDAY, answers={**THURSDAY.answers, "therapist": "anna"})
    counter.says("web:jo", *BOOKS).says("web:al", *BOOKS[:-3], with_anna).presses("web:al", "Tell me if one comes free")
    counter.says("web:jo", *CANCELS, UNDO)
    assert "has just gone to somebody else" in counter.last("web:jo").text
    assert on_record(counter) == [("cancelled", "2026-11-26T17:00")]


def test_undo_in_the_middle_of_something_else_takes_back_the_last_answer() -> None:
    talk = Talk(MINE)(say("cancel thursday", "cancel_appointment", which="2026-11-26"), YES, HI)
    talk(say("book", "book"), ADULT, UNDO)
    assert talk.slot == "consent" and not talk.did(Restore)
    assert talk(pressed("undo which=K3F9AA")).did(Restore) == [Restore("K3F9AA", FIRST.visit)]


def test_what_was_cancelled_an_hour_before_its_start_can_still_be_taken_back() -> None:
    soon = replace(MINE, now=at(26, "14:45"), mine=(FIRST,))
    talk = Talk(soon)(say("", "cancel_appointment"), YES, UNDO)
    assert talk.did(Restore) == [Restore("K3F9AA", FIRST.visit)]


def test_a_move_over_itself_is_taken_back_over_itself() -> None:
    talk = Talk(replace(MINE, mine=(FIRST,)))
    talk(say("half an hour later", "reschedule", day="2026-11-26", time="16:00", therapist="anna"), YES)
    talk.clinic = replace(talk.clinic, busy=taken(talk.clinic.mine[0].visit))
    assert talk(UNDO).did(Restore) == [Restore("K3F9AA", FIRST.visit)]


def test_nothing_is_taken_back_over_a_red_flag() -> None:
    clot = say("my calf is swollen and hot", "describe", flag__leg_clot="yes")
    talk = Talk(MINE)(say("cancel thursday", "cancel_appointment", which="2026-11-26"), YES, clot, UNDO)
    assert talk.slot == "cleared" and not talk.did(Restore)


def test_of_several_changes_the_latest_is_taken_back_or_the_one_named() -> None:
    both = say("cancel thursday", "cancel_appointment", which="K3F9AA"), YES
    talk = Talk(MINE)(*both, say("cancel saturday", "cancel_appointment", which="P7AAZZ"), YES)
    assert talk(pressed("undo which=K3F9AA")).did(Restore) == [Restore("K3F9AA", FIRST.visit)]
    talk.clinic = replace(talk.clinic, undoable=(SECOND,))
    assert talk(UNDO).did(Restore)[-1] == Restore("P7AAZZ", SECOND.visit)
    talk.clinic = replace(talk.clinic, undoable=(SECOND, FIRST))
    assert talk(pressed("undo which=GONE42")).slot == "which", "which of them is asked, not guessed"


# ---------------------------------------------------------------- made elsewhere

NAMED = say("cancel K7M2QX, 07700 900123", "cancel_appointment", which="K7M2QX", contact="+447700900123")
THEIRS = Appointment("K7M2QX", Visit("anna", at(26, "15:30"), 60), "injury_rehab")
ELSEWHERE = replace(CLINIC, elsewhere=lambda *named: THEIRS if named == ("K7M2QX", "+447700900123") else None)


def named(counter: Counter, intent: str, contact: str = "+447700900123", reference: str = "") -> Said:
    return say("", intent, which=reference or reference_of(counter), contact=contact)


def test_an_appointment_made_elsewhere_is_cancelled_by_reference_and_contact(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS)
    counter.says("web:1", say("cancel please", "cancel_appointment"))
    assert "can't find an appointment of yours in this chat" in counter.last("web:1").text
    counter.says("web:1", named(counter, "inform"))
    assert "60 minutes on Thursday 26 November at 17:00 with Anna: shall I cancel it?" in counter.last("web:1").text
    counter.says("web:1", YES)
    assert on_record(counter) == [("cancelled", "2026-11-26T17:00")] and counter.rows("claim") == 0
    assert counter.says("web:1", UNDO) and on_record(counter) == [("booked", "2026-11-26T17:00")]


def test_it_is_moved_even_over_itself_with_its_new_time_held(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS).says("web:1", named(counter, "reschedule"))
    counter.says("web:1", say("half an hour later", day="2026-11-26", time="17:30", therapist="anna"))
    assert counter.sees("web:1").held == {Visit("anna", at(26, "17:30"), 60)}
    counter.says("web:1", YES)
    assert on_record(counter) == [("booked", "2026-11-26T17:30")]
    assert [a.visit.start for a in counter.sees("telegram:jo").mine] == [at(26, "17:30")]


def test_it_is_shown_without_a_word_about_health(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS).says("web:1", named(counter, "show_appointment"))
    said = " ".join(reply.text for reply in counter.replies("web:1")).lower()
    assert "thursday 26 november at 17:00" in said
    assert not [word for word in ("rehab", "calf", "injury", "maintenance") if word in said]
    assert "complaint" not in "".join(counter.sees("web:1").known)


def test_it_stays_known_for_an_hour_and_no_longer(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS).says("web:1", named(counter, "show_appointment"))
    assert [a.reference for a in counter.passes(minutes=59).sees("web:1").mine] == [reference_of(counter)]
    assert not counter.passes(minutes=1).sees("web:1").mine


@pytest.mark.parametrize(
    "wrong", [{"contact": "+447700900124"}, {"reference": "AAAAA2"}, {"contact": "x@y.uk", "reference": "AAAAA2"}]
)
def test_a_wrong_reference_and_a_wrong_contact_are_answered_alike(counter: Counter, wrong: dict[str, str]) -> None:
    counter.says("telegram:jo", *BOOKS).says("web:1", named(counter, "cancel_appointment", **wrong))
    assert counter.last("web:1").text == (
        "I can't find an appointment with that reference and that contact. Please check both. "
        "What phone number or e-mail address is it booked under?"
    )
    assert on_record(counter) == [("booked", "2026-11-26T17:00")]


def guesses(counter: Counter, who: str, many: int, reference: str = "") -> None:
    for n in range(many):
        counter.says(who, named(counter, "cancel_appointment", f"+4477009001{n:02}", reference))


def test_after_five_tries_a_person_is_asked_in_and_even_what_is_right_is_not_found(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS)
    guesses(counter, "web:1", 4, "AAAAA2")
    assert not counter.rows("handoff")
    guesses(counter, "web:1", 6, "AAAAA3")
    with reading(counter.engine) as db:
        assert [one["reason"] for one in handoffs(db)] == ["unproven"], "a person is asked once"
    assert "rather have a person help you" in counter.last("web:1").text
    counter.says("web:1", named(counter, "cancel_appointment"))
    assert "shall I cancel it" not in counter.last("web:1").text
    counter.passes(hours=1).says("web:1", named(counter, "cancel_appointment"))
    assert "shall I cancel it" in counter.last("web:1").text


def test_five_tries_at_one_reference_from_anywhere_are_enough(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS)
    for n in range(5):
        guesses(counter, f"web:{n}", 1)
    counter.says("web:9", named(counter, "cancel_appointment"))
    assert "shall I cancel it" not in counter.last("web:9").text
    assert "shall I cancel it" in counter.says("telegram:jo", CANCELS[0]).last("telegram:jo").text, "not for its owner"


def test_asking_something_meanwhile_is_no_try(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS)
    guesses(counter, "web:1", 1)
    for _ in range(6):
        counter.says("web:1", say("prices?", "ask_faq", "prices"))
    assert counter.sees("web:1").tries == 1


def test_tries_are_forgotten_after_an_hour(counter: Counter) -> None:
    counter.says("telegram:jo", *BOOKS)
    guesses(counter, "web:1", 1)
    assert counter.sweeps().rows("attempt") == 1
    assert counter.passes(hours=1).sweeps().rows("attempt") == 0


def test_all_in_one_message_needs_only_the_yes() -> None:
    talk = Talk(ELSEWHERE)(NAMED)
    assert talk.slot == "agreed" and talk.did(Prove) == [Prove("K7M2QX", "+447700900123")]


def test_reference_and_contact_may_come_one_after_the_other() -> None:
    talk = Talk(ELSEWHERE)(say("cancel", "cancel_appointment"), say("K7M2QX", which="K7M2QX"))
    assert talk.slot == "contact" and not talk.did(Prove)
    assert talk(say("07700 900123", contact="+447700900123")).slot == "agreed"
    other = Talk(ELSEWHERE)(say("cancel", "cancel_appointment"), say("07700 900123", contact="+447700900123"))
    assert other.slot == "which" and other(say("K7M2QX", which="K7M2QX")).slot == "agreed"


def test_an_address_is_the_same_in_large_and_small_letters(counter: Counter) -> None:
    mail = say("Jo Evans, jo@example.com", name="Jo Evans", contact="Jo@Example.com")
    counter.says("telegram:jo", *BOOKS[:-2], mail, YES)
    counter.says("web:1", named(counter, "cancel_appointment", "jo@example.com"))
    assert "shall I cancel it" in counter.last("web:1").text


def test_a_client_with_appointments_here_may_name_one_made_elsewhere() -> None:
    talk = Talk(replace(ELSEWHERE, mine=(FIRST,)))(NAMED)
    assert talk.slot == "agreed" and "15:30" in talk.last.text and talk.did(Prove)


def test_who_cannot_name_one_may_book_or_leave_it() -> None:
    talk = Talk()(say("cancel", "cancel_appointment"))
    assert talk.labels == ["Book a session", "Talk to a person", "Leave it"]
    assert talk(YES).session.flows == ("book",)
    assert not Talk()(say("cancel", "cancel_appointment"), say("no", "deny")).session.flows


def test_a_person_is_asked_in_when_the_last_try_fails() -> None:
    talk = Talk(replace(CLINIC, tries=4))(NAMED)
    assert talk.did(HandOff) == [HandOff("unproven")] and not talk.session.flows and "02920" in talk.text


# ---------------------------------------------------------------- several


def test_move_my_thursday_3pm_to_friday_at_four_in_one_message() -> None:
    three = replace(FIRST, visit=Visit("anna", at(26, "15:00"), 60))
    said = say("", "reschedule", which="2026-11-26T15:00", day="2026-11-27", time="16:00")
    talk = Talk(replace(MINE, mine=(three, SECOND)))(said)
    assert talk.slot == "agreed" or "no 60-minute session free" in talk.last.text
    assert "Friday 27 November at 16:00" in talk.last.text


def test_undo_is_offered_after_a_change() -> None:
    assert "Undo" in to_offer()(YES, say("cancel", "cancel_appointment"), YES).labels


# ---------------------------------------------------------------- another length


@pytest.mark.parametrize("words", ["make it 90 minutes", "actually 90", "could I have an hour and a half"])
def test_who_names_another_length_when_asked_whether_to_cancel_means_to_come(words: str) -> None:
    talk = told(Talk(replace(MINE, mine=(FIRST,))), "cancel my appointment", words)
    assert "to 90 minutes on Thursday 26 November at 15:30" in talk.last.text and talk.session.flow == "reschedule"
    assert talk(YES).did(Move) and not talk.did(Cancel)


@pytest.mark.parametrize("words", ["the 90 minute one", "the 90"])
def test_a_length_that_says_which_one_to_cancel_moves_nothing(words: str) -> None:
    assert told(Talk(MINE), "cancel my appointment", words).session.flow == "cancel"


@pytest.mark.parametrize("words", ["make it 90 minutes", "can mine be 90 minutes"])
def test_a_length_alone_is_that_of_the_appointment_there_is(words: str) -> None:
    reminded = Talk(replace(MINE, mine=(FIRST,)))(pressed("attend which=K3F9AA"))
    assert "to 90 minutes on Thursday 26 November at 15:30" in told(reminded, words).last.text
    assert told(Talk(MINE), words).slot == "which"
    assert told(Talk(), words).session.flow == "book"


def test_a_length_with_a_time_or_a_complaint_is_of_a_new_appointment() -> None:
    talk = Talk(replace(MINE, mine=(FIRST,)))(pressed("attend which=K3F9AA"))
    assert told(talk, "90 minutes for my sore knee next friday").session.flow == "book"


# ---------------------------------------------------------------- several at once, and what was just cancelled


@pytest.mark.parametrize("many", ["both", "all"])
def test_both_are_cancelled_after_one_question_that_names_them(many: str) -> None:
    talk = Talk(MINE)(say("cancel both", "cancel_appointment", which=many))
    assert "26 November" in talk.last.text and "28 November" in talk.last.text and not talk.did(Cancel)
    talk(YES)
    assert [one.reference for one in talk.did(Cancel)] == [FIRST.reference, SECOND.reference]


def test_yes_cancel_both_is_a_yes_and_just_one_of_them_asks_which() -> None:
    talk = Talk(MINE)(say("cancel both", "cancel_appointment", which="both"))
    talk(say("yes cancel both", "cancel_appointment", which="both"))
    assert len(talk.did(Cancel)) == 2
    talk = Talk(MINE)(say("cancel both", "cancel_appointment", which="both"), pressed("cancel_appointment which="))
    assert talk.last.slots == ("which",) and not talk.did(Cancel)


def test_of_one_appointment_both_is_that_one() -> None:
    both = say("cancel both", "cancel_appointment", which="both")
    assert [one.reference for one in Talk(replace(CLINIC, mine=(FIRST,)))(both, both).did(Cancel)] == [FIRST.reference]


@pytest.mark.parametrize("back", [UNDO, say("put them back")])
def test_which_of_both_is_taken_back_is_asked(back: Said) -> None:
    talk = Talk(MINE)(say("cancel both", "cancel_appointment", which="both"), YES, back)
    assert talk.last.slots == ("which",) and not talk.did(Restore)
    talk(pressed(talk.last.choices[0].says))
    assert len(talk.did(Restore)) == 1


def test_two_cancelled_at_once_are_off_the_record_together(counter: Counter) -> None:
    again = (say("one more", "book"), say("the same", complaint__calf="yes"), NONE)
    another = (*again, say("friday at 10", day="2026-11-27", time="10:00"), YES)
    counter.says("web:jo", *BOOKS, *another)
    booked = on_record(counter)
    assert [status for status, _ in booked] == ["booked", "booked"]
    counter.says("web:jo", say("cancel both", "cancel_appointment", which="both"), YES)
    assert [status for status, _ in on_record(counter)] == ["cancelled", "cancelled"] and counter.rows("claim") == 0


def test_of_three_both_leaves_open_which() -> None:
    third = replace(SECOND, reference="Z9AAZZ", visit=replace(SECOND.visit, start=at(30, "10:00")))
    talk = Talk(replace(CLINIC, mine=(FIRST, SECOND, third)))(say("cancel both", "cancel_appointment", which="both"))
    assert talk.last.slots == ("which",)


@pytest.mark.parametrize("text", ["no wait keep it", "put it back", "actually I take that back", "don't cancel it"])
def test_a_cancelling_is_taken_back_in_many_words(text: str) -> None:
    talk = Talk(replace(CLINIC, mine=(FIRST,)))(*CANCELS, say(text, "deny"))
    assert [one.reference for one in talk.did(Restore)] == [FIRST.reference]


@pytest.mark.parametrize("text", ["don't want to keep it", "keep it cancelled", "leave it", "put it on friday"])
def test_other_words_after_a_cancelling_take_nothing_back(text: str) -> None:
    assert not Talk(replace(CLINIC, mine=(FIRST,)))(*CANCELS, say(text)).did(Restore)


def test_the_other_one_too_is_offered_after_the_first() -> None:
    talk = Talk(MINE)(say("", "cancel_appointment", which=FIRST.reference), YES, say("and the other one too"))
    assert "28 November" in talk.last.text and talk.last.slots == ("agreed",)
    assert [one.reference for one in talk(YES).did(Cancel)] == [FIRST.reference, SECOND.reference]


@pytest.mark.parametrize(
    ("text", "which", "found"),
    [
        ("cancel thursday's", "2026-11-26", True),
        ("cancel my thursday one at 5", "2026-11-26T17:00", True),
        ("cancel this thursday's", "2026-11-26", False),
        ("cancel thursday 26th", "2026-11-26", False),
        ("cancel thursday at 9", "2026-11-26T09:00", False),
        ("cancel friday's", "2026-11-27", False),
    ],
)
def test_thursdays_is_mine_on_a_thursday(text: str, which: str, found: bool) -> None:
    mine = replace(FIRST, visit=replace(FIRST.visit, start=at(26, "17:00") + timedelta(days=7)))
    talk = Talk(replace(CLINIC, mine=(mine,)))(say(text, "cancel_appointment", which=which))
    assert (talk.last.slots == ("agreed",)) is found


# ---------------------------------------------------------------- a name put right, and a way out


def test_how_a_name_is_put_right_after_a_booking() -> None:
    talk = to_offer()(YES, say("can I change the name", "rename"))
    assert "my name is" in talk.last.text and not talk.did(HandOff)
    talk(say("my name is Joan Evans", name="Joan Evans"))
    assert [one.reason for one in talk.did(HandOff)] == ["particulars"]


def test_a_name_told_at_once_is_put_right_at_once() -> None:
    talk = to_offer()(YES, say("change the name to Joan Evans", "rename", name="Joan Evans"))
    assert [one.reason for one in talk.did(HandOff)] == ["particulars"]


def test_the_name_on_an_older_appointment_is_for_a_person() -> None:
    assert [one.reason for one in Talk(MINE)(say("the name is wrong", "rename")).did(HandOff)] == ["particulars"]


def test_before_anything_is_booked_a_name_is_just_told_again() -> None:
    talk = to_offer()(say("can I change the name", "rename"))
    assert not talk.did(HandOff) and talk.last.slots == ("agreed",)


def test_going_back_from_the_first_question_leaves_the_errand() -> None:
    talk = Talk(MINE)(say("cancel", "cancel_appointment"), UNDO)
    assert not talk.session.flow and "left that" in talk.last.text
    talk = Talk()(say("book", "book"), UNDO)
    assert not talk.session.flow and "left that" in talk.last.text
