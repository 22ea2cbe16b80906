"""What the documentation shows is what the program prints: every sample is run on the articles that ship."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli.main import main

ROOT = Path(__file__).parent.parent
PAGES = [path for path in (*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))) if path.name != "CHANGELOG.md"]
# They go on until they are stopped, change what is judged, or need files that a reader has and we have not.
NOT_RUN = re.compile(
    r"kb (serve|judge|consolidate|eval|indicators|ingest|completion)\b|--registry|\bpapers --db kb\.db"
)
READS = re.compile(
    r"kb (members|timeline|search|entity|cite|diff|stages|scorecard|instruments|check|coverage|summary)\b"
)
MORE = "…"


def blocks(page: Path) -> list[list[str]]:
    return [found.splitlines() for found in re.findall(r"^```\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)]


def sessions(page: Path) -> list[list[tuple[str, list[str]]]]:
    """Of every block with prompts, the commands, each with the lines shown below it."""
    found = []
    for block in blocks(page):
        shown: list[tuple[str, list[str]]] = []
        for line in block:
            if line.startswith("$ "):
                shown.append((line[2:], []))
            elif shown:
                shown[-1][1].append(line.rstrip())
        found += [shown] if shown else []
    return found


def words_of(line: str) -> list[str]:
    return shlex.split(re.split(r"\s+#", line)[0])[1:]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The database of the shipped corpus, and what its build said."""
    path = tmp_path_factory.mktemp("samples") / "kb.db"
    return path, CliRunner().invoke(main, ["build", "--db", str(path)]).output


@pytest.fixture
def at_home(shipped: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A folder of one's own with a file that is no article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KB_DB", str(shipped[0]))
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "empty.pdf").touch()
    note = next(lines for block in sessions(ROOT / "README.md") for line, lines in block if line.startswith("cat "))
    (tmp_path / "papers" / "note.txt").write_text("\n".join(note), encoding="utf-8")
    yield shipped[1]


def printed(line: str, first_build: str) -> tuple[str, str]:
    """What it says on stdout, and all it says: a sample may leave out the notes."""
    if line == "kb build":
        return first_build, first_build
    said = CliRunner().invoke(main, words_of(line))
    return said.stdout, said.output


def rows_of(text: str) -> list[str]:
    return [row.strip() for row in text.splitlines() if row.strip()]


SHOWN = [(page, line, lines) for page in PAGES for session in sessions(page) for line, lines in session
         if line.startswith("kb ") and "".join(lines).strip() and not NOT_RUN.search(line)]  # fmt: skip


@pytest.mark.parametrize(("page", "line", "lines"), SHOWN, ids=[f"{page.name}: {line}" for page, line, _ in SHOWN])
def test_the_program_prints_what_is_shown(page: Path, line: str, lines: list[str], at_home: str) -> None:
    wanted = rows_of("\n".join(lines))
    if wanted[-1] == MORE:
        wanted = wanted[:-1]
    said = printed(line, at_home)
    assert wanted in [rows_of(text)[: len(wanted) if MORE in lines else None] for text in said], said[0]


READ = sorted({re.split(r"\s+[>|#]", line.removeprefix("$ "))[0].strip() for page in PAGES for block in blocks(page)
               for line in block if READS.match(line.removeprefix("$ ")) and "--db" not in line})  # fmt: skip


@pytest.mark.parametrize("line", READ)
def test_what_only_reads_finds_something(line: str, at_home: str) -> None:
    said = CliRunner().invoke(main, words_of(line))
    assert said.exit_code == 0, said.output
    assert said.stdout.strip()
