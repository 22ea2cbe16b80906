"""A Russian noun of joining or leaving beside another step in, who took both and when out."""

from collections.abc import Iterator

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.scene import Draft, Scene, Told

_BESIDE = frozenset({"одновременно", "вместе", "наряду", "параллельно", "синхронно"})
_WITH = frozenset({"с", "со"})


def alongside(scene: Scene, told: Told, kind: str, body_id: str) -> Iterator[Draft]:
    """ "A joined B in 1955, at the same time as the UN": the noun behind «одновременно с» has the same subject."""
    items, first, last = scene.clauses.items, told.trigger.first, scene.before
    if scene.lang != "ru" or told.form.voice != "noun" or first < 2 or items[first - 1].norm not in _WITH:
        return
    if items[first - 2].norm not in _BESIDE or last is None or last.type not in MEMBER_TYPES:
        return
    days = [i.mention for i in items[:first] if i.kind == "date"]
    yield Draft(kind, last.subject_id, body_id, date=days[-1] if days else None, confidence=0.6)
