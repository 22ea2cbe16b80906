"""Documents, what stands in them, and the size of everything."""

import sqlite3

from kb.store.reader.entities import Row, rows_of

_COUNTED = ("documents", "sentences", "mentions", "entities", "claims", "events", "memberships", "conflicts", "issues")


def sizes(conn: sqlite3.Connection) -> dict[str, int]:
    """Table -> number of rows."""
    return {name: int(conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in _COUNTED}


def languages(conn: sqlite3.Connection) -> dict[str, int]:
    """Language -> number of documents mainly in it."""
    sql = "SELECT coalesce(lang, ''), count(*) FROM documents GROUP BY lang ORDER BY lang"
    return {row[0]: row[1] for row in conn.execute(sql)}


def document(conn: sqlite3.Connection, document_id: str) -> Row | None:
    """A document by its id or its path."""
    rows = rows_of(conn.execute("SELECT * FROM documents WHERE id = ?1 OR path = ?1", (document_id,)))
    return rows[0] if rows else None


def issues(conn: sqlite3.Connection) -> list[Row]:
    return rows_of(conn.execute("SELECT path, stage, message, at FROM issues ORDER BY path"))


def pipelines(conn: sqlite3.Connection) -> list[str]:
    """Fingerprints under which the documents were extracted; more than one means that some are stale."""
    return [row[0] for row in conn.execute("SELECT DISTINCT pipeline FROM documents")]
