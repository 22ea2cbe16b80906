"""Run as a program of its own: a PDF on standard input, its pages and properties as JSON on standard output.

A broken or hostile file may take any amount of memory and time or crash the library: here it takes only this process
with it. Standard output holds one object, `{"pages": [[[text, height, apart], …], …], "info": {…}}` or `{"error": …}`.
"""

import ctypes
import json
import resource
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.readers.layout import Row, Word, read_page

# Fewer letters a page than this on pages with pictures: a scan.
SCANNED_LETTERS = 10
# More text than any book holds: a bomb.
MOST_LETTERS = 20_000_000
# What the library puts for a hyphen at the end of a line whose word goes on; no other character has this number.
_LINE_HYPHEN = "\x02"
_MISSING = "\ufffd"


class _RefusedError(Exception):
    """The file cannot be used; the message says why."""


def main(memory: int, seconds: int) -> None:
    _limit(memory, seconds)
    raw = sys.stdin.buffer.read()
    try:
        answer = _read(raw)
    except _RefusedError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": "a bomb: needs more memory than allowed"}
    json.dump(answer, sys.stdout)


def _limit(memory: int, seconds: int) -> None:
    wanted = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0))
    for name, value in wanted:
        try:
            resource.setrlimit(name, (value, value))
        except (ValueError, OSError):
            # macOS knows no limit of address space; the time limit of the parent remains.
            continue


def _read(raw: bytes) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise _RefusedError("encrypted: a password is needed") from error
        return _read_again(raw)
    rows, pictures, letters = [], 0, 0
    for number in range(len(document)):
        page_rows, found, picture = _read_page(document, number)
        rows.append([(row.text, row.height, row.apart) for row in page_rows])
        letters += found
        pictures += picture
        if letters > MOST_LETTERS:
            raise _RefusedError("a bomb: holds more text than any book")
    _check_letters(letters, len(rows), pictures)
    return {"pages": rows, "info": document.get_metadata_dict(skip_empty=True)}


def _read_page(document: Any, number: int) -> tuple[list[Row], int, bool]:
    """Rows, how many letters they hold, and whether there is a picture where letters are missing."""
    try:
        page = document[number]
        text_page = page.get_textpage()
        rows = read_page(list(_words(text_page)))
        letters = sum(map(str.isalpha, "".join(row.text for row in rows)))
        return rows, letters, letters < SCANNED_LETTERS and _has_picture(page)
    except pypdfium2.PdfiumError as error:
        raise _RefusedError(f"damaged: page {number + 1} cannot be read") from error


def _check_letters(letters: int, pages: int, pictures: int) -> None:
    if not pages:
        raise _RefusedError("empty: holds no page")
    if letters < SCANNED_LETTERS * pages and (pictures or not letters):
        what = "scanned without text" if pictures else "holds no text"
        raise _RefusedError(f"{what}: {letters} letters on {pages} page{'s' * (pages > 1)}")


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _words(text_page: Any) -> Iterator[Word]:
    """Words in the order of the file; boxes are asked for only where a word begins and ends, for they cost most."""
    number, line, start = 0, 0, -1
    count = text_page.count_chars()
    chars = _characters(text_page, count)
    for number in range(count + 1):
        char = chars[number] if number < count else " "
        if not char.isspace():
            start = number if start < 0 else start
            if char != _LINE_HYPHEN:
                continue
        if start >= 0:
            last = number if char == _LINE_HYPHEN else number - 1
            text = chars[start : last + 1].replace(_LINE_HYPHEN, "-").replace("\x00", "")
            if text:
                yield _word(text_page, text, (start, last), line)
            start = -1
        line += char in "\r\n\x02"


def _characters(text_page: Any, count: int) -> str:
    """One character for each number that the library counts; asking for all at once is faster where it does so too."""
    text = text_page.get_text_range(0, count).replace("\ufffe", _LINE_HYPHEN) if count else ""
    if len(text) == count:
        return str(text)
    codes = (pdfium.FPDFText_GetUnicode(text_page.raw, number) for number in range(count))
    return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else _MISSING for code in codes)


def _word(text_page: Any, text: str, span: tuple[int, int], line: int) -> Word:
    first, last = (_box(text_page, number) for number in span)
    return Word(
        text,
        min(first.left, last.left),
        min(first.bottom, last.bottom),
        max(first.right, last.right),
        max(first.top, last.top),
        line,
    )


def _box(text_page: Any, number: int) -> Any:
    """The box of the font, not of the ink: all letters of a line are equally high in it."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page.raw, number, ctypes.byref(box))
    return box


def _read_again(raw: bytes) -> dict[str, Any]:
    """Lines come without sizes. Loaded only here: the start of every child would pay for it."""
    fallback = import_module("corpus.readers.pdf_fallback")
    try:
        pages, info = fallback.read_pages(raw)
    except fallback.DamagedError as error:
        raise _RefusedError(str(error)) from error
    _check_letters(sum(map(str.isalpha, "".join(line for page in pages for line in page))), len(pages), 0)
    return {"pages": [[(line, 0.0, False) for line in page if line.strip()] for page in pages], "info": info}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
