"""Conversations on Telegram: the real library against a Bot API on loopback."""

import asyncio
import logging
from socket import socket

import pytest
from telegram.error import TelegramError

from bot.channels.telegram import telegram_channel
from bot.messages import Choice, Inbound, Reply
from tests.botapi import PHOTO, STICKER, TOKEN, VOICE, BotApi, Json, Phone, the_chat
from tests.channels.desk import CLINICS, DAYS
from tests.channels.telegram import Chat, PushingDesk, chat, served, talking

HELLO = Reply("Hello! What can I do for you?")
CHOICE = Reply(
    "How long?", ("length",), (Choice("60 minutes", "length=60"), Choice("90 minutes", "length=90")), "choice"
)
PHONE = Reply("How can the clinic reach you?", ("contact",), (), "phone")
DAY = Reply("Which day?", ("day",), (Choice("Earliest", "day=2026-11-26 time=17:00"), *DAYS), "day")
LONG = Reply(
    "Which one?", ("which",), tuple(Choice(f"No. {n}", f"reschedule which={n}{'K' * 60}") for n in (1, 2)), "choice"
)


def said(it: Chat) -> list[str]:
    """What reached the desk, each message as what it says."""
    return [known.pressed or known.text for known in it.desk.received]


async def settle(it: Chat, messages: int) -> None:
    """Wait until the desk has received so many messages and every tap has been answered."""
    await it.api.until(lambda: len(it.desk.received) >= messages and not it.api.queries)


# ---------------------------------------------------------------- a dialogue


async def test_a_client_books_by_pressing_and_writing() -> None:
    async with chat() as it:
        await it.phone.writes("/start")
        await it.phone.reads("Before we start")
        await it.phone.presses("Yes to both")
        await it.phone.reads("Where does it hurt")
        await it.phone.writes("left shin, three weeks, 5/10")
        await it.phone.reads("Which day")
        await it.phone.presses("27")
        await it.phone.reads("These times")
        await it.phone.presses("17:00")
        await it.phone.reads("What is your name")
        await it.phone.shares("447700900123")
        await it.phone.reads("All booked")
    written = ["greet", "consent=yes", "left shin, three weeks, 5/10", "day=2026-11-27", "time=17:00"]
    assert said(it) == [*written, "contact=+447700900123"]
    assert {known.conversation for known in it.desk.received} == {"telegram:815"}


async def test_what_was_pressed_is_written_under_its_question_and_the_buttons_are_gone() -> None:
    async with chat([CHOICE]) as it:
        await it.phone.writes("hi")
        await it.phone.reads("How long?")
        await it.phone.presses("90 minutes")
        assert await it.phone.reads("✓") == "How long?\n\n✓ 90 minutes"
        await it.phone.reads("How long?", times=2)
    assert it.desk.received[-1] == Inbound(
        "telegram:815", it.desk.received[-1].id, "cardiff", "90 minutes", "length=90"
    )
    assert sum("reply_markup" in message for message in it.phone.screen) == 1


async def test_telegram_is_named_once_and_before_anything_else() -> None:
    async with chat([HELLO]) as it:
        for n in (1, 2):
            await it.phone.writes("hi")
            await it.phone.reads("Hello!", n)
    assert [text[:8] for text in it.phone.texts] == ["Telegram", "Hello! W", "Hello! W"]


async def test_telegram_is_not_named_again_after_a_restart() -> None:
    desk = PushingDesk([HELLO, CHOICE])
    async with BotApi() as api:
        for n, reply in enumerate(desk.script, 1):
            async with talking(api, desk) as it:
                await it.phone.writes("hi")
                await it.phone.reads(reply.text)
                assert len(it.phone.texts) == n + 1


async def test_typing_shows_while_a_slow_turn_is_taken() -> None:
    async with chat([HELLO]) as it:
        it.desk.hurry.clear()
        await it.phone.writes("hi")
        await it.api.until(lambda: it.api.called("sendChatAction"))
        assert it.phone.texts == []
        it.desk.hurry.set()
        await it.phone.reads("Hello!")
    assert it.api.called("sendChatAction") == [{"chat_id": 815, "action": "typing"}]


async def test_a_link_names_the_clinic_for_all_that_follows() -> None:
    async with chat([HELLO, DAY]) as it:
        await it.phone.writes("/start sandy-springs")
        await it.phone.reads("(404) 555-0100")
        await it.phone.writes("thursday")
        await it.phone.reads("Which day?")
        assert it.phone.keys[2] == ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]
    assert [known.clinic for known in it.desk.received] == ["sandy-springs", "sandy-springs"]


class Moved(PushingDesk):
    """Its conversations were with a clinic that is no longer served."""

    async def clinic(self, conversation: str) -> str | None:
        return "closed-down"


async def test_a_client_of_a_clinic_that_is_gone_reaches_the_one_that_is_there() -> None:
    async with chat(desk=Moved([HELLO])) as it:
        await it.phone.writes("hi")
        await it.phone.reads("Hello!")
    assert it.desk.received[0].clinic == "cardiff"


async def test_a_reply_longer_than_telegram_takes_comes_in_parts() -> None:
    words = Reply(" ".join(f"word{n}" for n in range(1000)))
    async with chat([words]) as it:
        await it.phone.writes("hi")
        await it.phone.reads("word999")
    assert " ".join(it.phone.texts[1:]) == words.text


# ---------------------------------------------------------------- buttons


async def test_a_double_tap_is_one_answer() -> None:
    async with chat([CHOICE, HELLO]) as it:
        await it.phone.writes("hi")
        await it.phone.reads("How long?")
        question = it.phone.screen[-1]
        for _ in range(2):
            await it.phone.presses("60 minutes", on=question)
        await it.phone.reads("Hello!")
        await it.phone.writes("thanks")
        await settle(it, 3)
    assert said(it) == ["hi", "length=60", "thanks"]
    assert [text for text in it.phone.texts if "✓" in text] == ["How long?\n\n✓ 60 minutes"]


async def test_another_button_of_the_same_message_is_another_word_and_the_mark_is_of_the_latest() -> None:
    async with chat([CHOICE, HELLO, HELLO]) as it:
        await it.phone.writes("hi")
        await it.phone.reads("How long?")
        question = it.phone.screen[-1]
        for label in ("60 minutes", "90 minutes", "60 minutes", "90 minutes"):
            await it.phone.presses(label, on=question)
        await settle(it, 3)
        await it.api.until(lambda: [text for text in it.phone.texts if "✓" in text] == ["How long?\n\n✓ 90 minutes"])
    assert said(it) == ["hi", "length=60", "length=90"]


async def test_the_identity_of_a_press_tells_nobody_what_was_pressed() -> None:
    press = Inbound("telegram:815", "button:5", "cardiff", "My calf is hot", "flag.leg_clot=yes")
    desk = PushingDesk()
    ours, theirs = (telegram_channel(token, desk, CLINICS, "cardiff") for token in (TOKEN, "4711:another"))
    named = [one.unmistakable(press).id for one in (ours, ours, theirs)]
    assert named[0] == named[1] != named[2], "it takes our token to tell"
    assert named[0].startswith("button:5:") and "flag" not in named[0]


async def test_a_button_whose_word_is_too_long_is_looked_up() -> None:
    async with chat([LONG]) as it:
        await it.phone.writes("move it")
        await it.phone.reads("Which one?")
        await it.phone.presses("No. 2")
        await settle(it, 2)
    assert said(it)[1] == LONG.choices[1].says


@pytest.mark.parametrize("word", ["#1.0", "#2.7", "#999999.0"])
async def test_a_foreign_or_old_button_is_expired(word: str) -> None:
    async with chat([LONG]) as it:
        await it.phone.writes("move it")
        await it.phone.reads("Which one?")
        await it.phone.taps(it.phone.screen[-1], word)
        await settle(it, 2)
    assert said(it) == ["move it", "expired"]


async def test_nobody_presses_another_clients_button() -> None:
    async with chat([LONG]) as it:
        await it.phone.writes("move it")
        await it.phone.reads("Which one?")
        stranger = Phone(it.api, 816)
        await stranger.writes("hi")
        await stranger.reads("Which one?")
        word = it.phone.screen[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await stranger.taps(stranger.screen[-1], word)
        await settle(it, 3)
    assert it.desk.received[-1].pressed == "expired"


async def test_leafing_through_a_calendar_is_no_turn(caplog: pytest.LogCaptureFixture) -> None:
    async with chat([DAY]) as it:
        await it.phone.writes("book")
        await it.phone.reads("Which day?")
        assert it.phone.keys[:2] == [["Earliest"], ["·", "November 2026", "›"]]
        arrow = it.phone.screen[-1]
        for _ in range(2):
            await it.phone.presses("›", on=arrow)
        await it.api.until(lambda: it.phone.keys[1] == ["‹", "December 2026", "·"] and not it.api.queries)
        await it.phone.presses("December 2026")
        await it.phone.presses("19")
        await settle(it, 2)
    assert said(it) == ["book", "day=2026-12-19"]
    assert caplog.records == []


async def test_the_arrow_of_a_calendar_long_gone_does_nothing() -> None:
    async with chat([DAY]) as it:
        await it.phone.writes("book")
        await it.phone.reads("Which day?")
        await it.phone.taps(it.phone.screen[-1], "~999.2026-12")
        await it.api.until(lambda: not it.api.queries)
        assert it.phone.keys[1] == ["·", "November 2026", "›"]
    assert said(it) == ["book"]


# ---------------------------------------------------------------- a phone number


async def test_the_button_for_sharing_a_number_goes_with_the_next_reply() -> None:
    async with chat([PHONE, HELLO]) as it:
        await it.phone.writes("book")
        await it.phone.reads("How can the clinic")
        assert it.api.share[815]
        await it.phone.writes("07700 900123")
        await it.phone.reads("Hello!")
        assert not it.api.share[815]


async def test_the_button_for_sharing_a_number_goes_before_a_reply_with_buttons() -> None:
    async with chat([PHONE, CHOICE]) as it:
        await it.phone.writes("book")
        await it.phone.reads("How can the clinic")
        await it.phone.shares("+447700900123")
        await it.phone.reads("How long?")
        assert not it.api.share[815]
        assert it.phone.texts[-2:] == ["Thank you.", "How long?"]


async def test_somebody_elses_number_is_only_mentioned() -> None:
    async with chat([PHONE]) as it:
        await it.phone.writes("book")
        await it.phone.reads("How can the clinic")
        await it.phone.shares("447700900999", of=816)
        await settle(it, 2)
    assert (it.desk.received[1].text, it.desk.received[1].pressed) == ("+447700900999", "")


# ---------------------------------------------------------------- what is no text


@pytest.mark.parametrize("content", [{"sticker": STICKER}, {"voice": VOICE}, {"photo": PHOTO}])
async def test_what_cannot_be_read_is_said_to_be_so(content: Json) -> None:
    async with chat([HELLO]) as it:
        await it.phone.sends(**content)
        await it.phone.reads("Hello!")
    assert said(it) == ["unreadable"]


async def test_the_words_under_a_picture_are_read() -> None:
    async with chat([HELLO]) as it:
        await it.phone.sends(photo=PHOTO, caption="my calf is hot and swollen")
        await it.phone.reads("Hello!")
    assert (it.desk.received[0].text, it.desk.received[0].pressed) == ("my calf is hot and swollen", "")


async def test_an_edited_message_is_one_more_message() -> None:
    async with chat([HELLO]) as it:
        sent = await it.phone.writes("right calf")
        await it.phone.reads("Hello!")
        await it.phone.edits(sent, "left calf")
        await it.phone.reads("Hello!", times=2)
    assert said(it) == ["right calf", "left calf"]


async def test_bots_and_what_telegram_notes_by_itself_are_left_alone() -> None:
    async with chat([HELLO]) as it:
        await it.phone.sends(text="buy", **{"from": it.phone.owner | {"is_bot": True}})
        await it.phone.sends(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})
        await it.phone.writes("hi")
        await it.phone.reads("Hello!")
    assert said(it) == ["hi"]


async def test_a_group_is_declined_once_and_left() -> None:
    async with chat([HELLO]) as it:
        group, who = the_chat(-99), it.phone.owner
        bot = {"id": 4711, "is_bot": True, "first_name": "Cooldown"}
        joined = {
            "old_chat_member": {"status": "left", "user": bot},
            "new_chat_member": {"status": "member", "user": bot},
        }
        await it.api.bring(my_chat_member={"chat": group, "from": who, "date": 1} | joined)
        for n in (1, 2):
            await it.api.bring(message={"message_id": n, "date": 1, "chat": group, "from": who, "text": "@bot hi"})
        left = {"old_chat_member": joined["new_chat_member"], "new_chat_member": joined["old_chat_member"]}
        await it.api.bring(my_chat_member={"chat": the_chat(-98), "from": who, "date": 1} | left)
        await it.phone.writes("hi")
        await it.phone.reads("Hello!")
        await it.api.until(lambda: it.api.left)
    assert [asked["text"][:22] for asked in it.api.called("sendMessage") if asked["chat_id"] < 0] == [
        "I only talk in private"
    ]
    assert (it.api.left, said(it)) == ([-99], ["hi"])


# ---------------------------------------------------------------- when something is wrong


async def test_who_has_blocked_us_is_unreachable() -> None:
    async with chat([HELLO]) as it:
        it.api.refuse("sendMessage", 403, "Forbidden: bot was blocked by the user")
        await it.phone.writes("hi")
        assert await asyncio.wait_for(it.desk.unreachable.get(), 5) == "telegram:815"
    assert it.phone.texts == []


async def test_a_chat_that_is_gone_is_unreachable() -> None:
    async with chat([HELLO]) as it:
        it.api.refuse("sendMessage", 400, "Bad Request: chat not found")
        await it.phone.writes("hi")
        assert await asyncio.wait_for(it.desk.unreachable.get(), 5) == "telegram:815"
    assert it.phone.texts == []


async def test_too_many_requests_wait_and_arrive_once() -> None:
    async with chat([HELLO]) as it:
        it.api.refuse("sendMessage", 429, "Too Many Requests: retry after 1", times=2, retry_after=1)
        await it.phone.writes("hi")
        await it.phone.reads("Hello!")
    assert it.desk.waits == [1.0]
    assert len(it.phone.texts) == 2


async def test_a_reply_waits_while_telegram_is_out_of_reach() -> None:
    async with chat([HELLO]) as it:
        it.api.refuse("sendMessage", 502, "Bad Gateway")
        await it.phone.writes("hi")
        await it.phone.reads("Hello!")
    assert it.desk.waits == [30.0]


async def test_another_programs_polling_is_outlived(caplog: pytest.LogCaptureFixture) -> None:
    async with chat([HELLO]) as it:
        it.api.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
        await it.phone.writes("hi")
        await it.phone.reads("Hello!")
    assert [record.getMessage() for record in caplog.records] == ["not receiving: Conflict; trying again in 0.5 s"]


async def test_a_network_that_comes_late_is_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    api = BotApi()
    async with api:
        pass
    async with talking(api, PushingDesk([HELLO])) as it:
        await asyncio.sleep(0.2)
        async with api:
            await it.phone.writes("hi")
            await it.phone.reads("Hello!")
    assert {record.getMessage() for record in caplog.records} == {"not receiving: NetworkError; trying again in 0.5 s"}


async def test_a_bot_that_never_got_through_stops_all_the_same() -> None:
    api = BotApi()
    async with api:
        pass
    async with asyncio.timeout(2), talking(api, PushingDesk()) as it:
        await asyncio.sleep(0.1)
    with pytest.raises(TelegramError, match="not initialized"):
        await it.channel.bot.get_me()


class Unsteady(PushingDesk):
    """Breaks once, before or after the commit."""

    def __init__(self, committed: bool) -> None:
        super().__init__([HELLO])
        self.committed, self.broken = committed, False

    async def receive(self, inbound: Inbound) -> None:
        breaks, self.broken = not self.broken, True
        if self.committed or not breaks:
            await super().receive(inbound)
        if breaks:
            raise RuntimeError("secret: my calf hurts")


@pytest.mark.parametrize("committed", [True, False])
async def test_a_message_is_kept_once_if_all_breaks_around_its_commit(committed: bool) -> None:
    async with chat(desk=Unsteady(committed)) as it:
        await it.phone.writes("my calf hurts")
        await it.phone.reads("Hello!")
        await it.phone.writes("and my shin")
        await it.phone.reads("Hello!", times=2)
    assert said(it) == ["my calf hurts", "and my shin"]
    assert len(it.api.called("sendMessage")) == 3


async def test_a_restart_neither_loses_nor_repeats() -> None:
    desk = PushingDesk([HELLO])
    async with BotApi() as api:
        async with talking(api, desk) as it:
            await it.phone.writes("one")
            await it.phone.reads("Hello!")
            await api.until(lambda: not api.updates)
        await it.phone.writes("two")
        async with talking(api, desk) as it:
            await it.phone.reads("Hello!", times=2)
    assert said(it) == ["one", "two"]


# ---------------------------------------------------------------- webhook


async def test_a_webhook_takes_updates_that_bear_the_secret_and_no_others() -> None:
    with socket() as ours:
        ours.bind(("127.0.0.1", 0))
        webhook = f"http://127.0.0.1:{ours.getsockname()[1]}/telegram"
        async with BotApi() as api, talking(api, PushingDesk([HELLO]), webhook=webhook) as it:
            await api.until(lambda: api.webhook)
            async with served(it.channel, ours):
                update = await it.phone.writes("hi")
                await it.phone.reads("Hello!")
                forged = update | {"update_id": 1}
                assert [await api.deliver(forged, secret) for secret in ("", "wrong", TOKEN)] == [403, 403, 403]
                assert await api.deliver(update) == 200
    assert said(it) == ["hi"]
    assert TOKEN not in api.webhook["secret_token"]
    assert api.called("getUpdates") == []


async def test_without_a_webhook_the_website_has_no_door_for_telegram() -> None:
    async with chat() as it:
        assert it.channel.routes == []


# ---------------------------------------------------------------- quiet


def eavesdrop(caplog: pytest.LogCaptureFixture) -> None:
    """Listen to every logger there is, as closely as can be."""
    caplog.set_level(logging.DEBUG)
    for name in [*logging.root.manager.loggerDict, "telegram.ext", "httpx", "httpcore.http11"]:
        caplog.set_level(logging.DEBUG, name)  # which is undone after the test


async def test_logs_hold_neither_the_token_nor_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    eavesdrop(caplog)
    async with chat(desk=Unsteady(False)) as it:
        it.api.refuse("sendMessage", 500, "Internal: my calf hurts")
        it.api.refuse("getUpdates", 401, "Unauthorized")
        await it.phone.writes("my calf hurts")
        await it.phone.reads("Hello!")
    heard = caplog.text.lower()
    assert "not receiving: RuntimeError" in caplog.text
    assert not [word for word in (TOKEN.lower(), TOKEN[5:15].lower(), "my calf", "hello!") if word in heard]


async def test_a_gesture_that_fails_stops_nothing_and_is_logged_by_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    async with chat([CHOICE, HELLO]) as it:
        it.api.refuse("editMessageText", 500, "Internal: my calf hurts")
        await it.phone.writes("hi")
        await it.phone.reads("How long?")
        await it.phone.presses("60 minutes")
        await it.phone.reads("Hello!")
        await it.api.until(lambda: it.api.called("editMessageText"))
    assert [record.getMessage() for record in caplog.records] == ["a gesture failed: NetworkError"]


async def test_a_refused_token_is_not_told_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    eavesdrop(caplog)
    async with BotApi() as api, talking(api, PushingDesk(), token="4711:made-up-by-a-friend"):
        await asyncio.sleep(0.2)
    assert "not receiving: InvalidToken" in caplog.text
    assert "made-up" not in caplog.text
