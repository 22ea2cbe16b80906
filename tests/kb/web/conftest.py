"""A collection to look at: one article in three languages, and one by somebody who means harm."""

import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import pytest_asyncio

from kb.build import Options, build, reconsolidate, shipped_articles
from kb.cli.serve import make_app
from kb.model import Claim, Document, Entity, Findings, Mention, Participant, Segment, Sentence
from kb.search_words import sentence_words
from kb.store.database import building
from kb.store.writer import Extracted, save_document
from kb.store.writer_registry import tidy_entities

HARM = "<script>window.harm=1</script>\"'><img src=x onerror=window.harm=2>"
HARM_TEXT = (
    f"A page\x0cbreak.\r\nThe {HARM} body was founded on 1 May 2001.\r\n\r\n"
    "\U0001f600 Then came ЕАЭС\ufffeand {{ 7*7 }} & &amp; </div></body>.\n\n\n  End\t"
)
_NAME = "x-harm"
_PATIENCE_S = 30


@dataclass(frozen=True)
class Collection:
    db: Path
    documents: dict[str, str]  # path -> id

    @property
    def harm(self) -> str:
        return next(key for path, key in self.documents.items() if "harm" in path)

    def article(self, lang: str) -> str:
        return next(key for path, key in self.documents.items() if f"{lang}/10-eaeu" in path)


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


@pytest.fixture(scope="session")
def address(collection: Collection) -> Iterator[str]:
    """`kb serve` behind a prefix, as a browser meets it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from kb.cli.main import main; main()", "serve", "--db", str(collection.db),
               "--port", str(port), "--base-url", "/kb-pages/"]  # fmt: skip
    base = f"http://127.0.0.1:{port}/kb-pages"
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        for _ in range(_PATIENCE_S * 10):
            try:
                urlopen(f"{base}/-/kb").close()
                break
            except URLError:
                time.sleep(0.1)
        yield base
        server.terminate()
