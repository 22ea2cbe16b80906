"""The body that was found for a Russian exit in, the one that the words say it is from out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told

_WITHDREW, _FROM, _INTO = "withdrew", "из", frozenset({"в", "во"})


def left_from(scene: Scene, told: Told, at: int | None) -> int | None:
    """ "Заявление о выходе из A в B не поступало": what follows "из" is left, not where the paper goes."""
    items = scene.clauses.items
    exit_ = scene.lang == "ru" and told.trigger.frame.partition(".")[0] == _WITHDREW
    if not exit_ or at is None or at < told.trigger.last or not _behind(items, at, _INTO):
        return at
    near = range(told.trigger.last + 1, at)
    # "О выходе в Секретариат": an organ alone only takes the paper.
    other = None if any(id_ in scene.tables.parents for id_ in scene.ids(at)) else at
    return next((k for k in near if items[k].label == "ORG" and _behind(items, k, {_FROM})), other)


def _behind(items: Sequence[Item], k: int, words: frozenset[str] | set[str]) -> bool:
    return k > 0 and items[k - 1].norm in words
