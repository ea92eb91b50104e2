"""The conversation in the terminal, line by line."""

from collections.abc import AsyncIterator, Iterable

import pytest

from bot.channels.terminal import GOODBYE, converse, drawn
from bot.messages import Choice, Reply
from tests.channels.desk import BOOKING, DAYS, ScriptedDesk

SKIP = Choice("Skip", "skip")
SCALE = tuple(Choice(str(n), f"severity.calf={n}") for n in range(11))
MENU = Reply("What can I do for you?", (), (Choice("Book a session", "book"), Choice("Talk to a person", "human")))


async def lines(said: Iterable[str]) -> AsyncIterator[str]:
    for line in said:
        yield line


async def talk(desk: ScriptedDesk, *said: str, prompt: str = "") -> str:
    """What the terminal shows while these lines are typed."""
    written: list[str] = []
    await converse(desk, "terminal:cardiff:jo", "cardiff", lines(said), written.append, prompt)
    return "".join(written)


def pressed(desk: ScriptedDesk) -> list[tuple[str, str]]:
    return [(inbound.text, inbound.pressed) for inbound in desk.received]


async def test_a_piped_conversation_is_plain_replies_and_a_kind_end() -> None:
    desk = ScriptedDesk((MENU,))
    shown = await talk(desk, "hi")
    assert shown == f"What can I do for you?\n  1. Book a session\n  2. Talk to a person\n\n{GOODBYE}"
    (hi,) = desk.received
    assert (hi.conversation, hi.clinic, hi.text, hi.pressed) == ("terminal:cardiff:jo", "cardiff", "hi", "")


async def test_by_hand_there_is_a_prompt_after_each_screen() -> None:
    shown = await talk(ScriptedDesk((MENU,)), "hi", prompt="> ")
    assert shown.startswith("> What can I do")
    assert shown.endswith(f"person\n\n> \n{GOODBYE}")


@pytest.mark.parametrize("line", ["2", " 2 ", "2.", "2)", "#2", "No, thank you", "no, THANK you"])
async def test_a_number_or_the_words_of_a_button_press_it(line: str) -> None:
    desk = ScriptedDesk()
    await talk(desk, "hi", line)
    assert pressed(desk) == [("hi", ""), ("No, thank you", "consent=no")]


@pytest.mark.parametrize("line", ["3", "0", "2 weeks", "no thank you very much", "²", "99"])
async def test_what_names_no_button_is_said(line: str) -> None:
    desk = ScriptedDesk()
    await talk(desk, "hi", line)
    assert pressed(desk)[-1] == (line, "")


async def test_on_a_scale_a_number_means_itself() -> None:
    desk = ScriptedDesk((Reply("How bad?", ("severity.calf",), (*SCALE, SKIP), "choice"),))
    shown = await talk(desk, "hi", "1", "10", "skip", "11")
    assert "  (0 · 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9 · 10 · Skip)\n" in shown
    assert pressed(desk)[1:] == [("1", "severity.calf=1"), ("10", "severity.calf=10"), ("Skip", "skip"), ("11", "")]


async def test_where_the_question_is_open_a_number_is_an_answer() -> None:
    desk = ScriptedDesk((Reply("Since when, and how bad?", ("since.calf", "severity.calf"), (SKIP,)),))
    await talk(desk, "hi", "1", "Skip")
    assert pressed(desk)[1:] == [("1", ""), ("Skip", "skip")]


async def test_a_screen_of_several_replies_is_numbered_through() -> None:
    desk = ScriptedDesk()
    for reply in (BOOKING[0], MENU):
        await desk.say("terminal:cardiff:jo", reply)
    shown = await talk(desk, "4")
    assert "  4. Talk to a person\n" in shown
    assert pressed(desk) == [("Talk to a person", "human")]


async def test_of_a_calendar_the_first_days_are_numbered_and_any_other_can_be_typed() -> None:
    screen = drawn([Reply("When?", ("day",), DAYS, "day")])
    assert screen.text.count("\n  ") == 13
    assert "write any other day" in screen.text
    assert screen.chosen("12") == DAYS[11]
    assert screen.chosen("13") is None


async def test_a_long_list_of_anything_else_is_shown_whole() -> None:
    screen = drawn([Reply("Any of these?", ("red_flags",), DAYS, "choice")])
    assert screen.chosen(str(len(DAYS))) == DAYS[-1]


async def test_a_conversation_that_was_left_goes_on_with_its_open_question() -> None:
    desk = ScriptedDesk()
    await talk(desk, "hi", "1")
    shown = await talk(desk, "3")
    assert shown.startswith(BOOKING[1].text)
    assert BOOKING[0].text not in shown
    assert pressed(desk)[-1] == ("Calf", "complaint.calf=yes")


async def test_what_fell_due_meanwhile_is_shown_first() -> None:
    desk = ScriptedDesk()
    await talk(desk, "hi")
    await desk.say("terminal:cardiff:jo", Reply("Tomorrow at 17:00."))
    assert (await talk(desk)).startswith("Tomorrow at 17:00.\n")


async def test_an_empty_line_shows_the_question_again_and_is_no_message() -> None:
    desk = ScriptedDesk((MENU,))
    shown = await talk(desk, "hi", "", "   ")
    assert shown.count(MENU.text) == 3
    assert len(desk.received) == 1
