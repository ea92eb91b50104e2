"""The README's pictures, taken of the real thing: `.venv/bin/python -m tests.pictures`."""

import asyncio
import html
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.botapi import ME, TOKEN, BotApi, Json, Phone, rows
from tests.channels.site import chromium, shoot
from tests.model_fixture import ROOT, running_server, wait_until_loaded
from tests.whole.house import House, thursday

DOCS = ROOT / "docs"
CHAT = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; width: 420px; font: 15px/1.35 system-ui, sans-serif; background: #d5e3d0; }
header { background: #517da2; color: #fff; padding: 12px 16px; font-weight: 600 }
main { padding: 10px 12px 16px; display: flex; flex-direction: column; gap: 6px }
p { margin: 0; max-width: 82%; padding: 7px 11px; border-radius: 12px; background: #fff; white-space: pre-wrap;
    align-self: flex-start; overflow-wrap: anywhere }
p.theirs { background: #e3fdc9; align-self: flex-end }
div { display: flex; gap: 4px; width: 88% }
span { flex: 1; text-align: center; padding: 7px 4px; border-radius: 8px; background: #6c93b2d9; color: #fff;
       font-size: 14px }
</style><header>Cooldown</header><main>{chat}</main>"""


def bubble(message: Json) -> str:
    """A message as Telegram shows it, its keyboard below."""
    spans = ["".join(f"<span>{html.escape(key['text'])}</span>" for key in row) for row in rows(message)[:4]]
    keys = "".join(f"<div>{row}</div>" for row in spans)
    side = "" if message["from"] == ME else " class=theirs"
    return f"<p{side}>{html.escape(message.get('text', ''))}</p>{keys}"


def take_widget(browser: Browser, house: House) -> None:
    """A booking in the widget, at the suggestion."""
    day = thursday()
    page = browser.new_page(locale="en-GB", viewport={"width": 1100, "height": 900}, device_scale_factor=1.5)
    page.goto(house.url)
    page.get_by_role("button", name="How can we help you?").click()

    def write(text: str, then: str) -> None:
        page.get_by_label("Your message").fill(text)
        page.keyboard.press("Enter")
        expect(page.get_by_text(then).last).to_be_visible(timeout=20_000)

    write(
        f"hi, left shin has been killing me for 3 weeks, can I come thursday {day.day} {day:%B} after 5?", "18 or over"
    )
    write("yes", "how bad is it")
    write("6, none of those", "A little about your running")
    write("30k a week and a half on the 14th of next month", "I'd suggest")
    shoot(page, str(DOCS / "widget.png"))


async def chat_on_telegram(house: House, api: BotApi) -> str:
    """The same on Telegram, as a page."""
    phone = Phone(api)
    for text, answer in (
        ("plantar is back, right foot. sat arvo?", "18 or over"),
        ("yes", "since when"),
        ("3 weeks, a 4, none of those", "A little about your running"),
        ("couple of times a week, no races", "I'd suggest"),
    ):
        await phone.writes(text)
        await phone.reads(answer)
    await asyncio.sleep(0.5)
    return CHAT.replace("{chat}", "".join(bubble(message) for message in phone.screen[-6:]))


async def telegram_page(folder: Path, nlu_url: str) -> str:
    """Start the stand-in and a house on it, and talk."""
    async with BotApi() as api:
        house = House(folder, nlu_url, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE=api.base)
        await asyncio.to_thread(house.start)
        try:
            return await chat_on_telegram(house, api)
        finally:
            await asyncio.to_thread(house.stop)


def main() -> None:
    """Take them all."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder) / "nlu") as nlu:
        wait_until_loaded(nlu.url)
        (Path(folder) / "phone").mkdir()
        chat = asyncio.run(telegram_page(Path(folder) / "phone", nlu.url))  # Playwright brings a loop of its own
        house = House(Path(folder), nlu.url).start()
        with chromium() as browser:
            take_widget(browser, house)
            page = browser.new_page(viewport={"width": 420, "height": 100}, device_scale_factor=1.5)
            page.set_content(chat)
            page.screenshot(path=DOCS / "telegram.png", full_page=True)
        house.stop()


if __name__ == "__main__":
    main()
