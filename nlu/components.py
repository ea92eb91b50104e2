"""Rasa graph components: a message as numbers, and the intent and complaints read from them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from nlu.alikeness import Features as Numbers
from nlu.alikeness import any_of, learn, one_of, sharpness, slope
from nlu.answers import CHANCES, answers, has_gaps, is_judged
from nlu.sentences import SentenceModel, Span
from nlu.spoken import Phrases, learnt

TOGETHER = 8  # examples that the sentence model reads at once: more are no faster
RANKED = 10  # intents told with their confidence
LEAST = 0.05  # a complaint or a red flag less likely than this is not worth telling
WORDS, MEANING, SPOKEN = "words", "meaning", "spoken"  # the features, by their origin
Type = DefaultV1Recipe.ComponentType


class Learnt(GraphComponent):
    """A component with one scikit-learn object, `learnt`, that is fitted in training and kept in Rasa's storage."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, learnt: Any = None) -> None:
        self.config, self.storage, self.resource, self.learnt = config, storage, resource, learnt

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Learnt":
        """Rasa asks for an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Learnt":
        """Rasa asks for the component as it was trained. The archive is our own: pickles are safe only then."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / "learnt.joblib"))

    def keep(self, learnt: Any) -> Resource:
        """Store what was learnt with the model."""
        self.learnt = learnt
        with self.storage.write_to(self.resource) as folder:
            joblib.dump(learnt, folder / "learnt.joblib")
        return self.resource


@DefaultV1Recipe.register(Type.MESSAGE_FEATURIZER, is_trainable=True)
class TfIdf(Learnt):
    """Which words, pairs of words and runs of letters a message has, the rare ones weighing more."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which words there are and how rare each is."""
        common = {"min_df": 2, "dtype": np.float32}  # as the weights: they would be copied else
        words = CountVectorizer(ngram_range=(1, 2), token_pattern=r"\w+", **common)  # noqa: S106
        letters = CountVectorizer(ngram_range=(2, 5), analyzer="char_wb", **common)
        texts = [message.get(TEXT) for message in training_data.nlu_examples]
        return self.keep([(each, rarity(each.fit_transform(texts))) for each in (words, letters)])

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the features to every example."""
        self.process(training_data.nlu_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the features to every message."""
        texts = [message.get(TEXT) for message in messages]
        features = hstack([weighed(each.transform(texts), rare) for each, rare in self.learnt], format="csr")
        for number, message in enumerate(messages):
            message.add_features(Features(features[number], FEATURE_TYPE_SENTENCE, TEXT, WORDS))
        return messages


@DefaultV1Recipe.register(Type.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVector(GraphComponent):
    """What a message means, and each phrase of it that speaks of a time: a row each, as the sentence model tells."""

    def __init__(self) -> None:
        self.model = SentenceModel()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceVector":
        """Rasa asks for the component; there is nothing to train."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to every example, some at a time, on all cores."""
        examples = training_data.nlu_examples
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            all(cores.map(self.process, (examples[at : at + TOGETHER] for at in range(0, len(examples), TOGETHER))))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors to every message."""
        said = [(message.get(TEXT), phrases(message)) for message in messages]
        for message, vectors in zip(messages, self.model.vectors_of(said), strict=True):
            message.add_features(Features(vectors[:1], FEATURE_TYPE_SENTENCE, TEXT, MEANING))
            message.add_features(Features(vectors[1:], FEATURE_TYPE_SEQUENCE, TEXT, SPOKEN))
        return messages


@DefaultV1Recipe.register(Type.INTENT_CLASSIFIER, is_trainable=True)
class Understanding(Learnt):
    """What a client wants, a question with its topic as in ask_faq/prices, where it hurts, and what else is told of.

    Routing, never a diagnosis. The chances told are true to what came of each example when all others were learnt from.
    """

    def train(self, training_data: TrainingData) -> Resource:
        """Learn all answers at once, then how sure to be of them."""
        examples = sorted(filter(is_judged, training_data.intent_examples), key=has_gaps)  # `learn` is quicker so
        known = answers(examples)
        told = known.told(examples)
        alikeness, left_out = learn(features(examples), told)
        first = len(known.intents)
        sharp = sharpness(left_out[:, :first], told[:, :first])
        lines = [slope(*pair) for pair in zip(left_out[:, first:].T, told[:, first:].T, strict=True)]
        return self.keep((known, alikeness, sharp, np.array(lines)))

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the intents of every message, and tell of the likely complaints and red flags, the likeliest first."""
        known, alikeness, sharp, lines = self.learnt
        wants, rest = np.split(alikeness.scores(features(messages)), known.ends[:1], axis=1)
        wanted = one_of(wants, sharp)
        hurts, flags, chances = np.split(any_of(rest, lines), np.array(known.ends[1:]) - known.ends[0], axis=1)
        for number, message in enumerate(messages):
            ranking = [*told(known.intents, wanted[number])][:RANKED]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set("complaints", likely(told(known.complaints, hurts[number])), add_to_output=True)
            message.set("red_flags", likely(told(known.red_flags, flags[number])), add_to_output=True)
            message.set("chances", dict(zip(CHANCES, chances[number].tolist(), strict=True)), add_to_output=True)
        return messages


@DefaultV1Recipe.register(Type.ENTITY_EXTRACTOR, is_trainable=True)
class TimesSpokenOf(Learnt):
    """What each time that is spoken of is to the client. Whoever asks says which phrases are times."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples in which the times are marked with their roles; where there are none, nothing."""
        examples = [one for one in training_data.nlu_examples if one.get(ENTITIES)]
        roles = [marked["entity"] for one in examples for marked in one.get(ENTITIES)]
        return self.keep(learnt([*map(spoken, examples)], roles) if examples else None)

    def process(self, messages: list[Message]) -> list[Message]:
        """Tell the chances of the roles of each phrase that was asked about."""
        for message in messages:
            places = [{"start": start, "end": end} for start, end in phrases(message)]
            found = self.learnt.chances(spoken(message)) if self.learnt else []
            times = [place | chances for place, chances in zip(places, found, strict=False)]
            message.set("times", times, add_to_output=True)
        return messages


def rarity(counts: csr_matrix) -> np.ndarray:
    """How much each word weighs: the logarithm of how few of the texts have it."""
    texts, words = counts.shape
    return (np.log((1 + texts) / (1 + np.bincount(counts.indices, minlength=words))) + 1).astype(np.float32)


def weighed(counts: csr_matrix, rare: np.ndarray) -> csr_matrix:
    """Unit vectors of tf-idf. scikit-learn's own would look through all that it learnt for every message."""
    counts.data = (np.log(counts.data) + 1) * rare[counts.indices]
    return normalize(counts, copy=False)


def phrases(message: Message) -> list[Span]:
    """Where times are spoken of: marked in an example, or named by whoever asks what a message means."""
    if marked := message.get(ENTITIES):
        return [(at["start"], at["end"]) for at in marked]
    return (message.get("metadata") or {}).get("times", [])


def spoken(message: Message) -> Phrases:
    """The phrases of a message with what they mean in it."""
    parts = by_origin(message)
    return Phrases(message.get(TEXT), phrases(message), np.vstack([parts[MEANING], parts[SPOKEN]]))


def told(names: Sequence[str], chances: np.ndarray) -> Iterator[dict[str, Any]]:
    """Names with their chances, the likeliest first."""
    for index in np.argsort(-chances):
        yield {"name": str(names[index]), "confidence": float(chances[index])}


def likely(some: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are worth telling."""
    return [one for one in some if one["confidence"] >= LEAST]


def features(messages: list[Message]) -> Numbers:
    """What the featurizers said of the messages."""
    said = [by_origin(message) for message in messages]
    words, meanings = ([parts[origin] for parts in said] for origin in (WORDS, MEANING))
    return Numbers(vstack(words, format="csr") if len(words) > 1 else words[0], np.vstack(meanings))


def by_origin(message: Message) -> dict[str, Any]:
    """The features of a message, by who made them."""
    return {part.origin: part.features for part in message.features}
