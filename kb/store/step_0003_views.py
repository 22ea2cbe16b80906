"""Step 3 of the schema: the questions people ask, as views with names in them; canned queries select from these."""

# A name in English where there is one, else in the language it was found in.
_NAME = "coalesce({0}.name_en, {0}.name_ru, {0}.name_kk, {0}.id)"

SQL = f"""
CREATE VIEW timeline AS
  SELECT v.id AS event_id, v.earliest, v.latest, v.edtf, v.type, v.polarity, v.subject_id,
    {_NAME.format("s")} AS subject, v.object_id, {_NAME.format("o")} AS object, v.place, v.support, v.n_claims,
    v.n_documents, v.langs, v.confidence
  FROM events v JOIN entities s ON s.id = v.subject_id LEFT JOIN entities o ON o.id = v.object_id;

CREATE VIEW entity_timeline AS
  SELECT t.*, t.subject_id AS entity_id FROM timeline t
  UNION SELECT t.*, t.object_id FROM timeline t WHERE t.object_id IS NOT NULL
  UNION SELECT t.*, p.entity_id FROM timeline t JOIN event_participants p ON p.event_id = t.event_id;

CREATE VIEW membership_list AS
  SELECT m.id AS membership_id, m.organization_id, {_NAME.format("o")} AS organization, m.member_id,
    {_NAME.format("e")} AS member, m.status, m.start_edtf, m.end_edtf, m.start_earliest, m.start_latest,
    m.end_earliest, m.end_latest, m.support
  FROM memberships m JOIN entities o ON o.id = m.organization_id JOIN entities e ON e.id = m.member_id;

CREATE VIEW mention_sentences AS
  SELECT m.entity_id, m.label, m.text AS mention, m.lang, s.text AS sentence, s.page, d.title, d.path, d.published,
    m.document_id, m.sentence_id, m.id AS mention_id
  FROM mentions m JOIN documents d ON d.id = m.document_id LEFT JOIN sentences s ON s.id = m.sentence_id
  WHERE m.entity_id IS NOT NULL;

CREATE VIEW entity_documents AS
  SELECT m.entity_id, m.document_id, d.title, d.path, d.lang, d.published, count(*) AS n_mentions
  FROM mentions m JOIN documents d ON d.id = m.document_id
  WHERE m.entity_id IS NOT NULL GROUP BY m.entity_id, m.document_id;

CREATE VIEW shared_documents AS
  SELECT a.entity_id AS entity_a, b.entity_id AS entity_b, a.document_id, a.title, a.path, a.lang, a.published,
    a.n_mentions AS n_mentions_a, b.n_mentions AS n_mentions_b
  FROM entity_documents a JOIN entity_documents b ON b.document_id = a.document_id AND b.entity_id <> a.entity_id;

CREATE VIEW conflict_list AS
  SELECT c.id AS conflict_id, c.kind, a.type, a.subject_id, a.subject, a.object_id, a.object, a.edtf AS stands,
    b.edtf AS disagrees, b.polarity AS disagrees_polarity, b.object AS disagrees_object, b.n_documents, b.langs,
    c.explanation, c.event_a, c.event_b
  FROM conflicts c JOIN timeline a ON a.event_id = c.event_a JOIN timeline b ON b.event_id = c.event_b;

CREATE VIEW event_quotes AS
  SELECT x.event_id, c.id AS claim_id, c.key, c.edtf, c.polarity, c.lang, c.quote, c.confidence, c.origin, d.title,
    d.path, d.published, c.document_id, s.page
  FROM event_claims x JOIN claims c ON c.id = x.claim_id JOIN documents d ON d.id = c.document_id
    LEFT JOIN sentences s ON s.id = c.sentence_id;
"""
