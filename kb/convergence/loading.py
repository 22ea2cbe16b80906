"""CSV text in, long or wide, `Indicator` records and one line for each fault out."""

import csv
import datetime
import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.convergence.countries import country_code
from kb.convergence.tables import known_by_code, known_indicators
from kb.errors import TableError
from kb.model import Indicator

_COUNTRY = ("country", "country_iso3", "country_iso2", "iso3", "iso2", "iso3c", "iso2c", "country code", "economy")
_INDICATOR = ("indicator", "indicator_id", "series", "indicator code", "series code")
# Columns that tables of statistics offices carry beside these, and that say the same again in words.
_PASSED_OVER = frozenset({"country name", "indicator name", "series name", "country_name", "indicator_name"})
_YEAR = re.compile(r"(\d{4})(?: \[YR\d{4}\])?")
_UNIT_IN_HEADER = re.compile(r"(?P<indicator>[^\[\]]+?)\s*\[(?P<unit>[^\[\]]+)\]")
_GAPS = frozenset({"", "..", "...", "…", "-", "–", "na", "n/a", "nan", "null", "none"})
_FIRST_YEAR = 1500


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as it stands in a file, unchecked; `line` counts from 1."""

    line: int
    country: str
    year: str
    indicator: str
    unit: str
    value: str
    source: str


@dataclass(slots=True)
class Loaded:
    """What a file gives: figures, one line for each fault, and how many cells are empty."""

    indicators: list[Indicator] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    gaps: int = 0


def read_indicators(text: str, name: str) -> Loaded:
    """Long (`country,year,indicator,unit,value,source`), years as columns, or indicators as columns."""
    loaded = Loaded()
    seen: dict[tuple[str, int, str], int] = {}
    units: dict[str, str] = {}
    for cell in _cells(text, name):
        if cell.value.strip().lower() in _GAPS:
            loaded.gaps += 1
            continue
        try:
            record = _checked(cell, units)
        except TableError as exc:
            loaded.faults.append(f"{name}:{cell.line}: {exc}")
            continue
        key = (record.country, record.year, record.indicator)
        if key in seen:
            where = f"{record.indicator} of {record.country} in {record.year} stands in line {seen[key]} already"
            loaded.faults.append(f"{name}:{cell.line}: duplicate: {where}")
            continue
        seen[key] = cell.line
        loaded.indicators.append(record)
    return loaded


def _cells(text: str, name: str) -> Iterator[Cell]:
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text))
    header = [column.strip() for column in next(rows, [])]
    lower = [column.lower() for column in header]
    country = _position(lower, _COUNTRY)
    if country is None:
        raise TableError(f"{name}: no column for the country (country, country_iso3, …) in its first line")
    layout = _layout(lower, header)
    if layout is None:
        raise TableError(f"{name}: neither year and value, nor years, nor indicators as columns in its first line")
    for row in rows:
        if any(row):
            padded = [*row, *[""] * (len(header) - len(row))]
            yield from layout.cells(rows.line_num, padded, padded[country])


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _position(lower: Sequence[str], names: Sequence[str]) -> int | None:
    return next((lower.index(name) for name in names if name in lower), None)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand in a line; `values` are (column, year, indicator, unit), empty where a column says it."""

    values: tuple[tuple[int, str, str, str], ...]
    year: int | None
    indicator: int | None
    unit: int | None
    source: int | None

    def cells(self, line: int, row: Sequence[str], country: str) -> Iterator[Cell]:
        def at(column: int | None) -> str:
            return "" if column is None else row[column].strip()

        for column, year, indicator, unit in self.values:
            yield Cell(
                line, country, year or at(self.year), indicator or at(self.indicator), unit or at(self.unit),
                row[column], at(self.source),
            )  # fmt: skip


def _layout(lower: Sequence[str], header: Sequence[str]) -> _Layout | None:
    year, value = _position(lower, ("year", "time")), _position(lower, ("value", "obs_value"))
    indicator, unit = _position(lower, _INDICATOR), _position(lower, ("unit", "units"))
    source = _position(lower, ("source",))
    years = [(i, found[1], "", "") for i, c in enumerate(header) if (found := _YEAR.fullmatch(c))]
    if year is not None and value is not None and indicator is not None:
        return _Layout(((value, "", "", ""),), year, indicator, unit, source)
    if year is None and indicator is not None and years:
        return _Layout(tuple(years), None, indicator, unit, source)
    if year is not None and indicator is None and value is None:
        taken = {year, unit, source, _position(lower, _COUNTRY)}
        names = [(i, c) for i, c in enumerate(header) if i not in taken and c and lower[i] not in _PASSED_OVER]
        return _Layout(tuple((i, "", *_name_and_unit(c)) for i, c in names), year, None, unit, source)
    return None


def _name_and_unit(column: str) -> tuple[str, str]:
    """`life_expectancy [years]`, or an indicator whose unit is known."""
    found = _UNIT_IN_HEADER.fullmatch(column)
    if found:
        return found["indicator"], found["unit"]
    known = known_indicators().get(column)
    return column, known.unit if known else ""


def _checked(cell: Cell, units: dict[str, str]) -> Indicator:
    """One unit for each indicator: the known one, or the first that the file gives."""
    country = country_code(cell.country)
    year = _year(cell.year)
    if not cell.indicator:
        raise TableError("no indicator")
    by_code = known_by_code().get(cell.indicator)
    known = by_code or known_indicators().get(cell.indicator)
    unit = cell.unit or (known.unit if known else "")
    wanted = known.unit if known else units.setdefault(cell.indicator, unit)
    if not unit:
        raise TableError(f"no unit for {cell.indicator}")
    if unit != wanted:
        raise TableError(f"unknown unit {unit!r} for {cell.indicator}: its unit is {wanted!r}")
    value = _number(cell.value) * (by_code.times if by_code else 1)
    return Indicator(country, year, known.id if known else cell.indicator, unit, value, cell.source)


def _year(text: str) -> int:
    newest = datetime.datetime.now(datetime.UTC).year + 10  # forecasts are figures too
    found = _YEAR.fullmatch(text.strip())
    if not found or not _FIRST_YEAR <= int(found[1]) <= newest:
        raise TableError(f"unknown year {text.strip()!r}")
    return int(found[1])


def _number(text: str) -> float:
    try:
        value = float(text.strip().replace("\u2212", "-"))
    except ValueError:
        raise TableError(f"text for a number: {text.strip()!r}") from None
    if not math.isfinite(value) or "_" in text:
        raise TableError(f"text for a number: {text.strip()!r}")
    return value
