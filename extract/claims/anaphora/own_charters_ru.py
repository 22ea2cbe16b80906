"""A Russian noun for a charter in, the charter of the body that has it out: "свой устав", "устав которого"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.items import Item
from extract.language.russian import is_noun

_CHARTERS = ("устав", "харти", "статут")
_OWN = ("сво", "собственн")
_WHOSE = frozenset({"которого", "которой"})
_LATTER = frozenset({"последнего", "последней"})
# So many words stand between a body, its verb and its own charter.
_NEAR = 5


def own_charter(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "ОДКБ приняла свой устав": that of the body before the verb, and not the one that was named last.

    "ОДКБ, устав которой …": that of the name before the comma; "устав последней": of the body named last.
    """
    if not items[k].norm.startswith(_CHARTERS):
        return None
    if k + 1 < len(items) and items[k + 1].norm in _LATTER and not _describes(items, k + 1):
        last = memory.last_named("ORG", items[k].start)
        return memory.charter(last[-1][1]) if last else None
    if not k:
        return None
    if k > 1 and items[k - 1].text == "," and k + 1 < len(items) and items[k + 1].norm in _WHOSE:
        return memory.charter(items[k - 2].ids[0]) if items[k - 2].label == "ORG" and items[k - 2].ids else None
    if not items[k - 1].norm.startswith(_OWN):
        return None
    before = items[max(0, k - _NEAR) : k - 1]
    body = next((i for i in reversed(before) if i.label == "ORG" and i.kind in {"name", "ref"} and i.ids), None)
    return memory.charter(body.ids[0]) if body is not None else None


def _describes(items: Sequence[Item], k: int) -> bool:
    """ "The charter of the latest revision": an adjective of the noun behind it."""
    following = items[k + 1] if k + 1 < len(items) else None
    return following is not None and following.kind == "word" and is_noun(following.norm)
