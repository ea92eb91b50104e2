"""The intent of a message, the topic of a question, and what is not ours to answer."""

from collections.abc import Iterable, Sequence

from bot.commands.evaluation.figures import Figure, Guess, calibration
from bot.commands.evaluation.reading import Judged
from bot.commands.evaluation.scoring import Part, error, misses, rate

SCOPE = "out_of_scope"
TELLING = ("complaints", "times", "entities")  # a message that tells any of these is ours, whatever its intent


def intents(all_judged: Sequence[Judged]) -> Part:
    """The intent, of each kind and of all."""
    scored = [one for one in all_judged if "intent" in one.row]
    asked = [one for one in scored if one.row.get("faq")]
    return Part(
        "intents",
        (
            rate("all", scored, same_intent),
            *by_intent(scored),
            rate("topic of a question", asked, lambda one: one.got.get("faq") == one.row["faq"]),
        ),
        (
            error("taken for out of scope", filter(is_ours, all_judged), refused),
            calibration("calibration error", guesses(all_judged)),
        ),
        misses(scored, same_intent, lambda row: row["intent"], lambda one: float(one.got["confidence"])),
    )


def by_intent(scored: Sequence[Judged]) -> Iterable[Figure]:
    """A rate for each intent there is."""
    for name in sorted({one.row["intent"] for one in scored}):
        yield rate(name, (one for one in scored if one.row["intent"] == name), same_intent)


def same_intent(one: Judged) -> bool:
    """Whether the intent is right."""
    return bool(one.got["intent"] == one.row["intent"])


def is_ours(one: Judged) -> bool:
    """Whether a message is one that a clinic's booking desk is for."""
    if "intent" in one.row:
        return bool(one.row["intent"] != SCOPE)
    return any(one.row.get(key) for key in TELLING)


def refused(one: Judged) -> bool:
    """Whether we say that this is not for us."""
    return bool(one.got["intent"] == SCOPE)


def guesses(all_judged: Sequence[Judged]) -> list[Guess]:
    """How sure we were of each intent, and whether it was right."""
    return [(one.got["confidence"], same_intent(one)) for one in all_judged if "intent" in one.row]
