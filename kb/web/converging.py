"""A question of convergence, as an address puts it, and figures in; series by year and what they rest on out."""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import pandas as pd

from kb.convergence.countries import country_name
from kb.convergence.distances import (
    Scope,
    country_distance,
    pair_distances,
    region_dispersion,
)
from kb.convergence.institutional import Institutions
from kb.convergence.panel import common_years, complete_countries, panel_of
from kb.errors import FiguresError
from kb.model import Indicator
from kb.web.asking import Answer, Question, Values
from kb.web.converging_groups import clubs_answer, points_answer
from kb.web.converging_index import index_answer


def answer(
    records: Sequence[Indicator], asked: Question, lang: str, institutions: Institutions | None = None
) -> Answer:
    """`institutions` are asked for by an index with an institutional block alone."""
    wanted = [r for r in records if r.indicator in asked.indicators]
    panel = panel_of(wanted)
    region = {c for inside in asked.by_year.values() for c in inside} if asked.kind in ("country", "region") else set()
    named = tuple(sorted({*(asked.countries if asked.kind != "region" else ()), *region})) or _whole(panel)
    if not named:
        raise FiguresError("no countries")
    years = _years(panel, asked, named)
    base = asked.among or _base(asked, panel, named, years)
    scope = Scope(asked.indicators, years, tuple(sorted(base)))
    sources = tuple(sorted({r.source for r in wanted if r.country in {*named, *scope.among} and r.source}))
    if asked.kind == "index":
        return index_answer((records, panel), Answer(scope, sources), asked, named, institutions)
    return _MEASURES[asked.kind](panel, Answer(scope, sources), asked, named, lang)


def _whole(panel: pd.DataFrame) -> tuple[str, ...]:
    """Countries with every indicator in some year."""
    return tuple(sorted(set(panel.dropna().index.get_level_values("country"))))


def _years(panel: pd.DataFrame, asked: Question, named: Sequence[str]) -> tuple[int, ...]:
    """Those asked for that have the figures; where none has, those asked for, and the answer says what is missing."""
    there = common_years(panel, asked.indicators, named)
    return tuple(year for year in there if year in asked.years) or asked.years or there


def _base(asked: Question, panel: pd.DataFrame, named: tuple[str, ...], years: tuple[int, ...]) -> tuple[str, ...]:
    if asked.kind == "region":
        return named
    return complete_countries(panel, asked.indicators, years)


def _pairs(panel: pd.DataFrame, empty: Answer, asked: Question, named: Sequence[str], lang: str) -> Answer:
    table = pair_distances(panel, empty.scope, asked.options, asked.countries)
    series = {
        f"{country_name(a, lang)} – {country_name(b, lang)}": _yearly(table[(a, b)])
        for a, b in combinations(asked.countries, 2)
    }
    return Answer(empty.scope, empty.sources, series)


def _country(panel: pd.DataFrame, empty: Answer, asked: Question, named: Sequence[str], lang: str) -> Answer:
    series = {country_name(c, lang): _to_region(panel, empty.scope, asked, c) for c in asked.countries}
    return Answer(empty.scope, empty.sources, series)


def _region(panel: pd.DataFrame, empty: Answer, asked: Question, named: Sequence[str], lang: str) -> Answer:
    """The one series has no name."""
    scope = empty.scope
    values: Values = []
    flags: dict[int, str] = {}
    tables = {inside: region_dispersion(panel, scope, asked.options, inside)
              for inside in {asked.region(year) for year in scope.years} if inside}  # fmt: skip
    for year in scope.years:
        row = tables[inside].loc[year] if (inside := asked.region(year)) in tables else None
        values.append((year, None if row is None else _number(row["value"])))
        if row is not None and row["flag"]:
            flags[year] = str(row["flag"])
    return Answer(scope, empty.sources, {"": values}, flags)


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


_MEASURES: Mapping[str, Callable[[pd.DataFrame, Answer, Question, Sequence[str], str], Answer]] = {
    "pairs": _pairs, "heat": _pairs, "country": _country, "region": _region, "points": points_answer,
    "clubs": clubs_answer,
}  # fmt: skip
