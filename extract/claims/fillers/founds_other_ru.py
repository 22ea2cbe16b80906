"""A Russian verb of founding and a body before it in, whether the body is who founds out."""

from extract.claims.grammar.subjects_ru import no_subjects
from extract.claims.scene import Scene, Told
from extract.language.russian import told_of

_ACTORS = frozenset({"COUNTRY", "PERSON"})


def founds_other(scene: Scene, told: Told, k: int) -> bool:
    """ "A single market the Community did not create": before a Russian verb of the singular it is the subject."""
    items, verb = scene.clauses.items, scene.clauses.items[told.trigger.head].norm
    if scene.lang != "ru" or told.form.voice != "active" or k > told.trigger.first or told_of(verb) <= {None}:
        return False
    others = set(no_subjects(items, verb))
    acting = (n for n, i in enumerate(items) if i.kind in {"name", "ref"} and i.label in _ACTORS and n not in others)
    return k not in others and next(acting, None) is None
