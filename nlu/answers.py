"""What the examples say of each message: the answers that the model learns to give."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rasa.shared.nlu.training_data.message import Message

UNJUDGED = "unjudged"  # the intent of examples that were written for something else; a null says so of other answers
JUDGED = ("complaints", "red_flags", "times")  # the keys of an example's metadata; what is absent is not told of
ROLES = ("want", "not", "from")  # of times for an appointment: wished for, refused, moved from
NONE = "none"  # how a time is marked that is none of an appointment: of a race, a run, the past
# Red flags that only mark a booking; all others stop it. As data/knowledge/red_flags.yml has them, which a test holds.
MARKS = frozenset(
    "infection recent_surgery recent_fracture fresh_injury blood_thinners leg_clot_history heart_condition condition "
    "pregnancy".split()
)
# Summaries that are heard more surely than each thing by itself.
CHANCES = ("nothing_hurts", "stops", "marks", *ROLES)


@dataclass(frozen=True)
class Answers:
    """The names of all answers, in the order of the columns: of intents one is right, of the others any number."""

    intents: Sequence[str]
    complaints: Sequence[str]
    red_flags: Sequence[str]

    @property
    def ends(self) -> list[int]:
        """Where the columns of the intents, the complaints and the red flags end; what is left are the CHANCES."""
        return list(np.cumsum([len(self.intents), len(self.complaints), len(self.red_flags)]))

    def told(self, examples: Sequence[Message]) -> np.ndarray:
        """Examples x answers: 1 for what is said, -1 for what is not, NaN where nobody judged it."""
        return np.array([[*self.row(example)] for example in examples])

    def row(self, example: Message) -> Iterable[float]:
        """The answers of one example."""
        intent = None if example.get("intent") == UNJUDGED else example.get_full_intent()
        hurts, flags, times = (judged(example, key) for key in JUDGED)
        for name in self.intents:
            yield sign(intent, lambda said, name=name: said == name)
        for name in self.complaints:
            yield sign(hurts, lambda said, name=name: name in said)
        for name in self.red_flags:
            yield sign(flags, lambda said, name=name: name in said)
        yield sign(hurts, lambda said: not said)
        yield sign(flags, lambda said: bool(set(said) - MARKS))
        yield sign(flags, bool)
        for name in ROLES:
            yield sign(times, lambda said, name=name: name in said)


def answers(examples: Sequence[Message]) -> Answers:
    """All answers that the examples give."""
    intents = {example.get_full_intent() for example in examples} - {UNJUDGED}
    labels, flags = ({name for one in examples for name in judged(one, key) or ()} for key in JUDGED[:2])
    return Answers(sorted(intents), sorted(labels), sorted(flags))


def judged(example: Message, key: str) -> list[str] | None:
    """What an example was said by hand to tell of complaints, red flags or roles of times; None: nobody judged it."""
    return (example.get("metadata") or {}).get("example", {}).get(key, [])


def is_judged(example: Message) -> bool:
    """Whether an example tells anything of a message as a whole; some are there for the times marked in them alone."""
    return example.get("intent") != UNJUDGED or "example" in (example.get("metadata") or {})


def has_gaps(example: Message) -> bool:
    """Whether nobody judged some answer of an example."""
    return example.get("intent") == UNJUDGED or any(judged(example, key) is None for key in JUDGED)


def sign(said: Any, true: Callable[[Any], bool]) -> float:
    """1 or -1 for true or not; NaN where nothing was judged."""
    return np.nan if said is None else 1.0 if true(said) else -1.0
