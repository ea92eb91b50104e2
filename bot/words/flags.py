"""Free words -> the red flags they raise. Rules, not a model: each can be read in data/knowledge/red_flags.yml. Pure.

Rules hear what is meant: denials, questions in general, news, other people's troubles and figures of speech raise
nothing, and what is long past raises at most the flag for its history.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.knowledge.red_flags import URGENCIES, RedFlag
from bot.words.cues import DENIALS, FIND, RETOLD
from bot.words.meaning import Meaning, meaning
from bot.words.people import BESIDE, PEOPLE, STRANGERS
from bot.words.phrases import Finder, Found
from bot.words.speech import LIMIT, Word, words
from bot.words.typos import Speller, speller

TRAP = "trap"  # the name of all figures of speech
AGAIN = "again"  # the name of what tells of something once more
TELLERS = ("i", "im", "ive", "he", "she", "we", "they", "my")
SOON = 8  # words in which it does
FELL = ("collapsed", "collapses")  # a thing does, or somebody …
PLACED = (*BESIDE, "by", "at", "under", "in", "to", "reached", "made")
NEAR = {f"{near} {a}" for near in PLACED for a in "the a our your".split()}  # … beside it
TINGLES = frozenset({"numb", "tingly", "tingling", "tingles", "needles", "asleep"})  # a leg harmlessly does …
GRAVE = frozenset({"groin", "saddle", "crotch", "between", "privates", "arm", "arms", "jaw"})  # … but not these
EVER = float("inf")  # weeks
# "calf's swollen" is heard as "calf swollen"; "it's" and its like are words of their own
SHORTENED = re.compile(r"\b(?!(?:it|he|she|that|there|what|who|where|how|here|let)['’])([^\W\d_]+)['’]s\b", re.I)
# "me ankle" is mine; "it wakes me" is not
OWN = re.compile(
    r"\bme(?= (?:(?:left|right|own|lower|upper|big) )?(?:leg|shin|calf|calves|thigh|knee|feet|foot|ankle|heel|toe"
    r"|hip|back|groin|bum|head|heid|face|chest|heart|arm|bladder|bowel|hamstring|hammy|quad|achilles|glute)s?\b)",
    re.I,
)
HALVES = re.compile(r"(?<=\b\d)\.\d(?= ?(?:/|out of) ?(?:10|ten)\b)")  # 8.5/10 is heard as 8/10


@dataclass(frozen=True)
class Together:
    """Ideas, by name, that must be spoken of within so many words."""

    ideas: tuple[str, ...]
    within: int


@dataclass(frozen=True)
class Ear:
    """The rules, made ready to listen with."""

    rules: Mapping[str, Sequence[Together]]  # by flag
    finder: Finder
    speller: Speller


@dataclass(frozen=True)
class Heard:
    """A message: its words, the ideas found in it by name, and how its words are meant."""

    said: Sequence[Word]
    ideas: Mapping[str, Sequence[Found]]
    meant: Meaning


def flags(text: str, rules: Mapping[str, RedFlag]) -> list[str]:
    """The ids of the red flags that a client volunteers in free words, most urgent first. Never raises.

    Reads the first 10,000 characters. Of one category only the most urgent flags are told.
    """
    ear = ready(tuple(rules.values()))
    heard = listen(text, ear)
    told = {name for flag in rules.values() for name in raised(flag, heard, ear, rules)}
    urgency = {name: URGENCIES.index(rules[name].urgency) for name in told}
    worst = {rules[name].flag: min(urgency[n] for n in told if rules[n].flag == rules[name].flag) for name in told}
    return sorted(
        (name for name in told if urgency[name] == worst[rules[name].flag]), key=lambda name: (urgency[name], name)
    )


@lru_cache(maxsize=4)
def ready(rules: tuple[RedFlag, ...]) -> Ear:
    """Number the ideas of all rules, and learn their words."""
    ideas = dict.fromkeys(idea for flag in rules for rule in flag.rules for idea in rule.ideas)
    names = {idea: str(number) for number, idea in enumerate(ideas)}
    named = {
        flag.id: [Together(tuple(names[idea] for idea in rule.ideas), rule.within) for rule in flag.rules]
        for flag in rules
    }
    traps = {phrase for flag in rules for phrase in flag.traps}
    finder = Finder({name: idea for idea, name in names.items()} | {TRAP: traps, AGAIN: RETOLD})
    return Ear(named, finder, speller(finder.words() | FIND.words() | PEOPLE | STRANGERS))


def listen(text: str, ear: Ear) -> Heard:
    """Find every idea, but not in figures of speech."""
    plain = HALVES.sub("", OWN.sub("my", SHORTENED.sub(r"\1", text[:LIMIT])))
    said = [replace(word, text=ear.speller.correct(word.text)) for word in words(plain)]
    found = ear.finder.find([word.text for word in said])
    trapped = {index for one in figures(said, found) for index in one.words}
    ideas: dict[str, list[Found]] = {}
    for one in found:
        if trapped.isdisjoint((one.first, one.end - 1)) and not any(
            word.before for word in said[one.first + 1 : one.end]
        ):
            ideas.setdefault(one.name, []).append(one)
    spent = {one.first for found in ideas.values() for one in found if said[one.first].text in DENIALS}
    return Heard(said, ideas, meaning(said, spent))


def figures(said: Sequence[Word], found: Sequence[Found]) -> Iterator[Found]:
    """The figures of speech; but who fainted giving blood and again today has fainted."""
    again = [one.first for one in found if one.name == AGAIN]
    for one in found:
        told_again = any(0 <= first - one.end < SOON for first in again)
        somebody = beside(said, one) or any(begins(said, at) for at in range(one.first + 1, one.end))
        if one.name == TRAP and not (told_again or somebody or grave(said, one)):
            yield one


def beside(said: Sequence[Word], one: Found) -> bool:
    """Is it only where somebody is? "The tent collapsed" is no collapse, "made it to the tent, collapsed" is one."""
    where = " ".join(word.text for word in said[max(one.first - 2, 0) : one.first])
    return said[one.end - 1].text in FELL and (where in NEAR or bool(said[one.end - 1].before))


def grave(said: Sequence[Word], one: Found) -> bool:
    """Does what is no mere leg tingle? "Tingling from crossing my legs" is harmless, but not in a groin or an arm."""
    tingles = any(said[index].text in TINGLES for index in one.words)
    return tingles and any(word.text in GRAVE for word in said[max(one.first - SOON, 0) : one.first])


def begins(said: Sequence[Word], at: int) -> bool:
    """Does somebody begin to tell of themselves here? "The race. I collapsed" is no collapsed race."""
    return said[at].text in TELLERS and bool(said[at].before or said[at - 1].text in ("and", "then"))


def raised(flag: RedFlag, heard: Heard, ear: Ear, rules: Mapping[str, RedFlag]) -> Iterator[str]:
    """This flag; or, if it was too long ago to be present, the one for its history, unless that is too old as well."""
    if matches(flag, heard, ear, flag.present or EVER):
        yield flag.id
    elif flag.older and matches(flag, heard, ear, rules[flag.older].present or EVER):
        yield flag.older


def matches(flag: RedFlag, heard: Heard, ear: Ear, weeks: float) -> bool:
    """Does any rule of the flag find all its ideas near each other, meant so, and no longer ago than this?"""
    return any(
        near([meant(heard, idea, flag, weeks) for idea in rule.ideas], rule.within) for rule in ear.rules[flag.id]
    )


def meant(heard: Heard, idea: str, flag: RedFlag, weeks: float) -> list[tuple[int, int]]:
    """Where an idea is meant: the places of its first and last word."""
    said = (one for one in heard.ideas.get(idea, ()) if counts(heard.meant, telling(heard, one), flag, weeks))
    return [(heard.said[one.first].place, heard.said[one.end - 1].place) for one in said]


def telling(heard: Heard, one: Found) -> int:
    """The word that says how a phrase is meant: its last, unless it is itself a denial ("no feeling in my foot")."""
    return one.first if heard.said[one.first].text in DENIALS else one.end - 1


def counts(how: Meaning, index: int, flag: RedFlag, weeks: float) -> bool:
    """Is this so, recent and of concern? An emergency counts for anyone; what is over counts if it was urgent."""
    return (
        index not in how.void
        and how.weeks.get(index, 0) <= weeks
        and (flag.urgency == "emergency" or index not in how.other)
        and (flag.urgency in ("emergency", "same_day") or index not in how.over)
    )


def near(ideas: Sequence[Sequence[tuple[int, int]]], within: int) -> bool:
    """Is there a stretch of so many words that has each of these ideas?"""
    last: dict[int, tuple[int, int]] = {}
    for place, idea in sorted((place, idea) for idea, places in enumerate(ideas) for place in places):
        last[idea] = place
        if len(last) == len(ideas) and place[0] - min(end for _, end in last.values()) <= within:
            return True
    return False
