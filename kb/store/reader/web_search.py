"""Names of the entities that a search found, in the language of the page."""

import sqlite3
from collections.abc import Sequence

from kb.store.reader.entities import Row, rows_of
from kb.store.search import find_entities
from kb.store.writer_registry import fold

_SHORTEST = 3  # letters that a trigram index can look up


def entities_called(
    conn: sqlite3.Connection, texts: Sequence[str], label: str | None, lang: str, limit: int
) -> list[Row]:
    """Entities by name, whichever of the texts is in it; each once, those found by an earlier text first."""
    found: dict[str, Row] = {}
    for text in texts:
        for row in find_entities(conn, text, limit * 3):
            if label is None or row["type"] == label:
                found.setdefault(row["id"], row)
    whole = _whole_names(conn, texts)
    chosen = sorted(found.values(), key=lambda row: row["id"] not in whole)[:limit]
    marks = ", ".join("?" * len(chosen))
    sql = f"""SELECT id, coalesce(name_{lang}, name_en, name_ru, name_kk, id) AS name, abbr_{lang} AS abbr, start_edtf,
      end_edtf FROM entities WHERE id IN ({marks})"""
    named = {row["id"]: row for row in rows_of(conn.execute(sql, [row["id"] for row in chosen]))}
    return [{**row, **named[row["id"]]} for row in chosen]


def _whole_names(conn: sqlite3.Connection, texts: Sequence[str]) -> set[str]:
    """Ids of entities of which one of the texts is a whole name."""
    sql = "SELECT entity_id FROM names_trigram WHERE names_trigram MATCH ? AND text = ?"
    names = [name for name in map(fold, texts) if len(name) >= _SHORTEST]
    quoted = [('"' + name.replace('"', '""') + '"', name) for name in names]
    return {row[0] for pair in quoted for row in conn.execute(sql, pair)}
