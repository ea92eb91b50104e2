"""Words that turn the mood of a sentence: what comes next is wished for, past, a race, another appointment."""

from bot.when.phrases import Rules, rules

WANT = """
    if i|we came|come; can i|we|you|u; work on my|it|them|this|these|those|me;
    could i|we|you; can|could|would someone|somebody|anyone|anybody; look at my|it|them|this|these;
    come; coming; book; booking; want; wanted; need; id;
    would; like; free; available; availability; how|what about; prefer; preferably; ideally;
    hoping; hoped; told; wondering; thinking; slot; slots; space; spaces; gap; gaps; opening;
    openings; cancellations; session; massage; appointment; see; fit; squeeze; get me|us? in; get on the|your table;
    make it; rather; works; work for; please; pls; plz; any; any chance; possible; suits;
    poss; hit me with|up? for|on|at?; if not; yes to; i can; can only; manage; lets; let us;
    cud|cld|wud i|we|you|u; off work; get|be|getting booked in? for|on|at?;
    put|pencil|stick|pop|slot|book|shove|squash|sneak|chuck me in|down? for|on|at?;
    hold|save|find|give me|us; gimme;
    is there a|an|any; can|could|happy to? wait; get on the? schedule|books; looking at; too late for|to;
    loosen; is it ok|okay|alright|fine|possible to come|book|have|pop|get|see; looking|keen|eager|able to;
    schedule|arrange something|a|an|me|one;
    home|off|free all day;
    was thinking|hoping|wondering|looking|after; happy with; fine|ok|okay|good by|with|for me|us; good for; best;
    do you have; have you got; if you do have|get; instead; try;
    couldnt you|we; can do|make; could do; looking for; fancy; it should be; go for; take;
    wouldnt go amiss; wouldnt say no to; doing nothing; wont|doesnt|dont miss|need me;
    i|we? can|could|will|ill ditch|escape|dodge|skip|quit|flee|duck|back|beg|cry out? of|off? my|the?
    desk|work|office|shift|meeting|class;
    ill; maybe; perhaps; was|were free|available|going|open|possible"""
ONSET = """
    since; started; start; starting; starts; began; begun; came on; hurt; pulled; twisted;
    tweaked; strained; injured; rolled; sprained; tore; popped; felt; noticed; flared;
    flaring; fell; happened; getting worse; been hurting|sore|bothering|killing; been; woke;
    went; developed; picked up"""
PAST = """
    moved house|home; ran; did; finished; had; was; were; completed; smashed; jogged; swam; cycled; hiked;
    walked; played; travelled; flew; from my run|race; came; saw; missed;
    been running|training; ive run|done|had|been; ive just; just did|had|done; trained;
    got back|round|around; last time; used to; used to see; rested; paced; clocked; crossed; came home; turned;
    was|were meant|supposed|due|going to come|be?; couldnt; couldnt|hardly|barely move; wasnt; spent; died;
    got hit; slept; hit; passed|blacked out; fainted; collapsed; hope you|youre|ur|your all?;
    could hardly|barely; i? can barely|hardly; lasted;
    sorry about|for|i; missed; forgot; overdid;
    got them|these|those|mine; drove; took; rang; stood; sat; lay; bought; broke; left home|work"""
_VISIT = "appointment|appt|booking|slot|session|visit|massage|spot"
MOVING = f"""
    take|taken|strike|cross|scratch|rub|wipe|knock me|it out? of|off the? book|books|list|diary|schedule? for|on|at?;
    can|could|should|must go in|into the bin; can|could|should|must be binned|scrapped|dropped|released;
    take my name out? of|off the? book|books|list|diary? for|on|at?;
    forget|scrap|ditch; scratch my|the; {_VISIT} of mine|ours;
    rearrange; alter; put off|back; wont|not be able to make|come|attend it?;
    wont make it?; unable to make it?;
    wont|shant|not|dont be|going|gonna? to? be|make|making|need|needing|coming it|in|there? at|on|for?;
    drop|pull out of; have|need|going to miss; delete; remove;
    cancel|delete|remove|bin my|our|the? {_VISIT} for|on|at?; i|we|ive booked; slide; move; moved; moving;
    reschedule; reschedule|move|rebook|switch|shift|swap me;
    rescheduling; change; changing; switch; swap; shift; shifting; push;
    is it ok|okay|alright|fine|possible to move|push|change|swap|shift|switch|reschedule|cancel|postpone|bring;
    bump; shove; rejig; amend; delay|defer|nudge|scoot|shuffle|trade my|our|the|that|it|me|NOISE;
    cry|beg off my|our|the|that; bail on my|our|the|that; back|duck out of my|our|the|that; juggle my|our|the|it;
    of|than what i|ive have|got|booked on|at|for;
    has|have|need|needs to move|change|budge|shift; has|needs to go; needs moving|changing;
    rebook; postpone; cancel; cancelling; bring me|us|it? forward; booked in? for|on|at;
    booked under; booked in my name; im booked; my|our one at|on|for;
    i am booked; my next? {_VISIT}; cant make my?;
    i have|got an? appointment|booking|session; ive got? an? appointment|booking|session;
    call off; drop my; let go of; give up my|the|our; nix; bin my|our|that|it;
    has|have|need|needs to be moved|changed|rescheduled|cancelled; be moved"""
MINE = f"""
    mine|mines is? at|on|for?; whoever|whos got|seeing|doing me in|down? on|for|at?;
    the|that|our appointment|appt|booking|session|slot for|on|at|i?; i have|got a|an|my?; ive got? a|an|my?; got you;
    down for;
    have|got|made|hold|booked|ive a|an|my|the {_VISIT} with? you? booked|in? for|on|at?; made|booked|got it for;
    booked me|with;
    seeing|sees me on|at?;
    im? been? pencilled|penciled|scheduled|slotted|set in? for|on|at?;
    im|was? supposed|meant|due to be? in|with|see|seeing|come|coming with? you? at|on|for?;
    im on for|at|the;
    im due in|to? come|see|be? you? in? for|on|at?;
    youve|you|ive? got? me? on|in the|your books|diary|list|schedule|calendar for|on|at?;
    im on|in the|your books|diary|list|schedule|calendar for|on|at?; im in? with you|her|him for|on|at?;
    youve got|have? me in|down in|down? for|on|at?; you got|have me in|down? in|down? for|on|at?"""
ELSEWHERE = """
    RUN; long RUN; runs; running; train; training; gym; physio; physiotherapist; work;
    working; meeting; shift; holiday; club; swim; class; doctor; gp; birthday; wedding;
    school; party; get|gets|getting|got up; wake|wakes|waking; keeps me; pick up; dentist;
    let|lets|letting me|us out|off|go|away;
    on|off|my|a|late|early|day|night shift; shifts; travel; travelling; traveling; leave for; flight; fly; flying;
    desk; office; job; on my feet; asleep; bed; up at; yoga; pilates; spin; hills; seeing; due;
    usually|normally|always|generally come|go|do|see|have?; tend to; most days; taper; tapering;
    scan; mri; xray; x ray; test; tests; exam; exams; jab; op; operation; surgery; hospital; vet; haircut; interview;
    dinner; gig; concert; bus; train; gun; wave; funeral; coach; meet; teach; kids; breakfast;
    ice; icing; ibuprofen; naproxen; paracetamol; tablets; meds; doctors; dentists; physios;
    physio|doctor|doctors|dentist|hospital|nhs|scan|gp appointment|appt;
    what time|day am i|is|was my|it?; have me down; parking;
    cant remember|recall|run|walk|sleep|lift|bend|move|stand|feel|even|straighten|breathe|sit|stop;
    cant train|jog|wait;
    something come|came up; somethings? come up; ive something on; off to; birthdays?; anniversary; nurse;
    is it busy; what|which hours|days|times do|does|is|are; how long is;
    should i|we; do i|we need to; is it ok|safe|fine|alright to; ok|safe|fine to; who works|is|does;
    anyone|anybody|someone in|there|working; you|u|yall open|closed|shut|unlock; closed|shut on?;
    be better|fit|ready|fine|ok|right|fixed|healed by|for|on;
    what time|times do|does|are you|u|ye|yous open|close|shut|finish|start;
    when do|does|are you|u|ye|yous open|close|closed|shut|finish; are|r you|u|ye|yous open|closed|shut;
    do you|u|ye|yous open|close|work; your opening? hours; opening hours|times; yall|you guys open|close;
    are you guys|all|lot open|closed|shut; do|if you do; shift ends|finishes|starts|is;
    is|was|when|whens is|are? my next? appointment|booking|session|massage|slot|visit;
    time of my appointment|booking|session|massage|slot|visit; parking free;
    can|could|will|should|would i|we still? lift|jog|cycle|ride|walk|drink|race|skip|go|stretch|foam|ice|exercise;
    ill|will|gonna think|check|message|ring|text|phone|ask|talk|speak|chat|report; ill|will get back|see|let you|how;
    let me think|check|ask|see; club|track|gym|training|swim|speed|hill|coaching session|sessions;
    plan|coach says; who am i; whos|who in|on; who did i see; schedule says;
    remind me; tell me the; weather; busy on; how busy; choir practice; practice; rehearsal;
    whats your usual|usually|earliest usually; whats the weather; antibiotics; come|comes|coming out|off on;
    come back to you|u; alarm; rest day|days; turn|turning|be|im N; my ORD in|on|this; day|days off;
    my|typical|usual week; my hours; on call; how much|many|often; price; prices; cost; costs; charge; extra;
    when are|is your|the; have you got me;
    its|it is on|in; long day|days;
    what time|day is|was my next? appointment|appt|booking|session|massage|slot|visit; is|was|whens|wheres my;
    did|have|had i book|booked|say|pick|choose; is all i can manage; call|ring|text|phone|reach|message me|us|NOISE;
    give me|us a call|ring|bell|text;
    what day|time is; pickup;
    i|lets will? talk|speak|chat|message|check; lets|ill think; get back to you;
    hoping|hope|want|wanna|need|like|aiming|trying to be back|fit|ready|better|running|racing|able|right|fixed|normal;
    hoping|hope|want|wanna|need|like|aiming|aim|trying to run|race|train|jog|pb|finish|start;
    will|would|might it|i|this|that|they be better|sore|stiff|ok|fine|ready|right|gone|able|silly|mad|bad|stupid;
    have|has|had|need|needs to tell|work|train|run|race|drive|be at; would DISTANCE; should DISTANCE"""
REFUSED = """
    couldnt do|make|manage; tied up; snowed under; double booked; otherwise engaged; fully|all booked up?;
    dont|never put|book|pencil|stick|pop|schedule|squeeze me|us in|down|on? for|on?; just|please|pls|but dont make it;
    dont|no bother|trouble|need with|to? offer|offering|give|giving|put|putting me|us;
    no use|point me? booking|coming|trying|asking for|on?; im no use|good;
    booked up|solid; not; but not; nothing|none on?; except; except for; other than; cant;
    cannot; cant do|manage|come|be; busy; keep|steer|stay me? clear of|from;
    as|so long as it|its aint|isnt|not|wasnt be?; unless its; unless it is; do not give|book;
    away; on holiday; out of town; dont want|give|book me?; nor; excluding; bar; avoid; avoiding;
    count me out for|of|on?;
    that isnt|arent; that is|are not; SOON|whatever|day isnt|aint|thats not?; unavailable;
    not available|free; wont be|do|manage|come; no to; unable; no good; never; besides; neither"""
UNFIT = """
    too late|early|soon for? me|us?; a? wee|little? bit|tad too? late|early|soon for? me|us?;
    far|way|rather too late|early|soon for? me|us?"""
BACK = """
    that|thats|its|theyre|it|those|they is|are? off the table|menu;
    that|thats|its|theyre|it|those|they is|are? spoken for;
    leave|rule|count|strike|cross that|it|those|them out|off; skip that|it|those|them;
    that|thats|those|it is|are? out of the question; not that|those one|ones|day|days|time|times; none of those|them;
    so|obviously not then|that; so NOISE|that|thats|its|theyre is|are? out;
    cant do|make|manage that|those; leave|count me out of|for|on that|it|them|those one|ones|day|days?;
    forget that one?"""
SUITS = """
    so that would|will be perfect|ideal|great|good|grand|lovely|best for? me|us?;
    so that works|suits; so in there; so during|between that|those;
    so thatd|thatll be perfect|ideal|great|good|grand|lovely|best for? me|us?"""
CANCELLED = ",|- cancel|scrap|bin|delete it|that|this|them|both? please|pls|plz|thanks|ta?"
YOURS = """
    thats|that|which is? when|where im with|in|on|down|due|booked|seeing|coming|meant|supposed;
    thats|that|which is? when|where youve|you|ive; take|scratch|cross|strike my name off|out it|that|them;
    thats|its the one|slot i|ive|you|youve;
    was the plan|idea|arrangement|deal;
    thats|that|which is? NOISE i|ive|you|youve have|had|got|booked?"""
MEANT = """
    no? wait no?; no? sorry no?; sorry? no? i? mean|meant; scratch that; actually? no make it|that; actually no?;
    no , make that; no|yes|yeah ,? but? i|we said;
    no actually; or rather; hang on no?; oops; my bad"""
SORE = """
    sore; stiff; stiffer; stiffest; hurting; aching; achy; aches; ache; ached; hurts; tight; tighter;
    tightest; knackered;
    wrecked; heavy; tired; doms; pain; painful; agony; throbs; throbbing; throbbed; numb; nags; niggles; worse; worst;
    not too|so bad; feeling it|rough; shot; dead; cooked; fried; toast; trashed; ruined; battered; goosed; in bits;
    creaky; bruised; cramp; cramps; swells; swollen; puffy; seizes; clicks; pinches; burns; burning; tender; twinges;
    niggly;
    eases; ease; eased; better|fine|ok|okay|gone|easier|loose by;
    back again in|by|at; feels|gets|got|feeling better|bad; bad in|at"""

CUES: Rules = rules(
    ("CUE", {
        WANT: lambda *_: "want",
        ONSET: lambda *_: "onset",
        PAST: lambda *_: "past",
        MOVING: lambda *_: "from",
        ELSEWHERE: lambda *_: "else",
        REFUSED: lambda *_: "not",
        SORE: lambda *_: "sore",
        "see|c you|u|ya|yous; talk|speak to? you|u; catch you|u": lambda *_: "bye",
        MINE: lambda *_: "mine",
        "im in|down for|on|at?": lambda *_: "in",
        MEANT: lambda *_: "meant",
        "thanks|thank|cheers|ta you? for": lambda *_: "thanked",
        "i|we said": lambda frame: "meant" if frame.asked in ("day", "time") else "from",
        "can|could it|that|this be|become; make that; it? needs|has to be": lambda *_: "new",
        "raced": lambda *_: "past race",
        "i|we|id had it|one? in|down|booked? for|on|at?": lambda *_: "had",
        "instead of; in place of; take|takes|taking the place": lambda *_: "instead",
        "rather than": lambda *_: "rather",
        UNFIT: lambda *_: "unfit",
        BACK: lambda *_: "back",
        SUITS: lambda *_: "suits",
        CANCELLED: lambda *_: "cancelled",
        "cry|beg off; bail on; back|duck out of; juggle": lambda *_: "drop",
        YOURS: lambda *_: "yours",
        """instead of what|whatever|whenever it|i|ive|im; rather than what|whatever|whenever it|i|ive|im;
        instead of the|my one|slot|time? i|ive;
        move|change|switch|swap|push|bring my|the|our? it|me|us|mine|appointment|appt|booking|slot|session to then
        """: lambda *_: "anew",
    }),
)  # fmt: skip
