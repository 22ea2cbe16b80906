"""Everything the relationship graph is made of: entities, memberships, relations and dated acts."""

import sqlite3

from kb.store.reader.entities import Row, rows_of


def graph_rows(conn: sqlite3.Connection) -> dict[str, list[Row]]:
    """`entities`, `memberships`, `relations` between bodies and instruments, `acts` with one row a participant."""
    return {
        "entities": _entities(conn),
        "memberships": _memberships(conn),
        "relations": _relations(conn),
        "acts": _acts(conn),
    }


def _entities(conn: sqlite3.Connection) -> list[Row]:
    sql = """SELECT id, type, name_en, name_ru, name_kk, abbr_en, abbr_ru, abbr_kk, scope, field, start_edtf, end_edtf,
        wikidata, origin FROM entities ORDER BY id"""
    return rows_of(conn.execute(sql))


def _memberships(conn: sqlite3.Connection) -> list[Row]:
    """With the sources behind each row: citations of reference facts and paths of documents, one a line."""
    sql = """SELECT m.*,
        (SELECT group_concat(DISTINCT s.citation) FROM membership_evidence v
          JOIN reference_facts f ON f.id = v.reference_id JOIN sources s ON s.id = f.source_id
          WHERE v.membership_id = m.id) AS citation,
        (SELECT s.url FROM membership_evidence v JOIN reference_facts f ON f.id = v.reference_id
          JOIN sources s ON s.id = f.source_id WHERE v.membership_id = m.id AND s.url <> '' LIMIT 1) AS source_url,
        (SELECT group_concat(DISTINCT q.path) FROM membership_evidence v
          JOIN event_quotes q ON q.event_id = v.event_id WHERE v.membership_id = m.id) AS documents
      FROM memberships m ORDER BY m.organization_id, m.member_id, m.start_earliest, m.id"""
    return rows_of(conn.execute(sql))


def _relations(conn: sqlite3.Connection) -> list[Row]:
    sql = """SELECT r.subject_id, r.type, r.object_id FROM relations r
        JOIN entities s ON s.id = r.subject_id JOIN entities o ON o.id = r.object_id
      WHERE r.type IN ('organ_of', 'part_of', 'founded_by', 'concerns', 'succeeded')
        AND s.type IN ('ORG', 'TREATY') AND o.type IN ('ORG', 'TREATY')
        AND (s.type = 'TREATY' OR s.scope = 'international') AND (o.type = 'TREATY' OR o.scope = 'international')
      ORDER BY r.subject_id, r.type, r.object_id"""
    return rows_of(conn.execute(sql))


def _acts(conn: sqlite3.Connection) -> list[Row]:
    """Successions, and who signed or ratified what; only what a source says and nothing contradicts."""
    sql = """SELECT v.id, v.type, v.subject_id, v.object_id, v.edtf, v.earliest, v.latest, v.support,
        p.entity_id AS party FROM events v LEFT JOIN event_participants p ON p.event_id = v.id
      WHERE v.polarity = 'asserted' AND v.support <> 'disputed' AND v.type IN ('succeeded', 'signed', 'ratified')
      ORDER BY v.earliest, v.id, p.entity_id"""
    return rows_of(conn.execute(sql))
