"""A trigger of membership in many bodies in, where those among them stand that the sentence names."""

from extract.claims.anaphora.words import Anaphors
from extract.claims.scene import Scene, Told

# So far behind the trigger is said of how many bodies, and so far behind that which of them.
_MANY, _NAMED = 8, 12
_PLURAL = "s"
_TYPES = ("membership", "observer")


def among_many(scene: Scene, told: Told) -> int | None:
    """ "Is a member of some 70 organizations, among them A and B": A and B, behind the words that single them out."""
    items, words, first = scene.clauses.items, scene.anaphors, told.trigger.last + 1
    if not words.naming or not told.trigger.frame.startswith(_TYPES):
        return None
    bodies = tuple(words.bodies)
    many = next((k for k in range(first - 1, min(first + _MANY, len(items))) if items[k].norm.startswith(bodies)), None)
    one = scene.lang == "en" and many is not None and not items[many].norm.endswith(_PLURAL)
    if many is None or one or items[many].kind == "name":
        return None
    for k in range(many + 1, min(many + _NAMED, len(items))):
        if items[k].kind == "name":
            return k if items[k].label == "ORG" and items[k].ids and _singled_out(scene, words, k) else None
    return None


def _singled_out(scene: Scene, words: Anaphors, k: int) -> bool:
    """ "Including the A", «в том числе в A»: the words right before the name, but for one small one."""
    before = [i.norm for i in scene.clauses.items[max(0, k - _MANY) : k] if i.kind in {"word", "ref"}]
    return any(" ".join(before[:end]).endswith(words.naming) for end in (len(before), len(before) - 1) if end > 0)
