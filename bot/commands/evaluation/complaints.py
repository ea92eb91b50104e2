"""The complaints of a message, by label."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from bot.commands.evaluation.figures import Figure, Guess, calibration
from bot.commands.evaluation.reading import Judged, Row
from bot.commands.evaluation.scoring import Part, error, misses, rate

# The names that data/knowledge/complaints.yml gives to conditions, as people spell them: who writes one has named it.
DIAGNOSES = re.compile(
    r"shin ?-?splints?|plantar|fas[ch]*i+t|runner.?s?.? knee|\bi\.?t\.? ?-?b(?:\b|and|s\b)|achil|tendi?[no]", re.I
)


def complaints(all_judged: Sequence[Judged]) -> Part:
    """Complaints found, missed, and seen where there are none."""
    scored = [one for one in all_judged if "complaints" in one.row]
    some = [one for one in scored if labels(one.row)]
    none = [one for one in scored if not labels(one.row)]
    return Part(
        "complaints",
        (
            rate("a right label", some, any_right),
            rate("... a diagnosis named", filter(names_one, some), any_right),
            rate("... none named", (one for one in some if not names_one(one)), any_right),
            rate("exactly the labels", some, same_labels),
            *by_label(some),
        ),
        (
            error("seen where there is none", none, lambda one: bool(labels(one.got))),
            error("a wrong label besides", some, lambda one: bool(labels(one.got) - labels(one.row))),
            calibration("calibration error", guesses(all_judged)),
        ),
        misses(scored, same_labels, lambda row: sorted(labels(row)), badness),
    )


def by_label(some: Sequence[Judged]) -> Iterable[Figure]:
    """A rate for each label there is."""
    for label in sorted({label for one in some for label in labels(one.row)}):
        told = [one for one in some if label in labels(one.row)]
        yield rate(label, told, partial(sees, label))


def sees(label: str, one: Judged) -> bool:
    """Whether this complaint was found."""
    return label in labels(one.got)


def labels(row: Row) -> set[str]:
    """The complaints of a row, which names them, or of what `parse` made of it."""
    named = {one if isinstance(one, str) else one["label"] for one in row["complaints"]}
    return named - {"none"}


def names_one(one: Judged) -> bool:
    """Whether the message names a diagnosis."""
    return bool(DIAGNOSES.search(one.row["text"]))


def any_right(one: Judged) -> bool:
    """Whether one of its complaints was found."""
    return bool(labels(one.row) & labels(one.got))


def same_labels(one: Judged) -> bool:
    """Whether nothing is missing and nothing too much."""
    return labels(one.row) == labels(one.got)


def badness(one: Judged) -> float:
    """Nothing right is worse than something too much, and the surer of it the worse."""
    wrong = [said["confidence"] for said in one.got["complaints"] if said["label"] not in labels(one.row)]
    return max(wrong, default=0.0) + (0 if any_right(one) else 1)


def guesses(all_judged: Sequence[Judged]) -> list[Guess]:
    """How sure we were of each label, and whether it was right."""
    scored = [one for one in all_judged if "complaints" in one.row]
    return [(said["confidence"], said["label"] in labels(one.row)) for one in scored for said in one.got["complaints"]]
