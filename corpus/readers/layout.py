"""Words with their places on a page in, its rows in reading order out: column by column, headings across both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

# All lengths below are in heights of a line. A gap wider than this may be the gutter between two columns.
_SPLIT = 0.7
# In tables and lists of contents a gap like this stands between cells.
_CELL = 2.0
_INDENT = (0.7, 5.0)
# Rows further apart than this many usual distances belong to different paragraphs.
_PARAGRAPH = 1.4
_HEAD_GAP = 0.7
# A column is prose: so many lines, of so many words, of which so many start in lower case.
_COLUMN_LINES = 4
_COLUMN_WORDS = 3
_LOWER_SHARE = 0.2
# Left edges of the lines of one column differ by no more than this many points.
_EDGE = 4.0
# Lines that run across the gutter, as a share of those beside it.
_ACROSS_SHARE = 0.5
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class Word:
    """Points, measured from the lower left corner; `line` numbers the lines in the order of the file."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line as read. `text` begins with spaces where it is indented; `apart` asks for a blank line before it."""

    text: str
    height: float
    apart: bool


class _Piece:
    """Neighbouring words of one line without a wide gap."""

    __slots__ = ("bottom", "left", "line", "right", "top", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = [word.text for word in words]
        self.left = min(word.left for word in words)
        self.right = max(word.right for word in words)
        self.bottom = min(word.bottom for word in words)
        self.top = max(word.top for word in words)
        self.line = words[0].line

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: "_Piece") -> bool:
        """On one height: most of the lower one lies within the other."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.height, other.height)


def read_page(words: Sequence[Word]) -> list[Row]:
    """Rows in reading order."""
    if _is_sideways(words):
        texts = (" ".join(word.text for word in group) for _, group in groupby(words, key=lambda word: word.line))
        return [Row(text, 0.0, False) for text in texts]
    pieces = [_Piece(group) for group in _split(words)]
    rows: list[Row] = []
    above: list[_Piece] = []
    for column in _columns(pieces):
        lines = _lines(column)
        pitch = _pitch(lines)
        edge = _left_edge(lines)
        for line in lines:
            rows.append(_row(line, above, pitch, edge))
            above = line
    return rows


def _is_sideways(words: Sequence[Word]) -> bool:
    """The page is turned by a quarter: places tell nothing about its order, the file does."""
    long = [word for word in words if len(word.text) > _SHORT_WORD]
    return 2 * sum(word.top - word.bottom > word.right - word.left for word in long) > len(long)


def _split(words: Sequence[Word]) -> Iterator[list[Word]]:
    piece: list[Word] = []
    for word in words:
        if piece:
            last = piece[-1]
            height = max(last.top - last.bottom, 1.0)
            gap = word.left - last.right
            if word.line != last.line or gap > _SPLIT * height or gap < -height:
                yield piece
                piece = []
        piece.append(word)
    if piece:
        yield piece


def _columns(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces as read: between two lines that run across, first the left column, then the right one.

    Without a gutter the order of the file stands: whoever wrote it knew more than positions tell.
    """
    gutter = _gutter(pieces)
    if gutter is None:
        if pieces:
            yield pieces
        return
    ordered = sorted(pieces, key=lambda piece: (-piece.middle, piece.left))
    heads = {id(piece) for row in (_head(ordered), _head(ordered[::-1])) for piece in row}
    for across, group in groupby(ordered, key=lambda piece: _side(piece, gutter) == 0 or id(piece) in heads):
        band = list(group)
        if across:
            yield band
        else:
            yield from _columns([piece for piece in band if _side(piece, gutter) < 0])
            yield from _columns([piece for piece in band if _side(piece, gutter) > 0])


def _head(ordered: Sequence[_Piece]) -> list[_Piece]:
    """The first row, where it stands off from all others: a running head, to be read whole though it has two ends."""
    first = ordered[0]
    row = [piece for piece in ordered if piece.beside(first)]
    rest = [piece for piece in ordered if not piece.beside(first)]
    off = min((max(first.bottom - piece.top, piece.bottom - first.top) for piece in rest), default=0.0)
    return row if off > _HEAD_GAP * first.height else []


def _side(piece: _Piece, gutter: float) -> int:
    """-1 left of the gutter, 1 right of it, 0 across."""
    if piece.left >= gutter - _EDGE:
        return 1
    return -1 if piece.right <= gutter else 0


def _gutter(pieces: Sequence[_Piece]) -> float | None:
    """The left edge of the second column, where there is one: the edge with the most lines on both sides."""
    best: tuple[int, float] | None = None
    for edge in _edges(pieces):
        score = _score(pieces, edge)
        if score and (best is None or score > best[0]):
            best = (score, edge)
    return best[1] if best else None


def _edges(pieces: Sequence[_Piece]) -> list[float]:
    """Where at least so many pieces begin; the leftmost of each cluster."""
    lefts = sorted(piece.left for piece in pieces)
    edges = []
    first = 0
    for index, left in enumerate(lefts):
        if left - lefts[first] > _EDGE:
            first = index
        if index - first + 1 == _COLUMN_LINES:
            edges.append(lefts[first])
    return edges


def _score(pieces: Sequence[_Piece], gutter: float) -> int:
    """How many lines stand side by side; 0 where the sides are no columns of prose."""
    right = [piece for piece in pieces if _side(piece, gutter) > 0]
    low, high = min(piece.bottom for piece in right), max(piece.top for piece in right)
    near = [piece for piece in pieces if low <= piece.middle <= high]
    left = [piece for piece in near if _side(piece, gutter) < 0]
    across = len(near) - len(left) - len(right)
    if not (_is_prose(left) and _is_prose(right)) or across > _ACROSS_SHARE * len(left):
        return 0
    return min(len(left), len(right))


def _is_prose(pieces: Sequence[_Piece]) -> bool:
    if len(pieces) < _COLUMN_LINES:
        return False
    lower = sum(piece.words[0][:1].islower() for piece in pieces)
    return median(len(piece.words) for piece in pieces) >= _COLUMN_WORDS and lower >= _LOWER_SHARE * len(pieces)


def _lines(column: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces that stand beside each other and follow each other make one line."""
    lines: list[list[_Piece]] = []
    for piece in column:
        last = lines[-1][-1] if lines else None
        if last and piece.beside(last) and (piece.line == last.line or piece.left >= last.right):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _pitch(lines: Sequence[Sequence[_Piece]]) -> float:
    """The usual distance from line to line."""
    steps = [above[0].middle - below[0].middle for above, below in pairwise(lines)]
    down = [step for step in steps if step > 0]
    return median(down) if down else 1.2 * max((line[0].height for line in lines), default=1.0)


def _left_edge(lines: Sequence[Sequence[_Piece]]) -> float:
    """Where most lines begin."""
    return median(line[0].left for line in lines)


def _row(line: Sequence[_Piece], above: Sequence[_Piece], pitch: float, edge: float) -> Row:
    text = " ".join(line[0].words)
    for before, piece in pairwise(line):
        wide = piece.left - before.right > _CELL * before.height
        text += ("\t" if wide else " ") + " ".join(piece.words)
    first = line[0]
    indent = (first.left - edge) / first.height
    if _INDENT[0] < indent < _INDENT[1]:
        text = "    " + text
    step = above[0].middle - first.middle if above else 0.0
    usual = max(pitch, (first.height + above[0].height) / 2 if above else 0.0)
    return Row(text, median(piece.height for piece in line), step > _PARAGRAPH * usual)
