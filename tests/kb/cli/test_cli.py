"""The commands on a small database: what goes to stdout, what to stderr, and the exit codes."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kb.cli.main import COMMANDS, INTERRUPTED, main
from kb.consolidate import consolidate
from kb.coverage import gaps
from kb.model import Alias, Claim, Document, Entity, Findings, Mention, Registry, Segment, Sentence
from kb.search_words import sentence_words
from kb.store.database import building
from kb.store.writer import Extracted, save_document
from kb.store.writer_events import load_claims, save_consolidated
from kb.store.writer_registry import save_registry, tidy_entities

TEXT = "Armenia joined the Eurasian Economic Union on 2 January 2015."


def known(entity_id: str, kind: str, name: str, russian: str, scope: str | None = None) -> Entity:
    names = {"en": name, "ru": russian}
    aliases = tuple(Alias(entity_id, lang, text) for lang, text in names.items())
    return Entity(entity_id, kind, names, scope=scope, aliases=aliases)


REGISTRY = Registry({
    "eaeu": known("eaeu", "ORG", "Eurasian Economic Union", "Евразийский экономический союз", "international"),
    "am": known("am", "COUNTRY", "Armenia", "Армения"),
    "kz": known("kz", "COUNTRY", "Kazakhstan", "Казахстан"),
})  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "small.db"
    day = ("2015-01-02", "2015-01-02", "2015-01-02")
    claim = Claim("membership", "am", "eaeu", "asserted", 0, len(TEXT), TEXT, "en", "2015-01-02/..", day[0], None)
    founder = Claim("membership", "kz", "eaeu", "asserted", 0, len(TEXT), TEXT, "en", "2014/..", "2014-01-01", None)
    findings = Findings(
        (Segment("en", "body", 0, len(TEXT)),),
        (Sentence("en", 0, len(TEXT), page=3),),
        (Mention("COUNTRY", 0, 7, "Armenia", "en", "am"), Mention("DATE", 46, 60, TEXT[46:60], "en", None, *day)),
        (claim, founder), (), (Entity("x-bridge", "ORG", {"en": "Bridge"}),),
    )  # fmt: skip
    said = {"title": "A {title} & more", "published": "2020-05", "source": "Journal"}
    document = Document("a/one.txt", TEXT, "sha", "text/plain", "text", authors=("A. Writer",), **said)
    with building(path) as conn:
        save_registry(conn, REGISTRY)
        save_document(conn, Extracted(document, findings, (sentence_words(TEXT, "en"),), "sha"), "p")
        tidy_entities(conn)
        save_consolidated(conn, consolidate(load_claims(conn), REGISTRY))
    return path


def kb(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def rows(*args: object) -> list[dict[str, str]]:
    result = kb(*args, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize(
    ("args", "column", "expected"),
    [
        (("timeline",), "subject", ["Kazakhstan", "Armenia"]),
        (("timeline", "--lang", "ru"), "subject", ["Казахстан", "Армения"]),
        (("timeline", "--from", "2015"), "subject_id", ["kz", "am"]),
        (("timeline", "--to", "2014"), "subject_id", ["kz"]),
        (("timeline", "--entity", "Армения"), "subject_id", ["am"]),
        (("timeline", "--type", "signed"), "subject_id", []),
        (("timeline", "--polarity", "planned"), "subject_id", []),
        (("timeline", "--source-lang", "en"), "subject_id", ["kz", "am"]),
        (("timeline", "--source-lang", "kk"), "subject_id", []),
        (("members", "eaeu", "--on", "2015-01-02"), "member_id", ["kz", "am"]),
        (("members", "eaeu", "--on", "2015-01-02"), "certainty", ["certain", "certain"]),
        (("members", "eaeu", "--on", "2014-06-01"), "certainty", ["possible"]),
        (("members", "eaeu", "--on", "2013"), "member_id", []),
        (("members", "eaeu", "--why"), "quote", [TEXT, TEXT]),
        (("diff", "eaeu", "2014-12-31", "2016-01-01"), "change", ["joined"]),
        (("coverage",), "year", ["2015"]),
        (("entity", "--discovered"), "id", ["x-bridge"]),
        (("search", "armenia"), "kind", ["entity", "sentence"]),
        (("search", "армения", "--entities"), "id", ["am"]),
    ],
)  # fmt: skip
def test_rows(db: Path, args: tuple[str, ...], column: str, expected: list[str]) -> None:
    assert [row[column] for row in rows(*args, "--db", db)] == expected


@pytest.mark.parametrize(
    "args", [("timeline",), ("members", "eaeu"), ("search", "union"), ("entity", "am"), ("coverage",)]
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_other_formats_say_the_same(db: Path, args: tuple[str, ...], form: str) -> None:
    result = kb(*args, "--db", db, "--format", form)
    assert result.exit_code == 0
    assert not result.stderr
    if form == "json":
        json.loads(result.stdout)
    else:
        assert result.stdout.strip()


def test_a_citation_in_both_forms(db: Path) -> None:
    bibtex = kb("cite", 1, "--db", db).stdout
    assert bibtex.startswith("@article{")
    assert r"title = {A \{title\} \& more}" in bibtex
    assert "pages = {3}" in bibtex
    (entry,) = json.loads(kb("cite", 1, "--db", db, "--format", "csl-json").stdout)
    assert entry["issued"] == {"date-parts": [[2020, 5]]}
    assert kb("cite", entry["id"], "--db", db).stdout == bibtex
    assert kb("cite", "nothing", "--db", db).exit_code == 2


@pytest.mark.parametrize(
    "args",
    [
        ("members", "nobody"), ("members", "eaeu", "--on", "yesterday"), ("timeline", "--type", "danced"),
        ("nonsense",), ("entity",), ("timeline", "--db", "/nowhere/kb.db"), ("build", "/nowhere"), ("ingest",),
        ("ingest", __file__, "--db", "/nowhere/kb.db"), ("indicators", "load", "--shipped", "--db", "/nowhere/kb.db"),
        ("extract", "/nowhere"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line_and_exit_code_2(db: Path, args: tuple[str, ...]) -> None:
    more = () if "--db" in args or args[0] in {"entity", "extract"} else ("--db", db)
    result = kb(*args, *more)
    assert result.exit_code == 2
    assert not result.stdout
    assert result.stderr.strip().splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in result.stderr


def test_a_reader_who_has_seen_enough_meets_no_error(db: Path) -> None:
    command = f"{sys.executable} -c 'from kb.cli.main import main; main()' timeline --db {db} | true"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_ctrl_c_ends_a_build_with_one_line(tmp_path: Path) -> None:
    db = tmp_path / "kb.db"
    command = [sys.executable, "-c", "from kb.cli.main import main; main()", "build", "--db", str(db)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        while not list(tmp_path.glob("kb.db*")) and run.poll() is None:
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)
        said = run.communicate()[1]
    assert run.returncode == INTERRUPTED
    assert said.startswith("Interrupted: ") and said.count("\n") == 1
    assert not db.exists()


@pytest.mark.parametrize(
    ("years", "limits", "expected"),
    [
        ([1995, 2000], (None, None), [(1996, 1999)]), ([1995], (1994, 1997), [(1994, 1994), (1996, 1997)]),
        ([], (1994, 1997), [(1994, 1997)]), ([], (None, None), []), ([1, 2, 3], (None, None), []),
    ],
)  # fmt: skip
def test_gaps(years: list[int], limits: tuple[int | None, int | None], expected: list[tuple[int, int]]) -> None:
    assert list(gaps(years, *limits)) == expected


def test_a_command_starts_without_what_it_does_not_need() -> None:
    heavy = ("spacy", "pandas", "datasette", "networkx", "rich", "numpy")
    code = (
        "import sys; from kb.cli.main import main; main.main(['search', '--help'], standalone_mode=False); "
        f"print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_KB_COMPLETE" in kb("completion", shell).stdout


def test_every_command_has_its_file() -> None:
    assert main.list_commands(click.Context(main)) == list(COMMANDS)


def test_a_program_that_builds_goes_on_afterwards(tmp_path: Path) -> None:
    """As the one that takes the pictures of the pages does: the exit code comes back, the process lives."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("Kazakhstan joined the WTO in 2015.", "utf-8")
    (texts / "bad.pdf").write_bytes(b"no pdf")
    words = ["build", str(texts), "--db", str(tmp_path / "kb.db"), "--quiet"]
    assert main(words, standalone_mode=False) == 1
    (texts / "bad.pdf").unlink()
    assert main(words, standalone_mode=False) == 0


@pytest.mark.parametrize(("args", "nothing"), [
    (("timeline",), ("--to", "1900")), (("members", "eaeu"), ("--status", "frozen")),
    (("members", "eaeu", "--on", "2016"), ("--status", "frozen")),
    (("members", "eaeu", "--why"), ("--status", "frozen")),
    (("members", "eaeu", "--on", "2016", "--why"), ("--status", "frozen")),
    (("search", "joined"), ("--source-lang", "kk")),
    (("check", "--result", "reference silent"), ("--entity", "x-bridge")),
    (("diff", "eaeu", "2013", "2016"), ()), (("entity", "--discovered"), ()), (("judge", "queue"), ("--kind", "pairs")),
    (("coverage",), ("--from", "2030")),
])  # fmt: skip
def test_the_header_is_the_same_without_rows(db: Path, args: tuple[str, ...], nothing: tuple[str, ...]) -> None:
    def run(form: str, *more: str) -> str:
        result = kb(*args, *more, "--db", db, "--format", form)
        assert result.exit_code == 0, result.output
        return result.stdout

    rows = json.loads(run("json"))
    assert rows
    assert run("csv").splitlines()[0] == ",".join(rows[0])
    if nothing:
        assert run("csv", *nothing) == ",".join(rows[0]) + "\n"
