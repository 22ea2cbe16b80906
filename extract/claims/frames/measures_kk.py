"""A Kazakh "this measure was applied to A" in, the suspension of A that it stands for out."""

from collections.abc import Iterator

from extract.claims.fillers.bodies import LEAVING
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import COUNTRY
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold

_MEASURES = tuple(map(fold, ("шара", "жаза", "шектеу", "санкция")))
# What tells that a text speaks of suspending members, letters folded.
_PARTS = tuple(map(fold, ("мүшелі", "қатысу", "құқық", "құқығ")))
_STOPPED = tuple(map(fold, ("тоқтат", "мұздат", "шеттет", "айыр")))
_FAR, _NEXT = 400, 4


def is_measure(scene: Scene, told: Told) -> bool:
    """Whether a measure, and no step of somebody's own, is taken up."""
    held = scene.clauses.items[told.trigger.first : told.trigger.last + 1]
    return any(i.norm.startswith(_MEASURES) for i in held)


def measured(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Membership of such states is suspended. To A this measure was applied in 2013": only of a suspension."""
    items, first = scene.clauses.items, told.trigger.first
    last = scene.before or scene.last
    stopped = last is not None and last.type in LEAVING
    k = scene.find(told, Slot(COUNTRY, "before"), far=6.0)
    body = last.object_id if stopped and last is not None else _suspending(scene, items[first].start)
    kind = last.type if stopped and last is not None else "suspended"
    if k is not None and body:
        yield from (Draft(kind, id_, body, k, confidence=0.7) for id_ in scene.ids(k) if id_ != body)


def _suspending(scene: Scene, start: int) -> str | None:
    """The body in mind of a text that has just said how it suspends members."""
    words = scene.memory.words(max(0, start - _FAR), start)
    parts = (n for n, w in enumerate(words) if w.startswith(_PARTS))
    told = any(w.startswith(_STOPPED) for n in parts for w in words[n + 1 : n + _NEXT])
    return scene.memory.body(start) if told else None
