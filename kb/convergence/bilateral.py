"""CSV text of flows between pairs in, a checked long table out; and the stocks of migrants that ship."""

import csv
import io
from functools import cache

import pandas as pd

from kb.convergence.countries import country_code
from kb.convergence.market import WORLD
from kb.convergence.tables import read_csv
from kb.errors import TableError

COLUMNS = ("origin", "destination", "year", "indicator", "unit", "value")
_ORIGIN = ("origin", "origin_iso3", "exporter", "exporter_iso3", "reporter", "from")
_DESTINATION = ("destination", "destination_iso3", "importer", "importer_iso3", "partner", "to")
_WORLD = frozenset({"world", "wld", "w00", "0"})


@cache
def shipped_flows() -> pd.DataFrame:
    """Stocks of migrants between thirteen countries, every five years."""
    rows = [
        (row["origin"], row["destination"], int(year), row["indicator"], row["unit"], float(value))
        for row in read_csv("migrants.csv") for year, value in row.items() if year.isdecimal() and value
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))


def read_flows(text: str, name: str) -> pd.DataFrame:
    """Columns origin, destination, year, indicator, unit, value, in any order; a partner may be `world`.

    One unit for each indicator; the first fault of the file is a `TableError`.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    header = {column.strip().lower(): column for column in reader.fieldnames or ()}
    origin, destination = _column(header, _ORIGIN, name), _column(header, _DESTINATION, name)
    rows: dict[tuple[str, str, int, str], tuple[str, float]] = {}
    units: dict[str, str] = {}
    for row in reader:
        where = f"{name}:{reader.line_num}"
        if not (row.get(header.get("value", "")) or "").strip():
            continue
        key, unit, value = _checked(row, header, (origin, destination), where)
        if key in rows:
            raise TableError(f"{where}: duplicate: {key[3]} from {key[0]} to {key[1]} in {key[2]}")
        if units.setdefault(key[3], unit) != unit:
            raise TableError(f"{where}: unknown unit {unit!r} for {key[3]}: its unit is {units[key[3]]!r}")
        rows[key] = (unit, value)
    return pd.DataFrame([(*key, *rest) for key, rest in rows.items()], columns=list(COLUMNS))


def _column(header: dict[str, str], names: tuple[str, ...], name: str) -> str:
    found = next((header[n] for n in names if n in header), None)
    if found is None:
        raise TableError(f"{name}: no column {names[0]} in its first line")
    return found


def _checked(
    row: dict[str, str], header: dict[str, str], sides: tuple[str, str], where: str
) -> tuple[tuple[str, str, int, str], str, float]:
    try:
        origin, destination = (_side(row[side]) for side in sides)
        year, value = int(row[header["year"]]), float(row[header["value"]])
        indicator, unit = row[header["indicator"]], row[header["unit"]]
    except KeyError as exc:
        raise TableError(f"{where}: no column {exc.args[0]}") from exc
    except ValueError as exc:
        raise TableError(f"{where}: text for a number: {exc}") from exc
    except TableError as exc:
        raise TableError(f"{where}: {exc}") from exc
    if value < 0:
        raise TableError(f"{where}: a flow below zero: {value:g}")
    return (origin, destination, year, indicator), unit, value


def _side(text: str) -> str:
    return WORLD if text.strip().lower() in _WORLD else country_code(text)
