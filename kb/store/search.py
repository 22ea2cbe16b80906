"""Search words in, sentences and entities out: whole words in any inflection first, parts of words where none is."""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from itertools import islice, product

from kb.store.reader.entities import Row, rows_of
from kb.store.writer_registry import fold

_WORD = re.compile(r"\w+")
_SHORTEST_PART = 3
_MOST_FORMS = 200  # of a whole name, all words in all forms


def words_of(text: str) -> list[str]:
    """The words that a reader typed, composed."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def find_sentences(
    conn: sqlite3.Connection, forms: Sequence[Sequence[str]], limit: int = 20, lang: str | None = None
) -> list[Row]:
    """`forms`: for each word typed the forms that count as it. All words must stand in the sentence."""
    if not forms:
        return []
    query = " AND ".join("(" + " OR ".join(_quoted(form) for form in choices) + ")" for choices in forms)
    found = _match(conn, "sentences_fts", query, limit, lang)
    parts = [choices[0] for choices in forms]
    if found or min(map(len, parts)) < _SHORTEST_PART:
        return found
    return _match(conn, "sentences_trigram", " AND ".join(map(_quoted, parts)), limit, lang)


def _match(conn: sqlite3.Connection, table: str, query: str, limit: int, lang: str | None) -> list[Row]:
    sql = f"""SELECT d.path, d.title, s.lang, s.page, s.text AS sentence, s.start_char, s.end_char, s.document_id,
        s.id AS sentence_id
      FROM {table} f JOIN sentences s ON s.id = f.rowid JOIN documents d ON d.id = s.document_id
      WHERE {table} MATCH :query AND (:lang IS NULL OR s.lang = :lang)
      ORDER BY f.rank, d.path, s.start_char LIMIT :limit"""
    return rows_of(conn.execute(sql, {"query": query, "limit": limit, "lang": lang}))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def find_entities(
    conn: sqlite3.Connection, text: str, limit: int = 10, forms: Sequence[Sequence[str]] = ()
) -> list[Row]:
    """Entities one of whose names holds the text, or a form of each of its words; whole names first.

    Then what is named most often.
    """
    wanted = fold(" ".join(text.split()))
    if not wanted:
        return []
    choices = [list(dict.fromkeys(map(fold, words))) for words in forms]
    wholes = list(dict.fromkeys([wanted, *(" ".join(words) for words in islice(product(*choices), _MOST_FORMS))]))
    parts = [[form for form in words if len(form) >= _SHORTEST_PART] for words in choices]
    queries = [_quoted(wanted)] if len(wanted) >= _SHORTEST_PART else []
    if parts and all(parts):
        queries.append("(" + " AND ".join("(" + " OR ".join(map(_quoted, words)) + ")" for words in parts) + ")")
    whole = "n.text IN (SELECT value FROM json_each(:wholes))"
    where = "names_trigram MATCH :query" if queries else whole
    sql = f"""SELECT e.id, e.type, coalesce(e.name_en, e.name_ru, e.name_kk, e.id) AS name, e.scope, e.origin,
        (SELECT count(*) FROM mentions m WHERE m.entity_id = e.id) AS mentions
      FROM (SELECT n.entity_id, max({whole}) AS whole FROM names_trigram n WHERE {where} GROUP BY 1) f
        JOIN entities e ON e.id = f.entity_id ORDER BY f.whole DESC, mentions DESC, e.id LIMIT :limit"""
    values = {"wholes": json.dumps(wholes), "query": " OR ".join(queries), "limit": limit}
    return rows_of(conn.execute(sql, values))
