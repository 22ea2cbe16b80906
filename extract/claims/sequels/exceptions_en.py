"""An English sentence of several countries at once in, which of them it leaves out: "all states of A except B"."""

from collections.abc import Container, Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Scene, Told

# What leaves out one of those named together right before it, with the word that has to follow.
SPARING = {"apart": "from", "aside": "from", "other": "than", "bar": "", "save": "", "but": "", "except": "", "not": ""}
_TOGETHER, _NEAR = 3, 5


def spared_at(items: Sequence[Item], k: int) -> int | None:
    """ "The states of A, apart from B, joined": where B stands, one of those that the words before `k` mean."""
    following = SPARING.get(items[k].norm, "")
    at = k + 1 + bool(following)
    if at >= len(items) or (following and items[k + 1].norm != following) or items[at].label != "COUNTRY":
        return None
    before = next((i for i in reversed(items[max(0, k - _NEAR) : k]) if i.label == "COUNTRY"), None)
    several = before is not None and len(before.ids) >= _TOGETHER and set(items[at].ids) < set(before.ids)
    return at if several else None


def without_excepted(scene: Scene, told: Told, made: Sequence[Draft]) -> list[Draft]:
    """ "With the exception of A, the states of B joined C": A is one of those states, and did not."""
    if scene.lang != "en" or told.polarity == "negated" or not scene.arguments.denied:
        return list(made)
    items = scene.clauses.items
    spared = {id_ for k in scene.arguments.denied if items[k].label == "COUNTRY" for id_ in items[k].ids}
    kept = [_without(d, spared) if len(d.members) >= _TOGETHER else d for d in made]
    return [d for d in kept if len(made) < _TOGETHER or d.subject_id not in spared]


def _without(draft: Draft, spared: Container[str]) -> Draft:
    """A founding without those who had no part in it."""
    parties = tuple(p for p in draft.participants if p.entity_id not in spared)
    return replace(draft, members=tuple(m for m in draft.members if m not in spared), participants=parties)
