"""Stories of a booking, on paper."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.messages import Book, Erase, HandOff, Hold, Remember, Visit, pressed
from tests.talk import (
    ADULT,
    BOOKS,
    CALF,
    CLINIC,
    HI,
    JO,
    NONE,
    NOW,
    RUNNING,
    THURSDAY,
    YES,
    Talk,
    at,
    say,
    taken,
    to_complaint,
    to_offer,
    to_suggestion,
)


def test_a_booking_takes_eight_turns_when_nothing_is_volunteered() -> None:
    talk = Talk()
    slots = [talk(line).slot for line in BOOKS[:-1]]
    assert slots == ["consent", "complaint", "red_flags", "routine", "suggestion", "name", "agreed"]
    booked = talk(YES).did(Book)[0]
    assert booked.visit == Visit("anna", at(26, "17:00"), 60)
    assert (booked.session_type, booked.client.name, booked.intake.complaints[0].side) == (
        "injury_rehab",
        "Jo Evans",
        "left",
    )
    assert "K7M2QX" in talk.text


def test_buttons_alone_need_no_more_turns_than_words() -> None:
    talk = Talk()(HI).press("Yes, I'm 18").press("Calf")
    assert talk.last.slots[:3] == ("side.calf", "since.calf", "severity.calf") and "red_flags" in talk.last.slots
    talk.press("None of these")
    assert talk.slot == "routine"
    talk.press("Skip")
    assert talk.slot == "suggestion"
    talk.press(talk.labels[0])
    assert talk.slot == "name"
    assert talk(JO).press("Yes, book it").did(Book)


def everything() -> dict[str, str]:
    told = [ADULT, CALF, RUNNING, THURSDAY, JO]
    return {s: a for line in told for s, a in line.answers.items()} | {"consent": "yes", "guardian": "no"}


def test_who_volunteers_everything_has_one_question_left() -> None:
    talk = Talk()(replace(HI, intent="book", answers=everything()))
    assert talk.slot == "agreed" and "None of these, book it" in talk.labels
    assert "safety" in talk.last.text and "I'd suggest" in talk.last.text
    assert talk(YES).did(Book)


def test_what_is_volunteered_before_consent_is_not_asked_again() -> None:
    talk = Talk()(
        say("left shin for 3 weeks", "describe", complaint__shin_splints="yes", side="left", since="2026-11-03")
    )
    assert talk.slot == "consent" and "could be shin splints; your therapist will check" in talk.text
    assert talk(ADULT).last.slots[:2] == ("severity.shin_splints", "red_flags")


def test_a_part_left_unanswered_in_words_is_asked_no_more() -> None:
    talk = to_complaint()(say("my calf", complaint__calf="yes"))
    assert talk.slot == "red_flags"


def test_consent_withheld_books_without_keeping_anything_about_health() -> None:
    talk = Talk()(HI).press("No, just book")
    assert talk.slot == "red_flags" and "won't keep" in talk.last.text
    talk(NONE, THURSDAY, JO, YES)
    booked = talk.did(Book)[0]
    assert booked.intake.consent is False and booked.intake.complaints == ()
    assert talk.did(Erase) and talk.did(Remember)[0].answers.keys() == {"name", "contact"}


def test_nothing_hurts_asks_for_no_details() -> None:
    talk = to_complaint().press("Nothing hurts")
    assert talk.slot == "red_flags"
    assert talk(NONE, RUNNING).text.startswith("I'd suggest a maintenance massage")


def test_side_and_pain_said_before_the_place_belong_to_it() -> None:
    talk = Talk()(
        say("left, about a 5", "inform", side="left", severity="5"), ADULT, say("calf", complaint__calf="yes")
    )
    heard = talk.session.answers("book")
    assert (heard["side.calf"], heard["severity.calf"]) == ("left", "5")


def test_what_we_hesitate_between_is_asked() -> None:
    talk = to_complaint()(say("lower leg", doubt="calf|shin_splints"))
    assert talk.slot == "doubt" and talk.labels == ["Calf", "Shin"]
    assert talk.press("Shin").session.answers("book")["complaint"] == "shin_splints"


def test_the_left_one_corrects_the_side() -> None:
    talk = to_suggestion()(say("no, the right one", "deny", side="right"))
    assert talk.session.answers("book")["side.calf"] == "right" and talk.slot == "suggestion"


def test_actually_the_calf_is_fine_leaves_the_other_complaint() -> None:
    two = say("calf and knee", complaint__calf="yes", complaint__runners_knee="yes", severity="5")
    talk = to_complaint()(two, NONE, RUNNING, THURSDAY, JO)
    talk(say("actually the calf is fine", complaint__calf="no"))
    assert talk.slot == "suggestion" and "That changes what I'd suggest. I'd suggest" in talk.last.text
    assert [c.label for c in talk(YES, YES).did(Book)[0].intake.complaints] == ["runners_knee"]


def test_a_denial_covers_only_the_list_that_was_shown() -> None:
    talk = to_complaint()(say("shin", complaint__shin_splints="yes"))
    old = next(choice for choice in talk.last.choices if choice.label == "None of these")
    talk(NONE)
    assert talk.slot == "routine"
    talk(say("and my lower back", complaint__low_back="yes"))
    assert "red_flags" in talk.last.slots and "a little more I have to ask" in talk.last.text
    assert "red_flags" in talk(pressed(old.says)).last.slots, "the old button denies the old list"


def test_yes_to_the_safety_list_asks_which() -> None:
    talk = to_complaint()(CALF, YES)
    assert "Is one of them true?" in talk.text and talk.slot == "red_flags"


def test_make_it_90_after_the_offer_keeps_the_rest() -> None:
    talk = to_offer()(say("actually make it 90", length="90"))
    assert talk.slot == "agreed" and "90 minutes on Thursday 26 November at 17:00" in talk.last.text


def test_90_minutes_that_do_not_fit_reopen_the_time_and_say_why() -> None:
    clinic = replace(CLINIC, busy=taken(*(Visit(who, at(26, "18:15"), 60) for who in ("anna", "ben"))))
    talk = to_offer(clinic)(say("make it 90", length="90"))
    assert talk.slot == "day" and "no 90-minute session free" in talk.last.text


def test_saturday_not_friday_keeps_the_hour() -> None:
    talk = to_suggestion()(
        say("fri 1pm", day="2026-11-27", time="13:00"), JO, say("sat not fri", "deny", day="2026-11-28")
    )
    assert talk.slot == "agreed" and "Saturday 28 November at 13:00" in talk.last.text


def test_a_question_in_the_middle_is_answered_and_the_same_question_comes_again() -> None:
    talk = to_suggestion()
    before = talk.last
    talk(say("how much is it?", "ask_faq", "prices"))
    assert "£55" in talk.replies[0].text and talk.last == before


def test_a_price_of_a_thousand_is_written_alike_in_an_offer_and_in_an_answer() -> None:
    dear = replace(CLINIC, profile=replace(CLINIC.profile, currency="$", prices={60: 1200, 90: 1800}))
    talk = to_offer(dear)
    assert "with Anna, $1,200, for Jo Evans" in talk.last.text
    assert "60 minutes cost $1,200" in talk(say("how much is it?", "ask_faq", "prices")).replies[0].text


def test_go_back_takes_the_last_answer_back() -> None:
    talk = to_complaint()(CALF, NONE, say("go back", "undo"))
    assert "red_flags" in talk.last.slots
    assert talk(say("go back", "undo")).slot == "complaint"


def test_start_over_asks_from_the_top() -> None:
    talk = to_offer()(say("start over", "restart"))
    assert talk.slot == "complaint" and talk.effects[0] == Hold(frozenset())


def test_stop_lets_go_of_the_time() -> None:
    talk = to_offer()(say("forget it", "stop"))
    assert talk.effects[0] == Hold(frozenset()) and not talk.session.flows


def test_a_person_can_be_asked_for_at_any_moment_and_the_booking_goes_on() -> None:
    talk = to_suggestion()(say("can i talk to someone", "human"))
    assert talk.did(HandOff)[0].reason == "asked"
    assert "02920 762000" in talk.text and talk.slot == "suggestion"


def test_three_misses_bring_a_person() -> None:
    nonsense = say("blah", "inform")
    talk = to_complaint()(nonsense, nonsense)
    assert not talk.did(HandOff) and "didn't get which part" in talk.text
    assert talk(nonsense).did(HandOff)[0].reason == "missed" and talk.slot == "complaint"


def test_a_chosen_time_is_held_and_let_go_on_change() -> None:
    talk = to_suggestion()(THURSDAY)
    assert talk.effects[0] == Hold(frozenset({Visit("anna", at(26, "17:00"), 60)})) and "10 minutes" in talk.text
    assert not [e for e in talk(say("prices?", "ask_faq", "prices")).effects if isinstance(e, Hold)]
    assert talk(say("11:30 rather", time="11:30")).effects[0] == Hold(frozenset({Visit("anna", at(26, "11:30"), 60)}))


def test_a_time_taken_meanwhile_is_asked_anew() -> None:
    talk = to_offer()
    gone = taken(*(Visit(who, at(26, "16:30"), 90) for who in ("anna", "ben")))
    talk.clinic = replace(talk.clinic, held=frozenset(), busy=gone)
    talk(YES)
    assert not talk.did(Book) and talk.slot == "day"
    assert "no 60-minute session free on Thursday 26 November" in talk.last.text


def test_yes_to_ben_is_no_yes_to_anna() -> None:
    clinic = replace(CLINIC, busy=taken(Visit("anna", at(26, "11:00"), 60)))
    talk = to_offer(clinic)
    assert "with Ben" in talk.last.text
    busy = {**clinic.busy, **taken(Visit("ben", at(26, "17:00"), 60))}
    talk.clinic = replace(talk.clinic, held=frozenset(), busy=busy)
    talk(YES)
    assert (
        not talk.did(Book) and talk.last.text.startswith("The details have changed.") and "with Anna" in talk.last.text
    )


def test_an_old_yes_consents_to_nothing_when_another_question_is_open() -> None:
    talk = to_offer()
    old = talk.last.yes
    talk(say("stop", "stop"), HI, pressed(old))
    assert not talk.did(Book)


def test_no_to_the_offer_asks_what_to_change() -> None:
    talk = to_offer()(say("no", "deny"))
    assert "What would you like instead?" in talk.last.text
    assert talk.press("Another time").slot in ("day", "suggestion") and not talk.did(Book)


def test_a_session_for_a_race_is_offered_on_the_days_around_it() -> None:
    race = say("half on saturday", routine="regular", race="half@2026-11-28")
    talk = to_complaint()(CALF, NONE, race)
    assert [label[:6] for label in talk.labels[:2]] == ["Thu 26", "Fri 27"]


def test_the_day_of_a_race_named_by_the_way_is_asked() -> None:
    marathon = say("training for a marathon, left calf, two weeks, a 5", race="marathon", **CALF.answers)
    assert "race" in to_complaint()(marathon, NONE).last.slots
    assert "race" not in to_complaint()(replace(marathon, answers={**CALF.answers, "race": "none"}), NONE).last.slots


def test_a_corrected_race_reopens_an_accepted_suggestion() -> None:
    race = say("half on saturday", routine="regular", race="half@2026-11-28")
    talk = to_complaint()(CALF, NONE, race)
    assert "pre-race" in talk.last.text and "rehab session afterwards" in talk.last.text
    talk(YES, say("thu 5", day="2026-11-26", time="17:00"), JO)
    talk(say("no, the race is on the 20th of december", race="half@2026-12-20"))
    assert talk.slot == "suggestion" and talk.last.text.startswith("That changes what I'd suggest.")
    assert talk(YES).slot == "agreed" and "Injury rehab" in talk.last.text


def test_who_wants_another_kind_of_session_is_told_what_each_is_for() -> None:
    talk = to_suggestion().press("Another kind")
    assert "A maintenance massage is to keep the load on joints and muscles in check. I'd suggest" in talk.last.text
    assert "An injury rehab massage is" not in talk.last.text


def test_another_type_of_ones_own_stands() -> None:
    talk = to_suggestion().press("Another kind").press("Maintenance")
    talk(THURSDAY, JO, YES)
    assert (
        talk.did(Book)[0].session_type == "maintenance" and talk.did(Book)[0].suggestion.session_type == "injury_rehab"
    )


def test_45_minutes_are_explained() -> None:
    assert "We offer 60 or 90 minutes." in to_suggestion()(say("45 min", length="45")).last.text


def test_a_therapist_without_the_skill_is_explained() -> None:
    assert "Carys doesn't do that kind" in to_suggestion()(say("with carys", therapist="carys")).last.text


def test_a_returning_client_is_greeted_by_name_and_asked_what_may_have_changed() -> None:
    known = {
        "name": "Jo Evans",
        "contact": "+447700900123",
        "consent": "yes",
        "routine": "40km",
        "complaints": "calf.left",
    }
    talk = Talk(replace(CLINIC, known=known))(HI)
    assert talk.text.startswith("Hello Jo") and "Is it still that?" in talk.last.text
    talk(YES)
    assert "red_flags" in talk.last.slots and talk.session.answers("book")["side.calf"] == "left"
    talk(NONE, say("no race", race="none"), say("thu 5", day="2026-11-26", time="17:00"))
    assert talk.slot == "agreed"


def test_after_the_booking_a_second_one_asks_about_health_afresh() -> None:
    talk = to_offer()(YES, say("another one please", "book"))
    assert talk.slot == "complaint" and "left calf" in talk.last.text


def test_three_weeks_later_only_what_went_stale_is_asked() -> None:
    talk = to_offer()
    talk.clinic = replace(talk.clinic, now=NOW + timedelta(weeks=3), held=frozenset())
    talk(HI)
    assert talk.slot == "day" and "already gone" in talk.last.text
    assert talk(say("thu 5", day="2026-12-17", time="17:00")).slot == "agreed"


def test_skip_and_do_not_know_go_on() -> None:
    talk = to_complaint()(CALF, NONE, say("skip", "skip"))
    assert talk.slot == "suggestion"
    assert to_complaint()(CALF, NONE, say("dunno", "dont_know")).slot == "suggestion"
    assert "That's all right. Tap the place" in to_complaint()(say("dunno", "dont_know")).text


def test_a_voice_note_and_an_old_button_are_answered_kindly() -> None:
    assert "only read words" in Talk()(HI, pressed("unreadable")).text
    assert "from earlier" in Talk()(HI, pressed("expired")).text


def test_an_ordinal_never_answers_the_safety_list() -> None:
    talk = to_complaint()(CALF, say("the first one"))
    assert talk.slot == "red_flags" and "didn't get that" in talk.text and not talk.did(HandOff)


@pytest.mark.parametrize(
    ("text", "intent"),
    [("my leg goes floppy sometimes", "describe"), ("I had a weird episode last week", "out_of_scope")],
)
def test_a_worry_that_no_rule_knows_is_marked_and_the_list_asked_again(text: str, intent: str) -> None:
    talk = to_complaint()(CALF, say(text, intent))
    assert "mark it for your therapist" in talk.text and talk.slot == "red_flags"
    talk(NONE, RUNNING, THURSDAY, JO, YES)
    assert talk.did(Book)[0].intake.review == ("unclear",)


@pytest.mark.parametrize(("text", "intent"), [("the weather is nice", "out_of_scope"), ("why do you ask", "repeat")])
def test_what_confides_nothing_marks_nothing(text: str, intent: str) -> None:
    talk = to_complaint()(CALF, say(text, intent))
    assert "mark it" not in talk.text and talk.slot == "red_flags"


def test_a_warning_named_by_its_own_word_counts() -> None:
    talk = to_complaint()(CALF, say("the numbness one"))
    assert talk.did(HandOff)[0].flags == ("numbness",)


def test_one_word_details_said_late_are_heard() -> None:
    talk = to_complaint()(say("shin", complaint__shin_splints="yes"), say("left", side="left"))
    assert talk.session.answers("book")["side.shin_splints"] == "left" and "didn't get" not in talk.text


def test_who_is_under_18_needs_a_guardian() -> None:
    talk = Talk()(HI, say("i'm 16", consent="minor"))
    assert talk.slot == "guardian" and "parent or guardian" in talk.last.text
    assert talk(say("yes, it's his mum", "affirm")).slot == "consent"
    assert not Talk()(HI, say("i'm 16", consent="minor"), say("no", "deny")).session.flows


def test_declined_consent_is_acknowledged_and_can_be_given_after_all() -> None:
    talk = Talk()(HI, say("no", "deny"))
    assert "won't keep anything" in talk.text
    assert talk(say("start over", "restart")).slot == "consent"


def test_no_to_the_offer_does_not_ask_to_book_in_the_same_breath() -> None:
    assert "Shall I book it?" not in to_offer()(say("no", "deny")).last.text


def test_hello_after_a_booking_shows_what_can_be_done() -> None:
    talk = to_offer()(YES, HI)
    assert talk.text.startswith("Hello Jo") and "Book a session" in talk.labels
    assert talk(YES).session.flows == ("book",)


def test_yes_to_a_choice_of_times_asks_which() -> None:
    talk = to_suggestion()(say("tuesday at 7 pm", day="2026-12-01", time="19:00"), YES)
    assert "Which one?" in talk.text


def test_the_second_one_is_the_second_on_the_screen() -> None:
    talk = to_suggestion()
    second = talk.last.choices[1]
    talk(say("the second one"))
    assert second.says.split("day=")[1].split()[0] == talk.session.answers("book")["day"]


def test_thanks_help_repeat_and_goodbye_leave_the_question_open() -> None:
    talk = to_suggestion()
    for intent, words in (
        ("thank", "welcome"),
        ("help", "go back"),
        ("repeat", "I'd suggest"),
        ("greet", "I'd suggest"),
    ):
        assert words in talk(say("", intent)).text and talk.slot == "suggestion"
    assert "Take care" in talk(say("bye", "goodbye")).text
    assert talk(HI).slot == "suggestion"


def test_a_fresh_injury_rests_three_days_and_is_marked() -> None:
    fresh = say("rolled my ankle yesterday", "describe", complaint__other_injury="yes", flag__fresh_injury="yes")
    talk = Talk()(fresh, ADULT, NONE, RUNNING)
    assert all(
        choice.says.split("day=")[1][:10] >= "2026-11-27" for choice in talk.last.choices if "day=" in choice.says
    )
    talk(say("sat 11", day="2026-11-28", time="11:00"), JO, YES)
    assert talk.did(Book)[0].intake.review == ("fresh_injury",)


def test_an_impossible_phone_number_is_explained() -> None:
    talk = to_suggestion()(THURSDAY, say("Jo Evans, 123", name="Jo Evans", contact="invalid"))
    assert talk.slot == "contact" and "doesn't look like a phone number" in talk.last.text


def test_out_of_scope_in_the_middle_comes_back_to_the_question() -> None:
    talk = to_suggestion()(say("tell me a joke", "out_of_scope"))
    assert talk.slot == "suggestion" and "outside what I can do" in talk.text


def test_an_answer_that_cannot_be_read_is_asked_again_and_holds_up_nothing() -> None:
    talk = to_complaint()(say("calf, 11 out of 10", complaint__calf="yes", severity="11"))
    assert "severity.calf" in talk.last.slots
    assert talk(say("7 then", severity="7")).slot == "red_flags"
