"""The pages of Datasette on a database of any name: every table and canned query answers, foreign keys show names."""

import re
import socket
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml
from click.testing import CliRunner

import kb.web
from kb.cli.main import main
from kb.cli.serve import make_app
from kb.consolidate import consolidate
from kb.registry.load import load_registry
from kb.store.database import building
from kb.store.writer_events import save_consolidated
from kb.store.writer_registry import save_registry, tidy_entities
from kb.web.loopback import is_loopback

METADATA = yaml.safe_load((Path(kb.web.__file__).parent / "metadata.yml").read_text(encoding="utf-8"))["databases"][
    "kb"
]
STEM = "my-collection"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / f"{STEM}.db"
    registry = load_registry()
    with building(path) as conn:
        save_registry(conn, registry)
        tidy_entities(conn)
        save_consolidated(conn, consolidate([], registry))
    return path


@pytest_asyncio.fixture
async def pages(path: Path) -> AsyncIterator[Any]:
    app = make_app(path, sql=True)
    await app.invoke_startup()
    yield app.client


def test_no_question_hides_a_table() -> None:
    """Datasette shows a ready-made question where a table bears the same name."""
    assert set(METADATA["queries"]) & set(METADATA["tables"]) == set()


def test_everything_is_described_and_nothing_else(path: Path) -> None:
    conn = sqlite3.connect(path)
    tables = [row[0] for row in conn.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_fts%' "
        "ESCAPE '\\' AND name NOT LIKE '%\\_trigram%' ESCAPE '\\'")]  # fmt: skip
    views = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert set(METADATA["tables"]) <= {*tables, *views}
    for table in tables:
        described = METADATA["tables"][table]
        columns = {row[1] for row in conn.execute(f"PRAGMA table_xinfo({table})")}
        assert set(described.get("columns", {})) <= columns, table
        if not described.get("hidden"):
            left = columns - set(described["columns"]) - {"id", "label"}
            assert not left, f"{table}: {left}"
            assert described["title"]
    conn.close()


@pytest.mark.asyncio
@pytest.mark.parametrize("table", [name for name, said in METADATA["tables"].items() if not said.get("hidden")])
async def test_every_table_page_answers(pages: Any, table: str) -> None:
    assert (await pages.get(f"/{STEM}/{table}")).status_code == 200


VALUES = {"entity": "eurasec", "organization": "eurasec", "day": "2007-06-30", "from_day": "2000-01-01", "to_day": "",
          "entity_a": "kz", "entity_b": "eaeu"}  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize("query", METADATA["queries"])
async def test_every_canned_query_answers(pages: Any, query: str) -> None:
    asked = METADATA["queries"][query]
    assert asked["description"] and asked["title"]
    params = {name: VALUES[name] for name in asked.get("params", [])}
    found = (await pages.get(f"/{STEM}/{query}.json", params={**params, "_shape": "array"})).json()
    assert isinstance(found, list)
    if query in {"members_on", "organization_timeline"}:
        assert found


@pytest.mark.asyncio
async def test_members_on_a_day_are_the_same_everywhere(pages: Any, path: Path) -> None:
    from kb.store.database import open_for_reading
    from kb.store.reader.memberships import members_on

    values = {"organization": "eurasec", "day": "2007-06-30", "_shape": "array"}
    page = (await pages.get(f"/{STEM}/members_on.json", params=values)).json()
    with open_for_reading(path) as conn:
        ours = members_on(conn, "eurasec", ("2007-06-30", "2007-06-30"))
    key = ("member_id", "status", "certainty")
    assert {tuple(row[k] for k in key) for row in page} == {tuple(row[k] for k in key) for row in ours}
    members = {row["member_id"] for row in ours if row["status"] == "member"}
    assert members == {"by", "kz", "kg", "ru", "tj", "uz"}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("organization", "day", "said"),
    [("eurasec", "garbage", "“garbage” is no day"), ("eurasec", "2007-02-31", "“2007-02-31” is no day"),
     ("eurasec", "2007", "“2007” is no day"), ("nobody", "2007-06-30", "“nobody” is no identifier")],
)  # fmt: skip
async def test_members_on_no_day_are_refused(pages: Any, organization: str, day: str, said: str) -> None:
    values = {"organization": organization, "day": day}
    found = await pages.get(f"/{STEM}/members_on", params=values)
    assert found.status_code == 400 and said in found.text
    as_json = await pages.get(f"/{STEM}/members_on.json", params=values)
    assert as_json.status_code == 400 and said in as_json.json()["error"]
    empty = await pages.get(f"/{STEM}/members_on")
    assert empty.status_code == 200 and "no day" not in empty.text.partition("with asked")[0]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("entity", "first", "last", "said"),
    [("eurasec", "garbage", "", "“garbage” is no day"), ("eurasec", "", "2007-02-31", "“2007-02-31” is no day"),
     ("nobody", "2007-06-30", "", "“nobody” is no identifier")],
)  # fmt: skip
async def test_a_timeline_between_no_days_is_refused(pages: Any, entity: str, first: str, last: str, said: str) -> None:
    values = {"entity": entity, "from_day": first, "to_day": last}
    found = await pages.get(f"/{STEM}/organization_timeline", params=values)
    assert found.status_code == 400 and said in found.text
    open_ended = await pages.get(f"/{STEM}/organization_timeline.json", params={"entity": "eurasec", "_shape": "array"})
    assert open_ended.json()


@pytest.mark.asyncio
async def test_foreign_keys_show_names(pages: Any) -> None:
    text = (await pages.get(f"/{STEM}/memberships?organization_id=eaeu")).text
    assert re.search(r'<a href="[^"]+">Eurasian Economic Union</a>', text)


@pytest.mark.asyncio
@pytest.mark.parametrize(("sql", "status"), [(True, 200), (False, 403)])
async def test_sql_is_for_those_who_may(path: Path, sql: bool, status: int) -> None:
    app = make_app(path, sql)
    await app.invoke_startup()
    assert (await app.client.get(f"/{STEM}.json?sql=select+1")).status_code == status
    assert (await app.client.get(f"/{STEM}/conflicts")).status_code == 200


def test_a_busy_port_is_one_line_and_wrong_use(path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        said = CliRunner().invoke(main, ["serve", "--db", str(path), "--port", str(busy.getsockname()[1])])
    assert said.exit_code == 2
    assert re.fullmatch(r"Error: cannot listen on 127\.0\.0\.1, port \d+: [^\n]+\n", said.stderr)


@pytest.mark.parametrize("host", ["no such host", "256.256.256.256", "203.0.113.1", "x" * 300])
def test_a_host_that_is_not_ours_is_one_line_and_wrong_use(path: Path, host: str) -> None:
    said = CliRunner().invoke(main, ["serve", "--db", str(path), "--host", host, "--port", "0"])
    assert said.exit_code == 2
    assert said.stderr.startswith("Error: cannot listen on ") and said.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
     ("10.0.0.1", False), ("example.org", False), ("::", False)],
)  # fmt: skip
def test_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
