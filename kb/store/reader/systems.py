"""Rows behind stages, scorecard, register of instruments and check: instruments, their acts, and who says so."""

import sqlite3

from kb.store.reader.entities import Row, rows_of

_NAME = "coalesce({0}.name_{lang}, {0}.name_en, {0}.name_ru, {0}.name_kk, {0}.id)"
_SOURCES = """(SELECT group_concat(citation, '; ') FROM (SELECT DISTINCT s.citation FROM event_references r
    JOIN reference_facts f ON f.id = r.reference_id JOIN sources s ON s.id = f.source_id WHERE r.event_id = v.id))"""
_NOTES = """(SELECT group_concat(f.note, '; ') FROM event_references r JOIN reference_facts f ON f.id = r.reference_id
    WHERE r.event_id = v.id)"""
_DOCUMENTS = "(SELECT group_concat(DISTINCT q.path) FROM event_quotes q WHERE q.event_id = v.id)"
_UNTIL = """(SELECT max(f.end_edtf) FROM event_references r JOIN reference_facts f ON f.id = r.reference_id
    WHERE r.event_id = v.id)"""
_UNVERIFIED = """(SELECT max(f.unverified) FROM event_references r JOIN reference_facts f ON f.id = r.reference_id
    WHERE r.event_id = v.id)"""

# What a disputed event differs from: the day that stands, that of a fact which makes no event, or all that are known.
_STANDS = """(SELECT group_concat(DISTINCT CASE WHEN c.event_a = c.event_b THEN f.start_edtf ELSE w.edtf END)
    FROM conflicts c JOIN events w ON w.id = c.event_a LEFT JOIN reference_facts f ON f.id = c.reference_id
    WHERE c.event_b = v.id)"""
_KNOWN_DATES = """(SELECT group_concat(DISTINCT w.edtf) FROM events w WHERE w.type = v.type
    AND w.subject_id = v.subject_id AND w.support IN ('both', 'reference') AND (w.object_id IS v.object_id
    OR w.type IN ('signed', 'adopted', 'entered_into_force', 'in_effect', 'established', 'terminated')))"""
_KNOWN_STATUS = """(SELECT group_concat(DISTINCT f.status) FROM conflicts c JOIN reference_facts f
    ON f.id = c.reference_id WHERE c.event_b = v.id)"""
_EXPLAINED = "(SELECT group_concat(DISTINCT c.explanation) FROM conflicts c WHERE c.event_b = v.id)"
_REASONS = "(SELECT group_concat(DISTINCT x.reason) FROM event_claims x WHERE x.event_id = v.id)"


def instruments(conn: sqlite3.Connection, lang: str = "en") -> list[Row]:
    """Every instrument with its area and the bodies it concerns or (`founds`) brought into being, one row a body."""
    name, body = _NAME.format("e", lang=lang), _NAME.format("b", lang=lang)
    sql = f"""SELECT e.id, {name} AS name, e.field AS area, e.origin, b.id AS body_id, {body} AS body,
        coalesce(l.founds, 0) AS founds
      FROM entities e LEFT JOIN (SELECT instrument, body, max(founds) AS founds FROM (
        SELECT subject_id AS instrument, object_id AS body, 0 AS founds FROM relations WHERE type = 'concerns'
        UNION SELECT object_id, subject_id, 1 FROM relations WHERE type = 'founded_by') GROUP BY 1, 2) l
        ON l.instrument = e.id AND l.body IN (SELECT id FROM entities WHERE type = 'ORG')
      LEFT JOIN entities b ON b.id = l.body
      WHERE e.type = 'TREATY' AND e.id NOT IN (SELECT old_id FROM redirects) ORDER BY e.id, b.id"""
    return rows_of(conn.execute(sql))


def instrument_acts(conn: sqlite3.Connection) -> list[Row]:
    """Asserted, undisputed acts on instruments, one row a party, with their sources, and what never came into force.

    `until` is the end that a reference fact sets; who accedes to an instrument or leaves it is its party.
    """
    columns = f"""v.edtf, v.earliest, v.latest, v.support, v.polarity, {_UNTIL} AS until, {_SOURCES} AS citation,
        {_DOCUMENTS} AS documents"""
    sql = f"""SELECT v.id, v.type, v.subject_id, v.object_id, p.entity_id AS party, {columns}
      FROM events v JOIN entities e ON e.id = v.subject_id LEFT JOIN event_participants p ON p.event_id = v.id
      WHERE e.type = 'TREATY' AND v.support <> 'disputed'
        AND v.type IN ('signed', 'ratified', 'adopted', 'entered_into_force', 'in_effect', 'terminated')
        AND (v.polarity = 'asserted' OR v.polarity = 'negated' AND v.type = 'entered_into_force')
      UNION ALL SELECT v.id, v.type, v.object_id, NULL, v.subject_id, {columns}
      FROM events v JOIN entities e ON e.id = v.object_id
      WHERE e.type = 'TREATY' AND v.polarity = 'asserted' AND v.support <> 'disputed'
        AND v.type IN ('acceded', 'withdrew')
      ORDER BY 3, 7, 1, 5"""
    return rows_of(conn.execute(sql))


def stage_events(conn: sqlite3.Connection, lang: str = "en") -> list[Row]:
    """What says that a body reached a stage, and until when the body lived."""
    body, stage = _NAME.format("b", lang=lang), _NAME.format("s", lang=lang)
    sql = f"""SELECT v.id, v.subject_id AS body_id, {body} AS body, v.object_id AS stage_id, {stage} AS stage, v.edtf,
        v.earliest, v.latest, v.support, b.end_edtf AS body_end, {_SOURCES} AS citation, {_NOTES} AS note,
        {_UNVERIFIED} AS unverified, {_DOCUMENTS} AS documents
      FROM events v JOIN entities b ON b.id = v.subject_id LEFT JOIN entities s ON s.id = v.object_id
      WHERE v.type = 'reached_stage' AND v.polarity = 'asserted' ORDER BY v.subject_id, v.earliest, v.object_id"""
    return rows_of(conn.execute(sql))


def body_ends(conn: sqlite3.Connection) -> dict[str, str]:
    """Body -> the day on which it ended, by the event that stands."""
    sql = """SELECT subject_id, edtf FROM events WHERE type = 'terminated' AND polarity = 'asserted'
      AND support IN ('both', 'reference') AND edtf IS NOT NULL ORDER BY earliest DESC"""
    return {row[0]: row[1] for row in conn.execute(sql)}


def counted_in_texts(conn: sqlite3.Connection, units: tuple[str, ...], least: float) -> list[Row]:
    """Numbers of instruments that texts name: those whose unit begins like one of the words."""
    likes = " OR ".join("q.unit LIKE ?" for _ in units)
    sql = f"""SELECT q.value, q.unit, d.path, s.lang, s.text AS sentence, q.document_id, q.start_char, q.end_char,
          (SELECT group_concat(DISTINCT m.entity_id)
          FROM mentions m WHERE m.sentence_id = q.sentence_id AND m.label = 'ORG') AS bodies
      FROM quantities q JOIN documents d ON d.id = q.document_id LEFT JOIN sentences s ON s.id = q.sentence_id
      WHERE q.value >= ? AND ({likes}) ORDER BY d.path, q.start_char"""
    return rows_of(conn.execute(sql, (least, *(f"{unit}%" for unit in units))))


def checked_events(conn: sqlite3.Connection, lang: str = "en") -> list[Row]:
    """Asserted events with what vouches for them and what they contradict."""
    subject, obj = _NAME.format("s", lang=lang), _NAME.format("o", lang=lang)
    sql = f"""SELECT v.id, v.type, v.subject_id, {subject} AS subject, v.object_id, {obj} AS object, v.edtf, v.support,
        v.langs, {_SOURCES} AS citation, {_UNVERIFIED} AS unverified, {_DOCUMENTS} AS documents,
        coalesce({_STANDS}, {_KNOWN_DATES}) AS stands, coalesce({_KNOWN_STATUS}, v.status) AS known_status,
        coalesce({_EXPLAINED}, {_REASONS}) AS why
      FROM events v JOIN entities s ON s.id = v.subject_id LEFT JOIN entities o ON o.id = v.object_id
      WHERE v.polarity = 'asserted' ORDER BY v.type, v.subject_id, v.object_id, v.earliest"""
    return rows_of(conn.execute(sql))


def unverified_facts(conn: sqlite3.Connection) -> tuple[int, int]:
    """How many reference facts could not be confirmed, and of how many."""
    row = conn.execute("SELECT coalesce(sum(unverified), 0), count(*) FROM reference_facts").fetchone()
    return int(row[0]), int(row[1])


def parties_of(conn: sqlite3.Connection, body: str, lang: str = "en") -> list[Row]:
    """Everyone who ever belonged to a body or signed for it: its first day as a member, its last, and the body's."""
    name = _NAME.format("e", lang=lang)
    sql = f"""SELECT m.member_id, {name} AS member, o.end_edtf AS body_end,
        CASE max(m.end_latest IS NULL) WHEN 0 THEN max(m.end_latest) END AS until,
        min(CASE m.status WHEN 'member' THEN m.start_edtf END) AS since
      FROM memberships m JOIN entities e ON e.id = m.member_id JOIN entities o ON o.id = m.organization_id
      WHERE m.organization_id = ?
        AND m.status IN ('member', 'participant', 'associate', 'signatory', 'suspended', 'frozen')
      GROUP BY m.member_id ORDER BY 2"""
    return rows_of(conn.execute(sql, (body,)))
