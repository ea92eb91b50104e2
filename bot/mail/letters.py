"""A reply of the outbox as a letter: plain text, the same as simple HTML, and the appointment for calendars."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from string import Template

from bot.knowledge import Profile
from bot.mail.calendar import invitation, method
from bot.messages import Reply
from bot.rhythm.words import BOOKED, CANCELLED, CHANGED, Letter

Link = Callable[[str, str, int], str]  # where what a button of a clinic's letter, by number, says is done; or ""

PAGE = Template(
    '<!doctype html>\n<html lang="$language"><head><meta charset="utf-8"><title>$subject</title></head>\n'
    '<body style="margin:24px;max-width:36em;font:16px/1.5 sans-serif;color:#22302b">\n'
    '<p>$text</p>\n$links<p style="color:#56625a">$footer</p>\n</body></html>\n'
)
LINK = Template('<p><a href="$url" style="color:#1c5b4c">$label</a></p>\n')


@dataclass(frozen=True)
class Sheet:
    """What one letter is made of."""

    number: int  # of the reply in the outbox
    reply: Reply
    letter: Letter
    profile: Profile
    sender: str
    now: datetime


def composed(sheet: Sheet, link: Link) -> EmailMessage:
    """The letter. Raises ValueError if its address is none."""
    subject, _, text = sheet.reply.text.partition("\n")
    links = [(c.label, url) for c in sheet.reply.choices if (url := link(c.says, sheet.profile.id, sheet.number))]
    mail = addressed(sheet)
    mail["Subject"] = subject
    mail.set_content("\n\n".join([text, *(f"{label}: {url}" for label, url in links), "-- \n" + footer(sheet.profile)]))
    mail.add_alternative(page(subject, text, links, sheet.profile), subtype="html")
    if sheet.letter.booking and sheet.letter.kind in (BOOKED, CHANGED, CANCELLED):
        event = invitation(sheet.letter.booking, sheet.profile, sheet.sender, sheet.now)
        asks = {"method": method(sheet.letter.booking), "charset": "utf-8"}
        mail.add_alternative(event, "text", "calendar", cte="base64", params=asks)
        mail.add_attachment(event, "application", "ics", filename="appointment.ics")
    return mail


def addressed(sheet: Sheet) -> EmailMessage:
    """Everything on the envelope. A repeat after a crash has the same Message-ID, so that mail boxes can tell."""
    mail, domain = EmailMessage(), sheet.sender.rpartition("@")[2]
    mail["From"] = address(sheet.profile.name, sheet.sender)
    mail["To"] = recipient(sheet)
    if sheet.sender != sheet.profile.email and "email" not in sheet.profile.samples:
        mail["Reply-To"] = address(sheet.profile.name, sheet.profile.email)
    mail["Date"] = format_datetime(sheet.now)
    mail["Message-ID"] = f"<cooldown.{sheet.profile.id}.{sheet.number}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    return mail


def recipient(sheet: Sheet) -> Address:
    """The client, or the clinic."""
    letter, clinic = sheet.letter, sheet.profile
    return address(letter.name, letter.contact) if letter.contact else address(clinic.name, clinic.email)


def address(name: str, at: str) -> Address:
    """A name of any alphabet, on one line, with an address. Raises ValueError if that is none."""
    try:
        return Address(" ".join(name.split()), addr_spec=at)
    except Exception as error:  # the parser raises many kinds, and each quotes the address
        raise ValueError(type(error).__name__) from None


def footer(profile: Profile) -> str:
    """Whom the letter is from, and how to reach them; what is still a sample is left out."""
    known = ("name", "address", "phone")
    return "\n".join(getattr(profile, name) for name in known if name not in profile.samples)


def page(subject: str, text: str, links: list[tuple[str, str]], profile: Profile) -> str:
    """The letter as HTML that asks for nothing from elsewhere."""
    return PAGE.substitute(
        language=profile.locale.replace("_", "-"),
        subject=escape(subject),
        text=escape(text),
        links="".join(LINK.substitute(url=escape(url), label=escape(label)) for label, url in links),
        footer=escape(footer(profile)).replace("\n", "<br>"),
    )
