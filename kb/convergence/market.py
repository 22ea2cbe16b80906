"""Flows between pairs of countries and the countries' sizes in, the market block of the SIEI out; a rise means ties.

A flow cube is `values[t, i, j]`, from i to j, NaN where the table has no row. What two countries mean to each other is
taken from both sides and averaged by a mean that falls with their difference, so that one-sided dependence scores
lower than mutual dependence of the same volume.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from kb.convergence.panel import Floats
from kb.errors import FiguresError, TableError

WORLD = "world"


def _harmonic(a: Floats, b: Floats) -> Floats:
    total = a + b
    return np.divide(2 * a * b, total, out=np.zeros_like(total), where=total != 0)


MEANS: dict[str, Callable[[Floats, Floats], Floats]] = {
    "geometric": lambda a, b: np.sqrt(a * b),
    "harmonic": _harmonic,
    "minimum": np.minimum,
    "arithmetic": lambda a, b: (a + b) / 2,
}


@dataclass(frozen=True, slots=True)
class Flows:
    """What moves between countries; `totals[t, i]` with the world where the table has it, else with all listed."""

    values: Floats
    totals: Floats
    years: tuple[int, ...]
    countries: tuple[str, ...]

    @property
    def mutual(self) -> Floats:
        """Both directions of each pair; a missing direction leaves the pair missing."""
        both = self.values + self.values.transpose(0, 2, 1)
        diagonal = np.arange(len(self.countries))
        both[:, diagonal, diagonal] = 0.0
        return both

    def index(self) -> "pd.Index[int]":
        return pd.Index(self.years, name="year")


def flows_of(
    table: pd.DataFrame, indicator: str, countries: Sequence[str], years: Sequence[int], unreported: str = "gap"
) -> Flows:
    """`table`: columns origin, destination, year, indicator, value; `world` on one side holds a country's total.

    A pair that the table does not name is a gap, or with `zero` a flow of nothing.
    """
    rows = table[table["indicator"] == indicator]
    if rows.empty:
        raise FiguresError("no flows of {indicator}", indicator=indicator)
    wide = rows.set_index(["year", "origin", "destination"])["value"]
    index = pd.MultiIndex.from_product([years, countries, countries])
    values = wide.reindex(index).to_numpy(dtype=np.float64).reshape(len(years), len(countries), len(countries))
    if unreported == "zero":
        values = np.nan_to_num(values)
    return Flows(values, _totals(rows, values, countries, years), tuple(years), tuple(countries))


def _totals(rows: pd.DataFrame, values: Floats, countries: Sequence[str], years: Sequence[int]) -> Floats:
    out = rows[rows["destination"] == WORLD].set_index(["year", "origin"])["value"]
    into = rows[rows["origin"] == WORLD].set_index(["year", "destination"])["value"]
    if out.empty and into.empty:
        others = np.nansum(values, axis=2) + np.nansum(values, axis=1)
        return np.asarray(others)
    index = pd.MultiIndex.from_product([years, countries])
    total = out.reindex(index).to_numpy(dtype=np.float64) + into.reindex(index).to_numpy(dtype=np.float64)
    return np.asarray(total.reshape(len(years), len(countries)))


def pair_ties(flows: Flows, sizes: Floats, mean: str = "geometric") -> pd.DataFrame:
    """Rows years, columns pairs, in per cent: mean of m_ab/size_a and m_ab/size_b, m the mutual flow.

    `sizes[t, i]` in the unit of the flow: GDP, population, or `flows.totals`.
    """
    mutual = flows.mutual
    scores = MEANS[mean](_share(mutual, sizes[:, :, None]), _share(mutual, sizes[:, None, :]))
    return _pairs(flows, 100 * scores)


def group_ties(
    flows: Flows, sizes: Floats, country: str, group: Sequence[str], mean: str = "geometric"
) -> "pd.Series[float]":
    """A country and a group by year, in per cent: their mutual flow over the country's size and over the group's."""
    a = flows.countries.index(country)
    others = [flows.countries.index(other) for other in group if other != country]
    mutual = flows.mutual[:, a, others].sum(axis=1)
    scores = MEANS[mean](_share(mutual, sizes[:, a]), _share(mutual, sizes[:, others].sum(axis=1)))
    return pd.Series(100 * scores, index=flows.index(), name="value")


def within_ties(flows: Flows, sizes: Floats, mean: str = "geometric") -> "pd.Series[float]":
    """The plain mean over countries of each one's ties with all others: the average level inside a group."""
    each = [group_ties(flows, sizes, country, flows.countries, mean) for country in flows.countries]
    return pd.concat(each, axis=1).mean(axis=1, skipna=False).rename("value")


def intensity(flows: Flows) -> pd.DataFrame:
    """Rows years, columns pairs: m_ab · M / (M_a · M_b), M_i totals, M their sum; 1 is what size alone explains."""
    totals = flows.totals
    world = totals.sum(axis=1)[:, None, None]
    return _pairs(flows, _share(flows.mutual * world, totals[:, :, None] * totals[:, None, :]))


def introversion(flows: Flows, region: Sequence[str]) -> "pd.Series[float]":
    """Symmetric introversion of a region by year, from −1 (only outward) over 0 to 1 (only inward), Iapadre (2006).

    With HI = (inner share of the region's flows) / (share of the region in the flows of the rest of the world) and
    HE the same of outer shares: (HI − HE) / (HI + HE).
    """
    inside = [flows.countries.index(country) for country in region]
    outside = [i for i in range(len(flows.countries)) if i not in inside]
    if not outside:
        raise TableError("introversion needs countries outside the region, or flows with the world")
    mutual, totals = flows.mutual, flows.totals
    own = totals[:, inside].sum(axis=1)
    inner = mutual[np.ix_(range(len(flows.years)), inside, inside)].sum(axis=(1, 2))
    rest = totals[:, outside].sum(axis=1)
    crossing = mutual[np.ix_(range(len(flows.years)), inside, outside)].sum(axis=(1, 2))
    inner_share, foreign_share = _share(inner, own), _share(crossing, rest)
    hi, he = _share(inner_share, foreign_share), _share(1 - inner_share, 1 - foreign_share)
    return pd.Series(_share(hi - he, hi + he), index=flows.index(), name="value")


def _share(part: Floats, whole: Floats) -> Floats:
    part, whole = np.broadcast_arrays(part, whole)
    return np.asarray(np.divide(part, whole, out=np.full(part.shape, np.nan), where=(whole != 0) & ~np.isnan(whole)))


def _pairs(flows: Flows, scores: Floats) -> pd.DataFrame:
    pairs = list(combinations(range(len(flows.countries)), 2))
    values = np.column_stack([scores[:, a, b] for a, b in pairs])
    names = [(flows.countries[a], flows.countries[b]) for a, b in pairs]
    return pd.DataFrame(values, index=flows.index(), columns=pd.MultiIndex.from_tuples(names, names=["a", "b"]))
