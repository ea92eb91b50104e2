"""How a script asks: questions, topics and holds are values it yields. Pure."""

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from bot.messages import Book, Cancel, Choice, Hold, Move, Reply, Restore, Visit, Wait

T = TypeVar("T")
UNKNOWN = "unknown"  # the answer of who does not know, or would rather not say


@dataclass(frozen=True)
class Question(Generic[T]):
    """Something a client can be asked.

    `read` parses an answer completely: None means "still open", and `read("")` may know a default, so that it is never
    asked. `choices(answer)` lists what a partial answer leaves; `otherwise(answer)` says why an answer was refused.
    """

    slot: str
    prompt: str
    read: Callable[[str], T | None]
    choices: Callable[[str], Iterable[Choice]] = lambda answer: ()
    otherwise: Callable[[str], str] = lambda answer: ""
    also: tuple[str, ...] = ()  # further slots that the same message may answer
    part: str = ""  # how it is named within a topic: "which side it is"
    kind: str = "text"
    skippable: bool = False  # UNKNOWN is an answer
    yes: str = ""  # what a bare "yes" says to it
    no: str = ""


@dataclass(frozen=True)
class Topic:
    """Questions that belong together and are asked in one message. `untold` is read where nothing was told."""

    questions: tuple[Question[Any], ...]
    lead: str = ""
    untold: object = None

    def read(self, answers: Mapping[str, str]) -> tuple[Any, ...]:
        """What was answered, None for what is open."""
        heard = ((question, answers.get(question.slot, "")) for question in self.questions)
        if self.untold is None:
            return tuple(question.read(answer) for question, answer in heard)
        return tuple(question.read(answer) if answer else self.untold for question, answer in heard)


@dataclass(frozen=True)
class CancelAll:
    """Free the time of several appointments at once."""

    references: tuple[str, ...]


Outcome = tuple[Book, ...] | Move | Cancel | CancelAll | Restore | Wait | Reply  # several booked are booked together
Request = Topic | Hold
Step = Generator[Request, Any, T]
Script = Step[Outcome]


def ask(question: Question[T]) -> Step[T]:
    """The answer, once there is one."""
    answers: tuple[T] = yield Topic((question,))
    return answers[0]


def told(question: Question[T], default: T) -> Step[T]:
    """Take it if it was volunteered; never ask, unless what was said cannot be met."""
    answers: tuple[T] = yield Topic((question,), untold=default)
    return answers[0]


def together(*questions: Question[Any], lead: str = "") -> Step[None]:
    """Ask what is still open of these in one message. Below, each `ask` knows its answer."""
    yield Topic(questions, lead)


def keep(*visits: Visit) -> Hold:
    """Hold these visits while the script goes on."""
    return Hold(frozenset(visits))


def only(found: Iterable[T]) -> T | None:
    """The one thing found, if it is the only one."""
    two = list(islice(found, 2))
    return two[0] if len(two) == 1 else None
