"""The items of an English sentence and a "not" in, the name that it denies and nothing else out."""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item

_NOT, _BUT = "not", "but"
_AGAINST = frozenset({"but", "and", "though", "although", ","})
_NAMING = frozenset({"name", "ref"})


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


def _name_from(items: Sequence[Item], k: int) -> int | None:
    """The name that stands there, an article apart."""
    at = k + (k < len(items) and items[k].norm in ARTICLES)
    return at if at < len(items) and items[at].kind in _NAMING else None
