"""Words to races, behind and ahead: `half@2026-12-14`, several joined by `+`. Pure."""

import re
from dataclasses import replace

from bot.when import Frame, race_day
from bot.words.keywords import Asked, wants

DISTANCES = {  # the first that fits a name of a race
    "half": r"\b(?:half[- ]?marathons?|(?:1/2|semi)[- ]?marathon|halfs?|hm|13\.1)\b(?! (?:an?|hour|of|way|past"
    r"|term|day|as|the|my|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b))",
    "ultra": r"\b(?:ultras?|ultra[- ]?marathons?|(?:30|31|40|50|60|80|100|200)[- ]?(?:k|km|milers?|miles?)"
    r"|backyard)\b(?! (?:a|per|each|/) ?week)",
    "marathon": r"\b(?:marathons?|mara|26\.2|full)\b(?! (?:training|block|plan|hour|60|90))",
    "10_mile": r"\b(?:10|ten)[- ]?milers?\b|\b(?:10|ten) miles? (?:race|\w+day)\b",
    "10k": r"\b(?:10|ten) ?k(?:m|s)?\b",
    "5k": r"\b(?:5|five) ?k(?:m|s)?\b|\bparkrun (?:on|this|next|last)\b",
    "triathlon": r"\b(?:triathlons?|tri|ironman|70\.3|duathlon)\b",
    "cross_country": r"\b(?:xc|x-?country|cross[- ]country)\b",
    "track": r"\b(?:track (?:meet|race)|(?:100|200|400|800|1500|3000|5000|10000) ?m(?:et\w+)?\b|county champs"
    r"|regionals|sectionals)\b",
}
UNCALLED = (
    "10_mile",
    "ultra",
    "track",
)  # "a 50 miler on the 27th": its day is plain only to who knows that it is a race
NAMES = re.compile(r"\b(?:race|event|comp(?:etition)?|champs|great (?:north|south|scottish)|relay)s?\b")
NONE = re.compile(
    r"\b(?:no|not (?:doing )?any|havent (?:got )?any) (?:\w+ ){0,2}?(?:races?|events?)\b|\b(?:none"
    r"|nothing|no race) (?:planned|booked|coming|lately|recently|on|at the moment|ahead|soon)\b"
    r"|\bnot racing\b|\b(?:races?|events?):? ?(?:none|no|nothing|nope)\b|\bno,? (?:nothing|none) (?:booked|planned)\b"
)
BARE_NONE = re.compile(
    r"^(?:no|none|nope|nah|nil|nothing)(?: (?:really|thanks|at the moment|yet|just now|for now))?\W*$"
)
WISHES = re.compile(r"\b(?:sub|under|faster|goal|dream|training for|my first|aim\w*|pb|pr|like to|want to)\b")
PIECES = re.compile(r"[.;,!?\n+]|\b(?:and|then|but|plus|after that)\b")


def races(plain: str, frame: Frame, asked: Asked) -> str:
    """Every race with its day; while races are asked, also one whose day is not told, and `none`."""
    pieces = [piece for piece in PIECES.split(plain) if piece.strip()]
    found = [race for piece in pieces if (race := race_in(piece, frame, asked))]
    found = (
        found
        if any("@" in race for race in found)
        else [race for race in [race_in(plain, frame, asked)] if race] or found
    )
    none = NONE.search(plain)
    if found and not (none and not any("@" in race for race in found)):
        return "+".join(dict.fromkeys(found))
    bare = "race" in asked and BARE_NONE.search(plain)
    return "none" if bare or none else ""


def race_in(said: str, frame: Frame, asked: Asked) -> str:
    """The race in one piece of a message."""
    distance = next((name for name, pattern in DISTANCES.items() if re.search(pattern, said)), "")
    named = bool(distance or NAMES.search(said))
    bare = "race" in asked or (distance in UNCALLED and not wants(said))
    day = race_day(said, replace(frame, asked="race") if bare else frame) if named or bare else None
    if day:
        return f"{distance or 'race'}@{day[0]}"
    told = "race" in asked and not WISHES.search(said) and not re.search(r"\bweek\b", said)
    called = distance not in UNCALLED or distance in said  # "40k" alone is a week's running
    return distance if told and called else ""
