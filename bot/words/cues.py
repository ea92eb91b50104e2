"""The phrases by which people deny, suppose, pass on news and speak of the past. Written as in phrases.py."""

from bot.words.phrases import Finder, phrases
from bot.words.winded import WINDED

RELATIVES = (
    "daughter|son|wife|husband|mum|mom|dad|mother|father|partner|friend|mate|sister|brother|kid|child|boyfriend|"
    "girlfriend|teammate"
)
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
CUES = {
    # what follows is not so
    "denial": """
        no, not, never, never have i, without, nor, neither, none of, zero, nil, denies, deny, free of,
        negative for|on, w o,
        nothing like, isnt, arent, wasnt, werent, doesnt, dont, didnt,
        havent, hasnt, hadnt, cant see|notice|spot|find, nope|nah to, keine, kein,
        nicht, pas, aucun, aucune, sans, sin, ningun, ninguna, nie, brak, bez, nao, sem, nenhum, nenhuma, nid, heb, dim
        poen|chwydd|byd,
        没 有?, 无, 不 是""",
    # the last word of "nothing numb" is not so either
    "nothing_so": """
        nothing
        numb|swollen|red|hot|broken|torn|tingly|tingling|locked|wrong|scary|sinister|snapped|popped|worse|bad,
        nobody has|have|had? ever? fainted|collapsed, neither|nor red|hot|swollen|numb|broken|locked|tingly|warm""",
    # an answer that denies the whole list before it
    "none_of_them": """
        none of them|these|those|that|the|your, never|havent had any of them|em|those|these|that,
        no to all|everything|each|both, all no|negative""",
    # so do these, where nothing follows …
    "not_so": """
        isnt|arent an|a issue|problem|thing|worry|concern, isnt|arent something i|we do|get|have""",
    # … or where they stand alone
    "bare_no": "not me|us|here, never in my life, never ever",
    # these sound like a denial, and are none
    "no_denial": """
        dor|dores|aperto|pressao no, no go|say, dont|doesnt|didnt|cant really? see|get|find ~ point|reason,
        cant|couldnt|barely ~ ~ ~ without, not|doesnt|dont take|carry|hold|let me, not feel, no
        idea|doubt|wonder|joke|relief|rest|improvement|change|better|good|way|matter|sense, no let up, not
        sure|certain|only|just|better|right|normal|good|great|ok|okay|happy|well|fine|nice|long|able|sleeping|bad,
        not a fan, not to mention, not as good, not feeling great|good|well|right, never ends|stops|goes,
        dont|didnt even|really? know|understand|like|care|mind|want, dont get why|it, was|am|im|been
        sitting|sat|kneeling on it|them|my ~ ~ ~ ~ since|still|now,
        hasnt|havent|didnt|doesnt|dont|wont|isnt|not|never
        gone|go|going|stop|stopped|improve|improved|improving|ease|eased|easing,
        hasnt|havent|didnt|doesnt|dont|wont|isnt|not
        settle|settled|settling|shift|shifted|leave|leaves|left|let|help|helped|helping|better|able|right,
        hasnt|havent|didnt|doesnt|isnt|not really? got|get|getting|gotten better|easier, havent|hasnt
        slept|run|ran|trained, havent|hasnt been able|right|good|well, doesnt|dont feel|look|seem
        right|good|normal|great|well|ok, never ~ ~ like this|that|it, never ~ so|this|such, never had|felt ~ ~
        before, not had ~ ~ before""",
    # what is near was looked at and is not so
    "ruled_out": "ruled out, rule out, all clear for, nahi|nahin|nai hai|h|hain",
    # a fear …
    "feared": """
        was|were|got ~ worried|scared|afraid|convinced|sure, thought|thinks|feared|suspected it|i|id|that|might,
        they|gp|physio|doctor|doc|we thought|suspected|feared, looked into, tested|checked|scanned|looked for,
        tested|checked|scanned me for,
        had the|that|my|a ~ ~ ~ scanned|checked""",
    # … that came to nothing
    "cleared": """
        scan|scans|xray|xrays|ray|rays|mri|ultrasound|test|tests|bloods|result|results|ecg|it|its ~ ~
        clear|negative|normal|fine|nothing, scan|scans|xray|xrays|ray|rays|mri|ultrasound says|said|shows|showed ~
        just|only, turned out to? be|just|only|fine|nothing|ok|clear, false alarm, nothing
        there|found|wrong|showing|broken, signed me|us? off as|to? ~ fit, just a|some fatty|cyst|scar, benign, harmless,
        but it|that|they wasnt|werent, but nah|nope|no""",
    # a break or tear …
    "torn": """
        broke, broken, break, breaks, fracture, fractured, tore, torn, ruptured, snapped, dislocated, cracked, popped,
        did,
        calf|hamstring|achilles|knee|back|hammy|quad|groin|acl went|popped|snapped""",
    # … that is whole again, which takes longer than a month
    "mended": """
        healed, mended, knitted, good as new, never said|gave|given|looked ~ ~ since, no|never a?
        bother|bothered|trouble|troubled|problem|problems|issue|issues me? since,
        fine|grand|great|good|perfect|nothing|sound|ok|okay since, ever since fine|great|good|grand,
        fine|grand|great|good these days, running again, back running""",
    # but not so yet
    "unmended": """
        hasnt|not|never|isnt|wont|havent|doesnt|nearly|almost|half|barely|until|till|once|when|slowly
        ~ healed|mended|knitted|running|back, not yet""",
    # all before this is a joke
    "in_jest": """
        jk, just|only kidding|joking, im kidding|joking, asleep i mean, asleep that is, joking
        see|anyway|haha|lol|of, too much|many wine|beer|prosecco|cider|gin|pints haha|lol, in a nice|good|lovely
        way, no? not ill|unwell|sick|poorly just|only pressed|paid|booked|entered|clicked""",
    # and so is the clause that this ends
    "aghast": """
        looking|look at ~ price|prices|fee|fees|bill|splits|forecast|profile, at|from|with|by|over the|your|those?
        price|prices|fee|fees|bill, only at the sight|thought of, seen|got|read ~
        price|prices|fee|fees|bill|invoice, see|saw|seeing|watching|watched|opened|heard ~
        price|prices|fee|fees|bill|invoice|strava|splits|forecast|profile|ballot|rent, when|whenever i see|saw
        you|your""",
    # what follows is an if, a fear or a question in general
    "supposed": """
        what if, what happens if|when, what do|should|would i|we|you do if, what would|will|does happen if,
        happen|happens to|with my|the deposit|money|booking|slot|place|appointment if i|we
        break|broke|tear|tore|faint|collapse|pass|fall, in case, if i ever
        break|broke|tear|tore|snap|faint|fainted|collapse|collapsed|pass|passed|fall|fell|rupture|dislocate, if i
        ever? get|got|develop|start|become|feel|wake|end|were|was|had|catch|need, if it|they|that ever?
        gets|get|swells|goes|becomes|starts|turns|feels|was|were|happens|hurts, if my ~
        swells|gets|goes|starts|swelled|was|were|begins|ever, should i get, could i get, unless i|it|my,
        would|wouldnt|will ~ ~ ~ ~ if i|we fainted|collapsed|passed, a|any reason, reasons, a sign of, the
        signs, a symptom, symptoms of, risk of, chance of,
        people|someone|somebody|anyone|anybody|clients|runners|patients|those|women|athletes with|who|having,
        do|does you|the|your clinic|therapist? treat|massage|see|take|ask|cover|screen,
        does|can|could|will|would|is sports|deep|tissue|a|the? tissue? massage|running|sports|massages,
        can|could|might|may|will|would|does|do ~ ~ become|develop|progress, can|could|might|may|will|would|does|do
        ~ ~ turn|lead into|to, can|could you massage|treat|see someone|people|anyone|runners,
        practiced|practised|practising|practicing me|us, was|im|played|play the|a casualty|victim|corpse,
        prevent|preventing|avoid|avoiding, dont want, scared|afraid|worried of|about getting, let me know if, tell
        me if, who won, is|are ~ contagious|dangerous|common|included, how do|would i|you know, difference
        between, should people|someone|runners""",
    # so is this, where one asks what would be
    "if_it_were": "if i|we ever? broke|tore|snapped|fractured|ruptured|dislocated|fainted|collapsed|passed",
    "would": "would, wouldnt",
    # but what comes with a time or a place has happened
    "happened": f"""
        now, today, tonight, yesterday, earlier, already, still, since, ago, twice, again, lately, recently,
        this morning|afternoon|evening|week|weekend|month, last|past night|week|weekend|month|few|{DAYS},
        on ~ {DAYS}, on|during|after my|the|our run|ride|jog|race|swim|way|walk|session""",
    "happened_there": """
        at parkrun|work|home|training|club|gym|track, at the|my gym|track|club|start|finish|pool|park|shop|office""",
    # but it has there, if this is said as well ("wet" may be past)
    "repeated": """
        like, did, i|we do, happens, happened, happening, often, always, time, times, lot, lots, loads, keep, keeps,
        kept, usually, sometimes, regularly, every, most, whenever, been, had, used, wet""",
    # and so it has, wherever, if the sentence goes on so
    "so_already": """
        i|we already|often|sometimes|usually|always do|did|get|have
        at|in|on|when|whenever|every|each|most|it|them|that|this|now|sometimes|anyway,
        i|we do|did|have already|now|sometimes|often|anyway|whenever, which i|he|she|it do|does|did|has|have,
        it|that|which already|often|sometimes|usually|keeps|always happens|happened|happening|has|does|did""",
    # so is this, unless it happens now
    "imagined": """
        imagine|picture|suppose|supposing|say|pretend a|one ~ client|customer|runner|person|member|guest,
        imagine|picture|suppose|supposing|say|pretend one of, imagine|picture|suppose|supposing|pretend
        someone|somebody, teach|teaches|teaching first|cpr, pretend|pretends|pretended|pretending to""",
    # so is what happens to nobody we know, as far as "my"
    "supposed_of_others": """
        if someone|somebody|anyone|anybody|people
        in|on|at|from|took|takes|gets|got|has|had|faints|fainted|collapses|collapsed|goes|went|passes|passed|falls|fell""",
    # what follows is talk in general, as far as "my", or for a few words
    "in_general": """
        do|does you|they|the clinic|therapists? offer|do|provide|cater|treat, how long|soon|many ~
        after|until|before, how long|fast|quickly do|does|would|will|is|are, what is|are a|an, why do
        feet|legs|toes|calves|people|runners|muscles|knees, if you|they treat|see|take|massage, if
        someone|somebody|anyone|anybody|people|a, cured|fixed|healed|sorted ~ his|her|their,
        lecture|talk|seminar|webinar|workshop|presentation|course|podcast|project|essay|homework|assignment|poster|quiz|module|exam|assembly
        ~ ~ on|about, everything|every ~ is|means a, always worry|worried about,
        what ~ mean|means the|this|that? question|word|line about|on?""",
    # so is what one was asked, until one answers it
    "inquired": "they|you|she|he ~ ask|asks|asked|asking ~ ~ about|if|whether",
    "answered": """
        yes, yeah, yep, aye, it|they|both|i is|are|do|did|have|had|am|was, had|have|got
        one|two|three|some|several|a|few|both|it|them, since, twice, every|each day|night|morning|time|run|week""",
    # what lies between such an if …
    "unlikely": "if my|i|it|anything|something",
    # … and what one would do then
    "would_do": """
        id|wed be at|in ~ hospital|casualty|er|ed|emergency|e, id|wed ring|call|phone 999|911|112,
        id|wed be ~ ~ ~ not texting|here|booking|messaging|typing|chatting|asking, id|wed have said|told|mentioned,
        youd|you would know""",
    # all of this is a question in general
    "asked": """
        if i|we|someone|somebody|a|one ~ ~ faint|faints|fainted|collapse|collapses|collapsed ~
        table|couch|bench|plinth, was it ~ who|that keeled|collapsed|died|fainted, do|does|did|has|have
        people|anyone|anybody|clients|runners ever ~ ~ faint|fainted|pass|passed|collapse|collapsed, when is|are
        a|an, is|are ~ ~ normal|common when|if you|people, is|are|would|does|can ~ a|any|the?
        reason|problem|contraindication|issue|symptom|sign|risk, is ~ side effect""",
    # what follows is a story
    "news": """
        i|ive|just read|reading about|that|an|a|in|on|your|somewhere, reading ~ ~ ~
        book|memoir|biography|autobiography|piece|blog|thread, book|memoir|biography about her|his|their, in|on
        the news|paper|papers|tv|telly|radio|internet, the news, read that|about|of, a|an|the|some|that|this
        article|documentary|podcast|film|movie|story|post|video|series|episode|book|clip|reel|tiktok, heard
        about|of|that|on|there, did|have you see|seen|hear|heard|read that|the|about|of|a, song|songs|lyrics|tune
        with|about|where,
        race|event|run|marathon|team|club|route|course|mountain|hill|trail|loop|pub|band|song|squad|group|place ~
        called|named, remember that, fantasy football|team|league|squad, hero|heroine|villain|character
        of|in|from, watched, watching, saw on|something, saw a video|post|thing|documentary""",
    # what comes before was such a story
    "from_the_news": """
        on|in the news|paper|papers|telly|tv|radio|internet, on
        tv|telly|netflix|youtube|facebook|instagram|tiktok|twitter,
        in a|the|that|some film|movie|book|documentary|show|series, the news about""",
    # the booking is for somebody else, who counts
    "for_them": f"""
        for|book|booking|bring|bringing|get|fit my|our ~ {RELATIVES},
        my|our {RELATIVES} ~ ~ wants|needs|wanted|needing,
        my|our {RELATIVES} ~ ~ would like|love|benefit|want|need,
        {RELATIVES} ~ booked|booking|coming in|with|at|on|to, book|booking|bring|bringing|fit|see him|her|them,
        book|booking|massage|appointment|appt|session|slot|it|its|is|one|something ~ for him|her|them, he|she|they
        needs|wants|need|want|would|wanted, can|could|should|may he|she|they come|have|book|get|see|be, on behalf
        of, on his|her|their behalf, do|rub|massage|loosen|treat|help|fix|look ~ his|her|their|him|them,
        would|could|might|will ~ massage help|sort|ease|fix""",
    # what comes before is gone
    "over": """
        long over|gone|past, gone now|away|down|completely, went away|down, all gone, cleared up,
        fine|ok|okay|good|better|normal now|again, all good, healed, recovered, back to normal, disappeared, has
        settled, settled down, sorted now, no longer, grew|grown|growing out of, 0|1|2|3|4|zero|one|two|three|four
        now, now 0|1|2|3|4 , gone when|once|as|after i shook|stood|moved|wiggled|stamped|rubbed,
        till|until|once i loosen|loosened|untie|untied|undo|undid|unlace|unlaced, was|am|im|been
        sitting|sat|kneeling on it|them, was|am|im|been sitting|sat|kneeling on my foot|feet|leg|legs|heel|heels,
        woke|wake up? the second|moment|minute i moved|move|stood|stand, happens to everyone|everybody|us,
        down to ~ 0|1|2|3|4""",
    # unless it has come back since
    "relapsed": """
        back every|each|again|now|at|since|tonight|today|this|by|in|when|while, comes|came|coming|its back,
        it|numbness|tingling is back, returns, returned, but|and that|it was, but|and again|still, still
        numb|dead|tingly|tingling|there|sore|swollen, wont|doesnt|hasnt|isnt|didnt
        go|goes|gone|shift|shifted|ease|eased|easing|stop|stopped|wear|wake|clear""",
    # what comes behind is gone
    "got_over": "got|gotten|im|am|well over my|the|a?, shook|shaken off",
    # how long ago: the number is weeks
    "past 26": "last summer|winter|spring|autumn|fall|season|christmas",
    "past 52": "last year",
    "past 520": """
        aged 4|5|6|7|8|9|10|11|12|13|14|15|16|17, age of? 4|5|6|7|8|9|10|11|12|13|14|15|16|17, as a
        wee|small|little|young|tiny? boy|girl|lad|lass|bairn|nipper|youngster|schoolboy|schoolgirl|teen|tot|wean,
        in my ~ days, when ah|we was|were ~
        four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|4|5|6|7|8|9|10|11|12|13|14|15|16|kid|wee|young|little,
        in|during|from my? childhood|youth|boyhood|girlhood, years|ages|decades ago, in the
        seventies|eighties|nineties|noughties|70s|80s|90s, long time ago, long ago, as a young?
        kid|child|teenager|teen|baby|student|junior|toddler|infant, when i was
        two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen,
        when i was 2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25, when i was ~
        kid|child|younger|young|little|teenager|student|school|uni|college|baby, in my early|late?
        teens|twenties|thirties|youth|20s|30s|40s, used to, in the past, years back, once had, back in the day""",
    # long ago for the adults who write here
    "school 520": """
        in|since|during the?
        first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|
        eleventh|twelfth grade, in|since|during 1|2|3|4|5|6|7|8|9|10|11|12 st|nd|rd|th grade,
        in year 1|2|3|4|5|6|7|8|9|10|11, in|at|since|during|back my?
        primary|elementary|grade|middle|high|secondary|junior school|high, school sports day, in|at|back ~
        uni|university|college|kindergarten|nursery, my? freshman|sophomore year, in|at school""",
    # … unless it is told of a pupil, or of now …
    "pupil": """
        daughter, daughters, son, sons, kid, kids, child, boy, girl, lad, lass, he, she, her, his, teenager, teen,
        niece, nephew, grandson, granddaughter, student, year old, yo""",
    # … in the same breath
    "lately": """
        today, yesterday, now, currently, this|last|next week|weekend|month|morning|night, still""",
    # the writer stays away because of somebody else
    "called_off": """
        cancel, cancelling, canceling, cant|wont make|come, rebook, reschedule, have|need|got|gotta to?
        move|miss|skip|postpone, running late, im|was late, late replying|answering|texting, late reply, her|his
        slot|spot|place""",
    # nobody else came to harm
    "all_well": "everyone|everybody|all were? ok|okay|fine|safe|alright|grand|well, im fine|ok|okay|grand",
    # what follows is history
    "history": "previous, previously, old, prior, history of, past, childhood",
    # … unless it lasts: "started two months ago"
    "ongoing": """
        used to be able, since, started, starting, start, starts, began, begun, appeared, noticed, first
        noticed|started|felt|came|appeared|began, onset, ongoing""",
} | WINDED
FIND = Finder({name: phrases(" ".join(written.split())) for name, written in CUES.items()})
# what a figure of speech says once is meant where it is told again
RETOLD = phrases(
    "and|but|then again, again today|tonight|yesterday|now|since|this|while|when|running, still numb|tingly|tingling|"
    "dizzy|breathless|short|cant|wont|out, numb|tingly|tingling|dead ever|since, and|then once more,"
    "and|then on|in|at ~ ~ ~ well|too,"
    "but|and that|it was, but it|he|she|they|i|also does|did|do|skips|keeps|really|now,"
    "wont|hasnt|doesnt|isnt settle|settled|settling|stop|stopped|stopping|ease|eased|easing,"
    "couldnt|cant be woken|roused, couldnt|cant wake, so do|did|have|am i, and|but now at|cant|still|dizzy|numb,"
    "second|third|fourth|fifth|nd|rd|th|another|many|few|several time|times, each|every time|day|week|morning|run,"
    "weak ~ both sides, both sides weak,"
    "twice this|in|now|already|since|today|yesterday|last, jaw, sweat|sweaty|sweating|clammy,"
    "down|into|up my? left|right? arm|arms|shoulder,"
    "arm|arms feels|is|went|goes? ache|aches|hurts|heavy|numb|dead|tingles|tingling"
)
DENIALS = frozenset(word for phrase in phrases(" ".join(CUES["denial"].split())) for word in phrase[:1])


def listed(written: str) -> frozenset[str]:
    """A set of words."""
    return frozenset(written.split())


STOPS = listed(
    "but however though although because cos cuz coz since so yet except apart just only now still then when "
    "while whilst also plus instead unfortunately"
)
SUBJECTS = listed("i im ive id its it theres there hes shes theyre this that these")
THINKS = listed("think thinking believe reckon feel feels say said sure suppose expect")
IS = listed("is are was were looks feels")
STARTS = SUBJECTS | listed("my the now also then cant both left right feels feel is got get have has can a")
ANSWERS_NO = listed("no none nope nah nil never negative")
LISTED_NO = listed("none nope nah nil negative zero 0")  # "swelling none, numbness none": no sign before it
CHATS = listed("mate thanks thank cheers sir love pal lol bud miss luckily thankfully fortunately")
ANYBODY = listed("someone somebody people everyone everybody runners")
ME = listed("i im ive id ill me my mine myself")
THEM = listed("he hes his she shes her they theyre their them him")
