"""Which lines are no text of the author: page numbers, running heads, the vertical watermark of single letters."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.lines import Line
from corpus.tables import heading_words

PAGE_NUMBER = re.compile(r"^[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—|\s]*$")
NUMBER_AT_EDGE = re.compile(r"^\d{1,4}\s+\D|\D\s+\d{1,4}$")
WORD = re.compile(r"[^\W\d_]+")
WATERMARK_LETTERS = 3
WATERMARK_LINES = 5
HEAD_LENGTH = 130
# Lines before and after a page break among which running heads stand.
EDGE = 2
REPEATS = 3
FEW_PAGES = 4
# So many lines before and after a number that another number makes it a cell of a table.
NEAR = 4


def find_running_heads(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines that interrupt the text."""
    heads = _watermarks(lines) | _repeated(lines) | _interrupting(lines)
    heads |= {index for index, line in enumerate(lines) if _is_lone_number(lines, index) or _names_journal(line)}
    return frozenset(_between_heads(lines, heads))


def _watermarks(lines: Sequence[Line]) -> set[int]:
    """Runs of lines with one to three letters each, as a text that was set upright comes out."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        letters = line.text.replace(" ", "")
        if len(letters) <= WATERMARK_LETTERS and letters.isalpha():
            run.append(index)
            continue
        found.update(_watermark(lines, run))
        run = []
    found.update(_watermark(lines, run))
    return found


def _watermark(lines: Sequence[Line], run: Sequence[int]) -> Sequence[int]:
    pieces = [lines[index].text for index in run]
    if len(run) < WATERMARK_LINES or all(len(piece) > 1 and piece.isupper() for piece in pieces):
        return ()
    return run


def _repeated(lines: Sequence[Line]) -> set[int]:
    """Short lines that come back at page breaks, whatever their page number."""
    tops = [index for index, line in enumerate(lines) if line.page_top]
    if tops:
        edges = {i for top in tops for i in range(max(0, top - EDGE), min(len(lines), top + EDGE))}
    else:
        edges = {i for i in range(1, len(lines) - 1) if lines[i].gap and lines[i + 1].gap}
    # Without page breaks one word is not enough: "Article 1", "Article 2" are headings.
    least = 1 if tops else 2
    words = {i: tuple(WORD.findall(lines[i].text.casefold())) for i in edges if len(lines[i].text) <= HEAD_LENGTH}
    counts = Counter(words.values())
    needed = 2 if tops and len(tops) < FEW_PAGES else REPEATS
    return {i for i, shape in words.items() if counts[shape] >= needed and len(shape) >= least}


def _is_lone_number(lines: Sequence[Line], index: int) -> bool:
    """A number alone on its line is a page number where blank lines or a page break stand beside it."""
    line = lines[index]
    if not PAGE_NUMBER.match(line.text) or not any(map(str.isdigit, line.text)):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else None
    before_free, after_free = line.gap or line.page_top, after is None or after.gap or after.page_top
    if before_free and after_free:
        return True
    if not line.text.isdigit() or _among_numbers(lines, index):
        return False
    return bool(before_free or after_free or (after and after.text[0].isupper()))


def _among_numbers(lines: Sequence[Line], index: int) -> bool:
    """Cells of a table come out one a line: other numbers stand near."""
    near = (*lines[max(0, index - NEAR) : index], *lines[index + 1 : index + 1 + NEAR])
    return index == 0 or any(PAGE_NUMBER.match(line.text) for line in near)


def _names_journal(line: Line) -> bool:
    """`6 Herald of the University`, `HERALD, No 2 (74), 2021`: the name of a journal with a number at its edge."""
    if len(line.text) > HEAD_LENGTH or not (line.gap or line.page_top):
        return False
    words = [word.lower() for word in WORD.findall(line.text)]
    named = any(word in heading_words()["journal"] for word in words[:3])
    return named and (NUMBER_AT_EDGE.search(line.text) is not None or ("№" in line.text and line.gap > 0))


def _interrupting(lines: Sequence[Line]) -> set[int]:
    """Up to three short lines with a page number among them, inside a sentence."""
    found: set[int] = set()
    for index in range(len(lines) - 2):
        line = lines[index]
        if line.finished or len(line.text) < 0.7 * line.width:
            continue
        for last in range(index + 1, min(index + 4, len(lines) - 1)):
            between = lines[index + 1 : last + 1]
            if _cuts_sentence(between, lines[last + 1]) or (
                not line.gap and line.text[-1].isalnum() and _stands_apart(between, lines[last + 1])
            ):
                found.update(range(index + 1, last + 1))
                break
    return found


def _cuts_sentence(between: Sequence[Line], following: Line) -> bool:
    return (
        following.starts_lower
        and bool(following.gap or following.page_top)
        and bool(between[0].gap or between[0].page_top)
        and all(len(line.text) <= HEAD_LENGTH and not line.finished for line in between)
        and any(NUMBER_AT_EDGE.search(line.text) or PAGE_NUMBER.match(line.text) for line in between)
    )


def _stands_apart(between: Sequence[Line], following: Line) -> bool:
    """A page number and at most short lines, each between blank ones, where a sentence is broken off."""
    return (
        all(line.gap and len(line.text) <= HEAD_LENGTH // 2 and not line.finished for line in between)
        and following.gap > 0
        and any(PAGE_NUMBER.match(line.text) for line in between)
        and not (following.bulleted or following.ordinal)
        and len(following.text) > HEAD_LENGTH // 4
    )


def _between_heads(lines: Sequence[Line], heads: set[int]) -> set[int]:
    """A short line with running heads on both sides is one too, or one beside a head that comes back elsewhere.

    So the author's name above the journal's is found, and the name above every other page.
    """
    found = set(heads)
    beside = {i for head in heads for i in (head - 1, head + 1) if 0 <= i < len(lines)} - heads
    short = [i for i in sorted(beside) if len(lines[i].text) <= HEAD_LENGTH // 2 and not lines[i].finished]
    counts = Counter(lines[i].text for i in short)
    for index in short:
        between = index - 1 in found and index + 1 in heads
        if between or (counts[lines[index].text] > 1 and len(WORD.findall(lines[index].text)) > 1):
            found.add(index)
    return found
