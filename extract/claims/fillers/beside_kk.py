"""A Kazakh trigger of watching in, the body in whose company it watches out: "A жанындағы бақылаушы"."""

from extract.claims.grammar.slots import BODY
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_BESIDE = frozenset(map(fold, ("жанындағы", "жанында", "құрамындағы", "ішіндегі")))


def watched_beside(scene: Scene, told: Told) -> int | None:
    """Right before the words themselves, whatever body met: "at the Council's meeting A became observer at B"."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or first < 2 or items[first - 1].norm not in _BESIDE:
        return None
    return first - 2 if items[first - 2].label in BODY and items[first - 2].ids else None
