"""A booking whose client left an address: the letters that a running Cooldown sends, and the link in one of them."""

import asyncio
import re
from email.message import EmailMessage
from pathlib import Path

from tests.smtp import MailServer
from tests.whole.house import House, thursday

CLINIC, JO = "info@prosportsmedicine.co.uk", "jo@example.org"


async def letter(server: MailServer, to: str, beginning: str) -> EmailMessage:
    """The letter to somebody with a subject that begins so, once it is there."""
    while True:
        server.taken.clear()
        for one in server.letters:
            if one["To"].addresses[0].addr_spec == to and one["Subject"].startswith(beginning):
                return one
        await asyncio.wait_for(server.taken.wait(), 60)


async def test_a_booking_is_confirmed_by_mail_and_cancelled_by_its_link(tmp_path: Path, nlu_url: str) -> None:
    async with MailServer() as server:
        house = House(tmp_path, nlu_url, SMTP_URL=server.url)
        house.environment["COOLDOWN_PUBLIC_URL"] = house.url
        try:
            await asyncio.to_thread(house.start)
            day = thursday()
            told = (
                f"Hi, I'm Jo Evans, 34, over 18 and happy for you to note my health details, {JO}. Left calf tight for "
                f"2 weeks, 4/10, I run 40k a week, no races, not seeing anyone, just want to loosen it. Can I come on "
                f"thursday {day.day} {day:%B} at 5pm?"
            )
            await asyncio.to_thread(house.say, told)
            booked = (await asyncio.to_thread(house.say, "yes"))[-1]["appointment"]
            confirmed = await letter(server, JO, "You're booked in: Thursday")
            assert booked["reference"] in (await letter(server, CLINIC, "Booked: Thursday"))["Subject"]
            body = confirmed.get_body(("plain",))
            (link,) = re.findall(r"Cancel it: (\S+)", str(body.get_content()) if body else "")
            page = await asyncio.to_thread(house.http.get, link)
            assert "Cancel your appointment?" in page.text
            assert (await asyncio.to_thread(house.http.post, link)).status_code == 200
            await letter(server, JO, "Cancelled: your appointment on Thursday")
            await letter(server, CLINIC, "Cancelled: Thursday")
            assert [one["status"] for one in await asyncio.to_thread(lambda: house.appointments)] == ["cancelled"]
            assert await asyncio.to_thread(house.stop) == 0, "it closes cleanly"
        finally:
            house.process.kill()
            house.http.close()
    log = house.log.read_text()
    assert not [word for word in ("Jo", JO, "calf", "Thursday", link) if word in log]
