"""A Kazakh verb of founding or ending in, how far before it the body may stand out; 0: as in other languages."""

from collections.abc import Sequence

from extract.claims.grammar.items import DASHES, Item
from extract.claims.scene import Scene, Told

# Kazakh converbs of the passive, letters folded: what was founded is their subject.
_PASSIVE = ("лып", "лип", "нып", "нип")
_FAR, _DEFINED_FAR, _LAID = 9.0, 16.0, 6.0


def reach_kk(scene: Scene, told: Told) -> float:
    """ "A – the heir of B, on D in E was founded": behind its definition the verb goes on telling of A."""
    items, trigger = scene.clauses.items, told.trigger
    if items[trigger.head].norm.endswith(_PASSIVE):
        return _FAR
    if told.form.voice == "active" and _defines(items[: trigger.first]):
        return _DEFINED_FAR
    # "ГУАМ-ның негізін қалап": the body owns the noun that opens the trigger.
    return _LAID if told.form.voice == "converb" and trigger.first < trigger.head else 0.0


def _defines(items: Sequence[Item]) -> bool:
    """A body, its dash, and no further one that could be the subject."""
    if len(items) < len("A –") - 1 or items[0].label != "ORG" or items[1].text not in DASHES:
        return False
    return any(i.text == "," for i in items)


def opens_with_step(scene: Scene, told: Told) -> bool:
    """ "Announced that it would leave, «шешім» a year later took effect": the bare noun opens the verb's clause."""
    items, first = scene.clauses.items, told.trigger.first
    begun = max((k for k in range(first) if items[k].text in {",", ";"}), default=-1)
    own = items[begun + 1 : first]
    if begun < 0 or not own or not own[0].norm.startswith(scene.anaphors.steps or "\n"):
        return False
    return all(i.kind in {"date", "place"} or i.norm in scene.anaphors.adverbs for i in own[1:])
