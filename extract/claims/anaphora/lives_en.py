"""An English "it" that is founded or ended in, the body that it stands for out: "…; it was dissolved, and B began"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_IT, _NEAR = "it", 5
_HELPERS = frozenset({"was", "is", "had", "has", "been", "be", "will", "would", "being"})
_CEASED = frozenset({"ceased", "disbanded", "disappeared", "folded"})
# What is done by or with another body is told of the two.
_BY_ANOTHER = frozenset({"replaced", "succeeded", "superseded", "merged", "absorbed", "subsumed", "incorporated"})
_NAMES = frozenset({"ORG", "TREATY", "PROGRAMME", "COUNTRY", "PERSON"})


def it_lives(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "A had little power; it was dissolved in 2012 and B began work": A, and no name behind it."""
    if lang != "en" or items[k].norm != _IT or not _undergoes(items, k, words):
        return None
    before = [i for i in items[:k] if i.kind == "name" and i.label in _NAMES]
    behind = any(i.kind == "name" and i.label == "ORG" for i in items[k + 1 :])
    if not before:
        # Where nobody knows the body, it is none of those behind.
        last, body = memory.last_named("ORG", items[k].start)[-1:], memory.body(items[k].start) if behind else None
        body = body if last and last[0][1] == body else None
        return referring(items[k], "ORG", (body,) if body else ()) if behind else None
    bodies = [i for i in before if i.label == "ORG" and len(i.ids) == 1]
    return referring(items[k], "ORG", bodies[-1].ids) if bodies and before[-1].label in {"ORG", "COUNTRY"} else None


def _undergoes(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "It ceased", "it was soon dissolved"; helpers and adverbs stand between."""
    for at in range(k + 1, min(k + _NEAR, len(items))):
        norm = items[at].norm
        if norm in _CEASED or (norm in words.undergone - _BY_ANOTHER and at > k + 1):
            return True
        if norm not in _HELPERS and not norm.endswith("ly") and norm not in {"soon", "later", "then", "never", "not"}:
            return False
    return False
