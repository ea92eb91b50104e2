"""The pages behind a mail's links. Looking changes nothing, as mail scanners look too; pressing the button acts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from itsdangerous import BadData, URLSafeSerializer

from bot.channels.desk import Desk, Promise, Storefront
from bot.channels.pages import page, unknown
from bot.messages import Inbound

PATH, LIST = "/a", "/w"  # about an appointment; about a time that the waiting list offers, see `offers`
CHAT = "the chat where you asked for it"

LookUp = Callable[[str], Awaitable[Promise | None]]


@dataclass(frozen=True)
class Deed:
    """What a link is for: how its page asks, what its button says in the conversation, and when that is done."""

    asks: str
    explains: str
    label: str
    says: str
    thanks: str
    is_done: Callable[[Promise], bool]


DEEDS = {
    "attend": Deed(
        "Will you be there?",
        "The button tells the clinic that you are coming.",
        "I'll be there",
        "attend",
        "Lovely, thank you. See you then.",
        lambda promise: promise.attends,
    ),
    "reschedule": Deed(
        "Another time?",
        "The button opens the choice of another time in the chat where you booked. This time stays yours meanwhile.",
        "Find another time",
        "reschedule",
        "The free times are waiting for you in the chat where you booked.",
        lambda promise: promise.booked,
    ),
    "cancel_appointment": Deed(
        "Cancel your appointment?",
        "The button cancels it at once, and somebody else may have the time. To keep it, just close this page.",
        "Yes, cancel it",
        "give_up",
        "It's cancelled. We'd be glad to see you another time.",
        lambda promise: not promise.booked,
    ),
}


@dataclass(frozen=True)
class Answer:
    """What a link says to an offer: how its page asks, and what it explains."""

    asks: str
    explains: str
    to_move: str  # the same, where an appointment would move


ANSWERS = {
    "take": Answer(
        "Would you like it?",
        f"The button keeps this time for you while you book it. A question or two is left, in {CHAT}; nothing is "
        "booked before you say yes there.",
        "The button moves your appointment at once, and somebody else may have its old time.",
    ),
    "refuse": Answer(
        "Not this time?",
        "The button lets somebody else have it. You stay on the waiting list.",
        "The button lets somebody else have it. Your appointment stays as it is, and you stay on the waiting list.",
    ),
}


class Links:
    """Where the buttons of a mail lead. A link is good for one deed on one appointment, until that is over."""

    def __init__(self, public_url: str, secret: str) -> None:
        """Without a public address there are no links."""
        self.public_url, self._signed = public_url, URLSafeSerializer(secret, salt="cooldown.links")

    def to(self, says: str, clinic: str, letter: int) -> str:
        """Where what a button of this letter says can be done; "" if nowhere."""
        intent = says.partition(" ")[0]
        if not self.public_url or intent not in (*DEEDS, *ANSWERS, "book"):
            return ""
        if intent == "book":
            return f"{self.public_url}/?clinic={clinic}"
        path, named = (PATH, says) if intent in DEEDS else (LIST, f"{says} letter={letter}")
        return f"{self.public_url}{path}/{self._signed.dumps(named)}"

    def read(self, token: str) -> str:
        """What the button said; "" if the token is not ours."""
        try:
            return str(self._signed.loads(token))
        except BadData:
            return ""


def link_routes(desk: Desk, links: Links, look_up: LookUp, host: Storefront) -> APIRouter:
    """`GET` says what will happen, `POST` does it, by a turn of the conversation that the appointment belongs to.

    `host` speaks where we cannot tell whose link it is. The token alone is the permission: no cookie goes with it.
    """
    routes = APIRouter(prefix=PATH)

    async def read(token: str) -> tuple[str, Deed | None, Promise | None]:
        """Whose appointment, what is to be done with it, and how it stands."""
        intent, _, reference = links.read(token).partition(" which=")
        return reference, DEEDS.get(intent), await look_up(reference)

    @routes.get("/{token}")
    async def show(token: str) -> HTMLResponse:
        """What will happen."""
        _, deed, promise = await read(token)
        if not deed or not promise:
            return unknown(host)
        return too_late(promise) or asked(deed, promise)

    @routes.post("/{token}")
    async def act(token: str, once: Annotated[str, Query(max_length=40)] = "") -> HTMLResponse:
        """Do it. The same form sent again is the same message, which changes nothing."""
        reference, deed, promise = await read(token)
        if not deed or not promise:
            return unknown(host)
        if refused := too_late(promise):
            return refused
        says, identity = f"{deed.says} which={reference}", f"link:{deed.says}:{once}"
        await desk.receive(Inbound(promise.conversation, identity, promise.clinic, deed.label, says))
        await desk.settled(promise.conversation)
        return outcome(deed, await look_up(reference) or promise)

    return routes


def asked(deed: Deed, promise: Promise) -> HTMLResponse:
    """What the button would do; and the clinic's rule, for who changes something late."""
    rule = "" if deed is DEEDS["attend"] else promise.rule
    return page(promise.front, deed.asks, promise.when, deed.explains, rule, button=deed.label)


def too_late(promise: Promise) -> HTMLResponse | None:
    """Why nothing can be done any more."""
    if promise.over:
        return page(promise.front, "This link has run out", f"{promise.when}: that is over.", status=410)
    return None if promise.booked else page(promise.front, "Cancelled", f"{promise.when}: that is cancelled already.")


def outcome(deed: Deed, promise: Promise) -> HTMLResponse:
    """What has become of it, as the record has it."""
    if deed.is_done(promise):
        return page(promise.front, deed.thanks, promise.when)
    return page(promise.front, "That did not work", f"Sorry. Please call us on {promise.front.phone}.", status=503)
