"""What a command of `kb converge` was given in, the figures it needs out; and results to wherever they are wanted."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import click
import pandas as pd
from click.core import ParameterSource

from kb.cli.converge_options import listed, years_of
from kb.cli.output import note, print_rows
from kb.convergence.countries import country_codes
from kb.convergence.distances import Options, Scope
from kb.convergence.panel import common_years, complete_countries, cube_of, gaps, interpolate, panel_of
from kb.convergence.tables import labels, shipped_indicators
from kb.errors import KbError, TableError
from kb.model import Indicator
from kb.store.database import open_for_reading, open_for_writing
from kb.store.indicators import save_series
from kb.store.reader.indicators import indicators

_MANY = 6
_DIGITS = 5  # in tables for people; other formats give every digit


@dataclass(frozen=True, slots=True)
class Request:
    """Figures and choices of one call. `made` marks the values that were interpolated."""

    panel: pd.DataFrame
    scope: Scope
    options: Options
    given: Mapping[str, Any]
    made: pd.DataFrame | None = None
    sources: tuple[str, ...] = ()

    @property
    def lang(self) -> str:
        return str(self.given["lang"])

    def said(self, *more: str) -> dict[str, Any]:
        """The choices that a result depends on, for column `options`."""
        years = self.scope.years
        chosen = asdict(self.options) | {name: self.given[name] for name in more}
        chosen |= {"among": list(self.scope.among), "years": f"{years[0]}-{years[-1]}"}
        return chosen | {"missing": self.given["missing"]}


@dataclass(frozen=True, slots=True)
class Result:
    """Rows to print, and series to keep: (measure, a, b) -> (year, value); `about` is what a chart of them needs."""

    rows: list[dict[str, Any]]
    columns: tuple[str, ...]
    series: dict[tuple[str, str, str], list[tuple[int, float | None]]] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)


def load_records(given: Mapping[str, Any]) -> list[Indicator]:
    """Figures of the database; where it holds none, those that ship, and a line that says so."""
    db: Path = given["db"]
    named = click.get_current_context().get_parameter_source("db") is not ParameterSource.DEFAULT
    found: list[Indicator] = []
    if db.exists() or named:
        with open_for_reading(db) as conn:
            found = indicators(conn)
    if not found:
        note(f"{db} holds no figures: those that ship with the project are used (kb indicators load takes yours)")
        found = list(shipped_indicators())
    return found


def request(given: Mapping[str, Any], named: Sequence[str], chosen: Mapping[str, Any] | None = None) -> Request:
    """`named` are the countries that the question is about: they decide which years there are."""
    wanted = listed(given["indicators"])
    everything = load_records(given)
    records = [r for r in everything if r.indicator in wanted]
    unknown = set(wanted) - {r.indicator for r in records}
    if unknown:
        there = ", ".join(sorted({r.indicator for r in everything}))
        raise TableError(f"no figures for {', '.join(sorted(unknown))}; there are: {there}")
    panel = panel_of(records)
    among = country_codes(given["among"] or "")
    asked_years = years_of(given["years"])
    made = None
    if given["missing"] == "interpolate":
        panel, made = interpolate(panel, asked_years or sorted(set(panel.index.get_level_values("year"))))
    years = asked_years or common_years(panel, wanted, named or among or _everyone(panel))
    among = tuple(sorted(among)) or complete_countries(panel, wanted, years)
    options = Options(**{name: given[name] for name in ("normalise", "sd", "constant", "transform")})
    found = Request(panel, Scope(wanted, years, among), replace(options, **(chosen or {})), given, made)
    _tell(found, tuple(dict.fromkeys((*named, *among))))
    sources = {r.source for r in records if r.country in {*named, *among}} - {""}
    return replace(found, sources=tuple(sorted(sources)))


def _everyone(panel: pd.DataFrame) -> tuple[str, ...]:
    """Countries with every indicator in at least one year."""
    whole = panel.dropna()
    return tuple(sorted(set(whole.index.get_level_values("country"))))


def _tell(found: Request, countries: Sequence[str]) -> None:
    scope = found.scope
    note(f"among {len(scope.among)}: {', '.join(scope.among) or 'nobody'}; years {scope.years[0]}-{scope.years[-1]}")
    missing = gaps(cube_of(found.panel, scope.indicators, countries, scope.years))
    if missing:
        shown = ", ".join(f"{indicator} {country} {year}" for indicator, country, year in missing[:_MANY])
        more = f" and {len(missing) - _MANY} more" if len(missing) > _MANY else ""
        note(f"missing: {shown}{more}")


def emit(result: Result, found: Request, sign: str = "fall_is_convergence") -> None:
    """Rows to stdout, what they mean to stderr, series into the database."""
    note(labels(found.lang)[sign])
    form = found.given["form"]
    print_rows([_short(row) for row in result.rows] if form == "table" else result.rows, result.columns, form)
    if found.given["chart"]:
        from kb.cli.converge_chart import draw_result

        draw_result(result, found, sign)
    if found.given["save"] and result.series and found.given["db"].exists():
        _save(result, found)


def _short(row: Mapping[str, Any]) -> dict[str, Any]:
    return {k: f"{v:.{_DIGITS}g}" if isinstance(v, float) else v for k, v in row.items()}


def _save(result: Result, found: Request) -> None:
    options = canonical(result.said)
    indicator_set = ",".join(sorted(found.scope.indicators))
    series = [((*key, indicator_set, options), values) for key, values in result.series.items()]
    try:
        with open_for_writing(found.given["db"]) as conn:
            save_series(conn, series)
    except KbError as exc:
        note(f"not kept in table indices: {exc}")


def canonical(options: Mapping[str, Any]) -> str:
    return json.dumps(options, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def number(value: float) -> float | None:
    return None if math.isnan(value) else value


def yearly(values: "pd.Series[float]") -> list[tuple[int, float | None]]:
    return [(int(year), number(float(value))) for year, value in zip(values.index, values.to_numpy(), strict=True)]


def rows_of_table(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Year first, then the columns; NaN is None, so that every format shows it as nothing."""
    rows = []
    for year, row in zip(table.index, table.to_dict("records"), strict=True):
        cells = {str(k): None if isinstance(v, float) and math.isnan(v) else v for k, v in row.items()}
        rows.append({"year": int(year), **cells})
    return rows


def made_years(found: Request, countries: Sequence[str]) -> frozenset[int]:
    """Years in which a value of one of these countries was interpolated."""
    if found.made is None:
        return frozenset()
    made = found.made[list(found.scope.indicators)].any(axis=1)
    return frozenset(int(year) for year, country in made.index[made.to_numpy()] if country in countries)
