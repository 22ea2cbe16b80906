"""Training of the recurrent half of the Kazakh tagger in plain numpy: sentences in, `Weights` and part names out."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from extract.tagging.features_kk import Lexicon, flags, quotations, word_of
from extract.tagging.iob import Sentence
from extract.tagging.network_kk import Floats, Weights
from extract.training.gradients import backward, crf_gradient, forward

# Parts seen in fewer different words, words seen fewer times, tell nothing about new text.
_FEWEST_WORDS, _FEWEST_TIMES = 3, 2
# Share of the parts of each word that is hidden while training, so that no single one is relied on.
_HIDDEN_PARTS = 0.15


@dataclass(frozen=True, slots=True)
class Options:
    """Sizes and pace; the defaults are those of the shipped model."""

    size: int = 128
    memory: int = 128
    epochs: int = 12
    batch: int = 32
    rate: float = 0.004
    dropout: float = 0.4
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentences as row numbers of `units`, a sparse matrix of different words and their parts, and as label numbers."""

    units: Any
    sentences: list[NDArray[np.intp]]
    gold: list[NDArray[np.intp]]


def train_network(encoded: Encoded, n_labels: int, options: Options) -> Weights:
    """The weights after all epochs; about five minutes for 17,000 sentences."""
    random = np.random.default_rng(options.seed)
    weights = first_weights(encoded.units.shape[1], n_labels, options, random)
    state = {name: (np.zeros_like(w), np.zeros_like(w)) for name, w in _named(weights)}
    steps = options.epochs * -(-len(encoded.sentences) // options.batch)
    step = 0
    for epoch in range(options.epochs):
        began, loss = time.perf_counter(), 0.0
        for chosen in _batches(encoded.sentences, options.batch, random):
            step += 1
            loss += _learn(weights, state, encoded, chosen, (step, steps), options, random)
        seconds = time.perf_counter() - began
        print(f"epoch {epoch + 1}: loss {loss / steps * options.epochs:.4f}, {seconds:.0f} s", file=sys.stderr)
    return weights


def encode(sentences: Sequence[Sentence], labels: Sequence[str], lexicon: Lexicon) -> tuple[Encoded, list[str]]:
    """Sentences as numbers, and the names of the parts that are worth a row."""
    number = {label: i for i, label in enumerate(labels)}
    units: dict[tuple[str, tuple[str, ...]], int] = {}
    rows = []
    for sentence in sentences:
        marks = quotations(sentence.tokens, lexicon)
        keys = [(token, flags(i, marks[i])) for i, token in enumerate(sentence.tokens)]
        rows.append(np.array([units.setdefault(key, len(units)) for key in keys]))
    parts = {token: word_of(token, lexicon).parts for token, _ in units}
    names = _worth_a_row(parts, Counter(token for s in sentences for token in s.tokens))
    place = {name: i for i, name in enumerate(names)}
    known = [[place[name] for name in (*parts[token], *placed) if name in place] for token, placed in units]
    starts = np.cumsum([0, *map(len, known)])
    flat = np.array([i for row in known for i in row], np.int32)
    matrix = sparse.csr_matrix((np.ones(len(flat), np.float32), flat, starts), shape=(len(known), len(names)))
    gold = [np.array([number[label] for label in sentence.labels]) for sentence in sentences]
    return Encoded(matrix, rows, gold), names


def _worth_a_row(parts: dict[str, tuple[str, ...]], times: Counter[str]) -> list[str]:
    words, tokens = Counter[str](), Counter[str]()
    for token, names in parts.items():
        words.update(names)
        tokens.update({name: times[token] for name in names if name[:2] in {"w=", "t="}})
    worth = {name for name, n in words.items() if n >= _FEWEST_WORDS}
    worth -= tokens.keys()
    worth |= {name for name, n in tokens.items() if n >= _FEWEST_TIMES}
    return ["first", "quoted", "quoted-short", *sorted(worth)]


def first_weights(n_parts: int, n_labels: int, options: Options, random: np.random.Generator) -> Weights:
    """Small random weights; gates start half open."""
    d, h = options.size, options.memory

    def drawn(spread: float, *shape: int) -> Floats:
        return random.uniform(-spread, spread, shape).astype(np.float32)

    return Weights(
        parts=(random.standard_normal((n_parts, d)) * 0.1).astype(np.float32),
        window=drawn((3 * d) ** -0.5, 3, d, 6 * h),
        window_bias=drawn((3 * d) ** -0.5, 6 * h),
        upper=drawn((2 * h) ** -0.5, 2 * h, 6 * h),
        upper_bias=drawn((2 * h) ** -0.5, 6 * h),
        out=drawn((2 * h + d) ** -0.5, 2 * h + d, n_labels),
        out_bias=np.zeros(n_labels, np.float32),
        transitions=np.zeros((n_labels, n_labels), np.float32),
        start=np.zeros(n_labels, np.float32),
    )


def _named(weights: Weights) -> Iterator[tuple[str, Floats]]:
    return ((name, getattr(weights, name)) for name in Weights.__slots__)


def _batches(
    sentences: Sequence[NDArray[np.intp]], size: int, random: np.random.Generator
) -> Iterator[NDArray[np.intp]]:
    """Every sentence once, those of about one length together, in a new order each time."""
    lengths = np.array([len(s) for s in sentences]) + random.uniform(0, 3, len(sentences))
    order = np.argsort(lengths)
    firsts = np.arange(0, len(order), size)
    random.shuffle(firsts)
    return (order[first : first + size] for first in firsts)


def _learn(
    weights: Weights,
    state: dict[str, tuple[Floats, Floats]],
    encoded: Encoded,
    chosen: NDArray[np.intp],
    progress: tuple[int, int],
    options: Options,
    random: np.random.Generator,
) -> float:
    """One step on one batch; returns the loss a token."""
    lengths = np.array([len(encoded.sentences[i]) for i in chosen])
    shape = (int(lengths.max()), len(chosen))
    mask = np.arange(shape[0])[:, None] < lengths
    gold = np.zeros(shape, np.intp)
    gold.T[mask.T] = np.concatenate([encoded.gold[i] for i in chosen])
    places = np.flatnonzero(mask.T.reshape(-1))
    # Sentences are written one after the other, places counted time first.
    places = places % shape[0] * shape[1] + places // shape[0]
    words = encoded.units[np.concatenate([encoded.sentences[i] for i in chosen])]
    words.data = words.data * (random.random(len(words.data)) >= _HIDDEN_PARTS)
    columns, words.indices = np.unique(words.indices, return_inverse=True)
    words = sparse.csr_matrix((words.data, words.indices, words.indptr), shape=(len(places), len(columns)))
    vectors = np.zeros((shape[0] * shape[1], weights.parts.shape[1]), np.float32)
    vectors[places] = words @ weights.parts[columns]
    tape = forward(weights, vectors.reshape(*shape, -1), mask[..., None], options.dropout, random)
    loss, d_scores, d_transitions, d_start = crf_gradient(tape.scores, gold, mask, weights.transitions, weights.start)
    found = backward(weights, tape, d_scores.astype(np.float32))
    found |= {"transitions": d_transitions, "start": d_start}
    d_vectors = found.pop("vectors").reshape(len(vectors), -1)[places]
    _adam(weights.parts, state["parts"], words.T @ d_vectors, progress, options.rate, columns)
    for name, gradient in found.items():
        _adam(getattr(weights, name), state[name], gradient.astype(np.float32), progress, options.rate)
    return loss


def _adam(
    weights: Floats,
    state: tuple[Floats, Floats],
    gradient: Floats,
    progress: tuple[int, int],
    rate: float,
    rows: NDArray[np.intp] | slice = slice(None),
) -> None:
    """Adam in place, for the given rows alone; the rate rises over three tenths of the way and falls to nothing."""
    step, steps = progress
    rising = step / (0.3 * steps)
    falling = (steps - step) / (0.7 * steps)
    now = rate * (0.5 - 0.5 * np.cos(np.pi * min(rising, falling)))
    mean, square = state
    mean[rows] = m = 0.9 * mean[rows] + np.float32(0.1) * gradient
    square[rows] = s = 0.999 * square[rows] + np.float32(0.001) * gradient * gradient
    corrected = now * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
    weights[rows] -= np.float32(corrected) * m / (np.sqrt(s) + np.float32(1e-8))
