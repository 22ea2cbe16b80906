"""`python benchmarks/convergence.py`: distances of all pairs timed on one core, beside the bare arithmetic of numpy.

Out come lines `countries years indicators seconds numpy`, the largest last; the cost grows with the number of pairs.
"""

import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from kb.convergence.distances import Options, Scope, pair_distances

SIZES = ((25, 60, 10), (50, 60, 10), (100, 60, 10), (200, 60, 10), (200, 120, 10), (200, 60, 20))
RUNS = 3


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def bare(values: np.ndarray) -> np.ndarray:
    """Normalised over everything, all pairs by plain broadcasting: what no bookkeeping can beat by much."""
    z = (values - values.mean(axis=(0, 1))) / values.std(axis=(0, 1))
    return np.sqrt(((z[:, :, None] - z[:, None, :]) ** 2).sum(axis=-1))


def main() -> None:
    print("countries years indicators seconds numpy")
    for countries, years, indicators in SIZES:
        values = np.random.default_rng(0).normal(size=(years, countries, indicators))
        names = tuple(f"c{n}" for n in range(countries))
        span = tuple(range(1960, 1960 + years))
        columns = tuple(f"i{k}" for k in range(indicators))
        index = pd.MultiIndex.from_product([span, names], names=["year", "country"])
        panel = pd.DataFrame(values.reshape(-1, indicators), index=index, columns=list(columns))
        scope = Scope(columns, span, names)
        ours = best(lambda panel=panel, scope=scope, names=names: pair_distances(panel, scope, Options(), names))
        plain = best(lambda values=values: bare(values))
        print(f"{countries:9} {years:5} {indicators:10} {ours:7.3f} {plain:5.3f}")


if __name__ == "__main__":
    main()
