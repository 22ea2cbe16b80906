"""A PDF file in, its text in reading order out, read by a child process with limits of memory and time."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from corpus.readers.pdf_properties import find_properties
from corpus.readers.reading import Reading, UnreadableError
from corpus.readers.signatures import named, signature
from kb.model import Block

# Address space, of which the interpreter and the library take 200 MB; articles stay far below.
MEMORY = 1_000_000_000
CPU_SECONDS = 60
# Waiting for a turn on a busy machine counts here and not above.
WALL_SECONDS = 180
# A heading is set larger than the text by this much, and is no longer than this.
_LARGER = 1.12
_HEADING_LETTERS = (3, 250)
# The end of a whole file; some programs write a little behind it. The last mark alone also ends tables of characters.
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_TAIL = 4096

_Rows = Sequence[tuple[str, float, bool]]


def read(raw: bytes) -> Reading:
    if signature(raw) != "PDF":
        raise UnreadableError(f"of another type than its name says: it is {named(signature(raw))}, not PDF")
    if not _END.search(raw[-_TAIL:]):
        raise UnreadableError("truncated: the end of the PDF is missing")
    answer = _ask_child(raw)
    if "error" in answer:
        raise UnreadableError(answer["error"])
    text, starts, blocks = _join(answer["pages"])
    found = find_properties(answer["info"], raw, _largest(answer["pages"][0]))
    return Reading(text, "application/pdf", found, tuple(starts), tuple(blocks))


def _ask_child(raw: bytes) -> dict[str, Any]:
    command = [sys.executable, "-m", "corpus.readers.pdf_child", str(MEMORY), str(CPU_SECONDS)]
    try:
        child = subprocess.run(
            command, input=raw, capture_output=True, timeout=WALL_SECONDS, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"a bomb: not read after {WALL_SECONDS} seconds") from error
    if child.returncode == 1 and b"MemoryError" not in child.stderr:
        raise UnreadableError("damaged: reading it failed")
    if child.returncode:
        raise UnreadableError(f"a bomb or damaged: reading it broke the limits of {_limits()}")
    answer: dict[str, Any] = json.loads(child.stdout)
    return answer


def _limits() -> str:
    return f"{MEMORY // 1_000_000} MB and {CPU_SECONDS} seconds"


def _environment() -> Mapping[str, str]:
    """The child must find this package also where it is not installed and the folder is another one."""
    here = str(Path(__file__).resolve().parents[2])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _join(pages: Sequence[_Rows]) -> tuple[str, list[int], list[Block]]:
    """The text, where its pages start, and its headings."""
    body = _body_height(pages)
    parts: list[str] = []
    starts: list[int] = []
    blocks: list[Block] = []
    length = 0
    for page in pages:
        starts.append(length)
        before = 0.0
        for row, height, apart in page:
            lead = "\n" if apart and length > starts[-1] else ""
            first = length + len(lead) + len(row) - len(row.lstrip())
            parts.append(f"{lead}{row}\n")
            length += len(parts[-1])
            if body and height > _LARGER * body:
                # A heading of several lines is set in one size and without a gap.
                goes_on = not lead and round(height) == round(before)
                first = blocks.pop().start_char if goes_on else first
                blocks.append(Block("heading", first, length - 1))
            before = height if body and height > _LARGER * body else 0.0
    return "".join(parts), starts, [block for block in blocks if _is_heading(block)]


def _is_heading(block: Block) -> bool:
    """Neither an initial nor a whole page in large letters."""
    return _HEADING_LETTERS[0] <= block.end_char - block.start_char <= _HEADING_LETTERS[1]


def _body_height(pages: Sequence[_Rows]) -> float:
    """The height in which most letters are set."""
    heights = [height for page in pages for text, height, _ in page for _ in range(len(text) // 10)]
    return median(heights) if heights else 0.0


def _largest(page: _Rows) -> str:
    """The text set largest on the first page, which is the title where it is larger than the rest."""
    if len({round(height) for _, height, _ in page}) < 2:
        return ""
    top = max(height for _, height, _ in page)
    text = " ".join(row.strip() for row, height, _ in page if height > 0.97 * top)
    return text if _HEADING_LETTERS[0] <= len(text) <= _HEADING_LETTERS[1] else ""
