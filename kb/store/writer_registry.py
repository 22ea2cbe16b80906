"""The registry and the discovered entities into the database; facts, names and relations are replaced as a whole."""

import sqlite3
import unicodedata
from collections.abc import Iterable

from kb.model import LANGUAGES, Entity, Registry
from kb.store.database import atomic

_ENTITY_COLUMNS = ("id", "type", "name_en", "name_ru", "name_kk", "abbr_en", "abbr_ru", "abbr_kk", "scope", "field",
                   "start_edtf", "end_edtf", "wikidata", "origin")  # fmt: skip
_UPSERT = (
    f"INSERT INTO entities({', '.join(_ENTITY_COLUMNS)}) VALUES ({', '.join('?' for _ in _ENTITY_COLUMNS)}) "
    f"ON CONFLICT(id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in _ENTITY_COLUMNS[1:])}"
)


def save_registry(conn: sqlite3.Connection, registry: Registry) -> None:
    """Adds and refreshes; what has left the registry is taken out by `tidy_entities`, when nothing refers to it."""
    with atomic(conn):
        clear_consolidated(conn)
        for table in ("aliases", "relations", "redirects", "reference_facts", "sources"):
            conn.execute(f"DELETE FROM {table}")
        conn.execute("UPDATE entities SET origin = 'gone' WHERE origin = 'registry'")
        conn.executemany(_UPSERT, [_entity_row(e) for e in registry.entities.values()])
        conn.executemany(
            "INSERT INTO aliases VALUES (?, ?, ?, ?, ?, ?)",
            [(a.entity_id, a.lang, a.text, a.kind, a.valid_from, a.valid_to)
             for e in registry.entities.values() for a in dict.fromkeys(e.aliases)],
        )  # fmt: skip
        _save_facts(conn, registry)


def _entity_row(entity: Entity) -> tuple[str | None, ...]:
    names = [entity.names.get(lang) for lang in LANGUAGES] + [entity.abbreviations.get(lang) for lang in LANGUAGES]
    return (entity.id, entity.type, *names, entity.scope, entity.field, entity.start_edtf, entity.end_edtf,
            entity.wikidata, entity.origin)  # fmt: skip


def _save_facts(conn: sqlite3.Connection, registry: Registry) -> None:
    conn.executemany(
        "INSERT INTO relations VALUES (?, ?, ?)", [(r.subject_id, r.type, r.object_id) for r in registry.relations]
    )
    conn.executemany(
        "INSERT INTO redirects VALUES (?, ?, ?, ?)", [(old, *row) for old, row in registry.redirects.items()]
    )
    conn.executemany(
        "INSERT INTO sources VALUES (?, ?, ?, ?)",
        [(s.id, s.citation, s.url or None, s.retrieved or None) for s in registry.sources.values()],
    )
    conn.executemany(
        "INSERT INTO reference_facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(f.id, f.type, f.subject_id, f.object_id, f.status, f.start_edtf, f.end_edtf, f.source_id, int(f.unverified),
          f.note or None) for f in registry.facts],
    )  # fmt: skip


def clear_consolidated(conn: sqlite3.Connection) -> None:
    for table in ("conflicts", "membership_evidence", "memberships", "event_claims", "event_references",
                  "event_participants", "events"):  # fmt: skip
        conn.execute(f"DELETE FROM {table}")


def registry_ids_in_use(conn: sqlite3.Connection) -> list[str]:
    """Entities of the registry, past ones too, that something read in a document refers to."""
    used = "SELECT {0} FROM {1}"
    places = (("entity_id", "mentions"), ("subject_id", "claims"), ("object_id", "claims"), ("place_id", "claims"),
              ("entity_id", "claim_participants"))  # fmt: skip
    union = " UNION ".join(used.format(*place) for place in places)
    sql = f"SELECT id FROM entities WHERE origin = 'registry' AND id IN ({union}) ORDER BY id"
    return [row[0] for row in conn.execute(sql)]


def tidy_entities(conn: sqlite3.Connection) -> None:
    """Names of discovered entities from what documents say of them now, in no order of ingest; leftovers go."""
    with atomic(conn):
        conn.execute("UPDATE entities SET origin = 'discovered' WHERE origin = 'gone' AND id IN "
                     "(SELECT entity_id FROM discoveries)")  # fmt: skip
        conn.execute("DELETE FROM aliases WHERE entity_id IN (SELECT id FROM entities WHERE origin = 'discovered')")
        conn.execute("DELETE FROM entities WHERE origin = 'gone' OR (origin = 'discovered' AND id NOT IN "
                     "(SELECT entity_id FROM discoveries))")  # fmt: skip
        conn.execute(
            "INSERT INTO aliases SELECT DISTINCT d.entity_id, d.lang, d.text, d.kind, NULL, NULL FROM discoveries d "
            "JOIN entities e ON e.id = d.entity_id WHERE e.origin = 'discovered'"
        )
        for lang in LANGUAGES:
            for column, kind in ((f"name_{lang}", "name"), (f"abbr_{lang}", "abbreviation")):
                _choose_names(conn, column, lang, kind)
        _index_names(conn)


def _choose_names(conn: sqlite3.Connection, column: str, lang: str, kind: str) -> None:
    """The name most documents use; of equal ones the first in the alphabet."""
    conn.execute(
        f"UPDATE entities SET {column} = (SELECT d.text FROM discoveries d WHERE d.entity_id = entities.id "
        "AND d.lang = ? AND d.kind = ? GROUP BY d.text ORDER BY count(*) DESC, d.text LIMIT 1) "
        "WHERE origin = 'discovered'",
        (lang, kind),
    )


def _index_names(conn: sqlite3.Connection) -> None:
    rows = conn.execute("SELECT DISTINCT text, entity_id FROM aliases UNION SELECT id, id FROM entities")
    conn.execute("DELETE FROM names_trigram")
    conn.executemany("INSERT INTO names_trigram(text, entity_id) VALUES (?, ?)", _folded(rows.fetchall()))


def _folded(rows: Iterable[sqlite3.Row]) -> list[tuple[str, str]]:
    return [(fold(row[0]), row[1]) for row in rows]


def fold(text: str) -> str:
    """The form in which names are searched: composed, small letters, е for ё."""
    return unicodedata.normalize("NFC", text).lower().replace("ё", "е")
