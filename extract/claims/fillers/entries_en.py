"""An English founding or new name in its sentence in, the body that an entry leaves out or only points at, out."""

from collections.abc import Iterator

from extract.claims.grammar.openings_en import opens_entry
from extract.claims.scene import Draft, Scene, Told

_THIS, _NAMES, _ITS = frozenset({"this", "that"}), frozenset({"name", "title"}), frozenset({"its", "the"})
_IT, _CHANGED = "it", frozenset({"changed", "altered", "amended", "renamed", "renames", "rename"})


def points_at(scene: Scene, told: Told) -> bool:
    """ "The establishment of this bloc": the noun that an English word points at is what was founded."""
    items, k = scene.clauses.items, told.trigger.last + 1
    near = scene.lang == "en" and k + 1 < len(items) and items[k].norm in _THIS
    return near and items[k + 1].kind == "ref" and items[k + 1].label == "ORG"


def described_entry(scene: Scene, told: Told) -> bool:
    """ "Founded in 1985.", "Regional organization established by A.": an entry leaves out what it is about."""
    first = told.trigger.first
    return told.form.voice == "participle" and (first == 0 or opens_entry(scene.clauses.items, first))


def name_changed(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The name was changed on D", "was renamed again to its current name": a new name that is not said."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    held = [i.norm for i in items[first : last + 1]]
    if scene.lang != "en" or told.trigger.form != "verb" or _NAMES.isdisjoint(held) or _CHANGED.isdisjoint(held):
        return
    owned = held[0] in _ITS or any(i.norm == _IT for i in items[:first])
    named = [i.ids[-1] for i in items[:first] if i.label == "ORG" and i.ids]
    body = named[-1] if named else scene.memory.body(items[first].start) if owned else None
    if body:
        yield Draft("renamed", body, body, -1, confidence=0.7)
