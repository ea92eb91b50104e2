"""Words to races, behind and ahead: `half@2026-12-14`, several joined by `+`. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.when import Frame, race_day
from bot.when.words import MONTHS
from bot.words.keywords import Asked, wants

_CITIES = "london|boston|chicago|berlin|tokyo|nyc|new york"  # whose race is a marathon
DISTANCES = {  # the first that fits a name of a race
    "triathlon": r"\b(?:triathlons?|tri|ironman|70\.3|duathlon)\b",
    "half": r"\b(?:half[- ]?marathons?|(?:1/2|semi)[- ]?marathon|halfs?|hm|13\.1|gnr"
    r"|great (?:north|bristol|birmingham) run)\b"
    r"(?! (?:an?\b(?! (?:couple|few|week|fortnight|month))|(?:hours?|of|way|past|terms?|days?|as|the|my)\b"
    r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! ?(?:days?|weeks?|wks?|months?)\b)))",
    "ultra": r"\b(?:ultras?|ultra[- ]?marathons?|(?:30|31|40|50|60|80|100|200)[- ]?(?:k|km|milers?|miles?)|backyard"
    r"|comrades|utmb|leadville|western states)\b(?! ?(?:a|per|each|/|most|this) ?(?:week|wk))",
    "marathon": r"\b(?:marathons?|mara|26\.2|full|vlm)\b(?! (?:training|block|plan|hour|60|90|runners?))"
    rf"|\b(?:doing|running|ran|racing|got|have|entered) (?:{_CITIES})\b(?! (?:half|10))"
    rf"|^ ?(?:{_CITIES})\b(?= ?$| in (?:{'|'.join(MONTHS)})\b)",
    "10_mile": r"\bgreat south run\b|\b(?:10|ten)[- ]?milers?\b"
    r"|\b(?:10|ten)[- ]mile(?: race|(?= (?:on|in)\b))|\b(?:10|ten) miles? (?:race|\w+day)\b",
    "10k": r"\b(?:10|ten) ?k(?:m|s)?\b|\bgreat (?:manchester|scottish|welsh) run\b"
    r"|\bpeachtree(?: road race)?\b(?! (?:st|street|rd|road|ave|center|city|corners)\b)",
    "5k": r"\b(?:5|five) ?k(?:m|s)?\b|(?<!since )(?<!after )\bparkrun (?:on|this|next)\b",
    "cross_country": r"\b(?:xc|x-?country|cross[- ]country)(?: (?:state|county|league))?(?: (?:meet|race|champs))?\b",
    "track": r"\b(?:(?:track|state|county) (?:meet|race|champs)|(?:100|200|400|800|1500|3000|5000|10000) ?m(?:et\w+)?\b"
    r"|regionals|sectionals|racing (?:the|a) mile(?: on the track)?)\b",
}
ANY = "race"  # of no distance that was told
NAMELESS = f"{ANY}@"
WEEKLY = re.compile(r"\bweek\b")
FAR = re.compile(
    r"(?<!\.)\b(?!5 |10 |5k|10k)\d+ ?(?:k|km|miles?)\b(?! (?:trail|fell))"
)  # no more than how far: "40k" may be a week's running
AHEAD = re.compile(  # what makes a distance a race to come, though its day is not told
    r"\b(?:signed up|booked (?:in for|on|onto|for) the|entered|entering|registered|training for|doing (?:the|my|an?)"
    rf"|racing|got (?:me )?an?|(?:ive|have) (?:the|an?)|race in (?:{'|'.join(MONTHS)})|my (?:first|next|big|debut)"
    r"|ahead|next (?:month|spring|year)"
    r"|this (?:spring|summer|autumn|fall)|building (?:up )?(?:to|for)|gearing up for)\b"
)
NAMES = re.compile(r"\b(?:race|event|comp(?:etition)?|champs|great (?:north|south|scottish)|relay)s?\b")
NONE = re.compile(
    r"\b(?:no|not (?:doing )?any|havent (?:got )?any) (?:\w+ ){0,2}?(?:races?|events?)\b|\b(?:none"
    r"|nothing|no race) (?:planned|booked|coming|lately|recently|on|at the moment|ahead|soon)\b"
    r"|\bnot racing\b|\b(?:races?|events?):? ?(?:none|no|nothing|nope)\b|\bno,? (?:nothing|none) (?:booked|planned)\b"
)
NOT_THAT = re.compile(
    r"\bno (?:half[- ]|ultra[- ]?)?(?:marathons?|half|10k|5k|ultras?) (?:for (?:me|us)|this (?:year|season))\b"
)
BARE_NONE = re.compile(
    r"^(?:no|none|nope|nah|nil|nothing)(?: (?:really|thanks|at the moment|yet|just now|for now))?\W*$"
)
WISHES = re.compile(r"\b(?:sub|under|faster|goal|dream|training for|my first|aim\w*|pb|pr|like to|want to)\b")
PIECES = re.compile(r"\.(?!\d)|[;,!?\n+()]|\b(?:and|then|but|plus|after that)\b")
PAST = re.compile(r"\b(?:did|had|ran|done|raced|finished|completed|after|since|paced?|watched|supported)\b")
LENGTHS = re.compile(  # that are not about when: "a 16 week plan", "a marathon a week"
    r"(?<!\bin )(?<!\bjust )\b(?:\d+|an?)[- ](?:days?|weeks?|months?)\b"
    r"(?! (?:ago|away|back|time|to go|out|from|today|before|after|on))"
)
HOW_LONG = re.compile(  # beside other answers, as in "left, three weeks, about a 5"
    r" *(?:about |for |like |maybe )?(?:an?|\d+|one|two|three|four|five|six|seven|eight|ten|couple of|few|a few)"
    r" (?:days?|weeks?|wks?|months?|mths?) *"
)
MONTH_FIRST = re.compile(
    rf"\bin ({'|'.join(MONTHS)}),? ?\(?(?:on )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th)\b"
)  # "in June, the 13th"
FELLS = re.compile(r"\bfell (?=(?:races?|ultras?|marathons?)\b)")  # in the hills; nobody fell
TRAINED = re.compile(
    r"\b(?:ive |i have |have )?been (?:training|preparing|building up) (?:for|to)\b"
)  # for what is to come
WE_ARE = re.compile(r"(?<!we )(?<!they )(?<!you )\bwere (?=(?:all |both )?(?:doing|running|racing|signed|entered)\b)")
COMING = re.compile(r"\bcoming up\b")
DAY_BESIDE = re.compile(r"\bthe (?:day|night|morning|evening|weekend|week) (?:before|after) (?=(?:my|the|our|a)\b)")
SPELT = {  # how far, in words
    r"\bthirteen point one\b": "13.1",
    r"\btwenty[- ]six point two\b": "26.2",
    r"\bfifty(?=[- ]?(?:k|kms?|milers?)\b)": "50",
    r"\b(?:a|one) hundred(?=[- ]?(?:k|kms?|milers?)\b)": "100",
}
EVERY = re.compile(
    r"\b(?:every|each|most|usually|always|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"  # no one day
)
AFTER_HOURS = re.compile(r"\b(?:after (?:the |my )?(?:work|school)|afternoon|evening|tonight)\b")  # no race by itself
NO_DAYS = re.compile(
    r"\b(?:(?:half )?an? hour|\d+[- ]?(?:hours?|hrs?|min\w*)|coming|(?:right|just) now"
    r"|hills?|(?:nothing|not|havent) (?:\w+ )?raced (?:till|until|before))\b"
)


def races(plain: str, frame: Frame, asked: Asked) -> str:
    """Every race with its day; also one whose day is not told, if it lies ahead or races are asked; and `none`."""
    said = DAY_BESIDE.sub(" ", WE_ARE.sub("we are ", TRAINED.sub("training for", NOT_THAT.sub(" ", plain))))
    for spelt, figure in SPELT.items():
        said = re.sub(spelt, figure, said)
    said = NO_DAYS.sub(" ", MONTH_FIRST.sub(r"on \2 \1", COMING.sub("ahead", FELLS.sub("", said))))
    pieces = [piece for piece in PIECES.split(said) if piece.strip()]
    if len(pieces) > 1 and not (distance_in(said) or NAMES.search(said)):
        pieces = [piece for piece in pieces if not HOW_LONG.fullmatch(piece)]
        said = ",".join(pieces)
    found = joined([race_in(piece, frame, asked) for piece in pieces])
    if not any("@" in race for race in found):
        found = [race for race in [race_in(said, frame, asked)] if "@" in race] or found
    if len(found) == 1 and found[0].startswith(NAMELESS):
        found = [found[0].replace(ANY, elsewhere(pieces), 1)]
    none = NONE.search(plain)
    if found and not (none and not any("@" in race for race in found)):
        return "+".join(dict.fromkeys(found))
    bare = NOT_THAT.search(plain) or ("race" in asked and BARE_NONE.search(plain))
    return "none" if bare or none else ""


def joined(found: Sequence[str]) -> list[str]:
    """A distance and the day that stands beside it are one race: "Cardiff Half, 3 October"."""
    one: list[str] = []
    for race in found:
        before = one[-1] if one else ""
        if before and "@" not in before and race.startswith(NAMELESS):
            one[-1] = before + race.removeprefix(ANY)
        elif before.startswith(NAMELESS) and race and "@" not in race:
            one[-1] = race + before.removeprefix(ANY)
        elif race and not (race.startswith(NAMELESS) and any(other.endswith(race.removeprefix(ANY)) for other in one)):
            one.append(race)
    return one


def elsewhere(pieces: Sequence[str]) -> str:
    """The only distance that a message tells of a race to come: "race day is 6 December, it's a 10k"."""
    ahead = [piece for piece in pieces if not (PAST.search(piece) or WEEKLY.search(piece) or EVERY.search(piece))]
    told = {distance for piece in ahead if (distance := distance_in(piece))}
    return told.pop() if len(told) == 1 else ANY


def distance_in(said: str) -> str:
    """The first distance that is named, or ""."""
    return next((name for name, pattern in DISTANCES.items() if re.search(pattern, said)), "")


def race_in(said: str, frame: Frame, asked: Asked) -> str:
    """The race in one piece of a message."""
    distance = distance_in(said)
    bare = "race" in asked and not AFTER_HOURS.search(said)
    if not (distance or NAMES.search(said) or bare) or EVERY.search(said):
        return ""
    plainly = re.sub(rf"(?:\bfirst )?(?:{DISTANCES[distance]})", " race ", said) if distance else said
    if day := day_of(plainly, frame, asked=bool("race" in asked), bare=bool(distance) and not wants(said)):
        return f"{distance or ANY}@{day}"
    if AHEAD.search(said):
        return "" if PAST.search(said) or WEEKLY.search(said) else distance
    called = distance and re.search(DISTANCES[distance], FAR.sub(" ", said) if "routine" in asked else said)
    return distance if called and "race" in asked and not WISHES.search(said) else ""


def day_of(said: str, frame: Frame, *, asked: bool, bare: bool) -> str:
    """The day of a race; `bare`: "a 50 miler March 6" names no day to come here."""
    told = said if asked else LENGTHS.sub(" ", said)
    day = race_day(told, replace(frame, asked="race") if asked or bare else frame)
    return day[0].isoformat() if day else ""
