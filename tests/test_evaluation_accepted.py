"""What falls by more than its noise fails the build; here the real model is held to its last accepted run."""

import json
from pathlib import Path

import pytest

from bot.commands.evaluation.accepted import NotComparable, accept, falls, last_accepted, paired, runs
from bot.commands.evaluation.figures import Figure, share
from bot.commands.evaluation.headlines import Headline
from bot.commands.evaluation.run import ACCEPTED, evaluated
from bot.commands.evaluation.tables import comparison
from bot.listening import Model
from bot.settings import ROOT
from tests.talk import KNOWLEDGE, PROFILES

NLU = ROOT / "data/nlu"
ALL = 100


def found(*missed: int, about: str = "complaint found") -> Headline:
    return Headline(about, share("", ALL - len(missed), ALL, map(str, missed)), 0.9)


def calibrated(value: float) -> Headline:
    return Headline("calibration", Figure("", value, value - 0.02, value + 0.02, ALL, missed=None), 0.05, is_error=True)


def compared(tmp_path: Path, was: Headline, now: Headline) -> list[str]:
    file = tmp_path / ACCEPTED
    accept(file, "dev", "c0ffee", [was])
    return [fall.about for fall in falls([now], last_accepted(file, "dev", "c0ffee"))]


def test_as_many_misses_elsewhere_are_noise(tmp_path: Path) -> None:
    assert compared(tmp_path, found(1, 2, 3, 4, 5), found(6, 7, 8, 9, 10)) == []


def test_four_new_misses_may_be_chance_and_five_are_not(tmp_path: Path) -> None:
    assert compared(tmp_path, found(), found(1, 2, 3, 4)) == []
    assert compared(tmp_path, found(), found(1, 2, 3, 4, 5)) == ["complaint found"]
    assert compared(tmp_path, found(8), found(1, 2, 3, 4, 5)) == [], "one was won"


def test_fewer_misses_are_no_fall(tmp_path: Path) -> None:
    assert compared(tmp_path, found(*range(20)), found()) == []


def test_a_calibration_error_may_grow_within_both_its_intervals(tmp_path: Path) -> None:
    assert compared(tmp_path, calibrated(0.04), calibrated(0.06)) == []
    assert compared(tmp_path, calibrated(0.04), calibrated(0.07)) == ["calibration"]
    assert compared(tmp_path, calibrated(0.07), calibrated(0.04)) == []


def test_a_headline_that_is_new_is_compared_with_nothing(tmp_path: Path) -> None:
    assert compared(tmp_path, found(), found(*range(50), about="something else")) == []


@pytest.mark.parametrize(
    ("new", "gone", "chance"), [(0, 0, 1.0), (1, 0, 0.5), (5, 0, 1 / 32), (1, 1, 0.75), (3, 1, 5 / 16)]
)
def test_the_sign_test(new: int, gone: int, chance: float) -> None:
    assert paired(new, gone) == pytest.approx(chance)


def test_a_run_on_other_messages_cannot_be_compared(tmp_path: Path) -> None:
    file = tmp_path / ACCEPTED
    with pytest.raises(NotComparable, match="No run on dev was accepted yet"):
        last_accepted(file, "dev", "c0ffee")
    accept(file, "dev", "c0ffee", [found()])
    with pytest.raises(NotComparable, match="are not those of the last accepted run"):
        last_accepted(file, "dev", "decaf")
    with pytest.raises(NotComparable, match="No run on test"):
        last_accepted(file, "test", "c0ffee")


def test_accepting_one_set_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / ACCEPTED
    accept(file, "dev", "c0ffee", [found(2, 1)])
    accept(file, "test", "decaf", [found()])
    assert list(runs(file)) == ["dev", "test"]
    assert json.loads(file.read_text())["dev"]["headlines"]["complaint found"]["missed"] == ["1", "2"]


def test_a_fall_names_the_figure_and_where_to_look(tmp_path: Path) -> None:
    file = tmp_path / ACCEPTED
    accept(file, "dev", "c0ffee", [found()])
    said = comparison(falls([found(1, 2, 3, 4, 5)], last_accepted(file, "dev", "c0ffee")))
    assert said.splitlines()[1] == "  complaint found: 100.0% -> 95.0%, newly missed: 1, 2, 3, 4, 5"
    assert comparison([]) == "As good as the last accepted run.\n"


# ---------------------------------------------------------------- the real model


def quietly(read: int, of: int) -> None:
    """Nobody watches."""


@pytest.mark.parametrize("on", runs(NLU / ACCEPTED))
async def test_no_headline_figure_has_fallen_since_the_last_accepted_run(on: str, nlu_url: str) -> None:
    model = Model(nlu_url, deadline=30)
    fell = (await evaluated(NLU / on, PROFILES, KNOWLEDGE, model.hear, quietly)).compared()
    await model.close()
    assert not fell, f"cooldown evaluate --on {on} shows the misses.\n{comparison(fell)}"


def test_a_run_on_some_set_is_accepted() -> None:
    assert runs(NLU / ACCEPTED), "or nothing would be compared"
