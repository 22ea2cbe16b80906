"""A Russian step that names nobody in, who had announced it or had acted just before the semicolon, out."""

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.grammar.agreement import agrees_with_name
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


def he_again(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A left B in protest against C; back came it in 1989": behind a semicolon "it" is who acted before, not C."""
    items, before, (first, last) = scene.clauses.items, scene.before, (told.trigger.first, told.trigger.last)
    if scene.lang != "ru" or before is None or before.type not in MEMBER_TYPES or told.form.voice != "active":
        return ()
    mark = max((k for k in range(first) if items[k].text == ";"), default=0)
    if not 0 <= before.item < mark or any(i.label == "COUNTRY" and i.kind == "name" for i in items[mark:last]):
        return ()
    own = [i for i in items[mark : last + 2] if i.norm in scene.anaphors.personal]
    acted = items[before.item]
    named = next((m.text for m in acted.members if m.entity_id == before.subject_id), acted.text)
    goes = bool(own) and len(acted.ids) == 1 and agrees_with_name(own[0].norm, named)
    return (before.subject_id,) if goes else ()
