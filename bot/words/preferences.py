"""Words to the session wished for: how long, which type, with whom. Pure."""

import re
from collections.abc import Mapping

from bot.words.keywords import Asked, numeric
from bot.words.replies import BESIDE
from bot.words.topics import asks_with_whom
from bot.words.typos import speller

MINUTES = re.compile(
    r"(?<!in )(?<!after )(?<!sub )(?<!under )(?<!every )(?<!than )(?<!ran )(?<!last )"
    r"(?<!by )(?<!first )(?<![:\d.x])\b(\d{2,3})[ -]?(?:mins?|minutes?|minuters?|m)\b"
    r"(?! (?:ago|late|away|later|earlier|drive|walk|run|race|into|of running|jog|easy|per|before|after|pace|5k|10k))"
)
HOURS = {
    "90": r"\b(?:1|an|one)? ?(?:hour|hr) (?:and|n|&) (?:a )?half|\b1\.5 ?(?:hours?|hrs?|h)\b"
    r"|\bhour and half\b|\b1h30\b|\b90 ?'",
    "120": r"\b2 ?(?:hours?|hrs)\b",
    "30": r"\bhalf (?:an? )?hour\b(?! (?:ago|later|earlier|before|after))",
    "60": r"(?<!half )(?<!half an )(?<!happy )\b(?:(?:an|1|the|full|usual|whole) ?(?:hour|hr)"
    r"|an hours (?=(?:fine|ok|okay|good|great|grand|enough|plenty|perfect|all)\b)"
    r"|hour (?:massage|session|please|pls|slot|rub))\b"
    r"(?! (?:and|ago|later|earlier|early|late|away|drive|run|before|after|into|of (?:running|my)"
    r"|long run|later|n half|from))",
}
NO_LENGTH = re.compile(
    r"\b(?:in|by|back|forward|after|every|per|within|for the last|last|past|ran|run|running|training|than"
    r"|only|miles?|up|until) (?:about |over |around )?(?:an|1|2|half an|the)? ?(?:hours?|hr)\b"
)
SESSION_MINUTES = (
    r"(?<!in )(?<!by )\b(?:45|60|75|90|120)[ -]?(?:mins?|minutes?|m)\b(?! (?:ago|late|later|earlier|before|after))"
)
ONE = re.compile(
    r"\b((?:the|left|right|first|second|third|last|other|later|earlier|early|late|same|that|this|\w+days?) )one\b"
)
ALONE = re.compile(r"(?:(?:just|the|a|ok|yes) )*([69]0)(?: (?:please|pls|then|is fine|will do))*")  # no hour, no day
CHOOSING = frozenset("suggestion day time name agreed".split())
RATHER = re.compile(r"(?:(?:no|nope|nah|actually|sorry|wait|oh)[,.]? )+(60|90)(?: (?:please|pls|instead|then))*")
SESSION_LIKE = ("30", "45", "60", "75", "90", "120")


def length(plain: str, asked: Asked, *, books: bool = False) -> str:
    """Minutes wished for: 60, 90, or another number that was named. `books`: the message asks for a session."""
    said = re.sub(
        r"\b(?:not|rather than|instead of|from) (?:a |an |the )?(?:\d{2,3}|hour)(?: ?(?:mins?|minutes))?\b",
        "#",
        numeric(spelled(plain)),
    )
    if found := [number for number in MINUTES.findall(said) if number in SESSION_LIKE or "length" in asked]:
        return str(found[-1])
    if hours := hours_named(said, books or bool({"length", "suggestion", "day", "agreed"} & set(asked))):
        return hours
    if found := re.findall(
        r"\b(?:make it|make that|the full|book (?:me )?(?:in )?(?:for )?an?|change (?:it )?to|go for"
        r"|need an?|gonna need an?|first|(?:can|could) (?:i|we) (?:have|do|get)|leave it at|stick (?:to|with))"
        r" (?:the |an? )?(60|90)\b(?!\d|[:.k%]| ?(?:km|miles?|a week|seconds?))",
        said,
    ):
        return str(found[-1])
    if (again := RATHER.fullmatch(said.strip(" .!"))) and "routine" not in asked:
        return again[1]
    if asked & CHOOSING and (bare := ALONE.fullmatch(said.strip(" .!"))):
        return bare[1]
    bare_number = length_asked(said) if "length" in asked else ""
    return bare_number if "time" not in asked or bare_number in SESSION_LIKE else ""  # there a bare 12 is an hour


NEARLY_ALL = 4  # words, manners aside: a length that is nearly all that is said is wished for
OTHERWISE = re.compile(
    r"\b(?:make (?:it|that|mine)|instead|actually|chang\w+|switch\w*|swap\w*|extend\w*"
    r"|(?:can|could) (?:it|that|mine) be"
    r"|rather|longer session|shorter session|(?:id|i would) (?:like|prefer)|(?:can|could) (?:i|we) (?:have|get|book))\b"
    r"(?! (?:there|here|to))"
)


def changes_length(plain: str) -> bool:
    """Whether a length beside a session that is booked already is wished for it."""
    said = [word for word in re.findall(r"\w+", plain) if word not in BESIDE]
    return len(said) <= NEARLY_ALL or bool(OTHERWISE.search(plain))


def spelled(plain: str) -> str:
    """The lengths that are also written in words."""
    return re.sub(r"\bninety\b", "90", re.sub(r"\bsixty\b", "60", re.sub(r"\bforty[- ]five\b", "45", plain)))


def hours_named(said: str, wished: bool) -> str:
    """An hour, an hour and a half: a length where one is spoken of."""
    if not wished or NO_LENGTH.search(said):
        return ""
    found = [(hit.end(), minutes) for minutes, pattern in HOURS.items() for hit in re.finditer(pattern, said)]
    return max(found, key=lambda one: one[0], default=(0, ""))[1]


def timeless(plain: str) -> str:
    """The text without the lengths in it, nor "the friday one", which could be taken for a time."""
    return ONE.sub(r"\1#", re.sub("|".join([*HOURS.values(), SESSION_MINUTES]), "#", plain))


BARE = re.compile(
    r"(?:(?:make it|about|for|the|an?|just|ok|yes|no|do|take|can i have) )*(\d{2,3})"
    r"(?: (?:then|please|pls|thanks|will do|is fine|is good))*"
)


def length_asked(said: str) -> str:
    """A bare number, 60 or 90 beside other words, or "the longer one"; the 26 of a date is none."""
    if found := BARE.fullmatch(said.strip()) or re.search(r"(?<![:\d.])\b([69]0)\b(?![:.]?\d|k)", said):
        return str(found[1])
    words = {
        "90": r"\b(?:longer|longest|(?<!how )(?<!too )long|more|too short)\b",
        "60": r"\b(?:shorter|shortest|(?<!too )short|less|(?<!waited )(?<!waiting )too long)\b",
    }
    return next((minutes for minutes, pattern in words.items() if re.search(pattern, said)), "")


TYPES = {
    "injury_rehab": r"\b(?:injury|sports?|sport) rehab\b|\brehab(?:ilitation)? ?(?:massage|session|one|sounds|please"
    r"|pls)?\b",
    "pre_event": r"\bpre[- ]?(?:race|event|marathon|half|comp\w*|10k|5k|ultra)\b|\bbefore[- ]race massage\b",
    "post_event": r"\bpost[- ]?(?:race|event|marathon|half|10k|5k|ultra|run)\b|\brecovery (?:massage|session|one"
    r"|rub)\b",
    "maintenance": r"\bmaint[ea]n[ae]nce\b|\bmaintainance\b",
}


def session_type(plain: str) -> str:
    """The session type that was named, unless it was turned down."""
    named = [
        name
        for name, pattern in TYPES.items()
        if re.search(rf"(?<!\bnot )(?<!\bnot the )(?<!\bno )(?:{pattern})", plain)
    ]
    return named[0] if len(named) == 1 else ""


ANYONE = re.compile(
    r"\b(?:dont (?:really )?mind who\w*|any(?:one|body) (?:will do|is (?:fine|ok|good|free)|free"
    r"|available|works|at all|you have|please|pls|who|whos|that)|(?:with|see) any(?:one|body)"
    r"|otherwise any(?:one|body)|who ?ever(?:s| is)?|which ?ever therapist|any therapist"
    r"|not fussed who|no preference who|first available therapist)\b"
)
WITH = re.compile(r"\b(?:with|see|by|is|has|want|prefer|if|for|and|or|get|of|not|hi|sees?)$")


TURNED_DOWN = re.compile(
    r"(?<!me )(?<!im )\b(?:not|except|but|other than|instead of|rather than) (?:with |for |by )?(\w+)"
)


def therapist(plain: str, asked: Asked, names: Mapping[str, str]) -> str:
    """A therapist's id, from `names` by id, or `other` than one turned down; where a name is due a slip is forgiven."""
    if asks_with_whom(plain):
        return ""
    known = {name.lower(): who for who, name in names.items()}
    found = [who for word in re.finditer(r"\w+", plain) if (who := whose(word, plain, asked, known))]
    if len(set(found)) == 1:
        return found[0]
    if not found and any(word in known for word in TURNED_DOWN.findall(plain)):
        return "other"  # which none is, so that it is asked whom then
    bare = "therapist" in asked and re.fullmatch(
        r"(?:any(?:one|body)?|either|whoever|no preference|dont mind|i dont mind"
        r"|doesnt matter)\W*(?:\w+ ){0,2}\w*",
        plain,
    )
    return "anyone" if not found and (bare or ANYONE.search(plain)) else ""


def whose(word: re.Match[str], plain: str, asked: Asked, known: Mapping[str, str]) -> str:
    """Whom a word names, by a slip too after "with" and the like; not whom the client turns down, or is."""
    before = plain[: word.start()].rstrip()
    if re.search(
        r"\b(?:not|but|except|from|isnt|im|i am|name is|names|its|this is|other than)$", before
    ) and not before.endswith("is"):
        return ""
    expected = "therapist" in asked or WITH.search(before)
    exact = known.get(word[0]) or known.get(word[0].removesuffix("s"), "")
    return exact or (known.get(speller(known).correct(word[0]), "") if expected else "")
