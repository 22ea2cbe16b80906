"""A Kazakh "оларға қосылды" or "үштікке қосылды" in, the body of those who were just told of out."""

from extract.claims.fillers.just_told import just_told
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_THEM = frozenset(map(fold, ("оларға", "соларға", "бұларға")))
_BANK = "bank"
_TOLD, _FOUNDED, _JOINED, _NEAR = frozenset({"membership", "acceded"}), "established", "acceded", 5


def joined_fellows(scene: Scene, told: Told) -> str | None:
    """ "A and B founded C. D joined them in 1962": who joins the members of a body joins the body; empty: not known."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or told.trigger.frame != _JOINED or told.trigger.last != first:
        return None
    group = items[first - 1].norm if first else ""
    if group not in _THEM and group.startswith(tuple(scene.anaphors.groups)):
        return _of_group(scene, items[first - 1].start)
    near = range(first - 1, max(-1, first - _NEAR), -1)
    at = next((k for k in near if items[k].norm in _THEM or items[k].kind == "mark"), None)
    if at is None or items[at].norm not in _THEM:
        return None
    last = scene.before or just_told(scene)
    if last is None or last.type not in _TOLD | {_FOUNDED}:
        return None
    body = last.subject_id if last.type == _FOUNDED else last.object_id
    return body if scene.tables.types.get(body or "") == "ORG" else None


def _of_group(scene: Scene, before: int) -> str | None:
    """ "Үштікке қосылды": where a bank was named last, the three are those of the body before it."""
    if not (scene.memory.body(before) or "").endswith(_BANK):
        return None
    return next((id_ for id_ in reversed(scene.memory.bodies(before)) if not id_.endswith(_BANK)), "")
