"""Blocks of pairs by year in, rows of the consolidated index out: ranks, and how they change with the choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kb.convergence.composite import IndexOptions, consolidated, leave_one_out, monte_carlo, ranks
from kb.errors import FiguresError


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """How often choices are drawn; no draws, no ranges of ranks."""

    draws: int = 1000
    seed: int = 0


def joined(parts: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Rows (year, a, b), a column for each block, only where all are known; `parts` have years and pairs (a, b)."""
    table = pd.DataFrame({name: part.stack(["a", "b"], future_stack=True) for name, part in parts.items()}).dropna()
    if table.empty:
        raise FiguresError("no year in which {blocks} are all known", blocks=tuple(parts))
    return table


def rows_of_year(
    table: pd.DataFrame, year: int, options: IndexOptions, base: pd.DataFrame | None, vary: Uncertainty
) -> list[dict[str, Any]]:
    """One row for each pair of a year of `table` as `joined` makes it, the most integrated first."""
    blocks = table.loc[[year]].droplevel(0)
    values = consolidated(blocks, options, base)
    found = pd.DataFrame({"value": values, "rank": ranks(values)})
    if vary.draws:
        found = found.join(monte_carlo(blocks, vary.draws, vary.seed))
    if blocks.shape[1] > 1:
        found = found.join(leave_one_out(blocks, options).add_prefix("rank_without_"))
    found = found.join(blocks).sort_values(["rank"], kind="stable")
    rows = []
    for (a, b), row in zip(found.index, found.to_dict("records"), strict=True):
        rest = {str(key): value for key, value in row.items() if key != "value"}
        rows.append({"year": year, "value": row["value"], "a": a, "b": b, **rest})
    return rows
