"""What a registry file may hold: keys, kinds of value, EDTF dates. In go raw values, out come checked ones."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kb.edtf_bounds import bounds
from kb.model import LANGUAGES
from kb.registry.tables import Table, Value

TYPES = ("ORG", "TREATY", "COUNTRY", "PLACE", "PERSON", "PROGRAMME", "CONCEPT")
FIELDS = ("economic", "military-political", "humanitarian", "political", "multi")
SCOPES = ("international", "national")
# Key of the table -> kind of the alias; the order is the order in which names are tried.
ALIAS_KEYS = {"abbr_also": "abbreviation", "former": "former", "variants": "variant", "misspelt": "misspelling",
              "short": "short"}  # fmt: skip
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[~?%]?")
_PARTS_OF_YEAR = frozenset(range(21, 42))  # EDTF level 2: seasons, quarters, quadrimesters, halves


@dataclass(frozen=True, slots=True)
class Entry:
    """One keyed mapping of a file, with the way to its line."""

    table: Table
    keys: tuple[str, ...]
    values: Mapping[str, Value]

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str) or len(value.strip().splitlines()) > 1:
            raise self.table.error(f"{key!r} must be one word or line", *self.keys, key)
        return value.strip()

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str | None:
        value = self.text(key)
        if value and value not in allowed:
            raise self.table.error(f"unknown {key} {value!r}, one of {' '.join(allowed)}", *self.keys, key)
        return value or None

    def edtf(self, key: str) -> str | None:
        value = self.text(key)
        if value and not is_edtf(value):
            raise self.table.error(f"{key}: {value!r} is no EDTF date", *self.keys, key)
        return value or None

    def dates(self, start: str, end: str) -> tuple[str | None, str | None]:
        """Two dates in their order."""
        found = self.edtf(start), self.edtf(end)
        if wrong := backwards(*found):
            raise self.table.error(wrong, *self.keys, end)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list, or one text standing for a list of one."""
        value = self.values.get(key, "")
        items = value if isinstance(value, list) else [value] if value else []
        texts = tuple(item.strip() for item in items if isinstance(item, str) and item.strip())
        if len(texts) != len(items):
            raise self.table.error(f"{key!r} must be a list of texts, none of them empty", *self.keys, key)
        return texts

    def below(self, key: str) -> "Entry":
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.table.error(f"{key!r} must be a mapping", *self.keys, key)
        return Entry(self.table, (*self.keys, key), value)

    def allow(self, allowed: frozenset[str]) -> "Entry":
        for key in self.values:
            if key not in allowed:
                raise self.table.error(f"unknown key {key!r}", *self.keys, key)
        return self

    def by_language(self, key: str) -> "Entry":
        return self.below(key).allow(frozenset(LANGUAGES))


def backwards(start: str | None, end: str | None) -> str | None:
    """What is wrong with two dates of which the second is the first day without: nothing holds on no day at all."""
    first, last = bounds(start)[0] if start else None, bounds(end)[1] if end else None
    return f"the end {end} is not after the start {start}" if first and last and last <= first else None


@cache
def is_edtf(value: str) -> bool:
    """A date, a month, a part of a year, a year, a decade, a century, or an interval of them, open or not."""
    if "/" not in value:
        return _is_date(value)
    first, _, last = value.partition("/")
    if first == last or not all(side in ("", "..") or _is_date(side) for side in (first, last)):
        return False
    low, high = bounds(value)
    return not (low and high) or low <= high


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    year, month, day = match["year"], int(match["month"] or 1), match["day"]
    if "X" in year:
        return match["month"] is None
    if day is None:
        return 1 <= month <= 12 or month in _PARTS_OF_YEAR
    return 1 <= month <= 12 and 1 <= int(day) <= calendar.monthrange(int(year), month)[1]
