"""Words to consent, and to who may give it: somebody of age, or a child's guardian. Pure."""

import re

from bot.words.keywords import Asked, on_condition

ADULT, YOUNGEST = 18, 10  # years; below ten a number is hardly the writer's age
REFUSES = re.compile(
    r"\b(?:dont|do not|cant|not|rather not) (?:\w+ ){0,2}?(?:consent|agree|save|keep|store|record"
    r"|write|note|happy|share|allow)\b|\bno(?: thanks| thank you| ta)?,? just book\b|\bi refuse\b"
    r"|\b(?:absolutely|definitely) not\b"
    r"|\brather you (?:didnt|dont)\b|\bnot comfortable\b|\bbook (?:me )?(?:in )?without\b|\bjust book\b(?= (?:me|it)?$)"
)
AGREES = re.compile(
    r"\b(?:i|and) (?:agree|consent|accept|give (?:you )?(?:my )?(?:consent|permission))\b|\b(?:happy|fine|ok"
    r"|okay|good) (?:for you to|with (?:that|you|this)|to share)\b|\byou (?:can|may"
    r"|have my permission)\b"
    r"|\bmy permission\b|\bgo ahead\b|\bgo on then\b|\bcrack on\b|\bfine by me\b"
    r"|^(?:no|not a) (?:problem|worries|bother)\b"
    r"|[,.!] (?:so |and )?(?:yes|yeah|yep)\b(?: go on| please)?\W*$|\bthats (?:fine|ok|okay)\b"
)
YES = re.compile(r"^(?:oh |um |ok |hi )?(?:yes|yep|yeah|yup|ye|y|aye|sure|ok|okay|of course|absolutely|definitely)\b")
PARENT = re.compile(
    r"\b(?:im|i am) (?:(?:his|her|their|the|a|my (?:son|daughter|kid|child)s?) )?(?:\w+ )?(?:mum|mom"
    r"|mam|dad|mother|father|parent|guardian|carer|stepmum|stepdad|gran|nan|grandad)\b"
    r"|\bas (?:(?:his|her|their|the|a) )?(?:parent|guardian)\b"
    r"|\bas (?:his|her|their) (?:mum|mom|mam|dad|mother|father)\b"
    r"|\b(?:under 18|minor) (?:and|with) (?:im"
    r"|i am) (?:the|their)\b|^guardian\b|\byes guardian\b"
)
CHILD = (
    r"\b(?:son|daughter|kid|child|lad|girl|boy|teen\w*|stepson|stepdaughter|grandson|granddaughter|niece"
    r"|nephew)\b"
)
AGE = re.compile(
    r"\b(?:im|i am|i m|aged?) (\d{1,2})\b(?! ?(?:%|k\b|km|mi|am\b|pm\b|min|weeks|days|months|stone|kg"
    r"|th\b))"
)
THEIR_AGE = re.compile(
    r"\b(\d{1,2})[ -]?(?:years?|yrs?|yo)?[ -]?(?:old)? (?:year old )?(?:son|daughter|kid|child|lad|girl"
    r"|boy)\b|\b(?:son|daughter|kid|child|lad|girl|boy) (?:is )?(?:only )?(\d{1,2})\b"
    r"(?! ?(?:k|km|mi\w*|days|weeks|months)\b)"
    r"|\b(?:hes|shes|theyre|he is|she is|whos|aged?|,|\() ?(\d{1,2})\b"
)
HERE = re.compile(
    r"\b(?:mum|mom|mam|dad|mother|father|parents?|guardian|gran|carer)\b"
    r"(?!.{0,30}\b(?:no|not|nope|isnt|wont|doesnt|didnt)\b).{0,30}\b(?:here|says?|said|agrees?|with me|yes"
    r"|ok|okay|fine|happy)\b"
)
UNDER = re.compile(r"\b(?:im|i am) (?:not(?: yet| quite)?|(?:still )?under|only just under) (?:18|eighteen)\b")
GROWN = re.compile(
    r"\b(?:over|older than|above) (?:18|eighteen)\b|\b18 (?:or|and) over\b|\b18\+|\b(?:im"
    r"|i am) (?:an? )?adult\b"
)


NO = re.compile(r"^(?:oh |um |er |erm )?(?:no|nope|nah|naw)(?: thanks| thank you| ta| sorry)?[,.;!]")


def ageless(plain: str) -> str:
    """The text without the ages in it, which are no scores."""
    return AGE.sub("#", THEIR_AGE.sub("#", plain) if re.search(CHILD, plain) else plain)


def guardian(plain: str, asked: Asked) -> str:
    """yes for who books for a child as their guardian, no for who says to be of age."""
    if "guardian" in asked and HERE.search(plain):
        return "yes"
    child = re.search(CHILD, plain)
    ages = [int(age) for found in THEIR_AGE.findall(plain) for age in found if age]
    if PARENT.search(plain) or (child and (any(age < ADULT for age in ages) or "consent" in asked)):
        return "yes"
    own = [int(age) for age in AGE.findall(plain)]
    return "no" if GROWN.search(plain) or ("consent" in asked and any(age >= ADULT for age in own)) else ""


def consent(plain: str, asked: Asked) -> str:
    """yes or no, said in words. Who is under 18 cannot give it alone: `minor`, which reads as neither."""
    young = UNDER.search(plain) or any(YOUNGEST <= int(age) < ADULT for age in AGE.findall(plain))
    if young and guardian(plain, asked) != "yes":
        return "minor"
    if "consent" not in asked and not re.search(
        r"\bconsent|permission\b|\bnote (?:it|this|that|down)\b|\bwrite (?:it|this) down\b"
        r"|\b(?:note|keep|write down|record|store) my (?:health )?(?:details|answers|information|data)\b",
        plain,
    ):
        return ""
    if REFUSES.search(plain) or ("consent" in asked and NO.search(plain) and not AGREES.search(plain)):
        return "no"
    if on_condition(plain):
        return ""
    return "yes" if AGREES.search(plain) or (YES.search(plain) and "consent" in asked) else ""
