"""The items of an English sentence in, the same out: "to A and to B, which C joined" says that C joined B."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item
from extract.language.tokens import fold, tokenise

_WHICH, _BODY = "which", "ORG"
# Behind "which" these tell of several; before it, of all that were named.
_PLURAL, _ALL = frozenset({"are", "were", "have"}), frozenset({"of", "both", "all"})


def hung_on_nearest(text: str, items: Sequence[Item], prepositions: frozenset[str]) -> tuple[Item, ...]:
    """ "Between A and the road to B, which …": of bodies with a preposition each the last alone is related.

    So it is where a country does something to what is related: "A and B, which C joined".
    """
    if not any(i.norm == _WHICH and len(i.members) > 1 for i in items):
        return tuple(items)
    return tuple(_nearest(text, items, k, prepositions) for k in range(len(items)))


def _nearest(text: str, items: Sequence[Item], k: int, prepositions: frozenset[str]) -> Item:
    item = items[k]
    if item.norm != _WHICH or len(item.members) < 2 or item.label != _BODY:
        return item
    last, before = item.members[-1], item.members[-2]
    between = {fold(t.text) for t in tokenise(text, before.end, last.start)}
    return replace(item, members=(last,)) if between & prepositions or _acted_on(items, k) else item


def _acted_on(items: Sequence[Item], k: int) -> bool:
    """ "…, which C joined": a country right behind the pronoun, and no "both of" before it."""
    following = items[k + 1] if k + 1 < len(items) else None
    before = items[k - 1].norm if k else ""
    acts = following is not None and following.label == "COUNTRY" and following.norm not in _PLURAL
    return acts and before not in _ALL
