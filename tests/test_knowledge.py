"""What ships in data/knowledge and data/clinics, and how a file that is wrong is told so."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from bot.knowledge import (
    FAQ_TOPICS,
    SESSION_TYPES,
    URGENCIES,
    Misread,
    Profile,
    advice,
    answer,
    load_knowledge,
    load_profiles,
)

FOLDER = Path(__file__).parent.parent / "data"
KNOWLEDGE = load_knowledge(FOLDER / "knowledge")
CLINICS = load_profiles(FOLDER / "clinics")
BOTH = pytest.mark.parametrize("clinic", CLINICS.values(), ids=CLINICS)
BRITISH = re.compile(r"\b(fibre|centre|colour|programme|organise|GP|physio|ring)\b")
AMERICAN = re.compile(r"\b(fiber|center|color|program for|organize|physical therapist)\b")


# ---------------------------------------------------------------- the clinics


def test_two_clinics_ship() -> None:
    assert {clinic.id: (str(clinic.zone), clinic.locale, clinic.units) for clinic in CLINICS.values()} == {
        "cardiff": ("Europe/London", "en_GB", "km"),
        "sandy-springs": ("America/New_York", "en_US", "miles"),
    }


def test_the_contact_of_sandy_springs_is_marked_as_a_placeholder() -> None:
    clinic = CLINICS["sandy-springs"]
    assert {"phone", "email"} <= clinic.samples
    assert "placeholder" in clinic.phone
    assert "placeholder" in clinic.email


def test_the_contact_of_cardiff_is_its_own() -> None:
    clinic = CLINICS["cardiff"]
    assert (clinic.phone, clinic.email) == ("02920 762000", "info@prosportsmedicine.co.uk")
    assert not {"phone", "email"} & clinic.samples


@BOTH
def test_a_clinic_has_three_therapists_with_different_days_and_breaks(clinic: Profile) -> None:
    weeks = {tuple(map(bool, therapist.week)) for therapist in clinic.therapists}
    assert len(weeks) == len(clinic.therapists) == 3
    assert all(any(len(spans) > 1 for spans in therapist.week) for therapist in clinic.therapists)
    assert any(therapist.skills < frozenset(SESSION_TYPES) for therapist in clinic.therapists)


@BOTH
def test_every_session_type_has_a_therapist_on_every_open_day(clinic: Profile) -> None:
    for day, hours in enumerate(clinic.hours):
        skills = {skill for one in clinic.therapists if one.week[day] for skill in one.skills}
        assert skills == (set(SESSION_TYPES) if hours else set())


@BOTH
def test_the_rules_of_booking_are_the_clinics(clinic: Profile) -> None:
    assert (clinic.buffer, clinic.notice, clinic.horizon, clinic.change_notice) == (15, 120, 56, 24)
    assert clinic.hours == ((time(7), time(20)),) * 6 + (None,)
    assert set(clinic.prices) == {60, 90}


# ---------------------------------------------------------------- what is known


@BOTH
@pytest.mark.parametrize("topic", FAQ_TOPICS)
def test_every_topic_has_an_answer_at_every_clinic(clinic: Profile, topic: str) -> None:
    said = answer(KNOWLEDGE, clinic, topic)
    assert 0 < len(said) < 500
    assert not re.search(r"[{}]|  ", said)
    assert not (AMERICAN if clinic.locale == "en_GB" else BRITISH).search(said)


@BOTH
@pytest.mark.parametrize("flag", KNOWLEDGE.flags)
def test_every_red_flag_has_advice_at_every_clinic(clinic: Profile, flag: str) -> None:
    said = advice(KNOWLEDGE, clinic, flag)
    assert not re.search(r"[{}]|  ", said)
    assert not (AMERICAN if clinic.locale == "en_GB" else BRITISH).search(said)


@BOTH
def test_an_emergency_is_told_whom_to_call(clinic: Profile) -> None:
    for flag in KNOWLEDGE.flags.values():
        if flag.urgency == "emergency":
            assert clinic.emergency in advice(KNOWLEDGE, clinic, flag.id)
    assert clinic.crisis in advice(KNOWLEDGE, clinic, "self_harm")
    assert clinic.urgent in advice(KNOWLEDGE, clinic, "leg_clot")


def test_hours_prices_and_therapists_are_spoken() -> None:
    cardiff = CLINICS["cardiff"]
    assert answer(KNOWLEDGE, cardiff, "hours").startswith(
        "We're open Monday to Saturday from 07:00 to 20:00, closed on Sunday."
    )
    assert answer(KNOWLEDGE, cardiff, "prices").startswith("60 minutes cost £55 and 90 minutes cost £75.")
    assert "Anna (Mon, Tue, Thu, Fri)" in answer(KNOWLEDGE, cardiff, "therapists")
    assert "from 7:00 AM to 8:00 PM" in answer(KNOWLEDGE, CLINICS["sandy-springs"], "hours")


def test_a_clinic_may_be_open_every_day() -> None:
    clinic = replace(CLINICS["cardiff"], hours=((time(9), time(17)),) * 6 + ((time(10), time(16)),))
    assert "Monday to Saturday from 09:00 to 17:00 and Sunday from 10:00 to 16:00." in answer(
        KNOWLEDGE, clinic, "hours"
    )


def test_sample_details_are_called_so_until_they_are_set() -> None:
    cardiff = CLINICS["cardiff"]
    assert "Sample details" in answer(KNOWLEDGE, cardiff, "prices")
    assert "Sample details" not in answer(KNOWLEDGE, replace(cardiff, samples=frozenset()), "prices")
    assert "Sample details" not in answer(KNOWLEDGE, cardiff, "contact")


def test_every_red_flag_has_a_source_rules_and_examples() -> None:
    for flag in KNOWLEDGE.flags.values():
        assert flag.source[:2] in ("H,", "P", "P;"), flag.id
        assert flag.rules or flag.id == "unclear", flag.id  # which is what no rule hears
        assert bool(flag.asks) == bool(flag.about), flag.id


def test_every_red_flag_that_stops_can_be_asked_about_and_the_list_of_warnings_is_no_longer_for_it() -> None:
    for flag in KNOWLEDGE.flags.values():
        lines = [*flag.suspicion.values(), *flag.question.values()]
        assert lines or not flag.stops, flag.id
        assert all(line and "\n" not in line and not line.endswith((".", "?")) for line in flag.suspicion.values())
        assert all(len(line) < 100 for line in flag.suspicion.values()), flag.id
    assert len([flag for flag in KNOWLEDGE.flags.values() if flag.asks]) == 13


@pytest.mark.parametrize("label", KNOWLEDGE.complaints)
def test_every_complaint_is_asked_about_a_clot_and_the_chest(label: str) -> None:
    asked = {flag.id for flag in KNOWLEDGE.flags.values() if flag.about & {"any", label}}
    assert {"chest_heart", "leg_clot", "numbness"} <= asked


def test_every_urgency_has_advice_and_every_urgency_is_asked_for() -> None:
    assert set(URGENCIES) <= KNOWLEDGE.advice.keys()
    assert {flag.urgency for flag in KNOWLEDGE.flags.values() if flag.asks} == set(URGENCIES)


def test_light_sessions_do_no_deep_work() -> None:
    for kind in KNOWLEDGE.session_types.values():
        assert not kind.light or not {"trigger_point", "cross_fibre_friction"} & set(kind.techniques)


def test_policy_keeps_to_the_sources() -> None:
    policy = KNOWLEDGE.policy
    assert (policy.pre_event_last, policy.pre_event_first, policy.post_event_hours) == (1, 2, 48)
    assert policy.rhythm_weeks == {"light": 4, "regular": 3, "high": 2}


def test_how_long_a_red_flag_is_present_is_the_clinics_policy_unless_the_flag_says_otherwise(tmp_path: Path) -> None:
    spoil(tmp_path, "policy.yml", lambda text: text.replace("present_weeks: {value: 4,", "present_weeks: {value: 6,"))
    read = load_knowledge(tmp_path / "knowledge").flags
    assert (read["leg_clot"].present, KNOWLEDGE.flags["leg_clot"].present) == (6, 4)
    assert read["leg_clot_history"].present == KNOWLEDGE.flags["leg_clot_history"].present


# ---------------------------------------------------------------- files that are wrong


@pytest.mark.parametrize(
    ("file", "was", "becomes", "why"),
    [
        ("cardiff.yml", "zone: Europe/London", "zone: Europe/Cardiff", "cardiff.yml.zone: no such time zone"),
        ("cardiff.yml", "units: km", "units: leagues", "cardiff.yml.units: 'leagues' is none of km, miles"),
        ("cardiff.yml", "buffer: 15", "buffer: a while", "cardiff.yml.buffer: must be a whole number"),
        ("cardiff.yml", "buffer: 15", "", "cardiff.yml: buffer is missing"),
        ("cardiff.yml", "buffer: 15", "buffer: 15\nbuffet: 15", "cardiff.yml: unknown: buffet"),
        ("cardiff.yml", "buffer: 15", "buffer: 15\nbuffer: 20", "given twice: buffer"),
        ("cardiff.yml", "name: Anna", "name: 7", "cardiff.yml.therapists.anna.name: must be text"),
        ("cardiff.yml", "  saturday: [07:00-20:00]", "", "ben: works on saturday while the clinic is closed"),
        ("cardiff.yml", "  saturday: [07:00-20:00]", "  saturday: 7", "hours.saturday: must be a list"),
        ("cardiff.yml", "  saturday: [07:00-20:00]", "  saturday: [7-8]", "saturday.0: write it as 07:00-12:00"),
        ("cardiff.yml", "[07:00-20:00]", "[07:10-20:00]", "monday.0: must begin and end on a quarter-hour"),
        ("cardiff.yml", "[07:00-20:00]", "[20:00-07:00]", "monday: spans must follow one another"),
        ("cardiff.yml", "[07:00-20:00]", "[07:00-12:00, 13:00-20:00]", "hours: one span a day"),
        ("cardiff.yml", "prices: {60: 55, 90: 75}", "prices: {60: 55}", "prices: 90 is missing"),
        ("cardiff.yml", "prices: {60: 55, 90: 75}", "prices: cheap", "prices: must be a mapping"),
        ("cardiff.yml", "name: Pro", "name: [", "cardiff.yml: "),
        ("faq.yml", "{prices}.", "{price}.", "faq.yml.prices: no such placeholder: price"),
        ("red_flags.yml", "free, day and night. If", "{fee}. If", "flags.self_harm: no such placeholder: fee"),
        ("red_flags.yml", "    suspicion: A knock to the head\n", "", "flags.head_injury: it stops a"),
        ("faq.yml", "parking:", "parkin:", "faq.yml: parking is missing"),
        ("faq.yml", "en_US:", "en_AU:", "techniques.text: unknown: en_AU"),
        ("complaints.yml", "sided: true", "sided: maybe", "shin_splints.sided: must be true or false"),
        ("session_types.yml", "minutes: [60, 90]", "minutes: [45]", "pre_event: minutes must be of (60, 90)"),
        ("policy.yml", "{value: 10,", "{value: -1,", "hold_minutes.value: must be a whole number"),
        ("red_flags.yml", "urgency: emergency", "urgency: soon", "flags.chest_heart.urgency: 'soon' is none of"),
        ("red_flags.yml", "- breathless\n", "- short winded\n", "hears.1: write it as: leg + swollen"),
        ("red_flags.yml", "- breathless\n", "- winded\n", "hears.1: no such words: winded"),
        ("red_flags.yml", "chest: chest,", "chest: che$t,", "words.chest: not a phrase: 'che$t'"),
        ("red_flags.yml", "older: heart_condition", "older: heart", "chest_heart.older: 'heart' is none of"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(tmp_path: Path, file: str, was: str, becomes: str, why: str) -> None:
    spoil(tmp_path, file, lambda text: text.replace(was, becomes, 1))
    with pytest.raises(Misread, match=re.escape(why)):
        load_all(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misread, match=r"session_types\.yml"):
        load_knowledge(tmp_path)


def spoil(folder: Path, file: str, change: Callable[[str], str]) -> None:
    shutil.copytree(FOLDER / "knowledge", folder / "knowledge")
    shutil.copytree(FOLDER / "clinics", folder / "clinics")
    path = next(folder.rglob(file))
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def load_all(folder: Path) -> None:
    load_profiles(folder / "clinics")
    load_knowledge(folder / "knowledge")
