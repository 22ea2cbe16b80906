"""The items of a sentence in, the same with dates without their weekday and the commas that come with it out."""

import re
from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.grammar.openers import Openers
from extract.language.tokens import fold

# "The 29th of May": the article is of the day.
_ORDINAL = re.compile(r"\d+\w\w\b")
_SAME, _OF_YEAR = frozenset({"сол", "осы"}), frozenset(map(fold, ("жылғы", "жылдың")))
_PREPOSITION, _RUSSIAN, _LAPSE = 2, "ru", ":lapse"


def undressed(items: Sequence[Item], words: Openers) -> Sequence[Item]:
    """A date that a weekday stands before is read as without it."""
    return _without_weekdays(items, words) if words.lang == _RUSSIAN else _plainly_dated(items, words)


def _without_weekdays(items: Sequence[Item], words: Openers) -> list[Item]:
    """ "On Thursday, 29 May 2014, A joined B" is dated as without the Thursday and its commas."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        date = _dated_behind(items, at, words) if items[at].norm in words.weekdays else None
        if date is None:
            kept.append(items[at])
            at += 1
            continue
        while kept and kept[-1].kind == "word" and len(kept[-1].norm) <= _PREPOSITION:
            kept.pop()
        kept.append(items[date])
        closes = date + 2 < len(items) and items[date + 1].text == "," and items[date + 2].norm not in words.turns
        at = date + 1 + closes
    return kept


def _dated_behind(items: Sequence[Item], at: int, words: Openers) -> int | None:
    """The full date behind a weekday and its comma."""
    k = at + 1
    k += k < len(items) and items[k].text == ","
    return k if k < len(items) and items[k].kind == "date" and items[k].norm not in words.weekdays else None


def _plainly_dated(items: Sequence[Item], words: Openers) -> Sequence[Item]:
    """The items without what only dresses an English date: its weekday, its article, the comma behind its year."""
    dates = [k for k, i in enumerate(items) if k and i.kind == "date"]
    dropped: set[int] = set()
    for k in dates:
        at = k - 1
        at -= items[at].text == "," and at > 0 and items[at - 1].norm in words.weekdays
        # "On Sunday, fourteen years after it applied": two times.
        named = items[at].norm in words.weekdays and not _counted(items[k])
        if named or (items[at].norm in ARTICLES and _ORDINAL.match(items[k].norm)):
            dropped.update(range(at - (named and at > 0 and items[at - 1].norm in ARTICLES), k))
        following = [i.norm or i.text for i in items[k + 1 : k + 3]]
        if "," in items[k].text and len(following) > 1 and following[0] == "," and _closes(items, k, words):
            dropped.add(k + 1)
    return [i for k, i in enumerate(items) if k not in dropped] if dropped else items


def _counted(date: Item) -> bool:
    return date.mention is not None and date.mention.method.endswith(_LAPSE)


def _closes(items: Sequence[Item], k: int, words: Openers) -> bool:
    """ "Was replaced on May 1, 2004, by B": behind a verb and before a preposition the comma is only of the year."""
    begun = next((n for n in range(k - 1, -1, -1) if items[n].kind == "mark"), -1)
    inside = items[begun + 1 : k - 1]
    return items[k + 2].norm in words.behind and any(i.kind == "word" and i.norm not in ARTICLES for i in inside)


def same_year(items: Sequence[Item]) -> Sequence[Item]:
    """ "Was signed in 1957, and «сол жылдың» on 3 May took effect": the Kazakh year before the day is of the date."""
    dates = [k for k, i in enumerate(items) if i.kind == "date" and k > 1 and items[k - 1].norm in _OF_YEAR]
    dropped = {n for k in dates if items[k - 2].norm in _SAME for n in (k - 2, k - 1)}
    return [i for k, i in enumerate(items) if k not in dropped] if dropped else items
