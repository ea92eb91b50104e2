"""How clients come to the whole house: a page with the widget open, and Telegram with the house behind it."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.botapi import TOKEN, BotApi
from tests.channels.site import chromium
from tests.whole.house import House


@pytest.fixture
def page(house: House) -> Iterator[Page]:
    with chromium() as browser:
        page = browser.new_page(locale="en-GB", reduced_motion="reduce", viewport={"width": 1200, "height": 860})
        page.set_default_timeout(20_000)
        page.goto(house.url)
        page.get_by_role("button", name="How can we help you?").click()
        yield page


def write(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.keyboard.press("Enter")


def press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name).and_(page.locator(":enabled")).last.click()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as serving:
        yield serving


@pytest.fixture
async def house_on_telegram(api: BotApi, tmp_path: Path, nlu_url: str) -> AsyncIterator[House]:
    house = House(tmp_path, nlu_url, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_BASE=api.base)
    await asyncio.to_thread(house.start)
    yield house
    await asyncio.to_thread(house.stop)
    house.http.close()
