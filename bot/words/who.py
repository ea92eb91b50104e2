"""Words to who comes: a name. Pure."""

import re
from collections.abc import Iterator, Sequence

from bot.when.words import MONTHS, PARTS, RELATIVE, WEEKDAYS
from bot.words.contacts import ADDRESS, DIGITS, written
from bot.words.keywords import Asked, plain
from bot.words.replies import exact
from bot.words.topics import topic

LONGEST = 80  # characters of a name
LETTER = r"[^\W\d_]"
TOKEN = rf"(?:(?:{LETTER}|(?i:mrs?|ms|dr|st|prof|[js]r))\.|{LETTER}(?:{LETTER}|[.'’‘`-](?={LETTER}))*+)"
NAME = rf"({TOKEN}(?: {TOKEN}){{0,4}})"
AHEAD = rf"(?={NAME})"  # "it's under Price": one cue may stand behind another
KIN = (
    r"(?:son|daughter|lad|boy|girl|kid|child|wife|husband|hubby|partner|fianc\w+|mum|mom|mam|dad|mother|father|brother"
    r"|sister|niece|nephew|gran\w*|stepson|stepdaughter|friend|mate|boyfriend|girlfriend|other half)"
)
CALLED = re.compile(  # whoever says one of these goes on with a name
    rf"(?i:\b(?:(?:for|behalf of|book|fit|squeeze|get) (?:my|our) (?:\w+[- ])?{KIN}(?: (?:called|named))?,?"
    rf"|my {KIN}['’]?s name,?(?: is)?|my name\?|name (?:on it )?to"
    r"|name(?:['’]?s| is|:| -|,)?(?: (?:spelled|spelt|actually))?"
    r"|under the name(?: of)?|in the name of|(?:put|book) (?:it|me|that|him|her|us) (?:down )?(?:under|as|for)"
    r"|(?:i am|i['’]?m|(?:he|she)['’]?s) called|call me|mine['’]?s|(?:put|pop)(?= [^\W\d_]+ down))) +" + AHEAD
)
IS = re.compile(r"(?i:\b(?:i am|i['’]?m|ah['’]?m|dw i['’]n|this is|it['’]?s|it is|speaking:?)) +" + AHEAD)
PUT = re.compile(r"(?i:\b(?:under|put(?: down)?)) +" + AHEAD)  # only where a name is asked
GREETED = re.compile(
    r"(?i:^(?:hi+|he+y+|hello|hiya|yo|good \w+|morning|evening)[ ,!.]+(?:this is|i['’]?m|it['’]?s|i am)) +" + AHEAD
)
IS_IT = re.compile(r"(?i:name(?:['’]?s| is|:))")  # what follows is a name, even in small letters
PAUSE = re.compile(r"[,.!]|$|(?<!ed)(?<!ing) (?:(?:and|with) (?:i|im|ive|my|a)|from|here)\b", re.IGNORECASE)
HERE = (
    re.compile(rf"^(?i:hi+|hiya|hello|hey)[,!] {NAME} again\b"),
    re.compile(
        r"(?:^|[!?,\n] ?|[.-] |(?<!\w)-"
        r"|(?i:\b(?:hi|hiya|hello|hey|yo|morning|afternoon|evening|all|there|yall|it['’]?s)[,!]?) )"
        rf"{NAME} (?:here|speaking)\b"
    ),
)
THANKS = r"(?:thx|thanks|thank you|cheers|ta|regards|wishes|diolch)"
END = r"[\s.!x]*(?:☎|$)"
SIGNED = (
    re.compile(rf"(?i:\b{THANKS}[,.!]?) *[-–—~] *{NAME}{END}"),
    re.compile(rf"(?i:\b(?:regards|wishes))[,.!]?\s+{NAME}{END}"),
    re.compile(rf"[.?!]\s+(?i:(?:many )?{THANKS})[,.!]\s*{NAME}{END}"),  # "Thanks, Anna" alone thanks Anna
    re.compile(rf"[.?!]\s+[-–—~] ?{NAME}{END}"),
    re.compile(rf"☎[^☎]{{0,12}}\b(?i:ask for) {NAME}{END}"),
)
FULL = (  # here only a first name and a surname are sure to be one
    re.compile(r"(?i:\b(?:appointment|appt|booking|book|session|slot|massage)(?: in)? for) +" + NAME),
    re.compile(r"(?i:\b(?:book|put|fit|squeeze|get|schedule)) +" + NAME + r" (?:in|down|for)\b"),
    re.compile(r"(?:^|[,:;!?/] ?|\. )" + NAME + r"[,:;]? *☎"),
    re.compile(  # "Jo Evans, and my mobile is ..."
        rf"(?:^|[.!?] ){NAME}[,.;:]? (?i:(?:(?:and|on|you|can|reach|ring|text|call|me|the|my|best|is|at) )*"
        rf"(?:phone|mobile|cell|number|tel|telephone|e-?mail|address|contact|on)\b)[^☎.,]{{0,20}}☎"
    ),
    re.compile(rf"(?i:\b{THANKS})[,.!]?\s+{NAME}{END}"),
    re.compile(rf"☎[^☎]{{0,20}}[,.;] *{NAME}{END}"),
    re.compile(rf"(?i:\b(?:booking|booked|appointment|it) under) +{NAME}"),
    re.compile(
        r"^(?i:(?:hi+|hiya|hello|hey|morning|afternoon|evening|good \w+)(?: there| all)?)[,!.] "
        rf"{NAME}(?=[,.]| from | again)"
    ),
)
CAPITALS = re.compile(
    rf"(?<![\w-])[^\W\d_a-z](?:{LETTER}|['’-](?={LETTER}))+(?: [^\W\d_a-z](?:{LETTER}|['’-](?={LETTER}))+)+"
)  # a first name and more, in the midst of words
BESIDE = re.compile(
    rf"(?:(?i:it['’]?s|it is|i['’]?m|i am|this is) )?{NAME}[,:;-]? ?☎{END}"
)  # no more than this and how to reach them
FIRST = re.compile(rf"(?i:\b(?:first|given|fore)[ -]?name(?:['’]?s| is|:)?) +({TOKEN})")
PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")  # "Mia 🌸 Lopez"
KISSES = re.compile(r"\s+[xX]+[\s.!]*$")
LAST_FIRST = re.compile(rf"\s*({TOKEN}), ({TOKEN})[\s.]*")  # "Price, Tom"
LAST = re.compile(rf"(?i:\b(?:last|family|second|sur)[ -]?name(?:['’]?s| is|:)?) +({TOKEN})")
TITLES = frozenset("coach mr mrs ms miss mx dr prof sir rev reverend sgt capt dame".split())
PARTICLES = frozenset("ap ab ferch de del della da di dos du la le van von der den ter ten bin ibn al el y e o".split())
ALSO_NAMES = frozenset(
    "will may march day week weeks best good new ready call back foot hand shin long less more".split()
)
SURNAMED = re.compile(  # elsewhere these ask about money, parking or hours
    r"(?i)\s*(?!(?:total|list|full|fixed|student|car|by|pay|any) )[a-z]{2,} (?:price|parks?|cash|holiday|close)[\s.!]*"
)
SURNAMES = frozenset("an do day may long hand best".split())
NO_NAMES = (
    frozenset(
        """
        i im me my mine you your we us our he she they it its the a an and or but so if then than as at by for
        from in of on to with under about after before yes no ok okay not none never skip stop help please pls
        thanks thank cheers hi hello hey hiya bye sorry yeah yep nope is am are was be been being do does did
        have has had having can could will would should may might must want need like book booking booked make
        left right both middle side knee calf shin heel hip back foot hamstring achilles sore tight pain hurts
        massage session appointment minutes minute hour hours week weeks month months day days time today
        yesterday now later soon free here there ready available running runner training tired fine good great
        well late early sure happy over just really very only also still already too phone number email mail
        mobile contact details address reach call text ring this that these n r u wife husband son daughter
        mum mom mam dad partner mother father friend mate kid child name names whole thing wait check moment
        sec second pronounced deep tissue sports sport remedial perfect broken stiff sick fresh stuck lame wrecked
        speaking brilliant lovely super
        sooner earlier awesome cool amazing excellent mate bud pal guys buddy man love dear legend appreciated much all
        spelled spelt typo wrong first surname put down run runs long whose calling ringing messaging
        writing gonna healthy male female anxious nervous keen interested injured retired pregnant recovering
        struggling boss team nurse doctor physio vegan welsh english scottish irish british american canadian
        australian french german italian spanish polish muslim jewish catholic desperate urgent complicated
        private secret those what when where who why how which new old one two three four five six seven eight
        nine ten half marathon race next last same other again more less gone coming going looking nothing
        something anything someone anyone anybody everyone nobody maybe perhaps whatever whenever know think
        mean meant said ive anyones care actually oops whoops instead rather correction hold hang hmm erm um
        oh ah any either whichever off yet done supposed meant expected lost out
        whatsapp landline cell telephone tel work""".split()
    )
    | MONTHS.keys() - {"april", "may", "june", "jan", "august"}
    | WEEKDAYS.keys()
    | PARTS.keys()
    | RELATIVE.keys()
)
SPLITS = re.compile(
    r"[^\w\s'’‘`.!&=-]|(?<=\w\w\w)\.\s|\s[-–—]\s|(?i:\b(?:and |on )?(?:(?:my|the|you can) )*"
    r"(?:phone|mobile|cell|number|tel|e?-?mail|contact|reach|ring|text)\b(?: (?:is|number|address|me|on))*)"
)
MANNERS = re.compile(
    r"^(?i:(?:yes|yeah|sure|ok|hi|hello|hey|it['’]?s|i['’]?m)[ ,]+)|(?i:[ ,]+(?:please|pls|thanks|ta|x+|here))$"
)


def name(text: str, asked: Asked) -> str:
    """Who comes, as told: "name's Sarah", "I'm Jo Evans"; bare words only while a name is asked."""
    text = KISSES.sub("", " ".join(PICTURES.sub(" ", text).split()))
    first, last = FIRST.search(text), LAST.search(text)
    if first and last:
        return proper([first[1], last[1]])
    marked = DIGITS.sub("☎", ADDRESS.sub("☎", written(text)))
    found = next(introduced(marked, "name" in asked), "") or (bare(text, marked) if "name" in asked else "")
    if not found and (hit := BESIDE.fullmatch(marked)) and (hit[1].istitle() or ("contact" in asked and " " in hit[1])):
        return one_name(hit[1])
    if not found or " " in found:
        return found
    parts = [*([proper([first[1]])] if first else []), found, *([proper([last[1]])] if last else [])]
    return " ".join(dict.fromkeys(parts)) if len(parts) > 1 else fuller(found, text)


def fuller(found: str, text: str) -> str:
    """The whole name where it follows: "Bond. James Bond"."""
    whole = (one_name(told) for told in CAPITALS.findall(text))
    return next((one for one in whole if " " in one and found in one.split()), found)


def introduced(text: str, asked: bool) -> Iterator[str]:
    """The names that somebody is introduced by, the surest first. Unasked they must look like names."""
    for hit in CALLED.finditer(text):
        yield from leading(hit, loose=asked or bool(IS_IT.match(hit[0])))
    for pattern in (IS, PUT) if asked else (IS,):
        for hit in pattern.finditer(text):
            yield from leading(hit, loose=asked)
    for hit in GREETED.finditer(text):  # "hi this is tasha, my hip": in a row of small letters one word, then a pause
        yield from (one for one in leading(hit, loose=True) if PAUSE.match(text, hit.end() + len(one)))
    for pattern in (*HERE, *SIGNED):
        yield from (one for hit in pattern.finditer(text) for one in leading(hit, loose=asked) if alike(one, hit[1]))
    for pattern in FULL:
        yield from (one for hit in pattern.finditer(text) for one in leading(hit, loose=False) if " " in one)


def alike(found: str, told: str) -> bool:
    """Whether all that was told is the name: "Fall marathon season is here" is nobody."""
    return len(found.split()) == len(told.split())


def leading(hit: re.Match[str], *, loose: bool) -> list[str]:
    """The words at the head of what was told, if they are a name: then comes no other word that goes on with them.

    Unless `loose` each must have its capital, and only that.
    """
    words, after = hit[1].split(), hit.string[hit.end(1) :]
    begun = 1 if loose and is_also(words) else 0
    length = next((at for at, word in enumerate(words) if at >= begun and ends(words[0], word)), len(words))
    taken, following = words[:length], words[length] if length < len(words) else "".join(after.split(" ")[1:2])
    apart = length == len(words) and not after[:1].isspace()
    plainly = loose or all(word in PARTICLES or (word[0].isupper() and not word[1:].isupper()) for word in taken)
    goes_on = following[:1].isalnum() and not apart and (following.istitle() or not is_none(following))
    return [found] if plainly and (len(taken) > 1 or not goes_on) and (found := proper(taken)) else []


def is_also(words: Sequence[str]) -> bool:
    """Whether a name begins with a word that is none by itself: "May Ellis" and "Will Hand", with their capitals."""
    first, *rest = words
    return first.istitle() and first.lower() in ALSO_NAMES and bool(rest and rest[0].istitle() and not ends(*words[:2]))


def ends(first: str, word: str) -> bool:
    """Whether a name that began so ends before this word; capitals end where plain words go on."""
    if first.istitle() and word.istitle() and first != word and word.lower() in SURNAMES:
        return False
    return is_none(word) or (first[0].isupper() and word.islower() and word not in PARTICLES)


def bare(text: str, marked: str) -> str:
    """One to four words like a name, beside a phone number or an address; no question, nor any other reply."""
    turned = LAST_FIRST.fullmatch(text) if text.istitle() or "'" in text else None
    if turned and (found := one_name(f"{turned[2]} {turned[1]}")):
        return found
    alone = (
        "☎" not in marked and not text.istitle() and not SURNAMED.fullmatch(text)
    )  # "Tom Price" and "Al Place, al@place.org" ask about nothing
    if "?" in marked or (alone and topic(plain(marked))):
        return ""
    pieces = [piece.strip(" .!") for piece in SPLITS.split(marked)]
    return next((found for piece in [*pieces, *CAPITALS.findall(marked)] if (found := one_name(piece))), "")


def one_name(piece: str) -> str:
    """The piece, if nothing in it speaks against a name."""
    words = MANNERS.sub("", MANNERS.sub("", piece)).split()
    against = [word for word in words if is_none(word)]
    also = len(against) == 1 < len(words) and piece.istitle() and against[0].lower() in ALSO_NAMES
    like = re.fullmatch(NAME, " ".join(words)) and (also or not against)
    return proper(words) if like and not exact(plain(piece)) else ""


def is_none(word: str) -> bool:
    """Whether a word speaks against a name: "OK-ish", "I've" and "Thursday" are none."""
    first, *_ = re.split(r"['’‘`.-]", word.lower())
    return first in NO_NAMES or plain(word).strip(",.:;!?") in NO_NAMES


def proper(words: Sequence[str]) -> str:
    """A name as it is written; what came all in small letters, or all in capitals, gets its own."""
    untitled = words[1:] if len(words) > 1 and words[0].lower().strip(".") in TITLES else words
    written = " ".join(untitled).strip(" .'’-")
    if not written or written.lower() in TITLES or len(written) > LONGEST or "=" in written:
        return ""
    return capitals(written.lower() if written.isupper() and len(written) > 3 else written)


def capitals(written: str) -> str:
    """sarah o'neill -> Sarah O'Neill; llinos ap gwilym -> Llinos ap Gwilym."""
    words = written.split(" ")
    return " ".join(
        word if (place and word in PARTICLES) or not word.islower() else capital(word)
        for place, word in enumerate(words)
    )


def capital(word: str) -> str:
    """o'neill -> O'Neill, mary-kate -> Mary-Kate, but d'arcy's stays as told."""
    each = rf"(?:^|(?<=['’-])){LETTER}(?={LETTER}{{2}}|.$)"
    return re.sub(each, lambda hit: hit[0].upper(), word[:1].upper() + word[1:])
