"""Blocks asked for in, rows of the consolidated index of pairs by year out."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kb.cli.converge_blocks import institutional_depth, market_request, numbers
from kb.cli.converge_request import Request, request
from kb.convergence.composite import IndexOptions, consolidated, leave_one_out, monte_carlo, ranks
from kb.convergence.distances import pair_distances
from kb.convergence.market import pair_ties
from kb.convergence.panel import cube_of
from kb.errors import TableError


def index_rows(wanted: Sequence[str], given: Mapping[str, Any]) -> tuple[Request, list[dict[str, Any]]]:
    """One row for each year and pair without gaps in the blocks, the most integrated first."""
    found = request(given, ())
    parts = {name: _block(name, found, given) for name in wanted}
    table = pd.DataFrame({name: part.stack(["a", "b"], future_stack=True) for name, part in parts.items()}).dropna()
    if table.empty:
        raise TableError(f"no year in which {', '.join(wanted)} are all known")
    weights: Any = given["weights"] if given["weights"] in {"equal", "pca"} else numbers(given["weights"])
    options = IndexOptions(given["scale"], weights, given["aggregate"])
    base = table if given["base"] == "years" else None
    rows: list[dict[str, Any]] = []
    for year, blocks in table.groupby(level=0):
        rows += _year(int(str(year)), blocks.droplevel(0), options, (base, given))
    return found, rows


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


def _year(year: int, blocks: pd.DataFrame, options: IndexOptions, rest: tuple[Any, ...]) -> list[dict[str, Any]]:
    base, given = rest
    values = consolidated(blocks, options, base)
    table = pd.DataFrame({"value": values, "rank": ranks(values)})
    if given["draws"]:
        table = table.join(monte_carlo(blocks, given["draws"], given["seed"]))
    if blocks.shape[1] > 1:
        table = table.join(leave_one_out(blocks, options).add_prefix("rank_without_"))
    table = table.join(blocks).sort_values(["rank"], kind="stable")
    rows = []
    for (a, b), row in zip(table.index, table.to_dict("records"), strict=True):
        rest_of = {str(k): v for k, v in row.items() if k != "value"}
        rows.append({"year": year, "value": row["value"], "a": a, "b": b, **rest_of})
    return rows
