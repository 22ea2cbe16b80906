"""A Russian participle "founded by it" and what it founds in, the same with the paper in mind as what did so out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.claims.scene import Draft, Scene, Told

_FOUNDED, _BY_IT = "established", frozenset({"им", "ею", "ей", "ими"})


def founded_by_it(scene: Scene, told: Told, made: Iterable[Draft]) -> Iterator[Draft]:
    """ "Образованный им Совет": by the treaty of the sentence before, where that is of the Council."""
    for draft in made:
        paper = scene.memory.instrument(scene.clauses.items[0].start) if _by_it(scene, told) else None
        own = paper is not None and draft.object_id is None and scene.tables.body_of(paper) == draft.subject_id
        yield replace(draft, object_id=paper) if own else draft


def _by_it(scene: Scene, told: Told) -> bool:
    """Whether the participle opens the sentence, or its part, with a pronoun in the instrumental right behind."""
    items, at = scene.clauses.items, told.trigger.last + 1
    founded = scene.lang == "ru" and told.trigger.frame == _FOUNDED and told.form.voice == "participle"
    return founded and at < len(items) and items[at].norm in _BY_IT
