"""The phrases by which people deny, suppose, pass on news and speak of the past. Written as in phrases.py."""

from bot.words.phrases import Finder, phrases

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
        nothing numb|swollen|red|hot|broken|torn|tingly|tingling|locked|wrong|scary|sinister|snapped|popped|worse|bad,
        nobody has|have|had ever? fainted|collapsed, neither|nor red|hot|swollen|numb|broken|locked|tingly|warm""",
    # an answer that denies the whole list before it
    "none_of_them": "none of them|these|those|that|the|your, no to all|everything|each|both, all no|negative",
    # so do these, where nothing follows …
    "not_so": """
        isnt|arent an|a issue|problem|thing|worry|concern, isnt|arent something i|we do|get|have""",
    # … or where they stand alone
    "bare_no": "not me|us|here, never in my life, never ever",
    # these sound like a denial, and are none
    "no_denial": """
        dor|dores|aperto|pressao no,
        no go|say, dont|doesnt|didnt|cant really? see|get|find ~ point|reason,
        cant|couldnt|barely ~ ~ ~ without, not|doesnt|dont take|carry|hold|let me, not feel,
        no idea|doubt|wonder|joke|relief|rest|improvement|change|better|good|way|matter|sense, no let up, not
        sure|certain|only|just|better|right|normal|good|great|ok|okay|happy|well|fine|nice|long|able|sleeping|bad,
        not a fan, not to mention, not as good, not feeling great|good|well|right, never ends|stops|goes,
        dont|didnt even|really?
        know|understand|like|care|mind|want, dont get why|it, hasnt|havent|didnt|doesnt|dont|wont|isnt|not|never
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
        tested|checked|scanned me for""",
    # … that came to nothing
    "cleared": """
        scan|scans|xray|xrays|ray|rays|mri|ultrasound|test|tests|bloods|result|results|ecg|it|its ~ ~
        clear|negative|normal|fine|nothing, turned out to? be|just|only|fine|nothing|ok|clear, false alarm, nothing
        there|found|wrong|showing|broken,
        but it|that|they wasnt|werent, but nah|nope|no""",
    # a break or tear …
    "torn": """
        broke, broken, break, fracture, fractured, tore, torn, ruptured, snapped, dislocated, cracked, popped, did,
        calf|hamstring|achilles|knee|back|hammy|quad|groin|acl went|popped|snapped""",
    # … that is whole again, which takes longer than a month
    "mended": """
        healed, mended, knitted, good as new, no|never a? bother|bothered|trouble|troubled|problem|problems|issue|issues
        me? since, fine|grand|great|good|perfect|nothing|sound|ok|okay since, ever since
        fine|great|good|grand, fine|grand|great|good these days, running again, back running""",
    # but not so yet
    "unmended": """
        hasnt|not|never|isnt|wont|havent|doesnt|nearly|almost|half|barely|until|till|once|when|slowly
        ~ healed|mended|knitted|running|back, not yet""",
    # out of breath, as one is …
    "winded": """
        couldnt breathe, could barely|hardly breathe, couldnt get|catch|find my breath, breathing|breath ~
        laboured|labored|hard|heavy, winded, out of breath|puff, gasping, panting, puffing, puffed out?, breathless,
        heart pounding|thumping|hammering|racing""",
    # … but no longer than an effort lasts, nor by little …
    "lasting": """
        since, still, again, hour, hours, two|three|four|few|several|of|for days,
        days after|later|ago, a|all|every|whole|next|other day, week, weeks, flight, flights, stairs,
        staircase, steps, wont|hasnt|doesnt|isnt settle|settled|settling|stop|stopped|stopping|ease|eased|easing""",
    # … from an effort …
    "effort": """
        hill, hills, climb, climbs, top, rep, reps, set, sets, sprint, sprints, interval, intervals, finish, line,
        rower, session, race, stadium, lap, mile, parkrun, squats, spin, burpees, circuits,
        bleachers, class, 5k, 10k, pb, pr, 400s, 800s, tempo, fartlek""",
    # … that did no harm
    "enjoyed": """
        lovely, right as rain, loved it|every, love it, best run|session|race|day, grinned, grinning, buzzing, what a
        buzz|laugh|rush|day|run, worth it, who isnt|wouldnt|doesnt|wasnt, great|brilliant|cracking|fab|amazing|mighty
        session|run|fun|craic|race|workout|day|class, fine|grand|ok|okay|normal ~ ~ minute|minutes|second|seconds,
        minute|minutes|seconds|moment later|after ~ ~
        fine|grand|ok|okay|normal|chatting|laughing|eating|joking|singing|dancing|smiling|recovered, happy days,
        had|eating|ate|scoffed a|some|my cake|flapjack|banana|pint|bun, laughing
        my head|arse|ass|socks off, as it should be, like it should, fine|grand|right|ok by the time, cooled off|down ~
        felt|feel fine|great|grand, unfit me|haha|lol, loving every""",
    # … or is a family joke
    "teased": """
        thinks|think|finds|find ~ hilarious|hysterical that|when|how, laughs|laugh|laughed at how, teases|tease me""",
    # all before this is a joke
    "in_jest": """
        jk, just|only kidding|joking, im kidding|joking, asleep i mean,
        no? not ill|unwell|sick|poorly just|only pressed|paid|booked|entered|clicked""",
    # and so is the clause that this ends
    "aghast": """
        looking|look at ~ price|prices|fee|fees|bill|splits|forecast|profile,
        at the price|prices|fee|fees|bill|cost, see|saw|seeing|watching|watched|opened|heard
        ~ price|prices|fee|fees|bill|invoice|strava|splits|forecast|profile|ballot|rent,
        when|whenever i see|saw you|your""",
    # what follows is an if, a fear or a question in general
    "supposed": """
        what if, what happens if|when, what do|should|would i|we|you do if, what would|will|does happen if, in case, if
        i ever?
        get|got|develop|start|become|feel|wake|end|were|was|had|catch|need, if it|they|that ever?
        gets|get|swells|goes|becomes|starts|turns|feels|was|were|happens|hurts, if my ~
        swells|gets|goes|starts|swelled|was|were|begins|ever, should i get, could i get, unless i|it|my, a|any
        reason, reasons, a sign of, the signs, a symptom, symptoms of, risk of, chance of,
        people|someone|somebody|anyone|anybody|clients|runners|patients|those|women|athletes with|who|having,
        do|does you|the|your clinic|therapist? treat|massage|see|take|ask|cover|screen,
        does|can|could|will|would|is sports|deep|tissue|a|the? tissue? massage|running|sports|massages,
        can|could|might|may|will|would|does|do ~ ~ become|develop|progress, can|could|might|may|will|would|does|do ~ ~
        turn|lead into|to, can|could you massage|treat|see someone|people|anyone|runners,
        practiced|practised|practising|practicing me|us, was|im|played|play
        the|a casualty|victim|corpse, prevent|preventing|avoid|avoiding, dont want, scared|afraid|worried
        of|about getting, let me know if, tell
        me if, is|are ~ contagious|dangerous|common|included, how do|would i|you know, difference between, should
        people|someone|runners""",
    # so is this, unless it happens now
    "imagined": """
        imagine|picture|suppose|supposing|say|pretend a|one ~ client|customer|runner|person|member|guest|of,
        imagine|picture|suppose|supposing|pretend someone|somebody, teach|teaches|teaching first|cpr,
        pretend|pretends|pretended|pretending to""",
    # what follows is talk in general, as far as "my"
    "in_general": """
        do|does you|they|the clinic|therapists? offer|do|provide|cater|treat, how long|soon|many ~ after|until|before,
        how long|fast|quickly do|does|would|will|is|are, what is|are a|an, why do
        feet|legs|toes|calves|people|runners|muscles|knees, if you|they treat|see|take|massage, if
        someone|somebody|anyone|anybody|people|a, lecture|talk|seminar|webinar|workshop|presentation|course|podcast
        ~ ~ on|about, everything|every ~ is|means a, always worry|worried about, they|you|she|he ~ asked ~ ~
        about|if|whether, what ~ mean|means the|this|that? question|word|line about|on?""",
    # what lies between such an if …
    "unlikely": "if my|i|it|anything|something",
    # … and what one would do then
    "would_do": """
        id|wed be at|in ~ hospital|casualty|er|ed|emergency|e, id|wed ring|call|phone 999|911|112,
        id|wed be ~ ~ ~ not texting|here|booking|messaging|typing|chatting|asking, id|wed have said|told|mentioned,
        youd|you would know""",
    # all of this is a question in general
    "asked": """
        if i|we|someone|somebody|a|one ~ ~ faint|faints|fainted|collapse|collapses|collapsed ~ table|couch|bench|plinth,
        do|does|did|has|have people|anyone|anybody|clients|runners ever ~ ~
        faint|fainted|pass|passed|collapse|collapsed,
        when is|are a|an, is|are ~ ~ normal|common when|if you|people,
        is|are|would|does|can ~ a|any|the? reason|problem|contraindication|issue|symptom|sign|risk, is ~ side effect""",
    # what follows is a story
    "news": """
        i|ive|just read|reading about|that|an|a|in|on|your|somewhere, in|on the
        news|paper|papers|tv|telly|radio|internet, the news, read that|about|of, a|an|the|some|that|this
        article|documentary|podcast|film|movie|story|post|video|series|episode|book|clip|reel|tiktok, heard
        about|of|that|on|there, did|have you see|seen|hear|heard|read
        that|the|about|of|a,
        song|songs|lyrics|tune with|about|where,
        race|event|run|marathon|team|club|route|course|mountain|hill|trail|loop|pub|band|song|squad|group|place
        ~ called|named, remember that, hero|heroine|villain|character of|in|from, watched,
        watching, saw on|something, saw a video|post|thing|documentary""",
    # what comes before was such a story
    "from_the_news": """
        on|in the news|paper|papers|telly|tv|radio|internet, on
        tv|telly|netflix|youtube|facebook|instagram|tiktok|twitter,
        in a|the|that|some film|movie|book|documentary|show|series, the news about""",
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
        ~ ~ would like|love|benefit|want|need,
        daughter|son|wife|husband|mum|mom|dad|mother|father|partner|friend|mate|sister|brother|kid|child|boyfriend|
        girlfriend|teammate
        ~ booked|booking|coming in|with|at|on|to, book|booking|bring|bringing|fit|see him|her|them,
        book|booking|massage|appointment|appt|session|slot|it|its|is|one|something ~ for him|her|them,
        he|she|they needs|wants|need|want|would|wanted, can|could|should|may he|she|they come|have|book|get|see|be, on
        behalf of, on his|her|their behalf, do|rub|massage|loosen|treat|help|fix|look
        ~ his|her|their|him|them, would|could|might|will ~ massage help|sort|ease|fix""",
    # what comes before is gone
    "over": """
        long over|gone|past, gone now|away|down|completely, went away|down, all gone, cleared up,
        fine|ok|okay|good|better|normal now|again, all good, healed, recovered, back to normal, disappeared, has
        settled, settled down, sorted now, no longer, grew|grown|growing out of, 0|1|2|3|4|zero|one|two|three|four now,
        now 0|1|2|3|4 , down to ~ 0|1|2|3|4""",
    # what comes behind is gone
    "got_over": "got|gotten|im|am|well over my|the|a?, shook|shaken off",
    # how long ago: the number is weeks
    "past 26": "last summer|winter|spring|autumn|fall|season|christmas",
    "past 52": "last year",
    "past 520": """
        aged 4|5|6|7|8|9|10|11|12|13|14|15|16|17, age of? 4|5|6|7|8|9|10|11|12|13|14|15|16|17, as a
        wee|small|little|young|tiny? boy|girl|lad|lass|bairn|nipper|youngster|schoolboy|schoolgirl|teen|tot|wean, in my
        ~ days, when ah|we was|were ~
        four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|
        4|5|6|7|8|9|10|11|12|13|14|15|16|kid|wee|young|little, in|during|from my? childhood|youth|boyhood|girlhood,
        years|ages|decades ago, in the seventies|eighties|nineties|noughties|70s|80s|90s, long time ago, long ago, as a
        young? kid|child|teenager|teen|baby|student|junior|toddler|infant, when i was
        five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen, when i was
        5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25, when i was ~
        kid|child|younger|young|little|teenager|student|school|uni|college|baby, in my early|late?
        teens|twenties|thirties|youth|20s|30s|40s, used to, in the past, years back, once had, back in the day""",
    # long ago for the adults who write here
    "school 520": """
        in|since|during the?
        first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|
        eleventh|twelfth grade, in|since|during 1|2|3|4|5|6|7|8|9|10|11|12 st|nd|rd|th grade,
        in year 1|2|3|4|5|6|7|8|9|10|11, in|at|since|during|back my?
        primary|elementary|grade|middle|high|secondary|junior school|high, school sports day, in|at|back ~
        uni|university|college|kindergarten|nursery, my? freshman|sophomore year, at school""",
    # … unless it is told of a pupil, or of now
    "pupil": """
        daughter, daughters, son, sons, kid, kids, child, boy, girl, lad, lass, he, she, her, his, teenager, teen,
        niece, nephew, grandson, granddaughter, student, year old, yo, today, yesterday, now, currently, this|last|next
        week|weekend|month|morning|night, still""",
    # the writer stays away because of somebody else
    "called_off": """
        cancel, cancelling, canceling, cant|wont make|come, rebook, reschedule, have|need|got|gotta to?
        move|miss|skip|postpone, running late, im late, her|his slot|spot|place|appointment""",
    # nobody else came to harm
    "all_well": "everyone|everybody|all were? ok|okay|fine|safe|alright|grand|well, im fine|ok|okay|grand",
    # what follows is history
    "history": "previous, previously, old, prior, history of, past, childhood",
    # … unless it lasts: "started two months ago"
    "ongoing": """
        used to be able, since, started, starting, start, starts, began, begun, appeared, noticed, first
        noticed|started|felt|came|appeared|began, onset, ongoing""",
}
FIND = Finder({name: phrases(" ".join(written.split())) for name, written in CUES.items()})
# what a figure of speech says once is meant where it is told again
RETOLD = phrases(
    "and|but|then again, again today|tonight|yesterday|now|since|this|while|when|running, still numb|tingly|tingling|"
    "dizzy|breathless|short|cant|out,"
    "wont|hasnt|doesnt|isnt settle|settled|settling|stop|stopped|stopping|ease|eased|easing,"
    "couldnt|cant be woken|roused, couldnt|cant wake, and|but now at|cant|still|dizzy|numb, so do|did|have|am i"
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
# "a girl in my club" is no talk of me, nor is "the guy in front of me"
CIRCLES = listed("club gym team group work office family class school street crew squad")
GROUPS = listed("training running club gym work")  # "training partner" needs no "my"
BESIDE = listed("of behind beside near with")
ANYBODY = listed("someone somebody people everyone everybody runners")
REMEMBERED = listed("memory honour honor loss")
ME = listed("i im ive id ill me my mine myself")
THEM = listed("he hes his she shes her they theyre their them him")
PEOPLE = listed(
    "mam mama mammy mommy papa mum mums mom moms mother mothers dad dads father fathers brother brothers sister "
    "sisters husband husbands "
    "wife wifes partner partners boyfriend boyfriends girlfriend girlfriends friend friends mate mates buddy "
    "buddys pal pals colleague colleagues coworker boss neighbour neighbours neighbor neighbors aunt auntie "
    "uncle nan nana gran grandma grandad granddad grandpa grandfather grandmother cousin cousins coach coaches "
    "teammate teammates clubmate clubmates workmate flatmate roommate housemate fiance fiancee ex hubby missus wifey"
)
# need no "my" where something is told of them: "dad had a stroke"
KIN = PEOPLE - listed("mate mates buddy buddys pal pals friend friends boss coach coaches ex partner partners")
TELLS = listed(
    "has had is was got broke tore who died dies fell gets takes went did suffered recently in with on pregnant "
    "recovering having needs faint fainted faints fainting collapse collapsed collapsing were slipped tripped"
)
STRANGERS = listed(
    "guy woman man lad lady bloke footballer runner player fella dude chap girl person client patient people guys folk "
    "someone somebody girls lads guys runners women men lot kid athlete racer celebrity actor character captain lass"
)
AM = listed("im am as like being over into off")
MY = listed("my our me")
THE = listed("the his her this")
THEIR = listed("their")
SOME = listed("a some that another")
GRANDPARENTS = listed("nan nana nanna gran granny grandma grandad granddad grandpa")  # need no "my"
CHILDREN = listed("son daughter kid kids child toddler baby boy girl lad lass niece nephew")
ANIMALS = listed(
    "dog dogs cat cats horse horses puppy pup kitten hamster rabbit pony mare labrador spaniel collie terrier "
    "retriever poodle whippet greyhound lurcher beagle dachshund sheepdog ewe cow"
)
CRAMPS = listed("charley charlie")  # a charley horse is no animal
LABS = listed("lab labs")  # which also tell of a blood test
NAMED = (PEOPLE | ANIMALS) - listed("coach coaches")  # "the coach" may be a bus, "the lad" the one who is to come
QUALITIES = listed(
    "best running training old older younger little big good dear late poor other club ex own step gym work"
)
HISTORIC = listed(
    "saw seen had died dies dead passed was were were suffered survived ago lost recovering hospital year years "
    "month months"
)
NOWISH = listed(
    "just now currently having hes shes is still keeps hour hours minute minutes mins since today tonight morning would"
)
