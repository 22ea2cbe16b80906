"""A Kazakh clause and what its words say in, what they say where its verb tells of what would not have happened out."""

from collections.abc import Sequence
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_NOT = fold("емес")


def would_not(said: set[str], own: Sequence[Item], endings: tuple[str, ...], be: frozenset[str]) -> set[str]:
    """ "Болмаса, қосылмас еді": it did join; "мүше емес еді" ("was no member") is a plain past."""
    told = any(v.norm.endswith(endings or "\n") and v.norm != _NOT and was.norm in be for v, was in pairwise(own))
    return said - {"negated"} | {"hypothetical"} if told else said
