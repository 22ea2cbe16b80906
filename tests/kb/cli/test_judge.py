"""`kb judge` on a small database: what a judgement changes on consolidation, and that undoing restores it."""

import csv
import io
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli.main import main
from kb.model import Claim, Document, Entity, Findings, Mention, Segment, Sentence
from kb.registry.load import load_registry
from kb.search_words import sentence_words
from kb.store.database import building
from kb.store.writer import Extracted, save_document
from kb.store.writer_registry import save_registry

TEXT = "In 2014 Armenia joined the Bridge Union."


def kb(*args: object) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def db(tmp_path: Path) -> Path:
    claim = Claim("acceded", "am", "x-bridge-union", "asserted", 0, len(TEXT), TEXT, "en", "2014", "2014-01-01",
                  "2014-12-31")  # fmt: skip
    findings = Findings(
        (Segment("en", "body", 0, len(TEXT)),), (Sentence("en", 0, len(TEXT)),),
        (Mention("ORG", 27, 39, TEXT[27:39], "en", "x-bridge-union"),), (claim,), (),
        (Entity("x-bridge-union", "ORG", {"en": "Bridge Union"}),),
    )  # fmt: skip
    document = Document("a/one.txt", TEXT, "sha", "text/plain", "text")
    path = tmp_path / "kb.db"
    with building(path) as conn:
        save_registry(conn, load_registry())
        save_document(conn, Extracted(document, findings, (sentence_words(TEXT, "en"),), "sha"), "p")
    kb("consolidate", "--db", path)
    return path


def told(db: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    conn = sqlite3.connect(db)
    events = conn.execute("SELECT subject_id, object_id, edtf FROM events WHERE n_claims").fetchall()
    mentions = conn.execute("SELECT entity_id FROM mentions").fetchall()
    conn.close()
    return events, mentions


def key(db: Path) -> str:
    conn = sqlite3.connect(db)
    found = str(conn.execute("SELECT key FROM claims").fetchone()[0])
    conn.close()
    return found


def undo_all(db: Path) -> None:
    listed = kb("judge", "list", "--db", db, "--format", "csv").stdout
    for row in csv.DictReader(io.StringIO(listed)):
        kb("judge", "undo", row["id"], "--db", db)
    kb("consolidate", "--db", db)


@pytest.mark.parametrize(("words", "events", "mention"), [
    (["same", "x-bridge-union", "eaeu"], [("am", "eaeu", "2014")], "eaeu"),
    (["same", "eaeu", "x-bridge-union"], [("am", "eaeu", "2014")], "eaeu"),
    (["reject", "1"], [], "x-bridge-union"),
    (["date", "1", "2014-05"], [("am", "x-bridge-union", "2014-05")], "x-bridge-union"),
])  # fmt: skip
def test_a_judgement_is_applied_again_and_again_and_can_be_undone(
    db: Path, words: list[str], events: list[tuple[str, ...]], mention: str
) -> None:
    before, before_key = told(db), key(db)
    kb("judge", *words, "--why", "seen in print", "--db", db)
    assert told(db) == before
    for _ in range(2):
        kb("consolidate", "--db", db)
        assert told(db) == (events, [(mention,)])
    assert key(db) == before_key
    undo_all(db)
    assert told(db) == before


def test_the_queue_names_what_only_texts_know(db: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kb("judge", "queue", "--db", db, "--format", "csv").stdout)))
    assert ("entities", "x-bridge-union") in {(row["kind"], row["target"]) for row in rows}
    kb("judge", "same", "x-bridge-union", "eaeu", "--db", db)
    kb("consolidate", "--db", db)
    rows = list(csv.DictReader(io.StringIO(kb("judge", "queue", "--db", db, "--format", "csv").stdout)))
    assert not [row for row in rows if row["target"] == "x-bridge-union"]


@pytest.mark.parametrize("words", [["same", "am", "kz"], ["reject", "nothing"], ["undo", "0"], ["date", "1", "soon"]])
def test_wrong_judgements_are_refused(db: Path, words: list[str]) -> None:
    result = CliRunner().invoke(main, ["judge", *words, "--db", str(db)])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert not (db.parent / "judgements.csv").exists()


def test_an_accepted_claim_settles_its_dispute_and_undoing_opens_it_again(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("Armenia joined the EAEU in 2013.\n", encoding="utf-8")
    db = tmp_path / "kb.db"
    kb("build", tmp_path / "texts", "--db", db)

    def seen() -> tuple[list[tuple[str, float]], list[str], str]:
        conn = sqlite3.connect(db)
        events = conn.execute("SELECT support, confidence FROM events WHERE n_claims").fetchall()
        kinds = [row[0] for row in conn.execute("SELECT kind FROM conflicts")]
        conn.close()
        return events, kinds, kb("judge", "queue", "--kind", "facts", "--db", db, "--format", "csv").stdout

    before = seen()
    assert before[0] == [("disputed", 0.95)] and before[1] == ["date"] and key(db) in before[2]
    kb("judge", "accept", key(db), "--db", db)
    kb("consolidate", "--db", db)
    events, kinds, queue = seen()
    assert events == [("texts", 1.0)] and kinds == ["settled"] and key(db) not in queue
    undo_all(db)
    assert seen() == before


def test_what_is_merged_lends_its_name_and_takes_it_back(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for lang, text in {
        "en": "Iran joined the Bridge Union in 2012.",
        "ru": "Иран вступил в Мостовой союз в 2012 году.",
    }.items():
        (tmp_path / "texts" / f"{lang}.txt").write_text(f"{text}\n", encoding="utf-8")
    db = tmp_path / "kb.db"
    kb("build", tmp_path / "texts", "--db", db)
    kb("judge", "same", "Мостовой союз", "Bridge Union", "--db", db)
    kb("consolidate", "--db", db)
    told_by_name = kb("entity", "Мостовой союз", "--db", db, "--format", "csv").stdout
    assert "id,x-bridge-union" in told_by_name and "name_ru,Мостовой союз" in told_by_name
    assert "x-mostovoy-soyuz" not in kb("entity", "--discovered", "--db", db, "--format", "csv").stdout
    undo_all(db)
    assert "id,x-mostovoy-soyuz" in kb("entity", "Мостовой союз", "--db", db, "--format", "csv").stdout
    assert "name_ru" not in kb("entity", "Bridge Union", "--db", db, "--format", "csv").stdout
