"""Judgements on disk: a reviewed CSV and a table of the same rows beside the database; merged ids within it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from kb.errors import TableError
from kb.model import LANGUAGES
from kb.store.database import atomic
from kb.store.reader.entities import Row, rows_of

_TABLE = """CREATE TABLE IF NOT EXISTS judgements (
  id TEXT PRIMARY KEY, verb TEXT NOT NULL, target TEXT NOT NULL, value TEXT NOT NULL, who TEXT NOT NULL,
  at TEXT NOT NULL, why TEXT NOT NULL)"""


def csv_path(db: Path) -> Path:
    """The file that people review and keep under version control."""
    return db.with_name("judgements.csv")


def table_path(db: Path) -> Path:
    """The database that the pages write to."""
    return db.with_name("judgements.db")


def read_table(path: Path) -> list[tuple[str, ...]]:
    """`verb`, `target`, `value`, `who`, `at`, `why` of every row; nothing where there is no file."""
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
            return [tuple(row) for row in conn.execute("SELECT verb, target, value, who, at, why FROM judgements")]
    except sqlite3.DatabaseError as exc:
        raise TableError(f"{path}: {exc}") from exc


def write_table(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Adds the rows that are not there yet; `rows` begin with their id."""
    try:
        with closing(sqlite3.connect(path)) as conn, conn:
            conn.execute(_TABLE)
            conn.executemany("INSERT OR IGNORE INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    except sqlite3.DatabaseError as exc:
        raise TableError(f"{path}: {exc}") from exc


def claim_keys(conn: sqlite3.Connection) -> dict[int, str]:
    """Claim -> its key."""
    return {row[0]: row[1] for row in conn.execute("SELECT id, key FROM claims")}


def apply_merges(conn: sqlite3.Connection, merged: Mapping[str, tuple[str, str, str]]) -> None:
    """Puts mentions, participants and claims to the entity they were merged into; what was merged before goes back.

    `merged`: old id -> new id, day, reason, chains already followed. Ids that the database does not hold are passed.
    """
    known = {row[0] for row in conn.execute("SELECT id FROM entities")}
    with atomic(conn):
        _restore(conn)
        for old, (new, since, reason) in merged.items():
            if old in known and new in known:
                conn.execute("INSERT OR REPLACE INTO redirects VALUES (?, ?, ?, ?)", (old, new, since, reason))
                _move(conn, old, new)
                _name(conn, old, new)


def _restore(conn: sqlite3.Connection) -> None:
    """Everything as the texts were read, from `subject_read`, `object_read` and the table of what was moved."""
    conn.execute("UPDATE mentions SET entity_id = (SELECT m.old_id FROM moved m WHERE m.what = 'mention' AND "
                 "m.row_id = mentions.id) WHERE id IN (SELECT row_id FROM moved WHERE what = 'mention')")  # fmt: skip
    for row in conn.execute("SELECT row_id, old_id, new_id FROM moved WHERE what = 'participant'").fetchall():
        conn.execute("UPDATE claim_participants SET entity_id = ? WHERE claim_id = ? AND entity_id = ?",
                     (row[1], row[0], row[2]))  # fmt: skip
    for side in ("subject", "object"):
        for row in conn.execute(f"SELECT row_id, old_id FROM moved WHERE what = '{side}'").fetchall():
            conn.execute(f"UPDATE claims SET {side}_id = ? WHERE id = ?", (row[1], row[0]))
    conn.execute("DELETE FROM moved")


def _move(conn: sqlite3.Connection, old: str, new: str) -> None:
    conn.execute("INSERT INTO moved SELECT 'mention', id, ?, ? FROM mentions WHERE entity_id = ?", (old, new, old))
    conn.execute("UPDATE mentions SET entity_id = ? WHERE entity_id = ?", (new, old))
    both = "claim_id IN (SELECT claim_id FROM claim_participants WHERE entity_id = ?)"
    conn.execute(f"INSERT INTO moved SELECT 'participant', claim_id, ?, ? FROM claim_participants WHERE entity_id = ? "
                 f"AND NOT {both}", (old, new, old, new))  # fmt: skip
    conn.execute(f"UPDATE claim_participants SET entity_id = ? WHERE entity_id = ? AND NOT {both}", (new, old, new))
    for side in ("subject", "object"):
        conn.execute(f"INSERT INTO moved SELECT '{side}', id, ?, ? FROM claims WHERE {side}_id = ?", (old, new, old))
        conn.execute(f"UPDATE claims SET {side}_id = ? WHERE {side}_id = ?", (new, old))


def _name(conn: sqlite3.Connection, old: str, new: str) -> None:
    """What the merged one is called, the other is called now: by its name where it had none in that language.

    Nothing to restore: every consolidation writes names anew before it merges.
    """
    for lang in LANGUAGES:
        for column in (f"name_{lang}", f"abbr_{lang}"):
            conn.execute(f"UPDATE entities SET {column} = (SELECT o.{column} FROM entities o WHERE o.id = ?) "
                         f"WHERE id = ? AND {column} IS NULL", (old, new))  # fmt: skip
    conn.execute("UPDATE aliases SET entity_id = ?, kind = CASE WHEN kind = 'name' AND EXISTS (SELECT 1 FROM aliases b "
                 "WHERE b.entity_id = ? AND b.lang = aliases.lang AND b.kind = 'name') THEN 'variant' ELSE kind END "
                 "WHERE entity_id = ?", (new, new, old))  # fmt: skip
    conn.execute("UPDATE names_trigram SET entity_id = ? WHERE entity_id = ?", (new, old))


def discovered_queue(conn: sqlite3.Connection) -> list[Row]:
    """Entities that only texts know and nobody has merged, most often named first, with one sentence."""
    sql = """SELECT e.id, e.type, coalesce(e.name_en, e.name_ru, e.name_kk, e.id) AS name, count(m.id) AS mentions,
        count(DISTINCT m.document_id) AS documents, (SELECT s.text FROM mentions x JOIN sentences s
          ON s.id = x.sentence_id WHERE x.entity_id = e.id ORDER BY x.id LIMIT 1) AS sentence
      FROM entities e LEFT JOIN mentions m ON m.entity_id = e.id
      WHERE e.origin = 'discovered' AND e.id NOT IN (SELECT old_id FROM redirects)
      GROUP BY e.id ORDER BY documents DESC, mentions DESC, e.id"""
    return rows_of(conn.execute(sql))


def disputed_queue(conn: sqlite3.Connection) -> list[Row]:
    """Claims behind events that contradict another event, and on which nobody has judged, each with its key."""
    sql = """SELECT q.key, t.type, t.subject, t.object, q.edtf, c.stands, c.explanation, q.lang, q.path, q.quote
      FROM conflict_list c JOIN event_quotes q ON q.event_id = c.event_b JOIN timeline t ON t.event_id = c.event_b
      WHERE c.kind <> 'settled' ORDER BY t.subject, t.type, q.key"""
    return rows_of(conn.execute(sql))


def names_by_entity(conn: sqlite3.Connection) -> list[Row]:
    """Every name of every entity, for finding those that may be one."""
    sql = """SELECT e.id, e.type, e.origin, a.lang, a.text, a.kind FROM aliases a JOIN entities e ON e.id = a.entity_id
      WHERE a.kind IN ('name', 'abbreviation', 'variant', 'former') AND e.id NOT IN (SELECT old_id FROM redirects)
      ORDER BY e.id, a.lang, a.text"""
    return rows_of(conn.execute(sql))
