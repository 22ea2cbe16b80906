"""Figures in, a panel out: a frame with rows (year, country), one column an indicator, in the indicator's own unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kb.errors import FiguresError, TableError
from kb.model import Indicator

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cube:
    """A panel as numbers: `values[t, n, k]` is indicator k of country n in year t, NaN where it is missing."""

    values: Floats
    years: tuple[int, ...]
    countries: tuple[str, ...]
    indicators: tuple[str, ...]

    def of(self, countries: Iterable[str]) -> Floats:
        """The part of some countries, in their order."""
        return self.values[:, [self.countries.index(country) for country in countries], :]


def panel_of(records: Iterable[Indicator]) -> pd.DataFrame:
    """Index (year, country), columns the indicators; NaN where there is no figure."""
    rows = [(r.year, r.country, r.indicator, r.value) for r in records]
    long = pd.DataFrame(rows, columns=["year", "country", "indicator", "value"])
    if long.duplicated(["year", "country", "indicator"]).any():
        raise TableError("a panel with two values for one country, year and indicator")
    return long.pivot(index=["year", "country"], columns="indicator", values="value").sort_index()


def cube_of(panel: pd.DataFrame, indicators: Sequence[str], countries: Sequence[str], years: Sequence[int]) -> Cube:
    """The part of a panel that is asked for; what the panel lacks is NaN."""
    missing = [indicator for indicator in indicators if indicator not in panel.columns]
    if missing:
        there = tuple(map(str, panel.columns)) or "–"
        raise FiguresError("no figures for {indicators}; there are: {known_indicators}", indicators=missing,
                           known_indicators=there)  # fmt: skip
    index = pd.MultiIndex.from_product([years, countries], names=["year", "country"])
    values = panel.reindex(index)[list(indicators)].to_numpy(dtype=np.float64)
    shape = (len(years), len(countries), len(indicators))
    return Cube(values.reshape(shape), tuple(years), tuple(countries), tuple(indicators))


def complete_countries(panel: pd.DataFrame, indicators: Sequence[str], years: Sequence[int]) -> tuple[str, ...]:
    """The countries with a value of every indicator in every year, in alphabetical order."""
    countries = sorted(set(panel.index.get_level_values("country")))
    there = ~np.isnan(cube_of(panel, indicators, countries, years).values)
    return tuple(c for c, whole in zip(countries, np.atleast_1d(there.all(axis=(0, 2))), strict=True) if whole)


def common_years(panel: pd.DataFrame, indicators: Sequence[str], countries: Sequence[str]) -> tuple[int, ...]:
    """From the first to the last year in which all these countries have all these indicators."""
    years = sorted(set(panel.index.get_level_values("year")))
    there = ~np.isnan(cube_of(panel, indicators, countries, years).values)
    found = [year for year, whole in zip(years, np.atleast_1d(there.all(axis=(1, 2))), strict=True) if whole]
    if not found:
        raise FiguresError("no year in which {countries} have all of {indicators}", countries=tuple(countries),
                           indicators=tuple(indicators))  # fmt: skip
    return tuple(range(found[0], found[-1] + 1))


def gaps(cube: Cube) -> list[tuple[str, str, int]]:
    """(indicator, country, year) of each missing value."""
    return [
        (cube.indicators[k], cube.countries[n], cube.years[t])
        for t, n, k in zip(*np.nonzero(np.isnan(cube.values)), strict=True)
    ]


def interpolate(panel: pd.DataFrame, years: Sequence[int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Straight lines over inner gaps, never beyond the first and last value; and a frame that marks what was made."""
    countries = sorted(set(panel.index.get_level_values("country")))
    every = sorted({*years, *panel.index.get_level_values("year")})
    whole = panel.reindex(pd.MultiIndex.from_product([every, countries], names=["year", "country"]))
    filled = pd.concat({column: _filled(whole[column]) for column in whole.columns}, axis=1)
    filled.columns = whole.columns
    return filled, whole.isna() & filled.notna()


def _filled(series: "pd.Series[float]") -> "pd.Series[float]":
    years = pd.Index(series.index.get_level_values("year").unique())
    wide = pd.DataFrame(series.to_numpy().reshape(len(years), -1), index=years)
    made = wide.interpolate(method="index", limit_area="inside")
    return pd.Series(made.to_numpy().ravel(), index=series.index)
