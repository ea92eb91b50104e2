"""`cooldown parse`: a line of JSON in, what a conversation would understand out."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.heard import Hear
from bot.knowledge import Knowledge, Profile
from bot.outline import outline
from bot.settings import Trouble
from bot.understand import understand
from bot.view import View


class NoMessage(ValueError):
    """A line that holds no message; the text says why, and quotes nothing."""


@dataclass(frozen=True)
class Message:
    """One message to be understood. `asked` names the slot that was asked for, or is ""."""

    text: str
    now: datetime
    asked: str = ""


async def parse(
    typed: AsyncIterator[str], profile: Profile, knowledge: Knowledge, hear: Hear, write: Callable[[str], object]
) -> None:
    """One line out for each line in, in their order; a line that is no message gets an error in its place."""
    async for line in typed:
        try:
            answer = await parsed(message(line, profile), profile, knowledge, hear)
        except NoMessage as error:
            answer = {"error": str(error)}
        except Trouble:
            raise
        except Exception as bug:  # the next line is to be read all the same, and a traceback might quote this one
            answer = {"error": f"could not be understood: {type(bug).__name__}"}
        write(json.dumps(answer, ensure_ascii=False) + "\n")


async def parsed(said: Message, profile: Profile, knowledge: Knowledge, hear: Hear) -> Mapping[str, Any]:
    """What a conversation at this clinic would understand."""
    view = View(said.now, profile, knowledge, (said.asked,) if said.asked else ())
    return outline(await understand(said.text, view, hear), knowledge)


def message(line: str, profile: Profile) -> Message:
    """Read a line. Without `now` it is now. Raises NoMessage."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise NoMessage("not JSON") from None
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise NoMessage('not an object with a "text"')
    asked = found.get("asked") or ""
    if not isinstance(asked, str):
        raise NoMessage('"asked" must name a slot')
    return Message(found["text"], moment(found.get("now"), profile), asked)


def moment(written: object, profile: Profile) -> datetime:
    """A clinic-local time: 2026-11-24T10:15. An offset is converted; nothing is now."""
    try:
        read = datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        read = None
    if written is not None and read is None:
        raise NoMessage('"now" must be a time such as 2026-11-24T10:15')
    if read is None or read.tzinfo:
        return (read or datetime.now(profile.zone)).astimezone(profile.zone).replace(tzinfo=None)
    return read
