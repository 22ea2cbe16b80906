"""Russian words in, whether a pronoun can stand for a noun or name out: gender and number must go together."""

from collections.abc import Sequence

from extract.claim_items import Item
from extract.russian import is_noun, kinds
from extract.tokens import fold


def agrees(pronoun: str, item: Item) -> bool:
    """Whether `который`, `него` … can mean the item; an abbreviation or unknown word can be of any kind."""
    if len(item.ids) > 1:
        return any(number == "plur" for _, number in kinds(pronoun))
    wanted, given = kinds(pronoun), _of_item(item)
    return not wanted or not given or not wanted.isdisjoint(given)


def _of_item(item: Item) -> frozenset[tuple[str | None, str | None]]:
    """Gender and number of the noun that heads a name or stands alone."""
    words = [item.norm] if item.kind != "name" else item.members[0].text.split()
    if item.kind == "name" and words[0].isupper():
        return frozenset()
    return next((kinds(word) for word in words if is_noun(word)), frozenset())


def antecedent(items: Sequence[Item], k: int, far: int) -> Item | None:
    """What the relative pronoun at `k` stands for: the nearest name or noun before its comma that agrees with it."""
    comma = next((n for n in range(k - 1, max(-1, k - far), -1) if items[n].text == ","), k)
    for n in range(comma - 1, max(-1, comma - far), -1):
        item = items[n]
        if item.text in {",", ";", ":"}:
            return None
        named = item.kind in {"name", "ref"} and bool(item.members)
        if (named or (item.kind == "word" and is_noun(item.norm))) and agrees(fold(items[k].text), item):
            return item
    return None
