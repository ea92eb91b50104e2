"""The messages we are measured by stay as they are, and nobody trains on them."""

import re
from collections.abc import Iterator, Set
from itertools import chain, combinations

import pytest
import yaml

from bot.commands.evaluation.reading import cases, checksums
from bot.settings import ROOT
from tests.alike import alike, grams, words

NLU = ROOT / "data/nlu"
SETS = ("dev", "test")
EXAMPLE = re.compile(r" {4}- (?!text: \|)(.+)| {6}(.+)")
MARKED = re.compile(r"\[([^]]+)\]\(\w+\)")  # "[on Friday](want)": a time with its role
MANNERS = 3  # words: "hi", "yes", "say that again" are what anybody types, to a model as to a judge
LEAST = 0.7  # from here on two messages are the same with a word changed; below they share a phrase


def trained_on() -> dict[str, str]:
    """Every example by its place."""
    return {
        f"{file.name}:{number}": MARKED.sub(r"\1", found[1] or found[2])
        for file in sorted(NLU.glob("*.yml"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if (found := EXAMPLE.fullmatch(line))
    }


def kept_apart(name: str) -> dict[str, str]:
    """Every message of a set by its place."""
    return {f"{name}/{case.where}": case.row["text"] for case in cases(NLU / name)}


def lengthy(texts: dict[str, str]) -> dict[str, str]:
    """Without what everybody says in the same few words."""
    return {where: text for where, text in texts.items() if len(words(text)) > MANNERS}


def twins() -> Iterator[tuple[str, str]]:
    """Places of messages that are nearly the same."""
    every = chain(trained_on().items(), *(kept_apart(name).items() for name in SETS))
    return alike(lengthy(dict(every)), LEAST)


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_as_it_was_frozen(name: str) -> None:
    frozen = (NLU / name / "SHA256SUMS").read_text()
    assert checksums(NLU / name) == frozen, (
        f"The messages of data/nlu/{name} have changed. Put them back: git checkout data/nlu/{name}. If a label was"
        f" wrong and the change is meant: (cd data/nlu/{name} && sha256sum *.jsonl > SHA256SUMS),"
        f" say why in the commit, and accept a new run: cooldown evaluate --on {name} --accept"
    )


def test_every_example_that_is_trained_on_is_looked_at() -> None:
    said = [yaml.safe_load(file.read_text("utf-8"))["nlu"] for file in NLU.glob("*.yml")]
    examples = [section["examples"] for section in chain(*said)]
    assert len(trained_on()) == sum(len(one.splitlines() if isinstance(one, str) else one) for one in examples)


def test_no_message_is_nearly_another() -> None:
    found = sorted(f"{one} ~ {other}" for one, other in twins())
    assert not found, "Take one of each pair out, where one is an example of data/nlu/*.yml that one: " + "; ".join(
        found
    )


def test_no_example_is_there_twice() -> None:
    places: dict[str, list[str]] = {}
    for where, text in trained_on().items():
        places.setdefault(" ".join(words(text)), []).append(where)
    assert not [twice for twice in places.values() if len(twice) > 1]


# ---------------------------------------------------------------- what counts as nearly


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("when I lift my knee up the front of my hip pinches", "front of my hip pinches when I lift my knee"),
        ("too many questions, i'm out", "This is too many questions, I’m out"),
        ("Café run, left calf is tight!", "cafe run left CALF is tight"),
        ("I'd like to make an appointment", "i'd like to make an apointment"),
    ],
)
def test_a_word_or_a_letter_more_makes_no_new_message(one: str, other: str) -> None:
    assert list(alike({"one": one, "other": other}, LEAST)) == [("one", "other")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("move my appointment to Friday", "move my hair appointment to Friday week"),
        ("what's my booking reference", "what's my booking reference for ryanair"),
        ("how long is a massage session", "how much is a massage session"),
        ("👍", "👎"),
        ("你好吗", "こんにちは"),
    ],
)
def test_the_same_phrase_in_another_message_is_fair(one: str, other: str) -> None:
    assert list(alike({"one": one, "other": other}, LEAST)) == []


def test_the_quick_way_finds_what_comparing_all_would_find() -> None:
    texts = dict(sorted(kept_apart("dev").items())[:400])
    sets, least = {where: grams(text) for where, text in texts.items()}, 0.2
    slow = {pair for pair in combinations(sets, 2) if overlap(*(sets[where] for where in pair)) >= least}
    assert set(alike(texts, least)) == slow
    assert len(slow) > 5


def overlap(one: Set[str], other: Set[str]) -> float:
    return len(one & other) / len(one | other)
