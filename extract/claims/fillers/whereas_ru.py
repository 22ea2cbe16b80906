"""A Russian verb behind "а" that names no subject in, the country that the clause before it told of out."""

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.left_out_ru import agrees_with_country
from extract.claims.scene import Scene, Told

_WHEREAS = "а"
_ENDS = frozenset(",;.:")
# So few small words stand between "а" and its verb.
_SMALL = 3


def same_subject(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A applied in 2011, «а» had been an observer since 2002": of the country of the plan or step before it."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    before = scene.spoken or scene.before
    if scene.lang != "ru" or told.form.voice != "active" or before is None or before.type not in MEMBER_TYPES:
        return ()
    near = range(max(0, first - _SMALL), first)
    opened = next((k for k in reversed(near) if items[k].norm == _WHEREAS), None)
    if opened is None or any(items[k].kind not in {"word", "date"} for k in range(opened, first)):
        return ()
    end = next((k for k in range(last + 1, len(items)) if items[k].text in _ENDS), len(items))
    own = any(items[k].label in {"COUNTRY", "PERSON", "PLACE"} for k in range(opened, end))
    return () if own or not agrees_with_country(scene, told, before.subject_id) else (before.subject_id,)
