"""The items of an English sentence in, the same with "could" behind "only after …" as the "did" that it means out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item

_ONLY, _COULD, _DID = "only", "could", "did"
# Behind "only" at the head of its clause these put something in time or in means.
_THEN = frozenset({"after", "then", "when", "once", "in", "since", "following"})
_HEADS = frozenset({"and", "but", "yet"})
_REACH = 24


def told_as_done(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """ "Only after the war could the court be set up": what was possible only then was done then."""
    at = next((k for k, item in enumerate(items[:-1]) if item.norm == _ONLY and _opens(items, k)), None)
    if at is None or items[at + 1].norm not in _THEN or items[-1].text == "?":
        return items
    near = range(at + 2, min(len(items), at + _REACH))
    could = next((k for k in near if items[k].norm == _COULD), None)
    if could is None or _has_subject(items, could):
        return items
    return (*items[:could], replace(items[could], norm=_DID), *items[could + 1 :])


def _opens(items: Sequence[Item], k: int) -> bool:
    return k == 0 or items[k - 1].kind == "mark" or items[k - 1].norm in _HEADS


def _has_subject(items: Sequence[Item], could: int) -> bool:
    """ "Only in A they could join": its subject stands before it, nothing is turned round."""
    behind = items[could + 1] if could + 1 < len(items) else None
    return behind is None or behind.norm in {"be", "have", "not", "join", "never"}
