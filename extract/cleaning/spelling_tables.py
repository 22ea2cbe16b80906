"""The tables of hyphens, look-alike letters and glued words, checked and typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.language.tokens import fold
from extract.tables import check_keys, read_table
from kb.errors import TableError
from kb.model import LANGUAGES


@dataclass(frozen=True, slots=True)
class Spelling:
    """One language's row of `spelling.yml`; the comment in the English table says what the keys mean."""

    first: frozenset[str]
    second: frozenset[str]
    solid: frozenset[str]
    linking: tuple[str, ...]
    adjectives: tuple[str, ...]
    endings: frozenset[str]
    ordinals: frozenset[str]
    year_marks: frozenset[str]
    conjunctions: frozenset[str]


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Single characters both ways, words that stand before a Roman figure, and words of one letter."""

    to_cyrillic: Mapping[str, str]
    to_latin: Mapping[str, str]
    roman: Mapping[str, str]
    century: frozenset[str]
    single: frozenset[str]


@cache
def spelling(lang: str) -> Spelling:
    """The table of a language; English where there is none."""
    known = lang if lang in LANGUAGES else "en"
    rows = read_table(known, "spelling")
    check_keys(f"{known}/spelling.yml", rows, Spelling.__slots__)
    words = {key: _words(f"{known}/spelling.yml", rows, key) for key in Spelling.__slots__}
    return Spelling(
        first=frozenset(words["first"]),
        second=frozenset(words["second"]),
        solid=frozenset(words["solid"]),
        linking=words["linking"],
        adjectives=words["adjectives"],
        endings=frozenset(words["endings"]),
        ordinals=frozenset(words["ordinals"]),
        year_marks=frozenset(words["year_marks"]),
        conjunctions=frozenset(words["conjunctions"]),
    )


@cache
def look_alikes() -> LookAlikes:
    rows = read_table("", "homoglyphs")
    check_keys("homoglyphs.yml", rows, ("pairs", "kazakh", "roman", "century", "single"))
    pairs, kazakh, roman = (_letters(rows, key) for key in ("pairs", "kazakh", "roman"))
    return LookAlikes(
        to_cyrillic={**pairs, **kazakh},
        to_latin={cyrillic: latin for latin, cyrillic in pairs.items()},
        roman=roman,
        century=frozenset(_words("homoglyphs.yml", rows, "century")),
        single=frozenset(_words("homoglyphs.yml", rows, "single")),
    )


@cache
def synonyms(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Word -> the words that names hold in its place, letters folded."""
    rows = read_table(lang, "synonyms")
    check_keys(f"{lang}/synonyms.yml", rows, ("groups",))
    groups = [tuple(fold(word) for word in group) for group in rows["groups"]]
    return {word: tuple(w for w in group if w != word) for group in groups for word in group}


def _letters(rows: Mapping[str, Any], key: str) -> dict[str, str]:
    found = rows.get(key)
    if not isinstance(found, dict):
        raise TableError(f"homoglyphs.yml: {key}: a mapping is expected")
    for old, new in found.items():
        if not (isinstance(old, str) and isinstance(new, str) and len(old) == len(new) == 1 and old != new):
            raise TableError(f"homoglyphs.yml: {key}: {old!r}: {new!r} must be two letters")
    return found


def _words(where: str, rows: Mapping[str, Any], key: str) -> tuple[str, ...]:
    words = rows.get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise TableError(f"{where}: {key}: a list of words is expected")
    return tuple(words)
