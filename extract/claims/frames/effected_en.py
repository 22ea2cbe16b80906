"""An English noun of a step that takes effect in, the step that its sentence planned before, now done, out."""

from collections.abc import Iterator

from extract.claims.frames.again import come_true
from extract.claims.scene import Draft, Scene, Told

_EFFECTS = frozenset(
    {"took", "takes", "taking", "became", "becomes", "becoming", "came", "comes", "coming", "followed"}
)


def effected(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Parliament voted to quit A, the withdrawal taking effect on D": whose it was has been said."""
    items, trigger = scene.clauses.items, told.trigger
    own = scene.lang == "en" and trigger.first < trigger.head and items[trigger.head].norm in _EFFECTS
    planned = own and any(step.type == trigger.frame for step in scene.steps)
    if planned and not any(i.label in {"COUNTRY", "ORG"} for i in items[trigger.first : trigger.last + 1]):
        yield from come_true(scene)
