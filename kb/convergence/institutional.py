"""Memberships, stages and instruments in force from the knowledge base in, the depth of shared institutions out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from kb.convergence.panel import Floats
from kb.convergence.regions import holds
from kb.convergence.tables import read_yaml

Row = Mapping[str, Any]
_NO_STAGE = "none"


@cache
def stage_weights() -> Mapping[str, float]:
    return {stage: float(weight) for stage, weight in read_yaml("stages.yml").items()}


@dataclass(frozen=True, slots=True)
class Institutions:
    """Rows of the knowledge base: `spells` of memberships, `stages` reached by bodies, `parties` to instruments."""

    spells: Sequence[Row]
    stages: Sequence[Row] = ()
    parties: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class DepthOptions:
    """bodies: only these, all where empty. statuses: which count as belonging. member_for: as for regions.

    instrument_weight: what an instrument in force between two countries weighs beside a body without a stage.
    """

    bodies: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("member",)
    member_for: str = "end"
    instrument_weight: float = 0.25
    weights: Mapping[str, float] = field(default_factory=stage_weights)


def pair_depth(
    institutions: Institutions, countries: Sequence[str], years: Sequence[int], options: DepthOptions | None = None
) -> pd.DataFrame:
    """Rows years, columns pairs (a, b) in the order of `countries`.

    D_ab(t) = Σ over shared bodies of w(deepest stage by t) + w_instrument · shared instruments in force. A rise means
    closer ties. Bodies that stand side by side count each.
    """
    options = options or DepthOptions()
    shared = _shared_bodies(institutions, countries, years, options)
    shared += options.instrument_weight * _shared_instruments(institutions.parties, countries, years)
    pairs = list(combinations(range(len(countries)), 2))
    first, second = [list(side) for side in zip(*pairs, strict=True)] if pairs else ([], [])
    columns = pd.MultiIndex.from_tuples([(countries[a], countries[b]) for a, b in pairs], names=["a", "b"])
    return pd.DataFrame(shared[:, first, second], index=pd.Index(years, name="year"), columns=columns)


def _shared_bodies(
    institutions: Institutions, countries: Sequence[str], years: Sequence[int], options: DepthOptions
) -> Floats:
    spells = [row for row in institutions.spells if row["status"] in options.statuses]
    bodies = sorted({row["organization_id"] for row in spells if not options.bodies or _wanted(row, options)})
    place = {country: n for n, country in enumerate(countries)}
    belongs = np.zeros((len(years), len(countries), len(bodies)))
    for row in spells:
        if row["member_id"] in place and row["organization_id"] in bodies:
            inside = [t for t, year in enumerate(years) if holds(row, year, options.member_for)]
            belongs[inside, place[row["member_id"]], bodies.index(row["organization_id"])] = 1
    weights = _weights(institutions.stages, bodies, years, options)
    return np.asarray(np.einsum("tab,tcb,tb->tac", belongs, belongs, weights))


def _wanted(row: Row, options: DepthOptions) -> bool:
    return row["organization_id"] in options.bodies


def _weights(stages: Sequence[Row], bodies: Sequence[str], years: Sequence[int], options: DepthOptions) -> Floats:
    """Of each body by year: the weight of the deepest stage that it has reached."""
    weights = np.full((len(years), len(bodies)), float(options.weights[_NO_STAGE]))
    for row in stages:
        weight = options.weights.get(row["stage"])
        if weight is not None and row["organization_id"] in bodies:
            body = bodies.index(row["organization_id"])
            reached = [t for t, year in enumerate(years) if row["earliest"] <= f"{year:04}-12-31"]
            weights[reached, body] = np.maximum(weights[reached, body], weight)
    return weights


def _shared_instruments(parties: Iterable[Row], countries: Sequence[str], years: Sequence[int]) -> Floats:
    rows = [row for row in parties if row["country"] in countries]
    instruments = sorted({row["instrument_id"] for row in rows})
    in_force = np.zeros((len(years), len(countries), len(instruments)))
    for row in rows:
        there = [
            t for t, year in enumerate(years)
            if row["start"] <= f"{year:04}-12-31" and not (row["end"] and row["end"] <= f"{year:04}-12-31")
        ]  # fmt: skip
        in_force[there, list(countries).index(row["country"]), instruments.index(row["instrument_id"])] = 1
    return np.asarray(np.einsum("tai,tci->tac", in_force, in_force))


def within(depth: pd.DataFrame) -> "pd.Series[float]":
    """The mean over all pairs by year: the level inside a group."""
    return depth.mean(axis=1)


def with_group(depth: pd.DataFrame, country: str) -> "pd.Series[float]":
    """The mean over the pairs of one country by year."""
    return depth[[pair for pair in depth.columns if country in pair]].mean(axis=1)
