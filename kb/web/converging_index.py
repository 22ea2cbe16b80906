"""The consolidated index of pairs: figures, memberships and a question in, the ranks of one year and all values out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from kb.convergence.bilateral import shipped_flows
from kb.convergence.composite import consolidated
from kb.convergence.distances import Scope, pair_distances
from kb.convergence.institutional import Institutions, pair_depth
from kb.convergence.market import flows_of, pair_ties
from kb.convergence.panel import cube_of, panel_of
from kb.convergence.yearly_index import Uncertainty, joined, rows_of_year
from kb.errors import FiguresError
from kb.model import Indicator
from kb.web.asking import Answer, Question

_SIZE = "population"
_DRAWS = Uncertainty(1000, 0)

Figures = tuple[Sequence[Indicator], pd.DataFrame]


def index_answer(
    figures: Figures, empty: Answer, asked: Question, named: tuple[str, ...], known: Institutions | None
) -> Answer:
    """Rows are the pairs of the year looked at, the most integrated first; series the index of each pair by year."""
    countries = tuple(sorted(named))
    table = joined({name: _block(name, figures, empty.scope, (asked, countries, known)) for name in asked.blocks})
    years = sorted({int(year) for year in table.index.get_level_values(0)})
    year = asked.year if asked.year in years else years[-1]
    rows = rows_of_year(table, year, asked.index, table, _DRAWS)
    series: dict[str, list[tuple[int, float | None]]] = {}
    for one in years:
        values = consolidated(table.loc[[one]].droplevel(0), asked.index, table)
        for pair, value in zip(values.index, values.to_numpy(), strict=True):
            series.setdefault(" ".join(map(str, pair)), []).append((one, float(value)))
    about: dict[str, Any] = {"year": year, "years": years, "draws": _DRAWS.draws}
    return replace(empty, series=series, rows=rows, about=about)


def _block(name: str, figures: Figures, scope: Scope, rest: tuple[Question, tuple[str, ...], Institutions | None]
           ) -> pd.DataFrame:  # fmt: skip
    """Rows years, columns pairs in alphabetical order; more is more integrated."""
    asked, countries, known = rest
    records, panel = figures
    if name == "convergence":
        return -pair_distances(panel, scope, asked.options, countries)
    if name == "institutional" and known is not None:
        return pair_depth(known, countries, scope.years)
    return _market(records, countries, scope.years)


def _market(records: Sequence[Indicator], countries: tuple[str, ...], years: Sequence[int]) -> pd.DataFrame:
    """Ties by the migrants that ship, in per cent of the populations."""
    table = shipped_flows()
    indicator = str(table["indicator"].iloc[0])
    there = sorted({int(year) for year in table.loc[table["indicator"] == indicator, "year"]} & set(years))
    if not there:
        raise FiguresError("the table of flows has none of these years")
    flows = flows_of(table, indicator, countries, there)
    sizes = panel_of([r for r in records if r.indicator == _SIZE])
    if _SIZE not in sizes.columns:
        raise FiguresError("no population to relate flows to")
    return pair_ties(flows, np.asarray(cube_of(sizes, (_SIZE,), countries, there).values[:, :, 0]))
