"""The recurrent network forwards with dropout and backwards, and the CRF loss above it; arrays in, gradients out."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.tagging.network_kk import Floats, Gates, Weights, run_layer, turned


@dataclass(frozen=True, slots=True)
class Tape:
    """What the way forwards leaves for the way back."""

    vectors: Floats
    window: Floats
    lower: Gates
    upper: Gates
    first: Floats
    joined: Floats
    # Dropout factors of the vectors, of the first layer and of what the labels are read from.
    drops: tuple[Floats, Floats, Floats]
    mask: NDArray[np.bool_]
    scores: Floats


def forward(
    weights: Weights, vectors: Floats, mask: NDArray[np.bool_], dropout: float, random: np.random.Generator
) -> Tape:
    """Scores T×B×L of word vectors T×B×D, with everything on the way."""

    def drop(like: tuple[int, ...]) -> Floats:
        kept = random.random(like, dtype=np.float32) >= dropout
        return kept.astype(vectors.dtype) / vectors.dtype.type(1 - dropout)

    hidden = weights.upper.shape[0]
    steps, width, size = vectors.shape
    drops = drop(vectors.shape), drop((steps, width, hidden)), drop((steps, width, hidden + size))
    vectors = vectors * drops[0]
    window = np.zeros((steps, width, 3 * size), vectors.dtype)
    window[1:, :, :size] = vectors[:-1]
    window[:, :, size : 2 * size] = vectors
    window[:-1, :, 2 * size :] = vectors[1:]
    factor = mask.astype(vectors.dtype)
    lower = run_layer(_times(window, weights.window.reshape(3 * size, -1)) + weights.window_bias, factor)
    first = lower.memory * lower.give * drops[1]
    upper = run_layer(_times(first, weights.upper) + weights.upper_bias, factor)
    joined = np.concatenate([first + upper.memory * upper.give, vectors], axis=-1) * drops[2]
    scores = _times(joined, weights.out) + weights.out_bias
    return Tape(vectors, window, lower, upper, first, joined, drops, mask, scores)


def backward(weights: Weights, tape: Tape, d_scores: Floats) -> dict[str, Floats]:
    """Gradients by the names of `Weights`, and of `vectors`."""
    hidden, size = weights.upper.shape[0], tape.vectors.shape[-1]
    d_joined = _times(d_scores, weights.out.T) * tape.drops[2]
    d_hidden, d_vectors = d_joined[..., :hidden], d_joined[..., hidden:].copy()
    d_upper = _layer_back(tape.upper, d_hidden, tape.mask)
    d_first = (d_hidden + _times(d_upper, weights.upper.T)) * tape.drops[1]
    d_lower = _layer_back(tape.lower, d_first, tape.mask)
    d_window = _times(d_lower, weights.window.reshape(3 * size, -1).T)
    d_vectors[:-1] += d_window[1:, :, :size]
    d_vectors += d_window[:, :, size : 2 * size]
    d_vectors[1:] += d_window[:-1, :, 2 * size :]
    return {
        "vectors": d_vectors * tape.drops[0],
        "window": _outer(tape.window, d_lower).reshape(weights.window.shape),
        "window_bias": d_lower.sum(axis=(0, 1)),
        "upper": _outer(tape.first, d_upper),
        "upper_bias": d_upper.sum(axis=(0, 1)),
        "out": _outer(tape.joined, d_scores),
        "out_bias": d_scores.sum(axis=(0, 1)),
    }


def _times(x: Floats, matrix: Floats) -> Floats:
    # One large multiplication: numpy would make one a time step of a three-dimensional product.
    product: Floats = x.reshape(-1, x.shape[-1]) @ matrix
    return product.reshape(*x.shape[:-1], -1)


def _outer(x: Floats, d_y: Floats) -> Floats:
    summed: Floats = x.reshape(-1, x.shape[-1]).T @ d_y.reshape(-1, d_y.shape[-1])
    return summed


def _layer_back(gates: Gates, d_out: Floats, mask: NDArray[np.bool_]) -> Floats:
    """Gradient of the projected input of a layer from that of its output."""
    d_give = d_out * gates.memory
    d_memory, kept, memory = turned(d_out * gates.give), turned(gates.keep), turned(gates.memory)
    for t in range(len(d_memory) - 2, -1, -1):
        d_memory[t] += kept[t + 1] * d_memory[t + 1]
    d_kept = np.zeros_like(d_memory)
    d_kept[1:] = d_memory[1:] * memory[:-1]
    d_added = turned(d_memory)
    d_keep = turned(d_kept) - d_added * gates.fresh
    d_fresh = d_added * (1 - gates.keep) * mask * (1 - gates.fresh**2)
    parts = d_fresh, d_keep * gates.keep * (1 - gates.keep), d_give * gates.give * (1 - gates.give)
    return np.concatenate(parts, axis=-1)


def crf_gradient(
    scores: Floats, gold: NDArray[np.intp], mask: NDArray[np.bool_], transitions: Floats, start: Floats
) -> tuple[float, NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Negative log likelihood a token, and its gradients of the scores, the transitions and the start."""
    following, given = np.exp(transitions.astype(np.float64)), scores.astype(np.float64)
    given[0] += start
    highest = given.max(axis=-1, keepdims=True)
    likely = np.exp(given - highest)
    alpha, scale = np.empty_like(likely), np.ones((*mask.shape, 1))
    for t in range(len(likely)):
        alpha[t] = likely[t] * (alpha[t - 1] @ following if t else 1)
        scale[t] = alpha[t].sum(axis=-1, keepdims=True)
        alpha[t] /= scale[t]
        # A sentence that has ended keeps its last state.
        if t:
            alpha[t], scale[t] = _where(mask[t], alpha[t], alpha[t - 1]), _where(mask[t], scale[t], 1.0)
    beta, pairs = np.ones_like(likely), np.zeros_like(following)
    for t in range(len(likely) - 1, 0, -1):
        ahead = _where(mask[t], likely[t] * beta[t] / scale[t], 0.0)
        pairs += alpha[t - 1].T @ ahead
        beta[t - 1] = _where(mask[t], ahead @ following.T, beta[t])
    tokens = mask.sum()
    d_scores = alpha * beta
    loss = float(((np.log(scale) + highest)[..., 0] * mask).sum())
    steps, width = np.nonzero(mask)
    loss -= float(given[steps, width, gold[steps, width]].sum())
    d_scores[steps, width, gold[steps, width]] -= 1
    d_scores *= mask[..., None]
    d_transitions = pairs * following
    both = mask[1:]
    np.subtract.at(d_transitions, (gold[:-1][both], gold[1:][both]), 1)
    loss -= float(transitions[gold[:-1][both], gold[1:][both]].sum())
    return loss / tokens, d_scores / tokens, d_transitions / tokens, d_scores[0].sum(axis=0) / tokens


def _where(mask: NDArray[np.bool_], x: NDArray[Any], other: NDArray[Any] | float) -> NDArray[Any]:
    return np.where(mask[:, None], x, other)
