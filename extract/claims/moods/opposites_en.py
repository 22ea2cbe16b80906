"""The items of an English sentence and a "not" in, the name or the aside that it denies and nothing else out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.claims.grammar.items import ARTICLES, DASHES, Item

_NOT, _BUT = "not", "but"
_AGAINST = frozenset({"but", "and", "though", "although", ","})
_NAMING = frozenset({"name", "ref"})
# A longer stretch between two dashes is no aside; behind these the verb is still denied.
_ASIDE, _STOPS = 16, frozenset(".;:!?")


def opposed(items: Sequence[Item], k: int) -> int | None:
    """ "A, but not B, joined", "the treaty and not the charter was signed", "not A but B left": B, the charter, A."""
    at = _name_from(items, k + 1) if items[k].norm == _NOT else None
    if at is None:
        return None
    other = _name_from(items, at + 2) if at + 1 < len(items) and items[at + 1].norm == _BUT else None
    if other is None and k > 1 and (items[k - 1].norm or items[k - 1].text) in _AGAINST:
        other = max(0, k - 3) if items[k - 2].text == "," else k - 2
    if other is None or items[other].kind not in _NAMING or items[other].label != items[at].label:
        return None
    return at


def of_others(items: Sequence[Item], first: int, last: int) -> Iterator[int]:
    """What stands before a verb and says nothing of it: such a "not", and an aside between two dashes or brackets."""
    yield from (k for k in range(first, last) if opposed(items, k) is not None)
    dashes = [k for k in range(max(0, first - _ASIDE), last) if items[k].text in DASHES]
    for opening, closing in pairwise(dashes):
        inside = range(opening + 1, closing)
        if 0 < len(inside) <= _ASIDE and not any(items[k].text in _STOPS for k in inside):
            yield from inside
            return
    depth = items[last].depth if last < len(items) else 0
    yield from (k for k in range(first, last) if items[k].depth > depth)


def _name_from(items: Sequence[Item], k: int) -> int | None:
    """The name that stands there, an article apart."""
    at = k + (k < len(items) and items[k].norm in ARTICLES)
    return at if at < len(items) and items[at].kind in _NAMING else None
