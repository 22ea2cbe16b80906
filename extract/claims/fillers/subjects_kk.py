"""A trigger of membership in a Kazakh sentence in, the names before it that are subjects of something else out."""

from collections.abc import Iterator

from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_PASSIVE = tuple(map(fold, ("ыл", "іл", "ын", "ін", "ан", "ен")))
_PARTICIPLE = tuple(map(fold, ("ған", "ген", "қан", "кен")))
# So near behind its owner stands a part of it.
_PART = 4
# How a noun ends that somebody owns, letters folded.
_OWNED = ("ы", "и")
_MARKS = frozenset(",;:–—-")
_BETWEEN = frozenset({"date", "place"})


def others_subjects(scene: Scene, told: Told) -> Iterator[int]:
    """Names that the verb cannot be told of: who founded the body, and bodies that only own the noun before it."""
    yield from _founders(scene, told)
    yield from _owning_bodies(scene, told)
    yield from _owning_parts(scene, told)


def _founders(scene: Scene, told: Told) -> Iterator[int]:
    """ "From the body that A and B founded nobody left": right before an active participle stands its own subject."""
    items, first = scene.clauses.items, told.trigger.first
    for trigger, form in scene.clauses.forms.items():
        behind = trigger.last + 1
        described = behind < first and items[behind].label == "ORG"
        founding = trigger.frame.startswith("established") and form.voice == "participle" and described
        if not founding or _is_passive(items[trigger.head].norm):
            continue
        k = trigger.first - 1
        while k >= 0 and items[k].kind in _BETWEEN:
            k -= 1
        if k >= 0 and items[k].label == "COUNTRY" and not any(m.startswith(".") for m in scene.arguments.marks(k)):
            yield k


def _is_passive(norm: str) -> bool:
    """ "Құрылған", "қаланған" is what was founded, "құрған" who founded it."""
    stem = next((norm[: -len(end)] for end in _PARTICIPLE if norm.endswith(end)), "")
    return stem.endswith(_PASSIVE)


def _owning_bodies(scene: Scene, told: Told) -> Iterator[int]:
    """ "Of A in March, of B in May it became a member": a body in the genitive does not join another one."""
    if told.form.voice not in {"active", "converb"} or told.trigger.form == "state":
        return
    items = scene.clauses.items
    named = (k for k in range(told.trigger.first) if items[k].kind == "name" and items[k].label == "ORG")
    yield from (k for k in named if scene.owning(k))


def _owning_parts(scene: Scene, told: Told) -> Iterator[int]:
    """ "Several republics of A were observers": a country in the genitive whose parts belong or watch does not."""
    items, first = scene.clauses.items, told.trigger.first
    named = (k for k in range(first) if items[k].label == "COUNTRY" and scene.owning(k))
    parts = scene.anaphors.parts
    for k in named:
        near = items[k + 1 : min(k + _PART, first)]
        if any(i.norm.startswith(parts) and i.norm.endswith(_OWNED) for i in near):
            yield k


def rest_acts(scene: Scene, told: Told) -> bool:
    """ "Only A is a member, the others do not join that bloc": the subject behind the mark is nobody named."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or told.trigger.form == "noun":
        return False
    begun = max(
        (k for k in range(first) if items[k].text in _MARKS or items[k].norm in scene.clauses.turns), default=-1
    )
    own = items[begun + 1 : first]
    opening = next((i for i in own if i.norm not in scene.anaphors.adverbs), None)
    named = any(i.label == "COUNTRY" for i in own)
    return not named and opening is not None and opening.norm in scene.anaphors.strangers
