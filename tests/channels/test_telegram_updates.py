"""What updates say, read without a network."""

from typing import Any

import pytest
from telegram import Update

from bot.channels.updates import payload, read
from bot.messages import Inbound
from tests.botapi import NOW, PHOTO, STICKER, the_chat

JO = {"id": 815, "is_bot": False, "first_name": "Jo"}


def update(number: int = 7, kind: str = "message", **content: Any) -> Update:
    message = {"message_id": 1, "date": NOW, "chat": the_chat(815), "from": JO} | content
    return Update.de_json({"update_id": number, kind: message}, None)


def said(**content: Any) -> tuple[str, str] | None:
    inbound = read(update(**content), "cardiff")
    return (inbound.text, inbound.pressed) if inbound else None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("hello", ("hello", "")),
        ("/start", ("/start", "greet")),
        ("/start cardiff", ("/start", "greet")),
        ("/START@cooldown_bot", ("/start", "greet")),
        ("/help", ("/help", "help")),
        ("/cancel", ("/cancel", "stop")),
        ("/person", ("/person", "human")),
        ("/appointments", ("/appointments", "show_appointment")),
        ("/book", ("/book", "book")),
        ("/book thursday after 5", ("book thursday after 5", "")),
        ("/dance", ("dance", "")),
        ("/ left knee", ("/ left knee", "")),
        ("4/10", ("4/10", "")),
        ("length=90", ("length=90", "")),
    ],
)
def test_commands_say_what_their_buttons_would_and_words_are_words(text: str, meaning: tuple[str, str]) -> None:
    assert said(text=text) == meaning


def test_an_inbound_is_known_by_its_update() -> None:
    assert read(update(7, text="hi"), "cardiff") == Inbound("telegram:815", "7", "cardiff", "hi")


def test_a_link_carries_its_clinic() -> None:
    assert payload(update(text="/start sandy-springs")) == "sandy-springs"
    assert [payload(update(text=text)) for text in ("/start", "/help cardiff", "start cardiff", "hi")] == [""] * 4
    assert payload(update(sticker=STICKER)) == ""


def test_an_album_is_one_message() -> None:
    pictures = [read(update(n, photo=PHOTO, media_group_id="33"), "cardiff") for n in (1, 2)]
    assert [picture and (picture.id, picture.pressed) for picture in pictures] == [("album:33", "unreadable")] * 2


def test_a_position_that_edits_itself_is_not_answered_each_time() -> None:
    assert said(location={"latitude": 51.48, "longitude": -3.18}) == ("", "unreadable")
    assert said(kind="edited_message", location={"latitude": 51.49, "longitude": -3.18}) is None


@pytest.mark.parametrize("number", ["447700900123", "+44 7700 900123"])
def test_a_shared_number_is_written_as_the_world_writes_it(number: str) -> None:
    contact = {"phone_number": number, "first_name": "Jo", "user_id": 815}
    assert said(contact=contact) == ("+447700900123", "contact=+447700900123")


@pytest.mark.parametrize("chat", [-99, -100123])
def test_what_is_said_in_groups_is_not_read(chat: int) -> None:
    assert said(chat=the_chat(chat), text="hi") is None


def tap(says: str | None, **message: Any) -> Inbound | None:
    on = {
        "message_id": 5,
        "date": NOW,
        "chat": the_chat(815),
        "text": "Which?\n\n1. The first\n2. The second",
    } | message
    query = {"id": "q", "from": JO, "chat_instance": "1", "message": on, "data": says}
    return read(Update.de_json({"update_id": 9, "callback_query": query}, None), "cardiff")


def keys(*named: tuple[str, str]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[{"text": text, "callback_data": says} for text, says in named]]}}


def test_a_press_carries_its_message_and_its_label() -> None:
    assert tap("length=60", **keys(("60 min", "length=60"))) == Inbound(
        "telegram:815", "button:5", "cardiff", "60 min", "length=60"
    )


def test_a_number_stands_for_its_line() -> None:
    pressed = tap("which=B", **keys(("1", "which=A"), ("2", "which=B")))
    assert pressed
    assert (pressed.text, pressed.pressed) == ("The second", "which=B")


def test_a_button_on_a_message_too_old_to_be_shown_still_says_what_it_says() -> None:
    pressed = tap("reschedule which=K3F9", date=0)
    assert pressed
    assert (pressed.text, pressed.pressed) == ("", "reschedule which=K3F9")


@pytest.mark.parametrize("says", ["~", "~12.2026-12", None])
def test_what_is_only_looked_at_says_nothing(says: str | None) -> None:
    assert tap(says) is None


def test_a_button_in_a_group_says_nothing() -> None:
    assert tap("length=60", chat=the_chat(-99)) is None
