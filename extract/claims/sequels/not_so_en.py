"""An English claim of membership in its sentence in, of whom it is denied further on ("but A is not") out."""

from collections.abc import Iterator

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

_TURNING = frozenset({"but", "and", "while", "whereas", "though", "although", "yet"})
_HELPING = frozenset({"is", "are", "was", "were", "did", "does", "do", "has", "have", "had"})
_NOT = frozenset({"not", "never"})


def not_so(scene: Scene, told: Told) -> Iterator[int]:
    """ "B and C are members, but A is not", "A has not": a country, an auxiliary and nothing but a denial."""
    items, last = scene.clauses.items, told.trigger.last
    for k in range(last + 2, len(items) - 2 if scene.lang == "en" else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        denied = items[k + 1].norm in _HELPING and items[k + 2].norm in _NOT
        closed = k + 3 >= len(items) or items[k + 3].kind == "mark"
        against = items[k].label == "COUNTRY" and items[at].norm in _TURNING and denied and closed
        if against and not any(n in scene.clauses.held for n in range(last + 1, at)):
            yield k
