"""An English verb that repeats a plan ("B is to follow in 2029") in, the plan out."""

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.just_told import just_told
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told
from kb.model import Claim

_IN = frozenset({"in", "within", "inside", "for", "of"})
_OPEN = frozenset({"planned", "hypothetical"})


def happens_there(scene: Scene, told: Told, k: int | None) -> bool:
    """ "A left B, and elections in C followed": a country in which an English noun before the verb lies did nothing."""
    if scene.lang != "en" or k is None or not 1 < k < told.trigger.first:
        return False
    items, at = scene.clauses.items, k - 1 - (scene.clauses.items[k - 1].norm in ARTICLES)
    return items[at].norm in _IN and items[at - 1].kind == "word" and items[at - 1].norm not in scene.anaphors.adverbs


def planned_too(scene: Scene, told: Told) -> Draft | Claim | None:
    """ "A will join C in 2028 and B will follow": what was spoken of last may be a plan where this is one too."""
    if scene.lang != "en" or told.polarity not in _OPEN:
        return None
    spoken, before = scene.spoken, scene.before
    if spoken is not None and (before is None or before.type in MEMBER_TYPES):
        return spoken
    last = just_told(scene) if before is None else None
    return last if last is not None and last.type in MEMBER_TYPES and last.polarity in _OPEN else None
