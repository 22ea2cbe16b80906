"""Step 2 of the schema: full-text search over sentences and names; the texts themselves are not stored twice."""

# `words` holds what a reader may type and the sentence does not spell: lemmas, е for ё, composed letters, words
# freed of hyphens. `remove_diacritics 0` keeps й apart from и and the Kazakh letters apart from the Russian ones.
SQL = """
CREATE VIEW sentence_search AS
  SELECT s.id AS id, s.text AS text, w.words AS words FROM sentences s JOIN sentence_words w ON w.sentence_id = s.id;
CREATE VIRTUAL TABLE sentences_fts USING fts5(
  text, words, content='sentence_search', content_rowid='id', tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE sentences_trigram USING fts5(text, content='sentences', content_rowid='id', tokenize='trigram');
CREATE VIRTUAL TABLE names_trigram USING fts5(text, entity_id UNINDEXED, tokenize='trigram');
"""
