"""`cooldown doctor`: is all that a clinic needs in place, and if not, what to do about it."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError

from bot.ear import Ear, listening
from bot.house import House, furnish, reason
from bot.knowledge.entries import Misread
from bot.mail.sending import read_smtp, trouble
from bot.model import is_stale
from bot.settings import BadSetting, Settings
from bot.store import open_store, reading, writing
from bot.store.engine import version_of, versions
from bot.store.post import troubles
from bot.turns import now_in_utc

TOKEN = re.compile(r"\d{3,}:[\w-]{30,}")  # what @BotFather hands out


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `state` is "ok", "note" (it works, but see to it) or "wrong"."""

    state: str
    about: str
    words: str


async def examined(chosen: Settings) -> list[Finding]:
    """All findings. Nothing is changed."""
    record = await asyncio.to_thread(database, chosen)
    return [*settings(chosen), await mail(chosen), *clinics(chosen), *record, *await model(chosen)]


def report(findings: list[Finding]) -> str:
    """The findings, one a line."""
    return "".join(f"{one.state.ljust(5)}  {one.about.ljust(22)}  {one.words}\n" for one in findings)


# ---------------------------------------------------------------- settings and clinics


def settings(chosen: Settings) -> Iterator[Finding]:
    """What the environment says."""
    reached = chosen.public_url or "this machine only (COOLDOWN_PUBLIC_URL opens it to others)"
    yield Finding("ok", "website", f"port {chosen.port}, for {reached}")
    if chosen.public_url and not chosen.public_url.startswith("https://"):
        yield Finding("note", "COOLDOWN_PUBLIC_URL", "is not https: what clients write could be read on its way")
    yield telegram(chosen)
    if chosen.rest_token:
        yield Finding("ok", "REST channel", "open to whoever shows COOLDOWN_REST_TOKEN")


def telegram(chosen: Settings) -> Finding:
    """Whether the token can be one. Nobody is asked."""
    if not chosen.telegram_token:
        return Finding("ok", "Telegram", "off; TELEGRAM_BOT_TOKEN turns it on")
    if not TOKEN.fullmatch(chosen.telegram_token):
        return Finding("wrong", "Telegram", "TELEGRAM_BOT_TOKEN is no token; copy it again from @BotFather")
    return Finding("ok", "Telegram", "on" + (", by webhook" if chosen.telegram_webhook else ""))


async def mail(chosen: Settings) -> Finding:
    """Whether the mail server answers. It is asked for nothing."""
    if not chosen.smtp_url:
        return Finding("ok", "mail", "off; SMTP_URL turns on confirmations, reminders and news for the clinic")
    if wrong := await trouble(read_smtp(chosen.smtp_url)):
        return Finding("wrong", "mail", f"the server that SMTP_URL names cannot be used: {wrong}")
    links = "" if chosen.public_url else "; its letters have no buttons until COOLDOWN_PUBLIC_URL is set"
    return Finding("note" if links else "ok", "mail", f"the server answers{links}")


def clinics(chosen: Settings) -> Iterator[Finding]:
    """Whether data can be read, and which sample values are still there."""
    try:
        house = furnish(chosen)
    except (Misread, BadSetting) as error:
        yield Finding("wrong", "clinics and knowledge", str(error))
        return
    yield from (clinic(name, house) for name in house.profiles)
    if chosen.smtp_url:
        yield from (unmailed(name) for name, profile in house.profiles.items() if "email" in profile.samples)


def clinic(name: str, house: House) -> Finding:
    """One clinic."""
    samples = ", ".join(sorted(house.profiles[name].samples))
    if samples:
        return Finding("note", f"clinic {name}", f"still samples, to be set in data/clinics/{name}.yml: {samples}")
    return Finding("ok", f"clinic {name}", "complete")


def unmailed(name: str) -> Finding:
    """A clinic whose address is a sample."""
    return Finding("note", f"mail of {name}", f"its e-mail in data/clinics/{name}.yml is a sample: it gets no mail")


# ---------------------------------------------------------------- database


def database(chosen: Settings) -> list[Finding]:
    """Whether the record is there, up to date, and can be written."""
    address = make_url(chosen.database)
    is_file = address.get_backend_name() == "sqlite" and address.database
    if is_file and not Path(str(address.database)).exists():
        return [Finding("note", "database", f"{address.database} is not there yet; the first start makes it")]
    engine = open_store(chosen.database)
    try:
        found = record(engine, address.render_as_string())
        return [found, deliveries(engine, chosen)] if found.state == "ok" else [found]
    except (DBAPIError, OSError) as error:
        return [Finding("wrong", "database", f"DATABASE_URL cannot be used: {reason(error)}")]
    finally:
        engine.dispose()


def record(engine: Engine, shown: str) -> Finding:
    """A database that answers."""
    with reading(engine) as db:
        whole = engine.name != "sqlite" or db.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
        found, known = version_of(db), versions()
    if not whole:
        return Finding("wrong", "database", f"{shown} is damaged: stop Cooldown, then cooldown restore FILE, a backup")
    if found and found not in known:
        return Finding("wrong", "database", f"{shown} was written by a newer release: update Cooldown")
    if found != known[0]:
        return Finding("note", "database", f"{shown} is of another release; the next start brings it up to date")
    with writing(engine) as db:
        db.exec_driver_sql("UPDATE conversation SET lines = lines WHERE 1 = 0")
    return Finding("ok", "database", f"{shown} is up to date and can be written")


def deliveries(engine: Engine, chosen: Settings) -> Finding:
    """Whether what we say leaves, and arrives."""
    on = {"telegram": chosen.telegram_token, "mail": chosen.smtp_url}
    with reading(engine) as db:
        late, lost = troubles(db, [name for name, setting in on.items() if setting], now_in_utc())
    if late or lost:
        told = f"{late} late by ten minutes or more; {lost} did not arrive in the last week (see: cooldown handoffs)"
        return Finding("note", "messages", told)
    return Finding("ok", "messages", "all that were due have left, and arrived")


# ---------------------------------------------------------------- model


async def model(chosen: Settings) -> list[Finding]:
    """Whether the language model is there, of these sources, and answers."""
    async with listening(chosen) as ear:
        found = await answers(ear)
    stale = not chosen.nlu_url and not ear.lacks and is_stale(chosen.root)
    old = Finding("wrong", "language model", "its sources have changed since it was trained. Run: cooldown train")
    return [found, *([old] if stale else [])]


async def answers(ear: Ear) -> Finding:
    """Whether the model answers."""
    if not await ear.wait(ear.patience):
        return Finding("wrong", "language model", ear.lacks or f"does not answer within {ear.patience:.0f} seconds")
    if not await ear.model.hear("hello"):
        return Finding("wrong", "language model", "is there, but does not answer in time")
    return Finding("ok", "language model", "answers")
