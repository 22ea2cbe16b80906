"""Hyphens at line ends: the halves and the words of the document say whether one belongs to the word or to the line."""

import re
from collections.abc import Iterator, Set

from extract.cleaning.mapped_text import Edit
from extract.cleaning.scripts import capitals
from extract.cleaning.spelling_tables import Spelling, spelling

# pdfium writes U+FFFE for a hyphen at a line end, with the line break or in place of it.
BREAK = re.compile("(?<=\\w)(?:[-\u00ad] *\n[ \n]*|\ufffe[ \n]*)(?=\\w)")
# The number of a page between the halves of a word, or a marked one between two lines: `раз-⏎384⏎вития`, `⏎— 17 —⏎`.
PAGED = re.compile("(?<=[^\\W\\d_])[-\u00ad] *\n *[—–-]? ?\\d{1,4} ?[—–-]? *\n *(?=[^\\W\\d_])")
PAGE = re.compile(r"(?<=[\w,]) *\n *[—–-] ?\d{1,4} ?[—–-] *\n *(?=[^\W\d_])")
# A hyphen with a space behind it, left over where lines were joined before.
SPACED = re.compile(r"(?<=\w)- (?=\w)")
BROKEN_WORD = re.compile("\\b\\w+[-\u00ad\ufffe] *\n?[ \n]*\\w+")
WORD = re.compile(r"\w+(?:-\w+)*")
LEFT = re.compile(r"\w+\Z")
RIGHT = re.compile(r"\w+")
LONGEST_HALF = 40
# Halves of a compound must be words of their own, and not by chance of being short.
LEAST_HALF = 4
LEAST_BOTH = 10


def document_words(text: str) -> frozenset[str]:
    """Every word of a document in lower case, those broken at line ends left out."""
    whole = BROKEN_WORD.sub(_keep_unbroken, text)
    return frozenset(word.casefold() for word in set(WORD.findall(whole)))


def find_hyphen_edits(text: str, lang: str, words: Set[str]) -> Iterator[Edit]:
    """Line breaks behind hyphens: out with both, or with the break alone."""
    paged = [m for m in PAGED.finditer(text) if text[m.end()].islower()]
    yield from sorted(
        [*((m.start(), m.end(), "") for m in paged), *((m.start(), m.end(), " ") for m in PAGE.finditer(text)),
         *_break_edits(text, lang, words, {m.start() for m in paged})]
    )  # fmt: skip


def _break_edits(text: str, lang: str, words: Set[str], done: Set[int]) -> Iterator[Edit]:
    for match in BREAK.finditer(text):
        if match.start() in done:
            continue
        left, right = _halves(text, match.start(), match.end())
        yield match.start(), match.end(), "-" if keeps_hyphen(left, right, spelling(lang), words) else ""


def find_spaced_edits(text: str, lang: str, words: Set[str]) -> Iterator[Edit]:
    """A space behind a hyphen goes where the document writes that word elsewhere; `two- and three-year` stays."""
    table = spelling(lang)
    for match in SPACED.finditer(text):
        left, right = _halves(text, match.start(), match.end())
        if right.lower() in table.conjunctions or not left.isalpha():
            continue
        low = f"{left}-{right}".casefold()
        if low.replace("-", "") in words and right[0].islower():
            yield match.start(), match.end(), ""
        elif low in words or _is_compound(left.lower(), right.lower(), table, words):
            yield match.start(), match.end(), "-"


def keeps_hyphen(left: str, right: str, table: Spelling, words: Set[str]) -> bool:
    """Whether `left-right` is written with its hyphen in the middle of a line too."""
    if left[-1].isdigit() or right[0].isdigit():
        return True
    low_left, low_right = left.casefold(), right.casefold()
    joined, hyphenated = low_left + low_right in words, f"{low_left}-{low_right}" in words
    if left.isupper() and right.isupper() and len(left) > 1:
        return hyphenated or (not joined and low_left in words and low_right in words)
    if capitals(left) > 1 or right[0].isupper():
        return True
    if joined != hyphenated:
        return hyphenated
    return _is_compound(low_left, low_right, table, words) or (
        min(len(left), len(right)) >= LEAST_HALF
        and len(left) + len(right) >= LEAST_BOTH
        and low_left in words
        and low_right in words
    )


def _is_compound(left: str, right: str, table: Spelling, words: Set[str]) -> bool:
    """By the tables, or a word said twice."""
    if left in table.solid:
        return False
    if right in table.second and (len(right) > LEAST_HALF or left in words):
        return True
    if (left in table.first and len(right) >= LEAST_HALF) or (len(left) > 2 and right.startswith(left)):
        return True
    linking = len(left) > LEAST_HALF and left.endswith(table.linking) if table.linking else False
    return linking and len(right) > LEAST_HALF + 1 and right.endswith(table.adjectives)


def _halves(text: str, start: int, end: int) -> tuple[str, str]:
    left = LEFT.search(text[max(0, start - LONGEST_HALF) : start])
    right = RIGHT.match(text, end, end + LONGEST_HALF)
    return left[0] if left else "", right[0] if right else ""


def _keep_unbroken(match: re.Match[str]) -> str:
    return match[0] if match[0].replace("-", "").isalnum() else " "
