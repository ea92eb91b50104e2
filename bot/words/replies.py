"""Short replies, before the model is asked, and yes, no, "no idea" and "enough" in other words. Pure."""

import re
from collections.abc import Sequence

from bot.words.phrases import Finder, Found, phrases
from bot.words.speech import Word

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
    "affirm": """
        yes|y|yep|yeah|yh|ye|yup|yea|ya|yas|yess|yes please|yes pls|yes thanks|ok|okay|
        okey dokey|k|kk|sure|sure thing|aye|correct|right you are|thats right|that s right|
        perfect|great|go ahead|go for it|do it|book it|yes book it|confirm|confirmed|i agree|
        agreed|i consent|i accept|i do|i am|sounds good|sounds great|fine|thats fine|all right|
        alright|of course|definitely|absolutely|cool|lovely|please do|works for me|yes thats right|
        yes go ahead|yes i do|yes i am|yes it is|ie|ydw|oes|ydy|iawn|ie iawn|ie plis|why not|
        happy with that|si|oui|good|yes good|ideal|deal|that works|yes that works|exactly|spot
        on|indeed|certainly|affirmative|righto|right oh|righty ho|okey doke|go on then|go on|fire
        away|absolutely fire away|by all means|afraid so|im afraid so|afraid so yes|yes afraid so|sadly
        yes|yes sadly|unfortunately yes|yes unfortunately|too right|you bet|that works for me|yep that
        works for me|fair enough|bang on|champion|champion that|defo|deffo|for sure|100 percent|
        without a doubt|absolutley|definately|surely|duh|nae bother""",
    "deny": """
        no|n|nope|nah|naw|na|no thanks|no thank you|no ta|no sorry|not really|none|none of
        these|none of those|none of them|none of the above|none apply|neither|nothing like that|not at
        all|nothing|nil|no way|never|negative|i dont think so|no none of these|no none|nope none|
        none thanks|none of that|no none of that|none of it|naddo|nac ydw|nag oes|na dim|dim diolch|
        no none of those|i dont|im not|i havent|nothing else|wrong|incorrect|absolutely not|nope all
        good|none thankfully""",
    "dont_know": """
        dont know|i dont know|idk|dunno|i dunno|not sure|im not sure|unsure|no idea|no clue|cant
        remember|i cant remember|dont remember|i forget|maybe|perhaps|possibly|whatever|you choose|
        you decide|up to you|doesnt matter|dont mind|i dont mind|not fussed|who knows|beats me|couldnt
        say|couldnt tell you|couldnt tell ya|dim syniad|hard to say|rather not say|prefer not to say|id
        rather not say|no preference|hm|hmm|hmmm|um|umm|er|erm|uh""",
    "skip": "skip|skip it|skip this|skip this one|skip that|pass|next|next question|move on",
    "stop": """
        stop|stahp|quit|exit|abort|end|nevermind|never mind|nvm|forget it|forget about it|leave
        it|leave it for now|stop it|stop this|not now|enough|im done|end chat|end conversation|
        changed my mind|unsubscribe|drop it""",
    "restart": """
        restart|start over|start again|begin again|reset|start afresh|from the top|new conversation|
        start from the beginning|back to the start|/start""",
    "undo": """
        undo|go back|back|back one|previous|previous question|go back one|undo that|take that back|
        one step back|oops|oops wrong button|whoops""",
    "repeat": """
        repeat|pardon|what|ye what|you what|whit|huh|eh|come again|say again|say that again|
        sorry what|what was that|repeat that|what was the question|again""",
    "help": """
        help|help me|halp|menu|options|what can you do|how does this work|im stuck|i need help|
        commands|info|/help""",
    "human": """
        human|agent|operator|reception|receptionist|representative|real person|person|talk to a
        person|talk to a human|speak to a person|speak to a human|a person|a human|a real person|real
        person please|customer service|call me|staff""",
    "greet": """
        hi|hello|hey|hiya|helo|hullo|hi there|hello there|hola|bonjour|namaste|konnichiwa|
        salaam|salam|guten tag|hey there|heya|howdy|yo|good morning|good afternoon|good evening|
        morning|afternoon|evening|gm|hi hi|hallo|howya|shwmae|alright mate|alright butt|alright
        butty|alright pal|alright love|greetings|hi again|hello again""",
    "thank": """
        thanks|thank you|cheers|ta|thx|ty|tysm|thank you very much|many thanks|thanks a lot|thanks
        so much|thank you so much|much appreciated|diolch|diolch yn fawr|diolch yn fawr iawn|cheers mate|
        great thanks|perfect thanks|ok thanks|lovely thanks|brilliant thanks|thanks very much|thanks
        mate|cheers butt|nice one""",
    "goodbye": """
        bye|goodbye|bye bye|bai|toodles|cheerio|adios|au revoir|hwyl|hwyl fawr|see you|see ya|
        cya|ttyl|good night|goodnight|ta ra|so long|later|see you then|see you thursday|take care|
        cheers bye|thanks bye""",
    "book": """
        book|booking|book a session|book me in|book a massage|book please|new appointment|new booking|
        make an appointment|appt|make a booking|book now|appointment|
        massage|a massage|sports massage|a sports massage""",
    "show_appointment": """
        my appointments|my appointment|my bookings|my booking|show my booking|show my appointments|when am
        i booked|view appointment""",
    "reschedule": """
        reschedule|move my appointment|change my appointment|move an appointment|change booking|change my
        booking""",
    "cancel_appointment": """
        cancel my appointment|cancel an appointment|cancel my booking|cancel booking|cancel appointment|i
        need to cancel""",
}  # fmt: skip
EXACT = {" ".join(reply.split()): intent for intent, replies in REPLIES.items() for reply in replies.split("|")}

BESIDE = frozenset(  # whom a short reply is said to, and the sounds around it
    """mate mates love luv pal bud buddy butt butty bach cariad hun hon honey dear sir maam man dude guys bro bruv fella
    chief boss darling duck pet chick oh um umm er erm ah well tbh lol haha honestly lmao x xx xxx please pls plz
    sorry
    """.split()
)

SPOKEN = {  # in any message, while something is asked; as in phrases.py
    "affirm": """
        of|off? course, of? course i|we|it|they|ah do|am|will|have|is|does, obviously, duh, be my
        guest, by all means, go ahead, go for it, go on then, fill your|yer boots, knock yourself out, crack on,
        work away, have at it, you|ye|ya bet, you betcha, bet your life, damn right|straight, dead|too right,
        ten four, 10 4, roger|copy that, aye aye, couldnt|could|cant agree more, cant argue with that, no
        objections|objection, be rude not to, daft|mad|crazy|silly|stupid|fool|idiot|eejit not to,
        daft|mad|crazy|silly|stupid|fool|idiot|eejit to say no, wouldnt|never|couldnt say no, twist
        my arm, count me in, that|this ones good|grand|fine|perfect|lovely|great, thats the one, ill have|take it|
        that|this, sign me up, im all yours, im up for it|that, im game, im sold, lets do it|this, couldnt have
        ~ ~ better, wouldnt have it any other way, just the job|ticket, just what the doctor ordered, you guessed
        it, guilty as charged, for my|me sins, does the pope, nae bother, so yes|yeah|aye, nothing id like|
        love better|more, nothing better""",
    "deny": """
        of|off? course not, obviously|definitely|certainly|clearly|sadly|thankfully|luckily|
        fortunately not, would|do|did|will|am|have i|we heck|hell|eck, like hell|heck, must|
        gotta|got be joking|kidding, must to be joking|kidding, got|has|have to be joking|kidding, youre|
        your|ye|you are? joking|kidding, having a laugh, not a chance|hope|sausage|bit, not a bit of it,
        not a snowballs chance ~ ~, not on your life|nelly|nellie, fat chance, no chance|fear|danger, hell|
        heck|god|gosh|lord|heavens|dear no|naw|nope, in your|my dreams, i|ah wish, as if, do i look
        like ~ ~ do, do i look like it, spare me, rather not, ill pass, hard pass, nothing doing, no can do, cannae|
        cant|can dae|do that|it, perish the thought, not in a million years, not for all the tea in china, when
        hell freezes over, pigs might|can fly, days are behind me|us, chance would be a fine thing, not that i
        know|am? aware|recall of?, wouldnt|shouldnt|dont|didnt have? thought|think so, so no|nope|nah|naw|not""",
    "dont_know": """
        couldnt|cant|cannot|cannae|couldnae honestly|really|rightly|even? say|tell, put a|my|ma|
        me finger on, up in the air, depends, depending on, hard|tough|difficult|tricky|impossible to say|
        tell|know, whos|who to say, who knows|kens, god|goodness|heaven|lord|christ alone|only? knows,
        beats me, search me, no idea|clue|notion|odea, not the|a? foggiest|faintest, not a clue|notion|
        scooby, havent a clue|notion|scooby, havent the foggiest|faintest|first, your guess is as good, dont|
        didnt|dinnae|doesnt know|ken|recall|remember, dunno, donno, cant|cannae|couldnt
        remember|recall|mind|decide, never remember|recall|decide, lost track|count, toss of a coin, toss up,
        could go either way, havent|not decided, undecided, waiting|waitin for|on|to ~
        rota|schedule|shifts|roster|boss, dont|havent|not ~ ~ rota|schedule|shifts|roster yet, rota|schedule|
        shifts|roster isnt|arent|aint|not|urnae ~ ~ yet, jurys|jury is? out, lets? wait and see, let|
        lemme|gimme me|us? chew|sleep|mull|ponder on|over it|that?, let me|lemme think|check|see|
        ask, must|need|have|gotta|got|ill to? first? check|consult|ask|sleep, must|need|have|
        gotta|got to? first look""",
    "stop": """
        im|ahm|am out|off, count me out, count me out of|o the|this|it|that? whole?
        thing|business|lot?, quitting, i quit, done filling|answering|typing this|that|it|these|
        questions in|out?, done with this|that|it|these questions?, call it quits|a day, skip|scrap|bin|ditch|
        sack|forget|
        can|cancel|drop|leave|abandon the|this|that whole|entire thing|lot|booking|business|
        appointment thing?, bin|sack|ditch|jack|chuck it|this, sack|pack|jack|knock|call it|this|
        that off|in, knock it|this|that on the head, park|shelve it|this|that, park|shelve|leave it|
        this|that for now|today, leave it altogether|there, forget it|this, forget about it|this, forget
        all|bout of|about? it|this, hold off on all? this|it|that, dont want|need it|this|that any
        more|longer, dont want|need it|this|that anymore, not doing it|this|that, wont|not be? proceed|
        proceeding|continue|continuing further?, had my fill of|o this|it, had enough of|o it|this,
        turning|switching it|this|the ~ off, you lost me, stop this|it, i stop here, cancel|cancle|
        cancell|end|close|stop the|this chat|conversation""",
}
FIND = Finder({intent: phrases(" ".join(written.split())) for intent, written in SPOKEN.items()})
TURN = frozenset("but except only just unless until though although however".split())
IFS = frozenset("if because cos cuz".split())  # "rather not if it's all the same to you"
THEN = frozenset("then so ok".split())
LEADING = frozenset("lets right just look no actually i we ill think".split())
CONDITIONS = IFS | frozenset("unless once until provided".split())  # "if my boss agrees, count me in" is no yes
AGREEING = (  # all that may follow a yes: "count me in, kidding" says something else, and so does what nobody foresaw
    BESIDE
    | THEN
    | frozenset(
        """yes yeah yep yup aye ye y sure okay fine grand great lovely perfect brilliant good cool of course definitely
        absolutely thanks thank you ta cheers thx diolch very much a lot many book it do go on ahead fire away and that
        thats this is works for me go alright all right agreed""".split()
    )
)
TAKEN_BACK = frozenset("yes yeah yep aye actually wait hang hold".split())  # a no, at any later word
FED_UP = frozenset("fill enough".split())  # of us, or of an ache
NAYS = frozenset("no not nothing".split())  # "I can't say no"


def exact(plain: str) -> str:
    """The intent of a short reply, or ""."""
    signs = "".join(EMOJI.get(sign, "") for sign in dict.fromkeys(plain))
    bare = re.sub(r"[^\w\s/]", " ", plain).split()
    whole, short = " ".join(bare), " ".join(dict.fromkeys(word for word in bare if word not in BESIDE))
    return EXACT.get(whole or signs) or EXACT.get(short, "")


def spoken(said: Sequence[Word]) -> str:
    """Which of affirm, deny, dont_know and stop a message says in other words, or ""; what is said last counts.

    It ends a statement, as "I'm out" does and "I'm out on Thursday" does not; who does not know may go on.
    """
    found = [one for one in FIND.find(texts(said)) if stands(said, one)]
    last = max(found, key=lambda one: (one.end, one.end - one.first), default=None)
    if not last:
        return ""
    before, after = texts(said[: last.end]), texts(said[last.end :])
    if last.name == "affirm":
        return "" if CONDITIONS & set(before) or set(after) - AGREEING else last.name
    follows = [word for word in after if word not in THEN]
    taken_back = last.name == "deny" and TAKEN_BACK.intersection(follows)
    return "" if TURN.intersection(follows[:1]) or taken_back else last.name


def nothing_else(said: Sequence[Word]) -> bool:
    """Whether one phrase of these is all that is said: "who knows", and not "who knows, I feel odd"."""
    bare = [word for word in texts(said) if word not in BESIDE | THEN | LEADING]
    return any(one.end - one.first == len(bare) for one in FIND.find(bare))


def fed_up(said: Sequence[Word]) -> bool:
    """Whether what somebody has had enough of may be an ache."""
    return bool(FED_UP.intersection(texts(said)))


def texts(said: Sequence[Word]) -> list[str]:
    """The words alone."""
    return [word.text for word in said]


def stands(said: Sequence[Word], one: Found) -> bool:
    """Whether a phrase is spoken in one breath, and is all there is to its statement's end."""
    inside, after = said[one.first + 1 : one.end], said[one.end : one.end + 1]
    if any(word.before for word in inside):
        return False
    if one.name == "dont_know":
        return not after or bool(after[0].before) or after[0].text not in NAYS
    return ends(said, one.end)


def ends(said: Sequence[Word], at: int) -> bool:
    """Whether a statement ends before this word, leaving friendly words aside."""
    rest = next((word for word in said[at:] if word.before or word.text not in BESIDE), None)
    return rest is None or bool(rest.before) or rest.text in IFS
