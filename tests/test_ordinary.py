"""An ordinary ache in ordinary words alarms nobody; one word more, and both listeners are heard."""

from datetime import datetime

import pytest

from bot.heard import Heard
from bot.understand import read
from bot.view import View
from bot.words.ordinary import is_ordinary
from tests.talk import KNOWLEDGE, PROFILES

VIEW = View(datetime(2026, 11, 24, 10, 15), PROFILES["cardiff"], KNOWLEDGE)
ALARMED = Heard("describe", 0.9, (("describe", 0.9),), (("calf", 0.9),), (("leg_clot", 0.99),), {"stops": 0.99})
CURIOUS = Heard("describe", 0.9, (("describe", 0.9),), (("calf", 0.9),), (("leg_clot", 0.5),), {"stops": 0.5})


@pytest.mark.parametrize(
    "text",
    [
        "my calf hurts",
        "Right calf's sore since Tuesday, can I book a massage?",
        "since 3 weeks I have pain in my calfs when I run",
        "achilles a bit stiff for 2 months, 4/10",
        "hi, tight left hamstring after parkrun",
    ],
)
def test_an_ordinary_ache_stops_nobody_and_is_not_asked_about(text: str) -> None:
    assert is_ordinary(text)
    for heard in (ALARMED, CURIOUS):
        understood = read(text, VIEW, heard)
        assert understood.red_flags == () and "suspected.leg_clot" not in understood.answers
        assert understood.complaints


@pytest.mark.parametrize(
    "text",
    [
        "my calf hurts since the flight",
        "left calf sore and a bit puffy",
        "calf pain at rest for a week",
        "my calf hurts worse every day",
        "calf pain 9 out of 10",
        "my left arm aches when I run",
        "tight chest on hills",
        "book me a massage for Tuesday",
        "",
    ],
)
def test_anything_else_is_left_to_both_listeners(text: str) -> None:
    assert not is_ordinary(text)
    assert not text or read(text, VIEW, ALARMED).red_flags
