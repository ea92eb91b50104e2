"""A booking in the terminal, and what the other commands print of it."""

import json
import subprocess

from tests.whole.house import COOLDOWN, House, thursday


def test_a_booking_in_the_terminal_with_a_correction_a_question_and_a_new_start(house: House) -> None:
    day = thursday()
    first = [
        f"left shin sore for 3 weeks, 4/10, can I come thursday {day.day} {day:%B} at 5pm?",
        "yes",
        "none of these",
        "how long does a session take?",
        "20 miles a week, no races, no physio, want to loosen up",
        "actually the right shin",
        "Ann Lee, ann@example.org",
    ]
    printed = house.run("chat", "--clinic", "cardiff", said="\n".join(first) + "\n")
    assert "could be shin splints" in printed
    assert "Shall I book it?" in printed
    assert house.appointments == []
    again = house.run("chat", "--clinic", "cardiff", said="yes\n")
    assert "Your reference is" in again
    [booked] = house.appointments
    assert (booked["client_name"], booked["channel"]) == ("Ann Lee", "terminal")
    assert booked["complaints"] == [{"label": "shin_splints", "side": "right"}]
    assert booked["reference"] in house.run("appointments")


def test_parse_prints_the_contracts_line(house: House) -> None:
    asked = {"text": "plantar is back, sat arvo?", "now": "2026-11-24T10:15"}
    said = json.dumps(asked) + "\nno json\n"
    done = subprocess.run(
        [COOLDOWN, "parse", "--clinic", "cardiff"],
        input=said,
        env=house.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert list(first) == ["text", "intent", "confidence", "complaints", "red_flags", "times", "answers"]
    assert first["text"] == asked["text"] and first["complaints"][0]["label"] == "plantar_fasciitis"
    assert first["times"] == [
        {"text": "sat arvo", "role": "want", "start": "2026-11-28T12:00", "end": "2026-11-28T17:00", "grain": "daypart"}
    ]
    assert (first["answers"]["day"], first["answers"]["time"]) == ("2026-11-28", "12:00..17:00")
    assert first["answers"]["complaint.plantar_fasciitis"] == "yes"
    assert "error" in second


def test_who_asked_for_a_person_is_on_the_list(house: House) -> None:
    house.say("can i talk to a real person please")
    [waiting] = house.handoffs
    assert waiting["reason"] == "asked"
    assert waiting["reason"] in house.run("handoffs")
