"""Which lines are rows of a table: columns of figures, or a run of lines that were all ended on purpose."""

import re
from collections.abc import Sequence

from corpus.lines import SHORT_FINISHED, Line

NUMBER_CELL = re.compile(r"(?<![\w.,])[-–−+]?\d[\d.,]*%?(?![\w])")
PIPE_ROW = re.compile(r"^\|.*\||^[^|\t]+(?:\t+[^|\t]+){2,}$|^[^|]+(?:\|[^|]+){2,}$")
FIGURE_ROWS = 3
FIGURE_SHARE = 0.3
RAGGED_ROWS = 4
HEADER_ROWS = 8
# A ragged line leaves at least a quarter of the usual width free.
RAGGED_SHARE = 0.75


def find_tables(lines: Sequence[Line], heads: frozenset[int]) -> list[tuple[int, int]]:
    """First and last line of each table, in order."""
    figures = [index not in heads and _has_figures(line) for index, line in enumerate(lines)]
    tables = []
    for first, last in _runs(lines, figures, FIGURE_ROWS, gap=1):
        tables.append((_with_header(lines, first, heads), last))
    taken = {index for first, last in tables for index in range(first, last + 1)}
    ragged = [_is_ragged(lines, index) and index not in heads | taken for index in range(len(lines))]
    tables += [(first, _with_wide_rows(lines, last, heads)) for first, last in _runs(lines, ragged, RAGGED_ROWS, gap=0)]
    return sorted(tables)


def _has_figures(line: Line) -> bool:
    if PIPE_ROW.match(line.text):
        return True
    cells = NUMBER_CELL.findall(line.text)
    digits = sum(map(len, cells))
    return len(cells) >= 2 and digits >= FIGURE_SHARE * len(line.text.replace(" ", "")) and not line.finished


def _runs(lines: Sequence[Line], marks: Sequence[bool], least: int, gap: int) -> list[tuple[int, int]]:
    """Runs of at least `least` marked lines with no more than `gap` blank lines between them."""
    runs: list[tuple[int, int]] = []
    first = -1
    for index, mark in enumerate([*marks, False]):
        joined = mark and (first < 0 or lines[index].gap <= gap)
        if joined:
            first = index if first < 0 else first
            continue
        if first >= 0 and index - first >= least:
            runs.append((first, index - 1))
        first = index if mark else -1
    return runs


def _with_header(lines: Sequence[Line], first: int, heads: frozenset[int]) -> int:
    """Up to where the short unfinished lines above the first row reach."""
    top = first
    while top > 0 and first - top < HEADER_ROWS and lines[top].gap <= 1:
        above = lines[top - 1]
        if above.finished or top - 1 in heads or len(above.text) > RAGGED_SHARE * above.width:
            break
        top -= 1
    return top


def _with_wide_rows(lines: Sequence[Line], last: int, heads: frozenset[int]) -> int:
    """Down to where rows follow that nearly fill the line but were ended on purpose all the same."""
    while last + 2 < len(lines) and last + 1 not in heads:
        row, below = lines[last + 1], lines[last + 2]
        if row.gap or row.finished or row.hyphenated or row.starts_lower or not row.short_before(below, SHORT_FINISHED):
            break
        last += 1
    return last


def _is_ragged(lines: Sequence[Line], index: int) -> bool:
    """Ended on purpose, not as a sentence, no item of a list."""
    line = lines[index]
    if line.finished or line.hyphenated or line.bulleted or line.ordinal or line.unwrapped or line.text.endswith(","):
        return False
    return len(line.text) < RAGGED_SHARE * line.width
