"""A parsed page in, its headings, paragraphs, tables, captions and notes out, in order; scripts and menus are passed
over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.readers.table_text import is_data, table_text

# Not `form`: many sites wrap the whole page in one.
_DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "button", "select", "input",
    "textarea", "nav", "aside", "head", "audio", "video", "canvas", "map", "dialog", "menu",
})  # fmt: skip
_DROPPED_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr", "img",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAPTIONS = frozenset({"caption", "figcaption"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_NOTE_CLASS = re.compile(r"(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])", re.I)
_NOTE_MARK = re.compile(r"^\[?(\d{1,3}|\*+)\]?$")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Piece:
    """`kind` is empty for prose; `level` is that of a heading; `link_share` how much of the text is links."""

    kind: str
    text: str
    level: int = 0
    link_share: float = 0.0


@dataclass(slots=True)
class _Flow:
    """The text of the paragraph that is being read."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(_BLANKS.sub(" ", text))
            self.linked += len(text.strip()) if self.links else 0

    def take(self, kind: str, level: int) -> Iterator[Piece]:
        """The paragraph, if it holds anything; starts a new one."""
        lines = (_BLANKS.sub(" ", line).strip() for line in "".join(self.parts).split("\v"))
        text = "\n".join(filter(None, lines))
        linked, self.parts, self.linked = self.linked, [], 0
        if text:
            yield Piece(kind, text, level, min(1.0, linked / len(text)))


def find_pieces(root: Any) -> list[Piece]:
    flow = _Flow()
    found = list(_walk(root, flow, "", 0))
    found += flow.take("", 0)
    return found


def _walk(element: Any, flow: _Flow, kind: str, level: int) -> Iterator[Piece]:
    """`kind` and `level` are those of the paragraph around the element."""
    tag = element.tag
    if not isinstance(tag, str) or _is_dropped(element):
        return
    if tag == "br":
        # A vertical tab stands for the line break until the white space is collapsed.
        flow.parts.append("\v")
        return
    if tag in _INLINE:
        yield from _inline(element, flow, kind, level)
        return
    yield from flow.take(kind, level)
    inner = _kind_of(element) or kind
    if tag == "table" and (cells := _data_cells(element)):
        yield from _table(element, cells)
        return
    yield from _content(element, flow, inner, _HEADINGS.get(tag, level))
    yield from flow.take(inner, _HEADINGS.get(tag, level))


def _content(element: Any, flow: _Flow, kind: str, level: int) -> Iterator[Piece]:
    flow.add(element.text)
    for child in element:
        yield from _walk(child, flow, kind, level)
        flow.add(child.tail)


def _inline(element: Any, flow: _Flow, kind: str, level: int) -> Iterator[Piece]:
    if element.tag == "sup":
        # A mark of a footnote would become part of the word before it.
        mark = _NOTE_MARK.match("".join(element.itertext()).strip())
        if mark:
            flow.add(f"[{mark[1]}]")
            return
    linked = element.tag == "a" and element.get("href") is not None
    flow.links += linked
    yield from _content(element, flow, kind, level)
    flow.links -= linked


def _is_dropped(element: Any) -> bool:
    if element.tag in _DROPPED or element.get("hidden") is not None or element.get("role") in _DROPPED_ROLES:
        return True
    if "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return True
    # Head and foot of an article belong to it, those of the page do not.
    if element.tag not in ("header", "footer"):
        return False
    return not any(parent.tag in ("article", "main", "section") for parent in element.iterancestors())


def _kind_of(element: Any) -> str:
    if element.tag in _HEADINGS:
        return "heading"
    if element.tag in _CAPTIONS:
        return "caption"
    note = element.get("role") in _NOTE_ROLES or _NOTE_CLASS.search(element.get("class") or "")
    return "footnote" if note and element.tag != "body" else ""


def _data_cells(table: Any) -> list[list[str]]:
    """The cells of a table of data; none for a table that only lays out the page."""
    if table.find(".//table") is not None or table.get("role") == "presentation":
        return []
    rows = [[_cell_text(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    return rows if is_data(rows) else []


def _cell_text(cell: Any) -> str:
    flow = _Flow()
    pieces = [*_content(cell, flow, "", 0), *flow.take("", 0)]
    return " ".join(piece.text for piece in pieces)


def _table(table: Any, cells: list[list[str]]) -> Iterator[Piece]:
    for caption in table.iterchildren("caption"):
        flow = _Flow()
        yield from (Piece("caption", piece.text) for piece in _content(caption, flow, "", 0))
        yield from flow.take("caption", 0)
    text = table_text(cells)
    if text:
        yield Piece("table", text)
