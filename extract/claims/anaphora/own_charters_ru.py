"""A Russian noun for a charter in, the charter of the body that has it out: "ОДКБ приняла свой устав"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.items import Item

_CHARTERS = ("устав", "харти", "статут")
_OWN = ("сво", "собственн")
# So many words stand between a body, its verb and its own charter.
_NEAR = 5


def own_charter(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "ОДКБ приняла свой устав": that of the body before the verb, and not the one that was named last."""
    if not items[k].norm.startswith(_CHARTERS) or not k or not items[k - 1].norm.startswith(_OWN):
        return None
    before = items[max(0, k - _NEAR) : k - 1]
    body = next((i for i in reversed(before) if i.label == "ORG" and i.kind in {"name", "ref"} and i.ids), None)
    return memory.charter(body.ids[0]) if body is not None else None
