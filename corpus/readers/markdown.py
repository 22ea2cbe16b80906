"""A Markdown file in, its decoded text out, with the headings, tables, captions and abstract that its marks show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.paragraphs import heading_core, is_caption, opening_kind
from corpus.readers.front_matter import split_front_matter
from corpus.readers.reading import Reading
from corpus.readers.text import decoded
from corpus.tables import heading_words
from kb.model import Block

_PARAGRAPH = re.compile(r"(?:[^\r\n]*\S[^\r\n]*(?:\r\n|\r|\n|\Z))+")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)
_UNDERLINED = re.compile(r"\A([^\r\n]*\S)[ \t]*\r?\n {0,3}(=+|-+)[ \t]*\s*\Z")
_RULE_OF_TABLE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*\r?$", re.M)
_MARKS = re.compile(r"[*_`]+|!?\[([^\]]*)\]\([^)]*\)")
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
    """Paragraphs, with headings cut off from the lines around them."""
    for match in _PARAGRAPH.finditer(text, start):
        cuts = {match.start(), match.end()}
        for heading in _HEADING.finditer(text, match.start(), match.end()):
            cuts |= {heading.start(), heading.end()}
        edges = sorted(cuts)
        for first, last in pairwise(edges):
            piece = text[first:last]
            if piece.strip():
                yield first + len(piece) - len(piece.lstrip("\r\n")), first + len(piece.rstrip())


def _heading(piece: str, first: int) -> Block | None:
    match = _HEADING.match(piece)
    if match:
        return Block("heading", first + match.start(2), first + match.end(2))
    match = _UNDERLINED.match(piece)
    return Block("heading", first, first + match.end(1)) if match else None


def _part(heading: str) -> str:
    """What stands under this heading."""
    core = heading_core(plain(heading))
    words = heading_words()
    return next((part for key, part in _PARTS if core in words[key]), "")


def _kind(piece: str) -> str:
    if "|" in piece and _RULE_OF_TABLE.search(piece):
        return "table"
    words = plain(piece)
    if is_caption(words) and words != piece.strip():
        return "caption"
    opening = opening_kind(words)
    return "reference" if opening == "bibliographic" else opening
