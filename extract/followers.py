"""A body founded or a paper signed in the sentence before, in English, and who "followed" in; what that one joined out."""

from extract.scene import Draft, Scene, Told
from kb.model import Claim

_FOLLOW, _NEAR, _YEAR = "follow", 4, 4


def joined_later(scene: Scene, told: Told, last: Draft | Claim) -> str | None:
    """ "A and B founded C. D followed in 1995": what D joined; so it does years after C's founding paper was signed."""
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
