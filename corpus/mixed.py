"""Splits a paragraph where its language changes: offsets in, offsets of one language each out."""

import re

from corpus.languages import CYRILLIC_WORD, LATIN_RUN, guess_language, settle
from corpus.tables import language_signs

# Sentence ends and line ends are where one language may give way to another.
UNIT = re.compile(r"[^\n]*?(?:[.!?…][»”\")\]]*(?=\s)|\n|\Z)", re.DOTALL)
# Less than this of a second language is a quotation, a name or a title in brackets.
FOREIGN_LETTERS = 40
KAZAKH_LETTERS = 8
RUSSIAN_WORDS = 3


def split_languages(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span itself, or its parts in order where each of two languages fills sentences of its own."""
    if not may_be_mixed(text[start:end]):
        return [(start, end)]
    units = [
        (start + match.start(), start + match.end()) for match in UNIT.finditer(text[start:end]) if match[0].strip()
    ]
    langs = settle([guess_language(text[first:last]) for first, last in units], "")
    parts: list[tuple[int, int, str]] = []
    for (first, last), lang in zip(units, langs, strict=True):
        if parts and parts[-1][2] == lang:
            parts[-1] = (parts[-1][0], last, lang)
        else:
            parts.append((first, last, lang))
    if len(parts) < 2 or any(_letters(text[first:last]) < FOREIGN_LETTERS for first, last, _ in parts):
        return [(start, end)]
    return [_trimmed(text, first, last) for first, last, _ in parts]


def may_be_mixed(text: str) -> bool:
    """A cheap look before the dear one: enough letters of two scripts, or signs of both Russian and Kazakh."""
    latin = sum(map(len, LATIN_RUN.findall(text)))
    words = CYRILLIC_WORD.findall(text)
    cyrillic = sum(map(len, words))
    if latin >= FOREIGN_LETTERS and cyrillic >= FOREIGN_LETTERS:
        return True
    if cyrillic < 2 * FOREIGN_LETTERS:
        return False
    signs = language_signs()
    kazakh = sum(map(text.count, signs["kk"]["letters"]))
    russian = sum(word.lower() in signs["ru"]["words"] for word in words)
    return kazakh >= KAZAKH_LETTERS and russian >= RUSSIAN_WORDS


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
