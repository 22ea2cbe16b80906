"""A question of convergence, as an address puts it, and figures in; series by year and what they rest on out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from kb.convergence.countries import country_name
from kb.convergence.distances import (
    Options,
    Scope,
    country_distance,
    pair_distances,
    region_dispersion,
)
from kb.convergence.panel import common_years, complete_countries, panel_of
from kb.errors import TableError
from kb.model import Indicator

Values = list[tuple[int, float | None]]
KINDS = ("pairs", "country", "region")


@dataclass(frozen=True, slots=True)
class Question:
    """`years` empty means all that have the figures; `by_year` is the region of each year, or one for all under 0."""

    kind: str
    countries: tuple[str, ...]
    indicators: tuple[str, ...]
    years: tuple[int, ...]
    by_year: dict[int, tuple[str, ...]]
    options: Options
    among: tuple[str, ...] = ()

    def region(self, year: int) -> tuple[str, ...]:
        return self.by_year.get(year, self.by_year.get(0, ()))


@dataclass(frozen=True, slots=True)
class Answer:
    series: dict[str, Values]
    scope: Scope
    sources: tuple[str, ...]
    flags: dict[int, str]


def answer(records: Sequence[Indicator], asked: Question, lang: str) -> Answer:
    wanted = [r for r in records if r.indicator in asked.indicators]
    panel = panel_of(wanted)
    region = {c for inside in asked.by_year.values() for c in inside} if asked.kind != "pairs" else set()
    named = tuple(sorted({*(asked.countries if asked.kind != "region" else ()), *region}))
    if not named:
        raise TableError("no countries")
    years = asked.years or common_years(panel, asked.indicators, named)
    base = asked.among or (named if asked.kind == "region" else complete_countries(panel, asked.indicators, years))
    scope = Scope(asked.indicators, years, tuple(sorted(base)))
    series, flags = _measured(panel, scope, asked, lang)
    sources = tuple(sorted({r.source for r in wanted if r.country in {*named, *scope.among} and r.source}))
    return Answer(series, scope, sources, flags)


def _measured(
    panel: pd.DataFrame, scope: Scope, asked: Question, lang: str
) -> tuple[dict[str, Values], dict[int, str]]:
    if asked.kind == "pairs":
        table = pair_distances(panel, scope, asked.options, asked.countries)
        return {
            f"{country_name(a, lang)} – {country_name(b, lang)}": _yearly(table[(a, b)])
            for a, b in combinations(asked.countries, 2)
        }, {}
    if asked.kind == "country":
        return {country_name(c, lang): _to_region(panel, scope, asked, c) for c in asked.countries}, {}
    values: Values = []
    flags: dict[int, str] = {}
    tables = {inside: region_dispersion(panel, scope, asked.options, inside)
              for inside in {asked.region(year) for year in scope.years} if inside}  # fmt: skip
    for year in scope.years:
        row = tables[inside].loc[year] if (inside := asked.region(year)) in tables else None
        values.append((year, None if row is None else _number(row["value"])))
        if row is not None and row["flag"]:
            flags[year] = str(row["flag"])
    return {"": values}, flags


def _to_region(panel: pd.DataFrame, scope: Scope, asked: Question, country: str) -> Values:
    regions = {asked.region(year) for year in scope.years} - {()}
    found = {inside: country_distance(panel, scope, asked.options, country, inside) for inside in regions}
    return [
        (year, _number(found[inside].loc[year]) if (inside := asked.region(year)) in found else None)
        for year in scope.years
    ]


def _yearly(column: "pd.Series[float]") -> Values:
    return [(int(year), _number(value)) for year, value in zip(column.index, column.to_numpy(), strict=True)]


def _number(value: object) -> float | None:
    number = float(value)  # type: ignore[arg-type]
    return None if math.isnan(number) else number
