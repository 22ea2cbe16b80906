"""The pages in a real browser: the text to the letter, marks, slider, filters, the keyboard, useful without script."""

import re
import sqlite3
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("which", ["en", "kk", "harm"])
def test_the_text_is_as_received(watched: Page, address: str, collection: Any, which: str) -> None:
    key = collection.harm if which == "harm" else collection.article(which)
    watched.goto(f"{address}/-/kb/document/{key}")
    conn = sqlite3.connect(collection.db)
    text = conn.execute("SELECT text FROM documents WHERE id = ?", (key,)).fetchone()[0]
    conn.close()
    assert watched.evaluate("document.querySelector('.text').textContent") == text


def test_marks_go_and_come(watched: Page, address: str, collection: Any) -> None:
    watched.goto(f"{address}/-/kb/document/{collection.article('en')}")
    line = "getComputedStyle(document.querySelector('.text .m-DATE')).textDecorationLine"
    assert watched.evaluate(line) == "underline"
    watched.locator("[data-toggle=m-DATE]").uncheck()
    assert watched.evaluate(line) == "none"
    watched.locator(".findings .jump").first.click()
    assert "#c" in watched.url


def test_a_name_leads_from_search_to_a_sentence_in_its_article(watched: Page, address: str) -> None:
    watched.goto(f"{address}/-/kb")
    watched.locator("#find").fill("ЕАЭС")
    watched.keyboard.press("Enter")
    watched.locator(".hits a").first.click()
    assert watched.locator("h1").inner_text() == "Eurasian Economic Union"
    watched.get_by_role("link", name="Русский").click()
    assert watched.locator("h1").inner_text() == "Евразийский экономический союз"
    watched.locator(".quote figcaption a").first.click()
    assert watched.locator("mark#at").is_visible()


def test_the_keyboard_is_enough(watched: Page, address: str) -> None:
    watched.goto(f"{address}/-/kb")
    watched.keyboard.press("Tab")
    assert watched.evaluate("document.activeElement.className") == "skip"
    watched.keyboard.press("Enter")
    assert watched.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("watched", [{"java_script_enabled": False}], indirect=True)
def test_without_script_picture_and_table_show(watched: Page, address: str, collection: Any) -> None:
    watched.goto(f"{address}/-/kb/entity/eaeu")
    assert watched.locator("svg.spells .bar").first.is_visible()
    watched.locator("summary", has_text="table").first.click()
    assert watched.locator("table tbody tr").first.is_visible()
    watched.goto(address + collection.path("/document/{en}"))
    assert watched.locator(".text .m").first.is_visible()
    watched.goto(f"{address}/-/kb/graph?on=2012-01-01")
    assert watched.locator(".rings .edge.certain").first.is_visible()
    assert not watched.locator(".player").is_visible()


def test_slider_moves_the_graph_its_address_and_its_files(watched: Page, address: str) -> None:
    watched.goto(f"{address}/-/kb/graph?on=2020-01-01")
    union = watched.locator('.node[data-id="eaeu"]')
    expect(union).not_to_have_class("node body off")
    watched.locator("input[type=range]").fill("100")  # May 1999, before the union
    expect(union).to_have_class("node body off")
    watched.wait_for_url("**/graph?on=1999-05-01")
    assert "on=1999-05-01" in (watched.locator('[data-format="gexf"]').get_attribute("href") or "")
    expect(watched.locator("#centrality-rows a", has_text="Russia")).to_have_attribute(
        "href", re.compile("/entity/ru$")
    )


def test_graph_plays(watched: Page, address: str) -> None:
    watched.goto(f"{address}/-/kb/graph?on=2000-01-01")
    watched.get_by_role("button", name="Play").click()
    expect(watched.locator("output.day")).to_contain_text(re.compile("200[1-9]"), timeout=20_000)
    watched.get_by_role("button", name="Stop").click()


def test_filter_of_the_timeline_stands_in_the_address(watched: Page, address: str) -> None:
    watched.goto(f"{address}/-/kb/timeline")
    watched.get_by_label("Organization, country or treaty").fill("eaeu")
    watched.locator("select[name=type]").select_option("signed")
    watched.get_by_role("button", name="Show").click()
    assert "entity=eaeu" in watched.url and "type=signed" in watched.url
    watched.locator(".chronicle a").first.click()
    expect(watched.locator("h1")).to_contain_text("signed")


_SHOWN = """[...document.querySelectorAll("main .scroller svg:not(.nest)")].filter(s => s.checkVisibility()).map(s => {
  const inside = s.getBoundingClientRect(), box = s.parentElement;
  const names = [...s.querySelectorAll("text")], edges = names.map(n => n.getBoundingClientRect());
  return {
    scrolls: box.scrollWidth > box.clientWidth,
    smallest: Math.min(...names.map(n => parseFloat(getComputedStyle(n).fontSize) * s.getScreenCTM().a)),
    cut: names.filter((n, i) => edges[i].left < inside.left - 1 || edges[i].right > inside.right + 1).length,
  };
})"""
_WIDE_ON_A_PHONE = ("/timeline", "/graph?on=2012-01-01")


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("path", [
    "/convergence", "/convergence?kind=points", "/convergence?kind=index", "/convergence?kind=clubs",
    "/convergence?country=by&country=kz&country=ru&country=kg", "/convergence?kind=region", "/convergence?kind=heat",
    "/convergence?kind=country&country=kz&country=am&body=eaeu&from=2015", "", "/entity/kz", "/entity/eaeu",
    "/compare/{event}", "/graph?on=2012-01-01&view=countries", "/graph?on=2012-01-01&view=organizations",
    *_WIDE_ON_A_PHONE,
])  # fmt: skip
def test_a_picture_fits_a_phone_and_can_be_read_there(
    watched: Page, address: str, collection: Any, path: str, lang: str
) -> None:
    """On a wide screen the other drawing of the same picture shows, and never both; two scroll, and are read so."""
    watched.goto(f"{address}{collection.path(path)}{'&' if '?' in path else '?'}lang={lang}")
    assert len(watched.evaluate(_SHOWN)) == 1
    watched.set_viewport_size({"width": 390, "height": 800})
    (shown,) = watched.evaluate(_SHOWN)
    assert shown["smallest"] >= 11 and not shown["cut"]
    assert shown["scrolls"] == (path in _WIDE_ON_A_PHONE)
