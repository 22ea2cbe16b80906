"""A Russian verb behind "а" or "и" that names no subject in, the country that the clause before it told of out."""

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.left_out_ru import agrees_with_country
from extract.claims.fillers.shared_subjects_ru import verb_joint
from extract.claims.scene import Scene, Told
from extract.language.russian import agrees_with_verb, is_case, is_noun

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


def pronoun_goes_on(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "In 1997 it founded A together with B, and in 2002 became an observer at C": the pronoun of the verb before."""
    items = scene.clauses.items
    joint = verb_joint(scene, told.trigger.first) if scene.lang == "ru" and told.form.voice == "active" else None
    spoken = min((k for k in scene.clauses.verbs if joint is not None and k < joint), default=0)
    at = next((k for k in range(spoken - 1, -1, -1) if items[k].norm in scene.anaphors.personal), None)
    if at is None or items[at].ids or not is_case(items[at].norm, "nomn"):
        return ()
    verb = items[told.trigger.head].norm
    if any(is_noun(i.norm) and agrees_with_verb(i.norm, verb) for i in items[joint : told.trigger.first]):
        return ()  # "… and in March its delegation entered B".
    meant = scene.memory.country(items[at].start)
    return meant if meant and agrees_with_country(scene, told, meant[0]) else ()
