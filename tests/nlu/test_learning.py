"""What the model's parts promise, tried in its own room: the sentence model and the learning from alikeness."""

import json
import subprocess
from textwrap import dedent
from typing import Any

import pytest

from bot.model import PYTHON
from tests.model_fixture import ROOT


def there(script: str) -> Any:
    """What a script prints as JSON in the language model's room."""
    ended = subprocess.run([ROOT / PYTHON, "-c", dedent(script)], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(ended.stdout)


# Cosines as the plain formulas gave them, one column a token, before any were multiplied eight at a time.
@pytest.mark.parametrize(
    ("one", "other", "halfway", "at_the_end"),
    [
        ("my calf hurts when I run", "sore calves after running", 0.851984, 0.830906),
        ("thursday?", "can I come in on Thursday please", 0.635113, 0.574645),
        ("no", "my left shin has been killing me for about three weeks now, worst on hills", 0.270001, 0.114262),
    ],
)
def test_sentences_are_as_alike_as_the_plain_formulas_have_it(
    one: str, other: str, halfway: float, at_the_end: float
) -> None:
    found = there(f"""
        import json
        from nlu.sentences import SentenceModel
        model = SentenceModel()
        one, other = (model.vector(text).reshape(2, -1) for text in ({one!r}, {other!r}))
        print(json.dumps([float(a @ b) for a, b in zip(one, other)]))
    """)
    assert found == pytest.approx([halfway, at_the_end], abs=1e-5)


def test_the_score_of_an_example_left_out_is_that_of_learning_without_it() -> None:
    left_out, without = there("""
        import json
        import numpy as np
        from scipy.sparse import csr_matrix
        from nlu.alikeness import Features, learn
        dice = np.random.default_rng(1)
        words, meaning, told = csr_matrix(dice.random((20, 9))), dice.random((20, 6)), dice.random((20, 3)) > 0.5
        alikeness, left_out = learn(Features(words, meaning), told)
        fewer, _ = learn(Features(words[1:], meaning[1:]), told[1:])
        print(json.dumps([left_out[0].tolist(), fewer.scores(Features(words[:1], meaning[:1]))[0].tolist()]))
    """)
    assert left_out == pytest.approx(without, abs=1e-5)


def test_chances_that_were_bold_are_made_true() -> None:
    """Nine in ten of what scores 1 is right, and one in ten of what scores -1: so the chances should be."""
    one_of, any_of = there("""
        import json
        import numpy as np
        from nlu import alikeness
        right = np.array([[True, False]] * 9 + [[False, True]])
        scores = np.array([[1.0, -1.0]] * 10)
        print(json.dumps([
            alikeness.one_of(scores, alikeness.sharpness(scores, right))[0].tolist(),
            alikeness.any_of(scores, alikeness.slope(scores, right))[0].tolist(),
        ]))
    """)
    assert one_of == pytest.approx([0.9, 0.1], abs=1e-3)
    assert any_of == pytest.approx([0.9, 0.1], abs=1e-3)
