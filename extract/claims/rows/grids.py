"""The rows of a table in, its grid out: the cells of the head and of each row, with the mentions that stand in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.filled import Filled
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Sentence

_RULE = frozenset("|-: \n\t")
_TABLE, _MARKS, _BLANK = "table", frozenset("|\t"), re.compile(r"\n[^\S\n]*\n")
_ENDS = (".", "!", "?", "…")
_LETTERS = re.compile(r"[^\W\d_]+")
# A key is a name: its cell holds little else.
_MOST, _HALF, _YEAR = 0.6, 2, re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """`words` are folded; `text` is as written."""

    text: str
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def of(self, label: str) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.label == label and (m.entity_id or m.edtf))

    @property
    def dated(self) -> bool:
        """Whether it holds a date, or nothing but a year, which is none for any other stage."""
        return bool(self.of("DATE")) or _YEAR.fullmatch(self.text) is not None

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
        return next(
            (c for c in columns if _HALF * sum(r[c].name is not None for _, r in self.rows) >= self.length), None
        )

    @property
    def length(self) -> int:
        return len(self.rows)


def tables(sentences: Sequence[Filled], text: str) -> Iterator[tuple[list[Filled], list[Filled]]]:
    """The line above each table, if that is a caption and no prose, and its rows.

    A rule makes the row before it a head and is no row itself; without one a blank line ends the rows.
    """
    above: list[Filled] = []
    rows: list[Filled] = []
    ruled, end = False, 0
    for sentence, mentions in sentences:
        line = text[sentence.start_char : sentence.end_char]
        cut = sentence.kind == _TABLE and not _MARKS.isdisjoint(line)
        blank = not ruled and _BLANK.search(text, end, sentence.start_char) is not None
        end = sentence.end_char
        if rows and (blank or not cut):
            yield above, rows
            above, rows, ruled = [], [], False
        if not cut:
            above, ruled = [] if line.rstrip().endswith(_ENDS) else [(sentence, mentions)], False
        elif not set(line) <= _RULE:
            rows.append((sentence, mentions))
        else:
            if len(rows) > 1:
                yield above, rows[:-1]
                above, rows = [], rows[-1:]
            ruled = True
    if rows:
        yield above, rows


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
