"""Words to a client's running: how much in a week, and what the session is for. Pure."""

import re

from bot.when.words import WEEKDAYS
from bot.words.keywords import Asked, numeric

TENS = {name: ten for ten, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
TEENS = {name: 15 + more for more, name in enumerate("fifteen sixteen seventeen eighteen nineteen".split())}
OFTEN = 14  # runs a week
_UNIT = r"(k|kms?|kilomet\w+|mi|miles?)"
_TO = r"(?:\d{1,3}(?:\.\d)? ?(?:k|kms?|mi|miles?)? ?(?:-|–|to|or) ?)?"  # of a range the higher counts
AMOUNT = rf"{_TO}(\d{{1,3}})(?:\.\d)?(?: ?ish|\+| odd| or so)?"
_OVER = (  # "in over the week", "on a good week"
    r"(?:in )?(?:over|across|during) (?:the|my) (?:whole )?"
    r"|(?:in|on|over) an? (?:typical|normal|usual|average|regular|good|decent|big|quiet)"
)
WEEKLY = (
    rf"(?: ?(?:a|per|each|every|/|in an?|over an?|this|most|{_OVER})? ?(?:weeks?|wk)\b|ly\b| weekly\b| pw\b"
    r"|(?: in)? total\b| all in\b| altogether\b)"
)
DISTANCE_A_WEEK = re.compile(rf"\b{AMOUNT} ?{_UNIT}{WEEKLY}")
MPW = re.compile(rf"\b{AMOUNT} ?(mpw|kpw|kmpw)\b")
RUNS_AND_FAR = re.compile(  # "three runs a week, about 30k"
    rf"\b(?:runs|times|days) (?:a|per|each) week,? (?:and )?(?:about|around|roughly|maybe|usually) {AMOUNT} ?{_UNIT}\b"
)
MILEAGE = re.compile(
    rf"\b(?:mileage|weekly (?:volume|distance|total))(?: (?!\d)\w+){{0,2}}?:? "
    rf"(?:about |around |roughly |like )?{AMOUNT}(?: ?{_UNIT})?\b"
)
TIMES_A_WEEK = re.compile(
    rf"\b{AMOUNT} ?(?:x|times|(?:\w+ )?runs?|days|sessions|nights|mornings|evenings)? ?(?:(?:a|per|each|every"
    rf"|/|in an?|{_OVER}) ?(?:week|wk)|(?:/|(?:out ?)?of|outta) ?7)\b|\b{AMOUNT} ?(?:x|times|runs|days) weekly\b"
)
RUNS = re.compile(r"\b(?:runs?|running|ran|jog\w*|train\w*|mile\w*|km|k|parkruns?|c25k|(?:get|go|am|im) out)\b")
OTHERWISE = re.compile(  # what is no running, or how far one run is; "couch to 5k" is no distance either
    r"\b(?:cycl\w+|bike|biking|ride|riding|drive|driving|commute|walk|walking|row|rowing|swim|swimming) (?:\w+ )?"
    rf"{AMOUNT} ?{_UNIT}\b"
    r"|\b(?:couch to 5 ?k|c25k)\b"
    rf"|\b{AMOUNT} ?{_UNIT}(?= (?:each(?! w)|a time|at a time|per run|a run|a day|long run|tempo|on (?:the )?bike))"
)
LESS_NOW = re.compile(  # "5 times a week, but down to two": as it is now
    r"\b(\d{1,3})( ?(?:x|times|runs|days|k|kms?|mi|miles?) (?:a|per|each) week)\b[^.;]*?\b(?:down|back|up) to "
    r"(?:about |around |maybe |just )?(\d{1,3})\b(?! ?(?:/|out of))"
)
PUT_RIGHT = re.compile(  # "30k a week, sorry, 30 miles"
    r"^.*\d.*?[,.;–-] ?(?:oh |no |well )*(?:sorry|wait|actually|i mean|i meant|make that|correction|rather)\b"
    r"(?=\W+(?:\w+ ){0,2}\d{1,3} ?(?:x|times|k|kms?|mi|miles?)\b)"
)
ONCE = re.compile(r"\bused to (?:be|do|run) [^,.;]*[,.;] ?(?=.*\bnow\b)")  # "used to be 60k, now 20k"
_DAY = rf"\b({'|'.join(WEEKDAYS)})s?\b"
ON_DAYS = re.compile(  # "Tuesdays, Thursdays and Sunday mornings"
    r"(?:^|\b(?:run|running|jog|jogging|train|training|go|out) (?:on |every |usually |mostly )*)"
    rf"{_DAY}(?:(?: mornings?| evenings?| nights?)?(?:, and| and| n| plus|,)? {_DAY})+"
)
DAILY = re.compile(r"(?<=\brun )every ?day\b|(?<=\brun )daily\b|^every ?day\W*$")
MASSAGES = re.compile(r"\b(?:massages?|appointments?|come in|sessions? with you|treatments?|how often)\b")
LIGHT = (
    r"\b(?:hardly|barely|not much|not a lot|now and (?:then|again)|occasional\w*|just parkrun|only parkrun"
    r"|c25k|couch to 5k|light|once or twice|when i can|rarely|beginner)\b"
)
HIGH = r"\b(?:every ?day|daily|7 days a week|high|loads|doubles?|marathon block|peak week|a lot|twice a day)\b"
REGULAR = r"\b(?:regular(?:ly)?|every other day|most days|moderate\w*)\b"


def routine(plain: str, asked: Asked, units: str) -> str:
    """light, regular, high; or `40km`, `25mi`, `3x` a week. A bare number is a distance, or small enough to be runs."""
    said = LESS_NOW.sub(
        r"\3\2", DAILY.sub("7x a week", OTHERWISE.sub(" ", ONCE.sub("", PUT_RIGHT.sub("", figures(plain)))), 1)
    )
    unit = "mi" if units == "miles" else "km"
    for pattern in (DISTANCE_A_WEEK, MPW, MILEAGE, RUNS_AND_FAR):
        if found := pattern.search(said):
            return found[1] + ("mi" if (found[2] or unit).startswith("m") else "km")
    if "routine" in asked and (covered := distance(said, asked)):
        return covered
    if (found := TIMES_A_WEEK.search(said)) and ("routine" in asked or RUNS.search(said)) and not MASSAGES.search(said):
        times = found[1] or found[2]
        return times + ("x" if int(times) <= OFTEN else unit)  # "22 a week" is how far
    return routine_asked(said, unit) if "routine" in asked else ""


def figures(plain: str) -> str:
    """The text with its numbers as digits: "thirty-five" as 35, "twice" as 2x."""
    said = re.sub(r"\btwice\b", "2x", re.sub(r"\bonce\b(?! or)", "1x", numeric(plain)))
    said = re.sub(rf"\b({'|'.join(TEENS)})\b", lambda hit: str(TEENS[hit[1]]), said)
    said = re.sub(r"\b(?:a|1) dozen\b", "12", re.sub(r"\b(?:a )?(?:couple|coupla)(?: of)? times\b", "2x", said))
    return re.sub(rf"\b({'|'.join(TENS)})(?:[- ]?(\d)\b)?", lambda hit: f"{TENS[hit[1]]}{hit[2] or 0}", said)


def distance(said: str, asked: Asked) -> str:
    """What answers "how far in a week" without naming the week."""
    race = r"(?!(?:5|10) ?k\b)" if "race" in asked else ""  # a bare 10k is a race while both are asked
    found = re.search(rf"\b{race}{AMOUNT} ?{_UNIT}\b(?! (?:race|in|on|next))", said)
    return found[1] + ("mi" if found[2].startswith("m") else "km") if found else ""


def routine_asked(said: str, unit: str) -> str:
    """What answers "how much do you run in a week" in other ways."""
    if found := re.search(rf"\b{AMOUNT} ?(?:x|times|runs|days)\b(?! (?:ago|time))", said):
        return f"{found[1]}x"
    if found := re.fullmatch(
        rf"(?:i |average |run |do |log |about |around |maybe |roughly |like )*{AMOUNT}", said.strip(" .!")
    ):
        return found[1] + ("x" if int(found[1]) <= OFTEN else unit)
    if found := ON_DAYS.search(said):
        return f"{len({WEEKDAYS[day] for day in re.findall(_DAY, found[0])})}x"
    words = {"light": LIGHT, "high": HIGH, "regular": REGULAR}
    return next((level for level, pattern in words.items() if re.search(pattern, said)), "")


GOALS = {
    "pain_free": r"\b(?:pain[- ]?free|without (?:the )?(?:pain|hurting)|no (?:more )?pain|get rid of (?:the|this"
    r"|my) (?:pain|niggle|knot)s?|stop (?:it )?hurting|less pain|pain relief|be fixed)\b",
    "prevent": r"\b(?:prevent\w*|injury[- ]?free|avoid (?:injur\w+|getting injured)|stay (?:healthy|fit|injury)"
    r"|keep (?:me )?(?:going|healthy|injury)|in one piece|maintenance|tick(?:ing)? over)\b",
    "faster": r"\b(?:faster|quicker|pb|pr|personal (?:best|record)|sub[- ]?\d\S*"
    r"|bq|qualify|good for age|speed|improve my time)\b",
    "finish": r"\b(?:finish|get (?:round|around|through)|complete|start line|finish line|survive)\b",
    "recover": r"\b(?:recover\w*|flush|fresh(?:en)? ?(?:up)?|fresh legs)\b",
    "relax": r"\b(?:relax\w*|loosen\w*|unwind|de-?stress|loose|switch off|release)\b",
}
AIMS = r"\b(?:goal|aim\w*|target|hoping|hope|want(?:ing)?|would like|id like|dream|trying)\b"


def goal(plain: str, asked: Asked, shown: str) -> str:
    """A known goal; in the client's own words (`shown`) where nothing else is asked."""
    said = plain if "goal" in asked else "".join(plain[hit.start() :] for hit in [*re.finditer(AIMS, plain)][:1])
    found = next((name for name, pattern in GOALS.items() if re.search(pattern, said)), "")
    return found or (" ".join(shown.replace("=", " ").split())[:200] if set(asked) == {"goal"} else "")
