"""A Russian step that "came into force" in, the withdrawal or suspension announced before it out."""

from collections.abc import Iterator

from extract.claims.fillers.just_told import just_told
from extract.claims.scene import Draft, Scene, Told

_STEPS = frozenset({"шаг", "решение", "мера", "выход", "заявление", "уведомление", "отстранение", "исключение"})
_LEAVING = frozenset({"withdrew", "suspended"})
_PLANNED = "planned"


def step_came_true(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A announced that it leaves B. The decision took effect on D": what was announced in the sentence before."""
    items, last = scene.clauses.items, just_told(scene)
    step = any(i.kind in {"word", "ref"} and i.norm in _STEPS for i in items[: told.trigger.last + 2])
    if not step or last is None or last.type not in _LEAVING or last.polarity != _PLANNED:
        return
    if any(i.ids and last.subject_id not in i.ids for i in items):
        return  # "The decision of the court took effect."
    yield Draft(last.type, last.subject_id, last.object_id, -1, confidence=0.7)
