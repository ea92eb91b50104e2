"""What the language model's server answers, as the value that rooms read."""

import pytest

from bot.heard import Heard, heard

ANSWER = {
    "text": "not monday, tuesday",
    "intent": {"name": "inform", "confidence": 0.9},
    "intent_ranking": [{"name": "inform", "confidence": 0.9}, {"name": "book", "confidence": 0.1}],
    "complaints": [{"name": "calf", "confidence": 0.3}],
    "red_flags": [],
    "chances": {"want": 0.8},
}


def test_a_time_comes_in_the_clients_words_with_what_it_is_to_them() -> None:
    roles = {"want": 0.1, "not": 0.8, "from": 0.1}
    told = heard(ANSWER | {"times": [{"start": 4, "end": 10, **roles}]})
    assert told == Heard(
        "inform", 0.9, (("inform", 0.9), ("book", 0.1)), (("calf", 0.3),), (), {"want": 0.8}, (("monday", roles),)
    )


def test_a_server_of_an_earlier_release_tells_of_no_times() -> None:
    assert heard(ANSWER).times == ()


def test_what_is_no_answer_is_not_taken_for_one() -> None:
    with pytest.raises(KeyError):
        heard({"intent": {"name": "inform", "confidence": 0.9}})
