"""What the pages of judgements show beside them: the claims that are meant, and whether a merge is in the database."""

import sqlite3
from collections.abc import Sequence

from kb.store.reader.entities import Row, rows_of
from kb.store.reader.web_events import name_of

_AT_ONCE = 500  # SQLite limits the variables of one statement


def claims_of(conn: sqlite3.Connection, keys: Sequence[str], lang: str) -> dict[str, Row]:
    """Key -> one of its claims, with the event that it is counted in: none where it was rejected and that is done."""
    found: dict[str, Row] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        sql = f"""SELECT c.key, c.type, c.subject_id, {name_of("s", lang)} AS subject, c.object_id,
            {name_of("o", lang)} AS object, c.edtf, c.quote, c.lang, c.document_id, c.start_char, c.end_char,
            d.title, d.path, v.id AS event_id, v.edtf AS event_edtf, v.confidence AS event_confidence
          FROM claims c JOIN documents d ON d.id = c.document_id JOIN entities s ON s.id = c.subject_id
            LEFT JOIN entities o ON o.id = c.object_id LEFT JOIN event_claims x ON x.claim_id = c.id
            LEFT JOIN events v ON v.id = x.event_id
          WHERE c.key IN ({", ".join("?" * len(part))}) ORDER BY c.key, v.id IS NULL, c.id"""
        for row in rows_of(conn.execute(sql, tuple(part))):
            found.setdefault(row["key"], row)
    return found


def merged_ids(conn: sqlite3.Connection) -> dict[str, str]:
    """Merged id -> the id that it was put to."""
    return {row[0]: row[1] for row in conn.execute("SELECT old_id, new_id FROM redirects")}
