"""The page of the register: the rows and counts of the command, its picture, what is wrong, and a browser."""

from typing import Any

import pytest
from asking import printed, refuses
from lxml import html
from playwright.sync_api import Page, expect

from kb.instruments import GROUPS
from kb.web.sheets import NARROW
from kb.web.year_columns import year_columns

FILTERS = (
    ("", ()), ("org=EAEU", ("--entity", "EAEU")),
    ("kind=protocol&area=economic", ("--kind", "protocol", "--area", "economic")),
    ("state=in+force&from=1991&to=2001-06", ("--state", "in force", "--from", "1991", "--to", "2001-06")),
)  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize(("query", "args"), FILTERS)
async def test_the_page_has_the_rows_of_the_command(
    pages: Any, collection: Any, lang: str, query: str, args: tuple[str, ...]
) -> None:
    found = (await pages.get(f"/-/kb/instruments.json?lang={lang}&{query}")).json()
    assert found["instruments"] == printed(collection.db, "instruments", *args, "--lang", lang)
    assert found["total"] == len(found["instruments"]) > 0
    for group in GROUPS:
        assert found[f"by_{group}"] == printed(collection.db, "instruments", *args, "--lang", lang, "--count", group)
    assert found["texts"] == printed(collection.db, "instruments", *args, "--lang", lang, "--count", "texts")


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["ru", "kk"])
async def test_page_and_command_use_the_same_words(pages: Any, lang: str) -> None:
    address = f"/-/kb/instruments?org=eurasec&lang={lang}"
    page = html.fromstring((await pages.get(address)).text)
    shown = {" ".join(cell.text_content().split()) for cell in page.xpath("//section[@aria-labelledby='register']//td")}
    for row in (await pages.get(address.replace("?", ".json?"))).json()["instruments"]:
        assert {row["kind"], row["area"]} <= shown
        assert any(cell.startswith(row["state"]) for cell in shown)


def test_columns_stand_on_their_years() -> None:
    counted = [{"year": "1991", "instruments": 4, "in_force": 1}, {"year": "1993", "instruments": 2, "in_force": 2},
               {"year": "unknown", "instruments": 1, "in_force": 0}]  # fmt: skip
    for chart in (year_columns(counted), year_columns(counted, NARROW)):
        assert chart is not None
        first, last = chart["columns"]
        assert (first["year"], last["year"], first["x"]) == (1991, 1993, 0)
        assert first["height"] == chart["height"] == 4 * first["part"] and last["height"] == last["part"]
        assert last["x"] + chart["wide"] <= chart["width"]
    assert year_columns(counted[2:]) is None


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "status", "said"),
    [("org=garbage", 404, "Nothing is called “garbage”"), ("from=abc", 400, "“abc” is no date"),
     ("kind=poem", 400, "“poem” is none of the values"), ("from=2010&to=2001", 400, "ends before it begins"),
     ("org=eaeu&org=cis", 400, "one body at a time")],
)  # fmt: skip
async def test_what_cannot_be_answered_is_refused_in_one_line(pages: Any, query: str, status: int, said: str) -> None:
    await refuses(pages, f"instruments?{query}", status, said)


@pytest.mark.asyncio
async def test_where_nothing_is_held_or_fits_it_is_said(pages: Any, bare: Any) -> None:
    await refuses(bare, "instruments", 404, "holds no instruments")
    found = await pages.get("/-/kb/instruments?from=1800&to=1801")
    assert found.status_code == 200 and "No instrument fits" in found.text


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 400])
def test_the_register_is_narrowed_by_clicks(watched: Page, address: str, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(f"{address}/-/kb")
    watched.get_by_role("link", name="Instruments", exact=True).click()
    expect(watched.locator("svg.years:visible")).to_have_count(1)
    watched.locator("section[aria-labelledby=by-kind]").get_by_role("link", name="protocol").click()
    watched.get_by_role("textbox", name="To").fill("1999")
    watched.get_by_role("button", name="Show").click()
    assert "kind=protocol" in watched.url and "to=1999" in watched.url
    rows = watched.locator("section[aria-labelledby=register] tbody tr")
    assert {rows.nth(n).locator("td").nth(2).inner_text() for n in range(rows.count())} == {"protocol"}
    rows.first.get_by_role("link").first.click()
    assert "/entity/protocol-" in watched.url
