"""A Russian adjective of a nation without its noun in, whether it is that nation's parliament out."""

from collections.abc import Sequence

from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import DASHES, Item
from extract.language.russian import is_case, is_part

_OPENING, _JOINTS = frozenset({",", ";", ":"}), frozenset({"а", "и"})
_LIST = 3


def house_left_out(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The parliament of A ratified it on 1 October, the Belarusian – on the 9th": the noun is that of the row."""
    if k < 2 or not _names_nation(items, k, words) or not is_case(items[k].norm, "nomn"):
        return False
    opens = items[k - 1].text in _OPENING or items[k - 1].norm in _JOINTS
    gapped = k + 1 < len(items) and (items[k + 1].text in DASHES or items[k + 1].kind == "date")
    return opens and gapped and any(i.norm.startswith((*words.houses, *words.agents)) for i in items[:k])


def house_shared(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The Ukrainian and Belarusian parliaments": the adjectives of a list have one noun."""
    for at in range(k + 1, min(k + 1 + 2 * _LIST, len(items))):
        if items[at].text == "," or items[at].norm in _JOINTS or _names_nation(items, at, words):
            continue
        return at > k + 2 and items[at].norm.startswith((*words.houses, *words.agents)) and items[at - 1].text != ","
    return False


def _names_nation(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    norm = items[k].norm
    return norm.startswith(tuple(words.nations)) and is_part(norm, "ADJF")
