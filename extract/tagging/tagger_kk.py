"""Kazakh named entities: tokens in, IOB2 labels out; a linear part and small networks decide together."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.tagging.features_kk import Lexicon, Word, flags, joint_features, lexicon_of, quotations, word_of
from extract.tagging.network_kk import Floats, Weights, emissions
from kb.errors import TableError

_OFFSETS = (-2, -1, 0, 1, 2)
# Sentences scored together: enough to make the multiplications worth it, few enough to stay in the cache.
_BATCH = 48
# Words whose scores are remembered; at this many the memory is emptied (about 50 MB).
_REMEMBERED = 30_000
_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Model:
    """Everything learnt: scores of features and of one label after another, and networks."""

    labels: tuple[str, ...]
    lexicon: Lexicon
    # Rows of `linear`; of a word's own features one for each offset at which the word may stand.
    joint_rows: Mapping[str, int]
    word_rows: Mapping[str, tuple[int, ...]]
    linear: Floats
    transitions: Floats
    start: Floats
    # Rows of the part vectors, which are the same for all networks; the vectors stand side by side.
    part_rows: Mapping[str, int]
    parts: Floats
    networks: tuple[Weights, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    word: Word
    # Scores that the word gives to the tokens around it, one row an offset; its vectors in all networks.
    lends: Floats
    vector: Floats


def load_model(path: Path) -> Model:
    """The model that training wrote."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            stored: dict[str, NDArray[Any]] = dict(arrays)
    except (OSError, EOFError, ValueError, zipfile.BadZipFile) as error:
        raise TableError(f"{path}: is no tagger model: {error}") from error
    labels = tuple(_lines(stored["labels"]))
    networks = tuple(_network(stored, f"net{k}.") for k in range(int(stored["networks"])))
    features = _lines(stored["features"])
    transitions, start = stored["transitions"].astype(np.float32), stored["start"].astype(np.float32)
    return Model(
        labels=labels,
        lexicon=lexicon_of(json.loads(bytes(stored["lexicon"]))),
        joint_rows={name: i for i, name in enumerate(features)},
        word_rows=_word_rows(features),
        linear=_dense(stored, len(labels)),
        transitions=np.where(_allowed(labels), transitions, _FORBIDDEN),
        start=np.where([label[:2] != "I-" for label in labels], start, _FORBIDDEN),
        part_rows={name: i for i, name in enumerate(_lines(stored["parts"]))},
        parts=np.concatenate([np.zeros((1, 0), np.float32)] if not networks else [n.parts for n in networks], axis=1),
        networks=networks,
    )


def _word_rows(features: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Rows of a feature at offsets -2…+2; its name carries the offset in front, except where that is 0."""
    rows: dict[str, list[int]] = {}
    for i, name in enumerate(features):
        offset = int(name[:2]) if name[0] in "+-" else 0
        bare = name[2:] if offset else name
        rows.setdefault(bare, [len(features)] * len(_OFFSETS))[offset + 2] = i
    return {name: tuple(row) for name, row in rows.items()}


def _lines(stored: NDArray[Any]) -> list[str]:
    return bytes(stored).decode().split("\n")


def _dense(stored: Mapping[str, NDArray[Any]], n_labels: int) -> Floats:
    """One row of label scores a feature; the last row, of zeros, is that of unknown features."""
    linear = np.zeros((len(stored["linear_counts"]) + 1, n_labels), np.float32)
    rows = np.repeat(np.arange(len(linear) - 1), stored["linear_counts"])
    linear[rows, stored["linear_labels"]] = stored["linear_weights"]
    return linear


def _network(stored: Mapping[str, NDArray[Any]], prefix: str) -> Weights:
    arrays = {name: stored[prefix + name].astype(np.float32) for name in Weights.__slots__}
    # Part vectors are stored as whole numbers from -127 to 127 and a factor a row.
    arrays["parts"] *= stored[prefix + "scale"].astype(np.float32)[:, None]
    return Weights(**arrays)


def _allowed(labels: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([[b[:2] != "I-" or a[2:] == b[2:] for b in labels] for a in labels])


class KazakhTagger:
    """Labels tokens. One instance remembers the words it has seen, so keep it for the whole run."""

    def __init__(self, path: Path) -> None:
        self._model = load_model(path)
        self._known: dict[str, _Known] = {}
        self._nowhere = (len(self._model.linear) - 1,) * len(_OFFSETS)
        self._always = self._model.word_rows.get("always", self._nowhere)
        self._edge = self._model.linear[list(self._model.word_rows.get("none", self._nowhere))]

    def tag(self, tokens: Sequence[str]) -> list[str]:
        """IOB2 labels, one a token."""
        return self.tag_sentences([tokens])[0]

    def tag_sentences(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """IOB2 labels of many sentences; three times as fast as one by one."""
        labels: list[list[str]] = [[] for _ in sentences]
        order = sorted((i for i, s in enumerate(sentences) if s), key=lambda i: -len(sentences[i]))
        for first in range(0, len(order), _BATCH):
            chosen = order[first : first + _BATCH]
            for i, found in zip(chosen, self._tag_batch([sentences[i] for i in chosen]), strict=True):
                labels[i] = found
        return labels

    def _tag_batch(self, batch: Sequence[Sequence[str]]) -> list[list[str]]:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        lengths = np.array([len(tokens) for tokens in batch])
        marks = [quotations(tokens, self._model.lexicon) for tokens in batch]
        scores = self._linear(batch, marks)
        mask = (np.arange(len(scores))[:, None] < lengths).astype(np.float32)
        if self._model.networks:
            words, places = self._placed_vectors(batch, marks)
            shares = np.split(words, len(self._model.networks), axis=1)
            for network, vectors in zip(self._model.networks, shares, strict=True):
                scores += emissions(network, vectors, places, mask[..., None])
        paths = best_paths(scores, self._model.transitions, self._model.start, lengths)
        return [[self._model.labels[i] for i in path] for path in paths]

    def _know(self, token: str) -> _Known:
        word = word_of(token, self._model.lexicon)
        get, nowhere = self._model.word_rows.get, self._nowhere
        rows = [self._always, *[get(name, nowhere) for name in word.own]]
        known = _Known(word, self._model.linear[rows].sum(axis=0), self._vector(word.parts))
        self._known[token] = known
        return known

    def _vector(self, names: Sequence[str]) -> Floats:
        rows = self._model.part_rows
        vector: Floats = self._model.parts[[rows[name] for name in names if name in rows]].sum(axis=0)
        return vector

    def _linear(self, batch: Sequence[Sequence[str]], marks: Sequence[Sequence[tuple[int, int] | None]]) -> Floats:
        get = self._known.get
        known = [[get(token) or self._know(token) for token in tokens] for tokens in batch]
        steps, width = max(map(len, batch)), len(batch)
        table: dict[int, int] = {}
        places = np.zeros((steps + 4, width), np.intp)
        lends = [self._edge]
        for b, row in enumerate(known):
            for t, word in enumerate(row):
                place = table.setdefault(id(word), len(lends))
                if place == len(lends):
                    lends.append(word.lends)
                places[t + 2, b] = place
        stacked = np.array(lends)
        scores: Floats = sum(
            (stacked[places[2 + o : 2 + o + steps], k] for k, o in enumerate(_OFFSETS)),
            start=np.zeros((steps, width, len(self._model.labels)), np.float32),
        )
        for b, (row, mark) in enumerate(zip(known, marks, strict=True)):
            scores[: len(row), b] += self._joint([k.word for k in row], mark)
        return scores

    def _joint(self, words: Sequence[Word], marks: Sequence[tuple[int, int] | None]) -> Floats:
        get, none = self._model.joint_rows.get, self._nowhere[0]
        found = [[get(name, none) for name in names] for names in joint_features(words, marks)]
        starts = list(accumulate((len(row) for row in found[:-1]), initial=0))
        flat = [i for row in found for i in row]
        sums: Floats = np.add.reduceat(self._model.linear[flat], starts, axis=0)
        return sums

    def _placed_vectors(
        self, batch: Sequence[Sequence[str]], marks: Sequence[Sequence[tuple[int, int] | None]]
    ) -> tuple[Floats, NDArray[np.intp]]:
        """The different word vectors of a batch, zeros last, and which stands where (time first)."""
        places = np.full((max(map(len, batch)), len(batch)), -1, np.intp)
        table: dict[tuple[str, tuple[str, ...]], int] = {}
        for b, (tokens, row) in enumerate(zip(batch, marks, strict=True)):
            keys = [(token, flags(t, mark)) for t, (token, mark) in enumerate(zip(tokens, row, strict=True))]
            places[: len(keys), b] = [table.setdefault(key, len(table)) for key in keys]
        vectors = [
            self._known[token].vector + self._vector(placed) if placed else self._known[token].vector
            for token, placed in table
        ]
        places[places < 0] = len(vectors)
        return np.array([*vectors, np.zeros_like(vectors[0])]), places


def best_paths(scores: Floats, transitions: Floats, start: Floats, lengths: NDArray[np.intp]) -> list[list[int]]:
    """The best label sequence of each sentence of a batch (Viterbi); `scores` T×B×L."""
    steps, width, size = scores.shape
    best = scores[0] + start
    came = np.zeros((steps, width, size), np.intp)
    everyone = np.arange(width)
    by_next = np.ascontiguousarray(transitions.T)
    finals = np.zeros(width, np.intp)
    for t in range(steps):
        if t:
            through = best[:, None, :] + by_next
            came[t] = through.argmax(axis=2)
            best = np.take_along_axis(through, came[t][..., None], axis=2)[..., 0] + scores[t]
        ending = lengths == t + 1
        finals[ending] = best[ending].argmax(axis=1)
    labels = finals.copy()
    paths = np.zeros((steps, width), np.intp)
    for t in range(steps - 1, -1, -1):
        # A shorter sentence waits with its last label until its own end is reached.
        paths[t] = labels
        labels = np.where(t < lengths, came[t][everyone, labels], labels) if t else labels
    return [paths[:n, b].tolist() for b, n in enumerate(lengths)]
