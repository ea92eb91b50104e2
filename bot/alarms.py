"""The red flags in a message: what the rules hear, and what only the model hears besides. Pure.

The rules have the last word on what they hear. The model may add a flag, also a more urgent one, and takes none away.
"""

from collections.abc import Collection, Iterable, Mapping

from bot.knowledge import Knowledge
from bot.knowledge.red_flags import URGENCIES, RedFlag
from bot.listening import Heard
from bot.words.flags import flags

ALARMING = 0.8  # the model alone raises a red flag from here on
SURELY = 0.95  # so sure of one flag, it is believed before a lesser one of the rules; and by itself …
LIKELY = 0.4  # … where the message as a whole is at least so likely to stop a booking
SEVERE = "severe_pain"
UNMISTAKABLE = {"self_harm", SEVERE}  # so surely heard, these count although the message as a whole sounds harmless


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
    if heard is None:
        return raised
    added = overheard(heard, raised, known)
    return raised if pains and added == [SEVERE] else [*added, *raised]  # agony, but a 6: the figure counts


def overheard(heard: Heard, raised: Collection[str], known: Mapping[str, RedFlag]) -> list[str]:
    """The red flag that only the model hears, if any: of a kind that the rules did not hear, or more urgent."""
    (worst, sure), (mark, sure_to_mark) = (likeliest(heard, known, stops=stops) for stops in (True, False))
    stops, marks = (heard.chances.get(summary, 0.0) for summary in ("stops", "marks"))
    if any(known[flag].stops for flag in raised):
        graver = sure >= SURELY and all(rank(known[worst]) < rank(known[flag]) for flag in raised)
        return [worst] if graver else []
    least = 0.0 if worst in UNMISTAKABLE else LIKELY
    if worst and (stops >= ALARMING or (sure >= SURELY and stops >= least)):
        return [worst]
    return [mark] if mark and not raised and (marks >= ALARMING or sure_to_mark >= SURELY) else []


def rank(flag: RedFlag) -> int:
    """How urgent it is: 0 is an emergency."""
    return URGENCIES.index(flag.urgency)


def answered(text: str, about: Iterable[str], knowledge: Knowledge) -> list[str]:
    """What the rules hear in an answer if it is read as said of a place the client came with."""
    places = (knowledge.complaints[label].place for label in about if label in knowledge.complaints)
    return next((found for place in places if (found := flags(f"my {place} {text}", knowledge.flags))), [])


def likeliest(heard: Heard, known: Mapping[str, RedFlag], *, stops: bool) -> tuple[str, float]:
    """The red flag that the model thinks of first and how sure it is; "" and 0 where it thinks of none."""
    return next(
        ((name, sure) for name, sure in heard.red_flags if name in known and known[name].stops == stops), ("", 0.0)
    )
