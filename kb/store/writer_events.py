"""What consolidation made of the claims, into the database, in place of what stood there."""

import sqlite3

from kb.model import Claim, Consolidated, Event, Membership, Participant, StoredClaim
from kb.store.database import atomic
from kb.store.writer_registry import clear_consolidated

# What a sentence calls by a name, and not by a word such as "the agreement" that may mean something else.
_NAMED = """(SELECT group_concat(DISTINCT m.entity_id) FROM mentions m WHERE m.sentence_id = c.sentence_id
  AND (m.method LIKE 'dictionary:%' OR m.method LIKE 'introduced:%' OR m.method LIKE 'pattern:%'))"""


def load_claims(conn: sqlite3.Connection) -> list[StoredClaim]:
    """All claims with the hash of their document's text, so that copies count as one voice."""
    participants: dict[int, list[Participant]] = {}
    for row in conn.execute("SELECT claim_id, entity_id, role FROM claim_participants ORDER BY rowid"):
        participants.setdefault(row[0], []).append(Participant(row[1], row[2]))
    rows = conn.execute(
        f"SELECT c.*, d.text_sha256, {_NAMED} AS named FROM claims c JOIN documents d ON d.id = c.document_id "
        "ORDER BY d.path, c.start_char, c.id"
    )
    return [_claim(row, tuple(participants.get(row["id"], ()))) for row in rows]


def _claim(row: sqlite3.Row, participants: tuple[Participant, ...]) -> StoredClaim:
    claim = Claim(
        row["type"], row["subject_id"], row["object_id"], row["polarity"], row["start_char"], row["end_char"],
        row["quote"], row["lang"], row["edtf"], row["earliest"], row["latest"], row["place"], row["place_id"],
        row["value"], row["unit"], row["new_name"], row["confidence"], row["origin"], participants,
    )  # fmt: skip
    named = frozenset((row["named"] or "").split(",")) - {""}
    return StoredClaim(row["id"], row["document_id"], row["text_sha256"], claim, named=named)


def save_consolidated(conn: sqlite3.Connection, found: Consolidated) -> None:
    with atomic(conn):
        clear_consolidated(conn)
        conn.executemany(f"INSERT INTO events VALUES ({', '.join('?' * 16)})", [_event_row(e) for e in found.events])
        conn.executemany(
            "INSERT INTO event_claims VALUES (?, ?, ?)",
            [(e.id, i, found.reasons.get(i)) for e in found.events for i in e.claim_ids],
        )
        conn.executemany(
            "INSERT INTO event_references VALUES (?, ?)", [(e.id, i) for e in found.events for i in e.reference_ids]
        )
        conn.executemany(
            "INSERT INTO event_participants VALUES (?, ?, ?)",
            [(e.id, p.entity_id, p.role) for e in found.events for p in e.participants],
        )
        conn.executemany(
            f"INSERT INTO memberships VALUES ({', '.join('?' * 11)})", [_membership_row(m) for m in found.memberships]
        )
        _save_evidence(conn, found.memberships)
        conn.executemany(
            "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?)",
            [(c.id, c.kind, c.event_a, c.event_b, c.explanation, c.reference_id) for c in found.conflicts],
        )


def _event_row(e: Event) -> tuple[object, ...]:
    return (e.id, e.type, e.subject_id, e.object_id, e.edtf, e.earliest, e.latest, e.place, e.place_id, e.polarity,
            e.n_claims, e.n_documents, e.langs, e.support, e.confidence, e.status)  # fmt: skip


def _membership_row(m: Membership) -> tuple[object, ...]:
    return (m.id, m.organization_id, m.member_id, m.status, m.start_edtf, m.start_earliest, m.start_latest, m.end_edtf,
            m.end_earliest, m.end_latest, m.support)  # fmt: skip


def _save_evidence(conn: sqlite3.Connection, memberships: tuple[Membership, ...]) -> None:
    rows: list[tuple[str, str | None, str | None]] = [(m.id, event, None) for m in memberships for event in m.event_ids]
    rows += [(m.id, None, reference) for m in memberships for reference in m.reference_ids]
    conn.executemany("INSERT INTO membership_evidence VALUES (?, ?, ?)", rows)


def mark_copies(conn: sqlite3.Connection) -> None:
    """`duplicate_of` of every document whose text another one, first by path, has too."""
    with atomic(conn):
        conn.execute(
            "UPDATE documents SET duplicate_of = (SELECT d.id FROM documents d WHERE d.text_sha256 = "
            "documents.text_sha256 AND d.path < documents.path ORDER BY d.path LIMIT 1) "
            "WHERE duplicate_of IS NOT (SELECT d.id FROM documents d WHERE d.text_sha256 = "
            "documents.text_sha256 AND d.path < documents.path ORDER BY d.path LIMIT 1)"
        )
