"""The data that ships with this package in, checked rows and records out; the only reader of `data/`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.errors import TableError
from kb.model import LANGUAGES, Indicator

_DATA = files("kb.convergence") / "data"
_KNOWN_KEYS = {"unit", "world_bank", "rate", "times", *LANGUAGES}


@dataclass(frozen=True, slots=True)
class Known:
    """An indicator known by name. `rate` marks per cent changes; figures of the World Bank are multiplied by `times`.

    `world_bank` is empty where that service has no such series.
    """

    id: str
    unit: str
    names: Mapping[str, str]
    world_bank: str = ""
    rate: bool = False
    times: float = 1.0


def read_csv(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines()))


def read_yaml(name: str) -> dict[str, Any]:
    rows = yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))
    if not isinstance(rows, dict):
        raise TableError(f"{name}: not a table with keys")
    return rows


@cache
def known_indicators() -> Mapping[str, Known]:
    known = {}
    for key, row in read_yaml("indicators.yml").items():
        unknown = set(row) - _KNOWN_KEYS
        if unknown:
            raise TableError(f"indicators.yml: {key}: unknown key {', '.join(sorted(unknown))}")
        names = {lang: row[lang] for lang in LANGUAGES}
        known[key] = Known(
            key, row["unit"], names, row.get("world_bank", ""), row.get("rate", False), row.get("times", 1.0)
        )
    return known


@cache
def known_by_code() -> Mapping[str, Known]:
    """The same by their code at the World Bank, whose files carry no ids of ours."""
    return {known.world_bank: known for known in known_indicators().values() if known.world_bank}


def indicator_name(indicator: str, lang: str) -> str:
    known = known_indicators().get(indicator)
    return known.names[lang] if known else indicator


@cache
def sources() -> Mapping[str, str]:
    """Source id -> citation with licence."""
    return {row["id"]: f"{row['citation']}; {row['licence']}" for row in read_csv("sources.csv")}


@cache
def shipped_indicators() -> tuple[Indicator, ...]:
    """Thirteen countries from 1992 on; an empty cell is a gap and makes no record."""
    found = []
    for row in read_csv("indicators.csv"):
        source = sources()[row["source"]]
        found += [
            Indicator(row["country"], int(year), row["indicator"], row["unit"], float(value), source)
            for year, value in row.items() if year.isdecimal() and value
        ]  # fmt: skip
    return tuple(found)


@cache
def neighbours() -> Mapping[str, frozenset[str]]:
    """Country -> countries with which it shares a land border."""
    found: dict[str, set[str]] = {}
    for row in read_csv("borders.csv"):
        found.setdefault(row["a"], set()).add(row["b"])
        found.setdefault(row["b"], set()).add(row["a"])
    return {country: frozenset(others) for country, others in found.items()}


@cache
def labels(lang: str) -> Mapping[str, str]:
    """The words on charts and in notes, in one language."""
    return {key: row[lang] for key, row in read_yaml("labels.yml").items()}
