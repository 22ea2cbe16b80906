"""Rows of cells in, whether they are data and the text of the table out: a row a line, cells between bars."""

from collections.abc import Iterable, Sequence

# A table with cells longer than this is there for the layout of the page.
_CELL_LONGEST = 500


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether these are rows and columns of data, and not a page laid out by a table."""
    longest = max((len(cell) for row in rows for cell in row), default=0)
    return longest <= _CELL_LONGEST and len(rows) > 1 and max(map(len, rows)) > 1


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows without any text are left out."""
    lines = (" | ".join(" ".join(cell.split()) for cell in row) for row in rows if any(cell.strip() for cell in row))
    return "\n".join(line.strip() for line in lines)
