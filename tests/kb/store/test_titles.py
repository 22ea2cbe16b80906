"""What titles read from the database."""

from pathlib import Path

from kb.consolidate import consolidate
from kb.registry.load import load_registry
from kb.store.database import open_for_writing
from kb.store.reader.titles import frozen_events
from kb.store.writer_events import save_consolidated
from kb.store.writer_registry import save_registry, tidy_entities


def test_what_the_memberships_call_frozen_is_no_suspension(tmp_path: Path) -> None:
    registry = load_registry()
    with open_for_writing(tmp_path / "kb.db") as conn:
        save_registry(conn, registry)
        tidy_entities(conn)
        save_consolidated(conn, consolidate([], registry))
        frozen = frozen_events(conn)
        pairs = conn.execute("SELECT id, subject_id, object_id FROM events WHERE type = 'suspended'")
        found = {(row[1], row[2]): row[0] in frozen for row in pairs}
    assert found["am", "csto"] and found["kg", "ifas"]
    assert not found["ru", "council-of-europe"] and not found["uz", "csto"]
