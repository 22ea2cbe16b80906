"""The items of a Russian sentence in, the same without what nobody names of a list out: "A и ещё три страны"."""

from collections.abc import Sequence

from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.language.russian import is_part

_AND, _COUNTRY, _LONGEST = "и", "COUNTRY", 5
_REST = frozenset({"еще", "ряд", "другие", "других", "другим", "другими", "некоторые", "остальные", "прочие"})
# Behind one of these the rest is named after all.
_NAMED_NEXT = frozenset(":(—–-,")


def without_unnamed(items: Sequence[Item], words: Anaphors) -> Sequence[Item]:
    """ "A, B and three more countries left C": what the named ones did is told of them, whoever the others are."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        behind = _rest(items, at, words) if items[at].norm == _AND and at else 0
        found += [] if behind else [items[at]]
        at = behind or at + 1
    return found


def _rest(items: Sequence[Item], at: int, words: Anaphors) -> int:
    """Where the rest of the list ends that an "and" opens behind a country, 0 where it opens none."""
    if items[at - 1].kind != "name" or items[at - 1].label != _COUNTRY:
        return 0
    for k in range(at + 1, min(at + _LONGEST, len(items) - 1)):
        if items[k].kind != "word":
            return 0
        if items[k].norm.startswith(tuple(words.countries)) and k > at + 1:
            return 0 if items[k + 1].text in _NAMED_NEXT else k + 1
        if items[k].norm not in _REST and not is_part(items[k].norm, "NUMR") and not is_part(items[k].norm, "ADVB"):
            return 0
    return 0
