"""The figures that Cooldown is measured by, each with the mark to reach."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.commands.evaluation.figures import Figure, weakest
from bot.commands.evaluation.scoring import Part
from bot.knowledge import Knowledge

EVERYDAY = (
    *("affirm", "deny", "dont_know", "stop", "repeat", "help", "thank"),
    *("book", "reschedule", "cancel_appointment", "human"),
)


@dataclass(frozen=True)
class Headline:
    """A figure and its mark: at least so much, or for what is an error at most."""

    about: str
    figure: Figure
    mark: float
    is_error: bool = False

    @property
    def reached(self) -> bool:
        """Whether the figure reaches the mark. On nothing scored it does not."""
        met = self.figure.value <= self.mark if self.is_error else self.figure.value >= self.mark
        return met and self.figure.of > 0


def headlines(scored: Sequence[Part], knowledge: Knowledge) -> list[Headline]:
    """What is reached."""
    part = {one.name: one for one in scored}
    intents, hurts, flags, times = (part[name] for name in ("intents", "complaints", "red flags", "times"))
    return [
        Headline("complaint found", hurts["a right label"], 0.95),
        Headline("complaint found, no diagnosis named", hurts["... none named"], 0.92),
        Headline("weakest label", weakest(of_these(hurts, knowledge.complaints)), 0.85),
        Headline("complaint seen where there is none", hurts["seen where there is none"], 0.05, is_error=True),
        Headline("wrong label besides", hurts["a wrong label besides"], 0.08, is_error=True),
        Headline("red flags, urgent", flags["urgent ones found"], 0.98),
        Headline("red flags, all", flags["all found"], 0.95),
        Headline("red flags, right kind", flags["of the right kind"], 0.90),
        Headline("stopped without need", flags["stopped without need"], 0.02, is_error=True),
        Headline("out of scope recognised", weakest(of_these(intents, ("out_of_scope",))), 0.92),
        Headline("real messages refused", intents["taken for out of scope"], 0.03, is_error=True),
        Headline("weakest everyday intent", weakest(of_these(intents, EVERYDAY)), 0.95),
        Headline("times in booking messages", times["in booking messages"], 0.92),
        Headline("times seen where there is none", times["seen where there is none"], 0.03, is_error=True),
        Headline("plain days and times", times["in plain answers"], 0.99),
        Headline("entities, F1", part["entities"]["all"], 0.93),
        Headline("calibration error, intents", intents["calibration error"], 0.05, is_error=True),
        Headline("calibration error, complaints", hurts["calibration error"], 0.05, is_error=True),
    ]


def of_these(part: Part, names: Container[str]) -> list[Figure]:
    """Those of a part's rates that have one of these names."""
    return [one for one in part.rates if one.name in names]
