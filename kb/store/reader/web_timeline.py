"""What the timeline page needs beside its events: who is part of each, which bodies come first, when all happens."""

import sqlite3

from kb.store.reader.entities import Row, rows_of
from kb.store.reader.web_events import name_of


def parties(conn: sqlite3.Connection, entity_ids: list[str]) -> dict[str, set[str]]:
    """Event -> those of these entities that take part in it."""
    marks = ", ".join("?" * len(entity_ids))
    sql = f"SELECT event_id, entity_id FROM event_participants WHERE entity_id IN ({marks})"
    found: dict[str, set[str]] = {}
    for event_id, entity_id in conn.execute(sql, entity_ids):
        found.setdefault(event_id, set()).add(entity_id)
    return found


def leading_bodies(conn: sqlite3.Connection, lang: str, limit: int) -> list[Row]:
    """International bodies with members of which most events are told by documents."""
    sql = f"""SELECT e.id, {name_of("e", lang)} AS name, coalesce(e.abbr_{lang}, e.abbr_en) AS abbr
      FROM entities e WHERE e.type = 'ORG' AND e.scope = 'international' AND e.origin = 'registry'
        AND EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = e.id)
      ORDER BY (SELECT coalesce(sum(v.n_claims), 0) FROM events v WHERE v.object_id = e.id OR v.subject_id = e.id) DESC,
        e.id LIMIT ?"""
    return rows_of(conn.execute(sql, (limit,)))


def bodies(conn: sqlite3.Connection, lang: str) -> list[Row]:
    """International bodies that have members, by name."""
    sql = f"""SELECT e.id, {name_of("e", lang)} AS name, coalesce(e.abbr_{lang}, e.abbr_en) AS abbr FROM entities e
      WHERE e.type = 'ORG' AND e.scope = 'international'
        AND EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = e.id) ORDER BY name"""
    return rows_of(conn.execute(sql))


def types_of(conn: sqlite3.Connection, entity_ids: list[str]) -> dict[str, str]:
    """Id -> type, for the names in titles."""
    found: dict[str, str] = {}
    for start in range(0, len(entity_ids), 500):  # SQLite limits the variables of one statement
        part = entity_ids[start : start + 500]
        marks = ", ".join("?" * len(part))
        found.update(
            (row[0], row[1]) for row in conn.execute(f"SELECT id, type FROM entities WHERE id IN ({marks})", part)
        )
    return found
