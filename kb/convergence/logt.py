"""Levels of units over time in, the log t test of Phillips and Sul (2007) out.

Arrays have units in rows and periods in columns; values are logs, usually smoothed by `hp_trend`. Relative transition
h_it = x_it / mean_i x_it; its spread H_t = mean_i (h_it − 1)²; the regression

    log(H_1 / H_t) − 2 log(log t) = a + b log t + u_t,  t = [rT] + 1 … T,

and convergence is rejected at 5 % where the one-sided t of b is below −1.65. b/2 is the speed of convergence.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from kb.convergence.panel import Floats
from kb.errors import FiguresError

CRITICAL = -1.65
_FEWEST_PERIODS = 4


@dataclass(frozen=True, slots=True)
class LogT:
    """Slope, its standard error robust to autocorrelation, t, and the probability of a t as low or lower."""

    b: float
    error: float
    t: float
    p: float

    @property
    def converges(self) -> bool:
        return self.t > CRITICAL


def hp_trend(values: Floats, smoothing: float = 400.0) -> Floats:
    """The Hodrick–Prescott trend of each row: argmin Σ(x − τ)² + smoothing · Σ(Δ²τ)². 400 is usual for years."""
    n = values.shape[-1]
    if n < _FEWEST_PERIODS:
        raise FiguresError("a trend needs {fewest} periods and more, here are {n}", fewest=_FEWEST_PERIODS, n=n)
    second = np.diff(np.eye(n), 2, axis=0)
    return np.asarray(np.linalg.solve(np.eye(n) + smoothing * second.T @ second, values.T).T)


def relative_paths(values: Floats) -> Floats:
    """h_it: each unit's level over the mean of all units in that period."""
    return np.asarray(values / values.mean(axis=0))


def spread(values: Floats) -> Floats:
    """H_t, one number a period."""
    return np.asarray(((relative_paths(values) - 1) ** 2).mean(axis=0))


def log_t(values: Floats, trim: float = 1 / 3) -> LogT:
    """The test on a group of units; `trim` is the share r of first periods that is left out, rounded to even."""
    h = spread(values)
    periods = np.arange(round(h.size * trim) + 1, h.size + 1)
    if periods.size < _FEWEST_PERIODS or periods[0] < 2:
        raise FiguresError("log t needs more periods than {n} with the first {trim:.2f} left out", n=h.size, trim=trim)
    if not (h > 0).all():
        raise FiguresError("log t of units that are all equal in some period: there is nothing to converge")
    x = np.log(periods)
    y = np.log(h[0] / h[periods - 1]) - 2 * np.log(x)
    centred = x - x.mean()
    b = float(centred @ y / (centred @ centred))
    residuals = y - y.mean() - b * centred
    error = float(np.sqrt(long_run_variance(residuals) / (centred @ centred)))
    t = b / error
    return LogT(b, error, t, float(norm.cdf(t)))


def long_run_variance(residuals: Floats) -> float:
    """Quadratic spectral kernel (Andrews 1991) with the bandwidth of an AR(1).

    As in the authors' own program the autocovariances run over the residuals without the last one; published results
    rest on it.
    """
    rho = residuals[:-1] @ residuals[1:] / (residuals[:-1] @ residuals[:-1])
    bandwidth = 1.3221 * (4 * rho**2 / (1 - rho) ** 4 * residuals.size) ** 0.2
    head = residuals[:-1]
    covariances = np.correlate(head, head, "full")[head.size :] / head.size
    angle = 6 * np.pi / 5 * np.arange(1, head.size) / bandwidth
    kernel = 3 / angle**2 * (np.sin(angle) / angle - np.cos(angle))
    return float(residuals @ residuals / head.size + 2 * kernel @ covariances)


def wide(panel: pd.DataFrame, indicator: str, countries: tuple[str, ...], years: tuple[int, ...]) -> pd.DataFrame:
    """Rows countries, columns years, in the indicator's unit; a gap is a `FiguresError`, since the test bears none."""
    if indicator not in panel.columns:
        raise FiguresError("no figures for {indicator}", indicator=indicator)
    table = panel[indicator].unstack("year").reindex(index=list(countries), columns=list(years))
    empty = [country for country, gap in zip(table.index, table.isna().any(axis=1), strict=True) if gap]
    if empty:
        raise FiguresError("{indicator} has gaps for {countries}: leave them out or interpolate", indicator=indicator,
                           countries=tuple(map(str, empty)))  # fmt: skip
    return table
