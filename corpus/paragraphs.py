"""Lines in, paragraphs out: a paragraph goes on across page breaks, running heads, and blank lines inside sentences."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.labels import in_rows
from corpus.languages import is_latin
from corpus.lines import SHORT_FINISHED, SHORT_PROSE, SHORT_SHARE, Line
from corpus.list_rows import apart
from corpus.tables import heading_words

LEADING_WORDS = re.compile(r"[*_#\s]*(?P<words>[^\W\d_]+(?:[ -][^\W\d_]+){0,4})")
CAPTION = re.compile(r"^(\w+)\.?\s*№?\s*\d+|^\d+\s*[-–]\s*(\w+)")
# Deeper than the line before by this much is the first line of a new paragraph.
INDENT = 2
# A title leaves a quarter of the usual width free.
TITLE_SHARE = 0.75
# A line of prose is longer than a heading behind a full stop ("Art. 5. Members"), and has a sentence before its last.
PROSE_LINE = 40
SENTENCE_BREAK = re.compile(r"[^\W\d_]{3}[.!?] +[^\W\d_]")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. `kind` is empty where only the wording can tell it."""

    lines: list[Line]
    kind: str = ""

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def join_lines(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs of lines that hold neither running heads nor tables."""
    found: list[Paragraph] = []
    for line in lines:
        if found and (goes_on(found[-1], line) or (len(found) == 1 and _opens_with_word(found[0], line))):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    with_rows = list(_with_last_apart(found, _ends_with_row))
    return list(_with_last_apart(with_rows, _ends_with_title))


def _with_last_apart(
    paragraphs: Sequence[Paragraph], is_apart: Callable[[Paragraph, Line | None], bool]
) -> Iterator[Paragraph]:
    """A last line that what stands below shows to be of its own, as a title or a row is, leaves its paragraph."""
    for index, paragraph in enumerate(paragraphs):
        below = paragraphs[index + 1].first if index + 1 < len(paragraphs) else None
        if len(paragraph.lines) > 1 and is_apart(paragraph, below):
            yield Paragraph(paragraph.lines[:-1])
            yield Paragraph(paragraph.lines[-1:])
        else:
            yield paragraph


def _ends_with_row(paragraph: Paragraph, below: Line | None) -> bool:
    """The first row of a list, glued to the head above it."""
    return below is not None and not below.gap and apart(paragraph.lines[-1].text, below.text)


def _opens_with_word(paragraph: Paragraph, line: Line) -> bool:
    """One word alone above the text, and no usual heading, is more often cut off from it than its title."""
    alone = len(paragraph.lines) == 1 and not line.gap and not line.bulleted
    return alone and paragraph.text.isalpha() and not paragraph.text.isupper() and not is_heading_word(paragraph.text)


def _ends_with_title(paragraph: Paragraph, below: Line | None) -> bool:
    """A title right below a paragraph, known by what follows it."""
    above, last = paragraph.lines[-2:]
    if not above.finished or above.abbreviated or last.finished or last.starts_lower:
        return False
    return len(last.text) < TITLE_SHARE * last.width and (below is None or not below.starts_lower)


def goes_on(paragraph: Paragraph, line: Line) -> bool:
    """Whether the line continues the paragraph."""
    last = paragraph.lines[-1]
    if last.hyphenated and not (line.gap and line.bulleted):
        return not line.gap or line.starts_lower or last.text[-2].isupper()
    if _opens(paragraph, last, line):
        return False
    if line.behind_head and not last.finished and (len(paragraph.lines) > 1 or last.unwrapped):
        return True
    if _cut_in_prose(paragraph, last, line):
        return True
    if last.unwrapped or line.unwrapped:
        return line.starts_lower and not last.finished
    return _across_gap(paragraph, last, line) if line.gap else _next_line(paragraph, last, line)


def _cut_in_prose(paragraph: Paragraph, last: Line, line: Line) -> bool:
    """Sentences before and no end: a paragraph never stops inside a sentence, however short or long the line is."""
    if last.finished or line.gap or line.page_top or last.capitals:
        return False
    return len(last.text) >= PROSE_LINE and _mid_sentence(last) and SENTENCE_BREAK.search(paragraph.text) is not None


def _opens(paragraph: Paragraph, last: Line, line: Line) -> bool:
    """The line shows by itself that a new piece begins, or the last one that a piece has ended."""
    ended = last.finished or last.short_before(line)
    if line.bulleted or line.ordinal:
        dash = line.text[0] in "–—-−"
        return ended or bool(line.gap) or not (dash or line.ordinal)
    if in_rows(last.text, line.text) or (not line.gap and apart(last.text, line.text)):
        return True
    if is_heading_word(line.text) or (len(paragraph.lines) == 1 and is_heading_word(last.text)):
        return True
    if is_caption(line.text) or opening_kind(line.text):
        return ended or bool(line.gap)
    if last.finished and is_latin(last.text) != is_latin(line.text):
        return True
    if line.capitals != last.capitals and (line.capitals or len(paragraph.lines) < 4):
        return ended or line.capitals or bool(line.gap) or last.capitals
    deeper = line.indent >= last.indent + INDENT and not (paragraph.first.bulleted or paragraph.first.ordinal)
    return deeper and not (line.starts_lower and not last.finished)


def _next_line(paragraph: Paragraph, last: Line, line: Line) -> bool:
    if last.capitals and line.capitals:
        return True
    if line.starts_lower:
        return not last.finished or last.abbreviated or last.text[-1] == ":" or not last.short_before(line)
    if last.finished:
        return not last.short_before(line, SHORT_FINISHED)
    return not last.short_before(line, SHORT_SHARE if len(paragraph.lines) == 1 else SHORT_PROSE)


def _across_gap(paragraph: Paragraph, last: Line, line: Line) -> bool:
    if last.finished:
        return last.abbreviated and line.starts_lower
    if line.starts_lower:
        return True
    # A full line of body text without an end: the page ended before the sentence did.
    return len(paragraph.lines) > 1 and not last.short_before(line) and not last.capitals and _mid_sentence(last)


def _mid_sentence(last: Line) -> bool:
    return last.text[-1].isalnum() or last.text[-1] in ",–—"


def is_heading_word(text: str) -> bool:
    """The whole line is one of the usual headings, numbered or not."""
    plain = heading_core(text)
    words = heading_words()
    return not text[:1].islower() and any(
        plain in words[kind] for kind in ("abstract", "keywords", "references", "section")
    )


def heading_core(text: str) -> str:
    """The heading without its number and closing dot, in lower case."""
    return text.strip(" .:#*_0123456789").lower()


def is_caption(text: str) -> bool:
    match = CAPTION.match(text)
    return match is not None and (match[1] or match[2]).lower() in heading_words()["caption"]


def opening_kind(text: str) -> str:
    """`abstract`, `keywords` or `bibliographic` where the first words, closed by a dot or colon, say so."""
    match = LEADING_WORDS.match(text)
    if match is None:
        return ""
    words = heading_words()
    lead = match["words"].lower()
    closed = text[match.end() : match.end() + 3].lstrip()[:1] in (".", ":", "-", "–", "—")
    for kind in ("abstract", "keywords"):
        if closed and lead in words[kind]:
            return kind
    return "bibliographic" if lead.split()[0] in words["bibliographic"] else ""
