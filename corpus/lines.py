"""The lines of a document with what can be seen of each: indent, width, blank lines before, beginning and end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.tables import heading_words

LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
BULLET = re.compile(r"[•●▪■◦‣·*–—‒−-]\s*(?=\S)")
# Ordinals of list items; four digits are years, a letter needs its bracket.
ORDINAL = re.compile(r"(?:\[?\d{1,3}[.)\]]\)?|\(?[^\W\d_]\)|\(\d{1,2}\)|[IVX]{1,4}[.)])\s+(?=\S)")
SENTENCE_END = re.compile(r"[.!?…:;]['\"»”’)\]\s]*(?:\[\d[^\]]{0,20}\]\.?)?$")
LAST_SHORT_WORD = re.compile(r"(?:^|[\s(])([^\W\d_]{1,5}(?:\.[^\W\d_])?)\.$")
HYPHEN_END = re.compile(r"[^\W_][-\u00ad\u2010\ufffe]$")
# Neighbours among which the usual width of a line is measured.
CHUNK = 40
# A block of so many lines of which so many start in lower case is prose and has a width of its own.
PROSE_LINES = 3
PROSE_SHARE = 0.4
# A line that could have taken the next word within this share of the width was ended on purpose. Behind a full stop
# little proof is needed, inside a sentence much: lines of narrow columns differ in length by a third.
SHORT_SHARE = 0.8
SHORT_FINISHED = 0.9
SHORT_PROSE = 0.6
UNWRAPPED_WIDTH = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank. `gap` counts the blank lines before it, `width` is what lines here usually reach.

    `behind_head`: a running head stands between it and the line before.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    page_top: bool
    width: int = 0
    behind_head: bool = False

    @property
    def unwrapped(self) -> bool:
        """Here every paragraph is one long line."""
        return self.width > UNWRAPPED_WIDTH

    @property
    def bulleted(self) -> bool:
        return BULLET.match(self.text) is not None

    @property
    def ordinal(self) -> bool:
        return ORDINAL.match(self.text) is not None

    @property
    def hyphenated(self) -> bool:
        return HYPHEN_END.search(self.text) is not None

    @property
    def finished(self) -> bool:
        """Ends like a sentence or a list item."""
        return SENTENCE_END.search(self.text) is not None

    @property
    def abbreviated(self) -> bool:
        """The full stop at its end belongs to a short form."""
        match = LAST_SHORT_WORD.search(self.text)
        return match is not None and match[1].lower() in heading_words()["abbreviations"]

    @property
    def starts_lower(self) -> bool:
        return self.text[:1].islower()

    @property
    def capitals(self) -> bool:
        """Set in capitals, with two words at least."""
        return self.text.isupper() and sum(map(str.isalpha, self.text)) > 5

    def short_before(self, following: "Line", share: float = SHORT_SHARE) -> bool:
        """The first word of the next line would have fitted on this one: the line was ended on purpose."""
        word = following.text.split(None, 1)[0] if following.text else ""
        return len(self.text) + 1 + len(word) < share * self.width


def find_lines(text: str, start: int, pages: Sequence[int] = ()) -> list[Line]:
    """The lines from `start` on that hold more than white space."""
    rows = list(_rows(text, start, frozenset(pages)))
    widths = [own or near for own, near in zip(_block_widths(rows), _near_widths(rows), strict=True)]
    return [replace(row, width=width) for row, width in zip(rows, widths, strict=True)]


def _rows(text: str, start: int, pages: frozenset[int]) -> Iterator[Line]:
    behind = start
    for match in LINE.finditer(text, start):
        raw = match[0]
        content = raw.strip()
        if not content:
            continue
        lead = raw[: len(raw) - len(raw.lstrip())]
        begin = match.start() + len(lead)
        between = text[behind:begin]
        gap = max(0, between.count("\n") - 1) if "\n" in between else max(0, between.count("\r") - 1)
        top = "\f" in between or match.start() in pages or begin in pages
        yield Line(begin, begin + len(content), content, len(lead.expandtabs()), gap, top)
        behind = begin + len(content)


def _near_widths(rows: Sequence[Line]) -> Iterator[int]:
    """The length that six of seven lines nearby do not pass."""
    lengths = [len(row.text) for row in rows]
    for first in range(0, len(lengths), CHUNK):
        width = _usual(lengths[max(0, first - CHUNK // 2) : first + CHUNK + CHUNK // 2])
        for _ in lengths[first : first + CHUNK]:
            yield width


def _block_widths(rows: Sequence[Line]) -> Iterator[int]:
    """The same within each block of lines without a blank one: columns of two widths may follow each other; or 0."""
    block: list[Line] = []
    for row in rows:
        if block and (row.gap or len(block) == CHUNK):
            yield from _own_widths(block)
            block = []
        block.append(row)
    yield from _own_widths(block)


def _own_widths(block: Sequence[Line]) -> list[int]:
    lower = sum(row.starts_lower for row in block)
    prose = len(block) >= PROSE_LINES and lower >= PROSE_SHARE * (len(block) - 1)
    return [_usual([len(row.text) for row in block]) if prose else 0] * len(block)


def _usual(lengths: Sequence[int]) -> int:
    return sorted(lengths)[(len(lengths) * 6) // 7]
