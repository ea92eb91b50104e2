"""A name put right: as it is spelt, and with what stays of the one told before. Pure."""

import re
from difflib import SequenceMatcher

from bot.words.who import TOKEN, is_none, proper

ALIKE = 0.6  # "Sian" and "Siân", "Katie" and "Katy"; not "Sam" and "Sarah"
LETTER = r"(?:[b-hj-tv-z]|ph|ie|ff|ll|nn|tt|(?<=n )[aiou])(?:['’]?s)?"  # "an a", and not "with a a"
AMOUNT = r"(?:(?:an?|the|one|just|only) )*(?:(?:double|two|single) )?"
AFTER = r"(?=$| (?:and|not|in|please|sorry|at)\b|[,.!?])"
SPELT = (
    re.compile(
        rf"\b(?i:(?!begin|start|end))({TOKEN}),?"
        rf" (?i:(?:spel(?:t|led) )?(?:with|without|minus|no) {AMOUNT}{LETTER}{AFTER})"
    ),
    re.compile(rf"(?i:\bspel(?:t|led)(?: as| like)?|\bname should (?:be|read|say)):? ({TOKEN})"),
    re.compile(rf"^\* ?({TOKEN})[ .]*$"),
    re.compile(rf"^({TOKEN}) ?\*$"),
)
NOT_SO = re.compile(rf"\b([A-Z]{TOKEN}),? not ([A-Z]{TOKEN})")


def put_right(text: str, told: str, before: str) -> str:
    """The name `told` in a text, with what stays of the one told before; it may tell no more than how one is spelt."""
    found = spelt(text)
    return with_the_rest(with_the_rest(found, told) if found else told, before)


def spelt(text: str) -> str:
    """A name that is said to be spelt so: "Jon without the h", "my name's spelt Siân", "Graeme not Graham"; or ""."""
    told = [hit[1] for pattern in SPELT for hit in pattern.finditer(text)]
    told += [one for one, other in NOT_SO.findall(text) if alike(one, other) >= ALIKE]
    return next((proper([one]) for one in told if not is_none(one)), "")


def with_the_rest(name: str, before: str) -> str:
    """The whole name: "Meghan" puts only the first of "Megan Price" right."""
    parts = before.split()
    if not name or " " in name or len(parts) < 2:
        return name
    nearest = parts[0] if is_short_for(parts[0], name) else max(parts, key=lambda part: alike(part, name))
    if not is_short_for(nearest, name) and alike(nearest, name) < ALIKE:
        return name
    return " ".join(name if part == nearest else part for part in parts)


def is_short_for(one: str, other: str) -> bool:
    """Whether either name is how the other begins: "Jo" and "Joanna"."""
    first, second = one.casefold(), other.casefold()
    return first.startswith(second) or second.startswith(first)


def alike(one: str, other: str) -> float:
    """How much of two words is the same, in order: 0 to 1."""
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
