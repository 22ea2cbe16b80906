"""A Russian «на его месте», «вместо неё» in its sentence in, heir and forerunner out."""

from collections.abc import Iterator

from extract.claims.frames.replaced_ru import meant_by_pronoun
from extract.claims.scene import Draft, Scene, Told

_PRONOUNS = frozenset({"его", "ее", "их", "него", "нее", "них"})
_MADE = ("established", "succeeded")
_ENDED = ("прекра", "упраздн", "ликвидир", "распущ", "распал", "просуществова", "существова", "исчез", "сверн", "закры")
_STOPS, _FRAME, _INSTEAD = frozenset(".;!?"), "succeeded", "succeeded.on"


def in_its_stead(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A was wound up in 2014, «вместо него» B was founded": of what the pronoun stands for B is the heir."""
    items, at = scene.clauses.items, of_pronoun(scene, told)
    heir = None if at is None else _heir(scene, told)
    if at is None or heir is None:
        return
    if heir in scene.tables.parents:
        return  # "On its basis a Court of A was set up": an organ is no heir.
    old = meant_by_pronoun(scene, at)
    named = old.ids[0] if old is not None and len(old.ids) == 1 else None
    between = items[:at] if old is None else items[items.index(old) : at]
    papers = (*scene.anaphors.instruments, *scene.anaphors.papers)
    if any(i.label == "TREATY" or (i.kind == "word" and i.norm.startswith(papers)) for i in between):
        return
    named = named or scene.memory.body(items[0].start)
    known = scene.tables.heirs.get(named or "", ("", ""))[1] == heir
    ended = known or any(i.kind == "word" and i.norm.startswith(_ENDED) for i in items[:at])
    if named and named != heir and ended:
        yield Draft(_FRAME, heir, named)


def of_pronoun(scene: Scene, told: Told) -> int | None:
    """Where the pronoun stands in whose place another came."""
    held = range(told.trigger.first, told.trigger.last + 1)
    instead = scene.lang == "ru" and told.trigger.frame == _INSTEAD
    return next((k for k in held if scene.clauses.items[k].norm in _PRONOUNS), None) if instead else None


def _heir(scene: Scene, told: Told) -> str | None:
    """The one body behind the words, in the clause of a verb of founding."""
    items, last = scene.clauses.items, told.trigger.last
    end = next((k for k in range(last + 1, len(items)) if items[k].text in _STOPS), len(items))
    own = range(last + 1, end)
    made = any(scene.clauses.held[k].frame.startswith(_MADE) for k in own if k in scene.clauses.held)
    bodies = (items[k].ids for k in own if items[k].kind == "name" and items[k].label == "ORG")
    found = next(bodies, ())
    return found[0] if made and len(found) == 1 else None
