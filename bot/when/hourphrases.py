"""Phrases for times of day: "after 5", "not before 3", "10 to 12", "first thing", "evening 4"."""

from collections.abc import Callable
from dataclasses import replace

from bot.when.clock import PARTS, Clock, Window, before_then, from_then, same, same_each
from bot.when.days import Piece
from bot.when.phrases import Rules, Term, rules
from bot.when.points import AM, AT, PM, hour
from bot.when.values import Frame

COUNTS = (
    "severity",
    "complaint",
    "side",
    "routine",
    "length",
    "goal",
    "contact",
    "name",
    "race",
    "since",
)  # questions a number answers
_UNTIL = "before|by|until|till|til"
_SOME = "about|around|like|maybe"
_THERE = (
    "there|away|out|of|in|it|to|off|from|you|the|my|work|office|shop|school|anything|free|here|over|round|home|done"
)
_TASKS = "work|school|college|uni|class|classes|lessons|lectures|meetings|training|practice|office|shift|there|it"
_LET = "my|the? work|school|office|boss? let|lets|letting me|us out|off|go|away at?"
_CANT = "cant|couldnt|wont be|get|leave|make|come|do|start|reach|escape|finish"


def _clock(frame: Frame, term: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=found) if found else None


def _near(frame: Frame, term: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=replace(found, near=True)) if found else None


def _about(frame: Frame, term: Term) -> Piece | None:
    return None if term.kind == "N" and frame.asked in COUNTS else _near(frame, term)


def _after(denied: bool = False) -> Callable[[Frame, Term], Piece | None]:
    return lambda frame, term: Piece(time=Window(after=found, denied=denied)) if (found := hour(term)) else None


def _not_a_minute_before(frame: Frame, span: Term, term: Term) -> Piece | None:
    """ "Can't do a minute before five thirty"."""
    return _after(denied=True)(frame, term) if span.value == (1, "minute") else None


def _or_after(frame: Frame, term: Term, other: Term | None) -> Piece | None:
    """ "4 or after", but not "9 or after 4"."""
    return None if other else _after()(frame, term)


def _before(denied: bool = False) -> Callable[[Frame, Term], Piece | None]:
    return lambda frame, term: Piece(time=Window(before=found, denied=denied)) if (found := hour(term)) else None


def _between(frame: Frame, first: Term, second: Term) -> Piece | None:
    after, before = hour(first), hour(second)
    counted = first.kind == second.kind == "N" and frame.asked in COUNTS
    if not after or not before or counted:
        return None
    window = Window(after=_alike(after, before), before=before)
    return Piece(time=window) if window.stretches(frame.opening()) else None


def _day_between(frame: Frame, day: Term, first: Term, second: Term) -> Piece | None:
    """ "Between Thursday 2pm and 5pm"."""
    window = _between(frame, first, second)
    return day.value._replace(time=window.time) if window and not day.value.time else None


def _alike(after: Clock, before: Clock) -> Clock:
    """ "5-7pm" is in the evening at both ends, "11-1pm" is not."""
    alike = replace(after, half=before.half) if before.half and not after.half and not after.certain else after
    return alike if alike.both()[0] < before.both()[0] else after


def _part(kind: str = "") -> Callable[[Frame, Term], Piece]:
    def meaning(frame: Frame, part: Term) -> Piece:
        return Piece(time=Window(said if (said := f"{kind} {part.value}") in PARTS else part.value))

    return meaning


def _hour_in_part(frame: Frame, term: Term, part: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=found.within(part.value)) if found else None


def _one_part(frame: Frame, term: Term, part: Term) -> Piece | None:
    """ "7 evening", but "one evening" is any."""
    return _part()(frame, part) if term.word == "one" else _hour_in_part(frame, term, part)


def _part_at_hour(frame: Frame, part: Term, term: Term) -> Piece | None:
    """ "Evening 4", but not "the morning one"."""
    return _hour_in_part(frame, term, part) if term.word != "one" else None


def _part_after(frame: Frame, part: Term, term: Term) -> Piece | None:
    """ "Afternoons, 3 or later"."""
    found = hour(term)
    return Piece(time=Window(part.value, after=found.within(part.value))) if found else None


def _part_between(frame: Frame, part: Term, first: Term, second: Term) -> Piece | None:
    """ "In the afternoon, 2 to 4"."""
    window = _between(frame, first, second)
    return Piece(time=Window(part.value).between(window.time)) if window and isinstance(window.time, Window) else None


def _part_near_hour(frame: Frame, part: Term, term: Term) -> Piece | None:
    found = hour(term)
    return Piece(time=replace(found.within(part.value), near=True)) if found else None


def _fixed(part: str) -> Callable[..., Piece]:
    return lambda *_: Piece(time=Window(part))


def _dinner(frame: Frame) -> Piece:
    """At noon for many Britons, in the evening for Americans."""
    return Piece(time=Window("early evening" if frame.locale == "en_US" else "lunchtime"))


def _before_dinner(frame: Frame) -> Piece:
    return Piece(time=Window("afternoon" if frame.locale == "en_US" else "morning"))


def _day_half(part: str) -> Callable[[Frame, Term], Piece]:
    return lambda frame, day: day.value._replace(time=Window(part))


def _day_by(frame: Frame, day: Term, term: Term) -> Piece | None:
    """ "I'm coming Tuesday by 10": who says the day before it names the hour to be there."""
    found = hour(term)
    return day.value._replace(time=found) if found and not day.value.time else None


def _let_out(frame: Frame, term: Term, day: Term) -> Piece | None:
    """ "Work lets me out at 4 on Friday"."""
    return _day_gone(frame, day, term)


def _day_gone(frame: Frame, day: Term, term: Term) -> Piece | None:
    """ "The 8th, gone six", "Friday work lets me out at 4"."""
    later = _after()(frame, term)
    return day.value._replace(time=later.time) if later and not day.value.time else None


def _part_of_day(kind: str) -> Callable[[Frame, Term, Term], Piece | None]:
    """ "Late Friday afternoon"."""
    return lambda frame, day, part: day.value._replace(time=_part(kind)(frame, part).time)


def _day_halves(part: str) -> Callable[[Frame, Term, Term], Piece | None]:
    def meaning(frame: Frame, first: Term, second: Term) -> Piece | None:
        plain = not (first.value.time or second.value.time or first.value.race or second.value.race)
        return Piece(first.value.days + second.value.days, Window(part)) if plain else None

    return meaning


AFTER_LUNCH = Piece(time=Window(after=Clock(13, certain=True), before=Clock(17, certain=True)))

TO: Rules = rules(
    ("TIME", {f"{AT} to|until|till|til {AT}; from|since {_SOME}? {AT} -|to|until|till|til {_SOME}? {AT}": _between}),
    ("TIME", {f"in? the? PART ,? {AT} to|until|till|til {AT}": _part_between}),
)  # unless something moves: "my 3pm to 4"
TIMES: Rules = rules(
    ("TIME", {
        f"""CLOCK; at|@ the? {AT}; make|making it {AT}; do you|u|ye|yous do {AT}; stroke of {AT}; bang on {AT};
        the CLOCK one; the? clock strikes|striking|hits|says|reads {AT}""": _clock,
        f"at? {AT} +ish; at? {AT} ish; {AT} +- +ish; CLOCK or so": _near,
        f"""at? about|around|round|roughly|approx|approximately|circa|~ {AT}; near|nearer|close|closer to {AT};
        nearest|closest youve|you? got|have? to {AT}; just gone CLOCK""": _about,
        f"""after|from|past|post like|about|around|say? {AT} onwards|onward|on?; {AT} onwards|onward;
        {AT} ish onwards|onward;
        {AT} ish or after|later; {AT} +; > {AT}; earliest|soonest {AT}; any time after|from {AT};
        later than {AT}; finish|finished|finishing work? at? {AT};
        work|working until|till|til {AT};
        im|am|i off|done|free|finished|clear|through of|with|from? my|the? {_TASKS}? by|from {AT};
        im|am|i out of my|the? {_TASKS} by|from {AT}; im|am|i out my|the? {_TASKS} by {AT};
        get? off work? at {AT}; not until|till|til after {AT};
        {AT} earliest; gone CLOCK; once|when|after|til|till|until its? gone {AT}""": _after(),
        f"""not|no|nothing|never before|until|till|til {AT}; not|no|nothing any? earlier|sooner than {AT};
        cant do|make|come anything? before|until|till|til {AT};
        {_CANT} {_THERE}? {_THERE}? {_THERE}? {_THERE}? before|until|till|til {AT};
        cant before|until|till|til {AT};
        not free|available|around|done|finished|back|out|off|home {_THERE}? {_THERE}|{_TASKS}?
        until|till|til|before {AT}""": _after(denied=True),
        f"""not|never SPAN before|until|till|til {AT};
        cant do|make|come|start? SPAN before|until|till|til {AT}""": _not_a_minute_before,
        f"""not|no|nothing|never after|past {AT}; not|no later than {AT};
        cant do|make|come|stay anything? after|past {AT}; cant after {AT};
        wrapped|finished up by|before {AT};
        to be|get away|out|done|gone|finished|home|back of? there|here|it? by|before {AT}""": _before(denied=True),
        f"""{_UNTIL} {AT}; up to|until|till {AT}; earlier|sooner than {AT}; {AT} or before|earlier;
        any time before {AT};
        {AT} at? the? very? latest; latest {AT}""": _before(),
        f"""between {AT} -|to|until|till|til {AT}; from|since {AT} - {AT}; {AT} -|through|thru {AT};
        between|from? {AT} ish -|to|until|till|and {AT} ish?; between|from {AT} -|to|until|till|and {AT} ish;
        between|btw {AT} and|to|-|& {AT};
        after {AT} but|and? before {AT};
        around|about|roughly {AT} -|to {AT}; any time between {AT} and|to|- {AT}""": _between,
        f"{AT} or after|later {AT}?": _or_after,
        f"{AT} and|but not a minute|moment|second earlier|sooner|later|before|after": _clock,
        f"pm; in? the pm; in the {PM}; a pm one": _fixed("afternoon"),
        f"in? the am; in the {AM}; am please|pls|plz; still am; an am one": _fixed("morning"),
        f"come|coming|arrive|there|table|tables by about|around|like? {AT}": _clock,
        "PART > PART": lambda frame, best, rest: _part()(frame, best),
        "PART; in? the PART; about|around|roughly PART; mid -? PART; PART +ish; PART +- +ish": _part(),
        "early PART; early in the PART": _part("early"),
        "late|later PART; late in the PART": _part("late"),
        f"at? the? {AT} in|of the PART; {AT} at PART; {AT} +ish in the PART": _hour_in_part,
        f"{AT} PART": _one_part,
        f"in? the? PART at|,? {AT}": _part_at_hour,
        f"in? the? PART ,? {AT} or after|later|onwards": _part_after,
        f"in? the? PART at|,? {AT} +ish; in? the? PART ,? around|about {AT}": _part_near_hour,
        """lunch|lunchtime; over|at|during|in? my|the? lunch|lunchtime;
        over|at|during|in? my|the? lunch time|break|hour""": _fixed("lunchtime"),
        "dinnertime; dinner time|hour": _dinner,
        "tea|supper time; tea time -? ish": _fixed("early evening"),
        "the? same time|hour|slot; the? same sort|kind of time": lambda frame: Piece(again=same),
        "the? same time|hour|slot on? each|every|both|NOISE": lambda frame, *often: Piece(again=same_each),
        """SOON? from then|there on|onwards?; SOON|anything from then|there;
        SOON|anything|straight|hours after|beyond|past that|then;
        then or|and after|later; so after that|then""": lambda frame, *soon: Piece(again=from_then),
        "SOON|anything|so|hours before that|then": lambda frame, *soon: Piece(again=before_then),
        "before|pre -? lunch": _fixed("morning"),
        "before my? tea": _fixed("afternoon"),
        "before my? dinner": _before_dinner,
        "after|post -? lunch": lambda frame: AFTER_LUNCH,
        "before|pre -? my? work|school|office": _fixed("before work"),
        """after|post -? my|the? work|dinner|tea;
        when|once|after im|i|ive off|out|done|finish|finished|leave of? for? work;
        on? my|the way home|back from? work|the|my? office?;
        when|once|after i get off|out of? work; when|once work is done|over|finished""": _fixed("after work"),
        """first thing; early doors; crack of dawn; first thing in? the? PART; PART first thing; bright and early;
        when|as you|yall|doors|ye guys|lot|folks? open; as soon as you|doors open; at|on opening time?;
        opening time""": _fixed(
            "first thing"
        ),
        """last thing; the? last slot|appointment|session of the day; the later the better;
        as? late as possible|poss|you|u;
        the? end of the? day; end|close of play|business; cob; eod; closing time""": _fixed("last thing"),
    }),
    ("DAY", {
        f"between|from DAY {AT} and|to|until|till|- {AT}": _day_between,
        f"DAY am; DAY {AM}": _day_half("morning"),
        f"DAY pm; DAY {PM}": _day_half("afternoon"),
        f"DAY by about|around|like? {AT}": _day_by,
        f"DAY ,? gone {AT}; DAY {_LET} {AT}": _day_gone,
        f"{_LET} {AT} on? DAY": _let_out,
        "early DAY PART": _part_of_day("early"),
        "late DAY PART": _part_of_day("late"),
        "DAY or|/|and DAY am": _day_halves("morning"),
        "DAY or|/|and DAY pm": _day_halves("afternoon"),
        "first thing on? DAY PART": lambda frame, day, part: _day_half("first thing")(frame, day),
        "first thing on? DAY; early doors on? DAY": _day_half("first thing"),
        "last thing on? DAY": _day_half("last thing"),
    }),
)  # fmt: skip
