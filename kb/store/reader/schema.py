"""The schema as it is: tables and views with their columns, out of the numbered steps and no database file."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from kb.store.migrations import migrate


@dataclass(frozen=True, slots=True)
class Column:
    """`refers`: table and column of the foreign key, empty where there is none. `key`: part of the primary key."""

    name: str
    type: str
    key: bool
    required: bool
    refers: str


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table or, with `is_view`, a view, whose columns have no type of their own."""

    name: str
    is_view: bool
    columns: tuple[Column, ...]


def schema() -> tuple[TableShape, ...]:
    """In the order in which the steps make them; tables that SQLite keeps for search come too, under their names."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        migrate(conn)
        made = conn.execute(
            "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
            " ORDER BY rowid"
        ).fetchall()
        return tuple(TableShape(name, kind == "view", _columns(conn, name)) for name, kind in made)


def _columns(conn: sqlite3.Connection, table: str) -> tuple[Column, ...]:
    foreign = conn.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (table,)).fetchall()
    refers = {column: f"{other}.{target}" for column, other, target in foreign}
    # `xinfo` names computed columns too, which `table_info` leaves out.
    rows = conn.execute('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?) WHERE hidden <> 1', (table,))
    return tuple(
        Column(name, kind, bool(key), bool(required), refers.get(name, "")) for name, kind, required, key in rows
    )
