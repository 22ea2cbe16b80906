"""A Russian noun of a step with a verb that says it was done in, who had announced the step just before, out."""

from extract.claims.scene import Scene, Told
from kb.model import POLARITIES

_STEPS = ("выход", "вступлени", "присоединени", "прием", "приостановлени")
_ASSERTED, _PLANNED, _NEAR = POLARITIES[0], "planned", 200


def step_done(scene: Scene, told: Told, kind: str) -> tuple[str, ...]:
    """ "A announced its exit from B in 2021; two years later the exit took place": the exit of A."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "ru" or first == last or not items[first].norm.startswith(_STEPS) or told.polarity != _ASSERTED:
        return ()
    if any(i.kind == "name" for i in items[first : last + 2]):
        return ()
    if scene.steps:
        return tuple(d.subject_id for d in scene.steps if d.type == kind)
    announced = scene.last if scene.spoken is None else None
    if announced is None or (announced.type, announced.polarity) != (kind, _PLANNED):
        return ()
    return () if items[0].start - announced.end_char > _NEAR else (announced.subject_id,)
