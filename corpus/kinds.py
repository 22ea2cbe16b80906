"""Paragraphs in, their kinds set: title, abstract, keywords, caption, reference or body, by wording and place."""

from collections.abc import Sequence

from corpus.paragraphs import SENTENCE_BREAK, Paragraph, heading_core, is_caption, is_heading_word, opening_kind
from corpus.tables import heading_words

TITLE_LETTERS = 220
TITLE_LINES = 4


def assign_kinds(paragraphs: Sequence[Paragraph]) -> None:
    """Sets `kind` where it is still empty; reads on from heading to heading."""
    part = "body"
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if paragraph.kind in ("", "title") and (is_heading_word(text) or paragraph.kind == "title"):
            part = _part_after(text)
            paragraph.kind = "title"
        elif not paragraph.kind:
            below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            paragraph.kind = _kind_of(paragraph, below, part)
            part = _part_behind(paragraph, part)


def _part_after(heading: str) -> str:
    """What stands under this heading."""
    plain = heading_core(heading)
    words = heading_words()
    parts = (("abstract", "abstract"), ("references", "reference"), ("keywords", "keywords"))
    return next((part for kind, part in parts if plain in words[kind]), "body")


def _part_behind(paragraph: Paragraph, part: str) -> str:
    if paragraph.kind == "title" and part != "reference":
        return "body"
    return "body" if part == "keywords" or paragraph.kind == "keywords" else part


def _kind_of(paragraph: Paragraph, below: Paragraph | None, part: str) -> str:
    text = paragraph.text
    opening = opening_kind(text)
    if opening == "bibliographic":
        return "reference"
    if opening:
        return opening
    if is_caption(text):
        return "caption"
    if part in ("reference", "keywords"):
        return part
    if part == "abstract" and not (paragraph.first.capitals or (below and is_heading_word(below.text))):
        return part
    return "title" if looks_like_title(paragraph, below) else part


def first_letter(text: str) -> str:
    """Behind the number of a heading or list item."""
    return next(filter(str.isalpha, text), "")


def looks_like_title(paragraph: Paragraph, below: Paragraph | None) -> bool:
    """Short, no sentence (a question may be one, but not behind another sentence), no list item, not cut off."""
    text = paragraph.text
    first, last = paragraph.first, paragraph.lines[-1]
    if len(text) > TITLE_LETTERS or len(paragraph.lines) > TITLE_LINES or not any(map(str.isalpha, text)):
        return False
    if (
        first.bulleted
        or first_letter(text).islower()
        or text[-1] in ",;:"
        or (last.finished and not last.text.endswith("?"))
        or (last.text.endswith("?") and SENTENCE_BREAK.search(text))
    ):
        return False
    return below is None or not below.first.starts_lower
