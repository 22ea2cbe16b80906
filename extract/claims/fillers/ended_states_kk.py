"""A Kazakh verb of ending in, the state that is no more out: "КСРО өмір сүруін тоқтатты"."""

from extract.claims.grammar.endings_kk import WHEN
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_ENDED, _FAR = frozenset({"terminated", "terminated.self"}), 6
# "The life of A", before "its living was ended".
_LIFE = fold("өмір")
# How long the ids of states are that ISO has withdrawn; the Soviet Union kept its two letters.
_WITHDRAWN, _SOVIET = 4, "su"
# "After it had fallen apart", letters folded.
_AFTER = ("ганнан", "геннен", "каннан", "кеннен")
_TOLD = frozenset({"active", "converb", "clause"})


def ended_state(scene: Scene, told: Told) -> int | None:
    """Where the state stands, nothing but time and place between it and its verb; no clause says only when it was."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "kk" or told.trigger.frame not in _ENDED or told.form.voice not in _TOLD:
        return None
    behind = items[last + 1].norm if last + 1 < len(items) else ""
    if items[told.trigger.head].norm.endswith((*WHEN, *_AFTER)) or behind in scene.clauses.after:
        return None
    for k in range(first - 1, max(-1, first - _FAR), -1):
        if items[k].kind == "name" and items[k].label == "COUNTRY":
            cases = {mark for mark in scene.arguments.marks(k) if mark.startswith(".")}
            owned = items[first].norm.endswith(scene.marks.possessed) or told.form.voice == "clause"
            stands = not cases or (".genitive" in cases and owned)
            return k if stands and all(_is_past(id_) for id_ in scene.ids(k)) else None
        passed = items[k].kind in {"date", "place"} or items[k].norm in scene.anaphors.adverbs
        if not passed and items[k].norm != _LIFE:
            return None
    return None


def _is_past(id_: str) -> bool:
    return id_ == _SOVIET or len(id_) == _WITHDRAWN
