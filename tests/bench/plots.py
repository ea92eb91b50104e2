"""The figures as pictures: a turn as things grow, and ours beside Rasa's."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import pyplot

INK, OTHER, GRID = "#1f5f5b", "#c8553d", "#dddddd"
STYLE: Any = {
    "figure.dpi": 144,
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
}
Rows = Mapping[str, Mapping[str, float]]


def draw(found: Mapping[str, Any], out: Path) -> None:
    """A picture for each section that is one."""
    with mpl.rc_context(STYLE):
        if "growth" in found:
            growth(found["growth"], out / "growth.png")
        if "rasa" in found:
            throughput(found["rasa"], out / "rasa.png")


def growth(rows: Rows, file: Path) -> None:
    """The median turn against size: flat is good."""
    figure, axes = pyplot.subplots(1, 3, figsize=(9, 2.8), sharey=True, layout="constrained")
    for axis, what in zip(axes, ("appointments", "therapists", "clinics"), strict=True):
        for kind, colour in (("SQLite", INK), ("PostgreSQL", OTHER)):
            points = curve(rows, kind, what)
            axis.plot([size for size, _ in points], [took for _, took in points], "o-", color=colour, label=kind)
        axis.set(xscale="log", xlabel=what)
        axis.grid(axis="y", color=GRID)
    axes[0].set_ylim(bottom=0)  # once all is drawn: it ends the scaling
    axes[0].set_ylabel("median button turn, ms")
    axes[0].legend(frameon=False)
    figure.savefig(file)
    pyplot.close(figure)


def curve(rows: Rows, kind: str, what: str) -> Sequence[tuple[int, float]]:
    """Size and median milliseconds, of rows named as in "SQLite, 100 clinics"."""
    named = ((name.removeprefix(f"{kind}, ").split(), row) for name, row in rows.items() if name.startswith(kind))
    return sorted((int(size), row["p50 ms"]) for (size, of), row in named if of == what)


def throughput(rows: Rows, file: Path) -> None:
    """Turns a second, ours and theirs."""
    names = [*rows][::-1]
    figure, axis = pyplot.subplots(figsize=(7, 0.8 + 0.3 * len(names)), layout="constrained")
    bars = axis.barh(names, [rows[name]["a second"] for name in names], height=0.6)
    for bar, name in zip(bars, names, strict=True):
        bar.set_color(INK if name.startswith("ours") else OTHER)
    axis.bar_label(bars, fmt="%.0f", padding=3)
    axis.set_xlabel("turns a second, higher is better")
    axis.grid(axis="x", color=GRID)
    figure.savefig(file)
    pyplot.close(figure)
