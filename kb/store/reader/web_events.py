"""What the pages of one event and of its sources show: quotes, reference facts, participants, what disagrees."""

import sqlite3

from kb.store.reader.entities import Row, rows_of


def name_of(alias: str, lang: str) -> str:
    """SQL for the name of an entity in a language of output."""
    return f"coalesce({alias}.name_{lang}, {alias}.name_en, {alias}.name_ru, {alias}.name_kk, {alias}.id)"


def _events(lang: str) -> str:
    return f"""SELECT v.id AS event_id, v.type, v.polarity, v.subject_id, {name_of("s", lang)} AS subject, v.object_id,
        {name_of("o", lang)} AS object, v.edtf, v.earliest, v.latest, v.place, v.place_id, v.support, v.n_claims,
        v.n_documents, v.langs, v.confidence
      FROM events v JOIN entities s ON s.id = v.subject_id LEFT JOIN entities o ON o.id = v.object_id"""


def event(conn: sqlite3.Connection, event_id: str, lang: str) -> Row | None:
    rows = rows_of(conn.execute(f"{_events(lang)} WHERE v.id = ?", (event_id,)))
    return rows[0] if rows else None


def same_question(conn: sqlite3.Connection, event_id: str, lang: str) -> list[Row]:
    """The event and every other of its type about the same subject and object, whatever its date or polarity.

    With it come those that a conflict holds against it, though their object may differ.
    """
    sql = f"""{_events(lang)} JOIN events x ON x.id = :id
      WHERE (v.type = x.type AND v.subject_id = x.subject_id AND v.object_id IS x.object_id)
        OR v.id IN (SELECT event_a FROM conflicts WHERE event_b = :id UNION
                    SELECT event_b FROM conflicts WHERE event_a = :id)
      ORDER BY v.id <> :id, v.earliest IS NULL, v.earliest, v.id"""
    return rows_of(conn.execute(sql, {"id": event_id}))


def event_quotes(conn: sqlite3.Connection, event_id: str, lang: str) -> list[Row]:
    """One row a claim, with its place in the document and what it was read to say.

    `aside`: what in it is not what is known: its "type", the "thing" it is of, or its "day"; null where nothing is.
    """
    sql = f"""SELECT q.*, c.start_char, c.end_char, c.value, c.unit, c.place, c.type AS said_type,
        {name_of("s", lang)} AS said_subject, iif(o.id IS NULL, NULL, {name_of("o", lang)}) AS said_object,
        CASE WHEN q.reason IS NULL THEN NULL WHEN c.type <> v.type THEN 'type'
          WHEN c.subject_id <> v.subject_id OR c.object_id IS NOT v.object_id THEN 'thing' ELSE 'day' END AS aside
      FROM event_quotes q JOIN claims c ON c.id = q.claim_id JOIN events v ON v.id = q.event_id
        JOIN entities s ON s.id = c.subject_id LEFT JOIN entities o ON o.id = c.object_id
      WHERE q.event_id = ? ORDER BY q.lang, q.path, c.start_char"""
    return rows_of(conn.execute(sql, (event_id,)))


def event_references(conn: sqlite3.Connection, event_id: str) -> list[Row]:
    """Reference facts behind an event, each with its source."""
    sql = f"""{_REFERENCE} JOIN event_references r ON r.reference_id = f.id
      WHERE r.event_id = ? ORDER BY f.start_edtf, f.id"""
    return rows_of(conn.execute(sql, (event_id,)))


_REFERENCE = """SELECT f.id AS reference_id, f.type, f.status, f.start_edtf, f.end_edtf, f.unverified, f.note,
    s.citation, s.url, s.retrieved FROM reference_facts f JOIN sources s ON s.id = f.source_id"""


def event_participants(conn: sqlite3.Connection, event_id: str, lang: str) -> list[Row]:
    sql = f"""SELECT p.entity_id, {name_of("e", lang)} AS name, p.role FROM event_participants p
      JOIN entities e ON e.id = p.entity_id WHERE p.event_id = ? ORDER BY p.role, name"""
    return rows_of(conn.execute(sql, (event_id,)))


def event_conflicts(conn: sqlite3.Connection, event_id: str) -> list[Row]:
    sql = """SELECT id AS conflict_id, kind, event_a, event_b, explanation FROM conflicts
      WHERE event_a = :id OR event_b = :id ORDER BY id"""
    return rows_of(conn.execute(sql, {"id": event_id}))


def event_memberships(conn: sqlite3.Connection, event_id: str, lang: str) -> list[Row]:
    """Spells that rest on the event."""
    sql = f"""{_spells(lang)} WHERE m.id IN (SELECT membership_id FROM membership_evidence WHERE event_id = ?)
      ORDER BY m.start_earliest, m.id"""
    return rows_of(conn.execute(sql, (event_id,)))


def _spells(lang: str) -> str:
    return f"""SELECT m.id AS membership_id, m.organization_id, {name_of("o", lang)} AS organization, m.member_id,
        {name_of("e", lang)} AS member, m.status, m.start_edtf, m.end_edtf, m.start_earliest, m.start_latest,
        m.end_earliest, m.end_latest, m.support
      FROM memberships m JOIN entities o ON o.id = m.organization_id JOIN entities e ON e.id = m.member_id"""


def membership(conn: sqlite3.Connection, membership_id: str, lang: str) -> Row | None:
    rows = rows_of(conn.execute(f"{_spells(lang)} WHERE m.id = ?", (membership_id,)))
    return rows[0] if rows else None


def spells_of_pair(conn: sqlite3.Connection, organization_id: str, member_id: str, lang: str) -> list[Row]:
    """All spells of one member in one body."""
    sql = f"{_spells(lang)} WHERE m.organization_id = ? AND m.member_id = ? ORDER BY m.start_earliest, m.id"
    return rows_of(conn.execute(sql, (organization_id, member_id)))


def pair_events(conn: sqlite3.Connection, organization_id: str, member_id: str, lang: str) -> list[Row]:
    """Everything that anyone says of how a member stands to a body."""
    sql = f"{_events(lang)} WHERE v.subject_id = ? AND v.object_id = ? ORDER BY v.earliest IS NULL, v.earliest, v.id"
    return rows_of(conn.execute(sql, (member_id, organization_id)))


def membership_references(conn: sqlite3.Connection, organization_id: str, member_id: str) -> list[Row]:
    sql = f"{_REFERENCE} WHERE f.object_id = ? AND f.subject_id = ? ORDER BY f.start_edtf, f.id"
    return rows_of(conn.execute(sql, (organization_id, member_id)))


def spells_of(conn: sqlite3.Connection, entity_ids: list[str], lang: str) -> list[Row]:
    """Spells of these bodies and of these members, for bars on a timeline."""
    marks = ", ".join("?" * len(entity_ids))
    sql = f"""{_spells(lang)} WHERE m.organization_id IN ({marks}) OR m.member_id IN ({marks})
      ORDER BY m.organization_id, m.status <> 'member', m.start_earliest, m.member_id"""
    return rows_of(conn.execute(sql, (*entity_ids, *entity_ids)))


def conflict_rows(conn: sqlite3.Connection, lang: str) -> list[Row]:
    """Every disagreement with the names of what it is about, what stands and what some texts say."""
    sql = f"""SELECT c.id AS conflict_id, c.kind, c.explanation, a.id AS event_id, b.id AS other_id, a.type,
        a.subject_id, {name_of("s", lang)} AS subject, a.object_id, {name_of("o", lang)} AS object,
        CASE WHEN a.id = b.id AND f.id IS NOT NULL THEN f.start_edtf ELSE a.edtf END AS stands,
        f.status AS known_status, a.support AS stands_support, b.edtf AS disagrees, b.polarity AS disagrees_polarity,
        CASE WHEN b.object_id IS NOT a.object_id THEN {name_of("p", lang)} END AS disagrees_object,
        b.object_id AS disagrees_object_id, b.n_documents, b.langs
      FROM conflicts c JOIN events a ON a.id = c.event_a JOIN events b ON b.id = c.event_b
        JOIN entities s ON s.id = a.subject_id LEFT JOIN entities o ON o.id = a.object_id
        LEFT JOIN entities p ON p.id = b.object_id LEFT JOIN reference_facts f ON f.id = c.reference_id
      ORDER BY subject, a.type, c.id"""
    return rows_of(conn.execute(sql))


def claim_exists(conn: sqlite3.Connection, key: str) -> bool:
    return conn.execute("SELECT 1 FROM claims WHERE key = ?", (key,)).fetchone() is not None
