"""An English verb that repeats a plan ("B is to follow in 2029") in, the plan out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.just_told import just_told
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Claim

_IN = frozenset({"in", "within", "inside", "for", "of"})
_AGAIN = "again"
_INSERTED, _JOINTS = 4, frozenset({"and", "but", "while", "whereas"})
_OPEN = frozenset({"planned", "hypothetical"})
_UNDONE = _OPEN | {"negated"}


def happens_there(scene: Scene, told: Told, k: int | None) -> bool:
    """ "A left B, and elections in C followed": a country in which an English noun before the verb lies did nothing."""
    if scene.lang != "en" or k is None or not 1 < k < told.trigger.first:
        return False
    items, at = scene.clauses.items, k - 1 - (scene.clauses.items[k - 1].norm in ARTICLES)
    return items[at].norm in _IN and items[at - 1].kind == "word" and items[at - 1].norm not in scene.anaphors.adverbs


def before_insertion(scene: Scene, told: Told) -> int | None:
    """ "A joined it in 2023; B, also invited, did so in 2024": the one that opens its clause before two commas."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or first < _INSERTED or items[first - 1].text != ",":
        return None
    at = next((n for n in range(first - 2, 0, -1) if items[n].kind in {"mark", "name", "date"}), 0)
    opens = at == 1 or items[at - 2].text in {";", ":"} or items[at - 2].norm in _JOINTS
    named = at and items[at].text == "," and items[at - 1].kind == "name" and items[at - 1].label == "COUNTRY"
    own = named and scene.spoken is not None and scene.ids(at - 1) == (scene.spoken.subject_id,)
    return at - 1 if named and opens and not own else None


def planned_too(scene: Scene, told: Told) -> Draft | Claim | None:
    """ "A will join C in 2028 and B will follow": what was spoken of last may be a plan where this is one too."""
    if scene.lang != "en" or told.polarity not in _OPEN:
        return None
    spoken, before = scene.spoken, scene.before
    if spoken is not None and (before is None or before.type in MEMBER_TYPES):
        return spoken
    last = just_told(scene) if before is None else None
    return last if last is not None and last.type in MEMBER_TYPES and last.polarity in _OPEN else None


def as_planned(scene: Scene, told: Told, found: Sequence[Draft]) -> Told:
    """ "A applied for membership of C; B did so in March": what others did is the same application, and no entry."""
    if scene.lang != "en" or told.trigger.frame != _AGAIN or told.polarity != POLARITIES[0] or not found:
        return told
    spoken = scene.spoken if scene.spoken in scene.hoped else _planned_before(scene)
    if spoken is None:
        return told
    alike = all((d.type, d.object_id) == (spoken.type, spoken.object_id) for d in found)
    others = all(d.subject_id != spoken.subject_id for d in found)
    return replace(told, polarity="planned") if alike and others else told


def _planned_before(scene: Scene) -> Claim | None:
    last = just_told(scene) if scene.spoken is None and scene.before is None else None
    return last if last is not None and last.type in MEMBER_TYPES and last.polarity == "planned" else None


def did_at_last(scene: Scene) -> Iterator[Draft]:
    """ "A wanted to join B, and in 2013 it did": the plan just told of, or what had not been done till then."""
    if scene.spoken is not None:
        steps: Sequence[Draft | Claim] = scene.steps or (scene.spoken,)
        undone = scene.spoken in (*scene.hoped, *scene.steps, scene.denied)
    else:
        last = just_told(scene) if scene.before is None else None
        steps = (last,) if last is not None and last.type in MEMBER_TYPES else ()
        undone = last is not None and last.polarity in _UNDONE
    for step in steps if undone else ():
        yield Draft(step.type, step.subject_id, step.object_id, -1, confidence=0.7)
