"""What the model's parts promise, tried in its own room: the sentence model and the learning from alikeness."""

import json
import subprocess
from textwrap import dedent
from typing import Any

import pytest

from bot.knowledge import load_knowledge
from bot.model import PYTHON
from tests.model_fixture import ROOT


def there(script: str) -> Any:
    """What a script prints as JSON in the language model's room."""
    ended = subprocess.run([ROOT / PYTHON, "-c", dedent(script)], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(ended.stdout)


# Cosines as the plain formulas gave them, with the exact GELU, before any were multiplied eight at a time.
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
        one, other = (model.vectors(text)[0].reshape(2, -1) for text in ({one!r}, {other!r}))
        print(json.dumps([float(a @ b) for a, b in zip(one, other)]))
    """)
    assert found == pytest.approx([halfway, at_the_end], abs=3e-4)


def test_the_score_of_an_example_left_out_is_that_of_learning_without_it() -> None:
    left_out, without = there("""
        import json
        import numpy as np
        from scipy.sparse import csr_matrix
        from nlu.alikeness import Features, learn
        dice = np.random.default_rng(1)
        words, meaning, told = csr_matrix(dice.random((20, 9))), dice.random((20, 6)), dice.choice([1.0, -1.0], (20, 3))
        alikeness, left_out = learn(Features(words, meaning), told)
        fewer, _ = learn(Features(words[1:], meaning[1:]), told[1:])
        print(json.dumps([left_out[0].tolist(), fewer.scores(Features(words[:1], meaning[:1]))[0].tolist()]))
    """)
    assert left_out == pytest.approx(without, abs=3e-4)


def test_it_is_all_one_in_how_many_rows_at_a_time_the_examples_are_compared() -> None:
    at_once, by_sevens = there("""
        import json
        import numpy as np
        from scipy.sparse import csr_matrix
        from nlu import alikeness
        dice = np.random.default_rng(1)
        words, meaning, told = csr_matrix(dice.random((20, 9))), dice.random((20, 6)), dice.choice([1.0, -1.0], (20, 3))
        told[:2, 1] = np.nan
        def learnt():
            return alikeness.learn(alikeness.Features(words, meaning), told)[1].tolist()
        at_once, alikeness.STRIPE, alikeness.LARGEST = learnt(), 7, 7
        print(json.dumps([at_once, learnt()]))
    """)
    for one, other in zip(at_once, by_sevens, strict=True):
        assert one == pytest.approx(other, abs=3e-4)


def test_words_weigh_what_scikit_learn_would_have_them_weigh() -> None:
    ours, theirs = there("""
        import json
        from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
        from nlu.components import rarity, weighed
        texts = ["my calf, my poor calf", "the calf and the shin", "monday", "?"]
        counts = CountVectorizer().fit_transform(texts)
        theirs = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
        print(json.dumps([weighed(counts, rarity(counts)).toarray().tolist(), theirs.toarray().tolist()]))
    """)
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, abs=1e-6)


def test_what_nobody_judged_is_learnt_from_nowhere() -> None:
    """The first two examples are not judged for the second answer, so there they are as if they were not."""
    some, without = there("""
        import json
        import numpy as np
        from scipy.sparse import csr_matrix
        from nlu.alikeness import Features, learn
        dice = np.random.default_rng(1)
        words, meaning, told = csr_matrix(dice.random((20, 9))), dice.random((20, 6)), dice.choice([1.0, -1.0], (20, 3))
        told[:2, 1] = np.nan
        new = Features(csr_matrix(dice.random((1, 9))), dice.random((1, 6)))
        some, fewer = learn(Features(words, meaning), told)[0], learn(Features(words[2:], meaning[2:]), told[2:])[0]
        print(json.dumps([each.scores(new)[0].tolist() for each in (some, fewer)]))
    """)
    assert some[1] == pytest.approx(without[1], abs=3e-4)
    assert some[0] != pytest.approx(without[0], abs=1e-3)


def test_the_model_knows_which_red_flags_stop_a_booking() -> None:
    marks, stops = there("""
        import json
        from nlu.answers import MARKS
        from nlu.examples import STOPS
        print(json.dumps([sorted(MARKS), sorted(STOPS.split())]))
    """)
    flags = load_knowledge(ROOT / "data/knowledge").flags
    assert stops == sorted(name for name, flag in flags.items() if flag.stops)
    assert marks == sorted(name for name, flag in flags.items() if not flag.stops and flag.rules)


def test_chances_that_were_bold_are_made_true() -> None:
    """Nine in ten of what scores 1 is right, and one in ten of what scores -1: so the chances should be."""
    one_of, any_of = there("""
        import json
        import numpy as np
        from nlu import alikeness
        right = np.array([[1.0, -1.0]] * 9 + [[-1.0, 1.0]])
        scores = np.array([[1.0, -1.0]] * 10)
        print(json.dumps([
            alikeness.one_of(scores, alikeness.sharpness(scores, right))[0].tolist(),
            alikeness.any_of(scores, np.array([alikeness.slope(scores.T.ravel(), right.T.ravel())] * 2))[0].tolist(),
        ]))
    """)
    assert one_of == pytest.approx([0.9, 0.1], abs=1e-3)
    assert any_of == pytest.approx([0.9, 0.1], abs=1e-3)


def test_what_is_rare_is_told_as_often_as_it_is_so() -> None:
    """All scores are alike and say nothing: what is left is how often each answer is right."""
    chances = there("""
        import json
        import numpy as np
        from nlu import alikeness
        right = np.array([[1.0, -1.0, -1.0]] * 7 + [[-1.0, 1.0, -1.0]] * 2 + [[-1.0, -1.0, 1.0]])
        scores = np.array([[0.1, 0.1, 0.1]] * 10)
        sharp, *offsets = alikeness.tempers(scores, right)
        print(json.dumps(alikeness.one_of(scores, sharp, np.array(offsets))[0].tolist()))
    """)
    assert chances == pytest.approx([0.7, 0.2, 0.1], abs=1e-3)


def test_a_phrase_beyond_what_the_sentence_model_reads_means_what_its_text_does() -> None:
    beyond, within = there("""
        import json
        import numpy as np
        from nlu.sentences import SentenceModel
        text = "friday " + "and so on " * 99
        whole, friday, end = SentenceModel().vectors(text, [(0, 6), (len(text) - 6, len(text))])
        print(json.dumps([bool(np.allclose(whole, each, atol=1e-6)) for each in (end, friday)]))
    """)
    assert beyond
    assert not within


def test_what_stands_around_a_time_tells_its_role_and_another_time_there_is_just_a_time() -> None:
    friday, again, first = there("""
        import json
        from nlu.spoken import Phrases, wordings
        one, other = "not 3.30 on Monday, Friday", "not noon, Friday"
        _, _, friday = wordings(Phrases(one, [(4, 8), (9, 18), (20, 26)], None))
        first, again = wordings(Phrases(other, [(4, 8), (10, 16)], None))
        print(json.dumps([friday, again, first]))
    """)
    assert {"=friday", "0<,", "1<<time>", "2<<time>", "<not"} <= set(friday)
    assert {"=friday", "0<,", "1<<time>", "2<not", "<not"} <= set(again)
    assert {"=noon", "0<not", "0>,", "1><time>"} <= set(first)
    assert not {"~friday", "~noon", ">friday"} & set(first)


def test_digits_are_alike_wherever_they_stand() -> None:
    one, other = there("""
        import json
        from nlu.spoken import Phrases, wordings
        said = (Phrases(f"at {hour} for 2", [(3, 7)], None) for hour in ("9.30", "1.15"))
        print(json.dumps([[*wordings(one)] for one in said]))
    """)
    assert one == other
