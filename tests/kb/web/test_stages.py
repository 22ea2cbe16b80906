"""The page of stages: the rows of the command, bars where the steps are, what is wrong in an address, and a browser."""

from typing import Any

import pytest
from asking import printed, refuses
from lxml import html
from playwright.sync_api import Page

from kb.web.sheets import NARROW
from kb.web.stage_lanes import stage_picture


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize(
    ("query", "args"),
    [("", ()), ("&org=eaeu&org=EU", ("eaeu", "EU")), ("&on=2012-01-01", ("--on", "2012-01-01")),
     ("&org=customs-union&on=2009", ("customs-union", "--on", "2009"))],
)  # fmt: skip
async def test_the_page_has_the_rows_of_the_command(
    pages: Any, collection: Any, lang: str, query: str, args: tuple[str, ...]
) -> None:
    found = (await pages.get(f"/-/kb/stages.json?lang={lang}{query}")).json()
    assert found["stages"] == printed(collection.db, "stages", *args, "--lang", lang)


def step(body: str, stage: str, since: str, closer: str | None = None, until: str | None = None) -> dict[str, Any]:
    return {"body_id": body, "body": body.upper(), "stage_id": stage, "stage": stage, "since": since, "until": until,
            "closer_from": closer, "instrument": None}  # fmt: skip


def test_a_bar_ends_where_a_closer_stage_begins() -> None:
    rows = [
        step("b", "stage-fta", "1994", "2000-01-01", "2010"), step("b", "stage-customs-union", "2000", None, "2010"),
        step("a", "stage-fta", "1990", "1990"), step("a", "stage-economic-union", "1990"),
    ]  # fmt: skip
    picture = stage_picture(rows, "2020-01-01")
    assert picture is not None
    assert [lane.body_id for lane in picture.lanes] == ["a", "b"]
    (whole,), (fta, union) = (lane.bars for lane in picture.lanes)
    assert (whole.number, len(whole.rows), whole.lasts, whole.end) == (5, 2, True, picture.axis.width)
    assert fta.end == union.x < union.end < picture.axis.width
    assert fta.height < union.height < whole.height and not union.lasts
    assert stage_picture([step("a", "stage-fta", "")], "2020-01-01") is None


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "status", "said"),
    [("org=garbage", 404, "Nothing is called “garbage”"), ("on=abc", 400, "“abc” is no date"),
     ("org=kz", 400, "“kz” is no organization"), ("on=2014/2012", 400, "ends before it begins")],
)  # fmt: skip
async def test_what_cannot_be_answered_is_refused_in_one_line(pages: Any, query: str, status: int, said: str) -> None:
    await refuses(pages, f"stages?{query}", status, said)


@pytest.mark.asyncio
async def test_a_database_without_steps_says_so(bare: Any) -> None:
    await refuses(bare, "stages", 404, "holds no stages")


@pytest.mark.asyncio
async def test_steps_lead_to_bodies_instruments_and_sources(pages: Any) -> None:
    page = html.fromstring((await pages.get("/-/kb/stages?org=eaeu&lang=ru")).text)
    links = {node.get("href").partition("?")[0] for node in page.xpath("//tbody//a")}
    assert {"/-/kb/entity/eaeu", "/-/kb/entity/treaty-eaeu-2014", "/-/kb/entity/stage-economic-union"} <= links
    events = [link for link in links if "/event/" in link]
    assert len(events) == 3 and all([(await pages.get(link)).status_code == 200 for link in events])


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 400])
def test_the_picture_shows_and_leads_on(watched: Page, address: str, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(f"{address}/-/kb")
    watched.get_by_role("link", name="Stages", exact=True).click()
    shown = watched.locator("svg.stages:visible")
    assert shown.count() == 1
    assert (NARROW.form in (shown.get_attribute("class") or "")) == (width < 700)
    union = shown.locator("a", has_text="Eurasian Economic Union")
    assert shown.locator(".stage.n5").first.is_visible()
    union.last.click()
    assert "/entity/" in watched.url
