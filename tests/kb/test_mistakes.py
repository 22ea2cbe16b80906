"""A document that the program stumbles over is named with the reason, and nothing else is lost."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.claims.sentence import of_sentence
from extract.pipeline import Pipeline
from kb.build import Options, Report, build
from kb.cli.main import main
from kb.extraction import Task, attempt_file
from kb.model import Issue, Sentence
from kb.store.database import open_for_reading
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


def test_a_sentence_the_program_stumbles_over_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(text: str, sentence: Sentence, *more: Any) -> Any:
        if "Minsk" in text[sentence.start_char : sentence.end_char]:
            raise IndexError("tuple index out of range")
        return of_sentence(text, sentence, *more)

    def in_process(tasks: Sequence[Task], work: Any, *_: Any) -> Iterator[Any]:
        return ((task, work(task)) for task in tasks)

    monkeypatch.setattr("extract.claims.stage.of_sentence", stumbling)
    monkeypatch.setattr("kb.build.run", in_process)  # a worker would not know of the mistake
    odd, db = tmp_path / "odd.txt", tmp_path / "kb.db"
    odd.write_text(f"Belarus joined the WTO in Minsk.\n\n{TEXT}", encoding="utf-8")
    first, second = (_built(db, odd) for _ in range(2))
    assert len(first.failed) == 1 and first.added  # the document itself is there
    assert second.kept and not second.failed
    said = CliRunner().invoke(main, ["extract", str(odd)])
    assert said.exit_code == 0 and said.stderr.count("\n") == 1 and '"acceded"' in said.stdout


def _built(db: Path, odd: Path) -> Report:
    """What was not read again has its issue still."""
    report = build(Options(db, (odd,), workers=1))
    with open_for_reading(db) as conn:
        claims = [tuple(row) for row in conn.execute("SELECT type, subject_id FROM claims WHERE origin = 'text'")]
        (message,) = (row[0] for row in conn.execute("SELECT message FROM issues"))
    assert claims == [("acceded", "am")]
    assert "IndexError: tuple index out of range" in message and "Belarus joined the WTO" in message
    return report
