"""Records in, rows out: one document and what was found in it is one transaction."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.errors import DocumentError
from kb.model import Claim, Document, Findings, Issue, Sentence, short_hash, today
from kb.store.database import atomic

_MENTION = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document with its findings. `words` are the search words of each sentence that its letters do not spell."""

    document: Document
    findings: Findings
    words: tuple[str, ...]
    sha256: str
    sidecar_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the database holds of one file: enough to tell whether it must be read again."""

    sha256: str
    sidecar_sha256: str
    pipeline: str


def known_documents(conn: sqlite3.Connection) -> dict[str, Known]:
    """Path -> what is known of it."""
    rows = conn.execute("SELECT path, sha256, sidecar_sha256, pipeline FROM documents")
    return {row[0]: Known(row[1], row[2], row[3]) for row in rows}


def delete_documents(conn: sqlite3.Connection, paths: Sequence[str]) -> None:
    """Takes documents out with all that was found in them."""
    for path in paths:
        document_id = short_hash(path)
        with atomic(conn):
            _unindex(conn, document_id)
            conn.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def _unindex(conn: sqlite3.Connection, document_id: str) -> None:
    """The search tables keep no text of their own, so that they must be told what to forget."""
    conn.execute(
        "INSERT INTO sentences_fts(sentences_fts, rowid, text, words) SELECT 'delete', x.id, x.text, x.words "
        "FROM sentence_search x JOIN sentences s ON s.id = x.id WHERE s.document_id = ?",
        (document_id,),
    )
    conn.execute(
        "INSERT INTO sentences_trigram(sentences_trigram, rowid, text) SELECT 'delete', id, text "
        "FROM sentences WHERE document_id = ?",
        (document_id,),
    )


def save_document(conn: sqlite3.Connection, item: Extracted, pipeline: str) -> None:
    """Adds a document that the database does not hold; what cannot be stored is an error of this document alone."""
    try:
        with atomic(conn):
            _save_all(conn, item, pipeline)
    except (sqlite3.IntegrityError, UnicodeEncodeError) as exc:
        raise DocumentError(item.document.path, f"cannot be stored: {exc}", "store") from exc


def _save_all(conn: sqlite3.Connection, item: Extracted, pipeline: str) -> None:
    _save_head(conn, item, pipeline)
    document_id, found = item.document.id, item.findings
    first_segment = _next_id(conn, "segments")
    conn.executemany(
        "INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)",
        [(first_segment + i, document_id, s.lang, s.kind, s.start_char, s.end_char)
         for i, s in enumerate(found.segments)],
    )  # fmt: skip
    first_sentence = _save_sentences(conn, item, first_segment)
    at = _Places(found.sentences, first_sentence)
    _save_discovered(conn, document_id, found)
    _save_mentions(conn, document_id, found, at)
    _save_claims(conn, document_id, found.claims, at)
    conn.executemany(
        "INSERT INTO quantities(document_id, sentence_id, start_char, end_char, text, value, unit, about) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(document_id, at.sentence_of(q.start_char), q.start_char, q.end_char, q.text, q.value, q.unit, q.about)
         for q in found.quantities],
    )  # fmt: skip


def _save_head(conn: sqlite3.Connection, item: Extracted, pipeline: str) -> None:
    d = item.document
    authors = json.dumps(d.authors, ensure_ascii=False) if d.authors else None
    title = d.title or _opening_title(item)
    conn.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)",
        (d.id, d.path, title, authors, d.lang or _main_language(item.findings), d.published or None,
         d.source or None, d.url or None, d.doi or None, d.licence or None, d.media_type, item.sha256, pipeline,
         d.reader, d.text, len(d.text), today(), item.sidecar_sha256, text_hash(d)),
    )  # fmt: skip


def _opening_title(item: Extracted) -> str | None:
    """The heading with which a plain text opens; one further down may be of a section."""
    first = next(iter(item.findings.segments), None)
    if first is None or first.kind != "title":
        return None
    return " ".join(item.document.text[first.start_char : first.end_char].split()) or None


def text_hash(document: Document) -> str:
    """The same for copies of one text, whatever their format, front matter and spacing."""
    return short_hash(" ".join(document.text[document.body_start :].split()))


def _main_language(found: Findings) -> str | None:
    letters: dict[str, int] = {}
    for segment in found.segments:
        letters[segment.lang] = letters.get(segment.lang, 0) + segment.end_char - segment.start_char
    return max(letters, key=lambda lang: letters[lang]) if letters else None


def _next_id(conn: sqlite3.Connection, table: str) -> int:
    """Ids are given here and never again, so that children can be written without asking for each."""
    row = conn.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1


def _save_sentences(conn: sqlite3.Connection, item: Extracted, first_segment: int) -> int:
    document, found = item.document, item.findings
    first = _next_id(conn, "sentences")
    starts = [s.start_char for s in found.segments]
    rows = []
    for i, s in enumerate(found.sentences):
        segment = bisect_right(starts, s.start_char) - 1
        text = document.text[s.start_char : s.end_char]
        rows.append((first + i, document.id, first_segment + segment if segment >= 0 else None, s.lang, s.page,
                     s.start_char, s.end_char, text))  # fmt: skip
    words = [(first + i, text) for i, text in enumerate(item.words)]
    conn.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    conn.executemany("INSERT INTO sentence_words VALUES (?, ?)", words)
    conn.executemany(
        "INSERT INTO sentences_fts(rowid, text, words) VALUES (?, ?, ?)",
        [(row[0], row[-1], word[1]) for row, word in zip(rows, words, strict=True)],
    )
    conn.executemany("INSERT INTO sentences_trigram(rowid, text) VALUES (?, ?)", [(row[0], row[-1]) for row in rows])
    return first


class _Places:
    """Which sentence a character stands in."""

    def __init__(self, sentences: Sequence[Sentence], first_id: int) -> None:
        order = sorted(range(len(sentences)), key=lambda i: sentences[i].start_char)
        self._starts = [sentences[i].start_char for i in order]
        self._ids = [first_id + i for i in order]

    def sentence_of(self, start_char: int) -> int | None:
        found = bisect_right(self._starts, start_char) - 1
        return self._ids[found] if found >= 0 else None


def _save_discovered(conn: sqlite3.Connection, document_id: str, found: Findings) -> None:
    for entity in found.discovered:
        names = [(lang, text, "name") for lang, text in entity.names.items()]
        names += [(lang, text, "abbreviation") for lang, text in entity.abbreviations.items()]
        names += [(a.lang, a.text, a.kind) for a in entity.aliases]
        conn.executemany(
            "INSERT INTO discoveries VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(document_id, entity.id, entity.type, entity.scope, *name) for name in dict.fromkeys(names)],
        )
        conn.execute(
            "INSERT OR IGNORE INTO entities(id, type, scope, origin) VALUES (?, ?, ?, 'discovered')",
            (entity.id, entity.type, entity.scope),
        )


def _save_mentions(conn: sqlite3.Connection, document_id: str, found: Findings, at: _Places) -> None:
    conn.executemany(
        "INSERT INTO mentions(document_id, sentence_id, label, start_char, end_char, text, lang, entity_id, edtf, "
        f"earliest, latest, method, score) VALUES ({_MENTION})",
        [(document_id, at.sentence_of(m.start_char), m.label, m.start_char, m.end_char, m.text, m.lang, m.entity_id,
          m.edtf, m.earliest, m.latest, m.method, m.score) for m in found.mentions],
    )  # fmt: skip


def _save_claims(conn: sqlite3.Connection, document_id: str, claims: Sequence[Claim], at: _Places) -> None:
    moved = redirects(conn)
    first = _next_id(conn, "claims")
    conn.executemany(
        f"INSERT INTO claims VALUES ({', '.join('?' * 24)})",
        [(first + i, c.key, c.type, moved.get(c.subject_id, c.subject_id),
          moved.get(c.object_id or "", c.object_id), c.subject_id, c.object_id, c.edtf, c.earliest, c.latest, c.place,
          c.place_id, c.value, c.unit, c.new_name, c.polarity, document_id, at.sentence_of(c.start_char),
          c.start_char, c.end_char, c.quote, c.lang, c.confidence, c.origin) for i, c in enumerate(claims)],
    )  # fmt: skip
    conn.executemany(
        "INSERT INTO claim_participants VALUES (?, ?, ?)",
        [(first + i, moved.get(p.entity_id, p.entity_id), p.role)
         for i, c in enumerate(claims) for p in dict.fromkeys(c.participants)],
    )  # fmt: skip


def redirects(conn: sqlite3.Connection) -> Mapping[str, str]:
    """Merged id -> the id that stands for it now, through any chain."""
    step = {row[0]: row[1] for row in conn.execute("SELECT old_id, new_id FROM redirects")}
    ends = {}
    for old in step:
        new, seen = old, {old}
        while new in step and step[new] not in seen:
            new = step[new]
            seen.add(new)
        ends[old] = new
    return ends


def save_issues(conn: sqlite3.Connection, issues: Sequence[Issue]) -> None:
    """Replaces what is known of these paths and stages."""
    with atomic(conn):
        conn.executemany("DELETE FROM issues WHERE path = ?", [(i.path,) for i in issues])
        conn.executemany(
            "INSERT INTO issues(path, stage, message, at) VALUES (?, ?, ?, ?)",
            [(i.path, i.stage, i.message, i.at) for i in issues],
        )


def issue_paths(conn: sqlite3.Connection) -> list[str]:
    """Of which files something is recorded."""
    return [str(path) for (path,) in conn.execute("SELECT DISTINCT path FROM issues")]


def forget_issues(conn: sqlite3.Connection, paths: Sequence[str]) -> None:
    """Issues of these paths."""
    conn.executemany("DELETE FROM issues WHERE path = ?", [(path,) for path in paths])
