"""Holds, appointments and what a survey sees of them, on both databases."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from time import sleep

import pytest
from sqlalchemy import Engine, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError

from bot.commands.records import booked
from bot.messages import Attend, Cancel, HandOff, Hold, Inbound, Move, Remember, Reply, Visit, Wait, Waited
from bot.store import (
    Taken,
    appointments,
    close_handoffs,
    find_appointment,
    found_handoffs,
    handoffs,
    inbox,
    keep_free,
    open_store,
    reading,
    sweep,
    writing,
)
from bot.store.engine import RESTED
from bot.store.tables import appointment, claim, hold, inbound
from bot.turn import FIGURES, LETTERS, Outcome, reference
from tests.desk import (
    CARDIFF,
    KNOWLEDGE,
    NOW,
    at,
    book,
    claims,
    day_length,
    do,
    is_free,
    masks_equal_claims,
    quarters_of,
    seen,
    visit,
)

LATER = NOW + timedelta(minutes=10)


def test_who_books_into_what_the_list_keeps_for_them_is_kept_it_no_more(engine: Engine) -> None:
    do(engine, "web:jo", Wait(Waited("anna", "maintenance", 60, "2026-11-26", "08:00..10:00", "", ""), "2026-11-26"))
    do(engine, "web:al", Hold(frozenset({visit("08:00", 90)})))
    do(engine, "web:al", Hold(frozenset()))
    offered = seen(engine, "web:jo")[0].waiting[0].offered
    assert offered
    do(engine, "web:jo", book(replace(offered, start=offered.start + timedelta(minutes=30)), "M4T7RW"))
    (entry,) = seen(engine, "web:jo")[0].waiting
    assert entry.offered != offered


def test_a_connection_that_was_cut_while_it_rested_is_replaced(postgres_engine: Engine) -> None:
    with reading(postgres_engine) as db:
        ours = db.scalar(text("SELECT pg_backend_pid()"))
    elsewhere = open_store(postgres_engine.url.render_as_string(hide_password=False))
    with writing(elsewhere) as db:
        assert db.scalar(text("SELECT pg_terminate_backend(:ours)"), {"ours": ours})
    elsewhere.dispose()
    sleep(RESTED)
    assert do(postgres_engine, "web:jo") is Outcome.DONE


def test_a_hold_keeps_others_away_but_not_its_owner(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00")})))
    assert is_free(engine, "web:jo", "10:00")
    assert not is_free(engine, "web:al", "10:00")
    assert not is_free(engine, "web:al", "11:00"), "the buffer after it is held too"
    assert is_free(engine, "web:al", "11:15")
    assert not is_free(engine, "web:al", "09:00"), "one's own buffer would reach into it"
    assert is_free(engine, "web:al", "10:00", who="ben")
    assert seen(engine, "web:jo")[0].held == {visit("10:00")}


def test_a_hold_that_has_lapsed_is_free_for_anyone(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00")})))
    assert seen(engine, "web:jo", LATER)[0].held == frozenset()
    do(engine, "web:al", Reply("Hello."), now=LATER)
    assert is_free(engine, "web:al", "10:00", now=LATER)
    assert not claims(engine)


def test_a_sweep_lets_go_of_holds_that_have_lapsed(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00")})))
    sweep(engine, {"cardiff": CARDIFF}, KNOWLEDGE, LATER - timedelta(seconds=1))
    assert len(claims(engine)) == 5
    sweep(engine, {"cardiff": CARDIFF}, KNOWLEDGE, LATER)
    assert not claims(engine)
    with reading(engine) as db:
        assert masks_equal_claims(db)


def test_holding_the_same_again_does_not_make_it_last_longer(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00")})))
    do(engine, "web:jo", Hold(frozenset({visit("10:00"), visit("14:00")})), now=NOW + timedelta(minutes=5))
    with reading(engine) as db:
        expiries = {row.starts_at: row.expires for row in db.execute(select(hold))}
    assert expiries == {at("10:00"): LATER, at("14:00"): LATER + timedelta(minutes=5)}


def test_holding_something_else_lets_go_of_the_first(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00")})))
    do(engine, "web:jo", Hold(frozenset({visit("10:30")})))
    assert is_free(engine, "web:al", "09:00") is True
    assert not is_free(engine, "web:al", "10:30")


def test_booking_turns_the_hold_into_an_appointment(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00")})))
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"), Hold(frozenset()))
    assert {(row[2], row[3]) for row in claims(engine)} == {("K7M2QX", None)}
    clinic, _ = seen(engine, "web:jo")
    assert clinic.held == frozenset()
    assert [(mine.reference, mine.visit, mine.made) for mine in clinic.mine] == [("K7M2QX", visit("10:00"), NOW)]
    assert not is_free(engine, "web:jo", "10:00"), "one's own appointment is busy"


def test_booking_lets_go_of_the_hold_on_that_visit_by_itself(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:00"), visit("14:00")})))
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    assert seen(engine, "web:jo")[0].held == {visit("14:00")}


def test_one_s_own_hold_is_in_nobody_s_way_when_one_books_beside_it(engine: Engine) -> None:
    do(engine, "web:jo", Hold(frozenset({visit("10:30")})))
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    assert {row[:2] for row in claims(engine)} == quarters_of({visit("10:00"), visit("10:30")})
    assert seen(engine, "web:jo")[0].held == {visit("10:30")}


def test_two_holds_that_overlap_share_their_quarters_and_neither_loses_any(engine: Engine) -> None:
    both = {visit("10:00"), visit("10:30", 90)}
    do(engine, "web:jo", Hold(frozenset(both)))
    do(engine, "web:jo", Hold(frozenset({visit("10:30", 90)})))
    assert {row[:2] for row in claims(engine)} == quarters_of({visit("10:30", 90)})


def test_an_appointment_moves_over_itself(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    do(engine, "web:jo", Hold(frozenset({visit("10:30")})))
    assert {row[:2] for row in claims(engine)} == quarters_of({visit("10:00"), visit("10:30")})
    do(engine, "web:jo", Move("K7M2QX", visit("10:30")))
    assert {row[:2] for row in claims(engine)} == quarters_of({visit("10:30")})
    with reading(engine) as db:
        assert db.execute(select(appointment.c.starts_at, appointment.c.sequence)).one() == (at("10:30"), 1)
        assert masks_equal_claims(db)


def test_a_hold_over_a_cancelled_appointment_keeps_all_it_held(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"), Hold(frozenset({visit("10:30")})))
    do(engine, "web:jo", Cancel("K7M2QX"))
    assert {row[:2] for row in claims(engine)} == quarters_of({visit("10:30")})


def test_a_cancelled_appointment_frees_its_time_and_stays_on_record(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    do(engine, "web:jo", Cancel("K7M2QX"))
    assert not claims(engine)
    assert seen(engine, "web:jo")[0].mine == ()
    with reading(engine) as db:
        assert [one["status"] for one in appointments(db)] == ["cancelled"]


def test_nobody_moves_or_cancels_what_is_not_theirs(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    do(engine, "web:al", Cancel("K7M2QX"))
    do(engine, "web:al", Move("K7M2QX", visit("15:00")))
    with reading(engine) as db:
        assert [(one["status"], one["starts_at"]) for one in appointments(db)] == [
            ("booked", "2026-11-26T10:00:00+00:00")
        ]


def test_the_database_itself_forbids_two_owners_of_a_quarter(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    who, quarter, owner, _, _ = claims(engine)[0]
    with pytest.raises(IntegrityError), writing(engine) as db:
        db.execute(claim.insert().values(therapist=who, quarter=quarter, appointment=owner))


def test_a_claim_has_exactly_one_owner(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as db:
        db.execute(claim.insert().values(therapist="cardiff/anna", quarter=1))


def test_time_kept_free_by_the_clinic_is_not_offered_and_cannot_be_kept_over_a_booking(engine: Engine) -> None:
    with writing(engine) as db:
        keep_free(db, CARDIFF, "anna", at("12:00"), at("14:10"), NOW)
    assert not is_free(engine, "web:jo", "14:00")
    assert is_free(engine, "web:jo", "14:15")
    with pytest.raises(Taken), writing(engine) as db:
        keep_free(db, CARDIFF, "anna", at("14:00"), at("15:00"), NOW)


@pytest.mark.parametrize(
    ("on", "quarters"), [(date(2026, 10, 25), 100), (date(2027, 3, 28), 92), (date(2026, 11, 1), 96)]
)
def test_a_day_is_as_long_as_its_clock_makes_it(engine: Engine, on: date, quarters: int) -> None:
    assert day_length(on) == quarters
    before = at("12:00", on) - timedelta(days=3)
    starts = [at("00:00", on) + timedelta(minutes=75 * n) for n in range(4)]  # clocks change at one in the morning UTC
    starts.append(at("22:30", on))
    for n, start in enumerate(starts):
        do(engine, f"web:{n}", book(Visit("anna", start, 60), f"K7M2Q{n}"), now=before)
    with reading(engine) as db:
        assert masks_equal_claims(db)
        assert [one["starts_at"] for one in appointments(db)] == [start.isoformat() for start in starts]


def test_instants_come_back_as_they_went_in_and_naive_ones_are_refused(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX"))
    with reading(engine) as db:
        row = db.execute(select(appointment.c.starts_at, appointment.c.created_at)).one()
    assert row == (at("10:00"), NOW)
    assert row.starts_at.utcoffset() == timedelta()
    with pytest.raises(StatementError), writing(engine) as db:
        db.execute(update(appointment).values(starts_at=datetime(2026, 11, 26, 10)))


def test_staff_see_an_appointment_as_the_contract_has_it(engine: Engine) -> None:
    do(engine, "telegram:4711", book(visit("17:00"), "K7M2QX"))
    with reading(engine) as db:
        shown = find_appointment(db, "K7M2QX")
        assert appointments(db, "cardiff") == [shown]
        assert appointments(db, "sandy-springs") == []
    assert shown == {
        "reference": "K7M2QX",
        "clinic": "cardiff",
        "therapist": "anna",
        "client_name": "Jo Evans",
        "session_type": "maintenance",
        "minutes": 60,
        "starts_at": "2026-11-26T17:00:00+00:00",
        "ends_at": "2026-11-26T18:00:00+00:00",
        "status": "booked",
        "channel": "telegram",
        "complaints": [{"label": "calf", "side": "left"}],
        "created_at": "2026-11-24T10:15:00+00:00",
        "attends": None,
    }


def test_staff_see_who_has_said_that_they_will_come(engine: Engine) -> None:
    do(engine, "telegram:4711", book(visit("17:00"), "K7M2QX"), book(visit("11:00"), "P9W4TR"))
    do(engine, "telegram:4711", Attend("K7M2QX"))
    with reading(engine) as db:
        assert {one["reference"]: one["attends"] for one in appointments(db)} == {"K7M2QX": True, "P9W4TR": None}
    shown = booked(engine, None, {"cardiff": CARDIFF}, as_json=False).splitlines()
    assert [line.split()[-2:] for line in shown] == [["attends", "clinic"], ["-", "cardiff"], ["yes", "cardiff"]]


def test_without_consent_nothing_about_health_is_kept_with_an_appointment(engine: Engine) -> None:
    do(engine, "web:jo", book(visit("10:00"), "K7M2QX", consent=False))
    with reading(engine) as db:
        assert db.execute(select(appointment.c.intake, appointment.c.suggestion)).one() == (None, None)
        assert find_appointment(db, "K7M2QX")["complaints"] == []  # type: ignore[index]


def test_a_client_is_known_by_what_was_remembered(engine: Engine) -> None:
    do(engine, "web:jo", Remember({"name": "Jo"}), Remember({"contact": "jo@example.com"}))
    assert seen(engine, "web:jo")[0].known == {"name": "Jo", "contact": "jo@example.com"}
    assert seen(engine, "web:al")[0].known == {}


def test_who_waits_for_a_person_waits_until_one_has_seen_to_them(engine: Engine) -> None:
    do(engine, "web:jo", Remember({"name": "Jo"}), HandOff("red_flag", "same_day", ("dvt_or_leg_swelling",)))
    with writing(engine) as db:
        (waiting,) = handoffs(db, "cardiff")
        assert (waiting["reason"], waiting["urgency"], waiting["client_name"]) == ("red_flag", "same_day", "Jo")
        number = int(str(waiting["id"]))
        assert found_handoffs(db, [number, number + 1, 2**99]) == found_handoffs(db, [number], "cardiff") == {number}
        assert found_handoffs(db, [number], "sandy-springs") == set()
        assert close_handoffs(db, [number], NOW) == {number}
        assert (close_handoffs(db, [number], NOW), handoffs(db)) == (set(), [])
        assert found_handoffs(db, [number]) == {number}, "what is done is still on record"


def test_what_the_database_cannot_hold_is_left_out_of_a_message(engine: Engine) -> None:
    with writing(engine) as db:
        assert inbox.receive(db, Inbound("web:jo", "1", "cardiff", "a\0b\ud800" + "c" * 20_000), NOW)
        assert not inbox.receive(db, Inbound("web:jo", "1", "cardiff", "again"), NOW)
        assert db.scalars(select(inbound.c.text)).one() == "ab?" + "c" * 9_996


def test_a_reference_is_six_characters_that_cannot_be_mistaken() -> None:
    signs = set(LETTERS + FIGURES)
    assert not set("IL1O0") & signs
    assert all(len(one) == 6 and set(one) <= signs for one in (reference() for _ in range(100)))


def test_an_error_of_the_database_does_not_tell_what_was_said(engine: Engine) -> None:
    row = {"conversation": "web:nobody", "id": "1", "clinic": "cardiff", "text": "my calf", "pressed": ""}
    with pytest.raises(IntegrityError) as raised, writing(engine) as db:
        db.execute(inbound.insert().values(**row, received=NOW))
    assert "calf" not in str(raised.value)
