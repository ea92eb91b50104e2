"""Words to how somebody is reached: phone numbers and e-mail addresses, written or spelt out. Pure."""

import re
from collections.abc import Iterator

import phonenumbers

from bot.words.keywords import Asked

PREFIXES = {"GB": r"\(?(?:\+|0)", "US": r"\(?(?:\+|1\D|[2-9])"}  # how a number in full begins
REGIONS = {"en_GB": "GB", "en_US": "US"}
INVALID = "invalid"  # so that the question can say what is wrong
SIX = 6  # digits that are meant as a number

ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
DIGITS = re.compile(r"(?:\(?\+|\(?\d)[\d\s().-]{4,24}\d")
THEIRS = re.compile(r"\b(?:rang|called|dialled|dialed|phoned|tried|ringing|calling|your)\b[^.!?]{0,40}$", re.IGNORECASE)
FIGURES = {word: str(figure) for figure, words in enumerate(("zero oh o nought", "one", "two", "three", "four", "five",
           "six", "seven", "eight", "nine")) for word in words.split()}  # fmt: skip
_FIGURE = rf"(?:(?:double|triple) )?(?:{'|'.join(FIGURES)})\b(?: hundred\b)?"
FIGURE = re.compile(rf"\b{_FIGURE}")
DICTATED = re.compile(rf"\b{_FIGURE}(?:[ ,-]+{_FIGURE}){{5,15}}\b|(?<=\d )(?:{_FIGURE} ){{2,6}}(?=\d)", re.IGNORECASE)
TIMES = {"double": 2, "triple": 3}
SIGNS = {  # of an address that is spelt out
    r"\s*[\[(]dot[\])]\s*|\s+dot\s+": ".",
    r"\s+underscore\s+": "_",
    r"\s+(?:dash|hyphen)\s+": "-",
    r"\s*[\[(]at[\])]\s*|\s+at\s+(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,20}\b(?![\w.-]*@))": "@",
}


def contacts(text: str, asked: Asked, locale: str) -> list[str]:
    """Every way to reach somebody, as told: E.164, or an address with its domain in lower case.

    `invalid` is what was meant as one, when asked.
    """
    said = written(text) if "contact" in asked or "mail" in text.lower() else dictated(text)
    found = [(hit.start(), addressed(hit[0].strip("."))) for hit in ADDRESS.finditer(said)]
    found += [(at, number) for at, number in phones(said, REGIONS[locale]) if asked or not THEIRS.search(said[:at])]
    meant = "@" in text or any(sum(map(str.isdigit, run)) >= SIX for run in DIGITS.findall(said))
    return list(dict.fromkeys(way for _, way in sorted(found))) or [INVALID] * (meant and "contact" in asked)


def written(text: str) -> str:
    """The text with what was spelt out written down: "jo dot p at example dot org" is jo.p@example.org."""
    said = dictated(text)
    for spelt, sign in SIGNS.items():
        said = re.sub(spelt, sign, said, flags=re.IGNORECASE)
    return said


def dictated(text: str) -> str:
    """The text with a dictated number in digits: "oh seven, double seven ..."."""
    return DICTATED.sub(
        lambda run: " ".join(figures(one) for one in FIGURE.findall(run[0].lower())) + " " * run[0].endswith(" "), text
    )


def figures(spoken: str) -> str:
    """ "Double seven" is 77, "nine hundred" 900."""
    *times, figure = spoken.removesuffix(" hundred").split()
    return FIGURES[figure] * TIMES.get("".join(times), 1) + "00" * spoken.endswith(" hundred")


def addressed(address: str) -> str:
    """The domain does not mind its case; what stands before it may."""
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def phones(text: str, region: str) -> Iterator[tuple[int, str]]:
    """Where each number begins that could be dialled in the clinic's country, or anywhere with its + prefix."""
    for run in DIGITS.finditer(text):
        try:
            number = phonenumbers.parse(run[0], region)
        except phonenumbers.NumberParseException:
            continue
        if dialled(number, run[0], region):
            yield run.start(), phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def dialled(number: phonenumbers.PhoneNumber, run: str, region: str) -> bool:
    """A full number. Ranges kept for films, such as 07700 900, count as invalid in the library; they may pass."""
    possible = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    full = len(str(number.national_number)) == 10 and bool(re.match(PREFIXES[region], run))
    return possible and (phonenumbers.is_valid_number(number) or full) and sum(map(str.isdigit, run)) >= 9
