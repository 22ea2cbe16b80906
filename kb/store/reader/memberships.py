"""Who belongs to what, over time and on a day."""

import sqlite3

from kb.store.reader.entities import Row, rows_of

# A start that nobody knows may lie anywhere; an end that is empty has not come.
_CERTAIN = "coalesce(m.start_latest, '9999-12-31') <= :first AND coalesce(m.end_earliest, '9999-12-32') > :last"
_POSSIBLE = "coalesce(m.start_earliest, '0000-01-01') <= :last AND coalesce(m.end_latest, '9999-12-32') > :first"


def members(conn: sqlite3.Connection, organization_id: str, status: str | None = None, lang: str = "en") -> list[Row]:
    """All spells of all members, by first day."""
    return _members(conn, organization_id, "1", {"status": status}, lang)


def members_on(
    conn: sqlite3.Connection, organization_id: str, days: tuple[str, str], status: str | None = None, lang: str = "en"
) -> list[Row]:
    """Who belongs between two days, both included (one day twice: on it); `certainty` is certain or possible."""
    values = {"first": days[0], "last": days[1], "status": status}
    return _members(conn, organization_id, _POSSIBLE, values, lang)


def _members(
    conn: sqlite3.Connection, organization_id: str, where: str, values: dict[str, str | None], lang: str
) -> list[Row]:
    certainty = f", CASE WHEN {_CERTAIN} THEN 'certain' ELSE 'possible' END AS certainty" if "first" in values else ""
    sql = f"""SELECT m.member_id, coalesce(e.name_{lang}, e.name_en, e.name_ru, e.name_kk, e.id) AS member, m.status,
        m.start_edtf, m.end_edtf, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest, m.support{certainty},
        m.id AS membership_id
      FROM memberships m JOIN entities e ON e.id = m.member_id
      WHERE m.organization_id = :organization AND (:status IS NULL OR m.status = :status) AND {where}
      ORDER BY m.status <> 'member', m.status, m.start_earliest, m.member_id"""
    return rows_of(conn.execute(sql, {**values, "organization": organization_id}))


def organizations_of(conn: sqlite3.Connection, member_id: str, lang: str = "en") -> list[Row]:
    """The bodies that a member has belonged to."""
    sql = f"""SELECT m.organization_id, coalesce(o.name_{lang}, o.name_en, o.name_ru, o.name_kk, o.id) AS organization,
        m.status, m.start_edtf, m.end_edtf, m.support, m.id AS membership_id
      FROM memberships m JOIN entities o ON o.id = m.organization_id
      WHERE m.member_id = ? ORDER BY m.start_earliest, m.organization_id"""
    return rows_of(conn.execute(sql, (member_id,)))


def evidence(conn: sqlite3.Connection, membership_id: str) -> list[Row]:
    """Quotes of texts and citations of reference facts behind one membership."""
    sql = """SELECT 'text' AS kind, q.lang AS lang, q.path AS path, q.page,
        q.quote, c.type, c.edtf, c.polarity, c.id AS claim_id
      FROM membership_evidence v JOIN event_quotes q ON q.event_id = v.event_id JOIN claims c ON c.id = q.claim_id
      WHERE v.membership_id = :id
      UNION SELECT 'reference', '', coalesce(s.url, ''), NULL, s.citation || coalesce(' (' || f.note || ')', ''),
        f.type, f.start_edtf, CASE f.unverified WHEN 1 THEN 'unverified' ELSE '' END, NULL
      FROM membership_evidence v JOIN reference_facts f ON f.id = v.reference_id JOIN sources s ON s.id = f.source_id
      WHERE v.membership_id = :id ORDER BY kind, lang, path"""
    return rows_of(conn.execute(sql, {"id": membership_id}))
