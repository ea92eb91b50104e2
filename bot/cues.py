"""The phrases by which people deny, suppose, pass on news and speak of the past. Written as in phrases.py."""

from bot.phrases import Finder, phrases

CUES = {
    # what follows is not so
    "denial": """
        no, not, never, without, nor, neither, none of, zero, nil, denies, deny, free of, negative for, isnt, arent,
        wasnt, werent, doesnt, dont, didnt, havent, hasnt, hadnt, cant see|notice|spot|find""",
    # these sound like a denial, and are none
    "no_denial": """
        no idea|doubt|wonder|joke|relief|rest|improvement|change|better|good|way|matter|sense, no let up, not
        sure|certain|only|just|better|right|normal|good|great|ok|okay|happy|well|fine|nice|long|able|sleeping|bad,
        not a fan, not to mention, not as good, not feeling great|good|well|right, never ends|stops|goes, dont|didnt
        know|understand|like|care|mind|want, dont get why|it, hasnt|havent|didnt|doesnt|dont|wont|isnt|not|never
        gone|go|going|stop|stopped|improve|improved|improving|ease|eased|easing,
        hasnt|havent|didnt|doesnt|dont|wont|isnt|not
        settle|settled|settling|shift|shifted|help|helped|helping|better|able|right,
        hasnt|havent|didnt|doesnt|isnt|not really? got|get|getting|gotten better|easier, havent|hasnt
        slept|run|ran|trained, havent|hasnt been able|right|good|well, doesnt|dont feel|look|seem
        right|good|normal|great|well|ok, never ~ ~ like this|that|it, never ~ so|this|such, never had|felt ~ ~
        before, not had ~ ~ before""",
    # what is near was looked at and is not so
    "ruled_out": "ruled out, rule out, all clear for",
    # what follows is an if, a fear or a question in general
    "supposed": """
        what if, what happens if|when, what do|should|would i|we do if, in case, if i ever?
        get|got|develop|start|become|feel|wake|end|were|was|had|catch|need, if it|they|that ever?
        gets|get|swells|goes|becomes|starts|turns|feels|was|were|happens|hurts, if my ~
        swells|gets|goes|starts|swelled|was|were|begins|ever, should i get, could i get, unless i|it|my, a|any
        reason, reasons, a sign of, the signs, a symptom, symptoms of, risk of, chance of,
        people|someone|somebody|anyone|anybody|clients|runners|patients|those|women|athletes with|who|having,
        do|does you|the|your clinic|therapist? treat|massage|see|take|ask|cover|screen, does|can|could|will|would
        massage|running|sports|massages, can|could you massage|treat|see someone|people|anyone|runners,
        prevent|preventing|avoid|avoiding, dont want, scared|afraid|worried of|about getting, let me know if, tell
        me if, is|are ~ contagious|dangerous|common|included, how do|would i|you know, difference between, should
        people|someone|runners""",
    # all of this is a question in general
    "asked": """
        is|are|would|does|can ~ a|any|the? reason|problem|contraindication|issue|symptom|sign|risk, is ~ side effect""",
    # what follows is a story
    "news": """
        i|ive|just read|reading about|that|an|a|in|on|your|somewhere, in|on the
        news|paper|papers|tv|telly|radio|internet, an|the
        article|documentary|podcast|film|movie|story|post|video|series, heard about|of|that|on, watched|watching,
        saw on|something, saw a video|post|thing|documentary, a|that|the|some
        runner|guy|woman|man|lad|lady|bloke|footballer|player who|at|in|on|from|collapsed|died|had|just""",
    # the booking is for somebody else, who counts
    "for_them": """
        for|book|booking|bring|bringing|get|fit my|our ~
        daughter|son|wife|husband|mum|mom|dad|mother|father|partner|friend|mate|sister|brother|kid|child|boyfriend|
        girlfriend|teammate,
        my|our
        daughter|son|wife|husband|mum|mom|dad|mother|father|partner|friend|mate|sister|brother|kid|child|boyfriend|
        girlfriend|teammate
        ~ ~ wants|needs|wanted|needing, my|our
        daughter|son|wife|husband|mum|mom|dad|mother|father|partner|friend|mate|sister|brother|kid|child|boyfriend|
        girlfriend|teammate
        ~ ~ would like|love|benefit|want|need, book|booking|bring|bringing|fit|see him|her|them, for him|her|them,
        he|she|they needs|wants|need|want|would, can|could|should|may he|she|they come|have|book|get|see|be, on
        behalf of, on his|her|their behalf""",
    # what comes before is gone
    "over": """
        gone now|away|down|completely, went away|down, all gone, cleared up, fine|ok|okay|good|better|normal
        now|again, all good, healed, recovered, back to normal, disappeared, has settled, settled down, sorted now,
        no longer""",
    # how long ago: the number is weeks
    "past 26": "last summer|winter|spring|autumn|fall|season|christmas",
    "past 52": "last year",
    "past 520": """
        years|ages|decades ago, long time ago, long ago, as a young? kid|child|teenager|teen|baby|student|junior,
        when i was 5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25, when i was ~
        kid|child|younger|young|little|teenager|student|school|uni|college|baby, in my early|late?
        teens|twenties|thirties|youth|20s|30s|40s, used to, in the past, years back, once had, back in the day""",
    # what follows is history
    "history": "previous, previously, old, prior, history of, past, childhood",
    # … unless it lasts: "started two months ago"
    "ongoing": """
        since, started, starting, start, starts, began, begun, appeared, noticed, first, onset, ongoing""",
}
FIND = Finder({name: phrases(" ".join(written.split())) for name, written in CUES.items()})
DENIALS = frozenset(word for phrase in phrases(" ".join(CUES["denial"].split())) for word in phrase[:1])
