"""A Russian clause that says that a plan came true in, the plan's drafts out: `готовились войти, что и сделали`."""

from collections.abc import Iterator
from dataclasses import replace

from extract.claims.fillers.just_told import just_told
from extract.claims.scene import Draft, Scene, Told

_OPEN = frozenset({"planned", "hypothetical"})
# Between two sentences that follow each other.


def fulfilled(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "They meant to join A (which they did in 1973)": what was meant just before, of those who meant it."""
    items, trigger = scene.clauses.items, told.trigger
    if any(items[k].kind == "name" for k in range(trigger.first, trigger.last + 1)):
        return
    last = just_told(scene)
    if scene.hoped:
        yield from (replace(draft, item=-1, date=None) for draft in scene.hoped)
    elif scene.before is None and scene.spoken is None and last is not None and last.polarity in _OPEN:
        yield Draft(last.type, last.subject_id, last.object_id, -1, last.participants, confidence=0.7)
