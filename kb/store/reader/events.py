"""The timeline, the claims behind it and where sources disagree."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kb.store.reader.entities import Row, rows_of


@dataclass(frozen=True, slots=True)
class Filter:
    """What part of the timeline is wanted; empty and None mean no limit, `since` and `until` are ISO days."""

    entities: Sequence[str] = ()
    types: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    polarity: str | None = "asserted"
    source_lang: str | None = None
    support: str | None = None
    international: bool = False


def timeline(conn: sqlite3.Connection, wanted: Filter, lang: str = "en") -> list[Row]:
    """Events by first possible day, the undated last; an event stays where its time overlaps the period."""
    where, values = _conditions(wanted)
    name = f"coalesce({{0}}.name_{lang}, {{0}}.name_en, {{0}}.name_ru, {{0}}.name_kk, {{0}}.id)"
    sql = f"""SELECT v.id AS event_id, v.edtf, v.earliest, v.latest, v.type, v.polarity, v.subject_id,
        {name.format("s")} AS subject, v.object_id, {name.format("o")} AS object, v.place, v.support, v.n_claims,
        v.n_documents, v.langs, v.confidence
      FROM events v JOIN entities s ON s.id = v.subject_id LEFT JOIN entities o ON o.id = v.object_id
      WHERE {" AND ".join(where)}
      ORDER BY coalesce(v.earliest, v.latest) IS NULL, coalesce(v.earliest, v.latest), v.latest, v.type, v.id"""
    return rows_of(conn.execute(sql, values))


def _conditions(wanted: Filter) -> tuple[list[str], dict[str, object]]:
    where, values = ["1"], dict[str, object]()
    for name, column in (("types", "v.type"), ("entities", "x.entity_id")):
        chosen = getattr(wanted, name)
        keys = {f"{name}{i}": value for i, value in enumerate(chosen)}
        values.update(keys)
        marks = ", ".join(f":{key}" for key in keys)
        if keys and name == "types":
            where.append(f"{column} IN ({marks})")
        elif keys:
            where.append(
                f"(v.subject_id IN ({marks}) OR v.object_id IN ({marks}) OR EXISTS (SELECT 1 FROM event_participants x "
                f"WHERE x.event_id = v.id AND {column} IN ({marks})))"
            )
    if wanted.since:
        where.append("coalesce(v.latest, '9999') >= :since AND (v.earliest IS NOT NULL OR v.latest IS NOT NULL)")
    if wanted.until:
        where.append("coalesce(v.earliest, '0000') <= :until AND (v.earliest IS NOT NULL OR v.latest IS NOT NULL)")
    if wanted.international:
        where.append("NOT EXISTS (SELECT 1 FROM entities n WHERE n.id IN (v.subject_id, v.object_id) "
                     "AND n.type = 'ORG' AND n.scope IS NOT 'international')")  # fmt: skip
    for column, value in (("polarity", wanted.polarity), ("support", wanted.support)):
        if value:
            where.append(f"v.{column} = :{column}")
    if wanted.source_lang:
        where.append("',' || replace(v.langs, ' ', ',') || ',' LIKE '%,' || :source_lang || ',%'")
    values.update(since=wanted.since, until=wanted.until, polarity=wanted.polarity, support=wanted.support,
                  source_lang=wanted.source_lang)  # fmt: skip
    return where, values


def quotes(conn: sqlite3.Connection, event_id: str) -> list[Row]:
    """What the documents say, one row a claim."""
    return rows_of(conn.execute("SELECT * FROM event_quotes WHERE event_id = ? ORDER BY lang, path", (event_id,)))


def claim(conn: sqlite3.Connection, claim_id: str) -> Row | None:
    """A claim by its number or its key, with its document."""
    sql = """SELECT c.*, s.page, d.path, d.title, d.authors, d.published, d.source, d.url, d.doi,
        d.lang AS document_lang
      FROM claims c JOIN documents d ON d.id = c.document_id LEFT JOIN sentences s ON s.id = c.sentence_id
      WHERE CAST(c.id AS TEXT) = ?1 OR c.key = ?1 ORDER BY CAST(c.id AS TEXT) = ?1 DESC, d.path LIMIT 1"""
    rows = rows_of(conn.execute(sql, (claim_id,)))
    return rows[0] if rows else None


def conflicts(conn: sqlite3.Connection) -> list[Row]:
    return rows_of(conn.execute("SELECT * FROM conflict_list ORDER BY subject, type, conflict_id"))


_YEAR = "CAST(substr(m.earliest, 1, 4) AS INTEGER) AS year"
_COUNTED = """count(DISTINCT m.document_id) AS documents,
        count(DISTINCT CASE m.lang WHEN 'en' THEN m.document_id END) AS en,
        count(DISTINCT CASE m.lang WHEN 'ru' THEN m.document_id END) AS ru,
        count(DISTINCT CASE m.lang WHEN 'kk' THEN m.document_id END) AS kk, count(DISTINCT m.id) AS dates"""
# Sentences that speak of an entity: by name, or because a claim in them is about it ("the Community", "it").
_SPOKEN = """SELECT entity_id, sentence_id, document_id FROM mentions WHERE entity_id IS NOT NULL
      UNION SELECT subject_id, sentence_id, document_id FROM claims WHERE subject_id IS NOT NULL
      UNION SELECT object_id, sentence_id, document_id FROM claims WHERE object_id IS NOT NULL"""
_OF_ONE_YEAR = "m.label = 'DATE' AND substr(m.earliest, 1, 4) = substr(m.latest, 1, 4)"


def coverage(conn: sqlite3.Connection, entity_id: str | None = None) -> list[Row]:
    """Years that documents name, with how many of them do, in which language; a date wider than a year is in none."""
    sql = f"""SELECT {_YEAR}, {_COUNTED} FROM mentions m WHERE {_OF_ONE_YEAR}
        AND (:id IS NULL OR m.sentence_id IN (SELECT sentence_id FROM ({_SPOKEN}) WHERE entity_id = :id))
      GROUP BY year ORDER BY year"""
    return rows_of(conn.execute(sql, {"id": entity_id}))


def coverage_of_bodies(conn: sqlite3.Connection, lang: str = "en") -> list[Row]:
    """The same for every international body: dates in sentences that speak of it, one row a body and year."""
    sql = f"""SELECT b.id AS body_id, coalesce(b.name_{lang}, b.name_en, b.name_ru, b.name_kk, b.id) AS body, {_YEAR},
        {_COUNTED} FROM mentions m JOIN ({_SPOKEN}) o ON o.sentence_id = m.sentence_id
        JOIN entities b ON b.id = o.entity_id
      WHERE {_OF_ONE_YEAR} AND b.type = 'ORG' AND b.scope = 'international' GROUP BY b.id, year ORDER BY b.id, year"""
    return rows_of(conn.execute(sql))


def bodies_spoken_of(conn: sqlite3.Connection, lang: str = "en") -> list[Row]:
    """International bodies that documents speak of, with their lives, those in most documents first."""
    sql = f"""SELECT b.id AS body_id, coalesce(b.name_{lang}, b.name_en, b.name_ru, b.name_kk, b.id) AS body,
        b.start_edtf, b.end_edtf, count(DISTINCT m.document_id) AS documents
      FROM ({_SPOKEN}) m JOIN entities b ON b.id = m.entity_id WHERE b.type = 'ORG' AND b.scope = 'international'
      GROUP BY b.id ORDER BY documents DESC, b.id"""
    return rows_of(conn.execute(sql))
