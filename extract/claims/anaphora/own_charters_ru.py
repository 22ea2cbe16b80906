"""A Russian noun for a charter in, the charter of the body that has it out: "свой устав", "устав которого"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.items import Item

_CHARTERS = ("устав", "харти", "статут")
_OWN = ("сво", "собственн")
_WHOSE = frozenset({"которого", "которой"})
# So many words stand between a body, its verb and its own charter.
_NEAR = 5


def own_charter(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "ОДКБ приняла свой устав": that of the body before the verb, and not the one that was named last.

    "ОДКБ, устав которой …": that of the name before the comma.
    """
    if not items[k].norm.startswith(_CHARTERS) or not k:
        return None
    if k > 1 and items[k - 1].text == "," and k + 1 < len(items) and items[k + 1].norm in _WHOSE:
        return memory.charter(items[k - 2].ids[0]) if items[k - 2].label == "ORG" and items[k - 2].ids else None
    if not items[k - 1].norm.startswith(_OWN):
        return None
    before = items[max(0, k - _NEAR) : k - 1]
    body = next((i for i in reversed(before) if i.label == "ORG" and i.kind in {"name", "ref"} and i.ids), None)
    return memory.charter(body.ids[0]) if body is not None else None
