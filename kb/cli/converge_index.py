"""Blocks asked for in, rows of the consolidated index of pairs by year out."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kb.cli.converge_blocks import institutional_depth, market_request, numbers
from kb.cli.converge_request import Request, request
from kb.convergence.composite import IndexOptions
from kb.convergence.distances import pair_distances
from kb.convergence.market import pair_ties
from kb.convergence.panel import cube_of
from kb.convergence.yearly_index import Uncertainty, joined, rows_of_year
from kb.errors import TableError


def index_rows(wanted: Sequence[str], given: Mapping[str, Any]) -> tuple[Request, list[dict[str, Any]]]:
    """One row for each year and pair without gaps in the blocks, the most integrated first."""
    found = request(given, ())
    table = joined({name: _block(name, found, given) for name in wanted})
    weights: Any = given["weights"] if given["weights"] in {"equal", "pca"} else numbers(given["weights"])
    options = IndexOptions(given["scale"], weights, given["aggregate"])
    base = table if given["base"] == "years" else None
    vary = Uncertainty(given["draws"], given["seed"])
    years = sorted({int(year) for year in table.index.get_level_values(0)})
    return found, [row for year in years for row in rows_of_year(table, year, options, base, vary)]


def _block(name: str, found: Request, given: Mapping[str, Any]) -> pd.DataFrame:
    """Rows years, columns pairs in alphabetical order; more is more integrated."""
    scope = found.scope
    asked = {**given, "among": ",".join(scope.among), "years": f"{scope.years[0]}-{scope.years[-1]}"}
    if name == "convergence":
        return -pair_distances(found.panel, scope, found.options, scope.among)
    if name == "institutional":
        return institutional_depth(asked, ())[1]
    market = {"flows_file": None, "flow": None, "per": "population", "mean": "geometric", "measure": "ties",
              "unreported": "gap"}  # fmt: skip
    _, flows, sizes = market_request((), {**asked, **market})
    if sizes is None:
        raise TableError("no population to relate flows to")
    return pair_ties(flows, cube_of(sizes, ("population",), flows.countries, flows.years).values[:, :, 0])
