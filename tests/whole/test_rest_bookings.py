"""Bookings over the REST channel, in a runner's words, through everything that is real."""

import signal
from datetime import datetime

import pytest

from tests.whole.house import IN_WORDS, House, Json, thursday

FIRST = (
    "hi, left shin has been killing me for 3 weeks, half marathon on the 14th of next month, "
    "can I come thursday {day.day} {day:%B} after 5?"
)
BAD_INPUT = {
    "empty": "",
    "blank": " \n\t ",
    "very long": "my calf " * 1250,
    "only emoji": "🙂🙂🙂",
    "NUL": "\0\0",
    "a lone surrogate": "\ud83d",
    "right-to-left marks": "\u202e\u200f\u202b",
    "HTML": "<script>alert(1)</script><b>",
    "SQL": "'; DROP TABLE appointment; --",
    "another language": "ich möchte bitte einen termin für morgen",
    "30 February": "30 february at 5pm",
    "a date in the past": "last tuesday at 5",
    "beyond the horizon": "next august",
    "a foreign button": "/agreed=0000000000",
}


def words(replies: list[Json]) -> str:
    return "\n".join(reply["text"] for reply in replies)


def test_eight_turns_from_hi_when_nothing_is_volunteered(house: House) -> None:
    replies, turns = house.say("hi"), 1
    while "appointment" not in replies[-1]:
        slot = replies[-1]["slot"]
        button = {"suggestion": 0, "agreed": 0}.get(slot)
        message = IN_WORDS[slot] if button is None else replies[-1]["buttons"][button]["payload"]
        replies, turns = house.say(message), turns + 1
        assert turns <= 8, words(replies)
    booked = replies[-1]["appointment"]
    assert booked == house.appointments[0]
    assert (booked["client_name"], booked["channel"], booked["status"]) == ("Jo Evans", "rest", "booked")
    assert booked["complaints"] == [{"label": "calf", "side": "left"}]


def test_two_turns_when_everything_is_volunteered(house: House) -> None:
    day = thursday()
    replies = house.say(
        f"Hi, I'm Jo Evans, 34, over 18 and happy for you to note my health details, 07700 900123. Left calf tight for "
        f"2 weeks, 4/10, I run 40k a week, no races, not seeing anyone, just want to loosen it. Can I come on thursday "
        f"{day.day} {day:%B} at 5pm?"
    )
    assert replies[-1]["slot"] == "agreed" and "safety" in replies[-1]["text"]
    assert house.say("yes")[-1]["appointment"]["client_name"] == "Jo Evans"


def test_a_long_first_message_is_asked_only_what_it_did_not_say(house: House) -> None:
    day = thursday()
    assert house.say(FIRST.format(day=day))[-1]["slot"] == "consent"
    assert house.say("yes")[-1]["slots"][0] == "severity"
    assert house.say("6, and none of those")[-1]["slot"] == "routine"
    offered = house.say("30k a week, just want to get through the half")
    assert offered[-1]["slots"][:2] == ["suggestion", "length"] and "injury rehab" in words(offered)
    assert house.say("5pm please")[-1]["slot"] == "name"
    assert "£" in words(house.say("how much is it?")), "a question in the middle"
    house.say("Jo Evans 07700 900123")
    changed = house.say("actually make it 90")
    assert "90 minutes" in words(changed), "a correction"
    house.restart(signal.SIGKILL)
    booked = house.say("yes")[-1]["appointment"]
    starts = datetime.fromisoformat(booked["starts_at"])
    assert (starts.date(), starts.hour, booked["minutes"]) == (day, 17, 90)
    assert starts.utcoffset() == datetime.combine(day, starts.timetz()).utcoffset()
    assert booked["complaints"] == [{"label": "shin_splints", "side": "left"}]
    assert len(house.appointments) == 1


@pytest.mark.parametrize(
    ("clinic", "words_there"), [("cardiff", ("999", "111", "GP")), ("sandy-springs", ("911", "urgent care"))]
)
def test_a_swollen_calf_books_nothing_and_says_what_to_do(
    house: House, clinic: str, words_there: tuple[str, ...]
) -> None:
    said = words(house.say("my calf is swollen and hot since the flight", clinic=clinic))
    assert all(word in said for word in words_there)
    assert house.appointments == []
    told = house.handoffs[0]
    assert (told["clinic"], told["reason"], told["urgency"]) == (clinic, "red_flag", "same_day")


def test_a_retry_changes_nothing(house: House) -> None:
    house.say("hi")
    first = house.say("yes", message_id="m1")
    assert house.say("yes", message_id="m1") == first
    assert house.say("my calf", message_id="m2")[-1]["slot"] == "red_flags"


def test_whatever_is_written_gets_a_kind_answer_and_the_same_question(house: House) -> None:
    house.say("hi")
    open_question = house.say("yes")[-1]["slot"]
    for name, text in BAD_INPUT.items():
        posted = {"sender": name, "message": text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")}
        house.say("hi", sender=name)
        house.say("yes", sender=name)
        answer = house.http.post("/webhooks/rest/webhook", json=posted)
        assert answer.status_code == 200, name
        replies = answer.json()
        assert replies and all(reply["text"].strip() for reply in replies), name
        assert replies[-1].get("slot") == open_question or name in ("very long",), (name, replies)
        assert "Traceback" not in answer.text
    assert house.appointments == []


def test_a_retry_after_a_crash_brings_the_answer_that_was_lost_with_it(house: House) -> None:
    first = house.say("hi", message_id="1")
    house.say("yes", message_id="2")
    house.restart(signal.SIGKILL)
    assert house.say("hi", message_id="1") == first
    assert house.say("my left calf", message_id="3")[-1]["slot"] != "consent", "and the conversation goes on"


def test_nothing_that_was_said_is_in_the_log(house: House) -> None:
    for message in ("hi, my PELVIS42 hurts", "yes", "SECRETWORD", "/flag.leg_clot=yes", "\0 NULWORD"):
        house.say(message)
    house.stop()
    log = house.log.read_text()
    assert log, "it does log"
    assert not [word for word in ("PELVIS42", "SECRETWORD", "NULWORD", "leg_clot=yes") if word in log]
    house.start()


def test_twenty_messages_at_once_are_all_answered(house: House) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda n: house.say(f"hi number {n}"), range(20)))
    assert all(answers)


def test_two_clinics_keep_two_diaries_and_two_conversations(house: House) -> None:
    assert "Pro Sports Medicine" in words(house.say("hi", clinic="cardiff"))
    assert "Medical Sports Massage" in words(house.say("hi", clinic="sandy-springs"))


def test_the_wrong_token_is_refused(house: House) -> None:
    posted = {"sender": "jo", "message": "hi"}
    assert (
        house.http.post("/webhooks/rest/webhook", json=posted, headers={"Authorization": "Bearer no"}).status_code
        == 401
    )
