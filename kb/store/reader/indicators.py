"""Figures of countries, and the series that were computed from them."""

import sqlite3

from kb.model import Indicator
from kb.store.reader.entities import Row, rows_of


def indicators(conn: sqlite3.Connection) -> list[Indicator]:
    """Every figure, by indicator, country and year."""
    sql = "SELECT country, year, indicator, unit, value, source FROM indicators ORDER BY indicator, country, year"
    return [Indicator(*row) for row in conn.execute(sql)]


def indicator_coverage(conn: sqlite3.Connection) -> list[Row]:
    """For each indicator and country the first and last year, how many figures, and how many years lack one."""
    sql = """SELECT indicator, country, unit, min(year) AS first, max(year) AS last, count(*) AS figures,
        max(year) - min(year) + 1 - count(*) AS gaps
      FROM indicators GROUP BY indicator, country, unit ORDER BY indicator, country"""
    return rows_of(conn.execute(sql))


def series(conn: sqlite3.Connection, measure: str | None = None) -> list[Row]:
    """Computed series, one row a year."""
    sql = """SELECT measure, a, b, indicator_set, options, year, value FROM indices
      WHERE :measure IS NULL OR measure = :measure ORDER BY measure, a, b, indicator_set, options, year"""
    return rows_of(conn.execute(sql, {"measure": measure}))


def country_spells(conn: sqlite3.Connection) -> list[Row]:
    """Memberships of countries in international bodies, with the days between which they certainly hold."""
    sql = """SELECT m.organization_id, m.member_id, m.status, m.start_earliest, m.start_latest, m.end_earliest,
        m.end_latest
      FROM memberships m JOIN entities e ON e.id = m.member_id
      WHERE e.type = 'COUNTRY' ORDER BY m.organization_id, m.member_id, m.start_earliest"""
    return rows_of(conn.execute(sql))


def stages_reached(conn: sqlite3.Connection) -> list[Row]:
    """(organization_id, stage, earliest) of each stage that a body is held to have reached."""
    sql = """SELECT subject_id AS organization_id, object_id AS stage, earliest FROM events
      WHERE type = 'reached_stage' AND polarity = 'asserted' AND earliest IS NOT NULL AND support <> 'texts'
      ORDER BY subject_id, earliest"""
    return rows_of(conn.execute(sql))


def instrument_parties(conn: sqlite3.Connection) -> list[Row]:
    """Countries that are parties to an instrument, and the years in which it came into force and ended.

    Where nobody says when an instrument came into force, the day of its signing stands for it.
    """
    sql = """WITH parties AS (
        SELECT DISTINCT v.subject_id AS instrument_id, p.entity_id AS country
        FROM events v JOIN event_participants p ON p.event_id = v.id
          JOIN entities i ON i.id = v.subject_id JOIN entities c ON c.id = p.entity_id
        WHERE v.type IN ('signed', 'ratified', 'entered_into_force') AND v.polarity = 'asserted'
          AND i.type = 'TREATY' AND c.type = 'COUNTRY'
      ), days AS (
        SELECT subject_id AS instrument_id, coalesce(
            min(CASE WHEN type = 'entered_into_force' THEN earliest END),
            min(CASE WHEN type = 'signed' THEN earliest END)) AS start,
          max(CASE WHEN type = 'terminated' THEN latest END) AS end
        FROM events WHERE polarity = 'asserted' GROUP BY subject_id
      )
      SELECT p.instrument_id, p.country, d.start, d.end FROM parties p JOIN days d ON d.instrument_id = p.instrument_id
      WHERE d.start IS NOT NULL ORDER BY p.instrument_id, p.country"""
    return rows_of(conn.execute(sql))


def votes_told(conn: sqlite3.Connection, organ_id: str) -> list[Row]:
    """Weights of votes that texts give, one row for each member, value and document."""
    sql = """SELECT c.document_id, d.path, c.subject_id AS member_id, c.value, c.unit
      FROM claims c JOIN documents d ON d.id = c.document_id
      WHERE c.type = 'holds_votes' AND c.object_id = ? AND c.polarity = 'asserted' AND c.value IS NOT NULL
      ORDER BY d.path, c.start_char"""
    return rows_of(conn.execute(sql, (organ_id,)))
