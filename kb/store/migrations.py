"""The schema as numbered steps: in goes a connection, out comes a database at the newest step. Only ever append."""

import sqlite3

from kb.errors import TableError
from kb.store import step_0001_tables, step_0002_search, step_0003_views, step_0004_moved, step_0005_reasons

STEPS = (
    step_0001_tables.SQL, step_0002_search.SQL, step_0003_views.SQL, step_0004_moved.SQL, step_0005_reasons.SQL,
)  # fmt: skip


def migrate(conn: sqlite3.Connection) -> None:
    """Runs the steps that the database has not seen; each is one transaction."""
    done = version_of(conn)
    if done > len(STEPS):
        raise TableError(f"this database is of a newer release (step {done}, known are {len(STEPS)})")
    for number, script in enumerate(STEPS[done:], start=done + 1):
        conn.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")


def version_of(conn: sqlite3.Connection) -> int:
    """Number of the last step that was run; 0 for a new file."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])
