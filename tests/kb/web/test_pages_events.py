"""Timeline, event, comparison, conflicts, graph and convergence by Datasette's own client, hostile strings included."""

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from datasette.plugins import pm

from kb.cli.serve import make_app
from kb.store.judgements import read_table

PATHS = (
    "/timeline", "/timeline?entity=eaeu&entity=kz", "/timeline?type=signed&polarity=all", "/timeline?entity=x-harm",
    "/timeline?entity=%3Cscript%3E&from=%22onload%3D", "/event/{harm_event}", "/compare/{harm_event}",
    "/compare/{spell}", "/conflicts", "/conflicts?type=%3Cb%3E", "/graph", "/graph?on=2007-06-30&org=cis&country=kz",
    "/graph?view=countries", "/graph?view=organizations", "/graph?view=nesting", "/graph?on=%22%3E%3Cscript%3E&org=x",
    "/convergence", "/convergence?kind=country&body=eaeu", "/convergence?kind=region&region=%3Cscript%3E",
    "/convergence?country=kz&country=ru&country=by&country=kg&country=tj", "/convergence?kind=heat",
    "/convergence?kind=points", "/convergence?kind=clubs", "/convergence?kind=index&year=2012",
)  # fmt: skip
FORMATS = ("gexf", "graphml", "json", "cytoscape", "dot", "csv", "csv-nodes", "jsonld", "ttl")


async def text_of(client: Any, path: str) -> str:
    answer = await client.get(path)
    assert answer.status_code == 200, path
    return str(answer.text)


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("path", PATHS)
async def test_page_answers_and_lets_no_text_become_markup(pages: Any, collection: Any, path: str, lang: str) -> None:
    html = await text_of(pages, f"{collection.path(path)}{'&' if '?' in path else '?'}lang={lang}")
    assert f'<html lang="{lang}">' in html
    assert not re.search(r"<script(?! src=| type=.application/json)|<img|<b>|\"onload=|=\"javascript:", html)


@pytest.mark.asyncio
@pytest.mark.parametrize("path", [path for path in PATHS if "%3C" not in path and path != "/conflicts"])
async def test_json_and_csv_hold_what_the_page_shows(pages: Any, collection: Any, path: str) -> None:
    where, _, query = collection.path(path).partition("?")
    found = json.loads(await text_of(pages, f"{where}.json?{query}"))
    first = next(value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict))
    rows = list(csv.DictReader(io.StringIO(await text_of(pages, f"{where}.csv?{query}"))))
    assert rows and first


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("type=signed", lambda row: row["type"] == "signed"),
        ("from=2014&to=2015", lambda row: row["earliest"] <= "2015-12-31" and row["latest"] >= "2014-01-01"),
        ("source_lang=kk", lambda row: "kk" in row["langs"]),
        ("support=disputed", lambda row: row["support"] == "disputed"),
        ("polarity=planned", lambda row: row["polarity"] == "planned"),
    ],
)
async def test_filters_of_the_timeline_reach_the_list(pages: Any, query: str, holds: Any) -> None:
    rows = json.loads(await text_of(pages, f"/-/kb/timeline.json?{query}"))["events"]
    assert all(holds(row) for row in rows)


@pytest.mark.asyncio
async def test_event_shows_quotes_in_each_language_and_sources(pages: Any, collection: Any) -> None:
    found = json.loads(await text_of(pages, f"/-/kb/event/{collection.ids['event']}.json"))
    html = await text_of(pages, f"/-/kb/event/{collection.ids['event']}")
    assert {quote["lang"] for quote in found["quotes"]} == set(re.findall(r'class="quote" lang="(..)"', html))
    assert found["references"] and all(row["citation"] for row in found["references"])


@pytest.mark.asyncio
async def test_conflicts_are_those_of_the_table(pages: Any, collection: Any) -> None:
    conn = sqlite3.connect(collection.db)
    held = conn.execute("SELECT count(*) FROM conflicts").fetchone()[0]
    conn.close()
    assert len(json.loads(await text_of(pages, "/-/kb/conflicts.json"))["conflicts"]) == held


@pytest.mark.asyncio
@pytest.mark.parametrize("form", FORMATS)
async def test_graph_downloads_exactly_what_is_shown(pages: Any, form: str) -> None:
    answer = await pages.get(f"/-/kb/graph?on=2012-01-01&org=eurasec&format={form}")
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    if form == "gexf":
        shown = json.loads(await text_of(pages, "/-/kb/graph.json?on=2012-01-01&org=eurasec"))
        edges = ET.fromstring(answer.text).iter("{http://www.gexf.net/1.2draft}edge")
        assert len(list(edges)) == len(shown["edges"]) > 0


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/event/none", "/compare/none", "/compare/none.json"])
async def test_what_is_not_there_is_said_so(pages: Any, path: str) -> None:
    assert (await pages.get("/-/kb" + path)).status_code == 404


async def judge(app: Any, event: str, token: bool = True, **headers: str) -> Any:
    """The form as a browser sends it."""
    page = await app.client.get(f"/-/kb/compare/{event}", headers=headers)
    found = re.search(r'name="csrftoken" value="([^"]+)"', page.text)
    key = json.loads((await app.client.get(f"/-/kb/compare/{event}.json")).text)["sources"][0]["key"]
    form = {"verb": "reject", "target": key, "who": "a reader", "why": "misread"}
    if found and token:
        form["csrftoken"] = found[1]
    cookies = {"ds_csrftoken": page.cookies["ds_csrftoken"]} if found and token else {}
    return await app.client.post(f"/-/kb/compare/{event}", data=form, cookies=cookies, headers=headers)


@pytest.mark.asyncio
async def test_judgement_is_kept_for_who_may_and_shows_as_pending(collection: Any, tmp_path: Path) -> None:
    app = make_app(collection.db, True, tmp_path / "judgements.db")
    assert (await judge(app, collection.ids["event"])).status_code == 303
    kept = read_table(tmp_path / "judgements.db")
    assert [(row[0], row[3], row[5]) for row in kept] == [("reject", "a reader", "misread")]
    found = json.loads((await app.client.get(f"/-/kb/compare/{collection.ids['event']}.json")).text)
    assert [(j["verb"], j["state"]) for j in found["sources"][0]["judged"]] == [("reject", "pending")]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("configured", "token", "headers"),
    [
        (False, True, {}),
        (True, False, {}),
        (True, True, {"x-forwarded-for": "203.0.113.7"}),
        (True, True, {"host": "kb.example.org"}),
    ],
)
async def test_without_permission_nothing_is_writable(
    collection: Any, tmp_path: Path, configured: bool, token: bool, headers: dict[str, str]
) -> None:
    path = tmp_path / "judgements.db"
    app = make_app(collection.db, True, path if configured else None)
    page = await app.client.get(f"/-/kb/compare/{collection.ids['event']}", headers=headers)
    assert ('method="post"' in page.text) is (configured and not headers)
    assert (await judge(app, collection.ids["event"], token, **headers)).status_code == 403
    assert not path.exists()


@pytest.mark.asyncio
@pytest.mark.parametrize(("name", "status"), [("aigul", 303), ("somebody", 403), ("", 403)])
async def test_the_plugin_of_the_guide_says_who_may_judge(
    collection: Any, tmp_path: Path, name: str, status: int
) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "guide-librarian.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(# plugins/who.py.*?)```", guide, re.DOTALL)
    assert code
    plugin = ModuleType("who")
    exec(code[1], plugin.__dict__)
    app = make_app(collection.db, True, tmp_path / "judgements.db")
    headers = {"x-forwarded-for": "203.0.113.7", "host": "library.example.org"}
    pm.register(plugin)
    try:
        found = await judge(app, collection.ids["event"], **headers, **({"x-remote-user": name} if name else {}))
    finally:
        pm.unregister(plugin)
    assert found.status_code == status
    assert [row[3] for row in read_table(tmp_path / "judgements.db")] == ([name] if status == 303 else [])
