"""Words to a client's running: how much in a week, and what the session is for. Pure."""

import re

from bot.words.keywords import Asked, numeric

AMOUNT = r"(?:\d{1,3}(?:\.\d)? ?(?:-|–|to|or) ?)?(\d{1,3})(?:\.\d)?"
WEEKLY = r"(?: ?(?:a|per|each|every|/|in a|over a)? ?(?:week|wk)\b|ly\b| weekly\b| weeks\b| pw\b)"
DISTANCE_A_WEEK = re.compile(rf"\b{AMOUNT} ?(k|km|kms|kilomet\w+|mi|miles?){WEEKLY}")
MPW = re.compile(rf"\b{AMOUNT} ?(mpw|kpw|kmpw)\b")
TIMES_A_WEEK = re.compile(
    rf"\b{AMOUNT} ?(?:x|times|runs?|days|sessions|nights|mornings|evenings)? ?(?:a|per|each|every"
    rf"|/) ?(?:week|wk)\b|\b{AMOUNT} ?(?:x|times|runs|days) weekly\b"
)
RUNS = re.compile(r"\b(?:runs?|running|ran|jog\w*|train\w*|mile\w*|km|k|parkruns?|c25k)\b")
MASSAGES = re.compile(r"\b(?:massages?|appointments?|come in|sessions? with you|treatments?|how often)\b")
LIGHT = (
    r"\b(?:hardly|barely|not much|not a lot|now and (?:then|again)|occasional\w*|just parkrun|only parkrun"
    r"|c25k|couch to 5k|light|once or twice|when i can|rarely|beginner)\b"
)
HIGH = r"\b(?:every ?day|daily|7 days a week|high|loads|doubles?|marathon block|peak week|a lot|twice a day)\b"
REGULAR = r"\b(?:regular(?:ly)?|every other day|most days|moderate\w*)\b"


def routine(plain: str, asked: Asked, units: str) -> str:
    """light, regular, high; or `40km`, `25mi`, `3x` a week. A bare number is a distance, or small enough to be runs."""
    said = re.sub(r"\btwice\b", "2x", re.sub(r"\bonce\b(?! or)", "1x", numeric(plain)))
    for pattern in (DISTANCE_A_WEEK, MPW):
        if found := pattern.search(said):
            return found[1] + ("mi" if found[2].startswith("m") else "km")
    if (found := TIMES_A_WEEK.search(said)) and ("routine" in asked or RUNS.search(said)) and not MASSAGES.search(said):
        return f"{found[1] or found[2]}x"
    return routine_asked(said, asked, units) if "routine" in asked else ""


def routine_asked(said: str, asked: Asked, units: str) -> str:
    """What answers "how much do you run in a week" without naming the week."""
    unit = "mi" if units == "miles" else "km"
    race = r"(?!(?:5|10) ?k\b)" if "race" in asked else ""  # a bare 10k is a race while both are asked
    if found := re.search(rf"\b{race}{AMOUNT} ?(k|kms?|kilomet\w+|mi|miles?)\b(?! (?:race|in|on|next))", said):
        return found[1] + ("mi" if found[2].startswith("m") else "km")
    if found := re.search(rf"\b{AMOUNT} ?(?:x|times|runs|days)\b(?! (?:ago|time))", said):
        return f"{found[1]}x"
    if found := re.fullmatch(
        rf"(?:about |around |maybe |roughly |like )?{AMOUNT}(?:ish)?(?: or so)?", said.strip(" .!")
    ):
        return found[1] + ("x" if int(found[1]) <= 14 else unit)
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
