"""One turn of conversation, decided: a pure function of (session, said, clinic)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from bot.messages import Choice, Reply


@dataclass(frozen=True)
class Told:
    """One entry of the journal: what one message told us, and what the conversation was about then."""

    flow: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Session:
    """All we remember of a conversation: what it is about, what we were told, turn by turn, and what is on the screen."""

    flows: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    asked: Reply = field(default_factory=lambda: Reply(""))
    misses: int = 0


def freeze(session: Session) -> str:
    """The session as JSON."""
    return json.dumps(asdict(session))


def thaw(text: str) -> Session:
    """The session frozen in `text`."""
    saved = json.loads(text)
    asked = saved["asked"]
    choices = tuple(Choice(**choice) for choice in asked["choices"])
    screen = Reply(**asked | {"slots": tuple(asked["slots"]), "choices": choices})
    return Session(tuple(saved["flows"]), tuple(Told(**told) for told in saved["told"]), screen, saved["misses"])
