"""Figures say how far they can be trusted."""

import pytest

from bot.commands.evaluation.figures import Found, binned, calibration, f1, gap, share, weakest, wilson


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (8, 10, 0.4902, 0.9433), (1, 2, 0.0945, 0.9055)],
)
def test_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


def found(right: int, wrong: int, lost: int) -> Found:
    return Found(
        *(frozenset(f"{kind} {n}" for n in range(many)) for kind, many in zip("rwl", (right, wrong, lost), strict=True))
    )


def test_f1_weighs_what_was_found_wrongly_against_what_was_not_found() -> None:
    figure = f1("all", [found(2, 0, 0), found(1, 1, 0), found(0, 0, 2)])
    assert figure.value == pytest.approx(6 / 9)
    assert figure.told == "P 0.750  R 0.600"
    assert 0 <= figure.low < figure.value < figure.high <= 1
    assert (f1("none", []).value, f1("none", []).low, f1("none", []).high) == (0, 0, 1)


def test_a_bootstrap_is_the_same_each_time_and_narrows_with_more_messages() -> None:
    few, many = ([found(1, 0, 0), found(0, 1, 1)] * number for number in (10, 100))
    assert f1("", few) == f1("", few)
    assert f1("", many).high - f1("", many).low < (f1("", few).high - f1("", few).low) / 2


def test_a_calibration_error_is_the_gap_between_being_sure_and_being_right() -> None:
    honest = [(0.75, True)] * 75 + [(0.75, False)] * 25
    assert calibration("", honest).value == pytest.approx(0)
    boastful = [(0.95, True)] * 50 + [(0.95, False)] * 50
    assert calibration("", boastful).value == pytest.approx(0.45)
    assert gap(honest + boastful) == pytest.approx(0.225), "bins weigh by what is in them"
    assert gap([]) == 0


def test_certainty_falls_into_the_last_bin() -> None:
    assert [len(some) for some in binned([(1.0, True), (0.0, False), (0.1, False)])] == [1, 1, *[0] * 7, 1]


def test_the_weakest_of_several_carries_the_misses_of_all() -> None:
    least = weakest([share("a", 3, 4, ["file:1"]), share("b", 1, 2, ["file:1"]), share("c", 0, 0)])
    assert (least.name, least.value, least.missed) == ("b", 0.5, {"file:1 a", "file:1 b"})
    assert weakest([]).of == 0
