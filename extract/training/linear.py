"""The linear part of the Kazakh tagger: sentences in, weights of features and transitions out (a CRF, by CRFsuite)."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from extract.tagging.features_kk import Lexicon, features
from extract.tagging.iob import Sentence

# c1 drops nine features of ten, which keeps the model small; the rest was tried out on a held-out tenth.
_OPTIONS = {"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": False}


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by (feature, label) and by (label, next label)."""

    states: dict[tuple[str, str], float]
    transitions: dict[tuple[str, str], float]


def train_linear(sentences: Sequence[Sentence], lexicon: Lexicon) -> Linear:
    """The weights that explain the labels best; one thread, some minutes for 20,000 sentences."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=_OPTIONS, verbose=False)
    for sentence in sentences:
        trainer.append(pycrfsuite.ItemSequence(features(sentence.tokens, lexicon)), sentence.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "linear")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return Linear(dict(info.state_features), dict(info.transitions))
