"""A Kazakh "exchanged" between two bodies in, whether it was another thing that was exchanged, out."""

from collections.abc import Sequence

from extract.claims.grammar.endings_kk import ACCUSATIVE
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_EXCHANGED = tuple(map(fold, ("ауыстыр", "алмастыр")))
_SHORT, _BOTH = 4, 2


def other_exchanged(scene: Scene, told: Told, ends: Sequence[int]) -> bool:
    """ "They exchanged A's flag for B's": a common noun is what was exchanged, where neither body is."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if len(ends) < _BOTH or first != last or not items[first].norm.startswith(_EXCHANGED):
        return False
    if any(".accusative" in scene.arguments.marks(k) for k in ends):
        return False
    return any(_is_object(i) for i in items[min(ends) : first])


def _is_object(item: Item) -> bool:
    return item.kind == "word" and len(item.norm) >= _SHORT and item.text.endswith(ACCUSATIVE)
