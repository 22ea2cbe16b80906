"""A Kazakh trigger of watching in, the body in whose company or work it watches out: "A жанындағы бақылаушы"."""

from extract.claims.grammar.slots import BODY
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_BESIDE = frozenset(map(fold, ("жанындағы", "жанында", "құрамындағы", "ішіндегі")))
_WORK = frozenset(map(fold, ("жұмысына", "қызметіне", "ісіне", "шараларына")))
_ENDS = frozenset(",;:")


def watched_beside(scene: Scene, told: Told) -> int | None:
    """Right before the words themselves, whatever body met: "at the Council's meeting A became observer at B"."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or first < 2:
        return None
    if items[first - 1].norm not in _BESIDE:
        return _watched_at_work(scene, first)
    return first - 2 if items[first - 2].label in BODY and items[first - 2].ids else None


def _watched_at_work(scene: Scene, first: int) -> int | None:
    """ "A takes part in the work of B as an observer", with A behind it or not."""
    items = scene.clauses.items
    begun = max((k for k in range(first) if items[k].text in _ENDS), default=-1)
    at = next((k for k in range(begun + 2, first) if items[k].norm in _WORK), 0)
    return at - 1 if at and items[at - 1].label in BODY and items[at - 1].ids else None
