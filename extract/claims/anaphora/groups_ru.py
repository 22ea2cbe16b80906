"""A Russian noun behind "all three" or "both" in, the countries that it stands for out: "все три столицы"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_NOUNS = ("стран", "государств", "республик", "столиц")
_BOTH = ("обе", "оба", "обои")
_COLLECTIVE = frozenset({"двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "большинство", "половина"})
_PAIR, _APART = 2, frozenset(":;—–")


def whole_group(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> tuple[str, ...]:
    """ "All three countries left", "both capitals stay": as many as the last list of countries held.

    Not where each is named behind: "both joined: A in 1999, B in 2001".
    """
    following = items[k + 1] if k + 1 < len(items) else None
    described = following is not None and (following.kind in {"name", "place"} or following.text[:1].isupper())
    if not k or not items[k].norm.startswith(_NOUNS) or described:
        return ()
    colon = next((n for n in range(k + 1, len(items)) if items[n].text in _APART), len(items))
    if any(i.label == "COUNTRY" for i in items[colon:]):
        return ()
    before = fold(items[k - 1].text)
    if before.startswith(_BOTH):
        return memory.countries(items[k].start, _PAIR)
    told = k > 1 and items[k - 2].norm in words.wholly
    return memory.countries(items[k].start, words.counts[before]) if told and before in words.counts else ()


def some_of_many(items: Sequence[Item], k: int) -> bool:
    """ "Четверо из пяти участников": nobody knows which, and it is none of those that were named."""
    following = items[k + 1].norm if k + 1 < len(items) else ""
    return items[k].norm in _COLLECTIVE and following == "из"
