"""Words to when a complaint began: "3 weeks now", "mid October", "since my half in October". Pure.

`when` reads days and spans; here stands what it is to read: what is about the ache, in words it knows.
"""

import re
from datetime import date, timedelta

from bot import when
from bot.when.words import MONTHS, WEEKDAYS

_MONTH = rf"(?=(?:{'|'.join(MONTHS)})\b)"
_SPAN = r"(?=(?:about |around |roughly |maybe |like )?(?:an?|\w+|a \w+|\d+ ?[-–] ?\d+) ?(?:days|weeks?|wks?|months?)\b)"
_FEW = r"(?:1|one|2|two|3|three|4|four|5|five|6|six|few|couple of)"
_LONG = r"(?:an?|\w+) (?:days|weeks?|wks?|months?|years?)"
_SORE = r"sore|tight|stiff|toast|hurting|aching|painful|wrecked|trashed|shot|in bits|battered|heavy|killing me"
_DAY = r"((?:yesterday|this|last|on|the|\d+|an?|\w+)(?: \w+){0,2}?)"
_RAN = (
    r"run|running|ran|raced|racing|training|trained|jogging|a runner|(?:a )?(?:client|member|patient)|coming|living"
    r"|off \w+"
)
ASIDE = re.compile(  # how long somebody has run, or been away, is not how long it hurts
    r"\b(?<!when )(?<!whenever )(?<!time )(?<!if )(?:been|i|ive|im|have|havent|not|never|also) (?:\w+ ){0,2}?"
    rf"(?:{_RAN})"
    r"(?: (?!it\b|this\b|pain\b)\w+){0,3}? (?:since|for) .*?(?=$|[,.;!?]| (?:and|but|with|till|until|now|then) )"
    r"|\b(?:\w+ ){0,3}since (?:my |our |the |i )?(?:last|previous|first) "
    r"(?:massage|session|appointment|visit|treatment|time)"
    r"|\b(?:for|several|many) (?:days|weeks)\b|\b(?:several|many) (?:months|years)\b"  # how many? and days that move
    r"|\b(?:labou?r|memorial|mothers|fathers|presidents) day(?: weekend)?\b|\b(?:easter|bank holiday)(?: weekend)?\b"
    r"|\b(?:times|(?:morn|even)ings|nights) a week\b"
    r"|\b\w+ years of running\b|\b(?:had|since) (?:my|our|the|a) (?:baby|son|daughter|twins|little one)[^,.]*? ago\b"
)
_RACE = r"(?:the|my|that) (?:\w+ )?(?:race|half|marathon|10k|5k|ultra|parkrun|event)"
SINCE_THEN = re.compile(rf"\bsince(?: then| {_RACE})?\W*$")  # "ran the 10k on Sunday, quads in ribbons since"
SINCE_A_RACE = re.compile(rf"\bsince {_RACE}\b")
_WEEKDAY = rf"({'|'.join(WEEKDAYS)})"
BEFORE_LAST = re.compile(rf"\b(?:the )?{_WEEKDAY} before last\b|\b(?:a |1 )?week (?:ago )?last {_WEEKDAY}\b")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
BEGAN = re.compile(
    r"\b(?:since|last|ago|past|start\w*|began|begun|from)\b|(?<!in )\b\w+ (?:days|weeks|months)\b(?! (?:time|from))"
)
SPELT = tuple(
    (re.compile(said), meant)
    for said, meant in (
        (rf"\b(?:the )?(?:very )?(?:early|beginning of|start of) (?:in )?{_MONTH}", "1 "),
        (rf"\b(?:the )?(?:mid|middle of)[ -]?{_MONTH}", "15 "),
        (rf"\b(?:the )?(?:late|end of|back end of) (?:in )?{_MONTH}", "25 "),
        (r"\bfell (?=rac|runn?)", "hill "),
        (r"^(?:about |around )?((?:\w+ ){1,3}(?:days|weeks|wks|months)) of (?=an?\b|this|my|the)", r"for \1 "),
        (rf"\b({_SORE})((?: \w+){{0,2}}) after (?=(?:\w+ ){{0,6}}?(?:{_WEEKDAY}|yesterday)s?\b)", r"\1\2 since "),
        (r"\bcoupla\b", "couple of"),
        (r"\b(\d+) ?ish (?=days?\b|weeks?\b|wks?\b|months?\b|years?\b)", r"\1 "),
        (r"\b(?:whole|full|solid) (?=week|month)", "a "),
        (r"\b(?:for )?(?:the )?(?:best|better) part of (?=\w+ (?:\w+ )?(?:weeks?|months?|years?)\b)", "for "),
        (r"\b(\w+) and a (?:bit|little|wee bit) (?=(?:weeks|months|years)\b)", r"\1 "),
        (r"\b(?:a |1 |one )?week and a half\b", "10 days"),
        (r"\b(?:a |1 |one )?month and a half\b", "6 weeks"),
        (r"\bthis time last (week|month|year)\b", r"a \1 ago"),
        (rf"\bhad (?:it|this|that|them|these) {_SPAN}", "had it for "),
        (rf"\b({_LONG}) (?:its been|it has been|of (?:it|this|that)\b|gone now)", r"for \1"),
        (rf"\b(?:from|since) (?:the )?(?:last|past) (?={_FEW} (?:days?|weeks?|months?|years?)\b)", "for "),
        (r"\bhalf a year\b", "6 months"),
        (r"\b(?:a |one )?year and a half\b", "18 months"),
        (r"\b(\d+)\.5 (?=weeks|months|years)", r"\1 "),
        (r"\b(\w+) and a half (?=(?:weeks|months|years)\b)", r"\1 "),
        (r"\byrs?\b", "years"),
        (
            r"\b(?:blew up|gave (?:out|way)|seized(?: up)?|cramped(?: up)?|locked up|grabbed|tightened(?: up)?"
            r"|showed up|appeared|came back(?! from| to| home))\b(?: on me)?",
            "started",
        ),
        (r"\bnights? ago\b", "days ago"),
        (r"\b(\d{1,2})w\b", r"\1 weeks"),
        (r"\b(?:some )?(\w+)[- ]odd (?=\w+ ago)", r"\1 "),
        (rf"\b(?:going on|coming up (?:to|on|for)|pushing|knocking on) {_SPAN}", "for "),
        (r"\b(\w+)[- ](days?|weeks?|months?)[- ]old (?=ache|pain|niggle|injury|strain|problem|thing)", r"for \1 \2 "),
        (rf"\b(sore|tight|stiff|hurting|hurts|aching|painful|bad|niggling|ache|pain|injured) {_SPAN}", r"\1 for "),
        (rf"\b{_DAY} (?:is when )?(?:it|this|that) (?:all )?(started|began|kicked off|came on)\b", r"it \2 \1"),
    )
)  # fmt: skip
ANY_DAY = re.compile(r"\b(?:any|every|each) (?:mon|tues|wednes|thurs|fri|satur|sun)day")


def since(plain: str, frame: when.Frame) -> date | None:
    """The day an ache began, as far as it was told; what is vague ("ages", "for weeks") is none."""
    said = ASIDE.sub(" ", plain)
    for spelt, meant in SPELT:
        said = spelt.sub(meant, said)
    run = when.race_day(said, frame) if SINCE_THEN.search(said) else None
    if run and not run[1]:
        return run[0]
    said = BEFORE_LAST.sub(lambda hit: f"{week_before_last(hit[1] or hit[2], frame.today):%d %B}", said)
    return when.since(said, frame)


def is_wished_for(began: date, wished: str, plain: str) -> bool:
    """Whether this comes from the name of the day that is `wished` for: "a rub on Friday" tells of no ache."""
    same = ISO_DAY.fullmatch(wished) and (date.fromisoformat(wished) - began).days % 7 == 0
    return bool(same or ANY_DAY.search(plain)) and not BEGAN.search(plain)


def since_a_race(plain: str) -> bool:
    """Whether an ache began with a race, whose day may be known from elsewhere."""
    return bool(SINCE_A_RACE.search(plain))


def week_before_last(weekday: str, today: date) -> date:
    """A week before the last such day."""
    return today - timedelta(((today - timedelta(1)).weekday() - WEEKDAYS[weekday]) % 7 + 8)
