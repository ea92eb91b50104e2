"""Words to what a therapist asks first: how bad it is, whether anything hurts at all, and who treats it. Pure.

Here and in the rooms beside (`running`, `preferences`, `consenting`) a function takes a message as `keywords.plain`
leaves it, and the base names of the slots on the client's screen: a bare "7" is a severity only while that is asked. ""
stands for nothing said.
"""

import re
from collections.abc import Callable, Collection

from bot.when.words import MONTHS, NTH, NUMBERS, ORDINALS, PARTS, RELATIVE, UNITS, WEEKDAYS
from bot.words.keywords import Asked, numeric, suits

DETAILS = frozenset("complaint side since severity".split())  # what one question asks of an ache
MORE_THAN_A_NUMBER = (
    r"(?!\d|\.\d|\s*(?:[:/]\s*\d|st\b|nd\b|rd\b|th\b|am\b|pm\b|oclock|k\b|kms?\b|mi\b|miles?\b|milers?\b"
    r"|x\b|times|runs|(?:morn|even)ings|nights|days?\b|weeks?\b|wks?\b|months?\b|years?\b"
    r"|yrs?\b|hours?\b|hrs?\b|min|sessions|a week|per|stars?\b|ish (?:on|at)|%|or so (?:weeks|days|times|runs)"
    r"|[-–] ?\d+ (?:weeks|days|months|runs|times)|(?:or|to) \d+ (?:weeks|days|months|runs|times"
    r"|(?:morn|even)ings|nights)))"
)
_NUMBER = r"(\d{1,2}(?:\.\d)?)\b" + MORE_THAN_A_NUMBER
ONE = re.compile(  # a pronoun, as in "the second one": no score
    r"\b(?!(?:an?|about|like|maybe|just|only|say|is|its|at|around|roughly|probably|barely|to|or|than|of|from|level|pain)\b)"
    r"[a-z]+ one\b(?! (?:to|and) (?:ten|10)\b)"
)
RANGE = re.compile(rf"\b(\d{{1,2}})(?:[-–]| or ){_NUMBER}")
_LEAD = r"(?: +(?:levels?|scale|score|is|its|at|of|about|around|like|maybe|an?|roughly|currently|now|to|probably))* +"
SCORE = re.compile(r"\b(\d{1,2}(?:\.\d)?) ?(?:/|out of|out ?ta|of|from) ?10\b(?!/| ?(?:[ap]m|k|mins?|minutes)\b)")
PAIN = re.compile(
    rf"\b(?:pains?|severity|hurts?|hurting|sore(?:ness)?|aches?){_LEAD}{_NUMBER}"
    rf"|\b{_NUMBER}(?: \w+){{0,4}} (?:on|for|of) (?:the |my )?pain\b"
)
RATED = re.compile(
    rf"\b(?:levels?|score|rate it|rat(?:ed|ing)|id (?:say|give it|put it)|put (?:it|the ache|the pain)){_LEAD}{_NUMBER}"
    rf"|\b(?:its|about|maybe|around|like|say|probably|roughly|now|only|call it|but) an? (?:\w+ )?{_NUMBER}"
    rf"|\b(?:and|but) {_NUMBER} (?:walking|running|sitting|resting)\b"
)
A_FOUR = re.compile(  # also "left knee. 6. three weeks" and "calves. bad. like 8"
    rf"\ban? (?:solid |good |bad |strong |low |high )?{_NUMBER}|\b{_NUMBER} (?:if|when|on)\b"
    rf"|[.] {_NUMBER}(?=[.])|\blike {_NUMBER}(?=\W*$)"
)
BARE = re.compile(r"(?<![\d:/.@+-])\b(\d{1,2}(?:\.\d)?)(?:ish)?\b" + MORE_THAN_A_NUMBER)
ACHES = re.compile(r"\b(?:pain\w*|hurts?|hurting|sore\w*|aches?|aching|niggl\w+|tight\w*|stiff\w*|severity|twinge)\b")
ALONE = re.compile(
    r"\W*(?:(?:its|about|maybe|around|like|an?|id say|probably|only|just|no|sorry|actually|i meant?"
    r"|make (?:it|that)),? )*"
    rf"{SCORE.pattern}(?:,? not (?:an? )?\d+)?\W*"
)
PIECES = re.compile(r"[,;!?+\n]|\.(?!\d)|\b(?:and|but|then|n)\b|&")
EACH = re.compile(rf"(?<=\d)\b{MORE_THAN_A_NUMBER}(?=[a-z ]+\b\d{{1,2}}\b{MORE_THAN_A_NUMBER})")  # "calf 3 knee 5"
HALF = re.compile(r"\b(\d) and a half\b")
SCALE = re.compile(
    r"\b(?:out of |from |of )?(?:an? )?[01] ?(?:to|and|-|–) ?(?:an? )?10\b|\bpain out of 10\b"
)  # and no score on it
NO_SCORES = re.compile(  # "go back one", and how bad it was where it is told how it is now
    r"\b(?:(?:go )?back 1"
    r"|gone (?:up |down )?from \d+(?= to)|1 (?:sec|moment|more|thing|of|day|leg|side))\b"
    r"|\b(?:used to be|was|were|started (?:at|as|off)|down from) (?:an? |about |around )?\d+"
    r"(?=.*\b(?:now|today|currently)\b)"
)


def severity(plain: str, asked: Asked, *, hurts: bool = False) -> str:
    """0 to 10. Of several numbers the worst counts, and half points go up: rather too careful.

    `hurts`: a complaint is told in the same message. Where nothing hurts, 9 out of 10 may be anything's mark.
    """
    bare = SCALE.sub(" ", HALF.sub(r"\1.5", numeric(ONE.sub("#", plain))))
    said = NO_SCORES.sub(
        " ", RANGE.sub(lambda two: max(two[1], two[2], key=float), re.sub(r"\b(\d+) or \1\b", r"\1", bare))
    )
    open_, told = "severity" in asked, hurts or bool(ACHES.search(plain))
    alone = asked <= DETAILS and bool(ALONE.fullmatch(said))
    scores = [float(mark) for mark in SCORE.findall(said)] if open_ or told or alone else []
    patterns = [PAIN] + [RATED] * (open_ or told) + [A_FOUR] * (open_ or hurts) + [BARE] * open_
    rest = [mark for pattern in patterns for hit in pattern.findall(SCORE.sub(" ", said)) for mark in one_of(hit)]
    marks = [min(mark, 10.0) for mark in scores] + [mark for mark in map(float, rest) if mark <= 10]
    return str(int(max(marks) + 0.5)) if marks else ""


def severities(plain: str, asked: Asked, of: Callable[[str], Collection[str]]) -> dict[str, str]:
    """Complaint -> how bad, where it is plain of which: "calf 3, back 6". `of` tells the complaints in some words.

    A number that stands alone after its complaint is taken for its own if another one has its own as well.
    """
    beside, after, last = dict[str, str](), dict[str, str](), ""
    for piece in (
        each for whole in PIECES.split(plain) for each in (EACH.split(whole) if len(of(whole)) > 1 else [whole])
    ):
        labels = of(piece)
        last = next(iter(labels)) if len(labels) == 1 else "" if labels else last
        if last and (score := severity(piece, asked, hurts=True)):
            (beside if labels else after)[last] = score
    return after | beside if len(after | beside) > 1 else beside


def one_of(hit: str | tuple[str, ...]) -> list[str]:
    """The group of a pattern that held."""
    return [hit] if isinstance(hit, str) else [group for group in hit if group]


NOTHING_HURTS = re.compile(
    r"\b(?:nothing|nowhere) (?:really |actually )?(?:hurts|sore|wrong|aches|is wrong|is sore|to report"
    r"|at all hurts|hurting|broken|specific)\b|\bnothings (?:wrong|sore|hurting|up)\b"
    r"|\bno (?:pains?|aches?|injur\w+|niggles?|complaints?|issues|problems)\b(?! (?:at|when|in|on|with"
    r"|under|while|during|sitting|walking|until|till|before|after|but|just a|to)\b)"
    r"|\bnot (?:injured|hurt|in pain|sore)\b|\bjust (?:a |want a |fancy a |after a |need a "
    r"|here for a )?(?:maintenance|massage|relax\w*|tune up|general|pre[- ]race|post[- ]race|rub)"
    r"|\bpain free (?:now|at the moment|right now)\b|\blegs are (?:fine|good|ok)\b|\b(?:perfectly"
    r"|fully) (?:healthy|fit)\b"
)


def nothing_hurts(plain: str, asked: Asked) -> bool:
    """Whether the client says that they have no complaint."""
    if asked and "complaint" not in asked:
        return bool(re.search(r"\b(?:nothing|nowhere) hurts\b", plain))
    bare = "complaint" in asked and re.fullmatch(
        r"(?:no|nope|nah|not really)?,? ?(?:none|nothing|nowhere|nothing really|all good|im fine"
        r"|im good)\W*",
        plain,
    )
    return bool(bare or NOTHING_HURTS.search(plain))


# ---------------------------------------------------------------- who treats it

WHO = (
    r"(?:physios?|physiotherapists?|doctors?|docs?|drs?|gps?|physical therapists?|pts?|chiro\w*|osteo\w*"
    r"|consultants?|surgeons?|podiatrists?|orthos?|orthop\w+|sports med\w*)"
)
TREATED = re.compile(
    rf"\b(?:seeing|see|saw|seen|visit\w*|been to|under|with|having|got|have|had|going to|through"
    rf"|from) (?:(?:a|an|my|the|our|one|some) )?(?:\w+ )?{WHO}\b"
    rf"|\b(?:my|the|our) {WHO} (?:and|says?|said|is|has|knows?|told|cleared|sent|suggest\w*"
    rf"|recommend\w*|thinks?|looked|gave|found|treats?|treating|looks?)\b"
    rf"|\b{WHO} (?:looked|knows|cleared|said|says|told|sent|treats|is treating|recommended|suggested"
    rf"|advised|yes)\b|\byes,? (?:a |my |the )?{WHO}\b"
)
UNTREATED = re.compile(
    rf"\bno (?:\w+ )?{WHO}\b|\b(?:not|havent|hasnt|never|nobody|dont|wasnt) (?:\w+ ){{0,3}}?(?:seen"
    rf"|seeing|see|been (?:to|near)|under|had|have|got) (?:\w+ ){{0,2}}?(?:{WHO}|any(?:one|body))\b"
    rf"|\b(?:nobody|no[ -]?one)(?:s| has| is)? (?:\w+ )?(?:look\w*|seen|treat\w*)\b"
    rf"|\bnot under any\w*\b|\bnot seeing any(?:one|body)\b|\bno medical\b(?! (?:issue|problem|condition|history))"
    rf"|\b(?:without|neither) (?:a )?{WHO}\b|\bnot (?:being )?treat(?:ed|ing)\b"
)


LEAVE = re.compile(
    rf"(?:\b{WHO}|^(?:yes,? |yeah,? )?(?:he|she|they))\b(?: \w+){{0,3}}? "
    r"(?:said|says?|told|thinks?|cleared|okayed|happy|gave|given)\b"
    r".*\b(?:fine|ok|okay|all clear|clear|safe|good to go|go ahead|alright|all right|cleared me)\b"
    rf"|\b(?:got|had|have|been given) the (?:all clear|go ahead)\b|\b{WHO} (?:has )?cleared me\b"
)
NO_LEAVE = re.compile(r"\?|\b(?:not|isnt|wasnt|no|dont|doesnt|didnt|until|unless|after|wait|if|should|need|avoid)\b")


def gave_leave(plain: str) -> bool:
    """Whether a doctor or physio is said to be fine with massage."""
    return bool(LEAVE.search(plain)) and not NO_LEAVE.search(plain)


OF_LEAVE = frozenset(  # all there is in a yes to "has one of them told you that massage is fine?"
    """yes yeah yep yup ye y aye sure indeed definitely absolutely course it its that thats this they theyve he hes
    she shes we i ive my the a an our both one of them gp gps doctor doctors doc docs dr physio physios pt
    therapist consultant nurse surgeon specialist cardiologist neurologist midwife medic podiatrist osteo chiro
    hospital did do does have has had is was were been are said says told tell thinks reckons cleared confirmed
    okayed gave given got signed off checked check saw seen spoke asked me us massage massages fine ok okay
    grand alright right good great safe clear happy sound all for to go ahead with and on by from at about
    so now already yesterday today week weeks last month this morning
    before since then thanks thank you please mate love lol oh um well correct""".split()
)

NO_TROUBLE = re.compile(r"\bno (?:problems?|issues?|worries)\b")
OF_TIME = OF_LEAVE.union(  # and all there may be in a yes with a wish
    *(WEEKDAYS, MONTHS, NUMBERS, ORDINALS, NTH, UNITS, PARTS, RELATIVE),
    """am pm oclock half quarter past noon midday next in any after before around between or until till st nd rd th
    ish long maintenance rehab recovery sports deep tissue session then time either weekend weekends lunch work
    later earlier early late first thing""".split(),
)


def says_leave(plain: str, *, timed: bool) -> bool:
    """Whether a yes says no more than that there is leave, and a wish: "yes, it does go numb" says something else.

    `timed`: a time or a kind of session is wished for in it.
    """
    said = re.split(r"[,.;!?]", NO_TROUBLE.sub(" ", plain))
    pieces = [set(re.findall(r"[^\W\d_]+", piece)) for piece in said if not suits(piece)]
    return gave_leave(plain) or all(piece <= (OF_TIME if timed else OF_LEAVE) for piece in pieces)


def care(plain: str, asked: Asked) -> str:
    """Whether a physio or doctor is involved: yes or no."""
    if UNTREATED.search(plain):
        return "no"
    bare = "care" in asked and re.search(rf"\b{WHO}\b", plain) and not re.search(r"\?|\bno\b", plain)
    asking = re.search(rf"\b(?:should|do|can|could|must|need to|want to|speak|talk|or) (?:\w+ ){{0,4}}?{WHO}\b", plain)
    return "yes" if not asking and (bare or TREATED.search(plain)) else ""
