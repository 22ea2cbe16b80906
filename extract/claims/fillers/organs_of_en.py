"""An English body behind "of" in its sentence in, whether it only says whose organ the noun before it is, out."""

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene

_OF = "of"


def owns_organ(scene: Scene, k: int) -> bool:
    """ "The Council of A, founded in 1995", "the secretariat of A": of A only the organ is told."""
    if scene.lang != "en" or scene.clauses.items[k].label != "ORG":
        return False
    noun = scene.clauses.items[_noun_at(scene, k)]
    bare = noun.kind == "word" and noun.norm in scene.anaphors.organ_nouns
    return _noun_at(scene, k) >= 0 and (bare or owned_organ(scene, k) is not None)


def owned_organ(scene: Scene, k: int) -> int | None:
    """The name of the organ, where it has one."""
    at = _noun_at(scene, k)
    named = at >= 0 and scene.clauses.items[at].kind == "name" and scene.clauses.items[at].label == "ORG"
    return at if named and scene.clauses.items[at].ids else None


def _noun_at(scene: Scene, k: int) -> int:
    items = scene.clauses.items
    of = k - 1 - (k > 0 and items[k - 1].norm in ARTICLES)
    return of - 1 if of > 0 and items[of].norm == _OF else -1
