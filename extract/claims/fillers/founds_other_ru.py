"""A Russian verb of founding and a body before it in, whether the body is who founds out."""

from extract.claims.grammar.subjects_ru import no_subjects
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, told_of

_ACTORS = frozenset({"COUNTRY", "PERSON"})
_MEMBERS = ("стран", "государств", "республик", "член", "участни", "лидер", "глав", "президент", "министр", "партнер")
_MEMBERS_FAR = 8


def founds_other(scene: Scene, told: Told, k: int) -> bool:
    """ "A single market the Community did not create": before a Russian verb of the singular it is the subject."""
    items, verb = scene.clauses.items, scene.clauses.items[told.trigger.head].norm
    if scene.lang != "ru" or told.form.voice != "active" or k > told.trigger.first or told_of(verb) <= {None}:
        return False
    others = set(no_subjects(items, verb))
    acting = (n for n, i in enumerate(items) if i.kind in {"name", "ref"} and i.label in _ACTORS and n not in others)
    return k not in others and next(acting, None) is None


def acting_members(scene: Scene, told: Told) -> list[int]:
    """ "The states of A created B": they did it, and A is only what they belong to."""
    items, first = scene.clauses.items, told.trigger.first
    plural = told_of(items[told.trigger.head].norm) == {None}
    if scene.lang != "ru" or told.form.voice != "active" or not plural:
        return []
    near = range(max(1, first - _MEMBERS_FAR), first)
    owned = (k for k in near if items[k].kind in {"name", "ref"} and items[k].label == "ORG")
    led = (k for k in owned if items[k - 1].norm.startswith(_MEMBERS) and is_case(items[k - 1].norm, "nomn"))
    return [k for k in led if not any(n in scene.clauses.verbs for n in range(k + 1, first))]
