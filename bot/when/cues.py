"""Words that turn the mood of a sentence: what comes next is wished for, past, a race, another appointment."""

from bot.when.phrases import Rules, rules

WANT = """
    can i|we|you|u; could i|we|you; come; coming; book; booking; want; wanted; need; id;
    would; like; free; available; availability; how|what about; prefer; preferably; ideally;
    hoping; hoped; told; wondering; thinking; slot; slots; space; spaces; gap; gaps; opening;
    openings; cancellations; session; massage; appointment; see; fit; squeeze; get in;
    make it; rather; works; work for; please; pls; plz; any; any chance; possible; suits;
    lets; let us; was thinking|hoping|wondering|looking|after; happy with; good for; best;
    do you have; have you got; instead; try;
    can do|make; could do; looking for; fancy; it should be; i meant; meant; go for; take;
    ill; actually; maybe; perhaps"""
ONSET = """
    since; started; start; starting; starts; began; begun; came on; hurt; pulled; twisted;
    tweaked; strained; injured; rolled; sprained; tore; popped; felt; noticed; flared;
    flaring; fell; happened; getting worse; been hurting|sore|bothering|killing; been; woke;
    went; developed; picked up"""
PAST = """
    ran; did; finished; had; was; were; completed; smashed; jogged; swam; cycled; hiked;
    walked; played; travelled; flew; from my run|race; came; saw; missed;
    been running|training; ive run|done|had|been; ive just; just did|had|done; trained;
    got back|round|around; last time; used to; rested; paced; clocked; crossed; came home; turned"""
MOVING = """
    move; moving; reschedule; rescheduling; change; changing; switch; swap; shift; push;
    bump; shove;
    has|have|need|needs to move|change; has|needs to go; needs moving|changing;
    rebook; postpone; cancel; cancelling; bring forward; booked in? for|on|at; im booked;
    i am booked; my next? appointment|booking|session|slot|massage|visit; cant make my?;
    i have|got an? appointment|booking|session; ive got an? appointment|booking|session;
    call off; drop my"""
ELSEWHERE = """
    RUN; long RUN; runs; running; train; training; gym; physio; physiotherapist; work;
    working; meeting; shift; holiday; club; swim; class; doctor; gp; birthday; wedding;
    school; party; get|gets|getting up; wake|wakes|waking; pick up; dentist;
    my|a|late|early|day|night shift; travel; travelling; leave for; flight; fly; flying"""
REFUSED = """
    not; but not; except; except for; other than; cant; cannot; cant do|manage|come|be; busy;
    away; on holiday; out of town; dont want; nor; excluding; bar; avoid; unavailable;
    not available|free; wont be|do; unable; no good; never; besides; neither"""
SORE = "sore; stiff; hurting; aching; hurts; tight; knackered; wrecked; heavy; tired; doms; pain; painful"

CUES: Rules = rules(
    ("CUE", {
        WANT: lambda *_: "want",
        ONSET: lambda *_: "onset",
        PAST: lambda *_: "past",
        MOVING: lambda *_: "from",
        ELSEWHERE: lambda *_: "else",
        REFUSED: lambda *_: "not",
        SORE: lambda *_: "sore",
        "raced": lambda *_: "past race",
        "instead of; rather than": lambda *_: "instead",
    }),
)  # fmt: skip
