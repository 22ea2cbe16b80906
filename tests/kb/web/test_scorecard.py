"""The page of implementation: the rows of the command, a sign for every state, what is wrong, and a browser."""

from typing import Any

import pytest
from asking import printed, refuses
from lxml import html
from playwright.sync_api import Page

from kb.scorecard import totals
from kb.web.state_table import SIGNS, state_table


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("body", ["eaeu", "СНГ"])
async def test_the_page_has_the_rows_of_the_command(pages: Any, collection: Any, lang: str, body: str) -> None:
    found = (await pages.get("/-/kb/scorecard.json", params={"lang": lang, "org": body})).json()
    assert found["scorecard"] == printed(collection.db, "scorecard", body, "--lang", lang)
    assert found["detail"] == printed(collection.db, "scorecard", body, "--lang", lang, "--detail")
    some = (await pages.get("/-/kb/scorecard.json", params={"lang": lang, "org": body, "open": "yes"})).json()
    assert some["detail"] == printed(collection.db, "scorecard", body, "--lang", lang, "--open")


def row(member: str, instrument: str, signed: str | None, state: str) -> dict[str, Any]:
    return {"member_id": member, "member": member.upper(), "instrument_id": instrument, "instrument": instrument,
            "signed": signed, "in_force": None, "state_id": state}  # fmt: skip


def test_instruments_stand_in_the_order_of_time_and_who_is_no_party_has_no_sign() -> None:
    rows = [row("am", "late", "2010", "open"), row("am", "early", "2001", "in force"), row("by", "late", None, "left")]
    table = state_table(rows)
    assert table["members"] == [("am", "AM"), ("by", "BY")] and table["states"] == ["in force", "open", "left"]
    assert [(line["id"], [bool(cell) for cell in line["cells"]]) for line in table["lines"]] == [
        ("early", [True, False]), ("late", [True, True])]  # fmt: skip


def test_every_state_has_a_sign_and_a_class_of_its_own() -> None:
    assert len({sign for _, sign in SIGNS.values()}) == len({name for name, _ in SIGNS.values()}) == len(SIGNS)


def test_the_gap_of_all_members_is_taken_among_what_is_known() -> None:
    scores = [{"signed": 4, "came_into_force": 3, "open": 1, "unknown": 2},
              {"signed": 1, "came_into_force": 0, "open": 0, "unknown": 1}]  # fmt: skip
    assert totals(scores) == {"members": 2, "signed": 5, "came_into_force": 3, "open": 1, "unknown": 3, "known": 4,
                              "implementation_gap": 0.25}  # fmt: skip
    assert totals([])["implementation_gap"] is None


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "status", "said"),
    [("org=garbage", 404, "Nothing is called “garbage”"), ("org=kz", 400, "“kz” is no organization"),
     ("org=eaeu&org=cis", 400, "one body at a time")],
)  # fmt: skip
async def test_what_cannot_be_answered_is_refused_in_one_line(pages: Any, query: str, status: int, said: str) -> None:
    await refuses(pages, f"scorecard?{query}", status, said)


@pytest.mark.asyncio
async def test_where_nothing_is_held_it_is_said(pages: Any, bare: Any) -> None:
    await refuses(bare, "scorecard", 404, "holds no instruments")
    await refuses(bare, "scorecard?org=eaeu", 404, "holds no instruments")
    of_none = await pages.get("/-/kb/scorecard?org=x-harm")
    assert of_none.status_code == 200
    assert "No instrument of this body" in html.fromstring(of_none.text).text_content()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 400])
def test_a_body_is_chosen_and_its_table_read(watched: Page, address: str, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(f"{address}/-/kb")
    watched.get_by_role("link", name="What was signed, and what carried out?").click()
    watched.get_by_label("Body").select_option("cis")
    watched.get_by_role("button", name="Show").click()
    assert "org=cis" in watched.url
    line = watched.locator("table.states tr", has_text="Charter of the Commonwealth of Independent States")
    assert line.locator(".state-force").count() >= 7
    assert "in force" in line.locator(".state-force").first.inner_text()
    box = line.locator("th").bounding_box()
    assert box and box["x"] >= 0 and box["width"] < width / 2 + 100
    line.get_by_role("link").click()
    assert "/entity/charter-cis-1993" in watched.url


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("path", ["/scorecard?org=cis", "/scorecard?org=eaeu", "/stages"])
def test_a_table_shows_all_its_columns_in_a_window_of_1280(watched: Page, address: str, path: str, lang: str) -> None:
    watched.set_viewport_size({"width": 1280, "height": 900})
    watched.goto(f"{address}/-/kb{path}{'&' if '?' in path else '?'}lang={lang}")
    assert watched.locator("table:visible").count()
    cut = "all => all.filter(box => box.scrollWidth > box.clientWidth).map(box => box.textContent.slice(0, 40))"
    assert watched.locator(".scroller:has(table)").evaluate_all(cut) == []
