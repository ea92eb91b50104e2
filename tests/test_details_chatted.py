"""Which side, since when, how bad, which race, how much running, who: as people chat it, and what only sounds so."""

from datetime import date, datetime, time

import pytest

from bot.when import Frame
from bot.words.begun import is_wished_for, since
from bot.words.contacts import contacts
from bot.words.keywords import plain, readable
from bot.words.particulars import severity
from bot.words.races import races
from bot.words.running import routine
from bot.words.sides import sides
from bot.words.speech import words
from bot.words.who import name

FRAME = Frame(datetime(2026, 11, 24, 10, 15), ((time(7), time(20)),) * 6 + (None,))
DETAILS = frozenset(("side", "since", "severity"))
ROUTINE = frozenset(("routine",))


@pytest.mark.parametrize(
    ("text", "labels", "side"),
    [
        ("the bad heel is the L one", ["plantar_fasciitis"], "left"),
        ("rt calf after hills", ["calf"], "right"),
        ("calves, the pair hurt, I mean both of them", ["calf"], "both"),
        ("the glute and the hip, both on the left", ["glute"], "left"),
        ("righty", [], "right"),
        ("my feet r one big blister", ["plantar_fasciitis"], ""),
        ("I am left handed, my calf hurts", ["calf"], ""),
        ("two kids, both of them want a rub", ["calf"], ""),
    ],
)
def test_a_side_in_letters_and_of_two_places(text: str, labels: list[str], side: str) -> None:
    assert "".join(sides(words(text), [], labels, frozenset(("side",))).values()) == side


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("the better part of a month", date(2026, 10, 24)),
        ("four and a bit weeks", date(2026, 10, 27)),
        ("a week and a half", date(2026, 11, 14)),
        ("month and a half", date(2026, 10, 13)),
        ("this time last week", date(2026, 11, 17)),
        ("sore knee, had this two weeks", date(2026, 11, 10)),
        ("five days it's been, my shin", date(2026, 11, 19)),
        ("calf again, a month of it", date(2026, 10, 24)),
        ("heel hurts since last two weeks", date(2026, 11, 10)),
        ("part of a club", None),
        ("had it looked at", None),
    ],
)
def test_since_when_in_a_roundabout_way(text: str, began: date | None) -> None:
    assert since(plain(text), FRAME) == began


def test_so_many_days_are_no_name_of_a_day_that_is_wished_for() -> None:
    assert not is_wished_for(date(2026, 11, 14), "2026-11-28", "shin tight ten days, free saturday?")
    assert is_wished_for(date(2026, 11, 21), "2026-11-28", "a rub on saturday in two weeks time")


@pytest.mark.parametrize(
    ("text", "worst"),
    [
        ("four and a half", "5"),
        ("3 or 4", "4"),
        ("a 6 or a 5", "6"),
        ("rating 3", "3"),
        ("pain out of ten? 4 now", "4"),
        ("two and a half weeks", ""),
        ("3 or 4 weeks", ""),
    ],
)
def test_the_worse_of_two_scores_and_half_points(text: str, worst: str) -> None:
    assert severity(plain(text), DETAILS) == worst


@pytest.mark.parametrize(
    ("text", "race"),
    [
        ("Newport Half coming up on 6th december", "half@2026-12-06"),
        ("the half then the pub on 6 december", "half@2026-12-06"),
        ("twenty-six point two on march 7", "marathon@2027-03-07"),
        ("some fifty k thing up the hills on jan 16", "ultra@2027-01-16"),
        ("the day before our 10k, which is 13 December", "10k@2026-12-13"),
        ("we're all running the 10k on 6 october", "10k@2027-10-06"),
        ("we were running the 10k on 6 october", "10k@2026-10-06"),
        ("half an hour on 6 december", ""),
        ("half the day on 6 december", ""),
        ("fifty people on jan 16", ""),
    ],
)
def test_races_in_words_and_the_day_beside_one(text: str, race: str) -> None:
    assert races(plain(text), FRAME, frozenset()) == race


@pytest.mark.parametrize(
    ("text", "asked", "week"),
    [
        ("35k in over the week", frozenset(), "35km"),
        ("20 miles on a good week", frozenset(), "20mi"),
        ("two runs in a week", frozenset(), "2x"),
        ("5 runs out of 7", ROUTINE, "5x"),
        ("Mondays, Wednesdays and Saturday", ROUTINE, "3x"),
        ("desk all day, run on tues and thurs", ROUTINE, "2x"),
        ("parkrun on Saturday", ROUTINE, ""),
        ("she's 9 and runs a 7 minute mile", ROUTINE, ""),
        ("Mondays and Saturdays", frozenset(), ""),
    ],
)
def test_a_week_of_running_in_other_words(text: str, asked: frozenset[str], week: str) -> None:
    assert routine(plain(text), asked, "km") == week


@pytest.mark.parametrize(
    ("text", "asked", "who"),
    [
        ("Ada Novak, and my number is 07700 900111", "", "Ada Novak"),
        ("Ada Novak you can text me on 07700 900111", "", "Ada Novak"),
        ("put it under Rev. no, the name is Huw Morris", "", "Huw Morris"),
        ("my name? Ruth. Ruth Bell", "name", "Ruth Bell"),
        ("ada novak, 07700 900111", "contact", "Ada Novak"),
        ("07700 900111, ask for Ada", "contact", "Ada"),
        ("ah'm Ewan Reid, calf's sore", "", "Ewan Reid"),
        ("Morning All, my mobile is 07700 900111", "", ""),
        ("home phone, 07700 900111", "contact", ""),
        ("can I ask for Anna", "", ""),
        ("do you want my name? on Thursday", "", ""),
    ],
)
def test_a_name_beside_a_number_or_a_question(text: str, asked: str, who: str) -> None:
    assert name(readable(text), frozenset([asked] if asked else [])) == who


def test_an_address_that_follows_at_is_no_part_of_it() -> None:
    assert contacts("mail me at a.novak@example.org", frozenset(("contact",)), "en_GB") == ["a.novak@example.org"]
    assert contacts("novak at example.org", frozenset(("contact",)), "en_GB") == ["novak@example.org"]


def test_how_long_beside_other_answers_is_no_race_to_come() -> None:
    assert races(plain("left, three weeks, about a 5"), FRAME, frozenset(("race", "side"))) == ""
