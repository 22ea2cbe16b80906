"""A body founded or a paper signed before, in English, and who "followed" in; what that one joined out."""

from collections.abc import Iterator

from extract.scene import Draft, Scene, Told
from kb.model import Claim

_FOLLOW, _NEAR, _YEAR = "follow", 4, 4


def followed(scene: Scene, told: Told, last: Draft | Claim, k: int | None) -> Iterator[Draft]:
    """ "A and B founded C. D followed in 1995": the accession of the country that stands at `k`."""
    body = _joined_later(scene, told, last)
    if body is None or k is None or scene.clauses.items[k].label != "COUNTRY":
        return
    days = scene.days(k)
    yield from (Draft("acceded", id_, body, k, date=days.get(id_), confidence=0.7) for id_ in scene.ids(k))


def _joined_later(scene: Scene, told: Told, last: Draft | Claim) -> str | None:
    """What was founded before, or whose founding paper was signed in an earlier year."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang != "en" or not items[trigger.head].norm.startswith(_FOLLOW):
        return None
    behind = items[trigger.last + 1 : trigger.last + _NEAR]
    day = next((i.mention.edtf for i in behind if i.kind == "date" and i.mention), None)
    if day is None:
        return None
    if last.type == "established":
        return last.subject_id
    then = last.edtf if isinstance(last, Claim) else last.date.edtf if last.date else None
    later = last.type == "signed" and then is not None and day[:_YEAR] > then[:_YEAR]
    return last.object_id if later and scene.tables.founds.get(last.subject_id) == last.object_id else None
