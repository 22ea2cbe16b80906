"""Every page in every language and format, over the client, without a browser."""

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from kb.cli.serve import make_app

LANGS = ("en", "ru", "kk")
PATHS = ("", "/documents", "/search", "/search?q=treaty", "/search?q=Казахстана", "/entity/eaeu", "/entity/kz",
         "/entity/treaty-eaeu-2014", "/entity/x-harm", "/document/{en}", "/document/{kk}", "/document/{harm}",
         "/document/{en}?beside={ru}", "/document/{ru}?at=900-940", "/stages", "/stages?org=eaeu",
         "/scorecard", "/scorecard?org=cis&open=yes", "/instruments",
         "/instruments?org=eaeu&to=2018", "/coverage", "/coverage?org=eaeu")  # fmt: skip


def select(node: Any, selector: str) -> list[Any]:
    """As much of CSS as stands below: tags, classes and attributes, inside each other, several with commas."""
    found = []
    for one in selector.split(","):
        steps = []
        for tag, rest in re.findall(r"([a-z0-9]*)((?:\.[\w-]+|\[[^\]]+\])*)(?:\s+|$)", one.strip()):
            classes = [f"[contains(concat(' ', @class, ' '), ' {name} ')]" for name in re.findall(r"\.([\w-]+)", rest)]
            given = [f"[@{name}]" if not value else f"[@{name}='{value}']"
                     for name, value in re.findall(r"\[(\w+)=?(\w*)\]", rest)]  # fmt: skip
            if tag or rest:
                steps.append((tag or "*") + "".join(classes + given))
        found += node.xpath(".//" + "//".join(steps))
    return found


def with_lang(path: str, lang: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


def text_of(document: Any) -> str:
    return "".join(select(document, ".text")[0].itertext())


def stored_text(db: Path, document_id: str) -> str:
    conn = sqlite3.connect(db)
    found = conn.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()[0]
    conn.close()
    return str(found)


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS)
async def test_every_page_answers_in_every_language(pages: Any, collection: Any, path: str, lang: str) -> None:
    found = await pages.get(with_lang(collection.path(path), lang))
    assert found.status_code == 200
    page = html.fromstring(found.text)
    assert page.get("lang") == lang
    assert len(select(page, "h1")) == 1
    assert select(page, "title")[0].text.strip()
    ids = [node.get("id") for node in select(page, "[id]")]
    assert len(ids) == len(set(ids))
    ours = [a.get("href") for a in select(page, "main a") if a.get("href").startswith("/-/kb")]
    assert all(f"lang={lang}" in href for href in ours), "a link forgets the language"


@pytest.mark.asyncio
@pytest.mark.parametrize("path", PATHS)
async def test_no_name_title_or_quote_carries_script(pages: Any, collection: Any, path: str) -> None:
    found = await pages.get(collection.path(path))
    page = html.fromstring(found.text)
    assert not select(page, "img, [onerror], iframe, base")
    assert {node.get("src").split("?")[0] for node in select(page, "script")} <= {
        "/-/kb/static/pages.js", "/-/kb/static/vega.js"}  # fmt: skip
    for node in select(page, "[href]"):
        assert node.get("href").startswith(("/", "#", "http://", "https://")), node.get("href")
    policy = found.headers["content-security-policy"]
    assert "script-src 'self'" in policy and "unsafe-inline" not in policy


@pytest.mark.asyncio
@pytest.mark.parametrize("which", ["en", "ru", "kk", "harm"])
async def test_the_reader_shows_the_text_to_the_letter(pages: Any, collection: Any, which: str) -> None:
    key = collection.harm if which == "harm" else collection.article(which)
    text = stored_text(collection.db, key)
    found = await pages.get(f"/-/kb/document/{key}")
    page = html.fromstring(found.text)
    # A form feed is no letter of XML; a browser keeps it, which the browser test sees to.
    assert text_of(page).replace("\x0c", "") == text.replace("\x0c", "")
    for mark in select(page, ".text .m"):
        assert "".join(mark.itertext()) == text[int(mark.get("data-start")) : int(mark.get("data-end"))]
    assert select(page, ".text .m-ORG") and select(page, ".text .said")


@pytest.mark.asyncio
async def test_the_reader_leads_to_a_place_and_to_other_languages(pages: Any, collection: Any) -> None:
    key = collection.article("en")
    text = stored_text(collection.db, key)
    start = text.index("Eurasian Economic Union")
    page = html.fromstring((await pages.get(f"/-/kb/document/{key}?at={start}-{start + 23}")).text)
    assert "".join(page.get_element_by_id("at").itertext()) == "Eurasian Economic Union"
    other = html.fromstring((await pages.get(f"/-/kb/document/{key}?beside={collection.article('kk')}")).text)
    assert [node.get("lang") for node in select(other, ".text .kind-title")][:1] == ["en"]
    assert "".join(select(other, ".text")[1].itertext()) == stored_text(collection.db, collection.article("kk"))
    assert "beside" in select(page, ".versions")[0].text_content().casefold()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "part", "column"),
    [("", "steps", "event_id"), ("", "bodies", "id"), ("/documents", "documents", "path"),
     ("/entity/eaeu", "members", "other_id"), ("/entity/eaeu", "events", "event_id"),
     ("/entity/kz", "bodies", "other_id"), ("/search?q=treaty", "sentences", "sentence"),
     ("/search?q=treaty", "entities", "id"), ("/document/{en}", "claims", "quote"),
     ("/document/{en}", "mentions", "text"), ("/stages", "stages", "event_id"),
     ("/scorecard", "scorecard", "member_id"), ("/scorecard?org=cis", "detail", "instrument_id"),
     ("/instruments?org=eaeu", "instruments", "id"), ("/instruments", "by_year", "year"),
     ("/coverage", "years", "year"), ("/coverage", "gaps", "first")],
)  # fmt: skip
async def test_json_and_csv_say_the_same(pages: Any, collection: Any, path: str, part: str, column: str) -> None:
    place, mark, query = collection.path(path).partition("?")
    as_json = await pages.get(f"{place}.json{mark}{query}")
    as_csv = await pages.get(f"{place}.csv?part={part}&{query}")
    assert as_json.headers["content-type"].startswith("application/json")
    assert as_csv.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(as_csv.text, newline="")))
    values = [str(row[column] if row[column] is not None else "") for row in json.loads(as_json.text)[part]]
    assert rows and [row[column] for row in rows] == values


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("wish", "asked", "lang"),
    [("kk-KZ,ru;q=0.8", "", "kk"), ("de,ru;q=0.8", "", "ru"), ("de", "", "en"), ("kk", "ru", "ru"), ("", "xx", "en")],
)
async def test_the_language_is_asked_for_or_wished(pages: Any, wish: str, asked: str, lang: str) -> None:
    found = await pages.get("/-/kb", params={"lang": asked} if asked else {}, headers={"accept-language": wish})
    assert html.fromstring(found.text).get("lang") == lang
    assert "set-cookie" not in found.headers
    assert "Accept-Language" in found.headers["vary"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("typed", "id_"),
    [("Казахстана", "kz"), ("Қазақстанмен", "kz"), ("EAEU", "eaeu"), ("еаэс", "eaeu"),
     ("eurasian economic union", "eaeu")],
)  # fmt: skip
async def test_search_finds_a_name_in_any_form(pages: Any, typed: str, id_: str) -> None:
    found = (await pages.get("/-/kb/search.json", params={"q": typed})).json()
    assert found["entities"][0]["id"] == id_


@pytest.mark.asyncio
@pytest.mark.parametrize("typed", ['"', "'", "*", "a OR", "NEAR(", "\x00", "x" * 5000, "%", "{{7*7}}", "<b>"])
async def test_no_search_breaks(pages: Any, typed: str) -> None:
    found = await pages.get("/-/kb/search", params={"q": typed})
    assert found.status_code == 200
    assert "<b>" not in found.text


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/entity/nope", "/document/nope", "/entity/%00", "/nothing"])
async def test_what_is_not_there_is_404(pages: Any, path: str) -> None:
    assert (await pages.get("/-/kb" + path)).status_code == 404


@pytest.mark.asyncio
async def test_a_merged_id_leads_on(pages: Any) -> None:
    found = await pages.get("/-/kb/entity/eeu-old")
    assert (found.status_code, found.headers["location"]) == (302, "/-/kb/entity/eaeu")


@pytest.mark.asyncio
async def test_datasettes_pages_lead_to_ours_and_back(pages: Any, collection: Any) -> None:
    front = html.fromstring((await pages.get("/")).text)
    assert "-/kb" in [a.get("href") for a in select(front, "a")]
    assert "/-/kb" in [a.get("href") for a in select(front, ".nav-menu-inner a")]
    for table, column, ours in (
        ("entities", "label", "/-/kb/entity/"),
        ("memberships", "member_id", "/-/kb/entity/"),
        ("documents", "label", "/-/kb/document/"),
        ("claims", "document_id", "/-/kb/document/"),
    ):
        page = html.fromstring((await pages.get(f"/my-kb/{table}?_size=5")).text)
        cells = select(page, f"td.col-{column} a")
        assert cells and cells[0].get("href").startswith(ours)
    back = html.fromstring((await pages.get("/-/kb/entity/eaeu")).text)
    rows = [a.get("href") for a in select(back, "main a") if a.get("href").startswith("/my-kb/")]
    assert "/my-kb/entities/eaeu" in rows
    assert all([(await pages.get(href)).status_code == 200 for href in rows[:12]])


@pytest.mark.asyncio
@pytest.mark.parametrize("path", PATHS)
async def test_everything_stays_behind_the_prefix(collection: Any, path: str) -> None:
    app = make_app(collection.db, sql=True, base_url="/in/here/")
    await app.invoke_startup()
    found = await app.client.get(with_lang(collection.path(path), "ru"))
    assert found.status_code == 200
    page = html.fromstring(found.text)
    for name in ("href", "src", "action"):
        for node in select(page, f"[{name}]"):
            assert node.get(name).startswith(("/in/here/", "#", "https://", "http://")), node.get(name)


@pytest.mark.asyncio
async def test_who_may_not_see_the_database_sees_no_page(collection: Any) -> None:
    app = make_app(collection.db, sql=True)
    app._metadata_local["allow"] = False
    await app.invoke_startup()
    for path in PATHS[:4]:
        assert (await app.client.get(collection.path(path))).status_code == 403


@pytest.mark.asyncio
async def test_files_are_cached_for_ever_under_their_hash(pages: Any) -> None:
    page = html.fromstring((await pages.get("/-/kb")).text)
    sheet = select(page, "link[rel=stylesheet]")[0].get("href")
    found = await pages.get(sheet)
    assert "immutable" in found.headers["cache-control"] and "?v=" in sheet
    assert (await pages.get("/-/kb/static/none.css")).status_code == 404
    vega = await pages.get("/-/kb/static/vega.js")
    assert "vegaEmbed" in vega.text
