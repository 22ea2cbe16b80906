"""The pages in a real browser: readable to all, no script from texts, no outside request, useful without script."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from chromium import find_chromium

CHROMIUM = find_chromium()
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium: see tests/chromium.py"),
]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}
PATHS = ("", "/documents", "/search?q=treaty", "/entity/eaeu", "/entity/kz", "/document/{en}",
         "/document/{en}?beside={ru}", "/document/{harm}", "/entity/x-harm", "/entity/none")  # fmt: skip
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def watched(browser: Browser, address: str, request: Any) -> Iterator[Page]:
    """A page that fails the test on any console error, outside request, dialog or uncaught exception."""
    options = getattr(request, "param", {})
    context = browser.new_context(**{"viewport": WIDE, "locale": "en-GB", **options})
    page = context.new_page()
    faults: list[str] = []
    # The browser itself notes the status of a page that is not there.
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" and "404" not in m.text else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else None)
    yield page
    context.close()
    assert not faults


def filled(path: str, collection: Any) -> str:
    return "/-/kb" + path.format(
        harm=collection.harm, **{lang: collection.article(lang) for lang in ("en", "ru", "kk")}
    )


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "watched",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}],
    indirect=True, ids=["wide-light", "phone-dark"],
)  # fmt: skip
def test_pages_are_for_everybody(watched: Page, address: str, collection: Any, path: str) -> None:
    watched.goto(address + filled(path, collection))
    found = Axe().run(watched, options=WCAG)
    said = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found.response["violations"]]
    assert not said
    assert watched.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the screen"
    assert watched.evaluate("window.harm === undefined")


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
    watched.goto(address + filled("/document/{en}", collection))
    assert watched.locator(".text .m").first.is_visible()
