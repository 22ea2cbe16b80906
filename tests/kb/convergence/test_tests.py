"""Sigma, beta and clubs against independent computations."""

import numpy as np
import pandas as pd
import pytest

from kb.convergence.beta import beta, half_life
from kb.convergence.clubs import ClubOptions, find_clubs
from kb.convergence.logt import hp_trend, log_t, long_run_variance
from kb.convergence.sigma import dispersion, trend, two_years
from kb.errors import TableError

RANDOM = np.random.default_rng(4)


def levels(n: int = 12, years: int = 20) -> pd.DataFrame:
    growth = 0.02 + 0.03 * RANDOM.normal(size=(n, years)).cumsum(axis=1) / 5
    start = RANDOM.uniform(6, 10, size=(n, 1))
    return pd.DataFrame(np.exp(start + growth), index=[f"c{i}" for i in range(n)], columns=range(2000, 2000 + years))


def test_trend_errors_by_hand() -> None:
    """Newey and West (1987): Bartlett weights, correction n/(n − k)."""
    y = RANDOM.normal(size=25).cumsum()
    found = trend(pd.Series(y, index=range(1995, 2020)), lags=3)
    design = np.column_stack([np.ones(25), np.arange(1995.0, 2020.0) - 2007])
    inverse = np.linalg.inv(design.T @ design)
    coefficients = inverse @ design.T @ y
    scores = design * (y - design @ coefficients)[:, None]
    meat = scores.T @ scores
    for lag in (1, 2, 3):
        cross = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / 4) * (cross + cross.T)
    error = np.sqrt((inverse @ meat @ inverse)[1, 1] * 25 / 23)
    assert np.isclose(found.slope, coefficients[1]) and np.isclose(found.error, error)
    assert (found.low < found.fitted).all() and (found.fitted < found.high).all()


def test_two_years_by_hand() -> None:
    table = levels()
    found = two_years(table, 2000, 2019)
    x, y = np.log(table[2000]), np.log(table[2019])
    assert np.isclose(found.ratio, x.var() / y.var())
    # Pitman's t in its other form, from the two variances and their correlation
    r, f = np.corrcoef(x, y)[0, 1], x.var() / y.var()
    t = (f - 1) * np.sqrt(len(x) - 2) / (2 * np.sqrt(f * (1 - r**2)))
    assert np.isclose(found.pitman_t, t)


def test_dispersion_by_hand() -> None:
    table = pd.DataFrame({2000: [1.0, 2.0, 3.0], 2001: [1.0, 0.0, 5.0]})
    found = dispersion(table)
    assert np.isclose(found.loc[2000, "sd_log"], np.log([1, 2, 3]).std()) and np.isnan(found.loc[2001, "sd_log"])
    assert np.isclose(found.loc[2000, "cv"], np.std([1, 2, 3]) / 2)


def test_beta_by_hand() -> None:
    table = levels()
    controls = pd.DataFrame({"x": RANDOM.normal(size=12)}, index=table.index)
    found = beta(table, 2000, 2019, controls, "nonrobust")
    start = np.log(table[2000].to_numpy())
    growth = (np.log(table[2019].to_numpy()) - start) / 19
    design = np.column_stack([np.ones(12), start, controls["x"]])
    coefficients, squares, *_ = np.linalg.lstsq(design, growth, rcond=None)
    error = np.sqrt(squares[0] / 9 * np.linalg.inv(design.T @ design)[1, 1])
    assert np.isclose(found.b, coefficients[1]) and np.isclose(found.error, error)
    assert np.isclose(found.controls["x"], coefficients[2])


def test_speed_has_two_conventions() -> None:
    """Levels that close 5 % of the distance each year, exactly."""
    gap = np.array([1.0, 2.0, 3.0, 5.0])
    table = pd.DataFrame({2000: np.exp(8 - gap), 2020: np.exp(8 - gap * np.exp(-0.05 * 20))})
    found = beta(table, 2000, 2020)
    assert found.speed_exact is not None and np.isclose(found.speed_exact, 0.05)
    assert np.isclose(half_life(found.speed_exact) or 0, np.log(2) / 0.05)
    assert found.speed_linear is not None and np.isclose(found.speed_linear, (1 - np.exp(-1)) / 20)
    apart = beta(table[[2020, 2000]].rename(columns={2020: 2000, 2000: 2020}), 2000, 2020)
    assert apart.b > 0 and apart.speed_exact is None and half_life(apart.speed_linear) is None


@pytest.mark.parametrize(("first", "last", "n"), [(2019, 2000, 12), (2000, 2019, 2)])
def test_beta_refuses(first: int, last: int, n: int) -> None:
    with pytest.raises(TableError):
        beta(levels(n), first, last)


def test_trend_filter_against_statsmodels() -> None:
    from statsmodels.tsa.filters.hp_filter import hpfilter

    y = RANDOM.normal(size=(3, 30)).cumsum(axis=1)
    for row, smooth in zip(y, hp_trend(y), strict=True):
        assert np.allclose(hpfilter(row, 400)[1], smooth)


def test_two_groups_make_two_clubs() -> None:
    """Two limits far apart, approached ever more closely, make two clubs and nobody is left over."""
    t = np.arange(1, 41)
    wobble = RANDOM.normal(size=(8, 1)) * 3 / t
    limit = np.repeat([11.0, 8.0], 4)[:, None]
    noise = 1e-4 * RANDOM.normal(size=(8, 40))
    table = pd.DataFrame(np.exp(limit + wobble + noise / t), index=list("abcdefgh"), columns=1980 + t)
    found = find_clubs(table, ClubOptions(smoothing=0))
    assert not found.everyone.converges
    assert [set(club.members) for club in found.clubs] == [set("abcd"), set("efgh")]
    assert [found.of(unit) for unit in "ae"] == [1, 2] and found.diverging == ()


def test_log_t_refuses_what_it_cannot_say() -> None:
    with pytest.raises(TableError, match="equal"):
        log_t(np.ones((3, 20)))
    with pytest.raises(TableError, match="periods"):
        log_t(RANDOM.uniform(1, 2, (3, 5)))
    assert long_run_variance(RANDOM.normal(size=200)) > 0
