"""The markup of a Word document in, its paragraphs, tables and text boxes out, each with the kind its style tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from corpus.readers.table_text import is_data, table_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# The same content once more, for old programs.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved text, properties, and text boxes, which are read as pieces of their own.
_PASSED_OVER = frozenset({_FALLBACK, *(_W + name for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent"))})
_SIGNS = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}
_REFERENCES = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}
_VANISH = f"{_W}rPr/{_W}vanish"
# Names of Word's own styles, which are English in files of any language; beginnings, the longer ones first.
_STYLES = (
    ("toc heading", "heading"),
    ("heading", "heading"),
    ("subtitle", "heading"),
    ("title", "heading"),
    ("caption", "caption"),
    ("toc", "running-head"),
    ("table of figures", "running-head"),
    ("bibliography", "reference"),
    ("abstract", "abstract"),
    ("keywords", "keywords"),
)
_HEADING_LEVELS = 9
_STYLE_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind` is empty for prose."""

    kind: str
    text: str


@dataclass(slots=True)
class Notes:
    """Numbers of notes in the order in which the text refers to them."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    @staticmethod
    def key(note: Any) -> tuple[str, str]:
        """Footnotes and endnotes have ids of their own."""
        return note.tag.removeprefix(_W), note.get(_W + "id", "")

    def number(self, kind: str, reference: Any) -> int:
        return self.numbers.setdefault((kind, reference.get(_W + "id", "")), len(self.numbers) + 1)


def style_kinds(styles: Any) -> Mapping[str, str]:
    """Style id -> kind, for the styles that tell one by their name, their outline level or the style they build on."""
    by_id = {style.get(_W + "styleId"): style for style in styles.iterchildren(_W + "style")}
    found = {name: _style_kind(style, by_id) for name, style in by_id.items()}
    return {name: kind for name, kind in found.items() if kind}


def _style_kind(style: Any, by_id: Mapping[str, Any]) -> str:
    for _ in range(_STYLE_DEPTH):
        name = _value(style.find(_W + "name")).lower()
        kind = next((kind for start, kind in _STYLES if name.startswith(start)), "")
        if kind or _has_level(style.find(_W + "pPr")):
            return kind or "heading"
        base = by_id.get(_value(style.find(_W + "basedOn")))
        if base is None:
            return ""
        style = base
    return ""


def _value(element: Any) -> str:
    return "" if element is None else element.get(_W + "val", "")


def _has_level(properties: Any) -> bool:
    level = "" if properties is None else _value(properties.find(_W + "outlineLvl"))
    return level.isdecimal() and int(level) < _HEADING_LEVELS


def find_pieces(container: Any, kinds: Mapping[str, str], notes: Notes) -> Iterator[Piece]:
    for child in container.iterchildren("*"):
        if child.tag == _W + "p":
            yield from _paragraph(child, kinds, notes)
        elif child.tag == _W + "tbl":
            yield from _table(child, kinds, notes)
        elif child.tag not in _PASSED_OVER:
            # Content controls, insertions and other wrappings.
            yield from find_pieces(child, kinds, notes)


def _paragraph(paragraph: Any, kinds: Mapping[str, str], notes: Notes) -> Iterator[Piece]:
    text = "".join(_texts(paragraph, notes))
    lines = (line.strip() for line in text.split("\n"))
    text = "\n".join(filter(None, lines))
    if text:
        yield Piece(_kind(paragraph, kinds), text)
    for box in _boxes(paragraph):
        yield from find_pieces(box, kinds, notes)


def _kind(paragraph: Any, kinds: Mapping[str, str]) -> str:
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return ""
    return kinds.get(_value(properties.find(_W + "pStyle")), "") or ("heading" if _has_level(properties) else "")


def _texts(element: Any, notes: Notes) -> Iterator[str]:
    for child in element.iterchildren():
        tag = child.tag
        if tag in (_W + "t", _MATH_TEXT):
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag in _REFERENCES:
            yield f"[{notes.number(_REFERENCES[tag], child)}]"
        elif isinstance(tag, str) and tag not in _PASSED_OVER and not (tag == _W + "r" and _is_hidden(child)):
            yield from _texts(child, notes)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(_VANISH)
    return vanish is not None and _value(vanish) not in ("0", "false")


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes anchored in the paragraph, each once."""
    for box in paragraph.iter(_W + "txbxContent"):
        outer = list(takewhile(lambda parent: parent.tag != _W + "p", box.iterancestors()))
        anchor = outer[-1].getparent() if outer else box.getparent()
        if anchor is paragraph and all(parent.tag != _FALLBACK for parent in outer):
            yield box


def _table(table: Any, kinds: Mapping[str, str], notes: Notes) -> Iterator[Piece]:
    """One piece; a table that only lays out the page gives the paragraphs of its cells."""
    rows = [
        [list(find_pieces(cell, kinds, notes)) for cell in _own(row, "tc", "tr")] for row in _own(table, "tr", "tbl")
    ]
    cells = [[" ".join(piece.text for piece in cell) for cell in row] for row in rows]
    if is_data(cells):
        text = table_text(cells)
        yield from [Piece("table", text)] if text else []
    else:
        yield from (piece for row in rows for cell in row for piece in cell)


def _own(parent: Any, name: str, around: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, not those of tables inside its cells."""
    return (child for child in parent.iter(_W + name) if next(child.iterancestors(_W + around)) is parent)
