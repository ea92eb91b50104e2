"""The scores of an evaluation are counted right."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.commands.evaluation import Case, Judged, cases, judged, parts, tables
from bot.commands.evaluation.complaints import names_one
from bot.commands.evaluation.headlines import headlines
from bot.commands.evaluation.scoring import Part
from bot.commands.evaluation.tables import as_json, summary, written
from bot.heard import Heard
from bot.settings import ROOT
from bot.when import Span
from tests.talk import KNOWLEDGE, PROFILES

STOP = {"flag": "cardiac_respiratory", "urgency": "emergency"}
REFER = {"flag": "other_medical", "urgency": "refer"}
MARK = {"flag": "other_medical", "urgency": "review"}
FIVE = {"role": "want", "start": "2026-11-26T17:00", "end": None, "grain": "hour"}
SIX = FIVE | {"start": "2026-11-26T18:00"}


def one(right: dict[str, Any], got: dict[str, Any], where: str = "file:1") -> Judged:
    nothing: dict[str, Any] = {"intent": "inform", "complaints": [], "red_flags": [], "times": [], "answers": {}}
    return Judged(where, {"text": "hello"} | right, nothing | {"confidence": 0.5} | got)


def part_of(name: str, *all_judged: Judged) -> Part:
    numbered = [Judged(f"file:{number}", one.row, one.got) for number, one in enumerate(all_judged, 1)]
    return next(part for part in parts(numbered) if part.name == name)


def scores(name: str, *all_judged: Judged) -> tuple[dict[str, str], Part]:
    """What is told of each figure that counts anything."""
    part = part_of(name, *all_judged)
    figures = (*part.rates, *part.errors)
    return {figure.name: figure.told for figure in figures if figure.of and " of " in figure.told}, part


def test_a_key_that_is_absent_is_not_scored() -> None:
    assert all(figure.of == 0 for part in parts([one({}, {})]) for figure in (*part.rates, *part.errors))


def test_intents_are_counted_each_and_together_and_refusals_apart() -> None:
    found, part = scores(
        "intents",
        one({"intent": "book"}, {"intent": "book"}),
        one({"intent": "book"}, {"intent": "out_of_scope"}),
        one({"intent": "out_of_scope"}, {"intent": "out_of_scope"}),
        one({"intent": "ask_faq", "faq": "prices"}, {"intent": "ask_faq", "faq": "hours"}),
    )
    assert found == {
        "all": "3 of 4",
        "ask_faq": "1 of 1",
        "book": "1 of 2",
        "out_of_scope": "1 of 1",
        "topic of a question": "0 of 1",
        "taken for out of scope": "1 of 3",
    }
    assert [(miss.right, miss.got) for miss in part.misses] == [("book", "out_of_scope")]
    assert (part["book"].missed, part["taken for out of scope"].missed) == ({"file:2"}, {"file:2"})


def test_a_message_that_tells_something_is_ours_whatever_its_intent() -> None:
    refused = {"intent": "out_of_scope"}
    rows: list[dict[str, Any]] = [{"times": [FIVE]}, {"complaints": ["calf"]}, {"entities": {"side": "left"}}]
    unclear: list[dict[str, Any]] = [{"times": []}, {"complaints": []}, {"entities": {}}, {"red_flags": []}]
    found, _ = scores("intents", *(one(row, refused) for row in (*rows, *unclear)))
    assert found["taken for out of scope"] == "3 of 3"


def test_complaints_are_found_missed_too_many_or_seen_where_there_is_none() -> None:
    calf, shin = {"label": "calf", "confidence": 0.9}, {"label": "shin_splints", "confidence": 0.6}
    found, part = scores(
        "complaints",
        one({"complaints": ["calf", "shin_splints"]}, {"complaints": [shin, calf]}),
        one({"complaints": ["calf", "shin_splints"]}, {"complaints": [calf]}),
        one({"complaints": ["calf"], "text": "not shin splints, calf"}, {"complaints": [calf, shin]}),
        one({"complaints": ["none"]}, {"complaints": []}),
        one({"complaints": []}, {"complaints": [calf]}),
    )
    assert found == {
        "a right label": "3 of 3",
        "... a diagnosis named": "1 of 1",
        "... none named": "2 of 2",
        "exactly the labels": "1 of 3",
        "calf": "3 of 3",
        "shin_splints": "1 of 2",
        "seen where there is none": "1 of 2",
        "a wrong label besides": "1 of 3",
    }
    assert part["shin_splints"].missed == {"file:2"}
    assert [miss.where for miss in part.misses] == ["file:5", "file:3", "file:2"], "the surest nonsense first"


@pytest.mark.parametrize(
    "text",
    [
        *("shin splints again", "shinsplints", "my plantar fascitis", "runners knee", "runner's knee"),
        *("IT band", "itb's gone", "ITBS", "I.T. band", "achillies", "tendonitis", "Tendinopathy"),
    ],
)
def test_who_writes_a_diagnosis_has_named_it(text: str) -> None:
    assert names_one(one({"text": text}, {}))


def test_every_condition_that_we_know_by_name_is_a_diagnosis() -> None:
    names = [kind.name for kind in KNOWLEDGE.complaints.values()]
    named = [name for name in names if names_one(one({"text": name}, {}))]
    assert named == ["shin splints", "plantar fasciitis", "runner's knee", "IT band trouble", "Achilles pain"]


@pytest.mark.parametrize("text", ["my knee", "shin is sore", "bit of a heel thing", "it bothers me", "fascinating"])
def test_who_writes_a_place_has_not(text: str) -> None:
    assert not names_one(one({"text": text}, {}))


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
        "urgent ones found": "2 of 3",
        "all found": "3 of 5",
        "of the right kind": "2 of 5",
        "emergency cardiac_respiratory": "1 of 3",
        "refer other_medical": "0 of 1",
        "review other_medical": "1 of 1",
        "stopped without need": "1 of 3",
        "marked without need": "1 of 3",
    }
    assert [miss.where for miss in part.misses] == ["file:3", "file:5", "file:2", "file:7", "file:8"], (
        "missed ones first"
    )


def test_times_are_compared_without_regard_to_order_and_starts_apart_from_the_rest() -> None:
    found, part = scores(
        "times",
        one({"times": [FIVE, SIX]}, {"times": [SIX, FIVE]}),
        one({"times": [FIVE]}, {"times": [FIVE | {"grain": "minute"}]}),
        one({"times": [FIVE], "asked": "time"}, {"times": [FIVE, SIX]}),
        one({"times": [FIVE], "asked": "severity"}, {"times": [FIVE | {"role": "not"}]}),
        one({"times": []}, {"times": [FIVE]}),
        one({"times": [], "asked": "day"}, {"times": []}),
    )
    assert found == {
        "in booking messages": "2 of 3",
        "in plain answers": "0 of 1",
        "with end and grain": "1 of 4",
        "role want": "4 of 5",
        "grain hour": "4 of 5",
        "seen where there is none": "1 of 2",
    }
    assert [miss.where for miss in part.misses] == ["file:4", "file:3", "file:5"]


def test_entities_are_compared_kind_by_kind_with_what_a_conversation_would_store() -> None:
    told = {"side": "left", "severity": "6", "distance": "half", "race_date": "2026-12-06", "name": "Jo O'Neill"}
    stored = {
        "side.calf": "left",
        "severity.calf": "5",
        "race": "half@2026-12-06+10k",
        "name": "Jo O'neill",
        "routine": "regular",
        "contact": "invalid",
    }
    part = part_of(
        "entities",
        one({"entities": told}, {"answers": stored}),
        one(
            {"entities": {"volume": "40km", "email": "jo@example.org", "since": "2026-11-03"}},
            {"answers": {"routine": "40km", "contact": "jo@example.org", "since": "2026-11-03", "side": "unknown"}},
        ),
        one({"entities": {}}, {"answers": {"side": "both", "contact": "+442920555123"}}),
        one({"entities": {"distance": "race", "race_date": "2026-12-06"}}, {"answers": {"race": "race@2026-12-06"}}),
    )
    found = {figure.name: round(figure.value, 3) for figure in part.rates}
    assert found == {
        "all": round(2 * 8 / (2 * 8 + 4 + 1), 3),
        "side": round(2 / 3, 3),
        "since": 1.0,
        "severity": 0.0,
        "distance": round(2 / 3, 3),
        "race_date": 1.0,
        "volume": 1.0,
        "name": 1.0,
        "phone": 0.0,
        "email": 1.0,
    }
    assert part["all"].told == "P 0.667  R 0.889"
    assert part["all"].missed == {"file:1 severity", "file:1 distance", "file:3 side", "file:3 phone"}
    assert part["seen where there is none"].told == "1 of 1"
    assert len(part.misses) == 2


async def test_a_case_is_read_at_its_clinic_and_moment_and_in_answer_to_what_was_asked() -> None:
    async def deaf(text: str, times: Sequence[Span]) -> Heard | None:
        return None

    row = {"text": "7", "clinic": "sandy-springs", "now": "2026-11-24T10:15", "asked": "severity"}
    assert (await judged(Case("file:1", row), PROFILES, KNOWLEDGE, deaf)).got["answers"] == {"severity": "7"}
    row = {"text": "thursday at 5", "clinic": "cardiff", "now": "2026-11-24T10:15"}
    (time,) = (await judged(Case("file:2", row), PROFILES, KNOWLEDGE, deaf)).got["times"]
    assert time["start"] == "2026-11-26T17:00"


async def test_what_the_model_heard_is_kept_for_the_plots() -> None:
    async def hear(text: str, times: Sequence[Span]) -> Heard | None:
        return Heard("book", 0.9)

    row = {"text": "could I have an hour with Anna", "clinic": "cardiff", "now": "2026-11-24T10:15"}
    assert (await judged(Case("file:1", row), PROFILES, KNOWLEDGE, hear)).heard == Heard("book", 0.9)
    row |= {"text": "yes"}  # which nobody needs a model for
    assert (await judged(Case("file:1", row), PROFILES, KNOWLEDGE, hear)).heard is None


@pytest.mark.parametrize("name", ["dev", "test"])
def test_every_message_of_a_set_can_be_judged(name: str) -> None:
    held_out = cases(ROOT / "data/nlu" / name)
    assert len(held_out) > 600
    assert {case.row["clinic"] for case in held_out} == PROFILES.keys()
    assert {key for case in held_out for key in case.row} >= {"intent", "complaints", "red_flags", "times"}
    assert len({case.where for case in held_out}) == len(held_out)


# ---------------------------------------------------------------- telling


def wrong_bookings() -> list[Part]:
    wrong = [one({"intent": "book"}, {"intent": "deny"}, f"file:{number}") for number in range(9)]
    return parts([*wrong, one({"intent": "book"}, {"intent": "book"}, "file:9")])


def test_the_tables_show_shares_intervals_and_the_worst_misses() -> None:
    shown = tables(wrong_bookings())
    assert f"  {'book':40} {'1 of 10':>16}   10.0%  (1.8% to 40.4%)\n" in shown
    assert "the worst 8 of 9 misses:" in shown
    assert "file:1  'hello': deny for book" in shown


def test_the_marks_come_first_and_say_what_is_reached() -> None:
    scored = parts([one({"intent": "book", "red_flags": []}, {"intent": "book", "red_flags": [STOP]})])
    lines = {row[2:40].strip(): row for row in summary("dev", headlines(scored, KNOWLEDGE)).splitlines()[2:]}
    assert lines["weakest everyday intent (book)"].endswith("95%  100.0%  20.7% to 100.0%    yes")
    assert lines["stopped without need"].endswith("<= 2%  100.0%  20.7% to 100.0%    NO")
    for nothing in ("entities, F1", "complaint seen where there is none"):
        assert lines[nothing].endswith("–  nothing to score   NO"), "what was not looked at is not reached"


def test_all_of_it_is_written_as_json(tmp_path: Path) -> None:
    scored = wrong_bookings()
    found = json.loads(
        written(as_json("dev", "c0ffee", headlines(scored, KNOWLEDGE), scored), tmp_path / "new").read_text()
    )
    assert (found["on"], found["checksum"], len(found["headlines"])) == ("dev", "c0ffee", 18)
    assert list(found["parts"]) == ["intents", "complaints", "red flags", "times", "entities"]
    everyday = {"name": "book", "value": 0.1, "low": 0.0179, "high": 0.4042, "of": 10, "told": "1 of 10"}
    assert everyday in found["parts"]["intents"]["rates"]
    assert {"about": "weakest everyday intent", "mark": 0.95, "reached": False} | everyday in found["headlines"]
    assert found["parts"]["intents"]["misses"][0] == {
        "where": "file:0",
        "text": "hello",
        "right": "book",
        "got": "deny",
        "worse": 0.5,
    }
