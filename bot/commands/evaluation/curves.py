"""What each threshold of the model would buy: what is found against what is found wrongly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.commands.evaluation.complaints import labels
from bot.commands.evaluation.figures import ratio
from bot.commands.evaluation.intents import SCOPE, is_ours
from bot.commands.evaluation.reading import Judged
from bot.commands.evaluation.scoring import Part

STEPS = [step / 20 for step in range(1, 20)]

Score = Callable[[Judged], float]


@dataclass(frozen=True)
class Curve:
    """Points are (threshold, wrongly, rightly); `ours` is where rules and thresholds together stand."""

    title: str
    wrongly: str
    rightly: str
    points: tuple[tuple[float, float, float], ...]
    ours: tuple[float, float]
    at_most: float  # the marks
    at_least: float
    widest: float  # as much of what is wrong as is worth a look


def scope(judged: Sequence[Judged], part: Part) -> Curve:
    """Out of scope recognised, against real messages refused."""
    others = [one for one in judged if one.row.get("intent") == SCOPE]
    points = swept(others, filter_ours(judged), beyond, beyond)
    recognised = next((one.value for one in part.rates if one.name == SCOPE), 0.0)
    ours = (part["taken for out of scope"].value, recognised)
    return Curve(
        "Out of scope", "real messages refused", "out of scope recognised", points, ours, 0.03, 0.92, widest=0.12
    )


def hurting(judged: Sequence[Judged], part: Part) -> Curve:
    """Complaints found, against complaints seen where there is none."""
    scored = [one for one in judged if "complaints" in one.row]
    some, none = ([one for one in scored if bool(labels(one.row)) is told] for told in (True, False))
    points = swept(some, none, likeliest_right, likeliest)
    ours = (part["seen where there is none"].value, part["a right label"].value)
    axes = ("seen where there is none", "a right label found")
    return Curve("Complaints", *axes, points, ours, 0.05, 0.95, widest=0.3)


def filter_ours(judged: Sequence[Judged]) -> list[Judged]:
    """The messages that a booking desk is for."""
    return [one for one in judged if is_ours(one)]


def swept(
    right: Sequence[Judged], wrong: Sequence[Judged], hit: Score, slip: Score
) -> tuple[tuple[float, float, float], ...]:
    """For each threshold, the shares of both that reach it."""
    hits, slips = [hit(one) for one in right], [slip(one) for one in wrong]
    return tuple((step, reaching(step, slips), reaching(step, hits)) for step in STEPS)


def reaching(step: float, scores: Sequence[float]) -> float:
    """The share of scores from this step on."""
    return ratio(sum(score >= step for score in scores), len(scores))


def beyond(one: Judged) -> float:
    """How sure the model is that a message is out of scope."""
    return dict(one.heard.ranking).get(SCOPE, 0.0) if one.heard else 0.0


def likeliest(one: Judged) -> float:
    """How sure the model is of any complaint."""
    heard = one.heard.complaints if one.heard else ()
    return max((sure for label, sure in heard if label != "none"), default=0.0)


def likeliest_right(one: Judged) -> float:
    """How sure the model is of a complaint that is told of."""
    heard = one.heard.complaints if one.heard else ()
    return max((sure for label, sure in heard if label in labels(one.row)), default=0.0)
