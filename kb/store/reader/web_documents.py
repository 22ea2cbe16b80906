"""Documents as pages show them: the list, one with all that was found in it, and its versions in other languages."""

import sqlite3

from kb.store.reader.entities import Row, rows_of


def document_list(conn: sqlite3.Connection, lang: str | None, first: int, limit: int) -> list[Row]:
    """A page of documents, newest first, with how much was found in each."""
    sql = f"""SELECT d.id, d.title, d.path, d.authors, d.lang, d.published, d.source, d.media_type, d.n_chars,
        (SELECT count(*) FROM mentions m WHERE m.document_id = d.id) AS mentions,
        (SELECT count(*) FROM claims c WHERE c.document_id = d.id) AS claims
      FROM documents d {"WHERE d.lang = :lang" if lang else ""}
      ORDER BY d.published DESC, d.path LIMIT :limit OFFSET :first"""
    return rows_of(conn.execute(sql, {"lang": lang, "limit": limit, "first": first}))


def document_count(conn: sqlite3.Connection, lang: str | None) -> int:
    sql = f"SELECT count(*) FROM documents {'WHERE lang = :lang' if lang else ''}"
    return int(conn.execute(sql, {"lang": lang}).fetchone()[0])


def segments(conn: sqlite3.Connection, document_id: str) -> list[Row]:
    sql = (
        "SELECT lang, kind, start_char, end_char FROM segments WHERE document_id = ? ORDER BY start_char, end_char DESC"
    )
    return rows_of(conn.execute(sql, (document_id,)))


def pages(conn: sqlite3.Connection, document_id: str) -> list[Row]:
    """Where each page's first sentence begins; nothing for formats without pages."""
    sql = """SELECT page, min(start_char) AS start_char FROM sentences
      WHERE document_id = ? AND page IS NOT NULL GROUP BY page ORDER BY 2"""
    return rows_of(conn.execute(sql, (document_id,)))


def mentions(conn: sqlite3.Connection, document_id: str, lang: str) -> list[Row]:
    """Mentions in order, with the name of what is meant."""
    sql = f"""SELECT m.label, m.start_char, m.end_char, m.text, m.lang, m.entity_id, m.edtf, m.method,
        coalesce(e.name_{lang}, e.name_en, e.name_ru, e.name_kk, e.id) AS name
      FROM mentions m LEFT JOIN entities e ON e.id = m.entity_id WHERE m.document_id = ?
      ORDER BY m.start_char, m.end_char DESC"""
    return rows_of(conn.execute(sql, (document_id,)))


def quantities(conn: sqlite3.Connection, document_id: str) -> list[Row]:
    sql = """SELECT start_char, end_char, text, value, unit, about FROM quantities WHERE document_id = ?
      ORDER BY start_char, end_char DESC"""
    return rows_of(conn.execute(sql, (document_id,)))


def claims(conn: sqlite3.Connection, document_id: str, lang: str) -> list[Row]:
    """What the document says, in its order, with the event each claim went into."""
    name = f"coalesce({{0}}.name_{lang}, {{0}}.name_en, {{0}}.name_ru, {{0}}.name_kk, {{0}}.id)"
    sql = f"""SELECT c.id AS claim_id, c.key, c.type, c.subject_id, {name.format("s")} AS subject, c.object_id,
        {name.format("o")} AS object, c.edtf,
        coalesce(w.name_{lang}, c.place) AS place, c.polarity, c.start_char, c.end_char, c.lang, c.quote, c.origin,
        c.confidence, (SELECT x.event_id FROM event_claims x WHERE x.claim_id = c.id LIMIT 1) AS event_id
      FROM claims c JOIN entities s ON s.id = c.subject_id LEFT JOIN entities o ON o.id = c.object_id
        LEFT JOIN entities w ON w.id = c.place_id
      WHERE c.document_id = ? ORDER BY c.start_char, c.id"""
    return rows_of(conn.execute(sql, (document_id,)))


def same_file_name(conn: sqlite3.Connection, document_id: str, stem: str) -> list[Row]:
    """Documents in other languages whose path holds the stem; `%` and `_` in it stand for themselves."""
    like = "%" + stem.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    sql = """SELECT id, path, title, lang FROM documents WHERE path LIKE ?2 ESCAPE '\\' AND id <> ?1
        AND lang <> coalesce((SELECT lang FROM documents WHERE id = ?1), '') ORDER BY lang, path LIMIT 50"""
    return rows_of(conn.execute(sql, (document_id, like)))
