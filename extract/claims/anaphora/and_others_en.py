"""An English "and five other countries" in, the countries named right before it out, with which they act."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item

_AND, _REACH = "and", 5


def named_beside(items: Sequence[Item], k: int) -> tuple[str, ...]:
    """ "A, B and five other states joined": who is named does what the nameless do."""
    joint = next((n for n in range(k - 1, max(0, k - _REACH), -1) if items[n].norm == _AND), 0)
    plain = joint > 0 and all(i.kind == "word" for i in items[joint:k])
    named = items[joint - 1] if plain else None
    return named.ids if named is not None and named.label == "COUNTRY" and named.kind == "name" else ()
