"""What the graph page needs: memberships of chosen bodies with their entities, and what one may choose from."""

import sqlite3
from collections.abc import Sequence

from kb.store.reader.entities import Row, rows_of
from kb.store.reader.web_events import name_of

_COLUMNS = """id, type, name_en, name_ru, name_kk, abbr_en, abbr_ru, abbr_kk, scope, field, start_edtf, end_edtf,
    wikidata, origin"""

_DOCUMENTS = """(SELECT group_concat(d.path) FROM documents d WHERE d.id IN (SELECT c.document_id
          FROM membership_evidence v JOIN event_claims x ON x.event_id = v.event_id JOIN claims c ON c.id = x.claim_id
          WHERE v.membership_id = m.id))"""


def rows_of_bodies(
    conn: sqlite3.Connection, bodies: Sequence[str], members: Sequence[str], documents: bool
) -> dict[str, list[Row]]:
    """As `graph.graph_rows`, but only memberships in these bodies, and only of these members where any are named.

    The paths of the documents behind each membership grow with the collection: files hold them, the page does not.
    """
    chosen = f"organization_id IN ({', '.join('?' * len(bodies))})"
    values = list(bodies)
    if members:
        chosen += f" AND member_id IN ({', '.join('?' * len(members))})"
        values += list(members)
    spells = f"""SELECT m.*,
        (SELECT group_concat(DISTINCT s.citation) FROM membership_evidence v
          JOIN reference_facts f ON f.id = v.reference_id JOIN sources s ON s.id = f.source_id
          WHERE v.membership_id = m.id) AS citation,
        (SELECT s.url FROM membership_evidence v JOIN reference_facts f ON f.id = v.reference_id
          JOIN sources s ON s.id = f.source_id WHERE v.membership_id = m.id AND s.url <> '' LIMIT 1) AS source_url,
        {_DOCUMENTS if documents else "NULL"} AS documents
      FROM memberships m WHERE {chosen} ORDER BY m.organization_id, m.member_id, m.start_earliest, m.id"""
    ends = f"""SELECT organization_id FROM memberships WHERE {chosen}
      UNION SELECT member_id FROM memberships WHERE {chosen}"""
    entities = f"SELECT {_COLUMNS} FROM entities WHERE id IN ({ends}) ORDER BY id"
    return {
        "entities": rows_of(conn.execute(entities, values * 2)),
        "memberships": rows_of(conn.execute(spells, values)),
        "relations": [],
        "acts": [],
    }


def members(conn: sqlite3.Connection, lang: str) -> list[Row]:
    """Whoever belongs to anything, by name."""
    sql = f"""SELECT e.id, {name_of("e", lang)} AS name FROM entities e
      WHERE e.id IN (SELECT member_id FROM memberships) ORDER BY name"""
    return rows_of(conn.execute(sql))
