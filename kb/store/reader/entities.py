"""Entities and their names."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from kb.errors import TableError
from kb.store.writer import redirects
from kb.store.writer_registry import fold

Row = dict[str, Any]
# Of several entities that bear a name the international body is most likely meant, then what the registry knows.
_RANK = "CASE e.origin WHEN 'registry' THEN 0 ELSE 1 END, CASE e.scope WHEN 'international' THEN 0 ELSE 1 END, e.id"


def rows_of(cursor: sqlite3.Cursor) -> list[Row]:
    """Rows as dictionaries in the order of the columns."""
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def entity(conn: sqlite3.Connection, entity_id: str) -> Row | None:
    rows = rows_of(conn.execute("SELECT * FROM entities WHERE id = ?", (entity_id,)))
    return rows[0] if rows else None


def called(conn: sqlite3.Connection, name: str) -> list[str]:
    """The ids behind an id, a merged id, an abbreviation or a name in any language, the likeliest first."""
    key = redirects(conn).get(name.lower(), name.lower())
    if entity(conn, key):
        return [key]
    found = conn.execute(
        "SELECT DISTINCT e.id FROM names_trigram n JOIN entities e ON e.id = n.entity_id WHERE n.text = ? "
        f"ORDER BY {_RANK}",
        (fold(name),),
    )
    return [str(row[0]) for row in found]


def resolve_entity(conn: sqlite3.Connection, name: str) -> str:
    """The one id that is called so; several or none is an error."""
    found = called(conn, name)
    if not found:
        raise TableError(f"no entity is called {name!r}: 'kb search' and 'kb entity --discovered' list them")
    if len(found) > 1:
        raise TableError(f"{name!r} may be {', '.join(found)}: give the id")
    return found[0]


def is_body(conn: sqlite3.Connection, entity_id: str) -> bool:
    """Whether it can have members: an organization, or whatever else has some."""
    sql = """SELECT 1 FROM entities e WHERE e.id = :id AND (e.type = 'ORG'
      OR EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = :id))"""
    return conn.execute(sql, {"id": entity_id}).fetchone() is not None


def resolve_body(conn: sqlite3.Connection, name: str) -> str:
    """As `resolve_entity`, where only what can have members is meant: a country is an error, not an empty answer."""
    found = resolve_entity(conn, name)
    if not is_body(conn, found):
        kind = (entity(conn, found) or {}).get("type")
        raise TableError(f"{found} is no organization but of type {kind}: 'kb entity {found}' shows what it belongs to")
    return found


def aliases(conn: sqlite3.Connection, entity_id: str) -> list[Row]:
    sql = "SELECT lang, text, kind, valid_from, valid_to FROM aliases WHERE entity_id = ? ORDER BY lang, kind, text"
    return rows_of(conn.execute(sql, (entity_id,)))


def relations(conn: sqlite3.Connection, entity_id: str) -> list[Row]:
    """Relations on either side, with the English name of the other side."""
    sql = """SELECT r.type, r.subject_id, r.object_id, coalesce(o.name_en, o.name_ru, o.name_kk, o.id) AS other
      FROM relations r JOIN entities o ON o.id = CASE r.subject_id WHEN :id THEN r.object_id ELSE r.subject_id END
      WHERE r.subject_id = :id OR r.object_id = :id ORDER BY r.type, r.subject_id, r.object_id"""
    return rows_of(conn.execute(sql, {"id": entity_id}))


def counts(conn: sqlite3.Connection, entity_id: str) -> Row:
    """How often and where the entity is named."""
    sql = """SELECT count(*) AS mentions, count(DISTINCT document_id) AS documents,
      (SELECT count(*) FROM entity_timeline WHERE entity_id = :id) AS events FROM mentions WHERE entity_id = :id"""
    return rows_of(conn.execute(sql, {"id": entity_id}))[0]


def discovered(conn: sqlite3.Connection) -> list[Row]:
    """What the texts name and the registry does not hold, most often named first; what was merged is no more."""
    sql = """SELECT e.id, e.type, coalesce(e.name_en, e.name_ru, e.name_kk, e.id) AS name, count(m.id) AS mentions,
        count(DISTINCT m.document_id) AS documents, group_concat(DISTINCT m.lang) AS langs
      FROM entities e LEFT JOIN mentions m ON m.entity_id = e.id WHERE e.origin = 'discovered'
        AND e.id NOT IN (SELECT old_id FROM redirects)
      GROUP BY e.id ORDER BY documents DESC, mentions DESC, e.id"""
    return rows_of(conn.execute(sql))


def names(conn: sqlite3.Connection, ids: Sequence[str], lang: str) -> dict[str, str]:
    """Id -> name in a language of output, in English or any other where there is none."""
    column = {"en": "name_en", "ru": "name_ru", "kk": "name_kk"}[lang]
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT id, coalesce({column}, name_en, name_ru, name_kk, id) FROM entities WHERE id IN ({marks})"
    return {row[0]: row[1] for row in conn.execute(sql, tuple(ids))}
