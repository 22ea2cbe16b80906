"""The items of an English sentence in, the same with names that only describe a nameless body as plain words out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import DASHES, Item

_INDEFINITE = frozenset({"a", "an", "any", "no", "another"})
# "An SCO development bank": so many words stand from the name to the noun.
_NOUN = 3


def described_only(items: Sequence[Item], words: Anaphors) -> Sequence[Item]:
    """ "To create an SCO development bank" founds a bank, not the SCO; "an SCO member" is one of the SCO."""
    if not any(i.norm in _INDEFINITE for i in items):
        return items
    return [
        replace(i, kind="word", members=(), label="") if _describes(items, k, words) else i for k, i in enumerate(items)
    ]


def _describes(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    if items[k].kind != "name" or items[k].label != "ORG" or not k or items[k - 1].norm not in _INDEFINITE:
        return False
    for item in items[k + 1 : k + 1 + _NOUN]:
        if item.text in DASHES:
            continue
        if item.kind != "word" or not item.text.islower():
            return False
        if item.norm in words.bodies:
            return True
    return False
