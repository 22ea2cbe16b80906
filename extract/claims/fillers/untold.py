"""A trigger in its sentence in, whether it tells nothing after all out: one reader for each language."""

from extract.claims.fillers.untold_en import untold_en
from extract.claims.fillers.untold_kk import untold_kk
from extract.claims.fillers.untold_ru import untold_ru
from extract.claims.scene import Scene, Told

_READERS = {"en": untold_en, "ru": untold_ru, "kk": untold_kk}
_CELL = "|"


def untold(scene: Scene, told: Told) -> bool:
    """Whether the words of a trigger only look like a deed; the head of a table tells none in any language."""
    own = _READERS.get(scene.lang)
    return _in_table_head(scene) or (own is not None and own(scene, told))


def _in_table_head(scene: Scene) -> bool:
    """ "| State | Votes in 2000 | After B joined |": a cell of nothing but a noun for countries heads a table."""
    items = scene.clauses.items
    if items[0].text != _CELL:
        return False
    cells = zip(items, items[1:], items[2:], strict=False)
    return any(
        (a.text, b.text) == (_CELL, _CELL) and noun.norm.startswith(scene.anaphors.countries) for a, noun, b in cells
    )
