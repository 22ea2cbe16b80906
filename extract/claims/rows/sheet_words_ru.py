"""The words of Russian pages of names and dates: what the heads of their lists say, and what may stand in these."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.language.word_record import word_record
from extract.tables import read_table


@dataclass(frozen=True, slots=True)
class SheetWords:
    """`heads`: type of claim -> beginnings of words, in the order in which they count; so `labels`."""

    heads: Mapping[str, tuple[str, ...]]
    beside: tuple[str, ...]
    barred: tuple[str, ...]
    small: frozenset[str]
    until: frozenset[str]
    shared: frozenset[str]
    aside: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    label_beside: tuple[str, ...]


@cache
def sheet_words() -> SheetWords:
    return word_record(SheetWords, read_table("ru", "sheets"))
