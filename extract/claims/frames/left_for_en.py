"""Drafts of an English "left for B" in, the departure from the body in mind and the entry into B out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told

_LEFT, _JOINED, _FOR, _BODY = "withdrew", "acceded", "for", "ORG"


def left_for(scene: Scene, told: Told, made: Iterable[Draft]) -> Iterator[Draft]:
    """ "Finland left for the EU": out of what the text was about; of nothing where it was about nothing else."""
    goal = _goal(scene, told)
    if goal is None:
        yield from made
        return
    bodies = [id_ for id_ in reversed(scene.memory.bodies(scene.clauses.items[-1].end)) if id_ not in goal]
    for draft in made:
        if draft.type != _LEFT or draft.object_id not in goal:
            yield draft
            continue
        if bodies:
            yield replace(draft, object_id=bodies[0])
        yield replace(draft, type=_JOINED)


def _goal(scene: Scene, told: Told) -> tuple[str, ...] | None:
    """The body right behind "left for"."""
    items, at = scene.clauses.items, told.trigger.head + 1
    if not told.trigger.frame.startswith(_LEFT) or at + 2 >= len(items) or items[at].norm != _FOR:
        return None
    at += 1 + (items[at + 1].norm in ARTICLES)
    return items[at].ids if items[at].label == _BODY and items[at].kind == "name" else None
