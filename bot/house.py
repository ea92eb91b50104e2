"""The house put together: what we know, the record, and the desk that channels come to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot.clinic import Clinic
from bot.dialogue import decide
from bot.ear import Ear
from bot.heard import Hear
from bot.knowledge import Knowledge, Profile, load_knowledge, load_profiles
from bot.messages import Said
from bot.outbox import Outbox, Send
from bot.reception import Reception
from bot.settings import BadSetting, Settings, Trouble
from bot.store import Newer, migrate, open_store
from bot.talk.session import Session
from bot.turns import Turns, now_in_utc
from bot.understand import understand
from bot.view import viewed


class OutOfReach(Trouble):
    """The database cannot be used; the text says why, without what is secret."""


@dataclass(frozen=True)
class House:
    """What we know, and the clinics of this deployment."""

    knowledge: Knowledge
    profiles: Mapping[str, Profile]
    default: str

    def profile(self, clinic: str | None) -> Profile:
        """A clinic by name, or the default one. Raises BadSetting."""
        return self.profiles[named(clinic or self.default, self.profiles, "--clinic")]


def furnish(chosen: Settings) -> House:
    """Read and check all that lies in data. Raises Misread, or BadSetting for a clinic that is not there."""
    shelf = chosen.root / "data"
    profiles = load_profiles(shelf / "clinics")
    default = named(chosen.clinic, profiles, "COOLDOWN_CLINIC")
    return House(load_knowledge(shelf / "knowledge"), profiles, default)


def named(clinic: str, profiles: Mapping[str, Profile], by: str) -> str:
    """The name of a clinic that is there. Raises BadSetting."""
    if clinic not in profiles:
        raise BadSetting(f"{by} must name a clinic of data/clinics: {', '.join(profiles) or 'there is none'}.")
    return clinic


def open_record(chosen: Settings) -> Engine:
    """The database, brought up to date. Raises OutOfReach."""
    try:
        migrate(chosen.database)
        return open_store(chosen.database)
    except Newer:
        raise OutOfReach("The database was written by a newer release: update Cooldown, or restore a backup.") from None
    except (DBAPIError, OSError) as error:
        raise OutOfReach(f"The database (DATABASE_URL) cannot be used: {reason(error)}") from None


def reason(error: DBAPIError | OSError) -> str:
    """An error's own first line."""
    told = str(error.orig if isinstance(error, DBAPIError) else error.strerror).strip()
    return told.splitlines()[0] if told else type(error).__name__


def reception(house: House, engine: Engine, ear: Ear, senders: Mapping[str, Send]) -> Reception:
    """The desk, not yet open. `senders` are the channels that push, by name; more may join."""
    outbox = Outbox(engine, now_in_utc, senders)
    listen = understanding(ear.model.hear)
    turns = Turns(engine, house.profiles, house.knowledge, listen, decide, ring=outbox.ring)
    return Reception(turns, outbox, lambda: ear.state)


def understanding(hear: Hear) -> Callable[[str, Session, Clinic], Awaitable[Said]]:
    """How turns understand what a client writes, with what `hear` makes of it."""

    async def listen(text: str, session: Session, clinic: Clinic) -> Said:
        return (await understand(text, viewed(session, clinic), hear)).said()

    return listen
