"""An English "it" that is founded or ended in, the body that it stands for out: "…; it was dissolved, and B began"."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_IT, _NEAR, _PHRASES = "it", 5, (2, 3)
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
        # Of the last two names that the text has for a body both must be its own.
        last = {id_ for _, id_ in memory.last_named("ORG", items[k].start)}
        return referring(items[k], "ORG", tuple(last)) if behind and last == {memory.body(items[k].start)} else None
    bodies = [i for i in before if i.label == "ORG" and len(i.ids) == 1]
    # Of several the one that the sentence opens with: "A was run by B; it was wound up".
    told = bodies[0] if bodies and items.index(bodies[0]) <= 1 else bodies[-1] if len(bodies) == 1 else None
    fits = told is not None and before[-1].label in {"ORG", "COUNTRY"} and not _another_between(items, told, k, words)
    return referring(items[k], "ORG", told.ids) if told is not None and fits else None


def _another_between(items: Sequence[Item], told: Item, k: int, words: Anaphors) -> bool:
    """ "A had a court of its own, but it never came to life": the court did not."""
    between = items[items.index(told) + 1 : k]
    return any(i.norm in words.organ_nouns for i in between if i.kind == "word")


def _undergoes(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "It ceased", "it was soon dissolved"; helpers and adverbs stand between."""
    for at in range(k + 1, min(k + _NEAR, len(items))):
        norm = items[at].norm
        if norm in _CEASED or (norm in words.undergone - _BY_ANOTHER and at > k + 1):
            return True
        if any(" ".join(i.norm for i in items[at : at + n]) in words.lives for n in _PHRASES):
            return True
        if norm not in _HELPERS and not norm.endswith("ly") and norm not in {"soon", "later", "then", "never", "not"}:
            return False
    return False
