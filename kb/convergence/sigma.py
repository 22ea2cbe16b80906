"""A wide table of levels in, its dispersion by year out, with a test for a trend and one for two years.

Sigma convergence: the spread of (log) levels across countries falls over time (Barro and Sala-i-Martin 1992).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy.stats import chi2
from scipy.stats import t as student

from kb.errors import TableError

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Trend:
    """value_t = a + slope · year + u, with Newey–West errors of `lags` lags; `p` is two-sided."""

    intercept: float
    slope: float
    error: float
    t: float
    p: float
    lags: int
    fitted: "pd.Series[float]"
    low: "pd.Series[float]"
    high: "pd.Series[float]"


@dataclass(frozen=True, slots=True)
class TwoYears:
    """Is the variance of logs the same in both years? Two tests that know the countries are the same ones.

    `ratio` is first over last variance, above one in convergence. `pitman_t`: correlation of sums and differences
    (Pitman 1939, Morgan 1939), n − 2 degrees of freedom. `lr`: likelihood ratio of Carree and Klomp (1997),
    (N − 2.5) log(1 + (s1² − sT²)² / 4(s1² sT² − s1T²)), chi-squared with one degree of freedom.
    """

    first: int
    last: int
    ratio: float
    pitman_t: float
    pitman_p: float
    lr: float
    lr_p: float


def dispersion(levels: pd.DataFrame, ddof: int = 0) -> pd.DataFrame:
    """`levels`: rows countries, columns years. Rows years; `sd_log` is empty where a level is zero or less."""
    values = levels.to_numpy(dtype=np.float64)
    positive = (values > 0).all(axis=0)
    logs = np.log(np.where(positive, values, 1.0))
    sd_log = np.where(positive, logs.std(axis=0, ddof=ddof), np.nan)
    cv = values.std(axis=0, ddof=ddof) / np.abs(values.mean(axis=0))
    return pd.DataFrame({"sd_log": sd_log, "cv": cv}, index=pd.Index(levels.columns, name="year"))


def trend(series: "pd.Series[float]", lags: int | None = None, level: float = 0.95) -> Trend:
    """By default floor(4 (T/100)^(2/9)) lags (Newey and West 1994), small-sample correction, Student's t."""
    known = series.dropna()
    if len(known) < _FEWEST:
        raise TableError(f"a trend needs {_FEWEST} years and more")
    years = known.index.to_numpy(dtype=np.float64)
    lags = int(4 * (len(known) / 100) ** (2 / 9)) if lags is None else lags
    design = sm.add_constant(years - years.mean())
    fit = sm.OLS(known.to_numpy(), design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
    )
    band = fit.get_prediction(design).conf_int(alpha=1 - level)
    fitted, low, high = (
        pd.Series(np.asarray(v, dtype=np.float64), index=known.index) for v in (fit.fittedvalues, *band.T)
    )
    return Trend(
        float(fit.params[0] - fit.params[1] * years.mean()), float(fit.params[1]), float(fit.bse[1]),
        float(fit.tvalues[1]), float(fit.pvalues[1]), lags,
        fitted, low, high,
    )  # fmt: skip


def two_years(levels: pd.DataFrame, first: int, last: int) -> TwoYears:
    """`levels` as in `dispersion`, above zero in both years."""
    both = levels[[first, last]].to_numpy(dtype=np.float64)
    n = len(both)
    if n < _FEWEST or not (both > 0).all():
        raise TableError("the test of two years needs three countries with levels above zero")
    x, y = np.log(both).T
    correlation = float(np.corrcoef(x + y, x - y)[0, 1])
    pitman = correlation * np.sqrt((n - 2) / (1 - correlation**2))
    (s1, s1t), (_, st) = np.cov(x, y, ddof=0)
    lr = (n - 2.5) * np.log1p((s1 - st) ** 2 / 4 / (s1 * st - s1t**2))
    return TwoYears(
        first, last, float(s1 / st), float(pitman), float(2 * student.sf(abs(pitman), n - 2)),
        float(lr), float(chi2.sf(lr, 1)),
    )  # fmt: skip
