"""Gold with claims alone: scored on its claims, refused with the file and the reason where it is none."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli.main import main

PASSAGE = """\
lang: en
passages:
- id: one
  text: |-
    Armenia joined the EAEU on 2 January 2015. Kyrgyzstan left it.
  claims:
  - [acceded, am, "eec|eaeu", "2015|2015-01-02", asserted]
  - [acceded, tj, eaeu, "null", planned]
  - [suspended, by, eaeu, "null", asserted, opt]
"""


def run(folder: Path, text: str, *options: str) -> tuple[int, str]:
    (folder / "some.yml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", str(folder), *options])
    return result.exit_code, result.output


def test_claims_alone_are_scored_on_claims(tmp_path: Path) -> None:
    code, output = run(tmp_path, PASSAGE, "--errors")
    lines = [line.split("\t")[3:6] for line in output.splitlines()]
    # Right: the accession. Missed: the plan. False: the withdrawal. What is optional is no miss.
    assert code == 0
    assert sorted(lines) == [
        ["false", "withdrew", "kg>eaeu@None asserted"],
        ["miss", "acceded", "tj>eaeu@None planned"],
    ]


def test_figures_of_what_is_not_annotated_are_left_out(tmp_path: Path) -> None:
    code, output = run(tmp_path, PASSAGE, "--format", "csv")
    assert code == 0
    assert output.splitlines()[0] == "lang,label,claims_f1,claims_undated_f1,planned_as_asserted"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("lang: en", "lang: xx", "no such language"),
        ("[acceded, tj,", "[joined, tj,", "no such type or polarity"),
        ('"null", planned]', "planned]", "are expected"),
        ("passages:", "texts:", "passages"),
        ("- id: one", "- name: one", "no id"),
        ("[acceded, tj,", "[[acceded], tj,", "are expected"),
    ],
)
def test_what_is_no_gold_is_refused_with_the_file(tmp_path: Path, old: str, new: str, reason: str) -> None:
    code, output = run(tmp_path, PASSAGE.replace(old, new), "--errors")
    assert code != 0
    assert "some.yml" in output
    assert reason in output
    assert "Traceback" not in output
