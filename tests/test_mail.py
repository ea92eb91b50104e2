"""Letters as a real mail server takes them, or does not."""

import logging
import socket
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from icalendar import Calendar, Event
from prometheus_client import REGISTRY
from sqlalchemy import Engine, select

from bot.channels.links import Links
from bot.commands import doctor
from bot.front import letter
from bot.knowledge import Profile
from bot.mail.sending import Mail, Smtp, read_smtp
from bot.messages import Cancel, Client, HandOff, Inbound, Move, Outgoing, Reply
from bot.outbox import Down, Outbox, Unreachable
from bot.settings import Settings, read_settings
from bot.store import handoffs, inbox, open_store, post, reading, writing
from bot.store.tables import outbox
from bot.turns import now_in_utc
from tests.desk import CARDIFF, NOW, visit
from tests.smtp import MailServer
from tests.test_store_reminders import DAY, START, act, booking, rows

JO = "jo@example.org"
WEB = "web:jo"
HEALTH = ("calf", "tight", "maintenance", "rehab", "regular")  # what Jo's intake and suggestion tell
NO_LINKS = Links("", "for tests only")


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Engine]:
    """Where it makes no difference which database it is."""
    opened = open_store(sqlite_url)
    yield opened
    opened.dispose()


def mail(engine: Engine, server: MailServer, links: Links = NO_LINKS, profile: Profile = CARDIFF) -> Outbox:
    """The outbox of mails, at work on this server."""
    smtp = read_smtp(server.url)
    send = Mail(smtp, {"cardiff": profile}, lambda number: letter(engine, number), links.to, lambda: NOW)
    return Outbox(engine, lambda: NOW, {"mail": send})


async def empty(post: Outbox) -> None:
    while await post.deliver():
        pass


def to(server: MailServer, address: str) -> list[EmailMessage]:
    return [one for one in server.letters if one["To"].addresses[0].addr_spec == address]


def event(one: EmailMessage) -> tuple[str, Event]:
    """What a letter asks of calendars, and the event."""
    (part,) = [part for part in one.walk() if part.get_content_type() == "text/calendar"]
    calendar = Calendar.from_ical(part.get_content())
    assert isinstance(calendar, Calendar)
    (found,) = calendar.events
    assert part.get_param("method") == calendar["METHOD"]
    return str(calendar["METHOD"]), found


def plain(one: EmailMessage) -> str:
    part = one.get_body(("plain",))
    assert part
    return str(part.get_content())


def html(one: EmailMessage) -> str:
    part = one.get_body(("html",))
    assert part
    return str(part.get_content())


# ---------------------------------------------------------------- letters


async def test_a_client_gets_the_appointment_and_each_version_replaces_the_one_before(sqlite: Engine) -> None:
    async with MailServer() as server:
        post = mail(sqlite, server)
        for effect in (booking(JO), Move("K7M2QX", visit("18:30")), Cancel("K7M2QX")):
            act(sqlite, effect)
            await empty(post)
    events = [event(one) for one in to(server, JO)]
    assert [(asked, found["SEQUENCE"], str(found["STATUS"])) for asked, found in events] == [
        ("REQUEST", 0, "CONFIRMED"),
        ("REQUEST", 1, "CONFIRMED"),
        ("CANCEL", 2, "CANCELLED"),
    ]
    assert {str(found["UID"]) for _, found in events} == {"K7M2QX@cardiff"}
    assert [found.start for _, found in events] == [START, visit("18:30").start, visit("18:30").start]
    assert {found.end - found.start for _, found in events} == {timedelta(hours=1)}
    assert {str(found["ORGANIZER"]) for _, found in events} == {f"mailto:{CARDIFF.email}"}
    assert {str(found["ATTENDEE"]) for _, found in events} == {f"mailto:{JO}"}


async def test_no_mail_has_a_word_about_health(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking(JO), HandOff("red_flag", "same_day", ("leg_clot",)))
        await empty(mail(sqlite, server))
    assert len(server.letters) == 3
    for one in server.letters:
        parts = [str(part.get_content()) for part in one.walk() if part.get_content_maintype() == "text"]
        told = " ".join([str(one["Subject"]), *parts]).lower()
        assert not [word for word in (*HEALTH, "clot", "red_flag") if word in told]


async def test_a_letter_is_plain_text_and_the_same_in_html_from_the_clinic(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking(JO))
        await empty(mail(sqlite, server, Links("https://chat.example.org", "for tests only")))
    (one,) = to(server, JO)
    assert str(one["From"]) == f"Pro Sports Medicine <{CARDIFF.email}>"
    assert one["Subject"] == "You're booked in: Thursday 26 November at 17:00"
    for text in (plain(one), html(one)):
        assert "Thursday 26 November at 17:00 with Anna, 60 minutes" in text
        assert CARDIFF.phone in text
        assert text.count("https://chat.example.org/a/") == 3


async def test_without_a_public_address_a_letter_has_no_links(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking(JO))
        await empty(mail(sqlite, server))
    assert not [one for one in server.letters if "http" in plain(one) + html(one)]


async def test_names_of_any_alphabet_arrive_and_add_no_header(sqlite: Engine) -> None:
    name = 'Zoë "Ж" Ó Néill\r\nBcc: eve@example.org <b>'
    async with MailServer() as server:
        act(sqlite, replace(booking(JO), client=Client(name, JO)))
        await empty(mail(sqlite, server))
    assert set(server.recipients) == {JO, CARDIFF.email}
    (one,) = to(server, JO)
    assert one["Bcc"] is None
    assert one["To"].addresses[0].display_name == 'Zoë "Ж" Ó Néill Bcc: eve@example.org <b>'
    assert plain(one).startswith("Hello Zoë,")
    assert event(one)[1]["ATTENDEE"].params["CN"] == "Zoë Ж Ó Néill Bcc: eve@example.org <b>"


async def test_an_address_that_is_none_is_a_client_out_of_reach(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking("jo@@example\r\nBcc: eve@example.org"))
        await empty(mail(sqlite, server))
    assert set(server.recipients) == {CARDIFF.email}
    assert reasons(sqlite) == ["unreachable"]


async def test_a_clinic_whose_address_is_a_sample_is_not_written_to_and_writes_to_nobody(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking(JO))
        await empty(mail(sqlite, server, profile=replace(CARDIFF, samples=frozenset({"email"}))))
    assert server.letters == []


async def test_another_sender_can_be_set_and_answers_go_to_the_clinic(sqlite: Engine) -> None:
    async with MailServer() as server:
        server_url = f"{server.url}?from=bookings%40example.net"
        act(sqlite, booking(JO))
        send = Mail(read_smtp(server_url), {"cardiff": CARDIFF}, lambda n: letter(sqlite, n), NO_LINKS.to, lambda: NOW)
        await empty(Outbox(sqlite, lambda: NOW, {"mail": send}))
    (one,) = to(server, JO)
    assert one["From"].addresses[0].addr_spec == "bookings@example.net"
    assert one["Reply-To"].addresses[0].addr_spec == CARDIFF.email


def test_a_mail_server_is_read_from_its_url() -> None:
    plain_server = Smtp("mail.example.org", 587, tls=False, user="jo@x", password="p:w/d")
    assert read_smtp("smtp://jo%40x:p%3Aw%2Fd@mail.example.org") == plain_server
    assert read_smtp("smtps://mail.example.org") == Smtp("mail.example.org", 465, tls=True)
    assert read_smtp("smtp://mail.example.org:2525").port == 2525
    assert "p:w/d" not in repr(plain_server)


# ---------------------------------------------------------------- what servers do


def reasons(engine: Engine) -> list[object]:
    with reading(engine) as db:
        return [one["reason"] for one in handoffs(db)]


def errors(engine: Engine) -> Mapping[str, tuple[str | None, int, bool]]:
    """By kind: the error, how many failures, and whether it is done with."""
    with reading(engine) as db:
        found = db.execute(select(outbox).where(outbox.c.channel == "mail", outbox.c.due <= NOW)).all()
    return {row.kind: (row.error, row.attempts, row.settled is not None) for row in found}


def only_jo(answer: str) -> Any:
    return lambda address: answer if address == JO else "250 OK"


async def test_a_mail_that_bounces_is_given_up_and_a_person_is_told(engine: Engine) -> None:
    async with MailServer(only_jo("550 no such user")) as server:
        act(engine, booking(JO))
        await empty(mail(engine, server))
    assert errors(engine)["booked"] == ("unreachable", 0, True)
    assert reasons(engine) == ["unreachable"]
    assert [one["Subject"] for one in to(server, CARDIFF.email)][1:] == ["A client waits for you (routine)"]


async def test_a_letter_refused_after_it_was_read_is_given_up_too(sqlite: Engine) -> None:
    async with MailServer(judge_letter=lambda subject: "554 no" if "booked" in subject else "250 OK") as server:
        act(sqlite, booking(JO))
        await empty(mail(sqlite, server))
    assert errors(sqlite)["booked"] == ("unreachable", 0, True)


async def test_a_server_that_says_later_is_asked_later(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with MailServer(only_jo("451 try again later")) as server:
        act(engine, booking(JO))
        await empty(mail(engine, server))
        assert errors(engine)["booked"] == ("SMTPRecipientsRefused", 1, False)
        server.judge = lambda address: "250 OK"
        post = mail(engine, server)
        post.clock = lambda: NOW + timedelta(seconds=5)
        await empty(post)
    assert errors(engine)["booked"] == (None, 1, True)
    assert reasons(engine) == []
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "aiosmtplib"))]
    assert not [line for line in ours if "Jo" in line or JO in line or "Thursday" in line]


async def test_a_server_that_is_not_there_is_tried_ever_more_slowly_as_long_as_the_mail_is_of_use(
    sqlite: Engine,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    act(sqlite, booking(JO))
    now = NOW
    smtp = Smtp("127.0.0.1", port, tls=False)
    send = Mail(smtp, {"cardiff": CARDIFF}, lambda number: letter(sqlite, number), NO_LINKS.to, lambda: NOW)
    post = Outbox(sqlite, lambda: now, {"mail": send})
    tries = 0
    while found := [row for row in rows(sqlite, kind="booked") if not row.settled]:
        now = found[0].lease or now
        tries += await post.deliver()
    (row,) = rows(sqlite, kind="booked")
    assert row.error == "stale"
    assert row.settled >= NOW + 3 * DAY - timedelta(minutes=15)
    assert row.attempts > 200
    assert reasons(sqlite) == [], "it is no fault of the client's"


async def test_nobody_logs_in_where_others_could_read_along(sqlite: Engine) -> None:
    async with MailServer() as server:
        smtp = Smtp("127.0.0.1", server.port, tls=False, user="jo", password="hunter2")
        send = Mail(smtp, {"cardiff": CARDIFF}, lambda number: letter(sqlite, number), NO_LINKS.to, lambda: NOW)
        act(sqlite, booking(JO))
        with pytest.raises(Down):
            await send(Outgoing(first(sqlite), "telegram:1", Reply("Hello\nThere."), NOW, "mail"))
    assert (server.letters, server.logins) == ([], [])


async def test_a_mail_whose_row_is_gone_is_sent_to_nobody(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking(JO))
        with pytest.raises(Unreachable):
            await mail(sqlite, server).senders["mail"](Outgoing(4711, "telegram:1", Reply("Hello"), NOW, "mail"))
    assert server.letters == []


def first(engine: Engine) -> int:
    return int(rows(engine, kind="booked")[0].id)


async def test_a_repeat_after_a_crash_can_be_told_by_its_number(sqlite: Engine) -> None:
    async with MailServer() as server:
        act(sqlite, booking(JO))
        send = mail(sqlite, server).senders["mail"]
        for _ in range(2):
            await send(Outgoing(first(sqlite), "telegram:1", Reply("Hello\nThere."), NOW, "mail"))
    assert len({str(one["Message-ID"]) for one in server.letters}) == 1
    assert len(server.letters) == 2


# ---------------------------------------------------------------- what the owner sees


def settings(engine: Engine, **given: str) -> Settings:
    return read_settings({"DATABASE_URL": engine.url.render_as_string(hide_password=False), **given})


async def test_the_doctor_asks_the_mail_server_and_sends_nothing(sqlite: Engine) -> None:
    async with MailServer() as server:
        well = await doctor.mail(settings(sqlite, SMTP_URL=server.url, COOLDOWN_PUBLIC_URL="https://chat.example.org"))
        bare = await doctor.mail(settings(sqlite, SMTP_URL=server.url))
        locked = await doctor.mail(settings(sqlite, SMTP_URL=server.url.replace("//", "//jo:hunter2@")))
    gone = await doctor.mail(settings(sqlite, SMTP_URL=server.url))
    assert [one.state for one in (well, bare, locked, gone)] == ["ok", "note", "wrong", "wrong"]
    assert "COOLDOWN_PUBLIC_URL" in bare.words
    assert "hunter2" not in locked.words
    assert server.letters == []


def test_the_doctor_names_a_clinic_that_gets_no_mail(sqlite: Engine) -> None:
    on = settings(sqlite, SMTP_URL="smtp://mail.example.org")
    noted = {one.about for one in doctor.clinics(on)} - {one.about for one in doctor.clinics(settings(sqlite))}
    assert noted == {"mail of sandy-springs"}


def test_the_doctor_counts_what_is_late_and_what_did_not_arrive(engine: Engine) -> None:
    on = settings(engine, SMTP_URL="smtp://mail.example.org")
    assert doctor.deliveries(engine, on).state == "ok"
    now = now_in_utc()
    with writing(engine) as db:
        inbox.receive(db, Inbound(WEB, "1", "cardiff", "hi"), now)
        for minutes, until in ((11, None), (11, now - timedelta(minutes=1)), (9, None)):
            due = now - timedelta(minutes=minutes)
            inbox.say(db, WEB, Reply("News\nHello."), due, due, channel="mail", kind="staff", until=until)
    assert doctor.deliveries(engine, on).words.startswith("1 late by ten minutes or more; 0 did not arrive")
    with writing(engine) as db:
        post.give_up(db, rows(engine, channel="mail", until=None)[0].id, now, "unreachable")
    assert doctor.deliveries(engine, on).words.startswith("0 late by ten minutes or more; 1 did not arrive")
    assert doctor.deliveries(engine, settings(engine)).state == "ok", "without mail there is none to be late"


async def test_what_became_of_mails_is_counted_for_who_watches(sqlite: Engine) -> None:
    def counted(outcome: str) -> float:
        return REGISTRY.get_sample_value("cooldown_deliveries_total", {"channel": "mail", "outcome": outcome}) or 0

    before = [counted(outcome) for outcome in ("sent", "unreachable")]
    async with MailServer(only_jo("550 no such user")) as server:
        act(sqlite, booking(JO))
        await empty(mail(sqlite, server))
    after = [counted(outcome) for outcome in ("sent", "unreachable")]
    assert [late - early for early, late in zip(before, after, strict=True)] == [2, 1]
