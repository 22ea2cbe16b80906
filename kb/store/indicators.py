"""Figures and computed series into the database: a reload replaces, what is not named stays."""

import sqlite3
from collections.abc import Iterable, Sequence

from kb.model import Indicator
from kb.store.database import atomic

# measure, a, b, indicator_set, options as canonical JSON
SeriesKey = tuple[str, str, str, str, str]
Yearly = Sequence[tuple[int, float | None]]


def save_indicators(conn: sqlite3.Connection, records: Iterable[Indicator]) -> None:
    rows = [(r.country, r.year, r.indicator, r.unit, r.value, r.source) for r in records]
    with atomic(conn):
        conn.executemany(
            "INSERT OR REPLACE INTO indicators (country, year, indicator, unit, value, source)"
            " VALUES (?, ?, ?, ?, ?, ?)", rows,
        )  # fmt: skip


def save_series(conn: sqlite3.Connection, series: Iterable[tuple[SeriesKey, Yearly]]) -> None:
    """Each series of (year, value) in place of the one that was computed with the same options before."""
    same = "measure = ? AND a = ? AND b = ? AND indicator_set = ? AND options = ?"
    with atomic(conn):
        for key, values in series:
            conn.execute(f"DELETE FROM indices WHERE {same}", key)
            conn.executemany(
                "INSERT INTO indices (measure, a, b, indicator_set, options, year, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(*key, year, value) for year, value in values],
            )
