"""The items of an English sentence in, the same without the commas around a place that parts a verb from its object.

"They set up, in Bishkek, a bank" says no more than "they set up in Bishkek a bank".
"""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item

_IN, _JOINTS = frozenset({"in", "at", "near"}), frozenset({"and", "as"})
_PLACED, _BEHIND = frozenset({"place"}), 2
# "(", a place, a comma and a day.
_BRACKETED = 3
_AUXILIARIES = frozenset({"was", "were", "is", "are", "been", "be", "has", "have", "had"})


def without_placings(items: list[Item]) -> list[Item]:
    """The place of a verb stays, without its commas; behind "and" it is of the second of two things, and goes."""
    items = _without_bracketed(items)
    if sum(i.text == "," for i in items) < _BEHIND or not any(i.kind in _PLACED for i in items):
        return items
    dropped: set[int] = set()
    for at in range(1, len(items) - _BEHIND):
        closed = _closed(items, at) if items[at].text == "," else None
        if closed is not None:
            between = items[at - 1].norm in _JOINTS
            dropped.update(range(at, closed + 1) if between else (at, closed))
    return [i for k, i in enumerate(items) if k not in dropped]


def _without_bracketed(items: list[Item]) -> list[Item]:
    """ "The Treaty on A (Yalta, 5 June 1998)" bears its day as does "the Treaty on A (5 June 1998)"."""
    dropped: set[int] = set()
    for at in range(1, len(items) - _BRACKETED):
        opened = items[at].text == "(" and items[at - 1].label == "TREATY"
        if opened and items[at + 1].kind in _PLACED and items[at + 2].text == "," and items[at + 3].kind == "date":
            dropped.update((at + 1, at + 2))
    return [i for k, i in enumerate(items) if k not in dropped] if dropped else items


def _closed(items: Sequence[Item], at: int) -> int | None:
    """The comma behind "in P" that closes what the comma at `at` opens, where an object follows a verb or an "and"."""
    before = items[at - 1]
    if before.kind != "word" or before.norm in _AUXILIARIES or items[at + 1].norm not in _IN:
        return None
    k = at + 2 + (items[at + 2].norm in ARTICLES)
    closes = k + _BEHIND < len(items) and items[k].kind in _PLACED and items[k + 1].text == ","
    if not closes:
        return None
    behind = items[k + 2]
    return k + 1 if behind.norm in ARTICLES or behind.label == "ORG" else None
