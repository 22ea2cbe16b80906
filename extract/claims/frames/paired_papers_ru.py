"""A Russian paper that something was done to in, the papers that it was done to along with it out."""

from collections.abc import Iterator

from extract.claims.fillers.company_ru import BESIDE, WITH
from extract.claims.scene import Scene, Told
from kb.model import POLARITIES

_PAPER, _PARTS = "TREATY", frozenset(".;:")
# "Подписаны", "вступили": said of more than one.
_PLURAL = ("ы", "и", "ют", "ят", "ут")


def papers_along(scene: Scene, told: Told, k: int | None) -> tuple[str, ...]:
    """ "Устав и Соглашение о её статусе подписаны", "подписан вместе с Концепцией": both were."""
    if scene.lang != "ru" or k is None or scene.clauses.items[k].label != _PAPER:
        return ()
    return tuple(id_ for n in (*_joined(scene, told, k), *_beside(scene, told, k)) for id_ in scene.ids(n))


def _joined(scene: Scene, told: Told, k: int) -> Iterator[int]:
    """The paper on the other side of an "and" right beside this one, where the verb is said of several."""
    items, first = scene.clauses.items, told.trigger.first
    several = items[told.trigger.head].norm.endswith(_PLURAL)
    for joint, n in ((k - 1, k - 2), (k + 1, k + 2)):
        held = 0 <= n < first and k < first and scene.clauses.joins(joint) and items[n].label == _PAPER
        if several and held:
            yield n


def _beside(scene: Scene, told: Told, k: int) -> Iterator[int]:
    """Papers behind "together with", in the clause of the verb."""
    items, head = scene.clauses.items, told.trigger.head
    for n in range(2, len(items)) if told.polarity == POLARITIES[0] else ():
        beside = items[n - 2].norm in BESIDE and items[n - 1].norm in WITH and items[n].label == _PAPER
        low, high = min(k, n, head), max(k, n, head)
        if beside and n != k and not _parted(scene, told, low, high):
            yield n


def _parted(scene: Scene, told: Told, low: int, high: int) -> bool:
    held = range(told.trigger.first, told.trigger.last + 1)
    verbs = any(v not in held for v in scene.clauses.verbs if low < v < high)
    return verbs or any(scene.clauses.items[n].text in _PARTS for n in range(low, high))
