"""Words to who comes and how to reach them: a name, a phone number, an e-mail address. Pure."""

import re

import phonenumbers

from bot.when.words import MONTHS, PARTS, RELATIVE, WEEKDAYS
from bot.words.keywords import Asked, exact, plain, topic

PREFIXES = {"GB": r"\(?(?:\+|0)", "US": r"\(?(?:\+|1\D|[2-9])"}  # how a number in full begins
REGIONS = {"en_GB": "GB", "en_US": "US"}
LONGEST = 80  # characters of a name
INVALID = "invalid"  # so that the question can say what is wrong

# ---------------------------------------------------------------- contact

ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
SPOKEN = re.compile(r"\b([\w.+-]{1,64}) at ([\w-]{1,63}(?: dot [a-z]{2,20}){1,4})\b", re.ASCII | re.IGNORECASE)
DIGITS = re.compile(r"(?:\(?\+|\(?\d)[\d\s().-]{4,24}\d")
SIX = 6  # digits that are meant as a number


def contact(text: str, asked: Asked, locale: str) -> str:
    """E.164, or an address with its domain in lower case; `invalid` is what was meant as one, when asked."""
    if found := ADDRESS.search(text):
        return addressed(found[0].strip("."))
    if (found := SPOKEN.search(text)) and ("contact" in asked or "mail" in text.lower()):
        return addressed(f"{found[1]}@{found[2].replace(' dot ', '.')}")
    if number := phone(text, REGIONS[locale]):
        return number
    meant = "@" in text or any(sum(map(str.isdigit, run)) >= SIX for run in DIGITS.findall(text))
    return INVALID if meant and "contact" in asked else ""


def addressed(written: str) -> str:
    """The domain does not mind its case; what stands before it may."""
    name, _, domain = written.rpartition("@")
    return f"{name}@{domain.lower()}"


def phone(text: str, region: str) -> str:
    """The first number that could be dialled in the clinic's country, or anywhere with its + prefix."""
    for run in DIGITS.findall(text):
        try:
            number = phonenumbers.parse(run, region)
        except phonenumbers.NumberParseException:
            continue
        if dialled(number, run, region):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def dialled(number: phonenumbers.PhoneNumber, run: str, region: str) -> bool:
    """A full number. Ranges kept for films, such as 07700 900, count as invalid in the library; they may pass."""
    possible = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    full = len(str(number.national_number)) == 10 and bool(re.match(PREFIXES[region], run))
    return possible and (phonenumbers.is_valid_number(number) or full) and sum(map(str.isdigit, run)) >= 9


# ---------------------------------------------------------------- name

LETTER = r"[^\W\d_]"
TOKEN = rf"{LETTER}(?:{LETTER}|[.'’‘`-](?={LETTER}))*\.?"
NAME = rf"{TOKEN}(?: {TOKEN}){{0,3}}"
SAID = re.compile(
    r"(?i:\b(?:my (?:full )?name(?:['’]?s| is|:)|the name(?:['’]?s| is)|name(?:['’]?s| is|:)"
    r"|under the name(?: of)?|in the name of|(?:put|book) (?:it|me|that) (?:down )?(?:under|as)|under|"
    r"change the name to|(?:i am|i['’]?m) called|call me)) +(" + NAME + ")"
)
IS = re.compile(r"(?i:\b(?:i am|i['’]?m|this is|it['’]?s|it is)) +(" + NAME + ")")
TITLES = frozenset("mr mrs ms miss mx dr prof sir".split())
PARTICLES = frozenset("ap ab ferch de del della da di dos du la le van von der den ter ten bin ibn al el y e o".split())
NO_NAMES = (
    frozenset(
        """
        i im me my mine you your we us our he she they it its the a an and or but so if then than as at by for from
        in of on to with under about after before yes no ok okay not none never skip stop help please pls thanks
        thank cheers hi hello hey hiya bye sorry yeah yep nope is am are was be been being do does did have has had
        having can could will would should may might must want need like book booking booked make left right both
        middle side knee calf shin heel hip back foot hamstring achilles sore tight pain hurts massage session
        appointment minutes minute hour hours week weeks month months day days time today yesterday now later soon
        free here there ready available running runner training tired fine good great well late early sure happy over
        just really very only also still already too phone number email mail mobile contact details address reach
        call text ring this that these those what when where who why how which new old one two three four five six
        seven eight nine ten half marathon race next last same other again back more less gone coming going looking
        nothing something anything someone anyone anybody everyone nobody maybe perhaps whatever whenever know think
        mean meant said same ive anyones care skip actually wait oops whoops instead rather correction hold hang hmm erm
        um oh ah well""".split()
    )
    | MONTHS.keys() - {"april", "may", "june", "jan", "august"}
    | WEEKDAYS.keys()
    | PARTS.keys()
    | RELATIVE.keys()
)
SPLITS = re.compile(
    r"[,;:\n/|()]|\s[-–—]\s|(?i:\band (?:my|the|mail|email|phone|number|mobile|you can)\b|\b(?:my|the|on"
    r"|phone|mobile|number|tel|email|e-mail|mail)\b(?: (?:is|number|phone|email))?)"
)


def name(text: str, asked: Asked) -> str:
    """Who comes, as told: "name's Sarah", "I'm Jo Evans"; bare words only while a name is asked."""
    told = [hit[1] for hit in SAID.finditer(text)]
    told += [hit[1] for hit in IS.finditer(text)]
    told = [one for one in told if "name" in asked or one[0].isupper()]
    found = next((proper for one in told if (proper := leading(one, text))), "")
    return found or (bare(text) if "name" in asked else "")


def leading(told: str, text: str) -> str:
    """The words at the head of what was told that can be a name; capitals end where plain words go on."""
    words = told.split()
    capital = words[0][0].isupper()
    taken: list[str] = []
    for word in words:
        if is_none(word) or (capital and word.islower() and word not in PARTICLES):
            break
        taken.append(word)
    return proper(taken)


def bare(text: str) -> str:
    """One to four words like a name, beside a phone number or an address; no question, nor any other reply."""
    rest = DIGITS.sub(",", ADDRESS.sub(",", SPOKEN.sub(",", text)))
    alone = rest == text and not text.istitle()  # "Tom Price" and "Al Place, al@place.org" ask about nothing
    if "?" in rest or (alone and topic(plain(rest))):
        return ""
    pieces = [piece.strip(" .!") for piece in SPLITS.split(rest)]
    return next((found for piece in pieces if (found := one_name(piece))), "")


def one_name(piece: str) -> str:
    """The piece, if nothing in it speaks against a name."""
    words = re.sub(r"^(?i:(?:yes|yeah|sure|ok|hi|hello|hey|it['’]?s|i['’]?m)[ ,]+)", "", piece).split()
    like = re.fullmatch(NAME, " ".join(words)) and not any(map(is_none, words))
    return proper(words) if like and not exact(plain(piece)) else ""


def is_none(word: str) -> bool:
    """Whether a word speaks against a name: "OK-ish", "I've" and "Thursday" are none."""
    first, *_ = re.split(r"['’‘`.-]", word.lower())
    return first in NO_NAMES or plain(word) in NO_NAMES


def proper(words: list[str]) -> str:
    """A name as it is written; what came all in small letters gets its capitals."""
    written = " ".join(words).strip(" .'’-")
    if not written or written.lower() in TITLES or len(written) > LONGEST or "=" in written:
        return ""
    return capitals(written) if written.islower() else written


def capitals(written: str) -> str:
    """sarah o'neill -> Sarah O'Neill; llinos ap gwilym -> Llinos ap Gwilym."""
    first, *rest = written.split(" ")
    words = [first, *rest]
    return " ".join(
        word
        if place and word in PARTICLES
        else re.sub(
            rf"(?:^|(?<=['’-])){LETTER}(?={LETTER}{{2}}|.$)", lambda hit: hit[0].upper(), word[:1].upper() + word[1:]
        )
        for place, word in enumerate(words)
    )
