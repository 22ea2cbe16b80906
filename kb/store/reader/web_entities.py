"""All that an entity's page shows beside what `entities`, `events` and `memberships` already read."""

import sqlite3

from kb.store.reader.entities import Row, rows_of

# Enough to know an entity's company; a country can stand in a hundred thousand sentences.
_SAMPLE = 3000
_TRIES = 12


def _name(alias: str, lang: str) -> str:
    return f"coalesce({alias}.name_{lang}, {alias}.name_en, {alias}.name_ru, {alias}.name_kk, {alias}.id)"


def moved_to(conn: sqlite3.Connection, entity_id: str) -> str | None:
    """The id that stands for a merged one now."""
    row = conn.execute("SELECT new_id FROM redirects WHERE old_id = ?", (entity_id,)).fetchone()
    return str(row[0]) if row else None


def counts(conn: sqlite3.Connection, entity_id: str) -> Row:
    """How often and in how many documents the entity is named."""
    sql = "SELECT count(*) AS mentions, count(DISTINCT document_id) AS documents FROM mentions WHERE entity_id = ?"
    return rows_of(conn.execute(sql, (entity_id,)))[0]


def relations(conn: sqlite3.Connection, entity_id: str, lang: str) -> list[Row]:
    """Lasting relations; `forward` where the entity is the subject."""
    sql = f"""SELECT r.type, r.subject_id = :id AS forward, o.id AS other_id, {_name("o", lang)} AS other
      FROM relations r JOIN entities o ON o.id = CASE r.subject_id WHEN :id THEN r.object_id ELSE r.subject_id END
      WHERE r.subject_id = :id OR r.object_id = :id ORDER BY r.type, forward DESC, other"""
    return rows_of(conn.execute(sql, {"id": entity_id}))


def spells_of_members(conn: sqlite3.Connection, entity_id: str, lang: str) -> list[Row]:
    return _spells(conn, "organization_id", "member_id", entity_id, lang)


def spells_of_bodies(conn: sqlite3.Connection, entity_id: str, lang: str) -> list[Row]:
    return _spells(conn, "member_id", "organization_id", entity_id, lang)


def _spells(conn: sqlite3.Connection, this: str, other: str, entity_id: str, lang: str) -> list[Row]:
    """Membership rows by first day, with the other side as `other_id` and `other`."""
    sql = f"""SELECT m.{other} AS other_id, {_name("e", lang)} AS other, m.status, m.start_edtf, m.end_edtf,
        m.start_earliest, m.start_latest, m.end_earliest, m.end_latest, m.support, m.id AS membership_id
      FROM memberships m JOIN entities e ON e.id = m.{other} WHERE m.{this} = ?
      ORDER BY m.start_earliest IS NULL, m.start_earliest, other, m.end_earliest"""
    return rows_of(conn.execute(sql, (entity_id,)))


def sentences(conn: sqlite3.Connection, entity_id: str, lang: str, limit: int) -> list[Row]:
    """Some sentences in a language that name the entity, of different documents where possible."""
    sql = """SELECT m.start_char, m.end_char, m.lang, s.text AS sentence, s.start_char AS sentence_start, s.page,
        d.title, d.path, d.published, m.document_id
      FROM mentions m JOIN sentences s ON s.id = m.sentence_id JOIN documents d ON d.id = m.document_id
      WHERE m.entity_id = ? AND m.lang = ? LIMIT ?"""
    found = rows_of(conn.execute(sql, (entity_id, lang, limit * _TRIES)))
    first = {row["document_id"]: row for row in reversed(found)}
    chosen = list(first.values())
    seen = {(row["document_id"], row["sentence_start"]) for row in chosen}
    for row in found:
        key = (row["document_id"], row["sentence_start"])
        if key not in seen:
            seen.add(key)
            chosen.append(row)
    return sorted(chosen[:limit], key=lambda row: (str(row["path"]), row["start_char"]))


def documents(conn: sqlite3.Connection, entity_id: str, limit: int) -> list[Row]:
    """Documents by how often they name the entity."""
    # Counted on the index alone: the view of the same would read every document that names the entity.
    sql = """SELECT n.document_id, d.title, d.path, d.lang, d.published, n.n_mentions
      FROM (SELECT document_id, count(*) AS n_mentions FROM mentions WHERE entity_id = ? GROUP BY document_id
        ORDER BY n_mentions DESC, document_id LIMIT ?) n JOIN documents d ON d.id = n.document_id
      ORDER BY n.n_mentions DESC, d.path"""
    return rows_of(conn.execute(sql, (entity_id, limit)))


def company(conn: sqlite3.Connection, entity_id: str, lang: str, limit: int = 24) -> list[Row]:
    """Entities named in the same sentences, most often first."""
    sql = f"""WITH mine AS (SELECT DISTINCT sentence_id FROM mentions WHERE entity_id = :id LIMIT {_SAMPLE}),
      near AS (SELECT o.entity_id, count(DISTINCT o.sentence_id) AS n FROM mine CROSS JOIN mentions o
        ON o.sentence_id = mine.sentence_id WHERE o.entity_id <> :id GROUP BY 1 ORDER BY n DESC, 1 LIMIT :limit)
      SELECT near.entity_id, {_name("e", lang)} AS name, e.type, near.n
      FROM near JOIN entities e ON e.id = near.entity_id ORDER BY near.n DESC, e.id"""
    return rows_of(conn.execute(sql, {"id": entity_id, "limit": limit}))


def conflicts(conn: sqlite3.Connection, entity_id: str, lang: str) -> list[Row]:
    """Disagreements about events that the entity is subject or object of."""
    sql = f"""SELECT c.id AS conflict_id, c.kind, a.type, a.subject_id, {_name("s", lang)} AS subject, a.object_id,
        {_name("o", lang)} AS object,
        CASE WHEN a.id = b.id AND f.id IS NOT NULL THEN f.start_edtf ELSE a.edtf END AS stands,
        b.edtf AS disagrees, b.polarity AS disagrees_polarity, b.langs,
        b.n_documents, c.explanation, c.event_a, c.event_b, c.event_a AS event_id
      FROM conflicts c JOIN events a ON a.id = c.event_a JOIN events b ON b.id = c.event_b
        JOIN entities s ON s.id = a.subject_id LEFT JOIN entities o ON o.id = a.object_id
        LEFT JOIN reference_facts f ON f.id = c.reference_id
      WHERE a.subject_id = :id OR a.object_id = :id OR b.object_id = :id ORDER BY a.earliest, c.id"""
    return rows_of(conn.execute(sql, {"id": entity_id}))


def reference_facts(conn: sqlite3.Connection, entity_id: str) -> list[Row]:
    """What was known beforehand about the entity itself, with the source."""
    sql = """SELECT f.type, f.subject_id, f.object_id, f.status, f.start_edtf, f.end_edtf, f.unverified, f.note,
        s.citation, s.url FROM reference_facts f JOIN sources s ON s.id = f.source_id
      WHERE f.subject_id = ? AND f.type <> 'membership' ORDER BY f.start_edtf, f.id"""
    return rows_of(conn.execute(sql, (entity_id,)))
