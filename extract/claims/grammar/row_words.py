"""A language in, the words of rows of names and dates and of notes under a name out: `data/LANG/rows.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.tables import read_table


@dataclass(frozen=True, slots=True)
class RowWords:
    """`kinds`: word -> type of claim; `barred`: a row beside one of these tells of something else."""

    small: frozenset[str]
    verbs: frozenset[str]
    kinds: Mapping[str, str]
    barred: frozenset[str]
    between: frozenset[str]
    company: frozenset[str]
    bare: frozenset[str]


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What may open a note, what stands for its verb, what its subject did, and what shows another subject."""

    opening: frozenset[str]
    states: frozenset[str]
    active: frozenset[str]
    by_country: frozenset[str]
    suffered: frozenset[str]
    finite: frozenset[str]


@cache
def row_words(lang: str) -> RowWords:
    rows = read_table(lang, "rows")
    kinds = {word: kind for kind, words in rows["kinds"].items() for word in words}
    small, verbs, *others = (frozenset(rows[key]) for key in ("small", "verbs", "barred", "between", "company", "bare"))
    return RowWords(small, verbs, kinds, *others)


@cache
def note_words(lang: str) -> NoteWords:
    rows = read_table(lang, "rows")
    return NoteWords(*(frozenset(rows[key]) for key in NoteWords.__slots__))
