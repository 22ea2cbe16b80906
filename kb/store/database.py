"""Opening and closing database files: in goes a path, out comes a connection; what stays is one file and no WAL."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.errors import TableError
from kb.store.indexes import create_indexes
from kb.store.migrations import STEPS, migrate, version_of

BUILDING = ".building"
_CACHE_KIB = 64_000


@contextmanager
def open_for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Rows come as `sqlite3.Row`. A missing file, another file or an older schema is a `TableError`."""
    if not path.is_file():
        raise TableError(f"{path}: no such database: 'kb build' makes one")
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    try:
        if version_of(conn) == 0:
            raise TableError(f"{path}: empty or of another program: 'kb build' makes a database")
        if version_of(conn) != len(STEPS):
            raise TableError(f"{path}: of another release (schema step {version_of(conn)}): run 'kb build' again")
        yield conn
    except sqlite3.DatabaseError as exc:
        raise TableError(f"{path}: {exc}") from exc
    finally:
        conn.close()


@contextmanager
def open_for_writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One writer at a time; the file is brought to the newest schema and left without WAL."""
    _folder_of(path)
    try:
        conn = sqlite3.connect(path, isolation_level=None, timeout=0.5)
    except sqlite3.OperationalError as exc:
        raise TableError(f"{path}: {exc}") from exc
    conn.row_factory = sqlite3.Row
    try:
        _prepare(conn)
        yield conn
        create_indexes(conn)
        conn.execute("PRAGMA optimize")
        conn.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as exc:
        busy = "another run is writing it" if "locked" in str(exc) else str(exc)
        raise TableError(f"{path}: {busy}") from exc
    finally:
        conn.close()


def _folder_of(path: Path) -> None:
    """SQLite itself only says that it is unable to open the file, and of `building` not even which."""
    if not path.parent.is_dir():
        raise TableError(f"{path}: there is no folder {path.parent}")


def _prepare(conn: sqlite3.Connection) -> None:
    if version_of(conn) == 0 and conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise TableError("this is a database of another program: it is left as it is")
    # The lock is held as long as the connection lives, so that a second build stops at once and says so.
    conn.execute("PRAGMA locking_mode = EXCLUSIVE")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = NORMAL")
    conn.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    conn.execute("PRAGMA foreign_keys = ON")
    migrate(conn)


@contextmanager
def atomic(conn: sqlite3.Connection) -> Iterator[None]:
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")


@contextmanager
def building(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy beside the database that takes its place when all went well; one left by an interrupted run goes on.

    Readers of the database are never disturbed, and whoever has it open keeps the old one.
    """
    _folder_of(path)
    beside = path.with_name(path.name + BUILDING)
    if not beside.exists() and path.exists() and path.stat().st_size:
        _copy(path, beside)
    with open_for_writing(beside) as conn:
        if path.exists() and path.stat().st_size:
            _carry_over(conn, path)
        yield conn
    os.replace(beside, path)


@contextmanager
def rebuilding(path: Path) -> Iterator[sqlite3.Connection]:
    """The same for work that reads no documents: on a copy of the database itself, never on an interrupted build."""
    beside = path.with_name(f"{path.name}.rebuilding-{os.getpid()}")
    with open_for_reading(path):
        pass  # refuses what is no database of this release
    try:
        _copy(path, beside)
        with open_for_writing(beside) as conn:
            yield conn
        os.replace(beside, path)
    finally:
        for left in (beside, *(beside.with_name(beside.name + end) for end in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


def _carry_over(conn: sqlite3.Connection, path: Path) -> None:
    """What was loaded into the database since an interrupted run copied it, and is in no document."""
    conn.execute("ATTACH ? AS old", (str(path),))
    with atomic(conn):
        for table in ("indicators", "indices"):
            conn.execute(f"DELETE FROM {table}")
            conn.execute(f"INSERT INTO {table} SELECT * FROM old.{table}")
    conn.execute("DETACH old")


def _copy(path: Path, beside: Path) -> None:
    unfinished = beside.with_name(beside.name + "-copy")
    unfinished.unlink(missing_ok=True)
    try:
        source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        if version_of(source) == 0:
            raise TableError(f"{path}: a database of another program: it is left as it is")
        target = sqlite3.connect(unfinished)
        with target:
            source.backup(target)
        source.close()
        target.close()
    except sqlite3.DatabaseError as exc:
        unfinished.unlink(missing_ok=True)
        raise TableError(f"{path}: {exc}") from exc
    os.replace(unfinished, beside)
