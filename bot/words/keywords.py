"""Plain keywords: what is ordered, wished, denied or agreed to, with the model and while it is down. Pure."""

import re
import unicodedata
from collections.abc import Set

from bot.words.replies import exact
from bot.words.topics import joined, topic

Asked = Set[str]
LIMIT = 1_000  # characters read, as by the model; the red flags alone read further
NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
    )
} | {"nil": 0}
UNSEEN = re.compile(
    r"[^\S ]+|[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe0f\ufeff\ud800-\udfff]+"
)
MINE = (
    r"(?:my|our|the|an?|this|that|his|her|their) (?:\w+ ){0,3}?(?:appointment|appt|apt|booking|session"
    r"|massage|slot|visit|reservation)s?"
)
INTENTS = {  # searched in this order
    "human": r"""\b(?:(?:talk|speak|chat|deal) (?:directly )?(?:to|with|2)|put me (?:through|on) to
        |connect me (?:to|with)|get me|transfer me to|hand me (?:over )?to|switch to)
        (?:an? |the |some |your |one of the |one of your )?(?:manager|boss)?(?:(?:real|actual|live
        |human) )?(?:someone|somebody|anyone|person|human|people|agent|operator|employee|one
        |reception|receptionist|staff|therapist|owner|manager|physio|colleague|advisor|member of staff|body|being)
        |\b(?:want|need|prefer|get|give) (?:me )?(?:an? )?(?:real |actual )?(?:human|person)\b(?! who)
        |\b(?:someone|somebody|anyone|reception|therapist) (?:to )?(?:call|ring|phone|contact) (?:me|us)
        |^(?:please )?(?:call|ring|phone) me\b(?! (?!back)\w)
        |(?<!talking to a )(?<!are you a )\breal (?:person|human|human being)\b|\bleave a message for\b
        |\bmake a complaint\b
        |\b(?:give me a (?:ring|call)|a word with|quick word|transfer me|escalate|no bots)\b
        |\bnot (?:talking to )?a (?:bot|machine|robot)\b|\bcall ?back\b|\bring me back\b""",
    "restart":
        r"\b(?:start|begin) (?:over|again|afresh|anew)\b|\bfrom (?:scratch|the (?:top|start|beginning))\b"
        r"|\bwipe (?:all|everything)\b",
    "stop": r"""^(?:please )?(?:stop|quit|never ?mind|forget it|forget about it|forget the whole)\b
        |\bdont want to (?:do this|book|continue|answer)
        |\b(?:leave it (?:for now|there|so)|give up|do (?:it|this) (?:another|some other) time
        |come back (?:to this )?later)\b|\bstop (?:this|asking|messaging)\b""",
    "undo":
        r"\bgo back\b|\bprevious question\b|\b(?:wrong|last) (?:button|answer)\b|\bmade a mistake\b"
        r"|\bundo (?:that|my)\b|\bdidnt mean (?:that|to)\b|\bmis-?typed\b",
    "cancel_appointment": rf"""\bcancel(?:l?ing|led)?\b(?!.{{0,20}}\b(?:policy|fee
        |charge)).{{0,40}}\b(?:appointment|appt|apt|booking|session|massage|slot|visit|it|one|me|today|tomorrow
        |tonight|\w+day|reservation|[a-z0-9]{{6}})\b|\b(?:cant|cannot|wont|not going to) (?:make(?!
        (?:it|this|that|things|any) (?:(?:any|much) )?(?:clearer|plainer|simpler|easier|better|worse|sense)\b)
        |come|be coming|attend)\b|\b(?:call off|scrap|bin|drop|delete|remove|get rid of) (?:{MINE}
        |both\b|them (?:all|both)\b)
        |^(?:please |can i |i (?:need|want|have) to )?cancel\b(?! (?:this chat|my (?:gym|netflix|dentist)))""",
    "reschedule": rf"""\b(?:reschedule|rearrange|rebook|re-?schedule|postpone|resched)\b|\b(?:move|change|swap
        |shift|push|bump|switch|amend|alter|edit) (?:back |up )?{MINE}
        |\b(?:move|swap|shift|switch|push|bump) (?:my|me|it|us|mine|days)\b
        |\bput(?:ting)? (?:off {MINE}|{MINE} off)\b|\bdifferent (?:time|day
        |date) for my\b|\bchange (?:it|that|this|mine) (?:to|for)\b|\b(?:bring|put) my \w+ (?:forward|back)\b""",
    "show_appointment": rf"""\bwhen (?:am i|is my|was my|s my|do i have)\b|\bwhens my\b|\b(?:show|see|view|check
        |look up|confirm) (?:me )?(?:my|{MINE})
        |\bwhat (?:time|day|date) (?:is|was|am|did) (?:my|i)\b|\b(?:do|have) i (?:have |got )?(?:anything
        |something )?booked\b
        |\b(?:have|had|got) (?:me|us) (?:down|in)\b(?! (?:the|your))
        |\bam i (?:still )?(?:booked|down)\b|\bmy (?:bookings|appointments|reference)\b""",
}  # fmt: skip
WANTS = r"""\bbook(?:ed|ing)?\b(?! (?:online|club))|\bappointments?\b|\bappt\b|\b(?:any(?:thing)?|got|have|a|your
        |first|next|earliest) (?:\w+ ){0,3}?(?:slots?|gaps?|space|availab\w+|openings?|vacanc\w+|free)\b
    |\bfit (?:me|us|him|her) in\b|\bsqueeze (?:me|us) in\b|\b(?:can|could|may|shall|should) (?:i|we|he|she
    |you) (?:come|see|have|get|grab|do|make|pop)\b|\b(?:need|want|like|fancy|after
    |for) an? (?:\w+ ){0,4}?(?:massage|session|sesh|rub)\b
    |\bcome in\b|\bsee me\b|\bget (?:me )?in\b|\bslot\b|\bschedule\b|\breserve\b|\bavailab|\bwhat(?:ve
    | have) you got\b|\bpencil me\b|\bput me down\b|\b(?:got|have you|have|is there) anything\b|\b(?:massage
    |session|sesh|rub) (?:please|pls|on|this|next|tom)|\bwhens (?:good|best|suits)\b"""
SUITS = r"\b(?:works?|suits?|best|prefer|free|any ?time|can do|please|pls|would be good|instead|make it)\b"


PATTERNS = {intent: joined(pattern) for intent, pattern in INTENTS.items()}
WANTED = joined(WANTS)
MANNERS = re.compile(
    r"\b(?:good (?:morning|afternoon|evening|night)|night night"
    r"|see (?:you|ya|u)(?: all)?(?: on)? \w*(?:day|tomorrow|then|soon))\b"
    r"|^(?:top (?:o|of) the )?(?:mornin|morning|afternoon|evening|evenin)"
    r"(?= ?[,!.]| (?:to )?(?:all|folks|team|yall|you|ye|yous|lads|guys|everyone)\b|$)|\btop (?:o|of) the mornin(?:g|\b)"
)
RADIO = re.compile(r"\b(?:10|ten)[ -]?(?:4|four)\b")  # "10-4": yes, unless a time is asked
GREETED = re.compile(r"^(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b")
BY_THE_HOUR = re.compile(r"^(?:good )?(?:mornin|morning|afternoon|evenin|evening)\b(?!.*(?:\?|\d))")
THANKED = re.compile(r"\b(?:thanks|thank you|cheers|thx)\b")
HELPED = re.compile(r"\b(?:can you help|how do(?:es)? (?:i use|this (?:thing )?work)|what can (?:you|i) (?:do|ask))\b")
_THIS = "(?:this|that|it|you|any of (?:this|it)|the question)"
_ANSWER = (  # "where do I put my bag?" and "how do I enter the building?" ask of something else
    rf"(?:(?:say|answer|write|put|type|tell you|reply|fill in|use)(?: {_THIS})?"
    rf"|(?:answer|reply) to {_THIS}|(?:choose|pick|enter)(?: (?:it|here)))?(?: (?:in )?here| now| next)?\W*$"
)
_DUE = "(?:supposed|meant|expected) to"
_YOURS = r"what (?:youre|youve|you|this|that|it|to)(?: \w+){0,5}"
LOST = joined(  # who asks what to do with our question; the same words again would be no help
    rf"""\b(?:dont|do not|cant|cannot) (?:\w+ )?(?:understand|follow)(?: {_THIS}| {_YOURS})?\W*$
    |\b(?:dont|do not) (?:\w+ )?get (?:this|the question|{_YOURS})\W*$
    |\b(?:dont|do not|not|cant) (?:\w+ )?(?:know|see|sure) (?:how|where|what) (?:to|(?:im|i am) {_DUE}) {_ANSWER}
    |\bwhat (?:im|i am) {_DUE} {_ANSWER}
    |\b(?:how|where|what) (?:do|should|shall|am|can|would) i (?:(?:have to|need to|got to|{_DUE}) )?{_ANSWER}
    |\bwhat (?:do|should|am) i (?:(?:have|need|{_DUE}) )*(?:to )?do (?:(?:here|now)\W*$|to {_ANSWER})
    |\bwhat (?:are|do|did) you (?:want|wanting|after|asking|expect|expecting|looking for)(?:
    (?:from |of )?me(?: to {_ANSWER})?)?\W*$
    |\bwhat (?:kind|sort|type) of (?:answer|reply)\b|\bhow do i use (?:it|this)\W*$|\bover my head\b"""
)


def is_lost(plain: str) -> bool:
    """Whether somebody does not know what we want of them, or how to say it."""
    return bool(LOST.search(plain))


def greets_by_the_hour(plain: str) -> bool:
    """Whether a hello names a time of day: "morning gorgeous"."""
    return bool(BY_THE_HOUR.search(plain))


def readable(text: str) -> str:
    """The text without what nobody sees: control signs, direction marks, halves of characters. Spaces are single."""
    whole = unicodedata.normalize("NFKC", UNSEEN.sub(" ", text[:LIMIT]))
    return " ".join(UNSEEN.sub(" ", whole).split())


def plain(text: str) -> str:
    """The readable text as rules read it: lower-case, "can't" as cant."""
    return re.sub(r"['’‘`´]", "", readable(text).lower())


def numeric(plain: str) -> str:
    """The text with small numbers as digits: "three" as 3. The pronoun in "this one" is no number."""
    without = re.sub(
        r"\b(the|this|that|left|right|which|other|same|no|any|longer|shorter|first|last|each) one\b", r"\1 #", plain
    )
    return re.sub(r"\b(?:" + "|".join(NUMBERS) + r")\b", lambda hit: str(NUMBERS[hit[0]]), without)


def unmannered(plain: str) -> str:
    """The text without the manners that name a time: "good evening", "see you Thursday"."""
    return MANNERS.sub(" ", plain)


def command(plain: str) -> str:
    """What is plainly ordered: a person, a stop, an errand about an appointment; or ""."""
    return next((intent for intent, pattern in PATTERNS.items() if pattern.search(plain)), "")


def wants(plain: str) -> bool:
    """Whether a session is plainly asked for."""
    return bool(WANTED.search(plain))


def suits(plain: str) -> bool:
    """Whether a time is spoken of as one that would do."""
    return wants(plain) or bool(re.search(SUITS, plain))


def guess(plain: str) -> str:
    """The intent, by keywords alone."""
    if ordered := exact(plain) or command(plain):
        return ordered
    if wants(plain):
        return "book"
    if topic(plain):
        return "ask_faq"
    named = {"help": HELPED, "greet": GREETED, "thank": THANKED}
    return next((intent for intent, pattern in named.items() if pattern.search(plain)), "inform")


YES = re.compile(
    r"^(?:oh |um |ok |hi )?(?:yes|yep|yeah|yup|ye|y|aye|sure|ok|okay|perfect|great|lovely|grand|brilliant|book it"
    r"|go ahead|sounds good|please do|confirm)\b"
)
THEIRS = re.compile(r"^(\W*(?:(?:it'?s|its|mainly|mostly|just|yes,?) )?)(?:her|his|their)\b", re.IGNORECASE)
THEY_HAVE = re.compile(r"^\W*(?:she|he|they)(?:['’]?(?:s|ve) got| has| have)(?: got)? (?!\d)(?=\w)", re.IGNORECASE)
REFERENCE = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6}\b")
# As they have been made since: a letter, a figure, and four of either, which neither a split nor a postcode is.
REFERENCE_SAID = re.compile(
    r"(?:\b(?:booking|reference|ref|number|no) )?\b[a-z][2-9](?=[a-z2-9]*\b)[a-z2-9]{4}\b", re.IGNORECASE
)


HESITATES = re.compile(
    r"\b(?:maybe|m[ie]bbe|perhaps|possibly|probably|unsure|uncertain|dunno"
    r"|(?:dont|do not|not|couldnt) (?:really )?know (?:if|whether|about|that)"
    r"|(?:not|(?:couldnt|cant|cannot) be) (?:\w+ )?(?:sure|certain)|i (?:guess|think|suppose)(?: so)?$"
    r"|(?:let me|need to|have to|got to|gotta) (?:\w+ )?(?:check|think|see|ask)|ill (?:check|think|ask))\b"
)
CONDITION = re.compile(  # "yes, if that's alright" is manners
    r"\b(?:if|provided|unless|once)\b(?! (?:possible|(?:(?:that|it|this)s?|(?:that|it|this) is|youre|you are)"
    r" (?:ok|okay|alright|all right|fine|possible|sure)|you (?:dont mind|wouldnt mind|like|please|could|would)"
    r"|i (?:may|must))\b)"
    r"|[,.;!-] ?(?:(?:just|then|and|no|actually|ill) )*(?:scrap|cancel|skip|bin|ditch|forget|drop|leave|kidding|joking"
    r"|never|not really|im (?:kidding|joking))\b"
    # "ok and is there parking?" goes on to ask
    r"|^(?:oh |um )?(?:ok|okay|sure)[,.]? (?:and|but|so|what|how|can|could|do|does|is|are|will|would)\b.*\?\W*$"
)
CALLED_OFF = re.compile(  # idioms of "stop" in replies.py, said of an appointment
    r"\b(?:cancel\w*|cancle|scrap|bin|ditch|sack|drop|chuck|jack|pack|call(?:ing)? (?:it|this|that|off)"
    r"|(?:dont|do not) (?:want|need)(?! (?:anything|nothing|to (?!come|go|do|have|keep))\b)"
    r"|no longer (?:need|want|requir|coming|able)\w*|need\w* (?:\w+ ){0,3}any ?more|not doing"
    r"|(?:im|i am|count me) (?:out|off)|on the head"
    r"|(?:cant|cannot|wont) (?:do|make|manage) (?:it|that) (?:now|any ?more)"
    r"|(?:wont|not) (?:be )?(?:proceed|continu)"
    r"|(?:forget|skip|abandon) (?:the|this|that) (?:\w+ )?(?:booking|appointment|thing|lot|business))"
)
CANCELS = re.compile(rf"\bcancel (?:it\b|everything|the (?:lot|whole|entire)|{MINE})")
DROPS = re.compile(
    r"(?:(?:oh|um|ok|okay|right|well|no|actually|just|please|sorry)\W+)*cancel(?: (?:it|this|that|please|pls))*\W*"
)
YES_CANCEL = re.compile(
    r"(?:(?:oh|um|ok|okay|right|well) )?(?:yes|yep|yeah|yup|aye|sure)\W+(?:please )?cancel(?: please| pls)?\W*"
)
_DO = r"(?<!cant )(?<!cannot )(?<!not )(?<!dont )\b"  # "I can't keep it"
KEEPS = re.compile(
    _DO + r"(?:keep|stick (?:with|to)|stay with|leave) (?:it|that|this|the|my|things|everything|\w+day)\b"
)
STAYS = re.compile(_DO + r"(?:leave|keep|stick|stay)\b")
MOVES = re.compile(r"\b(?:but|later|earlier|instead|off|out|at(?! [69]0\b)|move|change|if|except)\b|\?")
_NOT_CANCELLED = r"(?:dont|do not|not|never) cancel"
_MESSAGES = r"(?:remind\w*|texts?|texting|messag\w*|e-?mails?)"
MESSAGES = re.compile(rf"\b{_MESSAGES}\b")
CHAT = re.compile(rf"\?|\b(?:chat|conversation|for now|for today|{_NOT_CANCELLED})\b")
CLOSES = re.compile(  # a talk, and no appointment
    r"\b(?:(?:thats|that is|thatll be|that will be) (?:it|me|us|all|everything|the lot|enough)"
    r"|(?:nothing|anything) else|all (?:done|good|set|sorted|ok|okay|fine|sound)"
    rf"|(?:im|were|me) (?:done|good|set|sorted)|no worries|no need|not (?:needed|necessary|required)|{_MESSAGES}"
    rf"|leave it (?:at that|there|so)|(?:the|end|close|this|our) (?:chat|conversation)"
    rf"|unsubscribe|see (?:you|ya|u)|{_NOT_CANCELLED})\b"
)
PLEASED = re.compile(
    r"\b(?:thanks?|thank you|cheers|thx|ta|ty|bye\w*|cool|great|lovely|perfect|brilliant|good|grand)\b"
)
PLAIN_YES = re.compile(
    r"\b(?:yes|yep|yeah|yup|yh|ye|aye|please|pls|plz|sure|definitely|of course|go (?:ahead|on|for it)|do (?:it|that|so)"
    r"|confirm\w*|correct)\b"
)
PREFERS = re.compile(
    r"\b(?:rather|prefer|instead|go for|id like|i want|ill (?:have|take|go)|lets (?:do|go)|make it)\b"
    r"(?! (?:to )?(?:know|ask|understand|hear))"
)


def on_condition(plain: str) -> bool:
    """Whether a yes hangs on something, or is taken back: "go ahead if my wife agrees", "go ahead, scrap it"."""
    return bool(CONDITION.search(plain))


def calls_off(plain: str) -> bool:
    """Whether who stops would have what is booked no more, rather than leave it as it is."""
    return bool(CALLED_OFF.search(plain)) and not CHAT.search(plain) and not MESSAGES.search(plain)


def keeps(plain: str) -> bool:
    """Whether an appointment is to stay as it is."""
    return bool(KEEPS.search(plain)) and not MOVES.search(plain)


def closes(plain: str) -> bool:
    """Whether who says no or enough wants nothing more of us, and keeps what is booked."""
    return bool(CLOSES.search(plain))


def agrees_to_cancel(plain: str) -> bool:
    """Whether a yes to cancelling is plain: "ok cool", "ok thanks bye" and "yep all done" may close a talk as well."""
    pleased = PLEASED.search(plain) and not PLAIN_YES.search(plain)
    stays = pleased or closes(plain) or on_condition(plain) or STAYS.search(plain)
    return says_cancel(plain) or calls_off(plain) or not stays


def drops_it(plain: str) -> bool:
    """Whether what is under way is dropped: "cancel it", of no appointment in particular."""
    return bool(DROPS.fullmatch(plain))


def says_cancel(plain: str) -> bool:
    """Whether an appointment is to be cancelled, in that very word."""
    return bool(YES_CANCEL.fullmatch(plain) or CANCELS.search(plain)) and not CHAT.search(plain)


def says_yes(plain: str) -> bool:
    """Whether a message begins by agreeing, and neither turns round nor hesitates."""
    turns = re.search(r"\b(?:but no|actually no|wait)\b", plain)
    return bool(YES.search(plain)) and not turns and not hesitates(plain) and not on_condition(plain)


def asks_leave(plain: str) -> bool:
    """Whether leave is asked ("ok, can I book then"), which says nothing of what a doctor said."""
    return bool(re.search(r"\b(?:can|could|may) (?:i|we)\b", plain)) and not plain.startswith("y")


def hesitates(plain: str) -> bool:
    """Whether a yes is a maybe."""
    return bool(HESITATES.search(plain))


def prefers(plain: str) -> bool:
    """Whether something is chosen rather than asked about."""
    return bool(PREFERS.search(plain)) and "?" not in plain


def without_reference(text: str) -> str:
    """The text as anybody would say it: "cancel K7M2QX" cancels my appointment, whatever the code sounds like."""
    return text if re.search(r"\bappointment\b", text.lower()) else REFERENCE_SAID.sub("my appointment", text)


def as_own(text: str) -> str:
    """The answer to what brings somebody in, told as one's own: "her hip" is that of whoever comes."""
    return THEY_HAVE.sub("I have ", THEIRS.sub(r"\1my", text, count=1), count=1)


def reference(text: str) -> str:
    """An appointment's reference, such as K7M2QX, or ""."""
    found = REFERENCE.search(text[:LIMIT].upper())
    return found[0] if found else ""
