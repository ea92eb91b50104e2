"""The plots of an evaluation, as PNG."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.commands.evaluation import complaints, intents
from bot.commands.evaluation.curves import Curve, hurting, scope
from bot.commands.evaluation.figures import Guess, binned, gap, wilson
from bot.commands.evaluation.reading import Judged
from bot.commands.evaluation.scoring import Part

INK, OURS, MARK, FAINT = "#1b2733", "#1f6f8b", "#d1603d", "#c9d3da"
DOTS = 110  # an inch
NONE = "none"

Pairs = Iterable[tuple[str, str]]  # what is right, and what we made of it


def drawn(judged: Sequence[Judged], parts: Sequence[Part], folder: Path) -> list[Path]:
    """Draw everything. Returns the files."""
    part = {one.name: one for one in parts}
    confused = {"intents": Counter(intent_pairs(judged)), "complaints": Counter(complaint_pairs(judged))}
    plots = {name: confusion(name, counts) for name, counts in confused.items() if counts} | {
        "reliability": reliability({"intents": intents.guesses(judged), "complaints": complaints.guesses(judged)}),
        "thresholds": thresholds((scope(judged, part["intents"]), hurting(judged, part["complaints"]))),
    }
    return [saved(plot, folder / f"{name}.png") for name, plot in plots.items()]


def saved(plot: Figure, file: Path) -> Path:
    """Write one plot, the same bytes for the same run."""
    file.parent.mkdir(parents=True, exist_ok=True)
    plot.savefig(file, dpi=DOTS, metadata={"Software": None})
    return file


# ---------------------------------------------------------------- what is taken for what


def intent_pairs(judged: Sequence[Judged]) -> Pairs:
    """Intents, message by message."""
    return [(one.row["intent"], one.got["intent"]) for one in judged if "intent" in one.row]


def complaint_pairs(judged: Sequence[Judged]) -> Pairs:
    """Labels: what was missed goes to what was seen in its place, what was seen besides to none."""
    for one in judged:
        if "complaints" in one.row:
            right, got = complaints.labels(one.row), complaints.labels(one.got)
            instead = sorted(got - right) or [NONE]
            yield from ((label, label) for label in right & got)
            yield from ((label, other) for label in right - got for other in instead)
            if not right - got:
                yield from ((NONE, other) for other in got - right)
            if not right and not got:
                yield NONE, NONE


def confusion(title: str, counts: Counter[tuple[str, str]]) -> Figure:
    """Counts in squares, shaded by the share of their row."""
    names = sorted({name for pair in counts for name in pair}, key=lambda name: (name == NONE, name))
    rows = [[counts[right, got] for got in names] for right in names]
    plot = Figure(figsize=(0.44 * len(names) + 3.2, 0.4 * len(names) + 2.4), layout="constrained")
    axes = plot.add_subplot()
    axes.imshow([[count / max(sum(row), 1) for count in row] for row in rows], cmap="Blues", vmin=0, vmax=1)
    for y, row in enumerate(rows):
        for x, count in enumerate(row):
            if count:
                pale = count > 0.6 * sum(row)
                axes.text(x, y, str(count), ha="center", va="center", size=9, color="white" if pale else INK)
    shown = [name.replace("_", " ") for name in names]
    axes.set_xticks(range(len(names)), shown, rotation=55, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(names)), [f"{name}  ({sum(row)})" for name, row in zip(shown, rows, strict=True)])
    framed(axes, f"{title.capitalize()}: what is right (rows), what we made of it (columns)", "taken for", "right")
    axes.tick_params(length=0)
    return plot


# ---------------------------------------------------------------- how sure, how often right


def reliability(guesses: dict[str, list[Guess]]) -> Figure:
    """Being so sure, against being right so often; the diagonal is perfect."""
    plot = Figure(figsize=(11, 5.2), layout="constrained")
    for number, (name, some) in enumerate(guesses.items(), 1):
        calibrated(plot.add_subplot(1, len(guesses), number), name, some)
    return plot


def calibrated(axes: Axes, name: str, guesses: Sequence[Guess]) -> None:
    """One panel: a point for each tenth that holds any guesses, the larger the more."""
    axes.plot((0, 1), (0, 1), color=FAINT, zorder=1)
    for some in filter(None, binned(guesses)):
        sure, hits = sum(sure for sure, _ in some) / len(some), sum(right for _, right in some)
        axes.plot((sure, sure), wilson(hits, len(some)), color=OURS, alpha=0.45, zorder=2)
        axes.scatter(sure, hits / len(some), s=30 + 400 * len(some) / len(guesses), color=OURS, zorder=3)
        beside(axes, str(len(some)), (sure, hits / len(some)))
    framed(axes, f"{name.capitalize()}: calibration error {gap(guesses):.3f}", "how sure we were", "how often right")
    axes.set(xlim=(0, 1.03), ylim=(0, 1.03), aspect="equal")


# ---------------------------------------------------------------- what a threshold buys


def thresholds(curves: Sequence[Curve]) -> Figure:
    """What is found against what is found wrongly, for every threshold of the model alone, and where we stand."""
    plot = Figure(figsize=(11, 5.2), layout="constrained")
    for number, curve in enumerate(curves, 1):
        traded(plot.add_subplot(1, len(curves), number), curve)
    return plot


def traded(axes: Axes, curve: Curve) -> None:
    """One panel, with the corner to reach."""
    axes.axhspan(curve.at_least, 1.01, xmax=curve.at_most / curve.widest, color=FAINT, alpha=0.5, lw=0)
    _, x, y = zip(*curve.points, strict=True)
    axes.plot(x, y, ".-", color=OURS, label="the model alone")
    for threshold, wrongly, rightly in curve.points[1::2]:
        if wrongly <= curve.widest:
            axes.annotate(
                f"{threshold:.1f}", (wrongly, rightly), (5, -11), textcoords="offset points", size=8, color=OURS
            )
    axes.plot(*curve.ours, "*", ms=15, color=MARK, label="as we answer", clip_on=False)
    framed(axes, curve.title, curve.wrongly, curve.rightly)
    axes.set(xlim=(0, curve.widest), ylim=(0.5, 1.01))
    axes.legend(loc="lower right", frameon=False)


def beside(axes: Axes, text: str, point: tuple[float, float]) -> None:
    """A few small words below a point, to its right."""
    axes.annotate(text, point, (7, -12), textcoords="offset points", size=8, color=INK)


def framed(axes: Axes, title: str, x: str, y: str) -> None:
    """The same frame around all."""
    axes.set_title(title, size=11, color=INK, loc="left", pad=10)
    axes.set_xlabel(x, color=INK)
    axes.set_ylabel(y, color=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(FAINT)
