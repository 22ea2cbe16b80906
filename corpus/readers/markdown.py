"""A Markdown file in, its decoded text out, with the headings, tables, captions and abstract that its marks show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.paragraphs import heading_core, is_caption, opening_kind
from corpus.readers.front_matter import split_front_matter
from corpus.readers.reading import Reading
from corpus.readers.text import decoded
from corpus.tables import heading_words
from kb.model import Block

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
# Bounded, so that a file of nothing but brackets does not take for ever.
_MARKS = re.compile(r"[*_`]+|!?\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)")
_RULE_SIGNS = frozenset("|:- \t")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.M)
_PARTS = (("abstract", "abstract"), ("keywords", "keywords"), ("references", "reference"))


def read(raw: bytes) -> Reading:
    text = decoded(raw, "Markdown")
    found, start = split_front_matter(text)
    blocks = tuple(_blocks(text, start))
    if not found.title:
        found = replace(found, title=_first_title(text, blocks))
    return Reading(text, "text/markdown", found, blocks=blocks, body_start=start)


def _first_title(text: str, blocks: Sequence[Block]) -> str:
    title = next((block for block in blocks if block.kind == "heading"), None)
    return plain(text[title.start_char : title.end_char]) if title else ""


def plain(text: str) -> str:
    """Without the marks of emphasis and links."""
    return " ".join(_MARKS.sub(lambda match: match[1] or "", text).split())


def _blocks(text: str, start: int) -> Iterator[Block]:
    """Blocks of known kind in order; paragraphs of plain prose are none."""
    part, fenced = "", False
    for first, last in _pieces(text, start):
        piece = text[first:last]
        fences = len(_FENCE.findall(piece))
        if fenced or fences:
            fenced = fenced != (fences % 2 == 1)
            continue
        heading = _heading(piece, first)
        if heading:
            part = _part(text[heading.start_char : heading.end_char])
            yield heading
            continue
        kind = _kind(piece) or part
        if kind:
            yield Block(kind, first, last)
        part = part if part == "reference" else ""


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank one, each heading by itself; ends are those of the last words."""
    first = last = -1
    for line in _LINE.finditer(text, start):
        words = line[0].rstrip()
        heading = words and _HEADING.match(words)
        if first >= 0 and (not words or heading):
            yield first, last
            first = -1
        if heading:
            yield line.start(), line.start() + len(words)
        elif words:
            first = line.start() if first < 0 else first
            last = line.start() + len(words)
    if first >= 0:
        yield first, last


def _heading(piece: str, first: int) -> Block | None:
    match = _HEADING.match(piece)
    if match:
        words = piece.rstrip("# \t")
        return Block("heading", first + match.end(), first + len(words)) if len(words) > match.end() else None
    lines = piece.splitlines()
    under = lines[1].strip() if len(lines) == 2 else ""
    if under and set(under) in ({"="}, {"-"}):
        return Block("heading", first, first + len(lines[0].rstrip()))
    return None


def _part(heading: str) -> str:
    """What stands under this heading."""
    core = heading_core(plain(heading))
    words = heading_words()
    return next((part for key, part in _PARTS if core in words[key]), "")


def _kind(piece: str) -> str:
    if "|" in piece and any({"-", "|"} <= set(line) <= _RULE_SIGNS for line in piece.splitlines()):
        return "table"
    words = plain(piece)
    if is_caption(words) and words != piece.strip():
        return "caption"
    opening = opening_kind(words)
    return "reference" if opening == "bibliographic" else opening
