"""A Kazakh verb of founding behind a noun for bodies in, the name before it that the noun only says the kind of out."""

from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

# Nouns for what is called by a name, besides those of bodies; endings of an adjective between. Letters folded.
_KINDS = tuple(map(fold, ("тетік", "тетіг", "механизм", "алаң", "диалог", "үдеріс", "құрылым")))
_ADJECTIVES = ("тик", "тык", "лик", "лык", "дик", "дык")


def named_by_kind(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A консультативтік форумының, «B» тетігінің негізін қалады": A and B were founded, by their own nouns."""
    items, at = scene.clauses.items, told.trigger.first - 1
    if scene.lang != "kk" or at < 1 or items[at].kind == "name" or not items[at].norm.endswith(scene.marks.possessed):
        return None
    described = items[at - 1].kind == "word" and items[at - 1].norm.endswith(_ADJECTIVES)
    bodies = scene.anaphors.bodies
    loose = (*_KINDS, *(stem for stem, kinds in bodies.items() if described or not kinds))
    k = at - 1 - described
    named = k >= 0 and items[k].kind == "name" and items[k].label in labels and items[k].ids
    if not named or not items[at].norm.startswith(loose):
        return None
    return None if any(m.startswith(".") for m in scene.arguments.marks(k)) else k
