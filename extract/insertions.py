"""The items of a sentence in, the same without what is put in between two commas ("…, according to A, …") out."""

from collections.abc import Mapping, Sequence

from extract.claim_items import Item
from extract.triggers import Element, compile_elements, match

Openers = tuple[tuple[Element, ...], ...]

# A longer stretch between two commas is no mere insertion.
_LONGEST = 9
_ENDS = frozenset(".;:!?()")


def openers(lang: str, table: Mapping[str, object]) -> Openers:
    """`insertions` of data/LANG/clauses.yml: patterns, as in triggers.yml, of what opens one."""
    rows = table.get("insertions") or ()
    return tuple(compile_elements(lang, str(text))[0] for text in rows) if isinstance(rows, Sequence) else ()


def without_insertions(items: Sequence[Item], words: Openers) -> tuple[Item, ...]:
    """What says who says so, or how things stand to each other, tells nothing itself and parts verb and subject."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        end = _closed(items, at, words) if kept and items[at].text == "," else None
        if end is not None:
            at = end
        else:
            kept.append(items[at])
            at += 1
    return tuple(kept)


def _closed(items: Sequence[Item], at: int, words: Openers) -> int | None:
    """Behind the comma that closes the insertion which the comma at `at` opens."""
    first = at + 1
    fits = (w[0].fits(items[first]) and match(w, items, first) is not None for w in words if first < len(items))
    if not any(fits):
        return None
    for k in range(first + 1, min(first + _LONGEST, len(items))):
        if items[k].text == ",":
            return k + 1
        if items[k].text in _ENDS:
            return None
    return None
