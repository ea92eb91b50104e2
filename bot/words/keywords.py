"""Plain keywords: exact replies, before the model is asked, and intents, while it is down. Pure."""

import re
import unicodedata
from collections.abc import Set

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
EMOJI = {
    "👍": "yes",
    "✅": "yes",
    "👌": "yes",
    "🆗": "yes",
    "👎": "no",
    "❌": "no",
    "🤷": "skip",
    "👋": "hi",
    "🙏": "thanks",
}

REPLIES = {  # the whole message, without its punctuation
    "affirm": """yes|y|yep|yeah|yh|ye|yup|yea|ya|yas|yess|yes please|yes pls|yes thanks|ok|okay|okey dokey|k|kk
        |sure|sure thing|aye|correct|right you are
        |thats right|that s right|perfect|great|go ahead|go for it|do it|book it|yes book it|confirm|confirmed
        |i agree|agreed|i consent|i accept|i do|i am
        |sounds good|sounds great|fine|thats fine|all right|alright|of course|definitely|absolutely|cool|lovely
        |please do|works for me|yes thats right
        |yes go ahead|yes i do|yes i am|yes it is|ie|ydw|oes|ydy|iawn|ie iawn|ie plis
        |why not|happy with that|si|oui|good|yes good|ideal|deal|that works|yes that works|exactly
        |spot on|indeed|certainly|affirmative|righto|right oh|righty ho|okey doke|go on then|go on|fire away
        |absolutely fire away|by all means
        |afraid so|im afraid so|afraid so yes|yes afraid so|sadly yes|yes sadly|unfortunately yes|yes unfortunately
        |too right
        |you bet|that works for me|yep that works for me|fair enough""",
    "deny": """no|n|nope|nah|naw|na|no thanks|no thank you|no ta|no sorry|not really|none|none of these
        |none of those|none of them|none of the above|none apply
        |neither|nothing like that|not at all|nothing|nil|no way|never|negative|i dont think so|no none of these
        |no none|nope none|none thanks
        |none of that|no none of that|none of it|naddo|nac ydw|nag oes|na dim|dim diolch
        |no none of those|i dont|im not|i havent|nothing else|wrong|incorrect|absolutely not
        |nope all good|none thankfully""",
    "dont_know": """dont know|i dont know|idk|dunno|i dunno|not sure|im not sure|unsure|no idea|no clue
        |cant remember|i cant remember|dont remember|i forget
        |maybe|perhaps|possibly|whatever|you choose|you decide|up to you|doesnt matter|dont mind|i dont mind
        |not fussed|who knows|beats me|couldnt say|couldnt tell you|couldnt tell ya|dim syniad
        |hard to say|rather not say
        |prefer not to say|id rather not say|no preference""",
    "skip": "skip|skip it|skip this|skip this one|skip that|pass|next|next question|move on",
    "stop": """stop|quit|exit|abort|end|nevermind|never mind|nvm|forget it|forget about it|leave it
        |leave it for now|stop it|stop this|not now|enough|im done
        |end chat|end conversation|changed my mind|unsubscribe|drop it""",
    "restart": """restart|start over|start again|begin again|reset|start afresh|from the top|new conversation
        |start from the beginning|back to the start|/start""",
    "undo": """undo|go back|back|back one|previous|previous question|go back one|undo that|take that back
        |one step back|oops|oops wrong button|whoops""",
    "repeat": """repeat|pardon|what|huh|eh|come again|say again|say that again|sorry what|what was that
        |repeat that|what was the question|again""",
    "help": "help|help me|menu|options|what can you do|how does this work|im stuck|i need help|commands|info|/help",
    "human": """human|agent|operator|reception|receptionist|representative|real person|person|talk to a person
        |talk to a human|speak to a person|speak to a human
        |a person|a human|a real person|real person please|customer service|call me|staff""",
    "greet": """hi|hello|hey|hiya|helo|hullo|hi there|hello there|hey there|heya|howdy|yo|good morning
        |good afternoon|good evening|morning|afternoon|evening|gm
        |hi hi|hallo|howya|shwmae|alright mate|alright butt|alright butty|alright pal|alright love
        |greetings|hi again|hello again""",
    "thank": """thanks|thank you|cheers|ta|thx|ty|tysm|thank you very much|many thanks|thanks a lot
        |thanks so much|thank you so much|much appreciated|diolch|diolch yn fawr|diolch yn fawr iawn
        |cheers mate|great thanks|perfect thanks|ok thanks|lovely thanks|brilliant thanks|thanks very much
        |thanks mate|cheers butt|nice one""",
    "goodbye": """bye|goodbye|bye bye|see you|see ya|cya|ttyl|good night|goodnight|ta ra|so long|later
        |see you then|see you thursday|take care|cheers bye|thanks bye""",
    "book": """book|booking|book a session|book me in|book a massage|book please|new appointment|new booking
        |make an appointment|appt|make a booking|book now|appointment""",
    "show_appointment": """my appointments|my appointment|my bookings|my booking|show my booking
        |show my appointments|when am i booked|view appointment""",
    "reschedule": """reschedule|move my appointment|change my appointment|move an appointment|change booking
        |change my booking""",
    "cancel_appointment": """cancel my appointment|cancel an appointment|cancel my booking|cancel booking
        |cancel appointment|i need to cancel""",
}  # fmt: skip
EXACT = {reply.strip(): intent for intent, replies in REPLIES.items() for reply in replies.split("|")}

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
        |tonight|\w+day|reservation|[a-z0-9]{{6}})\b|\b(?:cant|cannot|wont|not going to) (?:make|come|be coming
        |attend)\b|\b(?:call off|scrap|bin|drop|delete|remove|get rid of) {MINE}
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
    |session|sesh|rub) (?:please|pls|on|this|next|tom)"""
SUITS = r"\b(?:works?|suits?|best|prefer|free|any ?time|can do|please|pls|would be good|instead|make it)\b"


BESIDE = frozenset(  # whom a short reply is said to, and the sounds around it
    """mate mates love luv pal bud buddy butt butty bach cariad hun hon honey dear sir maam man dude guys bro bruv fella
    chief boss darling duck pet chick oh um umm er erm ah well tbh lol haha honestly lmao x xx xxx please pls plz
    sorry
    """.split()
)


PATTERNS = {intent: joined(pattern) for intent, pattern in INTENTS.items()}
WANTED = joined(WANTS)
MANNERS = re.compile(
    r"\b(?:good (?:morning|afternoon|evening|night)|night night"
    r"|see (?:you|ya|u)(?: all)?(?: on)? \w*(?:day|tomorrow|then|soon))\b"
    r"|^(?:morning|afternoon|evening)(?= ?[,!.]| all\b| folks\b| team\b|$)"
)
GREETED = re.compile(r"^(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b")
THANKED = re.compile(r"\b(?:thanks|thank you|cheers|thx)\b")
HELPED = re.compile(r"\b(?:can you help|how do(?:es)? (?:i use|this (?:thing )?work)|what can (?:you|i) (?:do|ask))\b")


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


def exact(plain: str) -> str:
    """The intent of a short reply, or ""."""
    signs = "".join(EMOJI.get(sign, "") for sign in dict.fromkeys(plain))
    bare = re.sub(r"[^\w\s/]", " ", plain).split()
    whole, short = " ".join(bare), " ".join(dict.fromkeys(word for word in bare if word not in BESIDE))
    return EXACT.get(whole or signs) or EXACT.get(short, "")


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
    r"^(?:oh |um |ok |hi )?(?:yes|yep|yeah|yup|ye|y|aye|sure|ok|okay|perfect|great|lovely|book it|go ahead"
    r"|sounds good|please do|confirm)\b"
)
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
REFERENCE = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6}\b")
# As they have been made since: a letter, a figure, and four of either, which neither a split nor a postcode is.
REFERENCE_SAID = re.compile(
    r"(?:\b(?:booking|reference|ref|number|no) )?\b[a-z][2-9](?=[a-z2-9]*\b)[a-z2-9]{4}\b", re.IGNORECASE
)


HESITATES = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|not (?:\w+ )?sure|unsure|dunno|i (?:guess|think|suppose)(?: so)?$"
    r"|(?:let me|need to|have to|got to|gotta) (?:\w+ )?(?:check|think|see|ask)|ill (?:check|think|ask))\b"
)
PREFERS = re.compile(
    r"\b(?:rather|prefer|instead|go for|id like|i want|ill (?:have|take|go)|lets (?:do|go)|make it)\b"
    r"(?! (?:to )?(?:know|ask|understand|hear))"
)


def says_yes(plain: str) -> bool:
    """Whether a message begins by agreeing, and neither turns round nor hesitates."""
    turns = re.search(r"\b(?:but no|actually no|wait)\b", plain)
    return bool(YES.search(plain)) and not turns and not hesitates(plain)


def asks_leave(plain: str) -> bool:
    """Whether leave is asked ("ok, can I book then"), which says nothing of what a doctor said."""
    return bool(re.search(r"\b(?:can|could|may) (?:i|we)\b", plain)) and not plain.startswith("y")


def hesitates(plain: str) -> bool:
    """Whether a yes is a maybe."""
    return bool(HESITATES.search(plain))


def prefers(plain: str) -> bool:
    """Whether something is chosen rather than asked about."""
    return bool(PREFERS.search(plain)) and "?" not in plain


def none_of_them(plain: str) -> bool:
    """Whether a list of things is denied, as a whole or as one part of a message."""
    return bool(NONE.search(plain)) or bool(DENIES.search(plain) and not TURNS.search(plain))


def without_reference(text: str) -> str:
    """The text as anybody would say it: "cancel K7M2QX" cancels my appointment, whatever the code sounds like."""
    return text if re.search(r"\bappointment\b", text.lower()) else REFERENCE_SAID.sub("my appointment", text)


def reference(text: str) -> str:
    """An appointment's reference, such as K7M2QX, or ""."""
    found = REFERENCE.search(text[:LIMIT].upper())
    return found[0] if found else ""
