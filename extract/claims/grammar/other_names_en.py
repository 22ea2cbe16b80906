"""The items of an English sentence in, the same without the other name of a body that is put in behind it out.

"The Turkic Council, since November 2021 the Organization of Turkic States, was founded in 2009."
"""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, DASHES, Item

_BODY = "ORG"
_OPEN = frozenset("(,") | DASHES
_CLOSE = frozenset("),;") | DASHES
NEW, OLD = frozenset({"since", "from", "after"}), frozenset({"until", "till", "before"})
_SMALL = ARTICLES | {"called", "known", "named", "as", "on", "in", "now", "renamed"}


def without_other_names(items: Sequence[Item]) -> tuple[Item, ...]:
    """What stands between the marks dates no verb of the sentence."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        held = _inserted(items, at) if kept and items[at].text in _OPEN else None
        if held is None:
            kept.append(items[at])
            at += 1
        else:
            at = held
    return tuple(kept)


def _inserted(items: Sequence[Item], at: int) -> int | None:
    """Behind the mark that closes "since D the B", where B is the body right before the mark that opens it."""
    body, opening = items[at - 1], items[at + 1 : at + 2]
    if body.label != _BODY or not body.ids or not opening or opening[0].norm not in NEW | OLD:
        return None
    k = _past(items, at + 2)
    if k >= len(items) or items[k].kind != "date":
        return None
    k = _past(items, k + 1)
    closed = k + 1 < len(items) and items[k].ids == body.ids and items[k + 1].text in _CLOSE
    return k + 2 if closed else None


def _past(items: Sequence[Item], k: int) -> int:
    while k < len(items) and items[k].norm in _SMALL:
        k += 1
    return k
