"""What the home page shows: sizes, the period, the great steps, the bodies that the documents are about."""

import sqlite3

from kb.store.reader.documents import languages, sizes
from kb.store.reader.entities import Row, rows_of

__all__ = ["chief_bodies", "great_steps", "languages", "newest_documents", "period", "sizes"]
_GREAT = ("established", "entered_into_force", "signed", "succeeded", "terminated", "reached_stage")


def _name(alias: str, lang: str) -> str:
    return f"coalesce({alias}.name_{lang}, {alias}.name_en, {alias}.name_ru, {alias}.name_kk, {alias}.id)"


def period(conn: sqlite3.Connection) -> Row:
    """First and last year of asserted events that lie within a year."""
    sql = """SELECT min(substr(earliest, 1, 4)) AS first, max(substr(earliest, 1, 4)) AS last FROM events
      WHERE polarity = 'asserted' AND earliest IS NOT NULL AND substr(earliest, 1, 4) = substr(latest, 1, 4)"""
    return rows_of(conn.execute(sql))[0]


def great_steps(conn: sqlite3.Connection, lang: str, limit: int = 40) -> list[Row]:
    """Events of international bodies and instruments that most documents tell, in order of time.

    Of equally many, those of the bodies that the documents name most: else the later ones would fall out.
    """
    marks = ", ".join("?" * len(_GREAT))
    sql = f"""WITH named AS (SELECT entity_id, count(*) AS n FROM mentions WHERE label = 'ORG' GROUP BY entity_id)
      SELECT * FROM (SELECT v.id AS event_id, v.type, v.edtf, v.earliest, v.latest, v.subject_id,
        {_name("s", lang)} AS subject, s.abbr_{lang} AS abbr, v.object_id, {_name("o", lang)} AS object,
        v.polarity, v.support, v.n_documents, v.langs
      FROM events v JOIN entities s ON s.id = v.subject_id LEFT JOIN entities o ON o.id = v.object_id
        LEFT JOIN named ON named.entity_id = CASE s.type WHEN 'ORG' THEN v.subject_id ELSE v.object_id END
      WHERE v.type IN ({marks}) AND v.polarity = 'asserted' AND v.earliest IS NOT NULL AND v.n_documents > 0
        AND substr(v.earliest, 1, 4) = substr(v.latest, 1, 4) AND s.origin = 'registry'
        AND v.support IN ('both', 'texts') AND (s.type <> 'ORG' OR s.scope = 'international')
      ORDER BY v.support = 'both' DESC, v.n_documents DESC, v.type = 'established' DESC, named.n DESC,
        v.earliest, v.id LIMIT ?)
      ORDER BY earliest, event_id"""
    return rows_of(conn.execute(sql, (*_GREAT, limit)))


def chief_bodies(conn: sqlite3.Connection, lang: str, limit: int = 12) -> list[Row]:
    """International bodies with members, most named first."""
    sql = f"""SELECT e.id, {_name("e", lang)} AS name, e.abbr_{lang} AS abbr, e.start_edtf, e.end_edtf,
        (SELECT count(*) FROM mentions m WHERE m.entity_id = e.id) AS mentions
      FROM entities e WHERE e.type = 'ORG' AND e.scope = 'international'
        AND EXISTS (SELECT 1 FROM memberships x WHERE x.organization_id = e.id)
      ORDER BY mentions DESC, e.id LIMIT ?"""
    return rows_of(conn.execute(sql, (limit,)))


def newest_documents(conn: sqlite3.Connection, limit: int = 6) -> list[Row]:
    sql = """SELECT id, title, path, lang, published FROM documents WHERE duplicate_of IS NULL
      ORDER BY published DESC, path LIMIT ?"""
    return rows_of(conn.execute(sql, (limit,)))
