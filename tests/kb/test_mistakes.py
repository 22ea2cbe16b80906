"""A document that the program stumbles over is named with the reason, and nothing else is lost."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.pipeline import Pipeline
from kb.cli.main import main
from kb.extraction import Task, attempt_file
from kb.model import Issue
from kb.store.writer import Extracted

TEXT = "Armenia joined the EAEU on 2 January 2015.\n"
_extract = Pipeline.extract


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two texts; the program has a mistake that the second one meets."""

    def stumbling(self: Pipeline, received: Any) -> Any:
        if "12,5" in received.text:
            raise ValueError("invalid literal for int():\n'12,5'")
        return _extract(self, received)

    monkeypatch.setattr(Pipeline, "extract", stumbling)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "odd.txt").write_text(f"{TEXT}Belarus has 12,5 votes.\n", encoding="utf-8")
    return tmp_path


def test_a_worker_hands_the_document_back_as_an_issue(folder: Path) -> None:
    good, odd = (attempt_file(Task(folder / name, folder, name, "0", "")) for name in ("good.txt", "odd.txt"))
    assert isinstance(good, Extracted) and good.findings.claims
    assert isinstance(odd, Issue) and (odd.path, odd.stage) == ("odd.txt", "extract")
    assert "ValueError: invalid literal for int(): '12,5'" in odd.message and "\n" not in odd.message


def test_the_command_says_it_in_one_line(folder: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(folder / "odd.txt")])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1 and "odd.txt" in result.stderr and "12,5" in result.stderr


@pytest.mark.parametrize(("asked", "shown"), [("", False), ("1", True)])
def test_a_mistake_elsewhere_is_one_line_too(monkeypatch: pytest.MonkeyPatch, asked: str, shown: bool) -> None:
    def stumbling(*_: Any) -> Any:
        raise KeyError("no such thing")

    monkeypatch.setattr("kb.cli.extract._read", stumbling)
    monkeypatch.setenv("KB_TRACEBACK", asked)
    result = CliRunner().invoke(main, ["extract", "-"], input=TEXT)
    assert result.exit_code == 1
    assert isinstance(result.exception, KeyError) == shown
    assert shown or (result.stderr.count("\n") == 1 and "KeyError: 'no such thing'" in result.stderr)
