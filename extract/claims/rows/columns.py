"""The head of a column in, what its cells tell out: "Date of accession" -> acceded; and what a cell answers."""

from collections.abc import Mapping
from functools import cache

from extract.claims.rows.grids import Cell
from extract.language.tokens import fold
from extract.tables import check_keys, read_table

BARRED, SINCE, STATUS, ROLES = "barred", "since", "status", "roles"
# What a column of dates tells its neighbours: since when, or on which day.
WHEN = frozenset({SINCE, "date"})
_CELLS = ("yes", "planned", "member", "observer", "joining")
# A tick in a cell is no word.
_TICKS = frozenset("✓✔+●•√☑✅")


def role(head: Cell) -> str | None:
    """What the longest of the known beginnings says; nothing where two are as long, or where one bars."""
    said = " ".join(("", *head.words))
    found = [(len(stem), name) for name, stems in _roles().items() for stem in stems if f" {stem}" in said]
    longest = max((length for length, _ in found), default=0)
    names = {name for length, name in found if length == longest}
    barred = any(name == BARRED for _, name in found)
    return names.pop() if len(names) == 1 and not barred else None


def says_since(head: Cell) -> bool:
    said = " ".join(("", *head.words))
    return any(f" {stem}" in said for stem in _roles()[SINCE])


def answers(cell: Cell, kind: str) -> bool:
    """Whether a cell says no more than that it is so ("yes", a tick), or opens with a word of the kind."""
    stems = _answers()[kind]
    if kind == "yes" and cell.text and set(cell.text) <= _TICKS:
        return True
    said = cell.words if kind == "planned" else cell.words[:2]
    return any(word.startswith(stems) for word in said)


@cache
def _roles() -> Mapping[str, tuple[str, ...]]:
    rows = _table()
    return {**{name: _folded(stems) for name, stems in rows[ROLES].items()}, BARRED: _folded(rows[BARRED])}


@cache
def _answers() -> Mapping[str, tuple[str, ...]]:
    return {name: _folded(_table()[name]) for name in _CELLS}


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    rows = read_table("", "table_heads")
    check_keys("table_heads.yml", rows, frozenset({ROLES, BARRED, *_CELLS}))
    return rows


def _folded(stems: object) -> tuple[str, ...]:
    return tuple(fold(str(stem)) for stem in stems) if isinstance(stems, list) else ()
