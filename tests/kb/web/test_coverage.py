"""The page of coverage: the rows of the command, gaps within a life, boxes and lines, what is wrong, and a browser."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from asking import printed, refuses
from click.testing import CliRunner
from playwright.sync_api import Page

from kb.cli.main import main
from kb.coverage import body_gaps, life_of, span_of
from kb.web.sheets import NARROW
from kb.web.year_heat import year_heat


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
async def test_the_page_has_the_rows_of_the_command(pages: Any, collection: Any, lang: str) -> None:
    db = collection.db
    found = (await pages.get(f"/-/kb/coverage.json?lang={lang}")).json()
    assert found["years"] == printed(db, "coverage") and found["years"]
    assert found["bodies"] == printed(db, "coverage", "--bodies", "--lang", lang)
    one = (await pages.get(f"/-/kb/coverage.json?lang={lang}&org=ЕАЭС&from=2012&to=2018")).json()
    years = ("--entity", "eaeu", "--from", "2012", "--to", "2018")
    assert one["years"] == printed(db, "coverage", *years)
    assert one["bodies"] == printed(db, "coverage", "--bodies", *years, "--lang", lang)
    # What is said of one body is what the whole says of it.
    assert [{k: v for k, v in row.items() if not k.startswith("body")} for row in one["bodies"]] == one["years"]


# A claim about a body with a date that stands in the very sentence.
_TOLD = """SELECT DISTINCT b.id, CAST(substr(c.earliest, 1, 4) AS INTEGER) FROM claims c
  JOIN entities b ON b.id IN (c.subject_id, c.object_id) AND b.type = 'ORG' AND b.scope = 'international'
  JOIN mentions m ON m.sentence_id = c.sentence_id AND m.label = 'DATE' AND m.edtf = c.edtf
  WHERE substr(c.earliest, 1, 4) = substr(c.latest, 1, 4)"""


def test_no_year_is_silent_of_which_a_quote_speaks(tmp_path: Path) -> None:
    article = "The Eurasian Economic Union was founded on 29 May 2014.\n\nArmenia joined the Union on 2 January 2015.\n"
    (tmp_path / "a.txt").write_text(article + "Moldova became an observer of it in 2018.\n", encoding="utf-8")
    db = tmp_path / "kb.db"
    assert (
        CliRunner().invoke(main, ["build", str(tmp_path / "a.txt"), "--workers", "1", "--db", str(db)]).exit_code == 0
    )
    conn = sqlite3.connect(db)
    told = {(body, year) for body, year in conn.execute(_TOLD)}
    conn.close()
    assert ("eaeu", 2015) in told
    assert told <= {(row["body_id"], row["year"]) for row in printed(db, "coverage", "--bodies")}
    assert 2015 in {row["year"] for row in printed(db, "coverage", "--entity", "eaeu")}


def body(start: str | None, end: str | None) -> dict[str, Any]:
    return {"body_id": "b", "body": "B", "start_edtf": start, "end_edtf": end}


@pytest.mark.parametrize(
    ("start", "end", "years", "life"),
    [("2000-10-10", "2015-01-01", [], (2000, 2014)), ("2000", "2015-06", [], (2000, 2015)),
     (None, None, [2003, 2007], (2003, 2020)), ("1945", None, [], (1991, 2020)), ("1922", "1990", [], None),
     ("2030", None, [], None)],
)  # fmt: skip
def test_silence_counts_while_a_body_lives(start: str, end: str, years: list[int], life: Any) -> None:
    assert life_of(body(start, end), years, (1991, 2020)) == life


def test_gaps_are_the_years_of_a_life_that_nobody_names() -> None:
    rows = [{"body_id": "b", "year": year} for year in (1999, 2001, 2002, 2006, 2030)]
    found = body_gaps([body("2000", "2008-01-01")], rows, (1991, 2020))
    assert [(gap["first"], gap["last"], gap["years"]) for gap in found] == [
        (2000, 2000, 1),
        (2003, 2005, 3),
        (2007, 2007, 1),
    ]
    assert body_gaps([body("1922", "1990")], [], (1991, 2020)) == []
    assert span_of(rows, 2020) == (1999, 2020) and span_of(rows, 2020, 1991, 2050) == (1991, 2020)


def test_boxes_and_lines_never_share_a_year() -> None:
    told = {("b", 2001): 1, ("b", 2003): 9}
    for heat in (
        year_heat([body("2000", None)], told, {"b": (2000, 2004)}, (2000, 2004), sheet) for sheet in (NARROW,)
    ):
        (row,) = heat["rows"]
        boxes = [box["x"] for box in row["boxes"]]
        assert len(row["silent"]) == 3 and not set(boxes) & set(row["silent"])
        assert row["boxes"][0]["shade"] < row["boxes"][1]["shade"] and row["boxes"][1]["dark"]
        assert [numbers[1] for numbers in heat["key"]] == sorted(numbers[1] for numbers in heat["key"])


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "status", "said"),
    [("org=garbage", 404, "Nothing is called “garbage”"), ("from=abc", 400, "“abc” is no date"),
     ("from=2010&to=2001", 400, "ends before it begins")],
)  # fmt: skip
async def test_what_cannot_be_answered_is_refused_in_one_line(pages: Any, query: str, status: int, said: str) -> None:
    await refuses(pages, f"coverage?{query}", status, said)


@pytest.mark.asyncio
async def test_where_no_year_is_named_it_is_said(pages: Any, bare: Any) -> None:
    await refuses(bare, "coverage", 404, "holds no article")
    found = await pages.get("/-/kb/coverage?from=1700&to=1701")
    assert found.status_code == 200 and "No article names a year" in found.text


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 400])
def test_a_box_leads_to_what_is_told_of_the_year(watched: Page, address: str, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(f"{address}/-/kb")
    watched.get_by_role("link", name="Coverage", exact=True).click()
    shown = watched.locator("svg.told:visible")
    assert shown.count() == 1 and shown.locator("path.silent").count() > 0
    shown.get_by_text("Eurasian Economic Union", exact=True).click()
    assert "org=eaeu" in watched.url
    watched.locator("svg.told:visible a g").first.click()
    assert "/timeline?entity=eaeu&from=20" in watched.url
