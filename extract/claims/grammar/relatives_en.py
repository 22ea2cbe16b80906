"""The items of an English sentence in, the same out: "to A and to B, which C joined" says that C joined B."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item
from extract.language.tokens import fold, tokenise

_WHICH, _BODY = "which", "ORG"


def hung_on_nearest(text: str, items: Sequence[Item], prepositions: frozenset[str]) -> tuple[Item, ...]:
    """ "Between A and the road to B, which …": of bodies with a preposition each the last alone is related."""
    if not any(i.norm == _WHICH and len(i.members) > 1 for i in items):
        return tuple(items)
    return tuple(_nearest(text, i, prepositions) for i in items)


def _nearest(text: str, item: Item, prepositions: frozenset[str]) -> Item:
    if item.norm != _WHICH or len(item.members) < 2 or item.label != _BODY:
        return item
    last, before = item.members[-1], item.members[-2]
    between = {fold(t.text) for t in tokenise(text, before.end, last.start)}
    return replace(item, members=(last,)) if between & prepositions else item
