"""The shipped corpus built whole: facts told in three languages are one event, planted disagreements are conflicts."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.build import Options, build
from kb.intervals import interval, overlap, start_of

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "corpus_facts.yml").read_text(encoding="utf-8"))
# Floor and ceiling as measured: all facts.
FACTS_IN_THREE_LANGUAGES = 68
CONFLICTS_NOT_PLANTED = 0
_BY_OBJECT = {"acceded", "withdrew", "observer"}


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("corpus") / "kb.db"
    assert not build(Options(path)).failed
    found = sqlite3.connect(path)
    found.row_factory = sqlite3.Row
    yield found
    found.close()


def matching(conn: sqlite3.Connection, fact: dict[str, Any]) -> list[sqlite3.Row]:
    """Asserted events of the fact's type and slots whose date agrees with it."""
    kinds = {fact["type"], fact.get("also_type", fact["type"])}
    wanted = interval(str(fact["edtf"]))
    rows = conn.execute("SELECT * FROM events WHERE polarity = 'asserted' AND subject_id = ?", (fact["subject"],))
    return [
        row for row in rows
        if row["type"] in kinds and (fact["type"] not in _BY_OBJECT or row["object_id"] == fact.get("object"))
        and (date := interval(start_of(row["edtf"]))) and wanted and overlap(date, wanted)
    ]  # fmt: skip


def test_a_fact_told_in_three_languages_is_one_event(conn: sqlite3.Connection) -> None:
    whole = [f for f in CASES["facts"] if any(row["langs"] == "en,kk,ru" for row in matching(conn, f))]
    assert len(whole) >= FACTS_IN_THREE_LANGUAGES


@pytest.mark.parametrize("planted", CASES["disagreements"], ids=lambda d: str(d["id"]))
def test_every_planted_disagreement_is_a_conflict(conn: sqlite3.Connection, planted: dict[str, Any]) -> None:
    row = conn.execute(
        "SELECT b.langs, a.edtf FROM conflicts c JOIN events a ON a.id = c.event_a JOIN events b ON b.id = c.event_b "
        "WHERE b.type = ? AND b.subject_id = ? AND b.edtf = ?", (planted["type"], planted["subject"], planted["edtf"]),
    ).fetchone()  # fmt: skip
    assert row and (row["langs"], row["edtf"]) == (planted["lang"], planted["others"]["edtf"])


def test_nothing_else_is_a_conflict(conn: sqlite3.Connection) -> None:
    others = conn.execute("SELECT count(*) FROM conflicts").fetchone()[0] - len(CASES["disagreements"])
    assert others <= CONFLICTS_NOT_PLANTED
