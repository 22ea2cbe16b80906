"""Drafts of an English "joined them" in, with "them" being observers, what they were out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.claims.scene import Draft, Scene, Told

_JOINED, _STATUS = "acceded", "observer"
_THEM, _RANKS, _THEIR = "them", frozenset({"ranks", "number", "company"}), "their"


def joined_them(scene: Scene, told: Told, made: Iterable[Draft]) -> Iterator[Draft]:
    """ "A and B are observers, and C joined them in 2024": C became one, too."""
    behind = [i.norm for i in scene.clauses.items[told.trigger.head + 1 :][:2]]
    them = behind[:1] == [_THEM] or (behind[:1] == [_THEIR] and _RANKS.issuperset(behind[1:]))
    last = (scene.before or scene.last) if them else None
    watching = last is not None and last.type == _STATUS
    for draft in made:
        fellow = watching and draft.type == _JOINED and last is not None and draft.object_id == last.object_id
        yield replace(draft, type=_STATUS) if fellow else draft
