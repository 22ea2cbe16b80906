"""A Russian noun for a country in, whether a general rule is told with it, which is about none that was named, out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item

_SO_THAT, _NEAR = "чтобы", 3
# What a rule asks for.
_ASKED = ("нужн", "необходим", "требу", "потребу", "достаточн", "должн", "обязательн")


def any_country(items: Sequence[Item], k: int) -> bool:
    """ "For a country to become a member of A, the consent of all is needed": any country."""
    if all(i.norm != _SO_THAT for i in items[max(0, k - _NEAR) : k]) or any(i.label == "COUNTRY" for i in items[:k]):
        return False
    comma = next((n for n in range(k + 1, len(items)) if items[n].text == ","), len(items))
    return any(i.norm.startswith(_ASKED) for i in items[comma + 1 :])
