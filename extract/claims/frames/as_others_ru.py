"""A Russian "as A has done" behind a step that somebody may take in, the step that A took out."""

from collections.abc import Iterator

from extract.claims.grammar.slots import COUNTRY
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case

_STEPS = frozenset({"acceded", "withdrew", "suspended", "observer"})
_NEAR = 4


def as_others_did(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A means to leave B, as C did in 2009": C left B."""
    items, (first, last), step = scene.clauses.items, (told.trigger.first, told.trigger.last), scene.spoken
    if step is None or step.type not in _STEPS:
        return
    near = range(first, min(last + 1 + _NEAR, len(items)))
    named = (k for k in near if items[k].kind == "name" and items[k].label in COUNTRY)
    at = next((k for k in named if is_case(items[k].text.split()[-1], "nomn")), None)
    for id_ in scene.ids(at):
        if id_ not in {step.subject_id, step.object_id}:
            yield Draft(step.type, id_, step.object_id, -1 if at is None else at, confidence=0.7)
