"""What titles need beside the timeline: of what type each entity is, and who ratified alone."""

import sqlite3

from kb.store.reader.entities import Row, rows_of


def entity_types(conn: sqlite3.Connection) -> dict[str, str]:
    """Id -> type."""
    return {row[0]: row[1] for row in conn.execute("SELECT id, type FROM entities")}


def single_parties(conn: sqlite3.Connection, lang: str) -> dict[str, Row]:
    """Event -> its only participant, of ratifications: each state ratifies for itself."""
    sql = f"""SELECT p.event_id, min(p.entity_id) AS party_id,
        coalesce(e.name_{lang}, e.name_en, e.name_ru, e.name_kk, e.id) AS party
      FROM event_participants p JOIN events v ON v.id = p.event_id JOIN entities e ON e.id = p.entity_id
      WHERE v.type = 'ratified' GROUP BY p.event_id HAVING count(DISTINCT p.entity_id) = 1"""
    return {row["event_id"]: row for row in rows_of(conn.execute(sql))}
