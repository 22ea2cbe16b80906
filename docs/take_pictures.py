"""Pictures of every page of ours for the documentation: the shipped corpus in, `docs/pictures/*.png` out.

    python docs/take_pictures.py [--db kb.db] [--to FOLDER] [--only NAME]… [--dark] [--whole]

English, Russian and Kazakh in a wide window, English in a narrow one. Needs the browser of the tests.
"""

import argparse
import base64
import sqlite3
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright

from kb.cli.main import main as kb

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "kb" / "web"))
from serving import find_chromium, serving  # noqa: E402

# Name of the picture -> address; what is in braces is an id of the database.
PAGES = {
    "home": "/-/kb",
    "timeline": "/-/kb/timeline",
    "timeline-entity": "/-/kb/timeline?entity=eaeu",
    "graph": "/-/kb/graph?on=2012-01-01",
    "graph-countries": "/-/kb/graph?on=2012-01-01&view=countries",
    "graph-nesting": "/-/kb/graph?on=2012-01-01&view=nesting",
    "convergence": "/-/kb/convergence",
    "convergence-heat": "/-/kb/convergence?kind=heat",
    "convergence-region": "/-/kb/convergence?kind=country&country=kz&country=am&body=eaeu&from=2015",
    "convergence-points": "/-/kb/convergence?kind=points",
    "convergence-clubs": "/-/kb/convergence?kind=clubs",
    "convergence-index": "/-/kb/convergence?kind=index",
    "stages": "/-/kb/stages",
    "coverage": "/-/kb/coverage",
    "instruments": "/-/kb/instruments",
    "scorecard": "/-/kb/scorecard?org=cis",
    "organization": "/-/kb/entity/eaeu",
    "country": "/-/kb/entity/kz",
    "treaty": "/-/kb/entity/treaty-eaeu-2014",
    "documents": "/-/kb/documents",
    "document": "/-/kb/document/{article}",
    "document-beside": "/-/kb/document/{article}?beside={version}",
    "event": "/-/kb/event/{signed}",
    "compare": "/-/kb/compare/{disputed}",
    "conflicts": "/-/kb/conflicts",
    "search": "/-/kb/search?q=customs+union",
    "tables": "/{stem}",
    "table": "/{stem}/memberships?organization_id=eaeu",
    "question": "/{stem}/members_on?organization=eurasec&day=2007-06-30",
}
_INDEX = """# The pages as pictures

Made of the shipped articles by `python docs/take_pictures.py`; look at them again after each change of the pages.

| page | English | Russian | Kazakh | on a phone |
|---|---|---|---|---|
"""
WINDOWS = {"en": ("en", 1280, 900), "ru": ("ru", 1280, 900), "kk": ("kk", 1280, 900), "en-narrow": ("en", 390, 800)}
# The article of a reader's own language, and the next language beside it.
_BESIDE = {"en": "ru", "ru": "kk", "kk": "en"}
_ARTICLE = "SELECT id FROM documents WHERE path LIKE '%/{lang}/10-eaeu%'"
IDS = {
    "signed": "SELECT id FROM events WHERE type = 'signed' AND subject_id = 'treaty-eaeu-2014'"
              " AND polarity = 'asserted' ORDER BY n_claims DESC",
    "disputed": "SELECT event_a FROM conflicts JOIN events ON events.id = event_a WHERE event_b IS NOT NULL"
                " ORDER BY n_claims DESC",
}  # fmt: skip
_TALLEST = {1280: 1500, 390: 1700}
_COLOURS = 96
_PIXELS = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const bytes = context.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.width, image.height, btoa(text)];
}"""


def ids_of(db: Path, lang: str) -> dict[str, str]:
    articles = {"article": _ARTICLE.format(lang=lang), "version": _ARTICLE.format(lang=_BESIDE[lang])}
    conn = sqlite3.connect(db)
    found = {name: str(conn.execute(query).fetchone()[0]) for name, query in (IDS | articles).items()}
    conn.close()
    return {**found, "stem": db.stem}


@contextmanager
def shipped() -> Iterator[Path]:
    """A database of the shipped articles and figures, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "kb.db"
        for words in (["build"], ["indicators", "load", "--shipped"]):
            kb([*words, "--db", str(db)], standalone_mode=False)
        yield db


def picture(page: Page, width: int, whole: bool) -> bytes:
    """The page from its top, cut at a height that a reader of the documentation still scrolls through."""
    height = page.evaluate("document.documentElement.scrollHeight")
    shown = height if whole else min(height, _TALLEST[width])
    return page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": shown})


def small(png: bytes, blank: Page) -> bytes:
    """The same picture with the colours that it holds most of, as PNG with a palette: a quarter of the size."""
    address = "data:image/png;base64," + base64.b64encode(png).decode()
    width, height, text = blank.evaluate(_PIXELS, address)
    pixels = np.frombuffer(base64.b64decode(text), np.uint8).reshape(-1, 4)[:, :3].astype(np.int32)
    packed = pixels[:, 0] << 16 | pixels[:, 1] << 8 | pixels[:, 2]
    colours, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    split = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    kept = _chosen(split, np.sqrt(counts))
    nearest = ((split[:, None, :] - split[kept][None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
    return _palette_png(nearest[where].astype(np.uint8).reshape(height, width), split[kept].astype(np.uint8))


def _chosen(colours: "np.ndarray[Any, Any]", weights: "np.ndarray[Any, Any]") -> list[int]:
    """Always the colour that is far from all chosen so far and fills much: a small mark keeps its own."""
    kept = [int(weights.argmax())]
    far = ((colours - colours[kept[0]]) ** 2).sum(axis=1)
    while len(kept) < min(_COLOURS, len(colours)):
        kept.append(int((far * weights).argmax()))
        far = np.minimum(far, ((colours - colours[kept[-1]]) ** 2).sum(axis=1))
    return kept


def _palette_png(indexes: "np.ndarray[Any, Any]", palette: "np.ndarray[Any, Any]") -> bytes:
    height, width = indexes.shape
    lines = np.hstack([np.zeros((height, 1), np.uint8), indexes]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def take(browser: Browser, address: str, db: Path, chosen: argparse.Namespace) -> None:
    blank = browser.new_page()
    for window, (lang, width, height) in WINDOWS.items():
        scheme = "dark" if chosen.dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, locale=lang, color_scheme=scheme)
        page, ids = context.new_page(), ids_of(db, lang)
        for name, path in PAGES.items():
            if chosen.only and name not in chosen.only:
                continue
            page.goto(address + path.format(**ids), wait_until="networkidle")
            target = chosen.to / f"{name}-{window}{'-dark' if chosen.dark else ''}.png"
            target.write_bytes(small(picture(page, width, chosen.whole), blank))
            print(target.name, target.stat().st_size, file=sys.stderr)
        context.close()


def write_index(folder: Path) -> None:
    """A table of what lies in the folder, for people who browse it."""
    lines = []
    for name in PAGES:
        there = [f"{name}-{window}.png" for window in WINDOWS]
        links = [f"[{file.removesuffix('.png')}]({file})" if (folder / file).exists() else "" for file in there]
        lines.append(f"| {name.replace('-', ', ')} | {' | '.join(links)} |\n")
    (folder / "README.md").write_text(_INDEX + "".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", type=Path, help="a database; without it, one is built of the shipped corpus")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures", help="folder of the pictures")
    parser.add_argument("--only", action="append", choices=PAGES, help="only this page; may be repeated")
    parser.add_argument("--dark", action="store_true", help="as who prefers dark sees it")
    parser.add_argument("--whole", action="store_true", help="down to the end of long pages")
    chosen = parser.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    source = nullcontext(chosen.db) if chosen.db else shipped()
    with source as db, serving(db) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        take(browser, address, db, chosen)
        browser.close()
    write_index(chosen.to)


if __name__ == "__main__":
    main()
