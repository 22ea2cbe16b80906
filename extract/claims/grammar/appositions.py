"""The items of a Kazakh sentence and their triggers in, the insertions that say what the name before them is, out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger


def appositions(items: Sequence[Item], held: Mapping[int, Trigger]) -> Iterator[tuple[int, int]]:
    """ "A, the heir of B, was founded": from the comma behind a name to the one behind a noun without a verb."""
    commas = [k for k, i in enumerate(items) if i.text == ","]
    for start, end in pairwise(commas):
        told = held.get(end - 1)
        nominal = told is not None and told.form == "state" and told.head == end - 1
        if nominal and start and items[start - 1].kind in {"name", "ref"}:
            yield start, end + 1
