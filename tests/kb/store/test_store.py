"""The database: schema, documents in and out, discovered entities, copies, search."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.errors import TableError
from kb.model import Claim, Document, Entity, Findings, Issue, Mention, Participant, Registry, Segment, Sentence
from kb.search_words import sentence_words, typed_forms
from kb.store.database import BUILDING, building, open_for_reading, open_for_writing, rebuilding
from kb.store.indexes import INDEXES, drop_indexes
from kb.store.migrations import STEPS, version_of
from kb.store.reader.documents import issues, sizes
from kb.store.reader.entities import aliases, discovered, entity, resolve_entity
from kb.store.search import find_entities, find_sentences, words_of
from kb.store.writer import Extracted, delete_documents, forget_issues, known_documents, save_document, save_issues
from kb.store.writer_events import load_claims, mark_copies
from kb.store.writer_registry import save_registry, tidy_entities

EAEU = Entity("eaeu", "ORG", {"en": "Eurasian Economic Union", "ru": "Евразийский экономический союз"},
              {"en": "EAEU", "ru": "ЕАЭС"}, "international")  # fmt: skip
KZ = Entity("kz", "COUNTRY", {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"})
REGISTRY = Registry({"eaeu": EAEU, "kz": KZ}, redirects={"eeu": ("eaeu", "2026-01-01", "one body")})
FOUND = Entity("x-altyn-kopir", "ORG", {"kk": "Алтын көпір"})


def extracted(path: str, text: str, lang: str, discovered: tuple[Entity, ...] = ()) -> Extracted:
    sentence = Sentence(lang, 0, len(text))
    mentions = [Mention("ORG", 0, 3, text[:3], lang, e.id) for e in discovered]
    claim = Claim("membership", "kz", "eeu", "asserted", 0, len(text), text, lang,
                  participants=(Participant("kz", "party"),))  # fmt: skip
    findings = Findings((Segment(lang, "body", 0, len(text)),), (sentence,), tuple(mentions), (claim,), (), discovered)
    document = Document(path, text, "sha", "text/plain", "text")
    return Extracted(document, findings, (sentence_words(text, lang),), "sha")


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_for_writing(tmp_path / "kb.db") as connection:
        save_registry(connection, REGISTRY)
        yield connection


def test_every_index_and_view_is_of_something_that_exists(conn: sqlite3.Connection) -> None:
    drop_indexes(conn)
    from kb.store.indexes import create_indexes

    create_indexes(conn)
    made = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert set(INDEXES) <= made
    views = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) >= 8
    for view in views:
        conn.execute(f"SELECT * FROM {view}").fetchall()
    assert version_of(conn) == len(STEPS)


def test_a_document_comes_and_goes_with_all_that_was_found_in_it(conn: sqlite3.Connection) -> None:
    save_document(conn, extracted("a/1.txt", "Алтын көпір ашылды.", "kk", (FOUND,)), "p1")
    tidy_entities(conn)
    assert known_documents(conn)["a/1.txt"].pipeline == "p1"
    assert (entity(conn, FOUND.id) or {})["label"] == "Алтын көпір"
    assert [row["id"] for row in discovered(conn)] == [FOUND.id]
    delete_documents(conn, ["a/1.txt"])
    tidy_entities(conn)
    assert entity(conn, FOUND.id) is None
    assert not find_sentences(conn, [["көпір"]])
    assert {name: n for name, n in sizes(conn).items() if n} == {"entities": 2}
    assert conn.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('integrity-check')")


def test_names_of_discovered_entities_do_not_depend_on_the_order(conn: sqlite3.Connection) -> None:
    other = replace(FOUND, names={"kk": "Алтын Көпір"})
    for order in ([FOUND, other], [other, FOUND]):
        for number, found in enumerate(order):
            save_document(conn, extracted(f"a/{number}.txt", "Алтын көпір.", "kk", (found,)), "p")
        tidy_entities(conn)
        assert (entity(conn, FOUND.id) or {})["name_kk"] == "Алтын Көпір"
        assert len(aliases(conn, FOUND.id)) == 2
        delete_documents(conn, ["a/0.txt", "a/1.txt"])


def test_a_claim_keeps_the_id_it_was_read_under(conn: sqlite3.Connection) -> None:
    save_document(conn, extracted("a/1.txt", "Қазақстан одаққа мүше.", "kk"), "p")
    (stored,) = load_claims(conn)
    assert (stored.claim.object_id, stored.claim.participants) == ("eaeu", (Participant("kz", "party"),))
    assert conn.execute("SELECT object_read FROM claims").fetchone()[0] == "eeu"


def test_copies_are_known_and_forgotten(conn: sqlite3.Connection) -> None:
    for path, text in (("a/1.txt", "One text."), ("b/2.txt", "One  text.\n"), ("c/3.txt", "Another text.")):
        save_document(conn, extracted(path, text, "en"), "p")
    mark_copies(conn)
    copies = "SELECT path FROM documents WHERE duplicate_of IS NOT NULL"
    assert [row[0] for row in conn.execute(copies)] == ["b/2.txt"]
    delete_documents(conn, ["a/1.txt"])
    mark_copies(conn)
    assert conn.execute(copies).fetchall() == []


SENTENCES = (
    ("ru", "Товарооборот Казахстана растёт."), ("kk", "Армения одаққа кірді."),
    ("ru", "ЕАЭС начал работу в 2015 году."),
    ("ru", "ОАО «Мост» строит мост."), ("ru", "Глава КО выступил с речью."), ("kk", "Қазақстанның ұсынысы қабылданды."),
    ("ru", "Мой край."), ("en", "The Union's organs met."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("казахстан", {0}), ("Казахстана", {0}), ("одақ", {1}), ("одағы", {1}), ("ЕАЭС", {2}), ("еаэс", {2}),
        ("ОАО", {3}), ("КО", {4}), ("қазақстан", {5}), ("растет", {0}), ("растёт", {0}), ("расти", {0}), ("мой", {6}),
        ("мои", {6}), ("union", {7}), ("строить мосты", {3}), ("2015", {2}), ("варообор", {0}), ("", set()),
        ("нигде", set()), ('"', set()), ("NEAR(", set()),
    ],
)  # fmt: skip
def test_search(conn: sqlite3.Connection, typed: str, expected: set[int]) -> None:
    for number, (lang, text) in enumerate(SENTENCES):
        save_document(conn, extracted(f"a/{number}.txt", text, lang), "p")
    found = find_sentences(conn, [typed_forms(word) for word in words_of(typed)])
    assert {int(row["path"][2:-4]) for row in found} == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("ЕАЭС", "eaeu"), ("economic un", "eaeu"), ("қазақ", "kz"), ("kz", "kz")]
)
def test_entities_are_found_by_any_name(conn: sqlite3.Connection, typed: str, expected: str) -> None:
    _with_aliases(conn)
    assert [row["id"] for row in find_entities(conn, typed)] == [expected]


@pytest.mark.parametrize("typed", ["казахстана", "Казахстаном", "Қазақстанның", "қазақстанға"])
def test_entities_are_found_in_any_inflection_the_nearest_first(conn: sqlite3.Connection, typed: str) -> None:
    _with_aliases(conn)
    forms = [typed_forms(word) for word in words_of(typed)]
    assert [row["id"] for row in find_entities(conn, typed, forms=forms)][:1] == ["kz"]


def _with_aliases(conn: sqlite3.Connection) -> None:
    for e in REGISTRY.entities.values():
        for lang, text in [*e.names.items(), *e.abbreviations.items()]:
            conn.execute("INSERT INTO aliases VALUES (?, ?, ?, 'name', NULL, NULL)", (e.id, lang, text))
    tidy_entities(conn)


@pytest.mark.parametrize(
    ("typed", "expected"), [("eaeu", "eaeu"), ("EEU", "eaeu"), ("еаэс", "eaeu"), ("Қазақстан", "kz")]
)
def test_an_id_or_any_name_names_an_entity(conn: sqlite3.Connection, typed: str, expected: str) -> None:
    _with_aliases(conn)
    assert resolve_entity(conn, typed) == expected


def test_an_unknown_name_is_an_error_in_one_line(conn: sqlite3.Connection) -> None:
    with pytest.raises(TableError, match="no entity is called 'nobody'"):
        resolve_entity(conn, "nobody")


def test_issues_are_replaced_and_forgotten(conn: sqlite3.Connection) -> None:
    for message in ("first", "second"):
        save_issues(conn, [Issue("a.pdf", "read", message, "2026-01-01")])
    assert [row["message"] for row in issues(conn)] == ["second"]
    forget_issues(conn, ["a.pdf"])
    assert issues(conn) == []


def test_a_database_is_one_file(tmp_path: Path) -> None:
    with building(tmp_path / "kb.db") as conn:
        save_registry(conn, REGISTRY)
    assert [p.name for p in tmp_path.iterdir()] == ["kb.db"]
    with open_for_reading(tmp_path / "kb.db") as conn:
        assert resolve_entity(conn, "kz") == "kz"


def test_an_interrupted_build_is_gone_on_with_and_disturbs_nobody(tmp_path: Path) -> None:
    path = tmp_path / "kb.db"
    with building(path) as conn:
        save_registry(conn, REGISTRY)
    with pytest.raises(KeyboardInterrupt), building(path) as conn:
        save_document(conn, extracted("a/1.txt", "One text.", "en"), "p")
        raise KeyboardInterrupt
    with open_for_reading(path) as conn:
        assert sizes(conn)["documents"] == 0
    with building(path) as conn:
        assert known_documents(conn).keys() == {"a/1.txt"}
        with pytest.raises(TableError, match="another run"), building(path):
            pass
    assert not (tmp_path / f"kb.db{BUILDING}").exists()


@pytest.mark.parametrize("content", [b"no database at all, only words, and many of them, so that it is long" * 20, b""])
def test_another_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kb.db"
    path.write_bytes(content)
    with pytest.raises(TableError, match=r"kb\.db"), open_for_reading(path):
        pass


@pytest.mark.parametrize("use", [open_for_writing, building, rebuilding, open_for_reading])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, use: Any) -> None:
    other = tmp_path / "other.db"
    conn = sqlite3.connect(other)
    conn.execute("CREATE TABLE events(a)")
    conn.commit()
    conn.close()
    before = other.read_bytes()
    with pytest.raises(TableError, match="of another program"), use(other):
        pass
    assert other.read_bytes() == before
    assert list(tmp_path.iterdir()) == [other]


def test_an_empty_file_becomes_a_database_but_is_none(tmp_path: Path) -> None:
    empty = tmp_path / "kb.db"
    empty.touch()
    with pytest.raises(TableError, match="kb build"), open_for_reading(empty):
        pass
    with building(empty):
        pass
    with open_for_reading(empty) as conn:
        assert conn.execute("SELECT count(*) FROM documents").fetchone()[0] == 0
