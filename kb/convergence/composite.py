"""Blocks in, a consolidated index out with its ranking and how much that depends on the choices made.

`blocks`: rows units (pairs or countries) of one year, one column a block, more is more integrated. The steps follow the
Handbook on Constructing Composite Indicators (OECD and JRC 2008): normalise, weigh, aggregate, vary everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kb.convergence.panel import Floats
from kb.errors import FiguresError, TableError

NORMALISATIONS = ("zscore", "minmax", "rank")
AGGREGATES = ("arithmetic", "geometric")
# The lowest unit of a block gets this much of the highest, so that a geometric mean does not stop at zero.
_FLOOR = 0.01
_BAND = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class IndexOptions:
    """weights: `equal`, `pca` (squared loadings of the first principal component), or a weight for each block.

    zscore and rank know no base; minmax runs from the least to the most of `base` (by default the units themselves).
    A geometric mean wants numbers above zero, so it goes with minmax or rank.
    """

    normalise: str = "minmax"
    weights: str | Mapping[str, float] = "equal"
    aggregate: str = "arithmetic"


def consolidated(
    blocks: pd.DataFrame, options: IndexOptions | None = None, base: pd.DataFrame | None = None
) -> "pd.Series[float]":
    """One number a unit; units with a gap in a block are left out, since an index of fewer blocks is another index."""
    options = options or IndexOptions()
    whole = blocks.dropna()
    if len(whole) < 2:
        raise FiguresError("an index needs two units and more without gaps in the blocks")
    scaled = normalised(whole, options.normalise, base)
    weights = block_weights(scaled, options.weights)
    return pd.Series(_aggregated(scaled.to_numpy(), weights, options), index=whole.index, name="value")


def normalised(blocks: pd.DataFrame, how: str, base: pd.DataFrame | None = None) -> pd.DataFrame:
    """A block on which nobody differs is 0 as a z-score, one half otherwise."""
    if how == "rank":
        return (blocks.rank() - 0.5) / len(blocks)
    if how == "zscore":
        deviation = blocks.std(ddof=0)
        return ((blocks - blocks.mean()) / deviation.where(deviation > 0)).fillna(0.0)
    low, high = (blocks if base is None else base).min(), (blocks if base is None else base).max()
    width = high - low
    # Whoever lies outside a named base is cut off at its ends.
    place = ((blocks - low) / width.where(width > 0)).clip(0, 1).fillna(0.5)
    return _FLOOR + (1 - _FLOOR) * place


def block_weights(scaled: pd.DataFrame, weights: str | Mapping[str, float]) -> Floats:
    """In the order of the columns, adding up to one."""
    if weights == "equal":
        found = np.ones(scaled.shape[1])
    elif weights == "pca":
        found = _first_component(scaled)
    elif isinstance(weights, str):
        raise TableError(f"weights are equal, pca or a number for each block, not {weights!r}")
    else:
        found = np.array([weights.get(str(column), 0.0) for column in scaled.columns], dtype=np.float64)
    if (found < 0).any() or not found.sum() > 0:
        raise TableError("weights are zero or more, and not all zero")
    return np.asarray(found / found.sum())


def _first_component(scaled: pd.DataFrame) -> Floats:
    values = normalised(scaled, "zscore").to_numpy()
    _, _, components = np.linalg.svd(values, full_matrices=False)
    return np.asarray(components[0] ** 2)


def _aggregated(values: Floats, weights: Floats, options: IndexOptions) -> Floats:
    if options.aggregate == "arithmetic":
        return np.asarray(values @ weights)
    if (values <= 0).any():
        raise FiguresError("a geometric mean needs numbers above zero: normalise by minmax or rank")
    return np.asarray(np.exp(np.log(values) @ weights))


def ranks(index: "pd.Series[float]") -> "pd.Series[int]":
    """1 is the most integrated; equals share the better rank."""
    return index.rank(ascending=False, method="min").astype(int)


def leave_one_out(blocks: pd.DataFrame, options: IndexOptions | None = None) -> pd.DataFrame:
    """Rows units, a column for each block: the rank without it."""
    if blocks.shape[1] < 2:
        raise TableError("leaving one block out needs two and more")
    found = {block: ranks(consolidated(blocks.drop(columns=block), options)) for block in blocks.columns}
    return pd.DataFrame(found)


def monte_carlo(blocks: pd.DataFrame, draws: int = 1000, seed: int = 0) -> pd.DataFrame:
    """Rows units: rank in the median of the draws, in its 5 and 95 per cent, and the share of draws on rank 1.

    Each draw takes one of the normalisations, one of the aggregates that go with it, and weights that are uniform over
    all that add up to one (Dirichlet).
    """
    whole = blocks.dropna()
    choices = [(n, a) for n in NORMALISATIONS for a in AGGREGATES if (n, a) != ("zscore", "geometric")]
    scaled = {name: normalised(whole, name).to_numpy() for name in NORMALISATIONS}
    random = np.random.default_rng(seed)
    weights = random.dirichlet(np.ones(whole.shape[1]), size=draws)
    picked = random.integers(len(choices), size=draws)
    scores = np.empty((draws, len(whole)))
    for n, (name, aggregate) in enumerate(choices):
        rows = picked == n
        values = scaled[name]
        scores[rows] = weights[rows] @ values.T if aggregate == "arithmetic" else np.exp(
            weights[rows] @ np.log(values).T
        )  # fmt: skip
    placed = pd.DataFrame(scores).rank(axis=1, ascending=False, method="min")
    low, high = placed.quantile(_BAND[0]), placed.quantile(_BAND[1])
    return pd.DataFrame(
        {
            "rank_median": placed.median().to_numpy(), "rank_low": low.to_numpy(), "rank_high": high.to_numpy(),
            "first": (placed == 1).mean().to_numpy(),
        },
        index=whole.index,
    )  # fmt: skip
