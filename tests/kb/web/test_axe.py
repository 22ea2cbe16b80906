"""Every page of ours by axe to WCAG 2.2 AA, light and dark, wide and narrow; nothing is wider than the screen."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PATHS = (
    "", "/documents", "/search", "/search?q=treaty", "/entity/eaeu", "/entity/kz", "/entity/treaty-eaeu-2014",
    "/entity/x-harm", "/entity/none", "/document/{en}", "/document/{en}?beside={ru}", "/document/{harm}", "/timeline",
    "/timeline?entity=eaeu", "/timeline?entity=nobody&from=never", "/event/{event}", "/compare/{event}",
    "/compare/{spell}", "/conflicts", "/graph?on=2012-01-01", "/graph?on=2012-01-01&view=countries",
    "/graph?on=2012-01-01&view=organizations", "/graph?on=2012-01-01&view=nesting", "/convergence",
    "/convergence?kind=country", "/convergence?kind=region", "/convergence?kind=heat", "/convergence?kind=points",
    "/convergence?kind=clubs", "/convergence?kind=index",
    "/convergence?country=kz&country=ru&country=by&country=kg&country=tj", "/stages", "/stages?org=nobody",
    "/stages?org=eaeu&on=2020", "/scorecard", "/scorecard?org=cis&open=yes", "/instruments",
    "/instruments?org=cis&kind=treaty",
    "/coverage", "/coverage?org=eaeu&from=abc",
)  # fmt: skip
WINDOWS = ({"width": 1280, "height": 900}, {"width": 390, "height": 800})
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


@pytest.mark.parametrize("path", PATHS)
def test_page_is_for_everybody(watched: Page, address: str, collection: Any, path: str) -> None:
    watched.goto(address + collection.path(path))
    said = []
    for window in WINDOWS:
        watched.set_viewport_size(window)
        assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
        for scheme in ("light", "dark"):
            watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = Axe().run(watched, options=WCAG)
            said += [(scheme, window["width"], v["id"], [n["html"][:120] for n in v["nodes"][:3]])
                     for v in found.response["violations"]]  # fmt: skip
    assert not said


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize("path", ["", "/timeline", "/graph?on=2012-01-01", "/entity/kz", "/convergence", "/stages",
                                  "/scorecard?org=cis", "/instruments", "/coverage"])  # fmt: skip
def test_longer_words_of_other_languages_fit(
    watched: Page, address: str, collection: Any, path: str, lang: str
) -> None:
    watched.set_viewport_size(WINDOWS[1])
    watched.goto(f"{address}{collection.path(path)}{'&' if '?' in path else '?'}lang={lang}")
    assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth")
