"""Step 4 of the schema: which id a row had as read, before a person said that two entities are one."""

SQL = """
CREATE TABLE moved (
  what TEXT NOT NULL, row_id INTEGER NOT NULL, old_id TEXT NOT NULL, new_id TEXT NOT NULL
);
CREATE INDEX moved_rows ON moved(what, row_id);
"""
