"""What joins the rooms: clinics as visitors see them, and what a message is understood against."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.front import storefront
from bot.heard import Heard
from bot.house import understanding
from bot.messages import Reply
from bot.talk.session import Session, Told
from bot.when import Span
from tests.talk import CLINIC, PROFILES


async def deaf(text: str, times: Sequence[Span]) -> Heard | None:
    return None


def test_visitors_see_hours_and_prices_in_their_countrys_way() -> None:
    cardiff, sandy_springs = (storefront(PROFILES[name]) for name in ("cardiff", "sandy-springs"))
    assert cardiff.hours == (("Monday to Saturday", "07:00 to 20:00"), ("Sunday", "closed"))
    assert cardiff.prices == (("60 minutes", "£55"), ("90 minutes", "£75"))
    assert (cardiff.name, cardiff.language, cardiff.emergency) == ("Pro Sports Medicine", "en-GB", "999")
    assert sandy_springs.hours[0] == ("Monday to Saturday", "7:00 AM to 8:00 PM")
    assert (sandy_springs.language, sandy_springs.emergency) == ("en-US", "911")


async def test_a_message_is_understood_by_what_was_asked_and_by_the_race_told_of() -> None:
    listen = understanding(deaf)
    asked = Reply("How bad is it?", ("severity.calf",))
    session = Session(("book",), (Told("", {"race.half": "half@2026-12-12"}),), asked)
    assert (await listen("7", session, CLINIC)).answers == {"severity": "7"}
    said = await listen("can I come the day before my race?", Session(session.flows, session.told), CLINIC)
    assert said.answers["day"] == "2026-12-11"


@pytest.mark.parametrize("told", [{"name": "Sian Rees"}, {}])
async def test_a_name_is_put_right_whether_told_or_known(told: dict[str, str]) -> None:
    clinic = replace(CLINIC, known={} if told else {"name": "Sian Rees"})
    said = await understanding(deaf)("my name's spelt Siân", Session(("book",), (Told("book", told),)), clinic)
    assert said.answers["name"] == "Siân Rees"
