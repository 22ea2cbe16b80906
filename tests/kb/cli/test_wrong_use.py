"""What cannot be answered is one clear line and exit code 2, whatever the command; the rest is answered."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli.main import main
from kb.cli.power import _rows_of_sets
from kb.convergence.power import VotingSet, voting_sets


def kb(db: Path, *args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--db", str(db)])


def refused(db: Path, *args: str) -> str:
    result = kb(db, *args)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return result.stderr.splitlines()[-1]


@pytest.mark.parametrize(("args", "reason"), [
    (("members", "eurasec", "--on", "2008/2007"), "'2008/2007' ends before it begins"),
    (("diff", "eurasec", "2008-02/2008-01", "2009"), "ends before it begins"),
    (("stages", "--on", "2008-12-31/2008-01-01"), "ends before it begins"),
    (("timeline", "--from", "2010", "--to", "2005"), "--from 2010-01-01 lies behind --to 2005-12-31"),
    (("graph", "--table", "nesting", "--from", "2010", "--to", "2005"), "lies behind"),
    (("coverage", "--from", "2010", "--to", "2000"), "--from 2010 lies behind --to 2000"),
    (("members", "kz"), "kz is no organization but of type COUNTRY: 'kb entity kz' shows what it belongs to"),
    (("scorecard", "kz"), "kz is no organization"), (("stages", "kz"), "kz is no organization"),
    (("diff", "Almaty", "2001", "2009"), "almaty is no organization but of type PLACE"),
    (("power", "cu-commission", "--set", "nosuch"), "no set of weights 'nosuch' is known for cu-commission; there"),
    (("power", "cu-commission", "--quota", "most"), "'most': write a share such as 2/3"),
    (("power", "cu-commission", "--quota", "1/0"), "write a share"),
    (("power", "cu-commission", "--weights", "ru=1/0"), "write ru=40,by=20"),
])  # fmt: skip
def test_one_line_says_what_is_wrong(reference_db: Path, args: tuple[str, ...], reason: str) -> None:
    assert reason in refused(reference_db, *args)


@pytest.mark.parametrize("args", [
    ("timeline", "--from", "2010", "--to", "2010"), ("coverage", "--from", "900", "--to", "1000"),
    ("members", "eurasec", "--on", "2007/2008"),
])  # fmt: skip
def test_what_is_in_order_is_answered(reference_db: Path, args: tuple[str, ...]) -> None:
    assert kb(reference_db, *args).exit_code == 0


def test_a_set_that_decides_nothing_does_not_end_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = next(s for s in voting_sets().values() if s.organ == "cu-commission")
    weights = {"by": Fraction(21), "kz": Fraction(22)}
    told = VotingSet("an/article.md", shipped.organ, "", shipped.quota, weights, shipped.full, "as this text says")
    given = {"quota": None, "base": "full", "strictly": False}
    assert {row["set"] for row in _rows_of_sets([shipped, told], shipped.organ, given, "en")} == {shipped.id}
    assert "an/article.md: left out: 43 votes never reach the quota of 66.6667" in capsys.readouterr().err


def test_power_of_an_organ_that_ships(reference_db: Path) -> None:
    found = kb(reference_db, "power", "cu-commission", "--format", "csv")
    assert found.exit_code == 0
    assert sum(float(row["shapley_shubik"]) for row in csv.DictReader(io.StringIO(found.stdout))) == pytest.approx(1)


def test_a_graph_of_one_body_is_of_that_body(reference_db: Path, tmp_path: Path) -> None:
    file = tmp_path / "cis.json"
    result = kb(reference_db, "graph", "--entity", "cis", "--format", "json", "-o", str(file))
    assert result.exit_code == 0, result.output
    data = json.loads(file.read_text(encoding="utf-8"))
    assert all("cis" in (edge["source"], edge["target"]) for edge in data["edges"])
    linked = {edge[side] for edge in data["edges"] for side in ("source", "target")}
    assert {node["id"] for node in data["nodes"]} == linked > {"cis", "kz", "cis-executive-committee"}
