"""The model as a second listener: it adds red flags, takes none away; hears when nothing hurts, and what times are."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.alarms import alarms
from bot.heard import Heard, Ranked
from bot.messages import HALF_HEARD
from bot.outline import outline
from bot.understand import read
from bot.view import View
from tests.talk import HI, KNOWLEDGE, PROFILES, Talk, say

VIEW = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE)
FIGURE = "I have had chest pain since Friday, so a massage at 4 please"
FAINT = "one leg is a size bigger than its twin since the plane"
CLOT = (("leg_clot", 0.9), ("infection", 0.2))
SURE, UNSURE = 0.9, 0.4


def hears(intent: str = "describe", *, flags: Ranked = (), hurts: Ranked = (), **chances: float) -> Heard:
    return Heard(intent, 0.9, ((intent, 0.9),), hurts, flags, chances)


def wants(chance: float, moves: float = 0.0, intent: str = "inform") -> Heard:
    """A time, which is wished for with this chance, or moved from."""
    return Heard(intent, 0.9, ((intent, 0.9),), chances={"want": chance, "not": 0.01, "from": moves})


def raised(text: str, heard: Heard | None = None, **health: str) -> list[str]:
    return alarms(text, health, (), KNOWLEDGE, heard)


def test_what_no_rule_knows_is_raised_by_the_model_if_it_is_sure() -> None:
    text = FAINT
    assert raised(text) == []
    assert raised(text, hears(flags=CLOT, stops=SURE, marks=SURE)) == ["leg_clot"]
    assert raised(text, hears(flags=(("leg_clot", 0.5),), stops=UNSURE, marks=UNSURE)) == []


@pytest.mark.parametrize(
    ("clear", "stops", "flags"), [(0.9, 0.3, ["leg_clot"]), (0.9, 0.1, []), (0.7, 0.7, []), (0.1, 0.85, ["leg_clot"])]
)
def test_one_kind_heard_clearly_is_raised_in_a_message_that_may_well_stop(
    clear: float, stops: float, flags: list[str]
) -> None:
    assert raised(FAINT, hears(flags=(("leg_clot", clear),), stops=stops)) == flags


@pytest.mark.parametrize(("clear", "stops"), [(0.96, 0.06), (0.1, 0.7), (0.4, 0.3)])
def test_what_the_model_alone_half_hears_is_asked_about(clear: float, stops: float) -> None:
    half = hears("book", flags=(("leg_clot", clear),), stops=stops)
    heard = read(FAINT, VIEW, half)
    assert (heard.red_flags, heard.answers["suspected.leg_clot"]) == ((), HALF_HEARD)
    assert "flag.leg_clot" not in heard.answers


def test_a_no_to_what_was_only_half_heard_stands_and_to_what_a_rule_heard_is_asked_anew() -> None:
    half = read("one ankle looks puffier than its brother", VIEW, hears("book", flags=(("leg_clot", 0.5),), stops=0.5))
    talk = Talk()(HI, half.said())
    assert talk.slot == "suspected.leg_clot"
    assert talk(say("no", "deny"), half.said()).slot != "suspected.leg_clot"
    rule = read(FIGURE, VIEW, hears("book", stops=0.01)).said()
    assert talk(rule, say("no", "deny"), rule).slot == "suspected.chest_heart"


@pytest.mark.parametrize(
    ("heard", "asked"),
    [
        (hears("book", flags=(("leg_clot", 0.4),), stops=0.1), ()),
        (hears("book", flags=(("of_another_release", 0.9),), stops=0.4), ()),
        (hears("stop", flags=(("leg_clot", 0.5),), stops=0.5), ()),
        (hears("book", flags=(("leg_clot", 0.5),), stops=0.5), ("red_flags",)),
    ],
)
def test_too_faint_a_doubt_is_not_asked_about_nor_one_that_has_no_place(heard: Heard, asked: tuple[str, ...]) -> None:
    answers = read(FAINT, replace(VIEW, asked=asked), heard).answers
    assert not any(slot.startswith(("suspected", "flag")) for slot in answers)


def test_a_suspicion_is_no_red_flag_to_the_outside() -> None:
    half = hears("out_of_scope", flags=(("self_harm", 0.5),), stops=0.5)
    seen = outline(read("up on the bridge again last night, looking down", VIEW, half), KNOWLEDGE)
    assert seen["red_flags"] == [] and seen["answers"] == {"suspected.self_harm": HALF_HEARD}


def test_what_the_rules_hear_is_not_doubted_for_what_the_model_half_hears_besides() -> None:
    heard = read(FIGURE, VIEW, hears("book", flags=(("leg_clot", 0.5),), stops=0.5))
    assert heard.red_flags == ("chest_heart",) and "suspected.leg_clot" not in heard.answers


def test_the_model_takes_no_flag_away() -> None:
    assert raised("I have chest pain", hears(stops=0.0, marks=0.0, nothing_hurts=1.0)) == ["chest_heart"]


def test_what_only_a_rule_hears_in_a_message_that_the_model_finds_harmless_is_asked_about() -> None:
    heard = read(FIGURE, VIEW, hears("book", stops=0.01))
    assert (heard.red_flags, heard.answers["suspected.chest_heart"]) == ((), "yes")
    for sure in (None, hears("book", stops=0.3), hears("book", stops=0.01, flags=(("chest_heart", 0.6),))):
        assert read(FIGURE, VIEW, sure).red_flags == ("chest_heart",)


@pytest.mark.parametrize(
    "text", ["I want to die, so cancel all of it", "this knee is 10 out of 10 agony today", "chest pain", "I fainted"]
)
def test_despair_agony_and_what_is_said_in_a_few_words_are_no_matter_for_doubt(text: str) -> None:
    assert read(text, VIEW, hears("book", stops=0.01)).red_flags


@pytest.mark.parametrize("asked", ["red_flags", "suspected.leg_clot", "cleared"])
def test_what_is_told_where_warnings_are_asked_is_no_matter_for_doubt(asked: str) -> None:
    assert read(FIGURE, replace(VIEW, asked=(asked,)), hears("book", stops=0.01)).red_flags == ("chest_heart",)


@pytest.mark.parametrize("intent", ["human", "late", "stop", "cancel_appointment"])
def test_who_wants_something_else_than_go_on_is_stopped_not_asked(intent: str) -> None:
    assert read(FIGURE, VIEW, hears(intent, stops=0.01)).red_flags == ("chest_heart",)


def test_of_several_each_is_asked_about() -> None:
    heard = read("I have chest pain and my calf is hot, red and swollen, friday at 4?", VIEW, hears("book", stops=0.01))
    assert {"suspected.chest_heart", "suspected.leg_clot"} <= heard.answers.keys() and not heard.red_flags


def test_a_flag_that_only_marks_stays_beside_one_that_is_asked_about() -> None:
    heard = read(f"{FIGURE}. I take blood thinners", VIEW, hears("book", stops=0.01))
    assert heard.red_flags == ("blood_thinners",) and heard.answers["suspected.chest_heart"] == "yes"


def test_the_model_adds_nothing_where_a_rule_stops_already() -> None:
    assert raised("I have chest pain", hears(flags=CLOT, stops=SURE, marks=SURE)) == ["chest_heart"]


def test_a_more_urgent_flag_comes_before_a_lesser_one_of_the_rules_if_the_model_is_sure_of_it() -> None:
    text = "there is a lump in my thigh, and on every hill I feel most odd"
    assert raised(text) == ["lump"]
    assert raised(text, hears(flags=(("chest_heart", 0.96),), stops=SURE)) == ["chest_heart", "lump"]
    assert raised(text, hears(flags=(("chest_heart", UNSURE),), stops=SURE)) == ["lump"]


def test_who_may_want_to_die_is_heard_however_harmless_the_rest_of_the_message_sounds() -> None:
    text = "please take my name off the list for friday, where I am going nobody needs a massage"
    assert raised(text, hears(flags=(("self_harm", 0.96),), stops=0.1)) == ["self_harm"]
    assert raised(text, hears(flags=(("self_harm", UNSURE),), stops=0.1)) == []
    assert raised(text, hears(flags=(("leg_clot", 0.96),), stops=0.1)) == []


def test_of_several_flags_surely_heard_the_most_urgent_is_raised_and_despair_before_all() -> None:
    text = "there is a lump in my thigh, and on every hill I feel most odd"
    both = (("severe_pain", 0.99), ("chest_heart", 0.98))
    assert raised(text, hears(flags=both, stops=SURE)) == ["chest_heart", "lump"]
    agony = (("severe_pain", 0.97), ("leg_clot", 0.96))
    assert raised("a 6", hears(flags=agony, stops=SURE), severity="6") == ["leg_clot"]
    despair = hears(flags=(("chest_heart", 0.99), ("self_harm", 0.97)), stops=SURE)
    assert raised("I have chest pain", despair) == ["self_harm", "chest_heart"]


def test_one_flag_surely_heard_is_raised_though_the_message_as_a_whole_is_less_sure() -> None:
    text = "one leg is a size bigger than its twin since the plane"
    assert raised(text, hears(flags=(("leg_clot", 0.96),), stops=0.5)) == ["leg_clot"]
    assert raised("ah that old thing", hears(flags=(("heart_condition", 0.96),), marks=0.3)) == ["heart_condition"]
    assert raised("ah that old thing", hears(flags=(("heart_condition", 0.8),), marks=0.3)) == []


def test_a_flag_that_stops_comes_before_one_of_the_rules_that_only_marks() -> None:
    assert raised("I am on blood thinners", hears(flags=CLOT, stops=SURE, marks=SURE)) == ["leg_clot", "blood_thinners"]


def test_a_flag_that_only_marks_is_added_only_where_there_is_none() -> None:
    marked = hears(flags=(("infection", 0.9),), stops=0.1, marks=SURE)
    assert raised("streaming with a cold", marked) == ["infection"]
    assert raised("I am on blood thinners", marked) == ["blood_thinners"]


def test_flags_that_this_program_does_not_know_are_not_raised() -> None:
    assert raised("odd", hears(flags=(("of_another_release", 0.9),), stops=SURE, marks=SURE)) == []


@pytest.mark.parametrize(("pain", "flags"), [("7", []), ("8", ["severe_pain"]), ("unknown", [])])
def test_pain_told_as_a_figure_is_a_red_flag_from_eight_on(pain: str, flags: list[str]) -> None:
    assert raised("that much", severity=pain) == flags


def test_pain_told_as_a_figure_stops_beside_a_flag_that_only_marks() -> None:
    assert raised("I am on blood thinners", severity="9") == ["severe_pain", "blood_thinners"]


def test_who_gives_pain_a_figure_is_taken_at_their_word() -> None:
    agony = hears(flags=(("severe_pain", 0.9),), stops=SURE, marks=SURE)
    assert raised("it is agony first thing", agony) == ["severe_pain"]
    assert raised("it is agony first thing, a 6", agony, severity="6") == []
    assert raised("one leg is a size bigger", hears(flags=CLOT, stops=SURE), severity="6") == ["leg_clot"]


def test_nothing_hurts_where_the_model_hears_so_whatever_is_named() -> None:
    text = "the hamstring of the whole plan is my diary"
    assert hurts(text, hears(hurts=(("hamstring", 0.5),), nothing_hurts=0.3)) == {"hamstring"}
    assert hurts(text, hears(hurts=(("hamstring", 0.5),), nothing_hurts=0.8)) == set()


def test_an_appointment_for_a_place_says_where_though_not_that_it_hurts() -> None:
    assert hurts("an hour on my glutes please", hears("book", nothing_hurts=0.8)) == {"glute"}
    assert hurts("an hour on my glutes please", hears("book", nothing_hurts=0.97)) == set()


def test_a_plain_ache_stands_though_a_rule_takes_it_for_denied() -> None:
    text = "left achilles, it has been a month, fine now and then"
    sure = hears(hurts=(("achilles_tendinopathy", 0.97),), nothing_hurts=0.02)
    assert hurts(text, sure) == {"achilles_tendinopathy"}


def hurts(text: str, heard: Heard) -> set[str]:
    return {label for label, _, _ in read(text, VIEW, heard).complaints}


def test_a_day_that_is_for_something_else_is_no_time_for_an_appointment() -> None:
    text = "thursday is when the others go up the hill"
    assert times(text, VIEW, wants(0.02)) == []
    assert times(text, VIEW, wants(0.7)) == ["want"]


def test_a_few_words_about_a_time_need_no_judge() -> None:
    assert times("in ten days", VIEW, wants(0.02)) == ["want"]


def test_to_the_question_what_day_every_day_is_an_answer() -> None:
    asked = replace(VIEW, asked=("day", "time"))
    heard = wants(0.02)
    assert times("thursday", asked, heard) == ["want"]
    assert read("thursday", asked, heard).answers["day"] == "2026-11-26"


def times(text: str, view: View, heard: Heard) -> list[str]:
    return [time.role for time in read(text, view, heard).times]


def test_who_names_an_ache_and_wishes_for_a_time_books_and_who_gives_another_away_moves() -> None:
    assert read("knee again. friday at 5 work?", VIEW, wants(0.8, intent="describe")).intent == "book"
    assert read("knee again since friday at 5", VIEW, wants(0.1, intent="describe")).intent == "describe"
    text = "ye have me down for tuesday, any chance of thursday"
    assert read(text, VIEW, wants(0.9, 0.8, "book")).intent == "reschedule"
    assert read(text, VIEW, wants(0.9, 0.1, "book")).intent == "book"


def test_days_that_answer_another_question_are_not_judged_one_by_one() -> None:
    text = "easy on tuesdays and thursdays with the club"
    each = tuple((day, {"want": 0.97, "not": 0.01, "from": 0.01}) for day in ("tuesdays", "thursdays"))
    heard = replace(wants(0.5), times=each)
    assert read(text, replace(VIEW, asked=("routine",)), heard).times == ()
    assert read(text, VIEW, heard).times != ()


def test_a_day_told_as_an_excuse_is_refused_where_a_day_is_asked_for() -> None:
    text = "thursday I sing in the choir so friday would be better"
    each = (
        ("thursday", {"want": 0.04, "not": 0.94, "from": 0.01}),
        ("friday", {"want": 0.97, "not": 0.01, "from": 0.01}),
    )
    asked = replace(VIEW, asked=("day", "time"))
    assert read(text, asked, replace(wants(0.01), times=each)).answers["day"] == "2026-11-27"
    assert [time.role for time in read(text, asked, replace(wants(0.01), times=each)).times] == ["not", "want"]


def test_what_changes_something_is_not_followed_on_a_faint_word_of_the_model() -> None:
    assert read("'; DROP TABLE appointment; --", VIEW, hears("cancel_appointment")).intent == "cancel_appointment"
    faint = replace(hears("cancel_appointment"), confidence=0.35)
    assert read("'; DROP TABLE appointment; --", VIEW, faint).intent == "inform"
    assert read("please cancel my appointment", VIEW, faint).intent == "cancel_appointment"
