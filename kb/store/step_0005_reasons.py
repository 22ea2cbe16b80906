"""Step 5 of the schema: why a claim stands with an event, which status an event begins, which fact a conflict is with.

A conflict that points at one event twice is one with a reference fact that makes no event, such as that of a candidate.
"""

SQL = """
ALTER TABLE event_claims ADD COLUMN reason TEXT;
ALTER TABLE events ADD COLUMN status TEXT;
ALTER TABLE conflicts ADD COLUMN reference_id TEXT REFERENCES reference_facts(id) ON DELETE CASCADE;

DROP VIEW conflict_list;
CREATE VIEW conflict_list AS
  SELECT c.id AS conflict_id, c.kind, a.type, a.subject_id, a.subject, a.object_id, a.object,
    CASE WHEN c.event_a = c.event_b AND f.id IS NOT NULL THEN f.start_edtf ELSE a.edtf END AS stands,
    b.edtf AS disagrees, b.polarity AS disagrees_polarity, b.object AS disagrees_object, b.n_documents, b.langs,
    c.explanation, c.event_a, c.event_b, f.status AS known_status
  FROM conflicts c JOIN timeline a ON a.event_id = c.event_a JOIN timeline b ON b.event_id = c.event_b
    LEFT JOIN reference_facts f ON f.id = c.reference_id;

DROP VIEW event_quotes;
CREATE VIEW event_quotes AS
  SELECT x.event_id, c.id AS claim_id, c.key, c.edtf, c.polarity, c.lang, c.quote, c.confidence, c.origin, d.title,
    d.path, d.published, c.document_id, s.page, x.reason
  FROM event_claims x JOIN claims c ON c.id = x.claim_id JOIN documents d ON d.id = c.document_id
    LEFT JOIN sentences s ON s.id = c.sentence_id;
"""
