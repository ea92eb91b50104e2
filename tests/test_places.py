"""Where on the body: places that only lead to another, words that name none, and what is over or somebody else's."""

import pytest

from bot.words.areas import areas, told
from bot.words.atlas import atlas
from bot.words.speech import words
from tests.talk import KNOWLEDGE

ATLAS = atlas(tuple((kind.label, kind.words) for kind in KNOWLEDGE.complaints.values()))


def named(text: str) -> dict[str, bool]:
    return told(areas(words(text), ATLAS))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the cord behind my heel, heel cord they call it", "achilles_tendinopathy"),
        ("tops of both feet", "other_injury"),
        ("the curve of my back just above my bum", "low_back"),
        ("a lump of muscle just above my knees", "quadriceps"),
        ("front of the upper legs", "quadriceps"),
        ("top of my leg at the front", "quadriceps"),
        ("rear of the thigh", "hamstring"),
        ("between my butt and the back of the knee", "hamstring"),
        ("down the back of my thigh to just above the knee", "hamstring"),
        ("quads sore all the way down to the knee", "quadriceps"),
        ("inside of my lower leg", "shin_splints"),
        ("deep where my thigh joins my pelvis", "hip_flexor"),
        ("right where my back pocket sits", "glute"),
        ("a dull ache in my behind", "glute"),
        ("back of my foot, underneath", "plantar_fasciitis"),
        ("not one muscle that isn't aching", "soreness_fatigue"),
        ("there isn't a part of me that doesn't ache", "soreness_fatigue"),
        ("my posterior is killing me", "glute"),
        ("from my calf all the way down to the ankle", "calf"),
        ("hamstring to the knee", "hamstring"),
        ("sciatica is the doc's word, not mine, it's my bum", "glute"),
        ("my quads hurt when I lift my knees up", "quadriceps"),
    ],
)
def test_a_place_that_only_tells_where_another_is_is_none(text: str, label: str) -> None:
    assert named(text) == {label: True}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("left knee, on the outside, when I go downhill", {"it_band_syndrome"}),
        ("knee, hurts on the inner side", {"runners_knee"}),
        ("lower leg, just along the front by the bone", {"shin_splints"}),
        ("foot sore, underneath", {"plantar_fasciitis"}),
        ("my knee, and outside it is raining", {"runners_knee"}),
        ("knee. outside of that I'm well", {"runners_knee"}),
        ("knee, shin, outer hip", {"runners_knee", "shin_splints", "other_injury"}),
        ("my hip, at the", {"hip_flexor"}),
    ],
)
def test_what_follows_a_comma_may_tell_where_on_a_place_it_hurts(text: str, labels: set[str]) -> None:
    assert set(named(text)) == labels


@pytest.mark.parametrize(
    "text",
    [
        "my cousin is raising a calf",
        "the calf my dad's rearing got out",
        "I lost my lumbar pillow",
        "is it lumbar lane or road",
        "thigh high socks on sale?",
        "she has broad shoulders, she'll cope",
        "my jaw dropped at the price",
        "drove the way to Leeds and back",
        "my phone's in my back pocket",
        "do I pull my knees up for the photo",
        "wearing heels to the wedding",
    ],
)
def test_words_of_the_body_are_not_always_the_body(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "the knee's sound since you worked on it",
        "had a bad Achilles. Gone.",
        "that hip thing? totally cured",
        "the calf hurt all summer, haven't noticed it in months",
        "my foot stopped aching after the new shoes",
        "knee trouble in 2018, hadn't given it a thought",
        "had shin splints as a lad, hasn't bothered me a jot",
    ],
)
def test_what_is_over_is_denied(text: str) -> None:
    assert set(named(text).values()) == {False}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("the calf has not stopped aching", {"calf": True}),
        ("I thought knee, he says no it's my hip", {"runners_knee": True, "hip_flexor": True}),
        ("someone's knees are always bad, mine never", {}),
        ("my wife wants someone to look at this knee", {"runners_knee": True}),
        ("her calf is tight, I'd be bringing her in on Monday", {"calf": True}),
        ("my nephew's ankles again", {}),
    ],
)
def test_whose_it_is_and_whether_it_is_still_there(text: str, labels: dict[str, bool]) -> None:
    assert named(text) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("two cows and a dozen calves to milk round", set()),
        ("lambs and calves, it's a busy farm", set()),
        ("off to feed the calves", set()),
        ("got new soles and heels from the cobbler", set()),
        ("off to feed the calves, left calf sore though", {"calf"}),
        ("fed up, calves tight", {"calf"}),
        ("new shoes, heels and soles ache", {"plantar_fasciitis"}),
        ("swollen a touch above the heel", {"achilles_tendinopathy"}),
        ("bulky bit below the back of my knee", {"calf"}),
    ],
)
def test_calves_of_a_farm_and_heels_of_a_shoe_do_not_ache(text: str, labels: set[str]) -> None:
    assert {label for label, stands in named(text).items() if stands} == labels
