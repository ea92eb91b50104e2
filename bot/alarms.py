"""The red flags in a message: what the rules hear, and what only the model hears besides. Pure.

The rules have the last word on what they hear. The model may add a flag, and takes none away.
"""

from collections.abc import Iterable, Mapping

from bot.knowledge import Knowledge
from bot.knowledge.red_flags import RedFlag
from bot.listening import Heard
from bot.words.flags import flags

ALARMING = 0.8  # the model alone raises a red flag from here on
SEVERE = "severe_pain"


def alarms(
    text: str, health: Mapping[str, str], about: Iterable[str], knowledge: Knowledge, heard: Heard | None
) -> list[str]:
    """The ids of the red flags of a message, most urgent first. `health` is what it answers about complaints.

    `about` are the complaints that red flags are asked for just now: "a bit swollen" is said of these.
    """
    known = knowledge.flags
    pains = [int(answer) for slot, answer in health.items() if slot.startswith("severity") and answer.isdigit()]
    raised = flags(text, known) or answered(text, about, knowledge)
    if any(pain >= knowledge.policy.severe for pain in pains) and not any(known[flag].stops for flag in raised):
        raised = [SEVERE, *raised]
    if heard is None or any(known[flag].stops for flag in raised):
        return raised
    for chance, stops in (("stops", True), ("marks", False)):
        if heard.chances.get(chance, 0.0) >= ALARMING and (stops or not raised):
            added = likeliest(heard, known, stops=stops)
            return raised if pains and added == [SEVERE] else [*added, *raised]  # agony, but a 6: the figure counts
    return raised


def answered(text: str, about: Iterable[str], knowledge: Knowledge) -> list[str]:
    """What the rules hear in an answer if it is read as said of a place the client came with."""
    places = (knowledge.complaints[label].place for label in about if label in knowledge.complaints)
    return next((found for place in places if (found := flags(f"my {place} {text}", knowledge.flags))), [])


def likeliest(heard: Heard, known: Mapping[str, RedFlag], *, stops: bool) -> list[str]:
    """The red flag that the model thinks of first, if any."""
    return [name for name, _ in heard.red_flags if name in known and known[name].stops == stops][:1]
