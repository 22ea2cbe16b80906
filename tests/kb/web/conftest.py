"""A collection to look at: one article in three languages, and one by somebody who means harm."""

import os
import re
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from kb.build import Options, build, reconsolidate, shipped_articles
from kb.cli.main import main
from kb.cli.serve import make_app
from kb.model import LANGUAGES, Claim, Document, Entity, Findings, Mention, Participant, Segment, Sentence
from kb.search_words import sentence_words
from kb.store.database import building
from kb.store.writer import Extracted, save_document
from kb.store.writer_registry import tidy_entities

sys.path.append(str(Path(__file__).parent))
from serving import find_chromium, serving

WIDE = {"width": 1280, "height": 900}
OURS = ("http://127.0.0.1:", "data:", "blob:")
HARM = "<script>window.harm=1</script>\"'><img src=x onerror=window.harm=2>"
HARM_TEXT = (
    f"A page\x0cbreak.\r\nThe {HARM} body was founded on 1 May 2001.\r\n\r\n"
    "\U0001f600 Then came ЕАЭС\ufffeand {{ 7*7 }} & &amp; </div></body>.\n\n\n  End\t"
)
_NAME = "x-harm"
_STATUS = re.compile(r"\bstatus of 40[04]\b")


_IDS = {
    "event": "SELECT id FROM events WHERE type = 'signed' ORDER BY n_claims DESC",
    "harm_event": "SELECT id FROM events WHERE subject_id = 'x-harm'",
    "spell": "SELECT id FROM memberships WHERE organization_id = 'eaeu' LIMIT 1",
}


@dataclass
class Collection:
    db: Path
    documents: dict[str, str]  # path -> id

    @property
    def harm(self) -> str:
        return next(key for path, key in self.documents.items() if "harm" in path)

    def article(self, lang: str) -> str:
        return next(key for path, key in self.documents.items() if f"{lang}/10-eaeu" in path)

    def path(self, pattern: str) -> str:
        """An address of ours, its names in braces filled in: {en}, {harm}, {event}, {spell}, …"""
        return "/-/kb" + pattern.format(**{lang: self.article(lang) for lang in LANGUAGES}, harm=self.harm, **self.ids)

    @cached_property
    def ids(self) -> dict[str, str]:
        conn = sqlite3.connect(self.db)
        found = {name: str(conn.execute(query).fetchone()[0]) for name, query in _IDS.items()}
        conn.close()
        return found


def harmful() -> Extracted:
    """Names, quotes and a path that hold script, and a text with odd line ends and letters."""
    start = HARM_TEXT.index("The ")
    end = HARM_TEXT.index(".\r\n\r\n") + 1
    at = HARM_TEXT.index(HARM)
    entity = Entity(_NAME, "ORG", {"en": HARM}, {"en": HARM[:20]}, "international")
    claim = Claim("established", _NAME, None, "asserted", start, end, HARM_TEXT[start:end], "en", "2001-05-01",
                  "2001-05-01", "2001-05-01", HARM, participants=(Participant("kz", "founder"),))  # fmt: skip
    mentions = (Mention("ORG", at, at + len(HARM), HARM, "en", _NAME),)
    length = len(HARM_TEXT)
    findings = Findings((Segment("en", "body", 0, length),), (Sentence("en", start, end),), mentions, (claim,), (),
                        (entity,))  # fmt: skip
    document = Document(f"harm/{HARM.replace('/', '')}.txt", HARM_TEXT, "0", "text/plain", "text", HARM, (HARM,), "en",
                        "2001", HARM, "javascript:window.harm=3")  # fmt: skip
    return Extracted(document, findings, (sentence_words(HARM_TEXT[start:end], "en"),), "0")


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    root = tmp_path_factory.mktemp("pages")
    for article in sorted(shipped_articles().glob("*/10-eaeu.md")):
        target = root / "articles" / article.parent.name
        target.mkdir(parents=True)
        shutil.copy(article, target)
    db = root / "my-kb.db"
    build(Options(db, (root / "articles",), workers=1))
    with building(db) as conn:
        save_document(conn, harmful(), "by hand")
        tidy_entities(conn)
        conn.execute("INSERT INTO redirects VALUES ('eeu-old', 'eaeu', '2026-01-01', 'one body')")
    reconsolidate(db)
    conn = sqlite3.connect(db)
    conn.execute("INSERT OR IGNORE INTO redirects VALUES ('eeu-old', 'eaeu', '2026-01-01', 'one body')")
    conn.commit()
    documents = dict(conn.execute("SELECT path, id FROM documents"))
    conn.close()
    return Collection(db, documents)


@pytest_asyncio.fixture
async def pages(collection: Collection) -> AsyncIterator[Any]:
    app = make_app(collection.db, sql=True)
    await app.invoke_startup()
    yield app.client


@pytest_asyncio.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Any]:
    """The pages of a database that holds figures and nothing else, as `kb indicators load` makes it."""
    figures = tmp_path / "figures.csv"
    figures.write_text("country,year,indicator,unit,value,source\nkz,2001,gdp,usd,1,S\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["indicators", "load", str(figures), "--db", str(tmp_path / "kb.db")])
    assert result.exit_code == 0, result.output
    app = make_app(tmp_path / "kb.db", sql=True)
    await app.invoke_startup()
    yield app.client


@pytest.fixture(scope="session")
def address(collection: Collection) -> Iterator[str]:
    """`kb serve` behind a prefix, as a browser meets it."""
    with serving(collection.db, "/kb-pages/") as base:
        yield base


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that a new user has after `kb build`: every article that ships."""
    db = tmp_path_factory.mktemp("shipped") / "kb.db"
    build(Options(db, (shipped_articles(),)))
    return db


@pytest.fixture(scope="session")
def shipped_address(shipped: Path) -> Iterator[str]:
    with serving(shipped) as base:
        yield base


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One a module: Playwright's own loop must be gone before a test with asyncio begins."""
    chromium = find_chromium()
    if chromium is None and not os.environ.get("CI"):
        pytest.skip("no Chromium: see tests/chromium.py")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def watched(browser: Browser, request: Any) -> Iterator[Page]:
    """A page that fails the test on any console error, request that leaves this machine, dialog or exception."""
    options = getattr(request, "param", {})
    context = browser.new_context(**{"viewport": WIDE, "locale": "en-GB", "accept_downloads": True, **options})
    page = context.new_page()
    faults: list[str] = []
    # The browser itself notes the status of a page that is not there or was refused.
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" and not _STATUS.search(m.text) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith(OURS) else None)
    yield page
    context.close()
    assert not faults
