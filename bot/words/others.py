"""Whom words are about: the client, somebody the booking is for, or somebody else. Pure; linear in the text."""

from collections.abc import Mapping, Sequence

from bot.words.cues import ANYBODY, ME, THEM
from bot.words.people import (
    AM,
    ANIMALS,
    BESIDE,
    CHILDREN,
    CIRCLES,
    CRAMPS,
    GRANDPARENTS,
    GROUPS,
    HISTORIC,
    KIN,
    LABS,
    MY,
    NAMED,
    NOWISH,
    PEOPLE,
    QUALITIES,
    REMEMBERED,
    SOME,
    STRANGERS,
    TELLS,
    THE,
    THEIR,
)
from bot.words.phrases import Found
from bot.words.speech import Word

AROUND = 8  # words before and after that tell whether something is a story

KNOWN_BY = (  # my dad, the wife, a friend, some guy, their captain
    (MY, PEOPLE | ANIMALS),
    (THE, NAMED),
    (SOME, NAMED | STRANGERS),
    (THEIR, PEOPLE | STRANGERS),
)
RELATING = frozenset({"i", "we", "who"})  # "the bloke I train with" is still about him
OURS = {("of", "mine"), *((near, circle) for near in ("at", "from", "in") for circle in CIRCLES)}  # a lad at work
NAMELESS = PEOPLE | STRANGERS

Cues = Mapping[str, Sequence[Found]]


def others(said: Sequence[Word], cues: Cues) -> tuple[frozenset[int], frozenset[int]]:
    """Words that tell old stories about others, and words about others at all. Whom the booking is for is no other."""
    told, other = set[int](), set[int]()
    theirs = animal = known = False
    away = bool(cues["called_off"])
    for index, word in enumerate(said):
        text = word.text
        if word.before == ".":
            theirs = known and bool({text} & THEM)
        if person := someone(said, index) or (away and child(said, index)):
            theirs = known = True
            animal = person in ANIMALS | LABS
        elif speaks_of_me(said, index) or text == "but":
            theirs = False
        if theirs:
            (told if animal else other).add(index)
    if cues["for_them"]:
        return frozenset(told), frozenset()
    told |= other if cues["all_well"] else {index for index in other if historic(said, index)}
    return frozenset(told), frozenset(other)


def speaks_of_me(said: Sequence[Word], index: int) -> bool:
    """Does the talk turn to the client here? "A girl in my club" is still about her, as is "a mate of mine"."""
    text = said[index].text
    circle = text in MY and any(word.text in CIRCLES for word in said[index + 1 : index + 3])
    beside = text in ("me", "mine") and index > 0 and said[index - 1].text in BESIDE
    return text in ME and not circle and not beside and not relates(said, index)


def relates(said: Sequence[Word], index: int) -> bool:
    """Does "I" only tell which person is meant? "The bloke I train with"."""
    known = index > 1 and said[index - 2].text in {*THE, *SOME} and said[index - 1].text in STRANGERS
    return known and said[index].text in RELATING and not said[index].before


def child(said: Sequence[Word], index: int) -> str:
    """A child named here, who is no other unless the client stays away because of it: my son's broken his wrist."""
    mine = said[index].before == "." or said[index - 1].text in MY | THE
    return said[index].text if mine and said[index].text in CHILDREN else ""


def someone(said: Sequence[Word], index: int) -> str:
    """The person or animal named here: my best mate, the wife, some guy, nan. "My calf mate" is about a calf."""
    if named_alone(said, index):
        return said[index].text
    if index and said[index - 1].text in AM:
        return ""
    names = next((names for these, names in KNOWN_BY if said[index].text in these), frozenset())
    for word in said[index + 1 : index + 4] if names else ():
        if word.text in names:
            return word.text
        if word.text not in QUALITIES:
            return ""
    return ""


def named_alone(said: Sequence[Word], index: int) -> bool:
    """Is somebody named without "my"? Gran's ill; dad had a stroke; somebody fainted."""
    text, following = said[index].text, said[index + 1].text if index + 1 < len(said) else ""
    return (
        (text in GRANDPARENTS and bool(said[index].before))
        or (text in KIN and following in TELLS and (index == 0 or said[index - 1].text not in MY))
        or (text in ANYBODY | ANIMALS and following in TELLS and said[index - 1].text not in CRAMPS)
        or (text in LABS and following in TELLS and index > 0 and said[index - 1].text in MY)
        or (text in STRANGERS and index > 0 and said[index - 1].text in THE and following in RELATING)
        or (text in PEOPLE and index > 0 and said[index - 1].text in GROUPS)
        or (text in STRANGERS and index > 1 and said[index - 2].text == "of")
        or (text in KIN and index > 1 and said[index - 2].text in REMEMBERED)
        or (text in NAMELESS and tuple(word.text for word in said[index + 1 : index + 3]) in OURS)
        or (text in PEOPLE and index + 2 < len(said) and said[index + 2].text in ("his", "her"))
    )


def historic(said: Sequence[Word], index: int) -> bool:
    """Is this told as something that was? Looks only around the word."""
    near = {word.text for word in said[max(0, index - AROUND) : index + AROUND]}
    return bool(near & HISTORIC) and not near & NOWISH
