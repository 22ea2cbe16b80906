"""The items of a sentence in, the same without what is put in between two commas ("…, according to A, …") out."""

from collections.abc import Sequence

from extract.claims.grammar.counted_kk import uncounted
from extract.claims.grammar.dressed_dates import same_year, undressed
from extract.claims.grammar.items import Item
from extract.claims.grammar.openers import Openers
from extract.claims.grammar.other_names_en import without_other_names
from extract.claims.grammar.patterns import match
from extract.claims.grammar.ranked_en import without_ranked

# A longer stretch between two commas is no mere insertion.
_LONGEST = 9
_JOINTS = frozenset({"", "and", "but", "or", "nor", "as"})
_ENDS = frozenset(".;:!?()")


def without_insertions(items: Sequence[Item], words: Openers) -> tuple[Item, ...]:
    """What says who says so, or how things stand to each other, tells nothing itself and parts verb and subject."""
    items = undressed(items, words) if words.weekdays else items
    items = uncounted(same_year(items)) if words.lang == "kk" else items
    items = without_ranked(without_other_names(items)) if words.lang == "en" else items
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


def _goes_on(items: Sequence[Item], first: int, end: int) -> bool:
    """ "Was, at any rate, wound up": behind plain words the other half of the verb."""
    behind = items[end + 1].norm if end + 1 < len(items) else ""
    return behind not in _JOINTS and all(i.kind == "word" for i in items[first : end + 2] if i.text != ",")


def _closed(items: Sequence[Item], at: int, words: Openers) -> int | None:
    """Behind the comma that closes the insertion which the comma at `at` opens."""
    first = at + 1
    patterns = words.patterns if first < len(items) else ()
    split = items[at - 1].norm in words.split
    if not split and not any(w[0].fits(items[first]) and match(w, items, first) is not None for w in patterns):
        return None
    for k in range(first + 1, min(first + _LONGEST, len(items))):
        if items[k].text == ",":
            return k + 1 if not split or _goes_on(items, first, k) else None
        if items[k].text in _ENDS:
            return None
    return None
