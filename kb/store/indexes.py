"""The secondary indexes, dropped before much is written and made at the end: ten times faster than row by row."""

import sqlite3

INDEXES = {
    "segments_document": "segments(document_id, start_char)",
    "sentences_document": "sentences(document_id, start_char)",
    "sentences_segment": "sentences(segment_id)",
    "mentions_document": "mentions(document_id, start_char)",
    "mentions_sentence": "mentions(sentence_id)",
    "mentions_entity": "mentions(entity_id, document_id)",
    "mentions_label": "mentions(label)",
    "mentions_lang": "mentions(lang)",
    "mentions_earliest": "mentions(earliest)",
    "claims_document": "claims(document_id, start_char)",
    "claims_sentence": "claims(sentence_id)",
    "claims_subject": "claims(subject_id)",
    "claims_object": "claims(object_id)",
    "claims_key": "claims(key)",
    "claims_type": "claims(type)",
    "claims_earliest": "claims(earliest)",
    "claims_polarity": "claims(polarity)",
    "claims_lang": "claims(lang)",
    "claims_origin": "claims(origin)",
    "claim_participants_claim": "claim_participants(claim_id)",
    "claim_participants_entity": "claim_participants(entity_id)",
    "quantities_document": "quantities(document_id, start_char)",
    "quantities_sentence": "quantities(sentence_id)",
    "documents_text": "documents(text_sha256)",
    "documents_published": "documents(published DESC, path)",
    "documents_lang": "documents(lang, published DESC, path)",
    "documents_media_type": "documents(media_type)",
    "documents_licence": "documents(licence)",
    "documents_duplicate": "documents(duplicate_of)",
    "aliases_entity": "aliases(entity_id)",
    "relations_subject": "relations(subject_id)",
    "relations_object": "relations(object_id)",
    "discoveries_document": "discoveries(document_id)",
    "discoveries_entity": "discoveries(entity_id)",
    "entities_type": "entities(type, origin)",
    "events_earliest": "events(earliest)",
    "events_subject": "events(subject_id)",
    "events_object": "events(object_id)",
    "event_claims_event": "event_claims(event_id)",
    "event_claims_claim": "event_claims(claim_id)",
    "event_references_event": "event_references(event_id)",
    "event_references_reference": "event_references(reference_id)",
    "event_participants_event": "event_participants(event_id)",
    "event_participants_entity": "event_participants(entity_id)",
    "memberships_organization": "memberships(organization_id)",
    "memberships_member": "memberships(member_id)",
    "membership_evidence_membership": "membership_evidence(membership_id)",
    "membership_evidence_event": "membership_evidence(event_id)",
    "membership_evidence_reference": "membership_evidence(reference_id)",
    "conflicts_a": "conflicts(event_a)",
    "conflicts_b": "conflicts(event_b)",
    "reference_facts_subject": "reference_facts(subject_id)",
    "reference_facts_object": "reference_facts(object_id)",
    "indices_measure": "indices(measure, a, b)",
}


def create_indexes(conn: sqlite3.Connection) -> None:
    for name, columns in INDEXES.items():
        conn.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")


def drop_indexes(conn: sqlite3.Connection) -> None:
    for name in INDEXES:
        conn.execute(f"DROP INDEX IF EXISTS {name}")
