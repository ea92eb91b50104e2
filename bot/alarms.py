"""The red flags in a message: what the rules hear, and what only the model hears besides. Pure.

The rules have the last word on what they hear. The model may add a flag, also a more urgent one, and takes none away;
but where it finds a message harmless in which only a rule hears something, the client is asked before we stop, and so
they are where it alone is half sure of something. docs/understanding.md has the counts that the thresholds go by.
"""

from collections.abc import Collection, Iterable, Mapping

from bot.heard import Heard, Ranked
from bot.knowledge import Knowledge
from bot.knowledge.red_flags import URGENCIES, RedFlag
from bot.messages import base
from bot.words.flags import flags

ALARMING = 0.8  # the model alone raises a red flag from here on …
CLEARLY = 0.85  # … or if it hears one kind so clearly …
PERHAPS = 0.2  # … in a message that is so likely to stop a booking
HALF_SURE = 0.05  # these two chances, multiplied: from here on the client is asked
SURELY = 0.95  # so sure of one flag, it is believed before a lesser one of the rules; and by itself …
LIKELY = 0.4  # … where the message as a whole is at least so likely to stop a booking
HARMLESS = 0.02  # less likely than this to stop a booking, as it sees it
STAYS = frozenset("book describe inform greet ask_faq reschedule wait affirm deny dont_know help thank".split())
WARNINGS = frozenset("red_flags suspected cleared".split())  # what is told while these are asked answers them
SEVERE = "severe_pain"
DESPAIR = "self_harm"
UNMISTAKABLE = {DESPAIR, SEVERE}  # so surely heard, these count although the message as a whole sounds harmless


def alarms(
    text: str, health: Mapping[str, str], about: Iterable[str], knowledge: Knowledge, heard: Heard | None
) -> list[str]:
    """The ids of the red flags of a message, most urgent first. `health` is what it answers about complaints.

    `about` are the complaints that red flags are asked for just now: "a bit swollen" is said of these.
    """
    known = knowledge.flags
    pains = [int(answer) for slot, answer in health.items() if slot.startswith("severity") and answer.isdigit()]
    raised = flags(text, known) or answered(text, about, knowledge)
    if any(pain >= knowledge.policy.severe for pain in pains) and not stopping(raised, known):
        raised = [SEVERE, *raised]
    if heard is None:
        return raised
    thought_of = tuple(one for one in heard.red_flags if one[0] in known and not (pains and one[0] == SEVERE))
    if pains and likeliest(heard.red_flags, known) == SEVERE:  # agony, but a 6: the figure counts
        return [*believed(thought_of, heard.chances, raised, known), *raised]
    return [*overheard(thought_of, heard.chances, raised, known), *raised]


def suspected(
    raised: Iterable[str], intent: str, known: Mapping[str, RedFlag], heard: Heard | None, asked: Collection[str] = ()
) -> list[str]:
    """The red flags to ask about: those of the rules if the model finds the message harmless, or one it half hears.

    Only of who stays; else the rules' stop us. Where warnings are `asked` already, what is told answers these, and
    only what they have no words for is asked about. Despair is, whatever a client is about to do.
    """
    if heard is None:
        return []
    warned = not WARNINGS.isdisjoint(map(base, asked))
    if stops := stopping(raised, known):
        harmless = heard.chances.get("stops", 1.0) < HARMLESS and doubted(stops, known, heard.red_flags)
        return stops if harmless and intent in STAYS and not warned else []
    flag = likeliest(heard.red_flags, known)
    if dict(heard.red_flags).get(flag, 0.0) * heard.chances.get("stops", 0.0) < HALF_SURE:
        return []
    on_screen = f"suspected.{flag}" in asked or (warned and known[flag].asks)
    return [flag] if not on_screen and (intent in STAYS or flag == DESPAIR) else []


def doubted(flags: Iterable[str], known: Mapping[str, RedFlag], thought_of: Ranked) -> bool:
    """Whether each of these is one of the warnings that are asked, and the model hardly thinks of any."""
    chances = dict(thought_of)
    return all(known[flag].asks and chances.get(flag, 0.0) < LIKELY for flag in flags)


def overheard(
    thought_of: Ranked, chances: Mapping[str, float], raised: Collection[str], known: Mapping[str, RedFlag]
) -> list[str]:
    """The red flag that only the model hears, if any: where the rules heard none of its kind, or a lesser one."""
    if (sure := believed(thought_of, chances, raised, known)) or stopping(raised, known):
        return sure
    if (worst := likeliest(thought_of, known)) and alarming(dict(thought_of)[worst], chances.get("stops", 0.0)):
        return [worst]
    mark, chance = next(((name, chance) for name, chance in thought_of if not known[name].stops), ("", 0.0))
    marks = chance >= SURELY or chances.get("marks", 0.0) >= ALARMING
    return [mark] if mark and marks and not raised else []


def alarming(clear: float, stops: float) -> bool:
    """Whether the model alone stops a booking, with one kind so clear and the message so likely to stop one."""
    return stops >= ALARMING or (clear >= CLEARLY and stops >= PERHAPS)


def believed(
    thought_of: Ranked, chances: Mapping[str, float], raised: Collection[str], known: Mapping[str, RedFlag]
) -> list[str]:
    """The most urgent of the flags that the model is sure of, if it is worse than what the rules heard."""
    least = min((rank(known[flag]) for flag in stopping(raised, known)), default=len(URGENCIES))
    sure = [name for name, chance in thought_of if chance >= SURELY and known[name].stops and name not in raised]
    likely = [name for name in sure if name in UNMISTAKABLE or chances.get("stops", 0.0) >= LIKELY]
    worse = [name for name in likely if name == DESPAIR or rank(known[name]) < least]
    return sorted(worse, key=lambda name: (name != DESPAIR, rank(known[name])))[:1]


def stopping(flags: Iterable[str], known: Mapping[str, RedFlag]) -> list[str]:
    """Those of some red flags that stop a booking."""
    return [flag for flag in flags if flag in known and known[flag].stops]


def rank(flag: RedFlag) -> int:
    """How urgent it is: 0 is an emergency."""
    return URGENCIES.index(flag.urgency)


def answered(text: str, about: Iterable[str], knowledge: Knowledge) -> list[str]:
    """What the rules hear in an answer if it is read as said of a place the client came with."""
    places = (knowledge.complaints[label].place for label in about if label in knowledge.complaints)
    return next((found for place in places if (found := flags(f"my {place} {text}", knowledge.flags))), [])


def likeliest(thought_of: Ranked, known: Mapping[str, RedFlag]) -> str:
    """The red flag that the model thinks of first among those that stop a booking; "" where it thinks of none."""
    return next(iter(stopping((name for name, _ in thought_of), known)), "")
