"""Russian words in, whether a pronoun can stand for a noun or name out: gender and number must go together."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.language.russian import is_noun, kinds
from extract.language.tokens import fold


def agrees(pronoun: str, item: Item) -> bool:
    """Whether `который`, `него` … can mean the item; an abbreviation or unknown word can be of any kind."""
    if len(item.ids) > 1:
        return any(number == "plur" for _, number in kinds(pronoun))
    return _together(pronoun, [item.norm]) if item.kind != "name" else agrees_with_name(pronoun, item.members[0].text)


def agrees_with_name(pronoun: str, name: str) -> bool:
    """Whether the pronoun goes with the noun that heads a name, as it was last written."""
    words = name.split()
    return not words or words[0].isupper() or _together(pronoun, words)


def _together(pronoun: str, words: Sequence[str]) -> bool:
    wanted, given = kinds(pronoun), next((kinds(word) for word in words if is_noun(word)), frozenset())
    return not wanted or not given or not wanted.isdisjoint(given)


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
