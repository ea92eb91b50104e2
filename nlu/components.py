"""Rasa graph components: a message as numbers, and the intent and complaints read from them."""

from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, spmatrix, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion
from sklearn.preprocessing import MultiLabelBinarizer

from nlu.sentences import SentenceModel

RANKED = 10  # intents told with their confidence
LEAST = 0.05  # a complaint less likely than this is not worth telling
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
        words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"\w+")  # noqa: S106
        letters = TfidfVectorizer(ngram_range=(2, 5), min_df=2, sublinear_tf=True, analyzer="char_wb")
        both = FeatureUnion([("words", words), ("letters", letters)])
        return self.keep(both.fit([message.get(TEXT) for message in training_data.nlu_examples]))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the features to every example."""
        self.process(training_data.nlu_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the features to every message."""
        for message in messages:
            features = self.learnt.transform([message.get(TEXT)]).tocsr()
            message.add_features(Features(features, FEATURE_TYPE_SENTENCE, TEXT, "tf-idf"))
        return messages


@DefaultV1Recipe.register(Type.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVector(GraphComponent):
    """What a message means, as a vector. `scale` makes it count beside many word features."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.scale = config["scale"]
        self.model = SentenceModel()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The scale that did best in cross-validation."""
        return {"scale": 2.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceVector":
        """Rasa asks for the component; there is nothing to train."""
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to every example."""
        self.process(training_data.nlu_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to every message."""
        for message in messages:
            vector = self.scale * self.model.vector(message.get(TEXT))[np.newaxis]
            message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, "sentence"))
        return messages


@DefaultV1Recipe.register(Type.INTENT_CLASSIFIER, is_trainable=True)
class Intents(Learnt):
    """What the client wants; an FAQ intent is told with its topic, as in ask_faq/prices."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents."""
        wanted = [message.get_full_intent() for message in training_data.intent_examples]
        classifier = regression(self.config["C"], "balanced")
        return self.keep(classifier.fit(features(training_data.intent_examples), wanted))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How freely the weights may grow."""
        return {"C": 10.0}

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the intents of every message."""
        for message, chances in zip(messages, self.learnt.predict_proba(features(messages)), strict=True):
            ranking = sorted(zip(chances, self.learnt.classes_, strict=True), reverse=True)[:RANKED]
            told = [{"name": str(name), "confidence": float(chance)} for chance, name in ranking]
            message.set("intent", told[0], add_to_output=True)
            message.set("intent_ranking", told, add_to_output=True)
        return messages


@DefaultV1Recipe.register(Type.INTENT_CLASSIFIER, is_trainable=True)
class Complaints(Learnt):
    """Where it hurts: any number of labels a message. Routing, never a diagnosis."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn each label against all the rest, those examples included that complain of nothing."""
        labels = MultiLabelBinarizer()
        told = labels.fit_transform([complaints(message) for message in training_data.intent_examples])
        classifier = OneVsRestClassifier(regression(self.config["C"], {0: 1, 1: self.config["weight"]}))
        classifier.fit(features(training_data.intent_examples), told)
        return self.keep((list(labels.classes_), classifier))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How freely the weights may grow, and what a missed complaint weighs against an imagined one."""
        return {"C": 10.0, "weight": 3.0}

    def process(self, messages: list[Message]) -> list[Message]:
        """Tell the likely complaints of every message, the likeliest first."""
        labels, classifier = self.learnt
        for message, chances in zip(messages, classifier.predict_proba(features(messages)), strict=True):
            ranking = sorted(zip(chances, labels, strict=True), reverse=True)
            told = [{"label": label, "confidence": float(chance)} for chance, label in ranking if chance >= LEAST]
            message.set("complaints", told, add_to_output=True)
        return messages


def regression(freedom: float, weights: Any) -> LogisticRegression:
    """A logistic regression for fewer examples than features, which is where the dual problem is the quick one."""
    return LogisticRegression(C=freedom, class_weight=weights, solver="liblinear", dual=True, random_state=0)


def features(messages: list[Message]) -> spmatrix:
    """All that the featurizers said of each message, one row a message."""
    return vstack([hstack([csr_matrix(part.features) for part in message.features]) for message in messages]).tocsr()


def complaints(message: Message) -> list[str]:
    """The labels that an example was given by hand."""
    return (message.get("metadata") or {}).get("example", {}).get("complaints", [])
