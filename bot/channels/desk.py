"""What a channel needs from the rest of the house: a desk to hand messages to, and what a clinic shows its visitors."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.messages import Inbound, Line, Outgoing, Reply


@dataclass(frozen=True)
class Storefront:
    """A clinic as its visitors see it: no diary, nobody's records."""

    name: str
    locale: str  # en_GB, en_US
    phone: str
    email: str
    address: str
    emergency: str = ""  # the number to call: 999, 911
    hours: tuple[tuple[str, str], ...] = ()  # ("Monday to Saturday", "7 am – 8 pm")
    prices: tuple[tuple[str, str], ...] = ()  # ("60 minutes", "£55")

    @property
    def language(self) -> str:
        """The locale as the web writes it: en-GB."""
        return self.locale.replace("_", "-")


@dataclass(frozen=True)
class Promise:
    """An appointment as the page behind a mail's link shows it: no name, and nothing about health."""

    front: Storefront
    clinic: str
    conversation: str
    when: str  # "Thursday 26 November at 17:00, with Anna"
    booked: bool
    attends: bool  # the client has said that they will come
    over: bool
    rule: str = ""  # the clinic's, for who changes it as late as this


@dataclass(frozen=True)
class Kept:
    """A time that the waiting list offered, as the page behind a mail's link shows it: no name, nothing about health.

    It `stands` "kept" for who was offered it, "chosen" and "booked" by them, "gone" or "over".
    """

    front: Storefront
    clinic: str
    conversation: str
    when: str  # "60 minutes on Thursday 26 November at 17:00 with Anna"
    stands: str
    until: str = ""  # "10:45", while it is kept or chosen
    moves: str = ""  # what a yes would move, as a question
    chat: str = ""  # where they talk to us, if that is a page of ours


class Desk(Protocol):
    """Takes what clients write and gives back what is to be said. Safe to call from many requests at once."""

    async def receive(self, inbound: Inbound) -> None:
        """Commit the message and see that its turn is taken soon. A message received before changes nothing."""

    async def settled(self, conversation: str) -> None:
        """Return once every message received in this conversation has had its turn."""

    async def answer(self, inbound: Inbound) -> list[Reply]:
        """Take the message's turn at once. Returns what we say to it, after what fell due meanwhile.

        For a channel that acknowledges a message by our answer. A message answered before is answered the same.
        """

    async def offered(self, conversation: str) -> Mapping[str, str]:
        """The buttons that were offered of late: what each says, and its label."""

    async def lines(self, conversation: str, after: int) -> list[Line]:
        """The transcript after this line, oldest first: what the client wrote, and what of ours is due.

        Ids grow in the order lines come to light, so a reminder that falls due tomorrow follows what was said today.
        What was due counts as delivered.
        """

    async def collect(self, conversation: str) -> list[Outgoing]:
        """What is due and not yet collected, oldest first; from now on it counts as delivered."""

    async def wait(self, conversation: str, seconds: float) -> None:
        """Return as soon as there may be new lines, or after so many seconds."""

    async def appointment(self, reference: str) -> Mapping[str, object] | None:
        """An appointment in its outer shape, or None."""

    async def health(self) -> Mapping[str, object]:
        """How the house is: `status` is "ok" or "degraded", and each part says its own."""
