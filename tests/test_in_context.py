"""A bare word means what was asked; the same word to another question, or to none, is left alone."""

from datetime import datetime

import pytest

from bot.heard import Heard
from bot.understand import Understood, read
from bot.view import View
from tests.talk import KNOWLEDGE, PROFILES

QUESTIONS = {
    "": (),
    "complaint": ("complaint",),
    "side": ("side.calf",),
    "since": ("since.calf",),
    "severity": ("severity.calf",),
    "red_flags": ("red_flags",),
    "routine": ("routine",),
    "race": ("race",),
    "care": ("care",),
    "length": ("length",),
    "day": ("day", "time"),
    "therapist": ("therapist",),
    "name": ("name",),
    "contact": ("contact",),
    "agreed": ("agreed",),
}


def understood(text: str, asked: tuple[str, ...]) -> Understood:
    return read(text, View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, asked), None)


def answers(text: str, asked: tuple[str, ...]) -> dict[str, str]:
    return dict(understood(text, asked).answers)


def intent(text: str, asked: tuple[str, ...]) -> str:
    return understood(text, asked).intent


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7", {"severity": "severity=7", "routine": "routine=7x", "day": "time=07:00|19:00"}),
        ("left", {"side": "side=left"}),
        ("both", {"side": "side=both"}),
        ("three runs", {"routine": "routine=3x"}),
        ("Sarah", {"name": "name=Sarah"}),
        ("Tom Price", {"name": "name=Tom Price"}),
        ("Anna", dict.fromkeys(QUESTIONS, "therapist=anna") | {"name": "name=Anna"}),
        ("none", {"complaint": "complaint.none=yes", "race": "race=none"}),
        ("a half", {"race": "race=half"}),
        ("physio", {"care": "care=yes"}),
        ("12345678", {"contact": "contact=invalid"}),
        ("the second one", {}),
        ("yes", {}),
        ("the longer one", {"length": "length=90"}),
    ],
)
@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_bare_word_answers_the_question_that_is_open(text: str, meant: dict[str, str], asked: str) -> None:
    found = [f"{slot}={answer}" for slot, answer in answers(text, QUESTIONS[asked]).items()]
    assert found == ([meant[asked]] if asked in meant else [])


@pytest.mark.parametrize("asked", ["complaint", "side", "since", "severity"])
def test_a_bare_length_of_time_is_how_long_it_has_hurt_while_that_is_talked_of(asked: str) -> None:
    assert answers("3 weeks", QUESTIONS[asked]) == {"since": "2026-11-03"}


@pytest.mark.parametrize("asked", ["complaint", "side", "since", "severity", "routine"])
def test_a_bare_day_is_no_wish_while_an_ache_or_running_is_talked_of(asked: str) -> None:
    assert "day" not in answers("tomorrow", QUESTIONS[asked])


def test_both_ways_to_reach_a_client_are_kept() -> None:
    told = answers("jo@example.org or 07700 900123", QUESTIONS["contact"])
    assert told == {"contact": "jo@example.org", "contact.other": "+447700900123"}


def test_when_it_began_is_not_taken_from_an_ache_that_is_over() -> None:
    assert answers("my shin cleared up months ago", QUESTIONS["complaint"]) == {"complaint.shin_splints": "no"}


def test_a_time_that_is_wanted_is_no_goal_in_the_clients_own_words() -> None:
    said = answers("tues at 5 or thurs at 10", ("goal",))
    assert said.keys() == {"day", "time"}
    assert answers("to keep up with the kids", ("goal",)) == {"goal": "to keep up with the kids"}


@pytest.mark.parametrize(
    "text", ["not the knee, the shin", "not my calf, my achilles", "no 90", "not an hour, make it 90"]
)
def test_what_is_put_right_denies_no_warning(text: str) -> None:
    assert intent(text, ("red_flags", "side", "since", "severity")) != "deny"


PLAIN = ["none", "no, none of these", "none, thursday at 5 please", "not really", "no fever", "no medical conditions"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_no_denies_the_warnings(text: str) -> None:
    assert intent(text, ("red_flags", "side", "since", "severity")) == "deny"


def test_to_ask_for_leave_does_not_say_that_a_doctor_gave_it() -> None:
    assert intent("ok can i book then", ("cleared",)) == "inform"
    assert intent("yes, can i book then", ("cleared",)) == "affirm"


def test_before_and_after_is_enough_where_a_race_is_talked_of() -> None:
    assert answers("before and after please", ("suggestion", "day", "time")) == {"pair": "both"}


def test_a_race_that_somebody_has_been_training_for_is_to_come() -> None:
    said = "i've been training for the valencia marathon which is on the 6th of december"
    assert answers(said, ())["race"] == "marathon@2026-12-06"


@pytest.mark.parametrize("text", ["thursday evening", "no sorry thursday evening", "make it thursday evening"])
def test_another_time_is_heard_while_the_name_is_asked(text: str) -> None:
    assert answers(text, ("name", "contact")) == {"day": "2026-11-26", "time": "17:00..20:00"}


@pytest.mark.parametrize(
    ("text", "guardian"),
    [("my daughter is 14", "yes"), ("my son 12", "yes"), ("my daughter is 25", None), ("my girls 10k pb", None)],
)
def test_who_speaks_of_their_child_is_its_guardian(text: str, guardian: str | None) -> None:
    assert answers(text, ()).get("guardian") == guardian


@pytest.mark.parametrize(("text", "meant"), [("my mum says yes", "yes"), ("my mum said no", None)])
def test_a_parent_who_says_no_agrees_to_nothing(text: str, meant: str | None) -> None:
    assert answers(text, ("guardian",)).get("guardian") == meant


def test_a_long_answer_about_the_ache_is_heard_whole_beside_the_warnings() -> None:
    asked = ("side.calf", "since.calf", "severity.calf", "red_flags")
    told = {"side": "left", "since": "2026-11-03", "severity": "6"}
    assert answers("left one mostly, about 3 weeks now, 6", asked) == told
    assert "since" not in answers("a bit of a fever last week, fine now", ("red_flags",))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("none, but I went over on my ankle bone", "inform"),
        ("none of those though my leg feels odd", "inform"),
        ("3 weeks, none, but I tripped on the stairs", "inform"),
        ("none. I banged it on the kerb though", "inform"),
        ("no, my foot went funny though", "inform"),
        ("none, although there was a bit of a crash", "inform"),
        ("none of these, but the left foot felt like wood", "inform"),
        ("none, but there are mornings when it buckles", "inform"),
        ("no, there is one thing though", "inform"),
        ("none, well, one perhaps", "inform"),
        ("no, the fourth actually", "inform"),
        ("yes there's one of them", "inform"),
        ("none, but there are some days I can't do", "deny"),
        ("none of those though", "deny"),
        ("none, I'd like a friday though", "deny"),
        ("none, but there are evenings that suit", "deny"),
        ("none, but I'd love a friday", "deny"),
        ("none of them, but I have to be quick", "deny"),
        ("none of these, thanks for asking me", "deny"),
    ],
)
def test_who_denies_the_warnings_but_tells_of_something_has_not_denied_them(text: str, meant: str) -> None:
    assert intent(text, ("since", "severity", "red_flags")) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yes", "affirm"),
        ("yep, my GP said it's fine", "affirm"),
        ("aye she did last week", "affirm"),
        ("👍", "affirm"),
        ("yes it still goes numb", "inform"),
        ("yes but it tingles", "inform"),
        ("yes they have, friday at 3", "affirm"),
        ("yes, friday at 3, it still tingles mind", "inform"),
        ("yeah, monday at 4, bit funny again though", "inform"),
        ("yes, next tuesday morning with anna", "affirm"),
        ("yes, no problem, she's happy", "affirm"),
        ("well yes and no", "inform"),
        ("of course, my knee clicks", "describe"),
        ("not yet", "inform"),
    ],
)
def test_only_a_plain_yes_tells_that_a_doctor_gave_leave(text: str, meant: str) -> None:
    assert intent(text, ("cleared",)) == meant


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("cancel the one next week", "2026-11-30..2026-12-06"),
        ("the one next week", "2026-11-30..2026-12-06"),
        ("this weekend's", "2026-11-28..2026-11-29"),
        ("the friday one", "2026-11-27"),
        ("friday at 5", "2026-11-27T17:00"),
    ],
)
def test_an_appointment_of_some_days_may_be_on_any_of_them(text: str, which: str) -> None:
    assert answers(text, ("which",))["which"] == which


@pytest.mark.parametrize(
    "text", ["I've not been to a doctor", "nobody's looked at it", "no races for me", "not seen a GP"]
)
def test_who_sees_nobody_or_runs_no_race_has_denied_no_warnings(text: str) -> None:
    assert intent(text, ("red_flags",)) != "deny"


OF_ELSE = ["no ultra for me this year", "no treadmill for me", "no power in it", "not squatting well", "no pressure"]


@pytest.mark.parametrize("heard", [None, Heard("deny", 0.97), Heard("inform", 0.97)])
@pytest.mark.parametrize("text", OF_ELSE)
def test_who_denies_something_else_has_denied_no_warnings(text: str, heard: Heard | None) -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("severity.calf", "red_flags"))
    assert read(text, view, heard).intent == "inform"


def test_no_marathon_this_year_is_no_race_ahead() -> None:
    assert answers("no marathon for me this year", ()) == {"race": "none"}
    assert answers("no half for me, just the 10k", ("race",)) == {"race": "10k"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sorry, Kris with a k", "Kris"),
        ("its elin with one n", "Elin"),
        ("that's spelt Caoimhe", "Caoimhe"),
        ("name should be Alun", "Alun"),
        ("*Rhian", "Rhian"),
        ("Sioned*", "Sioned"),
        ("Louis not Lewis please", "Louis"),
        ("typo, sorry", None),
        ("Left not right", None),
        ("any day that starts with a t", None),
    ],
)
@pytest.mark.parametrize("asked", ["agreed", "name"])
def test_a_name_is_heard_as_it_is_spelt(text: str, told: str | None, asked: str) -> None:
    assert answers(text, QUESTIONS[asked]).get("name") == told


def test_a_name_told_and_spelt_in_one_breath_is_told_whole() -> None:
    assert answers("lynne davies, lynne with an e", ("name",)) == {"name": "Lynne Davies"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("it's Joe", "Joe Evans"),
        ("actually that's Joh with an h", "Joh Evans"),
        ("Evens not Evans", "Jo Evens"),
        ("it's for my wife Ruth", "Ruth"),
        ("my name is Joe Bevan", "Joe Bevan"),
    ],
)
def test_a_first_name_put_right_keeps_the_surname(text: str, name: str) -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("agreed",), name="Jo Evans")
    assert read(text, view, None).answers["name"] == name


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("on a scale of 1-10 it's a 4", "4"),
        ("1 to 10? a 5 I'd say", "5"),
        ("between one and ten, 3", "3"),
        ("I never know with these one to ten things", ""),
        ("from 1 to 10 it's a 10", "10"),
    ],
)
def test_the_scale_is_no_score_on_it(text: str, bad: str) -> None:
    assert answers(text, ("severity.calf",)).get("severity", "") == bad


@pytest.mark.parametrize(
    "text", ["I couldn't be certain of any of those", "not certain about all these", "mibbe none of them"]
)
def test_who_is_not_sure_of_the_warnings_denies_none(text: str) -> None:
    assert intent(text, ("red_flags",)) != "deny"


def test_nor_does_who_does_not_know_whatever_the_model_makes_of_it() -> None:
    asked = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("red_flags",))
    assert read("couldnt know if any apply", asked, Heard("deny", 0.9)).intent == "dont_know"


ABOUT_IT = ("complaint", "side", "since", "severity")


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("a rub for the shin on saturday please", ""),
        ("shin, started on Saturday, can I come on Saturday", "2026-11-21"),
        ("my shin, since Sunday, can I come on Thursday?", "2026-11-22"),
    ],
)
def test_a_day_that_is_wished_for_is_not_the_one_it_began_on(text: str, begun: str) -> None:
    said = answers(text, ABOUT_IT)
    assert said.get("since", said.get("since.shin_splints", "")) == begun and said["day"]


@pytest.mark.parametrize(
    ("text", "race"),
    [("right, two weeks, a 4", ""), ("10k, two weeks", "10k@2026-12-08"), ("two weeks", "race@2026-12-08")],
)
def test_how_long_it_has_hurt_told_late_is_no_race(text: str, race: str) -> None:
    assert answers(text, ("routine", "race", "goal", "care")).get("race", "") == race


@pytest.mark.parametrize(("sure", "meant"), [(0.3, "inform"), (0.75, "inform"), (0.9, "deny")])
def test_the_warnings_are_denied_by_the_model_only_if_it_is_certain(sure: float, meant: str) -> None:
    asked = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("red_flags",))
    assert read("fit as a flea, and the lungs go like bellows", asked, Heard("deny", sure)).intent == meant


SOME = [
    "no different, swollen as ever",
    "no aches, massive lump",
    "nope sorry, both of those",
    "no its all of these",
    "no, the third",
    "no to the last one",
    "no real issues my calf is a bit warm",
    "not hot but numb",
    "no fever, numb and weak",
]
LISTS = [
    "no lump, bruising or fever",
    "not warm, red or numb",
    "no to all of those",
    "none, my calf has no swelling",
    "no, all well",
    "no, first time it's happened",
    "no bruising, redness, numbness",
]


@pytest.mark.parametrize("heard", [None, Heard("deny", 0.97)])
@pytest.mark.parametrize(("text", "denied"), [*((text, False) for text in SOME), *((text, True) for text in LISTS)])
def test_who_tells_of_some_warnings_beside_a_no_has_not_denied_them(
    text: str, denied: bool, heard: Heard | None
) -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("severity.calf", "red_flags"))
    assert (read(text, view, heard).intent == "deny") == denied


@pytest.mark.parametrize(
    ("text", "told"),
    [("hiya, Ceri here", {"name": "Ceri"}), ("mornin sunshine", {}), ("evening all you lovely people", {})],
)
def test_a_hello_with_a_name_or_by_the_hour_is_a_hello(text: str, told: dict[str, str]) -> None:
    understood = read(text, View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE), Heard("greet", 0.97))
    assert (understood.intent, understood.answers, understood.times) == ("greet", told, ())


def test_a_morning_with_a_question_is_a_wish() -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE)
    assert read("morning at 9?", view, Heard("greet", 0.97)).answers["time"] == "09:00"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("left calf, no right calf", "right"),
        ("my left, no sorry right", "right"),
        ("both calves, no just the left", "left"),
        ("left no right", "right"),
        ("left, not right", "left"),
    ],
)
def test_of_a_side_put_right_at_once_the_last_counts(text: str, side: str) -> None:
    told = answers(text, ("complaint", "side", "since", "severity"))
    assert {told[slot] for slot in told if slot.startswith("side")} == {side} and "no" not in told.values()


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("shin 2 hip 6", {"severity.shin_splints": "2", "severity.hip_flexor": "6"}),
        ("hip 6 shin 2", {"severity.shin_splints": "2", "severity.hip_flexor": "6"}),
        ("shin 2 weeks hip 6", {"severity.shin_splints": "6"}),  # rather the worst than none
    ],
)
def test_each_ache_has_the_number_beside_it(text: str, bad: dict[str, str]) -> None:
    told = answers(text, ("severity.shin_splints", "severity.hip_flexor"))
    assert {slot: told[slot] for slot in told if slot.startswith("severity")} == bad


@pytest.mark.parametrize("often", ["4 evenings a week", "3 or 4 mornings a week", "4 - 5 times a week"])
def test_how_often_is_neither_how_bad_nor_since_when(often: str) -> None:
    assert not {"severity", "since"} & answers(often, QUESTIONS["severity"]).keys()


@pytest.mark.parametrize("told", ["It's May Rees, 07700 900456", "it's Will Rees 07700 900456"])
def test_a_name_that_begins_with_another_word_is_whole(told: str) -> None:
    name = told[5:].partition(" Rees")[0] + " Rees"
    assert answers(told, ("name", "contact")) == {"name": name, "contact": "+447700900456"}


@pytest.mark.parametrize("told", ["it's May", "It's Next Friday", "It's Good then", "it's may be 07700 900456"])
def test_a_word_that_is_no_name_by_itself_is_none(told: str) -> None:
    assert "name" not in answers(told, ("name", "contact"))


@pytest.mark.parametrize(
    ("text", "stays"), [("heel", False), ("it's the heel", False), ("and my heel", True), ("hip", True)]
)
def test_a_foot_told_more_exactly_is_one_place(text: str, stays: bool) -> None:
    view = View(
        datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("red_flags", "side"), about=("other_injury",)
    )
    assert (read(text, view, None).answers.get("complaint.other_injury") != "no") is stays


@pytest.mark.parametrize(
    ("text", "told"),
    [("been sore since Friday, right side", {"side": "right", "since": "2026-11-20"}), ("sore since Friday", {})],
)
def test_since_when_is_kept_beside_a_side_where_no_place_was_named(text: str, told: dict[str, str]) -> None:
    assert answers(text, ()) == told


@pytest.mark.parametrize("text", ["cancel both", "scrap both", "cancel all of them", "cancel the lot"])
def test_several_are_to_be_cancelled(text: str) -> None:
    assert intent(text, ()) == "cancel_appointment" and answers(text, ())["which"] in ("both", "all")


@pytest.mark.parametrize("text", ["cancel it, that's all", "I can't make it at all", "cancel all that nonsense"])
def test_all_may_be_something_else(text: str) -> None:
    assert "which" not in answers(text, ())


@pytest.mark.parametrize("text", ["can I change the name", "my surname is spelt wrong", "you have the wrong number"])
def test_a_name_or_number_is_to_be_put_right(text: str) -> None:
    assert intent(text, ()) == "rename"


def test_what_is_beyond_us_is_an_answer_where_a_reader_found_one() -> None:
    view = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE, ("routine", "race", "goal", "care"))
    heard = Heard("out_of_scope", 0.99, (("out_of_scope", 0.99),), chances={"nothing_hurts": 0.9})
    assert read("a half on valentines day", view, heard).answers == {"race": "half@2027-02-14"}


@pytest.mark.parametrize("asked", ["", "day", "agreed"])
@pytest.mark.parametrize(
    ("text", "called"),
    [("Max 07700 900456", "Max"), ("It's May Rees, 07700 900456", "May Rees"), ("WhatsApp 07700 900456", "")],
)
def test_a_name_beside_nothing_but_a_number_is_one_whenever_it_is_told(text: str, called: str, asked: str) -> None:
    assert answers(text, QUESTIONS[asked]).get("name", "") == called
