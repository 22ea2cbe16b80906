"""`kb indicators`, `kb converge`, `kb power` as people call them; and charts, drawn and read back."""

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli.main import main
from kb.convergence.charts import Words, draw, line_chart
from kb.convergence.methods_table import methods_table
from kb.convergence.tables import shipped_indicators
from kb.errors import TableError
from kb.model import LANGUAGES, Entity, Membership, Registry
from kb.store.database import open_for_writing
from kb.store.indicators import save_indicators
from kb.store.writer_registry import save_registry

ROOT = Path(__file__).parents[3]
FILE = "country_iso3,year,indicator,unit,value,source\n" + "".join(
    f"{c},{y},{i},{u},{v},me\n"
    for c, base in (("KAZ", 1.0), ("RUS", 3.0), ("CHN", 8.0))
    for y in (2000, 2001)
    for i, u, v in (("x", "points", base * (y - 1998)), ("gdp_growth_pct", "annual %", base + y - 2000))
)


def kb(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "figures.db"
    (tmp_path / "f.csv").write_text(FILE, encoding="utf-8")
    result = kb("indicators", "load", tmp_path / "f.csv", "--db", path)
    assert result.exit_code == 0 and "12 figures" in result.stderr
    return path


def test_a_load_makes_a_database_of_these_figures_alone(db: Path, tmp_path: Path) -> None:
    (tmp_path / "again.csv").write_text(FILE.replace("KAZ,2000,x,points,2.0", "KAZ,2000,x,points,7"), encoding="utf-8")
    assert kb("indicators", "load", tmp_path / "again.csv", "--db", db).exit_code == 0
    conn = sqlite3.connect(db)
    found = conn.execute("SELECT count(*), max(value) FROM indicators WHERE country = 'kz'").fetchone()
    assert found == (4, 7.0) and conn.execute("SELECT count(*) FROM indicators").fetchone() == (12,)
    conn.close()
    listed = rows(kb("indicators", "list", "--db", db, "--format", "csv"))
    assert {row["country"] for row in listed} == {"kz", "ru", "cn"} and {row["gaps"] for row in listed} == {"0"}


def test_a_file_with_faults_is_not_loaded(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(FILE, encoding="utf-8")
    bad.write_text(FILE + "QQQ,2000,x,points,1,me\n", encoding="utf-8")
    result = kb("indicators", "load", good, bad, "--db", tmp_path / "k.db")
    assert result.exit_code == 1 and result.stderr.strip().splitlines()[-1].endswith("1 of 2 files not loaded")
    assert "bad.csv:14: unknown country 'QQQ'" in result.stderr


PAIR = ("--indicators", "x,gdp_growth_pct", "--normalise", "year", "--years", "2000-2001")


def test_pair_in_csv_and_in_the_table_of_indices(db: Path) -> None:
    found = rows(kb("converge", "pair", "KZ", "rus", *PAIR, "--db", db, "--format", "csv"))
    assert list(found[0]) == ["year", "value"] and [row["year"] for row in found] == ["2000", "2001"]
    kb("converge", "pair", "KZ", "rus", *PAIR, "--db", db)
    conn = sqlite3.connect(db)
    kept = conn.execute("SELECT measure, a, b, indicator_set, options, year, value FROM indices").fetchall()
    conn.close()
    assert [row[:4] for row in kept] == [("pair", "kz", "ru", "gdp_growth_pct,x")] * 2
    options = json.loads(kept[0][4])
    assert kept[0][4] == json.dumps(options, sort_keys=True, separators=(",", ":"))
    assert options["normalise"] == "year" and options["among"] == ["cn", "kz", "ru"]
    assert [float(row["value"]) for row in found] == [row[6] for row in kept]


def test_every_output_says_what_a_fall_means(db: Path) -> None:
    for lang, words in (("en", "a fall means convergence"), ("ru", "снижение означает сближение")):
        assert words in kb("converge", "pair", "kz", "ru", *PAIR, "--db", db, "--lang", lang).stderr


CALLS = [
    (("country", "kz", "--region", "RU,CN,KG", "--years", "2000-2019"), 20),
    (("country", "kz", "--region", "neighbours", "--outside", "--years", "1992-2019", "--normalise", "year"), 28),
    (("region", "KZ,RU,BY", "--years", "2000-2001", "--dispersion", "points"), 2),
    (("pairs", "--among", "kz,ru,cn", "--years", "2019"), 3),
    (("points", "--among", "kz,ru,cn", "--years", "2019"), 3),
    (("sigma", "--years", "1992-2019"), 28),
    (("beta", "--years", "1995-2019", "--controls", "investments_pct_gdp"), 1),
    (("clubs", "--years", "1992-2023"), 13),
    (("market", "kz", "ru", "--years", "1995-2019"), 6),
    (("pair", "kz", "tj", "--indicators", "exports_pct_gdp", "--missing", "interpolate", "--years", "1992-2000"), 9),
]


@pytest.mark.parametrize(("call", "count"), CALLS, ids=[call[0] for call, _ in CALLS])
def test_figures_that_ship_answer_without_a_database(
    call: tuple[str, ...], count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    chart = tmp_path / "chart.svg"
    result = kb("converge", *call, "--format", "csv", "--chart", chart, "--lang", "kk")
    found = rows(result)
    assert len(found) == count and list(found[0])[:2] == ["year", "value"] and "ship with the project" in result.stderr
    drawn = "".join(ElementTree.parse(chart).getroot().itertext())
    assert "Әдіс: " in drawn and "Дереккөз: " in drawn
    assert not (tmp_path / "kb.db").exists()


def test_the_region_follows_the_memberships(tmp_path: Path) -> None:
    path = tmp_path / "kb.db"
    countries = {c: Entity(c, "COUNTRY", {"en": c}) for c in ("kz", "ru", "kg")}
    known = {"eaeu": Entity("eaeu", "ORG", {"en": "Eurasian Economic Union"}, scope="international"), **countries}
    spells = [("kz", "2015-01-01"), ("ru", "2015-01-01"), ("kg", "2016-03-01")]
    with open_for_writing(path) as conn:
        save_registry(conn, Registry(known))
        save_indicators(conn, shipped_indicators())
        for member, day in spells:
            row = Membership(member, "eaeu", member, "member", day, day, day, None, None, None, "reference")
            conn.execute(
                "INSERT INTO memberships (id, organization_id, member_id, status, start_edtf, start_earliest,"
                " start_latest, support) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (row.id, row.organization_id, row.member_id, row.status, day, day, day, row.support),
            )
    call = ("converge", "region", "eaeu", "--on-membership", "--db", path, "--format", "csv")
    found = rows(kb(*call, "--years", "2014-2017"))
    assert [row["countries"] for row in found] == ["", "kz,ru", "kg,kz,ru", "kg,kz,ru"] and found[0]["value"] == ""
    whole = rows(kb(*call, "--member-for", "whole"))
    assert whole[0]["year"] == "2015" and whole[1]["countries"] == "kz,ru"
    deep = rows(kb("converge", "institutional", "kz", "kg", "--db", path, "--years", "2015-2016", "--format", "csv"))
    assert [row["value"] for row in deep] == ["0.0", "1.0"]
    ranked = rows(kb("converge", "index", "--among", "kz,kg,ru", "--db", path, "--years", "2016-2017", "--draws", 50,
                     "--format", "csv"))  # fmt: skip
    assert len(ranked) == 6 and [row["rank"] for row in ranked[:3]] == ["1", "2", "3"]


WRONG = [
    (("pair", "kz", "qq"), "unknown country 'qq'"),
    (("pair", "kz", "ru", "--indicators", "no_such"), "no figures for no_such"),
    (("pair", "kz", "ru", "--years", "19x"), "write 1992-2019"),
    (("pair", "kz", "ru", "--chart", "x.pdf"), ".svg or .png is written"),
    (("region", "neighbours"), "neighbours of whom"),
    (("clubs", "--years", "2019-2023"), "log t needs more periods"),
    (("index", "--blocks", "convergence,other"), "not other"),
]


@pytest.mark.parametrize(("call", "message"), WRONG)
def test_wrong_use_is_one_line(
    call: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kb("converge", *call)
    assert result.exit_code == 2 and message in result.stderr.strip().splitlines()[-1]


def test_power_of_an_organ_and_of_weights_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = rows(kb("power", "cu-commission", "--format", "csv"))
    assert [round(float(row["banzhaf"]), 3) for row in found] == [0.6, 0.2, 0.2]
    own = rows(kb("power", "--weights", "ru=40,by=15,kz=15,kg=7.5,tj=7.5", "--base", "present", "--format", "csv"))
    assert round(float(own[0]["banzhaf"]), 4) == 0.4545 and own[0]["veto"] == "True"
    assert kb("power", "nobody").exit_code == 2


def test_the_methods_page_shows_the_table_as_it_is() -> None:
    """`python -m kb.convergence.methods_table` makes it anew."""
    assert methods_table() in (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_png_is_drawn(lang: str, tmp_path: Path) -> None:
    spec = line_chart([{"year": 2000, "value": 1.5}, {"year": 2001, "value": None}], Words("T", foot=("a", "b")))
    draw(spec, tmp_path / "a.png", lang)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(TableError):
        draw(spec, tmp_path / "a.pdf", lang)
