"""A Kazakh draft in, whether its name in a list stands behind "later", so that the date of the list is not its own."""

from extract.claims.scene import Draft, Scene
from extract.language.tokens import fold, tokenise

_LATER = frozenset(map(fold, ("кейінірек", "соңыра")))
_AFTER, _THAT = frozenset(map(fold, ("кейін", "соң"))), frozenset(map(fold, ("одан", "содан", "бұдан")))
_BACK = 24


def told_later(scene: Scene, draft: Draft) -> bool:
    """ "2013 жылы A, келесі жылы B, одан кейін C қосылды": some time after B, and nobody says when."""
    if scene.lang != "kk" or draft.item < 0:
        return False
    item = scene.clauses.items[draft.item]
    member = next((m for m in item.members if m.entity_id == draft.subject_id), None)
    if member is None or member.date is not None or _dated_behind(scene, draft.item):
        return False
    start = max(scene.clauses.items[0].start, member.start - _BACK)
    that, later = ["", "", *(fold(t.text) for t in tokenise(scene.text, start, member.start))][-2:]
    return later in _LATER or (later in _AFTER and that in _THAT)


def _dated_behind(scene: Scene, k: int) -> bool:
    """ "Одан кейін C 2015 жылы қосылды": a date before the next mark is its own."""
    items = scene.clauses.items
    end = next((n for n in range(k + 1, len(items)) if items[n].kind == "mark" or n in scene.clauses.verbs), len(items))
    return any(i.kind == "date" for i in items[k + 1 : end])
