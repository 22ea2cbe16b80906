"""Text as received in, cleaned text with the map back out: what every later stage sees.

The order matters: characters, line ends, letters, then words, each step on what the one before it left.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from extract.cleaning.glue import find_dash_edits, find_glue_edits
from extract.cleaning.homoglyphs import repair_letters
from extract.cleaning.hyphens import document_words, find_hyphen_edits, find_spaced_edits
from extract.cleaning.mapped_text import Edit, MappedText, received_text
from extract.cleaning.markup import find_markup_edits
from kb.model import CleanText, Segment

SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n" + LINE_ENDS)
HYPHENS = "\u2010\u2011"
# Typed for the apostrophe of "Sweden's"; as a letter it would be a part of the word.
APOSTROPHES = "\u02bc\u02b9\uff07"
ONE_FOR_ONE = str.maketrans(
    SPACES + CONTROLS + LINE_ENDS + HYPHENS + APOSTROPHES,
    " " * len(SPACES + CONTROLS) + "\n" * len(LINE_ENDS) + "-" * len(HYPHENS) + "’" * len(APOSTROPHES),
)
MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
# What takes no place, letters with their marks apart, and printers' ligatures.
ODD = re.compile(f"(?P<gone>[{INVISIBLE}]+|\u00ad(?! *\n))|[^\\s{MARKS}][{MARKS}]+|(?P<ligature>[\ufb00-\ufb06])")
BLANK = re.compile(r"^[ \n]+|[ \n]+$|[ \n]*\n[ \n]*| {2,}")
STRAY_HYPHEN = re.compile("[\u00ad\ufffe]+")
TABLE = "table"
HEAD = "running-head"
BETWEEN = "\n\n"


def clean_text(text: str, lang: str) -> CleanText:
    """One string of one language; its own words decide about hyphens."""
    return _cleaned(received_text(text, [(0, len(text))]), lang, document_words(text), False).frozen()


def clean_document(text: str, segments: Sequence[Segment]) -> tuple[CleanText, tuple[Segment, ...]]:
    """The segments of a text, joined by empty lines, running heads cut out, and where each stands now."""
    words = document_words(text)
    heads = sorted((seg.start_char, seg.end_char) for seg in segments if seg.kind == HEAD)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    placed: list[Segment] = []
    length = done = 0
    for segment in sorted((seg for seg in segments if seg.kind != HEAD), key=lambda seg: seg.start_char):
        spans = list(_without(max(done, segment.start_char), min(segment.end_char, len(text)), heads))
        done = max(done, segment.end_char)
        clean = _cleaned(received_text(text, spans), segment.lang, words, segment.kind == TABLE)
        if not clean.text:
            continue
        if pieces:
            pieces.append(BETWEEN)
            starts += [ends[-1], clean.starts[0]]
            ends += [ends[-1], clean.starts[0]]
            length += len(BETWEEN)
        pieces.append(clean.text)
        starts += clean.starts
        ends += clean.ends
        placed.append(Segment(segment.lang, segment.kind, length, length + len(clean.text)))
        length += len(clean.text)
    return CleanText("".join(pieces), tuple(starts), tuple(ends)), tuple(placed)


def _without(start: int, end: int, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What the cuts, in order, leave of a span."""
    for first, last in cuts[max(0, bisect_left(cuts, (start, start)) - 1) :]:
        if first >= end:
            break
        if last <= start:
            continue
        if first > start:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def _cleaned(draft: MappedText, lang: str, words: Set[str], keeps_lines: bool) -> MappedText:
    draft = draft.retyped(draft.text.translate(ONE_FOR_ONE))
    draft = draft.edited(_odd_edits(draft.text))
    draft = draft.edited(find_hyphen_edits(draft.text, lang, words))
    draft = draft.edited((match.start(), match.end(), "") for match in STRAY_HYPHEN.finditer(draft.text))
    draft = draft.edited(_blank_edits(draft.text, keeps_lines))
    draft = draft.edited(find_markup_edits(draft.text))
    draft = draft.edited(find_spaced_edits(draft.text, lang, words))
    draft = draft.retyped(repair_letters(draft.text, lang, words))
    draft = draft.edited(find_glue_edits(draft.text, lang))
    return draft.edited(sorted(find_dash_edits(draft.text, lang)))


def _odd_edits(text: str) -> Iterator[Edit]:
    if text.isascii():
        return
    for match in ODD.finditer(text):
        if match["gone"]:
            yield match.start(), match.end(), ""
        else:
            found = match[0]
            new = unicodedata.normalize("NFKC", found) if match["ligature"] else unicodedata.normalize("NFC", found)
            yield match.start(), match.end(), new


def _blank_edits(text: str, keeps_lines: bool) -> Iterator[Edit]:
    """White space at the edges goes, a run of it becomes one space, in a table one line end."""
    for match in BLANK.finditer(text):
        if match.start() == 0 or match.end() == len(text):
            new = ""
        else:
            new = "\n" if keeps_lines and "\n" in match[0] else " "
        yield match.start(), match.end(), new
