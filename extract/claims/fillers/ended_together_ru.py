"""A Russian verb of founding or ending in, the bodies out that it is of together: "with the Community", "both"."""

from collections.abc import Collection, Iterator

from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_part, told_of
from kb.model import POLARITIES

_TOGETHER, _WITH, _ENDED = "вместе", frozenset({"с", "со"}), "terminated"
_FAR, _NEAR = 6, 3
_DONE_OR_MEANT = frozenset({POLARITIES[0], "planned"})


def ended_together(scene: Scene, told: Told, kind: str, ids: Collection[str]) -> Iterator[Draft]:
    """ "The court was abolished together with the Community itself": so the Community was."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "ru" or kind != _ENDED or not ids or told.polarity not in _DONE_OR_MEANT:
        return
    for k in range(last + 1, min(last + _FAR, len(items) - 2)):
        if items[k].kind == "mark":
            return
        if items[k].norm != _TOGETHER or items[k + 1].norm not in _WITH:
            continue
        near = range(k + 2, min(k + 2 + _NEAR, len(items)))
        at = next((n for n in near if items[n].kind != "word"), None)
        if at is not None and items[at].label == "ORG" and items[at].kind in {"name", "ref"}:
            yield from (Draft(kind, id_, None, at, confidence=0.8) for id_ in items[at].ids if id_ not in ids)
        return


def accompanying(scene: Scene) -> list[int]:
    """ "Abolished our court together with A": A is there too, but first of all the court."""
    items = scene.clauses.items
    if scene.lang != "ru" or not any(i.norm == _TOGETHER for i in items):
        return []
    led = [k for k in range(len(items) - 2) if items[k].norm == _TOGETHER and items[k + 1].norm in _WITH]
    near = (range(k + 2, min(k + 2 + _NEAR, len(items))) for k in led)
    beside = (next((n for n in held if items[n].kind != "word"), 0) for held in near)
    return [n for n in beside if n and items[n].label == "ORG"]


def of_several(scene: Scene, told: Told, k: int | None) -> int | None:
    """ "After the end of A both institutions lost their clients, but were not wound up": a plural is not of A."""
    items, head = scene.clauses.items, told.trigger.head
    alone = scene.lang == "ru" and k is not None and k < head and len(items[k].ids) == 1
    if k is None or not alone or told.form.voice != "passive" or not is_part(items[head].norm, "PRTS"):
        return k
    several = (n for n in range(head - 1, k, -1) if items[n].label == "ORG" and len(items[n].ids) > 1)
    return next(several, k) if told_of(items[head].norm) == {None} else k
