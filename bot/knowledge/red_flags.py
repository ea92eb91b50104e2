"""Red flags as data/knowledge/red_flags.yml words them: reasons to stop or to take care, and what gives them away."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from bot.knowledge.entries import Entry
from bot.words.phrases import Phrase, phrases

URGENCIES = ("emergency", "same_day", "refer", "review")  # most urgent first; only review books
FLAGS = (
    "cardiac_respiratory",
    "neuro_or_cauda_equina",
    "other_medical",
    "dvt_or_leg_swelling",
    "fracture_or_cannot_bear_weight",
    "acute_trauma_or_rupture",
    "infection_or_wound",
)
KEYS = tuple("flag urgency asks about suspicion question source hears present older matches lookalikes".split())
RULE = re.compile(r"(?P<ideas>\w+(?: [+/] \w+)*)(?: within (?P<within>\d+))?")
WITHIN = 12  # words, where a rule does not say

Spoken = Mapping[str, str]  # words for clients by locale: spoken["en_GB"]
Words = Mapping[str, tuple[Phrase, ...]]  # idea -> the phrases that express it


@dataclass(frozen=True)
class Rule:
    """Ideas that must all be spoken of near each other; each idea is any one of its phrases."""

    ideas: tuple[tuple[Phrase, ...], ...]
    within: int  # words from the first idea to the last


@dataclass(frozen=True)
class RedFlag:
    """A reason to stop, or to mark a booking. A clinician reviews the list before real use."""

    id: str
    flag: str  # its category, one of FLAGS
    urgency: str
    asks: Spoken = field(hash=False)  # as the client reads it in a list; empty where it is only heard, never asked
    about: frozenset[str]  # complaint labels it is asked for, or {"any"}
    suspicion: Spoken = field(hash=False)  # what the client is asked about where it is only suspected, as one line
    question: Spoken = field(hash=False)  # all of that question, for what is asked in its own way; only a no denies it
    source: str
    present: int  # weeks for which what happened counts as present; 0: for ever
    rules: tuple[Rule, ...] = field(default=(), hash=False)  # thousands of words: a hash of them costs milliseconds
    traps: tuple[Phrase, ...] = field(default=(), hash=False)  # phrases that sound like it and are not
    older: str = ""  # the flag it is after that, or "" for none

    @property
    def stops(self) -> bool:
        """Whether it stops a booking; else it marks it for the therapist."""
        return self.urgency != "review"


def red_flags(e: Entry, complaints: Collection[str], weeks: int) -> dict[str, RedFlag]:
    """Every red flag of the file by its id, in its order; present for `weeks` where it does not say. Raises Misread."""
    e.only("words", "figures_of_speech", "flags", "abroad")
    words = {idea: spoken(one) for idea, one in e.at("words").items()}
    traps = tuple(phrase for one in e.at("figures_of_speech").each() for phrase in spoken(one))
    named = e.at("flags").mapping()
    allowed = {*complaints, "any"}
    abroad = e.at("abroad", {}).only(*named)
    read = {name: red_flag(name, one, words, named, allowed, weeks) for name, one in e.at("flags").items()}
    return {name: replace(also_heard(flag, abroad.at(name, {})), traps=traps) for name, flag in read.items()}


def also_heard(flag: RedFlag, e: Entry) -> RedFlag:
    """The flag, heard as well in the phrases of other languages."""
    abroad = tuple(phrase for _, language in e.items() for phrase in spoken(language))
    return replace(flag, rules=(*flag.rules, Rule((abroad,), WITHIN))) if abroad else flag


def red_flag(
    name: str, e: Entry, words: Words, named: Collection[str], complaints: Collection[str], weeks: int
) -> RedFlag:
    """One red flag. `matches` and `lookalikes` are for the tests. What stops can be asked about."""
    e.only(*KEYS)
    asks, suspicion, question = (worded(e, key) for key in ("asks", "suspicion", "question"))
    urgency = e.at("urgency").one_of(URGENCIES)
    if urgency != "review" and not (asks or suspicion or question):
        raise e.wrong("it stops a booking, so say how it is asked about: asks, suspicion or question")
    return RedFlag(
        id=name,
        flag=e.at("flag").one_of(FLAGS),
        urgency=urgency,
        asks=asks,
        about=frozenset(e.at("about", ()).all_of(complaints)),
        suspicion=suspicion or asks,
        question=question,
        source=e.at("source").text(),
        present=e.at("present", weeks).number(),
        rules=tuple(rule(one, words) for one in e.at("hears").each()),
        older=e.at("older").one_of(named) if "older" in e.mapping() else "",
    )


def worded(e: Entry, key: str) -> Spoken:
    """The words for clients under a key, or none."""
    return e.at(key).spoken() if key in e.mapping() else {}


def rule(e: Entry, words: Words) -> Rule:
    """`leg + swollen + hot / red within 20`: every idea, or one of several, and how near."""
    read = RULE.fullmatch(e.text())
    if not read:
        raise e.wrong("write it as: leg + swollen + hot / red within 20")
    ideas = [idea.split(" / ") for idea in read["ideas"].split(" + ")]
    if unknown := {name for idea in ideas for name in idea} - words.keys():
        raise e.wrong(f"no such words: {', '.join(sorted(unknown))}")
    said = tuple(tuple(phrase for name in idea for phrase in words[name]) for idea in ideas)
    return Rule(said, int(read["within"] or WITHIN))


def spoken(e: Entry) -> tuple[Phrase, ...]:
    """A comma-separated list of phrases."""
    try:
        return phrases(e.text())
    except ValueError as error:
        raise e.wrong(str(error)) from error
