"""Words about an appointment that is made already, or not to be had yet: being late, the waiting list, today. Pure."""

import re
from collections.abc import Mapping

from bot.words.keywords import MESSAGES

LIST = r"wait(?:ing)? ?list"
AMOUNT = r"(?:an? (?:bit|little|tad|touch|few (?:mins|minutes))|\w+ ?(?:mins?|minutes?|m)|\d+|an hour)"
BEING = r"(?:running|(?:will|might|may|could|gonna|going to) be|ill be|im|i am|were|we are|be)"
ASKS = r"(?:let|tell|notify|message|text|ping|contact|email|ring|call|give) (?:me|us)"
COMES_FREE = (
    r"(?:comes? (?:up|free|available)|opens?(?: up)?|frees? up|(?:becomes?|is|gets) (?:free|available)"
    r"|(?:drops|falls) out|cancels?|pulls out|turns up)"
)
SAID = {  # searched in this order
    "leave_list": rf"\b(?:off|leave|from|quit) (?:the|your|that) {LIST}\b|\bstop waiting\b"
    r"|\b(?:dont|do not|no longer) (?:need|want) to (?:be on|stay on|wait|keep waiting)\b",
    "show_list": rf"\b(?:am i|are we) (?:still )?on (?:the|your) {LIST}\b"
    rf"|\b(?:what|where) am i (?:waiting for|on (?:the|your) {LIST})\b",
    "wait": rf"\b(?:on|onto|join|for|have|got|to) (?:the|your|a) {LIST}\b|\bwait ?list me\b|^(?:the )?{LIST}\b"
    rf"|\b{ASKS}\b(?: \w+){{0,4}} (?:if|when|should) (?:[\w:.]+ ){{0,8}}{COMES_FREE}\b"
    rf"|\b(?:if|when) (?:you|there(?: is|s)) (?:(?:get|have|got) )?(?:a|any|another) cancell?ations?\b"
    rf"|\bif (?:[\w:.]+ ){{0,5}}{COMES_FREE}\b.{{0,30}}\b{ASKS}\b|\bcancellation list\b",
    "late": rf"(?<!\bif )(?<!\bcase )\b{BEING} (?:(?:about |around |roughly |like )?{AMOUNT} )?(?:late|behind)\b"
    r"(?! (?:for (?:booking|a race)|afternoon|evening|morning|night|[2-7]0s|booking|to)\b)",
    "rename": r"\b(?:change|correct|fix|update|edit|amend) (?:my |the |our )?(?:\w+ )?(?:name|surname|number|e-?mail"
    r"|spelling)\b|\b(?:wrong|different) (?:name|surname|e-?mail|(?:phone |mobile )?number)\b"
    r"|\b(?:my|the|our) (?:name|surname|number|e-?mail)(?:s| is) (?:\w+ )?(?:wrong|misspelt|misspelled)\b",
    "today": r"\b(?:what|which) (?:day|date) is it(?: today| now)?\W*$"
    r"|\bwhat(?:s| is) (?:the (?:day|date) today|todays (?:day|date)|today)\W*$",
}
PATTERNS = {intent: re.compile(pattern) for intent, pattern in SAID.items()}


SOONER = re.compile(r"\b(?:earlier|sooner|before (?:my|that|then))\b")
BOTH = re.compile(
    r"\b(?:one|a session|session|massage|both)\b.{0,20}\bbefore\b.{0,25}\b(?:and|n|&)\b.{0,12}\bafter\b"
    r"|\bbefore and after (?:my|the|our) (?:race|half|marathon|10k|5k|ultra)\b"
    r"|^(?:(?:yes|ok|one|both|book|please|can i have|ill take|id like) )*before and after(?: please| pls| then)*\W*$"
    r"|\bpre[- ]? ?(?:and|&) post[- ]?(?:race|event)\b"
)


def before_and_after(plain: str) -> bool:
    """Whether a session before a race and one after it are asked for."""
    return bool(BOTH.search(plain)) and "?" not in plain


def would_come_sooner(plain: str) -> bool:
    """Whether who waits waits for a time before the one they have."""
    return bool(SOONER.search(plain))


EVERY = {
    "both": re.compile(r"\bboth\b"),
    "all": re.compile(
        r"(?<!at )(?<!thats )\ball(?: of)?(?: (?:them|those|these|my|our|the)\b|\W*$)"
        r"|\b(?:everything|the (?:whole )?lot|every (?:one|appointment|booking|session))\b"
    ),
}


def every_one(plain: str) -> str:
    """`both` or `all`, where that many appointments are spoken of, else ""."""
    return next((many for many, pattern in EVERY.items() if pattern.search(plain)), "")


SAME_LIST = 8  # words of a message that asks for times before or after those shown, and nothing else
BEFORE_THAT = re.compile(r"\b(?:earlier|sooner)\b")
AFTER_THAT = re.compile(r"\blater\b")
SOME_DAY = re.compile(  # "I'll do it later", "see you later", "sooner or later"
    r"\b(?:see|talk|speak|back|do (?:it|this|that)|decide|finish|continue|message|text|call|ring|know|tell"
    r"|ill be|running|or|than i|minutes?|mins)\b.*\b(?:later|earlier|sooner)\b|\blater(?:s| mate| gator| then)\b"
    r"|\bearlier on\b|\b(?:said|told|wrote|asked|mentioned|hurt\w*|sore|was)\b"
)


def than_these(plain: str) -> str:
    """`earlier` or `later` than the times on the screen, where that is all that is asked for."""
    if found := THEREAFTER.fullmatch(plain):
        return "later" if found[1] == "after" else "earlier"
    if len(plain.split()) > SAME_LIST or SOME_DAY.search(plain) or re.search(r"\d", plain):
        return ""
    before, after = BEFORE_THAT.search(plain), AFTER_THAT.search(plain)
    return "earlier" if before and not after else "later" if after and not before else ""


THEREAFTER = re.compile(
    r"(?:(?:and|so|ok|any ?thing|one|or|what about) )*(after|before) (?:that|those|these|then|it)\W*"
)
OF_THESE = re.compile(
    r"(?:(?:the|ok|yes|ill take|id like|can i have|make it|um|oh) )*"
    r"(?:(?:latest|last|1st|2nd|3rd|4th) one|(?:earliest|soonest)(?: one)?|(?:first|second|third|fourth)(?: one)?)"
    r"(?: (?:available|free))?"
    r"(?: please| pls| then)*\W*"
)


def names_a_moment(plain: str) -> bool:
    """Whether "after that" is all that is said: of times it is a wish, and to no other question a yes."""
    return bool(THEREAFTER.fullmatch(plain))


def one_of_these(plain: str) -> bool:
    """Whether "the latest one" or "the second" of the times on the screen is chosen; no other time is wished."""
    return bool(OF_THESE.fullmatch(plain))


ONE_MORE = re.compile(
    r"\b(?:another(?! (?:time|day|date|hour)\b)|also|too(?! (?:late|early|soon))|as well|(?<!any )more|extra|again"
    r"|follow.?up|both|every|weekly|regular\w*|block|(?:second|next) (?:one|session|appointment|slot)"
    r"|book(?! (?:it|that)\b)"
    r"|my (?:husband|wife|partner|son|daughter|friend|mate|mum|mom|dad|brother|sister|other half))\b"
)
ANEW = re.compile(
    r"\bnew (?:one|booking|appointment|appt|session|massage|slot)\b|\b(?:a|for a) (?:booking|session|massage)\b"
    r"|\b(?:anything|(?:an?|any|got|free|more) (?:\w+ )?(?:slots?|openings?|gaps?|availability)|come in"
    r"|see (?:me|us)|fit (?:me|us) in|(?:do|have) you (?:have|got)|are you (?:free|open)|availab\w+)\b"
)
REPLACES = re.compile(
    r"\b(?:instead|rather|better|later|earlier|sooner|move\w*|chang\w+|swap|shift|push|switch|wrong|meant|mean|actually"
    r"|sorry|oops|(?:make|have|do) (?:it|that|this|mine)|not|cant|wont|no|nope|nah|different|reschedul\w+)\b"
)
WRONG_TIME = re.compile(r"\bwrong (?:day|date|time|hour|week|slot|one)\b|\btoo (?:late|early|soon)\b")
_BEFORE_IT = (
    r"(?:\W|\b(?:sorry|oh|ah+|actually|no|nope|hm+|um+|erm?|so|ok|okay|right|wait|hi|but|damn|just"
    r"|(?:checked|looked at|seen) (?:my|the|our) \w+|and)\b)*"
)
_THE_TIME = (  # "my card doesn't work" is about no time
    r"(?:(?:that|this|it|the|my) )?(?:(?:time|day|date|slot|hour|appointment|appt|booking|one|(?:mon|tues?|wed(?:nes)?"
    r"|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|that|this|it|thats|its)\b ?)"
    r"(?:(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)? ?)?"
)
_NOT = r"(?:wont|will not|doesnt|does not|cant|cannot|(?:is|isnt|not)(?: not)? (?:gonna|going to)) (?:\w+ )?"
_AFTER_IT = (
    r"(?:\W|\b(?:for|to|me|us|sorry|after|all|now|then|really|actually|any|more|im|afraid|unfortunately|at)\b)*$"
)
WILL_NOT_DO = re.compile(
    rf"^{_BEFORE_IT}(?:{_THE_TIME}(?:(?:really|just|sadly) )?(?:{_NOT}(?:work|suit|fit|do)"
    r"|(?:is |are |isnt |not )?(?:no|not? ?(?:any|much)|any|much) (?:good|use)|(?:is )?clash\w*(?: with [\w ]+)?)"
    r"|(?:i|we|im|i am|were|we are) (?:(?:really|just|sadly) )?(?:double booked"
    rf"|(?:{_NOT}|not (?:gonna|going to) )(?:do it|make it)))\b{_AFTER_IT}"
)
ANOTHER_DAY = re.compile(
    r"^(?!.*\b(?:dont|do not|not|no need|without)\b)"
    r".*\b(?:another|a different|a new|some other) (?:day|date|time|slot|week)\b"
)
WHEN_IS_IT = re.compile(
    r"\b(?:when(?:s| is| are| was| were) (?:it|that|they|those|mine|this)"
    r"|(?:what|which) (?:day|time|date)s? (?:(?:is|was|are|were) (?:it|that|they|those|this)"
    r"|did (?:i|you) (?:say|book|pick|choose|take)))\b\W*(?:again|please|sorry)?\W*$"
)
LOOKS_FORWARD = re.compile(
    r"\b(?:(?:look|looking) forward|cant wait|excited)\b"
    r"|\b(?:ill|i will|well|we will|will) (?:\w+ )?(?:be|get|arrive|come) (?:over |down )?there\b"
    r"(?!.*\b(?:instead|only|until|late|later|not|rather)\b)"
)
OF_A_REMINDER = re.compile(rf"^\D*{MESSAGES.pattern}")


def one_more(plain: str) -> bool:
    """Whether who has just booked would have a further appointment, perhaps somebody else's."""
    return bool(ONE_MORE.search(plain))


def another_time(plain: str) -> bool:
    """Whether the time that was just booked is called the wrong one, or should be earlier or later."""
    return bool(WRONG_TIME.search(plain) or than_these(plain))


def another_day(plain: str) -> bool:
    """Whether another time is asked for, without saying which: "a different day please"."""
    return bool(ANOTHER_DAY.search(plain))


def will_not_do(plain: str) -> bool:
    """Whether what was just booked does not suit: whoever says so is asked whether to move or cancel it."""
    return bool(WILL_NOT_DO.search(plain))


def asks_when(plain: str) -> bool:
    """Whether it is asked when that is which was just booked."""
    return bool(WHEN_IS_IT.search(plain))


def opens_anew(plain: str, answers: Mapping[str, str]) -> bool:
    """Whether a further appointment is asked for by its day: "have you anything on the 9th?" gives none away."""
    return "day" in answers and bool(ANEW.search(plain)) and not REPLACES.search(plain)


def times_a_reminder(plain: str) -> bool:
    """Whether the time that follows is when somebody would be reminded, or how."""
    return bool(OF_A_REMINDER.search(plain)) and not REPLACES.search(plain)


def looks_forward(plain: str) -> bool:
    """Whether the time that is named is one that somebody looks forward to."""
    return bool(LOOKS_FORWARD.search(plain))


def about_appointments(plain: str) -> str:
    """`late`, `wait`, `leave_list`, `show_list`, `rename` or `today` where the words plainly say so, else ""."""
    return next((intent for intent, pattern in PATTERNS.items() if pattern.search(plain)), "")
