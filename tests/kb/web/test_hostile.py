"""No text of a document, a file name or a registry becomes script: all our pages, the plain tables, and the files."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import pytest_asyncio
from lxml import html
from playwright.sync_api import Page
from poison import poisoned
from rdflib import Graph
from serving import serving

from kb.cli.serve import make_app

OURS = (
    "", "/documents", "/search?q=Kazakhstan", "/timeline", "/timeline?entity=eaeu&polarity=all", "/conflicts",
    "/graph?on=2012-01-01", "/graph?on=2012-01-01&view=countries", "/graph?on=2012-01-01&view=organizations",
    "/graph?on=2012-01-01&view=nesting", "/convergence", "/convergence?kind=country&body=eaeu",
    "/convergence?kind=points", "/convergence?kind=clubs", "/convergence?kind=index",
    "/entity/eaeu", "/entity/kz", "/entity/treaty-eaeu-2014", "/entity/sco", "/entity/{discovered}",
    "/document/{en}", "/document/{en}?beside={ru}", "/event/{event}", "/event/{disputed}", "/compare/{event}",
    "/compare/{disputed}", "/compare/{spell}", "/stages", "/scorecard?org=cis", "/instruments", "/coverage",
)  # fmt: skip
PLAIN = ("/", "/kb", "/kb/documents", "/kb/documents/{en}", "/kb/entities", "/kb/entities/kz", "/kb/claims",
         "/kb/mentions", "/kb/sentences", "/kb/memberships", "/kb/events/{event}", "/kb/reference_facts", "/kb/sources",
         "/kb/conflict_list", "/kb/issues", "/kb/timeline", "/kb/event_quotes", "/kb/aliases",
         "/kb/members_on?organization=eaeu&day=2020-01-01", "/kb/mentions_of?entity=kz",
         "/kb?sql=select+name_en+as+member_id,+quote+from+entities,+claims+limit+50")  # fmt: skip
_IDS = {
    "en": "SELECT id FROM documents WHERE path LIKE '%/en/10-eaeu%'",
    "ru": "SELECT id FROM documents WHERE path LIKE '%/ru/10-eaeu%'",
    "event": "SELECT id FROM events WHERE type = 'signed' ORDER BY n_claims DESC",
    "disputed": "SELECT event_a FROM conflicts WHERE event_b IS NOT NULL",
    "spell": "SELECT id FROM memberships WHERE organization_id = 'eaeu'",
    "discovered": "SELECT id FROM entities WHERE origin = 'discovered' ORDER BY id",
}
_SCRIPT_ADDRESS = re.compile(r"\s*(javascript|data|vbscript)\s*:", re.I)
_ELEMENTS = frozenset({"img", "iframe", "object", "embed", "base", "b", "portal", "frame"})
_LEADING = frozenset({"href", "action", "formaction", "xlink:href", "src"})


@pytest.fixture(scope="module")
def hostile(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return poisoned(shipped, tmp_path_factory.mktemp("hostile") / "kb.db")


@pytest.fixture(scope="module")
def ids(hostile: Path) -> dict[str, str]:
    conn = sqlite3.connect(hostile)
    found = {name: str(conn.execute(query).fetchone()[0]) for name, query in _IDS.items()}
    conn.close()
    return found


@pytest_asyncio.fixture
async def client(hostile: Path) -> AsyncIterator[Any]:
    app = make_app(hostile, sql=True)
    await app.invoke_startup()
    yield app.client


@pytest.fixture(scope="module")
def hostile_address(hostile: Path) -> Iterator[str]:
    with serving(hostile) as base:
        yield base


def wrongs(text: str) -> list[str]:
    """What in a page could run or load what a text of the database said."""
    found = []
    for node in html.fromstring(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "?", text)).iter():
        if not isinstance(node.tag, str):
            continue
        said = "".join(node.itertext()) if node.tag == "script" else ""
        if node.tag in _ELEMENTS or "harm" in said or "harm" in str(node.get("src")):
            found.append(html.tostring(node)[:150].decode())
        for name, value in node.attrib.items():
            runs = name.startswith("on") or name in ("autofocus", "srcdoc")
            if runs or (name in _LEADING and _SCRIPT_ADDRESS.match(value)):
                found.append(f"{node.tag} {name}={value[:80]}")
    return found


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "kk"])
@pytest.mark.parametrize("path", OURS)
async def test_no_page_of_ours_carries_script(client: Any, ids: dict[str, str], path: str, lang: str) -> None:
    path = path.format(**ids)
    found = await client.get(f"/-/kb{path}{'&' if '?' in path else '?'}lang={lang}")
    assert found.status_code == 200
    assert wrongs(found.text) == []
    assert "script-src 'self'" in found.headers["content-security-policy"]


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["", "/documents", "/search?q=Kazakhstan", "/entity/eaeu", "/document/{en}"])
async def test_the_texts_show_as_what_they_are(client: Any, ids: dict[str, str], path: str) -> None:
    """Else the tests beside this one would look for what is not there."""
    assert "window.harm" in "".join(html.fromstring((await client.get("/-/kb" + path.format(**ids))).text).itertext())


@pytest.mark.asyncio
@pytest.mark.parametrize("path", PLAIN)
async def test_no_plain_table_carries_script(client: Any, ids: dict[str, str], path: str) -> None:
    found = await client.get(path.format(**ids))
    assert found.status_code == 200
    assert wrongs(found.text) == []


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/entity/eaeu", "/event/{event}", "/search?q=Kazakhstan", "/timeline"])
async def test_json_and_csv_are_no_pages(client: Any, ids: dict[str, str], path: str) -> None:
    place, mark, query = path.format(**ids).partition("?")
    as_json = await client.get(f"/-/kb{place}.json{mark}{query}")
    as_csv = await client.get(f"/-/kb{place}.csv{mark}{query}")
    for found, media in ((as_json, "application/json"), (as_csv, "text/csv")):
        assert found.headers["content-type"].startswith(media)
        assert found.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in found.headers
    assert json.loads(as_json.text) and list(csv.reader(io.StringIO(as_csv.text, newline="")))


@pytest.mark.asyncio
@pytest.mark.parametrize("form", ["gexf", "graphml", "json", "cytoscape", "jsonld", "ttl", "csv", "dot"])
async def test_files_of_the_graph_can_be_read_back(client: Any, form: str) -> None:
    found = await client.get(f"/-/kb/graph?on=2012-01-01&format={form}")
    assert found.status_code == 200 and found.headers["content-disposition"].startswith("attachment")
    readers = {"gexf": ET.fromstring, "graphml": ET.fromstring, "json": json.loads, "cytoscape": json.loads,
               "jsonld": json.loads, "ttl": lambda text: Graph().parse(data=text, format="turtle"),
               "csv": lambda text: list(csv.DictReader(io.StringIO(text))), "dot": str.strip}  # fmt: skip
    assert len(readers[form](found.text))


@pytest.mark.browser
@pytest.mark.parametrize("path", [*(f"/-/kb{path}" for path in OURS), *PLAIN])
def test_nothing_runs_in_a_browser(watched: Page, hostile_address: str, ids: dict[str, str], path: str) -> None:
    watched.goto(hostile_address + path.format(**ids))
    for link in watched.locator("main a, .content a, main summary").all()[:40]:
        link.dispatch_event("mouseover")
        link.dispatch_event("focus")
    assert watched.evaluate("window.harm === undefined")
