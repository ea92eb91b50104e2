"""Weeks and weekends: "next week", "w/c 7th", "midweek", "weeknights", "any weekend"."""

from collections.abc import Callable
from datetime import timedelta

from bot.when.clock import Window
from bot.when.days import Days, Piece, monday, stretch, week, weekend
from bot.when.fromdates import named_day
from bot.when.phrases import Term
from bot.when.values import Frame

Meaning = Callable[..., Piece | None]

EDGES = {"early": (0, 3), "mid": (1, 3), "late": (3, 4)}  # of a week: from which weekday, how many days
MONDAY, THURSDAY = 0, 3
LAST = "last|past|previous"
EARLY = "early|earlier|beginning|start in|of?"
MID = "mid|midweek|middle -? of?"
LATE = "late|later|end in|of?"


def fixed(find: Callable[[Frame], Days], time: Window | None = None) -> Meaning:
    """The meaning of a phrase without variables."""
    return lambda frame: Piece((find(frame),), time)


def _workdays_of_next_week(frame: Frame) -> Days:
    return stretch(monday(frame, 1), 5)


def _week_nights(frame: Frame) -> Piece:
    return Piece((stretch(monday(frame), 5),), Window("evening"))


def _weekday_parts(frame: Frame, part: Term) -> Piece:
    return Piece((_workdays_of_next_week(frame),), Window(part.value))


def _weeks(weeks: int) -> Meaning:
    return fixed(lambda frame: week(frame, weeks))


def _not_this_but_next(frame: Frame) -> Piece:
    return Piece((week(frame, 1),), but=(week(frame, 0),))


def _weekends(weeks: int) -> Meaning:
    return fixed(lambda frame: weekend(frame, weeks))


def _this_weekend(frame: Frame) -> Piece:
    return Piece((weekend(frame, 0)._replace(back=weekend(frame, -1).first),))


def _every(first: int, days: int, grain: str = "interval", time: Window | None = None) -> Meaning:
    return fixed(lambda frame: stretch(monday(frame) + timedelta(first), days, grain)._replace(every=True), time)


def _week_of(frame: Frame, weekday: Term | None, found: Term) -> Piece:
    days = named_day(frame, found)
    start = days.first - timedelta(days.first.weekday())
    return Piece((stretch(start, 7, "week")._replace(impossible=days.impossible),))


def _week_edge(weeks: int, edge: str) -> Meaning:
    start, length = EDGES[edge]
    return fixed(lambda frame: stretch(monday(frame, weeks) + timedelta(start), length))


def _coming_edge(edge: str, latest: int) -> Meaning:
    """Of this week up to a weekday of it, else of the next: on a Tuesday the start of the week is the next one's."""
    start, length = EDGES[edge]
    return fixed(lambda frame: stretch(monday(frame, int(frame.today.weekday() > latest)) + timedelta(start), length))


def _rest_of_week(days: int) -> Meaning:
    return fixed(
        lambda frame: Days(
            min(frame.today + timedelta(days), sunday := monday(frame, 1) - timedelta(1)), sunday, "interval"
        )
    )


WEEKS: dict[str, Meaning] = {
    "weekday|weekdays next week": fixed(_workdays_of_next_week),
    "weekday|weekdays PART next week": _weekday_parts,
    "any|a? weeknight|weeknights this week; this week ,? any? weeknight|weeknights": _week_nights,
    "weeknight|weeknights next week; week nights next week": fixed(_workdays_of_next_week, Window("evening")),
    "this|the|a? weekend; this coming weekend": _this_weekend,
    "next weekend": _weekends(1),
    "the? weekend after next": _weekends(2),
    "the? weekend before last": _weekends(-2),
    f"the? {LAST} weekend; weekend just? gone": _weekends(-1),
    "weekends; any weekend|weekends": _every(5, 2, "weekend"),
    "weekday|weekdays; a|any|on weekday|weekdays; during|in the week": _every(0, 5),
    "weeknight|weeknights; a|any weeknight; week night|nights|evening|evenings": _every(
        0, 5, time=Window("evening")
    ),
    "this week|wk": _weeks(0),
    "not this week|wk ,|- but? the? next week|wk?; not this week|wk but the? next week|wk?": _not_this_but_next,
    "next week|wk; the|this coming week; the? week after this one?": _weeks(1),
    "the? week after next": _weeks(2),
    f"{LAST} week|wk": _weeks(-1),
    "week before last": _weeks(-2),
    """w +/ +c the? WEEKDAY? the? DATE;
    in|during? the? week|wc of|commencing|beginning|starting? the? WEEKDAY? the? DATE;
    wk|week com WEEKDAY? DATE""": _week_of,
    "w +/ +c WEEKDAY": lambda frame, weekday: _week_of(frame, None, weekday),
    "the? rest|remainder of the week": _rest_of_week(0),
    "late in the week": _week_edge(0, "late"),
    "later this week; later in the week": _rest_of_week(1),
    f"{EARLY} next week; the beginning|start of next week": _week_edge(1, "early"),
    f"{MID} next week; the middle of next week": _week_edge(1, "mid"),
    f"{LATE} next week; the end of next week": _week_edge(1, "late"),
    "the? beginning|start of the school|working|work? week": _coming_edge("early", MONDAY),
    "midweek; mid week; the? middle of the|this week": _coming_edge("mid", THURSDAY),
    "the? end of the|this week": _week_edge(0, "late"),
}  # fmt: skip
