"""The three measures: identities that hold for any figures, cases by hand, and each option."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.convergence.distances import (
    Options,
    Scope,
    country_distance,
    normalised,
    pair_distance,
    pair_distances,
    pairs_of,
    region_dispersion,
    region_of,
)
from kb.convergence.panel import panel_of
from kb.errors import TableError
from kb.model import Indicator

EACH_YEAR = Options(normalise="year")


def panel_from(values: np.ndarray) -> tuple[pd.DataFrame, Scope]:
    """`values[t, n, k]`; countries are c0, c1, …, indicators i0, i1, …, years from 2000."""
    years, countries, indicators = (range(2000, 2000 + values.shape[0]), values.shape[1], values.shape[2])
    names = tuple(f"c{n}" for n in range(countries))
    index = pd.MultiIndex.from_product([years, names], names=["year", "country"])
    columns = [f"i{k}" for k in range(indicators)]
    panel = pd.DataFrame(values.reshape(-1, indicators), index=index, columns=columns)
    return panel, Scope(tuple(columns), tuple(years), names)


@st.composite
def cubes(draw: st.DrawFn) -> np.ndarray:
    shape = (draw(st.integers(1, 4)), draw(st.integers(2, 7)), draw(st.integers(1, 4)))
    seed = draw(st.integers(0, 2**32 - 1))
    scale = draw(st.sampled_from([1e-3, 1.0, 1e6]))
    return np.random.default_rng(seed).normal(3.0, 1.0, shape) * scale


@settings(max_examples=60, deadline=None)
@given(cubes())
def test_squared_distances_add_up(values: np.ndarray) -> None:
    """Per-year z-scores, population deviation: N²K over all pairs, NK to the mean of all."""
    panel, scope = panel_from(values)
    years, n, k = values.shape
    pairs = pair_distances(panel, scope, EACH_YEAR, scope.among)
    assert np.allclose((pairs**2).sum(axis=1), n * n * k)
    to_mean = [country_distance(panel, scope, EACH_YEAR, c, scope.among) for c in scope.among]
    assert np.allclose(sum(series**2 for series in to_mean), np.full(years, n * k))


@settings(max_examples=40, deadline=None)
@given(cubes(), st.floats(1e-3, 1e3), st.floats(-10, 10), st.sampled_from(["year", "pooled"]))
def test_units_and_order_change_nothing(values: np.ndarray, factor: float, shift: float, normalise: str) -> None:
    options = Options(normalise=normalise)
    panel, scope = panel_from(values)
    other, _ = panel_from(values * factor + shift * values.std())
    turned = Scope(scope.indicators[::-1], scope.years, scope.among[::-1])
    first, second = scope.among[0], scope.among[-1]
    expected = pair_distance(panel, scope, options, first, second)
    assert np.allclose(pair_distance(other, scope, options, first, second), expected)
    assert np.allclose(pair_distance(panel, turned, options, second, first), expected)
    plain, scaled = (region_dispersion(p, scope, options, scope.among) for p in (panel, panel * factor))
    assert np.allclose(plain["value"], scaled["value"])


@settings(max_examples=40, deadline=None)
@given(cubes())
def test_equal_countries_are_at_zero(values: np.ndarray) -> None:
    values[:, 1] = values[:, 0]
    panel, scope = panel_from(values)
    assert (pair_distance(panel, scope, Options(), "c0", "c1") == 0).all()
    assert (pair_distances(panel, scope, Options(), scope.among)["c0", "c1"] == 0).all()


def test_pairs_agree_one_by_one() -> None:
    panel, scope = panel_from(np.random.default_rng(1).normal(size=(3, 5, 2)))
    table = pair_distances(panel, scope, Options(), scope.among)
    assert list(table.columns) == pairs_of(scope.among)
    for a, b in pairs_of(scope.among):
        assert np.allclose(table[a, b], pair_distance(panel, scope, Options(), a, b))


BY_HAND = np.array([[[1.0], [2.0], [6.0]], [[2.0], [2.0], [2.0]]])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (Options(), [5 / BY_HAND.std(), 0.0]),
        (Options(sd="sample"), [5 / BY_HAND.std(ddof=1), 0.0]),
        (Options(normalise="year"), [5 / BY_HAND[0].std(), 0.0]),
        (Options(normalise="year", constant="gap"), [5 / BY_HAND[0].std(), np.nan]),
        (Options(transform="log"), [np.log(6) / np.log(BY_HAND).std(), 0.0]),
    ],
)
def test_options_by_hand(options: Options, expected: list[float]) -> None:
    panel, scope = panel_from(BY_HAND)
    assert np.allclose(pair_distance(panel, scope, options, "c0", "c2"), expected, equal_nan=True)


def test_the_country_counts_once_in_its_region() -> None:
    assert region_of("kz", ["ru", "kz"], Options()) == region_of("kz", ["ru"], Options()) == ("kz", "ru")
    assert region_of("kz", ["ru", "kz"], Options(inside=False)) == ("ru",)
    panel, scope = panel_from(BY_HAND)
    inside = country_distance(panel, scope, Options(), "c0", ["c0", "c2"])
    outside = country_distance(panel, scope, Options(inside=False), "c0", ["c0", "c2"])
    assert np.allclose(inside * 2, outside)


def test_nothing_outside_the_stated_set_counts() -> None:
    panel, scope = panel_from(np.random.default_rng(2).normal(size=(3, 4, 2)))
    narrow = Scope(scope.indicators, scope.years[:2], scope.among[:3])
    changed = panel.copy()
    changed.loc[(2002, slice(None)), :] = 99.0
    changed.loc[(slice(None), "c3"), :] = -99.0
    args = (narrow, Options(), "c0", "c1")
    assert np.allclose(pair_distance(panel, *args), pair_distance(changed, *args))


def test_a_gap_of_one_is_a_gap_of_its_own() -> None:
    values = np.random.default_rng(3).normal(size=(2, 4, 1))
    values[0, 3, 0] = np.nan
    panel, scope = panel_from(values)
    table = pair_distances(panel, scope, Options(), scope.among)
    assert table.loc[2000].isna().sum() == 3
    assert table.loc[2001].notna().all()
    assert region_dispersion(panel, scope, Options(), scope.among)["value"].isna().tolist() == [True, False]


def test_near_zero_mean_is_flagged_and_has_alternatives() -> None:
    values = np.array([[[10.0, 1.0], [20.0, -1.0], [30.0, 0.1]]])
    panel, scope = panel_from(values)
    table = region_dispersion(panel, scope, Options(), scope.among)
    assert table["flag"].iloc[0] == "mean near zero: i1"
    assert np.isclose(table["value"].iloc[0], table[["i0", "i1"]].iloc[0].mean())
    assert np.isclose(table["i0"].iloc[0], values[0, :, 0].std() / 20)
    points = region_dispersion(panel, scope, Options(dispersion="points"), scope.among)
    assert np.isclose(points["i1"].iloc[0], values[0, :, 1].std()) and points["flag"].iloc[0] == ""
    with pytest.raises(TableError, match="i1"):
        region_dispersion(panel, scope, Options(dispersion="log"), scope.among)


def test_a_mean_of_zero_is_a_gap() -> None:
    panel, scope = panel_from(np.array([[[1.0], [-1.0]]]))
    table = region_dispersion(panel, scope, Options(), scope.among)
    assert np.isnan(table["value"].iloc[0]) and table["flag"].iloc[0]


def test_logs_of_rates_are_of_growth_factors() -> None:
    rows = [Indicator(c, 2000, "gdp_growth_pct", "annual %", v, "") for c, v in (("kz", -5.0), ("ru", 10.0))]
    scope = Scope(("gdp_growth_pct",), (2000,), ("kz", "ru"))
    z = normalised(panel_of(rows), scope, Options(transform="log"), scope.among)
    assert np.allclose(z.values[0, :, 0], [-1.0, 1.0])


def test_an_empty_base_is_an_error() -> None:
    panel, scope = panel_from(BY_HAND)
    with pytest.raises(TableError, match="--among"):
        pair_distance(panel, Scope(scope.indicators, scope.years, ()), Options(), "c0", "c1")


def test_one_country_is_no_region() -> None:
    panel, scope = panel_from(BY_HAND)
    with pytest.raises(TableError, match="two countries"):
        region_dispersion(panel, scope, Options(), ("c0",))
    with pytest.raises(TableError, match="beside"):
        country_distance(panel, scope, Options(), "c0", ["c0"])
