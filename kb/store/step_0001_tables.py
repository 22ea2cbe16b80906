"""Step 1 of the schema: every table; search tables stand in step 2, views in step 3, indexes in `indexes`.

`label` columns take no room: they are what a foreign key shows in place of an id.
"""

SQL = """
CREATE TABLE documents (
  id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT, authors TEXT, lang TEXT, published TEXT, source TEXT,
  url TEXT, doi TEXT, licence TEXT, media_type TEXT, sha256 TEXT NOT NULL, pipeline TEXT NOT NULL, reader TEXT,
  text TEXT NOT NULL, n_chars INTEGER NOT NULL, duplicate_of TEXT REFERENCES documents(id) ON DELETE SET NULL,
  ingested_at TEXT NOT NULL, sidecar_sha256 TEXT NOT NULL DEFAULT '', text_sha256 TEXT NOT NULL,
  label TEXT AS (coalesce(title, path))
);
CREATE TABLE segments (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  lang TEXT NOT NULL, kind TEXT NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL
);
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  segment_id INTEGER REFERENCES segments(id) ON DELETE CASCADE, lang TEXT NOT NULL, page INTEGER,
  start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE sentence_words (
  sentence_id INTEGER PRIMARY KEY REFERENCES sentences(id) ON DELETE CASCADE, words TEXT NOT NULL
);
CREATE TABLE entities (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, name_en TEXT, name_ru TEXT, name_kk TEXT, abbr_en TEXT, abbr_ru TEXT,
  abbr_kk TEXT, scope TEXT, field TEXT, start_edtf TEXT, end_edtf TEXT, wikidata TEXT, origin TEXT NOT NULL,
  label TEXT AS (coalesce(name_en, name_ru, name_kk, id))
);
CREATE TABLE aliases (
  entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE, lang TEXT NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL, valid_from TEXT, valid_to TEXT
);
CREATE TABLE relations (
  subject_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE, type TEXT NOT NULL,
  object_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE
);
CREATE TABLE redirects (old_id TEXT PRIMARY KEY, new_id TEXT NOT NULL, since TEXT, reason TEXT);
CREATE TABLE discoveries (
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, entity_id TEXT NOT NULL, type TEXT NOT NULL,
  scope TEXT, lang TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL
);
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  sentence_id INTEGER REFERENCES sentences(id) ON DELETE CASCADE, label TEXT NOT NULL, start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL, text TEXT NOT NULL, lang TEXT NOT NULL, entity_id TEXT REFERENCES entities(id),
  edtf TEXT, earliest TEXT, latest TEXT, method TEXT, score REAL
);
CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, type TEXT NOT NULL,
  subject_id TEXT NOT NULL REFERENCES entities(id), object_id TEXT REFERENCES entities(id),
  subject_read TEXT NOT NULL, object_read TEXT, edtf TEXT, earliest TEXT, latest TEXT, place TEXT,
  place_id TEXT REFERENCES entities(id), value REAL, unit TEXT, new_name TEXT, polarity TEXT NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  sentence_id INTEGER REFERENCES sentences(id) ON DELETE CASCADE, start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL, quote TEXT NOT NULL, lang TEXT NOT NULL, confidence REAL NOT NULL, origin TEXT NOT NULL
);
CREATE TABLE claim_participants (
  claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL REFERENCES entities(id), role TEXT NOT NULL
);
CREATE TABLE quantities (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  sentence_id INTEGER REFERENCES sentences(id) ON DELETE CASCADE, start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL, text TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, about TEXT
);
CREATE TABLE sources (id TEXT PRIMARY KEY, citation TEXT NOT NULL, url TEXT, retrieved TEXT);
CREATE TABLE reference_facts (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, subject_id TEXT NOT NULL REFERENCES entities(id),
  object_id TEXT REFERENCES entities(id), status TEXT, start_edtf TEXT, end_edtf TEXT,
  source_id TEXT NOT NULL REFERENCES sources(id), unverified INTEGER NOT NULL, note TEXT,
  label TEXT AS (type || ' ' || subject_id || coalesce(' ' || object_id, '') || coalesce(' ' || start_edtf, ''))
);
CREATE TABLE events (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, subject_id TEXT NOT NULL REFERENCES entities(id),
  object_id TEXT REFERENCES entities(id), edtf TEXT, earliest TEXT, latest TEXT, place TEXT,
  place_id TEXT REFERENCES entities(id), polarity TEXT NOT NULL, n_claims INTEGER NOT NULL,
  n_documents INTEGER NOT NULL, langs TEXT NOT NULL, support TEXT NOT NULL, confidence REAL NOT NULL,
  label TEXT AS (type || ' ' || subject_id || coalesce(' ' || object_id, '') || coalesce(' ' || edtf, ''))
);
CREATE TABLE event_claims (
  event_id TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE
);
CREATE TABLE event_references (
  event_id TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  reference_id TEXT NOT NULL REFERENCES reference_facts(id) ON DELETE CASCADE
);
CREATE TABLE event_participants (
  event_id TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL REFERENCES entities(id), role TEXT NOT NULL
);
CREATE TABLE memberships (
  id TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES entities(id),
  member_id TEXT NOT NULL REFERENCES entities(id), status TEXT NOT NULL, start_edtf TEXT, start_earliest TEXT,
  start_latest TEXT, end_edtf TEXT, end_earliest TEXT, end_latest TEXT, support TEXT NOT NULL,
  label TEXT AS (member_id || ' ' || status || ' ' || organization_id || coalesce(' ' || start_edtf, ''))
);
CREATE TABLE membership_evidence (
  membership_id TEXT NOT NULL REFERENCES memberships(id) ON DELETE CASCADE,
  event_id TEXT REFERENCES events(id) ON DELETE CASCADE,
  reference_id TEXT REFERENCES reference_facts(id) ON DELETE CASCADE
);
CREATE TABLE conflicts (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, event_a TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  event_b TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, explanation TEXT NOT NULL
);
CREATE TABLE issues (
  id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, stage TEXT NOT NULL, message TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE indicators (
  country TEXT NOT NULL, year INTEGER NOT NULL, indicator TEXT NOT NULL, unit TEXT NOT NULL, value REAL NOT NULL,
  source TEXT NOT NULL, PRIMARY KEY (country, year, indicator)
);
CREATE TABLE indices (
  measure TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, indicator_set TEXT NOT NULL, options TEXT NOT NULL,
  year INTEGER NOT NULL, value REAL
);
"""
