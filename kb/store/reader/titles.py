"""What titles need beside the timeline: of what type each entity is, who ratified alone, which status began."""

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


def event_statuses(conn: sqlite3.Connection) -> dict[str, str]:
    """Event -> the status that begins with it; what texts alone tell may have been frozen too."""
    rows = conn.execute("SELECT id, status FROM events WHERE status IS NOT NULL")
    return {row[0]: row[1] for row in rows} | dict.fromkeys(_frozen_events(conn), "frozen")


def _frozen_events(conn: sqlite3.Connection) -> frozenset[str]:
    """Suspensions that are none in law: the member alone stopped taking part, and the table of memberships says so."""
    sql = """SELECT DISTINCT v.id FROM events v JOIN memberships m ON m.member_id = v.subject_id
        AND m.organization_id = v.object_id AND m.status = 'frozen'
      WHERE v.type = 'suspended' AND (v.latest IS NULL OR m.start_earliest IS NULL OR v.latest >= m.start_earliest)
        AND (v.earliest IS NULL OR m.end_latest IS NULL OR v.earliest < m.end_latest)"""
    return frozenset(row[0] for row in conn.execute(sql))
