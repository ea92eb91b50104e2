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
from scipy.sparse import hstack, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import MultiLabelBinarizer

from nlu.alikeness import Features as Numbers
from nlu.alikeness import any_of, learn, one_of, sharpness, slope
from nlu.sentences import SentenceModel

RANKED = 10  # intents told with their confidence
LEAST = 0.05  # a complaint less likely than this is not worth telling
WORDS, MEANING = "words", "meaning"  # the features, by their origin
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
        common = {"min_df": 2, "sublinear_tf": True, "dtype": np.float32}  # as the weights: they would be copied else
        words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+", **common)  # noqa: S106
        letters = TfidfVectorizer(ngram_range=(2, 5), analyzer="char_wb", **common)
        texts = [message.get(TEXT) for message in training_data.nlu_examples]
        return self.keep((words.fit(texts), letters.fit(texts)))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the features to every example."""
        self.process(training_data.nlu_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the features to every message."""
        for message in messages:
            features = hstack([each.transform([message.get(TEXT)]) for each in self.learnt], format="csr")
            message.add_features(Features(features, FEATURE_TYPE_SENTENCE, TEXT, WORDS))
        return messages


@DefaultV1Recipe.register(Type.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVector(GraphComponent):
    """What a message means: unit vectors, one for each layer of the sentence model that we listen to, side by side."""

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
        """Add the vectors to every example."""
        self.process(training_data.nlu_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors to every message."""
        for message in messages:
            vector = self.model.vector(message.get(TEXT))[np.newaxis]
            message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, MEANING))
        return messages


@DefaultV1Recipe.register(Type.INTENT_CLASSIFIER, is_trainable=True)
class Understanding(Learnt):
    """What the client wants, a question with its topic as in ask_faq/prices, and where it hurts, any number of labels.

    Routing, never a diagnosis. The chances told are true to what came of each example when all others were learnt from.
    """

    def train(self, training_data: TrainingData) -> Resource:
        """Learn all answers at once, then how sure to be of them."""
        examples = training_data.intent_examples
        intents, labels = MultiLabelBinarizer(), MultiLabelBinarizer()
        wanted = intents.fit_transform([[example.get_full_intent()] for example in examples]).astype(bool)
        hurts = labels.fit_transform([complaints(example) for example in examples]).astype(bool)
        alikeness, left_out = learn(features(examples), np.hstack([wanted, hurts]))
        wants, pains = np.hsplit(left_out, [len(intents.classes_)])
        sure = sharpness(wants, wanted), slope(pains, hurts)
        return self.keep((list(intents.classes_), list(labels.classes_), alikeness, *sure))

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the intents of every message, and tell its likely complaints, the likeliest first."""
        intents, labels, alikeness, sharp, line = self.learnt
        wants, pains = np.hsplit(alikeness.scores(features(messages)), [len(intents)])
        for message, wanted, hurts in zip(messages, one_of(wants, sharp), any_of(pains, line), strict=True):
            ranking = [{"name": name, "confidence": chance} for name, chance in ranked(intents, wanted)[:RANKED]]
            told = [{"label": name, "confidence": chance} for name, chance in ranked(labels, hurts) if chance >= LEAST]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set("complaints", told, add_to_output=True)
        return messages


def ranked(names: list[str], chances: np.ndarray) -> list[tuple[str, float]]:
    """Names and their chances, the likeliest first."""
    return [(str(names[index]), float(chances[index])) for index in np.argsort(-chances)]


def features(messages: list[Message]) -> Numbers:
    """What the featurizers said of the messages."""
    said = [{part.origin: part.features for part in message.features} for message in messages]
    words, meanings = ([parts[origin] for parts in said] for origin in (WORDS, MEANING))
    return Numbers(vstack(words, format="csr"), np.vstack(meanings))


def complaints(message: Message) -> list[str]:
    """The labels that an example was given by hand."""
    return (message.get("metadata") or {}).get("example", {}).get("complaints", [])
