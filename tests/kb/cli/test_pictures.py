"""`kb graph` and `kb timeline` on the reference facts: files, tables, and what is refused."""

import csv
import io
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from kb.cli.graph import TABLES, WRITERS
from kb.cli.main import main
from kb.registry.load import load_registry
from kb.store.database import building
from kb.store.writer_registry import save_registry


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "kb.db"
    with building(path) as conn:
        save_registry(conn, load_registry())
    assert CliRunner().invoke(main, ["consolidate", "--db", str(path)]).exit_code == 0
    return path


def kb(db: Path, *args: object) -> Result:
    return CliRunner().invoke(main, [*map(str, args), "--db", str(db)])


def members(graph: "nx.MultiDiGraph[str]", body: str) -> set[str]:
    return {a for a, b, data in graph.edges(data=True) if b == body and data.get("status") == "member"}


@pytest.mark.parametrize(("day", "who"), [
    ("2007-06-30", {"by", "kg", "kz", "ru", "tj", "uz"}), ("2009-01-01", {"by", "kg", "kz", "ru", "tj"}),
    ("2015-01-01", set()),
])  # fmt: skip
def test_the_graph_of_a_day_says_what_kb_members_says(db: Path, tmp_path: Path, day: str, who: set[str]) -> None:
    path = tmp_path / "day.gexf"
    assert kb(db, "graph", "--on", day, "-o", path).exit_code == 0
    assert members(nx.MultiDiGraph(nx.read_gexf(path)), "eurasec") == who
    rows = csv.DictReader(io.StringIO(kb(db, "members", "eurasec", "--on", day, "--format", "csv").stdout))
    assert {row["member_id"] for row in rows if row["status"] == "member"} == who


@pytest.mark.parametrize("form", list(WRITERS))
def test_every_format_of_the_whole_history_is_written(db: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"all.{form}"
    result = kb(db, "graph", "--format", form, "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.stat().st_size > 10_000


def test_the_period_is_in_the_graph(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "period.gexf"
    assert kb(db, "graph", "--from", "1996", "--to", "1999", "-o", path).exit_code == 0
    found = nx.read_gexf(path)
    assert "customs-union-1995" in found and "eaeu" not in found


@pytest.mark.parametrize("table", TABLES)
def test_tables_go_to_stdout(db: Path, table: str) -> None:
    result = kb(db, "graph", "--table", table, "--on", "2016-01-01", "--entity", "eaeu", "--entity", "csto")
    assert result.exit_code == 0
    assert list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("args", [
    ["graph"], ["graph", "--table", "nesting", "-o", "x"], ["graph", "--on", "2000", "--from", "1999", "-o", "x"],
    ["graph", "--format", "odt", "-o", "x"], ["timeline", "--format", "svg"], ["timeline", "-o", "x"],
    ["timeline", "--format", "png", "-o", "x.png", "--from", "3000"],
])  # fmt: skip
def test_wrong_use_is_refused(db: Path, args: list[str]) -> None:
    assert kb(db, *args).exit_code == 2


@pytest.mark.parametrize(("args", "said"), [
    (["graph", "-o", "nowhere/x.gexf"], "nowhere/x.gexf: there is no folder nowhere"),
    (["timeline", "--format", "svg", "-o", "nowhere/x.svg"], "there is no folder nowhere"),
    (["converge", "pair", "kz", "ru", "--chart", "nowhere/x.svg"], "there is no folder nowhere"),
    (["converge", "pair", "kz", "ru", "--chart", "-"], ".svg or .png is written"),
    (["graph", "--format", "csv", "-o", "-"], "csv makes two files"),
    (["timeline", "--format", "csv", "-o", "x.csv"], "-o is for pictures (--format svg or png): csv goes to stdout"),
    (["timeline", "--format", "svg"], "svg is a picture: -o FILE says where it goes"),
    (["graph", "--table", "overlap", "--entity", "eaeu"], "overlap compares bodies: name two or more"),
    (["graph", "--table", "countries", "--entity", "kz"], "kz is no organization"),
])  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_before_any_work(db: Path, args: list[str], said: str) -> None:
    result = kb(db, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(("args", "start"), [
    (["graph", "--format", "graphml"], b"<?xml"), (["graph", "--format", "ttl"], b"@prefix"),
    (["timeline", "--entity", "eaeu", "--format", "png"], b"\x89PNG"),
])  # fmt: skip
def test_a_dash_is_stdout(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], start: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kb(db, *args, "-o", "-")
    assert result.exit_code == 0, result.stderr
    assert result.stdout_bytes.startswith(start)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("form", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_a_timeline_is_drawn(db: Path, tmp_path: Path, form: str, start: bytes) -> None:
    path = tmp_path / f"line.{form}"
    result = kb(db, "timeline", "--entity", "eaeu", "--lang", "kk", "--format", form, "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.read_bytes().startswith(start)


@pytest.mark.parametrize(("lang", "said"), [
    ("en", "Treaty on the Eurasian Economic Union signed"),
    ("ru", "Подписание Договора о Евразийском экономическом союзе"),
    ("kk", "Еуразиялық экономикалық одақ туралы шартқа қол қойылды"),
])  # fmt: skip
def test_the_timeline_has_titles(db: Path, lang: str, said: str) -> None:
    result = kb(db, "timeline", "--entity", "treaty-eaeu-2014", "--lang", lang, "--format", "csv")
    assert said in {row["title"] for row in csv.DictReader(io.StringIO(result.stdout))}
