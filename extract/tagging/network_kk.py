"""The recurrent half of the Kazakh tagger: sums of part vectors in, a score for each label out; time is the first axis.

Two layers in which only an elementwise mean runs along the sentence (as in quasi-recurrent networks): all
multiplications are done for many words at once, which is what makes it fast enough in numpy.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """`parts` V×D; `window` 3×D×6H over the word before, itself and the word after; `upper` 2H×6H; `out` (2H+D)×L."""

    parts: Floats
    window: Floats
    window_bias: Floats
    upper: Floats
    upper_bias: Floats
    out: Floats
    out_bias: Floats
    transitions: Floats
    start: Floats


@dataclass(frozen=True, slots=True)
class Gates:
    """What one layer computes before and while it runs along the sentence; kept for the way back."""

    fresh: Floats
    keep: Floats
    give: Floats
    memory: Floats


def sigmoid(x: Floats) -> Floats:
    """The logistic function; by tanh, which neither overflows nor needs two branches."""
    half: Floats = np.tanh(x * np.float32(0.5))
    half += 1
    half *= np.float32(0.5)
    return half


def turned(x: Floats) -> Floats:
    """The second half of the channels back to front, so that it runs from the end of the sentence."""
    half = x.shape[-1] // 2
    return np.concatenate([x[..., :half], x[::-1, ..., half:]], axis=-1)


def run_layer(projected: Floats, mask: Floats) -> Gates:
    """Memory of both directions from the projected input T×B×6H; a padded place adds nothing."""
    size = projected.shape[-1] // 3
    fresh: Floats = np.tanh(projected[..., :size]) * mask
    gates = sigmoid(projected[..., size:])
    keep, give = gates[..., :size], gates[..., size:]
    memory, kept = turned((1 - keep) * fresh), turned(keep)
    for t in range(1, len(memory)):
        memory[t] += kept[t] * memory[t - 1]
    return Gates(fresh, keep, give, turned(memory))


def both_layers(weights: Weights, projected: Floats, mask: Floats) -> Floats:
    """Scores need T×B×2H: the output of the first layer and of the second, added."""
    lower = run_layer(projected, mask)
    first = lower.memory * lower.give
    upper = run_layer(np.add(first @ weights.upper, weights.upper_bias), mask)
    first += upper.memory * upper.give
    return first


def emissions(weights: Weights, words: Floats, places: NDArray[np.intp], mask: Floats) -> Floats:
    """Scores T×B×L of a batch: `words` holds the different vectors, zeros last, `places` says which stands where."""
    steps, width = places.shape
    before, after = np.full_like(places, len(words) - 1), np.full_like(places, len(words) - 1)
    before[1:], after[:-1] = places[:-1], places[1:]
    # A word is multiplied once, however often and wherever it stands.
    projected = (words @ weights.window[1])[places]
    projected += (words @ weights.window[0])[before]
    projected += (words @ weights.window[2])[after]
    projected += weights.window_bias
    hidden = both_layers(weights, projected, mask)
    size = hidden.shape[-1]
    scores: Floats = hidden @ weights.out[:size] + weights.out_bias
    scores += (words @ weights.out[size:])[places]
    return scores.reshape(steps, width, -1)
