"""The rows of a table in, its grid out: the cells of the head and of each row, with the mentions that stand in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.filled import Filled
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Sentence

_RULE = frozenset("|-: \n\t")
_LETTERS = re.compile(r"[^\W\d_]+")
# A key is a name: its cell holds little else.
_MOST, _HALF = 0.6, 2


@dataclass(frozen=True, slots=True)
class Cell:
    """`words` are folded; `text` is as written."""

    text: str
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def of(self, label: str) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.label == label and (m.entity_id or m.edtf))

    @property
    def name(self) -> str | None:
        """The label of the names that fill it, if they do."""
        named = [m for m in self.mentions if m.entity_id]
        letters = sum(map(len, _LETTERS.findall(self.text)))
        filled = sum(len(word) for m in named for word in _LETTERS.findall(m.text))
        return named[0].label if named and filled >= _MOST * letters else None


@dataclass(frozen=True, slots=True)
class Grid:
    head: tuple[Cell, ...]
    rows: tuple[tuple[Sentence, tuple[Cell, ...]], ...]

    @property
    def key(self) -> int | None:
        """The first column that names something in half of the rows at least."""
        columns = range(len(self.head))
        return next((c for c in columns if _HALF * sum(r[c].name is not None for _, r in self.rows) >= self.length), None)

    @property
    def length(self) -> int:
        return len(self.rows)


def tables(sentences: Sequence[Filled], text: str) -> Iterator[tuple[int, list[Filled]]]:
    """Rows that follow each other, with the place of the first; the rule under the head is none."""
    rows: list[Filled] = []
    first = 0
    for k, (sentence, mentions) in enumerate(sentences):
        if sentence.kind == "table":
            first = first if rows else k
            if not set(text[sentence.start_char : sentence.end_char]) <= _RULE:
                rows.append((sentence, mentions))
        elif rows:
            yield first, rows
            rows = []
    if rows:
        yield first, rows


def grid(text: str, rows: Sequence[Filled]) -> Grid | None:
    """None where the rows have no cells, or not those of the head; a row of another width is left out."""
    head = _cells(text, rows[0], 0)
    width = len(head)
    cut = [(row[0], _cells(text, row, width)) for row in rows[1:]]
    kept = tuple((sentence, cells) for sentence, cells in cut if len(cells) == width)
    return Grid(head, kept) if width > 1 and kept else None


def _cells(text: str, row: Filled, width: int) -> tuple[Cell, ...]:
    """As many as the head has, where that tells bars around a row from bars beside an empty cell."""
    sentence, mentions = row
    line = text[sentence.start_char : sentence.end_char].rstrip()
    mark = "|" if "|" in line else "\t"
    spans, at = [], sentence.start_char
    for piece in line.split(mark):
        spans.append((at, at + len(piece)))
        at += len(piece) + 1
    framed = mark == "|" and line.startswith(mark) and line.endswith(mark)
    inner = spans[1:-1] if framed else spans
    spans = inner if len(inner) == width or not width else spans
    return tuple(_cell(text, span, mentions) for span in spans)


def _cell(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> Cell:
    said = text[span[0] : span[1]]
    held = tuple(m for m in mentions if span[0] <= m.start_char and m.end_char <= span[1])
    return Cell(said.strip(), tuple(fold(t.text) for t in tokenise(said)), held)
