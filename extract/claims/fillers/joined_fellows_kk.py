"""A Kazakh "оларға қосылды" in, the body of those who were just told of out."""

from extract.claims.fillers.just_told import just_told
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_THEM = frozenset(map(fold, ("оларға", "соларға", "бұларға")))
_TOLD, _FOUNDED, _JOINED, _NEAR = frozenset({"membership", "acceded"}), "established", "acceded", 5


def joined_fellows(scene: Scene, told: Told) -> str | None:
    """ "A and B founded C. D joined them in 1962": who joins the members of a body joins the body."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or told.trigger.frame != _JOINED or told.trigger.last != first:
        return None
    near = range(first - 1, max(-1, first - _NEAR), -1)
    at = next((k for k in near if items[k].norm in _THEM or items[k].kind == "mark"), None)
    if at is None or items[at].norm not in _THEM:
        return None
    last = scene.before or just_told(scene)
    if last is None or last.type not in _TOLD | {_FOUNDED}:
        return None
    body = last.subject_id if last.type == _FOUNDED else last.object_id
    return body if scene.tables.types.get(body or "") == "ORG" else None
