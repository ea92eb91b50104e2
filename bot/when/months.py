"""What the names of months mean: "January", "early next month", "the end of March", "January 2027"."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.when.days import Days, Piece, month, month_start, months_to, stretch
from bot.when.phrases import Term
from bot.when.values import Frame

VERBS_TOO = ("may", "march", "mar")  # months only beside a number or "in"


def _month_edge(start: date, edge: str) -> Days:
    if edge == "late":
        last = month_start(start, 1) - timedelta(1)
        return Days(last - timedelta(6), last, "interval")
    return stretch(start + timedelta(10 * (edge == "mid")), 10)


def months(count: int, edge: str = "") -> Callable[[Frame], Piece]:
    """The month so many months from this one, or an edge of it."""

    def meaning(frame: Frame) -> Piece:
        days = month(frame, count)
        return Piece((_month_edge(days.first, edge) if edge else days,))

    return meaning


def _month(frame: Frame, name: Term) -> Days:
    days = month(frame, months_to(frame, name.value))
    return days._replace(back=days.first if days.first <= frame.today else month_start(days.first, -12))


def named_month(edge: str = "", behind: bool = False) -> Callable[[Frame, Term], Piece]:
    """ "In January", "early January", "last January"."""

    def meaning(frame: Frame, name: Term) -> Piece:
        days = _month(frame, name)
        if not edge:
            return Piece((days._replace(behind=behind and days.first <= frame.today),))
        gone = _month_edge(days.back, edge).first if days.back else None
        back = gone if gone and gone <= frame.today else None
        return Piece((_month_edge(days.first, edge)._replace(back=back),))

    return meaning


def bare_month(frame: Frame, name: Term) -> Piece | None:
    """ "January", unless the word may as well be a verb."""
    asked = frame.asked in ("since", "race") or (frame.asked == "day" and name.word != "may")
    return Piece((_month(frame, name),)) if asked or name.word not in VERBS_TOO else None


def month_of_year(frame: Frame, name: Term, year: Term) -> Piece | None:
    """ "January 2027"."""
    months = (year.value - frame.today.year) * 12 + name.value - frame.today.month
    return Piece((month(frame, months),)) if 0 <= months <= 24 and len(year.word) == 4 else None
