"""The graph's slider and the timeline's filters in a real browser; every page of ours readable to all."""

import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from chromium import find_chromium

CHROMIUM = find_chromium()
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium: see tests/chromium.py"),
]
PATHS = ("/timeline", "/timeline?entity=eaeu", "/event/{id}", "/compare/{id}", "/conflicts", "/graph",
         "/graph?view=countries", "/graph?view=nesting", "/convergence", "/convergence?kind=region",
         "/convergence?country=kz&country=ru&country=by&country=kg&country=tj")  # fmt: skip
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def watched(browser: Browser, address: str, request: Any) -> Iterator[Page]:
    """A page that fails the test on any console error, outside request or uncaught exception."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB",
                                     **getattr(request, "param", {})})  # fmt: skip
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith((address, "data:")) else None)
    yield page
    context.close()
    assert not faults


@pytest.fixture(scope="session")
def event_id(collection: Any) -> str:
    conn = sqlite3.connect(collection.db)
    found = conn.execute("SELECT id FROM events ORDER BY n_claims DESC").fetchone()
    conn.close()
    return str(found[0])


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "watched",
    [{"color_scheme": "light"}, {"color_scheme": "dark", "viewport": {"width": 390, "height": 800}}],
    indirect=True, ids=["wide", "phone-dark"],
)  # fmt: skip
def test_page_is_readable_to_all(watched: Page, address: str, event_id: str, path: str) -> None:
    watched.goto(f"{address}/-/kb{path.format(id=event_id)}")
    found = Axe().run(watched, options=WCAG)
    assert found.violations_count == 0, found.generate_report()
    assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_slider_moves_the_graph_its_address_and_its_files(watched: Page, address: str) -> None:
    watched.goto(f"{address}/-/kb/graph?on=2020-01-01")
    union = watched.locator('.node[data-id="eaeu"]')
    expect(union).not_to_have_class("node body off")
    watched.locator("input[type=range]").fill("100")  # May 1999, before the union
    expect(union).to_have_class("node body off")
    watched.wait_for_url("**/graph?on=1999-05-01")
    assert "on=1999-05-01" in (watched.locator('[data-format="gexf"]').get_attribute("href") or "")


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
