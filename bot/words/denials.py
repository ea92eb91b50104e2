"""What denies a list: all of it, or only something that was not on it. Pure."""

import re
from collections.abc import Set

DENIES = re.compile(r"^(?:oh |um |ok )?(?:no(?:ne)?|not|nope|nah|i (?:dont have|have no|havent had|havent got))\b")
TURNS = re.compile(
    r"\b(?:but|just|only|except|apart|though|although|other than|idea|clue|doubt|sure|yet|stop|yes|maybe)\b|\?"
)
NONE = re.compile(
    r"(?:^|[,.;!] ?|\band |\bbut )(?:no|none|nope|nah|nothing|no (?:red )?flags?|no symptoms"
    r"|no to (?:all|any|them|those|these)[\w ]{0,20})"
    r"(?: thanks| thank god| thankfully| either)?(?= ?[,.;!]|$)|\b(?:none|no|any) of (?:these|those"
    r"|them|that|the above|your)\b|\bnothing like that\b"
)
DENIED = re.compile(  # the first word of what is denied
    r"(?:^|[,.;!] ?)(?:(?:oh|um|ok|well|so|and) )*(?:no|nae|not|i dont have|i have no|i havent (?:had|got))"
    r" (?:(?:an?|any|the|my|more|such|other|real|sign|signs|history|of|new|known|recent) )*([^\W\d_]+)"
)
WARNED_OF = frozenset(  # and that word, where it is a warning, all of them, or how sure one is
    """pain pains painful ache aches aching soreness swelling swollen redness red heat hot warm warmth throbbing numb
    numbness tingling tingles pins needles weakness weak fever fevers temperature infection infections wound wounds
    cut cuts clot clots blood thinners surgery surgeries op ops operation operations broken breaks fracture fractures
    injury injuries injured hurt fall falls accident accidents crash crashes trauma pop pops snap lump lumps weight
    cancer cancers epilepsy epileptic seizure seizures fits diabetes diabetic osteoporosis pregnancy pregnant heart
    cardiac ticker chest breathing breathless breathlessness shortness short fainting faint blackouts blacking dizzy
    dizziness collapse collapses collapsed funny bladder bowel bowels lock locking locked stroke strokes meds
    medication medications medicine medicines tablets pills condition conditions illness illnesses ill sick disease
    diseases symptom symptoms problems issue issues trouble troubles concerns complaints flags warnings medical health
    major serious severe big sharp shooting stabbing calf leg legs foot feet knee back bone night bruising bleeding
    changes change
    none nothing no not nope nah to one single thing of these those them that all any me bit sausage at in as so even
    really recently lately currently now medically since aware i im ive it its is
    sir maam love mate pal dear sorry thanks thank ta cheers honestly thankfully luckily touch knock never""".split()
)
_WISHING = (
    r"(?! (?:can|could|want\w*|would|will|wish|hope|need|prefer|rather|love|like|think|know|have to|must|work|cant|wont"
    r"|was (?:wondering|hoping)|only have|just (?:want|need)|free|in a|at work|no)\b)"
)
_SUITING = r"(?![^.?!]*\b(?:suits?|works?|free|best|better|prefer|rather|like|good|fine|ok|cant (?:do|make|come))\b)"
_PART = (
    r"(?:leg|foot|feet|toe|knee|calf|calves|thigh|hip|back|ankle|shin|arm|hand|chest|head|heart|neck|groin|heel|muscle"
    r"|hamstring|quad|achilles|shoulder)s?"
)
_NTH = r"(?:the )?(?:one|1st|2nd|3rd|first|second|third|fourth|fifth|last|top)"
ADDS = re.compile(  # "none, but I had a fall": told of oneself after a "but", and no wish
    rf"\b(?:but|although|though)\b[^.?!]*?\b(?:(?:i|ive|im|id|my|me)\b{_WISHING}|the (?:\w+ )?{_PART}\b"
    rf"|there (?:was|were|is|has)\b|theres\b|there are\b{_SUITING})"
    rf"|[,;.:–-] *(?:\w+ )?(?:i|ive|im|my|me|the|there|theres)\b{_WISHING}[^.?!]*\bthough\W*$"
    rf"|\b(?:well|maybe|perhaps|possibly|just|only|theres|there (?:is|was)),? {_NTH}\b(?! (?:that|of|thing i want)\b)"
    rf"|[,;.:–-] *{_NTH} (?:one )?(?:maybe|perhaps|possibly|actually|though|tho)\b"
)

_FELT = (
    "swollen red hot warm numb tingly tingling weak dizzy faint breathless throbbing pregnant broken feverish".split()
)
_FOUND = (
    "swelling redness heat warmth numbness tingles pins weakness fever fevers temperature infection infections wound"
    " wounds clot clots surgery fracture fractures lump lumps cancer epilepsy seizure seizures pregnancy dizziness"
    " fainting blackout blackouts collapse collapsed breathlessness locking bruising bleeding"
).split()
FELT, TELLING = frozenset(_FELT), frozenset(_FELT + _FOUND)
LISTED = TELLING | frozenset(  # what a list of things denied goes on with: "no fever, night sweats, recent surgery"
    """and any the my a an of in at or recent recently history sign signs night sweats needles blood thinners pain pains
    leg legs calf foot feet back chest joint skin open new known unexplained weight loss""".split()
)
CLAUSES = re.compile(
    r"[,.;:!]|\b(?:but|just|although|though|except|only)\b|(?=\b(?:my|im|ive|i|its|it|theres|there)\b)"
)
NEGATED = re.compile(r"\b(?:no|not|none|nope|nah|never|nothing|nor|or|without|free|\w+nt|nae)\b")
_NTH_TOLD = r"(?:first|second|third|fourth|fifth|last|top)(?: (?:one|two|three))?"
CLAIMS = re.compile(  # some of the list: "no, all of them" puts the no right
    r"(?<!\bto )(?<!\bof )\ball (?:of )?(?:them|these|those|the above)\b(?!,? (?:are )?no\b)"
    rf"|(?:[,;.] ?|^no (?:its |it is |to )?)(?:sorry,? )?(?:both|(?:the )?{_NTH_TOLD})(?: of (?:them|these|those))?"
    r"(?=\W*$|,)"
)


def of_any_list(plain: str) -> bool:
    """Whether a list of things is denied, as a whole or as one part of a message."""
    return bool(NONE.search(plain)) or begins(plain)


def of_the_warnings(plain: str) -> bool:
    """Whether the warnings are: "no marathon for me" and "no strength in it" begin alike and deny none of them."""
    return bool(NONE.search(plain)) or (begins(plain) and not of_something_else(plain))


def begins(plain: str) -> bool:
    """Whether a message begins by denying, and does not turn round."""
    return bool(DENIES.search(plain)) and not TURNS.search(plain)


def of_something_else(plain: str) -> bool:
    """Whether something is denied that is no warning."""
    return not WARNED_OF.issuperset(DENIED.findall(plain))


def adds(plain: str) -> bool:
    """Whether who denies a list goes on to tell something of themselves, which may be on it in other words."""
    return bool(ADDS.search(plain)) and "?" not in plain


def tells_some(plain: str) -> bool:
    """Whether some of a list is told beside a denial: "no pain, big swelling", "no, sorry, all of them"."""
    listing = not re.search(r"\b(?:not|\w+nt)\b(?!.*\bbut\b)", plain)  # "not swollen, red or hot" goes on
    clauses = (clause for clause in CLAUSES.split(plain) if not NEGATED.search(clause))
    return bool(CLAIMS.search(plain)) or any(tells(set(re.findall(r"[^\W_]+", one)), felt=listing) for one in clauses)


def tells(said: Set[str], *, felt: bool) -> bool:
    """Whether these words tell of a warning rather than go on with a list; what is `felt` is no part of one."""
    return bool(said & TELLING) and not (said <= LISTED and not (felt and said & FELT))
