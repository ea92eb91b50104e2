"""What is said unasked, played for real on every channel, with the program killed in between.

When it would be said, clinics' quiet hours decide; so that no test need wait for that, the record is told that it is
now.
"""

import asyncio
import re
import signal
from datetime import date, datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.botapi import BotApi, Phone
from tests.smtp import MailServer
from tests.whole.house import House, Json, thursday
from tests.whole.test_mail_booking import letter
from tests.whole.test_second_thoughts import pressed
from tests.whole.visits import press, write

PATIENCE = 60.0  # seconds for a busy machine to come up again and answer
FREE_AGAIN = "at 17:00 with Anna has come free"


def all_told(name: str, day: date) -> str:
    """All that a booking needs, in one message: only one time fits."""
    return (
        f"Hi, I'm {name}, 34, over 18 and happy for you to note my health details, 07700 900123. Left calf tight for "
        "2 weeks, 4 out of 10, I run 40k a week, no races, not seeing anyone, just want to loosen it. Can I come on "
        f"thursday {day.day} {day:%B} at 5pm with Anna?"
    )


def book_it(house: House, day: date, who: str = "bo") -> None:
    """Somebody else has the one time that fits."""
    house.say(all_told("Bo Parry", day), who)
    assert "appointment" in house.say("yes", who)[-1]


def give_it_up(house: House, who: str = "bo") -> None:
    """And thinks better of it; the next one on the list is told, be it night or day."""
    house.say("cancel my appointment", who)
    house.say("yes", who)
    house.falls_due("waiting_list")


def standing(house: House) -> list[Json]:
    return [one for one in house.appointments if one["status"] == "booked"]


def is_at_five(booked: Json, day: date) -> bool:
    starts = datetime.fromisoformat(booked["starts_at"])
    return (starts.date(), starts.hour, booked["therapist"]) == (day, 17, "anna")


# ---------------------------------------------------------------- in the widget


def reads(page: Page, words: str) -> None:
    expect(page.get_by_text(words).last).to_be_visible(timeout=30_000)


def test_in_the_widget_a_time_that_comes_free_is_offered_kept_over_a_crash_and_taken(house: House, page: Page) -> None:
    day = thursday()
    book_it(house, day)
    write(page, all_told("Al Bevan", day))
    press(page, "Tell me if one comes free")
    reads(page, "You're on the waiting list")
    give_it_up(house)
    reads(page, FREE_AGAIN)
    house.restart(signal.SIGKILL)
    assert "free with Anna on Thursday" in house.say(all_told("Cy Rees", day), "cy")[-1]["text"], "it is Al's"
    press(page, "Yes, take it")
    press(page, "None of these, book it")
    reads(page, "Your reference is")
    (booked,) = standing(house)
    assert is_at_five(booked, day) and booked["client_name"] == "Al Bevan"


def test_in_the_widget_another_time_is_waited_for_and_one_yes_moves_the_appointment(house: House, page: Page) -> None:
    day = thursday()
    book_it(house, day)
    write(page, all_told("Al Bevan", day).replace("at 5pm", "at 6.15pm"))
    press(page, "None of these, book it")
    reads(page, "Your reference is")
    write(page, f"can I move it to thursday {day.day} {day:%B} at 5pm with Anna?")
    press(page, "Tell me if one comes free")
    reads(page, "in place of your appointment")
    give_it_up(house)
    reads(page, "Shall I move your appointment on Thursday")
    house.restart(signal.SIGKILL)
    press(page, "Yes, move it")
    reads(page, "Moved: 60 minutes")
    (moved,) = standing(house)
    assert is_at_five(moved, day) and moved["client_name"] == "Al Bevan"


def test_in_the_widget_a_reminder_comes_while_the_program_was_down(house: House, page: Page) -> None:
    write(page, all_told("Al Bevan", thursday()))
    press(page, "None of these, book it")
    reads(page, "Your reference is")
    house.stop(signal.SIGKILL)
    house.falls_due("day_before")
    house.start()
    reads(page, "a short reminder")
    press(page, "I'll be there")
    reads(page, "See you on Thursday")
    assert [one["attends"] for one in house.appointments] == [True]


# ---------------------------------------------------------------- on Telegram


async def test_on_telegram_a_time_that_comes_free_is_offered_kept_over_a_crash_and_taken(
    api: BotApi, house_on_telegram: House
) -> None:
    house, phone, day = house_on_telegram, Phone(api), thursday()
    await asyncio.to_thread(book_it, house, day)
    await phone.writes(all_told("Al Bevan", day))
    await phone.reads("free with Anna on Thursday", seconds=PATIENCE)
    await phone.presses("Tell me if one comes free")
    await phone.reads("You're on the waiting list", seconds=PATIENCE)
    await asyncio.to_thread(give_it_up, house)
    await phone.reads(FREE_AGAIN, seconds=PATIENCE)
    await asyncio.to_thread(house.restart, signal.SIGKILL)
    await phone.presses("Yes, take it")
    await phone.reads("shall I book it?", seconds=PATIENCE)
    await phone.presses("None of these, book it")
    await phone.reads("Your reference is", seconds=PATIENCE)
    (booked,) = await asyncio.to_thread(standing, house)
    assert is_at_five(booked, day) and (booked["client_name"], booked["channel"]) == ("Al Bevan", "telegram")


async def test_on_telegram_a_reminder_comes_after_a_crash_and_its_buttons_work_after_another(
    api: BotApi, house_on_telegram: House
) -> None:
    house, phone, day = house_on_telegram, Phone(api), thursday()
    await phone.writes(all_told("Al Bevan", day))
    await phone.reads("shall I book it?", seconds=PATIENCE)
    await phone.presses("None of these, book it")
    await phone.reads("Your reference is", seconds=PATIENCE)
    await asyncio.to_thread(house.stop, signal.SIGKILL)
    house.falls_due("day_before")
    await asyncio.to_thread(house.start)
    await phone.reads("a short reminder", seconds=PATIENCE)
    assert [label for row in phone.keys for label in row] == ["I'll be there", "Move it", "Cancel it"]
    await asyncio.to_thread(house.restart, signal.SIGKILL)
    await phone.presses("Move it")
    await phone.reads("When would you like to come?", seconds=PATIENCE)
    await phone.writes(f"thursday {day.day} {day:%B} at 6pm with Anna")
    await phone.reads("Shall I move it?", seconds=PATIENCE)
    await asyncio.to_thread(house.restart, signal.SIGKILL)
    await phone.presses("Yes, move it")
    await phone.reads("Moved: 60 minutes", seconds=PATIENCE)
    (moved,) = await asyncio.to_thread(standing, house)
    assert datetime.fromisoformat(moved["starts_at"]).hour == 18
    house.falls_due("same_day")
    assert "at 18:00" in await phone.reads("see you soon", seconds=PATIENCE), "and the reminders moved along"


# ---------------------------------------------------------------- in the terminal


def test_the_terminal_tells_what_fell_due_since_it_was_left(house: House) -> None:
    day = thursday()
    book_it(house, day)
    house.run("chat", said=f"{all_told('Al Bevan', day)}\ntell me if one comes free\n")
    give_it_up(house)
    told = house.run("chat", said="yes\n1\n")
    assert told.index(FREE_AGAIN) < told.index("Your reference is")
    assert [one["channel"] for one in standing(house)] == ["terminal"]
    house.falls_due("day_before")
    assert "See you on Thursday" in house.run("chat", said="yes\n").partition("a short reminder")[2]


# ---------------------------------------------------------------- by mail


async def test_who_left_an_address_is_written_to_after_a_crash_and_takes_the_time_by_a_link(
    tmp_path: Path, nlu_url: str
) -> None:
    async with MailServer() as server:
        house, day = House(tmp_path, nlu_url, SMTP_URL=server.url), thursday()
        house.environment["COOLDOWN_PUBLIC_URL"] = house.url
        try:
            await asyncio.to_thread(house.start)
            await asyncio.to_thread(book_it, house, day)
            asked = all_told("Al Bevan", day).replace("07700 900123", "al@example.org")
            refused = await asyncio.to_thread(house.say, asked, "al")
            await asyncio.to_thread(house.say, pressed(refused, "Tell me if one comes free"), "al")
            await asyncio.to_thread(house.say, "cancel my appointment", "bo")
            await asyncio.to_thread(house.say, "yes", "bo")
            await asyncio.to_thread(house.stop, signal.SIGKILL)
            house.falls_due("waiting_list")
            await asyncio.to_thread(house.start)
            mail = await letter(server, "al@example.org", f"A time has come free: Thursday {day.day} {day:%B} at 17:00")
            body = mail.get_body(("plain",))
            assert body and body.get_content().startswith("Hello Al, good news") and "calf" not in mail.as_string()
            (link,) = re.findall(r"Yes, take it: (\S+)", body.get_content())
            assert "It is kept for you until" in (await asyncio.to_thread(house.http.get, link)).text
            assert "Please finish in the chat" in (await asyncio.to_thread(house.http.post, link)).text
            told = await asyncio.to_thread(house.say, "yes", "al")
            assert is_at_five(told[-1]["appointment"], day)
        finally:
            house.stop(signal.SIGKILL)
            house.http.close()
