"""Try pipelines: each learns from data/nlu and reads data/nlu/dev. Prints the table of docs/understanding.md.

nlu/.venv/bin/python -m nlu.bench.pipelines [part of a name ...]
"""

import nlu.quiet  # noqa: F401, I001  first, or Rasa starts to talk

import json
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time, thread_time
from typing import Any

import numpy as np
import yaml
from rasa.model_training import train_nlu
from rasa.shared.nlu.training_data.loading import load_data
from scipy.sparse import csr_matrix, hstack, spmatrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from nlu.alikeness import Features, any_of, learn, one_of, sharpness, slope
from nlu.answers import UNJUDGED, judged
from nlu.sentences import SentenceModel
from nlu.server import Model

LEAST = 0.05  # complaints less likely are not told
Chances = dict[str, float]
Reader = Callable[[str], tuple[Chances, Chances]]  # a text -> how likely each intent is, and each complaint
Numbers = Callable[[Sequence[str]], spmatrix]  # texts -> a row each


@dataclass(frozen=True)
class Example:
    """A message of the training examples or of dev; None is what its writer did not label."""

    text: str
    intent: str | None
    complaints: frozenset[str] | None


# ---------------------------------------------------------------- messages as numbers

WORDS = {"ngram_range": (1, 2), "min_df": 2, "token_pattern": r"\w+"}
LETTERS = {"ngram_range": (2, 5), "min_df": 2, "analyzer": "char_wb"}
TFIDF = partial(TfidfVectorizer, sublinear_tf=True)


def spelt(kind: Callable[..., Any], *settings: dict[str, Any]) -> Callable[[Sequence[str]], Numbers]:
    """How often words or letters occur, by one vectorizer for each of the settings."""

    def fit(texts: Sequence[str]) -> Numbers:
        fitted = [kind(**each).fit(texts) for each in settings]
        return lambda some: hstack([each.transform(some) for each in fitted], format="csr")

    return fit


def meant(scale: float, layers: slice = slice(None)) -> Callable[[Sequence[str]], Numbers]:
    """The sentence vector, times `scale`; slice(384, None) is the last layer alone."""
    return lambda _: lambda texts: csr_matrix(scale * np.array([vector(text)[layers] for text in texts]))


def both(*parts: Callable[[Sequence[str]], Numbers]) -> Callable[[Sequence[str]], Numbers]:
    """Side by side."""

    def fit(texts: Sequence[str]) -> Numbers:
        fitted = [part(texts) for part in parts]
        return lambda some: hstack([each(some) for each in fitted], format="csr")

    return fit


@cache
def sentence_model() -> SentenceModel:
    """One for all."""
    return SentenceModel()


KNOWN: dict[str, np.ndarray] = {}  # vectors of the training examples, which are the same for each candidate


def vector(text: str) -> np.ndarray:
    """Two unit vectors side by side."""
    return KNOWN[text] if text in KNOWN else sentence_model().vectors(text)[0]


# ---------------------------------------------------------------- what learns from them


def told(examples: Sequence[Example]) -> tuple[list[str], list[str], np.ndarray, np.ndarray]:
    """The names of the intents and complaints, and examples x names, true where told."""
    intents = sorted({example.intent for example in examples})
    labels = sorted(set().union(*(example.complaints for example in examples)))
    wanted = np.array([[example.intent == intent for intent in intents] for example in examples])
    hurts = np.array([[label in example.complaints for label in labels] for example in examples])
    return intents, labels, wanted, hurts


def regression(fit: Callable[[Sequence[str]], Numbers], examples: Sequence[Example]) -> tuple[Reader, Any]:
    """Logistic regression: intents by weight of rareness, complaints each against the rest."""
    intents, labels, wanted, hurts = told(examples)
    numbers = fit([example.text for example in examples])
    rows = numbers([example.text for example in examples])
    logistic = partial(LogisticRegression, C=10, solver="liblinear", dual=True, random_state=0)
    wants = logistic(class_weight="balanced").fit(rows, wanted.argmax(axis=1))
    pains = [logistic(class_weight={0: 1, 1: 3}).fit(rows, column) for column in hurts.T]

    def read(text: str) -> tuple[Chances, Chances]:
        row = numbers([text])
        felt = (each.predict_proba(row)[0, 1] for each in pains)
        return dict(zip(intents, wants.predict_proba(row)[0])), dict(zip(labels, felt))  # noqa: B905

    return read, (wants, pains)


def nearest(examples: Sequence[Example]) -> tuple[Reader, Any]:
    """What the most similar example says, as likely as it is similar."""
    known = np.array([vector(example.text)[384:] for example in examples])

    def read(text: str) -> tuple[Chances, Chances]:
        similar = known @ vector(text)[384:]
        best, close = examples[similar.argmax()], float(similar.max())
        return {best.intent: close, "out_of_scope": 1 - close}, dict.fromkeys(best.complaints, close)

    return read, known


def beside_nearest(fit: Callable[[Sequence[str]], Numbers], examples: Sequence[Example]) -> tuple[Reader, Any]:
    """Logistic regression, whose chance of out of scope rises where no example in scope is near, but one out of it."""
    plain, learnt = regression(fit, examples)
    known = np.array([vector(example.text)[384:] for example in examples])
    ours = np.array([example.intent != "out_of_scope" for example in examples])

    def read(text: str) -> tuple[Chances, Chances]:
        wants, pains = plain(text)
        similar = known @ vector(text)[384:]
        nearer = similar[~ours].max() - similar[ours].max()
        return wants | {"out_of_scope": float(np.clip(wants["out_of_scope"] + nearer, 0, 1))}, pains

    return read, (learnt, known)


def alike(examples: Sequence[Example], *, meaning: bool = True) -> tuple[Reader, Any]:
    """Kernel ridge regression with chances from examples left out: the pipeline we have, or that over words alone."""
    intents, labels, wanted, hurts = told(examples)
    spelling = spelt(TFIDF, WORDS, LETTERS)([example.text for example in examples])
    right = np.where(np.hstack([wanted, hurts]), 1.0, -1.0)
    alikeness, left_out = learn(numbers(spelling, [e.text for e in examples], meaning), right)
    first = len(intents)
    sharp = sharpness(left_out[:, :first], right[:, :first])
    lines = np.array([slope(*pair) for pair in zip(left_out[:, first:].T, right[:, first:].T)])  # noqa: B905

    def read(text: str) -> tuple[Chances, Chances]:
        wants, pains = np.hsplit(alikeness.scores(numbers(spelling, [text], meaning)), [len(intents)])
        return dict(zip(intents, one_of(wants, sharp)[0])), dict(zip(labels, any_of(pains, lines)[0]))  # noqa: B905

    return read, alikeness


def numbers(spelling: Numbers, texts: Sequence[str], meaning: bool) -> Features:
    """What our pipeline learns from; without meaning, all messages mean the same."""
    vectors = np.array([vector(text) for text in texts]) if meaning else np.zeros((len(texts), 768), np.float32)
    return Features(spelling(texts).astype(np.float32), vectors)


def rasa(classifier: dict[str, Any], examples: Sequence[Example]) -> tuple[Reader, Any]:
    """Rasa's own parts, trained twice: for intents, and for sets of complaints, as they tell one intent a message."""
    wants = trained(classifier, [(example.text, example.intent) for example in examples])
    pains = trained(classifier, [(e.text, "+".join(sorted(e.complaints)) or "none") for e in examples])

    def read(text: str) -> tuple[Chances, Chances]:
        sets = {one["name"]: one["confidence"] for one in pains.parse(text)["intent_ranking"]}
        labels = {label for one in sets for label in one.split("+")} - {"none"}
        felt = {label: sum(sure for one, sure in sets.items() if label in one.split("+")) for label in labels}
        return {one["name"]: one["confidence"] for one in wants.parse(text)["intent_ranking"]}, felt

    return read, None


def trained(classifier: dict[str, Any], named: Sequence[tuple[str, str]]) -> Model:
    """A model of Rasa's that gives texts their names."""
    letters = {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}
    before = [{"name": "WhitespaceTokenizer"}, {"name": "CountVectorsFeaturizer"}, letters]
    names = sorted({name for _, name in named})
    texts = {name: "".join(f"- {text}\n" for text, own in named if own == name) for name in names}
    with TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
        pipeline = {"recipe": "default.v1", "language": "en", "assistant_id": "a", "pipeline": [*before, classifier]}
        Path(folder, "config.yml").write_text(yaml.safe_dump(pipeline))
        spoken = {"nlu": [{"intent": name, "examples": some} for name, some in texts.items()]}
        Path(folder, "nlu.yml").write_text(yaml.safe_dump(spoken))
        train_nlu(f"{folder}/config.yml", f"{folder}/nlu.yml", folder, fixed_model_name="model")
        return Model(Path(folder, "model.tar.gz"))


def diet(epochs: int, layers: int, size: int = 256) -> Callable[[Sequence[Example]], tuple[Reader, Any]]:
    """Rasa's DIET; its default has two transformer layers of 256 and is trained for 100 epochs."""
    shape = {"number_of_transformer_layers": layers, "transformer_size": size if layers else None}
    fitting = {"epochs": epochs, "constrain_similarities": True, "ranking_length": 0, "entity_recognition": False}
    return partial(rasa, {"name": "DIETClassifier", "random_seed": 1, **shape, **fitting})


COUNTS = spelt(CountVectorizer, WORDS, LETTERS)
SPELT = spelt(TFIDF, WORDS, LETTERS)
CANDIDATES: dict[str, Callable[[Sequence[Example]], tuple[Reader, Any]]] = {
    "Rasa's counts, its logistic regression": partial(
        rasa, {"name": "LogisticRegressionClassifier", "ranking_length": 0}
    ),
    "counts of words and letters, logistic regression": partial(regression, COUNTS),
    "tf-idf of words, logistic regression": partial(regression, spelt(TFIDF, WORDS)),
    "tf-idf of words and letters, logistic regression": partial(regression, SPELT),
    "MiniLM's last layer, logistic regression": partial(regression, meant(2, slice(384, None))),
    "MiniLM's layers 3 and 6, logistic regression": partial(regression, meant(2)),
    "tf-idf + MiniLM x1, logistic regression": partial(regression, both(SPELT, meant(1))),
    "tf-idf + MiniLM x2, logistic regression": partial(regression, both(SPELT, meant(2))),
    "tf-idf + MiniLM x4, logistic regression": partial(regression, both(SPELT, meant(4))),
    "tf-idf + MiniLM x2, and the nearest example": partial(beside_nearest, both(SPELT, meant(2))),
    "MiniLM, the nearest example alone": nearest,
    "tf-idf, kernel ridge": partial(alike, meaning=False),
    "tf-idf + MiniLM, kernel ridge": alike,
    "DIET without transformer layers, 20 epochs": diet(20, 0),
    "DIET by default, 5 epochs": diet(5, 2),
}


# ---------------------------------------------------------------- judging


def row(name: str, examples: Sequence[Example], dev: Sequence[Example]) -> str:
    """Train a candidate, read dev, and say how it went."""
    begun = process_time()
    read, learnt = CANDIDATES[name](examples)
    taken = process_time() - begun
    reading, costs = [], []
    for message in dev:
        begun = thread_time()
        reading.append(read(message.text))
        costs.append(thread_time() - begun)
    size = f"{len(pickle.dumps(learnt)) / 1e6:.0f}" if learnt is not None else ""
    figures = *judged_intents(dev, reading), *judged_complaints(dev, reading)
    cells = [name, *figures, f"{1000 * np.median(costs):.1f}", f"{taken:.0f}", size]
    return f"| {' | '.join(cells)} |"


def judged_intents(dev: Sequence[Example], reading: Sequence[tuple[Chances, Chances]]) -> Iterator[str]:
    """Right intents, calibration, and how well what is out of scope stands apart."""
    pairs = [(message.intent, wants) for message, (wants, _) in zip(dev, reading, strict=True) if message.intent]
    best = [max(wants, key=wants.get) for _, wants in pairs]
    right = np.array([plain(name) == wanted for name, (wanted, _) in zip(best, pairs, strict=True)])
    yield f"{right.mean():.1%}"
    yield f"{gap(np.array([wants[name] for name, (_, wants) in zip(best, pairs, strict=True)]), right):.3f}"
    beyond = np.array([wanted == "out_of_scope" for wanted, _ in pairs])
    chances = np.array([wants.get("out_of_scope", 0.0) for _, wants in pairs])
    yield f"{roc_auc_score(beyond, chances):.3f}"
    yield f"{(chances[beyond] > np.quantile(chances[~beyond], 0.97)).mean():.1%}"


def judged_complaints(dev: Sequence[Example], reading: Sequence[tuple[Chances, Chances]]) -> Iterator[str]:
    """Any right label, exactly the labels, labels where there are none, at the threshold most often exact."""
    pairs = [(e.complaints, pains) for e, (_, pains) in zip(dev, reading, strict=True) if e.complaints is not None]

    def at(least: float) -> list[tuple[frozenset[str], set[str]]]:
        return [(right, {label for label, sure in pains.items() if sure >= least}) for right, pains in pairs]

    found = max((at(least / 20) for least in range(2, 20)), key=lambda some: sum(a == b for a, b in some))
    yield f"{np.mean([bool(right & seen) for right, seen in found if right]):.1%}"
    yield f"{np.mean([right == seen for right, seen in found]):.1%}"
    yield f"{np.mean([bool(seen) for right, seen in found if not right]):.1%}"
    sure = [(chance, label in right) for right, pains in pairs for label, chance in pains.items() if chance >= LEAST]
    yield f"{gap(*map(np.array, zip(*sure))):.3f}"  # noqa: B905


def gap(chances: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error, over ten bins of equal width."""
    bins = np.minimum((10 * chances).astype(int), 9)
    return sum(abs(chances[bins == n].mean() - right[bins == n].mean()) * (bins == n).mean() for n in set(bins))


def plain(intent: str) -> str:
    """The intent as dev has it: no topic, and to start over is to stop."""
    return {"restart": "stop"}.get(intent, intent.partition("/")[0])


def training() -> list[Example]:
    """What the model is trained on, as far as intent and complaints were judged."""
    with TemporaryDirectory() as folder:
        for file in sorted(Path("data/nlu").glob("*.yml")):
            shutil.copy(file, folder)
        messages = load_data(folder).intent_examples
    hurts = [(one, judged(one, "complaints")) for one in messages if one.get("intent") != UNJUDGED]
    return [Example(m.get("text"), m.get_full_intent(), frozenset(some)) for m, some in hurts if some is not None]


def development() -> Iterator[Example]:
    """The messages to tune on that have an intent or complaints."""
    lines = (line for file in sorted(Path("data/nlu/dev").glob("*.jsonl")) for line in file.read_text().splitlines())
    for message in map(json.loads, lines):
        labels = message.get("complaints")
        if labels is not None or "intent" in message:
            some = frozenset(label["label"] if isinstance(label, dict) else label for label in labels or ())
            yield Example(message["text"], message.get("intent"), None if labels is None else some)


def main(wanted: Sequence[str]) -> None:
    """Print a row for each candidate whose name has one of the words in it; for all if there are none."""
    examples, dev = training(), list(development())
    names = [name for name in CANDIDATES if not wanted or any(word in name for word in wanted)]
    begun = process_time()
    KNOWN.update({example.text: vector(example.text) for example in examples})
    print(f"{len(examples)} examples, {len(dev)} dev messages; vectors: {process_time() - begun:.0f} s CPU once")
    for number, name in enumerate(names, 1):
        print(f"{number} of {len(names)}: {name} ...", file=sys.stderr, flush=True)
        print(row(name, examples, dev), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
