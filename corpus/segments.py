"""A document in, its segments out: every paragraph, heading, table, caption and reference with kind and language.

Running heads come as segments too and may lie inside the paragraph they interrupt.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.kinds import assign_kinds
from corpus.languages import guess_language, settle
from corpus.lines import Line, find_lines
from corpus.mixed import split_languages
from corpus.paragraphs import Paragraph, join_lines
from corpus.running_heads import find_running_heads
from corpus.table_rows import find_tables
from kb.model import SEGMENT_KINDS, Block, Document, Segment

# What a line belongs to: kind known from the format or the layout (empty: read the wording) and a number.
Place = tuple[str, int]
LOOSE: Place = ("", -1)
# What an abstract in another language may fill.
ABSTRACT_PARAGRAPHS = 3
ABSTRACT_LETTERS = (150, 3000)
# The most characters that two lines of one running head stand apart.
HEAD_BREAK = 4
# Kinds that are never cut where their language changes.
WHOLE = ("table", "reference", "keywords", "title", "caption")


def find_segments(document: Document) -> tuple[Segment, ...]:
    """Segments in the order of the text, in offsets of the text as received; front matter is in none."""
    text = document.text
    lines = find_lines(text, document.body_start, document.pages)
    places = _places(lines, document.blocks)
    paragraphs = list(_paragraphs(lines, places))
    assign_kinds(paragraphs)
    pieces = [piece for paragraph in paragraphs for piece in _pieces(text, paragraph)]
    segments = _with_languages(text, pieces, document.lang)
    heads = [line for line, place in zip(lines, places, strict=True) if place[0] == "running-head"]
    segments += _heads(heads, segments, document.lang)
    return tuple(sorted(segments, key=lambda segment: (segment.start_char, -segment.end_char)))


def _places(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Place]:
    """Blocks of the reader first, then running heads, then tables; what is left is loose."""
    places = _block_places(lines, blocks)
    free = [index for index, place in enumerate(places) if place == LOOSE]
    free_lines = [lines[index] for index in free]
    heads = find_running_heads(free_lines)
    for index in heads:
        places[free[index]] = ("running-head", index)
    for number, (first, last) in enumerate(find_tables(free_lines, heads)):
        for index in range(first, last + 1):
            if index not in heads:
                places[free[index]] = ("table", -2 - number)
    return places


def _block_places(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Place]:
    ordered = sorted(blocks, key=lambda block: block.start_char)
    places = []
    number = 0
    for line in lines:
        while number < len(ordered) and ordered[number].end_char <= line.start:
            number += 1
        inside = number < len(ordered) and ordered[number].start_char < line.end
        places.append((_known_kind(ordered[number].kind), number) if inside else LOOSE)
    return places


def _known_kind(kind: str) -> str:
    if kind == "heading":
        return "title"
    return kind if kind in SEGMENT_KINDS else "body"


def _paragraphs(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[Paragraph]:
    """Paragraphs in order; a block of the reader and a table are one each, running heads are passed over."""
    rows: list[tuple[Line, Place]] = []
    behind = False
    for line, place in zip(lines, places, strict=True):
        if place[0] != "running-head":
            rows.append((replace(line, behind_head=True) if behind else line, place))
        behind = place[0] == "running-head"
    for place, group in groupby(rows, key=lambda row: row[1]):
        members = [line for line, _ in group]
        if place == LOOSE:
            yield from join_lines(members)
        else:
            yield Paragraph(members, place[0])


def _pieces(text: str, paragraph: Paragraph) -> list[tuple[int, int, str]]:
    start, end = paragraph.first.start, paragraph.lines[-1].end
    spans = [(start, end)] if paragraph.kind in WHOLE else split_languages(text, start, end)
    return [(first, last, paragraph.kind) for first, last in spans]


def _with_languages(text: str, pieces: Sequence[tuple[int, int, str]], known: str) -> list[Segment]:
    guesses = [guess_language(text[start:end]) for start, end, _ in pieces]
    letters: Counter[str] = Counter()
    for guess, (start, end, _) in zip(guesses, pieces, strict=True):
        if guess.sure:
            letters[guess.lang] += end - start
    main = known or (letters.most_common(1)[0][0] if letters else "")
    langs = [lang or "en" for lang in settle(guesses, main)]
    segments = [Segment(lang, kind, *span) for (*span, kind), lang in zip(pieces, langs, strict=True)]
    return [piece for lang, group in groupby(segments, _lang) for piece in _foreign_abstract(list(group), lang != main)]


def _lang(segment: Segment) -> str:
    return segment.lang


def _foreign_abstract(segments: list[Segment], foreign: bool) -> list[Segment]:
    """A little text in another language than the article is its abstract; much is a text of its own."""
    body = [segment for segment in segments if segment.kind == "body"]
    letters = [segment.end_char - segment.start_char for segment in body]
    if not foreign or len(body) > ABSTRACT_PARAGRAPHS or not ABSTRACT_LETTERS[0] <= sum(letters) <= ABSTRACT_LETTERS[1]:
        return segments
    return [replace(segment, kind="abstract") if segment in body else segment for segment in segments]


def _heads(heads: Sequence[Line], segments: Sequence[Segment], known: str) -> list[Segment]:
    """Running heads; one that says nothing of its language takes that of the text around it."""
    found: list[Segment] = []
    number = 0
    around = known or (segments[0].lang if segments else "en")
    for head in heads:
        while number < len(segments) and segments[number].start_char < head.start:
            around = segments[number].lang
            number += 1
        lang = settle([guess_language(head.text)], around)[0]
        last = found[-1] if found else None
        if last and last.lang == lang and head.gap == 0 and head.start - last.end_char <= HEAD_BREAK:
            found[-1] = replace(last, end_char=head.end)
        else:
            found.append(Segment(lang, "running-head", head.start, head.end))
    return found
