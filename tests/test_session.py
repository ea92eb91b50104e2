"""What is remembered, and for how long."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.dialogue import decide
from bot.talk.session import Session, Told, freeze, thaw
from tests.talk import CLINIC, say, to_offer

SAVED = Path(__file__).parent / "sessions"


def test_a_long_journal_is_compacted_without_forgetting_anything() -> None:
    session = Session(("book",))
    for n in range(200):
        session = session.hears(
            {"day": f"2026-11-{n % 28 + 1:02}", "severity.calf": str(n % 11), f"note{n % 3}": str(n)}
        )
    assert len(session.told) < 60
    heard = session.answers("book")
    assert (heard["day"], heard["severity.calf"], heard["note1"]) == ("2026-11-04", "1", "199")


def test_what_was_told_of_one_errand_stays_out_of_another() -> None:
    session = Session(("book",)).hears({"day": "2026-11-26", "name": "Jo"}).opens("reschedule")
    assert session.answers("reschedule").get("day") is None and session.answers("reschedule")["name"] == "Jo"
    assert session.closes("book").answers("book").get("day") is None


def test_more_of_an_entry_is_taken_back_with_it() -> None:
    session = Session(("book",)).hears({"name": "Jo"}).adds({"goal": "unknown"})
    assert session.undoes(lambda answers: False).told == ()
    other = Session(("cancel", "book"), (Told("cancel", {"name": "Jo"}),))
    assert other.adds({"goal": "unknown"}).told[-1] == Told("book", {"goal": "unknown"})
    assert Session(("book",)).adds({"goal": "unknown"}).told == (Told("book", {"goal": "unknown"}),)


def test_forgetting_health_keeps_name_and_that_there_was_a_stop() -> None:
    session = Session().hears({"name": "Jo", "complaint.calf": "yes", "flag.leg_clot": "yes"}).forgets_health()
    assert session.told == (Told("", {"name": "Jo"}), Told("", {"flag.earlier_stop": "yes"}))
    assert "leg" not in freeze(session)


def test_what_follows_from_the_journal_is_not_saved_with_it() -> None:
    session = Session(("book",)).hears({"complaint.calf": "yes"})
    saved = freeze(session)
    assert session.answers("book")["complaint"] == "calf" and freeze(session) == saved


def test_a_reminders_button_opens_its_errand_afresh() -> None:
    session = Session(("reschedule",)).hears({"day": "2026-11-26"}).opens("reschedule", anew=True)
    assert session.flows == ("reschedule",) and session.answers("reschedule").get("day") is None


def test_fields_of_another_release_do_no_harm() -> None:
    text = freeze(to_offer().session).replace('"kind"', '"from_the_future"')
    assert thaw(text).asked.kind == "text"
    assert thaw(text.replace('"choices": [', '"choices": null, "x": [')).asked.choices == ()


@pytest.mark.parametrize("path", sorted(SAVED.glob("*.json")), ids=lambda path: path.stem)
def test_a_session_saved_by_an_earlier_release_still_asks_something_sensible(path: Path) -> None:
    session, effects = decide(thaw(path.read_text()), say("hello", "greet"), replace(CLINIC))
    assert session.asked.slots and effects


def test_there_is_a_saved_session() -> None:
    assert list(SAVED.glob("*.json"))
