"""Learn from how alike messages are: kernel ridge regression, which tells its own mistakes on examples left out."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from scipy.linalg import solve
from scipy.linalg.blas import strmm
from scipy.linalg.lapack import spotrf, strtri
from scipy.optimize import minimize, minimize_scalar
from scipy.sparse import spmatrix
from scipy.special import expit, log_softmax, softmax
from threadpoolctl import threadpool_limits

AXES = 96  # of meaning, where no one says otherwise: an eighth of them tells nearly all of it, and costs an eighth
WEIGHT = 8.0  # of the meaning beside the words
STRIPE = 1_000  # rows at a time
LARGEST = 24_000  # rows to take at once: from 26,200 on the LAPACK that comes with scipy falls over
DOUBT = 0.5  # how much an example is distrusted, where no one says otherwise: the ridge


@dataclass(frozen=True)
class Features:
    """Messages as numbers, one row each: their words' weights, and their meaning as two unit vectors side by side."""

    words: spmatrix
    meaning: np.ndarray


@dataclass(frozen=True)
class Alikeness:
    """What was learnt. The words' part comes down to a weight each; for the rest the examples are kept."""

    weights: np.ndarray  # words x answers
    axes: np.ndarray  # along which meanings differ most
    examples: np.ndarray  # their meaning, along those
    shares: np.ndarray  # examples x answers: what each adds to the answers of those like it

    def scores(self, features: Features) -> np.ndarray:
        """Messages x answers: near 1 for what was said, near -1 for what was not."""
        return features.words @ self.weights + (1 + near(features.meaning @ self.axes, self.examples)) @ self.shares


def learn(features: Features, told: np.ndarray, doubt: float = DOUBT, axes: int = AXES) -> tuple[Alikeness, np.ndarray]:
    """What examples x answers (1, -1, or NaN where nobody judged) teach; and what all others say of each example."""
    along = np.linalg.eigh(features.meaning.T @ features.meaning)[1][:, -axes:]
    meaning = features.meaning @ along
    alike = all_alike(features.words, meaning, doubt)
    with threadpool_limits(os.cpu_count()):  # all cores help, though one is enough wherever else we reckon
        root = rooted(alike)
        wanted = filled(told.astype(np.float32), root)
        shares = root.T @ (root @ wanted)
    left_out = wanted - shares / np.einsum("ij,ij->j", root, root)[:, np.newaxis]  # ridge's exact leave-one-out
    weights, shares = (features.words.T @ shares).astype(np.float32), shares.astype(np.float32)
    return Alikeness(weights, along, meaning, shares), left_out


def all_alike(words: spmatrix, meaning: np.ndarray, doubt: float) -> np.ndarray:
    """How alike each example is to itself and to those after it; what lies below the diagonal is nobody's.

    Some rows after the other, as the words' products by themselves take far more memory.
    """
    alike = np.empty((len(meaning), len(meaning)), np.float32)

    def fill(first: int) -> None:
        rows = slice(first, first + STRIPE)
        alike[rows, first:] = 1 + (words[rows] @ words[first:].T).toarray() + near(meaning[rows], meaning[first:])

    with ThreadPoolExecutor(os.cpu_count()) as cores:
        list(cores.map(fill, range(0, len(meaning), STRIPE)))
    alike[np.diag_indices_from(alike)] += doubt
    return alike


def rooted(alike: np.ndarray) -> np.ndarray:
    """The root of the inverse: `root.T @ root` is the inverse of a symmetric positive matrix, which is written over.

    The inverse itself would take half as long again. A larger matrix is taken in parts.
    """
    if len(alike) <= LARGEST:
        lower, failed = spotrf(alike.T, lower=True, overwrite_a=True)
        root, _ = strtri(lower, lower=True, overwrite_c=True)
        if failed:
            raise ValueError("some examples cannot be told apart")
        return root
    first = rooted(alike[:LARGEST, :LARGEST])
    across = strmm(1, first, alike[:LARGEST, LARGEST:], lower=True)
    rest = rooted(alike[LARGEST:, LARGEST:] - across.T @ across)
    root = alike.T  # as LAPACK has it, column by column
    root[:LARGEST, :LARGEST], root[:LARGEST, LARGEST:], root[LARGEST:, LARGEST:] = first, 0, rest
    root[LARGEST:, :LARGEST] = strmm(-1, first, strmm(1, rest, across.T, lower=True), side=True, lower=True)
    return root


def filled(told: np.ndarray, root: np.ndarray) -> np.ndarray:
    """What was told; where nobody judged, what the other examples say: then such an example adds nothing itself.

    Above its diagonal the root is empty: the further back the gaps are, the less there is to reckon.
    """
    wanted, unjudged = np.nan_to_num(told), np.isnan(told)
    for gap in np.unique(unjudged[:, unjudged.any(axis=0)], axis=1).T:
        among = (gap == unjudged.T).all(axis=1)
        below = root[gap.argmax() :]
        part = below[:, gap]
        adds = part.T @ (below @ wanted[:, among])
        wanted[np.ix_(gap, among)] -= solve(part.T @ part, adds, assume_a="pos", overwrite_a=True)
    return wanted


def near(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How alike the meanings of messages are: 8 for the same, less and less with distance."""
    return WEIGHT * np.exp(some @ others.T - 2)


def sharpness(scores: np.ndarray, told: np.ndarray) -> float:
    """The temperature, upside down, at which chances over answers that exclude each other are neither bold nor shy."""
    judged = ~np.isnan(told).any(axis=1)
    scores, told = scores[judged], told[judged] > 0
    return float(minimize_scalar(lambda sharp: -log_softmax(sharp * scores, axis=1)[told].sum(), bounds=(0.1, 30)).x)


def tempers(scores: np.ndarray, told: np.ndarray) -> np.ndarray:
    """The same, followed by an offset for each answer: for few answers, some of which are rare and told too seldom."""
    right = told > 0

    def surprise(some: np.ndarray) -> float:
        return -log_softmax(some[0] * scores + some[1:], axis=1)[right].mean()

    return minimize(surprise, [3.0, *np.zeros(told.shape[1])], method="L-BFGS-B").x


def slope(scores: np.ndarray, told: np.ndarray) -> np.ndarray:
    """Platt's slope and offset, at which the chances of an answer that stands for itself are true ones."""
    judged = ~np.isnan(told)
    scores, signs = scores[judged], told[judged]

    def surprise(line: np.ndarray) -> float:
        return np.logaddexp(0, -signs * (line[0] * scores + line[1])).sum()

    return minimize(surprise, [5.0, 0.0], method="Nelder-Mead").x


def one_of(scores: np.ndarray, sharp: float, offsets: np.ndarray | float = 0.0) -> np.ndarray:
    """Chances of answers of which one is right."""
    return softmax(sharp * scores + offsets, axis=1)


def any_of(scores: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Chances of answers of which any number is right, each with its line."""
    return expit(lines[:, 0] * scores + lines[:, 1])
