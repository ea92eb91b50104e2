"""The scores of an evaluation are counted right."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands.evaluation import Case, Judged, Part, Rate, cases, judged, parts, tables, written
from bot.settings import ROOT
from bot.understand import Heard
from tests.talk import KNOWLEDGE, PROFILES

STOP = {"flag": "cardiac_respiratory", "urgency": "emergency"}
REFER = {"flag": "other_medical", "urgency": "refer"}
MARK = {"flag": "other_medical", "urgency": "review"}
FIVE = {"role": "want", "start": "2026-11-26T17:00", "end": None, "grain": "hour"}
SIX = FIVE | {"start": "2026-11-26T18:00"}


def one(right: dict[str, Any], got: dict[str, Any]) -> Judged:
    nothing: dict[str, Any] = {"intent": "inform", "complaints": [], "red_flags": [], "times": []}
    return Judged("file:1", {"text": "hello"} | right, nothing | got)


def scores(name: str, *all_judged: Judged) -> tuple[dict[str, tuple[int, int]], Part]:
    part = next(part for part in parts(all_judged) if part.name == name)
    return {rate.name: (rate.hits, rate.of) for rate in (*part.rates, *part.errors)}, part


def test_a_key_that_is_absent_is_not_scored() -> None:
    assert all(rate.of == 0 for part in parts([one({}, {})]) for rate in (*part.rates, *part.errors))


def test_intents_are_counted_each_and_together_and_refusals_apart() -> None:
    found, part = scores(
        "intents",
        one({"intent": "book"}, {"intent": "book"}),
        one({"intent": "book"}, {"intent": "out_of_scope"}),
        one({"intent": "out_of_scope"}, {"intent": "out_of_scope"}),
        one({"intent": "ask_faq", "faq": "prices"}, {"intent": "ask_faq", "faq": "hours"}),
    )
    assert found == {
        "all": (3, 4),
        "ask_faq": (1, 1),
        "book": (1, 2),
        "out_of_scope": (1, 1),
        "topic of a question": (0, 1),
        "taken for out of scope": (1, 3),
    }
    assert [(miss.right, miss.got) for miss in part.misses] == [("book", "out_of_scope")]


def test_complaints_are_found_missed_too_many_or_seen_where_there_is_none() -> None:
    calf, shin = {"label": "calf"}, {"label": "shin_splints"}
    found, part = scores(
        "complaints",
        one({"complaints": ["calf", "shin_splints"]}, {"complaints": [shin, calf]}),
        one({"complaints": ["calf", "shin_splints"]}, {"complaints": [calf]}),
        one({"complaints": ["calf"]}, {"complaints": [calf, shin]}),
        one({"complaints": ["none"]}, {"complaints": []}),
        one({"complaints": []}, {"complaints": [calf]}),
    )
    assert found == {
        "a right label": (3, 3),
        "exactly the labels": (1, 3),
        "calf": (3, 3),
        "shin_splints": (1, 2),
        "seen where there is none": (1, 2),
        "a wrong label besides": (1, 3),
    }
    assert len(part.misses) == 3


def test_a_red_flag_is_found_if_it_stops_what_it_should_stop() -> None:
    found, part = scores(
        "red flags",
        one({"red_flags": [STOP]}, {"red_flags": [STOP, MARK]}),
        one({"red_flags": [STOP]}, {"red_flags": [REFER]}),  # stops, but is of another kind
        one({"red_flags": [STOP]}, {"red_flags": [MARK]}),
        one({"red_flags": [MARK]}, {"red_flags": [MARK]}),
        one({"red_flags": [REFER]}, {"red_flags": []}),
        one({"red_flags": []}, {"red_flags": []}),
        one({"red_flags": []}, {"red_flags": [REFER]}),
        one({"red_flags": []}, {"red_flags": [MARK]}),
    )
    assert found == {
        "urgent ones found": (2, 3),
        "all found": (3, 5),
        "of the right kind": (2, 5),
        "stopped without need": (1, 3),
        "marked without need": (1, 3),
    }
    assert len(part.misses) == 5


def test_times_are_compared_without_regard_to_order_and_starts_apart_from_the_rest() -> None:
    found, part = scores(
        "times",
        one({"times": [FIVE, SIX]}, {"times": [SIX, FIVE]}),
        one({"times": [FIVE]}, {"times": [FIVE | {"grain": "minute"}]}),
        one({"times": [FIVE]}, {"times": [FIVE, SIX]}),
        one({"times": [FIVE]}, {"times": [FIVE | {"role": "not"}]}),
        one({"times": []}, {"times": [FIVE]}),
        one({"times": []}, {"times": []}),
    )
    assert found == {
        "starts exact": (2, 4),
        "all exact": (1, 4),
        "starts, hour": (2, 4),
        "seen where there is none": (1, 2),
    }
    assert len(part.misses) == 3


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (8, 10, 0.4902, 0.9433), (1, 2, 0.0945, 0.9055)],
)
def test_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    assert Rate("", hits, of).interval == pytest.approx((low, high), abs=5e-5)


def test_every_held_out_message_can_be_judged() -> None:
    held_out = cases(ROOT / "data/nlu/test")
    assert len(held_out) > 800
    assert {case.row["clinic"] for case in held_out} == PROFILES.keys()
    assert {case.where.partition(":")[0] for case in held_out} == {"messages.jsonl", "red_flags.jsonl", "times.jsonl"}


async def test_a_case_is_read_at_its_clinic_and_moment_and_in_answer_to_what_was_asked() -> None:
    async def deaf(text: str) -> Heard | None:
        return None

    row = {"text": "7", "clinic": "sandy-springs", "now": "2026-11-24T10:15", "asked": "severity"}
    assert (await judged(Case("file:1", row), PROFILES, KNOWLEDGE, deaf)).got["answers"] == {"severity": "7"}
    row = {"text": "thursday at 5", "clinic": "cardiff", "now": "2026-11-24T10:15"}
    (time,) = (await judged(Case("file:2", row), PROFILES, KNOWLEDGE, deaf)).got["times"]
    assert time["start"] == "2026-11-26T17:00"


def test_the_tables_show_shares_intervals_and_the_first_misses() -> None:
    wrong = [one({"intent": "book"}, {"intent": "deny"}) for _ in range(9)]
    shown = tables(parts([*wrong, one({"intent": "book"}, {"intent": "book"})]))
    assert "  book                          1 of   10   10.0%  (1.8% to 40.4%)\n" in shown
    assert "missed, 8 of 9:" in shown
    assert "file:1  'hello': deny for book" in shown


def test_all_of_it_is_written_as_json(tmp_path: Path) -> None:
    scored = parts([one({"intent": "book"}, {"intent": "deny"})])
    found = json.loads(written(scored, tmp_path / "new").read_text())
    assert list(found) == ["intents", "complaints", "red flags", "times"]
    assert found["intents"]["rates"][0] == {"name": "all", "hits": 0, "of": 1, "share": 0.0, "low": 0.0, "high": 0.7935}
    assert found["intents"]["misses"] == [{"where": "file:1", "text": "hello", "right": "book", "got": "deny"}]
