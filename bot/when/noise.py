"""Numbers, and the phrases with numbers or weekday names in them that speak of no time to come."""

from typing import Any

from bot.when.days import dated
from bot.when.phrases import Rules, Term, rules
from bot.when.values import Frame


def _sum(frame: Frame, tens: Term, dash: Term | None, ones: Term | None = None) -> int | None:
    ones = ones or dash
    spelled = tens.word.isalpha() and ones is not None and ones.word.isalpha()
    return int(tens.value + ones.value) if ones and spelled and tens.value >= 20 and ones.value < 10 else None


def _two(frame: Frame, tens: Term, ones: Term) -> int | None:
    return _sum(frame, tens, ones)


NUMBERS: Rules = rules(
    ("N", {
        "N N": _two,
        "N +- +N": lambda frame, tens, ones: _sum(frame, tens, ones),
        "a? couple of?": lambda frame: 2,
        "a? few": lambda frame: 3,
        "several": lambda frame: 4,
    }),
    ("ORD", {
        "N +st|nd|rd|th": lambda frame, n: n.value,
        "N ORD": _two,
        "N NTH": _two,
        "N +- +ORD|NTH": lambda frame, tens, ones: _sum(frame, tens, ones),
    }),
)  # fmt: skip


def _drop(*_: Any) -> bool:
    return True


def _score(frame: Frame, of: Term, ten: Term) -> bool | None:
    """"7/10" is a score unless it is a day one could book."""
    if ten.value != 10 or of.value > 10:
        return None
    day, number = (of.value, 10) if frame.locale == "en_GB" else (10, max(of.value, 1))
    bookable = frame.asked in ("day", "time") and frame.today <= dated(frame, day, number).first <= frame.last
    return None if bookable else True


def _phone(frame: Frame, *groups: Term) -> bool | None:
    """Groups of digits, long enough for a telephone and not a date."""
    digits = [group.word for group in groups]
    return True if sum(map(len, digits)) >= 9 and min(map(len, digits)) > 2 else None


_SLASHED = "pain|hurts|severity|scale|score|ache|aches|sore|rated|painful"

NOISE: Rules = rules(
    ("NOISE", {
        # distances, loads, results, paces
        "N +. +N MEASURE": _drop, "N -|to|or N MEASURE": _drop, "N N MEASURE": _drop,
        "N MEASURE a|per|each|every? UNIT": _drop, "mile|km|kilometre N": _drop,
        "N +: +N : +N": _drop, "N +: +N +/ MEASURE|UNIT": _drop, "N +: +N per|a|an MEASURE": _drop,
        "N +: +N UNIT? +/ MEASURE": _drop, "N +: +N pace|splits|pb|pr|marathon|half|5k|10k": _drop,
        "in|sub|under|pb|pr|clocked|ran|run N +: +N": _drop, "in|sub|under N +. +N": _drop, "sub -? N": _drop,
        "pb|pr|best|time|result of|is|was? N +: +N": _drop, "N UNIT MEASURE": _drop, "N UNIT per|a MEASURE": _drop,
        "N +- N MEASURE": _drop, "N UNIT pace": _drop, "N +: +N +. +N": _drop, "MEASURE in N +: +N": _drop,
        # repetitions
        "N x NOISE|N": _drop, "N x NOISE|N UNIT|MEASURE": _drop, "N x a? UNIT": _drop, "N by N": _drop,
        "N × N": _drop, "N × N UNIT|MEASURE": _drop, "N x": _drop,
        "N times|x|runs|sessions|days|hours|long? a|per|each|every|in UNIT": _drop, "N UNIT|RUN a|per|each|every|/ UNIT": _drop,
        "N -|to|or N times|x|runs|sessions|days a|per|each|every UNIT": _drop, "N -|to|or N UNIT a|per|each|every UNIT": _drop,
        "N times": _drop, "once|twice a|per|every UNIT": _drop, "every N? other? UNIT": _drop, "every couple of UNIT": _drop,
        # scores, ratios, ages, sizes, money, names
        "N +/ +N": _score, "N out of N": _drop, "N +/ +N MEASURE|UNIT": _drop,
        f"{_SLASHED} is|was|at|about|of|around|like? a? N": _drop, f"{_SLASHED} is|was|at|about|of|around|like? a? N -|to|or N": _drop,
        f"{_SLASHED} is|was|at|about|of|around|like? a? N +/ +N": _drop,
        "im|am|aged|age|turning|turned N": _drop, "N UNIT old": _drop, "N +- UNIT +- old": _drop, "N yo|yrs|y": _drop, "N y +/ +o": _drop,
        "no +. N": _drop, "bib|number|size|gear|stage|grade|level|zone|lap|room|flat|house|route|bus|vo|covid N": _drop,
        "week|day|phase N": _drop, "# N": _drop, "$|£|€ N": _drop, "$|£|€ N . +N": _drop, "N £|€|$|%|p|quid|percent": _drop,
        "+ N": _drop, "N +. +N": lambda frame, whole, part: True if int(part.value) >= 60 else None,
        "N of us|them|you|these|those": _drop, "N people|sessions|appointments|slots|massages|knees|legs|calves|races|gels|therapists": _drop,
        "since|in|from N": lambda frame, year: True if 1900 <= year.value < 2100 and year.word.isdigit() else None,
        # telephone numbers
        "N|NOISE N": _phone, "N|NOISE -|.|/|) N": _phone, "N|NOISE N N": _phone, "N|NOISE -|.|) N -|.|/ N": _phone,
        "N|NOISE ) N - N": _phone, "+ N N|NOISE": _drop, "+ N N|NOISE N|NOISE": _drop, "+ N N|NOISE N|NOISE N|NOISE": _drop,
        "( N|NOISE ) N|NOISE": _drop, "( N|NOISE ) N|NOISE -? N|NOISE": _drop, "N|NOISE NOISE": _phone, "NOISE N": _phone,
        # the second one
        "the|my|this|that|your? NTH|ORD one|option|choice|slot|visit|session|appointment|time|massage|gear|half|place|race|marathon|toe|attempt": _drop,
        "NTH NTH|RACE": _drop, "in|into second|third|first gear": _drop, "the|that|this|which|another|either|each|any|last|next|earlier|later one": _drop,
        "no one": _drop, "one of": _drop, "any one": _drop, "one more|leg|side|knee|calf|foot|shin|day|thing": _drop, "N one": _drop,
        
        # words that look like days
        "the|hot|in sun": _drop, "sun was|cream|burn|shone|shines|screen": _drop, "sun is|was hot|out|shining|strong": _drop,
        "i|we|he|she|they|just|been|and|ive|having sat": _drop, "sat down|in|on|still|all|here|there|around|with|for": _drop,
        "sat at my|the|a": _drop, "newly|got|get|getting|be|to wed": _drop, "sat nav": _drop,
        # halves that are not races, races that are not days
        "half of|the|my|an|a|way|hour|decent|as": _drop, "N UNIT? and a half": _drop, "half UNIT": _drop, "and a half": _drop,
        "first|second|other half": _drop, "pre|post -? RACE massage|session|treatment|rub|appointment": _drop,
        "RACE massage|session|treatment|training|pace|plan|shoes|block|prep|recovery|season": _drop,
        "after|before|following|post my|the|a|our? long|easy|short|morning? RUN": _drop,
    }),
    ("DISTANCE", {"N MEASURE": _drop}),
    ("RACE", {
        "a|the|my|cardiff|this N +k|km": _drop, "a|the|my|cardiff|this N MEASURE race": _drop, "N MEASURE race": _drop, "a|the|my N mile RACE": _drop,
        "a|the|my N miler": _drop, "fun run": _drop, "charity run": _drop, "cross country race": _drop,
    }),
)  # fmt: skip

HALVES: Rules = rules(
    ("RACE", {"half|full marathon|mara|ironman": _drop, "a|the|my|cardiff|this|coming half": _drop, "half": _drop}),
)  # fmt: skip
