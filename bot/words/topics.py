"""Keywords to the subject of a question, read from a message as `keywords.plain` leaves it. Pure."""

import re

TOPICS = {
    "prices":
        r"\b(?:how much (?:is|are|does|do|for|will|would)|prices?|pricing|cost|costs|what do you charge"
        r"|rates?\b.{0,12}\?|fees?\?)",
    "parking": r"\b(?:parking|car park|park (?:my|the|a) car|where (?:can|do) i park|(?:can|could) i park)\b",
    "hours":
        r"\b(?:opening (?:hours|times)|what time do you (?:open|close|shut)|when do you (?:open|close"
        r"|shut)|are you open|how late (?:are|do) you|open on)\b",
    "place":
        r"\b(?:where are you|wheres the clinic|where is (?:the clinic|it)|whats the address|your address"
        r"|directions|how do i (?:get|find) (?:there|you)|where do i (?:go|come))\b",
    "cancellation":
        r"\b(?:cancell?ation (?:policy|fee|charge|rules?)|fee if i cancel|how late can i cancel"
        r"|no[ -]show)\b",
    "insurance": r"\b(?:insurance|bupa|insured|hsa|axa|vitality)\b",
    "payment":
        r"\b(?:how do i pay|pay (?:by|with|on|up front|in cash)|take cards?|apple pay|cash ok|(?:do you"
        r"|can i).{0,12}\b(?:cash|card)\b)",
    "what_to_wear": r"\bwhat (?:should|do|shall) i wear\b"
    r"|\b(?:take (?:my|off) .{0,12}(?:clothes|off)|get undressed|underwear|shorts ok)\b",
    "does_it_hurt":
        r"\b(?:does|will|is|do) (?:it|they|massages?|a massage|a sports massage|this)(?: going to"
        r"| gonna)? (?:hurt|be painful|painful|be sore)\b|\bpainful is\b",
    "privacy":
        r"\b(?:gdpr|hipaa|privacy|who (?:reads|sees|can see)|(?:is|are) (?:this|my (?:details|info"
        r"|data)) (?:stored|private|safe|confidential)|what do you do with my)\b",
    "bot":
        r"\bare you (?:a )?(?:an )?(?:bot|robot|ai|human|real|machine|chatgpt|person)\b|\bis this (?:a bot"
        r"|automated|a robot|ai)\b|\btalking to a (?:bot|robot|machine|real person)\b",
    "how_long":
        r"\bhow long (?:is|are|does|do|will|would) (?:a|an|the|it|they|one|sessions?|it all)\b"
        r"|\bwhat lengths\b",
    "how_often": r"\bhow (?:often|frequently|many (?:sessions|times))\b",
    "first_visit":
        r"\b(?:first (?:visit|session|appointment|time)\b.{0,30}\b(?:happens?|expect|like|involve)"
        r"|what (?:happens|should i expect|to expect))\b",
    "when_to_come":
        r"\b(?:how (?:soon|long|many days|close) (?:before|after)|when should i (?:come|book|have|get)"
        r"|best time (?:for|to)|too close)\b",
    "who_for": r"\b(?:who is it for|whos it for|only (?:a )?beginner"
    r"|do you (?:treat|see|do) (?:kids|children|beginners|juniors|teenagers))\b",
    "what_is": r"\bwhat(?:s| is| exactly is) (?:a )?sports? massage\b|\bdifference between\b",
    "benefits": r"\b(?:benefits?|what will it do|why should i (?:get|have))\b",
    "techniques": r"\b(?:what techniques|trigger point|myofascial|cupping|dry needling|deep tissue)\b",
    "what_else_helps": r"\b(?:what else (?:can|should|helps)|foam roll|what stretches|stretches should)\b",
    "evidence":
        r"\b(?:does (?:it|massage) (?:really |actually )?work|evidence|proof|science|scientific|research"
        r"|placebo|studies)\b",
    "therapists":
        r"\b(?:who are (?:your|the) therapists?|(?:fe)?male therapist|with an? (?:woman|lady|female|man|bloke|male)\b"
        r"|who else (?:is there|do you have|have you|could i|can i)|are they qualified"
        r"|qualifications|whos (?:the best|working))\b",
    "with_whom":
        r"\b(?:who(?:s| is| will| would|ll)? (?:\w+ ){0,2}?(?:that|it|this|one)(?: be)? with"
        r"|who (?:will|would|do|am) i (?:see|be seeing|get|seeing))\b",
    "contact":
        r"\b(?:your (?:phone )?(?:number|email|e-mail)|(?:phone number|email address)\?|how (?:can"
        r"|do) i (?:contact|reach|ring|call) (?:you|the))",
}  # fmt: skip


def joined(pattern: str) -> re.Pattern[str]:
    """A pattern over several lines: a line that begins with | is one more way to say it, else the break is a space."""
    return re.compile(re.sub(r"\n\s*", " ", re.sub(r"\n\s*\|", "|", pattern)))


WHY = joined(
    r"""\bwhy (?:do|would|are|did|should|must) (?:you|we) (?:\w+ )?(?:need|ask|asking|want|keep|store|write|note)\b
    |\bwhy (?:do|should|must|would) i (?:have to |need to |want to )?(?:tell|say|answer|give|fill|share)\b
    |\bwhy (?:ask|all (?:the|these|those)|the|so many|these) ?(?:questions?)?\W*$|\bwhy does (?:it|that|this) matter\b
    |\bwhat do you (?:need|want) (?:\w+ ){1,3}for\b|\bwhat(?:s| is) (?:it|this|that|all (?:this|that)) for\b
    |\bhow come you (?:need|ask|want)\b|^(?:but |and |ok |sorry )*(?:why(?: (?:is that|though))?|what for)\W*$"""
)
COMPANY = (
    r"(?:mates?|friends?|partner|other half|wife|husband|boyfriend|girlfriend|fianc\w+|mum|mom|dad|parents?|sister"
    r"|brother|sons?|daughters?|kids?|child(?:ren)?|baby|toddler|little one|dogs?|puppy|someone|somebody|anyone)"
)
OF_OURS = {  # these the model has never heard of, or takes for something else
    "privacy": WHY,
    "reminders": joined(
        r"""\b(?:will|would|can|could|do|does|shall) (?:you|u|i|we) (?:(?:also|please|pls|get|be|have|send|text|email
        |me|us|a|any|out|give|set|receive|still|just|always|need) ){0,5}(?:reminders?|reminded
        |remind(?: (?:me|us|people))?(?: (?:please|pls|too|then))*(?:\W*$|[,.?!]
        | (?:the (?:day|night|evening|morning|week)|before|beforehand|nearer|by|on|via|at|a|an|with)\b))
        |\b(?:is|are|will) there (?:be )?(?:\w+ )?reminders?\b
        |\b(?:set|send|give|text|email)(?: me| us)? (?:up )?(?:a |any )?reminders?\b
        |\b(?:will|can|could|do|would) you (?:text|message|e-?mail|ping) (?:me|us) (?:the |a )?(?:day|night|evening
        |morning|hour|few hours)? ?(?:before(?! (?:\d|noon|midday|lunch|i\b|you\b))|beforehand|nearer)\b
        |\bget (?:a|any) (?:texts?|messages?|e-?mails?) (?:\w+ ){0,2}(?:before|beforehand|nearer)\b
        |\bhow (?:will|do|would) (?:i|we|you) (?:be |get )?remind(?:ed)?\b
        |^(?:please |pls |and |ok )*remind me(?: please| pls| (?:the |a )?(?:day|night|evening|hour) before)+\W*$"""
    ),
    "companion": joined(
        rf"""\b(?:can|could|may|might|should|if|ok|okay|alright|fine|possible) (?:(?:i|we|if i|to) )?bring
        (?:along )?(?:(?:my|a|an|the|our) )?(?:\w+ )?{COMPANY}\b
        |\b(?:can|could|may|if|ok|okay) (?:my|a|our) (?:\w+ )?{COMPANY}(?: \w+)?
        (?:come (?:too|along|with|as well|in with)|(?:sit|stay|wait)(?: in| there)?|watch|join)\b
        |\b(?:can|could|may) i (?:come|sit|stay|wait)(?: along| in| there)? with (?:her|him|them|my {COMPANY})\b"""
    ),
}
WITH_WHOM = re.compile(
    r"\b(?:is|was|are|will) (?:it|that|this|they|these|those) (?:be )?(?:(?:still|definitely|all|both) )?with \w+\W*\?"
)
QUESTIONS = {name: joined(pattern) for name, pattern in TOPICS.items()}


def asks_with_whom(plain: str) -> bool:
    """Whether it is asked who is seen at a time that was offered: "is that with Anna?" wishes for nobody."""
    return bool(WITH_WHOM.search(plain))


def topic(plain: str) -> str:
    """The subject of a question in general, or ""."""
    if ours := of_ours(plain):
        return ours
    if asks_with_whom(plain):
        return "with_whom"
    return next((name for name, pattern in QUESTIONS.items() if pattern.search(plain)), "")


def of_ours(plain: str) -> str:
    """The subject of a question that only our words know, whatever it sounds like; or ""."""
    return next((name for name, pattern in OF_OURS.items() if pattern.search(plain)), "")
