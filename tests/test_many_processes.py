"""Many processes on one database: no overlap, as many appointments as there can be, and an offer for all others."""

from sqlalchemy import Engine

from bot.store import open_store, reading, survey
from tests.desk import masks_equal_claims
from tests.storm import booked, overlaps, storm, wanted
from tests.talk import KNOWLEDGE, NOW, PROFILES

CLIENTS, PROCESSES = 200, 8


def test_two_hundred_clients_of_eight_processes_never_overlap_and_everybody_else_is_offered_another_time(
    url: str,
) -> None:
    became = storm(url, CLIENTS, PROCESSES)
    engine = open_store(url)
    visits = booked(engine)
    assert len(became) == CLIENTS and sum(one.booked for one in became) == len(visits) > 2
    assert overlaps(visits) == 0 and set(visits) <= wanted()
    assert not still_free(engine), "what is left of the wanted times would have fitted somebody"
    assert all(one.offered > 1 for one in became if not one.booked)
    with reading(engine) as db:
        assert masks_equal_claims(db)
    engine.dispose()


def still_free(engine: Engine) -> list[object]:
    """Wanted times that a newcomer could have."""
    with reading(engine) as db:
        clinic = survey(db, "web:newcomer", PROFILES["cardiff"], KNOWLEDGE, NOW)
        return [
            visit
            for visit in wanted()
            if visit.start in clinic.starts(visit.therapist, "injury_rehab", visit.start.date(), visit.minutes)
        ]
