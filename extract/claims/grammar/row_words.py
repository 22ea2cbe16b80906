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


@dataclass(frozen=True, slots=True)
class BodyWords:
    """What tells that years in brackets behind bodies are of their own lives: `heads` anywhere, `predicates` behind.

    `barred`: beside one of these they are not; `passing`: behind one of these the bracket dates the verb.
    """

    heads: frozenset[str]
    predicates: frozenset[str]
    barred: frozenset[str]
    passing: frozenset[str]
    small: frozenset[str]


@cache
def body_words(lang: str) -> BodyWords:
    rows = read_table(lang, "dated_bodies")
    return BodyWords(*(frozenset(rows[key]) for key in BodyWords.__slots__))


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
