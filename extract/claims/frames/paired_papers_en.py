"""An English paper that something was done to in, the papers that "and" joins to it, with their partners, out."""

from collections.abc import Iterator

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene

_PAPER, _AND, _SIDES = "TREATY", "and", frozenset({"with", "between", "of", "on"})
_FAR, _PARTIES = 12, frozenset({"COUNTRY", "ORG"})
_OPENERS = ARTICLES | {"its", "their", "another"}


def paired_papers(scene: Scene, k: int | None) -> tuple[str, ...]:
    """ "A trade agreement with A and a partnership agreement with B were signed": both were."""
    if scene.lang != "en" or k is None or scene.clauses.items[k].label != _PAPER:
        return ()
    items = scene.clauses.items
    papers = [n for n in range(max(0, k - _FAR), min(len(items), k + _FAR)) if n != k and items[n].label == _PAPER]
    return tuple(id_ for n in papers if _joined(scene, min(n, k), max(n, k)) for id_ in items[n].ids)


def _joined(scene: Scene, first: int, last: int) -> bool:
    """Between the two stand the partner of the first, one "and", and an article with adjectives."""
    items, between = scene.clauses.items, range(first + 1, last)
    joint = next((n for n in between if items[n].norm == _AND and items[n + 1].norm in _OPENERS), None)
    if joint is None or any(n in scene.clauses.verbs or n in scene.clauses.held for n in between):
        return False
    named = [n for n in between if items[n].kind not in {"word", "ref"}]
    return bool(named) and all(n < joint and n in set(_partners(scene, first)) for n in named)


def _partners(scene: Scene, first: int) -> Iterator[int]:
    """Where the partner of a paper stands: behind "with", and its article."""
    items = scene.clauses.items
    if first + 2 < len(items) and items[first + 1].norm in _SIDES:
        at = first + 2 + (items[first + 2].norm in ARTICLES)
        if at < len(items) and items[at].label in _PARTIES:
            yield at
