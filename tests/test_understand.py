"""One message understood, with the model heard and without it; and a model that is slow, dead or talks nonsense."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.heard import Heard
from bot.listening import Model
from bot.outline import outline
from bot.understand import read, understand
from bot.view import View, next_race
from bot.when import Span
from bot.words.replies import exact
from tests.talk import KNOWLEDGE, PROFILES

NOW = datetime(2026, 11, 24, 10, 15)  # a Tuesday
DETAILS = ("side.calf", "since.calf", "severity.calf", "red_flags")
RUNNING = ("routine", "race", "goal", "care")
OFFER = ("suggestion", "day", "time")
WHO = ("name", "contact")


def view(*asked: str, clinic: str = "cardiff") -> View:
    return View(NOW, PROFILES[clinic], KNOWLEDGE, asked)


def hears(intent: str, sure: float = 0.9, /, *others: tuple[str, float], **complaints: float) -> Heard:
    """What the model would say, complaints the likeliest first."""
    ranked = tuple(sorted(complaints.items(), key=lambda one: -one[1]))
    return Heard(intent, sure, ((intent, sure), *others), ranked)


def unhurt(intent: str) -> Heard:
    """What the model would say of what seems to hurt nobody."""
    return Heard(intent, 0.9, ((intent, 0.9),), chances={"nothing_hurts": 0.8})


FIRST = (
    "hi, left shin has been killing me for 3 weeks, half marathon on the 14th of next month, "
    "can I come thursday after 5?"
)
TOLD = {
    "complaint.shin_splints": "yes",
    "side.shin_splints": "left",
    "since.shin_splints": "2026-11-03",
    "race": "half@2026-12-14",
    "day": "2026-11-26",
    "time": "17:00..20:00",
}


@pytest.mark.parametrize("heard", [None, hears("book", 0.96, shin_splints=0.9)])
def test_a_message_that_says_it_all_is_understood_with_and_without_the_model(heard: Heard | None) -> None:
    understood = read(FIRST, view(), heard)
    assert (understood.intent, understood.answers) == ("book", TOLD)


# ---------------------------------------------------------------- a whole booking on keywords alone


@pytest.mark.parametrize(
    ("text", "asked", "intent", "answers"),
    [
        ("hi", (), "greet", {}),
        ("yes", ("consent",), "affirm", {"consent": "yes"}),
        ("I'm over 18 and happy for you to note it", ("consent",), "inform", {"consent": "yes", "guardian": "no"}),
        ("left calf", ("complaint", "side"), "inform", {"complaint.calf": "yes", "side.calf": "left"}),
        ("none", ("complaint", "side"), "inform", {"complaint.none": "yes"}),
        ("3 weeks", DETAILS, "inform", {"since": "2026-11-03"}),
        ("7", DETAILS, "inform", {"severity": "7"}),
        ("left", DETAILS, "inform", {"side": "left"}),
        ("sunday", DETAILS, "inform", {"since": "2026-11-22"}),
        ("left, 3 weeks, 6, none", DETAILS, "deny", {"side": "left", "since": "2026-11-03", "severity": "6"}),
        ("none of these", DETAILS, "deny", {}),
        ("3", ("routine",), "inform", {"routine": "3x"}),
        (
            "40k a week, no races, to stay injury free, seeing a physio",
            RUNNING,
            "inform",
            {"routine": "40km", "race": "none", "goal": "prevent", "care": "yes"},
        ),
        ("keep up with my kids", ("goal",), "inform", {"goal": "keep up with my kids"}),
        ("skip", RUNNING, "skip", {}),
        ("yes", OFFER, "affirm", {}),
        ("yes, thursday at 5", OFFER, "affirm", {"day": "2026-11-26", "time": "17:00"}),
        ("tomorrow", OFFER, "inform", {"day": "2026-11-25"}),
        ("an hour and a half with Anna", OFFER, "inform", {"length": "90", "therapist": "anna"}),
        ("just maintenance", OFFER, "inform", {"suggestion": "maintenance"}),
        ("Anna Jones, 07700 900123", WHO, "inform", {"name": "Anna Jones", "contact": "+447700900123"}),
        ("12345678", WHO, "inform", {"contact": "invalid"}),
        ("actually make it 90", ("agreed",), "inform", {"length": "90"}),
        ("no, the left one", ("agreed",), "inform", {"side": "left"}),
        ("it's Saturday, not Sunday", ("agreed",), "inform", {"day": "2026-11-28"}),
        ("yes book it please", ("agreed",), "affirm", {}),
        ("👍", ("agreed",), "affirm", {}),
    ],
)
def test_keywords_alone_carry_a_booking(
    text: str, asked: tuple[str, ...], intent: str, answers: dict[str, str]
) -> None:
    understood = read(text, view(*asked), None)
    assert (understood.intent, understood.answers) == (intent, answers)


@pytest.mark.parametrize("text", ["sunday", "3", "left", "Sarah", "sarah", "none", "7"])
def test_a_bare_reply_means_nothing_of_the_sort_where_it_was_not_asked_for(text: str) -> None:
    answers = read(text, view("contact"), None).answers
    assert not answers.keys() & {"since", "severity", "side", "name", "routine", "race", "complaint.none"}


# ---------------------------------------------------------------- intent


@pytest.mark.parametrize(
    ("text", "asked", "heard", "intent"),
    [
        ("can I talk to someone", OFFER, hears("out_of_scope", 0.9), "human"),
        ("cancel it please", (), hears("inform", 0.4), "cancel_appointment"),
        ("whatever you think", (), hears("dont_know", 0.9), "dont_know"),
        ("thursday", OFFER, hears("out_of_scope", 0.95), "inform"),
        ("for my son, he's 15, that's fine", ("consent",), hears("ask_faq/who_for", 0.73), "inform"),
        ("for my son, he's 15, is that fine?", ("consent",), hears("ask_faq/who_for", 0.73), "ask_faq"),
        ("cancel my thursday session", OFFER, hears("cancel_appointment", 0.95), "cancel_appointment"),
        ("my knackered old achilles", (), hears("greet", 0.5, achilles_tendinopathy=0.9), "describe"),
        ("left calf", (), hears("inform", 0.9, calf=0.9), "describe"),
        ("left calf", ("complaint",), hears("inform", 0.9, calf=0.9), "inform"),
        ("have you got me down for thursday", (), hears("book", 0.8, ("show_appointment", 0.2)), "show_appointment"),
        ("have you got me down for thursday", (), hears("book", 0.8, ("show_appointment", 0.1)), "book"),
        ("calf is tight, gimme a slot", (), hears("describe", 0.8, ("book", 0.2), calf=0.9), "book"),
        ("calf is tight, gimme a slot", (), hears("describe", 0.9, ("book", 0.001), calf=0.9), "describe"),
        ("by all means, that's fine", ("consent",), hears("affirm", 0.8), "affirm"),
        ("that's fine, by the way I'm 41", ("consent",), hears("affirm", 0.8), "affirm"),
        ("no, nobody, no physio", ("care",), hears("inform", 0.9), "deny"),
        ("seeing a physio", ("care",), hears("inform", 0.9), "inform"),
        ("what did my physio say in that film", (), hears("out_of_scope", 0.95), "out_of_scope"),
        ("not this year I should think, no races", ("race",), hears("deny", 0.8), "deny"),
        ("no swelling, no numbness", ("red_flags",), hears("describe", 0.8), "deny"),
        ("no swelling but a funny feeling", ("red_flags",), hears("describe", 0.8), "describe"),
        ("can you fit me in friday", (), hears("out_of_scope", 0.5), "book"),
        ("a table for two on friday", (), hears("out_of_scope", 0.95), "out_of_scope"),
        ("a poem about my bad knee", (), hears("out_of_scope", 0.95, runners_knee=0.5), "describe"),
        ("mumble", (), hears("out_of_scope", 0.5), "out_of_scope"),
        ("mumble", OFFER, hears("out_of_scope", 0.5), "inform"),
        ("mumble", (), hears("", 0.0), "inform"),
        ("good evening to you", (), hears("greet", 0.9), "greet"),
        ("is friday any good?", (), hears("greet", 0.3), "book"),
        ("friday then", (), hears("goodbye", 0.3), "inform"),
    ],
)
def test_words_correct_the_models_intent(text: str, asked: tuple[str, ...], heard: Heard, intent: str) -> None:
    assert read(text, view(*asked), heard).intent == intent


def test_what_is_out_of_scope_leaves_no_answer() -> None:
    assert read("a table for two on friday", view(), hears("out_of_scope", 0.95)).answers == {}


@pytest.mark.parametrize(
    ("text", "heard", "intent", "faq", "answers"),
    [
        ("how much is 90 minutes?", hears("ask_faq/prices"), "ask_faq", "prices", {}),
        ("how much is it?", None, "ask_faq", "prices", {}),
        ("are you open on sundays", hears("ask_faq/hours"), "ask_faq", "hours", {}),
        (
            "how much is it? and can I come friday at 6",
            hears("ask_faq/prices"),
            "book",
            "prices",
            {"day": "2026-11-27", "time": "18:00"},
        ),
        ("book me in. is there parking?", hears("book", 0.9), "book", "parking", {}),
        ("book me in. somewhere for the car?", hears("book", 0.8, ("ask_faq/parking", 0.2)), "book", "parking", {}),
        ("book me in", hears("book", 0.8, ("ask_faq/parking", 0.2)), "book", "", {}),
        ("yes", None, "affirm", "", {}),
    ],
)
def test_a_question_is_heard_beside_whatever_else_is_said(
    text: str, heard: Heard | None, intent: str, faq: str, answers: dict[str, str]
) -> None:
    understood = read(text, view(), heard)
    assert (understood.intent, understood.faq, understood.answers) == (intent, faq, answers)


@pytest.mark.parametrize(
    ("text", "asked", "intent", "answers"),
    [
        ("cancel K7M2QX", (), "cancel_appointment", {"which": "K7M2QX"}),
        ("cancel my thursday 3pm", (), "cancel_appointment", {"which": "2026-11-26T15:00"}),
        ("cancel", (), "inform", {}),
        ("the thursday one", ("which",), "inform", {"which": "2026-11-26"}),
        (
            "move my thursday 3pm to friday at 4",
            (),
            "reschedule",
            {"which": "2026-11-26T15:00", "day": "2026-11-27", "time": "16:00"},
        ),
    ],
)
def test_an_appointment_is_named_by_its_reference_or_its_time(
    text: str, asked: tuple[str, ...], intent: str, answers: dict[str, str]
) -> None:
    heard = hears("inform", 0.9) if text == "cancel" else None
    understood = read(text, view(*asked), heard)
    assert (understood.intent, understood.answers) == (intent, answers)


# ---------------------------------------------------------------- complaints


@pytest.mark.parametrize(
    ("text", "heard", "labels"),
    [
        ("the calf hurts", hears("describe", calf=0.2), {"calf": "yes"}),
        ("the calf of the cow next door", hears("out_of_scope", 0.2), {}),
        ("it stings under there", hears("describe", plantar_fasciitis=0.5), {"plantar_fasciitis": "yes"}),
        ("it stings under there", hears("describe", plantar_fasciitis=0.35, calf=0.05), {}),
        ("calf", hears("describe", calf=0.9, shin_splints=0.5), {"calf": "yes"}),
        (
            "calf and the front of that",
            hears("describe", calf=0.9, shin_splints=0.8),
            {"calf": "yes", "shin_splints": "yes"},
        ),
        ("it's not the calf", hears("describe", calf=0.9), {"calf": "no"}),
        ("soleus, whenever I sprint", hears("describe"), {"calf": "yes"}),
        ("soleus, whenever I sprint", hears("ask_faq/what_is"), {}),
        ("an hour for a tight soleus", hears("book"), {"calf": "yes"}),
        ("sore, at the back", hears("describe"), {}),
        ("calf below the knee", hears("describe", 0.9, calf=0.9), {"calf": "yes"}),
        ("the ankle, where the calf ends", hears("describe", 0.9, calf=0.9), {"calf": "yes"}),
        ("the ankle, where the calf ends", hears("describe", 0.7, other_injury=0.2), {"other_injury": "yes"}),
        ("calf for the quiz", hears("out_of_scope", 0.9, calf=0.2), {}),
        ("knee, to the outside", hears("describe", it_band_syndrome=0.9), {"it_band_syndrome": "yes"}),
        ("the knee, on its far side", hears("describe", it_band_syndrome=0.9), {"it_band_syndrome": "yes"}),
        ("the inside of the knee", hears("describe", it_band_syndrome=0.9), {"runners_knee": "yes"}),
        ("stiff shoulder, nothing too dramatic", unhurt("describe"), {"other_injury": "yes"}),
        ("stiff shoulder in a song", unhurt("describe"), {}),
        ("nothing too dramatic", unhurt("describe"), {}),
        ("inner part of both knees", hears("describe", it_band_syndrome=0.98), {"runners_knee": "yes"}),
        ("the hamstring pulls, right from the heel", hears("describe", hamstring=0.95), {"hamstring": "yes"}),
        (
            "the hamstring pulls, heel is worst",
            hears("describe", hamstring=0.95),
            {"hamstring": "yes", "plantar_fasciitis": "yes"},
        ),
        ("hour for my husband, his calf is sore", hears("book"), {"calf": "yes"}),
        ("my wife has a bad calf", hears("describe", calf=0.9), {}),
        ("sore calf, after my wife pulled me round", hears("describe", calf=0.97), {"calf": "yes"}),
        ("calf raises all week", hears("describe", calf=0.9), {}),
        ("do you treat a sore calf", hears("ask_faq/who_for", calf=0.9), {}),
        ("cheers butt", hears("thank", glute=0.9), {}),
        ("the spleen", hears("describe", spleen=0.9), {}),
    ],
)
def test_words_and_model_together_tell_what_hurts(text: str, heard: Heard, labels: dict[str, str]) -> None:
    answers = read(text, view(), heard).answers
    assert {slot.partition(".")[2]: told for slot, told in answers.items() if slot.startswith("complaint.")} == labels


@pytest.mark.parametrize(
    ("text", "heard", "doubt"),
    [
        ("sore at the back there", hears("describe", calf=0.38, shin_splints=0.3), "calf|shin_splints"),
        ("sore at the back there", hears("describe", calf=0.38, shin_splints=0.3, glute=0.1), "calf|shin_splints"),
        ("sore at the back there", hears("describe", calf=0.38, shin_splints=0.3, glute=0.2), None),
        ("sore at the back there", hears("describe", calf=0.38), None),
        ("sore at the back of the calf", hears("describe", calf=0.38, shin_splints=0.3), None),
    ],
)
def test_torn_between_two_complaints_we_ask(text: str, heard: Heard, doubt: str | None) -> None:
    assert read(text, view(), heard).answers.get("doubt") == doubt


def test_what_is_told_of_several_complaints_is_about_the_first() -> None:
    answers = read(
        "left calf and lower back, 3 weeks, 5/10", view("complaint", "side", "since", "severity"), None
    ).answers
    assert answers["severity.calf"] == "5"
    assert answers["since.calf"] == "2026-11-03"


def test_a_red_flag_in_the_words_is_an_answer() -> None:
    understood = read("my calf is swollen and hot since the flight", view(), None)
    assert understood.red_flags
    assert all(understood.answers[f"flag.{flag}"] == "yes" for flag in understood.red_flags)


def test_denying_the_red_flags_does_not_unsay_one() -> None:
    assert read("my calf is swollen and hot, none of those others", view(*DETAILS), None).intent != "deny"


# ---------------------------------------------------------------- times


def test_the_day_before_my_race_counts_from_the_race_told_before_or_now() -> None:
    known = View(NOW, PROFILES["cardiff"], KNOWLEDGE, OFFER, date(2026, 12, 13))
    assert read("the day before my race", known, None).answers["day"] == "2026-12-12"
    both = read("half marathon on 13 december, can I come the day before my race", view(), None)
    assert both.answers["day"] == "2026-12-12"


def test_my_race_is_the_soonest_one_however_they_were_listed() -> None:
    text = "I have a marathon on 13 december and a 10k on 5 december"
    told = read(text, view(), None).answers["race"]
    assert next_race(told, NOW.date()) == date(2026, 12, 5)
    assert read(f"{text}, two days before my next race", view(), None).answers["day"] == "2026-12-03"


def test_a_race_that_is_over_or_has_no_day_is_none_to_come() -> None:
    today = date(2026, 11, 24)
    assert next_race("marathon@2026-11-01+half@2026-12-14+10k@2026-11-24", today) == today
    assert next_race("marathon@2026-11-01+half", today) is None
    assert [next_race(answer, today) for answer in ("none", "", "half@soon")] == [None] * 3


def test_a_day_asked_for_plainly_is_a_wish_whatever_is_on_the_screen() -> None:
    assert read("left calf, could I come on thursday", view("complaint", "since"), None).answers["day"] == "2026-11-26"


# ---------------------------------------------------------------- the outside


def test_the_outline_is_the_contracts_object() -> None:
    understood = read("plantar is back on the left, sat at 4?", view(), hears("book", 0.971, plantar_fasciitis=0.926))
    assert outline(understood, KNOWLEDGE) == {
        "text": "plantar is back on the left, sat at 4?",
        "intent": "book",
        "confidence": 0.97,
        "complaints": [{"label": "plantar_fasciitis", "side": "left", "confidence": 0.97}],
        "red_flags": [],
        "times": [{"text": "sat at 4", "role": "want", "start": "2026-11-28T16:00", "end": None, "grain": "hour"}],
        "answers": {
            "complaint.plantar_fasciitis": "yes",
            "side.plantar_fasciitis": "left",
            "day": "2026-11-28",
            "time": "16:00",
        },
    }


def test_the_outline_names_topics_urgencies_and_only_intents_of_the_contract() -> None:
    assert outline(read("is there parking?", view(), None), KNOWLEDGE)["faq"] == "parking"
    assert outline(read("who's it with?", view(), Heard("ask_faq/therapists", 0.9)), KNOWLEDGE)["faq"] == "therapists"
    assert outline(read("what day is it?", view(), None), KNOWLEDGE)["intent"] == "out_of_scope"
    assert outline(read("start over", view(), None), KNOWLEDGE)["intent"] == "stop"
    assert outline(read("skip", view(), None), KNOWLEDGE)["intent"] == "dont_know"
    flags = outline(read("my calf is swollen and hot since the flight", view(), None), KNOWLEDGE)["red_flags"]
    assert flags[0] == {"flag": "dvt_or_leg_swelling", "urgency": "same_day"}
    end = outline(read("thursday", view("day"), None), KNOWLEDGE)["times"][0]["end"]
    assert end == "2026-11-27T00:00"


def test_what_the_dialogue_gets_is_intent_answers_and_topic() -> None:
    said = read("is there parking?", view(), None).said()
    assert (said.text, said.intent, said.faq, said.typed) == ("is there parking?", "ask_faq", "parking", True)


# ---------------------------------------------------------------- laws

SLOTS = st.sampled_from(
    ("consent", "complaint", *DETAILS, *RUNNING, *OFFER, *WHO, "length", "therapist", "which", "agreed")
)
WORDS = st.sampled_from(
    """left right calf not the 7 /10 half marathon on 14th of december no yes anna 90 minutes 40k a week
    thursday 5pm I'm Jo Evans 07700 900123 me@example.com my son 15 physio none ? , . \ud800 \0 👍 🏃
    \u202e <b> ' -- fine now since 3 weeks
    cancel""".split()
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join))
HEARD = st.none() | st.builds(
    hears,
    st.sampled_from(("book", "describe", "inform", "out_of_scope", "ask_faq/prices", "deny", "")),
    st.floats(0, 1),
)


@given(TEXTS, st.lists(SLOTS, max_size=4), HEARD, st.sampled_from(("cardiff", "sandy-springs")))
@settings(max_examples=100)
@example("1" * 5_000, ["contact"], None, "cardiff")
@example("a@" * 5_000, ["contact"], None, "cardiff")
@example("not my left calf and " * 500, ["side"], None, "cardiff")
def test_whatever_is_written_is_understood_somehow(
    text: str, asked: list[str], heard: Heard | None, clinic: str
) -> None:
    understood = read(text, view(*asked, clinic=clinic), heard)
    assert understood.text == text
    assert all(slot and answer and "\n" not in answer for slot, answer in understood.answers.items())
    json.dumps(outline(understood, KNOWLEDGE))


# ---------------------------------------------------------------- the model


async def test_short_replies_do_not_wait_for_the_model() -> None:
    async def never(text: str, times: Sequence[Span]) -> Heard | None:
        raise AssertionError

    assert exact("yes")
    assert (await understand("Yes!", view("agreed"), never)).intent == "affirm"


async def test_the_model_is_asked_for_everything_else() -> None:
    asked: list[Sequence[Span]] = []

    async def book(text: str, times: Sequence[Span]) -> Heard | None:
        asked.append(times)
        return hears("book", 0.9)

    assert (await understand("do me a favour on Friday, at 5", view(), book)).intent == "book"
    assert asked == [[(18, 24), (26, 30)]]


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(talk: Talk) -> AsyncIterator[Model]:
    """A server on loopback that behaves as badly as `talk` lets it."""
    talks: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.ensure_future(closing(talk(reader, writer), writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    model = Model(f"http://127.0.0.1:{port}", deadline=0.2)
    try:
        yield model
    finally:
        await model.close()
        server.close()
        await asyncio.gather(*talks)


async def closing(talk: Awaitable[None], writer: asyncio.StreamWriter) -> None:
    """Let it talk, then hang up."""
    await talk
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


def answering(body: bytes, status: bytes = b"200 OK") -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (status, len(body), body))
        await writer.drain()

    return talk


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()  # until the client gives up


NO_INTENT = b'{"name": null, "confidence": 0.0}'
NOTHING = (
    b'{"text": "", "intent": %s, "intent_ranking": [], "complaints": [], "red_flags": [], "chances": {}, "times": []}'
    % NO_INTENT
)


async def trickling(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A sound answer, always another letter within the deadline, and all of it long after."""
    with suppress(ConnectionError):
        for letter in b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(NOTHING), NOTHING):
            writer.write(bytes([letter]))
            await writer.drain()
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    "talk",
    [
        silent,
        trickling,
        answering(b"", b"503 Service Unavailable"),
        answering(b"not JSON"),
        answering(b"[]"),
        answering(b"{}"),
        answering(NOTHING.replace(b'{"name": null, "confidence": 0.0}', b"null")),
        answering(NOTHING.replace(b"0.0", b'"high"')),
    ],
)
async def test_a_model_that_is_late_or_talks_nonsense_is_not_heard(talk: Talk) -> None:
    async with serving(talk) as model:
        assert await model.hear("book me in") is None


async def test_an_answer_in_time_is_heard() -> None:
    async with serving(answering(NOTHING)) as model:
        assert await model.hear("") == Heard("", 0.0)


async def test_a_model_that_failed_is_left_alone_for_a_while() -> None:
    asked = []

    async def failing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(1)

    async with serving(failing) as model:
        assert [await model.hear("one") for _ in range(3)] == [None] * 3
        assert len(asked) == 1
        model.rested = 0.0  # the while is over
        await model.hear("two")
        assert len(asked) == 2


async def test_what_a_client_said_is_not_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(answering(b"{}")) as model:
        await model.hear("my secret calf")
    assert "going on without" in caplog.text
    assert "secret" not in caplog.text


async def test_the_real_model_is_heard(nlu_url: str) -> None:
    model = Model(nlu_url, deadline=10.0)
    heard = await model.hear("my left calf is tight \0 \ud800, can I book for thursday?")
    await model.close()
    assert heard is not None
    assert heard.intent == "book"
    assert heard.complaints[0][0] == "calf"
    assert heard.ranking[0] == (heard.intent, heard.confidence)


def test_a_smile_is_no_yes() -> None:
    assert read("🙂🙂🙂", view("consent"), Heard("affirm", 0.9)).intent == "inform"


@pytest.mark.parametrize(
    ("text", "asked", "answers"),
    [
        ("change the time to 12", ("agreed",), {"time": "12:00"}),
        ("can we do 11 instead", ("agreed",), {"time": "11:00"}),
        ("60 minutes please", ("suggestion", "length", "day", "time"), {"length": "60"}),
        ("40k, no race", ("routine", "race", "goal", "care"), {"routine": "40km", "race": "none"}),
    ],
)
def test_second_thoughts_and_lengths_are_taken_for_what_they_are(
    text: str, asked: tuple[str, ...], answers: dict[str, str]
) -> None:
    understood = read(text, view(*asked), Heard("reschedule" if "agreed" in asked else "inform", 0.9))
    assert (understood.intent, understood.answers) == ("inform", answers)


def test_the_friday_one_names_no_hour() -> None:
    assert "time" not in read("the friday one", view("day", "time", "therapist"), None).answers


def test_a_bare_symptom_to_the_safety_question_is_of_what_the_client_came_with() -> None:
    told = replace(view("red_flags"), about=("calf",))
    assert "leg_clot" in read("it's swollen and hot", told, None).red_flags


@pytest.mark.parametrize("text", ["Tom Price tom@price.org", "Tom Price"])
def test_a_name_that_sounds_like_a_question_is_a_name(text: str) -> None:
    understood = read(text, view("name", "contact"), Heard("ask_faq/prices", 0.95))
    assert (understood.intent, understood.faq, understood.answers["name"]) == ("inform", "", "Tom Price")


@pytest.mark.parametrize(("text", "slot"), [("now", "day"), ("morning", "time"), ("Mornings", "time")])
def test_one_word_to_when_is_a_wish_and_no_greeting(text: str, slot: str) -> None:
    understood = read(text, view("suggestion", "day", "time"), Heard("stop", 0.9))
    assert understood.intent in ("inform", "book") and slot in understood.answers
    assert understood.text == text


def test_later_does_not_end_the_conversation() -> None:
    assert read("later", view("time", "therapist"), Heard("goodbye", 0.9)).intent == "inform"


@pytest.mark.parametrize(
    "text",
    ["between the calf and the shin i think", "calf or shin, not sure", "it's my calf or maybe my shin",
     "not sure if it's my shin or my calf"],
)  # fmt: skip
def test_who_wavers_between_two_places_is_asked_which(text: str) -> None:
    understood = read(text, view("complaint", "side", "since", "severity"), None)
    answers = understood.answers
    assert {label for label, _, _ in understood.complaints} == {"calf", "shin_splints"}
    assert set(answers["doubt"].split("|")) == {"calf", "shin_splints"}
    assert not [slot for slot in answers if slot.startswith("complaint.")]


def test_two_sore_places_are_two_complaints() -> None:
    answers = read("calf and shin both sore", view("complaint"), None).answers
    assert {"complaint.calf", "complaint.shin_splints"} <= answers.keys() and "doubt" not in answers


def test_a_goal_is_told_in_words_of_ones_own_and_not_in_manners() -> None:
    assert read("say that one more time", view("goal"), hears("repeat")).answers == {}
    assert "goal" in read("run with my grandson", view("goal"), hears("out_of_scope")).answers


def test_a_place_is_surer_by_its_name_and_the_models_word_than_by_either() -> None:
    (_, _, both), *_ = read("my calf", view(), hears("describe", calf=0.9)).complaints
    (_, _, name), *_ = read("my calf", view(), hears("describe", calf=0.0)).complaints
    assert both > 0.9 > name > 0.5


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("shins are killing me and I've a half on the 14th", {"shin_splints"}),
        ("my husband says you should look at my knee", {"runners_knee"}),
        ("a friend reckons i have shin splints", {"shin_splints"}),
        ("my calf cramps on walks with the dog", {"calf"}),
        ("my mate tore his calf", set()),
        ("both my calves, they have been tight for days", {"calf"}),
        ("brand new shoes and now my arch is sore", {"plantar_fasciitis"}),
        ("the knee feels brand new", set()),
        ("with this knee I can no longer run", {"runners_knee"}),
        ("the knee no longer hurts", set()),
        ("the ache is over my kneecap", {"runners_knee"}),
        ("I think it was my hamstring", {"hamstring"}),
        ("tightness settled in my calf", {"calf"}),
        ("quads shot since the weekend", {"quadriceps"}),
        ("hurts to bend my knee", {"runners_knee"}),
        ("the heels of my shoes are worn", set()),
        ("most of the club have sore calves", set()),
    ],
)
def test_a_word_that_means_something_else_elsewhere_costs_no_complaint(text: str, labels: set[str]) -> None:
    told = outline(read(text, view(), None), KNOWLEDGE)["complaints"]
    assert {one["label"] for one in told} == labels


@pytest.mark.parametrize(("sure", "labels"), [(0.5, {}), (0.9, {"complaint.shin_splints": "yes"})])
def test_a_place_asked_about_is_complained_of_only_where_the_model_hears_it_told(
    sure: float, labels: dict[str, str]
) -> None:
    said = read("do you do shin splints", view(), hears("describe", sure, shin_splints=0.98))
    assert {slot: answer for slot, answer in said.answers.items() if slot.startswith("complaint")} == labels
