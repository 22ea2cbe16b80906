"""A Kazakh converb in, the name further on that the whole of its clause describes out."""

from extract.scene import Scene, Told
from extract.tokens import fold

_PARTICIPLES = tuple(map(fold, ("ған", "ген", "қан", "кен", "тын", "тін")))
_CONVERBS = ("п",)
_ENDS = frozenset(";:.!?")


def described_ahead(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "Founded in 2000 and joining five states, A …": a converb has the subject that the participle behind it has."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "kk" or told.form.voice != "converb":
        return None
    for k in range(last + 2, len(items)):
        item, behind = items[k], items[k - 1]
        if item.kind == "name" and item.label in labels:
            if behind.kind == "word" and behind.norm.endswith(_PARTICIPLES):
                return k if item.ids else None
            if not scene.arguments.marks(k) & scene.marks.oblique:
                return None
        finite = k in scene.clauses.verbs and not item.norm.endswith(_CONVERBS + _PARTICIPLES)
        if finite or item.text in _ENDS:
            return None
    return None
