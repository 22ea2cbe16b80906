"""From files to a database and back again, with the real stages."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb.build import Options, build, reconsolidate, shipped_articles
from kb.errors import TableError
from kb.model import Issue
from kb.store.database import BUILDING, building, open_for_reading, open_for_writing
from kb.store.reader.documents import issues, sizes
from kb.store.writer import delete_documents

RU = "Республика Казахстан и ЕАЭС договорились о сотрудничестве. Договор подписан 29 мая 2014 года.\n"
RU_LATER = "Армения стала членом ЕАЭС 2 января 2015 года.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in (("one.txt", RU), ("two.txt", RU_LATER), ("copy.txt", RU)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def dump(path: Path) -> list[str]:
    """Everything in the database as text; FTS tables hold no more than the others do."""
    conn = sqlite3.connect(path)
    lines = [line for line in conn.iterdump() if "_fts" not in line and "_trigram" not in line]
    conn.close()
    return lines


def test_a_folder_becomes_a_database_and_follows_its_files(folder: Path) -> None:
    db = folder.parent / "kb.db"
    options = Options(db, (folder,), workers=1)
    first = build(options)
    assert sorted(first.added) == ["texts/copy.txt", "texts/one.txt", "texts/two.txt"]
    assert [issue.path for issue in first.failed] == ["texts/empty.txt"]
    assert sorted(p.name for p in db.parent.iterdir()) == ["kb.db", "texts"]
    with open_for_reading(db) as conn:
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        assert conn.execute("SELECT count(*) FROM documents WHERE duplicate_of IS NOT NULL").fetchone()[0] == 1
        texts = dict(conn.execute("SELECT id, text FROM documents").fetchall())
        mentions = conn.execute("SELECT document_id, start_char, end_char, text FROM mentions").fetchall()
        assert len(mentions) > 5
        assert all(texts[m["document_id"]][m["start_char"] : m["end_char"]] == m["text"] for m in mentions)

    # A second run adds nothing at all.
    (folder / "empty.txt").unlink()
    build(options)
    before = dump(db)
    again = build(options)
    assert (len(again.kept), again.added, again.replaced, again.removed, again.failed) == (3, [], [], [], [])
    assert dump(db) == before

    # A changed file is replaced, a removed one is gone, a bad one is named.
    (folder / "one.txt").write_text(RU_LATER, encoding="utf-8")
    (folder / "two.txt").unlink()
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 cut off")
    changed = build(options)
    assert (changed.replaced, changed.removed, changed.kept) == (
        ["texts/one.txt"],
        ["texts/two.txt"],
        ["texts/copy.txt"],
    )
    with open_for_reading(db) as conn:
        assert [row["path"] for row in issues(conn)] == ["texts/bad.pdf"]
        assert sizes(conn)["documents"] == 2

    # Ingest takes nothing out, and an interrupted run is gone on with.
    (folder / "three.txt").write_text("Белоруссия и Россия создали Союзное государство.\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        build(Options(db, (folder / "three.txt",), exact=False, workers=1), _interrupt)
    assert db.with_name(db.name + BUILDING).exists()
    done = build(Options(db, (folder / "three.txt",), exact=False, workers=1))
    assert (done.kept, done.added) == (["three.txt"] if done.kept else [], [] if done.kept else ["three.txt"])
    with open_for_reading(db) as conn:
        assert sizes(conn)["documents"] == 3


def _interrupt(done: int, total: int, name: str) -> None:
    raise KeyboardInterrupt


def test_the_order_of_ingest_does_not_matter(folder: Path) -> None:
    (folder / "empty.txt").unlink()
    one, other = folder.parent / "a.db", folder.parent / "b.db"
    build(Options(one, (folder,), workers=1))
    build(Options(other, (folder / "two.txt",), workers=1))
    build(Options(other, (folder,), workers=1))
    question = "SELECT type, subject_id, object_id, edtf, n_documents, support FROM events ORDER BY 1, 2, 3, 4"
    with open_for_reading(one) as a, open_for_reading(other) as b:
        assert a.execute(question).fetchall() == b.execute(question).fetchall()
        names = "SELECT id, label FROM entities ORDER BY id"
        assert a.execute(names).fetchall() == b.execute(names).fetchall()


def test_what_was_loaded_is_kept(tmp_path: Path) -> None:
    db = tmp_path / "kb.db"
    with building(db) as conn:
        conn.execute("INSERT INTO indicators VALUES ('kz', 2000, 'gdp', 'USD', 1.0, 'a source')")
    with pytest.raises(KeyboardInterrupt), building(db):
        raise KeyboardInterrupt
    with open_for_writing(db) as conn:
        conn.execute("UPDATE indicators SET value = 2")
        delete_documents(conn, ["nothing"])
    reconsolidate(db)
    with open_for_reading(db) as conn:
        assert conn.execute("SELECT value FROM indicators").fetchone()[0] == 2
        assert sizes(conn)["memberships"] > 100


def test_consolidating_leaves_an_interrupted_build_alone(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "kb.db"
    build(Options(db, (folder,), workers=1))
    with pytest.raises(KeyboardInterrupt), building(db) as conn:
        delete_documents(conn, ["texts/one.txt"])
        raise KeyboardInterrupt
    reconsolidate(db)
    with open_for_reading(db) as conn:
        assert conn.execute("SELECT count(*) FROM documents").fetchone()[0] == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kb.db", f"kb.db{BUILDING}", "texts"]
    assert build(Options(db, (folder,), workers=1)).added == ["texts/one.txt"]


def test_a_database_read_with_another_registry_wants_a_build(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "kb.db"
    build(Options(db, (folder,), workers=1))
    with open_for_writing(db) as conn:
        conn.execute("INSERT INTO entities(id, type, name_en, origin) VALUES ('old-body', 'ORG', 'Old', 'registry')")
        conn.execute("UPDATE mentions SET entity_id = 'old-body' WHERE id = (SELECT min(id) FROM mentions)")
    before = dump(db)
    with pytest.raises(TableError, match=r"old-body.*run 'kb build'"):
        reconsolidate(db)
    assert dump(db) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kb.db", "texts"]


def test_two_files_of_one_name_are_told_apart(folder: Path, tmp_path: Path) -> None:
    twin = tmp_path / "elsewhere" / "texts"
    twin.mkdir(parents=True)
    (twin / "one.txt").write_bytes(b"")
    (folder / "one.txt").write_bytes(b"")
    (folder / "two.txt").write_bytes(b"")
    (folder / "copy.txt").write_bytes(b"")
    report = build(Options(tmp_path / "kb.db", (folder, twin), workers=1))
    assert Issue("texts/one.txt", "find", report.failed[0].message, report.failed[0].at) == report.failed[0]
    assert "would have one name" in report.failed[0].message


@pytest.mark.parametrize("paths", [("nowhere",), ("hollow",)])
def test_nothing_to_read_is_wrong_use(tmp_path: Path, paths: tuple[str, ...]) -> None:
    (tmp_path / "hollow").mkdir()
    with pytest.raises(TableError, match="no "):
        build(Options(tmp_path / "kb.db", tuple(tmp_path / path for path in paths)))
    assert not (tmp_path / "kb.db").exists()


def test_the_corpus_is_shipped() -> None:
    assert len(list(shipped_articles().glob("*/*.md"))) >= 36


def test_a_plain_text_is_called_by_the_heading_it_opens_with(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "pact.txt").write_text("The Baghdad Pact\n\nIraq left CENTO in 1959.\n", encoding="utf-8")
    (tmp_path / "in" / "plain.txt").write_text("Iraq left the Baghdad Pact in 1959, it is said.\n", encoding="utf-8")
    build(Options(tmp_path / "kb.db", (tmp_path / "in",), workers=1))
    with closing(sqlite3.connect(tmp_path / "kb.db")) as conn:
        titles = dict(conn.execute("SELECT path, title FROM documents"))
    assert {path.split("/")[-1]: title for path, title in titles.items()} == {
        "pact.txt": "The Baghdad Pact",
        "plain.txt": None,
    }
