"""The words we know, and a message cut into them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.when.phrases import Term

ROOM = 1_000  # characters read; nobody needs more to name a day

_CHUNK = re.compile(r"\S+|\n")
_ATOM = re.compile(
    r"(?P<address>\A(?:\S+@[A-Za-z]|\w+://|www\.)\S*)|\bb4\b|[^\W\d_]+(?:['’`][^\W\d_]+)*|[0-9]+|\n|[-=]>|\S"
)  # within a chunk
_SHORT = {
    name: meant
    for meant, names in {
        "before": "b4 afore",
        "after": "efter",
        "between": "btwn bw atween tween entre",
        "about": "abt bout",
        "quarter": "qtr quater",
        "oclock": "ocock oclok oclck",
        "week": "wk",
        "weeks": "wks",
        "next": "nxt",
        "weekend": "wkend wknd weeknd",
        "weekends": "wkends wknds",
        "and": "n y",
        "or": "o",
        "of": "de",
        "the": "el la las los",
        "christmas": "chrimbo crimbo christmass",
        "thanksgiving": "thanksgivin tgiving",
        "gonna": "gonnae",
        "isnt": "isnae isny",
        "wont": "willnae winnae",
        "coming": "comin",
        "looking": "lookin",
        "im": "we're we’re",
        "not": "nae",
        "cant": "cannae cannot",
        "dont": "dinnae",
        "do": "dae",
        "half": "hauf",
        "today's": "todays",
        "tomorrow's": "tomorrows tmrws",
        "my": "ma",
        "you": "ye yous youse yis y'all y’all",
    }.items()
    for name in names.split()
}  # as written in haste, or spoken elsewhere
_NO_OWNERS = frozenset("it that what how he she let there who where when here".split())  # "it's" is "it is"
_ENDINGS = frozenset("st nd rd th".split())  # "the 16th'll do"
_SIGNS = {"&": "and", "=>": "->", "→": "->", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\n": "."}


def _numbered(*names: str, start: int = 0) -> dict[str, int]:
    return {name: number for number, line in enumerate(names, start) for name in line.split()}


WEEKDAYS = _numbered(
    "monday mon mondy mondi mnday lunes llun", "tuesday tue tues tuesdi tuesdee tuse tuesdy tusday martes mawrth",
    "wednesday wed weds wensdi wedn wednes wensday wendsday wendesday wensdy wedsday miércoles miercoles mercher",
    "thursday thu thursdi thur thurs thrs thurz thr thrsday thursd thirsday thurday jueves iau",
    "friday fri fridi fridy frday firday viernes gwener",
    "saturday sat satdi saturdi satday satdy sat'day sat'dy saterday sábado sabado sadwrn",
    "sunday sun sundi sundy domingo sul",
)  # fmt: skip
MONTHS = _numbered(
    "january jan enero", "february feb febuary febrero", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug",
    "september sep sept septiembre", "october oct octubre", "november nov noviembre", "december dec diciembre", start=1,
)  # fmt: skip
NUMBERS = _numbered(
    "one", "two dos", "three tres", "four", "five cinco", "six", "seven sevn sevin", "eight eigt", "nine", "ten",
    "eleven elevn elven", "twelve twelv twelf", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", start=1,
) | {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90}  # fmt: skip
ORDINALS = _numbered(
    "fourth", "fifth fith", "sixth", "seventh", "eighth eigth", "ninth nineth", "tenth", "eleventh", "twelfth twelth",
    "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", start=4,
) | {"thirtieth": 30}  # fmt: skip
NTH = _numbered("first", "second", "third", start=1)  # "the second" alone is a choice, not a date
UNITS = {
    name: unit
    for unit, names in {
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days sleeps",
        "week": "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        "month": "month months mth mths",
        "year": "year years yr yrs",
    }.items()
    for name in names.split()
}
PARTS = {
    name: part
    for part, names in {
        "morning": "morning mornings morn mornin m'ning mrng forenoon forenoons midmorning",
        "afternoon": "afternoon afternoons aft afternn aft'noon arvo arvos avo midafternoon",
        "evening": "evening evenings ev'ning eve eves",
        "early evening": "teatime teatimes suppertime",
        "night": "night nights nite nites",
        "lunchtime": "lunchtime lunchtimes",
    }.items()
    for name in names.split()
}
RELATIVE = {
    name: days
    for days, names in {
        0: "today tday tdy hoy heddiw",
        1: """tomorrow tomoz tomz tomo tomoro tomorra tmw tmrw tmr tmro tmz
        tmoz tmozz mañana tommorow tomorow tommorrow tomorro morra morrow fory yfory""",
        -1: "yesterday yday",
    }.items()
    for name in names.split()
}
RACES = frozenset(
    """race races racing marathon marathons mara ultra ultramarathon triathlon tri ironman duathlon relay xc
    championship championships champs""".split()
)
RUNS = frozenset("run runs jog workout parkrun session swim ride intervals track tempo".split())
_MEASURES = (
    "k km kms kilometre kilometres kilometer kilometers mile miles miler milers mi m metre metres meter meters yards "
    "mpw kg kgs lb lbs stone bpm cm ft foot feet inch inches rep reps set sets spm watts kcal calories percent pounds "
    "quid"
)
KINDS: Mapping[str, Mapping[str, object]] = {
    "WEEKDAY": WEEKDAYS,
    "MONTH": MONTHS,
    "N": NUMBERS,
    "ORD": ORDINALS,
    "NTH": NTH,
    "TODAY": RELATIVE,
    "UNIT": UNITS,
    "PART": PARTS,
    "MEASURE": dict.fromkeys(_MEASURES.split(), ""),
    "RACE": dict.fromkeys(RACES, ""),
    "RUN": dict.fromkeys(RUNS, ""),
}
_KNOWN = {word: (kind, value) for kind, words in reversed(tuple(KINDS.items())) for word, value in words.items()}
_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
_LONG = [word for words in (WEEKDAYS, MONTHS, RELATIVE, PARTS) for word in words if len(word) >= 6]
_ISH = "ish"
_NEARLY = {
    f"{stem}{_ISH}": name
    for names in (NUMBERS, PARTS, ("noon", "midday"))
    for name in names
    for stem in {name, name.removesuffix("e")}
}  # "fiveish" and "fivish"
_MEANT_OTHERWISE = frozenset(
    {"sundae", "monkey", "evenings", "money", "sundry", "morning", "mourning", "warning", "evening"}
)


def terms(text: str) -> list[Term]:
    """Cut a message into words, numbers and marks; what belongs to an address is noise."""
    read: list[Term] = []
    for chunk in _CHUNK.finditer(text[:ROOM]):
        written, start = chunk[0], chunk.start()
        if written.isalpha() and written.lower() not in _NEARLY:
            kind, word, value, owns = _read(written)
            read.append(Term(kind, word, start, start + len(written), False, value, owns))
        else:
            read += _parts(written, start)
    return read


def kind_of(word: str) -> str:
    """The kind of a word as rules are written with it; of a plain one, nothing."""
    return "N" if word.isdigit() else _read(word)[0]


def _parts(chunk: str, start: int) -> Iterator[Term]:
    """What stands together without a space: "10am", "fri/sat", "(Thursday's)"."""
    before = ""
    for atom in _ATOM.finditer(chunk):
        written = atom[0]
        if atom.lastgroup:
            yield Term("NOISE", "", start, start + len(written))
        elif "0" <= written[0] <= "9":
            yield _number(written, start, before)
        elif near := _NEARLY.get(written.lower()):
            stem = len(written) - len(_ISH)
            yield _term(written[:stem], near, start, before)
            yield _term(_ISH, _ISH, start + stem, written[:stem])
        else:
            yield _term(written, written, start, before)
        start, before = start + len(written), written


def _number(written: str, start: int, before: str) -> Term:
    number = int(written) if len(written) < 5 else 0
    named = not before.isalpha() or before in ("T", "h") or _known(before.lower())[0]
    unclear = len(written) > 4 or not named
    return Term("NOISE" if unclear else "N", written, start, start + len(written), before != "", number)


def _term(written: str, meant: str, start: int, before: str) -> Term:
    kind, word, value, owns = _read(meant)
    return Term(kind, word, start, start + len(written), before != "", value, owns)


@lru_cache(4096)  # most words come again
def _read(written: str) -> tuple[str, str, object, bool]:
    """A word or mark: its kind, how it is spelled, what its kind promises, and whether it owns what follows."""
    word = written.lower()
    if not word.isalpha():
        word = _SIGNS.get(word) or word.replace("’", "'").replace("`", "'")
    word = _SHORT.get(word, word)
    kind, value = _known(word)
    if "'" not in word:
        return kind, word, value, False
    owner = word.removesuffix("'s")
    leans = (kind and kind != "WEEKDAYS") or _bare(word) in _ENDINGS
    kept = _bare(word) if leans else word if owner in _NO_OWNERS else owner
    return kind, kept.replace("'", "") or word, value, owner != word


def _bare(word: str) -> str:
    """A word without the verb that leans on it: "Tuesday'd", "Friday's"."""
    stem, _, verb = word.partition("'")
    return stem if verb in ("s", "d", "ll") else word


def _known(word: str) -> tuple[str, object]:
    if found := _KNOWN.get(word):
        return found
    if word in _PLURALS:
        return "WEEKDAYS", _PLURALS[word]
    plain = _bare(word)
    if plain not in _KNOWN and len(plain) >= 6 and plain not in _MEANT_OTHERWISE:
        plain = next((meant for meant in _neighbours(plain) if _one_slip(plain, meant)), plain)
    return _KNOWN.get(plain, ("", None))


def _shorter(word: str) -> Iterator[str]:
    """A word, and the word with each one letter left out."""
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(len(word)))


_NEAR: dict[str, list[str]] = defaultdict(list)  # two words a slip apart have something shorter in common
for _word in _LONG:
    for _part in _shorter(_word):
        _NEAR[_part].append(_word)


def _neighbours(typed: str) -> Iterator[str]:
    return (meant for part in _shorter(typed) for meant in _NEAR.get(part, ()))


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is missing, extra or wrong, or two neighbours are swapped."""
    shorter = min(len(typed), len(meant))
    same = next((place for place in range(shorter) if typed[place] != meant[place]), shorter)
    typed, meant = typed[same:], meant[same:]
    return typed[1:] == meant[1:] or typed[1:] == meant or typed == meant[1:] or typed[:2][::-1] + typed[2:] == meant
