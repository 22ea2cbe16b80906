"""What titles read from the database."""

from pathlib import Path

from kb.consolidate import consolidate
from kb.registry.load import load_registry
from kb.store.database import open_for_writing
from kb.store.reader.titles import event_statuses
from kb.store.writer_events import save_consolidated
from kb.store.writer_registry import save_registry, tidy_entities


def test_what_the_memberships_call_frozen_is_no_suspension(tmp_path: Path) -> None:
    registry = load_registry()
    with open_for_writing(tmp_path / "kb.db") as conn:
        save_registry(conn, registry)
        tidy_entities(conn)
        save_consolidated(conn, consolidate([], registry))
        statuses = event_statuses(conn)
        pairs = conn.execute("SELECT id, subject_id, object_id FROM events WHERE type = 'suspended'")
        found = {(row[1], row[2]): statuses.get(row[0]) == "frozen" for row in pairs}
    assert found["am", "csto"] and found["kg", "ifas"]
    assert not found["ru", "council-of-europe"] and not found["uz", "csto"]


def test_events_carry_the_status_that_begins_with_them(tmp_path: Path) -> None:
    registry = load_registry()
    with open_for_writing(tmp_path / "kb.db") as conn:
        save_registry(conn, registry)
        tidy_entities(conn)
        save_consolidated(conn, consolidate([], registry))
        rows = conn.execute("SELECT subject_id, type, edtf, status FROM events WHERE object_id = 'cis'")
        found = {(row[0], row[1], row[2]): row[3] for row in rows}
    assert found["ua", "membership", "1991-12-08"] == found["tm", "membership", "1991-12-21"] == "participant"
    assert found["tm", "acceded", "2005-08-26"] == "associate" and found["kz", "membership", "1991-12-21"] == "member"
    assert found["ge", "withdrew", "2009-08-18"] is None
