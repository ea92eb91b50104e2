"""Out of breath as one is from an effort that did no harm. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.words.phrases import Found
from bot.words.speech import Word, same_sentence

SOON = 16  # words in which an effort is followed by how it was
FEW = 5  # words in which a joke about it is

WINDED = {
    # out of breath, as one is …
    "winded": """
        couldnt breathe, wheezing, gasped, could barely|hardly breathe, couldnt get|catch|find my breath,
        breathing|breath ~ laboured|labored|hard|heavy, winded, out of breath|puff, gasping, panting, puffing,
        puffed out?, breathless, heart pounding|thumping|hammering|racing""",
    # … but no longer than an effort lasts …
    "lasting": """
        on the flat, at rest, just as bad, since, still, again, days after|later|ago, wont|hasnt|doesnt|isnt
        settle|settled|settling|stop|stopped|stopping|ease|eased|easing""",
    # … nor at so little, nor for so long, as far as one sentence tells …
    "long": """
        hour, hours, two|three|four|few|several|of|for days, a|all|every|whole|next|other day, week, weeks, flight,
        flights, stairs, staircase, steps""",
    # … unless that is the sport, or no more than a wish for another appointment …
    "brief": """
        same again, fine|grand|ok|okay|right|normal|good|well again, stadium|bleacher|bleachers steps|stairs,
        again next|please|soon|thursday|friday|monday|tuesday|wednesday|saturday|sunday, see|book|visit you?
        again, stairs|steps|stair ~ ~ ~ ~ reps|rep|sprints|repeats|challenge|race|machine|session|times|laps,
        reps|sprints|repeats|ran|running|raced|laps ~ ~ stairs|steps, marathon|race|training|next week""",
    # … from an effort …
    "effort": """
        hill, hills, climb, climbs, top, rep, reps, set, sets, sprint, sprints, interval, intervals, finish, line,
        rower, session, race, stadium, lap, mile, parkrun, squats, spin, burpees, circuits, challenge, repeats,
        bleachers, class, 5k, 10k, pb, pr, 400s, 800s, tempo, fartlek""",
    # … that did no harm
    "enjoyed": """
        lovely, right as rain, loved it|every, love it, best run|session|race|day, grinned, grinning, buzzing,
        what a buzz|laugh|rush|day|run, worth it, who isnt|wouldnt|doesnt|wasnt,
        great|brilliant|cracking|fab|amazing|mighty
        session|run|fun|craic|race|workout|day|class|night|evening|laugh, fine|grand|ok|okay|normal ~ ~
        minute|minutes|second|seconds, minute|minutes|seconds|moment later|after ~ ~
        fine|grand|ok|okay|normal|chatting|chattering|laughing|eating|joking|singing|dancing|smiling|recovered|giving|moaning|arguing|nattering|gossiping|yapping|planning,
        happy days, had|eating|ate|scoffed a|some|my cake|flapjack|banana|pint|bun, laughing my
        head|arse|ass|socks off, as it should be, like it should, fine|grand|right|ok by the time, cooled off|down
        ~ felt|feel fine|great|grand, unfit me|haha|lol, loving every, fine|grand|ok|okay|normal|good|right again,
        fine|grand|ok|okay ~ before, like everyone|everybody else, like the rest of""",
    # … or is a family joke
    "teased": """
        thinks|think|finds|find ~ hilarious|hysterical that|when|how, laughs|laugh|laughed at how, teases|tease me""",
}


def breathed(said: Sequence[Word], cues: Mapping[str, Sequence[Found]]) -> Iterator[int]:
    """Out of breath on the hill, lovely: its own words only, what else was felt there still counts."""
    brief = words_of(cues["brief"])
    for puff in cues["winded"]:
        if any(0 <= puff.first - cue.end < FEW for cue in cues["teased"]):
            yield from range(puff.first, puff.end)
        if lasts(said, puff, cues, brief):
            continue
        joy = min((cue.first for cue in cues["enjoyed"] if 0 <= cue.first - puff.end < SOON), default=0)
        around = range(puff.first - SOON + 1, joy)
        if efforts := {cue.first for cue in cues["effort"]}.intersection(around):
            yield from efforts.union(brief.intersection(around), range(puff.first, puff.end))


def words_of(cues: Sequence[Found]) -> set[int]:
    """The words that some cues are made of."""
    return {index for cue in cues for index in range(cue.first, cue.end)}


def lasts(said: Sequence[Word], puff: Found, cues: Mapping[str, Sequence[Found]], brief: Collection[int]) -> bool:
    """Does it last longer than the effort, or come of less than one?"""
    long = [cue for cue in cues["long"] if same_sentence(said, cue.first, puff.first)]
    return any(abs(cue.first - puff.first) < SOON and cue.first not in brief for cue in (*cues["lasting"], *long))
