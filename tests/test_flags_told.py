"""Red flags told beside something cheerful, and in words that come to people in a hurry."""

from pathlib import Path

import pytest

from bot.knowledge import load_knowledge
from bot.words.flags import flags

RULES = load_knowledge(Path(__file__).parent.parent / "data" / "knowledge").flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("my pulse leaves out a long gap at night, fun gadget showed me", "palpitations"),
        ("it was 34 degrees out and my husband doesn't know his own house", "heat_illness"),
        ("roasting in full kit, now she's muttering and swaying", "heat_illness"),
        ("some evenings I think of ending things. Book me for hips anyway", "self_harm"),
        ("I just want to be here no more, no, I don't even want to be here", "self_harm"),
        ("they'd all be happier when I'm not around", "self_harm"),
        ("she swallowed a packet of paracetamol", "self_harm"),
        ("my finger is sticking out to the side, great match though", "fracture"),
        ("foot's facing a way feet shouldn't face", "fracture"),
        ("bicep made a noise at the gym and now it's rolled up", "rupture"),
        ("slipped off the stepladder hanging lights", "bad_fall"),
        ("bump above my eyebrow from the doorframe, haha", "head_injury"),
        ("got elbowed in the temple at basketball, we won", "head_injury"),
        ("shoulder is a nine out of ten, the rest of me is happy", "severe_pain"),
        ("my sole is dead to touch, holiday was lovely", "numbness"),
        ("lost an awful lot of weight for no reason", "lump"),
    ],
)
def test_trouble_is_heard_beside_something_cheerful(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("fainted at 1945, felt sick ever since", "chest_heart"),
        ("blacked out around 1930 and my arm tingles", "chest_heart"),
        ("banged my head by 1950, sick twice", "head_injury"),
        ("swam 1950 metres and collapsed by the ladder", "chest_heart"),
        ("date of birth 4.7.1991, crushing chest pain", "chest_heart"),
    ],
)
def test_times_of_day_metres_and_dates_of_birth_make_no_harm_old(text: str, flag: str) -> None:
    assert flag in flags(text, RULES)
