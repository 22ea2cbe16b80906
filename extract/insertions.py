"""The items of a sentence in, the same without what is put in between two commas ("…, according to A, …") out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.claim_items import ARTICLES, Item
from extract.patterns import Element, compile_elements, match
from extract.tokens import fold


@dataclass(frozen=True, slots=True)
class Openers:
    """What opens an insertion behind its comma, and the words of a verb in two that one may part."""

    patterns: tuple[tuple[Element, ...], ...]
    split: frozenset[str]
    weekdays: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()


# "The 29th of May": the article is of the day.
_ORDINAL = re.compile(r"\d+\w\w\b")
# A longer stretch between two commas is no mere insertion.
_LONGEST = 9
_JOINTS = frozenset({"", "and", "but", "or", "nor", "as"})
_ENDS = frozenset(".;:!?()")


def openers(lang: str, table: Mapping[str, object]) -> Openers:
    """`insertions` and `split` of data/LANG/clauses.yml: patterns as in triggers.yml, and words."""
    keys = ("insertions", "split", "weekdays", "openers")
    rows, *words = (value if isinstance(value, Sequence) else () for value in map(table.get, keys))
    patterns = tuple(compile_elements(lang, str(text))[0] for text in rows)
    return Openers(patterns, *(frozenset(fold(str(word)) for word in some) for some in words))


def without_insertions(items: Sequence[Item], words: Openers) -> tuple[Item, ...]:
    """What says who says so, or how things stand to each other, tells nothing itself and parts verb and subject."""
    items = _plainly_dated(items, words) if words.weekdays else items
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


def _plainly_dated(items: Sequence[Item], words: Openers) -> Sequence[Item]:
    """The items without what only dresses an English date: its weekday, its article, the comma behind its year."""
    dates = [k for k, i in enumerate(items) if k and i.kind == "date"]
    dropped: set[int] = set()
    for k in dates:
        at = k - 1
        at -= items[at].text == "," and at > 0 and items[at - 1].norm in words.weekdays
        named = items[at].norm in words.weekdays
        if named or (items[at].norm in ARTICLES and _ORDINAL.match(items[k].norm)):
            dropped.update(range(at - (named and at > 0 and items[at - 1].norm in ARTICLES), k))
        following = [i.norm or i.text for i in items[k + 1 : k + 3]]
        if "," in items[k].text and len(following) > 1 and following[0] == "," and _closes(items, k, words):
            dropped.add(k + 1)
    return [i for k, i in enumerate(items) if k not in dropped] if dropped else items


def _closes(items: Sequence[Item], k: int, words: Openers) -> bool:
    """ "Was replaced on May 1, 2004, by B": behind a verb and before a preposition the comma is only of the year."""
    begun = next((n for n in range(k - 1, -1, -1) if items[n].kind == "mark"), -1)
    inside = items[begun + 1 : k - 1]
    return items[k + 2].norm in words.behind and any(i.kind == "word" and i.norm not in ARTICLES for i in inside)


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
