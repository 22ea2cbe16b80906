"""A panel and options in, the three measures of the SIEI out: pair, country and region, region; a fall is convergence.

Source of the formulas: the convergence block of the System of Indicators of Eurasian Integration (Eurasian Development
Bank 2009), each country a point whose coordinates are normalised indicators.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from kb.convergence.panel import Cube, Floats, cube_of
from kb.convergence.tables import known_indicators
from kb.errors import FiguresError

# A deviation this much smaller than the mean is rounding, not difference.
_ROUNDING = 1e-12
# How a flag begins; the indicators follow.
NEAR_ZERO = "mean near zero: "


@dataclass(frozen=True, slots=True)
class Options:
    """Every choice that the description of the SIEI leaves open.

    normalise: `pooled`, one mean and deviation over all years, so that a country's path stays visible; `year`, anew
        each year, so that only the order within a year counts. sd: `population` (n) or `sample` (n − 1).
    inside: the country is part of the mean of its own region. constant: an indicator without any deviation keeps
        nobody apart (`zero`) or makes the year a gap (`gap`). transform: `log` of positive levels, of 1 + x/100 for
        rates. dispersion: `cv` (moduli of coefficients of variation), `points` (deviations in the indicator's unit) or
        `log` (deviations of logs). near_zero: a mean smaller than this share of the deviation is flagged.
    """

    normalise: str = "pooled"
    sd: str = "population"
    inside: bool = True
    constant: str = "zero"
    transform: str = "none"
    dispersion: str = "cv"
    near_zero: float = 0.5

    @property
    def ddof(self) -> int:
        return {"population": 0, "sample": 1}[self.sd]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at. `among` is the set of countries that gives mean and deviation, and nothing outside does."""

    indicators: tuple[str, ...]
    years: tuple[int, ...]
    among: tuple[str, ...]


def pair_distances(panel: pd.DataFrame, scope: Scope, options: Options, countries: Sequence[str]) -> pd.DataFrame:
    """Distances of all pairs, in deviations: rows years, columns (a, b) with a before b in `countries`.

    d_ab(t) = sqrt(Σ_k (z_akt − z_bkt)²).
    """
    z = normalised(panel, scope, options, countries)
    pairs = pairs_of(z.countries)
    values = _apart(z.values)
    columns = pd.MultiIndex.from_tuples(pairs, names=["a", "b"]) if pairs else pd.MultiIndex.from_arrays([[], []])
    return pd.DataFrame(values, index=pd.Index(z.years, name="year"), columns=columns)


def _apart(points: Floats) -> Floats:
    """`[t, p]` from `[t, n, k]`. One indicator after the other keeps the work inside the processor's cache."""
    first, second = np.triu_indices(points.shape[1], 1)
    squares = np.zeros((points.shape[0], first.size))
    for coordinates in np.ascontiguousarray(np.moveaxis(points, 2, 0)):
        differences = coordinates[:, first] - coordinates[:, second]
        squares += differences * differences
    return np.sqrt(squares)


def pairs_of(countries: Sequence[str]) -> list[tuple[str, str]]:
    """Each pair once, in the order of `countries`."""
    return list(combinations(countries, 2))


def pair_distance(panel: pd.DataFrame, scope: Scope, options: Options, a: str, b: str) -> pd.Series:
    """The distance of two countries by year, in deviations; of a country to itself it is zero."""
    z = normalised(panel, scope, options, tuple(dict.fromkeys((a, b))))
    points = z.of((a, b))
    return _series(np.sqrt(((points[:, 0] - points[:, 1]) ** 2).sum(axis=1)), z)


def region_of(country: str, region: Sequence[str], options: Options) -> tuple[str, ...]:
    """The countries whose mean is the region's point: the country once, listed or not, or never."""
    others = sorted(set(region) - {country})
    return tuple(sorted({country, *others})) if options.inside else tuple(others)


def country_distance(
    panel: pd.DataFrame, scope: Scope, options: Options, country: str, region: Sequence[str]
) -> pd.Series:
    """The distance of a country to the mean point of its region by year, in deviations.

    d_aR(t) = sqrt(Σ_k (z_akt − mean over R of z_ikt)²).
    """
    inside = region_of(country, region, options)
    if set(region) <= {country}:
        raise FiguresError("a region needs at least one country beside the one that is compared with it")
    z = normalised(panel, scope, options, tuple(dict.fromkeys((country, *inside))))
    centre = z.of(inside).mean(axis=1)
    return _series(np.sqrt(((z.of([country])[:, 0] - centre) ** 2).sum(axis=1)), z)


def distances_to_centre(z: Cube) -> Floats:
    """`[t, n]`: of each country to the mean point of all."""
    return np.asarray(np.sqrt(((z.values - z.values.mean(axis=1, keepdims=True)) ** 2).sum(axis=2)))


def region_dispersion(panel: pd.DataFrame, scope: Scope, options: Options, region: Sequence[str]) -> pd.DataFrame:
    """Rows years; `value` the plain mean over indicators of |deviation / mean| in the region, in its own units.

    A column for each indicator, and `flag`, which names the indicators whose mean is near zero: there the coefficient
    of variation says nothing, and a reader should look at deviations in points or of logs.
    """
    if len(region) < 2:
        raise FiguresError("a region needs two countries and more")
    cube = cube_of(panel, scope.indicators, region, scope.years)
    values = _logs(cube).values if options.dispersion == "log" else cube.values
    means, deviations = values.mean(axis=1), _deviations(values, 1, options)
    if options.dispersion == "cv":
        measured = np.divide(deviations, np.abs(means), out=np.full_like(means, np.nan), where=means != 0)
    else:
        measured = deviations
    table = pd.DataFrame(measured, index=pd.Index(cube.years, name="year"), columns=list(cube.indicators))
    table.insert(0, "value", measured.mean(axis=1))
    near = np.abs(means) < options.near_zero * deviations
    flags = [_flag(row, cube.indicators) if options.dispersion == "cv" else "" for row in near]
    table["flag"] = flags
    return table


def _flag(near: Sequence[bool], indicators: Sequence[str]) -> str:
    named = [indicator for indicator, flagged in zip(indicators, near, strict=True) if flagged]
    return f"{NEAR_ZERO}{', '.join(named)}" if named else ""


def normalised(panel: pd.DataFrame, scope: Scope, options: Options, countries: Sequence[str]) -> Cube:
    """z = (x − mean) / deviation, of `scope.among` × `scope.years` or of each year; for `countries`, a cube."""
    if not scope.among:
        raise FiguresError("no countries to take mean and deviation from: name them with --among")
    base, cube = (cube_of(panel, scope.indicators, names, scope.years) for names in (scope.among, countries))
    if options.transform == "log":
        base, cube = _logs(base), _logs(cube)
    axes = (0, 1) if options.normalise == "pooled" else 1
    # A gap in the base leaves its mean to the values that are there: it shows as a gap of its own country alone.
    counted = np.maximum((~np.isnan(base.values)).sum(axis=axes, keepdims=True), 1)
    means = np.nansum(base.values, axis=axes, keepdims=True) / counted
    deviations = _deviations(base.values, axes, options, keepdims=True)
    flat = deviations <= _ROUNDING * np.abs(means)
    differences = cube.values - means
    z = np.divide(differences, deviations, out=np.full_like(cube.values, np.nan), where=~flat)
    if options.constant == "zero":
        z = np.where(flat & ~np.isnan(cube.values), 0.0, z)
    return Cube(z, cube.years, cube.countries, cube.indicators)


def _deviations(values: Floats, axes: int | tuple[int, int], options: Options, keepdims: bool = False) -> Floats:
    """NaN where fewer values are there than the formula needs."""
    there = (~np.isnan(values)).sum(axis=axes, keepdims=True)
    means = np.nansum(values, axis=axes, keepdims=True) / np.maximum(there, 1)
    squares = np.nansum((values - means) ** 2, axis=axes, keepdims=True)
    degrees = there - options.ddof
    found: Floats = np.sqrt(np.divide(squares, degrees, out=np.full(squares.shape, np.nan), where=degrees > 0))
    if not keepdims:
        # In a region each country counts: a gap of one is a gap of the year.
        return np.where((there == values.shape[1]), found, np.nan).squeeze(axis=axes)
    return found


def _logs(cube: Cube) -> Cube:
    """Logs of levels; for rates in per cent the log of the growth factor."""
    rates = [k for k, i in enumerate(cube.indicators) if (known := known_indicators().get(i)) and known.rate]
    values = cube.values.copy()
    values[:, :, rates] = 1 + values[:, :, rates] / 100
    low = np.nonzero((values <= 0).any(axis=(0, 1)))[0]
    if low.size:
        raise FiguresError("no logarithm of {indicator}: it is zero or less in some year",
                           indicator=cube.indicators[low[0]])  # fmt: skip
    return Cube(np.log(values), cube.years, cube.countries, cube.indicators)


def _series(values: Floats, cube: Cube) -> pd.Series:
    return pd.Series(values, index=pd.Index(cube.years, name="year"), name="value")
