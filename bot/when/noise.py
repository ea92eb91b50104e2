"""Numbers, and the phrases with numbers or names of days in them that speak of no time to come."""

from bot.when.clock import Window
from bot.when.days import Piece, dated
from bot.when.phrases import Rules, Term, rules
from bot.when.points import digital
from bot.when.spans import SHORT
from bot.when.values import Frame

PHONE = 9  # digits
SCORE = "score"


def _yes(*_: object) -> bool:
    return True


def _sum(frame: Frame, tens: Term, ones: Term) -> int | None:
    """ "Twenty five"."""
    spelled = tens.word.isalpha() and ones.word.isalpha()
    return int(tens.value + ones.value) if spelled and tens.value >= 20 and ones.value < 10 else None


NUMBERS: Rules = rules(
    ("N", {
        "N N; N +- +N": _sum,
        "a? couple of?": lambda frame: 2,
        "a? few": lambda frame: 3,
        "several": lambda frame: 4,
    }),
    ("ORD", {
        "N +st|nd|rd|th": lambda frame, number: number.value,
        "N ORD|NTH; N +- +ORD|NTH": _sum,
    }),
)  # fmt: skip


def _score(frame: Frame, *said: Term) -> str | None:
    """ "7/10" is a score, unless a day was asked for and it is one that can be booked; "9 to 12/10" is none."""
    *_, points, ten = said
    if ten.value != 10 or not 1 <= points.value <= 10 or (frame.asked in ("day", "time") and points.value == 9):
        return None
    day, number = (10, points.value) if frame.locale == "en_US" else (points.value, 10)
    bookable = frame.asked in ("day", "time") and frame.today <= dated(frame, day, number).first <= frame.last
    return None if bookable else SCORE


def _raced(frame: Frame, distance: Term, unit: Term) -> bool:
    """Whether races are run over such a distance: "10k on Sunday"."""
    return distance.value in (5, 10, 21, 42, 50, 100) and unit.word in ("k", "km")


def _took(frame: Frame, distance: Term, measure: Term, count: Term, unit: Term) -> bool | None:
    """ "10 miles in 80 mins", but not "10k in 3 weeks"."""
    return True if unit.value in SHORT else None


def _hours_and(frame: Frame, hours: Term, unit: Term, count: Term, of: Term | None) -> bool | None:
    """ "4 hours 12": how long it took."""
    return True if unit.value == "hour" and (of is None or of.value == "minute") else None


def _logged(frame: Frame, *_: Term | None) -> bool | None:
    """ "11 miles Saturday, 6 Sunday": a training log, unless a day is asked for."""
    return None if frame.asked in ("day", "time") else True


def _phone(frame: Frame, *groups: Term) -> bool | None:
    digits = [len(group.word) * group.word.isdigit() for group in groups]
    return True if sum(digits) >= PHONE and min(digits) > 2 else None


def _odd(frame: Frame, hours: Term, minutes: Term) -> bool | None:
    """Nobody comes at 4:02 or 25:10; that was a result."""
    return True if minutes.value % 5 or hours.value >= 24 else None


def _year(frame: Frame, number: Term) -> bool | None:
    return True if 1900 <= number.value < 2100 and len(number.word) == 4 else None


def _aged(frame: Frame, number: Term, name: Term) -> bool | None:
    """ "Sixty-eight in May"."""
    return True if number.value > 31 and len(number.word) < 3 else None


def _several(frame: Frame, number: Term, part: Term) -> bool | None:
    """ "Five nights on the trot"."""
    return True if part.word.endswith("s") and number.word not in ("one", "1") else None


def _no_minutes(frame: Frame, hours: Term, minutes: Term) -> bool | None:
    return True if 60 <= minutes.value < 100 else None


_DAY = "on? WEEKDAY|TODAY"
_EFFORT = "easy|steady|tempo|recovery|strides|hills|long|w|miles"
_EACH = "a|per|each|every|/"
_OFTEN = "times|x|runs|sessions|days|hours|UNIT|RUN|MEASURE"
_FELT = "pain|pains|hurts|severity|scale|score|ache|aches|sore|painful|level|rated"
_IS = "is|at|about|of|around|like|rated? a?"
_THINGS = "people|sessions|appointments|slots|massages|knees|legs|calves|races|gels|therapists|kids|children"
_CHOICES = (
    "degree|grade|option|choice|slot|visit|session|appointment|time|massage|gear|place|toe|metatarsal|rib|attempt"
)

DISTANCES = """
    N +. +N MEASURE; N -|to|or N MEASURE; N +- N MEASURE; N N MEASURE; mile|km|kilometre N; N UNIT pace;
    N UNIT per|a? MEASURE"""
RESULTS = """
    N +: +N : +N; N +: +N +. +N; N +: +N UNIT? +/ MEASURE|UNIT; N +: +N per|a|an MEASURE;
    N +: +N UNIT MEASURE; N +: +N MEASURE; N +. +N per|a|an MEASURE; N +: +N pace|splits|pb|pr|marathon|half|parkrun;
    my|the N is|was N +: +N; in|sub|under|break|beat|hit|chase|pb|pr|run|pace|split|splits N +: +N +:? +N?;
    N +. +N +/ MEASURE|UNIT;
    pace|split|splits|target|goal|pb|pr ,? is|of|in? about|around|like? N +: +N;
    aiming|chasing|gunning|shooting for? N +: +N; MEASURE in N +: +N;
    N +: +N in the|a|my half|RACE; goal|target|targeting of? N +: +N; N +: +N +s;
    N? MEASURE at|@ N +: +N pace?; N x|× N at|@ N +: +N;
    pb|pr|best|time|result|half|marathon of|is|in N +: +N; in|sub|under N +. +N; sub -? N"""
REPETITIONS = f"""
    N x|× NOISE|N; N x|× NOISE|N UNIT|MEASURE; N x a? UNIT; N x; N times;
    once|twice {_EACH} UNIT; every N? other? UNIT; N {_OFTEN} {_EACH} UNIT;
    N {_OFTEN} in a UNIT; N -|to|or N {_OFTEN} {_EACH} UNIT; N long? runs; N a|per UNIT;
    N +/ +UNIT"""
SCORES = f"""
    24 +/ +7; 50 +/ +50; N -|to|or N out of N; N out of N; N UNIT out of N; N +/ +N MEASURE|UNIT;
    {_FELT} {_IS} N; {_FELT} {_IS} N -|to|or N; {_FELT} {_IS} N +/ +N;
    goes|went|gone|jumps from? a? N -|to a? N; up|down to a? N from|out a? N; up|down from a? N;
    ORD|NTH overall|place|position|lady|woman|female|man|male;
    {_FELT} {_IS} N out|from of? N; {_FELT} N +/ +N; {_FELT} N"""
LABELS = f"""
    aged|age N; N UNIT old; N +- UNIT +- old; N yo|yrs|y;
    bib|number|size|gear|stage|grade|zone|lap|leg|rep|checkpoint|room N;
    flat|house|route|bus|covid|week|day|phase|category|cat|mile N; # N;
    ORD|NTH|N MEASURE to the? ORD|NTH|N; mile N of N; ORD|NTH MEASURE; ORD|NTH rep|lap|set;
    N of us|them|you|these|those; table|tables for N; party of N; N {_THINGS}; $|£|€ N one?; $|£|€ N +. +N;
    N £|€|$|%|p|quid|percent|pounds|dollars; N +£|€|$|%; + N"""
BYGONE = f"""
    clocked|ran N +: +N +:? +N?; pb|pr|best|time|result|half|marathon|pace|split|splits was|were N +:|. +N +:? +N?;
    {_FELT} was a? N; {_FELT} was a? N -|to|or N; {_FELT} was a? N +/ +N; {_FELT} was a? N out of N; turned N"""
NUMBERS_TO_CALL = """
    + N N|NOISE; + N N|NOISE N|NOISE; + N N|NOISE N|NOISE N|NOISE;
    ( N|NOISE ) N|NOISE -? N|NOISE; ( N|NOISE ) N|NOISE"""
CHOICES = f"""
    the|my|this|that|your NTH|ORD one; NTH one; the|my|this|that|your? NTH|ORD {_CHOICES}; NTH NTH|RACE;
    NTH floor|try|go|lap|step|bend|turn|day|night|MEASURE|RUN; in|into first|second|third gear;
    first|second|third half;
    the|that|this|which|another|each|any|last|latest|next|earlier|later|no one; one of; N one;
    my|your|his|her ORD|NTH UNIT;
    long|short|easy|hard|big|quick|slow|new|different|old|good|bad one;
    the? ORD|NTH and|or|to? the? ORD|NTH toe|toes|metatarsal|metatarsals|rib|ribs|finger|fingers;
    little|wee|young|eldest|oldest|youngest|middle|small one; one more|leg|side|knee|calf|foot|shin|day|thing|hour"""
LOOKALIKES = """
    the|hot|in sun; sun was|cream|burn|shone|shines|screen; sun is|was hot|out|shining|strong;
    we|they|newly|got|get|getting wed; be wed to|in;
    i|he|she wed my|him|her|our; i|im|we|he|hes|she|shes|they|theyre|just|been|ive|having sat;
    sat down|in|on|still|all|here|there|around|with|for; sat at my|the|a; sat nav;
    half of|the|my|an|a|way|hour|decent|as; N UNIT? and a half; half UNIT; and a half;
    WEEKDAY rest|easy|steady|intervals|tempo|hills|recovery; WEEKDAY|WEEKDAYS hours|times;
    that WEEKDAY RUN; PART runner|runners|person|run|runs; all night;
    a weekend of|away|in; take N; N on ,? N off;
    FEAST madness|rush|chaos|panic|season|shopping|party|do|dinner|lunch|market|break|bash|show|treat|tree|jumper;
    FEAST or not|no; next day off; am or|/ pm;
    right|straight|just before|after a RACE; not? a? minute|moment|second? sooner|earlier in the week;
    earliest|latest you|ye|yous guys|all|folks|lot? open|close|shut;
    TODAY its|it fine|ok|okay|better|grand;
    after|before the|my|our? gym|shift|club|class|training|practice|meeting|football|pilates|yoga|swim|swimming;
    good|gd PART; night +-? night; nighty night; parents|parent evening; size of a? N;
    whenever i|im|it|its|my|we|he|she|the|theres; like the? PART;
    every|each other|second|N WEEKDAY; alternate|once|twice on? a? WEEKDAY|WEEKDAYS; PART shift|shifts;
    FEAST holiday|holidays|hols|sales|present|offer|deal|special|gift|voucher|vouchers|card|cards;
    weekend|weekday|evening|saturday|sunday hours; N UNIT early|late;
    happy|merry WEEKDAY PART|eve?; merry|happy FEAST; which PART|days|evenings; N|a weekend|weekends ago|back;
    have|enjoy a|your|the good|great|nice|lovely WEEKDAY|weekend|day|PART|FEAST;
    enjoy a|your|the WEEKDAY|weekend|day|PART|FEAST; have a weekend|day|PART|FEAST;
    pm me|us|you; talk|speak|chat TODAY; WEEKDAY blues|vibes|mood|feeling;
    nights all; nights and days; other half; pre|post -? RACE massage|session|rub|rubdown|treatment|tune|flush;
    RACE massage|session|treatment|training|pace|plan|shoes|block|prep|recovery|season;
    before|after my|the|a? RUN at N;
    after|before the|my|our? school RUN|drop|pickup off?; after school;
    at a push|stretch|pinch; same as last time|before|usual;
    after|before|following|post my|the|a|our? long|easy|short|morning|sunday|saturday? RUN"""

NOISE: Rules = rules(
    ("NOISE", {
        ";".join((DISTANCES, RESULTS, REPETITIONS, LABELS, NUMBERS_TO_CALL, CHOICES, LOOKALIKES)): _yes,
        SCORES: lambda *_: SCORE,
        "N MEASURE in N UNIT": _took,
        "N UNIT and? N UNIT?": _hours_and,
        f"""N MEASURE {_DAY} ,|and|then? N MEASURE? {_EFFORT}? {_DAY}; {_DAY} N {_EFFORT}; N MEASURE {_EFFORT} {_DAY};
        {_DAY} N {_DAY} off|rest|N""": _logged,
        "N +/ +N; N -|to N +/ +N": _score,
        "every|each|most PART": lambda frame, part: None if frame.asked in ("day", "time") else True,
        "N in MONTH": _aged,
        "either one or? N?": lambda frame, other: None if other else True,
        "N PART": _several,
        "N +. +N": _no_minutes,
        "N +: +N": _odd,
        "in|from N": _year,
        "no +. N": lambda frame, number: number.word.isdigit() or None,
        "N|NOISE N|NOISE; N|NOISE N|NOISE N|NOISE; N|NOISE -|.|/ N|NOISE -|.|/ N|NOISE": _phone,
    }),
    ("TIME", {"if|do you have a|an PART": lambda frame, part: Piece(time=Window(part.value))}),  # not wished to us
    ("SPAN", {
        "half an|a? hour": lambda frame: (30, "minute"),
        "an|a hour and a half": lambda frame: (90, "minute"),
    }),
    ("CUE", {"on nights|earlies|lates|days; turning N": lambda *_: "else"}),
    ("CUE", {f"{BYGONE}; WEEKDAY RUN did|was|were|finished|killed|left|made": lambda *_: "past"}),
    ("CLOCK", {"bus|train|house|day|week N +: +N": lambda frame, hours, minute: digital(hours, minute)}),
    ("DISTANCE", {"N MEASURE": _raced}),
    ("RACE", {
        """RACE; a|the|my|cardiff|this N +k|km; a|the|my|cardiff|this? N MEASURE race|RACE;
        a|the|my N mile RACE; a|the|my N miler; fun|charity run; RACE day is|:""": _yes,
    }),
)  # fmt: skip

HALVES: Rules = rules(
    ("RACE", {"half|full marathon|mara|RACE; a|the|my|this|coming half; half": _yes}),
)  # fmt: skip
